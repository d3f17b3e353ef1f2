# SPDX-License-Identifier: MIT
"""The outputs of one trace, of which a slow or a broken one doesn't stall another."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from traceleft._core import BatchCompressor, FairShare, decompress_batch
from traceleft.branch import PERIOD, Branch
from traceleft.errors import UsageError

if TYPE_CHECKING:
    from traceleft._core import Batch, EventSchema
    from traceleft.stats import Stats

PLAIN_BYTES = 16 * 1024 * 1024
"""Bytes of events that wait for several outputs as they are; what is beyond is compressed."""
_LEAST_RATIO = 4.0
"""Bytes of events in a compressed byte, before any was compressed: hardly any events have fewer."""


@dataclass(eq=False)
class _Frame:
    """A compressed batch, which several outputs may wait for."""

    data: bytes
    nbytes: int
    """Bytes of its events."""
    holders: int = 0


@dataclass(eq=False)
class _Waiting:
    """A batch in front of an output, as it is or compressed."""

    content: Batch | _Frame | None
    """None: there was no room for it after all."""
    events: int
    nbytes: int
    """Bytes of events."""


class _Buffer:
    """The compressed batches that outputs wait for, each once. For whoever holds the outputs' lock.

    Args:
        size: bytes of compressed batches.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._used = 0
        self._events = 0
        """Bytes of events in them."""
        self._ratio = _LEAST_RATIO
        self._compressor = BatchCompressor()

    def free(self) -> int:
        """Bytes of events that find room, if they can be compressed as well as those that are there."""
        if self._used:
            self._ratio = self._events / self._used
        return int((self._size - self._used) * self._ratio)

    def compress(self, batch: Batch) -> _Frame | None:
        """None where there is no room for it, or it is larger than any that a tracer makes."""
        try:
            data = self._compressor.compress(batch)
        except UsageError:
            return None
        return _Frame(data, batch.nbytes) if self._used + len(data) <= self._size else None

    def hold(self, content: Batch | _Frame | None) -> None:
        """One more output waits for it."""
        if isinstance(content, _Frame):
            content.holders += 1
            if content.holders == 1:
                self._add(content, 1)

    def release(self, content: Batch | _Frame | None) -> None:
        """One less."""
        if isinstance(content, _Frame):
            content.holders -= 1
            if not content.holders:
                self._add(content, -1)

    def _add(self, frame: _Frame, sign: int) -> None:
        self._used += sign * len(frame.data)
        self._events += sign * frame.nbytes


class _Queued:
    """A branch with a thread of its own, and a queue in front of it.

    Args:
        plain_bytes: bytes of events that may wait as they are.
        lock: of all queues.
    """

    def __init__(
        self,
        branch: Branch,
        plain_bytes: int,
        buffer: _Buffer,
        live: bool,
        lock: threading.Lock,
        stats: Callable[[], Stats],
        schema: EventSchema,
    ) -> None:
        self.branch = branch
        self._plain_bytes = self._plain_left = plain_bytes
        self._share = FairShare(0)
        self._buffer = buffer
        self._live = live
        self._stats = stats
        self._schema = schema
        self._waiting: deque[_Waiting] = deque()  # the first is being written
        self._closing = False
        self._abandoned = False
        self._changed = threading.Condition(lock)
        self._thread = threading.Thread(target=self._run, name=f"traceleft {branch.name}"[:15], daemon=True)
        self._thread.start()

    @property
    def is_abandoned(self) -> bool:
        """Whether it takes no more."""
        return self._abandoned

    def takes_plain(self, batch: Batch) -> bool:
        """Whether it has room for a batch as it is; one always has, in front of an output that waits."""
        return not self._waiting or batch.nbytes <= self._plain_left

    def wait_until_plain(self, batch: Batch) -> None:
        """Waits for that."""
        self._changed.wait_for(lambda: self.takes_plain(batch))

    def admit(self, batch: Batch, free: int) -> Batch:
        """The batch with those of its events that find room, where so many bytes more can be compressed for this
        output. The others are counted."""
        compressed = self.branch.queued_bytes - (self._plain_bytes - self._plain_left)
        self._share.resize(self._plain_bytes + compressed + free)
        admitted = self._share.admit(batch)
        self.branch.unwritten += len(batch) - len(admitted)
        return admitted

    def put(self, batch: Batch, content: Batch | _Frame | None) -> None:
        """Puts a batch behind the others, as it is or compressed; None: counts it as one for which there is no room."""
        self._buffer.hold(content)
        if content is None:
            self.branch.drop(batch)
            waiting = _Waiting(None, 0, 0)  # its place in the order of what was admitted
        else:
            waiting = _Waiting(content, len(batch), batch.nbytes)
        self._waiting.append(waiting)
        self._count(waiting, 1)
        self._changed.notify_all()

    def close(self) -> None:
        """No more is coming."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()

    def join(self, timeout: float) -> bool:
        """Waits for its end; whether that has come."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def abandon(self) -> None:
        """Counts waiting events as dropped, and leaves the thread to itself."""
        with self._changed:
            self._abandoned = True
            self.branch.abandon(sum(waiting.events for waiting in self._waiting))

    def _count(self, waiting: _Waiting, sign: int) -> None:
        self.branch.queued_bytes += sign * waiting.nbytes
        if waiting.content is not None and not isinstance(waiting.content, _Frame):
            self._plain_left -= sign * waiting.nbytes

    def _opened(self, content: Batch | _Frame) -> Batch:
        return decompress_batch(content.data, self._schema) if isinstance(content, _Frame) else content

    def _run(self) -> None:
        while True:
            if not self._waiting:
                self.branch.settle()
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closing, timeout=PERIOD)
                waiting = self._waiting[0] if self._waiting and not self._abandoned else None
                if waiting is None and self._closing:
                    break
            if waiting is not None:
                if waiting.content is not None:
                    self.branch.write(self._opened(waiting.content))
                with self._changed:
                    self._waiting.popleft()
                    self._count(waiting, -1)
                    self._buffer.release(waiting.content)
                    if self._live:
                        self._share.release()
                    self._changed.notify_all()
            self.branch.tick(self._stats)
        self.branch.close(self._stats())


