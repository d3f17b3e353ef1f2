# SPDX-License-Identifier: MIT
"""Shows the files that are read, and how much.

The first line is what `traceleft run --list` would show; all of this is the help's text.
"""

from __future__ import annotations

import argparse

from traceleft.columns import COMM, PID, Column, path_of
from traceleft.script import Options, Run, scope

options = Options(__doc__)  # -p, -t, -d, --cgroup and a command behind `--` are in it
options.add_argument("-m", "--min-bytes", type=int, default=1, help="reads of so many bytes at least (default: 1)")


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        PID,
        COMM,
        Column("BYTES", ">8", lambda event: event.ret),
        Column("PATH", "", lambda event: path_of(event, "fd")),
    ]
    # The kernel answers the question where it can: docs/asking.md. `files` tells what descriptors stand for.
    run.show(["read", "pread64"], columns, scope(args, f"ret >= {args.min_bytes}"), files=True)


if __name__ == "__main__":
    options.run(main)
