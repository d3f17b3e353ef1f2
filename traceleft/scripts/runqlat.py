# SPDX-License-Identifier: MIT
"""Shows how long threads wait for a CPU once they can run, as BCC's runqlat does.

It adds up in Python, with an event for each switch: beyond some 100,000 a second events are lost, and said. With -p and
a command a thread counts from its first switch on.

Examples:
  runqlat 1 10              ten times, each after a second
  runqlat -P -- make -j4    by process, of a command
"""

from __future__ import annotations

import argparse

from traceleft.script import Options, Run, scope
from traceleft.spans import Distributions, Spans, distribution_options

RUNNING = 0xFF
"""The bits of prev_state of which none is set where the thread could run on: TASK_REPORT of include/linux/sched.h."""

options = Options(__doc__)
options.flags(comms="-P, by the thread's name", tids="-L, by thread")
distribution_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    waiting, shown = Spans(), Distributions(args, run)
    chosen: set[int] = set()
    for event in run.events(
        ["sched:sched_wakeup", "sched:sched_wakeup_new", "sched:sched_switch"], scope(args), everyone=True, itself=True
    ):
        at = event.timestamp
        if event.syscall != "sched:sched_switch":
            waiting.begin(event["pid"], at)
            continue
        if run.chosen(event):
            chosen.add(event["prev_pid"])
        if event["prev_pid"] and not event["prev_state"] & RUNNING:
            waiting.begin(event["prev_pid"], at)
        tid = event["next_pid"]
        waited = waiting.end(tid, at)
        if not run.chooses or tid in chosen:
            title = f"tid {tid} {event['next_comm']}" if args.tids else event["next_comm"] if args.comms else "waited"
            shown.add(title, waited)


if __name__ == "__main__":
    options.run(main)
