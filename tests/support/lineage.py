# SPDX-License-Identifier: MIT
"""Starts processes in many ways. Each says what /proc knows of it, as a line of JSON, and calls getpgid() then.

When it is all done the first one says how the others ended. Run as root; a line on stdin lets it begin.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import time
from pathlib import Path

CLONE3 = 435
LIBC = ctypes.CDLL(None)


class CloneArgs(ctypes.Structure):
    """include/uapi/linux/sched.h, struct clone_args."""

    _fields_ = [(name, ctypes.c_uint64) for name in ["flags", "pidfd", "child_tid", "parent_tid", "exit_signal"]] + [
        (name, ctypes.c_uint64) for name in ["stack", "stack_size", "tls", "set_tid", "set_tid_size", "cgroup"]
    ]


def say(label: str) -> None:
    """What /proc has of this process."""
    with open("/proc/self/stat") as file:
        stat = file.read().rpartition(")")[2].split()
    with open("/proc/self/status") as file:
        status = dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
    with open("/proc/self/cmdline", "rb") as file:
        argv = file.read().decode("utf-8", "surrogateescape").split("\0")[:-1]
    with open("/proc/self/cgroup") as file:
        cgroups = dict(line.rstrip("\n").split("::", 1) for line in file if "::" in line)
    facts = {
        "label": label,
        "pid": os.getpid(),
        "ppid": int(stat[1]),
        "session": int(stat[3]),
        "tty": int(stat[4]),
        "ticks": int(stat[19]),
        "exe": str(Path("/proc/self/exe").readlink()),
        "cwd": str(Path.cwd()),
        "argv": argv,
        "uids": [int(each) for key in ("Uid", "Gid") for each in status[key].split()[:2]],
        "capabilities": int(status["CapEff"], 16),
        "namespaces": [Path(f"/proc/self/ns/{name}").stat().st_ino for name in ("pid", "mnt", "net", "user")],
        "cgroup": cgroups.get("0"),
    }
    out(facts)
    os.getpgid(0)


def out(facts: object) -> None:
    """In one write, for others write, too."""
    os.write(1, json.dumps(facts).encode() + b"\n")


def execute(label: str, *more: str) -> None:
    """Becomes a program that says it."""
    os.execv(sys.executable, [sys.executable, "-I", "-S", __file__, label, *more])


def by_descriptor() -> None:
    fd = os.open(sys.executable, os.O_RDONLY)
    os.execve(fd, ["python", "-I", "-S", __file__, "by descriptor", "\udcff", ""], {"PYTHONHOME": sys.base_prefix})


def elsewhere() -> None:
    os.setsid()
    os.chdir("/proc/self/task")
    os.chdir("/usr")
    execute("elsewhere", "x" * 5000)


def others() -> None:
    os.setresgid(1003, 1004, 1004)
    os.setresuid(1001, 0, 0)
    execute("others")


def powerless() -> None:
    os.setresuid(1002, 1002, 1002)
    execute("powerless")


def in_a_network() -> None:
    LIBC.unshare(0x40000000)  # CLONE_NEWNET
    execute("in a network")


def below_a_root() -> None:
    os.chroot("/usr")
    os.chdir("/lib")
    child = os.fork()
    if not child:
        os.getpgid(0)
        os._exit(0)
    out({"label": "below a root", "pid": child, "cwd": "/lib"})
    os.waitpid(child, 0)


def of_threads() -> None:
    import threading

    thread = threading.Thread(target=lambda: execute("of threads"))
    thread.start()
    thread.join()


def given_again(pid: int) -> None:
    """A process with the number of one that has ended."""
    numbers = (ctypes.c_int * 1)(pid)
    args = CloneArgs(exit_signal=signal.SIGCHLD, set_tid=ctypes.addressof(numbers), set_tid_size=1)
    while (child := LIBC.syscall(CLONE3, ctypes.byref(args), ctypes.sizeof(args))) < 0:
        time.sleep(0.001)  # it is in use
    if not child:
        os.getpgid(0)
        os._exit(9)
    out({"label": "given again", "pid": child})


def main() -> None:
    print("ready", flush=True)
    sys.stdin.readline()
    say("first")
    ways = [
        *(lambda: say("forked"), lambda: execute("by path"), by_descriptor, elsewhere, others, powerless),
        *(in_a_network, below_a_root, of_threads, lambda: os._exit(42), lambda: os.kill(os.getpid(), signal.SIGKILL)),
    ]
    ends = []
    for way in ways:
        child = os.fork()
        if not child:
            os.getpgid(0)
            way()
            os._exit(0)
        ends.append(os.waitpid(child, 0))
    given_again(child)
    ends.append(os.waitpid(child, 0))
    out({"label": "ends", "ends": ends})


if __name__ == "__main__":
    if len(sys.argv) > 1:
        say(sys.argv[1])
    else:
        main()
