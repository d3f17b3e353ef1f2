# SPDX-License-Identifier: MIT
"""Calls that threads are in at this moment, as /proc tells them, in the form of handlers' events."""

from __future__ import annotations

import contextlib
import os
import struct
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from traceleft import _core, battery
from traceleft.elf import is_32bit
from traceleft.typed_event import EVENT_HEADER

_CAPTURED = struct.Struct("<IHH")
"""struct captured of <traceleft/event.h>: size, argument, status."""
_STRING_LIMIT = 4096
"""Bytes of a string that are read, as by handlers."""

Calls = Mapping[str, int]
"""Syscalls, each with the program id of its handler."""


def look(pids: Iterable[int], calls_of: Mapping[int, Calls], default: Calls) -> tuple[_core.Batch, list[object]]:
    """The unfinished calls of processes that have handlers, and for each what tells it from the same call made again.

    Threads that can't be looked at (they are gone, or another user's) are left out. Memory behind arguments is that of
    strings and structs that the kernel reads.

    Args:
        pids: the processes.
        calls_of: those with handlers of their own, and these.
        default: the default handlers.
    """
    numbers = {call["nr"]: name for name, call in battery.schema_spec()["syscalls"].items()}
    events: list[bytes] = []
    keys: list[object] = []
    for pid in pids:
        calls = {**default, **calls_of.get(pid, {})}
        if not calls or is_32bit(f"/proc/{pid}/exe"):  # whose numbers are others
            continue
        with contextlib.suppress(OSError), _Memory(pid) as memory:
            for tid in sorted(int(task.name) for task in Path(f"/proc/{pid}/task").iterdir()):
                with contextlib.suppress(OSError, ValueError):  # it is gone, or running
                    number, *registers = Path(f"/proc/{pid}/task/{tid}/syscall").read_text().split()
                    name = numbers.get(int(number), "")
                    if name not in calls:
                        continue
                    words = [int(register, 16) for register in registers]
                    thread = _Thread(pid, tid)
                    events.append(thread.event(name, words[:6], calls[name], memory))
                    keys.append((pid, tid, number, *registers, thread.switches))
    now = time.time_ns()
    batch = _core.Batch(events, battery.schema(), now - time.monotonic_ns(), time.localtime().tm_gmtoff)
    return batch, keys


class _Memory:
    """A process's memory."""

    def __init__(self, pid: int) -> None:
        self._fd = os.open(f"/proc/{pid}/mem", os.O_RDONLY)

    def __enter__(self) -> _Memory:
        return self

    def __exit__(self, *error: object) -> None:
        os.close(self._fd)

    def read(self, address: int, size: int) -> bytes | None:
        """So many bytes; None where they are not there."""
        try:
            data = os.pread(self._fd, size, address)
        except (OSError, OverflowError):
            return None
        return data if len(data) == size else None

    def string(self, address: int) -> tuple[bytes, int]:
        """A string without its NUL, and how it was read."""
        found = b""
        while len(found) < _STRING_LIMIT:
            piece = self.read(address + len(found), min(64, -(address + len(found)) % 4096 or 64))
            if piece is None:
                return b"", _core.CAPTURED_FAULT
            text, nul, _ = piece.partition(b"\0")
            found += text
            if nul:
                return found, _core.CAPTURED_OK
        return found[: _STRING_LIMIT - 1], _core.CAPTURED_TRUNCATED


class _Thread:
    """What an event says of its thread."""

    def __init__(self, pid: int, tid: int) -> None:
        place = Path(f"/proc/{pid}/task/{tid}")
        status = dict(line.split(":\t", 1) for line in place.joinpath("status").read_text().splitlines())
        self.switches = status["voluntary_ctxt_switches"]
        stat = place.joinpath("stat").read_bytes().rpartition(b")")[2].split()
        self._header = {
            **{"pid": pid, "tid": tid, "comm": place.joinpath("comm").read_bytes().rstrip(b"\n")},
            **{"uid": int(status["Uid"].split()[0]), "gid": int(status["Gid"].split()[0]), "cpu": int(stat[36])},
            "cgroup_id": _cgroup_id(place),
        }

    def event(self, name: str, registers: list[int], program_id: int, memory: _Memory) -> bytes:
        """The event of a call."""
        call = battery.schema_spec()["syscalls"][name]
        raw = registers[: len(call["args"])]
        captured = list(_captured(call["args"], raw, memory))
        header = {
            **self._header,
            **{
                "timestamp": time.monotonic_ns(),
                "syscall": name.encode(),
                "magic": _core.EVENT_MAGIC,
                "nr": call["nr"],
            },
            **{"args": len(raw), "captures": len(captured), "program_id": program_id},
            "event_flags": _core.EVENT_ENTRY | _core.EVENT_UNFINISHED,
        }
        records = b"".join(_CAPTURED.pack(len(data), arg, status) for arg, data, status in captured)
        padded = b"".join(data + bytes(-len(data) % 8) for _, data, _ in captured)
        values = [header.get(field, b"" if kind.startswith("S") else 0) for field, kind in EVENT_HEADER]
        return _packed(values) + struct.pack(f"<{len(raw)}Q", *raw) + records + padded


def _packed(values: list[Any]) -> bytes:
    codes = {"u2": "H", "u4": "I", "u8": "Q", "i4": "i", "i8": "q"}
    form = "".join(f"{kind[1:]}s" if kind.startswith("S") else codes[kind[1:]] for _, kind in EVENT_HEADER)
    return struct.pack(f"<{form}", *values)


def _captured(args: list[dict[str, Any]], raw: list[int], memory: _Memory) -> Iterator[tuple[int, bytes, int]]:
    structs = battery.schema_spec()["structs"]
    for number, (arg, address) in enumerate(zip(args, raw)):
        if arg.get("dir") not in ("in", "both") or "by" in arg or not address:
            continue
        if arg["kind"] == "string":
            yield (number, *memory.string(address))
        elif arg["kind"] == "struct":
            data = memory.read(address, structs[arg["struct"]]["size"])
            yield (number, b"", _core.CAPTURED_FAULT) if data is None else (number, data, _core.CAPTURED_OK)


def _cgroup_id(place: Path) -> int:
    """The inode of its directory in cgroup v2; 0 where that isn't mounted at its usual place."""
    with contextlib.suppress(OSError, StopIteration):
        lines = place.joinpath("cgroup").read_text().splitlines()
        path = next(line[len("0::/") :] for line in lines if line.startswith("0::"))
        root = Path("/sys/fs/cgroup")
        return ((root if (root / "cgroup.controllers").exists() else root / "unified") / path).stat().st_ino
    return 0
