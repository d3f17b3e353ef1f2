# SPDX-License-Identifier: MIT
"""Recordings: raw events in a file, with all that is needed to show them on another machine, years later.

A recording is MAGIC and then chunks, each a CHUNK header and its payload:

    u32 kind | u32 size of the payload | u32 CRC-32 of kind, size and payload

numbers in little-endian order. The first chunk is a HEADER: JSON, zlib-compressed, with the version of traceleft, the
layout of the events (the `magic` of struct event_header), where and when they were traced, and the schema. BATCH
chunks are what BatchCompressor gives. A STATS chunk, JSON, says what had become of the events so far; the last stands
before the END, which is empty. Without END the file was cut short. A reader skips other kinds.

Whoever hands over a recording chooses every byte of it: sizes, depths, counts and types are looked at before they are
believed, and what is wrong is a RecordingError, or where the recording ends.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import json
import math
import os
import struct
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, get_args, get_origin, get_type_hints

from traceleft import _core, battery
from traceleft._core import Batch, EventSchema, decompress_batch
from traceleft.asking import Where, question_of
from traceleft.errors import RecordingError, UsageError
from traceleft.origin import Origin
from traceleft.printable import printable
from traceleft.stats import Stats

MAGIC = b"traceleft\x00\x01\n"
"""Its last byte but one is the format's version."""
CHUNK = struct.Struct("<III")
LAYOUT = "TLF2"
"""The layout of events that this version decodes."""

HEADER, BATCH, STATS, END = range(1, 5)

AHEAD = 2
"""Batches that are begun before the first of them is taken, for each thread that decompresses or encodes them."""
_LARGEST_CHUNK = 16 << 20
"""Bytes. BatchCompressor's are below 5 MiB."""
_LARGEST_HEADER = 4 << 20
"""Bytes of JSON, ten times as many as a schema has."""
_LARGEST_STATS = 1 << 20
"""Bytes of JSON: an entry for each CPU and each syscall."""
_LONGEST_TEXT = 256
"""Characters of a host's name and its like."""
_LONGEST_REASON = 500
"""Characters of an error about a header."""


def chunk(kind: int, payload: bytes | memoryview = b"") -> bytes:
    """A chunk as it stands in the file."""
    return CHUNK.pack(kind, len(payload), _checksum(kind, payload)) + payload


def _checksum(kind: int, payload: bytes | memoryview) -> int:
    return zlib.crc32(payload, zlib.crc32(struct.pack("<II", kind, len(payload))))


def header_chunk(header: dict[str, Any]) -> bytes:
    """The first chunk, with the contents of Recording.header."""
    return chunk(HEADER, zlib.compress(json.dumps(header, separators=(",", ":")).encode()))


def head(version: str, origin: Origin) -> bytes:
    """How a recording begins whose events are traced from now on, by this version of traceleft."""
    schema = battery.recorded_spec()
    header = {
        "traceleft": version,
        "layout": LAYOUT,
        "origin": dataclasses.asdict(origin),
        "started": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds"),
        "schema": schema,
    }
    if "compat" in schema:
        header["compat_schema"] = _beside(battery.compat_schema_spec(), schema)
    return MAGIC + header_chunk(header)


def _beside(schema: dict[str, Any], native: dict[str, Any]) -> dict[str, Any]:
    """The schema of 32-bit programs' calls without the parts that are the same in the native one: most flags are."""
    different = {
        key: {name: each for name, each in schema[key].items() if native[key].get(name) != each}
        for key in ("flags", "structs")
    }
    return {**schema, **different}


def _whole(schema: dict[str, Any], native: dict[str, Any]) -> dict[str, Any]:
    """The schema that was stored beside the native one. Raises ValueError, KeyError."""
    if not all(isinstance(each[key], dict) for each in (schema, native) for key in ("flags", "structs")):
        raise ValueError("its schema's flags or structs are no object")
    return {**schema, **{key: {**native[key], **schema[key]} for key in ("flags", "structs")}}


def _schema(spec: dict[str, Any], compat: dict[str, Any] | None) -> EventSchema:
    """The very one of this version, where it is the same: its events can be pickled. Raises ValueError, KeyError."""
    if compat is None and spec == battery.schema_spec():
        return battery.schema()
    if compat is not None:
        compat = _whole(compat, spec)
        if spec == battery.schema_spec() and compat == battery.compat_schema_spec():
            battery.load_compat_schema()
            return battery.schema()
    schema = EventSchema(spec)
    if compat is not None:
        schema.set_compat(EventSchema(compat))
    return schema


