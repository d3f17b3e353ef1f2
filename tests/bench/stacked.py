# SPDX-License-Identifier: MIT
"""What stacks, and counting a tracepoint, add to a call, in Markdown; scripts/bench --stacks runs it.

Usage: stacked.py RUNS LOOP [--write]. LOOP is call_turns.c, compiled with frame pointers: its reads are below 16
functions. With --write the table goes into docs/speed.md.
"""

from __future__ import annotations

import contextlib
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from figures import write_table
from turns import Loop

import traceleft

SOURCE = "signal:signal_generate"
READ, KILL = "an untraced read", "an untraced kill"
BESIDE = {
    "event": READ,
    "event with the kernel's stack": "event",
    "event with the stack of user space": "event",
    "count by comm": READ,
    "count by comm, kstack": "count by comm",
    "count by comm, ustack": "count by comm",
    "an empty program at kill's tracepoint": KILL,
    "count of kill's tracepoint": KILL,
    "count of kill's tracepoint by sig": KILL,
}
"""Each row, and the one whose time is subtracted."""


@contextlib.contextmanager
def attached(row: str, pid: int) -> Iterator[None]:
    """While a row is measured."""
    own: dict[str, Any] = {"pids": [pid]}
    stacks = ["kstack"] * ("kernel" in row) + ["ustack"] * ("user" in row)
    with traceleft.Tracer(discard=True, stacks=stacks) as tracer:
        kept: object = None
        if row.startswith("event"):
            kept = tracer.attach("read", **own)
        elif row.startswith("count by"):
            kept = tracer.count("read", by=row.removeprefix("count by ").split(", "), **own)
        elif row.startswith("count of"):
            kept = tracer.count(SOURCE, by=["sig"] if row.endswith("sig") else [])
        elif row.startswith("an empty"):
            program = tracer.empty_program(SOURCE)
            program.attach()
        yield
        if tracer.stats().lost:
            raise RuntimeError("events were lost, which costs otherwise than to keep them")
        del kept


def measure(runs: int, loop: Loop) -> dict[str, list[float]]:
    """ns a call of each row, run by run, in turns."""
    rows = [READ, KILL, *BESIDE]
    costs: dict[str, list[float]] = {row: [] for row in rows}
    for number in range(runs):
        for row in rows:
            print(f"run {number + 1} of {runs}: {row} ...", file=sys.stderr)
            with attached(row, loop.pid):
                costs[row].append(loop.best("kill" if "kill" in row else "deep"))
    return costs


def table(costs: dict[str, list[float]]) -> list[str]:
    lines = ["| | ns a call | beside | adds, best of each | adds, median of pairs |", "|---|--:|---|--:|--:|"]
    for row, beside in BESIDE.items():
        each, other = costs[row], costs[beside]
        median = statistics.median(one - two for one, two in zip(each, other))
        adds = f"{min(each) - min(other):+.0f} | {median:+.0f}"
        lines.append(f"| {row} | {min(each):.0f} to {max(each):.0f} | {beside} | {adds} |")
    return lines


def main(runs: int, program: str, writes: bool) -> None:
    loop = Loop(program, Path("/dev/null"))
    lines = table(measure(runs, loop))
    loop.end()
    print("\n".join(lines))
    if writes:
        write_table("--stacks", lines)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], "--write" in sys.argv)
