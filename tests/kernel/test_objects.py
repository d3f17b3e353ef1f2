# SPDX-License-Identifier: MIT
"""What descriptors stand for: which are the same open file, and its path, its kind and its addresses there and then."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support import SUPPORT, lab
from tests.support.openings import MARK

STEPS = lab.scaled(10000)


@contextlib.contextmanager
def traced(backend: str, *calls: str, **options: object) -> Iterator[list[traceleft.Event]]:
    """Traces these calls of this process; afterwards the list has their events."""
    events: list[traceleft.Event] = []
    with traceleft.Tracer(backend=backend, files=True, abi="native", **options) as tracer:
        tracer.attach(list(calls), pids=[os.getpid()])
        begin = time.monotonic_ns()
        yield events
        end = time.monotonic_ns()
        # The tracer makes calls, too.
        events += [event for event in lab.finished(tracer) if begin < event.timestamp < end]


def run_traced(backend: str, directory: Path, calls: list[str], *argv: object) -> tuple[str, list[traceleft.Event]]:
    """What a program of tests/support printed, and the events of it and its children."""
    script, *arguments = map(str, argv)
    with traceleft.Tracer(backend=backend, files=True, abi="native") as tracer:
        with subprocess.Popen(
            [sys.executable, "-I", "-S", SUPPORT / script, *arguments],
            cwd=directory,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as program:
            assert program.stdout and program.stdout.readline() == "ready\n"
            tracer.attach(calls, pids=[program.pid], follow_forks=True)
            said, _ = program.communicate("\n")
        assert program.returncode == 0
        return said, lab.finished(tracer)


def file_of(event: traceleft.Event, name: str) -> traceleft.OpenFile:
    file = event.file(name)
    assert file is not None, (event.syscall, name, event.file_status(name))
    return file


OPENING = ["lseek", "openat", "close", "dup", "dup2", "rename", "unlink", "socketpair"]


# Where only lseek is traced nobody traces the calls that open files: an address is used again unseen.
@pytest.mark.each_kernel
@pytest.mark.parametrize(("calls", "seed"), [(["lseek"], 7), (OPENING, 8)], ids=["unseen", "seen"])
def test_open_files_are_told_apart(backend: str, tmp_path: Path, calls: list[str], seed: int) -> None:
    said, events = run_traced(backend, tmp_path, calls, "openings.py", STEPS, seed)
    expected = [json.loads(line) for line in said.splitlines()]
    marked = (event for event in events if event.syscall == "lseek" and event.raw_args["offset"] == MARK)
    looks = [file_of(event, "fd") for event in marked]
    assert len(looks) == len(expected) > STEPS * 0.9
    ids = dict(zip((number for number, _ in expected), (file.id for file in looks)))
    assert len(set(ids.values())) == len(ids)
    for file, (number, path) in zip(looks, expected):
        assert file.id == ids[number]
        assert (None if file.deleted else file.path) == path
    assert len({(file.id, file.version) for file in looks}) > len(ids)  # some were renamed


@pytest.mark.each_kernel
def test_a_descriptor_that_is_closed(backend: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    with traced(backend, "openat", "close", "dup2", "dup3") as events:
        fd, other = os.open(first, os.O_CREAT), os.open(second, os.O_CREAT)
        os.dup2(fd, other)
        os.dup2(fd, other, inheritable=False)
        os.close(fd)
        with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
            os.close(fd)
    opened, opened_other, dup2, dup3, close, failed = events
    assert file_of(opened, "result").path == str(first)
    assert file_of(opened, "result").created and file_of(opened, "result").made
    assert file_of(dup2, "oldfd") == file_of(dup2, "result") == file_of(opened, "result")
    assert file_of(dup2, "newfd") == file_of(opened_other, "result")
    assert file_of(dup3, "newfd") == file_of(close, "fd") == file_of(opened, "result")
    assert failed.file("fd") is None
    assert failed.file_status("fd") == "none"
    os.close(other)


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_kinds(backend: str) -> None:
    with traced(backend, "pipe2", "memfd_create", "eventfd2", "epoll_create1", "epoll_ctl", "write") as events:
        reader, writer = os.pipe()
        memory = os.memfd_create("mine")
        counter = os.eventfd(0)
        poll = os.epoll_create1(0) if hasattr(os, "epoll_create1") else None
        os.write(writer, b"x")
        os.write(memory, b"x")
    by_call = {event.syscall: event for event in events}
    pipe = by_call["pipe2"]
    assert [file_of(pipe, end).kind for end in ("pair[0]", "pair[1]")] == ["pipe", "pipe"]
    assert file_of(pipe, "pair[0]").id != file_of(pipe, "pair[1]").id
    assert file_of(pipe, "pair[0]").path == f"pipe:[{os.fstat(reader).st_ino}]"
    assert file_of(by_call["memfd_create"], "result").kind == "memfd"
    assert file_of(by_call["eventfd2"], "result").kind == "eventfd"
    writes = [file_of(event, "fd") for event in events if event.syscall == "write"]
    assert writes == [file_of(pipe, "pair[1]"), file_of(by_call["memfd_create"], "result")]
    for fd in filter(None, (reader, writer, memory, counter, poll)):
        os.close(fd)


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_directories(backend: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "below").mkdir()
    (tmp_path / "file").touch()
    with traced(backend, "openat", "chdir", "fchdir") as events:
        os.close(os.open("file", os.O_RDONLY))
        os.close(os.open(tmp_path / "file", os.O_RDONLY))
        os.chdir("below")
        fd = os.open("..", os.O_RDONLY)
        os.close(os.open("file", os.O_RDONLY, dir_fd=fd))
        os.fchdir(fd)
        os.close(fd)
    relative, absolute, entered, above, at, back = events
    assert file_of(relative, "directory").path == str(tmp_path)
    assert absolute.file_status("directory") is None
    assert file_of(entered, "directory").path == file_of(above, "directory").path == str(tmp_path / "below")
    assert file_of(at, "dfd") == file_of(above, "result")
    assert at.file_status("directory") is None
    assert file_of(back, "directory").path == str(tmp_path)


def names_of(end: socket.socket) -> list[tuple[str | None, int | None]]:
    """Its own address and that of its peer, as a Socket of traceleft has them."""
    names = [end.getsockname(), end.getpeername()]
    if end.family == socket.AF_UNIX:
        return [(f"@{name[1:].decode()}" if isinstance(name, bytes) else name or None, None) for name in names]
    return [(name[0], name[1]) for name in names]


FAMILIES = [
    (socket.AF_INET, "127.0.0.1"),
    (socket.AF_INET6, "::1"),
]


@pytest.mark.any_backend
@pytest.mark.each_kernel
@pytest.mark.parametrize(("family", "address"), FAMILIES, ids=["v4", "v6"])
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM], ids=["tcp", "udp"])
def test_internet_sockets(backend: str, family: int, address: str, kind: int) -> None:
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(socket.socket(family, kind))
            server.bind((address, 0))
        except OSError as error:
            pytest.skip(f"there are no such addresses here: {error}")
        client = stack.enter_context(socket.socket(family, kind))
        with traced(backend, "connect", "accept4", "sendto", "bind") as events:
            if kind == socket.SOCK_STREAM:
                server.listen()
            client.connect(server.getsockname())
            client.send(b"x")
            if kind == socket.SOCK_STREAM:
                accepted = stack.enter_context(server.accept()[0])
        seen = file_of(next(event for event in events if event.syscall == "sendto"), "fd").socket
        assert seen and [(seen.local_addr, seen.local_port), (seen.peer_addr, seen.peer_port)] == names_of(client)
        assert (seen.family, seen.type) == (socket.AddressFamily(family).name, socket.SocketKind(kind).name)
        if kind == socket.SOCK_STREAM:
            other = file_of(next(event for event in events if event.syscall == "accept4"), "result").socket
            assert other and [(other.local_addr, other.local_port), (other.peer_addr, other.peer_port)] == names_of(
                accepted
            )


@pytest.mark.any_backend
@pytest.mark.each_kernel
@pytest.mark.parametrize("name", ["path", "\0abstract of tests"], ids=["path", "abstract"])
def test_unix_sockets(backend: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(name)
        server.listen()
        with traced(backend, "connect", "accept4", "sendto") as events:
            client.connect(name)
            accepted, _ = server.accept()
            client.send(b"x")
        with accepted:
            seen = file_of(events[-1], "fd").socket
            other = file_of(events[1], "result").socket
            assert seen and other
            assert [(seen.local_addr, None), (seen.peer_addr, None)] == names_of(client)
            assert [(other.local_addr, None), (other.peer_addr, None)] == names_of(accepted)
            assert seen.peer_inode == os.fstat(accepted.fileno()).st_ino
            assert seen.peer_pid == os.getpid()


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_netlink_sockets(backend: str) -> None:
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as end, traced(backend, "bind") as events:
        end.bind((0, 0))
        port = end.getsockname()[0]
    seen = file_of(events[0], "fd").socket
    assert seen and seen.local_port == port


@pytest.mark.any_backend
def test_vsock_sockets(backend: str) -> None:
    """Their struct is a module's: the addresses are read without its types."""
    try:
        end = socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)
    except OSError as error:
        pytest.skip(f"there are no such sockets here: {error}")
    with end, traced(backend, "bind", "listen") as events:
        end.bind((socket.VMADDR_CID_ANY, socket.VMADDR_PORT_ANY))
        end.listen()
        address = end.getsockname()
    seen = file_of(events[1], "fd").socket
    assert seen and seen.family == "AF_VSOCK" and (int(seen.local_addr), seen.local_port) == address


