# SPDX-License-Identifier: MIT
"""What it adds to a call to have its arguments as they were passed, too, in Markdown; scripts/bench --entered runs it.

Usage: entered.py RUNS LOOP [--write]. LOOP is call_turns.c, compiled. With --write the table goes into docs/speed.md.
The same handler is compiled with its program at the call's entry, and without.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from figures import write_table
from turns import Loop, Row, measure, table

import traceleft

HANDLERS = Path(__file__).resolve().parents[2] / "battery" / "generated"
ENTRY = re.compile(r'SEC\("kprobe/.*?^}\n', re.DOTALL | re.MULTILINE)
ROWS = (
    Row("getsockname", "getsockname", "`getsockname`, its length"),
    Row("select", "select", "`select`, its timeout and a set of files"),
    Row("stat", "stat", "`stat`, its path, which it reads there instead"),
    Row("getppid", "getsockname", "`getppid`, not traced, while `getsockname` is"),
)


def compiled(name: str, entered: bool) -> traceleft.Handler:
    source = (HANDLERS / f"handle_syscall_{name}.bpf.c").read_text()
    without, found = ENTRY.subn("", source)
    if not found:
        raise LookupError(f"the handler of {name} has no program at its entry")
    return traceleft.Handler.from_source(source if entered else without)


def main(runs: int, program: str, writes: bool) -> None:
    handlers = {(row.traced, entered): compiled(row.traced, entered) for row in ROWS for entered in (False, True)}
    loop = Loop(program, Path("/dev/null"))

    def turn(row: Row, entered: bool) -> float:
        with traceleft.Tracer(discard=True) as tracer:
            tracer.attach(handlers[row.traced, entered], pids=[loop.pid])
            best = loop.best(row.call)
            if tracer.stats().lost:
                raise RuntimeError("events were lost, which costs otherwise than to keep them")
        return best

    lines = table(measure(runs, ROWS, turn), "the entry")
    loop.end()
    print("\n".join(lines))
    if writes:
        write_table("--entered", lines)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], "--write" in sys.argv)
