# SPDX-License-Identifier: MIT
"""Counts the values of an argument, or shows their distribution, as BCC's argdist does, of syscalls.

SPECIFIER is SYSCALL:EXPRESSION or SYSCALL:EXPRESSION:FILTER. Expressions and filters are as docs/asking.md has them, in
place of BCC's C: ret, duration, error, comm, an argument's name. There are no functions, tracepoints and types here.

Examples:
  argdist -H read:ret                     sizes of reads
  argdist -C 'openat:filename:ret < 0'    the paths that can't be opened
  argdist -H 'write:count:fd == 1' -i 1   sizes of writes to fd 1, every second
  argdist -C 'kill:sig' -- make
"""

from __future__ import annotations

import argparse
import time

from traceleft.errors import UsageError
from traceleft.meter import Meter
from traceleft.script import Options, Run, scope

options = Options(__doc__)
what = options.add_mutually_exclusive_group(required=True)
what.add_argument("-H", "--histogram", metavar="SPECIFIER", help="the distribution of a number")
what.add_argument("-C", "--count", metavar="SPECIFIER", help="how often each value comes")
options.add_argument("-i", "--interval", type=float, help="print every so many seconds what came since")
options.flags(cumulative="-c, print what came since the beginning each time")
options.add_argument("-n", "--number", type=int, help="print so many times")
options.add_argument("-T", "--top", type=int, help="print only so many values")


def main(args: argparse.Namespace, run: Run) -> None:
    specifier = args.histogram or args.count
    syscall, _, rest = specifier.partition(":")
    expression, _, question = rest.partition(":")
    if not expression:
        raise UsageError(f"{specifier!r} names no value; write {syscall or 'read'}:ret")
    reach = run.scope(scope(args, question))

    with Meter() as meter:
        counted = None if args.histogram else meter.count(syscall, by=expression, **reach)
        numbers = meter.histogram(syscall, of=expression, **reach) if args.histogram else None

        def show() -> None:
            print(f"[{time.strftime('%H:%M:%S')}] {specifier}")
            if numbers is not None:
                print(numbers.text(None if args.cumulative else numbers.since_last()), end="", flush=True)
            if counted is not None:
                print(counted.text(None if args.cumulative else counted.since_last(), args.top), end="", flush=True)

        run.every(args.interval, show, args.number)
        run.wait(counted if counted is not None else numbers)


if __name__ == "__main__":
    options.run(main)
