# SPDX-License-Identifier: MIT
"""Sockets."""

from __future__ import annotations

import os
import socket
import struct
from dataclasses import replace

from tests.support.arguments import (
    NULL,
    Memory,
    Message,
    Messages,
    array,
    array_both,
    array_out,
    data,
    given,
    ret,
    room,
    value_at,
)
from tests.support.caller import WITHOUT_EDGE, Caller
from tests.support.calls.layouts import AF_NETLINK, TIMESPEC, decode_sockaddr, sockaddr_in, sockaddr_in6, sockaddr_un

DONTWAIT = socket.MSG_DONTWAIT
NO_FD = 9999


def address(content: bytes) -> Memory:
    """A socket's address that the call reads."""
    return Memory(content, "in", decode=decode_sockaddr)


def address_room(length_at: int, size: int = 128) -> Memory:
    """Room for a socket's address, whose length another argument points to."""
    return Memory(bytes(size), "out", size=value_at(length_at, size), decode=decode_sockaddr)


def connections(caller: Caller) -> None:
    call = caller.call
    length = array_both("i", 128)
    listener = call("socket", socket.AF_INET, socket.SOCK_STREAM | socket.SOCK_NONBLOCK, 0)
    call("socket", 99, 1, 0, error="EAFNOSUPPORT")
    loopback = sockaddr_in("127.0.0.1", 0)
    call("bind", listener, address(loopback), len(loopback), ret=0)
    call("listen", listener, 8, ret=0)
    name = caller.keep(address_room(2))
    call("getsockname", listener, name, length, ret=0)
    call("getsockname", NO_FD, address_room(2), length, error="EBADF")
    bound = caller.content(name)[:16]
    clients = [call("socket", socket.AF_INET, socket.SOCK_STREAM, 0) for _ in range(4)]
    for client in clients:
        call("connect", client, address(bound), len(bound), bad=(), ret=0)
    call("connect", clients[0], address(bound), len(bound), error="EISCONN")
    call("getpeername", clients[0], address_room(2), length, ret=0)
    server = call("accept", listener, address_room(2), length, bad=())
    call("accept", listener, NULL, NULL, bad=())
    call("accept4", listener, address_room(2), length, os.O_CLOEXEC, bad=())
    # At its end the call has put the address's length where that of the room was; but it filled no more than the room.
    cut_off = Memory(bytes(4), "out", size=4)
    call("accept4", listener, cut_off, array_both("i", 4), 0, bad=())
    call("accept", listener, address_room(2), length, error="EAGAIN")
    call("accept4", listener, address_room(2), length, 1, error="EINVAL")
    call("sendto", server, data(b"over a connection"), 17, 0, NULL, 0, bad=WITHOUT_EDGE, ret=17)
    call("recvfrom", clients[0], room(50), 50, 0, NULL, NULL, bad=(), ret=17)
    call("setsockopt", server, socket.SOL_SOCKET, socket.SO_KEEPALIVE, array("i", 1), 4, ret=0)
    call("setsockopt", server, socket.SOL_SOCKET, 9999, array("i", 1), 4, error="ENOPROTOOPT")
    option = array_out("i", 2, size=value_at(4, 8))
    call("getsockopt", server, socket.SOL_SOCKET, socket.SO_TYPE, option, array_both("i", 8), ret=0)
    call("getsockopt", NO_FD, socket.SOL_SOCKET, socket.SO_TYPE, option, array_both("i", 8), error="EBADF")
    call("shutdown", server, socket.SHUT_RDWR, ret=0)
    call("shutdown", server, 7, error="EINVAL")


def families(caller: Caller) -> None:
    """Addresses of every family."""
    call = caller.call
    length = array_both("i", 128)
    local = sockaddr_un(b"socket")
    for family, content in (
        (socket.AF_UNIX, local),
        (socket.AF_UNIX, sockaddr_un(b"x" * 107)[:110]),
        (socket.AF_INET, sockaddr_in("127.0.0.2", 0)),
        (socket.AF_INET6, sockaddr_in6("::1", 0)),
        (AF_NETLINK, struct.pack("<HHII", AF_NETLINK, 0, 0, 0)),
    ):
        kind = socket.SOCK_RAW if family == AF_NETLINK else socket.SOCK_DGRAM
        fd = call("socket", family, kind | socket.SOCK_NONBLOCK, 0)
        call("bind", fd, address(content), len(content))
        call("getsockname", fd, address_room(2), length)
    unknown = struct.pack("<H", 99) + bytes(14)
    call("bind", fd, address(unknown), 16, error="EINVAL")
    call("bind", fd, Memory(b"\x02", "in"), 1, error="EINVAL")


def messages(caller: Caller) -> None:
    call = caller.call
    pair = caller.keep(array_out("i", 2))
    call("socketpair", socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK, 0, pair, ret=0)
    here, there = caller.values(pair)
    local = sockaddr_un(b"socket")
    bound = call("socket", socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK, 0)
    call("bind", bound, address(local), len(local), ret=0)
    call("sendto", bound, data(b"to a name"), 9, 0, address(local), len(local), ret=9, bad=())
    call("recvfrom", bound, room(50), 50, 0, address_room(5), array_both("i", 128), bad=(), ret=9)
    call("recvfrom", bound, room(50), 50, 0, address_room(5), array_both("i", 128), error="EAGAIN")
    rights = struct.pack("<Qiii4x", 20, socket.SOL_SOCKET, socket.SCM_RIGHTS, here)
    control = [{"cmsg_len": 20, "cmsg_level": socket.SOL_SOCKET, "cmsg_type": socket.SCM_RIGHTS, "cmsg_data": [here]}]
    sent = Message(buffers=(b"one", b"two"), control=rights, fields=(("msg_name", None), ("msg_control", control)))
    call("sendmsg", here, sent, 0, ret=6, bad=("minus one", "unmapped", "kernel"))
    received = Message(direction="out", buffers=(bytes(4), bytes(10)), size=ret)
    call("recvmsg", there, received, DONTWAIT, ret=6, bad=())
    call("recvmsg", there, received, DONTWAIT, error="EAGAIN")
    decoded = decode_sockaddr(local)
    named = Message(name=local, buffers=(b"by name",), fields=(("msg_name", decoded), ("msg_control", None)))
    call("sendmsg", here, named, DONTWAIT)
    several = Messages(messages=(Message(buffers=(b"a", b"bc")), Message(buffers=(b"def",))))
    call("sendmmsg", here, several, 2, 0, ret=2, bad=("minus one", "unmapped", "kernel"))
    room_for_several = Messages(
        direction="out", messages=(Message(buffers=(bytes(2), bytes(9))), Message(buffers=(bytes(8),)))
    )
    limit = replace(given(TIMESPEC.pack(5, 0), TIMESPEC), direction="both")
    call("recvmmsg", there, room_for_several, 2, DONTWAIT, limit, ret=2, bad=())
    call("recvmmsg", there, room_for_several, 2, DONTWAIT, limit, error="EAGAIN")
    call("sendmmsg", NO_FD, several, 2, 0, error="EBADF")


FAMILIES = (connections, families, messages)
