# SPDX-License-Identifier: MIT
"""Recordings that are made to harm their reader, built from traceleft/recording.py as its text reads.

On purpose not built with the code under test. `REFUSED` are not recordings, `CUT` end in a chunk that is none, and
`SHOWN` are whole, and hold events that make no sense.
"""

from __future__ import annotations

import copy
import json
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pyarrow as pa

from tests.support.raw_events import TRUNCATED, Captured, foreign_event, raw_event

HEADER, BATCH, STATS, END = range(1, 5)
MAGIC = b"traceleft\x00\x01\n"
INT = {"kind": "int", "size": 4}


def chunk(kind: int, payload: bytes = b"", size: int | None = None) -> bytes:
    size = len(payload) if size is None else size
    checksum = zlib.crc32(payload, zlib.crc32(struct.pack("<II", kind, size)))
    return struct.pack("<III", kind, size, checksum) + payload


def zstd(data: bytes) -> bytes:
    return pa.compress(data, codec="zstd", asbytes=True)


def batch(
    *events: bytes, offset: int = 0, utc: int = 0, sizes: bytes | None = None, data: bytes | None = None
) -> bytes:
    sizes = b"".join(struct.pack("<I", len(each)) for each in events) if sizes is None else sizes
    data = b"".join(each + bytes(-len(each) % 8) for each in events) if data is None else data
    return chunk(BATCH, struct.pack("<qiI", offset, utc, len(sizes) // 4) + zstd(sizes) + zstd(data))


def choice(of: dict[str, Any], by: int = 0) -> dict[str, Any]:
    """A meaning that depends on another value, and is itself a case of one."""
    return {**INT, "values": [1], "by": by, "mask": 1, "cases": [{**of, "values": [1]}]}


def struct_of(size: int, *fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"size": size, "fields": list(fields), **more}


def field(name: str, offset: int = 0, **value: Any) -> dict[str, Any]:
    return {"name": name, "offset": offset, **(value or {"kind": "uint", "size": 1})}


def inner(name: str) -> dict[str, Any]:
    return {"kind": "struct", "struct": name}


def array(of: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "array", "of": of, **more}


def flags(*bits: tuple[str, int], choices: list[Any] | None = None, mask: Any = 0) -> dict[str, Any]:
    return {"mask": mask, "choices": choices or [], "bits": [list(each) for each in bits]}


def schema(*args: Any, structs: Any = None, flags: Any = None, **call: Any) -> dict[str, Any]:
    """A schema of one call, `probe`, with the arguments a0, a1, ..."""
    named = [{"name": f"a{index}", "type": "long", **each} for index, each in enumerate(args)]
    probe = {"nr": 1, "tracepoint": "probe", "symbol": "probe", "side": "exit", "returns": INT, "args": named, **call}
    return {
        "version": 2,
        "syscalls": {"probe": probe},
        "flags": {} if flags is None else flags,
        "structs": {} if structs is None else structs,
    }


GOOD: dict[str, Any] = {
    "traceleft": "0.1",
    "layout": "TLF2",
    "origin": {"host": "h", "boot_id": "b", "machine": "x86_64", "kernel": "6.1"},
    "started": "2026-01-01",
    "schema": schema({"kind": "hex", "size": 8}, {"kind": "string"}),
}
FULL = raw_event("probe", range(1, 17), [Captured(n, bytes(64)) for n in range(16)], nr=1)
EVENT = raw_event("probe", [1, 2], [Captured(1, b"text")], nr=1)


def recording(header: bytes | dict[str, Any] = GOOD, *chunks: bytes) -> bytes:
    if isinstance(header, dict):
        header = zlib.compress(json.dumps(header).encode(), 1)
    return b"".join([MAGIC, chunk(HEADER, header), *chunks, chunk(END)])


def with_header(**changes: Any) -> bytes:
    return recording({**GOOD, **changes}, batch(FULL))


def with_origin(**changes: Any) -> bytes:
    return with_header(origin={**GOOD["origin"], **changes})


def with_json(text: bytes) -> bytes:
    return recording(zlib.compress(text, 1))


def with_schema(*args: Any, **more: Any) -> bytes:
    return with_header(schema=schema(*args, **more))


BYTES = {"kind": "buffer"}


def by_field(number: int) -> dict[str, Any]:
    """Bytes that another field says more about."""
    return {**BYTES, "by": number, "mask": 1, "cases": [{**BYTES, "values": [1]}]}


def with_structs(**structs: Any) -> bytes:
    return with_schema(array(inner("s")), structs=structs)


def with_records(by: str, *fields: dict[str, Any], align: int = 4, tail: Any = None) -> bytes:
    """An array of structs that say how long they are."""
    number = field("n", 0, kind="uint", size=2)
    last = {"name": "tail", "offset": 2, **(tail or BYTES)}
    return with_structs(s=struct_of(2, number, *fields, last, record=by, align=align))


def tower(levels: int, fields: int) -> bytes:
    """Structs of structs: fields ** levels values."""
    structs = {
        f"s{level}": struct_of(8, *(field(f"f{n}", **inner(f"s{level + 1}")) for n in range(fields)))
        for level in range(levels)
    }
    structs[f"s{levels}"] = struct_of(8, field("x"))
    return with_schema(inner("s0"), structs=structs)


def changed(*path: Any) -> bytes:
    """A whole schema of which the value at this path is the last of it."""
    whole = schema(
        {"kind": "flags", "size": 4, "flags": "f", "when": {"arg": 0, "mask": 1}},
        {"kind": "hex", "size": 8, "by": 0, "mask": 1, "cases": [{"values": [1], **inner("s")}]},
        structs={"s": struct_of(8, field("x"), by="x", cases=[[1, "s"]])},
        flags={"f": flags(("A", 1), choices=[["B", 0]], mask=2)},
    )
    *keys, last, value = path
    place: Any = whole
    for key in keys:
        place = place[key]
    place[last] = value
    return with_header(schema=copy.deepcopy(whole))


PROBE = ("syscalls", "probe")
FIRST = (*PROBE, "args", 0)
SECOND = (*PROBE, "args", 1)

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    # structs
    "struct in itself": (
        lambda: with_schema(inner("s"), structs={"s": struct_of(8, field("x", **inner("s")))}),
        "itself",
    ),
    "struct in an array in itself": (
        lambda: with_schema(inner("s"), structs={"s": struct_of(8, field("x", **array(inner("s"), count=1)))}),
        "itself",
    ),
    "struct in its case": (
        lambda: with_schema(
            inner("s"),
            structs={
                "s": struct_of(8, field("x"), by="x", cases=[[1, "t"]]),
                "t": struct_of(8, field("x", **inner("s"))),
            },
        ),
        "itself",
    ),
    "two structs in each other": (
        lambda: with_schema(
            {"kind": "msghdr"},
            structs={
                "sockaddr": struct_of(8, field("x", **inner("t"))),
                "t": struct_of(8, field("x", **inner("sockaddr"))),
            },
        ),
        "itself",
    ),
    "nine structs": (lambda: tower(9, 1), "levels"),
    "100**7 values": (lambda: tower(7, 100), "values"),
    "values at one byte": (
        lambda: with_schema(array(inner("s")), structs={"s": struct_of(64, *(field(f"f{n}") for n in range(100)))}),
        "one byte",
    ),
    "values of one byte": (
        lambda: with_schema(array(inner("s")), structs={"s": struct_of(1, *(field(f"f{n}", n) for n in range(100)))}),
        "values",
    ),
    "struct without a size": (lambda: with_schema(array(inner("s")), structs={"s": struct_of(0)}), "no size"),
    "struct that is missing": (lambda: with_schema(array(inner("s"))), "lacks the struct s"),
    "129 fields": (
        lambda: with_schema(structs={"s": struct_of(4096, *(field(f"f{n}", n) for n in range(129)))}),
        "129 fields",
    ),
    "field far behind": (lambda: with_schema(structs={"s": struct_of(8, field("x", 2**32 - 1))}), "too far"),
    "1,025 structs": (lambda: with_schema(structs={f"s{n}": struct_of(8, field("x")) for n in range(1025)}), "structs"),
    # arrays and numbers
    "array of 2**32": (
        lambda: with_schema(
            structs={"s": struct_of(8, field("x", **array({"kind": "hex", "size": 8}, count=2**32 - 1)))}
        ),
        "array",
    ),
    "array whose size is 2**32": (
        lambda: with_schema(
            structs={"s": struct_of(8, field("x", **array(array({"kind": "hex", "size": 8}, count=512), count=2**20)))}
        ),
        "array",
    ),
    "array of nothing": (lambda: with_schema(array({"kind": "uint", "size": 0})), "0 bytes"),
    "array of chars of nothing": (lambda: with_schema(array({"kind": "chars", "size": 0})), "0 bytes"),
    "array of strings": (lambda: with_schema(array({"kind": "strings"})), "pointer's memory"),
    "nine arrays": (
        lambda: with_schema(json.loads('{"kind":"array","of":' * 12 + '{"kind":"int","size":4}' + "}" * 12)),
        "arrays",
    ),
    "400 arrays": (
        lambda: with_schema(json.loads('{"kind":"array","of":' * 400 + '{"kind":"int","size":4}' + "}" * 400)),
        "arrays",
    ),
    "number of 3 bytes": (lambda: with_schema({"kind": "int", "size": 3}), "3 bytes"),
    "number of 2**31 bytes": (lambda: with_schema({"kind": "int", "size": 2**31}), "bytes"),
    "address of 4 bytes": (lambda: with_schema({"kind": "in6_addr", "size": 4}), "4 bytes"),
    "bits beyond the number": (lambda: with_schema({"kind": "int", "size": 8, "bit": [60, 8]}), "bits"),
    "shift by 70": (lambda: with_schema({"kind": "int", "size": 8, "bit": [70, 0]}), "bits"),
    # names
    **{
        f"name {name!r}": (lambda name=name: with_schema(structs={"s": struct_of(8, field(name))}), "name")
        for name in ("", "x" * 65, "\x1b]0;x\x07", "a\nb", "\x9b", "a b", "ä")
    },
    "syscall of another name": (lambda: changed("syscalls", "\x1b[2J", schema()["syscalls"]["probe"]), "name"),
    "flag of another name": (lambda: with_schema(flags={"f": flags(("\x1b[2J", 1))}), "name"),
    "type of another name": (lambda: changed(*FIRST, "type", "\x1b[2J"), "type"),
    "long type": (lambda: changed(*FIRST, "type", "x" * 129), "type"),
    "kind that is a command": (lambda: changed(*FIRST, "kind", "\x1b[2J"), "unknown kind '\\x1b[2J'"),
    # counts
    "65 bits": (lambda: with_schema(flags={"f": flags(*((f"F{n}", 1) for n in range(65)))}), "65 bits"),
    "20,000 choices": (
        lambda: with_schema(flags={"f": flags(choices=[[f"F{n}", n] for n in range(20_000)])}),
        "20000 names",
    ),
    "33 arguments": (lambda: with_schema(*[INT] * 33), "33 arguments"),
    "two arguments of a name": (lambda: with_schema({**INT, "name": "x"}, {**INT, "name": "x"}), "one name"),
    "many columns": (
        lambda: with_header(
            schema={
                **schema(structs={"s": struct_of(512, *(field(f"f{n}", n) for n in range(128)))}),
                "syscalls": {f"c{n}": schema(*[inner("s")] * 16)["syscalls"]["probe"] for n in range(3)},
            }
        ),
        "values in all arguments",
    ),
    # numbers that stand for something
    "syscall 2**31-1": (lambda: with_schema(nr=2**31 - 1), "number"),
    "syscall -2": (lambda: with_schema(nr=-2), "number"),
    "message's field 19,000": (lambda: with_schema(proto=19_000), "message"),
    "message's field 2**29": (lambda: with_schema({**INT, "proto": 2**29}), "message"),
    "meanings of meanings": (
        lambda: changed(*SECOND, "cases", 0, choice(choice(choice(INT)))),
        "choice",
    ),
    # structs that lead nowhere
    "records of no length": (lambda: with_records("x", field("x", 0, kind="int", size=4)), "records"),
    "records by what is no field": (lambda: with_records("y"), "records"),
    "records that overlap": (lambda: with_records("n", align=0), "records"),
    "records of a thousand values": (
        lambda: with_records("n", *(field(f"f{n}", n, kind="uint", size=1) for n in range(2) for _ in range(5))),
        "fixed part",
    ),
    "choice by a field that is not there": (lambda: with_records("n", tail=by_field(7)), "choice"),
    "choice by itself": (lambda: with_records("n", tail=by_field(1)), "choice"),
    "linked number": (lambda: with_records("n", field("p", 2, kind="int", size=8, linked=True)), "linked"),
    "linked to itself": (
        lambda: with_structs(s=struct_of(8, field("p", 0, size=8, linked=True, **array(inner("s"))))),
        "inside of itself",
    ),
    "call that returns a struct": (lambda: changed(*PROBE, "returns", inner("s")), "returns"),
    # other types
    **{
        f"schema with {path!r}": (lambda path=path: changed(*path), "")
        for path in [
            ("version", "2"),
            ("version", None),
            ("flags", [1]),
            ("flags", 7),
            ("flags", "f", None),
            ("flags", "f", "mask", -1),
            ("flags", "f", "mask", 2**64),
            ("flags", "f", "mask", 1.5),
            ("flags", "f", "bits", {"A": 1}),
            ("flags", "f", "bits", 0, []),
            ("flags", "f", "bits", 0, ["A", "1"]),
            ("structs", None),
            ("structs", "s", "fields", 0, "name", "\ud800"),
            ("structs", "s", []),
            ("structs", "s", "size", "8"),
            ("structs", "s", "size", -8),
            ("structs", "s", "fields", 8),
            ("structs", "s", "fields", 0, ["x", 0]),
            ("structs", "s", "fields", 0, "offset", None),
            ("structs", "s", "cases", [1]),
            ("structs", "s", "cases", 0, ["1", "s"]),
            ("syscalls", [1]),
            ("syscalls", "probe", None),
            (*PROBE, "nr", "1"),
            (*PROBE, "symbol", 1),
            (*PROBE, "returns", None),
            (*PROBE, "args", "text"),
            (*PROBE, "args", {"a": 1}),
            (*FIRST, 7),
            (*FIRST, "name", ["x"]),
            (*FIRST, "kind", None),
            (*FIRST, "size", 4.0),
            (*FIRST, "flags", 1),
            (*FIRST, "when", [0, 1]),
            (*FIRST, "proto", "1"),
            (*SECOND, "cases", 7),
            (*SECOND, "cases", 0, 7),
            (*SECOND, "cases", 0, "values", 7),
            (*SECOND, "cases", 0, "values", ["x"]),
        ]
    },
    # the header
    "header of 8 million lists": (lambda: with_json(b"[" + b"[]," * 8_000_000 + b"[]]"), "longer than"),
    "header of 64 MiB": (lambda: with_json(b" " * (64 << 20)), "longer than"),
    "header that is cut": (lambda: recording(zlib.compress(b"{" + bytes(range(32, 127)) * 9)[:-9]), "cut"),
    "deep header": (lambda: with_json(b"[" * 500_000), "deep"),
    "deep header of objects": (lambda: with_json(b'{"a":' * 500_000), "deep"),
    "long number": (lambda: with_json(b'{"layout": ' + b"9" * 100_000 + b"}"), "64 bits"),
    "NaN": (lambda: with_json(b'{"layout": NaN}'), "NaN"),
    "no UTF-8": (lambda: with_json(b'{"layout": "\xff"}'), "utf-8"),
    **{
        f"header that is {text!r}": (lambda text=text: with_json(text), "object")
        for text in (b"[]", b'"layout"', b"null", b"7", b"true")
    },
    "layout that is a list": (lambda: with_header(layout=["TLF2"]), "newer traceleft (0.1)"),
    "schema that is a list": (lambda: with_header(schema=[]), "schema"),
    "no schema": (lambda: with_json(b'{"layout": "TLF2"}'), "it lacks 'schema'"),
    "newer version that is a command": (lambda: with_header(layout="TLF9", traceleft="\x1b]0;x\x07"), "version"),
    "newer version that is long": (lambda: with_header(layout="TLF9", traceleft="9" * 100_000), "version"),
    "origin that is a list": (lambda: with_header(origin=["h", "b", "m", "k"]), "origin"),
    "origin of less": (lambda: with_header(origin={"host": "h"}), "boot_id"),
    "host that is a number": (lambda: with_origin(host=7), "host"),
    "host that is a command": (lambda: with_origin(host="\x1b[2J"), "host"),
    "host that is long": (lambda: with_origin(host="h" * 100_000), "host"),
    "host that is a surrogate": (lambda: with_origin(host="\ud800"), "host"),
    "kernel that is none": (lambda: with_origin(kernel=None), "kernel"),
    "header of 1 GiB": (lambda: MAGIC + chunk(HEADER, b"x", size=1 << 30), "damaged"),
}
"""By name: the bytes, and the text of the one line."""


def with_stats(stats: Any) -> bytes:
    payload = stats if isinstance(stats, bytes) else json.dumps(stats).encode()
    return recording(GOOD, batch(EVENT), chunk(STATS, payload))


def frame(payload: bytes) -> bytes:
    return recording(GOOD, batch(EVENT), chunk(BATCH, payload))


CUT: dict[str, Callable[[], bytes]] = {
    **{
        f"stats {str(stats)[:40]!r}": (lambda stats=stats: with_stats(stats))
        for stats in [
            {"received": "7"},
            {"received": -1},
            {"received": True},
            {"received": 1.5},
            {"received": None},
            {"received": 2**64},
            {"elapsed": "now"},
            {"elapsed": [1]},
            {"backend": 7},
            {"backend": "\x1b[2J"},
            {"lost": 1, "lost_by_cpu": [1]},
            {"lost": 1, "lost_by_cpu": {"x": {"ring_full": 1}}},
            {"lost": 1, "lost_by_cpu": {"1" * 5000: {"ring_full": 1}}},
            {"lost": 1, "lost_by_cpu": {"1": {"\x1b]0;x\x07": 1}}},
            {"lost": 1, "lost_by_cpu": {"1": {"ring_full": "1"}}},
            {"lost": 1, "lost_by_cpu": {"1": 1}},
            {"handled_by_cpu": {"1": {}}},
            {"lost_by_syscall": {"open": [1]}},
            [],
            b"no JSON",
            b'{"elapsed": NaN}',
            b'{"elapsed": 1e999}',
            b'{"received": ' + b"9" * 5000 + b"}",
            b"[" * 200_000,
            b'{"backend": "' + b"x" * (2 << 20) + b'"}',
        ]
    },
    "sizes of 256 MiB": lambda: recording(GOOD, batch(EVENT), batch(sizes=bytes(256 << 20), data=b"")),
    "events of 256 MiB": lambda: recording(
        GOOD, batch(EVENT), batch(sizes=struct.pack("<I", 256 << 20), data=bytes(256 << 20))
    ),
    "sizes that are not the events'": lambda: recording(GOOD, batch(EVENT), batch(sizes=b"\xff" * 8, data=EVENT)),
    "frame that is nothing": lambda: frame(b""),
    "frame of skipped frames": lambda: frame(bytes(16) + b"\x50\x2a\x4d\x18\xff\xff\xff\xff" * 2),
    "frame of an unknown size": lambda: frame(bytes(16) + b"\x28\xb5\x2f\xfd\x00\x58\x01\x00\x00" * 2),
    "frame of 2**62 bytes": lambda: frame(bytes(16) + b"\x28\xb5\x2f\xfd\xe0" + struct.pack("<Q", 1 << 62) + bytes(9)),
    "chunk of 512 MiB": lambda: recording(GOOD, batch(EVENT), chunk(BATCH, b"x", size=512 << 20)),
    "chunk of another kind of 4 GiB": lambda: recording(GOOD, batch(EVENT), chunk(77, b"x", size=2**32 - 1)),
}

WIDE_FLAGS = {"f": flags(*((f"F{n:02}" + "x" * 61, 1 << n) for n in range(64)))}
CAPTURED = 4096


def shown(header: dict[str, Any], *chunks: bytes) -> Callable[[], bytes]:
    return lambda: recording({**GOOD, "schema": header}, *chunks)


def probe(*args: int, captured: list[Captured] | None = None, **header: Any) -> bytes:
    return raw_event("probe", args, captured or [], nr=1, **header)


def forged(event: bytes, at: int, layout: str, *values: int) -> bytes:
    changed = bytearray(event)
    struct.pack_into("<" + layout, changed, at, *values)
    return bytes(changed)


MEMORY = [{"kind": kind} for kind in ("string", "buffer", "strings", "iovec", "msghdr", "mmsghdr")]
PIECES = b"".join(
    struct.pack("<QQIHH", 2**64 - 1, 2**64 - 1, size, kind, status)
    for size in (0, 1, 2**32 - 1)
    for kind in (0, 1, 2, 3, 4, 9)
    for status in (0, 1, 2, 3, 9)
)
BIG = 400
"""Events of some 5 KiB in a batch."""

SHOWN: dict[str, Callable[[], bytes]] = {
    "captures that are not there": shown(
        schema(*MEMORY),
        batch(
            *(
                forged(
                    probe(*range(1, 7), captured=[Captured(n, b"x" * 8) for n in range(6)]),
                    176 + 48,
                    "IHH" * 6,
                    *values,
                )
                for values in (
                    sum(((2**32 - 1, n, 0) for n in range(6)), ()),
                    sum(((9, 65535 - n, 9) for n in range(6)), ()),
                    sum(((0, 0, n) for n in range(6)), ()),
                )
            ),
            *(forged(EVENT, 108, "HH", args, captures) for args in (0, 1, 65535) for captures in (0, 1, 65535)),
            *(EVENT[:size] for size in range(0, len(EVENT), 7)),
        ),
    ),
    "pieces that are not there": shown(
        schema(*MEMORY),
        batch(
            *(
                probe(*range(1, 7), captured=[Captured(n, PIECES[at:], TRUNCATED)])
                for n in range(6)
                for at in (0, 24, 7)
            )
        ),
    ),
    "arguments that depend on none": shown(
        schema(
            *({**INT, "when": {"arg": other, "mask": 1}} for other in (-1, 9, 2**31 - 1)),
            *({**INT, "by": other, "mask": 1, "cases": [{"values": [0], **INT}]} for other in (9, 2**64 - 1)),
        ),
        batch(probe(1, 2, 3, 4, 5)),
    ),
    "times": shown(
        schema(),
        *(
            batch(probe(timestamp=timestamp), foreign_event(b"probe", timestamp=timestamp), offset=offset, utc=utc)
            for timestamp in (0, 1, 2**63 - 1, 2**63, 2**64 - 1)
            for offset in (-(2**63), -1, 0, 2**63 - 1)
            for utc in (-(2**31), 2**31 - 1)
        ),
    ),
    "times of every day": shown(
        schema(), batch(*(probe(timestamp=day * 86_400 * 10**9, comm=b"") for day in range(5000)), offset=0)
    ),
    "argument of 64 names": shown(
        schema(*[{"kind": "flags", "size": 8, "flags": "f"}] * 16, flags=WIDE_FLAGS),
        *[batch(*[probe(*[2**64 - 1] * 16)] * 4000)] * 2,
    ),
    "bytes of 8 names": shown(
        schema(
            array(inner("s")),
            structs={
                "s": struct_of(
                    1, *(field(f"{'f' * 60}{n}", **{"kind": "flags", "size": 1, "flags": "f"}) for n in range(4))
                )
            },
            flags=WIDE_FLAGS,
        ),
        *[batch(*[probe(1, captured=[Captured(0, b"\xff" * CAPTURED)])] * BIG)] * 2,
    ),
    "text that is none in each byte": shown(
        schema(array(inner("s")), structs={"s": struct_of(1, field("f" * 64, **{"kind": "chars", "size": 1}))}),
        *[batch(*[probe(1, captured=[Captured(0, b"\xff" * CAPTURED)])] * BIG)] * 2,
    ),
    "numbers below 0 in each byte": shown(
        schema(
            array(inner("s")),
            structs={"s": struct_of(1, *(field(k, kind=k[:3], size=1) for k in ("uid", "int1", "int2", "int3")))},
        ),
        *[batch(*[probe(1, captured=[Captured(0, b"\xff" * CAPTURED)])] * BIG)] * 2,
    ),
    "syscalls without end": shown(
        schema(), *(batch(*(foreign_event(f"call{n}".encode()) for n in range(k, k + 20_000))) for k in (0, 20_000))
    ),
    "events of nothing": shown(schema(), *[batch(sizes=bytes(2 << 20), data=b"")] * 3),
    "every syscall there may be": shown(
        {
            **schema(structs={"s": struct_of(512, *(field(f"f{n}", n) for n in range(128)))}),
            "syscalls": {f"c{n}": schema(inner("s"), nr=n)["syscalls"]["probe"] for n in range(39)},
        },
        *[batch(*[raw_event(f"c{n}", [1], [Captured(0, bytes(512))], nr=n) for n in range(39)], *[probe()] * 9000)] * 2,
    ),
}
