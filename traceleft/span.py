# SPDX-License-Identifier: MIT
"""The time between two events, as a measure takes it in the kernel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from traceleft.errors import UsageError


@dataclass(frozen=True)
class Begin:
    """Events of a tracepoint at which times begin: again, where one has begun."""

    source: str
    match: Sequence[str]
    """The names or expressions of the numbers by which the end is told: ["prev_pid"]."""
    where: str | None = None


@dataclass(frozen=True)
class Span:
    """The time from an event to another, in ns, as what a measure measures: histogram(Span(...)), sum(Span(...)).

    65,536 that have begun are kept; then what began first is forgotten, for its end was missed.
    """

    end: str
    """The tracepoint of the events that end them."""
    match: Sequence[str]
    begins: Sequence[Begin]
    where: str | None = None
    """Of the events that end them; others end nothing."""
    by_begin: bool = False
    """Where it begins the key is looked at, and the process must be one of those that are chosen; else where it ends.
    Then there is one kind of beginning."""

    def __post_init__(self) -> None:
        if not self.begins or (self.by_begin and len(self.begins) > 1):
            raise UsageError("a span has a tracepoint where it begins, and only one where that makes the key")
        if not self.match or any(len(each.match) != len(self.match) for each in self.begins):
            raise UsageError("a span's ends are told by as many numbers as its beginnings")

    @property
    def sources(self) -> list[str]:
        """All of its tracepoints."""
        return [self.end, *(each.source for each in self.begins)]
