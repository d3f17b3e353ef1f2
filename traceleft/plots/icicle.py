# SPDX-License-Identifier: MIT
"""Processes, syscalls and paths as boxes in boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from traceleft.errors import UsageError
from traceleft.plots.labels import label

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from traceleft._core import Event

_WEIGHTS: dict[str, Callable[[Event], float]] = {
    "calls": lambda event: 1,
    "errors": lambda event: event.error is not None,
    "seconds": lambda event: (event.duration or 0) / 1e9,
}
_PATHS = ("filename", "pathname", "path", "oldname", "name")
"""Arguments that are a path, the one that is meant first."""
_LEAST = 1 / 2000
"""Boxes with a smaller share of the whole are one."""
_Box = tuple[str, ...]
"""A box's name, behind those of the boxes around it."""


def figure(events: Iterable[Event], by: str) -> Figure:
    """Widths are calls, errors or seconds. Raises UsageError."""
    import plotly.graph_objects as go

    if by not in _WEIGHTS:
        raise UsageError(f"widths are calls, errors or seconds, not {by!r}")
    weight = _WEIGHTS[by]
    leaves: Counter[_Box] = Counter()
    for event in events:
        value = weight(event)
        if value:
            leaves[_place(event)] += value  # type: ignore[assignment]  # seconds are no integers
    if not leaves:
        raise UsageError(f"these calls have no {by}")
    boxes = _boxes(leaves)
    ids = {box: str(number) for number, box in enumerate(boxes)}
    result = go.Figure(
        go.Icicle(
            ids=list(ids.values()),
            labels=[label(box[-1]) if box else "all" for box in boxes],
            parents=[ids[box[:-1]] if box else "" for box in boxes],
            values=list(boxes.values()),
            branchvalues="total",
            hovertemplate="%{label}<br>%{value} " + by + " (%{percentRoot})<extra></extra>",
            tiling={"orientation": "v"},
        )
    )
    result.update_layout(title=f"{by} by process, syscall and path", template="plotly_white", margin={"t": 50, "b": 10})
    return result


def _place(event: Event) -> _Box:
    path = event.resolved_path or next((event[name] for name in _PATHS if isinstance(event.get(name), str)), None)
    if path is None and "fd" in event and event.files.get("fd"):
        path = event.files["fd"].path
    outer = (f"{event.comm} {event.pid}", event.syscall)
    return (*outer, path) if path else outer


def _boxes(leaves: Counter[_Box]) -> dict[_Box, float]:
    """All boxes with what they hold; those too small to be seen are one in each."""
    total = sum(leaves.values())
    sums: Counter[_Box] = Counter()
    for leaf, value in leaves.items():
        for depth in range(len(leaf) + 1):
            sums[leaf[:depth]] += value
    kept = {box: value for box, value in sums.items() if value >= total * _LEAST}
    small: Counter[_Box] = Counter()
    number: Counter[_Box] = Counter()
    for box, value in sums.items():
        if box not in kept and box[:-1] in kept:
            small[box[:-1]] += value
            number[box[:-1]] += 1
    kept |= {(*box, f"{number[box]} more"): value for box, value in small.items()}
    return dict(sorted(kept.items()))
