# SPDX-License-Identifier: MIT
"""Events that are not acknowledged yet: in memory, and in the spool."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from traceleft.collector.batcher import Batcher
from traceleft.collector.segment import SpoolRecord
from traceleft.collector.spool import Spool
from traceleft.errors import TraceleftError

MEMORY_BYTES = 64 * 1024 * 1024
"""Events in memory take no more than this."""
SPOOL_ABOVE = 16 * 1024 * 1024
"""Bytes in memory beyond which batches go to the spool, if there is one."""


class Flight(NamedTuple):
    """A batch that was sent."""

    record: SpoolRecord
    """A batch, without its message where that is in the spool."""
    spooled: bool


class Backlog:
    """Every event that take() was given is, in the end, one of `acknowledged`, `spooled` and `dropped`. An event is
    dropped where it was not acknowledged: a collector may have got it all the same.

    A caller of any method but take(), flush() and the properties holds `changed`, which is notified of all changes.

    Args:
        spool: becomes the backlog's own.
        live: False: take() waits for room, and drops nothing.
        complain: is given a line about what is wrong with the spool.
    """

    def __init__(self, batcher: Batcher, spool: Spool | None, live: bool, complain: Callable[[str], None]) -> None:
        self.changed = threading.Condition()
        self.away = True
        """The collector takes nothing now: if there is a spool, batches go there."""
        self.over = False
        """No batch is taken any more."""
        self.error: TraceleftError | None = None
        """The reason why nothing will ever be sent."""
        self.taken = 0
        self.acknowledged = 0
        self.recovered = spool.recovered if spool is not None else 0
        """Events of earlier traces that were in the spool."""
        self.recovered_acknowledged = 0
        self._batcher = batcher
        self._spool = spool
        self._live = live
        self._complain = complain
        self._ready: deque[SpoolRecord] = deque()  # not sent; older than what the spool has of this session
        self._peeked: SpoolRecord | None = None  # of the spool, to be sent next
        self._held = 0  # bytes of those ready, and of those flying that are not in the spool
        self._spooled = 0  # once the spool is closed
        if spool is not None and spool.cut:
            complain(f"the end of the spool was torn: {spool.cut} bytes were cut off")

    @property
    def dropped(self) -> int:
        return self._batcher.dropped

    @property
    def spooled(self) -> int:
        """Events of this trace that are in the spool."""
        with self.changed:
            return self._spooled if self._spool is None else self._spool.events(self._batcher.session)

    @property
    def waiting(self) -> int:
        """Events in memory, which may have been sent, and are not acknowledged; 0 after close()."""
        with self.changed:
            return self.taken - self.acknowledged - self.spooled - self.dropped

    # --- the side that events come from

    def take(self, pieces: Iterable[tuple[bytes, int]], clock: tuple[int, int]) -> None:
        """Takes what Batcher.encode() returned. Raises `error`."""
        with self.changed:
            if self.error is not None:
                raise self.error
            for data, events in pieces:
                self.taken += events
                self._take(data, events, clock)

    def flush(self) -> None:
        """Lets no events wait in memory that can't be sent now, where there is a spool."""
        with self.changed:
            if self._spool is not None and (self._spool or self.away):
                self._seal(may_wait=False)

    def _take(self, data: bytes, events: int, clock: tuple[int, int]) -> None:
        """Puts events into the open batch, or counts them as dropped."""
        if not self._batcher.fits(data, clock):
            self._seal(may_wait=not self._live)
        if not self._live:
            self.changed.wait_for(lambda: self._has_room(len(data)) or self._stopped)
        if self._stopped or not self._has_room(len(data)):
            self._batcher.drop(events)
            return
        if not self._batcher.size:
            self.changed.notify_all()
        self._batcher.add(data, events, clock)

    @property
    def _stopped(self) -> bool:
        return self.over or self.error is not None

    @property
    def _memory(self) -> int:
        return self._held + self._batcher.size

    def _has_room(self, size: int) -> bool:
        # One that is larger than all of the memory has to go, too.
        return self._memory == 0 or self._memory + size <= MEMORY_BYTES

    def _seal(self, may_wait: bool) -> None:
        """Ends the open batch: it becomes ready, or goes to the spool; where neither is possible, it is dropped."""
        if self._spool is None or not (self._spool or self.away or self._memory > SPOOL_ABOVE):
            self._seal_in_memory()
        elif (record := self._batcher.end()) is not None and not self._append(self._spool, record, may_wait):
            self._batcher.give_up(record)
        self.changed.notify_all()

    def _seal_in_memory(self) -> None:
        record = self._batcher.end()
        if record is not None:
            self._held += len(record.message)
            self._ready.append(record)

    def _append(self, spool: Spool, record: SpoolRecord, may_wait: bool) -> bool:
        while True:
            try:
                if spool.append(record):
                    return True
                self._complain(f"the spool is full ({spool.limit:,} bytes)")
            except OSError as error:
                self._complain(f"the spool can't be written: {error.filename}: {error.strerror}")
            if not may_wait or self._stopped:
                return False
            self.changed.wait(0.2)

    # --- the side that sends

    @property
    def has_work(self) -> bool:
        """Whether anything is left that is not acknowledged, as far as it isn't flying out of memory."""
        return bool(self._ready or self._batcher.size or self._spool)

    def has_batch(self) -> bool:
        """Whether there are whole batches; the open one becomes whole where it is all there is."""
        if not self._ready and not self._spool:
            self._seal_in_memory()
        return bool(self._ready or self._spool)

    def next(self, session: bytes | None) -> tuple[bytes, Flight] | None:
        """The message to be sent next; None where all are flying, or it is of another session than this. Raises
        OSError, of the spool."""
        spooled = not self._ready
        if spooled and self._peeked is None and self._spool is not None:
            self._peeked = self._spool.next()
        record = self._peeked if spooled else self._ready[0]
        if record is None or session not in (None, record.session):
            return None
        if spooled:
            self._peeked = None
            return record.message, Flight(record._replace(message=b""), True)
        return record.message, Flight(self._ready.popleft(), False)

    def acknowledge(self, flying: deque[Flight], session: bytes, sequence: int) -> None:
        """The first of these batches, up to a sequence, have arrived, and are forgotten."""
        released = 0
        while flying and flying[0].record.sequence <= sequence:
            record, spooled = flying.popleft()
            if spooled:
                released = record.sequence
            else:
                self._held -= len(record.message)
                self.acknowledged += record.events
        if released and self._spool is not None:
            self._release_from(self._spool, session, released)

    def _release_from(self, spool: Spool, session: bytes, sequence: int) -> None:
        before = spool.events(session)
        try:
            spool.release(session, sequence)
        except OSError as error:
            # The disk still has it: the next trace sends it again, and the collector knows it as repeated.
            self._complain(f"the spool can't be written: {error.filename}: {error.strerror}")
        events = before - spool.events(session)
        if session == self._batcher.session:
            self.acknowledged += events
        else:
            self.recovered_acknowledged += events

    def put_back(self, flying: deque[Flight]) -> None:
        """These are to be sent again."""
        if flying and self._spool is not None:
            self._spool.rewind()
            self._peeked = None
        self._ready.extendleft(record for record, spooled in reversed(flying) if not spooled)
        flying.clear()

    def to_spool(self) -> bool:
        """Whole batches go from memory to the spool; False where there is none, or it does not take them."""
        if self._spool is None:
            return False
        try:
            if not self._spool.prepend(list(self._ready)):
                return False
        except OSError as error:
            self._complain(f"the spool can't be written: {error.filename}: {error.strerror}")
            return False
        self._peeked = None
        self._held -= sum(len(record.message) for record in self._ready)
        self._ready.clear()
        return True

    def close(self) -> None:
        """Moves all that is left to the spool, or drops it."""
        if not self.to_spool():
            for record in self._ready:
                self._batcher.drop(record.events)
            self._ready.clear()
        last = self._batcher.end()
        if last is not None and not (self._spool is not None and self._append(self._spool, last, may_wait=False)):
            self._batcher.drop(last.events)
        if self._spool is not None:
            spool, self._spooled = self._spool, self._spool.events(self._batcher.session)
            self._spool = None
            try:
                spool.close()
            except OSError as error:
                self._complain(f"the spool may be incomplete: {error.strerror}")
