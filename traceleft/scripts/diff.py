# SPDX-License-Identifier: MIT
"""Shows what one run of a program asks of the kernel that another did not: a new version's, say.

The runs are recordings (`traceleft record`). A key that only OLD has is shown behind -, one that only NEW has behind +,
with the number of its calls.

Examples:
  traceleft record all -o old.record -- prog-1 && traceleft record all -o new.record -- prog-2
  diff old.record new.record                    calls and how they failed
  diff -k syscall,filename old.record new.record
  diff -k filename -w 'error == ENOENT' old.record new.record
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence

from traceleft.errors import UsageError
from traceleft.printable import printable
from traceleft.recording import Recording
from traceleft.script import Options, Run
from traceleft.summaries import known_names, tally

options = Options(__doc__)
options.add_argument("-k", "--key", default="syscall,error", help="fields and arguments (default: syscall,error)")
options.add_argument("-w", "--where", help="a question: only calls for which it holds")
options.add_argument("-c", "--changed", type=float, metavar="TIMES", help="also calls that NEW has so many times more")
options.add_argument("old", help="a recording")
options.add_argument("new", help="another one")


def keys(path: str, names: Sequence[str], where: str | None) -> Counter[tuple[str, ...]]:
    with Recording(path) as recording:
        return tally((event for batch in recording.batches(where) for event in batch), names)


def main(args: argparse.Namespace, run: Run) -> None:
    if args.command:
        raise UsageError("commands are recorded first: traceleft record all -o FILE -- COMMAND")
    names = known_names(args.key.split(","))
    old, new = (keys(path, names, args.where) for path in (args.old, args.new))
    differ = False
    for key in sorted(old.keys() | new.keys()):
        signs = "-" if key not in new else "+" if key not in old else ""
        if args.changed and not signs and new[key] >= old[key] * args.changed:
            signs = "*"
        if signs:
            differ = True
            calls = f"{old[key]} > {new[key]}" if signs == "*" else str(old[key] or new[key])
            print(signs, calls.rjust(7), *map(printable, key))
    sys.exit(int(differ))


if __name__ == "__main__":
    options.run(main)
