# SPDX-License-Identifier: MIT
"""Sockets of two network namespaces with the same addresses: each as ss(8) has it there."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support import SUPPORT, lab

pytestmark = [
    pytest.mark.any_backend,
    pytest.mark.any_kernel,  # ss needs sock_diag, which not every kernel has
    pytest.mark.skipif(shutil.which("ss") is None, reason="iproute2 is not installed"),
]

End = tuple[str, str]
"""An address and a port as ss has them; of a unix socket a name and an inode. "*": there is none."""


@contextlib.contextmanager
def ends() -> Iterator[subprocess.Popen[str]]:
    """A program with sockets of each kind, in a network namespace of its own."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-I", "-S", SUPPORT / "net_ends.py"], text=True, **pipes) as program:
        assert program.stdout and program.stdout.readline() == "ready\n"
        yield program
        program.communicate("\n", timeout=lab.TIMEOUT)


def ss(program: subprocess.Popen[str], *options: str) -> list[list[str]]:
    """The columns of ss's lines in the program's namespace, from the state on."""
    command = ["nsenter", "-t", str(program.pid), "-n", "ss", "-HOaen", *options]
    return [line.split() for line in lab.run(command, check=True, text=True).stdout.splitlines()]


def by_ss(program: subprocess.Popen[str]) -> dict[int, tuple[End, End]]:
    """Both ends of each socket, by its inode; without those of netlink, of which ss tells none."""
    found = {}
    for columns in ss(program, "-t", "-u"):
        local, peer = ((host, port) for host, _, port in (column.rpartition(":") for column in columns[4:6]))
        inode = next(int(column[4:]) for column in columns if column.startswith("ino:"))
        found[inode] = (local, peer if peer[1] != "*" else ("*", "*"))
    for line in ss(program, "-x"):
        # The name of an abstract one has a blank in it.
        name, inode, peer, peer_inode = re.fullmatch(r"(.*) (\d+) (\S+) (\d+) <->.*", " ".join(line[4:])).groups()  # type: ignore[union-attr]
        found[int(inode)] = ((name, inode), (peer, peer_inode))
    return found


def by_traceleft(file: traceleft.OpenFile) -> tuple[End, End]:
    seen = file.socket
    assert seen
    if seen.family == "AF_UNIX":
        return (seen.local_addr or "*", str(file.inode)), (seen.peer_addr or "*", str(seen.peer_inode or 0))
    hosts = (f"[{host}]" if host and ":" in host else host for host in (seen.local_addr, seen.peer_addr))
    (local, peer), ports = hosts, (seen.local_port, seen.peer_port)
    return (local or "*", str(ports[0] or "*")), (peer or "*", str(ports[1] or "*"))


def test_sockets_are_those_of_ss(backend: str) -> None:
    with ends() as one, ends() as other, traceleft.Tracer(backend=backend, files=True, abi="native") as tracer:
        programs = {program.pid: program for program in (one, other)}
        tracer.attach("getsockname", pids=list(programs))
        wanted = {pid: by_ss(program) for pid, program in programs.items()}
        netlink = {pid: {line[3] for line in ss(program, "-f", "netlink")} for pid, program in programs.items()}
        for program in programs.values():
            assert program.stdin and program.stdout
            program.stdin.write("\n")
            program.stdin.flush()
            assert program.stdout.readline() == "asked\n"
        namespaces = {pid: Path(f"/proc/{pid}/ns/net").stat().st_ino for pid in programs}
        events = lab.finished(tracer)
    assert len({*namespaces.values()}) == 2
    found: dict[int, dict[int, tuple[End, End]]] = {pid: {} for pid in programs}
    for event in events:
        file = event.file("fd")
        assert file and file.socket and file.socket.network_namespace == namespaces[event.pid]
        if file.socket.family == "AF_NETLINK":
            assert f"0:{file.socket.local_port}" in netlink[event.pid]
        else:
            found[event.pid][file.inode] = by_traceleft(file)
    assert found == wanted
    assert [len(each) for each in found.values()] == [17, 17]
