# SPDX-License-Identifier: MIT
"""Shows the programs that are executed, as BCC's execsnoop does. PPID is ? where the process has ended by then.

Examples:
  execsnoop                   every program
  execsnoop -x -T             with failed ones, and the time
  execsnoop -n '^cc1'         of those whose name matches
  execsnoop -- make           that a command runs
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.columns import COMM, PID, PPID, RET, Column, clock, parent_of, since_first, text_of, uid
from traceleft.script import Options, Run, pattern, scope

options = Options(__doc__)
options.flags(
    time="-T, show the time",
    timestamp="-t, show seconds since the first event",
    fails="-x, failed ones, too",
    quote="-q, put arguments in quotation marks",
    print_uid="-U, show the user id",
    print_cpu="-C, show the CPU",
)
options.choose_by("uid")
options.add_argument("-n", "--name", type=pattern, help="only where the new name of the thread matches (regex)")
options.add_argument("-l", "--line", type=pattern, help="only where an argument matches (regex)")
options.add_argument("-P", "--ppid", help="children of this process only")
options.add_argument("--max-args", type=int, default=20, metavar="N", help="show so many arguments (default: 20)")


def main(args: argparse.Namespace, run: Run) -> None:
    def arguments(event: traceleft.Event) -> str:
        words = [text_of(event, "filename"), *(event["argv"] or [])[1:]]
        shown = [f'"{word}"' if args.quote else str(word) for word in words[: args.max_args]]
        return " ".join(shown) + " ..." * bool(words[args.max_args :])

    def chosen(event: traceleft.Event) -> bool:
        named = not args.name or args.name.search(event.comm)
        has_line = not args.line or any(args.line.search(str(word)) for word in event["argv"] or ())
        return bool(named and has_line and (not args.ppid or parent_of(event) == args.ppid))

    columns = [
        clock(shown=args.time),
        since_first(digits=3, shown=args.timestamp),
        uid(shown=args.print_uid),
        *(COMM, PID, PPID),
        Column("CPU", "<4", lambda event: event.cpu, args.print_cpu),
        *(RET, Column("ARGS", "", arguments)),
    ]
    wanted = scope(args, None if args.fails else "ret == 0")
    run.show(["execve", "execveat"], columns, wanted, choose=chosen)


if __name__ == "__main__":
    options.run(main)
