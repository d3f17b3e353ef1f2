# SPDX-License-Identifier: MIT
"""The outputs of one trace, of which a slow or a broken one doesn't stall another."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from traceleft._core import FairShare
from traceleft.outputs import Output

if TYPE_CHECKING:
    from traceleft._core import Batch
    from traceleft.stats import Stats

QUEUE_BYTES = 64 * 1024 * 1024
"""Bytes of events that may wait for one of several outputs."""
PERIOD = 1.0
"""Seconds between two calls of an output's flush() and account()."""


class Branch:
    """One output of a fan-out, with the counts of its events.

    Args:
        name: its name in messages.
        output: the output that it gives its events to.
        on_failure: is called with the branch when its output has failed, from the thread that it happened in.
    """

    def __init__(self, name: str, output: Output, on_failure: Callable[[Branch], None]) -> None:
        self.name = name
        self.written = 0
        """Events that the output took."""
        self.error: Exception | None = None
        """The reason why it failed, for good."""
        self._output = output
        self._on_failure = on_failure
        self.unwritten = 0
        """Events that it did not take: it had failed, or was slower than they came."""
        self.queued_bytes = 0
        """Bytes of events that wait for it, or are being written."""
        self._abandoned = False
        self._due = time.monotonic() + PERIOD

    @property
    def dropped(self) -> int:
        """Events that it did not take, or that its output took and gave up."""
        return self.unwritten + self._output.dropped

    def summary(self) -> str:
        """The output's line of the trace's summary."""
        return self._output.summary()

    def write(self, batch: Batch) -> None:
        """Gives it a batch, and waits until it is done."""
        try:
            taken = self.error is None and self._attempt(lambda: self._output.write(batch))
        except BaseException:  # of a signal's handler: some of it may have been written
            self.drop(batch)
            raise
        if self._abandoned:
            return
        if taken:
            self.written += len(batch)
        else:
            self.drop(batch)

    def drop(self, batch: Batch) -> None:
        """Counts a batch that it doesn't get."""
        self.unwritten += len(batch)

    def abandon(self, batches: Iterable[Batch]) -> None:
        """Counts the events that it was still to take, with those of a write that goes on, and none from now on."""
        self._abandoned = True
        for batch in batches:
            self.drop(batch)

    def tick(self, stats: Callable[[], Stats]) -> None:
        """Lets the output do its work of once a second. To be called often."""
        if self.error is None and time.monotonic() >= self._due:
            self._attempt(lambda: self._output.account(stats()))
            if self.error is None:
                self._attempt(self._output.flush)
            self._due = time.monotonic() + PERIOD

    def close(self, stats: Stats) -> None:
        """Ends it."""
        if self.error is None:
            self._attempt(lambda: self._output.account(stats))
        self._attempt(self._output.close)

    def _attempt(self, action: Callable[[], None]) -> bool:
        try:
            action()
        except Exception as error:
            if self.error is None:  # only the first says what is wrong
                self.error = error
                self._on_failure(self)
            return False
        return True


class _Queued:
    """A branch with a thread of its own, and a queue in front of it."""

    def __init__(self, branch: Branch, live: bool, stats: Callable[[], Stats]) -> None:
        self.branch = branch
        self._live = live
        self._stats = stats
        self._batches: deque[Batch] = deque()  # the first is being written
        self._closing = False
        self._abandoned = False
        self._share = FairShare(QUEUE_BYTES)
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name=f"traceleft {branch.name}"[:15], daemon=True)
        self._thread.start()

    def write(self, batch: Batch) -> None:
        with self._changed:
            if not self._live:
                self._changed.wait_for(lambda: self.branch.queued_bytes < QUEUE_BYTES)
            if self._abandoned:
                self.branch.drop(batch)
                return
            admitted = self._share.admit(batch) if self._live else batch
            self.branch.unwritten += len(batch) - len(admitted)
            if len(batch) and not len(admitted):
                return
            self._batches.append(admitted)
            self.branch.queued_bytes += admitted.nbytes
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
            self.branch.abandon(self._batches)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._batches or self._closing, timeout=PERIOD)
                batch = self._batches[0] if self._batches and not self._abandoned else None
                if batch is None and self._closing:
                    break
            if batch is not None:
                self.branch.write(batch)
                with self._changed:
                    self._batches.popleft()
                    if self._live:
                        self._share.release()
                    self.branch.queued_bytes -= batch.nbytes
                    self._changed.notify_all()
            self.branch.tick(self._stats)
        self.branch.close(self._stats())


class Fanout:
    """Gives each batch to several outputs.

    A single output gets it directly: while it is busy, events wait in the ring. Each of several has a queue and a
    thread of its own. When the queue is short of room, live events are left out and counted: first those of processes
    that have much in the queue.

    Args:
        branches: the outputs, opened.
        stats: gives the counts of the trace's events so far; called from any thread.
        live: whether events come whether or not there is room for them.
    """

    def __init__(self, branches: Sequence[Branch], *, stats: Callable[[], Stats], live: bool) -> None:
        self.branches = tuple(branches)
        self._stats = stats
        self._queues = [_Queued(branch, live, stats) for branch in branches] if len(branches) > 1 else []

    @property
    def failed(self) -> bool:
        """Whether no output is left."""
        return all(branch.error for branch in self.branches)

    def write(self, batch: Batch) -> None:
        """Gives a batch to each output."""
        if not self._queues:
            self.branches[0].write(batch)
        for queue in self._queues:
            queue.write(batch)

    def drop(self, batch: Batch) -> None:
        """Counts a batch that no output gets."""
        for branch in self.branches:
            branch.drop(batch)

    def abandon(self) -> None:
        """Counts waiting events as dropped, and leaves outputs that are writing to themselves."""
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
