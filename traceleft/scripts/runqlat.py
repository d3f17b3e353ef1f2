# SPDX-License-Identifier: MIT
"""Shows how long threads wait for a CPU once they can run, as BCC's runqlat does.

The kernel adds up. With -p, -t, --cgroup and a command those threads count that leave a CPU meanwhile.

Examples:
  runqlat 1 10              ten times, each after a second
  runqlat -P -- make -j4    by process, of a command
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.script import Options, Run, scope
from traceleft.span import Begin, Span
from traceleft.spans import distribution_options, show_distributions

SWITCH = "sched:sched_switch"
RUNNING = 0xFF
"""The bits of prev_state of which none is set where the thread could run on: TASK_REPORT of include/linux/sched.h."""
CAN_RUN = [
    Begin("sched:sched_wakeup", ["args.pid"]),
    Begin("sched:sched_wakeup_new", ["args.pid"]),
    Begin(SWITCH, ["prev_pid"], f"prev_pid != 0 and prev_state & {RUNNING} == 0"),
]

options = Options(__doc__)
options.flags(comms="-P, by the thread's name", tids="-L, by thread")
distribution_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    asked = scope(args)
    with traceleft.Meter() as meter:
        waits = meter.histogram(Span(SWITCH, ["next_pid"], CAN_RUN), by=["next_pid", "next_comm"])
        # Who wakes a thread, or leaves it the CPU, is another: it is known by its own turns.
        leaving = meter.count(SWITCH, by="prev_pid", **run.scope(asked)) if run.chooses or asked else None

        def title(tid: int, comm: str) -> str | None:
            if leaving is not None and tid not in chosen:
                return None
            return f"tid {tid} {comm}" if args.tids else comm if args.comms else "waited"

        chosen: set[object] = set()

        def look() -> None:
            chosen.update(leaving.snapshot() if leaving is not None else ())

        show_distributions(args, run, waits, title, look=look)


if __name__ == "__main__":
    options.run(main)
