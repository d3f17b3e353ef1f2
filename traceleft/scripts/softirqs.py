# SPDX-License-Identifier: MIT
"""Shows how long soft interrupts take, by kind, as BCC's softirqs -d does, and with --hard those of devices.

It adds up in Python, with two events for each: beyond some 50,000 a second events are lost, and said.

Examples:
  softirqs 1 10             ten times, each after a second
  softirqs --hard -c 1      of devices (BCC's hardirqs), on CPU 1
"""

from __future__ import annotations

import argparse

from traceleft.script import Options, Run, scope
from traceleft.spans import Distributions, Spans, distribution_options

KINDS = ("hi", "timer", "net_tx", "net_rx", "block", "irq_poll", "tasklet", "sched", "hrtimer", "rcu")
"""By number: include/linux/interrupt.h."""

options = Options(__doc__)
options.flags(hard=", interrupts of devices, by their handler")
options.add_argument("-c", "--cpu", type=int, help="this CPU only")
distribution_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    running, shown = Spans(), Distributions(args, run)
    names: dict[int, str] = {}
    kind, which = ("irq_handler", "irq") if args.hard else ("softirq", "vec")
    entry, exit = f"irq:{kind}_entry", f"irq:{kind}_exit"
    for event in run.events([entry, exit], scope(args, cpu=args.cpu)):
        key = (event.cpu, event[which])
        if event.syscall == entry:
            running.begin(key, event.timestamp)
            names[event[which]] = event["name"] if args.hard else KINDS[event["vec"]]
        else:
            shown.add(names.get(event[which], "?"), running.end(key, event.timestamp))


if __name__ == "__main__":
    options.run(main)
