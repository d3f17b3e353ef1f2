# SPDX-License-Identifier: MIT
"""The arguments of a call: memory that its pointers point to, and what an event must say of it afterwards.

The memory is in an arena that the tester shares with the process that makes the calls (caller.c): it is written before
a call and read after it, so whatever the kernel wrote there is known.
"""

from __future__ import annotations

import mmap
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, Optional, Union

from tests.support.syscall_numbers import NUMBERS

PAGE = 4096
ARENA = 0x7D00_0000_0000
ARENA_SIZE = 64 * PAGE
"""As in caller.c. Nothing is mapped behind it."""
EDGE = ARENA + ARENA_SIZE
EDGE_ROOM = 4 * PAGE
"""A place before the edge, for memory that is to end there."""


class Arena:
    """Hands out memory of the arena, reads and writes it."""

    def __init__(self) -> None:
        self.fd = os.memfd_create("arena")
        os.ftruncate(self.fd, ARENA_SIZE)
        self._memory = mmap.mmap(self.fd, ARENA_SIZE)
        self.used = 0

    def put(self, content: bytes) -> int:
        """Writes it into memory of its own, with zeros behind it; returns its address."""
        start = (self.used + 15) // 16 * 16
        self.used = start + len(content) + 16
        assert self.used <= ARENA_SIZE - EDGE_ROOM, "the arena is full"
        self._memory[start : self.used] = content + bytes(16)
        return ARENA + start

    def put_before_the_edge(self, content: bytes) -> int:
        """Writes it so that its last byte is the last before an unmapped page."""
        assert len(content) <= EDGE_ROOM
        self._memory[ARENA_SIZE - EDGE_ROOM :] = content.rjust(EDGE_ROOM, b"\0")
        return EDGE - len(content)

    def write(self, address: int, content: bytes) -> None:
        self._memory[address - ARENA : address - ARENA + len(content)] = content

    def read(self, address: int, size: int) -> bytes | None:
        """None where any of it is outside."""
        start = address - ARENA
        if start < 0 or size < 0 or start + size > ARENA_SIZE:
            return None
        return self._memory[start : start + size]

    def read_most(self, address: int, size: int) -> bytes:
        """As much as there is."""
        start = address - ARENA
        return self._memory[start : start + size] if 0 <= start < ARENA_SIZE else b""

    def read_string(self, address: int) -> bytes | None:
        """The bytes up to a NUL."""
        start = address - ARENA
        end = self._memory.find(b"\0", start) if 0 <= start < ARENA_SIZE else -1
        return None if end < 0 else self._memory[start:end]

    def close(self) -> None:
        self._memory.close()
        os.close(self.fd)


@dataclass(frozen=True)
class Made:
    """A call as the process that made it saw it."""

    name: str
    what: str
    """"good", or which pointer was bad, and how."""
    registers: tuple[int, ...]
    """The arguments, as unsigned 64-bit numbers."""
    ret: int
    """As the kernel's function for the call returned it: -errno on failure."""
    pid: int
    before: int
    after: int
    """ns, CLOCK_MONOTONIC, before and after it."""
    arena: Arena
    """The memory as the call left it, until the next one is made."""
    ends: bool = False
    """It did not return."""
    also: frozenset[str] = frozenset()
    """Calls that signal handlers made meanwhile."""

    @property
    def nr(self) -> int:
        return NUMBERS[self.name]

    def number(self, arg: int, code: str) -> int | None:
        """The number that an argument points to, by its code in struct."""
        content = self.arena.read(self.registers[arg], struct.calcsize(code))
        return None if content is None else struct.unpack(code, content)[0]

    def __str__(self) -> str:
        registers = ", ".join(str(each) if each < 2**16 else hex(each) for each in self.registers)
        return f"{self.name}({registers}) = {self.ret}, {self.what}"


Size = Union[int, Callable[[Made], Optional[int]]]
"""Bytes; for a call that was made, None where a bad pointer hides how many."""


def ret(made: Made) -> int:
    """As many bytes as the call returned."""
    return made.ret


def ret_times(size: int) -> Size:
    """As many things of that size as the call returned."""
    return lambda made: made.ret * size


def value_at(arg: int, most: int, code: str = "<I", more: int = 0) -> Size:
    """As many bytes as the number says that an argument points to, and `more`, but no more than `most`."""

    def size(made: Made) -> int | None:
        number = made.number(arg, code)
        return None if number is None else min(number + more, most)

    return size


