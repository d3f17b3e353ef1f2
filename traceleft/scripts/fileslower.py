# SPDX-License-Identifier: MIT
"""Shows reads and writes of files that take long, as BCC's fileslower does.

BCC's measures inside the file system; this one the whole call, so that waiting for a lock or copying counts, too.
FILENAME is the path, where BCC has its last name. I/O by io_uring or mapped memory is in no call.

Examples:
  fileslower                  more than 10 ms
  fileslower 1 -p 181         more than 1 ms, of a process
  fileslower 0 -- tar -c .    all, of a command
"""

from __future__ import annotations

import argparse

from traceleft.columns import COMM, TID, Column, latency, path_of, since_first
from traceleft.script import Options, Run, scope, seconds

READS = ["read", "pread64", "readv", "preadv", "preadv2"]
WRITES = ["write", "pwrite64", "writev", "pwritev", "pwritev2"]

options = Options(__doc__)
options.flags(all_files="-a, other files than regular ones (sockets, pipes, terminals), too")
options.add_argument("min_ms", nargs="?", type=seconds, default=0.01, help="the least time (default: 10 ms)")


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        since_first(digits=3),
        *(COMM, TID),
        Column("D", "<1", lambda event: "R" if event.syscall in READS else "W"),
        Column("BYTES", "<7", lambda event: max(event.ret, 0)),
        latency(2),
        Column("FILENAME", "", lambda event: path_of(event, "fd")),
    ]
    wanted = scope(args, f"duration >= {round(args.min_ms * 1e9)}", None if args.all_files else "fd.kind == regular")
    run.show(READS + WRITES, columns, wanted, durations=True, files=True, buffer_limit=0)


if __name__ == "__main__":
    options.run(main)
