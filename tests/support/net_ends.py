# SPDX-License-Identifier: MIT
"""Opens sockets of each kind in a network namespace of its own, asks each for its name, and keeps them until it is told
to end."""

from __future__ import annotations

import ctypes
import fcntl
import socket
import struct
import sys

CLONE_NEWNET = 0x40000000
SIOCSIFFLAGS = 0x8914
IFF_UP = 1
PORT = 4711  # the same in every namespace


def pair(family: int, kind: int, host: str) -> list[socket.socket]:
    """A bound socket, one that is connected to it, and of a stream its other end."""
    server, client = socket.socket(family, kind), socket.socket(family, kind)
    server.bind((host, PORT))
    if kind == socket.SOCK_STREAM:
        server.listen()
    client.connect((host, PORT))
    return [server, client] + ([server.accept()[0]] if kind == socket.SOCK_STREAM else [])


if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNET):
    sys.exit("no network namespace")
with socket.socket() as any_socket:
    fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP))
sockets = [
    each
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM)
    for each in pair(family, kind, host)
]
for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
    sockets += socket.socketpair(socket.AF_UNIX, kind)
listening = socket.socket(socket.AF_UNIX)
listening.bind("\0of tests")
listening.listen()
netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
netlink.bind((0, 0))
print("ready", flush=True)
sys.stdin.readline()
for each in [*sockets, listening, netlink]:
    each.getsockname()
print("asked", flush=True)
sys.stdin.readline()
