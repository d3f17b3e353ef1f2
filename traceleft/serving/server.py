# SPDX-License-Identifier: MIT
"""The process that waits for clients, and gives each of them one of its own."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import signal
import socket
import stat
import struct
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from traceleft.errors import UsageError
from traceleft.printable import printable
from traceleft.private_file import check_shared_directory
from traceleft.serving import worker
from traceleft.serving.worker import Bounds, Peer

_SO_PEERGROUPS = 59
"""include/uapi/asm-generic/socket.h"""
_MOST_GROUPS = 65536
"""include/uapi/linux/limits.h: NGROUPS_MAX"""
_BACKLOG = 16


@dataclass(frozen=True)
class Rules:
    """Who may have what."""

    uids: frozenset[int] = frozenset()
    """Users who see the calls of all processes; others those of their own."""
    gids: frozenset[int] = frozenset()
    """The same of groups."""
    clients: int = 16
    """At once."""
    clients_of_user: int = 4
    bounds: Bounds = field(default_factory=lambda: Bounds(16 * 1024 * 1024, 64 * 1024 * 1024))


class Server:
    """Listens at a Unix socket. Use it as a context manager: leaving it ends all traces, and removes the socket.

    Args:
        path: of the socket.
        mode: of the socket: who may connect.
        gid: its group; None: ours.
        rules: who may have what.
        log: takes a line about each client.

    Raises UsageError where somebody else listens there, or what is there is no socket; OSError.
    """

    def __init__(self, path: str, *, mode: int, gid: int | None, rules: Rules, log: Callable[[str], None]) -> None:
        self._path, self._rules, self._log = path, rules, log
        self._children: dict[int, Peer] = {}
        self._ended, self._end = os.pipe()
        directory = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
        check_shared_directory(directory)  # nobody else may put something in the socket's place
        _remove_old(path)
        self._listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)
        try:
            self._listening.bind(path)
        finally:
            os.umask(before)
        self._inode = os.lstat(path).st_ino
        if gid is not None:
            os.chown(path, -1, gid)
        os.chmod(path, mode)  # noqa: PTH101
        self._listening.listen(_BACKLOG)

    def run(self) -> None:
        """Serves until end() is called."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        wakeup_read, wakeup_write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(wakeup_write, warn_on_full_buffer=False)
        try:
            while True:
                listening = self._listening.fileno()
                ready, _, _ = select.select([listening, self._ended, wakeup_read], [], [])
                if wakeup_read in ready:
                    os.read(wakeup_read, 4096)
                self._reap()
                if self._ended in ready:
                    return
                if listening in ready:
                    self._take(self._listening.accept()[0])
        finally:
            signal.set_wakeup_fd(-1)
            os.close(wakeup_read)
            os.close(wakeup_write)

    def end(self) -> None:
        """Makes run() return. May be called from a signal handler."""
        os.write(self._end, b".")

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *error: object) -> None:
        self._listening.close()
        with contextlib.suppress(OSError):
            if os.lstat(self._path).st_ino == self._inode:
                os.unlink(self._path)  # noqa: PTH108
        for pid in self._children:
            os.kill(pid, signal.SIGTERM)
        for pid in self._children:
            os.waitpid(pid, 0)

    def _take(self, connection: socket.socket) -> None:
        """Starts a process for a client, or closes the connection."""
        with connection:
            peer = Peer(*struct.unpack("=3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)))
            refusal = self._refusal(peer)
            if refusal:
                self._log(f"process {peer.pid} of user {peer.uid}: {refusal}")
                with contextlib.suppress(OSError):
                    worker.refuse(connection, refusal)
                return
            sees_all = peer.uid in self._rules.uids or bool(self._rules.gids & _groups(connection, peer))
            server = os.getpid()
            pid = os.fork()
            if pid:
                self._children[pid] = peer
                self._log(f"process {peer.pid} of user {peer.uid} traces" + (" any process" if sees_all else ""))
                return
            status = 1
            try:
                self._leave_to_child()
                worker.serve(connection, peer, sees_all=sees_all, bounds=self._rules.bounds, server=server)
                status = 0
            except OSError as error:
                status = 0 if error.errno in (errno.EPIPE, errno.ECONNRESET, errno.EBADF) else 1
                if status:
                    self._log(f"process {peer.pid} of user {peer.uid}: {error}")
            except BaseException as error:
                self._log(f"process {peer.pid} of user {peer.uid}: {type(error).__name__}: {printable(str(error))}")
            finally:
                os._exit(status)

    def _leave_to_child(self) -> None:
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's: the server tells us
        self._listening.close()

    def _refusal(self, peer: Peer) -> str:
        """Why this client gets nothing; empty: it gets what it wants."""
        if len(self._children) >= self._rules.clients:
            return f"{len(self._children)} clients trace already, and --clients allows no more"
        of_user = Counter(each.uid for each in self._children.values())[peer.uid]
        if of_user >= self._rules.clients_of_user:
            return f"user {peer.uid} traces {of_user} times already, and --clients-of-user allows no more"
        return ""

    def _reap(self) -> None:
        for pid in list(self._children):
            if os.waitpid(pid, os.WNOHANG)[0]:
                peer = self._children.pop(pid)
                self._log(f"process {peer.pid} of user {peer.uid} has ended its trace")


def _groups(connection: socket.socket, peer: Peer) -> frozenset[int]:
    """All groups of the process at the other end, when it connected."""
    try:
        told = connection.getsockopt(socket.SOL_SOCKET, _SO_PEERGROUPS, 4 * _MOST_GROUPS)
    except OSError:
        return frozenset({peer.gid})
    return frozenset({peer.gid, *struct.unpack(f"={len(told) // 4}I", told)})


def _remove_old(path: str) -> None:
    """Removes the socket of a server that is gone. Raises UsageError."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(found.st_mode):
        raise UsageError(f"{printable(path)} is there, and no socket: name another place")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as other:
        try:
            other.connect(path)
        except ConnectionRefusedError:
            os.unlink(path)  # noqa: PTH108
            return
    raise UsageError(f"{printable(path)}: another server listens there")
