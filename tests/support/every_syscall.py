# SPDX-License-Identifier: MIT
"""An event of every syscall, with memory behind each of its pointers, which each format has to bring back."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator, Mapping
from typing import Any

from tests.support.raw_events import (
    DURATION,
    ENTRY,
    FAULT,
    LATE,
    NONE,
    OK,
    PASSED,
    TRUNCATED,
    Captured,
    raw_event,
)
from traceleft import battery

PIECE = struct.Struct("<QQIHH")
STRING, IOVEC, HEADER, NAME, CONTROL, _, STRUCT, LINKED = range(8)
_MEMORY = ("string", "buffer", "struct", "array", "strings", "iovec", "msghdr", "mmsghdr", "linked", "pointers")
_VECTORS = ("strings", "iovec", "mmsghdr", "pointers")
_ADDRESS = 0x1000


def piece(kind: int, data: bytes = b"", status: int = OK, length: int | None = None) -> bytes:
    """A piece of a compound capture, padded."""
    head = PIECE.pack(_ADDRESS, len(data) if length is None else length, len(data), kind, status)
    return head + data + bytes(-len(data) % 8)


class Memory:
    """Makes the memory behind pointers, another for each seed."""

    def __init__(self, spec: Mapping[str, Any], rng: random.Random) -> None:
        self.spec = spec
        self.rng = rng

    def text(self) -> bytes:
        """Mostly UTF-8, and never a NUL."""
        rng = self.rng
        parts = [
            "/etc/passwd",
            "é€𐍈",
            "\n\x1b[2J\x7f\u2028",
            '"\\',
            "",
            b"\xff",
            b"\xe2\x82",
            b"\xed\xa0\x80",
            b"\xf0\x9f",
        ]
        chosen = (rng.choice(parts) for _ in range(rng.randrange(4)))
        return b"".join(part if isinstance(part, bytes) else part.encode() for part in chosen)

    def of(self, value: Mapping[str, Any]) -> bytes:
        """The memory behind a pointer to such a value."""
        return getattr(self, f"_{value['kind']}", self._scalar)(value)

    def _scalar(self, value: Mapping[str, Any]) -> bytes:
        size: int = value["size"]
        return self.rng.choice([bytes(size), b"\xff" * size, self.rng.randbytes(size)])

    def _string(self, value: Mapping[str, Any]) -> bytes:
        return self.text()

    def _buffer(self, value: Mapping[str, Any]) -> bytes:
        return self.rng.choice([self.text(), self.rng.randbytes(20)])

    def _struct(self, value: Mapping[str, Any]) -> bytes:
        spec = self.spec["structs"][value["struct"]]
        data = bytearray(self.rng.randbytes(spec["size"]))
        if "cases" in spec and self.rng.random() < 0.8:
            number, name = self.rng.choice(spec["cases"])
            data = bytearray(self._struct({"struct": name}))
            field = next(each for each in spec["fields"] if each["name"] == spec["by"])
            data[field["offset"] : field["offset"] + field["size"]] = number.to_bytes(field["size"], "little")
        if spec["fields"] and spec["fields"][-1]["kind"] == "beyond":
            data += self.rng.choice([b"", bytes(8), self.rng.randbytes(8)])
        return bytes(data if self.rng.random() < 0.8 else data[: self.rng.randrange(len(data) + 1)])

    def _record(self, spec: Mapping[str, Any]) -> bytes:
        """A struct of a length of its own, whose last field is mostly what the others say it is."""
        *fields, last = spec["fields"]
        data = bytearray(self.rng.randbytes(last["offset"]))
        tail: Mapping[str, Any] = last
        while "cases" in tail:
            case = self.rng.choice(tail["cases"])
            by = fields[tail["by"]]
            data[by["offset"] : by["offset"] + by["size"]] = self.rng.choice(case["values"]).to_bytes(4, "little")
            tail = case
        data += self._buffer({}) if tail["kind"] in ("buffer", "chars") else self.of(tail)
        length = next(field for field in fields if field["name"] == spec["record"])
        written = self.rng.choice([len(data), len(data), len(data), 3])
        data[length["offset"] : length["offset"] + length["size"]] = written.to_bytes(length["size"], "little")
        return bytes(data) + bytes(-len(data) % spec["align"])

    def _linked(self, value: Mapping[str, Any]) -> bytes:
        spec = self.spec["structs"][value["struct"]]
        data, pieces = bytearray(self.rng.randbytes(spec["size"])), []
        for field in spec["fields"]:
            if "linked" in field:
                data[field["offset"] : field["offset"] + 8] = _ADDRESS.to_bytes(8, "little")
                status = self.rng.choice([OK, OK, TRUNCATED, FAULT])
                pieces.append(piece(LINKED, b"" if status == FAULT else self.of(field), status))
        return b"".join([piece(STRUCT, bytes(data)), *pieces[: self.rng.choice([len(pieces), 1])]])

    def _pointers(self, value: Mapping[str, Any]) -> bytes:
        statuses = [self.rng.choice([OK, OK, FAULT]) for _ in range(self.rng.randrange(4))]
        return b"".join(piece(LINKED, self.of(value["of"]) if each == OK else b"", each) for each in statuses)

    def _array(self, value: Mapping[str, Any]) -> bytes:
        if "record" in self.spec["structs"].get(value["of"].get("struct"), {}):
            spec = self.spec["structs"][value["of"]["struct"]]
            return b"".join(self._record(spec) for _ in range(self.rng.randrange(4)))
        return b"".join(self.of(value["of"]) for _ in range(value.get("count") or self.rng.randrange(4)))

    def _strings(self, value: Mapping[str, Any]) -> bytes:
        pieces = [
            piece(STRING, self.text(), self.rng.choice([OK, OK, TRUNCATED])) for _ in range(self.rng.randrange(4))
        ]
        if self.rng.random() < 0.3:
            pieces.insert(self.rng.randrange(len(pieces) + 1), piece(STRING, b"", FAULT))
        return b"".join(pieces)

    def _iovec(self, value: Mapping[str, Any]) -> bytes:
        statuses = [self.rng.choice([OK, TRUNCATED, FAULT, NONE]) for _ in range(self.rng.randrange(4))]
        return b"".join(
            piece(IOVEC, self._buffer({}) if status in (OK, TRUNCATED) else b"", status, length=99)
            for status in statuses
        )

    def _msghdr(self, value: Mapping[str, Any], header: bytes = b"") -> bytes:
        numbers = self.rng.choice([(16, 2, 24, 0x4000), (0, 0, 0, 0)])
        name_length, vectors, control_length, flags = numbers
        whole = struct.pack("<QIxxxxQQQQI4x", 1, name_length, 2, vectors, 3, control_length, flags) + header
        parts = [piece(HEADER, whole)]
        if self.rng.random() < 0.7:
            parts.append(piece(NAME, *self.rng.choice([(self._struct({"struct": "sockaddr"}), OK), (b"", FAULT)])))
        parts.append(self._iovec(value))
        if self.rng.random() < 0.7:
            messages = self._array({"of": {"kind": "struct", "struct": "cmsghdr"}})
            control = self.rng.choice([messages, messages, self.rng.randbytes(24)])
            parts.append(piece(CONTROL, *self.rng.choice([(control, OK), (control, OK), (b"", FAULT)])))
        return b"".join(parts)

    def _mmsghdr(self, value: Mapping[str, Any]) -> bytes:
        return b"".join(self._msghdr(value, struct.pack("<Ixxxx", number)) for number in range(self.rng.randrange(3)))


def event(name: str, seed: int, **header: Any) -> bytes:
    """An event of this syscall. With seed 0 everything could be read."""
    spec = battery.schema_spec()
    call = spec["syscalls"][name]
    rng = random.Random(f"{name} {seed}")
    memory = Memory(spec, rng)
    registers = [rng.choice([0, 1, 5, 2**31, 2**32 - 100, 2**64 - 1, rng.getrandbits(64)]) for _ in call["args"]]
    meanings: list[Mapping[str, Any]] = list(call["args"])
    for index, argument in enumerate(call["args"]):
        if "by" in argument:
            case = rng.choice(argument["cases"])
            registers[argument["by"]] = rng.choice(case["values"])
            if argument["by"] > index or "by" not in call["args"][argument["by"]]:
                if "cases" in case:
                    inner = rng.choice(case["cases"])
                    registers[case["by"]] = rng.choice(inner["values"])
                    case = inner
                meanings[index] = case
    captures = []
    for index, argument in enumerate(call["args"]):
        if "capture" not in argument:
            continue
        registers[index] = registers[index] or 0x7FFE1000
        if meanings[index]["kind"] not in _MEMORY and "size" not in meanings[index]:
            continue
        status = OK if seed == 0 else rng.choice([OK, OK, OK, TRUNCATED, FAULT, NONE])
        if status == NONE or (status == FAULT and meanings[index]["kind"] not in _VECTORS):
            captures.append(Captured(index, b"", status))
        else:
            late = LATE if argument.get("entered") and rng.random() < 0.2 else 0
            captures.append(Captured(index, memory.of(meanings[index]), status | late))
        if argument.get("overwritten"):
            known = rng.random() < 0.8
            captures.append(
                Captured(index | PASSED, memory.of(meanings[index]), OK)
                if known
                else Captured(index | PASSED, b"", rng.choice([FAULT, NONE]))
            )
    rets = [0, 3, -2, -133, -512, -4096, 2**63 - 1]
    fields = {
        **{"timestamp": rng.getrandbits(50), "ret": rng.choice(rets), "duration": rng.getrandbits(30)},
        **{"comm": rng.choice([b"cat", b"", b'c\xff"\n', "Käse".encode()]), "nr": call["nr"], "cpu": rng.randrange(9)},
        **{"flags": rng.choice([0, 0, ENTRY, DURATION]), "program_id": rng.choice([0, 2**64 - 1])},
        **rng.choice([{}, {"ns_pid": 1, "ns_tid": 2, "pid_namespace": 4026532177}]),
        **header,
    }
    return raw_event(name, registers, captures, **fields)


def events(seeds: int = 3) -> Iterator[tuple[str, bytes]]:
    """Name and event: `seeds` for every syscall."""
    for name in battery.syscalls():
        for seed in range(seeds):
            yield name, event(name, seed)
