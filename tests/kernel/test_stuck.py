# SPDX-License-Identifier: MIT
"""Whoever reads what traceleft writes reads no more, and hasn't gone: the second signal ends it all the same."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support import ROOT, lab
from tests.support.victims import Victim

RECORDING = next((ROOT / "tests/unit/recordings").glob("*.record"))
WRITE = 1
"""The number of write on x86_64, as /proc/PID/syscall shows it."""


@pytest.fixture
def full() -> Iterator[int]:
    """A pipe's end that takes nothing, and that is read by nobody."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(writing, bytes(4096))
    os.set_blocking(writing, True)
    yield writing
    os.close(writing)
    os.close(reading)


def waits_in_write(pid: int, fd: int, *, anywhere: bool) -> bool:
    """Whether its main thread, or any, waits for room in one of its descriptors."""
    for thread in Path(f"/proc/{pid}/task").iterdir() if anywhere else [Path(f"/proc/{pid}")]:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it ended meanwhile
            if (thread / "syscall").read_text().startswith(f"{WRITE} {fd:#x} "):
                return True
    return False


def end_by(process: subprocess.Popen, first: int, second: int, stuck: Callable[[], bool]) -> None:
    """Sends both, the second when the first has had its effect, which is none."""
    lab.wait_until(stuck, "it waits for its reader")
    process.send_signal(first)
    status = Path(f"/proc/{process.pid}/status")

    def pending() -> bool:
        return bool(int(re.findall(r"ShdPnd:\s*(\w+)", status.read_text())[0], 16))

    lab.wait_until(lambda: not pending() and stuck(), "it has the signal, and waits again")
    process.send_signal(second)


@pytest.mark.any_backend
@pytest.mark.parametrize(
    ("arguments", "first", "second"),
    [
        (["trace"], signal.SIGINT, signal.SIGINT),
        (["trace", "-o", "-", "-o", "jsonl:FILE"], signal.SIGINT, signal.SIGTERM),
        (["trace", "--format", "protobuf"], signal.SIGHUP, signal.SIGINT),
    ],
)
def test_events_that_nobody_reads(
    backend: str, victim: Victim, full: int, tmp_path: Path, arguments: list[str], first: int, second: int
) -> None:
    several = arguments.count("-o") > 1
    file, calls = tmp_path / "lines", []
    options = [argument.replace("FILE", str(file)) for argument in arguments[1:]]
    argv = [*lab.TRACELEFT, arguments[0], "--backend", backend, *options, f"{victim.pid}:close"]
    with lab.started(argv, stdout=full) as trace:

        def stuck() -> bool:
            return any(waits_in_write(trace.pid, fd, anywhere=several) for fd in outputs_of(trace.pid, full))

        def made_stuck() -> bool:
            fd = -1 - len(calls)  # none that is open
            victim.call("close", fd)
            calls.append(f'"fd":{fd}}}')
            return stuck()

        lab.wait_until(made_stuck, "it waits for its reader")
        if several:  # what is still on its way at the second signal, no output gets
            lab.wait_until(lambda: calls[-1] in file.read_text(), "the other output has all")
        ids = lab.bpf_ids_of(trace.pid)
        assert all(ids.values())
        end_by(trace, first, second, stuck)
        status, _, errors = lab.outcome(trace)
    assert status == 128 + second
    found = re.fullmatch(
        rb"traceleft: (\d+) events, 0 lost, [\d.]+ s\n"
        rb"traceleft: [^:]+: (\d+) events not written: slower than the events came\n",
        errors,
    )
    assert found and 0 < int(found[2]) <= int(found[1]), errors
    lab.wait_until_freed(ids)


def outputs_of(pid: int, pipe: int) -> list[int]:
    """Which descriptors of a process are of a pipe that we have."""
    found = []
    for fd in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # it was closed meanwhile
            if os.path.samestat(fd.stat(), os.fstat(pipe)):
                found.append(int(fd.name))
    return found


@pytest.mark.any_kernel
@pytest.mark.parametrize(
    "argv",
    [
        ["trace", "close", "--", "true"],  # the summary
        ["trace", "--stats", "--metrics-listen-addr", "localhost:0", "close"],  # the address
        ["replay", os.fspath(RECORDING)],
        ["echoserver", "--listen", "localhost:0"],
    ],
)
def test_messages_that_nobody_reads(full: int, argv: list[str]) -> None:
    with lab.started([*lab.TRACELEFT, *argv], stdout=subprocess.DEVNULL, stderr=full) as process:
        end_by(
            process,
            signal.SIGINT,
            signal.SIGTERM,
            lambda: process.poll() is not None or waits_in_write(process.pid, 2, anywhere=False),
        )
        assert process.wait(lab.TIMEOUT) in (-signal.SIGTERM, 128 + signal.SIGTERM, 128 + signal.SIGINT)


@pytest.mark.any_kernel
@pytest.mark.parametrize("outputs", [[], ["-o", "-", "-o", "jsonl:/dev/null"]])
def test_a_replay_that_nobody_reads(full: int, outputs: list[str]) -> None:
    with lab.started([*lab.TRACELEFT, "replay", *outputs, os.fspath(RECORDING)], stdout=full) as replay:

        def stuck() -> bool:
            if replay.poll() is not None:
                return True
            return any(waits_in_write(replay.pid, fd, anywhere=True) for fd in outputs_of(replay.pid, full))

        lab.wait_until(stuck, "it waits for its reader")
        replay.send_signal(signal.SIGINT)
        replay.send_signal(signal.SIGTERM)
        status, _, errors = lab.outcome(replay)
    assert status in (-signal.SIGTERM, 128 + signal.SIGINT)
    assert b"Traceback" not in errors


@pytest.mark.any_backend
def test_a_command_whose_trace_nobody_reads(backend: str, full: int) -> None:
    """The second signal leaves it to itself."""
    script = "trap : TERM; echo >&2 $$; while :; do : </dev/null; done"
    with lab.started(lab.trace_argv(backend, "openat", "--", "sh", "-c", script), stdout=full) as trace:
        command = int(trace.stderr.readline())
        try:
            end_by(
                trace,
                signal.SIGTERM,
                signal.SIGTERM,
                lambda: any(waits_in_write(trace.pid, fd, anywhere=False) for fd in outputs_of(trace.pid, full)),
            )
            assert trace.wait(lab.TIMEOUT) == 128 + signal.SIGTERM
            os.kill(command, 0)
        finally:
            os.kill(command, signal.SIGKILL)
        assert b" events not written" in trace.stderr.read()
