# SPDX-License-Identifier: MIT
"""Shows the addresses that sockets are bound to, as BCC's bindsnoop does.

BCC's sees what the kernel binds, this one calls of bind(). PORT is what the socket has got where 0 was asked for. The
socket's options (OPTS) and interface (IF) are not shown.

Examples:
  bindsnoop -E -P 80,443      of these ports, failed ones too
  bindsnoop -U -t             with user and time
  bindsnoop --count -d 60     counted by address
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.columns import COMM, PID, Column, address_in, address_of, protocol_of, since_first, socket_of, uid
from traceleft.script import Options, Run, ports, scope


def port(event: traceleft.Event) -> object:
    socket = socket_of(event, "fd")
    return (socket.local_port if socket and event.ret == 0 else None) or address_of(event, "umyaddr", "port")


options = Options(__doc__)
options.flags(
    timestamp="-t, show seconds since the first event",
    wide="-w, wider columns, for IPv6 addresses",
    errors="-E, failed calls, too",
    print_uid="-U, show the user id",
    count=", count by address and port, until the end",
)
options.add_argument("-P", "--port", type=ports, help="these ports only, as they were asked for: 80,443")
options.choose_by("uid")


def main(args: argparse.Namespace, run: Run) -> None:
    inet = "sa_family(umyaddr) in (AF_INET, AF_INET6)"
    wanted = scope(args, inet, None if args.errors else "ret == 0", port=args.port)
    address = address_in("umyaddr", "addr")
    if args.count:
        columns = [Column("LADDR", "<39", address), Column("LPORT", ">5", port)]
        run.show_counts(["bind"], columns, "BINDS", wanted, files=True)
        return
    columns = [
        since_first(digits=3, shown=args.timestamp),
        uid(shown=args.print_uid),
        Column("RC", "<3", lambda event: event.ret, args.errors),
        *(PID, COMM, Column("PROT", "<5", protocol_of)),
        Column("ADDR", "<39" if args.wide else "<15", address),
        Column("PORT", ">5", port),
    ]
    run.show(["bind"], columns, wanted, files=True)


if __name__ == "__main__":
    options.run(main)
