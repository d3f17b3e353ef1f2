# SPDX-License-Identifier: MIT
"""Calls counted from batches."""

from __future__ import annotations

import os
import subprocess
import threading

from tests.support.raw_events import DURATION, ENTRY, foreign_event, raw_event
from traceleft import _core, battery


def counted(events: list[bytes], limit: int = 10000) -> _core.CallStatistics:
    schema = battery.schema()
    statistics = _core.CallStatistics(schema, limit=limit)
    statistics.add(_core.Batch(events, schema))
    return statistics


def sums(statistics: _core.CallStatistics) -> dict[tuple[str, int, str], tuple[int, ...]]:
    return {row[:3]: row[3:7] for row in statistics.calls()}


def exited_pid() -> int:
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def test_by_syscall_process_and_name():
    statistics = counted(
        [
            raw_event("read", nr=0, pid=1, comm=b"cat", ret=5),
            raw_event("read", nr=0, pid=1, comm=b"cat", ret=-2),
            raw_event("close", nr=3, pid=1, comm=b"cat"),
            raw_event("read", nr=0, pid=2, comm=b"cat", ret=-512),
            raw_event("read", nr=0, pid=1, comm=b"sixteen bytes ok"),
            raw_event("read", nr=0, pid=1, comm=b"\xff"),
            raw_event("read", nr=0, pid=1, comm=b"\xfe"),
        ]
    )
    assert sums(statistics) == {
        ("read", 1, "cat"): (2, 1, 0, 0),
        ("close", 1, "cat"): (1, 0, 0, 0),
        ("read", 2, "cat"): (1, 1, 0, 0),
        ("read", 1, "sixteen bytes ok"): (1, 0, 0, 0),
        ("read", 1, os.fsdecode(b"\xff")): (1, 0, 0, 0),
        ("read", 1, os.fsdecode(b"\xfe")): (1, 0, 0, 0),
    }
    statistics.clear()
    assert statistics.calls() == []


def test_a_call_is_counted_once():
    """By its exit; one that never returns by its entry."""
    statistics = counted(
        [
            raw_event("read", nr=0, flags=ENTRY),
            raw_event("read", nr=0),
            raw_event("exit_group", nr=231, flags=ENTRY, ret=-1),
        ]
    )
    assert {row[0]: row[3:5] for row in statistics.calls()} == {"read": (1, 0), "exit_group": (1, 0)}


def test_another_kind_of_handler_is_counted_by_its_name():
    statistics = counted([foreign_event(b"read", b"own"), raw_event("read", nr=0), raw_event("own", nr=0)])
    assert {(row[0], row[2]): row[3] for row in statistics.calls()} == {
        ("read", ""): 1,
        ("read", "cat"): 1,
        ("own", "cat"): 1,
    }


def test_durations_fall_into_buckets():
    durations = [0, 999, 1000, 1999, 2000, 3999, 4000, (1 << 30) * 1000 - 1, (1 << 30) * 1000, 1 << 62]
    statistics = counted(
        [raw_event("read", nr=0, duration=ns, flags=DURATION) for ns in durations] + [raw_event("read", nr=0)]
    )
    ((*_, calls, _, timed, ns, buckets),) = statistics.calls()
    assert (calls, timed, ns) == (11, 10, sum(durations))
    assert len(buckets) == 32 and sum(buckets) == 10
    assert {index: count for index, count in enumerate(buckets) if count} == {0: 2, 1: 2, 2: 2, 3: 1, 30: 1, 31: 2}


def test_there_are_no_more_rows_than_asked_for():
    """Rows of processes that are gone are added up by name; what is then still too much has no process, or no name."""
    alive, gone = os.getpid(), exited_pid()
    statistics = counted(
        [
            raw_event("read", nr=0, pid=alive, comm=b"alive"),
            raw_event("read", nr=0, pid=gone, comm=b"gone", duration=5, flags=DURATION),
            raw_event("close", nr=3, pid=alive, comm=b"alive"),
            raw_event("write", nr=1, pid=alive, comm=b"alive"),
            raw_event("read", nr=0, pid=alive, comm=b"alive"),
            *(raw_event("read", nr=0, pid=alive, comm=b"name %d" % n) for n in range(10)),
        ],
        limit=2,
    )
    assert sums(statistics) == {
        ("read", alive, "alive"): (2, 0, 0, 0),
        ("close", alive, "alive"): (1, 0, 0, 0),
        ("read", 0, "gone"): (1, 0, 1, 5),
        ("write", 0, "alive"): (1, 0, 0, 0),
        ("read", 0, ""): (10, 0, 0, 0),
    }


def test_names_that_are_not_counted_any_more_give_way():
    """Those of a finished process hold no place for ever; --stats still has its calls, and metrics count anew."""
    schema = battery.schema()
    statistics = _core.CallStatistics(schema, limit=2, idle=0)
    gone = exited_pid()
    for name in (b"first", b"second", b"third", b"fourth", b"fifth"):
        statistics.add(_core.Batch([raw_event("read", nr=0, pid=gone, comm=name)], schema))
        statistics.add(_core.Batch([raw_event("read", nr=0, pid=0x7FFFFFFF, comm=name)], schema))
    rows = sums(statistics)
    assert sum(row[0] for row in rows.values()) == 10
    assert any(comm == "fifth" for _, _, comm in rows) and not any(comm == "third" for _, _, comm in rows)
    assert {row[2] for row in statistics.calls_by_name()} <= {"first", "second", "fourth", "fifth"}


def test_names_of_processes_and_of_syscalls_are_bounded():
    schema = battery.schema()
    statistics = _core.CallStatistics(schema, limit=3)
    alive = os.getpid()
    for begin in range(0, 10_000, 1000):
        numbers = range(begin, begin + 1000)
        events = [raw_event("read", nr=0, pid=alive, comm=b"name %d" % number) for number in numbers]
        events += [foreign_event(b"call %d" % number, b"own") for number in numbers]
        statistics.add(_core.Batch(events, schema))
    rows = statistics.calls()
    assert sum(row[3] for row in rows) == 20_000
    assert len(rows) < 6000 and len({row[0] for row in rows}) <= 4097


def test_many_threads_add_and_ask():
    schema = battery.schema()
    statistics = _core.CallStatistics(schema)
    batch = _core.Batch([raw_event("read", nr=0, pid=n) for n in range(100)], schema)

    def add() -> None:
        for _ in range(200):
            statistics.add(batch)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert all(row[3] <= 800 for row in statistics.calls())
    assert {row[3] for row in statistics.calls()} == {800} and len(statistics.calls()) == 100


def test_names_without_end():
    """A handler of one's own calls its events anything."""
    statistics = counted([foreign_event(f"call{number % 6000}".encode()) for number in range(9000)])
    calls = {row[0]: row[3] for row in statistics.calls()}
    assert len(calls) <= 4097 and sum(calls.values()) == 9000
    assert calls["call0"] == 2 and calls["other"] > 1900
