# SPDX-License-Identifier: MIT
"""Profiles as pprof reads them: gzipped messages of profile.proto."""

from __future__ import annotations

import bisect
import gzip
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Union

from traceleft.extras import needed
from traceleft.paced import paced
from traceleft.printable import printable

if TYPE_CHECKING:
    from traceleft.proto.profile_pb2 import Profile as Message

PROGRAM = "traceleft"
"""The name that pprof shows for the profiled file."""

_MAPS_LINE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) ..x. ([0-9a-f]+) \S+ [0-9]+ +(/.*)")


def require_protobuf() -> None:
    """Raises TraceleftError where protobuf is missing."""
    with needed("pprof", "a profile"):
        import google.protobuf  # type: ignore[import-untyped]  # noqa: F401


class ValueType(NamedTuple):
    """The type and the unit of a number: ("cpu", "nanoseconds")."""

    type: str
    unit: str


class Frame(NamedTuple):
    """One function of a stack."""

    function: str
    file: str = ""
    """Its source; of a function without lines the object that it is in."""
    line: int = 0
    address: int = 0
    """In this process; 0: it has none. Of it nothing is shown but the place in the file: where this process's files
    are mapped is nobody's business."""


Label = Union[str, int, tuple[int, ...]]
"""A text, a number, or several numbers, each of which `-tagfocus=NAME=NUMBER` finds."""


class _Row(NamedTuple):
    """The key by which samples are added up."""

    stack: tuple[Frame, ...]
    labels: tuple[tuple[str, str | int], ...]


class Profile:
    """Samples of one kind, added up by stack and labels.

    Args:
        types: the type of each value of a sample.
        default: the type that is shown where nobody asks for another.
        period_type: the type of the distance between two samples.
        period: how much of it.
        duration: seconds that it is about; 0: it is about now.
        comments: lines that pprof shows above everything (-comments).
        maps: the text of /proc/self/maps, where frames have addresses; None: as it is now.
    """

    def __init__(
        self,
        types: Sequence[ValueType],
        *,
        default: str,
        period_type: ValueType,
        period: int = 1,
        duration: float = 0.0,
        comments: Iterable[str] = (),
        maps: str | None = None,
    ) -> None:
        self.types = tuple(types)
        self._default = [each.type for each in self.types].index(default)
        self._period_type = period_type
        self._period = period
        self._time_ns = time.time_ns()
        self._duration_ns = round(duration * 1e9)
        self._comments = tuple(comments)
        self._maps = maps
        self._rows: dict[_Row, list[int]] = {}

    def add(self, stack: Iterable[Frame], values: Sequence[int], labels: Mapping[str, Label] | None = None) -> None:
        """Adds a sample: frames with the leaf first, and one value for each type."""
        flat = ((key, each) for key, value in (labels or {}).items() for each in _values(value))
        row = _Row(tuple(stack), tuple(flat))
        sums = self._rows.setdefault(row, [0] * len(self.types))
        for index, value in enumerate(values):
            sums[index] += value

    def serialize(self) -> bytes:
        """The gzipped message. Raises TraceleftError where protobuf is missing."""
        require_protobuf()
        writer = _Writer(self._maps)
        message = writer.message
        for type, unit in self.types:
            message.sample_type.add(type=writer.text(type), unit=writer.text(unit))
        for row, values in paced(self._rows.items()):
            sample = message.sample.add(location_id=[writer.location(frame) for frame in row.stack], value=values)
            for key, value in row.labels:
                if isinstance(value, int):
                    sample.label.add(key=writer.text(key), num=value)
                else:
                    sample.label.add(key=writer.text(key), str=writer.text(value))
        message.period_type.type = writer.text(self._period_type.type)
        message.period_type.unit = writer.text(self._period_type.unit)
        message.period = self._period
        message.time_nanos = self._time_ns
        message.duration_nanos = self._duration_ns
        message.comment.extend(map(writer.text, self._comments))
        message.default_sample_type = writer.text(self.types[self._default].type)
        return gzip.compress(writer.finish().SerializeToString(), compresslevel=6, mtime=0)

    def text(self) -> str:
        """The same for people: the largest first."""
        totals = [sum(column) for column in zip(*self._rows.values())] or [0] * len(self.types)
        lines = [f"# {comment}" for comment in self._comments]
        lines += [f"total: {self._describe(totals)}"]
        for row, values in paced(sorted(self._rows.items(), key=lambda each: each[1][self._default], reverse=True)):
            labels = "".join(f", {key} {value}" for key, value in row.labels)
            lines += ["", f"{self._describe(values)}{labels}"]
            lines += [f"    {_describe_frame(frame)}" for frame in row.stack] or ["    (no frames)"]
        return "".join(printable(line) + "\n" for line in lines)

    def _describe(self, values: Sequence[int]) -> str:
        """Each value, without the unit where that only says that things were counted."""
        return ", ".join(
            f"{value} {type}" if unit == "count" else f"{value} {unit} {type}"
            for value, (type, unit) in zip(values, self.types)
        )


