# SPDX-License-Identifier: MIT
"""Options and output of scripts that count by stacks, such as profile and stackcount."""

from __future__ import annotations

import argparse

from traceleft import defaults, flame
from traceleft.measure import Count
from traceleft.script import Options, Run


def stack_options(options: Options) -> None:
    """Adds -U, -K, -f and --stack-storage-size."""
    options.flags(
        user_stacks_only="-U, stacks of user space only",
        kernel_stacks_only="-K, the kernel's stacks only",
        folded="-f, a line for each stack, from the root to the leaf",
    )
    options.add_argument("--stack-storage-size", type=int, default=defaults.MAX_STACKS, help="different stacks to keep")


def stacks(args: argparse.Namespace) -> list[str]:
    """Those that are asked for, as `by` has them."""
    return ["ustack"] * (not args.kernel_stacks_only) + ["kstack"] * (not args.user_stacks_only)


def show_stacks(args: argparse.Namespace, run: Run, counted: Count) -> None:
    """Prints what was counted, at the run's end."""
    run.wait(counted)
    print(flame.folded_lines(flame.folded(counted)) if args.folded else counted.text(), end="")
