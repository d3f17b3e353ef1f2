# SPDX-License-Identifier: MIT
"""The names of containers, as Docker or Podman tells them on its socket. Nothing needs them: an id is known from the
cgroup, and where no runtime answers, or not in time, there are no names."""

from __future__ import annotations

import contextlib
import http.client
import io
import json
import os
import socket
import struct
import time
from collections.abc import Iterable

_REQUEST = b"GET /containers/json?all=1 HTTP/1.0\r\nHost: localhost\r\n\r\n"
"""Docker Engine API, ContainerList: also those that have ended. Podman answers it, too."""
_SECONDS = 1.0
"""For a runtime to answer in, from the first byte to the last."""
_MOST_BYTES = 32 << 20
"""Of an answer; each container takes a few thousand."""
_PIECE = 1 << 16


def sockets() -> list[str]:
    """Where runtimes of root and of this user listen."""
    own = f"/run/user/{os.geteuid()}"
    return ["/run/docker.sock", "/run/podman/podman.sock", f"{own}/docker.sock", f"{own}/podman/podman.sock"]


def names(paths: Iterable[str] | None = None, seconds: float = _SECONDS) -> dict[str, str]:
    """The names of the containers that are there now, by their ids of 64 hexadecimal digits.

    Args:
        paths: of Unix sockets; None: sockets(). One that is missing, is another user's, or gives no answer is passed
            over.
        seconds: how long each may take. The names may have any characters.
    """
    found: dict[str, str] = {}
    for path in sockets() if paths is None else paths:
        with contextlib.suppress(OSError, ValueError, http.client.HTTPException, RecursionError):
            found.update(_named(_answer(path, time.monotonic() + seconds)))
    return found


def _answer(path: str, deadline: float) -> bytes:
    """The body. Raises OSError, HTTPException, ValueError."""
    pieces: list[bytes] = []
    size = 0
    with socket.socket(socket.AF_UNIX) as runtime:
        runtime.settimeout(_left(deadline))
        runtime.connect(path)
        _require_trusted(runtime)
        runtime.sendall(_REQUEST)
        while True:
            runtime.settimeout(_left(deadline))
            piece = runtime.recv(_PIECE)
            if not piece:
                break
            pieces.append(piece)
            size += len(piece)
            if size > _MOST_BYTES:
                raise ValueError(f"an answer of more than {_MOST_BYTES} bytes")
    response = http.client.HTTPResponse(_Received(b"".join(pieces)))  # type: ignore[arg-type]
    response.begin()
    if response.status != http.client.OK:
        raise ValueError(f"status {response.status}")
    return response.read()


class _Received:
    """In a socket's place, for HTTPResponse to read what came."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, mode: str) -> io.BytesIO:
        return io.BytesIO(self._data)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("no answer in time")
    return left


def _require_trusted(runtime: socket.socket) -> None:
    """Whoever listens is root, or this user: another could give names that mislead."""
    credentials = runtime.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("iII"))
    _, uid, _ = struct.unpack("iII", credentials)
    if uid not in (0, os.geteuid()):
        raise PermissionError(f"user {uid} listens")


def _named(body: bytes) -> dict[str, str]:
    """Raises ValueError where it is no list of containers."""
    listed = json.loads(body)
    if not isinstance(listed, list):
        raise ValueError("no list")
    found = {}
    for each in listed:
        id, given = (each.get("Id"), each.get("Names")) if isinstance(each, dict) else (None, None)
        if isinstance(id, str) and isinstance(given, list) and given and isinstance(given[0], str):
            found[id] = given[0].removeprefix("/")
    return found
