# SPDX-License-Identifier: MIT
"""Processes: their making, executing, waiting and ending; their identities, and the resources that they may use."""

from __future__ import annotations

import os
import resource
import signal

from tests.support.arguments import (
    NULL,
    Text,
    array,
    array_out,
    changed,
    data,
    filled,
    given,
    room,
    strings,
    structs,
    text,
    value_at,
)
from tests.support.caller import Caller
from tests.support.calls.layouts import (
    CAP_DATA,
    CAP_HEADER,
    CLONE_ARGS,
    RLIMIT,
    RUSAGE,
    SCHED_ATTR,
    SCHED_PARAM,
    SIGINFO,
    SYSINFO,
    TIMESPEC,
    TMS,
    UTSNAME,
)

CAP_VERSION_3 = 0x20080522
CLONE_PARENT_SETTID = 0x100000
NOBODY = 65534
NO_FD = 9999
NO_PID = 2**22 + 1
"""Above every PID."""
AT_EMPTY_PATH = 0x1000
NOT_NULL = ("minus one", "unmapped", "kernel", "edge", "cut")


def begins_and_ends(caller: Caller) -> None:
    call = caller.call
    call("fork")
    call("vfork")
    child = call("clone", CLONE_PARENT_SETTID | signal.SIGCHLD, 0, array_out("i"), NULL, 0, bad=("edge",))
    call("clone", 1 << 16, 0, NULL, NULL, 0, error="EINVAL")  # CLONE_THREAD alone
    args = CLONE_ARGS.pack(0, 0, 0, 0, signal.SIGCHLD)
    call("clone3", given(args, CLONE_ARGS), CLONE_ARGS.size)
    call("clone3", given(CLONE_ARGS.pack(1 << 63), CLONE_ARGS), CLONE_ARGS.size)
    call("wait4", child, array_out("i"), 0, filled(RUSAGE), bad=(), ret=child)
    call("wait4", NO_PID, array_out("i"), os.WNOHANG, filled(RUSAGE), error="ECHILD")
    call("waitid", 1, call("fork"), filled(SIGINFO), os.WEXITED, filled(RUSAGE), ret=0)
    caller.last("exit", 3, status=3)
    caller.last("exit_group", 260, status=4)


def executing(caller: Caller) -> None:
    call = caller.call
    program = str(caller.program)
    environment = ("HOME=/", "EMPTY=", "NOT_UTF_8=\udcff")
    caller.last("execve", text(program), strings(program, "leave"), strings(*environment), status=7)
    caller.last("execve", text(program), strings("caller", "leave", "a b"), strings(), status=7)
    caller.last("execveat", -100, text(program), strings("", "leave"), strings(*environment), 0, status=7)
    call("execve", text("nothing"), strings("one", "two"), strings("A=1"), error="ENOENT")
    fd = call("open", text(program), os.O_RDONLY, 0)
    call("execveat", fd, text(""), strings("one"), strings("A=1"), 0, error="ENOENT")
    unnamed = Text(b"\0", passed_on=b"/dev/fd/%d" % fd)
    caller.last("execveat", fd, unnamed, strings("one", "leave"), strings("A=1"), AT_EMPTY_PATH, status=7)


def identity(caller: Caller) -> None:
    call = caller.call
    pid = caller.pid
    call("getpid", ret=pid)
    call("gettid", ret=pid)
    call("getppid")
    for name in ("getuid", "geteuid", "getgid", "getegid", "getpgrp"):
        call(name)
    call("getpgid", 0)
    call("getpgid", NO_PID, error="ESRCH")
    call("getsid", pid)
    call("getresuid", array_out("I"), array_out("I"), array_out("I"), ret=0)
    call("getresgid", array_out("I"), array_out("I"), array_out("I"), ret=0)
    call("getgroups", 0, NULL)
    call("setpgid", NO_PID, 0, error="ESRCH")
    with caller.alone():
        call("setpgid", 0, 0, ret=0)
    with caller.alone():
        call("setsid")
        call("setgroups", 3, array("I", 5, 6, 7), ret=0)
        call("getgroups", 3, array_out("I", 3), ret=3)
        call("getgroups", 2, array_out("I", 2), error="EINVAL")
        call("capget", changed(CAP_HEADER.pack(CAP_VERSION_3, 0), CAP_HEADER), structs_out(CAP_DATA, 2), ret=0)
        none = [CAP_DATA.pack(0, 0, 0)] * 2
        call("capset", changed(CAP_HEADER.pack(CAP_VERSION_3, NO_PID), CAP_HEADER), structs(CAP_DATA, *none))
        call("setfsuid", 12)
        call("setfsgid", 13)
        call("setregid", -1, 14, ret=0)
        call("setresgid", 15, 16, -1, ret=0)
        call("setgid", 17, ret=0)
        call("setresuid", -1, -1, -1, ret=0)
        call("setreuid", 18, -1, ret=0)
        call("setuid", NOBODY, ret=0)
        call("setuid", 0, error="EPERM")
        call("setreuid", 0, 0, error="EPERM")
    with caller.alone() as child:
        call("set_tid_address", array_out("i"), ret=child)
    call("set_robust_list", NULL, 1, error="EINVAL")
    call("get_robust_list", 0, array_out("Q"), array_out("Q"), ret=0)
    call("personality", 0xFFFFFFFF, ret=0)
    call("prctl", 16, Text(bytes(16), "out"), 0, 0, 0, ret=0)  # PR_GET_NAME
    call("prctl", 99999, 1, 2, 3, 4, error="EINVAL")
    with caller.alone():
        call("prctl", 15, text("a new name"), 0, 0, 0, ret=0)  # PR_SET_NAME
    call("arch_prctl", 0x1003, array_out("Q"), ret=0)  # ARCH_GET_FS
    call("arch_prctl", 0x1, 0, error="EINVAL")
    call("kcmp", pid, pid, 0, 0, 0)
    pidfd = call("pidfd_open", pid, 0)
    call("pidfd_open", NO_PID, 0)
    call("pidfd_getfd", pidfd, 0, 0)
    call("pidfd_getfd", pidfd, NO_FD, 0)
    call("ptrace", 2, NO_PID, 0, NULL, error="ESRCH")


