# SPDX-License-Identifier: MIT
"""Shows files that were made and removed meanwhile, and how long they lived, as BCC's filelife does.

FILE is its path when it was removed, where BCC has its last name. A file is known by its path: one that is removed by
a path through a symbolic link, or from another mount namespace or root directory, isn't shown.

Examples:
  filelife
  filelife -p 181
  filelife -- make
"""

from __future__ import annotations

import argparse
import os

import traceleft
from traceleft.columns import COMM, PID, Column, clock, head_of, line_of, path_of, text_of
from traceleft.script import Options, Run, scope

OPENS = ["open", "openat", "openat2", "creat"]
NODES = ["mknod", "mknodat"]
RENAMES = ["rename", "renameat", "renameat2"]
MOST = 1_000_000
"""Files that are remembered; then the oldest are forgotten."""

options = Options(__doc__)


def place(event: traceleft.Event, name: str, directory: str = "dfd") -> str:
    """The path that an argument stands for, `directory` being the one that it may be relative to."""
    base = path_of(event, directory if directory in event.files else "directory")
    return os.path.normpath(os.path.join(base, text_of(event, name)))  # noqa: PTH118


def main(args: argparse.Namespace, run: Run) -> None:
    born: dict[str, int] = {}
    path, age = "", 0
    columns = [
        *(clock(), PID, COMM),
        Column("AGE(s)", "<7", lambda event: f"{age / 1e9:.2f}"),
        Column("FILE", "", lambda event: path),
    ]
    made = " or ".join(f'syscall == "{name}"' for name in OPENS)
    wanted = scope(args, f"ret >= 0 and (result.made or not ({made}))")
    calls = [*OPENS, *NODES, *RENAMES, "unlink", "unlinkat"]
    for event in run.events(calls, wanted, files=True, begin=lambda: print(head_of(columns), flush=True)):
        if event.syscall in OPENS:
            born[path_of(event, "result")] = event.timestamp
        elif event.syscall in NODES:
            born[place(event, "filename")] = event.timestamp
        elif event.syscall in RENAMES:
            began = born.pop(place(event, "oldname", "olddfd"), None)
            born.pop(place(event, "newname", "newdfd"), None)
            if began is not None:
                born[place(event, "newname", "newdfd")] = began
        elif (path := place(event, "pathname")) in born:
            age = event.timestamp - born.pop(path)
            print(line_of(columns, event), flush=True)
        if len(born) > MOST:
            del born[next(iter(born))]


if __name__ == "__main__":
    options.run(main)
