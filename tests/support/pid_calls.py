# SPDX-License-Identifier: MIT
"""Names a process by its number in each call that takes or returns one: tests/kernel/test_named_pids.py runs it in a
pid namespace of its own. Its numbers of calls are x86_64's."""

from __future__ import annotations

import array
import contextlib
import ctypes
import fcntl
import os
import resource
import signal
import socket
import struct
import subprocess
import sys
import tempfile

LIBC = ctypes.CDLL(None, use_errno=True)
SO_PASSCRED, SCM_CREDENTIALS = 16, 2
SIGINFO = 128
"""Bytes."""

HOLDER = """
import fcntl, sys
with open(sys.argv[1], "r+") as file:
    fcntl.lockf(file, fcntl.LOCK_EX)
    print("locked", flush=True)
    sys.stdin.read()
"""
"""Holds a lock until it is killed."""


def syscall(nr: int, *arguments: int | bytes) -> None:
    passed = [ctypes.create_string_buffer(each, len(each)) if isinstance(each, bytes) else each for each in arguments]
    LIBC.syscall(nr, *(each if isinstance(each, ctypes.Array) else ctypes.c_long(each) for each in passed))


def signals(pid: int) -> None:
    os.kill(pid, 0)
    os.kill(-pid, 0)
    syscall(234, pid, pid, 0)  # tgkill
    syscall(200, pid, 0)  # tkill
    info = struct.pack("iiiiII", signal.SIGCONT, 0, -1, 0, os.getpid(), 0).ljust(SIGINFO, b"\0")
    syscall(129, pid, signal.SIGCONT, info)  # rt_sigqueueinfo
    syscall(297, pid, pid, signal.SIGCONT, info)  # rt_tgsigqueueinfo


def scheduling(pid: int) -> None:
    os.sched_setaffinity(pid, os.sched_getaffinity(pid))
    os.sched_setscheduler(pid, os.sched_getscheduler(pid), os.sched_getparam(pid))
    os.sched_setparam(pid, os.sched_getparam(pid))
    os.sched_rr_get_interval(pid)
    syscall(315, pid, bytes(48), 48, 0)  # sched_getattr
    for which in (os.PRIO_PROCESS, os.PRIO_PGRP):
        os.setpriority(which, pid, os.getpriority(which, pid))
    syscall(252, 1, pid)  # ioprio_get
    syscall(251, 1, pid, 0)  # ioprio_set


def looks(pid: int) -> None:
    syscall(109, pid, pid)  # setpgid
    os.getpgid(pid)
    os.getsid(pid)
    resource.prlimit(pid, resource.RLIMIT_NOFILE)
    os.close(os.pidfd_open(pid))
    syscall(312, pid, os.getpid(), 1, 0, 0)  # kcmp
    nowhere = struct.pack("QQ", 0, 0)
    syscall(310, pid, nowhere, 1, nowhere, 1, 0)  # process_vm_readv
    syscall(311, pid, nowhere, 1, nowhere, 1, 0)  # process_vm_writev
    syscall(279, pid, 0, 0, 0, 0, 0)  # move_pages
    syscall(256, pid, 0, 0, 0)  # migrate_pages
    syscall(274, pid, bytes(8), bytes(8))  # get_robust_list
    syscall(125, struct.pack("Ii", 0x20080522, pid), bytes(24))  # capget
    syscall(157, 0x59616D61, pid, 0, 0, 0)  # prctl(PR_SET_PTRACER)
    syscall(101, 0x4206, pid, 0, 0)  # ptrace(PTRACE_SEIZE), of which strace won't let go
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG)
    os.waitid(os.P_PGID, pid, os.WEXITED | os.WNOHANG)
    os.waitpid(pid, os.WNOHANG)
    os.waitpid(-pid, os.WNOHANG)


def files(pid: int, locked: str) -> None:
    here, there = socket.socketpair()
    fcntl.fcntl(here, fcntl.F_SETOWN, pid)
    fcntl.fcntl(here, fcntl.F_SETOWN, -pid)
    fcntl.fcntl(here, 15, struct.pack("ii", 1, pid))  # F_SETOWN_EX
    fcntl.fcntl(here, 16, bytes(8))  # F_GETOWN_EX
    fcntl.ioctl(here, 0x8902, struct.pack("i", pid))  # SIOCSPGRP
    fcntl.ioctl(here, 0x8904, bytes(4))  # SIOCGPGRP
    here.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    there.setsockopt(socket.SOL_SOCKET, SO_PASSCRED, 1)
    here.sendmsg([b"x"], [(socket.SOL_SOCKET, SCM_CREDENTIALS, array.array("i", [pid, 0, 0]))])
    there.recvmsg(1, socket.CMSG_SPACE(12))
    with open(locked, "r+") as file:
        fcntl.fcntl(file, fcntl.F_GETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0))


def itself() -> None:
    os.setsid(), os.getpid(), os.getppid(), os.getpgrp()
    syscall(186)  # gettid
    child = LIBC.syscall(57)  # fork
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
    with contextlib.suppress(ProcessLookupError):
        os.kill(30_000, 0)  # nobody's


def main() -> None:
    with tempfile.NamedTemporaryFile() as locked:
        argv = [sys.executable, "-I", "-S", "-c", HOLDER, locked.name]
        pipe = subprocess.PIPE
        with subprocess.Popen(argv, stdin=pipe, stdout=pipe, preexec_fn=os.setpgrp) as victim:
            assert victim.stdout is not None
            victim.stdout.readline()
            looks(victim.pid)
            signals(victim.pid)
            scheduling(victim.pid)
            files(victim.pid, locked.name)
            itself()
            os.kill(victim.pid, signal.SIGKILL)  # Popen takes one that is traced and stops for one that has ended
            os.waitid(os.P_PID, victim.pid, os.WEXITED | os.WNOWAIT)


main()
