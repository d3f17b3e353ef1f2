# SPDX-License-Identifier: MIT
"""Shows TCP segments that are sent again, as BCC's tcpretrans does.

A timer or a packet leads to most of them: PID is the process that the CPU was busy with, and not the socket's. So a
command only says how long to look at the whole machine, and -p, -t and --cgroup are refused. There are no tail loss
probes (-l) and sequence numbers (-s), which the kernel's tracepoint doesn't tell.

Examples:
  tcpretrans              until Ctrl-C
  tcpretrans -c -d 60     counted by connection
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.columns import PID, Column, clock
from traceleft.script import Options, Run
from traceleft.tcp_sockets import STATES, address_of, families

options = Options(__doc__)
options.flags(ipv4="-4, IPv4 only", ipv6="-6, IPv6 only", count="-c, count by connection, until the end")


def end_of(event: traceleft.Event, side: str) -> str:
    return f"{address_of(event, side)}:{event[f'{side}port']}"


def main(args: argparse.Namespace, run: Run) -> None:
    if args.pid is not None or args.tid is not None or args.cgroup is not None:
        options.error("whose segment is sent again is not known: leave out -p, -t and --cgroup")
    tracepoint = ["tcp:tcp_retransmit_skb"]
    local = Column("LADDR:LPORT", "<20", lambda event: end_of(event, "s"))
    remote = Column("RADDR:RPORT", "<20", lambda event: end_of(event, "d"))
    if args.count:
        run.show_counts(tracepoint, [local, remote], "RETRANSMITS", families(args), everyone=True)
        return
    columns = [
        *(clock(), PID, Column("IP", "<2", lambda event: 4 if event["family"] == 2 else 6)),
        *(local, Column("T>", "<2", lambda event: "R>"), remote),
        Column("STATE", "", lambda event: STATES[event["state"]]),
    ]
    run.show(tracepoint, columns, families(args), everyone=True)


if __name__ == "__main__":
    options.run(main)
