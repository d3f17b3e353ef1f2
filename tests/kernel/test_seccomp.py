# SPDX-License-Identifier: MIT
"""Calls that seccomp stops by a signal were not run, and have no result; those it refuses by an error have that one."""

from __future__ import annotations

import json
import sys

import pytest

from tests.support import lab

FILTERED = """
import ctypes, signal, struct, sys
libc = ctypes.CDLL(None)
ACTIONS = {"kill": 0x80000000, "kill thread": 0, "trap": 0x00030000, "errno": 0x0005000D, "trace": 0x7FF00000}
action, nr, *arguments = ACTIONS[sys.argv[1]], *map(eval, sys.argv[2:])
load, jump, stop, allow = (0x20, 0, 0, 0), (0x15, 0, 1, nr), (6, 0, 0, action), (6, 0, 0, 0x7FFF0000)
code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in (load, jump, stop, allow)))
program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", 4, ctypes.addressof(code)))
text, empty = ctypes.create_string_buffer(b"/nonexistent/text"), ctypes.create_string_buffer(64)
vector = ctypes.create_string_buffer(struct.pack("QQ", ctypes.addressof(empty), 64))
places = {"TEXT": ctypes.addressof(text), "EMPTY": ctypes.addressof(empty), "VECTOR": ctypes.addressof(vector)}
arguments = [ctypes.c_long(places.get(each, each)) for each in arguments]
assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, program, 0, 0) == 0
libc.syscall(nr, *arguments)
"""
"""Makes a call behind a filter: ACTION NUMBER ARGUMENT..."""
STOPS = ("kill", "kill thread", "trap")
CALLS = {
    # The number is what the register has as the result: read's looks like the end of a file, write's like a byte.
    "symlinkat": (266, ["0", "5", "0"], "symlinkat(oldname=NULL, newdfd=5, newname=NULL)"),
    "read": (0, ["0", "'EMPTY'", "64"], "read(fd=0, buf="),
    "write": (1, ["1", "'TEXT'", "5"], 'write(fd=1, buf="/none"'),
    "readv": (19, ["0", "'VECTOR'", "1"], "readv(fd=0, vec="),
    "openat": (257, ["-100", "'TEXT'", "0"], 'openat(dfd=AT_FDCWD, filename="/nonexistent/text", flags=O_RDONLY)'),
    "getpid": (39, [], "getpid()"),
    "mkdir": (83, ["'TEXT'", "0o755"], 'mkdir(pathname="/nonexistent/text", mode=0755)'),
}


def lines(backend: str, action: str, syscall: str, *options: str) -> list[str]:
    """What is shown of the last call of the process that makes it."""
    if backend not in ("raw_tp", "tracepoint"):
        pytest.skip(f"{backend} hooks the function behind the call, which isn't run")
    number, arguments, _ = CALLS[syscall]
    command = [sys.executable, "-c", FILTERED, action, str(number), *arguments]
    argv = lab.trace_argv(backend, *options, syscall, "--", "sh", "-c", 'ulimit -c 0; "$@"', "sh", *command)
    done = lab.run(argv)
    assert b" 0 lost" in done.stderr
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize("syscall", CALLS)
@pytest.mark.parametrize("action", STOPS)
def test_a_call_that_is_stopped_has_no_result(backend: str, action: str, syscall: str) -> None:
    (stopped,) = [line for line in lines(backend, action, syscall) if "seccomp" in line]
    assert f" {CALLS[syscall][2]}" in stopped
    assert stopped.endswith(" = ? SIGSYS (Stopped by seccomp)")


@pytest.mark.any_backend
@pytest.mark.parametrize("syscall", CALLS)
def test_every_format_says_so(backend: str, syscall: str) -> None:
    events = [json.loads(line) for line in lines(backend, "trap", syscall, "--format", "jsonl")]
    (stopped,) = [event for event in events if event.get("stopped_by_seccomp")]
    assert stopped["syscall"] == syscall and stopped["ret"] is None and stopped["error"] is None
    if syscall in ("read", "readv"):  # nothing was read
        memory = stopped["args"]["buf" if syscall == "read" else "vec"]
        assert memory is None or memory[0]["iov_base"] in (None, "")


@pytest.mark.any_backend
@pytest.mark.each_kernel
@pytest.mark.parametrize(
    ("action", "result"),
    [
        ("errno", "-1 EACCES (Permission denied)"),
        ("trace", "-1 ENOSYS (Function not implemented)"),  # nobody traces it by ptrace
    ],
)
@pytest.mark.parametrize("syscall", ["symlinkat", "openat", "mkdir"])
def test_a_call_that_is_refused_has_its_error(backend: str, action: str, result: str, syscall: str) -> None:
    assert lines(backend, action, syscall)[-1].endswith(f"{CALLS[syscall][2]} = {result}")


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_calls_that_return_their_number_have_it(backend: str) -> None:
    """Behind a filter, too: a write of one byte, and the end of a file."""
    script = "import os; os.write(1, b'x'); os.read(os.open('/dev/null', 0), 9)"
    command = [sys.executable, "-c", FILTERED.rpartition("\n")[0].rpartition("\n")[0] + "\n" + script, "kill", "266"]
    done = lab.run(lab.trace_argv(backend, "-o", "/dev/stderr", "write", "read", "--", *command), text=True)
    assert done.returncode == 0 and done.stdout == "x"
    assert 'write(fd=1, buf="x", count=1) = 1\n' in done.stderr and "seccomp" not in done.stderr
    assert "count=9) = 0\n" in done.stderr
