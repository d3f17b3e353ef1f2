# SPDX-License-Identifier: MIT
"""Shows sync() and its like, as BCC's syncsnoop does, and how long each took.

Examples:
  syncsnoop               on the whole machine
  syncsnoop -- dpkg -i x.deb
"""

from __future__ import annotations

import argparse

from traceleft.columns import COMM, PID, Column, latency, path_of, since_first
from traceleft.script import Options, Run, scope

options = Options(__doc__)


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        *(since_first(), PID, COMM),
        Column("CALL", "<16", lambda event: event.syscall),
        latency(),
        Column("FILE", "", lambda event: path_of(event, "fd") if "fd" in event.args else ""),
    ]
    calls = ["sync", "syncfs", "fsync", "fdatasync", "msync", "sync_file_range"]
    run.show(calls, columns, scope(args), durations=True, files=True)


if __name__ == "__main__":
    options.run(main)