def structs_out(layout, count):
    return structs(layout, bytes(layout.size * count), direction="out")


def limits_and_usage(caller: Caller) -> None:
    call = caller.call
    pid = caller.pid
    core = given(RLIMIT.pack(0, 2**64 - 1), RLIMIT)
    call("getrlimit", resource.RLIMIT_NOFILE, filled(RLIMIT), ret=0)
    call("getrlimit", 99, filled(RLIMIT), error="EINVAL")
    with caller.alone():
        call("setrlimit", resource.RLIMIT_CORE, given(RLIMIT.pack(0, 0), RLIMIT), ret=0)
        call("prlimit64", 0, resource.RLIMIT_CORE, given(RLIMIT.pack(0, 0), RLIMIT), filled(RLIMIT), ret=0)
    call("prlimit64", NO_PID, resource.RLIMIT_CORE, core, filled(RLIMIT), error="ESRCH")
    call("getrusage", resource.RUSAGE_SELF, filled(RUSAGE), ret=0)
    call("getrusage", 55, filled(RUSAGE), error="EINVAL")
    call("times", filled(TMS))
    call("sysinfo", filled(SYSINFO), ret=0)
    call("uname", filled(UTSNAME), ret=0)
    call("sched_yield", ret=0)
    call("getpriority", 0, 0)
    call("setpriority", 0, pid, 0, ret=0)
    call("ioprio_get", 1, 0)
    call("ioprio_set", 1, NO_PID, 0, error="ESRCH")
    call("sched_getscheduler", 0)
    call("sched_setscheduler", pid, 0, given(SCHED_PARAM.pack(0), SCHED_PARAM), ret=0)
    call("sched_setscheduler", NO_PID, 0, given(SCHED_PARAM.pack(0), SCHED_PARAM), error="ESRCH")
    call("sched_setparam", 0, given(SCHED_PARAM.pack(0), SCHED_PARAM), ret=0)
    call("sched_getparam", 0, filled(SCHED_PARAM), ret=0)
    call("sched_setattr", 0, given(SCHED_ATTR.pack(SCHED_ATTR.size), SCHED_ATTR, value_at(1, 56)), 0)
    call("sched_getattr", 0, filled(SCHED_ATTR), SCHED_ATTR.size, 0, ret=0)
    call("sched_get_priority_max", 1, ret=99)
    call("sched_get_priority_min", 1, ret=1)
    call("sched_rr_get_interval", 0, filled(TIMESPEC), ret=0)
    call("syslog", 10, NULL, 0)
    call("syslog", 3, room(100), 100)
    with caller.alone():
        call("unshare", 0x04000000, ret=0)  # CLONE_NEWUTS
        call("sethostname", data(b"a new host name"), 15, ret=0)
        call("setdomainname", data(b"a new domain name", size=5), 5, ret=0)
        call("setns", NO_FD, 0, error="EBADF")
        call("unshare", 1 << 63, error="EINVAL")
    call("getrandom", room(20), 20, 1)
    call("getrandom", room(20), 20, 1 << 20, error="EINVAL")
    call("modify_ldt", 0, room(16), 16)
    call("iopl", 0)
    call("iopl", 4, error="EINVAL")
    call("ioperm", 0, 0, 0)


FAMILIES = (begins_and_ends, executing, identity, limits_and_usage)
