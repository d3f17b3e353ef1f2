# SPDX-License-Identifier: MIT
"""Shows processes that the kernel kills for want of memory, as BCC's oomkill does.

FPID is the process that asked for memory, TPID the one that is killed. RSS(KB) is what that one had in memory. Older
kernels tell neither it, which is ? then, nor the name, which is looked up in /proc. A kill in a cgroup at its limit is
shown, too.

Examples:
  oomkill                                        on the whole machine
  oomkill --cgroup /sys/fs/cgroup/web.service    by processes in this cgroup
"""

from __future__ import annotations

import argparse
from pathlib import Path

import traceleft
from traceleft.columns import Column, clock
from traceleft.script import Options, Run, scope

options = Options(__doc__)


def name_of(event: traceleft.Event) -> str:
    if "comm" in event:
        return str(event["comm"])
    try:
        return Path(f"/proc/{event['pid']}/comm").read_text(errors="replace").rstrip("\n")
    except OSError:
        return "?"


def rss(event: traceleft.Event) -> object:
    kinds = ("anon_rss", "file_rss", "shmem_rss")
    return sum(event[kind] for kind in kinds) if kinds[0] in event else "?"


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        clock(),
        Column("FPID", "<7", lambda event: event.pid),
        Column("FCOMM", "<16", lambda event: event.comm),
        Column("TPID", "<7", lambda event: event["pid"]),
        Column("TCOMM", "<16", name_of),
        Column("RSS(KB)", "<9", rss),
        Column("LOADAVG", "", lambda event: Path("/proc/loadavg").read_text().strip()),
    ]
    run.show(["oom:mark_victim"], columns, scope(args))


if __name__ == "__main__":
    options.run(main)
