# SPDX-License-Identifier: MIT
"""Costs of a call, measured in turns without and with something, in one process."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

BURSTS = 60
BURST_CALLS = 500
BURST_OPENS = 200
"""Few: a burst that is never interrupted is shorter than a time slice."""


class Row(NamedTuple):
    call: str
    """One that call_turns.c knows."""
    traced: str
    name: str


Costs = dict[Row, tuple[list[float], list[float]]]
"""For each row the ns of a call without and with it, run by run."""


class Loop:
    """A process that makes calls: call_turns.c, compiled."""

    def __init__(self, program: str, path: Path) -> None:
        self._process = subprocess.Popen([program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.pid = self._process.pid

    def best(self, call: str) -> float:
        """ns a call, of the best burst: the others shared the CPU."""
        return min(self._burst(call, BURST_OPENS if call == "open" else BURST_CALLS) for _ in range(BURSTS))

    def _burst(self, call: str, count: int) -> float:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{call} {count}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def end(self) -> None:
        self._process.communicate()


def measure(runs: int, rows: tuple[Row, ...], turn: Callable[[Row, bool], float]) -> Costs:
    costs: Costs = {row: ([], []) for row in rows}
    for number in range(runs):
        for row in rows:
            print(f"run {number + 1} of {runs}: {row.name} ...", file=sys.stderr)
            for what in (False, True) if number % 2 else (True, False):
                costs[row][what].append(turn(row, what))
    return costs


def table(costs: Costs, what: str) -> list[str]:
    """In Markdown; `what` is what the second turn had."""
    lines = [
        f"| | ns without {what} | with {what} | adds, best of each | adds, median of pairs | ratio, median of pairs |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for row, (without, described) in costs.items():
        pairs = list(zip(without, described))
        lines.append(
            f"| {row.name} | {min(without):.0f} to {max(without):.0f} | {min(described):.0f} to {max(described):.0f} "
            f"| {min(described) - min(without):+.0f} | {statistics.median(b - a for a, b in pairs):+.0f} "
            f"| {statistics.median(b / a for a, b in pairs):.2f} |"
        )
    return lines
