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

from traceleft._core import Event, event_fields
from traceleft.battery import schema
from traceleft.errors import UsageError, did_you_mean
from traceleft.printable import printable
from traceleft.recording import Recording
from traceleft.script import Options, Run

FIELDS = [name for name in dir(Event) if not name.startswith("_") and not callable(getattr(Event, name))]

options = Options(__doc__)
options.add_argument("-k", "--key", default="syscall,error", help="fields and arguments (default: syscall,error)")
options.add_argument("-w", "--where", help="a question: only calls for which it holds")
options.add_argument("-c", "--changed", type=float, metavar="TIMES", help="also calls that NEW has so many times more")
options.add_argument("old", help="a recording")
options.add_argument("new", help="another one")


def names_of(text: str) -> list[str]:
    """The names of a key. Raises UsageError for one that no event has."""
    names = text.split(",")
    known = [*FIELDS, *(name[len("args.") :] for name in event_fields(schema()) if name.startswith("args."))]
    for name in names:
        if name not in known:
            raise UsageError(
                f"no event has {name!r}{did_you_mean(name, known) or '; `traceleft list` shows what they have'}"
            )
    return names


def keys(path: str, names: list[str], where: str | None) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    with Recording(path) as recording:
        for event in (event for batch in recording.batches(where) for event in batch):
            if all(name in event.args or name in FIELDS for name in names):
                values = (event.args[name] if name in event.args else getattr(event, name) for name in names)
                found[tuple("-" if each is None else str(each) for each in values)] += 1
    return found


def main(args: argparse.Namespace, run: Run) -> None:
    if args.command:
        raise UsageError("commands are recorded first: traceleft record all -o FILE -- COMMAND")
    names = names_of(args.key)
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
