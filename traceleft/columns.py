# SPDX-License-Identifier: MIT
"""The columns of a script that prints a line for each event, as BCC's tools do."""

from __future__ import annotations

import argparse
import functools
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traceleft import battery
from traceleft._core import Batch, Event, Socket, TextFormatter
from traceleft.printable import printable


@dataclass(frozen=True)
class Column:
    """A column.

    Args:
        head: its title.
        width: as in a format: "<7" puts text to the left of 7 places, ">4" to the right of 4; "" for the last one.
        value: of an event. It may be hostile: whatever can't be printed is escaped.
        shown: False where an option that wasn't given switches it on.
        about: `value` is of what Run.show(about=) tells of the event.
    """

    head: str
    width: str
    value: Callable[[Any], object]
    shown: bool = True
    about: bool = False


def head_of(columns: Iterable[Column]) -> str:
    """The line of titles."""
    return " ".join(format(column.head, column.width) for column in columns if column.shown).rstrip()


def line_of(columns: Iterable[Column], event: Event, part: object = None) -> str:
    """The line of an event, or of a part of it."""
    shown = (column for column in columns if column.shown)
    values = ((column.value(part if column.about else event), column.width) for column in shown)
    return " ".join(format(printable(str(value)), width) for value, width in values).rstrip()


def errno_of(event: Event) -> int:
    """The error's number, 0 for success."""
    return -event.ret if event.error else 0


def text_of(event: Event, *names: str) -> str:
    """The argument that is called by one of these names; "?" where it could not be read."""
    found = next((event.args[name] for name in names if name in event.args), None)
    return "?" if found is None else str(found)


def address_of(event: Event, argument: str, part: str) -> object:
    """The "addr" or the "port" of an internet address that is an argument; None of other families."""
    address = event[argument] or {}
    return address.get(f"sin6_{part}", address.get(f"sin_{part}"))


def address_in(argument: str, part: str) -> Callable[[Event], object]:
    """What address_of() tells of an event."""
    return lambda event: address_of(event, argument, part)


def socket_of(event: Event, name: str, protocol: str = "") -> Socket | None:
    """The socket that Event.file(name) is, if it is one of this protocol ("TCP" and TCPv6, "UDP" and UDPv6)."""
    socket = event.files[name].socket if name in event.files else None
    return socket if socket and (not protocol or socket.protocol in (protocol, f"{protocol}v6")) else None


def protocol_of(event: Event) -> str:
    """The protocol of the socket that `fd` is: "TCP", "UDPv6"; "?" where that isn't known."""
    socket = socket_of(event, "fd")
    return (socket and socket.protocol) or "?"


def local_of(name: str, part: str) -> Callable[[Event], object]:
    """The local "addr" or "port" of the socket that Event.file(name) is; None where it is none."""
    return lambda event: getattr(socket_of(event, name), f"local_{part}", None)


def parent_of(event: Event) -> str:
    """The process's parent, as /proc has it now; "?" where the process has ended."""
    try:
        return Path(f"/proc/{event.pid}/stat").read_text(errors="replace").rpartition(")")[2].split()[1]
    except OSError:
        return "?"


def path_of(event: Event, name: str) -> str:
    """The path of the file that Event.file(name) is; "?" where that isn't known."""
    return event.files[name].path if name in event.files else "?"


def named_path(event: Event, name: str, directory: str) -> str:
    """The path that an argument names, from the root on, where `directory` is the argument that it may be relative to:
    of events with their files."""
    base = path_of(event, directory if directory in event.files else "directory")
    return os.path.normpath(os.path.join(base, text_of(event, name)))  # noqa: PTH118


def path_now(pid: int, fd: int) -> str:
    """The file that a process has at a descriptor, as /proc has it now; "N/A" where it has none, or has ended."""
    try:
        return os.readlink(f"/proc/{pid}/fd/{fd}")  # noqa: PTH115
    except OSError:
        return "N/A"


def call_of(event: Event) -> str:
    """The call as `traceleft trace` writes it: `mount(...) = 0`."""
    batch = Batch([event.raw], battery.schema(), objects=[file.raw for file in event.files.values()])
    line = _formatter().format(batch).rstrip("\n").split(" ", 2)[2]
    return line[line.index(f" {event.syscall}", len(event.comm)) + 1 :]  # behind the escaped name, which is no shorter


@functools.cache
def _formatter() -> TextFormatter:
    return TextFormatter(battery.schema())


def since_first(*, digits: int = 9, unit: float = 1e9, head: str = "TIME(s)", shown: bool = True) -> Column:
    """The time since the first event that is shown."""
    first: list[int] = []

    def value(event: Event) -> str:
        if not first:
            first.append(event.timestamp)
        return f"{(event.timestamp - first[0]) / unit:.{digits}f}"

    return Column(head, f"<{digits + 5}", value, shown)


def clock(*, shown: bool = True) -> Column:
    """The wall clock's time at which the event is shown."""
    return Column("TIME", "<8", lambda event: time.strftime("%H:%M:%S"), shown)


def uid(*, shown: bool = True) -> Column:
    return Column("UID", "<6", lambda event: event.uid, shown)


def latency(digits: int = 3) -> Column:
    """The duration, for Tracer(durations=True)."""
    return Column("LAT(ms)", ">9", lambda event: f"{(event.duration or 0) / 1e6:.{digits}f}")


def task(args: argparse.Namespace) -> Column:
    """The process, or with -t the thread."""
    return Column("TID", "<7", lambda event: event.tid) if args.tid else PID


PPID = Column("PPID", "<7", parent_of)
PID = Column("PID", "<7", lambda event: event.pid)
TID = Column("TID", "<7", lambda event: event.tid)
COMM = Column("COMM", "<16", lambda event: event.comm)
SYSCALL = Column("SYSCALL", "<16", lambda event: event.syscall)
ERR = Column("ERR", ">3", errno_of)
RET = Column("RET", ">4", lambda event: event.ret)
