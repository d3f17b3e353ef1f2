# SPDX-License-Identifier: MIT
"""What processes that make calls at the same time cost each other, in Markdown; scripts/bench --producers runs it.

Usage: producers.py RUNS LOOP [--write]. LOOP is read_loop.c, compiled. All loops begin at the same moment, each on a
CPU that it gives to nobody, and end before the ring is full: the reader of the ring runs only then. With --write the
table goes into docs/speed.md.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

from figures import write_table

import traceleft

READS = 25_000
READY = 400_000_000
"""ns in which all loops have been started."""


def loops(program: str, count: int) -> float:
    """ns of a read in so many loops, each on a CPU of its own."""
    start = str(time.monotonic_ns() + READY)
    cpus = sorted(os.sched_getaffinity(0))[-count:]
    running = [
        subprocess.Popen([program, str(READS), str(cpu), start], stdout=subprocess.PIPE, text=True) for cpu in cpus
    ]
    return statistics.mean(float(each.communicate()[0]) for each in running)


def traced(program: str, count: int, one_ring: bool) -> float:
    # What is told of processes needs one ring; it costs a read nothing.
    with traceleft.Tracer(discard=True, processes=one_ring) as tracer:
        tracer.attach("read", where='comm == "read_loop"')
        cost = loops(program, count)
        tracer.stop()
        assert not tracer.stats().lost
    return cost


def main(runs: int, program: str, writes: bool) -> None:
    found: dict[tuple[str, int], list[float]] = {}
    for number in range(runs):
        print(f"run {number + 1} of {runs} ...", file=sys.stderr)
        for count in (1, 2):
            found.setdefault(("untraced", count), []).append(loops(program, count))
            for name, one_ring in (("one ring", True), ("a ring for each CPU", False)):
                found.setdefault((name, count), []).append(traced(program, count, one_ring))
    lines = ["| | processes | ns a read | min to max | adds, best of each |", "|---|--:|--:|--:|--:|"]
    for (name, count), costs in sorted(found.items(), key=lambda each: each[0][1]):
        adds = min(costs) - min(found["untraced", count])
        lines.append(
            f"| {name} | {count} | {statistics.median(costs):.0f} | {min(costs):.0f} to {max(costs):.0f} "
            f"| {adds:+.0f} |"
        )
    print("\n".join(lines))
    if writes:
        write_table("--producers", lines)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], "--write" in sys.argv)
