# SPDX-License-Identifier: MIT
"""Records of open files as the kernel's side tells them, built from bpf/include/traceleft/event.h as its text reads."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterable, Mapping

from traceleft import _core, battery

OBJECTS = 32
PATH_MISMATCH = 64
"""Of an event's flags."""

RESULT, DIRECTORY, PAIR = 16, 17, 18
"""Places behind the arguments'."""

SOCKFS, PIPEFS, ANONYMOUS, TMPFS = 0x534F434B, 0x50495045, 0x09041934, 0x01021994

_FILE = struct.Struct("<QQIHHQQIIIIIIHHI")
_SOCKET = struct.Struct("<QHHHHIHH16s16sIIIIIIQHHI108s108s")
_DESCRIBED = struct.Struct("<QIHH")


def raw_file(
    number: int,
    path: str | bytes = "",
    *,
    version: int = 1,
    root: bytes = b"",
    flags: int = 0,
    inode: int = 4711,
    device: int = 8 << 20 | 1,
    special: int = 0,
    mode: int = 0o100644,
    magic: int = 0xEF53,
    sock: bytes = b"",
) -> bytes:
    """An open file at `path`, which begins with "/", in a process whose root directory is `root`."""
    inside, above = (b"".join(name + b"\0" for name in reversed(_names(each))) for each in (path, root))
    names = inside + above
    head = _FILE.pack(
        *(2**64 - 1, number, version, 1, flags | (8 if sock else 0), 0, inode, device, special, mode, magic),
        *(0o2, 4026531841, len(names), len(inside), 0),
    )
    return head + names + bytes(-len(names) % 8) + sock


def _names(path: str | bytes) -> list[bytes]:
    data = path.encode() if isinstance(path, str) else path
    return [name for name in data.removeprefix(b"/").split(b"/") if name]


def raw_socket(
    number: int,
    family: int,
    kind: int,
    protocol: int,
    local: tuple[str, int] | None = None,
    peer: tuple[str, int] | None = None,
    *,
    state: int = 1,
    peer_inode: int = 0,
    peer_pid: int = 0,
    name: bytes = b"",
    local_id: int = 0,
    inode: int = 11,
) -> bytes:
    """A socket's open file."""

    def address(end: tuple[str, int] | None) -> bytes:
        return socket.inet_pton(family, end[0]) if end else b""

    record = _SOCKET.pack(
        *(0, family, kind, protocol, state, 4026531840, local[1] if local else 0, peer[1] if peer else 0),
        *(address(local), address(peer), local_id, 0, 0, 0, peer_pid, 0, peer_inode, len(name), 0, 0, name, b""),
    )
    return raw_file(number, mode=0o140777, magic=SOCKFS, inode=inode, sock=record)


def described(event: bytes, places: Mapping[int, int | tuple[int, int]], status: int = 0) -> bytes:
    """The event, which raw_event() made with OBJECTS, with the files at these places: a number, or it and a version."""
    behind = b""
    for place, key in places.items():
        number, version = key if isinstance(key, tuple) else (key, 1)
        behind += _DESCRIBED.pack(number, version, place, status)
    return event + behind


def batch_of(events: Iterable[bytes], objects: Iterable[bytes], schema: _core.EventSchema | None = None) -> _core.Batch:
    """By default of the shipped schema."""
    return _core.Batch(list(events), schema or battery.schema(), objects=list(objects))
