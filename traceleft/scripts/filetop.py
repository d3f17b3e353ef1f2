# SPDX-License-Identifier: MIT
"""Shows the files that are read and written most, by thread, as BCC's filetop does.

It adds up what calls returned, with an event for each: on a machine with some 100,000 reads a second say -p. I/O by
io_uring, sendfile or mapped memory isn't seen.

Examples:
  filetop -C 5 2            twice, each after 5 s
  filetop -s wbytes         by bytes written
  filetop 1 -- make         of a command
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict

from traceleft.columns import path_of
from traceleft.printable import printable
from traceleft.script import Options, Run, scope
from traceleft.scripts.fileslower import READS, WRITES

SORTS = {"reads": 0, "writes": 1, "rbytes": 2, "wbytes": 3}
HEAD = ("TID", "COMM", "READS", "WRITES", "R_Kb", "W_Kb", "T", "FILE")
LINE = "{:<7} {:<16} {:<6} {:<6} {:<7} {:<7} {:1} {}"

options = Options(__doc__)
options.flags(all_files="-a, other files than regular ones (sockets, pipes, terminals), too")
options.flags(noclear="-C, don't clear the screen", read_only=", reads only", write_only=", writes only")
options.add_argument("-r", "--maxrows", type=int, default=20, help="the most rows (default: 20)")
options.add_argument("-s", "--sort", choices=["all", *SORTS], default="all", help="by what")
options.intervals(1)


def main(args: argparse.Namespace, run: Run) -> None:
    rows: defaultdict[tuple[object, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0])

    def show() -> None:
        ordered = sorted(rows.items(), key=lambda row: row[1][SORTS[args.sort]] if args.sort in SORTS else sum(row[1]))
        lines = [time.strftime("%H:%M:%S"), LINE.format(*HEAD)]
        for (tid, comm, kind, path), (reads, writes, read, written) in ordered[::-1][: args.maxrows]:
            letter = {"regular": "R", "socket": "S"}.get(str(kind), "O")
            names = map(printable, (str(comm), str(path)))
            lines.append(LINE.format(tid, next(names), reads, writes, read // 1024, written // 1024, letter, *names))
        run.redraw(lines)
        rows.clear()

    run.every(args.interval, show, args.count)
    wanted = scope(args, "ret >= 0", None if args.all_files else "fd.kind == regular")
    calls = READS * (not args.write_only) + WRITES * (not args.read_only)
    for event in run.events(calls, wanted, files=True, buffer_limit=0):
        file, written = event.files.get("fd"), event.syscall in WRITES
        row = rows[event.tid, event.comm, file.kind if file else "", path_of(event, "fd")]
        row[written] += 1
        row[2 + written] += event.ret


if __name__ == "__main__":
    options.run(main)
