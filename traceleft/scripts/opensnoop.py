# SPDX-License-Identifier: MIT
"""Shows which files are opened, as BCC's opensnoop does.

Examples:
  opensnoop -x                       failed opens only
  opensnoop -n main                  of threads with "main" in their names
  opensnoop -f O_WRONLY -f O_RDWR    opens for writing
  opensnoop -T -d 10                 with times, for 10 s
"""

from __future__ import annotations

import argparse
import os

import traceleft
from traceleft.columns import COMM, ERR, Column, since_first, task, text_of, uid
from traceleft.printable import printable
from traceleft.script import Options, Run, scope

CREAT_FLAGS = os.O_CREAT | os.O_WRONLY | os.O_TRUNC


def flag(name: str) -> str:
    """The question for a flag; O_LARGEFILE is 0 in C and says nothing. An access mode is a number in two bits."""
    if not name.startswith("O_") or name == "O_LARGEFILE" or not hasattr(os, name):
        raise argparse.ArgumentTypeError(f"there is no flag {printable(name)}")
    mask = os.O_ACCMODE if (wanted := getattr(os, name)) <= os.O_RDWR else wanted
    return f'flags & {mask} == {wanted} or syscall == "creat" and {CREAT_FLAGS & mask} == {wanted}'


def flags_and_mode(event: traceleft.Event) -> str:
    args = (event["how"] or {}) if event.syscall == "openat2" else event.args
    flags = CREAT_FLAGS if event.syscall == "creat" else args.get("flags", 0)
    return f"{flags:08o} " + (f"{args.get('mode', 0):04o}" if flags & (os.O_CREAT | os.O_TMPFILE) else "n/a ")


options = Options(__doc__)
options.flags(timestamp="-T, show seconds since the first event", print_uid="-U, show the user id")
options.flags(
    failed="-x, failed opens only", full_path="-F, the whole path of the file that was opened, links followed"
)
options.choose_by("uid", "comm")
options.add_argument("-e", "--extended_fields", action="store_true", help="show flags and mode")
options.add_argument("-f", "--flag_filter", action="append", type=flag, help="only with this flag, or one of several")


def main(args: argparse.Namespace, run: Run) -> None:
    wanted = scope(args, " or ".join(args.flag_filter or ()), error=args.failed or None)
    columns = [
        *(since_first(shown=args.timestamp), uid(shown=args.print_uid), task(args), COMM),
        *(Column("FD", ">4", lambda event: max(event.ret, -1)), ERR),
        Column("FLAGS    MODE", "<13", flags_and_mode, args.extended_fields),
        Column("PATH", "", lambda event: event.resolved_path or text_of(event, "filename", "pathname")),
    ]
    run.show(["creat", "open", "openat", "openat2"], columns, wanted, files=args.full_path)


if __name__ == "__main__":
    options.run(main)
