# SPDX-License-Identifier: MIT
"""Shows processes that end, and how, as BCC's exitsnoop does.

A process ends with its last thread, which TID is; BCC's shows the end of the first one. AGE is from the fork on.
There is no --per-thread, and core dumps aren't told.

Examples:
  exitsnoop -x              that fail, or that a signal ends
  exitsnoop -t -p 181       with the time at which process 181 ends
  exitsnoop -- make         that a command leads to
"""

from __future__ import annotations

import argparse
import signal

import traceleft
from traceleft.columns import Column, clock
from traceleft.script import Options, Run, scope


def process(event: traceleft.Event) -> traceleft.Process:
    assert event.process  # chosen() asks for it
    return event.process


def how(event: traceleft.Event) -> str:
    code, number = process(event).exit_code, process(event).exit_signal
    if number is None:
        return f"code {code}" if code else "0"
    named = {each.value: each.name.removeprefix("SIG") for each in signal.Signals}
    return f"signal {number} ({named.get(number, 'RT')})"


options = Options(__doc__)
options.flags(timestamp="-t, show the time", failed="-x, those only that fail, or that a signal ends")


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        clock(shown=args.timestamp),
        Column("PCOMM", "<16", lambda event: event.comm),
        Column("PID", "<7", lambda event: event.pid),
        Column("PPID", "<7", lambda event: process(event).ppid),
        Column("TID", "<7", lambda event: event.tid),
        Column("AGE(s)", "<7", lambda event: f"{(event.timestamp - process(event).start_time) / 1e9:.2f}"),
        Column("EXIT_CODE", "", how),
    ]

    def chosen(event: traceleft.Event) -> bool:
        if not (event.process and event.process.exited and event.get("group_dead", True)):
            return False  # before group_dead, two threads that end at once may both seem the last
        return not args.failed or event.process.exit_code != 0

    run.show(["sched:sched_process_exit"], columns, scope(args), choose=chosen, processes=True)


if __name__ == "__main__":
    options.run(main)
