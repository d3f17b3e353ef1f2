# SPDX-License-Identifier: MIT
"""What both ends of `traceleft serve` say to each other.

A message is its kind, a byte, the length of what follows, and that. The client begins with a request, which carries a
pidfd of each process that it names. The answer is `refused`, or `ready`: with batches and counts behind it and `end` at
last; or, for a measure, with an answer of the same kind to each question, of which `stop` is the last.
"""

from __future__ import annotations

import json
import socket
import struct
from dataclasses import asdict, dataclass
from typing import Any

from traceleft.errors import ServerError

VERSION = 2
LARGEST_REQUEST = 64 * 1024
LARGEST_MESSAGE = 256 * 1024 * 1024
MOST_PROCESSES = 250
"""A message can't carry more than 253 descriptors: include/net/scm.h, SCM_MAX_FD."""

REQUEST, STOP = b"R", b"X"
READY, REFUSED, BATCH, STATS, END = b"A", b"E", b"B", b"S", b"Z"
READ, LOOK = b"M", b"L"
"""What has been measured by now, and whether a process that it is for is left."""
HEAD = struct.Struct("<cI")


@dataclass(frozen=True)
class Measured:
    """What is to be measured of calls: see Measuring."""

    by: tuple[str, ...]
    of: str
    """The number; "": calls are only counted."""
    buckets: bool
    """Tell apart the buckets of that number."""
    max_keys: int

    @classmethod
    def decoded(cls, known: dict[str, Any]) -> Measured:
        """Raises TypeError for what is none."""
        by, of, buckets, max_keys = (known.pop(name) for name in ("by", "of", "buckets", "max_keys"))
        words = isinstance(by, list) and all(isinstance(each, str) for each in (*by, of))
        if known or not (words and isinstance(buckets, bool) and type(max_keys) is int):
            raise TypeError
        return cls(tuple(by), of, buckets, max_keys)


@dataclass(frozen=True)
class Request:
    """What a client wants to be traced: as Tracer() and Tracer.attach() take it. Its processes come beside it."""

    handlers: tuple[str, ...]
    processes: bool
    """There are pidfds: of its processes alone; else of all that it may see."""
    follow_forks: bool = False
    at_exec: bool = False
    """Tracing begins when the process executes a program."""
    until_gone: bool = False
    """It ends when no traced process is left."""
    where: str | None = None
    options: tuple[tuple[str, Any], ...] = ()
    measure: Measured | None = None
    """Measures calls, and sends no events."""

    def encoded(self) -> bytes:
        """As JSON."""
        return json.dumps({**asdict(self), "options": dict(self.options), "version": VERSION}).encode()

    @classmethod
    def decoded(cls, payload: bytes) -> Request:
        """Raises ServerError for what is none."""
        try:
            known = json.loads(payload)
            version = known.pop("version")
            if version != VERSION:
                raise ServerError(f"the client speaks version {version!r}, and the server {VERSION}: install the same")
            handlers, where, options = known.pop("handlers"), known.pop("where"), known.pop("options")
            measured = known.pop("measure")
            words = isinstance(handlers, list) and all(isinstance(each, str) for each in handlers)
            flags = all(isinstance(value, bool) for value in known.values())
            if not (words and flags and isinstance(options, dict) and isinstance(where, (str, type(None)))):
                raise TypeError
            measure = None if measured is None else Measured.decoded(measured)
            return cls(handlers=tuple(handlers), where=where, options=tuple(options.items()), measure=measure, **known)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise ServerError("the request makes no sense") from None


def send(to: socket.socket, kind: bytes, payload: bytes = b"") -> None:
    """Raises OSError."""
    to.sendall(HEAD.pack(kind, len(payload)) + payload)


class Receiver:
    """Takes messages out of a socket."""

    def __init__(self, source: socket.socket, received: bytes = b"") -> None:
        self._source = source
        self._received = bytearray(received)

    def receive(self, largest: int = LARGEST_MESSAGE) -> tuple[bytes, bytes] | None:
        """The next message's kind and contents; None at the end. Waits as the socket does.

        What has come of a message stays here when the socket's time is over. Raises ServerError for a message that is
        larger or cut off, OSError (TimeoutError).
        """
        while True:
            if len(self._received) >= HEAD.size:
                kind, length = HEAD.unpack_from(self._received)
                if length > largest:
                    raise ServerError(f"a message of {length} bytes is longer than any can be")
                end = HEAD.size + length
                if len(self._received) >= end:
                    payload = bytes(self._received[HEAD.size : end])
                    del self._received[:end]
                    return kind, payload
            more = self._source.recv(1 << 18)
            if not more:
                if self._received:
                    raise ServerError("a message was cut off")
                return None
            self._received += more
