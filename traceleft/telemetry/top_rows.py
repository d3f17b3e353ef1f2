# SPDX-License-Identifier: MIT
"""The columns and rows of the tables of `traceleft top`."""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from traceleft.printable import printable
from traceleft.stats import HandlerNumbers

_SUMS = ("calls", "% calls", "time ms", "% time")
"""Since the begin; what stands before them is of the time since the last look."""
COLUMNS = {
    "syscalls": ("syscall", "calls/s", "errors/s", "mean us", "p99 us", *_SUMS),
    "processes": ("pid", "command", "calls/s", "errors/s", "mean us", "most of", *_SUMS),
    "handlers": ("syscall", "side", "slot", "ns a run", "pids", "handler", "program id"),
    "errors": ("syscall", "error", "errors"),
    "files": ("opens", "reads", "writes", "read", "written", "calls", "errors", "time ms", "kind", "path"),
    "histogram": ("from us", "to us", "calls", "%", "share"),
}
TABLES = tuple(COLUMNS)
TEXT = {"syscall", "command", "most of", "side", "pids", "handler", "error", "kind", "path", "share"}
"""Columns of words; the others are numbers."""
UNKNOWN = -1.0
"""A number that there is none of, and that sorts behind all others."""
_BAR = 40
"""Characters of the longest bar."""


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


@dataclass
class Sum:
    """Calls that a row stands for: of the time since the last look, and (`all_...`) since the begin."""

    calls: int = 0
    errors: int = 0
    timed: int = 0
    ns: int = 0
    buckets: tuple[int, ...] = ()
    all_calls: int = 0
    all_ns: int = 0
    all_buckets: tuple[int, ...] = ()

    def add(
        self, counts: Sequence[int], buckets: Sequence[int], since: Sequence[int], buckets_since: Sequence[int]
    ) -> None:
        """Adds calls, errors, timed calls and their ns as they are now, and as they were at the last look."""
        self.calls += counts[0] - since[0]
        self.errors += counts[1] - since[1]
        self.timed += counts[2] - since[2]
        self.ns += counts[3] - since[3]
        self.all_calls += counts[0]
        self.all_ns += counts[3]
        self.buckets = _added(self.buckets, [a - b for a, b in zip(buckets, buckets_since)])
        self.all_buckets = _added(self.all_buckets, buckets)

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

    def sums(self, whole: Sum) -> tuple[float, ...]:
        """The columns that are since the begin, with the shares of a whole."""
        timed = sum(whole.all_buckets)
        return (
            self.all_calls,
            share(self.all_calls, whole.all_calls),
            self.all_ns / 1e6 if timed else UNKNOWN,
            share(self.all_ns, whole.all_ns) if timed else UNKNOWN,
        )


def _added(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    return tuple(map(sum, zip(one, other))) if one else tuple(other)


def share(part: float, whole: float) -> float:
    """In percent."""
    return 100 * part / whole if whole else 0.0


def histogram_rows(buckets: Sequence[int]) -> list[Row]:
    """The durations in buckets that end at powers of two, in microseconds, from the first to the last that has any."""
    filled = [place for place, number in enumerate(buckets) if number]
    if not filled:
        return []
    most, all = max(buckets), sum(buckets)
    return [
        Row(
            str(place),
            (
                float(2 ** (place - 1) if place else 0),
                float(2**place),
                buckets[place],
                share(buckets[place], all),
                "#" * math.ceil(buckets[place] * _BAR / most),
            ),
        )
        for place in range(filled[0], filled[-1] + 1)
    ]
