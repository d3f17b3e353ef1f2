# SPDX-License-Identifier: MIT
"""Counts the stacks that lead to a tracepoint or a syscall, as BCC's stackcount does for functions.

Examples:
  stackcount sched:sched_switch -d 1            of the whole machine
  stackcount -U openat -p 181                   where a process opens files
  stackcount -f kmem:kmalloc -- make >stacks    in lines, for flame graph programs, of a command
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.script import Options, Run, scope
from traceleft.stack_counts import show_stacks, stack_options, stacks

options = Options(__doc__)
stack_options(options)
options.flags(perpid="-P, by process")
options.add_argument("source", help="a tracepoint, a syscall, a pattern, or software:page-faults")


def main(args: argparse.Namespace, run: Run) -> None:
    by = [*(["pid", "comm"] if args.perpid else []), *stacks(args)]
    reach = {**run.scope(scope(args)), "by": by, "max_stacks": args.stack_storage_size}
    with traceleft.Meter() as meter:
        show_stacks(args, run, meter.count(args.source, **reach))


if __name__ == "__main__":
    options.run(main)
