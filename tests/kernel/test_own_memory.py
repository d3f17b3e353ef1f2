# SPDX-License-Identifier: MIT
"""What a loaded tracer holds, and what its threads are in."""

from __future__ import annotations

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Worker
from traceleft import _core

READS = 1000


def held(function: str) -> int:
    """Bytes."""
    return sum(size for name, _, _, size in _core.memory() if name == function)


@pytest.mark.each_kernel
def test_the_kernels_memory_is_counted_once() -> None:
    assert held("bpf_map events") == 0
    with traceleft.Tracer(ring_size=1 << 20) as tracer:
        tracer.attach("getppid")
        rows = _core.memory()
        [(description, objects, size)] = [row[1:] for row in rows if row[0] == "bpf_map events"]
        assert (description, objects) == ("kernel memory: ringbuf", 1)
        assert 1 << 20 <= size < 2 << 20
        assert any(name.startswith("bpf_program ") and size > 0 for name, _, _, size in rows)
    assert held("bpf_map events") == 0


def test_batches_are_counted_until_they_are_gone(worker: Worker) -> None:
    before = held("traceleft::RingReader::drain")
    with traceleft.Tracer() as tracer:
        tracer.attach("read", pids=[worker.pid])
        worker.read(READS)
        batches = []
        while sum(map(len, batches)) < READS:
            batches.append(tracer.read(lab.TIMEOUT))
        taken = held("traceleft::RingReader::drain") - before
        assert sum(batch.nbytes for batch in batches) <= taken
        batches.clear()
    assert held("traceleft::RingReader::drain") == before


def test_the_rings_thread_has_a_stack() -> None:
    functions: list[str] = []

    def it_runs() -> bool:
        [ring] = [thread for thread in _core.thread_stacks(lab.TIMEOUT) if thread.thread == "traceleft-ring"]
        functions[:] = [frame.function for frame in ring.frames]
        return "traceleft::RingReader::run" in functions

    with traceleft.Tracer():
        lab.wait_until(it_runs, "the thread has begun")
    assert functions[-1].startswith("traceleft::RingReader::"), "and nothing of what starts a thread"
