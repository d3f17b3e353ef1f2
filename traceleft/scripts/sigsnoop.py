# SPDX-License-Identifier: MIT
"""Shows signals that are sent, by processes and by the kernel, as BCC's sigsnoop does.

PID and COMM are of the process that the CPU was busy with: the sender, or the one whose deed made the kernel send it.
Where an interrupt did, as for a timer's or a terminal's, it is any process. TPID and TCOMM are the thread that gets it.
A process that has ended is no more of a command or of -p when the kernel sends SIGCHLD for it.
RESULT is delivered, ignored, pending (the same one waits already), overflow (not sent) or bare (sent without its
details).

Examples:
  sigsnoop -s KILL,15       SIGKILL and SIGTERM only
  sigsnoop -T 181           to this process or thread only
  sigsnoop -x -n            that were not delivered, with names
"""

from __future__ import annotations

import argparse
import signal

from traceleft.columns import COMM, PID, Column, clock
from traceleft.printable import printable
from traceleft.script import Options, Run, scope

RESULTS = dict(enumerate(("delivered", "ignored", "pending", "overflow", "bare")))
"""enum in include/trace/events/signal.h"""
NAMES = {each.value: each.name for each in signal.Signals}


def numbers(text: str) -> list[int]:
    try:
        return [
            int(word) if word.isdecimal() else signal.Signals[f"SIG{word.removeprefix('SIG')}"].value
            for word in text.split(",")
        ]
    except KeyError as error:
        raise argparse.ArgumentTypeError(f"there is no signal {printable(error.args[0])}; write TERM,9") from None


options = Options(__doc__)
options.flags(failed="-x, those only that were not delivered", name="-n, show signals by name")
options.add_argument("-T", "--tpid", type=int, help="to this process or thread only")
options.add_argument("-s", "--signal", type=numbers, metavar="SIGNAL,...", help="these signals only")


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        *(clock(), PID, COMM),
        Column("SIG", "<9", lambda event: NAMES.get(event["sig"], event["sig"]) if args.name else event["sig"]),
        Column("TPID", "<7", lambda event: event["pid"]),
        Column("TCOMM", "<16", lambda event: event["comm"]),
        Column("RESULT", "", lambda event: RESULTS.get(event["result"], event["result"])),
    ]
    wanted = scope(args, "result != 0" if args.failed else None, sig=args.signal, **{"args.pid": args.tpid})
    run.show(["signal:signal_generate"], columns, wanted)


if __name__ == "__main__":
    options.run(main)
