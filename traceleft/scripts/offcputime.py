# SPDX-License-Identifier: MIT
"""Shows how long threads were off the CPU, by the stack with which they left it, as BCC's offcputime does.

It adds up in Python, with an event for each switch: beyond some 100,000 a second events are lost, and said.

Examples:
  offcputime -d 5                        of the whole machine
  offcputime -K -m 1000 -p 181 -d 10     the kernel's stacks of waits of a millisecond or more, of a process
  offcputime -f -- make >stacks          in lines, for flame graph programs, of a command
"""

from __future__ import annotations

import argparse
from collections import Counter

from traceleft import defaults, flame
from traceleft.script import Options, Run, scope
from traceleft.spans import Spans

options = Options(__doc__)
options.flags(
    user_stacks_only="-U, stacks of user space only",
    kernel_stacks_only="-K, the kernel's stacks only",
    folded="-f, a line for each stack, from the root to the leaf",
)
options.add_argument("-m", "--min-block-time", type=int, default=1, help="shortest time to count, us (default: 1)")
options.add_argument("-M", "--max-block-time", type=int, default=1 << 63, help="longest, us (default: any)")
options.add_argument("--state", type=int, help="only threads that left in this state: 1 sleeps, 2 can't be interrupted")
options.add_argument("--stack-storage-size", type=int, default=defaults.MAX_STACKS, help="different stacks at once")


def main(args: argparse.Namespace, run: Run) -> None:
    names = {"ustack": not args.kernel_stacks_only, "kstack": not args.user_stacks_only}
    stacks = [name for name, wanted in names.items() if wanted]
    off, micros, tid = Spans(), Counter[tuple[object, ...]](), args.tid
    left: dict[int, tuple[object, ...]] = {}
    args.tid = None  # of a switch the thread that leaves is meant; here also the one that comes
    where = scope(args, tid and f"prev_pid == {tid} or next_pid == {tid}")
    tracer = {"stacks": stacks, "max_stacks": args.stack_storage_size}
    for event in run.events(["sched:sched_switch"], where, everyone=True, itself=True, **tracer):
        before, after = event["prev_pid"], event["next_pid"]
        ns = off.end(after, event.timestamp)
        key = left.pop(after, None)
        if key and ns is not None and args.min_block_time <= ns // 1000 <= args.max_block_time:
            micros[key] += ns // 1000
        in_state = args.state is None or event["prev_state"] == args.state
        if before and before == (tid or before) and run.chosen(event) and in_state:
            off.begin(before, event.timestamp)
            left[before] = (event["prev_comm"], *(getattr(event, name) for name in stacks))
    graph = flame.FlameGraph(("comm", *stacks), micros)
    print(graph.folded() if args.folded else flame.stack_text(graph, unit="us off the CPU"), end="")


if __name__ == "__main__":
    options.run(main)
