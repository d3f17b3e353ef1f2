# SPDX-License-Identifier: MIT
"""What --stats prints."""

from __future__ import annotations

import pytest

from tests.support.fixed_calls import FixedCalls
from tests.support.raw_events import DURATION, raw_event
from traceleft import battery
from traceleft.stats import Stats
from traceleft.telemetry import Fill, HandlerNumbers, HookNumbers, Numbers, OutputNumbers, ProcessNumbers
from traceleft.telemetry.text import describe, size_text

HANDLERS = (
    HandlerNumbers("read", False, 0, (), str(battery.shipped_file()), 0, "handle_read_ret", 4, 1000),
    HandlerNumbers("read", False, 3, (7, 8), "own.bpf", 42, "handle_read_ret", 10, 5000),
    HandlerNumbers("close", True, 9, (), "own.bpf", 0, "handle_close", 1, 10),
    HandlerNumbers("never", False, 0, (), "own.bpf", 0, "handle_never_ret", 0, 0),
)


def numbers(stats: Stats, handlers: tuple[HandlerNumbers, ...] = ()) -> Numbers:
    return Numbers(
        time=1.0,
        stats=stats,
        fill=Fill(65536, 1536, 10),
        handlers=handlers,
        hooks=(HookNumbers("root_exit", None, 5, 0, 0),),
        outputs=(OutputNumbers("events.txt", 80, 10, 2 << 20, "No space left on device"),),
        process=ProcessNumbers(1.25, 48 << 20, 5),
    )


def test_everything_that_was_lost_is_there():
    stats = Stats("raw_tp", 2.5, 100, 90, 10, {1: {"ring_full": 9, "scratch_busy": 1}}, 3, 2, 1, 4, {1: 100}, {})
    stats.lost_by_syscall.update({"close": {"ring_full": 1}, "read": {"ring_full": 8, "scratch_busy": 1}})
    assert describe(numbers(stats)).splitlines() == [
        "events    100 handled, 90 received, 10 lost in 2.500 s under raw_tp",
        "  lost on cpu1: 9 ring_full, 1 scratch_busy",
        "  lost of read: 8 ring_full, 1 scratch_busy",
        "  lost of close: 1 ring_full",
        "  3 32-bit calls, which were not decoded",
        "  2 children not followed, for want of room",
        "  1 calls skipped by the kernel: another program was running on their CPU",
        "  4 calls missed by the kernel's probes",
        "waiting   1.5 KiB in the ring of 64.0 KiB, 10 B taken out of it",
        "output    events.txt: 80 written, 10 dropped, 2.0 MiB waiting; failed: No space left on device",
        "traceleft 1.250 s of CPU time, 48.0 MiB of memory, 5 threads",
    ]


def test_handlers_that_were_timed():
    """Those that took most come first; one that was not timed says nothing."""
    lines = describe(numbers(Stats("raw_tp", 1, 0, 0, 0, {}, 0, 0, 0, 0), HANDLERS)).splitlines()
    assert lines[lines.index("") + 1 :] == [
        "ns a run  runs timed  syscall        slot          handler",
        "     500          10  read           3 (pid 7, 8)  own.bpf",
        "     250           4  read           default       shipped",
        "      10           1  close (entry)  9 (pid gone)  own.bpf",
    ]


@pytest.mark.parametrize("timed", [True, False])
def test_calls_as_strace_counts_them(timed: bool):
    times = {"flags": DURATION, "duration": 1_500_000} if timed else {}
    events = [
        raw_event("read", nr=0, pid=1, **times),
        raw_event("read", nr=0, pid=2, ret=-2, **times),
        raw_event("close", nr=3, **{**times, "duration": 1_000_000}),
    ]
    lines = describe(numbers(Stats("raw_tp", 1, 0, 0, 0, {}, 0, 0, 0, 0)), FixedCalls(*events)).splitlines()
    expected = [
        "% time   seconds  usecs/call  calls  errors  syscall",
        " 75.00  0.003000      1500.0      2       1  read",
        " 25.00  0.001000      1000.0      1          close",
    ]
    assert lines[lines.index("") + 1 :] == (expected if timed else [line[len(expected[0]) - 22 :] for line in expected])


def test_sizes():
    sizes = [0, 1023, 1024, 1536, 1 << 20, 5 << 30, 1 << 50]
    assert [size_text(size) for size in sizes] == [
        *("0 B", "1023 B", "1.0 KiB", "1.5 KiB", "1.0 MiB", "5.0 GiB", "1024.0 TiB"),
    ]
