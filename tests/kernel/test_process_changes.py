# SPDX-License-Identifier: MIT
"""What is told of processes that change between execs: each change ahead of the events that come after it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

import traceleft
from tests.kernel.test_process_objects import facts_of, told_of
from tests.support import SUPPORT, lab


def run_changes(backend: str, calls: list[str], *arguments: str) -> tuple[str, traceleft.Capture, int]:
    """What changes.py said, the events, and how many processes went untold."""
    mount = lab.cgroup2_mount()
    assert mount
    program = [sys.executable, "-I", "-S", os.fspath(SUPPORT / "changes.py"), os.fspath(mount), *arguments]
    with traceleft.Tracer(backend=backend, processes=True, abi="native") as tracer:
        with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout and process.stdout.readline() == "ready\n"
            there = set(tracer.traceable())
            tracer.attach([call for call in calls if call in there], pids=[process.pid], follow_forks=True)
            said, _ = process.communicate("\n", timeout=lab.TIMEOUT)
        assert process.returncode == 0
        tracer.stop()
        return said, tracer.collect(), tracer.stats().untold


# With the calls that change a process traced, too, each is seen by the program that tells of it, and by its handler.
CHANGING = ["chdir", "fchdir", "setsid", "unshare", "setns", "capset", "setgid", "setregid", "setresgid", "setreuid"]


@pytest.mark.each_kernel
@pytest.mark.parametrize("more", [[], [*CHANGING, "setresuid", "setuid"]], ids=["unseen", "seen"])
def test_each_is_told(backend: str, more: list[str]) -> None:
    said, capture, untold = run_changes(backend, ["getpgid", *more])
    expected = [json.loads(line) for line in said.splitlines()]
    pid = expected[0]["pid"]
    events = [event for event in capture if event.pid == pid]
    looks = [event.process for event in events if event.syscall == "getpgid"]
    assert len(looks) == len(expected) == 15
    for facts, process in zip(expected, looks):
        assert process and told_of(process, facts["label"]) == facts_of(facts)
    assert len({facts["cgroup"] for facts in expected}) == 2
    assert {event.syscall for event in events} >= set(more) - {"setsid"}  # fentry can't trace that on new kernels
    assert untold == 0
    (row,) = [row for row in capture.processes() if row.pid == pid]
    assert (row.uid, row.cwd) == (1002, "/usr/lib")


def test_changes_are_told_a_thousand_times_a_second(backend: str) -> None:
    """A process that changes all the time takes no more of the ring, and what is left out is counted."""
    _, capture, untold = run_changes(backend, ["chdir", "getpgid"], "fast")
    events = list(capture)
    assert len(events) == 4001
    told = {event.process for event in events if event.process}
    windows = 2 + (events[-1].timestamp - events[0].timestamp >> 30)  # of WINDOW_SHIFT, at most
    assert untold >= 4000 - 1000 * windows
    # The first call's own event may be ahead of the change, and of another version.
    assert len(told) + untold - 4000 in (0, 1)
    assert "/usr" in {event.process.cwd for event in events[:2] if event.process}
