# SPDX-License-Identifier: MIT
"""Nothing is lost without being counted: handled == received + lost, exactly, after stop()."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Worker

pytestmark = [
    pytest.mark.any_backend,
    pytest.mark.each_kernel,
    pytest.mark.filterwarnings("ignore::traceleft.LostEventsWarning"),
]

StartWorker = Callable[..., Worker]

MILLION = lab.scaled(1_000_000)
SMALL_RING = 65536
"""Room for some three hundred events of read."""


@pytest.fixture
def two_cpus() -> list[int]:
    cpus = sorted(os.sched_getaffinity(0))
    if len(cpus) < 2:
        lab.cannot_run("there is only one CPU here")
    return cpus[:2]


def trace_reads(tracer: traceleft.Tracer, *workers: Worker) -> None:
    tracer.attach("read", pids=[worker.pid for worker in workers])


def test_a_million_reads_at_full_speed(backend: str, worker: Worker) -> None:
    """Into the ring of the default size, and through the default queue, to a reader that keeps up."""
    with traceleft.Tracer(backend=backend) as tracer:
        trace_reads(tracer, worker)
        reader = lab.Reader(tracer)
        worker.read(MILLION, size=16)
        assert reader.finish() == MILLION
        stats = lab.assert_accounted(tracer)
    assert (stats.handled, stats.lost, stats.lost_by_cpu) == (MILLION, 0, {})


def test_two_processes_on_two_cpus(backend: str, start_worker: StartWorker, two_cpus: list[int]) -> None:
    """Each at full speed: events of both CPUs are in the ring at once, and each process's are in its order."""
    workers = [start_worker(cpu=cpu) for cpu in two_cpus]
    with traceleft.Tracer(backend=backend, ring_size=64 << 20) as tracer:
        trace_reads(tracer, *workers)
        for worker in workers:
            worker.send("read 100000 1")
        for worker in workers:
            assert worker.receive() == "100000"
        timestamps: dict[tuple[int, int], list[int]] = {}
        for event in lab.finished(tracer):
            timestamps.setdefault((event.pid, event.cpu), []).append(event.timestamp)
    assert timestamps.keys() == {(worker.pid, cpu) for worker, cpu in zip(workers, two_cpus)}
    for of_one in timestamps.values():
        assert len(of_one) == 100_000
        assert of_one == sorted(of_one)


MOVING = """
import contextlib, os, sys
for fd in range(1000, 1300):
    os.sched_setaffinity(0, {int(sys.argv[1 + fd % 2])})
    with contextlib.suppress(OSError):
        os.close(fd)
"""


def test_a_thread_that_changes_cpus(backend: str, two_cpus: list[int]) -> None:
    """Its events are in the order of its calls, whichever rings they went through."""
    with traceleft.Tracer(backend=backend) as tracer:
        with tracer.spawn([sys.executable, "-c", MOVING, *map(str, two_cpus)], "close") as command:
            command.wait()
        closed = [(event.args["fd"], event.cpu) for event in lab.finished(tracer) if event.args["fd"] >= 1000]
    assert closed == [(fd, two_cpus[fd % 2]) for fd in range(1000, 1300)]


def test_a_slow_reader_loses_what_is_counted(backend: str, start_worker: StartWorker) -> None:
    cpu = max(os.sched_getaffinity(0))
    worker = start_worker(cpu=cpu)
    with traceleft.Tracer(backend=backend, ring_size=SMALL_RING, buffer=4096) as tracer:
        trace_reads(tracer, worker)
        read = 0
        for _ in range(20):
            worker.read(5000)
            read += len(tracer.read(timeout=lab.TIMEOUT))
        tracer.stop()
        read += sum(map(len, tracer.batches(timeout=0)))
        stats = lab.assert_accounted(tracer)
    assert stats.handled == 100_000
    assert stats.received == read
    assert stats.lost > 0
    assert stats.lost_by_cpu == {cpu: {"over_budget": stats.lost}}


@pytest.mark.any_backend
def test_what_nobody_reads_waits_compressed(worker: Worker) -> None:
    """Twice the default's events as they are, with a buffer of an eighth of that, and a file."""
    with traceleft.Tracer(buffer=4 << 20, spill=64 << 20) as tracer:
        trace_reads(tracer, worker)
        worker.read(150_000)
        lab.wait_until(lambda: tracer.stats().received == 150_000, "the events are received")
        fill = tracer.fill()
        tracer.stop()
        events = sum(map(len, tracer.batches(timeout=0)))
        stats = lab.assert_accounted(tracer)
        empty = tracer.fill()
    assert events == stats.received == 150_000 and stats.lost == stats.buffer_needed == 0
    assert fill.queue_bytes > 30_000_000
    assert 1 << 20 < fill.buffer_bytes + fill.spilled_bytes < fill.queue_bytes / 4
    assert (empty.queue_bytes, empty.buffer_bytes, empty.spilled_bytes) == (0, 0, 0)


