# SPDX-License-Identifier: MIT
"""What the original had besides syscalls: connections of TCP, and descriptors that are installed. This process makes
them, and every address, port, byte and namespace is held against what its sockets say.

tests/run.sh runs this file, too. Functions of the kernel are looked at where this machine hooks them, and the
tracepoint of sockets' states everywhere.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import traceleft
from tests.support import lab

pytestmark = [pytest.mark.any_backend, pytest.mark.each_kernel]

LOOPBACK = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}
STATES = "sock:inet_sock_set_state"
SENT = b"some bytes"


def hooks_functions() -> bool:
    """Whether this machine has kprobes, without which neither does it allow fentry."""
    return Path("/sys/kernel/tracing/kprobe_events").exists()


class Connection:
    """One of this process, over the loopback device."""

    def __init__(self, family: socket.AddressFamily) -> None:
        try:
            self._server = socket.create_server((LOOPBACK[family], 0), family=family)
        except OSError as error:
            pytest.skip(f"there are no such addresses here: {error}")
        self.family = family
        self.server_port: int = self._server.getsockname()[1]
        self._client = socket.socket(family)
        self._accepted: socket.socket | None = None

    def connect(self) -> None:
        self._client.connect(self._server.getsockname())
        self.client_port: int = self._client.getsockname()[1]

    def connect_by_a_child(self) -> None:
        """The same socket, but packets are sent and received by another process than traceleft's."""
        child = os.fork()
        if not child:
            try:
                self._client.connect(self._server.getsockname())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        self.client_port = self._client.getsockname()[1]

    def accept(self) -> None:
        self._accepted, _ = self._server.accept()

    def talk(self) -> None:
        """Each end sends the same. The answer acknowledges."""
        assert self._accepted
        for sender, receiver in ((self._client, self._accepted), (self._accepted, self._client)):
            sender.sendall(SENT)
            assert receiver.recv(len(SENT)) == SENT

    def close_client(self) -> None:
        self._client.close()

    def close(self) -> None:
        for each in (self._client, self._accepted, self._server):
            if each:
                each.close()

    def members(self, peer_port: int, port: int) -> dict[str, Any]:
        """What the kernel has in its socket at one end: struct sock's __sk_common."""
        address: Any = socket.inet_pton(self.family, LOOPBACK[self.family])
        if self.family == socket.AF_INET:
            address = int.from_bytes(address, "big")
        return {
            "skc_family": self.family,
            "skc_dport": peer_port,
            "skc_num": port,
            "skc_daddr" if self.family == socket.AF_INET else "skc_v6_daddr": address,
            "skc_net.net.ns.inum": Path("/proc/self/ns/net").stat().st_ino,
        }


MEMBERS = {
    socket.AF_INET: ("skc_family", "skc_dport", "skc_num", "skc_daddr", "skc_net.net.ns.inum"),
    socket.AF_INET6: ("skc_family", "skc_dport", "skc_num", "skc_v6_daddr", "skc_net.net.ns.inum"),
}


class Traced:
    """A connection of one family, and a tracer for it."""

    def __init__(self, tracer: traceleft.Tracer, family: socket.AddressFamily) -> None:
        self.tracer = tracer
        self.connection = Connection(family)

    def attach(self, function: str, sk: str, where: str, *, by_all: bool = False) -> None:
        """Traces a function with the members of a socket, and changes of states, perhaps whoever makes them."""
        members = [f"{sk}->__sk_common.{each}" for each in MEMBERS[self.connection.family]]
        if hooks_functions():
            self.tracer.attach(function, pids=[os.getpid()], members=members)
        self.tracer.attach(STATES, pids=None if by_all else [os.getpid()], where=where)

    def check(self, sk: str, expected: dict[str, Any], states: list[dict[str, Any]]) -> None:
        events = lab.finished(self.tracer)
        called = [event for event in events if event.syscall != STATES]
        assert len(called) == hooks_functions()
        for event in called:
            assert {name: event.args[f"{sk}.__sk_common.{name}"] for name in expected} == expected
            assert (event.pid, event.error) == (os.getpid(), None)
        ports = (self.connection.server_port, self.connection.client_port)
        changed = [event for event in events if event.syscall == STATES]
        own = [event for event in changed if event.args["sport"] in ports and event.args["dport"] in ports]
        assert [{name: event.args[name] for name in wanted} for event, wanted in zip(own, states)] == states
        assert len(own) == len(states)
        for event in own:
            family = self.connection.family
            address = event.args["daddr" if family == socket.AF_INET else "daddr_v6"]
            assert address == socket.inet_pton(family, LOOPBACK[family])
        lab.assert_accounted(self.tracer)


