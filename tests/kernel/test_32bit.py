# SPDX-License-Identifier: MIT
"""Calls through the 32-bit gate, and x32's: counted and announced under every backend, and never taken for others."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

import pytest

import traceleft
from tests.support import lab

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
INT80 = bytes.fromhex(
    "31c0"  # xor eax, eax: 64-bit's read
    "31ff"  # xor edi, edi: standard input
    "4889e6"  # mov rsi, rsp
    "ba01000000"  # mov edx, 1
    "0f05"  # syscall
    "b814000000"  # mov eax, 20: getpid, which is 64-bit's writev
    "cd80"  # int 0x80
    "b801000000"  # mov eax, 1: exit
    "31db"  # xor ebx, ebx
    "cd80"
)
X32 = bytes.fromhex(
    "31c0"
    "31ff"
    "4889e6"
    "ba01000000"
    "0f05"
    "b827000040"  # mov eax, 0x40000027: x32's getpid, which a kernel without x32 refuses
    "0f05"
    "b83c000000"  # mov eax, 60: 64-bit's exit
    "31ff"
    "0f05"
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


def program_64(directory: Path, code: bytes) -> Path:
    """A 64-bit program of that code: an Elf64_Ehdr and an Elf64_Phdr before it."""
    headers, base = 120, 0x400000
    size = headers + len(code)
    ident = b"\x7fELF\x02\x01\x01".ljust(16, b"\0")
    header = struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, base + headers, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    segment = struct.pack("<IIQQQQQQ", 1, 5, 0, base, base, size, size, 4096)
    path = directory / "native"
    path.write_bytes(ident + header + segment + code)
    path.chmod(0o755)
    return path


def callers(tracer: traceleft.Tracer, pid: int) -> list[tuple[str, int]]:
    return [(caller.name, caller.calls) for caller in tracer.compat_callers() if caller.pid == pid]


def test_its_calls_are_counted(backend: str, program: Path) -> None:
    """And never taken for the 64-bit calls of these numbers. Each is counted once, where both sides are hooked, too."""
    with traceleft.Tracer(backend=backend) as tracer:
        command = traceleft.Command([str(program)])
        tracer.attach_command(command, ["read", "close", "write", "exit"])
        command.start()
        assert command.wait() == 0
        assert lab.finished(tracer) == []
        assert callers(tracer, command.pid) == [("program", 2)]
        assert tracer.stats().compat_calls >= 2


@pytest.mark.parametrize("code", [INT80, X32], ids=["int80", "x32"])
@pytest.mark.parametrize("traced_as", ["process", "child", "any", "another"])
def test_a_64_bit_programs_calls_are_known(backend: str, tmp_path: Path, code: bytes, traced_as: str) -> None:
    """By process, of those that are traced: by a PID, as a followed child, by a default handler; and of no other."""
    path = program_64(tmp_path, code)
    with traceleft.Tracer(backend=backend) as tracer, subprocess.Popen(["cat"], stdin=subprocess.PIPE) as other:
        shell = ["sh", "-c", 'read line; "$1" & echo $!; wait', "sh", path]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen(shell if traced_as == "child" else [path], **pipes) as process:
            pids = {"any": None, "another": [other.pid]}.get(traced_as, [process.pid])
            tracer.attach("read", pids=pids, follow_forks=traced_as == "child")
            said, _ = process.communicate(b"\n", timeout=lab.TIMEOUT)
            pid = int(said) if traced_as == "child" else process.pid
        other.stdin.close()
        other.wait(lab.TIMEOUT)
        tracer.stop()
        # Where only exits are hooked, a call that doesn't return isn't seen.
        calls = 1 if code == X32 or backend == "raw_tp" else 2
        assert callers(tracer, pid) == ([] if traced_as == "another" else [("native", calls)])


@pytest.mark.any_backend
def test_a_number_that_is_given_again_is_another_caller(backend: str, program: Path, every_pid_allowed: None) -> None:
    last_pid = Path("/proc/sys/kernel/ns_last_pid")
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read")
        pids = []
        while len(pids) < 100 and len(set(pids)) in (0, len(pids)):  # others start processes, too
            if pids:
                last_pid.write_text(str(pids[0] - 1))
            process = subprocess.Popen([program], stdin=subprocess.DEVNULL)
            process.wait(lab.TIMEOUT)
            pids.append(process.pid)
        again = next((pid for pid in pids if pids.count(pid) > 1), None)
        if again is None:
            pytest.skip("the number was never given again")
        assert len(callers(tracer, again)) == 2


def announcement(pid: int, name: str) -> bytes:
    return f"traceleft: process {pid} ({name}) makes 32-bit calls, which are counted, not decoded\n".encode()


@pytest.mark.any_backend
@pytest.mark.parametrize("code", [INT80, X32], ids=["int80", "x32"])
def test_a_64_bit_program_is_announced(backend: str, tmp_path: Path, code: bytes) -> None:
    """Once, with a name that nothing in a terminal acts on; and by --stats."""
    path = program_64(tmp_path, code)
    script = 'mv "$1" "$2" && echo | "$2" & echo $!; wait'
    name = "\x1b]0;\a"
    argv = lab.trace_argv(backend, "-o", tmp_path / "out", "--stats", "openat", "--", "sh", "-c", script, "sh", path)
    done = lab.run([*argv, tmp_path / name])
    assert done.returncode == 0
    lines = done.stderr.splitlines(keepends=True)
    assert len(re_said := [line for line in lines if b"makes 32-bit calls" in line]) == 1, done.stderr
    assert rb"(\x1b]0;\x07) makes 32-bit calls" in re_said[0]
    assert rb" 32-bit calls of process " in done.stderr
    assert b" 32-bit calls, which are not decoded" in done.stderr


@pytest.mark.any_kernel
def test_many_callers_are_not_all_named(backend: str, program: Path, tmp_path: Path) -> None:
    """Any number of processes can be started: what is said of them isn't what fills a log."""
    script = 'for i in $(seq 30); do "$1" </dev/null; done'
    argv = lab.trace_argv(backend, "-o", tmp_path / "out", "close", "--", "sh", "-c", script, "sh", program)
    done = lab.run(argv)
    assert done.returncode == 0
    said = [line for line in done.stderr.splitlines() if b"32-bit calls" in line]
    assert len(said) == 22
    assert said[20] == b"traceleft: more processes make 32-bit calls, and are not named"