@pytest.mark.any_backend
def test_a_question_about_a_string_and_its_file(backend: str) -> None:
    """The string is kept at the entry, looked at at the exit, and the file behind the kernel."""
    with traceleft.Tracer(backend=backend, files=True, abi="native") as tracer:
        tracer.attach("openat", pids=[os.getpid()], where='filename $= "passwd" and resolved_path == "/etc/passwd"')
        for path in ("/etc/passwd", "/nowhere/passwd", "/etc/hosts", "/etc/../etc/passwd"):
            with contextlib.suppress(FileNotFoundError):
                os.close(os.open(path, os.O_RDONLY))
        events = lab.finished(tracer)
    assert [event["filename"] for event in events] == ["/etc/passwd", "/etc/../etc/passwd"]


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_a_root_directory_of_its_own(backend: str, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/file").touch()
    _, events = run_traced(backend, tmp_path, ["lseek"], "roots.py", tmp_path)
    before, after = (file_of(event, "fd") for event in events)
    assert (before.path, after.path) == (str(tmp_path / "inner/file"), "/inner/file")
    assert before.host_path == after.host_path
    assert before.host_path.endswith(before.path)  # the test itself may run in a chroot


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_a_mount_namespace_of_its_own(backend: str, tmp_path: Path) -> None:
    (tmp_path / "from/inner").mkdir(parents=True)
    (tmp_path / "from/inner/file").touch()
    (tmp_path / "to").mkdir()
    _, events = run_traced(backend, tmp_path, ["lseek"], "roots.py", tmp_path / "from", tmp_path / "to")
    file = file_of(events[0], "fd")
    assert file.path == str(tmp_path / "to/inner/file")
    assert file.mount_namespace != Path("/proc/self/ns/mnt").stat().st_ino


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_a_program_that_is_executed(backend: str) -> None:
    with traceleft.Tracer(backend=backend, files=True) as tracer, traceleft.Command(["true"]) as command:
        tracer.attach_command(command, "execve")
        command.start()
        assert command.wait() == 0
        events = [event for event in lab.finished(tracer) if event.ret == 0]
    assert file_of(events[0], "result").path == os.path.realpath(events[0]["filename"])


@pytest.mark.any_backend
@pytest.mark.filterwarnings("ignore::traceleft.LostEventsWarning")
def test_a_ring_without_room(backend: str, tmp_path: Path) -> None:
    """What was not told is counted, and told by a later event."""
    fds = [os.open(tmp_path / f"{n:0200}", os.O_CREAT) for n in range(64)]
    with traceleft.Tracer(backend=backend, files=True, abi="native", ring_size=4096, buffer=1) as tracer:
        tracer.attach("lseek", pids=[os.getpid()])
        for fd in fds:
            os.lseek(fd, 0, os.SEEK_CUR)
        lab.wait_until(lambda: tracer.stats().untold > 0, "a file was not told")
        while tracer.read(0.2):
            pass
        told = {}
        for fd in fds:
            os.lseek(fd, 0, os.SEEK_CUR)
            while fd not in told:
                batch = tracer.read(lab.TIMEOUT)
                assert batch
                told.update({event.raw_args["fd"]: event.file("fd") for event in batch})
    assert all(told[fd] for fd in fds)
    for fd in fds:
        os.close(fd)
