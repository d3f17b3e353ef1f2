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
from collections import Counter

import traceleft
from traceleft.columns import COMM, PID, Column, address_of, since_first, socket_of, uid
from traceleft.printable import printable
from traceleft.script import Options, Run, ports, scope, user_id


def address(event: traceleft.Event) -> object:
    return address_of(event, "umyaddr", "addr")


def port(event: traceleft.Event) -> object:
    socket = socket_of(event, "fd")
    return (socket.local_port if socket and event.ret == 0 else None) or address_of(event, "umyaddr", "port")


def protocol(event: traceleft.Event) -> str:
    socket = socket_of(event, "fd")
    return (socket and socket.protocol) or "?"


options = Options(__doc__)
options.flags(
    timestamp="-t, show seconds since the first event",
    wide="-w, wider columns, for IPv6 addresses",
    errors="-E, failed calls, too",
    print_uid="-U, show the user id",
    count=", count by address and port, until the end",
)
options.add_argument("-P", "--port", type=ports, help="these ports only, as they were asked for: 80,443")
options.add_argument("-u", "--uid", type=user_id, metavar="USER", help="this user only")


def main(args: argparse.Namespace, run: Run) -> None:
    inet = "sa_family(umyaddr) in (AF_INET, AF_INET6)"
    wanted = scope(args, inet, None if args.errors else "ret == 0", port=args.port, uid=args.uid)
    if args.count:
        counts = Counter((address(event), port(event)) for event in run.events(["bind"], wanted, files=True))
        print(f"{'LADDR':<39} {'LPORT':>5} BINDS")
        for (name, number), binds in counts.most_common():
            print(f"{printable(str(name)):<39} {number:>5} {binds}")
        return
    columns = [
        since_first(digits=3, shown=args.timestamp),
        uid(shown=args.print_uid),
        Column("RC", "<3", lambda event: event.ret, args.errors),
        *(PID, COMM, Column("PROT", "<5", protocol)),
        Column("ADDR", "<39" if args.wide else "<15", address),
        Column("PORT", ">5", port),
    ]
    run.show(["bind"], columns, wanted, files=True)


if __name__ == "__main__":
    options.run(main)
