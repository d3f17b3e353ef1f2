# SPDX-License-Identifier: MIT
"""Shows each request to a disk, and how long it took, as BCC's biosnoop does.

PID and COMM are of who had the CPU when the request was issued: memory that is written back later is the kernel's.

Examples:
  biosnoop                  on the whole machine
  biosnoop -Q -d sda        of a disk, with the time in the queue
  biosnoop -- dd if=/dev/zero of=x oflag=direct count=1
"""

from __future__ import annotations

import argparse

from traceleft.block_requests import request_options, requests
from traceleft.columns import COMM, PID, Column, head_of, line_of, since_first
from traceleft.script import Options, Run

options = Options(__doc__)
request_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    ns = 0
    columns = [
        *(since_first(digits=6), COMM, PID),
        Column("DISK", "<9", lambda event: disk),
        Column("T", "<1", lambda event: "W" if "W" in event["rwbs"] else "R"),
        Column("SECTOR", "<10", lambda event: event["sector"]),
        Column("BYTES", "<7", lambda event: event["bytes"]),
        Column("LAT(ms)", ">9", lambda event: f"{ns / 1e6:.2f}"),
    ]
    print(head_of(columns), flush=True)
    for request in requests(args, run):
        ns, disk = request.ns, request.disk
        print(line_of(columns, request.began), flush=True)


if __name__ == "__main__":
    options.run(main)
