# SPDX-License-Identifier: MIT
"""One client's trace or measure, in a process of its own: what it costs and where it waits is this client's alone."""

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
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traceleft import _core, defaults
from traceleft.errors import ProcessError, ServerError, TraceleftError, UsageError
from traceleft.measure import Aggregate, Count, Histograms
from traceleft.measure_methods import Scope
from traceleft.measuring import Hooking, KernelMeasuring
from traceleft.operand import is_file, is_source
from traceleft.serving import wire
from traceleft.serving.served_measure import encoded
from traceleft.stacks import STACK_NAMES
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
_OF_MEASURES = ("abi",)
"""Those that a measure has, too."""


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
    max_keys: int = defaults.MAX_KEYS
    """Keys of a measure: each costs some 100 bytes of the kernel's memory, and 32 more for each CPU."""


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
            owner = None if sees_all else (peer.uid, peer.gid)
            _check_names(request)
            session: _Session | _MeasureSession
            if request.measure:
                session = _MeasureSession(connection, _measure(request, request.measure, pids, owner, bounds))
            else:
                tracer = _tracer(request, owner, bounds)
                _attach(tracer, request, pids, (server, peer.pid))
                session = _Session(connection, tracer, request.until_gone)
    except (TraceleftError, OSError) as error:
        refuse(connection, str(error), type(error).__name__ if isinstance(error, TraceleftError) else "ServerError")
        return
    session.run()


def refuse(connection: socket.socket, text: str, kind: str = "ServerError") -> None:
    """Tells a client an error. Raises OSError where it is gone."""
    wire.send(connection, wire.REFUSED, json.dumps({"kind": kind, "text": text}).encode())


class _Session:
    """Sends what a tracer has, as fast as the client takes it."""

    def __init__(self, connection: socket.socket, tracer: Tracer, until_gone: bool) -> None:
        self._connection, self._tracer, self._until_gone = connection, tracer, until_gone

    def run(self) -> None:
        """Raises OSError where the client is gone."""
        with self._tracer:
            self._send_all()

    def _send_all(self) -> None:
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


class _MeasureSession:
    """Tells what is measured whenever the client asks."""

    def __init__(self, connection: socket.socket, measure: Count | Histograms | Aggregate) -> None:
        self._connection, self._measure = connection, measure

    def run(self) -> None:
        """Raises OSError where the client is gone, and ServerError where it speaks nonsense."""
        receiver = wire.Receiver(self._connection)
        with self._measure:
            wire.send(self._connection, wire.READY)
            while (message := receiver.receive(0)) is not None:
                if message[0] == wire.LOOK:
                    wire.send(self._connection, wire.LOOK, json.dumps(self._measure.processes_left).encode())
                    continue
                if message[0] == wire.STOP:
                    self._measure.stop()
                wire.send(self._connection, wire.READ, encoded(self._measure.read()))


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


def _check_names(request: wire.Request) -> None:
    """Raises UsageError for what a server looks at for nobody."""
    for each in request.handlers:
        if any(is_file(part) or is_source(part) or ":" in part for part in each.split(",")):
            raise UsageError(f"{each!r}: a server takes the names of calls: no file, and no tracepoint")
    asked = [request.where or "", *((*request.measure.by, request.measure.of) if request.measure else ())]
    if any(re.search(r"\bpath_mismatch\b", each) for each in asked):
        raise UsageError("path_mismatch can't be asked of `traceleft serve`, which looks up no path for others")


def _options(request: wire.Request, allowed: Iterable[str]) -> dict[str, Any]:
    """Raises UsageError for what a client can't choose."""
    options = dict(request.options)
    for name, value in options.items():
        if name not in allowed:
            raise UsageError(f"{name} can't be asked of `traceleft serve`: trace as root, or without it")
        kind = _OPTIONS[name]
        if value not in kind if isinstance(kind, tuple) else not (type(value) is kind and value >= 0):
            raise UsageError(f"{name} can't be {value!r}")
    # To look for 32-bit programs we would have to open files that others choose.
    options["abi"] = "all" if options.get("abi") == "all" else "native"
    return options


class _Meter(KernelMeasuring):
    """Measures for a client."""

    def __init__(self, hooking: Hooking) -> None:
        self._chosen = hooking

    def _hooking(self) -> Hooking:
        return self._chosen

    def _began(self, measure: Count | Histograms | Aggregate) -> None:
        """Its session holds it."""


def _measure(
    request: wire.Request,
    wanted: wire.Measured,
    pids: list[int] | None,
    owner: tuple[int, int] | None,
    bounds: Bounds,
) -> Count | Histograms | Aggregate:
    """Raises UsageError for what a client can't choose, and as Meter's methods do."""
    options = _options(request, _OF_MEASURES)
    if set(wanted.by) & set(STACK_NAMES):
        raise UsageError("stacks can't be asked of `traceleft serve`, which opens no program for others")
    if wanted.max_keys > bounds.max_keys:
        raise UsageError(f"the server has room for {bounds.max_keys} keys (its --max-keys): lower max_keys")
    meter = _Meter(Hooking("raw_tp", slots=_SLOTS, abi=options["abi"], owner=owner))
    scope: Scope = {
        "by": wanted.by,
        "where": request.where,
        "pids": pids,
        "follow_forks": request.follow_forks,
        "at_exec": request.at_exec,
        "max_keys": wanted.max_keys,
    }
    if wanted.buckets:
        return meter.histogram(request.handlers, of=wanted.of, **scope)
    # The kernel keeps the same of all that is no histogram.
    return meter.sum(request.handlers, of=wanted.of, **scope) if wanted.of else meter.count(request.handlers, **scope)


def _tracer(request: wire.Request, owner: tuple[int, int] | None, bounds: Bounds) -> Tracer:
    """Raises UsageError for what a client can't choose, and as Tracer() does."""
    options = _options(request, _OPTIONS)
    for name in ("ring_size", "buffer"):
        most = getattr(bounds, name)
        options[name] = min(options.get(name, most), most)
    return Tracer(backend="raw_tp", slots=_SLOTS, owner=owner, **options)


def _attach(tracer: Tracer, request: wire.Request, pids: list[int] | None, ignored: tuple[int, ...]) -> None:
    """Raises as Tracer.attach() does; the tracer is stopped then."""
    try:
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
