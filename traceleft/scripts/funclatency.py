# SPDX-License-Identifier: MIT
"""Shows how long functions of the kernel take, as BCC's funclatency does; syscalls, too.

PATTERN is a function's name, or several with * and ? in it; syscall:read is a syscall.

Examples:
  funclatency vfs_read -d 5              of five seconds
  funclatency -F 'vfs_*' -i 1            each function by itself, every second
  funclatency -p 181 tcp_sendmsg         of a process
  funclatency syscall:read -- make       a syscall, of a command
"""

from __future__ import annotations

import argparse
import time

import traceleft
from traceleft.script import Options, Run, scope, source_named

options = Options(__doc__)
options.flags(timestamp="-T, the time before each summary", function="-F, each function by itself")
options.add_argument("-i", "--interval", type=float, help="print every so many seconds what came up to then")
options.add_argument("-l", "--level", type=int, help="only what takes so many us or more")
options.add_argument("pattern", help="functions of the kernel, or a syscall")


def main(args: argparse.Namespace, run: Run) -> None:
    question = f"duration >= {args.level}us" if args.level else None

    def summarize() -> None:
        if args.timestamp:
            print(f"\n{time.strftime('%H:%M:%S')}")
        print(times.text(times.since_last()), end="", flush=True)

    with traceleft.Meter() as meter:
        times = meter.histogram(
            source_named(args.pattern, pairs=True),
            by="syscall" if args.function else (),
            **run.scope(scope(args, question)),
        )
        print(f'Tracing "{args.pattern}"... Hit Ctrl-C to end.', flush=True)
        run.every(args.interval, summarize)
        run.wait(times)


if __name__ == "__main__":
    options.run(main)
