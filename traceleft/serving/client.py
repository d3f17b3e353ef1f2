# SPDX-License-Identifier: MIT
"""Tracing without rights, by a `traceleft serve` that has them."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from traceleft import _core, battery, errors
from traceleft.asking import text_of
from traceleft.errors import ProcessError, ServerError, TraceleftError, UsageError
from traceleft.event_source import EventSource
from traceleft.operand import process_ids
from traceleft.printable import printable
from traceleft.recording import stats_of
from traceleft.serving import wire

if TYPE_CHECKING:
    from traceleft.stats import Stats

_CAP_BPF = 39
"""include/uapi/linux/capability.h"""
_START_SECONDS = 60.0
"""Seconds in which a server answers a request: it loads programs into the kernel meanwhile."""


def socket_path() -> Path:
    """Where the server's socket is, or would be."""
    return Path(os.environ.get("TRACELEFT_SERVER") or wire.SOCKET)


def is_wanted() -> bool:
    """Whether this process has not the rights to trace, and there is a server that has them."""
    return os.geteuid() != 0 and socket_path().is_socket() and not _has_rights()


def instead() -> str:
    """What one without rights can do, for the end of an error; empty for root."""
    return ", or have root run `traceleft serve`" if os.geteuid() else ""


def _has_rights() -> bool:
    """CAP_BPF, with which raw_tp can be used."""
    capabilities = re.search(r"^CapEff:\s*([0-9a-f]+)$", Path("/proc/self/status").read_text(), re.MULTILINE)
    return capabilities is not None and bool(int(capabilities[1], 16) >> _CAP_BPF & 1)


class ServedTracer(EventSource):
    """What a server traces for us. It is a context manager, as Tracer is; its events end when the server says so.

    Args:
        handlers: as Tracer.attach() has them, but no files and no tracepoints.
        pids: the processes, which must be ours; None: all of ours.
        follow_forks, where: as Tracer.attach() has them.
        at_exec: tracing begins with the program that the processes execute next.
        until_gone: it ends when no traced process is left.
        options: those of Tracer() that the server allows.

    Raises what the server refuses: UsageError, ProcessError, ...; ServerError.
    """

    def __init__(
        self,
        handlers: str | os.PathLike[str] | Iterable[str],
        *,
        pids: Iterable[int] | None = None,
        follow_forks: bool = False,
        at_exec: bool = False,
        until_gone: bool = False,
        where: object = None,
        options: Mapping[str, Any],
    ) -> None:
        self._schema = battery.schema()
        self._stats: Stats | None = None
        self._over = False
        self._waiting: list[_core.Batch] = []
        request = wire.Request(
            handlers=_names(handlers),
            processes=pids is not None,
            follow_forks=follow_forks,
            at_exec=at_exec,
            until_gone=until_gone,
            where=None if where is None else text_of(where),
            options=tuple(options.items()),
        )
        if options.get("abi") == "all":
            battery.load_compat_schema()
        self._socket = _connected()
        try:
            self._receiver = wire.Receiver(self._socket)
            _ask(self._socket, request, () if pids is None else process_ids(pids))
            self._take_answer()
        except BaseException:
            self._socket.close()
            raise

    def read(self, timeout: float | None = None) -> _core.Batch | None:
        """As Tracer.read()."""
        end = None if timeout in (None, float("inf")) else time.monotonic() + (timeout or 0.0)
        while not self._waiting and not self._over:
            left = None if end is None else max(0.0, end - time.monotonic())
            if not self._take_message(left) and left is not None:
                break
        return self._waiting.pop(0) if self._waiting else None

    @property
    def stopped(self) -> bool:
        """Whether no more events come than those that were received."""
        return self._over

    @property
    def unread(self) -> bool:
        return bool(self._waiting)

    def losses(self) -> dict[str, int]:
        lost: dict[str, int] = {}
        for reasons in self._stats.lost_by_cpu.values() if self._stats else ():
            for reason, number in reasons.items():
                lost[reason] = lost.get(reason, 0) + number
        return lost

    def stats(self) -> Stats:
        """As the server has told them last: about once a second, and at the end."""
        assert self._stats  # told before it is ready
        return self._stats

    def stop(self) -> None:
        """Ends the trace. What the server has until then is still to be read."""
        with contextlib.suppress(OSError):  # it may have ended by itself
            wire.send(self._socket, wire.STOP)

    def close(self) -> None:
        """Gives up what the server has."""
        self._over = True
        self._socket.close()

    def __enter__(self) -> ServedTracer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if kind is None:
            self._warn_of_losses()

    def __getattr__(self, name: str) -> Any:
        """What only a Tracer has, such as measures. Raises UsageError."""
        from traceleft.tracer import Tracer

        if not name.startswith("_") and hasattr(Tracer, name):
            raise UsageError(f"{name} can't be asked of `traceleft serve`: trace as root, or without it")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _take_message(self, timeout: float | None) -> bool:
        """Whether there was one. Raises ServerError."""
        self._socket.settimeout(timeout)
        try:
            message = self._receiver.receive()
        except (TimeoutError, BlockingIOError):
            return False
        except OSError as error:
            raise ServerError(f"the server of `traceleft serve` is gone: {error.strerror}") from None
        if message is None:
            self._over = True
            raise ServerError("the server of `traceleft serve` ended before its trace did: its log says why")
        kind, payload = message
        if kind == wire.BATCH:
            self._waiting.append(_core.decompress_batch(payload, self._schema))
        elif kind == wire.STATS:
            self._stats = _stats(payload)
        elif kind == wire.END:
            self._over = True
        else:
            raise ServerError("the server of `traceleft serve` speaks of what this version doesn't know")
        return True

    def _take_answer(self) -> None:
        self._socket.settimeout(_START_SECONDS)
        try:
            answer = self._receiver.receive()
        except OSError as error:
            raise ServerError(f"the server of `traceleft serve` doesn't answer: {error}") from None
        if answer is None:
            raise ServerError("the server of `traceleft serve` closed the connection: its log says why")
        kind, payload = answer
        if kind == wire.REFUSED:
            raise _refusal(payload)
        if kind != wire.READY:
            raise ServerError("the server of `traceleft serve` speaks of what this version doesn't know")
        self._stats = _stats(payload)


