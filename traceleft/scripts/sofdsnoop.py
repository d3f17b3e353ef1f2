# SPDX-License-Identifier: MIT
"""Shows file descriptors that are passed through Unix sockets (SCM_RIGHTS), as BCC's sofdsnoop does.

FD is the descriptor's number in the process that sends or receives it. NAME is what /proc says of that number when the
line is printed: N/A where the process has closed it by then. BCC names none that are received.

Examples:
  sofdsnoop               all
  sofdsnoop -p 181        of a process
  sofdsnoop -T -n main    with times, of threads with "main" in their names
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from socket import SCM_RIGHTS, SOL_SOCKET

import traceleft
from traceleft.columns import COMM, TID, Column, path_now, path_of, since_first
from traceleft.script import Options, Run, scope

SENDS = ["sendmsg", "sendmmsg"]
RECEIVES = ["recvmsg", "recvmmsg"]

options = Options(__doc__)
options.flags(timestamp="-T, seconds since the first line")
options.choose_by("comm")


def passed(event: traceleft.Event) -> Iterator[tuple[int, str]]:
    """The descriptors in a call's messages, and what they stand for now."""
    messages = [event["msg"]] if "msg" in event else [each["msg_hdr"] for each in (event["mmsg"] or ())[: event.ret]]
    for control in (each for message in messages if message for each in message["msg_control"] or ()):
        if (control["cmsg_level"], control["cmsg_type"]) == (SOL_SOCKET, SCM_RIGHTS):
            yield from ((fd, path_now(event.pid, fd)) for fd in control["cmsg_data"] or ())


def main(args: argparse.Namespace, run: Run) -> None:
    columns = [
        since_first(shown=args.timestamp),
        Column("ACTION", "<6", lambda event: "SEND" if event.syscall in SENDS else "RECV"),
        *(TID, COMM),
        Column("SOCKET", "<25", lambda event: f"{event['fd']}:{path_of(event, 'fd')}"),
        Column("FD", "<5", lambda passed: passed[0], about=True),
        Column("NAME", "", lambda passed: passed[1], about=True),
    ]
    run.show(SENDS + RECEIVES, columns, scope(args, "ret >= 0"), about=passed, files=True)


if __name__ == "__main__":
    options.run(main)