@pytest.fixture
def traced(backend: str, family: socket.AddressFamily, request: pytest.FixtureRequest) -> Iterator[Traced]:
    request.node.user_properties.append(("pid", os.getpid()))  # for the lines of tests/run.sh
    with traceleft.Tracer(backend=backend) as tracer:
        traced = Traced(tracer, family)
        try:
            yield traced
        finally:
            traced.connection.close()


v4 = pytest.mark.parametrize("family", [socket.AF_INET], ids=["v4"])
v6 = pytest.mark.parametrize("family", [socket.AF_INET6], ids=["v6"])


def check_connect(traced: Traced) -> None:
    traced.attach("func:tcp_connect", "sk", "oldstate == TCP_SYN_SENT and newstate == TCP_ESTABLISHED")
    connection = traced.connection
    connection.connect()
    server, client = connection.server_port, connection.client_port
    traced.check("sk", connection.members(server, client), [{"sport": client, "dport": server}])


def check_accept(traced: Traced) -> None:
    where = "oldstate == TCP_SYN_RECV and newstate == TCP_ESTABLISHED"
    traced.attach("func:inet_csk_accept", "ret", where, by_all=True)  # a packet changes it
    connection = traced.connection
    connection.connect_by_a_child()
    connection.accept()
    server, client = connection.server_port, connection.client_port
    traced.check("ret", connection.members(client, server), [{"sport": server, "dport": client}])


def check_close(traced: Traced) -> None:
    connection = traced.connection
    connection.connect()
    connection.accept()
    connection.talk()
    server, client = connection.server_port, connection.client_port
    # Of the three sockets that are closed, the one that connected.
    traced.attach("func:tcp_close:entry", "sk", "newstate == TCP_FIN_WAIT1")
    connection.close_client()
    states = [{"sport": client, "dport": server, "bytes_acked": len(SENT) + 1, "bytes_received": len(SENT)}]
    traced.check("sk", connection.members(server, client), states)


@v4
def test_tcp_v4_connect(traced: Traced) -> None:
    check_connect(traced)


@v4
def test_tcp_v4_accept(traced: Traced) -> None:
    check_accept(traced)


@v4
def test_tcp_v4_close(traced: Traced) -> None:
    check_close(traced)


@v6
def test_tcp_v6_connect(traced: Traced) -> None:
    check_connect(traced)


@v6
def test_tcp_v6_accept(traced: Traced) -> None:
    check_accept(traced)


@v6
def test_tcp_v6_close(traced: Traced) -> None:
    check_close(traced)


def test_fd_install(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    request.node.user_properties.append(("pid", os.getpid()))
    if not hooks_functions():
        pytest.skip("this kernel has no kprobes, and allows no fentry")
    path = tmp_path / "a file"
    path.write_bytes(b"")
    with traceleft.Tracer(backend=backend) as tracer:
        members = ["file->f_flags", "file->f_inode->i_ino"]
        tracer.attach("func:fd_install", pids=[os.getpid()], members=members)
        fd = os.open(path, os.O_RDWR | os.O_APPEND)
        events = lab.finished(tracer)
    os.close(fd)
    inode = path.stat().st_ino
    (event,) = (event for event in events if event.args["file.f_inode.i_ino"] == inode)
    assert event.args["fd"] == fd
    access = os.O_ACCMODE | os.O_APPEND
    assert event.args["file.f_flags"] & access == os.O_RDWR | os.O_APPEND
    assert (event.ret, event.error) == (0, None)
