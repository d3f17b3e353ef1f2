# SPDX-License-Identifier: MIT
"""A handler for each process: its own, else the default one, else none; exchanged under load without missing a call."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Victim, Worker, string

StartWorker = Callable[..., Worker]

DEFAULT, FIRST, SECOND = 1, 2, 3
"""Program ids."""

OWN_HANDLER = """
#include <traceleft/handler.h>

SEC("kretprobe/handle_read")
int handle_read_ret(void *ctx)
{
	struct record record;

	if (!record_begin(&record, ctx, "%s", %d, 0))
		return 0;
	return record_submit(&record);
}
"""


def by_process_and_id(event: traceleft.Event) -> tuple[int, int]:
    return event.pid, event.program_id


def count(tracer: traceleft.Tracer, key: Callable[[traceleft.Event], object]) -> dict:
    """Stops a tracer; how many of its events there were by key."""
    return dict(Counter(map(key, lab.finished(tracer))))


def test_each_process_gets_its_own_handler(
    backend: str, start_worker: StartWorker, compile_handler: Callable[[str], Path]
) -> None:
    """Three programs for one syscall at once: two processes' own and the default one."""
    first, second, third = (start_worker() for _ in range(3))
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", program_id=DEFAULT)
        tracer.attach(compile_handler(OWN_HANDLER % ("first", 1)), pids=[first.pid], program_id=FIRST)
        tracer.attach(compile_handler(OWN_HANDLER % ("second", 2)), pids=[second.pid], program_id=SECOND)
        for number, worker in ((100, first), (200, second), (300, third)):
            worker.read(number)
        ours = {first.pid, second.pid, third.pid}
        # The default handler sees every other process of this machine.
        events = [event for event in lab.finished(tracer) if event.pid in ours]
    counts = Counter((event.pid, event.syscall, len(event.raw_args), event.program_id) for event in events)
    assert counts == {
        (first.pid, "first", 1, FIRST): 100,
        (second.pid, "second", 2, SECOND): 200,
        (third.pid, "read", 3, DEFAULT): 300,
    }


@pytest.mark.any_backend
def test_a_process_without_a_handler_sends_nothing(backend: str, start_worker: StartWorker) -> None:
    traced, other = start_worker(), start_worker()
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[traced.pid], program_id=FIRST)
        traced.read(10)
        other.read(10)
        assert count(tracer, by_process_and_id) == {(traced.pid, FIRST): 10}


@pytest.mark.any_backend
def test_one_handler_for_several_processes(backend: str, start_worker: StartWorker) -> None:
    workers = [start_worker() for _ in range(5)]
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[worker.pid for worker in workers], program_id=FIRST)
        for worker in workers:
            worker.read(7)
        assert count(tracer, by_process_and_id) == {(worker.pid, FIRST): 7 for worker in workers}


@pytest.mark.any_backend
def test_handlers_of_several_syscalls_of_a_process(backend: str, victim: Victim) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        for name, program_id in (("close", FIRST), ("mkdir", SECOND)):
            tracer.attach(name, pids=[victim.pid], program_id=program_id)
        for name in ("close", "mkdir", "chmod", "close"):
            victim.call(name, -1, -1)
        events = [(event.syscall, event.program_id) for event in lab.finished(tracer)]
    assert events == [("close", FIRST), ("mkdir", SECOND), ("close", FIRST)]


@pytest.mark.each_kernel
def test_calls_that_differ_by_their_names_share_a_program(backend: str, victim: Victim) -> None:
    """So the kernel verifies one for all of them, and each event has its own call's name."""

    def programs(*names: str) -> int:
        with traceleft.Tracer(backend=backend) as tracer:
            tracer.attach(names, pids=[victim.pid])
            loaded = len(lab.bpf_ids_of("self")["prog"])
            for name in names:
                victim.call(name, -1, -1, 0)
            assert tuple(event.syscall for event in lab.finished(tracer)) == names
            return loaded

    assert programs("close", "dup", "fsync") == programs("close", "dup2", "dup3") - 2  # of other numbers of arguments


def test_a_handler_exchanged_under_load_misses_no_call(backend: str, worker: Worker) -> None:
    """Exchanges while the process does nothing but call: as many events as calls, and only the two handlers'.

    There is no default handler, for other processes' reads are too many. Large reads, for our reader is Python.
    """
    with traceleft.Tracer(backend=backend, buffer_limit=0, ring_size=64 << 20) as tracer:
        tracer.attach("read", pids=[worker.pid], program_id=FIRST)
        counter = lab.Counter(tracer, by_process_and_id)
        worker.begin_flood(size=256 << 10)
        for exchange in range(lab.scaled(200)):
            program_id = SECOND if exchange % 2 == 0 else FIRST
            attachment = tracer.attach("read", pids=[worker.pid], program_id=program_id)
            assert [each.pid for each in attachment.replaced] == [worker.pid]
        calls = worker.end_flood()
        counter.finish()
        stats = lab.assert_accounted(tracer)
    assert stats.lost == 0
    assert counter.counts.keys() == {(worker.pid, FIRST), (worker.pid, SECOND)}
    assert sum(counter.counts.values()) == calls


