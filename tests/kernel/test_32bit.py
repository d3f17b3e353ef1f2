"""Calls of 32-bit programs: counted where they are seen, announced everywhere, and never taken for others."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

import lab
import pytest

import traceleft

READS_AND_EXITS = bytes.fromhex(
    "b803000000"  # mov eax, 3: read, which is 64-bit's close
    "31db"  # xor ebx, ebx: standard input
    "89e1"  # mov ecx, esp
    "ba01000000"  # mov edx, 1
    "cd80"  # int 0x80
    "b801000000"  # mov eax, 1: exit, which is 64-bit's write
    "31db"  # xor ebx, ebx
    "cd80"
)
BASE = 0x08048000
HEADERS = 84


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A 32-bit program that reads a byte and exits: man 5 elf, an Elf32_Ehdr and an Elf32_Phdr before its code."""
    size = HEADERS + len(READS_AND_EXITS)
    ident = b"\x7fELF\x01\x01\x01".ljust(16, b"\0")
    header = struct.pack("<HHIIIIIHHHHHH", 2, 3, 1, BASE + HEADERS, 52, 0, 0, 52, 32, 1, 0, 0, 0)
    segment = struct.pack("<IIIIIIII", 1, 0, BASE, BASE, size, size, 5, 4096)
    path = tmp_path_factory.mktemp("32bit") / "program"
    path.write_bytes(ident + header + segment + READS_AND_EXITS)
    path.chmod(0o755)
    try:
        done = subprocess.run([path], input=b"x", timeout=lab.TIMEOUT)
    except OSError as error:
        lab.cannot_run(f"this kernel runs no 32-bit programs: {error}")
    assert done.returncode == 0
    return path


def test_its_calls_are_counted_or_not_seen(backend: str, program: Path) -> None:
    """And never taken for the 64-bit calls of these numbers."""
    with traceleft.Tracer(backend=backend) as tracer:
        command = traceleft.Command([str(program)])
        tracer.attach_command(command, ["read", "close", "write", "exit"])
        command.start()
        assert command.wait() == 0
        assert lab.finished(tracer) == []
        if backend == "raw_tp":
            assert tracer.stats().compat_calls >= 2  # enter of exit, exit of read
        else:
            assert tracer.stats().compat_calls == 0


def test_a_command_is_announced(backend: str, program: Path) -> None:
    done = lab.run(lab.trace_argv(backend, "read", "--", program))
    assert done.returncode == 0
    announced, summary = done.stderr.splitlines()
    reason = b"counted, but not decoded" if backend == "raw_tp" else b"not seen by " + backend.encode()
    assert announced == b"traceleft: %s is a 32-bit program: its calls are %s" % (bytes(program), reason)
    assert summary.startswith(b"traceleft: 0 events, 0 lost")
    assert (b"calls of 32-bit programs" in summary) == (backend == "raw_tp")


def test_a_process_is_announced(backend: str, program: Path) -> None:
    process = subprocess.Popen([program], stdin=subprocess.PIPE)
    with process, lab.started(lab.trace_argv(backend, f"{process.pid}:read")) as trace:
        announced = trace.stderr.readline()
        process.stdin.close()
        assert trace.wait(lab.TIMEOUT) == 0
    assert announced.startswith(b"traceleft: process %d is a 32-bit program: " % process.pid)
