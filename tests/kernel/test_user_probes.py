# SPDX-License-Identifier: MIT
"""Functions and USDT probes of user space as sources of events, compared with what tests/support/probed.c does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import traceleft
from tests.support import lab, probed
from traceleft import _core

pytestmark = [pytest.mark.any_backend, pytest.mark.each_kernel]

TURNS = 3


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> str:
    return shutil.copy(probed.program(), tmp_path_factory.mktemp("probed") / "probed")


@pytest.fixture
def tracer(backend: str) -> Iterator[traceleft.Tracer]:
    with traceleft.Tracer(backend=backend) as tracer:
        yield tracer


def turns(start: Callable[[int], Any]) -> Any:
    """Starts the program with so many turns on its standard input, and waits for its end."""
    read, write = os.pipe()
    os.write(write, b"t" * TURNS)
    os.close(write)
    try:
        command = start(read)
    finally:
        os.close(read)
    assert command.wait() == 0
    return command


def traced(tracer: traceleft.Tracer, program: str, handlers: str, **asked: Any) -> list[traceleft.Event]:
    """The events of the program's turns."""
    turns(lambda stdin: tracer.spawn([program], [handlers], stdin=stdin, stdout=subprocess.DEVNULL, **asked))
    return lab.finished(tracer)


def test_a_function_and_its_return_are_one_event(tracer: traceleft.Tracer, program: str) -> None:
    events = traced(tracer, program, f"uprobe:{program}:int add(int one, int other)")
    assert [(event.args["one"], event.args["other"], event.ret) for event in events] == [
        (turn, -5, turn - 5) for turn in range(1, TURNS + 1)
    ]
    assert all(event.duration and event.duration > 0 and event.error is None for event in events)
    assert {event.syscall for event in events} == {"uprobe:probed:add"}


def test_text_before_and_after(tracer: traceleft.Tracer, program: str) -> None:
    name = f"uprobe:{program}:const char *greet(const char *name, unsigned char times)"
    events = traced(tracer, program, name)
    assert [(event.args["name"], event.args["times"], event.args["result"]) for event in events] == [
        ("friend", 1, "friend"),
        *[("friend", turn, "good day") for turn in range(2, TURNS + 1)],
    ]


def test_calls_within_calls_and_arguments_on_the_stack(tracer: traceleft.Tracer, program: str) -> None:
    eight = ", ".join(f"long {name}" for name in "abcdefgh")
    both = f"uprobe:{program}:long recurse(long depth),uprobe:{program}:long many({eight})"
    events = traced(tracer, program, both)
    recursions = [(event.args["depth"], event.ret) for event in events if "recurse" in event.syscall]
    assert recursions == [(0, 1), (1, 2), (2, 3), (3, 4)] * TURNS
    sums = [(*event.args.values(), event.ret) for event in events if "many" in event.syscall]
    assert sums == [(1, 2, 3, 4, 5, 6, 7, turn, 28 + turn) for turn in range(1, TURNS + 1)]


def test_what_nobody_has_declared_are_numbers(tracer: traceleft.Tracer, program: str) -> None:
    events = traced(tracer, program, f"uprobe:{program}:recurse", where="arg0 >= 2 and ret == 4")
    assert [event.args["arg0"] for event in events] == [3] * TURNS
    assert tracer.stats().declined == 3 * TURNS


def test_entries_alone(tracer: traceleft.Tracer, program: str) -> None:
    events = traced(tracer, program, f"uprobe:{program}:recurse(long depth):entry", where="depth != 1")
    assert [event.args["depth"] for event in events] == [3, 2, 0] * TURNS
    assert {(event.error, event.duration) for event in events} == {(None, None)}


def test_a_usdt_probe_at_two_places(tracer: traceleft.Tracer, program: str) -> None:
    events = traced(tracer, program, f"usdt:{program}:probed:two(int number, const char *text, unsigned char place)")
    assert [(event.args["number"], event.args["text"], event.args["place"]) for event in events] == [
        each for turn in range(1, TURNS + 1) for each in ((turn, "a text", 7), (-turn, "a text", 8))
    ]


def test_a_probe_that_waits_to_be_traced(tracer: traceleft.Tracer, program: str) -> None:
    """Its semaphore is raised; operands are in an array, and beside the code."""
    events = traced(tracer, program, f"usdt:{program}:probed:guarded")
    table = (10, -20, 30, -40)
    assert [(event.args["arg0"], event.args["arg1"]) for event in events] == [
        (table[turn % 4], 77) for turn in range(1, TURNS + 1)
    ]


def test_counts_and_times_by_questions(tracer: traceleft.Tracer, program: str) -> None:
    process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin and process.stdout
    try:
        assert process.stdout.readline() == b"ready\n"
        of = {"pids": [process.pid]}
        recursions = tracer.count(f"uprobe:{program}:long recurse(long depth)", by=("depth", "ret"), **of)
        numbers = tracer.histogram(f"usdt:{program}:probed:two", of="arg0", by="arg2", **of)
        process.stdin.write(b"t" * TURNS)
        process.stdin.close()
        assert process.wait(lab.TIMEOUT) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    assert dict(recursions.snapshot()) == {(depth, depth + 1): TURNS for depth in range(4)}
    assert {place: (each.count, each.min, each.max) for place, each in numbers.snapshot().items()} == {
        7: (TURNS, 1, TURNS),
        8: (TURNS, -TURNS, -1),
    }


def test_pythons_own_probes(tracer: traceleft.Tracer) -> None:
    python = Path("/usr/bin/python3")
    if not python.exists() or not _core.read_elf_probes(bytes(python)).usdt:
        pytest.skip(f"{python} was built without its probes")
    command = tracer.spawn(
        [str(python), "-S", "-c", "import colorsys, bisect, colorsys"],
        [f"usdt:{python}:python:import__find__load__start(char *module)"],
        where='module in ("colorsys", "bisect")',
    )
    assert command.wait() == 0
    assert [event.args["module"] for event in lab.finished(tracer)] == ["colorsys", "bisect"]


def test_a_librarys_function_in_every_process(backend: str) -> None:
    """By its short name, from the command line; by the stack that led to it."""
    argv = [
        sys.executable,
        "-m",
        "traceleft",
        "count",
        "--backend",
        backend,
        "--by",
        "comm,name",
        "uprobe:c:char *getenv(char *name)",
    ]
    code = "import ctypes; [ctypes.CDLL(None).getenv(b'TRACELEFT_PROBED') for _ in range(5)]"
    result = subprocess.run(
        [*argv, "--where", 'name == "TRACELEFT_PROBED"', "--", sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=lab.TIMEOUT,
    )
    assert result.returncode == 0, result.stderr
    (line,) = [line for line in result.stdout.splitlines() if "TRACELEFT_PROBED" in line]
    assert "5" in line.split()
