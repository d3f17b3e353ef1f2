# SPDX-License-Identifier: MIT
"""The tracer counts and times itself; what it says agrees with what is seen from outside."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Worker
from traceleft import _core
from traceleft.errors import UsageError
from traceleft.telemetry import Telemetry
from traceleft.telemetry.cost import measure

pytestmark = pytest.mark.filterwarnings("ignore::traceleft.LostEventsWarning")

READS = 1000


def test_every_run_of_a_handler_is_timed(backend: str, start_worker: Callable[..., Worker]) -> None:
    """By slot, syscall and side, also of a process's second handler, and not before somebody asks."""
    one, other = start_worker(), start_worker()
    with traceleft.Tracer(backend=backend, handler_times=True) as tracer:
        tracer.attach("read", pids=[one.pid])
        tracer.attach(["read", "close"], pids=[other.pid], program_id=42)
        reader = lab.Reader(tracer)
        one.read(READS)
        assert {handler.runs for handler in tracer.handlers()} == {0}
        tracer.time_handlers(1)
        one.read(READS)
        other.read(2 * READS)
        tracer.time_handlers(0)
        one.read(READS)
        assert reader.finish() == 5 * READS
        handlers = {(handler.slot, handler.syscall): handler for handler in tracer.handlers()}
    assert sorted(handlers) == [(1, "read"), (2, "close"), (2, "read")]
    first, second = handlers[1, "read"], handlers[2, "read"]
    assert (first.pids, first.program_id, first.name, first.entry) == ((one.pid,), 0, "handle_read_ret", False)
    assert (second.pids, second.program_id, second.path) == ((other.pid,), 42, handlers[2, "close"].path)
    assert (first.runs, second.runs, handlers[2, "close"].runs) == (READS, 2 * READS, 0)
    assert first.run_ns > 0 and second.run_ns > 0


def test_one_of_so_many_is_timed(worker: Worker) -> None:
    with traceleft.Tracer(handler_times=True) as tracer:
        tracer.attach("read", pids=[worker.pid])
        tracer.time_handlers(64)
        worker.read(64 * READS)
        (handler,) = tracer.handlers()
    assert abs(handler.runs - READS) < 6 * READS**0.5  # chosen at random


def test_times_are_refused_where_they_were_not_asked_for() -> None:
    with traceleft.Tracer() as tracer, pytest.raises(UsageError, match="handler_times=True"):
        tracer.time_handlers(1)
    with traceleft.Tracer(handler_times=True) as tracer, pytest.raises(UsageError, match="power of two"):
        tracer.time_handlers(3)


def test_the_kernels_own_statistics(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend, handler_times=True) as tracer:
        tracer.attach("read", pids=[worker.pid])
        worker.read(READS)
        with _core.RunTimeStatistics():
            tracer.time_handlers(1)
            worker.read(READS)
        hooks = [hook for hook in tracer.hooks() if hook.run_ns and hook.name in ("root_exit", "trace_read_ret")]
        (handler,) = tracer.handlers()
    (hook,) = hooks
    assert hook.syscall == (None if backend == "raw_tp" else "read")
    assert hook.runs >= READS and hook.run_ns > handler.run_ns


def test_a_handler_that_has_gone_takes_its_times_with_it(worker: Worker) -> None:
    """There is room for so many, and somebody may swap handlers for years."""
    with traceleft.Tracer(handler_times=True) as tracer:
        tracer.time_handlers(1)
        for _ in range(3):
            tracer.attach("read", pids=[worker.pid])
            worker.read(READS)
            (handler,) = tracer.handlers()
            assert handler.runs == READS


@pytest.mark.any_backend
def test_what_is_lost_is_known_by_its_syscall(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend, ring_size=65536, buffer=65536) as tracer:
        tracer.attach(["read", "close"], pids=[worker.pid])

        def full() -> bool:
            worker.read(20_000)  # nobody reads the queue
            fill = tracer.fill()
            return fill.queue_bytes >= 65536 and fill.ring_bytes > 0

        lab.wait_until(full, "ring and queue are full")
        stats = tracer.stats()
        fill = tracer.fill()
    assert stats.lost > 0 and stats.lost_by_syscall == {"read": {"over_budget": stats.lost}}
    assert fill.ring_bytes <= fill.ring_size == 65536
    final = tracer.stats()
    assert final.handled == final.received + final.lost == sum(final.handled_by_cpu.values())


def test_numbers_stay_when_the_tracer_has_stopped(worker: Worker) -> None:
    with traceleft.Tracer(handler_times=True) as tracer:
        tracer.time_handlers(1)
        tracer.attach("read", pids=[worker.pid])
        worker.read(READS)
        telemetry = Telemetry(tracer)
        before = telemetry.numbers()
    after = telemetry.numbers()
    assert after.handlers == before.handlers and after.handlers[0].runs == READS
    assert after.stats.handled == READS and after.fill.ring_bytes == 0 and after.fill.queue_bytes > 0
    assert after.process.threads >= 1 and after.process.resident_bytes > 1 << 20


@pytest.mark.alone
@pytest.mark.any_kernel  # an emulated machine's times say nothing
def test_what_the_programs_say_agrees_with_the_slowdown_seen_from_outside(backend: str) -> None:
    """Within a fifth. A machine that does something else meanwhile gets a second and a third chance."""
    for _ in range(3):
        cost = measure(3, backend=backend)
        ratio = cost.explained_ns / cost.slowdown_ns
        if abs(ratio - 1) <= 0.2:
            break
    assert abs(ratio - 1) <= 0.2, cost
    assert cost.backend == backend and cost.events > 0


@pytest.mark.each_kernel
def test_doctor() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "traceleft", "doctor", "--seconds", "0.5"], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert f"Linux {os.uname().release}" in done.stdout and "works" in done.stdout and " % of it" in done.stdout
    assert re.search(r"^  files \(-y\) +works$", done.stdout, re.M)


def test_programs_are_named_where_perf_and_bpftool_look(backend: str, worker: Worker) -> None:
    """`perf top` shows a program by its name in kallsyms."""
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach(["read", "openat"], pids=[worker.pid])
        listed = subprocess.run(["bpftool", "prog", "show"], capture_output=True, text=True, check=True).stdout
        symbols = Path("/proc/kallsyms").read_text().split()
    for name in ("handle_read_ret", "handle_openat_ret", "trace_read_ret", "process_forked"):
        assert f"name {name} " in listed or f"name {name[:15]} " in listed
        assert any(symbol.startswith("bpf_prog_") and symbol.endswith(f"_{name}") for symbol in symbols), name
