# SPDX-License-Identifier: MIT
"""Finds the processes at the other end of an output, because their calls would cause the next events."""

from __future__ import annotations

import os
import re
import socket
import stat
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_DEPTH = 8
"""Processes in a row, each of which reads what the one before writes to its standard output."""
_PTY_SLAVES = range(136, 144)
"""Documentation/admin-guide/devices.txt: the majors of Unix98 PTY slaves. The minor is the index."""
_NETLINK_SOCK_DIAG, _SOCK_DIAG_BY_FAMILY, _UNIX_DIAG_PEER = 4, 20, 2
"""linux/netlink.h, linux/sock_diag.h, linux/unix_diag.h"""
_REQUEST_DUMP = 0x301
"""linux/netlink.h: NLM_F_REQUEST and NLM_F_DUMP"""
_ESTABLISHED = "01"
"""include/net/tcp_states.h: TCP_ESTABLISHED"""
_MAPPED = "0000000000000000FFFF0000"
"""The beginning of an IPv4 address in IPv6's table."""


@dataclass(frozen=True)
class Peer:
    """A process that holds the other end."""

    pid: int
    name: str
    """Its comm, as it has chosen it."""


@dataclass(frozen=True)
class _End:
    """The object behind a file descriptor, in a form that can be compared with another process's."""

    kind: str
    """pipe, fifo, socket or pty."""
    key: str | tuple[int, int]
    """The link in /proc of the first and third; of a named FIFO device and inode, of a pty device and index."""


def readers_of(files: Iterable[str | os.PathLike[str]]) -> list[Peer]:
    """Processes that read what is written to these files, and what those write to their standard output in turn.

    Readers of a pipe, the other end of a connection within this machine, and a terminal's emulator are found, as far as
    /proc shows them to this process. A FIFO that has a name in the file system is open to others: of its readers only
    root's and this user's count.

    Args:
        files: paths; /proc/self/fd/1 is standard output.
    """
    found: dict[int, Peer] = {}
    ends = {end for file in files for end in _ends_at(file)}
    for _ in range(_DEPTH):
        new = {pid for pid in _holders(ends) if pid not in found} if ends else set()
        found.update((pid, Peer(pid, name_of(pid))) for pid in new)
        ends = {end for pid in new for end in _ends_at(f"/proc/{pid}/fd/1")}
    return sorted(found.values(), key=lambda peer: peer.pid)


def name_of(pid: int) -> str:
    """A process's comm; "?" where it has gone."""
    try:
        return Path(f"/proc/{pid}/comm").read_bytes().rstrip(b"\n").decode("utf-8", "surrogateescape")
    except OSError:
        return "?"


def _ends_at(file: str | os.PathLike[str]) -> Iterator[_End]:
    """The ends that the readers of a file hold; none where a file has no readers in this sense."""
    try:
        status = os.stat(file)  # noqa: PTH116
    except OSError:
        return
    if stat.S_ISFIFO(status.st_mode):
        link = f"pipe:[{status.st_ino}]"
        if os.path.realpath(file).endswith(f"/{link}"):
            yield _End("pipe", link)
        else:
            yield _End("fifo", (status.st_dev, status.st_ino))
    elif stat.S_ISCHR(status.st_mode) and os.major(status.st_rdev) in _PTY_SLAVES:
        yield _End("pty", (status.st_dev, os.minor(status.st_rdev)))
    elif stat.S_ISSOCK(status.st_mode):
        for peers in (_unix_peers(), _tcp_peers()):
            if status.st_ino in peers:
                yield _End("socket", f"socket:[{peers[status.st_ino]}]")


def _holders(ends: set[_End]) -> Iterator[int]:
    """Other processes that have one of these open."""
    own = str(os.getpid())
    kinds = {end.kind for end in ends}
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal() and entry.name != own and any(end in ends for end in _held_by(entry.path, kinds)):
            yield int(entry.name)


def _held_by(process: str, kinds: set[str]) -> Iterator[_End]:
    try:
        files = os.listdir(f"{process}/fd")  # noqa: PTH208 (there may be many)
    except OSError:
        return  # it has gone, or isn't ours to look at
    for file in files:
        try:
            end = _held_at(process, file, kinds)
        except OSError:
            continue
        if end:
            yield end


def _held_at(process: str, file: str, kinds: set[str]) -> _End | None:
    """The reading end that a file descriptor of a process is, if it is one of these kinds."""
    path = f"{process}/fd/{file}"
    link = os.readlink(path)  # noqa: PTH115
    kind = link.partition(":")[0]
    if kind == "socket" or (kind == "pipe" and kind in kinds and _is_readable(process, file)):
        return _End(kind, link)
    if "pty" in kinds and link.endswith("/ptmx"):
        return _master(process, link, file)
    if "fifo" in kinds and link.startswith("/"):
        status = os.stat(path)  # noqa: PTH116
        if stat.S_ISFIFO(status.st_mode) and _is_readable(process, file) and _is_trusted(process):
            return _End("fifo", (status.st_dev, status.st_ino))
    return None


