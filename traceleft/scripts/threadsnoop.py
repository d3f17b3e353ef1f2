# SPDX-License-Identifier: MIT
"""Shows new threads, as BCC's threadsnoop does.

BCC's sees calls of the library's pthread_create(), and has the function (FUNC) that the thread runs; this one sees the
kernel's clone() and clone3(), of any library and language, and has the thread's number (NEWTID).

Examples:
  threadsnoop
"""

from __future__ import annotations

import argparse

from traceleft.columns import COMM, PID, Column, since_first
from traceleft.script import Options, Run, scope

options = Options(__doc__)

CLONE_THREAD = 0x10000


def main(args: argparse.Namespace, run: Run) -> None:
    flags = (
        f'syscall == "clone" and clone_flags & {CLONE_THREAD} or syscall == "clone3" and uargs.flags & {CLONE_THREAD}'
    )
    time = since_first(digits=3, unit=1e6, head="TIME(ms)")
    columns = [time, PID, COMM, Column("NEWTID", "", lambda event: event.ret)]
    run.show(["clone", "clone3"], columns, scope(args, flags, "ret > 0"))


if __name__ == "__main__":
    options.run(main)
