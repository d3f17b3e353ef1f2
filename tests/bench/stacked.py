# SPDX-License-Identifier: MIT
"""What stacks, and counting a tracepoint, add to a call, in Markdown; scripts/bench --stacks runs it.

Usage: stacked.py RUNS LOOP [--write]. LOOP is call_turns.c, compiled with frame pointers: its reads are below 16
functions. Beside it are bare_count, and call_turns_framed, which has no tables for them. With --write the table goes
into docs/speed.md.
"""

from __future__ import annotations

import contextlib
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from figures import write_table
from turns import Loop

import traceleft

SOURCE = "signal:signal_generate"
READ, KILL = "an untraced read", "an untraced kill"
BARE = {
    "a bare program that takes the stack of user space": "take_frames",
    "a bare program that counts kill's tracepoint": "count_all",
    "a bare program that counts kill's tracepoint by sig": "count_signals",
}
"""Programs of bare_count.bpf.c, by row."""
BESIDE = {
    "event": READ,
    "event with the kernel's stack": "event",
    "event with the stack of user space": "event",
    "event with the stack of user space, by frame pointers": "event",
    "count by comm": READ,
    "count by comm, kstack": "count by comm",
    "count by comm, ustack": "count by comm",
    "a bare program that takes the stack of user space": READ,
    "an empty program at kill's tracepoint": KILL,
    "a bare program that counts kill's tracepoint": KILL,
    "a bare program that counts kill's tracepoint by sig": KILL,
    "count of kill's tracepoint": KILL,
    "count of kill's tracepoint by sig": KILL,
    "count of kill's tracepoint by comm": KILL,
}
"""Each row, and the one whose time is subtracted."""


@contextlib.contextmanager
def bare(program: str, folder: Path) -> Iterator[None]:
    command = [folder / "bare_count", folder / "bare_count.bpf.o", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if not process.stdout or process.stdout.readline() != "ready\n":
            raise RuntimeError(f"{program} was refused")
        yield


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
            kept = tracer.count(SOURCE, by=[word for word in ("sig", "comm") if row.endswith(f"by {word}")])
        elif row.startswith("an empty"):
            program = tracer.empty_program(SOURCE)
            program.attach()
        yield
        if tracer.stats().lost:
            raise RuntimeError("events were lost, which costs otherwise than to keep them")
        del kept


def measure(runs: int, loop: Loop, folder: Path) -> dict[str, list[float]]:
    """ns a call of each row, run by run, in turns."""
    framed = Loop(str(folder / "call_turns_framed"), Path("/dev/null"))
    rows = [READ, KILL, *BESIDE]
    costs: dict[str, list[float]] = {row: [] for row in rows}
    for number in range(runs):
        for row in rows:
            print(f"run {number + 1} of {runs}: {row} ...", file=sys.stderr)
            used = framed if row.endswith("by frame pointers") else loop
            with bare(BARE[row], folder) if row in BARE else attached(row, used.pid):
                costs[row].append(used.best("kill" if "kill" in row else "deep"))
    framed.end()
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
    lines = table(measure(runs, loop, Path(program).parent))
    loop.end()
    print("\n".join(lines))
    if writes:
        write_table("--stacks", lines)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], "--write" in sys.argv)
