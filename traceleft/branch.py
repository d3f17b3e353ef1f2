# SPDX-License-Identifier: MIT
"""One of a trace's outputs, with the counts of its events."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from traceleft._core import Encoders, joined
from traceleft.outputs import EncodedOutput, Output
from traceleft.recording import AHEAD

if TYPE_CHECKING:
    from traceleft._core import Batch, Encoding
    from traceleft.stats import Stats

PERIOD = 1.0
"""Seconds between two calls of an output's flush() and account()."""
_MOST_ENCODERS = 7
"""Threads, unless told otherwise: beyond some, what one thread must do takes as long as the rest (docs/speed.md)."""


def shared_encoders(threads: int | None = None) -> Encoders:
    """Threads that encode the batches of a trace's outputs.

    Args:
        threads: how many, beside those that write; None: one for each other CPU that this process may use, but few.
    """
    return Encoders(min(len(os.sched_getaffinity(0)) - 1, _MOST_ENCODERS) if threads is None else threads)


class _Encoded(NamedTuple):
    encoding: Encoding
    batch: Batch


class Branch:
    """One output of a fan-out, with the counts of its events.

    Args:
        name: its name in messages.
        output: the output that it gives its events to.
        on_failure: is called with the branch when its output has failed, from the thread that it happened in.
        encoders: threads that encode its batches, where the output has an encoder. None: who gives them encodes them.
    """

    def __init__(
        self,
        name: str,
        output: Output,
        on_failure: Callable[[Branch], None],
        encoders: Encoders | None = None,
    ) -> None:
        self.name = name
        self.written = 0
        """Events that the output took."""
        self.error: Exception | None = None
        """The reason why it failed, for good."""
        self._output = output
        self._encoders = encoders
        self._encoded: deque[_Encoded] = deque()
        """Batches that are being encoded, in their order."""
        self._joining: list[Batch] = []
        """Batches that wait to be one."""
        self._joining_bytes = 0
        """Theirs: to add up many small ones again for each would take longer than to write it."""
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
        """Gives it a batch. What it takes encoded is written once a few more were given, or by settle(); what it takes
        joined, within a second."""
        output = self._output
        if self.error is not None or not isinstance(output, EncodedOutput):
            self._give(batch, lambda: output.write(batch))
        elif not output.batch_bytes:
            self._encode(output, batch)
        else:
            full = self._joining_bytes + batch.nbytes > output.batch_bytes
            if self._joining and (full or _clock(batch) != _clock(self._joining[0])):
                self._encode_joined()
            self._joining.append(batch)
            self._joining_bytes += batch.nbytes

    def settle(self) -> None:
        """Writes all that was given but for what waits to be joined."""
        while self._encoded:
            assert isinstance(self._output, EncodedOutput)
            self._put_first(self._output)

    def _encode_joined(self) -> None:
        batches, self._joining, self._joining_bytes = self._joining, [], 0
        if batches:
            assert isinstance(self._output, EncodedOutput)
            self._encode(self._output, joined(batches))

    def _encode(self, output: EncodedOutput, batch: Batch) -> None:
        if self._encoders is None or self.error is not None:
            self._give(batch, lambda: output.write(batch))
            return
        self._encoded.append(_Encoded(self._encoders.begin(output.encoder, batch), batch))
        while self._encoded and (len(self._encoded) > AHEAD * self._encoders.threads or self._encoded[0].encoding.done):
            self._put_first(output)

    def _put_first(self, output: EncodedOutput) -> None:
        encoding, batch = self._encoded.popleft()
        self._give(batch, lambda: output.put(encoding.take(), len(batch)))

    def _give(self, batch: Batch, action: Callable[[], None]) -> None:
        try:
            taken = self.error is None and self._attempt(action)
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

    def abandon(self, events: int) -> None:
        """Counts the events that it was still to take, with those of a write that goes on, and none from now on.

        Args:
            events: those that it was not given yet.
        """
        self._abandoned = True
        self.unwritten += events + sum(len(batch) for _, batch in self._encoded) + sum(map(len, self._joining))

    def tick(self, stats: Callable[[], Stats]) -> None:
        """Lets the output do its work of once a second. To be called often."""
        if self.error is None and time.monotonic() >= self._due:
            self._encode_joined()
            self.settle()
            self._attempt(lambda: self._output.account(stats()))
            if self.error is None:
                self._attempt(self._output.flush)
            self._due = time.monotonic() + PERIOD

    def close(self, stats: Stats) -> None:
        """Ends it."""
        self._encode_joined()
        self.settle()
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


def _clock(batch: Batch) -> tuple[int, int]:
    """Joined batches have one."""
    return batch.realtime_offset, batch.utc_offset
