# SPDX-License-Identifier: MIT
"""One client's trace, in a process of its own: what it costs and where it waits is this client's alone."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
import resource
import socket
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from traceleft import _core
from traceleft.errors import ProcessError, ServerError, TraceleftError, UsageError
from traceleft.operand import is_file, is_source
from traceleft.serving import wire
from traceleft.tracer import Tracer

_REQUEST_SECONDS = 10.0
"""Seconds in which a request must have come."""
_STATS_SECONDS = 1.0
"""Seconds between two messages with the counts."""
_LOOK_SECONDS = 0.2
"""Seconds between two looks for processes that are left."""
_SLOTS = 64
_MEMORY = 1 << 30
"""Bytes of memory that a worker may have beside what it maps: a question may come from anybody."""

_OPTIONS = {
    "abi": ("auto", "native", "all"),
    "buffer_limit": int,
    "durations": bool,
    "environments": bool,
    "files": bool,
    "limit": int,
    "namespace_pids": bool,
    "processes": bool,
    "buffer": int,
    "ring_size": int,
}
"""Those of Tracer() that a client may choose, and their types."""


@dataclass(frozen=True)
class Peer:
    """The process at the other end of a connection, as the kernel has told."""

    pid: int
    uid: int
    gid: int


@dataclass(frozen=True)
class Bounds:
    """What a client may have at most."""

    ring_size: int
    """Bytes of the events ring."""
    buffer: int
    """Bytes of memory for events that wait for it: see Tracer."""


def serve(connection: socket.socket, peer: Peer, *, sees_all: bool, bounds: Bounds, server: int) -> None:
    """Traces for a client until it is gone, or its trace is over. Raises OSError where it is gone.

    Args:
        connection: to the client.
        peer: the client.
        sees_all: it may see the calls of all processes.
        bounds: what it may have.
        server: the pid of the process that serves all.
    """
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    try:
        request, processes = _request(connection)
        with contextlib.ExitStack() as files:
            for fd in processes:
                files.callback(os.close, fd)
            pids = [_pid_behind(fd, peer, sees_all) for fd in processes] if request.processes else None
            tracer = _tracer(request, None if sees_all else (peer.uid, peer.gid), bounds)
            _attach(tracer, request, pids, (server, peer.pid))
    except (TraceleftError, OSError) as error:
        refuse(connection, str(error), type(error).__name__ if isinstance(error, TraceleftError) else "ServerError")
        return
    with tracer:
        _Session(connection, tracer, request.until_gone).run()


def refuse(connection: socket.socket, text: str, kind: str = "ServerError") -> None:
    """Tells a client an error. Raises OSError where it is gone."""
    wire.send(connection, wire.REFUSED, json.dumps({"kind": kind, "text": text}).encode())


class _Session:
    """Sends what a tracer has, as fast as the client takes it."""

    def __init__(self, connection: socket.socket, tracer: Tracer, until_gone: bool) -> None:
        self._connection, self._tracer, self._until_gone = connection, tracer, until_gone

    def run(self) -> None:
        """Raises OSError where the client is gone."""
        compressor = _core.BatchCompressor()
        self._send_stats(wire.READY)
        lost = 0
        threading.Thread(target=self._listen, daemon=True).start()
        due = time.monotonic() + _STATS_SECONDS
        while True:
            over = self._tracer.stopped  # before the read: what came until then is read yet
            batch = self._tracer.read(_LOOK_SECONDS)
            if batch is not None:
                if (losses := sum(self._tracer.losses().values())) > lost:  # known before what comes behind them
                    lost = losses
                    self._send_stats(wire.STATS)
                wire.send(self._connection, wire.BATCH, compressor.compress(batch))
            elif over or self._tracer.full:
                break
            elif self._until_gone and not self._tracer.processes_left:
                self._tracer.stop()
            if time.monotonic() >= due:
                self._send_stats(wire.STATS)
                due = time.monotonic() + _STATS_SECONDS
        self._tracer.stop()
        self._send_stats(wire.STATS)
        wire.send(self._connection, wire.END)

    def _listen(self) -> None:
        """Waits for the client to stop the trace, or to be gone: then nothing more can be sent, either."""
        message = None
        with contextlib.suppress(OSError, ServerError):
            message = wire.Receiver(self._connection).receive(0)
        if message is None:
            with contextlib.suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)
        self._tracer.stop()

    def _send_stats(self, kind: bytes) -> None:
        wire.send(self._connection, kind, json.dumps(dataclasses.asdict(self._tracer.stats())).encode())


def _request(connection: socket.socket) -> tuple[wire.Request, list[int]]:
    """What the client wants, and the descriptors that it gave. Raises ServerError, OSError."""
    connection.settimeout(_REQUEST_SECONDS)
    begin, fds, _, _ = socket.recv_fds(connection, wire.LARGEST_REQUEST, wire.MOST_PROCESSES)
    try:
        message = wire.Receiver(connection, begin).receive(wire.LARGEST_REQUEST)
        if message is None or message[0] != wire.REQUEST:
            raise ServerError("a client begins with a request")
        request = wire.Request.decoded(message[1])
        if bool(fds) != request.processes:
            raise ServerError("a request has processes, or has none")
    except BaseException:
        for fd in fds:
            os.close(fd)
        raise
    connection.settimeout(None)
    return request, fds


def _pid_behind(fd: int, peer: Peer, sees_all: bool) -> int:
    """The process of a pidfd, by our own numbers. Raises ProcessError for one that isn't the client's, or has ended.

    It keeps nothing secret: which calls a client sees is decided in the kernel at each of them.
    """
    found = re.search(r"^Pid:\s*(-?\d+)$", Path(f"/proc/self/fdinfo/{fd}").read_text(), re.MULTILINE)
    if found is None:
        raise ProcessError("a descriptor that came with the request is no process")
    pid = int(found[1])
    try:
        status = Path(f"/proc/{pid}/status").read_text(errors="replace") if pid > 0 else ""
    except OSError:
        status = ""
    if not status:
        raise ProcessError("the process has ended, or can't be seen from where `traceleft serve` runs")
    ids = re.search(r"^Uid:\s(\d+)\s(\d+)\s(\d+)", status, re.MULTILINE)
    if not sees_all and (ids is None or {int(each) for each in ids.groups()} != {peer.uid}):
        raise ProcessError(
            f"process {pid} is not yours: `traceleft serve` shows others' processes only to users that its "
            "--allow-user or --allow-group names"
        )
    return pid


def _tracer(request: wire.Request, owner: tuple[int, int] | None, bounds: Bounds) -> Tracer:
    """Raises UsageError for what a client can't choose, and as Tracer() does."""
    options = dict(request.options)
    for name, value in options.items():
        kind = _OPTIONS.get(name)
        if kind is None:
            raise UsageError(f"{name} can't be asked of `traceleft serve`: trace as root, or without it")
        if value not in kind if isinstance(kind, tuple) else not (type(value) is kind and value >= 0):
            raise UsageError(f"{name} can't be {value!r}")
    for name in ("ring_size", "buffer"):
        most = getattr(bounds, name)
        options[name] = min(options.get(name, most), most)
    # To look for 32-bit programs we would have to open files that others choose.
    options["abi"] = "all" if options.get("abi") == "all" else "native"
    return Tracer(backend="raw_tp", slots=_SLOTS, owner=owner, **options)


def _attach(tracer: Tracer, request: wire.Request, pids: list[int] | None, ignored: tuple[int, ...]) -> None:
    """Raises as Tracer.attach() does; the tracer is stopped then."""
    try:
        for each in request.handlers:
            parts = each.split(",")
            if any(is_file(part) or is_source(part) or ":" in part for part in parts):
                raise UsageError(f"{each!r}: a server takes the names of calls: no file, and no tracepoint")
        if request.where and re.search(r"\bpath_mismatch\b", request.where):
            raise UsageError("path_mismatch can't be asked of `traceleft serve`, which looks up no path for others")
        if pids is None:
            tracer.ignore(ignored)  # each event that they pass on would cause the next
        tracer.attach(
            request.handlers,
            pids=pids,
            follow_forks=request.follow_forks,
            at_exec=request.at_exec,
            where=request.where,
        )
    except BaseException:
        tracer.stop()
        raise
