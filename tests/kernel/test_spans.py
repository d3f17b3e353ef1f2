# SPDX-License-Identifier: MIT
"""Times between two events, which the kernel keeps, compared with those that Python adds up."""

from __future__ import annotations

import os
import sys
from collections import Counter

import pytest

import traceleft
from tests.support import lab
from traceleft.errors import UsageError
from traceleft.span import Begin, Span

SWITCH = "sched:sched_switch"
OFF = Span(SWITCH, ["next_pid"], [Begin(SWITCH, ["prev_pid"], "prev_pid != 0")], by_begin=True)
ON = Span(SWITCH, ["prev_pid"], [Begin(SWITCH, ["next_pid"])], where="prev_pid != 0")
SLEEPS, MS = 5, 20
SLEEPER = [sys.executable, "-I", "-S", "-c", f"import time\nfor i in range({SLEEPS}): time.sleep({MS / 1000})"]


@pytest.mark.each_kernel
def test_times_off_the_cpu_are_those_that_python_adds_up(kernel: None) -> None:
    with traceleft.Meter() as meter, traceleft.Tracer() as tracer:
        command = traceleft.Command(SLEEPER)
        times = meter.histogram(OFF, by=("prev_comm", "prev_pid", "kstack"), command=command)
        tracer.attach_command(command, SWITCH, program_id=1)
        tracer.attach(SWITCH)
        tracer.attach(SWITCH, pids=[os.getpid()])
        command.start()
        assert command.wait() == 0
        times.stop()
        tracer.stop()
        off, seen = set[int](), Counter[int]()
        for event in lab.finished(tracer):
            if event["next_pid"] in off:
                off.remove(event["next_pid"])
                seen[event["next_pid"]] += 1
            if event.program_id == 1:
                off.add(event["prev_pid"])
    counted, added = Counter[int](), 0
    for (_, tid, _), histogram in times.snapshot().items():
        counted[tid] += histogram.count
        added += histogram.sum
    assert counted == seen and seen[command.pid] >= SLEEPS
    assert added >= SLEEPS * MS * 1_000_000
    slept = [stack for (_, tid, stack), histogram in times.snapshot().items() if histogram.max >= MS * 1_000_000]
    assert any("nanosleep" in stack for stack in slept)


@pytest.mark.any_kernel
def test_times_on_the_cpu_by_what_is_there_at_the_end(kernel: None) -> None:
    with traceleft.Meter() as meter:
        command = traceleft.Command(SLEEPER)
        times = meter.sum(ON, by="prev_pid", command=command)
        turns = meter.count(ON, by="prev_pid", command=command)
        command.start()
        assert command.wait() == 0
        times.stop()
        turns.stop()
    assert set(times) == set(turns) == {command.pid}
    assert turns[command.pid] >= SLEEPS and times[command.pid] > 0


@pytest.mark.any_kernel
def test_what_makes_no_sense_is_refused(kernel: None) -> None:
    with pytest.raises(UsageError, match="as many numbers"):
        Span(SWITCH, ["next_pid"], [Begin(SWITCH, [])])
    with pytest.raises(UsageError, match="only one where that makes the key"):
        Span(SWITCH, ["next_pid"], [Begin(SWITCH, ["prev_pid"])] * 2, by_begin=True)
    with traceleft.Meter() as meter:
        with pytest.raises(UsageError, match="'prev_comm' is no number"):
            meter.count(Span(SWITCH, ["next_comm"], [Begin(SWITCH, ["prev_comm"])]))
        with pytest.raises(UsageError, match="in the span itself"):
            meter.count(OFF, where="prev_pid == 1")
