# SPDX-License-Identifier: MIT
"""Shows what CPUs are busy with, by sampled stacks, as BCC's profile does.

Python's functions have their names. CPUs that are idle are not sampled.

Examples:
  profile -d 5                    of the whole machine
  profile -F 999 -p 181 -d 10     999 samples a second, of a process
  profile -U -f -- make >stacks   stacks of user space in lines, for flame graph programs, of a command
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.script import Options, Run, scope
from traceleft.stack_counts import show_stacks, stack_options, stacks

options = Options(__doc__)
stack_options(options)
options.add_argument("-F", "--frequency", type=int, default=49, help="samples a second and CPU (default: 49)")


def main(args: argparse.Namespace, run: Run) -> None:
    reach = {**run.scope(scope(args)), "by": ["comm", *stacks(args)], "max_stacks": args.stack_storage_size}
    with traceleft.Meter() as meter:
        show_stacks(args, run, meter.count(f"profile:{args.frequency}", **reach))


if __name__ == "__main__":
    options.run(main)
