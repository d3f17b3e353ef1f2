# SPDX-License-Identifier: MIT
"""A trace that is looked at while it runs: what its events add up to, and the last ones."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TypedDict, Union

from traceleft import _core
from traceleft.errors import TraceleftError
from traceleft.picture import call_and_result, duration
from traceleft.printable import printable
from traceleft.serving.client import ServedTracer
from traceleft.tracer import Tracer

Tracing = Union[Tracer, ServedTracer]
Row = list[Union[str, int]]

_LOOK_SECONDS = 0.25
"""Between two looks."""
_LAST = 12
"""Events that are shown."""
_LOOKS = 120
"""Of which the numbers of events are kept."""
_THREADS = 0
"""Threads are not told apart."""


class State(TypedDict):
    """What there is to show. All texts are printable."""

    running: bool
    error: str
    """Why it doesn't run, in a line; empty where it does, or was stopped."""
    question: str
    seconds: float
    """Since the start."""
    events: int
    errors: int
    lost: int
    calls: list[Row]
    """A row for each syscall: its name, calls, errors, and the time spent in it in words. Most calls first."""
    rates: list[int]
    """Events in each of the last looks."""
    last: list[Row]
    """The last events: second since the start, pid, comm, call, result, duration."""


class Watch:
    """Traces in a thread of its own, from start() to stop(), again and again.

    Args:
        trace: makes a tracer that is attached, for a question (None: for all calls).
        show: is given the state when it has changed, some times a second, from that thread.
    """

    def __init__(self, trace: Callable[[str | None], Tracing], show: Callable[[State], None]) -> None:
        self._trace = trace
        self._show = show
        self._lock = threading.Lock()
        """Of starting and stopping."""
        self._looking = threading.Lock()
        """Of what both threads look at."""
        self._thread: threading.Thread | None = None
        self._tracer: Tracing | None = None
        self._reset("")

    def _reset(self, question: str) -> None:
        self._overview = _core.Overview(2, _THREADS)
        self._rates: deque[int] = deque(maxlen=_LOOKS)
        self._last: deque[_core.Event] = deque(maxlen=_LAST)
        self._question = question
        self._error = ""
        self._lost = 0
        self._begun = time.monotonic_ns()
        self._ended: int | None = self._begun

    @property
    def running(self) -> bool:
        return self._tracer is not None and not self._tracer.stopped

    def start(self, question: str = "") -> None:
        """Begins anew, and asks this question of the calls. What is wrong with it is in the state."""
        with self._lock:
            self._stop()
            self._reset(question.strip())
            try:
                self._tracer = self._trace(self._question or None)
            except (TraceleftError, OSError) as error:
                self._error = printable(str(error), keep="\n")
            else:
                self._begun, self._ended = time.monotonic_ns(), None
                self._thread = threading.Thread(target=self._read, args=[self._tracer], daemon=True)
                self._thread.start()
        self._show(self.state())

    def stop(self) -> None:
        """Ends the trace. What it has counted stays."""
        with self._lock:
            self._stop()
        self._show(self.state())

    def close(self) -> None:
        """Ends the trace, and shows nothing any more."""
        self._show = lambda state: None
        self.stop()

    def _stop(self) -> None:
        tracer, thread, self._tracer, self._thread = self._tracer, self._thread, None, None
        if tracer:
            tracer.stop()
        if thread:
            thread.join()

    def _read(self, tracer: Tracing) -> None:
        look = time.monotonic() + _LOOK_SECONDS
        events = 0
        over = False
        try:
            while not over:
                ends = tracer.stopped
                batch = tracer.read(max(0.0, look - time.monotonic()))
                if batch is not None:
                    events += len(batch)
                    self._overview.add(batch)
                    with self._looking:
                        self._last.extend(batch[place] for place in range(max(0, len(batch) - _LAST), len(batch)))
                over = ends and batch is None
                if over or time.monotonic() >= look:
                    with self._looking:
                        self._rates.append(events)
                    self._lost = sum(tracer.losses().values())
                    self._show(self.state())
                    events, look = 0, time.monotonic() + _LOOK_SECONDS
        except TraceleftError as error:  # such as a server that is gone
            self._error = printable(str(error), keep="\n")
        finally:
            tracer.stop()
            if isinstance(tracer, ServedTracer):
                tracer.close()
            self._ended = time.monotonic_ns()
        self._show(self.state())

    def state(self) -> State:
        """As it is now."""
        with self._looking:
            last, rates = list(self._last), list(self._rates)
        counts = sorted(self._overview.calls().items(), key=lambda each: (-each[1][0], each[0]))
        return State(
            running=self._ended is None,
            error=self._error,
            question=printable(self._question),
            seconds=((self._ended or time.monotonic_ns()) - self._begun) / 1e9,
            events=sum(calls for _, (calls, _, _) in counts),
            errors=sum(errors for _, (_, errors, _) in counts),
            lost=self._lost,
            calls=[[printable(name), calls, errors, duration(ns)] for name, (calls, errors, ns) in counts],
            rates=rates,
            last=[self._row(event) for event in last],
        )

    def _row(self, event: _core.Event) -> Row:
        call, result = call_and_result(event)
        took = "" if event.duration is None else duration(event.duration)
        since = f"{(event.timestamp - self._begun) / 1e9:.3f}"
        return [since, event.pid, printable(event.comm), printable(call), printable(result), took]
