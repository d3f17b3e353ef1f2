# SPDX-License-Identifier: MIT
"""How long calls took."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from traceleft.errors import UsageError
from traceleft.picture import duration
from traceleft.plots.labels import label

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from traceleft._core import Event

_COLUMNS = 120
_STEPS = 4
"""Rows of the heat map in which times double."""
_POINTS = 400
"""Of a curve."""


def _measured(events: Iterable[Event]) -> list[tuple[int, int, str]]:
    """Timestamp, duration and syscall. Raises UsageError where there are none."""
    found = [(event.timestamp, event.duration, event.syscall) for event in events if event.duration is not None]
    if not found:
        raise UsageError("no call's duration was measured: trace with durations=True, or -T")
    return found


def heat_map(events: Iterable[Event]) -> Figure:
    """Times from left to right, durations from below, more calls darker."""
    import plotly.graph_objects as go

    measured = _measured(events)
    first, last = min(measured)[0], max(measured)[0]
    width = (last - first) // _COLUMNS + 1
    cells = Counter((_row(took), (timestamp - first) // width) for timestamp, took, _ in measured)
    rows = range(min(row for row, _ in cells), max(row for row, _ in cells) + 1)
    counts = [[cells.get((row, column)) for column in range(_COLUMNS)] for row in rows]
    result = go.Figure(
        go.Heatmap(
            x=[(column + 0.5) * width / 1e9 for column in range(_COLUMNS)],
            y=[_middle(row) / 1e9 for row in rows],
            z=[[None if count is None else math.log10(count) for count in row] for row in counts],
            text=[
                [f"{count or 0} calls of {duration(_least(row))} to {duration(_least(row + 1))}" for count in counted]
                for row, counted in zip(rows, counts)
            ],
            hovertemplate="at %{x:.6f} s<br>%{text}<extra></extra>",
            colorscale="YlOrRd",
            colorbar={"title": "calls", **_powers(max(cells.values()))},
        )
    )
    result.update_layout(
        title=f"{len(measured)} calls by time and duration",
        xaxis_title="seconds",
        yaxis={"type": "log", "title": "duration", **_durations(_least(rows[0]), _least(rows[-1] + 1))},
        template="plotly_white",
    )
    return result


def ecdf(events: Iterable[Event], syscalls: int) -> Figure:
    """A curve for each syscall, those with the most calls."""
    import plotly.graph_objects as go

    by_syscall: defaultdict[str, list[int]] = defaultdict(list)
    for _, took, syscall in _measured(events):
        by_syscall[syscall].append(took)
    ordered = sorted(by_syscall.items(), key=lambda each: (-len(each[1]), each[0]))[: max(1, syscalls)]
    result = go.Figure()
    for name, durations in ordered:
        durations.sort()
        places = sorted({round(place * (len(durations) - 1) / _POINTS) for place in range(_POINTS + 1)})
        result.add_trace(
            go.Scatter(
                x=[max(1, durations[place]) / 1e9 for place in places],
                y=[(place + 1) / len(durations) for place in places],
                text=[duration(durations[place]) for place in places],
                name=f"{label(name)} ({len(durations)})",
                mode="lines+markers" if len(places) < 20 else "lines",
                line={"shape": "hv"},
                hovertemplate="%{y:.2%} within %{text}",
            )
        )
    shown = [took for _, durations in ordered for took in durations]
    result.update_layout(
        title="share of calls that took no longer",
        xaxis={"type": "log", "title": "duration", **_durations(max(1, min(shown)), max(1, *shown))},
        yaxis={"range": [0, 1.02], "tickformat": ".0%"},
        template="plotly_white",
        showlegend=True,
    )
    return result


def _row(ns: int) -> int:
    return math.floor(_STEPS * math.log2(max(1, ns)))


def _least(row: int) -> float:
    """ns, of the row's lower edge."""
    return float(2 ** (row / _STEPS))


def _middle(row: int) -> float:
    return _least(row) * float(2 ** (0.5 / _STEPS))


def _durations(least: float, most: float) -> dict[str, object]:
    """An axis's marks at powers of ten."""
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    return {
        "tickvals": [10.0**power / 1e9 for power in powers],
        "ticktext": [duration(10.0**power) for power in powers],
    }


def _powers(most: int) -> dict[str, object]:
    powers = range(math.floor(math.log10(most)) + 1)
    return {"tickvals": list(powers), "ticktext": [str(10**power) for power in powers]}
