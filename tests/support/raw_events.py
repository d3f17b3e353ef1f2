# SPDX-License-Identifier: MIT
"""Raw events as a handler submits them, built from bpf/include/traceleft/event.h as its text reads.

On purpose not built with the code under test, so that a decoder that reads a field from the wrong place is seen.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from traceleft import _core, battery

COMMON = struct.Struct("<Qqq64s")
HEADER = struct.Struct("<Qqq64sIHHIIIIQQ16siIQIIII")
CAPTURED = struct.Struct("<IHH")
MAGIC = 0x32464C54

ENTRY = 1
DURATION = 2
SECCOMP = 4
COMPAT = 16
SOURCE = 1 << 7
RETURNED = 1 << 9

OK = 0
TRUNCATED = 1
FAULT = 2
NONE = 3
LATE = 1 << 8
"""Or'ed to the status."""
PASSED = 1 << 15
"""Or'ed to the argument."""

# The words of syscalls.toml, as the schema has them: a kind and its bytes.
_SCALARS = {
    **{"int": ("int", 4), "uint": ("uint", 4), "long": ("int", 8), "ulong": ("uint", 8), "size": ("uint", 8)},
    **{"fd": ("fd", 4), "dirfd": ("dirfd", 4), "mode": ("mode", 2), "uid": ("uid", 4), "gid": ("gid", 4)},
    **{"hex": ("hex", 8), "pointer": ("pointer", 8), "flags": ("flags", 4)},
}


class Captured(NamedTuple):
    """The memory behind one argument."""

    arg: int
    data: bytes = b""
    status: int = OK


def raw_event(
    syscall: str | bytes,
    args: Iterable[int] = (),
    captured: Iterable[Captured] = (),
    *,
    timestamp: int = 0,
    pid: int = 4711,
    ret: int = 0,
    tid: int = 4712,
    cpu: int = 1,
    uid: int = 1000,
    gid: int = 100,
    cgroup_id: int = 77,
    duration: int = 0,
    comm: bytes = b"cat",
    nr: int = 257,
    flags: int = 0,
    program_id: int = 0,
    ns_pid: int = 0,
    ns_tid: int = 0,
    pid_namespace: int = 0,
) -> bytes:
    """One whole event. Arguments are taken modulo 2**64, as a register holds them."""
    raw = [arg % 2**64 for arg in args]
    memory = list(captured)
    name = syscall.encode() if isinstance(syscall, str) else syscall
    header = HEADER.pack(
        *(timestamp, pid, ret, name, MAGIC, len(raw), len(memory), tid, cpu, uid, gid),
        *(cgroup_id, duration, comm, nr, flags, program_id, ns_pid, ns_tid, pid_namespace, 0),
    )
    records = b"".join(CAPTURED.pack(len(each.data), each.arg, each.status) for each in memory)
    data = b"".join(each.data + bytes(-len(each.data) % 8) for each in memory)
    return header + struct.pack(f"<{len(raw)}Q", *raw) + records + data


def foreign_event(syscall: bytes, extra: bytes = b"", *, timestamp: int = 0, pid: int = 1, ret: int = 0) -> bytes:
    """The event of a handler that fills only the original's four fields."""
    return COMMON.pack(timestamp, pid, ret, syscall) + extra


def openat(filename: bytes = b"/etc/passwd", flags: int = 0, mode: int = 0, **header: int) -> bytes:
    """The event that most tests need any one of."""
    return raw_event("openat", [-100, 0x7FFE1000, flags, mode], [Captured(1, filename)], **header)


def spec_of(kinds: Mapping[str, str], flags: Mapping[str, object] | None = None) -> dict[str, object]:
    """A schema of one syscall, `probe`, whose arguments have these names and kinds."""
    args = []
    for name, kind in kinds.items():
        word, size = _SCALARS.get(kind, (kind, 0))
        args.append({"name": name, "type": "long", "kind": word, "size": size})
    call = {"nr": 1, "tracepoint": "probe", "symbol": "probe", "side": "exit", "returns": {"kind": "int", "size": 8}}
    return {"version": 2, "syscalls": {"probe": {**call, "args": args}}, "flags": dict(flags or {}), "structs": {}}


def decode(raw: bytes, schema: _core.EventSchema | None = None) -> _core.Event:
    """The event out of these bytes; by default with the shipped schema."""
    return _core.Batch([raw], schema or battery.schema())[0]


def show(raw: bytes, schema: _core.EventSchema | None = None, **clock: int) -> str:
    """Its line of text, without the newline."""
    schema = schema or battery.schema()
    text = _core.TextFormatter(schema).format(_core.Batch([raw], schema, **clock))
    assert text.endswith("\n")
    return text[:-1]
