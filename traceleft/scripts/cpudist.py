# SPDX-License-Identifier: MIT
"""Shows how long threads run on a CPU at a time, or with -O how long they don't, as BCC's cpudist does.

It adds up in Python, with an event for each switch: beyond some 100,000 a second events are lost, and said.

Examples:
  cpudist 1 10              ten times, each after a second
  cpudist -O -P -- make     between two turns, by name, of a command
"""

from __future__ import annotations

import argparse

from traceleft.script import Options, Run, scope
from traceleft.spans import Distributions, Spans, distribution_options

options = Options(__doc__)
options.flags(offcpu="-O, the time off the CPU", comms="-P, by the thread's name", tids="-L, by thread")
distribution_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    turns, shown = Spans(), Distributions(args, run)
    chosen: set[int] = set()

    def add(tid: int, comm: str, ns: int | None) -> None:
        if tid and (not run.chooses or tid in chosen):
            shown.add(f"tid {tid} {comm}" if args.tids else comm if args.comms else "off" if args.offcpu else "on", ns)

    for event in run.events(["sched:sched_switch"], scope(args), everyone=True, itself=True):
        before, after, at = event["prev_pid"], event["next_pid"], event.timestamp
        if run.chosen(event):
            chosen.add(before)
        if args.offcpu:
            turns.begin(before, at)
            add(after, event["next_comm"], turns.end(after, at))
        else:
            add(before, event["prev_comm"], turns.end(before, at))
            turns.begin(after, at)


if __name__ == "__main__":
    options.run(main)
