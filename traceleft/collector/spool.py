# SPDX-License-Identifier: MIT
"""A queue of batches on disk, for the time that a collector is away or slower than the events.

A spool is a directory of segments, `SESSION-SEQUENCE.spool`: the sender's session, and the first batch in it. Segments
are only appended to, and deleted when all that is in them was acknowledged; `SESSION.acknowledged` has the last
sequence that was, for the segment that is left.

Segments are written without a buffer, so batches in them survive the death of the process. They are synchronized to
the disk (fdatasync) when they are full and when the spool is closed, not at each batch: a power failure can cost the
last segment. One that was cut short is read up to the cut.

The directory and all files in it must be ours, as traceleft.private_file has it, because their contents are sent on.

SQLite (3.40; WAL, synchronous=NORMAL, exclusive, pages of 64 KiB) was tried in place of segments, and kept less:

- It writes each batch twice. With batches of 512 KiB the medians of five interleaved runs were 95 MB/s in and 232 MB/s
  out, where segments had 203 and 564; a trace whose collector was away spooled 39 MB/s instead of 63.
- On a full disk a DELETE needs room in the log. So nothing could be released, and nothing spooled again even when all
  was acknowledged. Deleting a segment makes room.
- A damaged first page, or a file that was cut, cost every batch. Here it costs those behind it in one segment.
- The file did not shrink as long as batches were left.
"""

from __future__ import annotations

import contextlib
import fcntl
import fnmatch
import os
import struct
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from traceleft.collector.segment import MAGIC, Segment, SpoolRecord, entries
from traceleft.errors import UsageError
from traceleft.private_file import open_directory

SEGMENT_BYTES = 8 * 1024 * 1024
"""A segment this large is full, or one that is an eighth of the limit."""
_SEQUENCE = struct.Struct("<Q")


