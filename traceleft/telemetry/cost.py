# SPDX-License-Identifier: MIT
"""Measures the cost of observing on this machine: `traceleft doctor`."""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from traceleft import _core
from traceleft.interpreter import isolated
from traceleft.telemetry import process_numbers
from traceleft.tracer import Tracer

SYSCALL = "read"
"""The measured process's call: 16 bytes of /dev/zero, for which the kernel does next to nothing."""
_ELSEWHERE = "personality"
"""A syscall that hardly anybody calls."""
_ROUND = 0.06
"""Seconds for which each state is measured in a round. Rounds take turns, so that what else the machine does meanwhile
meets all states alike."""
_WORKLOAD = (
    "import sys\n"
    "sys.path.append(sys.argv[1])\n"
    "from traceleft._core import time_calls\n"
    "for line in sys.stdin:\n"
    "    print(*time_calls(float(line)), flush=True)\n"
)


@dataclass(frozen=True)
class Sample:
    """One state's times of a call, ns, one for each round."""

    rounds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.rounds)

    @property
    def lowest(self) -> float:
        return min(self.rounds)

    @property
    def highest(self) -> float:
        return max(self.rounds)


@dataclass(frozen=True)
class Cost:
    """ns of a call, seen from the process that makes it; and what the tracer says itself."""

    backend: str
    untraced: Sample
    empty: Sample
    """With a program that does nothing, at the hook that a traced call has."""
    elsewhere: Sample
    """While another syscall is traced, in every process."""
    traced: Sample
    """With its handler."""
    empty_measured: Sample
    """As `empty`, while the kernel keeps its statistics."""
    traced_measured: Sample
    """As `traced`, while the kernel keeps its statistics and handlers are timed."""
    handler_ns: float
    """ns of a traced call in the handler, by the handler's own clock."""
    hook_ns: float
    """ns of a traced call in the programs that led to the handler, by the kernel's statistics."""
    reader_ns: float
    """CPU time of traceleft itself for an event, with no output."""
    events: int
    lost: int

    @property
    def explained_ns(self) -> float:
        """The cost of the hook, and the time that its programs say they took."""
        return self.empty_measured.median - self.untraced.median + self.hook_ns + self.handler_ns

    @property
    def slowdown_ns(self) -> float:
        """The delay that the traced process sees, measured in the same rounds."""
        return self.traced_measured.median - self.untraced.median


class _Workload:
    """A process that makes calls when it is asked to."""

    def __init__(self) -> None:
        # Where this traceleft is: it need not be installed.
        argv = isolated("-c", _WORKLOAD, os.fspath(Path(__file__).resolve().parents[2]))
        self._process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.pid = self._process.pid
        self.run(0)  # its interpreter has started

    def run(self, seconds: float) -> tuple[int, float]:
        """Makes calls for so long: how many, and the ns of one."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin and stdout
        stdin.write(f"{seconds}\n")
        calls, ns = map(int, stdout.readline().split())
        return calls, ns / calls

    def __enter__(self) -> _Workload:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.communicate()


def measure(seconds: float = 2.0, *, backend: str | None = None) -> Cost:
    """Measures it for about so many seconds.

    Raises KernelError, BackendError, and OSError where the kernel keeps no statistics for us.
    """
    samples = {name: Sample() for name in ("bare", "empty", "elsewhere", "traced", "empty_measured", "traced_measured")}
    with _Workload() as workload, Tracer(backend=backend, handler_times=True, discard=True) as tracer:
        empty = tracer.empty_program(SYSCALL)

        @contextlib.contextmanager
        def bare() -> Iterator[None]:
            yield

        @contextlib.contextmanager
        def emptily() -> Iterator[None]:
            empty.attach()
            try:
                yield
            finally:
                empty.detach()

        @contextlib.contextmanager
        def elsewhere() -> Iterator[None]:
            attachment = tracer.attach(_ELSEWHERE)
            try:
                yield
            finally:
                tracer.detach(attachment)
                tracer.rest()

        @contextlib.contextmanager
        def traced() -> Iterator[None]:
            attachment = tracer.attach(SYSCALL, pids=[workload.pid])
            try:
                yield
            finally:
                tracer.detach(attachment)
                tracer.rest()

        def run(name: str) -> int:
            calls, ns = workload.run(_ROUND)
            samples[name].rounds.append(ns)
            return calls

        handler_ns = handler_runs = hook_ns = hook_runs = events = 0
        reader_seconds = 0.0
        for _ in range(max(3, round(seconds / _ROUND / len(samples)))):
            with bare():
                run("bare")
            with emptily():
                run("empty")
            with elsewhere():
                run("elsewhere")
            with traced():
                before = process_numbers().cpu_seconds
                events += run("traced")
                reader_seconds += process_numbers().cpu_seconds - before
            with _core.RunTimeStatistics():
                with emptily():
                    run("empty_measured")
                with traced():
                    tracer.time_handlers(1)
                    first, first_handlers = tracer.hooks(), tracer.handlers()
                    run("traced_measured")
                    handlers, hooks = tracer.handlers(), tracer.hooks()
                    tracer.time_handlers(0)
                # A handler that was attached before may be the same object, with its counts.
                for sign, counted in ((1, handlers), (-1, first_handlers)):
                    handler_ns += sign * sum(handler.run_ns for handler in counted)
                    handler_runs += sign * sum(handler.runs for handler in counted)
                earlier = {hook.prog_id: hook for hook in first}
                for hook in hooks:
                    if hook.syscall == SYSCALL or hook.name == "root_exit":
                        since = earlier.get(hook.prog_id)
                        hook_ns += hook.run_ns - (since.run_ns if since else 0)
                        hook_runs += hook.runs - (since.runs if since else 0)
        stats = tracer.stats()
    return Cost(
        backend=tracer.backend,
        untraced=samples["bare"],
        empty=samples["empty"],
        elsewhere=samples["elsewhere"],
        traced=samples["traced"],
        empty_measured=samples["empty_measured"],
        traced_measured=samples["traced_measured"],
        handler_ns=handler_ns / handler_runs,
        hook_ns=(hook_ns - handler_ns) / hook_runs,
        reader_ns=reader_seconds * 1e9 / events,
        events=stats.handled,
        lost=stats.lost,
    )
