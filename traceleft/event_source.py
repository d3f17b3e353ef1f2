# SPDX-License-Identifier: MIT
"""Events as they come: iterated over, or collected."""

from __future__ import annotations

import contextlib
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING

from traceleft.command import Command
from traceleft.stats import Stats

if TYPE_CHECKING:
    from traceleft._core import Batch, Event, EventSchema
    from traceleft.capture import Capture

_GRACE = 0.1
"""Seconds in which the last events of a command that has ended come out of the ring."""


class EventSource(ABC):
    """Gives batches of events, until it was stopped and all were read."""

    _schema: EventSchema

    @abstractmethod
    def read(self, timeout: float | None = None) -> Batch | None:
        """The next batch of events, None where none came within `timeout` seconds, and where there are no more."""

    @property
    @abstractmethod
    def stopped(self) -> bool:
        """Whether no more events come than those that wait to be read."""

    @abstractmethod
    def stats(self) -> Stats:
        """The counts of the events so far."""

    def batches(self, timeout: float | None = None, *, duration: float | None = None) -> Iterator[Batch]:
        """Batches as they come, until the tracer was stopped and all were read.

        Args:
            timeout: ends it, too, when none has come for so many seconds.
            duration: ends it, too, so many seconds from now.
        """
        end = float("inf") if duration is None else time.monotonic() + duration
        while True:
            left = end - time.monotonic()
            batch = self.read(max(0.0, left) if timeout is None else min(timeout, left))
            if batch is None:
                return
            yield batch
            if left <= 0:
                return

    def events(self, timeout: float | None = None, *, duration: float | None = None) -> Iterator[Event]:
        """Events as they come; ends as batches() does."""
        for batch in self.batches(timeout, duration=duration):
            yield from batch

    def __iter__(self) -> Iterator[Event]:
        return self.events()

    def collect(self, seconds: float | None = None, *, command: Command | None = None) -> Capture:
        """Keeps the next events, to be looked at as tables. Ctrl-C ends it, too (in a notebook: interrupt the kernel).

        Args:
            seconds: how long at most; None: until the command's end, or without one until the tracer is stopped.
            command: what spawn() returned: collecting ends when it has ended.
        """
        from traceleft.capture import Capture
        from traceleft.origin import Origin

        end = float("inf") if seconds is None else time.monotonic() + seconds
        batches = []
        with contextlib.suppress(KeyboardInterrupt):
            while True:
                if command is not None and command.poll() is not None:
                    command, end = None, min(end, time.monotonic() + _GRACE)
                left = end - time.monotonic()
                batch = self.read(max(0.0, min(0.1, left)))
                if batch is not None:
                    batches.append(batch)
                if left <= 0 or (batch is None and self.stopped):
                    break
        return Capture(batches, self._schema, self.stats(), Origin.here())
