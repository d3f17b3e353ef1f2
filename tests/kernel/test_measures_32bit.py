# SPDX-License-Identifier: MIT
"""Measures of 32-bit programs' calls: by the same keys as native ones, and in the same mapping."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import lab, program32
from tests.support.program32 import Program
from traceleft.meter import Meter

READ, OPEN, CLOSE, STAT64, OPENAT = 3, 5, 6, 195, 295
HERE = -100


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Reads of 16 and of 100 bytes, closes and opens that fail: every number is another native call's."""
    program32.require()
    data = program32.Memory()
    nowhere, hidden, room = data.put(b"/nowhere\0"), data.put(b"/nowhere/" + b"x" * 90 + b"\0"), data.put(bytes(128))
    rows = [(CLOSE, 77), (CLOSE, 77), (CLOSE, -1), (OPENAT, HERE, nowhere), (OPENAT, HERE, nowhere)]
    rows += [(OPENAT, HERE, hidden), (OPENAT, HERE, 1), (STAT64, nowhere, room)]
    rows += [(OPEN, data.put(b"/dev/zero\0"))] + [(READ, 3, room, size) for size in (16, 16, 100)]
    return Program(tmp_path, rows, data)


def test_counts_by_registers(backend: str, program: Program) -> None:
    """What isn't captured is counted without a handler; -1 is 32 bits wide there."""
    with Meter(backend=backend, abi="all") as meter:
        count = meter.count("close,openat,stat", by=("abi", "comm", "syscall", "error", "fd"), where="error")
        program.run()
        counted = {key[2:]: calls for key, calls in count.snapshot().items() if key[:2] == ("i386", "program32")}
    assert counted == {
        ("close", "EBADF", 77): 2,
        ("close", "EBADF", -1): 1,
        ("openat", "ENOENT", None): 3,
        ("openat", "EFAULT", None): 1,
        ("stat64", "ENOENT", None): 1,
    }


@pytest.mark.each_kernel
def test_counts_by_what_is_captured(backend: str, program: Program) -> None:
    with Meter(backend=backend, abi="all") as meter:
        count = meter.count("openat", by="filename", where='filename ^= "/nowhere" and comm == "program32"')
        program.run()
        assert count.snapshot() == {"/nowhere": 2, "/nowhere/" + "x" * 90: 1}


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_numbers(backend: str, program: Program) -> None:
    with Meter(backend=backend, abi="all") as meter:
        scope = {"by": "comm", "where": 'comm == "program32" and fd == 3'}
        sizes = meter.histogram("read", of="ret", **scope)
        bytes_read = meter.sum("read", of="ret", **scope)
        times = meter.histogram("read", **scope)
        program.run()
        meter.stop()
        assert [(each.low, each.count) for each in sizes["program32"].buckets if each.low < 64] == [(16, 2)]
        assert sizes["program32"].count == times["program32"].count == 3
        assert bytes_read == {"program32": 132}
        assert times["program32"].min > 0


CLOSES = """
import contextlib, os, sys
for _ in range(5):
    with contextlib.suppress(OSError):
        os.close(77)
os.execv(sys.argv[1], sys.argv[1:])
"""


def test_one_key_for_both(backend: str, program: Program) -> None:
    """What a native program and a 32-bit one do is one number. An execve returns by the other's number, munmap's."""
    for abi, closed in (("all", 8), ("native", 5)):
        with Meter(backend=backend, abi=abi) as meter:
            count = meter.count("close,execve,munmap", by=("syscall", "error"), where="fd == 77 or comm == 'program32'")
            program.run(sys.executable, "-I", "-S", "-c", CLOSES)
            meter.stop()
        # A tracepoint of a syscall doesn't see the return to a 32-bit program.
        executed = 0 if (abi, backend) == ("native", "tracepoint") else 1
        assert count == {
            key: calls for key, calls in {("close", "EBADF"): closed, ("execve", None): executed}.items() if calls
        }


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_on_the_command_line(backend: str, program: Program) -> None:
    """A command that is such a program is measured from its first call on."""
    for calls, ret in (("openat,close", 7), ("openat@32", 4)):
        argv = [*lab.TRACELEFT, "count", calls, "--backend", backend, "-o", "jsonl", "--by", "comm", "--", program.path]
        with program.input.open("rb") as rows:
            done = lab.run(argv, stdin=rows)
        assert done.returncode == 0
        counted = done.stdout[done.stdout.rindex(b"{") :]  # behind what the program wrote
        assert json.loads(counted) == {"comm": "program32", "calls": ret}, done.stdout
        assert done.stderr == b""


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_programs_that_are_met_later(backend: str, program: Program) -> None:
    script = 'while read line; do "$0" < "$1" > /dev/null; echo done; done'
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with (
        Meter(backend=backend) as meter,
        subprocess.Popen(["sh", "-c", script, program.path, program.input], **pipes) as shell,
    ):
        count = meter.count("close", by="abi", where="fd == 77", pids=[shell.pid], follow_forks=True)
        assert shell.stdin
        assert shell.stdout
        runs = 0
        while not count.snapshot():
            runs += 1
            shell.stdin.write(b"\n")
            shell.stdin.flush()
            assert shell.stdout.readline() == b"done\n"
        shell.stdin.close()
        count.stop()
    assert (runs, dict(count)) == (2, {"i386": 2})
    (said,) = count.read().missing()
    assert said.endswith("calls of 32-bit programs on this machine are not measured: --abi all measures them")


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_what_they_have_not(backend: str, program: Program) -> None:
    """mmap2 and old_mmap have no argument of that name: they are not measured, and that is said."""
    with Meter(backend=backend, abi="all") as meter:
        count = meter.count("mmap", by="off", where="off == 0")
        program.run()
        count.stop()
    assert count.read().compat_calls >= len(program.rows)
