# SPDX-License-Identifier: MIT
"""Runs on an arm64 kernel: traces a process that makes calls whose arguments are known, and compares each field.

`smoke.py` does so under every backend that the kernel allows; `smoke.py victim` is the process.
"""

from __future__ import annotations

import ctypes
import json
import os
import select
import subprocess
import sys
import tempfile
from typing import Any

TRACED = (
    *("openat", "newfstatat", "fstat", "read", "write", "pipe2", "epoll_ctl", "epoll_pwait", "clone", "wait4"),
    *("personality", "fadvise64", "semget", "semctl", "execve", "exit_group", "readlinkat", "fcntl", "mmap"),
)
# As in arch/arm64/include/uapi/asm/fcntl.h, and not from our own schema, which is under test.
O_DIRECTORY, O_NOFOLLOW, O_DIRECT = 0o40000, 0o100000, 0o200000
IPC_PRIVATE, IPC_CREAT, IPC_STAT, IPC_RMID = 0, 0o1000, 2, 0


def victim() -> None:
    """Makes calls and writes what their events must be: a syscall, its ret, and some of its fields."""
    sys.stdin.readline()
    libc = ctypes.CDLL(None, use_errno=True)
    expected: list[tuple[str, int | None, dict[str, Any]]] = []
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/file"
        flags = O_DIRECTORY | O_NOFOLLOW | os.O_CLOEXEC
        assert (os.O_DIRECTORY, os.O_NOFOLLOW, os.O_DIRECT) == (O_DIRECTORY, O_NOFOLLOW, O_DIRECT)
        fd = os.open(folder, flags)
        expected.append(("openat", fd, {"dfd": -100, "filename": folder, "flags": flags}))
        with open(path, "wb", 0) as file:
            expected.append(("openat", file.fileno(), {"filename": path, "mode": 0o666}))
            file.write(b"arm64 \0 bytes")
            expected.append(("write", 13, {"fd": file.fileno(), "buf": b"arm64 \0 bytes", "count": 13}))
        os.chmod("file", 0o640, dir_fd=fd)
        found = os.stat("file", dir_fd=fd)
        fields = ("st_mode", "st_ino", "st_nlink", "st_uid", "st_size", "st_blksize", "st_blocks")
        stat = {name: getattr(found, name) for name in fields}
        stat |= {"st_mtime": found.st_mtime_ns // 10**9, "st_mtime_nsec": found.st_mtime_ns % 10**9}
        expected.append(("newfstatat", 0, {"dfd": fd, "filename": "file", "statbuf": stat}))
        libc.syscall(80, fd, ctypes.create_string_buffer(256))  # fstat, which glibc does without
        expected.append(("fstat", 0, {"fd": fd, "statbuf": {"st_mode": os.fstat(fd).st_mode}}))
        os.posix_fadvise(fd, 4096, 1 << 33, os.POSIX_FADV_RANDOM)
        expected.append(("fadvise64", 0, {"offset": 4096, "len": 1 << 33, "advice": 1}))
        try:
            os.readlink("missing", dir_fd=fd)
        except OSError as error:
            expected.append(("readlinkat", -(error.errno or 0), {"dfd": fd, "pathname": "missing", "buf": None}))

    reading, writing = os.pipe2(O_DIRECT | os.O_CLOEXEC)
    expected.append(("pipe2", 0, {"fildes": [reading, writing], "flags": O_DIRECT | os.O_CLOEXEC}))
    with select.epoll() as epoll:
        epoll.register(writing, select.EPOLLOUT)
        event = {"events": select.EPOLLOUT, "data": writing}
        expected.append(("epoll_ctl", 0, {"op": 1, "fd": writing, "event": event}))
        epoll.poll(1.0, 4)
        expected.append(("epoll_pwait", 1, {"events": [event], "maxevents": 4, "timeout": 1000}))
    expected.append(("personality", libc.personality(0xFFFFFFFF), {"personality": 0xFFFFFFFF}))

    semaphores = libc.semget(IPC_PRIVATE, 3, IPC_CREAT | 0o600)
    expected.append(("semget", semaphores, {"nsems": 3}))
    libc.semctl(semaphores, 0, IPC_STAT, ctypes.create_string_buffer(256))
    expected.append(("semctl", 0, {"cmd": IPC_STAT, "arg": {"sem_nsems": 3}}))
    libc.semctl(semaphores, 0, IPC_RMID)

    child = os.fork()
    if not child:
        os._exit(42)
    os.waitpid(child, 0)
    # The child's id is written through the fifth register here; on x86_64 through the fourth.
    expected.append(("clone", child, {"clone_flags": 0x1200011, "newsp": 0, "parent_tidptr": None}))
    expected.append(("wait4", child, {"upid": child, "stat_addr": [42 << 8]}))
    print(json.dumps(expected, default=lambda value: {"bytes": value.hex()}), flush=True)
    os.execv("/bin/busybox", ["busybox", "true"])


def matches(wanted: Any, found: Any) -> bool:
    """Whether a value is as wanted. Only the named fields of a struct count."""
    if isinstance(wanted, dict) and "bytes" in wanted:
        return bool(found == bytes.fromhex(wanted["bytes"]))
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(matches(value, found.get(name)) for name, value in wanted.items())
    if isinstance(wanted, list):
        return isinstance(found, list) and len(wanted) == len(found) and all(map(matches, wanted, found))
    return bool(wanted == found)


def trace(backend: str) -> str:
    """Traces a victim; returns the result in words, or the reason against the backend here. Raises AssertionError."""
    import traceleft

    events: dict[str, list[Any]] = {}
    try:
        tracer = traceleft.Tracer(backend=backend)
    except traceleft.BackendError as error:
        return f"not allowed: {error}"
    with (
        tracer,
        subprocess.Popen(
            [sys.executable, __file__, "victim"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process,
    ):
        try:
            wanted = [name for name in TRACED if name in tracer.traceable()]
            tracer.attach(wanted, pids=[process.pid])
        except traceleft.BackendError as error:
            process.kill()
            return f"not allowed: {error}"
        output, _ = process.communicate("go\n", timeout=120)
        assert process.returncode == 0, process.returncode
        expected = json.loads(output)
        for event in tracer.events(timeout=1.0):
            events.setdefault(event.syscall, []).append(event)
        stats = tracer.stats()
    assert not stats.lost and wanted == list(TRACED), (stats, set(TRACED) - set(wanted))

    expected.append(["execve", 0, {"filename": "/bin/busybox", "argv": ["busybox", "true"]}])
    expected.append(["exit_group", None, {"error_code": 0}])
    for name, ret, fields in expected:
        found = [event for event in events.get(name, []) if ret is None or event.ret == ret]
        good = [event for event in found if all(matches(value, event[key]) for key, value in fields.items())]
        assert good, f"{name} = {ret} {fields}: {[event.args for event in found]}"
    (clone,) = [event for event in events["clone"] if event.ret > 0]
    assert clone.raw_args["child_tidptr"] and list(clone.args)[3:] == ["tls", "child_tidptr"], clone.raw_args
    return f"{len(expected)} calls are as they were made, of {sum(map(len, events.values()))} events"


def command_line(backend: str) -> None:
    """The README's first example, an absent call, and a handler by path."""
    trace = [sys.executable, "-m", "traceleft", "trace", "--backend", backend]
    done = subprocess.run([*trace, "openat", "--", "/bin/busybox", "wc", "/init"], capture_output=True, text=True)
    line = 'openat(dfd=AT_FDCWD, filename="/init", flags=O_RDONLY) = 3'
    assert done.returncode == 0 and line in done.stdout, done
    print(f"  {next(each for each in done.stdout.splitlines() if line in each)}")
    done = subprocess.run([*trace, "open"], capture_output=True, text=True)
    assert done.returncode and "aarch64 has no syscall open; use openat" in done.stderr, done
    done = subprocess.run([*trace, "all", "--", "/bin/busybox", "true"], capture_output=True, text=True)
    assert done.returncode == 0 and "execve(" in done.stdout and "exit_group(error_code=0)" in done.stdout, done
    print(f"  {done.stderr.splitlines()[-1]}")


def compat_calls() -> None:
    """A 32-bit program's calls are counted, and none is taken for another."""
    import traceleft

    with traceleft.Tracer(backend="raw_tp") as tracer:
        tracer.attach(tracer.traceable())
        pid = os.posix_spawn("/bin/busybox32", ["busybox32", "true"], {})
        _, status = os.waitpid(pid, 0)
        counted = tracer.stats().compat_calls
        decoded = {event.syscall for event in tracer.events(timeout=1.0) if event.pid == pid}
    if status:
        print(f"  this CPU runs no 32-bit programs: {status:#x}")
        return
    # posix_spawn() makes calls in the new process before its 32-bit program does.
    assert counted > 5 and decoded <= {"clone", "rt_sigaction", "rt_sigprocmask", "execve"}, (counted, decoded)
    print(f"  {counted} calls of a 32-bit program counted, and decoded as no others")


def main() -> int:
    print(f"{os.uname().release} on {os.uname().machine}", flush=True)
    from traceleft.defaults import BACKENDS

    allowed = []
    for backend in BACKENDS:
        result = trace(backend)
        print(f"{backend}: {result}", flush=True)
        if not result.startswith("not"):
            allowed.append(backend)
            command_line(backend)
    compat_calls()
    assert "raw_tp" in allowed and "tracepoint" in allowed
    return 0


if __name__ == "__main__":
    sys.exit(victim() if sys.argv[1:] else main())
