# SPDX-License-Identifier: MIT
"""Shows each change of a TCP socket's state, with the time in the old one, as BCC's tcpstates does.

C-PID and C-COMM are of the process that the CPU was busy with, which has nothing to do with the socket where a packet
or a timer led to the change. With -p, --tid, --cgroup and a command all changes of a socket are shown from the first
that a chosen process made by connect(), listen(), shutdown() or close(): an accepted one's last changes.

Examples:
  tcpstates -L 80,443       of these local ports
  tcpstates -D 5432 -T      to this remote port, with the time
  tcpstates -- curl http://example.com
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.columns import Column
from traceleft.script import Options, Run
from traceleft.tcp_sockets import STATES, TcpSockets, address_options, addresses, tcp_changes, times

options = Options(__doc__)
address_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    sockets = TcpSockets(args, run)

    def chosen(event: traceleft.Event) -> bool:
        sockets.change(event)
        return sockets.wanted(event)

    def in_old_state(event: traceleft.Event) -> str:
        changed = sockets[event].changed
        return "0.000" if changed is None else f"{(event.timestamp - changed) / 1e6:.3f}"

    columns = [
        *times(args),
        Column("SKADDR", "<16", lambda event: f"{event['skaddr']:x}"),
        Column("C-PID", "<7", lambda event: event.pid),
        Column("C-COMM", "<15", lambda event: event.comm),
        *addresses(),
        Column("OLDSTATE   ", "<11", lambda event: STATES[event["oldstate"]]),
        Column("-> NEWSTATE", "<14", lambda event: f"-> {STATES[event['newstate']]}"),
        Column("MS", "", in_old_state),
    ]
    run.show(["sock:inet_sock_set_state"], columns, tcp_changes(args), choose=chosen, everyone=True)


if __name__ == "__main__":
    options.run(main)