class Fanout:
    """Gives each batch to several outputs.

    A single output gets it directly: while it is busy, events wait in the tracer's buffer. Each of several has a thread
    of its own, and reads at its own pace what waits in one buffer: as it is up to PLAIN_BYTES, and compressed beyond,
    once for all. Each may take an equal part of what is free. When that is short of room, live events are left out and
    counted: first those of processes that have much in it. In a replay all outputs wait for the slowest.

    Args:
        branches: the outputs, opened.
        schema: the meaning of the events.
        stats: gives the counts of the trace's events so far; called from any thread.
        live: whether events come whether or not there is room for them.
        buffer: bytes of memory for events that wait for several outputs.
    """

    def __init__(
        self,
        branches: Sequence[Branch],
        schema: EventSchema,
        *,
        stats: Callable[[], Stats],
        live: bool,
        buffer: int,
    ) -> None:
        self.branches = tuple(branches)
        self._live = live
        self._stats = stats
        self._lock = threading.Lock()
        plain = min(PLAIN_BYTES, buffer // 4)
        self._buffer = _Buffer(buffer - plain)
        count = len(branches)
        self._queues = [
            _Queued(branch, plain // count, self._buffer, live, self._lock, stats, schema)
            for branch in (branches if count > 1 else ())
        ]

    @property
    def failed(self) -> bool:
        """Whether no output is left."""
        return all(branch.error for branch in self.branches)

    def write(self, batch: Batch) -> None:
        """Gives a batch to each output."""
        if not self._queues:
            self.branches[0].write(batch)
            return
        with self._lock:
            if self._live:
                self._put(batch)
                return
            for queue in self._queues:
                queue.wait_until_plain(batch)
                queue.put(batch, batch)

    def _put(self, batch: Batch) -> None:
        free = self._buffer.free() // len(self._queues)
        compressed: _Frame | None = None
        for queue in self._queues:
            if queue.is_abandoned:
                queue.branch.drop(batch)
                continue
            admitted = queue.admit(batch, free)
            if len(batch) and not len(admitted):
                continue
            if queue.takes_plain(admitted):
                queue.put(admitted, admitted)
            elif len(admitted) == len(batch):
                compressed = compressed or self._buffer.compress(batch)
                queue.put(batch, compressed)
            else:
                queue.put(admitted, self._buffer.compress(admitted))

    def settle(self) -> None:
        """Writes what was given so far. To be called before more events are waited for."""
        if not self._queues:
            self.branches[0].settle()

    def drop(self, batch: Batch) -> None:
        """Counts a batch that no output gets."""
        for branch in self.branches:
            branch.drop(batch)

    def abandon(self) -> None:
        """Counts waiting events as dropped, and leaves outputs that are writing to themselves."""
        if not self._queues:
            self.branches[0].abandon(0)
        for queue in self._queues:
            queue.abandon()

    def tick(self) -> None:
        """To be called a few times a second, also when no events come."""
        if not self._queues:
            self.branches[0].tick(self._stats)

    def close(self, impatient: Callable[[], bool] = lambda: False) -> None:
        """Ends all outputs, when they have written all that waits for them.

        Args:
            impatient: asked meanwhile; once it is true, waiting events are dropped.
        """
        if not self._queues:
            self.branches[0].close(self._stats())
        for queue in self._queues:
            queue.close()
        for queue in self._queues:
            while not queue.join(0.1):
                if impatient():
                    queue.abandon()
                    break
