# SPDX-License-Identifier: MIT
"""A socket that others connect to: a port of this machine, or a Unix socket that only its owner can open."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Union

from traceleft.address import Address
from traceleft.errors import UsageError
from traceleft.private_file import check_shared_directory

Place = Union[tuple[str, int], Path]
"""Where to listen: host and port, or the path of a Unix socket."""

_LONGEST_PATH = 107
"""Bytes of a Unix socket's (man 7 unix: sun_path)."""


def parse_listen_address(text: str, *, public_allowed: bool, option: str = "--listen-addr") -> Place:
    """HOST:PORT to listen on, or unix:PATH; `:PORT` is this machine only, port 0 any free one.

    Raises UsageError that names the option, also for an address that others can reach where that is not allowed.
    """
    if text.startswith("unix:"):
        path = text[len("unix:") :]
        if not path or "\0" in path or len(os.fsencode(path)) > _LONGEST_PATH:
            raise UsageError(f"{option}: a Unix socket's path has 1 to {_LONGEST_PATH} bytes, such as unix:/run/t.sock")
        return Path(path)
    if text.startswith(":") and text[1:].isdigit():
        text = f"localhost{text}"
    address = Address.parse(text, option)
    if not address.is_loopback and not public_allowed:
        raise UsageError(
            f"{option}: {address} can be reached from other machines, and whoever asks learns what is traced: "
            "listen on localhost, or give --allow-public"
        )
    return address.host, address.port


class Listener:
    """A socket that listens until close().

    Args:
        place: host and port, of which port 0 is any free one; or the path of a Unix socket, which close() removes.

    Raises OSError with the address, and UnsafePathError for a path where another user could put another socket.
    """

    def __init__(self, place: Place) -> None:
        self.path = place if isinstance(place, Path) else None
        """The path of the Unix socket, where it is one."""
        self.address: Address | None = None
        """Host as it was given, and port as it is; not of a Unix socket."""
        self.is_loopback = False
        """Whether it is a port that only this machine reaches; no browser comes to a Unix socket."""
        if isinstance(place, Path):
            self.socket = _listen_at(place)
            self._bound = os.lstat(place)
        else:
            self.socket = _listen(Address(*place))
            host, port = self.socket.getsockname()[:2]
            self.address = Address(place[0], port)
            self.is_loopback = Address(host, 0).is_loopback

    @property
    def url(self) -> str:
        """Where a client finds it, without a path; at a Unix socket, where it finds the socket."""
        return f"http://{self.address}" if self.address else f"unix:{self.path}"

    def close(self) -> None:
        """Also removes the Unix socket, unless somebody else's is there by now."""
        self.socket.close()
        if self.path is not None:
            with contextlib.suppress(OSError):
                if os.path.samestat(os.lstat(self.path), self._bound):
                    self.path.unlink()


def _listen(address: Address) -> socket.socket:
    """Raises OSError with the address."""
    try:
        if address.host != "localhost":
            return _listen_on(address.host, address.port)
        try:
            return _listen_on("127.0.0.1", address.port)
        except OSError as error:
            if error.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                raise
            return _listen_on("::1", address.port)  # this machine has no IPv4
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(address)) from None


def _listen_on(host: str, port: int) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, kind, protocol, _, place = found[0]
    with _closed_on_failure(socket.socket(family, kind, protocol)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return _listening(listener, place)


@contextlib.contextmanager
def _closed_on_failure(listener: socket.socket) -> Iterator[socket.socket]:
    try:
        yield listener
    except BaseException:
        listener.close()
        raise


def _listening(listener: socket.socket, place: Any) -> socket.socket:
    listener.bind(place)  # of a path, it follows no link
    listener.listen(128)
    listener.setblocking(False)
    return listener


def _listen_at(path: Path) -> socket.socket:
    """A socket that only its owner may connect to. Raises OSError with the path."""
    try:
        check_shared_directory(path.parent)
        _remove_stale(path)
        with _closed_on_failure(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as listener:
            # The kernel gives the file the mode that the socket has (net/unix/af_unix.c, unix_bind_bsd): it is never
            # there with another, and the umask, which is all threads', stays.
            os.fchmod(listener.fileno(), 0o600)
            return _listening(listener, os.fsencode(path))
    except OSError as error:
        raise OSError(error.errno, error.strerror, f"unix:{path}") from None


def _remove_stale(path: Path) -> None:
    """Removes the socket that a killed run of ours has left, and nothing else."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(found.st_mode) or found.st_uid != os.geteuid():
        raise FileExistsError(errno.EEXIST, "there is something else, and no socket of this user's: remove it")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)  # where its queue is full, somebody listens
        try:
            probe.connect(os.fsencode(path))
        except ConnectionRefusedError:
            path.unlink()
            return
        except BlockingIOError:
            pass
    raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
