# SPDX-License-Identifier: MIT
"""The tables of `traceleft top`, without a terminal: the differences between two looks."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from traceleft import battery
from traceleft.command import Command
from traceleft.operand import Operand
from traceleft.table import table as text_table
from traceleft.telemetry.text import size_text
from traceleft.telemetry.top_details import Details, Scope
from traceleft.telemetry.top_rows import COLUMNS, TABLES, TEXT, UNKNOWN, Row, Sum, histogram_rows

if TYPE_CHECKING:
    from traceleft.attachment import Attachment
    from traceleft.stats import HandlerNumbers
    from traceleft.telemetry import Telemetry
    from traceleft.telemetry.numbers import Numbers
    from traceleft.tracer import Tracer

Key = TypeVar("Key")
_NOTHING: tuple[Sequence[int], Sequence[int]] = ((0, 0, 0, 0), (0,) * 32)
"""A row's counts and buckets before it was there."""


class Top:
    """The tables, their order, their filter and their scope.

    Args:
        telemetry: that of a tracer that counts calls.
        details: where errors and files come from; None: there are none.
        command: the command that is traced.
    """

    def __init__(self, telemetry: Telemetry, *, details: Details | None = None, command: Command | None = None) -> None:
        assert telemetry.calls is not None
        self._telemetry = telemetry
        self._calls = telemetry.calls
        self._details = details
        self._command = command
        self.table = TABLES[0]
        self.scope = Scope()
        self._left: list[tuple[str, Scope]] = []
        """The tables from which one went into a row."""
        self.filter = ""
        """Only rows in which this text is."""
        self.sorted_by = {
            "syscalls": "calls/s",
            "processes": "calls/s",
            "handlers": "ns a run",
            "errors": "errors",
            "files": "calls",
            "histogram": "to us",
        }
        self.reverse = {name: name != "histogram" for name in TABLES}
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

    def open(self, table: str, scope: Scope | None = None) -> None:
        """Shows this table, of the scope. Raises as Details.begin() does; what was shown stays then."""
        scope = self.scope if scope is None else scope
        if self._details:
            try:
                self._details.begin(table, scope)
            except BaseException:
                self._details.begin(self.table, self.scope)
                raise
        self.table, self.scope = table, scope

    def enter(self, row: Row) -> None:
        """Shows what a row consists of: a syscall's processes, a process's syscalls, the durations of both. Raises as
        open() does."""
        before = self.table, self.scope
        if self.table == "processes":
            pid, comm = row.cells[0], row.cells[1]
            scope = Scope(self.scope.syscall, (int(pid), str(comm)))
        elif self.table in ("syscalls", "errors", "handlers"):
            scope = Scope(str(row.cells[0]), self.scope.process)
        else:
            return
        both = scope.syscall and scope.process
        self.open("histogram" if both else "syscalls" if scope.process else "processes", scope)
        self._left.append(before)

    def leave(self) -> None:
        """Goes back to where the last enter() was; without one, to all calls."""
        table, scope = self._left.pop() if self._left else (self.table, Scope())
        self.open(table, scope)

    def sort(self, column: str) -> None:
        """By this column of the table in view; again: the other way round."""
        if self.sorted_by[self.table] == column:
            self.reverse[self.table] = not self.reverse[self.table]
        else:
            self.sorted_by[self.table] = column
            self.reverse[self.table] = column not in TEXT

    def sort_next(self) -> None:
        """By the next column."""
        columns = COLUMNS[self.table]
        self.sort(columns[(columns.index(self.sorted_by[self.table]) + 1) % len(columns)])

    def rows(self) -> list[Row]:
        """The table in view."""
        tables = {
            "syscalls": self._syscalls,
            "processes": self._processes,
            "handlers": self._handlers,
            "errors": self._errors,
            "files": self._files,
            "histogram": self._histogram,
        }
        rows = tables[self.table]()
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
        unread = self._details.lost if self._details else 0
        events = (
            f"{(stats.handled - before.stats.handled) / seconds:.0f} events/s, {lost / seconds:.0f} lost/s, "
            f"{stats.lost} lost of {stats.handled}"
        )
        cpu = 100 * (now.process.cpu_seconds - before.process.cpu_seconds) / seconds
        return [
            f"traceleft top  {stats.backend}  {stats.elapsed:.0f} s",
            f"{sum(counts[0] for counts, _ in self._counted.values())} calls counted",
            # There are events only where a handler was attached, or files or errors were looked at.
            *([events] if stats.handled else []),
            f"ring {100 * fill.ring_bytes / fill.ring_size:.1f} % of {size_text(fill.ring_size)}, "
            f"{size_text(fill.queue_bytes)} waiting",
            f"traceleft: {cpu:.0f} % of a CPU, {size_text(now.process.resident_bytes)}, {now.process.threads} threads",
            *([f"{unread} events of files were lost"] if unread else []),
            *([command_text(self._command)] if self._command else []),
            *([f"of {self.scope}"] if str(self.scope) else []),
        ]

    def text(self, lines: int = 20) -> str:
        """Header and the first rows of the table in view, for --batch."""
        columns = COLUMNS[self.table]
        # Numbers first, as text_table sets them to the right.
        order = sorted(range(len(columns)), key=lambda column: columns[column] in TEXT)
        rows = [[row.texts[column] for column in order] for row in self.rows()[:lines]]
        numeric = sum(column not in TEXT for column in columns)
        head = [columns[column] for column in order]
        return "\n".join([*self.header(), "", *text_table(head, rows, numeric=numeric)]) + "\n"

    def _seconds(self) -> float:
        return max(self._now.time - (self._before or self._now).time, 1e-9)

    def _sums(self, key: Callable[[str, int, str], Key]) -> dict[Key, Sum]:
        """Of the calls in the scope."""
        sums: dict[Key, Sum] = {}
        for row, (counts, buckets) in self._counted.items():
            if self.scope.has(*row):
                since, buckets_since = self._last.get(row, _NOTHING)
                sums.setdefault(key(*row), Sum()).add(counts, buckets, since, buckets_since)
        # What an exited process had counted has come to its name meanwhile, and is not new.
        for (syscall, pid, comm), before in self._last.items():
            if (syscall, pid, comm) not in self._counted and self.scope.has(syscall, 0, comm):
                sums.setdefault(key(syscall, 0, comm), Sum()).add(*_NOTHING, *before)
        return sums

    def _whole(self) -> Sum:
        return self._sums(lambda *row: None).get(None, Sum())

    def _syscalls(self) -> list[Row]:
        seconds, whole = self._seconds(), self._whole()
        return [
            Row(
                str(syscall),
                (
                    str(syscall),
                    each.calls / seconds,
                    each.errors / seconds,
                    each.mean_us,
                    each.p99_us,
                    *each.sums(whole),
                ),
            )
            for syscall, each in self._sums(lambda syscall, pid, comm: syscall).items()
        ]

    def _processes(self) -> list[Row]:
        seconds, whole = self._seconds(), self._whole()
        most: dict[tuple[int, str], tuple[int, str]] = {}
        for (syscall, pid, comm), (counts, _) in self._counted.items():
            if self.scope.has(syscall, pid, comm):
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
                    most.get((pid, comm), (0, ""))[1],
                    *each.sums(whole),
                ),
            )
            for (pid, comm), each in self._sums(lambda syscall, pid, comm: (pid, comm)).items()
        ]

    def _errors(self) -> list[Row]:
        errors = self._details.errors() if self._details else {}
        return [Row(f"{syscall} {error}", (syscall, error, number)) for (syscall, error), number in errors.items()]

    def _files(self) -> list[Row]:
        return [
            Row(
                f"{each.device} {each.inode} {each.path}",
                (
                    each.opens,
                    each.reads,
                    each.writes,
                    each.bytes_read,
                    each.bytes_written,
                    each.calls,
                    each.errors,
                    each.seconds * 1e3,
                    each.kind or "",
                    each.path + (" (deleted)" if each.deleted else ""),
                ),
            )
            for each in (self._details.files() if self._details else ())
        ]

    def _histogram(self) -> list[Row]:
        return histogram_rows(self._whole().all_buckets)

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
            if self.scope.syscall in (None, each.syscall)
        ]


def command_text(command: Command) -> str:
    """Whether it runs, or how it has ended."""
    code = command.poll()
    how = "runs" if code is None else f"has ended by signal {-code}" if code < 0 else f"has ended with status {code}"
    return f"{command.argv[0]} {how}"


class Attachments:
    """The handlers that a tracer's user attached, so that they can be taken out again, syscall by syscall.

    Args:
        tracer: attaches them.
        follow_forks: for the children of the processes, too.
        command: what operands without a process are for, as long as it waits to be started.
    """

    def __init__(self, tracer: Tracer, *, follow_forks: bool = False, command: Command | None = None) -> None:
        self._tracer = tracer
        self._follow_forks = follow_forks
        self._command = command
        self._all: list[Attachment] = []

    def attach(self, operand: Operand) -> Attachment:
        """Raises as Tracer.attach() does."""
        if self._command and not self._command.started and not operand.pids:
            attachment = self._tracer.attach_command(self._command, operand.handler, program_id=operand.program_id)
        else:
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
