# SPDX-License-Identifier: MIT
"""The part of an object's .BTF and .BTF.ext that some of its functions need: Documentation/bpf/btf.rst of Linux has the
format, in which all is 32-bit words."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

BTF_HEADER = struct.Struct("<HBBIIIII")
EXT_HEADER = struct.Struct("<HBBIIIIIII")
MAGIC, VERSION = 0xEB9F, 1

DATASEC = 15
# What follows the three words of a type: the words of one element, and whether there are as many as the type says. T is
# the number of a type, N a name's place and - a plain number.
TAILS = {
    1: ("-", False),  # INT
    2: ("", False),  # PTR
    3: ("TT-", False),  # ARRAY
    4: ("NT-", True),  # STRUCT
    5: ("NT-", True),  # UNION
    6: ("N-", True),  # ENUM
    7: ("", False),  # FWD
    8: ("", False),  # TYPEDEF
    9: ("", False),  # VOLATILE
    10: ("", False),  # CONST
    11: ("", False),  # RESTRICT
    12: ("", False),  # FUNC
    13: ("NT", True),  # FUNC_PROTO
    14: ("-", False),  # VAR
    DATASEC: ("T--", True),
    16: ("", False),  # FLOAT
    17: ("-", False),  # DECL_TAG
    18: ("", False),  # TYPE_TAG
    19: ("N--", True),  # ENUM64
}
REFERRING = {2, 8, 9, 10, 11, 12, 13, 14, 17, 18}
"""The kinds whose third word is a type's number. Others have their size there, or nothing."""
RECORDS = ("-T", "-NN-", "-TN-")
"""Records of .BTF.ext: functions, lines, and what is relocated. The first word is an instruction's offset."""


class Words(NamedTuple):
    """Numbers, with the letter of each."""

    letters: str
    numbers: Sequence[int]


def parsed_types(data: bytes) -> tuple[list[Words], bytes]:
    """The types, of which the first has number 1, and the strings."""
    magic, version, _, length, types, types_size, strings, strings_size = BTF_HEADER.unpack_from(data)
    if (magic, version) != (MAGIC, VERSION):
        raise ValueError("this .BTF is of a version that is not known")
    numbers = struct.unpack_from(f"<{types_size // 4}I", data, length + types)
    found, at = [Words("", ())], 0
    while at < len(numbers):
        kind, count = numbers[at + 1] >> 24 & 31, numbers[at + 1] & 0xFFFF
        if kind not in TAILS:
            raise ValueError(f".BTF has a type of kind {kind}, which is not known")
        tail, repeated = TAILS[kind]
        letters = ("N-T" if kind in REFERRING else "N--") + tail * (count if repeated else 1)
        found.append(Words(letters, numbers[at : at + len(letters)]))
        at += len(letters)
    return found, data[length + strings : length + strings + strings_size]


def parsed_records(data: bytes) -> list[list[tuple[int, Words]]]:
    """Of each kind of record, all, with the place of their section's name."""
    magic, version, _, length, *parts = EXT_HEADER.unpack_from(data)
    if (magic, version) != (MAGIC, VERSION):
        raise ValueError("this .BTF.ext is of a version that is not known")
    return [
        list(_section_records(struct.unpack_from(f"<{size // 4}I", data, length + offset), letters))
        for letters, offset, size in zip(RECORDS, parts[::2], parts[1::2])
    ]


def _section_records(numbers: Sequence[int], letters: str) -> Iterator[tuple[int, Words]]:
    if numbers and numbers[0] != 4 * len(letters):
        raise ValueError(f".BTF.ext has records of {numbers[0]} bytes, which are not known")
    at = 1
    while at < len(numbers):
        section, count = numbers[at : at + 2]
        at += 2
        for _ in range(count):
            yield section, Words(letters, numbers[at : at + len(letters)])
            at += len(letters)


def string_at(strings: bytes, place: int) -> str:
    return strings[place : strings.index(b"\0", place)].decode()


