# SPDX-License-Identifier: MIT
"""The events of a capture: the first in memory, and what is beyond them compressed in a file."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, overload

from traceleft.errors import UsageError

if TYPE_CHECKING:
    from traceleft import _core

HELD_BYTES = 64 << 20
"""Bytes of events that stay in memory as they are."""
_PARTS = 160
"""Of the time, at most, in which threads' calls are told apart."""
_THREADS = 4096
"""Threads that are told apart."""


class Counts:
    """What batches have."""

    def __init__(self) -> None:
        from traceleft import _core

        self.events = 0
        self.has_files = False
        """Whether events refer to open files."""
        self.begin = self.end = 0
        """The timestamps of the first and the last event, as far as the first and the last of each batch are those."""
        self.totals = _core.Overview(_PARTS, _THREADS)
        """Of each syscall, and of each thread in parts of the time."""

    def add(self, batch: _core.Batch) -> None:
        """Adds another one's."""
        if not len(batch):
            return
        ends = [batch[0].timestamp, batch[-1].timestamp]
        if self.events:
            ends += [self.begin, self.end]
        self.begin, self.end = min(ends), max(ends)
        self.events += len(batch)
        self.has_files = self.has_files or batch.has_objects
        self.totals.add(batch)

    @property
    def seconds(self) -> float:
        """From the first event to the last."""
        return (self.end - self.begin) / 1e9


class KeptBatches(Sequence["_core.Batch"]):
    """Batches that can be gone through again and again, and how many calls they have.

    Those that don't fit into memory are in a file without a name, where tempfile makes such (TMPDIR), or in a
    recording.

    Args:
        schema: what the events mean.
        batches: the first ones.
        held: bytes of events that may be held in memory.
    """

    def __init__(
        self, schema: _core.EventSchema, batches: Iterable[_core.Batch] = (), *, held: int = HELD_BYTES
    ) -> None:
        self._schema = schema
        self._held = held
        self._places: list[_core.Batch | tuple[int, int]] = []
        """Each batch, or the offset and size of its frame in the file."""
        self._fd = -1
        self._end = 0
        """Bytes that were written to the file."""
        self._name = "the events beyond what fits into memory"
        self._compressor: _core.BatchCompressor | None = None
        self._counts = Counts()
        self._uncounted = False
        for batch in batches:
            self.append(batch)

    def append(self, batch: _core.Batch) -> None:
        """Keeps another one. Raises OSError where the file has no room."""
        self._counts.add(batch)
        self._held -= batch.nbytes
        if self._held >= 0:
            self._places.append(batch)
            return
        from traceleft import _core

        if self._fd < 0:
            with tempfile.TemporaryFile() as file:
                self._hold(file)
        self._compressor = self._compressor or _core.BatchCompressor()
        try:
            frame = self._compressor.compress(batch)
        except UsageError:  # it is larger than any that a tracer makes
            self._places.append(batch)
            return
        written = 0
        while written < len(frame):
            written += os.pwrite(self._fd, frame[written:], self._end + written)
        self._places.append((self._end, len(frame)))
        self._end += len(frame)

    def _hold(self, file: BinaryIO) -> None:
        """Keeps a file open until nobody holds this."""
        self._fd = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._fd)

    @classmethod
    def in_file(
        cls, schema: _core.EventSchema, file: BinaryIO, name: str, places: Iterable[tuple[int, int]]
    ) -> KeptBatches:
        """Those whose frames are at these offsets in a file, with these sizes; it may be closed. `name`: for errors."""
        kept = cls(schema, held=-1)
        kept._name = name
        kept._hold(file)
        kept._places.extend(places)
        kept._uncounted = True
        return kept

    @property
    def counts(self) -> Counts:
        """Of all events."""
        if self._uncounted:
            self._counts = Counts()
            for batch in self:
                self._counts.add(batch)
            self._uncounted = False
        return self._counts

    def column_parts(
        self,
        table: str,
        *,
        syscalls: Sequence[str],
        files: bool,
        only: bool,
        columns: set[str] | None,
        part_bytes: int,
    ) -> _core.ColumnParts:
        """The columns of a table, made anew. Raises UsageError for an unknown syscall."""
        from traceleft import _core

        return _core.ColumnParts(
            self._places,
            self._fd,
            self._name,
            self._schema,
            table=table,
            syscalls=syscalls,
            files=files,
            only=only,
            columns=columns,
            part_bytes=part_bytes,
        )

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> _core.Batch: ...
    @overload
    def __getitem__(self, index: slice) -> list[_core.Batch]: ...
    def __getitem__(self, index: int | slice) -> _core.Batch | list[_core.Batch]:
        if isinstance(index, slice):
            return [self._at(place) for place in self._places[index]]
        return self._at(self._places[index])

    def __iter__(self) -> Iterator[_core.Batch]:
        return map(self._at, self._places)

    def _at(self, place: _core.Batch | tuple[int, int]) -> _core.Batch:
        """Raises RecordingError where the file is damaged, or was changed meanwhile."""
        if not isinstance(place, tuple):
            return place
        from traceleft import _core

        return _core.read_frame(self._fd, self._name, *place, self._schema)
