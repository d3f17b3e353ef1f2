# SPDX-License-Identifier: MIT
"""Shows how long threads run on a CPU at a time, or with -O how long they don't, as BCC's cpudist does.

The kernel adds up. A time counts where it ends.

Examples:
  cpudist 1 10              ten times, each after a second
  cpudist -O -P -- make     between two turns, by name, of a command
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.script import Options, Run, scope
from traceleft.span import Begin, Span
from traceleft.spans import distribution_options, show_distributions

SWITCH = "sched:sched_switch"
options = Options(__doc__)
options.flags(offcpu="-O, the time off the CPU", comms="-P, by the thread's name", tids="-L, by thread")
distribution_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    by = ["prev_pid", "prev_comm"] if args.tids else ["prev_comm"] if args.comms else []
    leaves = str(scope(args, "prev_pid != 0"))
    if args.offcpu:
        span = Span(SWITCH, ["next_pid"], [Begin(SWITCH, ["prev_pid"], leaves)], by_begin=True)
    else:
        span = Span(SWITCH, ["prev_pid"], [Begin(SWITCH, ["next_pid"])], leaves)

    def title(*parts: object) -> str:
        return f"tid {parts[0]} {parts[1]}" if args.tids else str(parts[0]) if parts else "off" if args.offcpu else "on"

    with traceleft.Meter() as meter:
        show_distributions(args, run, meter.histogram(span, by=by, **run.scope()), title)


if __name__ == "__main__":
    options.run(main)
