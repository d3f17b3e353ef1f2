# SPDX-License-Identifier: MIT
"""Shows TCP connections that programs ask for, as BCC's tcpconnect does.

BCC's sees the kernel's tcp_v4_connect(), this one calls of connect() that succeed or are under way (EINPROGRESS): a
connection by io_uring, MSG_FASTOPEN or the kernel itself isn't seen. There are no names of DNS (-d).

Examples:
  tcpconnect -P 80,443      to these ports
  tcpconnect -L -t          with the local port and the time
  tcpconnect -c -d 60       counted
"""

from __future__ import annotations

import argparse
import functools

from traceleft.columns import PID, Column, address_in, local_of, since_first, socket_of, uid
from traceleft.script import Options, Run, ports, scope

options = Options(__doc__)
options.flags(
    timestamp="-t, show seconds since the first event",
    ipv4="-4, IPv4 only",
    ipv6="-6, IPv6 only",
    lport="-L, show the local port",
    print_uid="-U, show the user id",
    count="-c, count by addresses and port, until the end",
)
options.add_argument("-P", "--port", type=ports, help="to these ports only: 80,443")
options.choose_by("uid")


def main(args: argparse.Namespace, run: Run, protocol: str = "TCP") -> None:
    families = "AF_INET" if args.ipv4 else "AF_INET6" if args.ipv6 else "AF_INET, AF_INET6"
    questions = f"sa_family(uservaddr) in ({families})", "ret == 0 or error == EINPROGRESS"
    wanted = scope(args, *questions, port=args.port)
    chosen = functools.partial(socket_of, name="fd", protocol=protocol)
    ends = [local_of("fd", "addr"), address_in("uservaddr", "addr"), address_in("uservaddr", "port")]
    if args.count:
        columns = [Column("LADDR", "<25", ends[0]), Column("RADDR", "<25", ends[1]), Column("RPORT", "<20", ends[2])]
        run.show_counts(["connect"], columns, "CONNECTS", wanted, choose=chosen, files=True)
        return
    columns = [
        since_first(digits=3, shown=args.timestamp),
        *(uid(shown=args.print_uid), PID, Column("COMM", "<15", lambda event: event.comm)),
        Column("IP", "<2", lambda event: 6 if "sin6_addr" in event["uservaddr"] else 4),
        *(Column("SADDR", "<16", ends[0]), Column("LPORT", "<6", local_of("fd", "port"), args.lport)),
        *(Column("DADDR", "<16", ends[1]), Column("DPORT", "", ends[2])),
    ]
    run.show(["connect"], columns, wanted, choose=chosen, files=True)


if __name__ == "__main__":
    options.run(main)