def test_a_detached_process_falls_back_to_the_default(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", program_id=DEFAULT)
        own = tracer.attach("read", pids=[worker.pid], program_id=FIRST)
        worker.read(10)
        tracer.detach(own)
        worker.read(20)
        tracer.attach("read", pids=[worker.pid], program_id=SECOND)
        worker.read(30)
        counts = count(tracer, by_process_and_id)
    assert {program_id: number for (pid, program_id), number in counts.items() if pid == worker.pid} == {
        FIRST: 10,
        DEFAULT: 20,
        SECOND: 30,
    }


def test_a_detached_default_handler_sends_no_more(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        default = tracer.attach("read", program_id=DEFAULT)
        tracer.attach("read", pids=[worker.pid], program_id=FIRST)
        worker.read(10)
        tracer.detach(default)
        handled = tracer.stats().handled
        worker.read(10)
        assert tracer.stats().handled == handled + 10
        assert count(tracer, by_process_and_id)[worker.pid, FIRST] == 20


@pytest.mark.any_backend
def test_detaching_one_that_was_replaced_leaves_the_later_one(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        first = tracer.attach("read", pids=[worker.pid], program_id=FIRST)
        tracer.attach("read", pids=[worker.pid], program_id=SECOND)
        tracer.detach(first)
        worker.read(10)
        assert count(tracer, by_process_and_id) == {(worker.pid, SECOND): 10}


@pytest.mark.any_backend
def test_detaching_from_one_process_leaves_the_others(backend: str, start_worker: StartWorker) -> None:
    first, second = start_worker(), start_worker()
    with traceleft.Tracer(backend=backend) as tracer:
        detached = tracer.attach("read", pids=[first.pid], program_id=FIRST)
        tracer.attach("read", pids=[second.pid], program_id=SECOND)
        tracer.detach(detached)
        for worker in (first, second):
            worker.read(10)
        assert count(tracer, by_process_and_id) == {(second.pid, SECOND): 10}


def test_two_tracers_at_once_do_not_disturb_each_other(backend: str, start_worker: StartWorker) -> None:
    """Both trace one process, each another one, and the end of one is none of the other's business."""
    both, only_first, only_second = (start_worker() for _ in range(3))
    workers = (both, only_first, only_second)
    with traceleft.Tracer(backend=backend) as first, traceleft.Tracer(backend=backend) as second:
        first.attach("read", pids=[both.pid, only_first.pid], program_id=FIRST)
        second.attach("read", pids=[both.pid, only_second.pid], program_id=SECOND)
        for worker in workers:
            worker.read(10)
        assert count(first, by_process_and_id) == {(both.pid, FIRST): 10, (only_first.pid, FIRST): 10}
        for worker in workers:
            worker.read(5)
        assert count(second, by_process_and_id) == {(both.pid, SECOND): 15, (only_second.pid, SECOND): 15}


@pytest.mark.any_backend
def test_all_threads_of_a_process_are_traced(backend: str, victim: Victim) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        # Not open or read: a thread's first allocation may make those.
        tracer.attach("chmod", pids=[victim.pid])
        calls = victim.call_from_threads(8, "chmod", string("/nonexistent"), 0)
        calls.append(victim.call("chmod", string("/nonexistent"), 0))
        events = lab.finished(tracer)
    assert len({call.tid for call in calls}) == 9
    assert sorted(event.tid for event in events) == sorted(call.tid for call in calls)
    assert {(event.pid, event.ret) for event in events} == {(victim.pid, calls[0].ret)}


@pytest.mark.any_backend
def test_a_handler_in_a_directory_with_any_name(
    backend: str, worker: Worker, compile_handler: Callable[[str], Path], tmp_path: Path
) -> None:
    """A path is bytes, not text."""
    path = tmp_path / os.fsdecode(b"\xff.bpf")
    path.write_bytes(compile_handler(OWN_HANDLER % ("own", 1)).read_bytes())
    with traceleft.Tracer(backend=backend) as tracer:
        attachment = tracer.attach(path, pids=[worker.pid])
        assert os.fsencode(attachment.path) == os.fsencode(path)
        worker.read(10)
        assert count(tracer, lambda event: event.syscall) == {"own": 10}


@pytest.mark.any_backend
def test_no_handler_for_an_own_object_with_a_wrong_section(
    backend: str, compile_handler: Callable[[str], Path]
) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        for section, complaint in (
            ("kretprobe/read", "no section kprobe/handle_SYSCALL"),
            ("kretprobe/handle_nonesuch", "nonesuch"),
        ):
            source = (OWN_HANDLER % ("read", 1)).replace("kretprobe/handle_read", section)
            with pytest.raises(traceleft.HandlerError, match=complaint):
                tracer.attach(compile_handler(source))
