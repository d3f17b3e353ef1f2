# SPDX-License-Identifier: MIT
"""Shows the calls for System V shared memory, as BCC's shmsnoop does.

Examples:
  shmsnoop -T
  shmsnoop -n postgres
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.columns import COMM, Column, call_of, since_first, task
from traceleft.script import Options, Run, scope

options = Options(__doc__)
options.flags(timestamp="-T, show seconds since the first event")
options.choose_by("comm")


def arguments(event: traceleft.Event) -> str:
    return call_of(event).partition("(")[2].rpartition(") = ")[0]


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        *(since_first(shown=args.timestamp), task(args)),
        *(COMM, Column("SYS", ">6", lambda event: event.syscall.upper())),
        Column("RET", ">16", lambda event: f"{event.ret & (1 << 64) - 1:x}"),
        Column("ARGs", "", arguments),
    ]
    run.show(["shmget", "shmat", "shmdt", "shmctl"], columns, scope(args))


if __name__ == "__main__":
    options.run(main)
