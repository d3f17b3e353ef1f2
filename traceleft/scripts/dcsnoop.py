# SPDX-License-Identifier: MIT
"""Shows names that the kernel's cache of directory entries lacks, as BCC's dcsnoop does.

T is M for a name that d_lookup() didn't find, and R for one that lookup_fast() was asked for (-a). It needs a kernel
whose functions can be hooked, by fentry or by kprobes.

Examples:
  dcsnoop              names that are missing
  dcsnoop -a -p 181    all that a process looks up
"""

from __future__ import annotations

import argparse

from traceleft.columns import COMM, PID, Column, since_first, text_of
from traceleft.script import Options, Run, scope

MISSED = "func:d_lookup"
REFERRED = "func:lookup_fast:entry"
NAMES = ["name->name", "nd->last.name"]

options = Options(__doc__)
options.flags(all="-a, all names that are looked up")


def main(args: argparse.Namespace, run: Run) -> None:
    names = [each.replace("->", ".") for each in NAMES]
    columns = [
        since_first(digits=6),
        *(PID, COMM),
        Column("T", "<1", lambda event: "R" if event.syscall == REFERRED else "M"),
        Column("FILE", "", lambda event: text_of(event, *names).split("/")[0]),  # the rest of the path is behind it
    ]
    question = f'retval == 0 or syscall == "{REFERRED}"' if args.all else "retval == 0"
    run.show([MISSED, *([REFERRED] if args.all else [])], columns, scope(args, question), members=NAMES)


if __name__ == "__main__":
    options.run(main)