class Spool:
    """The queue. One process at a time has it.

    Args:
        directory: is made where it is missing.
        limit: in bytes of all segments.

    Raises OSError, UnsafePathError, and UsageError where another process has it.
    """

    def __init__(self, directory: str | os.PathLike[str], limit: int) -> None:
        self.directory = Path(directory)
        self.limit = limit
        self.cut = 0
        """Bytes behind the last whole record of an earlier process, which were cut off."""
        self._segment_bytes = max(min(SEGMENT_BYTES, limit // 8), 4096)
        self._place = open_directory(directory)
        try:
            self._lock = self._place.open("lock", os.O_RDWR | os.O_CREAT)
        except BaseException:
            self._place.close()
            raise
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._release()
            raise UsageError(f"the spool {directory} is in use by another trace or output: give each its own") from None
        self._tail = -1  # the descriptor of the segment that is appended to: the last
        self._segments: deque[Segment] = deque()
        self._cursor: tuple[Segment, int] | None = None  # where next() goes on; None: at the oldest batch
        try:
            self._recover()
        except BaseException:
            self._release()
            raise
        self.recovered = sum(segment.events for segment in self._segments)
        """Events that earlier processes left."""

    @property
    def size(self) -> int:
        """On the disk."""
        return sum(segment.size for segment in self._segments)

    def events(self, session: bytes) -> int:
        """How many of a session are here."""
        return sum(segment.events for segment in self._segments if segment.session == session)

    def __bool__(self) -> bool:
        return bool(self._segments)

    def append(self, record: SpoolRecord) -> bool:
        """Puts a batch behind all others; False where the limit leaves no room for it.

        Raises OSError, the batch not being there.
        """
        return self._put([record], front=False)

    def prepend(self, records: Sequence[SpoolRecord]) -> bool:
        """Puts batches of one session before that session's others; all or, where there is no room, none.

        No batch may be on its way, because reading begins anew. Raises OSError, and then none of them is there.
        """
        return self._put(records, front=True) if records else True

    def next(self) -> SpoolRecord | None:
        """The oldest batch that was not read yet, or None. It stays here until it is released. Raises OSError."""
        segment, index = self._cursor or (self._segments[0] if self._segments else None, 0)
        if segment is None:
            return None
        if index == len(segment.batches):
            following = self._segments.index(segment) + 1
            if following == len(self._segments):
                return None
            segment, index = self._segments[following], 0
        with self._reading(segment.name) as file:
            record = segment.read(file, index)
        if record is None:
            raise OSError(5, "the spool was changed by somebody else", self._place.path_of(segment.name))
        self._cursor = segment, index + 1
        return record

    def rewind(self) -> None:
        """next() begins again with the oldest."""
        self._cursor = None

    def release(self, session: bytes, sequence: int) -> int:
        """Forgets a session's batches up to this one. Returns their events. Raises OSError."""
        events = 0
        partly = False
        for segment in [each for each in self._segments if each.session == session]:
            before = len(segment.batches)
            while segment.batches and segment.batches[0].sequence <= sequence:
                events += segment.batches.popleft().events
            released = before - len(segment.batches)
            if self._cursor is not None and self._cursor[0] is segment:
                self._cursor = segment, max(self._cursor[1] - released, 0)
            if not segment.batches:
                self._delete(segment)
            elif released:
                partly = True
        mark = _mark(session)
        if partly:
            descriptor = self._place.open(mark, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            try:
                _write_all(descriptor, _SEQUENCE.pack(sequence), 0)
            finally:
                os.close(descriptor)
        elif not any(each.session == session for each in self._segments):
            self._place.remove(mark)
        return events

    def close(self) -> None:
        """Leaves its batches to the next process. Raises OSError where the disk does not take it."""
        try:
            self._finish_tail()
        finally:
            self._release()

    def _release(self) -> None:
        os.close(self._lock)
        self._place.close()

    def _reading(self, name: str) -> BinaryIO:
        return os.fdopen(self._place.open(name, os.O_RDONLY), "rb")

    def _put(self, records: Sequence[SpoolRecord], front: bool) -> bool:
        encoded = [record.encode() for record in records]
        data = b"".join(encoded)
        session, sequence = records[0].session, records[0].sequence
        tail = self._segments[-1] if self._segments and self._tail >= 0 else None
        fresh = front or tail is None or tail.session != session or tail.size >= self._segment_bytes
        if self.size + len(data) + (len(MAGIC) if fresh else 0) > self.limit:
            return False
        if fresh:
            segment = Segment(f"{session.hex()}-{sequence:020}.spool", session)
            if not front:
                self._finish_tail()
            descriptor = self._place.open(segment.name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            data = MAGIC + data
        else:
            assert tail is not None
            segment, descriptor = tail, self._tail
        try:
            _write_all(descriptor, data, segment.size)
        except OSError as error:
            if fresh:
                os.close(descriptor)
                self._place.remove(segment.name)
            else:
                os.ftruncate(descriptor, segment.size)
            raise OSError(error.errno, error.strerror, str(self.directory)) from None
        for record, each in zip(records, encoded):
            segment.add(record, each)
        if front:
            try:
                os.fdatasync(descriptor)
            finally:
                os.close(descriptor)
            own = [index for index, each in enumerate(self._segments) if each.session == session]
            self._segments.insert(own[0] if own else len(self._segments), segment)
            if not own:
                self._finish_tail()  # it is not the last segment any more
            self._cursor = None
        elif fresh:
            self._tail = descriptor
            self._segments.append(segment)
        return True

    def _finish_tail(self) -> None:
        if self._tail >= 0:
            descriptor, self._tail = self._tail, -1
            try:
                os.fdatasync(descriptor)
            finally:
                os.close(descriptor)

    def _delete(self, segment: Segment) -> None:
        if self._segments[-1] is segment and self._tail >= 0:
            os.close(self._tail)
            self._tail = -1
        if self._cursor is not None and self._cursor[0] is segment:
            following = self._segments.index(segment) + 1
            self._cursor = (self._segments[following], 0) if following < len(self._segments) else None
        self._segments.remove(segment)
        self._place.remove(segment.name)

    def _recover(self) -> None:
        names = sorted(self._place.names())
        for name in fnmatch.filter(names, "*-*.spool"):
            try:
                session = bytes.fromhex(name.partition("-")[0])
            except ValueError:
                continue  # it isn't ours
            acknowledged = 0
            with contextlib.suppress(FileNotFoundError, struct.error), self._reading(_mark(session)) as file:
                (acknowledged,) = _SEQUENCE.unpack(file.read())
            segment = Segment(name, session, len(MAGIC))
            with self._reading(name) as file:
                whole = file.read()
            for entry in entries(whole):
                segment.size = entry.end
                if entry.sequence > acknowledged:
                    segment.batches.append(entry)
            self.cut += max(len(whole) - segment.size, 0)
            if not segment.batches:
                self._place.remove(name)
                continue
            if segment.size < len(whole):
                self._truncate(name, segment.size)
            self._segments.append(segment)
        left = {segment.session for segment in self._segments}
        for mark in fnmatch.filter(names, "*.acknowledged"):
            if not any(mark == _mark(session) for session in left):
                self._place.remove(mark)

    def _truncate(self, name: str, size: int) -> None:
        descriptor = self._place.open(name, os.O_WRONLY)
        try:
            os.ftruncate(descriptor, size)
        finally:
            os.close(descriptor)


def _mark(session: bytes) -> str:
    return f"{session.hex()}.acknowledged"


def _write_all(descriptor: int, data: bytes, offset: int) -> None:
    """Writes all of it at this offset. A disk that gets full begins with a short write."""
    view = memoryview(data)
    while view:
        written = os.pwrite(descriptor, view, offset)
        view = view[written:]
        offset += written
