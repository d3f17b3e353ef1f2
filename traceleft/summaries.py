# SPDX-License-Identifier: MIT
"""What a capture's events add up to: by syscall, by value, by time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from traceleft import _core
from traceleft.errors import UsageError, did_you_mean
from traceleft.flame import FlameGraph
from traceleft.stacks import STACK_NAMES
from traceleft.uses import Rows

_SLICES = 60
"""The rows of a timeline, unless told otherwise."""
_MOST_SLICES = 1_000_000
_NO_FIELDS = {"args", "raw_args", "passed", "pids", "files", "raw", "extra"}
"""Properties of an event that are no single value."""


@dataclass(frozen=True)
class Calls:
    """The calls of one syscall."""

    syscall: str
    calls: int
    errors: int
    seconds: float
    """The time spent in them; 0 where it wasn't measured."""


@dataclass(frozen=True)
class Value:
    """A value, and the calls that had it."""

    value: str | int | None
    """None: it was not there. What is neither a number nor text is Python's text of it."""
    calls: int
    errors: int


@dataclass(frozen=True)
class Slice:
    """A part of the time."""

    begin: float
    """Seconds since the first event."""
    calls: int
    errors: int


def calls_of(totals: _core.Overview) -> list[Calls]:
    """What each syscall adds up to."""
    return [Calls(name, calls, errors, ns / 1e9) for name, (calls, errors, ns) in totals.calls().items()]


def summary(counts: Iterable[Calls]) -> Rows[Calls]:
    """The table of them, as `strace -c` has it."""
    rows = sorted(counts, key=lambda row: (-row.seconds, -row.calls, row.syscall))
    counted = (("calls", "calls"), ("errors", "errors"))
    if any(row.seconds for row in rows):
        return Rows(Calls, rows, (*counted, ("seconds", "seconds"), ("syscall", "syscall")), "most time")
    return Rows(Calls, rows, (*counted, ("syscall", "syscall")), "most calls")


def top(events: Iterable[_core.Event], name: str, number: int | None) -> Rows[Value]:
    """The values that most calls had: of an argument where a call has one of that name, else of a field of the event.

    Raises UsageError where no call has either.
    """
    calls: Counter[Any] = Counter()
    errors: Counter[Any] = Counter()
    known, some = _is_field(name), False
    for event in events:
        some = True
        if name in event:
            known, value = True, event[name]
        elif _is_field(name):
            value = getattr(event, name)
        else:
            continue
        value = value if isinstance(value, (str, int, type(None))) else str(value)
        calls[value] += 1
        errors[value] += event.error is not None
    if some and not known:
        raise UsageError(f"none of these calls has an argument {name!r}, nor has an event such a field")
    rows = [Value(value, count, errors[value]) for value, count in calls.most_common(number)]
    return Rows(Value, rows, (("calls", "calls"), ("errors", "errors"), (name, "value")), "most calls")


def known_names(names: Sequence[str]) -> Sequence[str]:
    """Raises UsageError for a name that is no argument of any call, and no field of an event; else returns them."""
    from traceleft import battery

    arguments = (name.partition("args.")[2] for name in _core.event_fields(battery.schema()))
    known = [*filter(_is_field, dir(_core.Event)), *filter(None, arguments)]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "; `traceleft list` shows what they have"
            raise UsageError(f"no event has {name!r}{hint}")
    return names


def tally(events: Iterable[_core.Event], names: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The calls by these arguments and fields of theirs, as text: "-" for null. Those without one are left out."""
    calls: Counter[tuple[str, ...]] = Counter()
    for event in events:
        if all(name in event or _is_field(name) for name in names):
            values = (event[name] if name in event else getattr(event, name) for name in names)
            calls[tuple("-" if each is None else str(each) for each in values)] += 1
    return calls


def _is_field(name: str) -> bool:
    """Whether an event's header has it."""
    return name not in _NO_FIELDS and isinstance(getattr(_core.Event, name, None), property)


def timeline(events: Iterable[_core.Event], seconds: float | None) -> Rows[Slice]:
    """The calls in each part of the time, those without any included."""
    times = sorted((event.timestamp, event.error is not None) for event in events)
    if not times:
        return _slices([])
    first, last = times[0][0], times[-1][0]
    width = (last - first + 1) / 1e9 / _SLICES if seconds is None else seconds
    if not width > 0:
        raise UsageError(f"a timeline's parts are longer than 0 s, not {seconds!r}")
    number = int((last - first) / 1e9 / width) + 1
    if number > _MOST_SLICES:
        raise UsageError(f"a timeline would have {number} parts: make them longer than {seconds!r} s")
    calls, errors = [0] * number, [0] * number
    for timestamp, failed in times:
        place = min(int((timestamp - first) / 1e9 / width), number - 1)
        calls[place] += 1
        errors[place] += failed
    return _slices(Slice(place * width, calls[place], errors[place]) for place in range(number))


def _slices(rows: Iterable[Slice]) -> Rows[Slice]:
    return Rows(Slice, rows, (("calls", "calls"), ("errors", "errors"), ("begin", "begin")), "earliest")


def flame(batches: Iterable[_core.Batch], by: Sequence[str]) -> FlameGraph:
    """The stacks of the events. `by`: comm, syscall, both or none. Raises UsageError for another name."""
    names = ("comm", "syscall")
    for name in by:
        if name not in names:
            raise UsageError(f"stacks are told apart by {' and '.join(names)}, not {name!r}")
    counts: Counter[tuple[Any, ...]] = Counter()
    for batch in batches:
        for comm, syscall, ustack, kstack, events in batch.stack_counts():
            parts = {"comm": comm, "syscall": syscall}
            counts[(*(parts[name] for name in by), ustack, kstack)] += events
    return FlameGraph((*by, *STACK_NAMES), counts)
