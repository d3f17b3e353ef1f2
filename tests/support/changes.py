# SPDX-License-Identifier: MIT
"""A process that changes what it is, one thing after another, and executes nothing.

`changes.py CGROUPS` runs as root, CGROUPS being where cgroup v2 is mounted. A line on stdin lets it begin; after each
change it says what /proc knows of it, as a line of JSON, and calls getpgid() then. `changes.py CGROUPS fast` changes
its directory FAST times instead.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from lineage import LIBC, say

FAST = 4000
NEW_NETWORK = 0x40000000
"""include/uapi/linux/sched.h: CLONE_NEWNET"""


def capset(effective: int, permitted: int) -> None:
    """include/uapi/linux/capability.h: _LINUX_CAPABILITY_VERSION_3, and struct __user_cap_data_struct twice."""
    words = [effective, permitted, 0, effective >> 32, permitted >> 32, 0]
    data = (ctypes.c_uint32 * 6)(*(word & 0xFFFFFFFF for word in words))
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    if LIBC.capset(head, data):
        raise OSError("capset")


def held() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1], 16) for line in lines if line.startswith("CapPrm"))


def move(cgroup: Path) -> None:
    """Another process moves this one."""
    child = os.fork()
    if not child:
        (cgroup / "cgroup.procs").write_text(str(os.getppid()))
        os._exit(0)
    os.waitpid(child, 0)


def by_thread() -> None:
    thread = threading.Thread(target=os.chdir, args=("/usr/lib",))
    thread.start()
    thread.join()


def as_user(change: Callable[[], None]) -> None:
    change()
    LIBC.prctl(4, 1)  # PR_SET_DUMPABLE: else its /proc is root's


def main(cgroups: Path) -> None:
    ours, root = os.open("/proc/self/ns/net", os.O_RDONLY), os.open("/", os.O_RDONLY)
    cgroup = cgroups / f"changes-{os.getpid()}"
    cgroup.mkdir()
    changes: list[Callable[[], object]] = [
        lambda: os.chdir("/usr"),
        lambda: os.fchdir(root),
        by_thread,
        os.setsid,
        lambda: move(cgroup),
        lambda: move(cgroups),
        lambda: LIBC.unshare(NEW_NETWORK),
        lambda: LIBC.setns(ours, 0),
        lambda: capset(held() & ~(1 << 25), held()),  # CAP_SYS_TIME
        lambda: os.setgid(1005),
        lambda: os.setregid(1006, 1007),
        lambda: os.setresgid(1003, 1004, 1004),
        lambda: as_user(lambda: os.setreuid(1006, 0)),
        lambda: as_user(lambda: os.setresuid(1001, 0, 0)),
        lambda: as_user(lambda: os.setuid(1002)),
    ]
    for number, change in enumerate(changes):
        change()
        say(str(number))


def fast() -> None:
    for _ in range(FAST // 2):
        os.chdir("/usr")
        os.chdir("/")
    os.getpgid(0)


if __name__ == "__main__":
    print("ready", flush=True)
    sys.stdin.readline()
    if len(sys.argv) > 2:
        fast()
        sys.exit()
    child = os.fork()  # setsid() is not for a group's first process
    if not child:
        main(Path(sys.argv[1]))
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    for left in Path(sys.argv[1]).glob(f"changes-{child}"):
        left.rmdir()
    sys.exit(os.waitstatus_to_exitcode(status))
