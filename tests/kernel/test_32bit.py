# SPDX-License-Identifier: MIT
"""Calls through the 32-bit gate, and x32's: decoded or counted under every backend, and never taken for others.

test_i386.py has the values of calls that are decoded.
"""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest

import traceleft
from tests.support import lab, program32
from tests.support.syscall_numbers import NUMBERS

CALLS = bytes.fromhex(
    "b803000000"  # mov eax, 3: read, which is 64-bit's close
    "31db"  # xor ebx, ebx: standard input
    "89e1"  # mov ecx, esp
    "ba01000000"  # mov edx, 1
    "cd80"  # int 0x80
    "b814000000"  # mov eax, 20: getpid, whose function is 64-bit's, too
    "cd80"
    "b801000000"  # mov eax, 1: exit, which is 64-bit's write
    "31db"  # xor ebx, ebx
    "cd80"
)
NAMES = ["read", "close", "write", "exit", "getp*id"]
"""64-bit's getpid has no function that fentry can hook on some kernels; a pattern leaves it out there."""
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
    "b807020040"  # mov eax, 0x40000207: x32's recvmsg, which a kernel without x32 refuses
    "0f05"
    "b83c000000"  # mov eax, 60: 64-bit's exit
    "31ff"
    "0f05"
)
X32_CLOSE = bytes.fromhex(
    "b803000040"  # mov eax, 0x40000003; edi is 0
    "0f05"
    "b83c000000"
    "31ff"
    "0f05"
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A 32-bit program that reads a byte, asks for its number, and exits."""
    path = tmp_path_factory.mktemp("32bit") / "program"
    path.write_bytes(program32.elf32(CALLS))
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


@pytest.mark.parametrize("abi", ["auto", "all"])
def test_its_calls_are_decoded(backend: str, program: Path, abi: str) -> None:
    """From the first on, once each, also where both sides are hooked; and then they aren't counted as others are."""
    with traceleft.Tracer(backend=backend, abi=abi) as tracer:
        command = traceleft.Command([str(program)])
        tracer.attach_command(command, NAMES)
        command.start()
        assert command.wait() == 0
        events = [(event.syscall, event.nr, event.abi, event.is_entry) for event in lab.finished(tracer)]
        assert events == [
            ("read", 3, "i386", False),
            ("getpid", 20, "i386", False),
            ("exit", 1, "i386", True),
        ]
        assert callers(tracer, command.pid) == []
        lab.assert_accounted(tracer)


def test_its_calls_are_counted(backend: str, program: Path) -> None:
    """Where they aren't decoded: never taken for the 64-bit calls of these numbers, and counted once each, also where
    both sides are hooked."""
    with traceleft.Tracer(backend=backend, abi="native") as tracer:
        command = traceleft.Command([str(program)])
        tracer.attach_command(command, NAMES)
        command.start()
        assert command.wait() == 0
        assert lab.finished(tracer) == []
        assert callers(tracer, command.pid) == [("program", 3)]
        assert tracer.stats().compat_calls >= 3


@pytest.mark.parametrize("code", [INT80, X32], ids=["int80", "x32"])
@pytest.mark.parametrize("traced_as", ["process", "child", "any", "another"])
def test_a_64_bit_programs_calls_are_known(backend: str, tmp_path: Path, code: bytes, traced_as: str) -> None:
    """By process, of those that are traced: by a PID, as a followed child, by a default handler; and of no other."""
    path = program_64(tmp_path, code)
    tracer = traceleft.Tracer(backend=backend, abi="native")
    with tracer, subprocess.Popen(["cat"], stdin=subprocess.PIPE) as other:
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
@pytest.mark.each_kernel
def test_a_number_that_is_given_again_is_another_caller(backend: str, program: Path, every_pid_allowed: None) -> None:
    last_pid = Path("/proc/sys/kernel/ns_last_pid")
    with traceleft.Tracer(backend=backend, abi="native") as tracer:
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
    options = ["--abi", "native", "-o", tmp_path / "out", "--stats"]
    argv = lab.trace_argv(backend, *options, "openat", "--", "sh", "-c", script, "sh", path)
    done = lab.run([*argv, tmp_path / name])
    assert done.returncode == 0
    lines = done.stderr.splitlines(keepends=True)
    assert len(re_said := [line for line in lines if b"makes 32-bit calls" in line]) == 1, done.stderr
    assert rb"(\x1b]0;\x07) makes 32-bit calls" in re_said[0]
    assert rb" 32-bit calls of process " in done.stderr
    assert b" 32-bit calls, which were not decoded" in done.stderr


@pytest.mark.any_kernel
def test_many_callers_are_not_all_named(backend: str, program: Path, tmp_path: Path) -> None:
    """Any number of processes can be started: what is said of them isn't what fills a log."""
    script = 'for i in $(seq 30); do "$1" </dev/null; done'
    options = ["--abi", "native", "-o", tmp_path / "out"]
    argv = lab.trace_argv(backend, *options, "close", "--", "sh", "-c", script, "sh", program)
    done = lab.run(argv)
    assert done.returncode == 0
    said = [line for line in done.stderr.splitlines() if b"32-bit calls" in line]
    assert len(said) == 22
    assert said[20] == b"traceleft: more processes make 32-bit calls, and are not named"


@pytest.mark.any_backend
def test_a_command_is_announced(backend: str, program: Path) -> None:
    done = lab.run(lab.trace_argv(backend, "--abi", "native", "read", "--", program))
    assert done.returncode == 0
    announced, summary = done.stderr.splitlines()
    assert announced == b"traceleft: %s is a 32-bit program: its calls are counted, not decoded" % bytes(program)
    assert summary.startswith(b"traceleft: 0 events, 0 lost")
    assert b"32-bit calls" in summary


@pytest.mark.any_backend
def test_a_process_is_announced_at_once(backend: str, program: Path) -> None:
    process = subprocess.Popen([program], stdin=subprocess.PIPE)
    with process, lab.started(lab.trace_argv(backend, "--abi", "native", f"{process.pid}:read")) as trace:
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
    with lab.started(lab.trace_argv(backend, "--abi", "native", "-o", output, "read")) as trace:

        def begun() -> bool:
            """Whether a read of our own is there."""
            Path("/proc/self/stat").read_bytes()
            return output.exists() and output.stat().st_size > 0

        lab.wait_until(begun, "the trace has begun")
        process = subprocess.Popen([path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        process.wait(lab.TIMEOUT)
        assert any(line == announcement(process.pid, "native") for line in trace.stderr)
        assert trace.poll() is None


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_a_running_process_is_decoded_at_once(backend: str, program: Path) -> None:
    process = subprocess.Popen([program], stdin=subprocess.PIPE)
    with process, traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[process.pid])
        process.communicate(b"x", timeout=lab.TIMEOUT)
        assert [(event.args["buf"], event.abi) for event in lab.finished(tracer)] == [(b"x", "i386")]


@pytest.mark.parametrize("follow", [False, True], ids=["any", "child"])
def test_they_are_decoded_once_one_is_seen(backend: str, program: Path, follow: bool) -> None:
    """Of a child of a 64-bit process, too; and by all that is attached then or later."""
    script = 'while read line; do "$1" </dev/null; echo; done'
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with (
        traceleft.Tracer(backend=backend) as tracer,
        subprocess.Popen(["sh", "-c", script, "sh", program], **pipes) as shell,
    ):

        def runs_once() -> None:
            shell.stdin.write(b"\n")
            shell.stdin.flush()
            assert shell.stdout.readline() == b"\n"

        chosen = {"pids": [shell.pid], "follow_forks": True} if follow else {}
        read = tracer.attach("read", **chosen)
        runs_once()
        # Another 32-bit program may run on this machine, and is enough where every process is traced.
        assert not (follow and tracer.decodes_compat)
        seen = []
        lab.wait_until(lambda: seen.append(tracer.read(0)) or tracer.decodes_compat, "32-bit calls are decoded")
        tracer.attach("exit", **chosen)
        runs_once()
        tracer.detach(read)
        runs_once()
        shell.stdin.close()
        shell.wait(lab.TIMEOUT)
        found = [event for batch in filter(None, seen) for event in batch] + lab.finished(tracer)
        decoded = [event.syscall for event in found if event.abi and event.comm == "program"]
        assert decoded[-3:] == ["read", "exit", "exit"] and (not follow or len(decoded) == 3)


@pytest.mark.any_backend
def test_other_names(backend: str, program: Path) -> None:
    """strace's: NAME@32 is a 32-bit program's alone, NAME@64 a native one."""
    with traceleft.Tracer(backend=backend) as tracer:
        for names in (["read@32"], ["read@64"]):
            command = traceleft.Command([str(program)])
            tracer.attach_command(command, names)
            command.start()
            assert command.wait() == 0
        assert [event.abi for event in lab.finished(tracer)] == ["i386"]


@pytest.mark.any_backend
def test_no_such_abi(backend: str) -> None:
    with pytest.raises(traceleft.UsageError, match="unknown abi 'x86'; choose auto, native, all"):
        traceleft.Tracer(backend=backend, abi="x86")


def test_x32(backend: str, tmp_path: Path) -> None:
    """x32's calls below 512 have the native layouts: they are decoded where the hooks see them, and else counted."""
    with traceleft.Tracer(backend=backend) as tracer:
        command = traceleft.Command([str(program_64(tmp_path, X32_CLOSE))])
        tracer.attach_command(command, "close")
        command.start()
        assert command.wait() == 0
        events = [(event.syscall, event.nr, event.abi) for event in lab.finished(tracer)]
        # A kernel without x32 refuses it before any function of a call is reached.
        assert events in (
            [[("close", 0x40000003, "x32")]] if backend == "raw_tp" else [[], [("close", 0x40000003, "x32")]]
        )
        assert callers(tracer, command.pid) == ([("native", 1)] if backend == "tracepoint" else [])


def test_executing_a_32_bit_program(backend: str, program: Path, tmp_path: Path) -> None:
    """It is seen once, whoever executes whom: the call begins under one ABI, and returns under the other."""
    script = f'"{program}" </dev/null'
    for abi in ("all", "native"):
        with traceleft.Tracer(backend=backend, abi=abi) as tracer:
            command = traceleft.Command(["sh", "-c", script + "; :"])
            tracer.attach_command(command, "execve")
            command.start()
            assert command.wait() == 0
            events = [event for event in lab.finished(tracer) if event.ret == 0]
            executed = [event.args["filename"] for event in events]
            # By the number of the ABI that it is said to be of.
            assert all(event.nr == (11 if event.abi else NUMBERS["execve"]) for event in events)
            # A tracepoint of a syscall doesn't see the return to a 32-bit program.
            lost = abi == "native" and backend == "tracepoint"
            assert executed[1:] == ([] if lost else [str(program)])


BECOMES = """
import subprocess, sys, traceleft
shell = ["sh", "-c", 'read line; "$0" </dev/null; read line', sys.argv[2]]
with traceleft.Tracer(backend=sys.argv[1]) as tracer, subprocess.Popen(shell, stdin=subprocess.PIPE) as process:
    tracer.attach("read", pids=[process.pid], follow_forks=True)
    tracer.become("nobody")
    process.stdin.write(b"\\n")
    process.stdin.flush()
    while not tracer.compat_failure:
        tracer.read(0.1)
    process.stdin.close()
    process.wait()
    tracer.stop()
    assert not tracer.decodes_compat
    print(tracer.compat_failure)
"""


@pytest.mark.any_backend
def test_what_can_not_be_loaded_any_more_is_said(backend: str, program: Path) -> None:
    """And it doesn't end the trace."""
    done = subprocess.run(
        [sys.executable, "-c", BECOMES, backend, program], capture_output=True, text=True, timeout=lab.TIMEOUT
    )
    if "before Linux 5.19" in done.stderr or "lets no process without capabilities" in done.stderr:
        lab.cannot_run("this kernel's processes without capabilities can't read their maps")
    assert done.returncode == 0, done.stderr
    assert "refused" in done.stdout or "not permitted" in done.stdout, done.stdout
