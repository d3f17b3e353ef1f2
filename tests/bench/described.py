# SPDX-License-Identifier: MIT
"""What it adds to a call to describe its descriptors, in Markdown; scripts/bench --files runs it.

Usage: described.py RUNS LOOP [--write]. LOOP is call_turns.c, compiled. With --write the table goes into docs/speed.md.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from figures import write_table

import traceleft

PATH_BYTES = 60
BURSTS = 10
BURST_CALLS = {"read": 5_000, "getppid": 5_000, "open": 1_000}


class Row(NamedTuple):
    call: str
    """One that call_turns.c knows."""
    traced: str
    name: str


ROWS = (
    Row("read", "read", "`read`, its file known"),
    Row("open", "openat", "`openat`, each time a new file, whose path has 60 bytes; and `close`, not traced"),
    Row("getppid", "getppid", "`getppid`, which has no descriptor"),
    Row("getppid", "read", "`getppid`, not traced, while `read` is"),
)


class Loop:
    """A process that makes calls."""

    def __init__(self, program: str, path: Path) -> None:
        self._process = subprocess.Popen([program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.pid = self._process.pid

    def burst(self, call: str) -> float:
        """ns a call."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{call} {BURST_CALLS[call]}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def end(self) -> None:
        self._process.communicate()


def turn(loop: Loop, row: Row, files: bool) -> float:
    """ns a call, of the best burst: the others shared the CPU."""
    with traceleft.Tracer(discard=True, files=files) as tracer:
        tracer.attach(row.traced, pids=[loop.pid])
        best = min(loop.burst(row.call) for _ in range(BURSTS))
        if tracer.stats().lost or tracer.stats().untold:
            raise RuntimeError("events were lost, which costs otherwise than to keep them")
    return best


def measure(runs: int, program: str) -> dict[Row, tuple[list[float], list[float]]]:
    """For each row the ns of a call without and with its files, run by run, in turns."""
    costs: dict[Row, tuple[list[float], list[float]]] = {row: ([], []) for row in ROWS}
    with tempfile.TemporaryDirectory() as directory:
        path = Path(f"{directory}/files/of/a-benchmark/".ljust(PATH_BYTES, "x"))
        path.parent.mkdir(parents=True)
        path.touch()
        loop = Loop(program, path)
        for number in range(runs):
            for row in ROWS:
                print(f"run {number + 1} of {runs}: {row.name} ...", file=sys.stderr)
                for files in (False, True) if number % 2 else (True, False):
                    costs[row][files].append(turn(loop, row, files))
        loop.end()
    return costs


def table(costs: dict[Row, tuple[list[float], list[float]]]) -> list[str]:
    lines = [
        "| | ns without files | with files | adds, best of each | adds, median of pairs | ratio, median of pairs |",
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


def main(runs: int, program: str, writes: bool) -> None:
    lines = table(measure(runs, program))
    print("\n".join(lines))
    if writes:
        write_table("--files", lines)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], "--write" in sys.argv)