def stats_chunk(stats: dict[str, Any]) -> bytes:
    """A chunk with the counts of the events so far, by the fields of Stats."""
    return chunk(STATS, json.dumps(stats).encode())


class Recording:
    """A recording that is read from its begin to its end. Use it as a context manager, or close() it.

    Args:
        path: the file.
        file: a stream to read it from; of it read(), tell() and close() are used. `path` is then its name in errors.

    Raises RecordingError for a file that is none, that makes no sense, or of a newer traceleft; OSError.
    """

    def __init__(self, path: str | os.PathLike[str], file: BinaryIO | None = None) -> None:
        self.path = os.fspath(path)
        self._name = printable(self.path)
        self._file: BinaryIO = file or open(self.path, "rb")  # noqa: SIM115 (close() does)
        self.stats = stats_of({})
        """The counts of the events, as the last chunk of them that was read has them."""
        self.cut: str | None = None
        """Where and how the file ends too early, once that place was read; None: it is whole as far as it was read."""
        try:
            self.header = self._read_header()
            self.schema = _schema(self.header["schema"], self.header.get("compat_schema"))
            self.origin = _origin(self.header["origin"])
        except (KeyError, ValueError, zlib.error) as error:
            self.close()
            reason = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
            raise RecordingError(
                f"{self._name}: this traceleft can't read the recording's header: {printable(reason)[:_LONGEST_REASON]}"
            ) from None
        except BaseException:
            self.close()
            raise

    def _read_header(self) -> dict[str, Any]:
        magic = self._file.read(len(MAGIC))
        if magic[:10] != MAGIC[:10]:
            raise RecordingError(f"{self._name} is no recording of traceleft")
        first = self._read_chunk() if magic == MAGIC else None
        if magic != MAGIC or (first and first[0] != HEADER):
            raise RecordingError(f"{self._name} was recorded by a newer traceleft")
        if first is None:
            raise RecordingError(f"{self._name}: {self.cut}: not even its header is here")
        header = _parsed(_inflated(first[1]))
        if header["layout"] != LAYOUT:
            version = _text(header["traceleft"], "version")
            raise RecordingError(f"{self._name} was recorded by a newer traceleft ({version})")
        if not all(isinstance(header.get(key, {}), dict) for key in ("schema", "compat_schema")):
            raise ValueError("its schema is no object")
        return header

    def batches(self, where: Where | str | None = None, *, decoders: _core.Encoders | None = None) -> Iterator[Batch]:
        """The batches that have not been read yet, up to the end or to where the file is cut or damaged.

        Args:
            where: of which events; None: all. Batches without any are left out.
            decoders: threads that decompress the next ones meanwhile; then `stats` are of what was read of the file.

        Raises UsageError for a question that makes no sense.
        """
        question = question_of(where)
        if question is None:
            return self._batches(decoders)
        question.check(self.schema)
        return self._batches_where(question, decoders)

    def _batches_where(self, question: _core.Question, decoders: _core.Encoders | None) -> Iterator[Batch]:
        for batch in self._batches(decoders):
            if kept := _core.filter(batch, question):
                yield kept

    def frames(self) -> Iterator[tuple[int, int]]:
        """Where the batches are that have not been read yet: offset and size of each one's frame in `file`."""
        for payload in self._payloads():
            yield self._file.tell() - len(payload), len(payload)

    @property
    def file(self) -> BinaryIO:
        """What it is read from."""
        return self._file

    def _batches(self, decoders: _core.Encoders | None) -> Iterator[Batch]:
        for take, end in self._begun(decoders):
            try:
                batch = take()
            except UsageError as error:
                self.cut = f"damaged before byte {end} ({error})"
                return
            yield batch

    def _begun(self, decoders: _core.Encoders | None) -> Iterator[tuple[Callable[[], Batch], int]]:
        """What gives each batch, and where its frame ends."""
        if decoders is None:
            for payload in self._payloads():
                yield functools.partial(decompress_batch, payload, self.schema), self._file.tell()
            return
        begun: deque[tuple[Callable[[], Batch], int]] = deque()
        for payload in self._payloads():
            begun.append((decoders.decompress(payload, self.schema).take, self._file.tell()))
            if len(begun) > AHEAD * decoders.threads:
                yield begun.popleft()
        yield from begun

    def _payloads(self) -> Iterator[bytes]:
        """Of the chunks with batches."""
        while True:
            read = self._read_chunk()
            if read is None or read[0] == END:
                return
            kind, payload = read
            if kind == BATCH:
                yield payload
            elif kind == STATS:
                try:
                    self.stats = _read_stats(payload)
                except ValueError as error:
                    self.cut = f"damaged before byte {self._file.tell()} (its counts: {printable(str(error))})"
                    return

    def _read_chunk(self) -> tuple[int, bytes] | None:
        begin = self._file.tell()
        head = self._file.read(CHUNK.size)
        if len(head) < CHUNK.size:
            self.cut = f"cut short at byte {self._file.tell()}"
            return None
        kind, size, checksum = CHUNK.unpack(head)
        payload = self._file.read(size) if size <= _LARGEST_CHUNK else b""
        if size <= _LARGEST_CHUNK and len(payload) < size:
            self.cut = f"cut short at byte {self._file.tell()}"
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


