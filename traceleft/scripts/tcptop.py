# SPDX-License-Identifier: MIT
"""Shows which processes and connections move most bytes by TCP, as BCC's tcptop does.

It adds up what calls sent and received, with an event for each. sendfile's bytes count where they go to a socket; those
of splice and io_uring are not seen.

Examples:
  tcptop -C 5 2            twice, each after 5 s
  tcptop 1 -- curl -s URL  of a command
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from pathlib import Path

from traceleft.columns import socket_of
from traceleft.printable import printable
from traceleft.script import Options, Run, scope

SENT = ["sendto", "sendmsg", "write", "writev", "sendfile"]
RECEIVED = ["recvfrom", "recvmsg", "read", "readv"]
LINE = "{:<7} {:<12} {:<{width}} {:<{width}} {:>6} {:>6}"

options = Options(__doc__)
options.flags(noclear="-C, don't clear the screen", nosummary="-S, without the line of the load average")
options.intervals(1)


def main(args: argparse.Namespace, run: Run) -> None:
    rows: defaultdict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])

    def show() -> None:
        summary = f"{time.strftime('%H:%M:%S')} loadavg: {Path('/proc/loadavg').read_text().strip()}"
        lines = [] if args.nosummary else [summary]
        for protocol, six, width in (("TCP", "", 21), ("TCPv6", "6", 32)):
            of_protocol = {key[1:]: moved for key, moved in rows.items() if key[0] == protocol}
            if of_protocol:
                head = ("PID", "COMM", f"LADDR{six}", f"RADDR{six}", "RX_KB", "TX_KB")
                lines += ["", LINE.format(*head, width=width)]
            for key, moved in sorted(of_protocol.items(), key=lambda row: -sum(row[1])):
                lines.append(LINE.format(*map(printable, key), *(bytes // 1024 for bytes in moved), width=width))
        run.redraw(lines)
        rows.clear()

    run.every(args.interval, show, args.count)
    for event in run.events(SENT + RECEIVED, scope(args, "ret > 0"), files=True, buffer_limit=0):
        socket = socket_of(event, "out_fd" if event.syscall == "sendfile" else "fd", "TCP")
        if socket:
            ends = (f"{socket.local_addr}:{socket.local_port}", f"{socket.peer_addr}:{socket.peer_port}")
            rows[(socket.protocol or "", str(event.pid), event.comm, *ends)][event.syscall in SENT] += event.ret


if __name__ == "__main__":
    options.run(main)
