# SPDX-License-Identifier: MIT
"""What it adds to a call to describe its descriptors, in Markdown; scripts/bench --files runs it.

Usage: described.py RUNS LOOP [--write]. LOOP is call_turns.c, compiled. With --write the table goes into docs/speed.md.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from figures import write_table
from turns import Loop, Row, measure, table

import traceleft

PATH_BYTES = 60
ROWS = (
    Row("read", "read", "`read`, its file known"),
    Row("open", "openat", "`openat`, each time a new file, whose path has 60 bytes; and `close`, not traced"),
    Row("getppid", "getppid", "`getppid`, which has no descriptor"),
    Row("getppid", "read", "`getppid`, not traced, while `read` is"),
)


def main(runs: int, program: str, writes: bool) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = Path(f"{directory}/files/of/a-benchmark/".ljust(PATH_BYTES, "x"))
        path.parent.mkdir(parents=True)
        path.touch()
        loop = Loop(program, path)

        def turn(row: Row, files: bool) -> float:
            with traceleft.Tracer(discard=True, files=files) as tracer:
                tracer.attach(row.traced, pids=[loop.pid])
                best = loop.best(row.call)
                if tracer.stats().lost or tracer.stats().untold:
                    raise RuntimeError("events were lost, which costs otherwise than to keep them")
            return best

        lines = table(measure(runs, ROWS, turn), "files")
        loop.end()
    print("\n".join(lines))
    if writes:
        write_table("--files", lines)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], "--write" in sys.argv)
