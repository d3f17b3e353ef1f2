# SPDX-License-Identifier: MIT
"""Who is found at the other end of an output."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from traceleft.peers import connected_to, name_of, readers_of

Start = Callable[[int, int], int]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a process with this standard input and output, which it takes from us; returns its pid."""
    with ExitStack() as processes:

        def start_one(stdin: int, stdout: int) -> int:
            process = processes.enter_context(subprocess.Popen(["sleep", "1000"], stdin=stdin, stdout=stdout))
            processes.callback(process.kill)
            for file in {stdin, stdout} - {subprocess.DEVNULL}:
                os.close(file)
            return process.pid

        yield start_one


@contextlib.contextmanager
def path_of(file: int) -> Iterator[str]:
    try:
        yield f"/proc/self/fd/{file}"
    finally:
        os.close(file)


def found(file: str | Path) -> set[int]:
    return {peer.pid for peer in readers_of([file])}


def pipe(directory: Path) -> tuple[int, int]:
    return os.pipe()


def fifo(directory: Path) -> tuple[int, int]:
    os.mkfifo(directory / "fifo")
    reader = os.open(directory / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    return reader, os.open(directory / "fifo", os.O_WRONLY)


def pty(directory: Path) -> tuple[int, int]:
    return os.openpty()


def unix_socket(directory: Path) -> tuple[int, int]:
    """Accepted by one process, and served by another: SO_PEERCRED would say the first."""
    reader, writer = socket.socketpair()
    return reader.detach(), writer.detach()


def tcp_of(family: int, address: str) -> tuple[int, int]:
    with socket.socket(family) as listener:
        listener.bind((address, 0))
        listener.listen()
        writer = socket.create_connection(("127.0.0.1", listener.getsockname()[1]))
        reader, _ = listener.accept()
    return reader.detach(), writer.detach()


def tcp(directory: Path) -> tuple[int, int]:
    return tcp_of(socket.AF_INET, "127.0.0.1")


def tcp_of_both_families(directory: Path) -> tuple[int, int]:
    return tcp_of(socket.AF_INET6, "::")


KINDS = [pipe, fifo, pty, unix_socket, tcp, tcp_of_both_families]


@pytest.mark.parametrize("kind", KINDS)
def test_the_reader_is_found(kind: Callable, start: Start, tmp_path: Path) -> None:
    reader, writer = kind(tmp_path)
    with path_of(writer) as output:
        assert found(output) == set()  # ours alone, and so nobody
        other = start(*os.pipe()[:1], subprocess.DEVNULL)
        pid = start(reader, subprocess.DEVNULL)
        assert readers_of([output])[0].name == name_of(pid) == "sleep"
        assert found(output) == {pid} != {other}


def test_those_in_a_row_are_found(start: Start) -> None:
    """`| grep | tee | less`, but not who writes to one of them from aside."""
    (first, output), (second, from_first), (third, from_second) = os.pipe(), os.pipe(), os.pipe()
    aside = os.dup(from_first)
    with path_of(output) as path:
        row = {start(first, from_first), start(second, from_second), start(third, subprocess.DEVNULL)}
        start(subprocess.DEVNULL, aside)
        assert found(path) == row


def test_a_ring_of_them_ends(start: Start) -> None:
    (reader, output), (back, writer) = os.pipe(), os.pipe()
    again = os.dup(output)
    with path_of(output) as path:
        assert found(path) == set()
        ring = {start(reader, writer), start(back, again)}
        assert found(path) == ring


def test_another_writer_is_no_reader(start: Start) -> None:
    reader, writer = os.pipe()
    start(subprocess.DEVNULL, os.dup(writer))
    with path_of(reader), path_of(writer) as path:
        assert found(path) == set()


@pytest.mark.parametrize("file", ["/dev/null", "/nonexistent", "."])
def test_what_has_no_reader(file: str) -> None:
    assert found(file) == set()


def test_a_file_is_read_by_nobody_in_this_sense(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("x")
    start(os.open(path, os.O_RDONLY), subprocess.DEVNULL)
    assert found(path) == set()


def test_connections_to_a_port_are_found(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert connected_to(port) == []
        with socket.create_connection(("127.0.0.1", port)) as connection:
            accepted, _ = server.accept()
            pid = start(accepted.detach(), subprocess.DEVNULL)
            assert connected_to(port) == [f"/proc/self/fd/{connection.fileno()}"]
            assert {peer.pid for peer in readers_of(connected_to(port))} == {pid}


def test_a_name_that_has_gone() -> None:
    assert name_of(4_194_304) == "?"