@pytest.mark.any_backend
def test_the_newest_stay_where_that_is_asked(worker: Worker) -> None:
    with traceleft.Tracer(buffer=1 << 16, keep="newest") as tracer:
        trace_reads(tracer, worker)
        worker.read(150_000)
        lab.wait_until(lambda: tracer.stats().received + tracer.stats().lost == 150_000, "the events are received")
        worker.read(1, size=7)
        tracer.stop()
        sizes = [event.args["count"] for event in tracer.events(timeout=0)]
        stats = lab.assert_accounted(tracer)
    assert stats.received == len(sizes) and stats.lost > 0 and sizes[-1] == 7
    assert {reason for lost in stats.lost_by_cpu.values() for reason in lost} == {"evicted"}
    assert stats.lost_by_syscall == {"read": {"evicted": stats.lost}}
    assert stats.buffer_needed > 1 << 16
    with pytest.raises(traceleft.UsageError, match="keep is oldest or newest, not 'latest'"):
        traceleft.Tracer(keep="latest")


def test_losses_belong_to_their_cpu(backend: str, start_worker: StartWorker, two_cpus: list[int]) -> None:
    """Two processes on two CPUs fill the ring while nobody reads."""
    workers = [start_worker(cpu=cpu) for cpu in two_cpus]
    with traceleft.Tracer(backend=backend, ring_size=SMALL_RING, buffer=1) as tracer:
        trace_reads(tracer, *workers)
        for worker in workers:
            worker.send("read 50000 1")
        for worker in workers:
            assert worker.receive() == "50000"
        events = []
        tracer.stop()
        events.extend(tracer.events(timeout=0))
        stats = lab.assert_accounted(tracer)
    assert stats.handled == 100_000
    assert stats.received == len(events)
    assert stats.lost_by_cpu.keys() == set(two_cpus)
    for cpu in two_cpus:
        received = sum(event.cpu == cpu for event in events)
        assert stats.lost_by_cpu[cpu] == {"over_budget": 50_000 - received}


def test_large_events_that_find_no_room(backend: str, worker: Worker) -> None:
    """An event of half the ring: one fits beside nothing, and what doesn't is counted."""
    with traceleft.Tracer(backend=backend, ring_size=SMALL_RING, buffer_limit=32768, buffer=1) as tracer:
        trace_reads(tracer, worker)
        worker.read(500, size=32768)
        tracer.stop()
        events = list(tracer.events(timeout=0))
        stats = lab.assert_accounted(tracer)
    assert stats.handled == 500
    assert stats.received == len(events) > 0
    assert all(event["buf"] == bytes(32768) for event in events)


def test_discarded_events_are_counted(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend, discard=True) as tracer:
        trace_reads(tracer, worker)
        worker.read(200_000)
        assert tracer.read(timeout=0) is None
        tracer.stop()
        assert list(tracer.events(timeout=0)) == []
        stats = lab.assert_accounted(tracer)
    assert (stats.handled, stats.lost) == (200_000, 0)


def test_events_that_nobody_reads_wait_in_the_queue(backend: str, worker: Worker) -> None:
    """What is in memory when the tracer stops can still be read, in order."""
    with traceleft.Tracer(backend=backend) as tracer:
        trace_reads(tracer, worker)
        worker.read(10_000)
    timestamps = [event.timestamp for event in tracer.events()]
    assert len(timestamps) == tracer.stats().received == 10_000
    assert timestamps == sorted(timestamps)


def test_stats_while_it_runs(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        trace_reads(tracer, worker)
        assert tracer.stats().handled == 0
        worker.read(1000)
        assert tracer.stats().handled == 1000
        assert sum(map(len, lab.batches_of(tracer, 1000))) == 1000
        during = tracer.stats()
        assert (during.backend, during.received, during.lost) == (tracer.backend, 1000, 0)
        assert tracer.read(timeout=0) is None
        tracer.stop()
        assert tracer.stats().elapsed >= during.elapsed > 0
        assert tracer.stats().elapsed == tracer.stats().elapsed
