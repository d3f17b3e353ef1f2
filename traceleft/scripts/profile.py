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
from traceleft import defaults, flame
from traceleft.script import Options, Run, scope

options = Options(__doc__)
options.flags(
    user_stacks_only="-U, stacks of user space only",
    kernel_stacks_only="-K, the kernel's stacks only",
    folded="-f, a line for each stack, from the root to the leaf",
)
options.add_argument("-F", "--frequency", type=int, default=49, help="samples a second and CPU (default: 49)")
options.add_argument("--stack-storage-size", type=int, default=defaults.MAX_STACKS, help="different stacks to keep")


def main(args: argparse.Namespace, run: Run) -> None:
    stacks = [("ustack", not args.kernel_stacks_only), ("kstack", not args.user_stacks_only)]
    by = ("comm", *(name for name, wanted in stacks if wanted))
    reach = {**run.scope(scope(args)), "by": by, "max_stacks": args.stack_storage_size}
    with traceleft.Meter() as meter:
        counted = meter.count(f"profile:{args.frequency}", **reach)
        run.wait(counted)
        print(flame.folded_lines(flame.folded(counted)) if args.folded else counted.text(), end="")


if __name__ == "__main__":
    options.run(main)
