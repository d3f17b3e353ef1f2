# SPDX-License-Identifier: MIT
"""What the kernel's tracepoints tell of TCP sockets, for the scripts that show them."""

from __future__ import annotations

import argparse
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from traceleft.asking import where
from traceleft.columns import Column, clock, since_first
from traceleft.script import Options, Run, ports

if TYPE_CHECKING:
    from traceleft._core import Event
    from traceleft.asking import Where

STATES = (
    "",
    *("ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT", "CLOSE", "CLOSE_WAIT"),
    *("LAST_ACK", "LISTEN", "CLOSING", "NEW_SYN_RECV"),
)
"""By their numbers in include/net/tcp_states.h; formats don't name all."""
ESTABLISHED, SYN_SENT, SYN_RECV, FIN_WAIT1, CLOSE, LAST_ACK, LISTEN = (
    STATES.index(name) for name in ("ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "CLOSE", "LAST_ACK", "LISTEN")
)
# A packet leads to none of these: connect(), close(), shutdown() and listen() do.
_BY_CALL = frozenset({SYN_SENT, FIN_WAIT1, LAST_ACK, LISTEN})


def address_options(options: Options) -> None:
    """Adds BCC's options for families, ports and times."""
    options.flags(
        time="-T, show the time",
        timestamp="-t, show seconds since the first event",
        ipv4="-4, IPv4 only",
        ipv6="-6, IPv6 only",
    )
    options.add_argument("-L", "--localport", type=ports, help="of these local ports only: 80,443")
    options.add_argument("-D", "--remoteport", type=ports, help="of these remote ports only")


def times(args: argparse.Namespace) -> list[Column]:
    return [clock(shown=args.time), since_first(digits=6, shown=args.timestamp)]


def tcp_changes(args: argparse.Namespace) -> Where:
    """The question for changes of TCP's state; the tracepoint tells of MPTCP's, SCTP's and DCCP's, too."""
    return where("protocol == 6") & families(args)


def families(args: argparse.Namespace) -> Where:
    return where(f"family in ({'2' if args.ipv4 else '10' if args.ipv6 else '2, 10'})")


def address_of(event: Event, side: str) -> str:
    """The address of the "s" (local) or "d" (remote) side; "?" where it could not be read."""
    packed = event.args[f"{side}addr_v6" if event["family"] == socket.AF_INET6 else f"{side}addr"]
    return "?" if packed is None else str(ip_address(packed))


def addresses() -> list[Column]:
    """Columns of both sides."""
    return [
        Column("LADDR", "<15", lambda event: address_of(event, "s")),
        Column("LPORT", "<5", lambda event: event["sport"]),
        Column("RADDR", "<15", lambda event: address_of(event, "d")),
        Column("RPORT", "<5", lambda event: event["dport"]),
    ]


@dataclass
class TcpSocket:
    """A socket, as its changes of state have told it. Times are ns.

    Args:
        born: when its last connection began; None: before the trace, or it has had none.
        changed: the time of the change before the last; None: it is the first.
        last: the time of the last change.
        owner: the change by the process that has it, as connect() and close() make them; None: not known.
        chosen: whether that is a process that the options choose.
    """

    born: int | None = None
    changed: int | None = None
    last: int | None = None
    owner: Event | None = None
    chosen: bool = False


class TcpSockets:
    """The sockets of a run. What packets and timers do to one is told of whichever process the CPU was busy with:
    its own is known only from a change that a call makes."""

    def __init__(self, args: argparse.Namespace, run: Run) -> None:
        self._args, self._run = args, run
        self._all = not run.chooses and args.tid is None and args.cgroup is None
        # The kernel uses an address again, so there are no more than there were sockets at a time.
        self._sockets: dict[int, TcpSocket] = {}

    def __getitem__(self, event: Event) -> TcpSocket:
        return self._sockets[event["skaddr"]]

    def change(self, event: Event) -> TcpSocket:
        """Takes a change of state, and returns its socket."""
        new = event["newstate"]
        if event["oldstate"] == CLOSE or new == SYN_RECV:
            self._sockets.pop(event["skaddr"], None)
        found = self._sockets.setdefault(event["skaddr"], TcpSocket())
        if new in (ESTABLISHED, SYN_SENT, SYN_RECV) and found.born is None:
            found.born = event.timestamp
        found.changed, found.last = found.last, event.timestamp
        if new in _BY_CALL and found.owner is None:
            found.owner, found.chosen = event, self._chooses(event)
        return found

    def wanted(self, event: Event) -> bool:
        """Whether the options choose the socket, by its ports and its process."""
        own, peer = self._args.localport, self._args.remoteport
        if (own and event["sport"] not in own) or (peer and event["dport"] not in peer):
            return False
        return self._all or self[event].chosen

    def _chooses(self, event: Event) -> bool:
        return (
            self._run.chosen(event)
            and self._args.tid in (None, event.tid)
            and self._args.cgroup in (None, event.cgroup_id)
        )