def _is_readable(process: str, file: str) -> bool:
    return int(_file_info(process, file)["flags"], 8) & os.O_ACCMODE != os.O_WRONLY


def _file_info(process: str, file: str) -> dict[str, str]:
    """man 5 proc: /proc/PID/fdinfo/FD."""
    lines = Path(f"{process}/fdinfo/{file}").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _is_trusted(process: str) -> bool:
    """Whether its real user is root or ours: a program that is set-uid is still another's."""
    match = re.search(r"^Uid:\s(\d+)", Path(f"{process}/status").read_text(errors="replace"), re.MULTILINE)
    return match is not None and int(match[1]) in (0, os.getuid())


def _master(process: str, link: str, file: str) -> _End | None:
    """The pty of which a process holds the master.

    Each mounted devpts has indices of its own, and anybody may mount one in a user namespace. /dev/pts/ptmx is of the
    one that it is in. /dev/ptmx is a file of its own: it led to the one that was at /dev/pts then and there.
    """
    index = _file_info(process, file).get("tty-index")
    if index is None:
        return None
    if link == "/dev/ptmx" and _mounts(process) != _mounts("/proc/self") and not _is_trusted(process):
        return None
    led_to = f"{process}/root/dev/pts" if link == "/dev/ptmx" else f"{process}/fd/{file}"
    return _End("pty", (os.stat(led_to).st_dev, int(index)))  # noqa: PTH116


def _mounts(process: str) -> int:
    """The inode of its mount namespace."""
    return os.stat(f"{process}/ns/mnt").st_ino  # noqa: PTH116


def _unix_peers() -> dict[int, int]:
    """The peer's inode by that of each connected Unix socket (man 7 sock_diag); empty where the kernel doesn't tell."""
    every_state, show_peer = 0xFFFFFFFF, 4
    request = struct.pack("=BBHIIIII", socket.AF_UNIX, 0, 0, every_state, 0, show_peer, 0, 0)
    header = struct.pack("=IHHII", 16 + len(request), _SOCK_DIAG_BY_FAMILY, _REQUEST_DUMP, 0, 0)
    try:
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _NETLINK_SOCK_DIAG) as diag:
            diag.send(header + request)
            return dict(_told_peers(diag))
    except OSError:
        return {}


def _told_peers(diag: socket.socket) -> Iterator[tuple[int, int]]:
    while True:
        for kind, message in _parts(diag.recv(1 << 16), "=IH", 16):
            if kind != _SOCK_DIAG_BY_FAMILY:
                return  # the end, or an error
            inode = struct.unpack_from("=I", message, 4)[0]
            for attribute, value in _parts(message[16:], "=HH", 4):
                if attribute == _UNIX_DIAG_PEER:
                    yield inode, struct.unpack("=I", value)[0]


def _parts(data: bytes, length_and_kind: str, header: int) -> Iterator[tuple[int, bytes]]:
    """Netlink messages, or the attributes of one: each begins with its length and its kind, and is padded to 4."""
    while len(data) >= header:
        length, kind = struct.unpack_from(length_and_kind, data)
        yield kind, data[header:length]
        data = data[max(length + 3 & ~3, header) :]


def _tcp_peers() -> dict[int, int]:
    """The other socket's inode by the one's, for each connection within this machine (and network namespace)."""
    by_addresses = {(local, remote): inode for local, remote, inode in _connections()}
    return {
        inode: by_addresses[remote, local]
        for (local, remote), inode in by_addresses.items()
        if (remote, local) in by_addresses
    }


def connected_to(port: int) -> list[str]:
    """Our own sockets that are connected to a TCP port, as paths below /proc."""
    inodes = {inode for _, remote, inode in _connections() if int(remote.rpartition(":")[2], 16) == port}
    paths = (f"/proc/self/fd/{file}" for file in os.listdir("/proc/self/fd"))  # noqa: PTH208
    return [path for path in paths if _socket_inode(path) in inodes]


def _socket_inode(path: str) -> int | None:
    try:
        match = re.fullmatch(r"socket:\[(\d+)\]", os.readlink(path))  # noqa: PTH115
    except OSError:
        return None
    return int(match[1]) if match else None


def _connections() -> Iterator[tuple[str, str, int]]:
    """Documentation/networking/proc_net_tcp.rst: local and remote address of each TCP socket, and its inode."""
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            lines = Path(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for line in lines:
            fields = line.split()
            local, remote = (address.replace(_MAPPED, "") for address in fields[1:3])
            if fields[3] == _ESTABLISHED:
                yield local, remote, int(fields[9])
