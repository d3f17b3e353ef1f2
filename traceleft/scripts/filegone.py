# SPDX-License-Identifier: MIT
"""Shows why files are gone: who removes or renames them, as BCC's filegone does.

FILE is the name that the call was given, which may be relative to a directory, where BCC has the file's last name.

Examples:
  filegone
  filegone -p 181
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.columns import COMM, PID, Column, clock, text_of
from traceleft.script import Options, Run, scope

RENAMES = ["rename", "renameat", "renameat2"]


def file(event: traceleft.Event) -> str:
    if event.syscall in RENAMES:
        return f"{text_of(event, 'oldname')} > {text_of(event, 'newname')}"
    return text_of(event, "pathname")


options = Options(__doc__)


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        *(clock(), PID, COMM),
        Column("ACTION", "<6", lambda event: "RENAME" if event.syscall in RENAMES else "DELETE"),
        Column("FILE", "", file),
    ]
    run.show(["unlink", "unlinkat", "rmdir", *RENAMES], columns, scope(args, "ret == 0"))


if __name__ == "__main__":
    options.run(main)
