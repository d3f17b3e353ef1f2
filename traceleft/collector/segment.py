# SPDX-License-Identifier: MIT
"""The bytes of a spool's file: a magic number and batches, each with its length and a CRC-32."""

from __future__ import annotations

import struct
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

MAGIC = b"TLSPOOL1"
_HEADER = struct.Struct("<IIQII")  # length of the message, CRC-32 of all that follows, sequence, events, 0


class SpoolRecord(NamedTuple):
    """One batch: its serialised message, and the facts that name it."""

    session: bytes
    sequence: int
    events: int
    message: bytes

    def encode(self) -> bytes:
        """The bytes of it in the file."""
        fields = len(self.message), self.sequence, self.events
        checksum = _checksum(_HEADER.pack(fields[0], 0, *fields[1:], 0), self.message)
        return _HEADER.pack(fields[0], checksum, *fields[1:], 0) + self.message


class Entry(NamedTuple):
    """The place of a batch."""

    sequence: int
    events: int
    offset: int
    end: int


@dataclass
class Segment:
    """One file, with the batches in it that are not acknowledged."""

    name: str
    session: bytes
    size: int = 0
    """Bytes of whole records, and the magic number."""
    batches: deque[Entry] = field(default_factory=deque)

    @property
    def events(self) -> int:
        return sum(entry.events for entry in self.batches)

    def add(self, record: SpoolRecord, encoded: bytes) -> None:
        """A batch is behind the others now."""
        offset = self.size or len(MAGIC)
        self.size = offset + len(encoded)
        self.batches.append(Entry(record.sequence, record.events, offset, self.size))

    def read(self, file: BinaryIO, index: int) -> SpoolRecord | None:
        """A batch out of the file; None where that has something else by now."""
        sequence, events, offset, end = self.batches[index]
        file.seek(offset)
        header = file.read(_HEADER.size)
        message = file.read(end - offset - _HEADER.size)
        if offset + len(header) + len(message) != end or _checksum(header, message) != _HEADER.unpack(header)[1]:
            return None
        return SpoolRecord(self.session, sequence, events, message)


def entries(whole: bytes) -> Iterator[Entry]:
    """A file's batches, up to the first that is not whole."""
    offset = len(MAGIC)
    while whole.startswith(MAGIC) and offset + _HEADER.size <= len(whole):
        length, checksum, sequence, events, _ = _HEADER.unpack_from(whole, offset)
        message = offset + _HEADER.size
        end = message + length
        view = memoryview(whole)
        if end > len(whole) or _checksum(view[offset:message], view[message:end]) != checksum:
            break
        yield Entry(sequence, events, offset, end)
        offset = end


def _checksum(header: bytes | memoryview, message: bytes | memoryview) -> int:
    return zlib.crc32(message, zlib.crc32(header[8:]))
