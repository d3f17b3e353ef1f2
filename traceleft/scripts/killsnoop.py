# SPDX-License-Identifier: MIT
"""Shows the signals that kill() and its like send, as BCC's killsnoop does.

BCC's sees kill alone; this one also tkill and tgkill (of which TPID is the thread) and pidfd_send_signal, for which it
is the descriptor's.

Examples:
  killsnoop -x           signals that could not be sent
  killsnoop -s 9,15      SIGKILL and SIGTERM only
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.columns import COMM, PID, Column, clock
from traceleft.script import Options, Run, scope


def numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


def target(event: traceleft.Event) -> object:
    return f"fd{event['pidfd']}" if event.syscall == "pidfd_send_signal" else event["pid"]


options = Options(__doc__)
options.flags(failed="-x, failed calls only")
options.add_argument("-T", "--tpid", type=int, help="sent to this process or thread only")
options.add_argument("-s", "--signal", type=numbers, metavar="N,...", help="these signals only")


def main(args: argparse.Namespace, run: Run) -> None:
    wanted = scope(args, error=args.failed or None, sig=args.signal, **{"args.pid": args.tpid})
    columns = [
        *(clock(), PID, COMM),
        Column("SIG", "<4", lambda event: event["sig"]),
        Column("TPID", "<7", target),
        Column("RESULT", "", lambda event: event.ret),
    ]
    run.show(["kill", "tkill", "tgkill", "pidfd_send_signal"], columns, wanted)


if __name__ == "__main__":
    options.run(main)