def _names(handlers: str | os.PathLike[str] | Iterable[str]) -> tuple[str, ...]:
    """Raises UsageError for a file, which the server would have to open."""
    given = [handlers] if isinstance(handlers, (str, os.PathLike)) else list(handlers)
    for each in given:
        if not isinstance(each, str):
            raise UsageError(f"a server takes the names of calls, and no file: {each!r}")
    return tuple(map(str, given))


def _connected() -> socket.socket:
    """Raises ServerError."""
    path = socket_path()
    connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connected.connect(os.fspath(path))
    except OSError as error:
        connected.close()
        raise ServerError(f"{printable(os.fspath(path))}: {error.strerror}: is `traceleft serve` running?") from None
    return connected


def _ask(to: socket.socket, request: wire.Request, pids: tuple[int, ...]) -> None:
    payload = request.encoded()
    if len(payload) > wire.LARGEST_REQUEST:
        raise UsageError(f"what is asked of the server has {len(payload)} bytes, more than {wire.LARGEST_REQUEST}")
    if len(pids) > wire.MOST_PROCESSES:
        raise UsageError(f"a server traces {wire.MOST_PROCESSES} processes at once, not {len(pids)}")
    with contextlib.ExitStack() as files:
        fds = []
        for pid in pids:
            try:
                fds.append(os.pidfd_open(pid))
            except OSError as error:
                raise ProcessError(f"process {pid}: {error.strerror}") from None
            files.callback(os.close, fds[-1])
        message = wire.HEAD.pack(wire.REQUEST, len(payload)) + payload
        with contextlib.suppress(BrokenPipeError):  # it may have refused already: its answer waits
            sent = socket.send_fds(to, [message], fds) if fds else to.send(message)
            to.sendall(message[sent:])


def _stats(payload: bytes) -> Stats:
    try:
        return stats_of(json.loads(payload))
    except (ValueError, TypeError, AttributeError):
        raise ServerError("the server's counts make no sense") from None


def _refusal(payload: bytes) -> TraceleftError:
    """The server's error, as ours."""
    try:
        known = json.loads(payload)
        kind, text = getattr(errors, known["kind"], ServerError), str(known["text"])
    except (ValueError, TypeError, KeyError):
        return ServerError("the server's refusal makes no sense")
    is_ours = isinstance(kind, type) and issubclass(kind, TraceleftError)
    return (kind if is_ours else ServerError)(printable(text))
