# SPDX-License-Identifier: MIT
"""What TCP counts of a connection, beside what the program did and what the kernel tells it by TCP_INFO."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import socket
import struct
from collections.abc import Iterator

import pytest

import traceleft
from tests.support import lab

pytestmark = [pytest.mark.any_backend, pytest.mark.each_kernel]

CLOSE = 7
"""include/net/tcp_states.h: TCP_CLOSE"""
SENT, ANSWERED = 300_000, 7


def tcp_info(end: socket.socket) -> tuple[int, int, int]:
    """Bytes acknowledged and received, and segments sent again: include/uapi/linux/tcp.h, struct tcp_info."""
    info = end.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 136)
    (resent,) = struct.unpack_from("=I", info, 100)
    return (*struct.unpack_from("=QQ", info, 120), resent)


@contextlib.contextmanager
def late_connection(family: int, host: str) -> Iterator[tuple[socket.socket, socket.socket]]:
    """Both ends of a connection whose SYN was sent again: the listening socket's queue was full at first."""
    with socket.socket(family) as server, socket.socket(family) as first, socket.socket(family) as client:
        server.bind((host, 0))
        server.listen(0)
        first.connect(server.getsockname()[:2])
        client.setblocking(False)
        assert client.connect_ex(server.getsockname()[:2]) == errno.EINPROGRESS
        lab.wait_until(lambda: tcp_info(client)[2] > 0, "the SYN was not sent again")
        server.accept()[0].close()
        client.setblocking(True)
        client.settimeout(lab.TIMEOUT)
        with server.accept()[0] as accepted:
            yield client, accepted


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")], ids=["4", "6"])
def test_a_closed_connection_has_its_totals(backend: str, family: int, host: str) -> None:
    with traceleft.Tracer(backend=backend, files=True, abi="native") as tracer:
        # A packet leads to the last change, whichever process the CPU is busy with then.
        tracer.attach("sock:inet_sock_set_state")
        tracer.attach("sock:inet_sock_set_state", pids=[os.getpid()])
        tracer.attach(["connect", "accept4", "sendto", "recvfrom", "close"], pids=[os.getpid()])
        with late_connection(family, host) as (client, accepted):
            client.sendall(bytes(SENT))
            left = SENT
            while left:
                left -= len(accepted.recv(left))
            accepted.sendall(bytes(ANSWERED))
            assert len(client.recv(ANSWERED, socket.MSG_WAITALL)) == ANSWERED
            port = client.getsockname()[1]
            own = tcp_info(client)
            shown = lab.run(["ss", "-tHnieO", f"sport = :{port}"], text=True).stdout if shutil.which("ss") else ""
        tracer.stop()
        capture = tracer.collect()
    totals = [
        tuple(event[name] for name in ("bytes_acked", "bytes_received", "total_retrans"))
        for event in capture
        if event.syscall.startswith("sock:") and event["newstate"] == CLOSE and event["sport"] == port
    ]
    assert len(totals) == 1
    acked, received, resent = totals[0]
    # SYN and FIN have a place among the bytes, each.
    assert own[0] <= acked <= own[0] + 1 and SENT <= acked <= SENT + 2
    assert own[1] <= received <= own[1] + 1 and ANSWERED <= received <= ANSWERED + 1
    assert resent == own[2] > 0
    ends = {each.local_port: each for each in capture.connections() if port in (each.local_port, each.peer_port)}
    assert (ends[port].bytes_sent, ends[port].bytes_received) == (SENT, ANSWERED)
    assert ends[port].retransmits == resent
    assert ends[port].lasted > 0
    for match in re.findall(r"bytes_acked:(\d+)|retrans:\d+/(\d+)", shown):
        assert int(match[0] or own[0]) == own[0] and int(match[1] or resent) == resent


def test_sockets_that_are_not_tcps_have_none(backend: str) -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as end,
        traceleft.Tracer(backend=backend, files=True) as tracer,
    ):
        tracer.attach("bind", pids=[os.getpid()])
        end.bind(("127.0.0.1", 0))
        tracer.stop()
        (row,) = tracer.collect().connections()
    assert (row.protocol, row.retransmits) == ("UDP", None)
