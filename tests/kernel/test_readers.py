# SPDX-License-Identifier: MIT
"""Calls that events themselves would cause: traceleft's own, those of who reads its output, another traceleft's."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import TIMEOUT, Victim, string
from traceleft.peers import readers_of

pytestmark = pytest.mark.any_backend


def mark(victim: Victim, text: str) -> None:
    """A write that fails, and is traced like any other."""
    assert victim.call("write", -1, string(text), len(text)).error == "EBADF"


def lines_between_marks(victim: Victim, trace: subprocess.Popen, output: object = None) -> list[bytes]:
    """What a trace of every process's write shows from one call of the victim's to another, which it makes when it has
    read of the first: a line that caused others has caused them by then."""
    output = output or trace.stdout
    lab.wait_until(
        lambda: mark(victim, "not yet") or bool(select.select([output], [], [], 0.05)[0]), "the trace has begun"
    )
    lines: list[bytes] = []
    for text in ("first", "second"):
        mark(victim, text)
        lines.clear()
        while not lines or f'"{text}"'.encode() not in lines[-1]:
            line = output.readline()
            assert line, trace.communicate(timeout=TIMEOUT)
            lines.append(line)
    return lines


def calls_of(pid: int, lines: Iterable[bytes]) -> list[bytes]:
    return [line for line in lines if str(pid).encode() in line.split(b"(")[0].split()]


def test_who_reads_the_pipe_is_not_traced(backend: str, victim: Victim) -> None:
    """Neither the first in a row of pipes nor the last."""
    script = '"$@" | { echo >&2 $(exec sh -c "echo \\$PPID"); exec grep --line-buffered =; } | cat'
    with lab.started(["sh", "-c", script, "sh", *lab.trace_argv(backend, "write")]) as shell:
        grep = int(shell.stderr.readline())
        lines = lines_between_marks(victim, shell)
        assert calls_of(grep, lines) == []
        assert not [line for line in lines if b" cat write(" in line]
        said = {shell.stderr.readline() for _ in range(2)}
    assert b"traceleft: not traced: grep (%d), which reads this output\n" % grep in said


def test_a_terminals_emulator_is_not_traced(backend: str, victim: Victim) -> None:
    master, slave = os.openpty()
    with subprocess.Popen(["cat"], stdin=master, stdout=subprocess.PIPE) as emulator:
        os.close(master)
        with lab.started(lab.trace_argv(backend, "write", "read"), stdout=slave) as trace:
            os.close(slave)
            lines = lines_between_marks(victim, trace, emulator.stdout)
            assert calls_of(emulator.pid, lines) == []
            said = [trace.stderr.readline() for _ in range(2)]
            assert b"traceleft: not traced: cat (%d), which reads this output\n" % emulator.pid in said
        emulator.kill()


def test_a_reader_with_a_handler_of_its_own_is_traced(backend: str) -> None:
    cat = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    with cat, traceleft.Tracer(backend=backend) as tracer:
        tracer.ignore([cat.pid])
        tracer.attach("write")
        tracer.attach("read", pids=[cat.pid])
        cat.communicate(b"x", timeout=TIMEOUT)
        calls = [event.syscall for event in lab.finished(tracer) if event.pid == cat.pid]
    assert set(calls) == {"read"}  # it may have begun the first before it was attached to


def test_a_number_that_is_given_again_is_traced(backend: str, victim: Victim, every_pid_allowed: None) -> None:
    """The process that was passed by has gone, and its number is another's."""
    last_pid = Path("/proc/sys/kernel/ns_last_pid")
    with traceleft.Tracer(backend=backend) as tracer:
        with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as cat:
            tracer.ignore([cat.pid])
            tracer.attach("write")
            cat.communicate(b"x", timeout=TIMEOUT)
        for _ in range(100):  # others start processes, too
            last_pid.write_text(str(cat.pid - 1))
            with subprocess.Popen(["sh", "-c", "echo"], stdout=subprocess.DEVNULL) as again:
                again.wait(TIMEOUT)
            if again.pid == cat.pid:
                break
        else:
            pytest.skip("the number was never given again")
        events = [event for event in lab.finished(tracer) if event.pid == cat.pid]
    assert [event.comm for event in events] == ["sh"]


