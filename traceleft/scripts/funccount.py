# SPDX-License-Identifier: MIT
"""Counts how often functions of the kernel run, as BCC's funccount does; tracepoints and syscalls, too.

PATTERN is a function's name, or several with * and ? in it; t:sched:sched_switch or sched:sched_switch a tracepoint;
syscall:openat a syscall.

Examples:
  funccount 'vfs_*' -d 5              of five seconds
  funccount 'tcp_send*' -i 1          every second
  funccount -p 181 'vfs_*'            of a process
  funccount 't:block:*' -- make       tracepoints, of a command
"""

from __future__ import annotations

import argparse
import time

import traceleft
from traceleft.script import Options, Run, scope, source_named

options = Options(__doc__)
options.flags(timestamp="-T, the time before each summary")
options.add_argument("-i", "--interval", type=float, help="print a summary every so many seconds")
options.add_argument("--top", type=int, help="print only so many lines")
options.add_argument("-c", "--cpu", type=int, help="what runs on this CPU only")
options.add_argument("pattern", help="functions of the kernel, a tracepoint or a syscall")


def main(args: argparse.Namespace, run: Run) -> None:
    source = source_named(args.pattern)

    def summarize() -> None:
        if args.timestamp:
            print(f"\n{time.strftime('%H:%M:%S')}")
        print(f"{'FUNC':<36} {'COUNT':>8}")
        for name, count in counted.since_last().most_common(args.top):
            print(f"{str(name).removeprefix('func:').removesuffix(':entry'):<36} {count:>8}")

    with traceleft.Meter() as meter:
        counted = meter.count(source, by="syscall", **run.scope(scope(args, cpu=args.cpu)))
        print(f'Tracing "{args.pattern}"... Hit Ctrl-C to end.', flush=True)
        run.every(args.interval, summarize)
        run.wait(counted)


if __name__ == "__main__":
    options.run(main)
