# SPDX-License-Identifier: MIT
"""A client's connection to a `traceleft serve`, which traces for those who have no rights to."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterable

from traceleft import errors
from traceleft.errors import ProcessError, ServerError, TraceleftError, UsageError
from traceleft.operand import process_ids
from traceleft.printable import printable
from traceleft.serving import wire
from traceleft.serving.rights import socket_path

_START_SECONDS = 60.0
"""Seconds in which a server answers a request: it loads programs into the kernel meanwhile."""


class Connection:
    """One request, and what the server says to it.

    Args:
        request: what is asked for.
        pids: the processes that it names; None: it names none.

    Raises what the server refuses: UsageError, ProcessError, ...; ServerError.
    """

    def __init__(self, request: wire.Request, pids: Iterable[int] | None) -> None:
        self._socket = _connected()
        try:
            self._receiver = wire.Receiver(self._socket)
            _ask(self._socket, request, () if pids is None else process_ids(pids))
            self.answer = self._take_answer()
            """What came with the server's consent."""
        except BaseException:
            self._socket.close()
            raise

    def receive(self, timeout: float | None) -> tuple[bytes, bytes] | None:
        """The next message's kind and contents; None where none comes in so many seconds. Raises ServerError."""
        self._socket.settimeout(timeout)
        try:
            message = self._receiver.receive()
        except (TimeoutError, BlockingIOError):
            return None
        except OSError as error:
            raise ServerError(f"the server of `traceleft serve` is gone: {error.strerror}") from None
        if message is None:
            raise ServerError("the server of `traceleft serve` ended before its trace did: its log says why")
        return message

    def send(self, kind: bytes) -> None:
        """Raises ServerError where the server is gone, or has ended the trace by itself."""
        try:
            wire.send(self._socket, kind)
        except OSError as error:
            raise ServerError(f"the server of `traceleft serve` is gone: {error.strerror}") from None

    def close(self) -> None:
        """Gives up what the server has."""
        self._socket.close()

    def _take_answer(self) -> bytes:
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
            raise unknown_message()
        return payload


def unknown_message() -> ServerError:
    """For a kind of message that nobody has asked for."""
    return ServerError("the server of `traceleft serve` speaks of what this version doesn't know")


def names_of(handlers: str | os.PathLike[str] | Iterable[str]) -> tuple[str, ...]:
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


def _refusal(payload: bytes) -> TraceleftError:
    """The server's error, as ours."""
    try:
        known = json.loads(payload)
        kind, text = getattr(errors, known["kind"], ServerError), str(known["text"])
    except (ValueError, TypeError, KeyError):
        return ServerError("the server's refusal makes no sense")
    is_ours = isinstance(kind, type) and issubclass(kind, TraceleftError)
    return (kind if is_ours else ServerError)(printable(text))