def test_what_can_not_be_ignored(backend: str) -> None:
    with traceleft.Tracer(backend=backend) as tracer, pytest.raises(traceleft.ProcessError, match="4194304"):
        tracer.ignore([4_194_304])


def test_another_traceleft_is_not_traced(backend: str, victim: Victim) -> None:
    """The later passes the earlier by, so that neither shows the other's writing for ever."""
    with traceleft.Tracer(backend=backend) as earlier:
        with lab.started(lab.trace_argv(backend, "write")) as trace:
            lines = lines_between_marks(victim, trace)
            os.write(2, b"")
            assert calls_of(os.getpid(), [*lines, *lines_between_marks(victim, trace)]) == []
            said = []
            while not said or b"another traceleft" not in said[-1] or b"(%d)" % os.getpid() not in said[-1]:
                said.append(trace.stderr.readline())
                assert said[-1], said
        with traceleft.Tracer(backend=backend) as later:
            assert os.getpid() not in later.ignore_tracers()
        del earlier


@pytest.mark.each_kernel
@pytest.mark.parametrize("mounts", [["--mount-proc"], []])
def test_in_a_pid_namespace_it_does_not_trace_itself(backend: str, victim: Victim, mounts: list[str]) -> None:
    argv = ["unshare", "--pid", "--fork", *mounts, *lab.trace_argv(backend, "write")]
    with lab.started(argv) as unshare:
        lines = lines_between_marks(victim, unshare)
        traced = Path(f"/proc/{unshare.pid}/task/{unshare.pid}/children").read_text().split()
        assert len(traced) == 1
        assert calls_of(int(traced[0]), lines) == []


def test_a_command_in_a_pid_namespace_is_refused_in_one_line(backend: str) -> None:
    done = lab.run(["unshare", "--pid", "--fork", "--mount-proc", *lab.trace_argv(backend, "write", "--", "true")])
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"--pid=host" in done.stderr


NOBODY = 65534
BECOME = "import ctypes, os, signal, sys; os.setgroups([]); os.setresgid(*[{0}] * 3); os.setresuid(*[{0}] * 3)\n"
"""Root's home, and with it the interpreter, may be closed to others: one of root's drops its rights."""
ANOTHER_PTY = """
libc = ctypes.CDLL(None, use_errno=True)
if libc.unshare(0x10020000):  # CLONE_NEWUSER | CLONE_NEWNS
    sys.exit(f"unshare: {os.strerror(ctypes.get_errno())}")
if libc.mount(b"devpts", b"/dev/pts", b"devpts", 0, b"newinstance,ptmxmode=0666"):
    sys.exit(f"mount: {os.strerror(ctypes.get_errno())}")
for _ in range(int(sys.argv[1]) + 1):
    last = os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY)
print(open(f"/proc/self/fdinfo/{last}").read().split("tty-index:")[1].split()[0], flush=True)
sys.stdin.read()
"""


def test_a_pty_of_another_devpts_hides_nobody() -> None:
    """Whoever can make a user namespace can have a pty of any index."""
    master, slave = os.openpty()
    terminal = os.ttyname(slave)
    argv = [sys.executable, "-I", "-S", "-c", BECOME.format(NOBODY) + ANOTHER_PTY, terminal.rpartition("/")[2]]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(argv, **pipes) as other:
        index = other.stdout.readline()
        if not index:
            pytest.skip(f"nobody may have no devpts here: {other.stderr.read().decode()}")
        assert f"/dev/pts/{index.decode().strip()}" == terminal
        assert readers_of([terminal]) == []
        other.communicate(timeout=TIMEOUT)
    os.close(master)
    os.close(slave)


@pytest.mark.parametrize(("user", "counts"), [(0, True), (NOBODY, False)])
def test_of_a_fifos_readers_only_roots_count(tmp_path: Path, user: int, counts: bool) -> None:
    """Anybody may open a FIFO that has a name."""
    os.mkfifo(tmp_path / "fifo")
    reader = os.open(tmp_path / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    argv = [sys.executable, "-I", "-S", "-c", BECOME.format(user) + "print('ready', flush=True); signal.pause()"]
    with subprocess.Popen(argv, stdin=reader, stdout=subprocess.PIPE) as other:
        os.close(reader)
        assert other.stdout.readline() == b"ready\n"
        found = readers_of([tmp_path / "fifo"])
        other.kill()
    assert [peer.pid for peer in found] == [other.pid] * counts