def _values(label: Label) -> tuple[str | int, ...]:
    return label if isinstance(label, tuple) else (label,)


def _describe_frame(frame: Frame) -> str:
    place = f"{frame.file}:{frame.line}" if frame.line else frame.file
    return f"{frame.function} ({place})" if place else frame.function


class _Segment(NamedTuple):
    """An executable part of this process's memory."""

    start: int
    limit: int
    offset: int
    file: str


def _segments(maps: str) -> list[_Segment]:
    """By address."""
    found = (_MAPS_LINE.fullmatch(line) for line in maps.splitlines())
    return sorted(_Segment(int(m[1], 16), int(m[2], 16), int(m[3], 16), m[4]) for m in found if m)


class _Writer:
    """Puts everything that samples name into a message's tables, once each."""

    def __init__(self, maps: str | None) -> None:
        from traceleft.proto import profile_pb2

        self.message: Message = profile_pb2.Profile()
        self._maps = maps
        self._segments: list[_Segment] | None = None
        self._starts: list[int] = []
        self._texts: dict[str, int] = {"": 0}
        self._functions: dict[tuple[str, str], int] = {}
        self._locations: dict[Frame, int] = {}
        self._mappings: dict[_Segment, int] = {}
        self._add_mapping(_Segment(0, 0, 0, PROGRAM))

    def finish(self) -> Message:
        """The message, with all texts."""
        self.message.string_table.extend(self._texts)
        return self.message

    def text(self, text: str) -> int:
        """Its place in the table."""
        # The bytes of a path may be no text, and a message with such is none.
        return self._texts.setdefault(printable(text), len(self._texts))

    def location(self, frame: Frame) -> int:
        """Its number."""
        known = self._locations.get(frame)
        if known is None:
            known = self._locations[frame] = len(self._locations) + 1
            mapping, offset = self._place(frame.address)
            location = self.message.location.add(id=known, mapping_id=mapping, address=offset)
            location.line.add(function_id=self._function(frame), line=frame.line)
        return known

    def _function(self, frame: Frame) -> int:
        key = (frame.function, frame.file)
        known = self._functions.get(key)
        if known is None:
            known = self._functions[key] = len(self._functions) + 1
            # system_name stays empty: pprof takes Python's <genexpr> there for C++, and demangles it to nothing.
            self.message.function.add(id=known, name=self.text(frame.function), filename=self.text(frame.file))
        return known

    def _place(self, address: int) -> tuple[int, int]:
        """The mapping that an address is in, and its offset in the mapping's file."""
        if not address:
            return 1, 0
        if self._segments is None:
            maps = Path("/proc/self/maps").read_text(errors="surrogateescape") if self._maps is None else self._maps
            self._segments = _segments(maps)
            self._starts = [segment.start for segment in self._segments]
        index = bisect.bisect_right(self._starts, address) - 1
        if index < 0 or address >= self._segments[index].limit:
            return 1, 0
        segment = self._segments[index]
        return self._mappings.get(segment) or self._add_mapping(segment), address - segment.start + segment.offset

    def _add_mapping(self, segment: _Segment) -> int:
        id = self._mappings[segment] = len(self._mappings) + 1
        # All is symbolised: pprof need not look for the files. Each is as if mapped to where its offsets begin.
        self.message.mapping.add(
            id=id,
            memory_start=segment.offset,
            memory_limit=segment.offset + segment.limit - segment.start,
            file_offset=segment.offset,
            filename=self.text(segment.file),
            has_functions=True,
            has_filenames=True,
            has_line_numbers=True,
        )
        return id
