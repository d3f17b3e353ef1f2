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
from traceleft import flame
from traceleft.script import Options, Run, scope

options = Options(__doc__)
options.flags(
    user_stacks_only="-U, stacks of user space only",
    kernel_stacks_only="-K, the kernel's stacks only",
    perpid="-P, by process",
    folded="-f, a line for each stack, from the root to the leaf",
)
options.add_argument("source", help="a tracepoint, a syscall, a pattern, or software:page-faults")


def main(args: argparse.Namespace, run: Run) -> None:
    stacks = [("ustack", not args.kernel_stacks_only), ("kstack", not args.user_stacks_only)]
    by = (*(("pid", "comm") if args.perpid else ()), *(name for name, wanted in stacks if wanted))
    with traceleft.Meter() as meter:
        counted = meter.count(args.source, by=by, **run.scope(scope(args)))
        run.wait(counted)
        print(flame.folded_lines(flame.folded(counted)) if args.folded else counted.text(), end="")


if __name__ == "__main__":
    options.run(main)
