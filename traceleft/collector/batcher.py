# SPDX-License-Identifier: MIT
"""Cuts events into the batches that a collector is sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from traceleft._core import Batch, EventSchema, ProtobufEncoder
from traceleft.collector.segment import SpoolRecord

if TYPE_CHECKING:
    from traceleft.proto.traceleft_pb2 import EventBatch

EVENTS_FIELD = 16
"""EventBatch.events."""
BATCH_BYTES = 512 * 1024
"""A batch takes no more events with this much in it. gRPC's receivers take 4 MiB by default."""


@dataclass
class _Open:
    """A batch that still grows. Its events have one clock."""

    clock: tuple[int, int]
    parts: list[bytes] = field(default_factory=list)
    events: int = 0
    size: int = 0


class Batcher:
    """Gathers events into batches with ascending sequences, each of which tells how many events were dropped before it.

    Args:
        schema: what the events mean.
        header: the fields that all batches have in common, the session among them.
    """

    def __init__(self, schema: EventSchema, header: EventBatch) -> None:
        self.dropped = 0
        self.session: bytes = header.session
        self._schema = schema
        self._encoder = ProtobufEncoder(schema)
        self._header = header
        self._sequence = 0
        self._open: _Open | None = None
        self._untold = 0  # of the dropped: those since the last batch was made
        self._told = 0  # of the dropped: those that the last batch tells of

    def encode(self, batch: Batch) -> Iterator[tuple[bytes, int]]:
        """A trace's events in pieces for add(), each with the number of its events. Any thread may call it."""
        data = self._encoder.encode(batch, EVENTS_FIELD)
        events = len(batch)
        if len(data) <= 2 * BATCH_BYTES or events == 1:
            if events:
                yield data, events
            return
        raw = [event.raw for event in batch]
        files = [file.raw for file in batch.objects]
        for half in (raw[: events // 2], raw[events // 2 :]):
            yield from self.encode(Batch(half, self._schema, batch.realtime_offset, batch.utc_offset, files))

    @property
    def size(self) -> int:
        """Bytes of the open batch's events; 0: there is none."""
        return self._open.size if self._open is not None else 0

    def fits(self, data: bytes, clock: tuple[int, int]) -> bool:
        """Whether the open batch, if there is one, can take these events."""
        return self._open is None or (self._open.clock == clock and self._open.size + len(data) <= BATCH_BYTES)

    def add(self, data: bytes, events: int, clock: tuple[int, int]) -> None:
        """Puts events into the open batch."""
        if self._open is None:
            self._open = _Open(clock)
        self._open.parts.append(data)
        self._open.events += events
        self._open.size += len(data)

    def drop(self, events: int) -> None:
        """Counts events that no batch will have."""
        self.dropped += events
        self._untold += events

    def end(self) -> SpoolRecord | None:
        """The open batch, with the next sequence; None where there is none."""
        batch, self._open = self._open, None
        if batch is None:
            return None
        self._sequence += 1
        header = self._header
        header.sequence = self._sequence
        header.realtime_offset, header.utc_offset = batch.clock
        header.count = batch.events
        header.dropped_before, self._told, self._untold = self._untold, self._untold, 0
        message = b"".join([header.SerializeToString(), *batch.parts])
        return SpoolRecord(self.session, self._sequence, batch.events, message)

    def give_up(self, last: SpoolRecord) -> None:
        """The batch that end() returned last is dropped: the next one has its sequence, and tells of the same drops."""
        self._sequence -= 1
        self._untold += self._told
        self.drop(last.events)
