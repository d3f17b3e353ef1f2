# SPDX-License-Identifier: MIT
"""Limits the CPU time of answers: a client must not take the interpreter from the thread of the events.

An answer is made by Python's code, which one thread runs at a time. So one is made at a time in the whole process, and
the CPU time that a kind of answer took is paid off before the next of its kind.
"""

from __future__ import annotations

import contextlib
import math
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

from traceleft.telemetry.http_request import HttpError, Response

SWITCH_SECONDS = 0.0005
"""How long a thread that waits for the interpreter lets another run, while somebody may ask. Python's 5 ms, which an
output waits for a few times a batch of events, are more than a flood leaves."""


class Ration:
    """The CPU time that one kind of answer may take, and its last answer.

    Args:
        share: seconds of CPU time a second, over time.
        burst: seconds of CPU time that may be spent at once, where nothing was spent for long.
        at_once: answers that may be made at the same time, most of which wait for their turn.
        repeats: whether the last answer may be given again.
    """

    def __init__(self, share: float, burst: float, *, at_once: int, repeats: bool) -> None:
        self._share = share
        self._burst = burst
        self._at_once = at_once
        self._repeats = repeats
        self._lock = threading.Lock()
        self._left = burst
        self._counted = time.monotonic()
        self._making = 0
        self._kept: Response | None = None
        self._kept_at = 0.0

    def begin(self) -> Response | None:
        """The answer to give again; None: one may be made, and end() is to be called. Raises HttpError (429)."""
        with self._lock:
            now = time.monotonic()
            self._left = min(self._burst, self._left + (now - self._counted) * self._share)
            self._counted = now
            if self._left > 0 and self._making < self._at_once:
                self._making += 1
                return None
            if self._kept is not None:
                age = {"Age": str(int(now - self._kept_at))}
                return replace(self._kept, headers={**self._kept.headers, **age})
            seconds = math.ceil(max(1.0, -self._left / self._share))
        raise HttpError(429, "this was asked for too often: try again later", {"Retry-After": str(seconds)})

    def end(self, spent: float, answer: Response | None) -> None:
        """Reports the cost of an answer, in seconds of CPU time; None: there is none to give again."""
        with self._lock:
            self._left -= spent
            self._making -= 1
            if answer is not None and answer.status == 200 and self._repeats:
                self._kept, self._kept_at = answer, time.monotonic()


class Turn:
    """Lets one thread of the process make an answer, and then none for as long as that took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._resting_until = 0.0

    @contextlib.contextmanager
    def taken(self) -> Iterator[None]:
        """Waits for it."""
        self._take()
        begun = time.thread_time()
        try:
            yield
        finally:
            self._resting_until = time.monotonic() + min(1.0, time.thread_time() - begun)
            self._lock.release()

    @contextlib.contextmanager
    def left(self) -> Iterator[None]:
        """Leaves it to others for a while, by the thread that has it."""
        self._lock.release()
        try:
            yield
        finally:
            self._take()

    def _take(self) -> None:
        self._lock.acquire()
        time.sleep(max(0.0, self._resting_until - time.monotonic()))


TURN = Turn()
"""The process's only one: there may be several servers."""


class ShortTurns:
    """Has the interpreter's threads take turns every SWITCH_SECONDS, from begin() to end(), however many ask for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._users = 0
        self._before = 0.0

    def begin(self) -> None:
        """May be called several times."""
        with self._lock:
            if not self._users:
                self._before = sys.getswitchinterval()
                sys.setswitchinterval(min(self._before, SWITCH_SECONDS))
            self._users += 1

    def end(self) -> None:
        """Once for each begin(); the last has all as it was before."""
        with self._lock:
            self._users -= 1
            if not self._users:
                sys.setswitchinterval(self._before)


SHORT_TURNS = ShortTurns()
"""The interval is the process's."""
