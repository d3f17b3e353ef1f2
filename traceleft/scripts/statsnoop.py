# SPDX-License-Identifier: MIT
"""Shows the paths that are looked at by stat() and its like, as BCC's statsnoop does.

BCC's sees stat, statfs and newstat; this one also lstat, newfstatat and statx, which programs of today use.

Examples:
  statsnoop -x            of paths that there aren't
  statsnoop -s -p 181     with the call's name
"""

from __future__ import annotations

import argparse

from traceleft.columns import COMM, ERR, PID, SYSCALL, Column, since_first, text_of
from traceleft.script import Options, Run, scope

options = Options(__doc__)
options.flags(
    timestamp="-t, show seconds since the first event",
    sysname="-s, show the call's name",
    failed="-x, failed calls only",
)


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        since_first(shown=args.timestamp),
        *(PID, COMM),
        Column("FD", ">4", lambda event: max(event.ret, -1)),
        ERR,
        *([SYSCALL] if args.sysname else []),
        Column("PATH", "", lambda event: text_of(event, "filename", "pathname")),
    ]
    calls = ["stat", "lstat", "newfstatat", "statx", "statfs"]
    run.show(calls, columns, scope(args, error=args.failed or None))


if __name__ == "__main__":
    options.run(main)
