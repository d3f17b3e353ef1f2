# SPDX-License-Identifier: MIT
"""Whether a call opened the file that its string names: another thread may change the string meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import traceleft
from tests.support import SUPPORT, lab

OPENS = int(os.environ.get("TRACELEFT_TEST_OPENS", lab.scaled(20_000)))
TURNS = 20
"""Most of them need one: others may have had a CPU to themselves all the time."""
OPENING = ["open", "openat", "openat2", "creat"]

# An emulated machine's files are on a file system that is not looked at.
pytestmark = pytest.mark.any_kernel


def run_traced(
    backend: str, *argv: object, where: str | None = None
) -> tuple[str, list[traceleft.Event], traceleft.Stats]:
    """What a program printed behind "ready", and its successful calls that open files."""
    # Nobody reads before the end: there is room for all.
    room = {"ring_size": 64 << 20, "buffer": 256 << 20}
    with traceleft.Tracer(backend=backend, files=True, abi="native", **room) as tracer:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen(list(map(str, argv)), text=True, **pipes) as program:
            assert program.stdout and program.stdout.readline() == "ready\n"
            tracer.attach(OPENING, pids=[program.pid], follow_forks=True, where=where)
            said, _ = program.communicate("\n", timeout=lab.TIMEOUT)
        assert program.returncode == 0
        events = [event for event in lab.finished(tracer) if event.ret >= 0]
        return said, events, tracer.stats()


def name_of(event: traceleft.Event) -> str:
    name = event["pathname" if event.syscall == "creat" else "filename"]
    assert isinstance(name, str)
    return name


@pytest.fixture(scope="module")
def rewriter() -> Path:
    """rewriter.c, compiled."""
    return lab.compiled(["cc", "-O2", "-Wall", "-Werror", "-pthread"], (SUPPORT / "rewriter.c").read_bytes())


def test_a_string_that_is_rewritten(backend: str, rewriter: Path, tmp_path: Path) -> None:
    paths = {}
    for name in ("aa", "bb"):
        (tmp_path / name).touch()
        paths[(tmp_path / name).stat().st_ino] = str(tmp_path / name)
    os.utime(tmp_path, ns=(0, 0))  # no link was removed from it since
    for _ in range(TURNS):
        said, events, stats = run_traced(backend, rewriter, tmp_path, OPENS)
        events = [event for event in events if name_of(event).startswith(str(tmp_path))]
        expected = [paths[int(line)] for line in said.splitlines()]
        differing = [name_of(event) != path for event, path in zip(events, expected)]
        assert [event.resolved_path for event in events] == expected
        assert [event.path_mismatch for event in events] == differing
        assert stats.unchecked_paths == 0
        if any(differing):
            return
    pytest.fail(f"in {TURNS} turns of {OPENS} opens no string was rewritten in time")


def test_only_strings_that_were_rewritten(backend: str, rewriter: Path, tmp_path: Path) -> None:
    """The reader looks before it decides whether to keep an event, and once only."""
    for name in ("aa", "bb"):
        (tmp_path / name).touch()
    os.utime(tmp_path, ns=(0, 0))
    for _ in range(TURNS):
        said, events, stats = run_traced(backend, rewriter, tmp_path, OPENS, where="path_mismatch")
        assert all(event.path_mismatch and event.resolved_path != name_of(event) for event in events)
        assert stats.received + stats.declined == stats.handled >= len(said.splitlines())
        assert stats.unchecked_paths == 0
        if events:
            return
    pytest.fail(f"in {TURNS} turns of {OPENS} opens no string was rewritten in time")


def test_names_of_many_kinds(backend: str, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below/file").touch()
    _, events, _ = run_traced(backend, sys.executable, "-I", "-S", SUPPORT / "links.py", tmp_path)
    assert [(name_of(event), event.resolved_path) for event in events if event.path_mismatch] == []
    others = [event for event in events if event.resolved_path and event.resolved_path != name_of(event)]
    assert len(others) > 20


PROGRAMS = {
    "git": ["git", "status"],
    "python": [sys.executable, "-c", "import json, ssl, sqlite3"],
    "shell": ["sh", "-c", "ls -l /lib/ /bin/../lib64/ /proc/self/fd; cat /etc/mtab /dev/null /proc/self/maps"],
}


@pytest.mark.parametrize("argv", PROGRAMS.values(), ids=PROGRAMS)
def test_programs(backend: str, argv: list[str]) -> None:
    lab.require(argv[0])
    with traceleft.Tracer(backend=backend, files=True) as tracer, traceleft.Command(argv) as command:
        tracer.attach_command(command, OPENING)
        command.start()
        assert command.wait() == 0
        events = [event for event in lab.finished(tracer) if event.ret >= 0]
    assert any(event.resolved_path for event in events)
    assert [(name_of(event), event.resolved_path) for event in events if event.path_mismatch] == []
