# SPDX-License-Identifier: MIT
"""Shows TCP connections that programs accept, as BCC's tcpaccept does.

BCC's sees the kernel's inet_csk_accept(), this one the calls accept() and accept4(): not io_uring's.

Examples:
  tcpaccept -P 80,443      on these ports
  tcpaccept -t -p 181
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.columns import PID, Column, clock, since_first, socket_of
from traceleft.script import Options, Run, ports, scope


def version(event: traceleft.Event) -> int:
    socket = socket_of(event, "result")
    return 6 if socket and socket.family == "AF_INET6" else 4


options = Options(__doc__)
options.flags(
    time="-T, show the time",
    timestamp="-t, show seconds since the first event",
    ipv4="-4, IPv4 only",
    ipv6="-6, IPv6 only",
)
options.add_argument("-P", "--port", type=ports, help="on these local ports only: 80,443")


def main(args: argparse.Namespace, run: Run) -> None:
    families = {"AF_INET"} if args.ipv4 else {"AF_INET6"} if args.ipv6 else {"AF_INET", "AF_INET6"}

    def chosen(event: traceleft.Event) -> bool:
        socket = socket_of(event, "result", "TCP")
        return socket is not None and socket.family in families and (not args.port or socket.local_port in args.port)

    def end(head: str, width: str, name: str) -> Column:
        return Column(head, width, lambda event: getattr(socket_of(event, "result"), name))

    columns = [
        *(clock(shown=args.time), since_first(digits=3, shown=args.timestamp)),
        *(PID, Column("COMM", "<15", lambda event: event.comm)),
        Column("IP", "<2", version),
        *(end("RADDR", "<16", "peer_addr"), end("RPORT", "<5", "peer_port")),
        *(end("LADDR", "<16", "local_addr"), end("LPORT", "<5", "local_port")),
    ]
    run.show(["accept", "accept4"], columns, scope(args, "ret >= 0"), choose=chosen, files=True)


if __name__ == "__main__":
    options.run(main)
