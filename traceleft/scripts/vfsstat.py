# SPDX-License-Identifier: MIT
"""Counts the calls that read, write, sync, open and make files, a second, as BCC's vfsstat does.

The kernel counts calls, those on sockets and pipes included, and not the functions of the file system behind them.

Examples:
  vfsstat            every second
  vfsstat 5 3        every 5 s, three times
  vfsstat -- make    of a command
"""

from __future__ import annotations

import argparse
import time

import traceleft
from traceleft.script import Options, Run, scope
from traceleft.scripts.fileslower import READS, WRITES

COLUMNS = {
    "READ/s": READS,
    "WRITE/s": WRITES,
    "FSYNC/s": ["fsync", "fdatasync"],
    "OPEN/s": ["open", "openat", "openat2"],
    "CREATE/s": ["creat", "mknod", "mknodat", "mkdir", "mkdirat"],
    "UNLINK/s": ["unlink", "unlinkat", "rmdir"],
}

options = Options(__doc__)
options.intervals(1)


def main(args: argparse.Namespace, run: Run) -> None:
    last = [time.monotonic()]

    def show() -> None:
        calls, at = measure.since_last(), time.monotonic()
        seconds, last[0] = at - last[0], at
        rates = (sum(calls[name] for name in names) / seconds for names in COLUMNS.values())
        print(f"{time.strftime('%H:%M:%S')}:", *(f"{rate:>9.0f}" for rate in rates), flush=True)

    calls = [name for names in COLUMNS.values() for name in names]
    with traceleft.Meter() as meter:
        print(f"{'TIME':<9}", *(f"{head:>9}" for head in COLUMNS), flush=True)
        measure = meter.count(calls, by="syscall", **run.scope(scope(args)))
        run.every(args.interval, show, args.count)
        run.wait(measure)


if __name__ == "__main__":
    options.run(main)
