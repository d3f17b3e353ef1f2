# SPDX-License-Identifier: MIT
"""Counts syscalls, by call or by process, as BCC's syscount does.

Examples:
  syscount -i 1              every second
  syscount -P -d 10          by process
  syscount -L                with the time spent in them
  syscount -x -e ENOENT      of those that fail so
  syscount -- make           of a command
"""

from __future__ import annotations

import argparse
import time

import traceleft.defaults
from traceleft.printable import printable
from traceleft.script import Options, Run, scope

options = Options(__doc__)
options.flags(
    failures="-x, failed calls only",
    latency="-L, sum up the time spent in calls that return",
    milliseconds="-m, latency in ms, not us",
    process="-P, count by process, not by call",
)
options.add_argument("-i", "--interval", type=float, help="print a summary every so many seconds")
options.add_argument("-T", "--top", type=int, default=10, help="print only so many lines (default: 10)")
options.add_argument("-e", "--errno", help="only calls that failed so (EPERM or 1)")
options.add_argument("-l", "--list", action="version", version="\n".join(traceleft.syscalls()), help="list the calls")
options.add_argument("--max-keys", type=int, default=traceleft.defaults.MAX_KEYS, help="the most processes to count")
options.add_argument("--syscall", choices=traceleft.syscalls(), default="all", metavar="SYSCALL", help="this call only")


def main(args: argparse.Namespace, run: Run) -> None:
    by, shape = (("pid", "comm"), "{:<6} {:<15}") if args.process else (("syscall",), "{:<22}")
    unit, scale = ("ms", 1e6) if args.milliseconds else ("us", 1e3)
    head = shape.format(*map(str.upper, by)) + f" {'COUNT':>8}" + f" {f'TIME ({unit})':>16}" * args.latency

    def summarize() -> None:
        totals = sorted(measure.totals_since_last().items(), key=lambda row: -row[1][args.latency])
        print(f"[{time.strftime('%H:%M:%S')}]\n{head}")
        for key, total in totals[: args.top]:
            name = shape.format(*(printable(str(part)) for part in measure.named(key).values()))
            print(f"{name} {total.calls:>8}" + f" {total.sum / scale:>16.3f}" * args.latency)
        print(end="", flush=True)

    error = int(args.errno) if (args.errno or "").isdecimal() else args.errno or args.failures or None
    reach = {**run.scope(scope(args, error=error)), "by": by, "max_keys": args.max_keys}
    with traceleft.Meter() as meter:
        measure = (
            meter.sum(args.syscall, of="duration", **reach) if args.latency else meter.count(args.syscall, **reach)
        )
        run.every(args.interval, summarize)
        run.wait(measure)


if __name__ == "__main__":
    options.run(main)
