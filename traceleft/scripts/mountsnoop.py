# SPDX-License-Identifier: MIT
"""Shows mount(), umount() and the calls of the newer interface of mounts, as BCC's mountsnoop does.

BCC's has a column MNT_NS, the mount namespace, and -P; this one has neither.

Examples:
  mountsnoop
  mountsnoop -- systemd-nspawn -D /var/lib/machines/debian true
"""

from __future__ import annotations

import argparse

from traceleft.columns import COMM, PID, TID, Column, call_of
from traceleft.script import Options, Run, scope

CALLS = ["mount", "umount", "pivot_root", "fsopen", "fspick", "fsconfig", "fsmount", "move_mount", "open_tree"]

options = Options(__doc__)


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [COMM, PID, TID, Column("CALL", "", call_of)]
    run.show([*CALLS, "mount_setattr"], columns, scope(args))


if __name__ == "__main__":
    options.run(main)
