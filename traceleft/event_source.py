# SPDX-License-Identifier: MIT
"""Events as they come: iterated over, or collected."""

from __future__ import annotations

import contextlib
import itertools
import time
import warnings
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

from traceleft import arguments
from traceleft.command import Command
from traceleft.errors import LostEventsWarning, TraceleftError
from traceleft.stats import Stats

if TYPE_CHECKING:
    from traceleft._core import Batch, Event, EventSchema
    from traceleft.captured import Capture

_GRACE = 0.1
"""Seconds in which the last events of a command that has ended come out of the ring."""
_POLL = 0.01
"""Seconds between two looks for events by `async for`."""
_LOSS_PERIOD = 1.0
"""Seconds between two looks at the count of lost events."""


class EventSource(ABC):
    """Gives batches of events, until it was stopped and all were read."""

    _schema: EventSchema
    _ended = False
    """An iteration has come to the end of all events, or the `with` block was left."""
    _lost_before = 0
    """Lost events that a warning has told of."""

    @abstractmethod
    def read(self, timeout: float | None = None) -> Batch | None:
        """The next batch of events, None where none came within `timeout` seconds, and where there are no more."""

    @property
    @abstractmethod
    def stopped(self) -> bool:
        """Whether no more events come than those that wait to be read."""

    @property
    @abstractmethod
    def unread(self) -> bool:
        """Whether events wait to be read, in memory or in the ring."""

    @abstractmethod
    def losses(self) -> dict[str, int]:
        """The lost events by reason; only what isn't 0. Cheap."""

    @abstractmethod
    def stats(self) -> Stats:
        """The counts of the events so far."""

    def batches(self, timeout: float | None = None, *, duration: float | None = None) -> Iterator[Batch]:
        """Batches as they come, until the tracer was stopped and all were read.

        Warns of lost events (LostEventsWarning) when the first is noticed, and with the whole number at the end.

        Args:
            timeout: ends it, too, when none has come for so many seconds.
            duration: ends it, too, so many seconds from now.

        Raises TraceleftError where an iteration has already come to that end.
        """
        if self._ended:
            self._require_more()
        return self._batches(arguments.seconds("timeout", timeout), arguments.seconds("duration", duration))

    def _batches(self, timeout: float | None, duration: float | None) -> Iterator[Batch]:
        end = float("inf") if duration is None else time.monotonic() + duration
        look = time.monotonic() + _LOSS_PERIOD
        while True:
            left = end - time.monotonic()
            batch = self.read(max(0.0, left) if timeout is None else min(timeout, left))
            if batch is None:
                self._ended |= self.stopped
                break
            yield batch
            if left <= 0:
                break
            if time.monotonic() >= look:
                look = time.monotonic() + _LOSS_PERIOD
                if not self._lost_before:
                    self._warn_of_losses()
        self._warn_of_losses()

    def _require_more(self) -> None:
        if self.stopped and not self.unread:
            raise TraceleftError("this tracer was stopped, and all of its events were read; create another one")

    def _warn_of_losses(self) -> None:
        lost = self.losses()
        number = sum(lost.values())
        if number <= self._lost_before:
            return
        self._lost_before = number
        reasons = ", ".join(f"{reason} {count}" for reason, count in lost.items())
        warnings.warn(
            f"{number} events of {self.stats().handled} were lost ({reasons}): trace fewer calls, do less with each "
            "event, or make Tracer(ring_size=...) larger",
            LostEventsWarning,
            stacklevel=3,
        )

    def events(self, timeout: float | None = None, *, duration: float | None = None) -> Iterator[Event]:
        """Events as they come; ends, warns and raises as batches() does."""
        return itertools.chain.from_iterable(self.batches(timeout, duration=duration))

    def __iter__(self) -> Iterator[Event]:
        return self.events()

    async def __aiter__(self) -> AsyncIterator[Event]:
        import asyncio  # it takes longer to load than all of a tracer

        if self._ended:
            self._require_more()
        while True:
            over = self.stopped  # before the read: what came until then is read yet
            batch = self.read(0)
            if batch is not None:
                for event in batch:
                    yield event
            elif over:
                break
            elif not self._lost_before:
                self._warn_of_losses()
            # Not in another thread: what that had read when this task is cancelled would be lost.
            await asyncio.sleep(_POLL if batch is None else 0)
        self._ended = True
        self._warn_of_losses()

    def collect(self, seconds: float | None = None, *, command: Command | None = None) -> Capture:
        """Keeps the next events, to be looked at as tables. Ctrl-C ends it, too (in a notebook: interrupt the kernel).
        Warns of lost events (LostEventsWarning).

        Args:
            seconds: how long at most; None: until the command's end, or without one until the tracer is stopped.
            command: what spawn() returned: collecting ends when it has ended.

        Raises TraceleftError where the tracer was stopped and no events are left.
        """
        from traceleft.captured import Capture
        from traceleft.kept_batches import KeptBatches
        from traceleft.origin import Origin

        self._require_more()
        if command is not None:
            arguments.instance("command", command, Command, "spawn()")
        wait = arguments.seconds("seconds", seconds)
        end = float("inf") if wait is None else time.monotonic() + wait
        batches = KeptBatches(self._schema)
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
        self._warn_of_losses()
        return Capture(batches, self._schema, self.stats(), Origin.here())
