"""Recordings: raw events in a file, with all that is needed to show them on another machine, years later.

A recording is MAGIC and then chunks, each a CHUNK header and its payload:

    u32 kind | u32 size of the payload | u32 CRC-32 of kind, size and payload

numbers in little-endian order. The first chunk is a HEADER: JSON, zlib-compressed, with the version of traceleft, the
layout of the events (the `magic` of struct event_header), where and when they were traced, and the schema. BATCH
chunks are what BatchCompressor gives. A STATS chunk, JSON, says what had become of the events so far; the last stands
before the END, which is empty. Without END the file was cut short. A reader skips other kinds.
"""

from __future__ import annotations

import dataclasses
import json
import os
import struct
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from traceleft._core import Batch, EventSchema, decompress_batch
from traceleft.errors import TraceleftError, UsageError
from traceleft.outputs import Origin
from traceleft.tracer import Stats

MAGIC = b"traceleft\x00\x01\n"
"""Its last byte but one is the format's version."""
CHUNK = struct.Struct("<III")
LAYOUT = "TLF2"
"""The layout of events that this version decodes."""

HEADER, BATCH, STATS, END = range(1, 5)

_LARGEST_CHUNK = 1 << 30


class RecordingError(TraceleftError):
    """A file that is no recording, or one that can't be read here."""


def chunk(kind: int, payload: bytes = b"") -> bytes:
    """A chunk as it stands in the file."""
    return CHUNK.pack(kind, len(payload), _checksum(kind, payload)) + payload


def _checksum(kind: int, payload: bytes) -> int:
    return zlib.crc32(payload, zlib.crc32(struct.pack("<II", kind, len(payload))))


def header_chunk(header: dict[str, Any]) -> bytes:
    """The first chunk, of what Recording.header has."""
    return chunk(HEADER, zlib.compress(json.dumps(header, separators=(",", ":")).encode()))


def stats_chunk(stats: dict[str, Any]) -> bytes:
    """What had become of the events so far, by the fields of Stats."""
    return chunk(STATS, json.dumps(stats).encode())


class Recording:
    """A recording that is read from its begin to its end. Use it as a context manager, or close() it.

    Args:
        path: the file.

    Raises RecordingError for a file that is none, or of a newer traceleft; OSError.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._file: BinaryIO = open(self.path, "rb")  # noqa: SIM115 (close() does)
        self._end = os.fstat(self._file.fileno()).st_size
        self.stats = _stats({})
        """What became of the events, by the last that was read of it."""
        self.cut: str | None = None
        """Where and how the file ends too early, once that place was read; None: it is whole as far as it was read."""
        try:
            self.header = self._read_header()
            self.schema = EventSchema(self.header["schema"])
            self.origin = Origin(**self.header["origin"])
        except (KeyError, TypeError, ValueError, zlib.error) as error:
            self.close()
            raise RecordingError(f"{self.path}: this traceleft can't read the recording's header: {error}") from None
        except BaseException:
            self.close()
            raise

    def _read_header(self) -> dict[str, Any]:
        magic = self._file.read(len(MAGIC))
        if magic[:10] != MAGIC[:10]:
            raise RecordingError(f"{self.path} is no recording of traceleft")
        first = self._read_chunk() if magic == MAGIC else None
        if magic != MAGIC or (first and first[0] != HEADER):
            raise RecordingError(f"{self.path} was recorded by a newer traceleft")
        if first is None:
            raise RecordingError(f"{self.path}: {self.cut}: not even its header is here")
        header: dict[str, Any] = json.loads(zlib.decompress(first[1]))
        if header["layout"] != LAYOUT:
            raise RecordingError(f"{self.path} was recorded by a newer traceleft ({header['traceleft']})")
        return header

    def batches(self) -> Iterator[Batch]:
        """The batches that have not been read yet, up to the end or to where the file is cut or damaged."""
        while True:
            read = self._read_chunk()
            if read is None or read[0] == END:
                return
            kind, payload = read
            if kind == BATCH:
                try:
                    yield decompress_batch(payload, self.schema)
                except UsageError as error:
                    self.cut = f"damaged before byte {self._file.tell()} ({error})"
                    return
            elif kind == STATS:
                self.stats = _stats(json.loads(payload))

    def _read_chunk(self) -> tuple[int, bytes] | None:
        begin = self._file.tell()
        head = self._file.read(CHUNK.size)
        if len(head) < CHUNK.size:
            self.cut = f"cut short at byte {self._end}"
            return None
        kind, size, checksum = CHUNK.unpack(head)
        payload = self._file.read(size) if size <= _LARGEST_CHUNK else b""
        if size <= _LARGEST_CHUNK and len(payload) < size:
            self.cut = f"cut short at byte {self._end}"
            return None
        if size > _LARGEST_CHUNK or _checksum(kind, payload) != checksum:
            self.cut = f"damaged behind byte {begin}"
            return None
        return kind, payload

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def __enter__(self) -> Recording:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def _stats(recorded: dict[str, Any]) -> Stats:
    """What a recording says, which by its age may be more or less than Stats has now."""
    counts: dict[str, Any] = {
        **{each.name: 0 for each in dataclasses.fields(Stats) if each.default_factory is dataclasses.MISSING},
        "backend": "",
        **{each.name: recorded[each.name] for each in dataclasses.fields(Stats) if each.name in recorded},
    }
    for by_number in ("lost_by_cpu", "handled_by_cpu", "lost_by_process"):  # JSON's keys are text
        counts[by_number] = {int(number): counted for number, counted in recorded.get(by_number, {}).items()}
    return Stats(**counts)
