# SPDX-License-Identifier: MIT
"""Shows TCP connections that end, and how long they lasted, as BCC's tcplife does.

A connection begins with the SYN, and ends before TIME_WAIT. The process is the one that connected or closed it: ?
where it did neither, as for an accepted connection that the peer reset. TX_KB is what the peer acknowledged, RX_KB what
came in order, and RESENT, which BCC's has not, the segments that were sent again. Connections from before the trace are
left out.

Examples:
  tcplife -L 80,443       of these local ports
  tcplife -D 5432 -T      to this remote port, with the time
  tcplife -- curl http://example.com
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.columns import Column
from traceleft.script import Options, Run
from traceleft.tcp_sockets import CLOSE, TcpSockets, address_options, addresses, tcp_changes, times

options = Options(__doc__)
address_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    sockets = TcpSockets(args, run)

    def chosen(event: traceleft.Event) -> bool:
        born = sockets.change(event).born
        return event["newstate"] == CLOSE and born is not None and sockets.wanted(event)

    def owner(event: traceleft.Event, name: str) -> object:
        return getattr(sockets[event].owner, name, "?")

    columns = [
        *times(args),
        Column("PID", "<7", lambda event: owner(event, "pid")),
        Column("COMM", "<15", lambda event: owner(event, "comm")),
        *addresses(),
        Column("TX_KB", ">5", lambda event: event["bytes_acked"] // 1024),
        Column("RX_KB", ">5", lambda event: event["bytes_received"] // 1024),
        Column("RESENT", ">6", lambda event: event["total_retrans"]),
        Column("MS", "", lambda event: f"{(event.timestamp - (sockets[event].born or 0)) / 1e6:.2f}"),
    ]
    run.show(["sock:inet_sock_set_state"], columns, tcp_changes(args), choose=chosen, everyone=True)


if __name__ == "__main__":
    options.run(main)
