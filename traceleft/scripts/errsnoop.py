# SPDX-License-Identifier: MIT
"""Shows calls that fail, or counts them by errno.

Examples:
  errsnoop -e EACCES,EPERM          on the whole machine
  errsnoop -c -d 10                 counted, the kernel's work alone
  errsnoop 'open*' connect -- make  of some calls, of a command
"""

from __future__ import annotations

import argparse

from traceleft.columns import COMM, PID, Column, call_of, clock
from traceleft.meter import Meter
from traceleft.script import Options, Run, scope

options = Options(__doc__)
options.flags(count="-c, count by thread's name, call and errno, until the end")
options.add_argument("-e", "--errno", type=lambda text: text.split(","), help="only these: ENOENT,EACCES")
options.add_argument("syscall", nargs="*", default=["all"], help="calls, patterns, or classes such as %%file")


def main(args: argparse.Namespace, run: Run) -> None:
    wanted = scope(args, "ret < 0", error=args.errno)
    if not args.count:
        columns = [clock(), PID, COMM, Column("CALL", "", call_of)]
        run.show(args.syscall, columns, wanted)
        return
    with Meter() as meter:
        counted = meter.count(args.syscall, by=("comm", "syscall", "error"), **run.scope(wanted))
        run.wait(counted)
        print(counted.text(), end="")


if __name__ == "__main__":
    options.run(main)
