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
import os
from collections.abc import Iterator
from pathlib import Path
from socket import SCM_RIGHTS, SOL_SOCKET

import traceleft
from traceleft.columns import COMM, Column, head_of, line_of, path_of, since_first
from traceleft.script import Options, Run, scope

SENDS = ["sendmsg", "sendmmsg"]
RECEIVES = ["recvmsg", "recvmmsg"]

options = Options(__doc__)
options.flags(timestamp="-T, seconds since the first line")
options.add_argument("-n", "--name", help="only where the thread's name contains this")


def passed(event: traceleft.Event) -> Iterator[int]:
    """The descriptors in a call's messages."""
    messages = [event["msg"]] if "msg" in event else [each["msg_hdr"] for each in (event["mmsg"] or ())[: event.ret]]
    for control in (each for message in messages if message for each in message["msg_control"] or ()):
        if (control["cmsg_level"], control["cmsg_type"]) == (SOL_SOCKET, SCM_RIGHTS):
            yield from control["cmsg_data"] or ()


def name_of(event: traceleft.Event, fd: int) -> str:
    try:
        return os.fspath(Path(f"/proc/{event.pid}/fd/{fd}").readlink())
    except OSError:
        return "N/A"


def main(args: argparse.Namespace, run: Run) -> None:
    fd = -1
    columns = [
        since_first(shown=args.timestamp),
        Column("ACTION", "<6", lambda event: "SEND" if event.syscall in SENDS else "RECV"),
        Column("TID", "<6", lambda event: event.tid),
        COMM,
        Column("SOCKET", "<25", lambda event: f"{event['fd']}:{path_of(event, 'fd')}"),
        Column("FD", "<5", lambda event: fd),
        Column("NAME", "", lambda event: name_of(event, fd)),
    ]
    named = traceleft.contains("comm", args.name) if args.name else None
    wanted = scope(args, named, "ret >= 0")
    for event in run.events(SENDS + RECEIVES, wanted, files=True, begin=lambda: print(head_of(columns), flush=True)):
        for fd in passed(event):  # noqa: B007 (the columns look at it)
            print(line_of(columns, event), flush=True)


if __name__ == "__main__":
    options.run(main)
