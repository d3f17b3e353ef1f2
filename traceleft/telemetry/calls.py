# SPDX-License-Identifier: MIT
"""The calls that a tracer's handlers are in place for, as the kernel has counted them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable
from typing import Any, Protocol, cast

from traceleft import defaults
from traceleft._core import CallCounts

_LOOK_SECONDS = 1.0
"""Seconds between two looks for processes that have exited."""

Name = tuple[str, str]
"""syscall, comm"""


class Table(Protocol):
    """What the kernel counts: _core.CallTable."""

    def calls(self) -> list[CallCounts]: ...

    @property
    def keys(self) -> int: ...

    def take(self, pids: set[int]) -> list[CallCounts]: ...


class Calls:
    """Counts by syscall, process and the process's name. No count ever falls: those of processes that have exited are
    added up by name (pid 0), so that the kernel's table has room for others. May be used by several threads.

    Args:
        table: the tracer's: Tracer.call_table.
        most_keys: keys of the kernel's table beyond which exited processes are looked for.
        limit: names of exited processes that are kept apart; the calls of others have no name.
        idle: seconds after which such a name that was not counted again gives way to others.
    """

    def __init__(
        self, table: Table, *, most_keys: int = defaults.CALL_KEYS // 2, limit: int = 10_000, idle: float = 300.0
    ) -> None:
        self._table = table
        self._most_keys = most_keys
        self._limit = limit
        self._idle = idle
        self._lock = threading.Lock()
        self._look_again = 0.0
        self._exited: dict[Name, CallCounts] = {}
        self._added: dict[Name, float] = {}
        """When a name's counts came last."""
        self._retired: dict[str, CallCounts] = {}
        """Of names that gave way, by syscall."""

    def calls(self) -> list[CallCounts]:
        """The counts, in no order. Raises OSError."""
        self.tick()
        with self._lock:
            return _sums([*self._table.calls(), *self._exited.values(), *self._retired.values()])

    def calls_by_name(self) -> list[CallCounts]:
        """The same by syscall and comm, all pids 0, without the calls of names that gave way: a name may count anew."""
        self.tick()
        with self._lock:
            rows = [*self._table.calls(), *self._exited.values()]
        return _sums(_renamed(row, row.comm) for row in rows)

    def tick(self) -> None:
        """Makes room in the kernel's table where little is left, once a second at most. Whoever looks at the counts
        less often calls it meanwhile. Raises OSError."""
        with self._lock:
            now = time.monotonic()
            if now < self._look_again:
                return
            self._look_again = now + _LOOK_SECONDS
            if self._table.keys <= self._most_keys:
                return
            gone = {pid for pid in {row.pid for row in self._table.calls()} if pid and not _is_there(pid)}
            if gone:
                self._keep(self._table.take(gone), now)

    def _keep(self, rows: Iterable[CallCounts], now: float) -> None:
        for row in rows:
            name = row.syscall, row.comm
            if name not in self._exited and len(self._exited) >= self._limit:
                self._retire(now)
            if name not in self._exited and len(self._exited) >= self._limit:
                name = row.syscall, ""
            kept = _renamed(row, name[1])
            self._exited[name] = _sum(self._exited[name], kept) if name in self._exited else kept
            self._added[name] = now

    def _retire(self, now: float) -> None:
        for name in [name for name, added in self._added.items() if name[1] and now - added >= self._idle]:
            row = _renamed(self._exited.pop(name), "")
            del self._added[name]
            self._retired[row.syscall] = _sum(self._retired[row.syscall], row) if row.syscall in self._retired else row


def counts(*values: object) -> CallCounts:
    """A row of these values: the type, which C++ makes, takes them as one sequence."""
    made: CallCounts = cast(Any, CallCounts)(values)
    return made


def _renamed(row: CallCounts, comm: str) -> CallCounts:
    """As one of several processes."""
    return counts(row.syscall, 0, comm, *row[3:])


def _sums(rows: Iterable[CallCounts]) -> list[CallCounts]:
    """One for each syscall, pid and comm."""
    sums: dict[tuple[str, int, str], CallCounts] = {}
    for row in rows:
        key = row.syscall, row.pid, row.comm
        sums[key] = _sum(sums[key], row) if key in sums else row
    return list(sums.values())


def _sum(one: CallCounts, other: CallCounts) -> CallCounts:
    buckets = tuple(a + b for a, b in zip(one.buckets, other.buckets))
    return counts(*one[:3], *(a + b for a, b in zip(one[3:7], other[3:7])), buckets)


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        pass
    return True
