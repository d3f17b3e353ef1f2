# SPDX-License-Identifier: MIT
"""Calls by process and name: what becomes of those of processes that have exited, and that all of it is bounded."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.support.fixed_calls import FixedCalls
from tests.support.raw_events import DURATION, raw_event
from traceleft import _core, battery
from traceleft.errors import UsageError
from traceleft.telemetry import Calls


def read(pid: int, comm: bytes, **header: int) -> bytes:
    return raw_event("read", nr=0, pid=pid, comm=comm, **header)


def sums(calls: Calls) -> dict[tuple[str, int, str], tuple[int, ...]]:
    return {row[:3]: row[3:7] for row in calls.calls()}


def exited_pid() -> int:
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def test_where_there_is_room_each_process_keeps_its_own():
    alive, gone = os.getpid(), exited_pid()
    calls = FixedCalls(read(alive, b"cat", ret=-2), read(gone, b"cat"), read(gone, b"\xff"))
    assert sums(calls) == {
        ("read", alive, "cat"): (1, 1, 0, 0),
        ("read", gone, "cat"): (1, 0, 0, 0),
        ("read", gone, os.fsdecode(b"\xff")): (1, 0, 0, 0),
    }
    assert {row[:4] for row in calls.calls_by_name()} == {("read", 0, "cat", 2), ("read", 0, os.fsdecode(b"\xff"), 1)}


def test_those_of_exited_processes_are_added_up_by_name():
    """And go on to be counted by it: nothing falls when a process exits."""
    alive, first, second = os.getpid(), exited_pid(), exited_pid()
    calls = FixedCalls(
        read(alive, b"cat"),
        read(first, b"cat", flags=DURATION, duration=5_000, ret=-2),
        read(second, b"cat", flags=DURATION, duration=7_000),
        read(second, b"dog"),
        most_keys=1,
    )
    before = calls.calls_by_name()
    assert sums(calls) == {
        ("read", alive, "cat"): (1, 0, 0, 0),
        ("read", 0, "cat"): (2, 1, 2, 12_000),
        ("read", 0, "dog"): (1, 0, 0, 0),
    }
    (cats,) = (row for row in calls.calls() if row[1:3] == (0, "cat"))
    assert {index: count for index, count in enumerate(cats.buckets) if count} == {3: 2}
    assert {row[:7] for row in calls.calls_by_name()} == {row[:7] for row in before}
    calls.add(read(first, b"cat"), read(exited_pid(), b"cat"))
    assert sums(calls)["read", 0, "cat"] == (4, 1, 2, 12_000)


def test_what_the_kernel_could_not_place_stays_nameless():
    """It has pid 0 there, which is no process that could be gone."""
    calls = FixedCalls(read(0, b""), read(os.getpid(), b"cat"), most_keys=1)
    assert sums(calls)["read", 0, ""] == (1, 0, 0, 0)


def test_there_are_no_more_names_than_asked_for():
    gone = exited_pid()
    calls = FixedCalls(*(read(gone, b"name %d" % n) for n in range(10)), most_keys=0, limit=2)
    rows = sums(calls)
    assert sum(row[0] for row in rows.values()) == 10
    assert rows["read", 0, ""] == (8, 0, 0, 0) and len(rows) == 3


def test_names_that_are_not_counted_any_more_give_way():
    """Those of a finished process hold no place for ever; --stats still has its calls, and metrics count anew."""
    calls = FixedCalls(most_keys=0, limit=2, idle=0)
    gone = exited_pid()
    for name in (b"first", b"second", b"third", b"fourth", b"fifth"):
        calls.add(read(gone, name))
        calls.tick()
    rows = sums(calls)
    assert sum(row[0] for row in rows.values()) == 5
    assert ("read", 0, "fifth") in rows and ("read", 0, "third") not in rows
    assert {row.comm for row in calls.calls_by_name()} <= {"fourth", "fifth"}


@pytest.mark.parametrize("limit", [1, 3])
def test_a_name_that_comes_back_is_counted_anew(limit: int):
    calls = FixedCalls(most_keys=0, limit=limit, idle=0)
    gone = exited_pid()
    for name in (b"first", b"a", b"b", b"c", b"first"):
        calls.add(read(gone, name))
        calls.tick()
    assert {row.comm: row.calls for row in calls.calls_by_name()}["first"] == 1
    assert sum(row.calls for row in calls.calls()) == 5


def test_a_table_of_no_size_is_refused():
    with pytest.raises(UsageError, match="room for one key"):
        _core.CallTable(battery.schema(), max_keys=0)
