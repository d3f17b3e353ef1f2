# SPDX-License-Identifier: MIT
"""The processes of a capture, or of the events that went by: as a table, and as a tree."""

from __future__ import annotations

import signal
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from traceleft import _core
from traceleft.printable import printable
from traceleft.uses import Rows

MOST = 100_000
"""Processes that are kept apart."""
_LONGEST_COMMAND = 200
"""Characters of a command that a tree and a table show."""
_SHORT_ID = 12
"""Digits of a container's id, as `docker ps` shows it."""
_DEEPEST = 64
"""Steps that a line of a tree is set to the right at most."""


@dataclass(frozen=True)
class TracedProcess:
    """A process that made calls, or an ancestor of one. Where a trace was not told to look at processes
    (Tracer(processes=True)), only its number, its name and its counts are known."""

    pid: int
    """In the initial pid namespace."""
    start_time: int | None
    """ns, CLOCK_MONOTONIC. It tells processes apart that had the same pid."""
    ppid: int | None
    parent_start_time: int | None
    comm: str
    """Its name. Undecodable bytes are surrogates, as in the next three."""
    exe: str | None
    """What it was last: its program's path, the arguments of that, and the working directory."""
    argv: list[str] | None
    cwd: str | None
    uid: int | None
    euid: int | None
    tty: str | None
    container_id: str | None
    container_name: str | None
    """As traceleft.containers.names() has it, where that was asked for. Any characters."""
    events: int
    """Its calls that have events; 0 of an ancestor that was not traced."""
    errors: int
    first: int | None
    """ns, CLOCK_MONOTONIC, of its first event; and of its last."""
    last: int | None
    exit_code: int | None
    """None where its exit was not seen, or was by a signal."""
    exit_signal: int | None
    exit_time: int | None

    @property
    def command(self) -> str:
        """Its arguments, or else its name as ps(1) shows it, printable."""
        if not self.argv:
            return f"[{printable(self.comm)}]"
        text = " ".join(printable(each) or "''" for each in self.argv)
        return text if len(text) <= _LONGEST_COMMAND else text[:_LONGEST_COMMAND] + "..."

    @property
    def container(self) -> str | None:
        """Its container's name, or else the beginning of its id."""
        return self.container_name or (self.container_id and self.container_id[:_SHORT_ID])

    @property
    def exit(self) -> str | None:
        """How it ended: "0", "SIGKILL"; None: unknown."""
        if self.exit_signal is not None:
            return _signal_name(self.exit_signal)
        return None if self.exit_code is None else str(self.exit_code)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


_COLUMNS = (
    ("events", "events"),
    ("errors", "errors"),
    ("pid", "pid"),
    ("ppid", "ppid"),
    ("uid", "uid"),
    ("exit", "exit"),
    ("command", "command"),
)
_WITH_CONTAINERS = (*_COLUMNS[:-1], ("container", "container"), _COLUMNS[-1])


class ProcessTotals:
    """Adds up the events of processes.

    Args:
        schema: the meaning of the events.
    """

    def __init__(self, schema: _core.EventSchema) -> None:
        self._uses = _core.ProcessUses(schema, MOST)

    def add(self, batch: _core.Batch) -> None:
        """Takes the events of a batch."""
        self._uses.add(batch)

    @property
    def dropped(self) -> int:
        """Events of processes beyond the most that are kept apart."""
        return self._uses.dropped

    def processes(self, containers: Mapping[str, str] | None = None) -> Rows[TracedProcess]:
        """The processes, most events first, and their ancestors.

        Args:
            containers: names by id, as traceleft.containers.names() has them; with them text has a column for it.
        """
        rows = [_row(use, containers or {}) for use in self._uses.all()]
        rows.sort(key=lambda row: (-row.events, row.start_time or 0, row.pid))
        columns = _COLUMNS if containers is None else _WITH_CONTAINERS
        return Rows(TracedProcess, rows, columns, "most events")


def _row(use: _core.ProcessUse, containers: Mapping[str, str]) -> TracedProcess:
    process = use.process
    container = process.container_id if process else None
    return TracedProcess(
        use.pid,
        process.start_time if process else None,
        process.ppid if process else None,
        process.parent_start_time if process else None,
        process.comm if process else use.comm,
        process.exe if process else None,
        process.argv if process else None,
        process.cwd if process else None,
        process.uid if process else None,
        process.euid if process else None,
        process.tty if process else None,
        container,
        containers.get(container) if container else None,
        use.events,
        use.errors,
        use.first or None,
        use.last or None,
        process.exit_code if process else None,
        process.exit_signal if process else None,
        process.exit_time if process else None,
    )


def tree(rows: Iterable[TracedProcess], containers: bool = False) -> str:
    """The processes below their parents, each on a line: its pid, its command, its events and how it ended; with
    `containers` also the one that it is in.

    A process whose parent is unknown stands at the left. Printable: whoever is traced chooses names.
    """
    ordered = sorted(rows, key=lambda row: (row.start_time or 0, row.pid))
    known = {(row.pid, row.start_time): row for row in ordered}
    children: defaultdict[tuple[int, int | None] | None, list[TracedProcess]] = defaultdict(list)
    for row in ordered:
        parent = (row.ppid, row.parent_start_time)
        children[parent if row.ppid and parent in known else None].append(row)
    lines: list[str] = []
    shown: set[tuple[int, int | None]] = set()

    def show(first: TracedProcess) -> None:
        waiting = [(first, 0)]  # a recording may come from a stranger: as deep as it likes, and in circles
        while waiting:
            row, depth = waiting.pop()
            key = (row.pid, row.start_time)
            if key in shown:
                continue
            shown.add(key)
            lines.append("  " * min(depth, _DEEPEST) + _line(row, containers))
            waiting += [(child, depth + 1) for child in reversed(children[key])]

    for row in (*children[None], *ordered):
        show(row)
    return "".join(line + "\n" for line in lines)


def _line(row: TracedProcess, containers: bool) -> str:
    facts = [f"in {printable(row.container)}"] if containers and row.container else []
    if row.events:
        errors = f", {row.errors} errors" if row.errors else ""
        facts.append(f"{row.events} events{errors}")
    if row.exit not in (None, "0"):
        facts.append(f"exit {row.exit}" if row.exit_signal is None else f"{row.exit}")
    return f"{row.pid} {row.command}" + (f" ({', '.join(facts)})" if facts else "")
