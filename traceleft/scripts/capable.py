# SPDX-License-Identifier: MIT
"""Shows who needs which capability of root, and whether it is there, as BCC's capable does.

Checks that the kernel makes in passing, such as those of whether a user may use reserved memory, are shown, too, which
BCC shows with -v only: the tracepoint, of Linux 6.13, doesn't tell which they are.

Examples:
  capable                   on the whole machine
  capable -x -- ping host   those only that a command lacks
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft import battery
from traceleft.columns import COMM, PID, Column, clock, uid
from traceleft.script import Options, Run, scope

options = Options(__doc__)
options.flags(refused="-x, those only that are refused", unique=", each process and capability once")


def main(args: argparse.Namespace, run: Run) -> None:
    names = {number: name for name, number in battery.schema_spec()["flags"]["capability"]["choices"]}
    seen: set[tuple[int, int, int]] = set()

    def is_new(event: traceleft.Event) -> bool:
        key = (event.pid, event["cap"], event["ret"])
        known = args.unique and key in seen
        seen.add(key)
        return not known

    columns = [
        *(clock(), uid(), PID, COMM),
        Column("CAP", "<4", lambda event: event["cap"]),
        Column("NAME", "<20", lambda event: names.get(event["cap"], "?")),
        Column("ALLOWED", "", lambda event: "no" if event["ret"] else "yes"),
    ]
    wanted = scope(args, "args.ret != 0" if args.refused else None)
    run.show(["capability:cap_capable"], columns, wanted, choose=is_new)


if __name__ == "__main__":
    options.run(main)
