# SPDX-License-Identifier: MIT
"""Records of processes as the kernel's side tells them, built from bpf/include/traceleft/event.h as its text reads."""

from __future__ import annotations

import struct
from collections.abc import Sequence

FORKED, EXECUTED, EXITED, CWD_KNOWN, ARGV_KNOWN = 1, 2, 4, 128, 256

_PROCESS = struct.Struct("<QQIHHQ QQQQQQQ IIII IIII IIII iI 16s HHHHHHHH")


def raw_process(
    pid: int,
    start_time: int,
    timestamp: int,
    *,
    ppid: int = 0,
    parent_start_time: int = 0,
    comm: bytes = b"sh",
    exe: str = "",
    cwd: str | None = None,
    argv: Sequence[str | bytes] | None = None,
    argv_size: int | None = None,
    cgroup: str = "/",
    tty: int = 0,
    uids: tuple[int, int, int, int] = (0, 0, 0, 0),
    exit_status: int | None = None,
) -> bytes:
    """A process's record. uids are uid, gid, euid and egid."""
    arguments = b"".join((each.encode() if isinstance(each, str) else each) + b"\0" for each in argv or ())
    names = [b"".join(name.encode() + b"\0" for name in reversed(_names(path))) for path in (exe, cwd or "", cgroup)]
    flags = (0 if cwd is None else CWD_KNOWN) | (0 if argv is None else ARGV_KNOWN)
    flags |= 0 if exit_status is None else EXITED
    size = len(arguments) if argv_size is None else argv_size
    head = _PROCESS.pack(
        *(2**64 - 1, pid, 0, 2, flags, timestamp),
        *(start_time, start_time, parent_start_time, timestamp + 1, 0x1FF, 7, size),
        *(ppid, pid, pid, tty, *uids, 1, 2, 3, 4, exit_status or 0, 0, comm),
        *(len(names[0]), len(names[0]), len(names[1]), len(names[1]), len(arguments), len(names[2]), 0, 0),
    )
    behind = names[0] + names[1] + arguments + names[2]
    return head + behind + bytes(-len(behind) % 8)


def _names(path: str) -> list[str]:
    return [name for name in path.split("/") if name]
