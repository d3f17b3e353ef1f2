# SPDX-License-Identifier: MIT
"""Shows how long threads were off the CPU, by the stack with which they left it, as BCC's offcputime does.

The kernel adds up. A time counts where it ends.

Examples:
  offcputime -d 5                        of the whole machine
  offcputime -K -m 1000 -p 181 -d 10     the kernel's stacks of waits of a millisecond or more, of a process
  offcputime -f -- make >stacks          in lines, for flame graph programs, of a command
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

import traceleft
from traceleft import flame
from traceleft.script import Options, Run, scope
from traceleft.span import Begin, Span
from traceleft.stack_counts import stack_options, stacks

SWITCH = "sched:sched_switch"
options = Options(__doc__)
stack_options(options)
options.add_argument("-m", "--min-block-time", type=int, default=1, help="shortest time to count, us (default: 1)")
options.add_argument("-M", "--max-block-time", type=int, default=1 << 63, help="longest, us (default: any)")
options.add_argument("--state", type=int, help="only threads that left in this state: 1 sleeps, 2 can't be interrupted")


def main(args: argparse.Namespace, run: Run) -> None:
    by = ("prev_comm", *stacks(args))
    left = scope(args, "prev_pid != 0", None if args.state is None else f"prev_state == {args.state}")
    span = Span(SWITCH, ["next_pid"], [Begin(SWITCH, ["prev_pid"], str(left))], by_begin=True)
    with traceleft.Meter() as meter:
        off = meter.histogram(span, by=by, max_stacks=args.stack_storage_size, **run.scope())
        run.wait(off)
        micros: Counter[tuple[Any, ...]] = Counter()
        for row in off.read().rows:  # one for each bucket
            if args.min_block_time <= row.min // 1000 and row.max // 1000 <= args.max_block_time:
                micros[row.key] += row.sum // 1000
        graph = flame.FlameGraph(("comm", *by[1:]), micros)
        print(graph.folded() if args.folded else flame.stack_text(graph, unit="us off the CPU"), end="")


if __name__ == "__main__":
    options.run(main)
