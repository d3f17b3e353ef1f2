# SPDX-License-Identifier: MIT
"""The tables of `traceleft top`, without a terminal: the differences between two looks."""

from __future__ import annotations

import bisect
import itertools
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from traceleft import battery
from traceleft.operand import Operand
from traceleft.printable import printable
from traceleft.table import table as text_table
from traceleft.telemetry.text import size_text

if TYPE_CHECKING:
    from traceleft.attachment import Attachment
    from traceleft.stats import HandlerNumbers
    from traceleft.telemetry import Telemetry
    from traceleft.telemetry.numbers import Numbers
    from traceleft.tracer import Tracer

Key = TypeVar("Key")
TABLES = ("syscalls", "processes", "handlers")
COLUMNS = {
    "syscalls": ("syscall", "calls/s", "errors/s", "mean us", "p99 us", "calls"),
    "processes": ("pid", "command", "calls/s", "errors/s", "mean us", "most of", "calls"),
    "handlers": ("syscall", "side", "slot", "ns a run", "pids", "handler", "program id"),
}
_TEXT = {"syscall", "command", "most of", "side", "pids", "handler"}
"""Columns of words; the others are numbers."""


@dataclass(frozen=True)
class Row:
    """A line of a table. Sorting uses `cells`, the screen `texts`."""

    key: str
    """The same at every look."""
    cells: tuple[float | str, ...]
    handler: HandlerNumbers | None = None
    """In the table of handlers."""

    @property
    def texts(self) -> tuple[str, ...]:
        """As they are shown, printable; what is not known is empty."""
        return tuple(map(_text, self.cells))

    def order(self, column: int) -> tuple[float, str]:
        """The key to sort rows by."""
        cell = self.cells[column]
        return (0.0, cell) if isinstance(cell, str) else (cell, "")


def _text(cell: float | str) -> str:
    if isinstance(cell, str):
        return printable(cell)
    if cell < 0:
        return ""
    return f"{cell:.0f}" if cell >= 100 or cell == int(cell) else f"{cell:.1f}"


_NOTHING: tuple[Sequence[int], Sequence[int]] = ((0, 0, 0, 0), (0,) * 32)
"""A row's counts and buckets before it was there."""
UNKNOWN = -1.0
"""A number that there is none of, and that sorts behind all others."""


@dataclass
class _Sum:
    calls: int = 0
    errors: int = 0
    timed: int = 0
    ns: int = 0
    buckets: tuple[int, ...] = ()
    before: int = 0
    """Calls until the last look but one."""

    def add(
        self, counts: Sequence[int], buckets: Sequence[int], since: Sequence[int], buckets_since: Sequence[int]
    ) -> None:
        self.before += since[0]
        self.calls += counts[0] - since[0]
        self.errors += counts[1] - since[1]
        self.timed += counts[2] - since[2]
        self.ns += counts[3] - since[3]
        new = [a - b for a, b in zip(buckets, buckets_since)]
        self.buckets = tuple(map(sum, zip(self.buckets, new))) if self.buckets else tuple(new)

    @property
    def mean_us(self) -> float:
        return self.ns / self.timed / 1e3 if self.timed else UNKNOWN

    @property
    def p99_us(self) -> float:
        """The upper end of the bucket that it is in."""
        if not self.timed:
            return UNKNOWN
        sums = list(itertools.accumulate(self.buckets))
        return float(2 ** bisect.bisect_left(sums, 0.99 * self.timed))