def _inflated(payload: bytes) -> bytes:
    """Raises ValueError, zlib.error."""
    inflater = zlib.decompressobj()
    data = inflater.decompress(payload, _LARGEST_HEADER)
    if not inflater.eof:
        raise ValueError(f"it is cut, or longer than {_LARGEST_HEADER >> 20} MiB")
    return data


def _parsed(data: bytes) -> dict[str, Any]:
    """A JSON object. Raises ValueError."""
    try:
        parsed = json.loads(data.decode("utf-8"), parse_int=_integer, parse_constant=_refuse_constant)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    if not isinstance(parsed, dict):
        raise ValueError("it is no JSON object")
    return parsed


def _integer(digits: str) -> int:
    if len(digits) > 20:  # more than 64 bits; Python before 3.11 takes the square of the length for it
        raise ValueError("it has a number of more than 64 bits")
    return int(digits)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _text(value: object, what: str) -> str:
    """A short text that can be shown. Raises ValueError."""
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT or not value.isprintable():
        raise ValueError(f"its {what} is no text, can't be printed, or has more than {_LONGEST_TEXT} characters")
    return value


def _origin(recorded: object) -> Origin:
    """Raises KeyError, ValueError. A newer traceleft's additions are skipped."""
    if not isinstance(recorded, dict):
        raise ValueError("its origin is no object")
    return Origin(**{each.name: _text(recorded[each.name], each.name) for each in dataclasses.fields(Origin)})


def _read_stats(payload: bytes) -> Stats:
    """Raises ValueError."""
    if len(payload) > _LARGEST_STATS:
        raise ValueError(f"more than {_LARGEST_STATS >> 20} MiB")
    return stats_of(_parsed(payload))


def stats_of(recorded: dict[str, Any]) -> Stats:
    """A recording's counts, of which an older one has more or fewer than Stats has now. Raises ValueError."""
    types = get_type_hints(Stats)
    return Stats(
        **{
            name: _typed(recorded[name], kind, name) if name in recorded else (get_origin(kind) or kind)()
            for name, kind in types.items()
        }
    )


def _typed(value: object, kind: Any, name: str) -> Any:
    """The value, where it is a count, a text or a dictionary of them, as `kind` has it. Raises ValueError."""
    if kind is str:
        return _text(value, name)
    if get_origin(kind) is dict and isinstance(value, dict):
        key_kind, value_kind = get_args(kind)
        return {_key(key, key_kind, name): _typed(each, value_kind, name) for key, each in value.items()}
    number = isinstance(value, (int, float) if kind is float else int) and not isinstance(value, bool)
    if get_origin(kind) is dict or not number or not (math.isfinite(value) and 0 <= value < 1 << 64):  # type: ignore[arg-type, operator]
        raise ValueError(f"{name} is none of its kind")
    return value


def _key(text: str, kind: Any, name: str) -> int | str:
    """A key as it was before JSON made text of it."""
    if kind is str:
        return _text(text, name)
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(f"{name} has a key that is no number")
    return int(text)
