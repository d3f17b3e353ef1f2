# SPDX-License-Identifier: MIT
"""`--unfinished`: what a process hangs in is shown, though the call has not returned."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support import lab

pytestmark = [pytest.mark.any_backend, pytest.mark.any_kernel]

HANGS = {
    "sleep": (["sleep", "1000"], "clock_nanosleep", "rqtp={tv_sec=1000, tv_nsec=0}"),
    "fifo": (["cat", "{fifo}"], "openat", 'openat(dfd=AT_FDCWD, filename="{fifo}", flags=O_RDONLY)'),
    "pipe": (["cat"], "read", "read(fd=0, buf="),
    "wait": (["sh", "-c", "sleep 1000; :"], "wait4", "wait4("),
    "poll": ([sys.executable, "-c", "import select; select.poll().poll()"], "poll", "nfds=0, timeout_msecs=-1)"),
}


def in_call(pid: int, syscall: str) -> bool:
    """Whether it waits in that call, as /proc says."""
    from traceleft import battery

    state = Path(f"/proc/{pid}/syscall").read_text().split()
    return state[0] == str(battery.schema_spec()["syscalls"][syscall]["nr"])


def catches_signals(pid: int) -> bool:
    """Whether a trace has come so far; Python itself catches no SIGQUIT."""
    status = Path(f"/proc/{pid}/status").read_text()
    (mask,) = [line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:")]
    return bool(int(mask, 16) >> (signal.SIGQUIT - 1) & 1)


class Hanging:
    """A process in a call that doesn't return."""

    def __init__(self, argv: list[str], syscall: str, line: str) -> None:
        self.syscall, self.line = syscall, line
        self.process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True)
        self.pid = self.process.pid
        lab.wait_until(lambda: in_call(self.pid, syscall), f"{argv} is in {syscall}")

    def shown(self, lines: list[str]) -> list[str]:
        """Those lines that show its call as one that has not returned."""
        return [
            line
            for line in lines
            if f" {self.pid} " in line and self.line in line and line.endswith(" = ? <unfinished ...>")
        ]


@pytest.fixture(params=HANGS)
def hanging(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Hanging]:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    argv, syscall, line = HANGS[request.param]
    found = Hanging([word.format(fifo=fifo) for word in argv], syscall, line.replace("{fifo}", str(fifo)))
    with found.process:
        yield found
        os.killpg(found.pid, signal.SIGKILL)


@pytest.mark.parametrize("handler", ["all", "the call"])
def test_a_process_that_hangs(backend: str, hanging: Hanging, handler: str) -> None:
    """When the trace begins, and when it ends; nothing else happens in between."""
    operand = f"{hanging.pid}:{hanging.syscall if handler == 'the call' else handler}"
    with lab.started(lab.trace_argv(backend, "--unfinished", operand), text=True) as trace:
        first = trace.stdout.readline().rstrip("\n")
        assert hanging.shown([first]) == [first]
        trace.send_signal(signal.SIGINT)
        status, output, errors = lab.outcome(trace)
    assert status == 0 and "traceleft: 0 events, 0 lost, " in errors
    assert hanging.shown(output.splitlines()) == output.splitlines()[-1:]
    assert len(output.splitlines()) == 1


def test_other_calls_and_other_processes_are_not_shown(backend: str, hanging: Hanging) -> None:
    argv = lab.trace_argv(
        backend, "--unfinished", "-o", "/dev/stdout", f"{os.getpid()}:personality", f"{hanging.pid}:dup"
    )
    with lab.started(argv, text=True) as trace:
        lab.wait_until(lambda: catches_signals(trace.pid), "it would end in good order")
        trace.send_signal(signal.SIGINT)
        status, output, _ = lab.outcome(trace)
    assert (status, output) == (0, "")


def test_without_the_option_it_is_not_shown(backend: str, hanging: Hanging) -> None:
    with lab.started(lab.trace_argv(backend, f"{hanging.pid}:{hanging.syscall}"), text=True) as trace:
        lab.wait_until(lambda: catches_signals(trace.pid), "it would end in good order")
        trace.send_signal(signal.SIGINT)
        assert lab.outcome(trace)[:2] == (0, "")


@pytest.mark.parametrize("hanging", ["sleep", "wait"], indirect=True)  # calls of which other processes make few
def test_default_handlers_show_every_process(backend: str, hanging: Hanging) -> None:
    with lab.started(lab.trace_argv(backend, "--unfinished", hanging.syscall), text=True) as trace:
        while not hanging.shown([line := trace.stdout.readline().rstrip("\n")]):
            assert line
        trace.send_signal(signal.SIGINT)
        assert lab.outcome(trace)[0] == 0


def test_a_command_that_hangs_after_a_while(backend: str, tmp_path: Path) -> None:
    """It is said without anybody's asking, once; a call that goes on is shown again at the end."""
    out = tmp_path / "out"
    argv = lab.trace_argv(backend, "--unfinished", "-o", out, "openat,clock_nanosleep", "--", "sleep", "1000")
    with lab.started(argv, text=True) as trace:
        lab.wait_until(lambda: out.exists() and "<unfinished ...>" in out.read_text(), "the call is shown")
        trace.send_signal(signal.SIGTERM)
        status, _, _ = lab.outcome(trace)
    assert status == 128 + signal.SIGTERM
    lines = out.read_text().splitlines()
    assert "tv_sec=1000" in lines[-2] and lines[-2].endswith(" = ? <unfinished ...>")
    assert "clock_nanosleep(" in lines[-1] and lines[-1].split(" = ")[-1].startswith("? ERESTART")


def test_threads_and_formats(backend: str, tmp_path: Path) -> None:
    """Every thread has its own; a recording has them as text and JSON do."""
    script = "import threading, time; [threading.Thread(target=time.sleep, args=[1000 + n]).start() for n in range(3)]"
    recording = tmp_path / "trace.record"
    with subprocess.Popen([sys.executable, "-c", script]) as sleeper:
        tasks = Path(f"/proc/{sleeper.pid}/task")
        lab.wait_until(lambda: len(list(tasks.iterdir())) == 4, "the threads are there")
        tids = sorted(int(task.name) for task in tasks.iterdir())[1:]
        for tid in tids:
            lab.wait_until(lambda tid=tid: in_call(tid, "clock_nanosleep"), "it sleeps")  # type: ignore[misc]
        argv = [*lab.TRACELEFT, "record", "--backend", backend, "--unfinished", "-o", str(recording)]
        with lab.started([*argv, f"7:{sleeper.pid}:clock_nanosleep"], text=True) as trace:
            lab.wait_until(lambda: catches_signals(trace.pid), "it would end in good order")
            trace.send_signal(signal.SIGINT)
            assert lab.outcome(trace)[0] == 0
        with traceleft.Tracer(backend=backend) as tracer:
            tracer.attach("clock_nanosleep", pids=[sleeper.pid])
            events = list(tracer.unfinished())
            assert tracer.stats().handled == 0
        sleeper.kill()
    done = lab.run([*lab.TRACELEFT, "replay", str(recording), "--format", "jsonl"], text=True)
    recorded = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0 and {event["tid"] for event in recorded} == set(tids)
    for event in recorded:
        assert event["unfinished"] and event["is_entry"] and event["ret"] is None and event["error"] is None
        assert (event["pid"], event["program_id"], event["uid"]) == (sleeper.pid, 7, os.getuid())
    assert {event["args"]["rqtp"]["tv_sec"] >= 1000 for event in recorded} == {True}
    assert sorted(event.tid for event in events) == tids
    assert all(event.unfinished and event.is_entry and event.syscall == "clock_nanosleep" for event in events)
