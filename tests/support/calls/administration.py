# SPDX-License-Identifier: MIT
"""Calls for root only, made where they do no harm: in namespaces of their own, as nobody. Security. Obsolete calls."""

from __future__ import annotations

import struct

from tests.support.arguments import (
    NULL,
    Text,
    array,
    array_both,
    array_out,
    changed,
    data,
    filled,
    given,
    reached,
    ret_times,
    room,
    text,
    value_at,
)
from tests.support.caller import WITHOUT_EDGE, Caller
from tests.support.calls.layouts import MOUNT_ATTR, SOCK_FPROG, TIMEVAL, TIMEZONE

CLONE_NEWNS = 0x00020000
MS_REC_PRIVATE = 0x4000 | 1 << 18
NOBODY = 65534
NO_FD = 9999
AT_FDCWD = -100
PR_SET_NO_NEW_PRIVS = 38


def mounts(caller: Caller) -> None:
    """In a mount namespace of its own, from which nothing gets out."""
    call = caller.call
    call("mkdir", text("place"), 0o755, ret=0, bad=())
    with caller.alone():
        call("unshare", CLONE_NEWNS, ret=0)
        call("mount", text("none"), text("/"), NULL, MS_REC_PRIVATE, NULL, bad=(), ret=0)
        place = text("place")
        call("mount", text("none"), place, text("tmpfs"), 0, text("size=1m"), bad=(), ret=0)
        call("mount", text("none"), place, text("no such type"), 0, NULL, error="ENODEV")
        call("umount2", place, 0, bad=WITHOUT_EDGE, ret=0)
        call("umount2", text("nothing"), 1 << 30, error="EINVAL")
        call("pivot_root", text("nothing"), text("nothing"), error="ENOENT")
        context = call("fsopen", text("tmpfs"), 0)
        call("fsconfig", context, 1, text("size"), text("1m"), 0)  # FSCONFIG_SET_STRING
        call("fsconfig", context, 6, NULL, 0, 0)  # FSCONFIG_CMD_CREATE
        mounted = call("fsmount", context, 0, 0)
        call("move_mount", mounted, text(""), AT_FDCWD, place, 4, bad=WITHOUT_EDGE)
        call("open_tree", AT_FDCWD, place, 0)
        attributes = MOUNT_ATTR.pack(1)
        call("mount_setattr", AT_FDCWD, place, 0, given(attributes, MOUNT_ATTR), 32)
        call("open_tree_attr", AT_FDCWD, place, 1, given(attributes, MOUNT_ATTR), 32)
        call("fspick", AT_FDCWD, place, 0)
        call("fspick", AT_FDCWD, text("nothing"), 1 << 31, error="EINVAL")
    request = given(struct.pack("<IIQQ", 24, 0, 1, 0), size=value_at(0, 24))
    call("statmount", request, filled(512), 512, 1 << 31)
    call("listmount", request, array_out("Q", 4), 4, 1 << 31)
    request = given(struct.pack("<IIQI4xQ", 32, 0, 0, 0, 0), size=value_at(0, 32))
    call("listns", request, array_out("Q", 4), 4, 1 << 31)


def privileged(caller: Caller) -> None:
    """As nobody: the kernel refuses, and everything is captured all the same."""
    call = caller.call
    with caller.alone():
        call("setresgid", NOBODY, NOBODY, NOBODY, ret=0)
        call("setresuid", NOBODY, NOBODY, NOBODY, ret=0)
        call("acct", text("nothing"), error="EPERM")
        call("swapon", text("nothing"), 0, error="EPERM")
        call("swapoff", text("nothing"), error="EPERM")
        seconds = TIMEVAL.pack(1, 2_000_000)  # microseconds there can't be
        call("settimeofday", given(seconds, TIMEVAL), given(TIMEZONE.pack(0, 0), TIMEZONE))
        call("vhangup", error="EPERM")
        call("quotactl", 0x80000700, text("nothing"), 0, filled(72))  # Q_GETQUOTA
        call("quotactl_fd", NO_FD, 0x80000700, 0, filled(72))
        call("init_module", data(b"no module"), 9, text("parameter=1"))
        call("finit_module", NO_FD, text("parameter=1"), 0)
        call("delete_module", text("no_such_module"), 0)
        call("lookup_dcookie", 0, room(100), 100)
        attributes = given(struct.pack("<IIQ", 1, 128, 0).ljust(128, b"\0"), size=value_at(0, 128, "<4xI"))
        call("perf_event_open", attributes, 0, -1, -1, 1 << 20)
        call("bpf", 0, given(bytes(16)), 16, NULL, 0)
        call("sysfs", 3, 0, 0)
        call("sysfs", 1, text("proc"), 0)
        call("sysfs", 2, 0, Text(bytes(64), "out"))
        call("sysfs", 99, 0, 0, error="EINVAL")


def security(caller: Caller) -> None:
    call = caller.call
    call("seccomp", 2, 0, array("I", 0x7FFF0000))  # SECCOMP_GET_ACTION_AVAIL, SECCOMP_RET_ALLOW
    call("seccomp", 99, 0, 0, error="EINVAL")
    with caller.alone():
        call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0, ret=0)
        allow = caller.put(struct.pack("<HBBI", 6, 0, 0, 0x7FFF0000))
        program = {"len": 1, "filter": [{"code": 6, "jt": 0, "jf": 0, "k": 0x7FFF0000}]}
        call("seccomp", 1, 0, reached(SOCK_FPROG.pack(1, allow), program), bad=(), ret=0)
        ruleset = call("landlock_create_ruleset", given(struct.pack("<Q", 1)), 8, 0)
        below = call("open", text("."), 0x200000, 0)  # O_PATH
        rule = struct.pack("<Qi", 1, below)
        call("landlock_add_rule", ruleset, 1, given(rule), 0)
        call("landlock_restrict_self", ruleset, 0)
    call("landlock_restrict_self", NO_FD, 0)
    call("lsm_list_modules", array_out("Q", 16, size=ret_times(8)), array_both("I", 128), 0)
    call("lsm_get_self_attr", 100, filled(512, size=value_at(2, 512)), array_both("I", 512), 0)
    call("lsm_set_self_attr", 100, given(bytes(32)), 32, 0)


OBSOLETE = (
    "_sysctl",
    "afs_syscall",
    "create_module",
    "epoll_ctl_old",
    "epoll_wait_old",
    "get_kernel_syms",
    "getpmsg",
    "nfsservctl",
    "putpmsg",
    "query_module",
    "security",
    "tuxcall",
    "vserver",
)
"""Numbers that the kernel has no function for."""


def obsolete(caller: Caller) -> None:
    for name in OBSOLETE:
        caller.call(name, 1, 2**63 + 2, 3, 4, 5, 6, error="ENOSYS")
    # Of programs of 32 bits alone, which is where their argument is from.
    caller.call("get_thread_area", filled(16), bad=(), error="ENOSYS")
    caller.call("set_thread_area", changed(bytes(16)), bad=(), error="ENOSYS")
    caller.call("uselib", text("library"))
    caller.call("uprobe")


FAMILIES = (mounts, privileged, security, obsolete)
