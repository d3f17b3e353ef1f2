# SPDX-License-Identifier: MIT
"""A capture as a page in a notebook: what was called, what failed, when, and the first calls of the program's own.

Plain HTML and SVG: it needs no network and no script, and is as short for millions of events as for ten.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from traceleft.own_calls import OwnCalls
from traceleft.printable import printable
from traceleft.table import html_table, html_text

if TYPE_CHECKING:
    from traceleft._core import Event, ThreadCalls
    from traceleft.summaries import Calls

_CALLS = 10
"""Rows of each table."""
_THREADS = 12
_LOOKED_AT = 5_000
"""Events among which the program's own calls are looked for."""
_LONGEST_CALL = 120
"""Characters."""
_WIDTH, _LABELS, _ROW = 860, 180, 18
"""Pixels: of the timeline, of its threads' names, and of a thread's height."""
_CALL_COLOR, ERROR_COLOR = "#4c78a8", "#e45756"


def page(
    title: str,
    calls: Sequence[Calls],
    failures: Mapping[tuple[str, str], int],
    threads: Sequence[ThreadCalls],
    seconds: float,
    events: Iterable[Event],
) -> str:
    """The whole of it.

    Args:
        title: in a line.
        calls: of each syscall, those first that matter most.
        failures: calls by syscall and error.
        threads: the calls of each, in equal parts of the time.
        seconds: how long the time is.
        events: in their order.
    """
    tables = [_calls_table(calls), *([_failures_table(failures)] if failures else [])]
    return (
        f"<p><strong>{html_text(printable(title))}</strong></p>"
        + (_timeline(threads, seconds) if threads else "")
        + '<div style="display:flex;flex-wrap:wrap;gap:2em;align-items:flex-start">'
        + "".join(f"<div>{table}</div>" for table in tables)
        + "</div>"
        + _first_calls(events)
    )


def _calls_table(calls: Sequence[Calls]) -> str:
    timed = any(row.seconds for row in calls)
    rows = [_call_row(row.syscall, row.calls, row.errors, row.seconds, timed) for row in calls[:_CALLS]]
    rest = calls[_CALLS:]
    if rest:
        name = f"and {len(rest)} more"
        of_rest = (sum(row.calls for row in rest), sum(row.errors for row in rest), sum(row.seconds for row in rest))
        rows.append(_call_row(name, *of_rest, timed))
    return html_table(("syscall", "events", "errors", *(["time"] if timed else [])), rows, left=("syscall",))


def _call_row(name: str, calls: int, errors: int, seconds: float, timed: bool) -> tuple[object, ...]:
    return (name, calls, errors or "", *([duration(seconds * 1e9)] if timed else []))


def _failures_table(failures: Mapping[tuple[str, str], int]) -> str:
    ordered = sorted(failures.items(), key=lambda each: (-each[1], each[0]))
    rows: list[tuple[object, ...]] = [(syscall, error, calls) for (syscall, error), calls in ordered[:_CALLS]]
    rest = ordered[_CALLS:]
    if rest:
        rows.append((f"and {len(rest)} more", "", sum(calls for _, calls in rest)))
    return html_table(("failed", "error", "events"), rows, left=("failed", "error"))


def _first_calls(events: Iterable[Event]) -> str:
    """A table of the first calls; those of every program's start are only counted."""
    tell = OwnCalls()
    rows: list[tuple[object, ...]] = []
    first: int | None = None
    loaders = 0
    for event, _ in zip(events, range(_LOOKED_AT)):
        first = event.timestamp if first is None else first
        if tell.is_own(event):
            rows.append(_event_row(event, first))
            if len(rows) == _CALLS:
                break
        else:
            loaders += 1
    note = f"<p>without {loaders} calls of the dynamic loader and for the locale</p>" if loaders else ""
    if not rows:
        return note
    return (
        html_table(("time", "duration", "pid", "comm", "call", "result"), rows, left=("comm", "call", "result")) + note
    )


def _event_row(event: Event, first: int) -> tuple[object, ...]:
    call, result = call_and_result(event)
    took = "" if event.duration is None else duration(event.duration)
    return (f"{(event.timestamp - first) / 1e9:.6f}", took, event.pid, event.comm, call, result)


def call_and_result(event: Event) -> tuple[str, str]:
    """Its line in two: the call, cut where it is long, and its result, a number or the error's name."""
    call, found, result = repr(event).rpartition(") = ")
    call = f"{call})" if found else repr(event)
    if len(call) > _LONGEST_CALL:
        call = f"{call[:_LONGEST_CALL]}..."
    return call, event.error or result.partition("<")[0].strip()


def duration(ns: float) -> str:
    """With a unit that suits it: "1.5 ms"."""
    for unit, size in (("s", 1e9), ("ms", 1e6), ("us", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}" if ns < 1000 * size else f"{ns / size:.0f} {unit}"
    return f"{ns:.0f} ns"


def _timeline(threads: Sequence[ThreadCalls], seconds: float) -> str:
    """A row of bars for each thread, those with the most calls; the failed calls are red. Heights are logarithms: one
    call is seen beside ten thousand."""
    shown = sorted(threads, key=lambda thread: (-thread.calls, thread.tid))[:_THREADS]
    most = max(max(thread.calls_by_part) for thread in shown)
    height = (len(shown) + 1) * _ROW
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        'font-family="sans-serif" font-size="11" fill="currentColor" style="max-width:100%">'
    ]
    for place, thread in enumerate(shown):
        base = (place + 1) * _ROW
        name = html_text(f"{printable(thread.comm)} {thread.tid}".strip())
        failed = f", {thread.errors} failed" if thread.errors else ""
        lines.append(
            f"<g><title>{name}: {thread.calls} calls{failed}</title>"
            f'<text x="{_LABELS - 8}" y="{base - 4}" text-anchor="end">{name}</text>'
            f'<path fill="{_CALL_COLOR}" d="{_bars(thread.calls_by_part, most, base)}"/>'
            f'<path fill="{ERROR_COLOR}" d="{_bars(thread.errors_by_part, most, base)}"/></g>'
        )
    rest = len(threads) - len(shown)
    axis = height - 5
    lines += [
        f'<text x="{_LABELS}" y="{axis}">0</text>',
        f'<text x="{_WIDTH - 2}" y="{axis}" text-anchor="end">{duration(seconds * 1e9)}</text>',
        *([f'<text x="{_LABELS - 8}" y="{axis}" text-anchor="end">and {rest} more threads</text>'] if rest else []),
        "</svg>",
    ]
    return "".join(lines)


def _bars(counts: Sequence[int], most: int, base: int) -> str:
    """The outlines of a row's bars, where there are any."""
    width = (_WIDTH - _LABELS) / len(counts)
    scale = (_ROW - 3) / math.log1p(most)
    return "".join(
        f"M{_LABELS + place * width:.1f} {base}v{-max(1.0, scale * math.log1p(count)):.1f}h{width:.1f}V{base}z"
        for place, count in enumerate(counts)
        if count
    )
