# SPDX-License-Identifier: MIT
"""Shows how long soft interrupts take, by kind, as BCC's softirqs -d does, and with --hard those of devices.

The kernel adds up.

Examples:
  softirqs 1 10             ten times, each after a second
  softirqs --hard -c 1      of devices (BCC's hardirqs), on CPU 1
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.script import Options, Run, scope
from traceleft.span import Begin, Span
from traceleft.spans import distribution_options, show_distributions

KINDS = ("hi", "timer", "net_tx", "net_rx", "block", "irq_poll", "tasklet", "sched", "hrtimer", "rcu")
"""By number: include/linux/interrupt.h."""

options = Options(__doc__)
options.flags(hard=", interrupts of devices, by their handler")
options.add_argument("-c", "--cpu", type=int, help="this CPU only")
distribution_options(options)


def _kind(vec: int | str) -> str:
    """The tracepoint's format has names for the numbers."""
    return vec.lower() if isinstance(vec, str) else KINDS[vec]


def main(args: argparse.Namespace, run: Run) -> None:
    kind, which = ("irq_handler", "irq") if args.hard else ("softirq", "vec")
    where = scope(args, cpu=args.cpu)
    begin = Begin(f"irq:{kind}_entry", ["cpu", which], str(where) if where else None)
    span = Span(f"irq:{kind}_exit", ["cpu", which], [begin], by_begin=True)
    by = "name" if args.hard else "vec"
    with traceleft.Meter() as meter:
        times = meter.histogram(span, by=(by,), **run.scope())
        show_distributions(args, run, times, str if args.hard else _kind)


if __name__ == "__main__":
    options.run(main)
