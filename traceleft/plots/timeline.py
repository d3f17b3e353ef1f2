# SPDX-License-Identifier: MIT
"""Calls in time, a row for each thread: a strace that can be seen and zoomed."""

from __future__ import annotations

import heapq
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from traceleft import _core
from traceleft.errors import UsageError
from traceleft.picture import ERROR_COLOR, call_and_result, duration
from traceleft.plots.labels import lines, thread

if TYPE_CHECKING:
    from plotly.graph_objects import Figure, Scatter

    from traceleft._core import Batch, Event

_COLORS = (
    *("#4c78a8", "#f58518", "#72b7b2", "#54a24b", "#eeca3b", "#b279a2"),
    *("#9d755d", "#83bcb6", "#88d27a", "#d6a5c9", "#79706e", "#3949ab", "#bab0ac"),
)
_SYSCALLS = len(_COLORS) - 1
"""That have a color of their own; the last is that of the others."""
_ROW, _ROOM = 28, 160
"""Pixels: of a thread, and beside the threads."""
_LEAST_HEIGHT = 340
"""In which all syscalls are named."""
_MOST_ROWS = 40
"""Threads that fit without being pressed together."""
_LINE = 90
"""Characters of a line where the mouse is."""


def figure(batches: Sequence[Batch], calls: int) -> Figure:
    """The `calls` longest ones of the events. Raises UsageError."""
    import plotly.graph_objects as go

    if calls < 1:
        raise UsageError(f"a timeline shows at least one call, not {calls!r}")
    total = sum(map(len, batches))
    if not total:
        raise UsageError("there are no events to plot")
    events = sorted(_longest(batches, calls), key=_begin)
    first = _begin(events[0])
    rows = _rows(events)
    by_syscall: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_syscall[event.syscall].append(event)
    ordered = sorted(by_syscall.items(), key=lambda each: (-len(each[1]), each[0]))
    result = go.Figure([_bars(name, its, first, rows) for name, its in ordered[:_SYSCALLS]])
    rest = [event for _, its in ordered[_SYSCALLS:] for event in its]
    if rest:
        result.add_trace(_bars(f"{len(ordered) - _SYSCALLS} others", rest, first, rows))
    failed = [event for event in events if event.error is not None]
    if failed:
        result.add_trace(_failures(failed, first, rows))
    title = f"{total} calls" if total == len(events) else f"the {len(events)} longest of {total} calls"
    result.update_layout(
        title=title,
        height=max(_LEAST_HEIGHT, _ROOM + _ROW * min(len(rows), _MOST_ROWS)),
        xaxis={"title": "seconds", "rangemode": "nonnegative"},
        yaxis={
            "type": "category",
            "categoryarray": list(rows.values())[::-1],
            "range": [-0.5, len(rows) - 0.5],
            "dtick": 1,
        },
        colorway=_COLORS,
        hovermode="closest",
        template="plotly_white",
    )
    return result


def _longest(batches: Sequence[Batch], calls: int) -> Iterable[Event]:
    """Those whose duration wasn't measured took no time."""
    if sum(map(len, batches)) <= calls:
        return [event for batch in batches for event in batch]
    least = heapq.nlargest(calls, (event.duration or 0 for batch in batches for event in batch))[-1]
    kept: list[Event] = []
    spare: list[Event] = []
    for batch in batches:
        if least:
            batch = _core.filter(batch, _core.Question(f"duration >= {least}"))
        for event in batch:
            if (event.duration or 0) > least:
                kept.append(event)
            elif len(spare) < calls:
                spare.append(event)
    return [*kept, *spare[: calls - len(kept)]]


def _begin(event: Event) -> int:
    """ns, CLOCK_MONOTONIC."""
    return event.timestamp - (event.duration or 0)


def _thread(event: Event) -> int:
    return event.tid or event.pid


def _rows(events: Sequence[Event]) -> dict[int, str]:
    """The threads, the first ones first, with the last name that each had."""
    names = {_thread(event): event.comm for event in events}
    return {tid: thread(comm, tid) for tid, comm in names.items()}


def _bars(name: str, events: Sequence[Event], first: int, rows: dict[int, str]) -> Scatter:
    """A bar for each call; marks at the beginnings show those that are shorter than a pixel."""
    import plotly.graph_objects as go

    x: list[float | None] = []
    y: list[str | None] = []
    texts: list[str] = []
    for event in events:
        begin = (_begin(event) - first) / 1e9
        x += [begin, begin + (event.duration or 0) / 1e9, None]
        y += [rows[_thread(event)]] * 2 + [None]
        texts += [_text(event)] * 2 + [""]
    return go.Scatter(
        x=x,
        y=y,
        text=texts,
        name=name,
        mode="lines+markers",
        line={"width": 12},
        marker={"symbol": "line-ns-open", "size": [12, 0, 0] * len(events), "line": {"width": 1}},
        hovertemplate="%{text}<extra></extra>",
    )


def _failures(events: Sequence[Event], first: int, rows: dict[int, str]) -> Scatter:
    import plotly.graph_objects as go

    return go.Scatter(
        x=[(event.timestamp - first) / 1e9 for event in events],
        y=[rows[_thread(event)] for event in events],
        text=[_text(event) for event in events],
        name="failed",
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 16, "color": ERROR_COLOR, "line": {"width": 2, "color": ERROR_COLOR}},
        hovertemplate="%{text}<extra></extra>",
    )


def _text(event: Event) -> str:
    call, result = call_and_result(event)
    took = "" if event.duration is None else f", {duration(event.duration)}"
    return lines(*textwrap.wrap(call, _LINE), f"= {result}{took}")