class Top:
    """The tables, their order and their filter.

    Args:
        telemetry: that of a tracer that counts calls.
    """

    def __init__(self, telemetry: Telemetry) -> None:
        assert telemetry.calls is not None
        self._telemetry = telemetry
        self._calls = telemetry.calls
        self.table = TABLES[0]
        self.filter = ""
        """Only rows in which this text is."""
        self.sorted_by = {"syscalls": "calls/s", "processes": "calls/s", "handlers": "ns a run"}
        self.reverse = {name: True for name in TABLES}
        self._before: Numbers | None = None
        self._now = telemetry.numbers()
        self._counted: dict[tuple[str, int, str], tuple[Sequence[int], Sequence[int]]] = {}
        self._last: dict[tuple[str, int, str], tuple[Sequence[int], Sequence[int]]] = {}

    def look(self) -> None:
        """Looks again: rows are of the time since the last look."""
        self._before, self._now = self._now, self._telemetry.numbers()
        self._last = self._counted
        self._counted = {
            (each.syscall, each.pid, each.comm): ((each.calls, each.errors, each.timed, each.ns), each.buckets)
            for each in self._calls.calls()
        }

    def sort(self, column: str) -> None:
        """By this column of the table in view; again: the other way round."""
        if self.sorted_by[self.table] == column:
            self.reverse[self.table] = not self.reverse[self.table]
        else:
            self.sorted_by[self.table] = column
            self.reverse[self.table] = column not in _TEXT

    def sort_next(self) -> None:
        """By the next column."""
        columns = COLUMNS[self.table]
        self.sort(columns[(columns.index(self.sorted_by[self.table]) + 1) % len(columns)])

    def rows(self) -> list[Row]:
        """The table in view."""
        rows = {"syscalls": self._syscalls, "processes": self._processes, "handlers": self._handlers}[self.table]()
        wanted = self.filter.lower()
        rows = [row for row in rows if wanted in " ".join(row.texts).lower()]
        column = COLUMNS[self.table].index(self.sorted_by[self.table])
        rows.sort(key=lambda row: row.key)
        rows.sort(key=lambda row: row.order(column), reverse=self.reverse[self.table])
        return rows

    def header(self) -> list[str]:
        """The lines above the table."""
        now, before = self._now, self._before or self._now
        seconds = max(now.time - before.time, 1e-9)
        stats, fill = now.stats, now.fill
        lost = stats.lost - before.stats.lost
        cpu = 100 * (now.process.cpu_seconds - before.process.cpu_seconds) / seconds
        return [
            f"traceleft top  {stats.backend}  {stats.elapsed:.0f} s",
            f"{(stats.handled - before.stats.handled) / seconds:.0f} events/s, {lost / seconds:.0f} lost/s, "
            f"{stats.lost} lost of {stats.handled}",
            f"ring {100 * fill.ring_bytes / fill.ring_size:.1f} % of {size_text(fill.ring_size)}, "
            f"{size_text(fill.queue_bytes)} waiting",
            f"traceleft: {cpu:.0f} % of a CPU, {size_text(now.process.resident_bytes)}, {now.process.threads} threads",
        ]

    def text(self, lines: int = 20) -> str:
        """Header and the first rows of the table in view, for --batch."""
        columns = COLUMNS[self.table]
        # Numbers first, as text_table sets them to the right.
        order = sorted(range(len(columns)), key=lambda column: columns[column] in _TEXT)
        rows = [[row.texts[column] for column in order] for row in self.rows()[:lines]]
        numeric = sum(column not in _TEXT for column in columns)
        head = [columns[column] for column in order]
        return "\n".join([*self.header(), "", *text_table(head, rows, numeric=numeric)]) + "\n"

    def _seconds(self) -> float:
        return max(self._now.time - (self._before or self._now).time, 1e-9)

    def _sums(self, key: Callable[[str, int, str], Key]) -> dict[Key, _Sum]:
        sums: dict[Key, _Sum] = {}
        for row, (counts, buckets) in self._counted.items():
            since, buckets_since = self._last.get(row, _NOTHING)
            sums.setdefault(key(*row), _Sum()).add(counts, buckets, since, buckets_since)
        # What an exited process had counted has come to its name meanwhile, and is not new.
        for (syscall, pid, comm), before in self._last.items():
            if (syscall, pid, comm) not in self._counted:
                sums.setdefault(key(syscall, 0, comm), _Sum()).add(*_NOTHING, *before)
        return sums

    def _syscalls(self) -> list[Row]:
        seconds = self._seconds()
        return [
            Row(
                str(syscall),
                (
                    str(syscall),
                    each.calls / seconds,
                    each.errors / seconds,
                    each.mean_us,
                    each.p99_us,
                    each.before + each.calls,
                ),
            )
            for syscall, each in self._sums(lambda syscall, pid, comm: syscall).items()
        ]

    def _processes(self) -> list[Row]:
        seconds = self._seconds()
        most: dict[tuple[int, str], tuple[int, str]] = {}
        for (syscall, pid, comm), (counts, _) in self._counted.items():
            since = self._last.get((syscall, pid, comm), ((0,), ()))[0][0]
            most[pid, comm] = max(most.get((pid, comm), (-1, "")), (counts[0] - since, syscall))
        return [
            Row(
                f"{pid} {comm}",
                (
                    pid,
                    comm,
                    each.calls / seconds,
                    each.errors / seconds,
                    each.mean_us,
                    most[pid, comm][1],
                    each.before + each.calls,
                ),
            )
            for (pid, comm), each in self._sums(lambda syscall, pid, comm: (pid, comm)).items()
        ]

    def _handlers(self) -> list[Row]:
        shipped = os.fspath(battery.shipped_file())
        return [
            Row(
                f"{each.slot} {each.syscall} {each.entry}",
                (
                    each.syscall,
                    "entry" if each.entry else "exit",
                    each.slot,
                    each.run_ns / each.runs if each.runs else UNKNOWN,
                    " ".join(map(str, each.pids)) if each.slot else "all others",
                    "shipped" if each.path == shipped else each.path,
                    each.program_id,
                ),
                each,
            )
            for each in self._now.handlers
        ]


class Attachments:
    """The handlers that a tracer's user attached, so that they can be taken out again, syscall by syscall."""

    def __init__(self, tracer: Tracer, *, follow_forks: bool = False) -> None:
        self._tracer = tracer
        self._follow_forks = follow_forks
        self._all: list[Attachment] = []

    def attach(self, operand: Operand) -> Attachment:
        """Raises as Tracer.attach() does."""
        attachment = self._tracer.attach(
            operand.handler,
            pids=operand.pids or None,
            program_id=operand.program_id,
            follow_forks=self._follow_forks and bool(operand.pids),
        )
        self._all.append(attachment)
        return attachment

    def swap(self, selected: HandlerNumbers, handler: str) -> Attachment:
        """Puts another handler in its place, without a gap. Raises as Tracer.attach() does."""
        return self.attach(Operand(pids=selected.pids, program_id=selected.program_id, handler=handler))

    def detach(self, selected: HandlerNumbers) -> None:
        """Takes a handler's programs for one syscall out of the slot that it is in."""
        for attachment in self._all:
            same = attachment.path == selected.path and bool(attachment.pids) == bool(selected.slot)
            if same and selected.syscall in attachment.syscalls:
                self._tracer.detach(attachment, syscalls=[selected.syscall], pids=selected.pids)


def reading(telemetry: Telemetry) -> threading.Thread:
    """A thread, started, that has the tracer look for 32-bit programs, and its calls for exited processes, also while
    nobody looks at the view. It ends when the tracer is stopped."""
    tracer, calls = telemetry.tracer, telemetry.calls
    assert calls is not None

    def read() -> None:
        # Not batches(), which warns of losses: they are on the screen.
        while tracer.read(1.0) is not None or not tracer.stopped:
            calls.tick()

    thread = threading.Thread(target=read, name="traceleft top", daemon=True)
    thread.start()
    return thread