class _Some:
    def __init__(self, what: str) -> None:
        self._what = what

    def __repr__(self) -> str:
        return self._what


ANY = _Some("anything")
EMPTY = _Some("nothing")
"""None, or nothing of something."""


class Captured(NamedTuple):
    """The captured memory and status that an event must have for a pointer."""

    statuses: frozenset[str]
    content: object
    """Event.captured_bytes(), or ANY."""
    value: object
    """Event[name], or ANY. A dict has to be in it, and may lack some of its keys."""


OK = frozenset({"ok"})
FAULT = frozenset({"fault"})
UNREADABLE = Captured(FAULT, None, None)
NOT_FILLED = Captured(frozenset({"none"}), None, None)
UNKNOWN = Captured(frozenset({"fault", "none"}), None, None)
NO_BYTES = Captured(OK, None, None)
"""A null pointer to no bytes."""


@dataclass(frozen=True)
class Pointer:
    """An argument: a pointer to memory."""

    content: bytes = b""
    """The bytes that are there before the call."""
    direction: str = "in"
    """in, out or both."""
    address: int | None = None
    """Where it lies; None: where there is room."""

    def laid_out(self, arena: Arena) -> bytes:
        """The content, when the memory behind its own pointers is in the arena."""
        return self.content

    def captured(self, made: Made, address: int) -> Captured:
        """The result that the event must have for it."""
        if self.direction == "out" and made.ret < 0 and not made.ends:
            return NOT_FILLED
        return self._captured(made, address)

    def _captured(self, made: Made, address: int) -> Captured:
        raise NotImplementedError


@dataclass(frozen=True)
class Text(Pointer):
    """A string that the call reads."""

    passed_on: bytes | None = None
    """The string that a new program is given for it, where that is another one."""

    def _captured(self, made: Made, address: int) -> Captured:
        content = made.arena.read_string(address)
        if made.ends and self.passed_on is not None:
            content = self.passed_on
        return UNREADABLE if content is None else Captured(OK, content, os.fsdecode(content))


@dataclass(frozen=True)
class Null(Pointer):
    """No pointer, where the call needs none."""

    def _captured(self, made: Made, address: int) -> Captured:
        return Captured(UNKNOWN.statuses | OK, EMPTY, EMPTY)


NULL = Null()


def bytes_to_read(size: Size | None, made: Made, otherwise: int | None) -> int | None:
    """A size as a number."""
    if size is None:
        return otherwise
    return size(made) if callable(size) else size


@dataclass(frozen=True)
class Memory(Pointer):
    """Bytes, a struct, an array."""

    size: Size | None = None
    """Captured bytes; None: as many as the content has."""
    decode: Callable[[bytes], object] | None = None
    """Makes the event's value of the captured bytes; None: it is not compared."""

    def _captured(self, made: Made, address: int) -> Captured:
        size = bytes_to_read(self.size, made, len(self.content))
        if size is None or size < 0:
            return UNKNOWN
        if not size:
            return Captured(OK, None, self.decode(b"") if self.decode else ANY) if address else NO_BYTES
        content = made.arena.read(address, size)
        if content is None:
            return UNREADABLE
        return Captured(OK, content, self.decode(content) if self.decode else ANY)


@dataclass(frozen=True)
class Reached(Pointer):
    """A struct with pointers to more, or a vector of pointers, which are followed."""

    value: object = None
    """The event's value of it."""

    def _captured(self, made: Made, address: int) -> Captured:
        there = made.arena.read(address, len(self.content))
        return UNREADABLE if there is None else Captured(OK, ANY, self.value)