@pytest.mark.any_backend
def test_a_command_is_announced(backend: str, program: Path) -> None:
    done = lab.run(lab.trace_argv(backend, "read", "--", program))
    assert done.returncode == 0
    announced, summary = done.stderr.splitlines()
    assert announced == b"traceleft: %s is a 32-bit program: its calls are counted, not decoded" % bytes(program)
    assert summary.startswith(b"traceleft: 0 events, 0 lost")
    assert b"32-bit calls" in summary


@pytest.mark.any_backend
def test_a_process_is_announced_at_once(backend: str, program: Path) -> None:
    process = subprocess.Popen([program], stdin=subprocess.PIPE)
    with process, lab.started(lab.trace_argv(backend, f"{process.pid}:read")) as trace:
        announced = trace.stderr.readline()
        process.stdin.close()
        assert trace.wait(lab.TIMEOUT) == 0
        assert b"makes 32-bit calls" not in trace.stderr.read()  # it is said once
    assert announced.startswith(b"traceleft: process %d is a 32-bit program: " % process.pid)


@pytest.mark.any_kernel
def test_a_64_bit_process_is_announced_while_it_runs(backend: str, tmp_path: Path) -> None:
    """By a trace of every process, whose end nobody waits for."""
    path = program_64(tmp_path, INT80)
    output = tmp_path / "output"
    with lab.started(lab.trace_argv(backend, "-o", output, "read")) as trace:

        def begun() -> bool:
            """Whether a read of our own is there."""
            Path("/proc/self/stat").read_bytes()
            return output.exists() and output.stat().st_size > 0

        lab.wait_until(begun, "the trace has begun")
        process = subprocess.Popen([path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        process.wait(lab.TIMEOUT)
        assert any(line == announcement(process.pid, "native") for line in trace.stderr)
        assert trace.poll() is None
