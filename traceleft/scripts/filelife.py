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
from collections.abc import Iterator

import traceleft
from traceleft.columns import COMM, PID, Column, clock, named_path, path_of
from traceleft.script import Options, Run, scope

OPENS = ["open", "openat", "openat2", "creat"]
NODES = ["mknod", "mknodat"]
RENAMES = ["rename", "renameat", "renameat2"]
MOST = 1_000_000
"""Files that are remembered; then the oldest are forgotten."""

options = Options(__doc__)


def main(args: argparse.Namespace, run: Run) -> None:
    born: dict[str, int] = {}

    def ended(event: traceleft.Event) -> Iterator[tuple[str, float]]:
        if event.syscall in OPENS:
            born[path_of(event, "result")] = event.timestamp
        elif event.syscall in NODES:
            born[named_path(event, "filename", "dfd")] = event.timestamp
        elif event.syscall in RENAMES:
            began = born.pop(named_path(event, "oldname", "olddfd"), None)
            born.pop(new := named_path(event, "newname", "newdfd"), None)
            if began is not None:
                born[new] = began
        elif (path := named_path(event, "pathname", "dfd")) in born:
            yield path, (event.timestamp - born.pop(path)) / 1e9
        if len(born) > MOST:
            del born[next(iter(born))]

    columns = [
        *(clock(), PID, COMM),
        Column("AGE(s)", "<7", lambda ended: f"{ended[1]:.2f}", about=True),
        Column("FILE", "", lambda ended: ended[0], about=True),
    ]
    made = " or ".join(f'syscall == "{name}"' for name in OPENS)
    wanted = scope(args, f"ret >= 0 and (result.made or not ({made}))")
    run.show([*OPENS, *NODES, *RENAMES, "unlink", "unlinkat"], columns, wanted, about=ended, files=True)


if __name__ == "__main__":
    options.run(main)
