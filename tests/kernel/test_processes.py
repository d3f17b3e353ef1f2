# SPDX-License-Identifier: MIT
"""Which process a PID stands for: children, threads, the dead, the reborn, those with high numbers; and their slots."""

from __future__ import annotations

import os
import subprocess
import threading
from collections import Counter
from collections.abc import Callable

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import TIMEOUT, Victim, Worker, string

pytestmark = pytest.mark.any_backend

StartWorker = Callable[..., Worker]

DEFAULT, FIRST, SECOND = 1, 2, 3
"""Program ids."""

"""include/linux/threads.h"""
SMALL_TABLE = 32_768
"""The original's pid-indexed table had so many entries."""


def ids_of(events: list[traceleft.Event], pid: int) -> dict[int, int]:
    """Program id to number of events of a process."""
    return dict(Counter(event.program_id for event in events if event.pid == pid))


@pytest.mark.each_kernel
def test_children_are_followed_from_their_first_syscall(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[worker.pid], program_id=FIRST, follow_forks=True)
        worker.read(3)
        pids = worker.fork(depth=20, count=5)
        events = lab.finished(tracer)
        assert tracer.stats().unfollowed == 0
    assert len(set(pids)) == 20
    assert Counter(event.pid for event in events) == {worker.pid: 3, **{pid: 5 for pid in pids}}
    assert {event.program_id for event in events} == {FIRST}


def test_children_are_not_followed_unless_asked_for(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", program_id=DEFAULT)
        tracer.attach("read", pids=[worker.pid], program_id=FIRST)
        [child] = worker.fork(depth=1, count=5)
        worker.read(3)
        events = lab.finished(tracer)
    assert ids_of(events, child) == {DEFAULT: 5}
    assert ids_of(events, worker.pid) == {FIRST: 3}


@pytest.mark.each_kernel
def test_a_process_gives_its_slot_back(backend: str, start_worker: StartWorker) -> None:
    """Four slots, the default handlers' among them, and many more processes, two at a time."""
    expected = {}
    with traceleft.Tracer(backend=backend, slots=4) as tracer:
        earlier = None
        for number in range(1, 6 + lab.scaled(45)):
            worker = start_worker()
            tracer.attach("read", pids=[worker.pid], program_id=number)
            worker.read(number)
            expected[worker.pid, number] = number
            if earlier:
                earlier.close()
            earlier = worker
        events = lab.finished(tracer)
    assert Counter((event.pid, event.program_id) for event in events) == expected


def test_no_slot_is_left(backend: str, start_worker: StartWorker) -> None:
    first, second, third = (start_worker() for _ in range(3))
    with traceleft.Tracer(backend=backend, slots=3) as tracer:
        tracer.attach("read", pids=[first.pid], program_id=FIRST)
        tracer.attach("read", pids=[second.pid], program_id=SECOND)
        with pytest.raises(traceleft.CapacityError, match=r"2 process slots.*--slots.*Tracer\(slots="):
            tracer.attach("read", pids=[third.pid])
        tracer.attach("close", pids=[first.pid])  # needs no other slot
        second.close()
        tracer.attach("read", pids=[third.pid], program_id=SECOND)
        for worker in (first, third):
            worker.read(10)
        events = lab.finished(tracer)
    assert ids_of(events, first.pid) == {FIRST: 10}
    assert ids_of(events, third.pid) == {SECOND: 10}


def test_a_refused_attach_changes_nothing(backend: str, start_worker: StartWorker) -> None:
    """One of its processes is missing: none of the others is traced."""
    worker, dead = start_worker(), start_worker()
    dead.close()
    with traceleft.Tracer(backend=backend) as tracer:
        with pytest.raises(traceleft.ProcessError):
            tracer.attach("read", pids=[worker.pid, dead.pid])
        assert not tracer.processes_left
        worker.read(10)
        assert lab.finished(tracer) == []


def test_an_attach_without_room_changes_nothing(backend: str, start_worker: StartWorker) -> None:
    """Three processes and two slots: none of the three is traced, and none keeps a slot."""
    workers = [start_worker() for _ in range(3)]
    with traceleft.Tracer(backend=backend, slots=3) as tracer:
        with pytest.raises(traceleft.CapacityError):
            tracer.attach("read", pids=[worker.pid for worker in workers])
        for worker in workers:
            worker.read(10)
        assert lab.finished(tracer) == []


@pytest.mark.each_kernel
def test_a_reused_pid_is_another_process(backend: str, start_worker: StartWorker) -> None:
    old = start_worker()
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", program_id=DEFAULT)
        tracer.attach("read", pids=[old.pid], program_id=FIRST, follow_forks=True)
        old.read(10)
        old.close()
        new = start_worker(pid=old.pid)
        assert new.pid == old.pid
        new.read(20)
        assert not tracer.processes_left
        tracer.attach("read", pids=[new.pid], program_id=SECOND)
        new.read(30)
        events = lab.finished(tracer)
    assert ids_of(events, old.pid) == {FIRST: 10, DEFAULT: 20, SECOND: 30}


@pytest.mark.parametrize("wanted", [SMALL_TABLE, SMALL_TABLE + 1, 65536, lab.PID_MAX_LIMIT - 1])
def test_high_pids(backend: str, every_pid_allowed: None, start_worker: StartWorker, wanted: int) -> None:
    worker = start_worker(pid=wanted)
    assert worker.pid == wanted
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[wanted], program_id=FIRST)
        worker.read(10)
        events = lab.finished(tracer)
    assert ids_of(events, wanted) == {FIRST: 10}
    assert {event.tid for event in events} == {wanted}


def test_a_thread_is_no_process(backend: str, victim: Victim) -> None:
    """Our own second thread stands for any; the error says what to trace."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with traceleft.Tracer(backend=backend) as tracer:
            complaint = f"{thread.native_id} is a thread of process {os.getpid()}"
            with pytest.raises(traceleft.ProcessError, match=complaint):
                tracer.attach("read", pids=[thread.native_id])
    finally:
        stop.set()
        thread.join()


def test_no_such_process(backend: str, start_worker: StartWorker) -> None:
    dead = start_worker()
    dead.close()
    with traceleft.Tracer(backend=backend) as tracer:
        with pytest.raises(traceleft.ProcessError, match=f"no process with PID {dead.pid}"):
            tracer.attach("read", pids=[dead.pid])
        with pytest.raises(LookupError):
            tracer.attach("read", pids=[lab.PID_MAX_LIMIT])


def test_a_zombie_is_no_process_any_more(backend: str) -> None:
    child = subprocess.Popen(["true"])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    with traceleft.Tracer(backend=backend) as tracer:
        with pytest.raises(traceleft.ProcessError, match=f"no process with PID {child.pid}"):
            tracer.attach("read", pids=[child.pid])
        assert not tracer.processes_left
    child.wait(TIMEOUT)


@pytest.mark.each_kernel
def test_the_end_of_a_thread_is_not_the_process_s(backend: str, victim: Victim) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("chmod", pids=[victim.pid])
        victim.call_from_threads(2, "chmod", string("/nonexistent"), 0)
        assert tracer.processes_left
        victim.call("chmod", string("/nonexistent"), 0)
        assert len(lab.finished(tracer)) == 3


def test_processes_left(backend: str, start_worker: StartWorker) -> None:
    first, second = start_worker(), start_worker()
    with traceleft.Tracer(backend=backend) as tracer:
        assert not tracer.processes_left
        tracer.attach("read", pids=[first.pid, second.pid])
        assert tracer.processes_left
        first.close()
        assert tracer.processes_left
        second.close()
        assert not tracer.processes_left