@dataclass(frozen=True)
class Strings(Pointer):
    """A vector of strings, which ends with NULL."""

    strings: tuple[bytes, ...] = ()

    def laid_out(self, arena: Arena) -> bytes:
        addresses = [arena.put(each + b"\0") for each in self.strings]
        return struct.pack(f"<{len(addresses) + 1}Q", *addresses, 0)

    def _captured(self, made: Made, address: int) -> Captured:
        value = [os.fsdecode(each) for each in self.strings]
        if made.ends:
            return Captured(OK, ANY, value)
        readable = made.arena.read_most(address, 8 * len(self.strings) + 8)
        return elements_before_fault(value, len(readable) // 8, len(self.strings) + 1)


@dataclass(frozen=True)
class Iovec(Pointer):
    """A vector of buffers, each its bytes, or an address and a length."""

    buffers: tuple[bytes | tuple[int, int], ...] = ()
    size: Size | None = None
    """Bytes of the contents, of all buffers together; None: all there are."""

    def laid_out(self, arena: Arena) -> bytes:
        pairs = [(arena.put(each), len(each)) if isinstance(each, bytes) else each for each in self.buffers]
        return b"".join(struct.pack("<QQ", *pair) for pair in pairs)

    def _captured(self, made: Made, address: int) -> Captured:
        readable = made.arena.read_most(address, 16 * len(self.buffers))
        there = len(readable) // 16
        value = contents(made, readable[: there * 16], bytes_to_read(self.size, made, None))
        return elements_before_fault(value, there, len(self.buffers))


def elements_before_fault(value: list[object], there: int, wanted: int) -> Captured:
    """The result that an event must have for a vector with `there` readable elements of `wanted`."""
    if there >= wanted:
        return Captured(OK, ANY, value)
    return Captured(FAULT, ANY, value[:there]) if there else UNREADABLE


def contents(made: Made, vector: bytes, size: int | None) -> list[dict[str, object]]:
    """The value of an iovec; `size` bounds the contents of all its buffers together."""
    value = []
    for base, length in struct.iter_unpack("<QQ", vector):
        share = length if size is None else min(length, size)
        size = None if size is None else size - share
        value.append({"iov_base": made.arena.read(base, share) if share else b"", "iov_len": length})
    return value


@dataclass(frozen=True)
class Message(Pointer):
    """A struct user_msghdr."""

    name: bytes = b""
    buffers: tuple[bytes, ...] = ()
    control: bytes = b""
    size: Size | None = None
    """Bytes of the buffers' contents."""
    fields: tuple[tuple[str, object], ...] = ()
    """Fields that the event's value must have beside msg_iov."""

    def laid_out(self, arena: Arena) -> bytes:
        name = arena.put(self.name) if self.name else 0
        vector = arena.put(Iovec(buffers=self.buffers).laid_out(arena))
        control = arena.put(self.control) if self.control else 0
        sizes = (len(self.name), vector, len(self.buffers), control, len(self.control))
        return struct.pack("<QI4xQQQQi4x", name, *sizes, 0)

    def _captured(self, made: Made, address: int) -> Captured:
        header = made.arena.read(address, 56)
        if header is None:
            return UNREADABLE
        return Captured(OK, ANY, self.value(made, header, bytes_to_read(self.size, made, None)))

    def value(self, made: Made, header: bytes, size: int | None) -> dict[str, object]:
        vector, count = struct.unpack_from("<QQ", header, 16)
        return {"msg_iov": contents(made, made.arena.read(vector, 16 * count) or b"", size), **dict(self.fields)}


@dataclass(frozen=True)
class Messages(Pointer):
    """An array of struct mmsghdr; one that the call fills has as many as it returned."""

    messages: tuple[Message, ...] = ()

    def laid_out(self, arena: Arena) -> bytes:
        return b"".join(each.laid_out(arena) + bytes(8) for each in self.messages)

    def _captured(self, made: Made, address: int) -> Captured:
        used = made.ret if self.direction == "out" else len(self.messages)
        readable = made.arena.read_most(address, 64 * used)
        value: list[object] = []
        for message, start in zip(self.messages, range(0, len(readable) - 63, 64)):
            [length] = struct.unpack_from("<I", readable, start + 56)
            size = length if self.direction == "out" else None
            header = message.value(made, readable[start : start + 56], size)
            value.append({"msg_hdr": header, "msg_len": length})
        return elements_before_fault(value, len(value), used)


@dataclass(frozen=True)
class Number:
    """An argument without memory that an event shows as something else than is passed."""

    passed: int
    shown: object


Argument = Union[int, Pointer, Number]


class Layout:
    """A struct as the C library or the kernel's headers lay it out: fields with their codes in struct, "tv_sec q,
    tv_nsec q", and fields that are structs themselves. What is called _ is padding, or not compared."""

    def __init__(self, *fields: str | tuple[str, Layout]) -> None:
        self._fields: list[tuple[str, str | Layout, int]] = []
        self.size = 0
        for field in fields:
            words = [field] if isinstance(field, tuple) else [each.split() for each in field.split(",")]
            for name, kind in words:
                self._fields.append((name, kind, self.size))
                self.size += kind.size if isinstance(kind, Layout) else struct.calcsize("<" + kind)

    def pack(self, *values: object) -> bytes:
        """The struct: its fields but for paddings, and zeros behind the last. Nested structs are bytes."""
        content = bytearray(self.size)
        named = [each for each in self._fields if each[0] != "_"]
        assert len(values) <= len(named)
        for value, (_, kind, offset) in zip(values, named):
            packed = value if isinstance(kind, Layout) else struct.pack("<" + kind, value)
            content[offset : offset + len(packed)] = packed
        return bytes(content)

    def decode(self, content: bytes) -> dict[str, object]:
        """An event's value of it, as far as it is compared."""
        value: dict[str, object] = {}
        for name, kind, offset in self._fields:
            if name == "_":
                continue
            if isinstance(kind, Layout):
                value[name] = kind.decode(content[offset : offset + kind.size])
            elif kind.endswith("s"):
                [chars] = struct.unpack_from(kind, content, offset)
                value[name] = os.fsdecode(chars.partition(b"\0")[0])
            else:
                several = struct.unpack_from("<" + kind, content, offset)
                value[name] = several[0] if len(kind) == 1 else list(several)
        return value

    def decode_all(self, content: bytes) -> list[object]:
        """An array of it."""
        return [self.decode(content[at : at + self.size]) for at in range(0, len(content), self.size)]


def _numbers(code: str) -> Callable[[bytes], list[int]]:
    return lambda content: [number for (number,) in struct.iter_unpack("<" + code, content)]


def text(content: str | bytes | Path) -> Text:
    return Text(os.fsencode(content) + b"\0")


def data(content: bytes, size: Size | None = None) -> Memory:
    """Bytes that the call reads."""
    return Memory(content, "in", size=size, decode=bytes)


def room(length: int, size: Size = ret) -> Memory:
    """Room for bytes, of which the call fills as many as it returns, unless otherwise said."""
    return Memory(bytes(length), "out", size=size, decode=bytes)


def given(content: bytes, layout: Layout | None = None, size: Size | None = None) -> Memory:
    """A struct that the call reads; without a layout only the bytes are compared."""
    return Memory(content, "in", size=size, decode=layout.decode if layout else None)


def filled(by: Layout | int, size: Size | None = None) -> Memory:
    """Room for a struct that the call fills, or for so many bytes of one that is not decoded."""
    if isinstance(by, int):
        return Memory(bytes(by), "out", size=size)
    return Memory(bytes(by.size), "out", size=size, decode=by.decode)


def changed(content: bytes, layout: Layout | None = None, size: Size | None = None) -> Memory:
    """A struct that the call reads and writes."""
    return replace(given(content, layout, size), direction="both")


def array(code: str, *content: int) -> Memory:
    """Numbers that the call reads, by their code in struct."""
    return Memory(struct.pack(f"<{len(content)}{code}", *content), "in", decode=_numbers(code))


def array_both(code: str, *content: int) -> Memory:
    """Numbers that the call reads and writes."""
    return replace(array(code, *content), direction="both")


def array_out(code: str, count: int = 1, size: Size | None = None) -> Memory:
    """Room for numbers."""
    return Memory(bytes(struct.calcsize("<" + code) * count), "out", size=size, decode=_numbers(code))


def reached(content: bytes, value: object) -> Reached:
    """What the call reads by pointers in memory that it reads."""
    return Reached(content, value=value)


def structs(layout: Layout, *content: bytes, direction: str = "in", size: Size | None = None) -> Memory:
    """An array of structs."""
    return Memory(b"".join(content), direction, size=size, decode=layout.decode_all)


def strings(*content: str) -> Strings:
    return Strings(strings=tuple(map(os.fsencode, content)))


def buffers(*content: bytes | tuple[int, int]) -> Iovec:
    """An iovec that the call reads."""
    return Iovec(buffers=content)


def rooms(*lengths: int) -> Iovec:
    """An iovec that the call fills, as far as it returns."""
    return Iovec(direction="out", buffers=tuple(bytes(length) for length in lengths), size=ret)
