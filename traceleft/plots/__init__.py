# SPDX-License-Identifier: MIT
"""Plots of a capture, by Plotly: they can be zoomed, and are drawn without a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from traceleft.extras import needed

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from traceleft._core import Batch, Event
    from traceleft.uses import Connection, File, Rows


class Traced(Protocol):
    """What is plotted: a Capture."""

    @property
    def batches(self) -> Sequence[Batch]: ...
    def __iter__(self) -> Iterator[Event]: ...
    def files(self) -> Rows[File]: ...
    def connections(self) -> Rows[Connection]: ...


class Plots:
    """Plots of a capture, each a figure of Plotly's: `capture.plot.timeline()`.

    Of a part of the calls there is `capture.where("...").plot`. All raise TraceleftError without plotly, and UsageError
    where the capture has nothing to plot.
    """

    def __init__(self, traced: Traced) -> None:
        with needed("plot", "plot"):
            import plotly.graph_objects  # noqa: F401
        self._traced = traced

    def timeline(self, calls: int = 5_000) -> Figure:
        """A row for each thread, with a bar from each call's entry to its exit. The mouse shows the call and result.

        Args:
            calls: only so many are shown, those that took longest.
        """
        from traceleft.plots import timeline

        return timeline.figure(self._traced.batches, calls)

    def latency(self) -> Figure:
        """A heat map: how many calls took how long at which time."""
        from traceleft.plots import latency

        return latency.heat_map(self._traced)

    def ecdf(self, syscalls: int = 8) -> Figure:
        """The share of a syscall's calls that took no longer than a time, for each of those with the most calls.

        Args:
            syscalls: how many.
        """
        from traceleft.plots import latency

        return latency.ecdf(self._traced, syscalls)

    def icicle(self, by: str = "calls") -> Figure:
        """Processes, their syscalls and the paths of these as boxes in boxes; a click goes into one.

        Args:
            by: what widths stand for: "calls", "errors" or "seconds".
        """
        from traceleft.plots import icicle

        return icicle.figure(self._traced, by)

    def files(self, number: int = 20) -> Figure:
        """Bytes read from files and written to them: of those with the most. Of a capture with files=True.

        Args:
            number: how many files.
        """
        from traceleft.plots import uses

        return uses.files(self._traced.files(), number)

    def connections(self, number: int = 30) -> Figure:
        """Who talks to whom: processes and the other ends of their sockets, with the bytes between them. Of a capture
        with files=True.

        Args:
            number: how many pairs, those with the most bytes.
        """
        from traceleft.plots import uses

        return uses.connections(self._traced.connections(), number)
