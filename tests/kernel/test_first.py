# SPDX-License-Identifier: MIT
"""The first calls of each key, and the first events of all: no more of them become events."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab, program32
from tests.support.victims import Victim, Worker, string
from traceleft import defaults

StartWorker = Callable[..., Worker]

CLOSES = [("close", fd) for fd in (-1, -1, 1000, -1, 1000, 1000)]
OPENS = [("openat", -100, string(path), 0, 0) for path in ("/nowhere/a", "/nowhere/b", "/nowhere/a", "/nowhere/a")]


@pytest.mark.any_backend
@pytest.mark.parametrize(
    ("first", "by", "question", "places", "late"),
    [
        (1, "fd", None, [0, 2], False),
        (2, "fd", None, [0, 1, 2, 4], False),
        (9, "fd", None, [0, 1, 2, 3, 4, 5], False),
        (1, ("pid", "fd"), "fd > 0", [2], False),
        (1, "fd % 2", None, [0, 2], False),
        (1, "dfd", None, [6], False),
        (1, "filename", None, [6, 7], True),
        (2, ("pid", "filename"), None, [6, 7, 8], True),
        (1, "dfd", 'filename $= "b"', [7], True),
    ],
    ids=str,
)
def test_the_first_of_each_key(
    backend: str,
    victim: Victim,
    first: int,
    by: str | tuple[str, ...],
    question: str | None,
    places: list[int],
    late: bool,
) -> None:
    syscall = "openat" if places[0] >= len(CLOSES) else "close"
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach(syscall, pids=[victim.pid], first=first, by=by, where=question)
        calls = [victim.call(*call) for call in [*CLOSES, *OPENS]]
        events = lab.finished(tracer)
        stats = tracer.stats()
    asked = [call for call, (name, *_) in zip(calls, [*CLOSES, *OPENS]) if name == syscall]
    seen = [next(i for i, call in enumerate(calls) if call.before < each.timestamp < call.after) for each in events]
    assert seen == places
    held = len(asked) if question is None else 3 if "fd >" in question else 1
    assert stats.repeated == held - len(places)
    assert stats.declined == (len(asked) - len(places) if late else 0)
    assert stats.unkeyed == 0


@pytest.mark.any_backend
def test_calls_that_lack_a_name_have_one_key(backend: str, victim: Victim) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        attachment = tracer.attach("close,openat", pids=[victim.pid], first=1, by="filename")
        for call in [*CLOSES, *OPENS]:
            victim.call(*call)
        found = [(event.syscall, event.args.get("filename")) for event in lab.finished(tracer)]
    assert found == [("close", None), ("openat", "/nowhere/a"), ("openat", "/nowhere/b")]
    assert attachment.where == "the first 1 by filename"


@pytest.mark.any_backend
@pytest.mark.parametrize("first", [1, 1000])
def test_processes_at_once_have_no_more_together(backend: str, start_worker: StartWorker, first: int) -> None:
    """An event that two take at the same time goes to one of them, or to a later call."""
    workers = [start_worker() for _ in range(2)]
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[worker.pid for worker in workers], first=first, by="count", where="count == 1")
        threads = [threading.Thread(target=worker.read, args=[5000]) for worker in workers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(lab.finished(tracer)) == first
        stats = tracer.stats()
    # Where a program can be preempted, the kernel skips that of another task meanwhile (fentry on Linux 7).
    assert stats.repeated <= 10_000 - first <= stats.repeated + stats.skipped_runs


KEYS = defaults.MAX_KEYS + 100
CLOSER = f"""
import os
for fd in [*range(100000, {100000 + KEYS})] * 2:
    try:
        os.close(fd)
    except OSError:
        pass
"""


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_keys_without_room_have_all_their_events(backend: str) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.spawn([sys.executable, "-c", CLOSER], "close", first=1, by="fd", where="fd >= 100000").wait()
        events = lab.finished(tracer)
        stats = tracer.stats()
    assert (stats.unkeyed, stats.repeated) == (200, defaults.MAX_KEYS)
    assert len(events) == KEYS + 100


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_calls_of_32bit_programs(backend: str, tmp_path: Path) -> None:
    program32.require()
    data = program32.Memory()
    nowhere, passwd = data.put(b"/nowhere\0"), data.put(b"/etc/passwd\0")
    openat, close, here = 295, 6, -100
    calls = [(openat, here, nowhere), (openat, here, passwd), (openat, here, nowhere), (close, 77), (close, 77)]
    program = program32.Program(tmp_path, calls, data)
    for by, expected in (("filename", ["openat", "openat", "close"]), ("syscall", ["openat", "close"])):
        with traceleft.Tracer(backend=backend, abi="all") as tracer:
            tracer.attach(["openat", "close"], first=1, by=by)
            program.run()
            assert [event.syscall for event in lab.finished(tracer) if event.abi == "i386"] == expected


@pytest.mark.any_backend
@pytest.mark.any_kernel
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"first": 0, "by": "fd"}, "from 1"),
        ({"first": 2}, "give both"),
        ({"by": "fd"}, "give both"),
        ({"first": 2, "by": "filname"}, "did you mean filename"),
        ({"first": 2, "by": "filename", "where": 'filename =~ "x"'}, "--explain"),
        ({"first": 2, "by": "duration"}, "durations=True"),
    ],
    ids=str,
)
def test_what_can_not_be_asked(backend: str, arguments: dict, message: str) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        with pytest.raises(traceleft.UsageError, match=message):
            tracer.attach("openat", **arguments)
        assert not tracer.handlers()


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_the_summary_tells_of_the_others() -> None:
    argv = [*lab.TRACELEFT, "trace", "close", "--first", "1", "--by", "pid,fd", "-w", "fd == 777", "--"]
    program = "import os\nfor _ in range(3):\n try: os.close(777)\n except OSError: pass"
    done = lab.run([*argv, sys.executable, "-c", program], text=True)
    assert done.returncode == 0
    assert done.stdout.count("close(fd=777)") == 1
    assert "1 events, 0 lost" in done.stderr
    assert "2 calls left out, for their keys had their first events" in done.stderr


@pytest.mark.any_backend
@pytest.mark.any_kernel
@pytest.mark.parametrize("end", ["input", "signal"])
def test_a_command_goes_on_behind_the_limit(end: str, tmp_path: Path) -> None:
    """The output is whole by then, and the exit status is the command's."""
    output = tmp_path / "calls"
    argv = [*lab.TRACELEFT, "trace", "openat", "--limit", "2", "-o", f"text:{output}", "--"]
    program = "cat /etc/hostname >&2; read line; exit 7"
    with lab.started([*argv, "sh", "-c", program], stdin=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stderr
        said = ""
        while "goes on untraced" not in said:
            said = process.stderr.readline()
            assert said
        assert len(output.read_text().splitlines()) == 2
        if end == "signal":
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=lab.TIMEOUT)  # before its input ends, which would end it, too
        else:
            process.stdin.write("\n")
            process.stdin.flush()
        status, _, errors = lab.outcome(process)
    assert (status, errors) == (128 + signal.SIGTERM if end == "signal" else 7, "")