class Btf:
    """An object's .BTF and .BTF.ext."""

    def __init__(self, types: bytes, records: bytes) -> None:
        self._types, self._strings = parsed_types(types)
        self._records: list[dict[str, list[Words]]] = []
        for kind in parsed_records(records):
            by_section: dict[str, list[Words]] = {}
            for section, record in kind:
                by_section.setdefault(string_at(self._strings, section), []).append(record)
            self._records.append(by_section)

    def part(self, sections: Iterable[str], moved: Callable[[str, int], int | None]) -> tuple[bytes, bytes]:
        """Both, with the records of some sections, and the types and strings that those and all variables need.

        Args:
            moved: the new offset of the instruction at an offset in a section; None of one that is left out.
        """
        kept = [_kept(by_section, sections, moved) for by_section in self._records]
        numbers = self._needed(record for of in kept for records in of.values() for record in records)
        strings = _Strings(self._strings)

        def renumbered(words: Words) -> bytes:
            out = [
                numbers[number] if letter == "T" else strings.moved(number) if letter == "N" else number
                for letter, number in zip(*words)
            ]
            return struct.pack(f"<{len(out)}I", *out)

        types = b"".join(renumbered(self._types[number]) for number in numbers if number)
        parts = []
        for letters, of in zip(RECORDS, kept):
            part = struct.pack("<I", 4 * len(letters)) if of else b""
            for section, records in of.items():
                part += struct.pack("<II", strings.place(section), len(records))
                part += b"".join(map(renumbered, records))
            parts.append(part)
        head = BTF_HEADER.pack(MAGIC, VERSION, 0, BTF_HEADER.size, 0, len(types), len(types), len(strings.bytes))
        places = [sum(map(len, parts[:index])) for index in range(len(parts))]
        places_and_sizes = (number for pair in zip(places, map(len, parts)) for number in pair)
        ext_head = EXT_HEADER.pack(MAGIC, VERSION, 0, EXT_HEADER.size, *places_and_sizes)
        return head + types + strings.bytes, ext_head + b"".join(parts)

    def _needed(self, records: Iterable[Words]) -> dict[int, int]:
        """The types that are needed: of each number the new one, in the same order."""
        waiting = [number for number, words in enumerate(self._types) if number and _kind(words) == DATASEC]
        waiting += (number for record in records for number in _referred(record))
        needed = {0}
        while waiting:
            number = waiting.pop()
            if number not in needed:
                needed.add(number)
                waiting += _referred(self._types[number])
        return {number: new for new, number in enumerate(sorted(needed))}


class Strings:
    """A table of strings, each there once."""

    def __init__(self) -> None:
        self._places = {"": 0}
        self.bytes = b"\0"

    def place(self, string: str) -> int:
        if string not in self._places:
            self._places[string] = len(self.bytes)
            self.bytes += string.encode() + b"\0"
        return self._places[string]


class _Strings(Strings):
    """Those of another table that are needed."""

    def __init__(self, old: bytes) -> None:
        super().__init__()
        self._old = old
        self._moved = {0: 0}

    def moved(self, old: int) -> int:
        if old not in self._moved:
            self._moved[old] = self.place(string_at(self._old, old))
        return self._moved[old]


def _kept(
    by_section: dict[str, list[Words]], sections: Iterable[str], moved: Callable[[str, int], int | None]
) -> dict[str, list[Words]]:
    """The records of what is kept, at their new offsets."""
    kept: dict[str, list[Words]] = {}
    for section in sections:
        for letters, (offset, *rest) in by_section.get(section, ()):
            to = moved(section, offset)
            if to is not None:
                kept.setdefault(section, []).append(Words(letters, (to, *rest)))
    return kept


def _kind(words: Words) -> int:
    return words.numbers[1] >> 24 & 31


def _referred(words: Words) -> Iterator[int]:
    return (number for letter, number in zip(*words) if letter == "T")
