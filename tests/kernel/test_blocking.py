# SPDX-License-Identifier: MIT
"""Calls that many threads block in at once: each return has its event, or is counted as missed."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.syscall_numbers import NUMBERS

pytestmark = pytest.mark.each_kernel

THREADS = 100


@contextmanager
def threads_in_read(pipe: int) -> Iterator[None]:
    """All of them block in read of a byte at once; at the end all have returned."""
    threads = [threading.Thread(target=os.read, args=(pipe, 1)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    lab.wait_until(lambda: all(is_in_read(thread.native_id, pipe) for thread in threads), "all threads block in read")
    yield
    for thread in threads:
        thread.join(lab.TIMEOUT)
        assert not thread.is_alive()


def is_in_read(tid: int | None, fd: int) -> bool:
    """proc(5), /proc/pid/syscall: the number of the call that blocks, and its arguments."""
    return Path(f"/proc/self/task/{tid}/syscall").read_text().startswith(f"{NUMBERS['read']} {fd:#x} ")


def returns_of_blocked_threads(tracer: traceleft.Tracer) -> int:
    """How many of a hundred threads that block in read, and go on together, have an event."""
    end, other_end = os.pipe()
    try:
        tracer.attach("read", pids=[os.getpid()])
        with threads_in_read(end):
            os.write(other_end, bytes(THREADS))
        tracer.stop()
        lab.assert_accounted(tracer)
        return sum(event.args["fd"] == end for event in tracer.events(timeout=0))
    finally:
        os.close(end)
        os.close(other_end)


def test_no_return_is_lost(backend: str) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        assert returns_of_blocked_threads(tracer) == THREADS
        assert tracer.stats().probe_misses == 0


def test_what_a_kretprobe_has_no_room_for_is_counted(backend: str) -> None:
    with traceleft.Tracer(backend=backend, maxactive=10) as tracer:
        returned = returns_of_blocked_threads(tracer)
        missed = tracer.stats().probe_misses
    if backend == "kprobe":
        assert returned <= 10
        assert missed >= THREADS - returned  # and what else the machine read meanwhile
    else:
        assert (returned, missed) == (THREADS, 0)
