# SPDX-License-Identifier: MIT
"""The thread that sends a backlog to a collector."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from traceleft.collector.backlog import MEMORY_BYTES, Backlog, Flight
from traceleft.collector.client import Client
from traceleft.collector.diagnosis import RefusedError, UnreachableError
from traceleft.collector.once import Once
from traceleft.collector.settings import Settings
from traceleft.errors import TraceleftError

STREAM_BYTES = 8 * 1024 * 1024
STREAM_SECONDS = 0.4
"""A stream ends, and is acknowledged, after this much."""
PATIENCE = 30.0
"""Seconds without any progress of a stream after which it is given up."""
RETRY_SECONDS = 0.5


@dataclass
class _Stream:
    """One client stream, with the batches in it."""

    started: float
    session: bytes | None = None
    flying: deque[Flight] = field(default_factory=deque)
    size: int = 0
    progress: float = 0.0
    done: bool = False
    error: OSError | None = None


class Sender:
    """Connects, again where need be, and sends in streams.

    Raises RefusedError where the collector can never agree with us. One that can't be reached is waited for: that is
    said once.

    Args:
        backlog: becomes the sender's own once it is made.
    """

    def __init__(self, settings: Settings, client: Client, backlog: Backlog, complain: Once) -> None:
        self._settings = settings
        self._client = client
        self._backlog = backlog
        self._changed = backlog.changed
        self._say = complain
        self._stream: _Stream | None = None
        self._deadline: float | None = None  # close() was called
        self._was_up = False
        self._not_before = 0.0
        self._outage_since: float | None = None  # no batch was acknowledged since
        try:
            self._connect()
        except UnreachableError as error:
            self._say(str(error), self._fate())
        self._thread = threading.Thread(target=self._run, name="traceleft grpc", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Waits for acknowledgements, and closes the backlog."""
        with self._changed:
            self._deadline = time.monotonic() + self._settings.close_seconds
            self._changed.notify_all()
        try:
            self._thread.join(self._settings.close_seconds + 1)
        finally:
            with self._changed:
                self._backlog.over = True
                self._changed.notify_all()
                if self._stream is not None:  # gRPC may hold the thread, so batches on their way are put back here
                    self._backlog.put_back(self._stream.flying)
                self._backlog.close()
                self._client.disconnect()

    def _run(self) -> None:
        while not self._ended():
            if not self._client.is_connected and not self._reconnect():
                continue
            with self._changed:
                self._changed.wait_for(
                    lambda: self._backlog.has_work or self._deadline is not None or self._backlog.over
                )
                if not self._backlog.has_work:
                    break  # all is done, and close() was called
            self._one_stream()

    def _ended(self) -> bool:
        with self._changed:
            return (
                self._backlog.over
                or self._backlog.error is not None
                or (self._deadline is not None and (time.monotonic() >= self._deadline or not self._backlog.has_work))
            )

    # --- connections

    def _connect(self) -> None:
        """Raises RefusedError, UnreachableError."""
        self._client.connect()
        with self._changed:
            self._backlog.away = False
            self._was_up = True

    def _reconnect(self) -> bool:
        with self._changed:
            # One that takes connections, and no batches, is not asked without a pause either.
            self._changed.wait_for(lambda: self._backlog.over, max(self._not_before - time.monotonic(), 0))
        try:
            self._connect()
        except (RefusedError, UnreachableError) as error:
            self._say(str(error), self._fate())
            with self._changed:
                if isinstance(error, RefusedError) and not self._was_up:
                    self._backlog.error = error
                    self._changed.notify_all()
                    return False
                if self._deadline is None:
                    self._changed.wait_for(lambda: self._deadline is not None or self._backlog.over, RETRY_SECONDS)
                elif self._settings.spool is not None:
                    self._backlog.over = True  # the spool keeps the rest
                else:
                    self._changed.wait_for(lambda: self._backlog.over, min(0.2, RETRY_SECONDS))
            return False
        return True

    def _fate(self) -> str:
        if self._deadline is not None:
            return ""
        if self._settings.spool is not None:
            return f"; trying again, events go to {self._settings.spool}"
        return f"; trying again, events wait in memory (up to {MEMORY_BYTES >> 20} MiB)"

    def _lost(self, stream: _Stream, error: TraceleftError) -> None:
        """The connection is gone."""
        with self._changed:
            self._backlog.put_back(stream.flying)
            if self._backlog.over:
                return
            now = time.monotonic()
            self._backlog.away = True
            self._outage_since = self._outage_since or now
            self._not_before = now + RETRY_SECONDS
            self._say(str(error), self._fate())
            self._backlog.to_spool()
            self._changed.notify_all()
        self._client.disconnect()

    # --- streams

    def _one_stream(self) -> None:
        self._stream = stream = _Stream(time.monotonic(), progress=time.monotonic())
        call = self._client.send(self._messages(stream))
        call.add_done_callback(lambda _: self._wake())
        late = False
        with self._changed:
            while not call.done():
                now = time.monotonic()
                late = now - stream.progress > PATIENCE
                if late or self._backlog.over or (self._deadline is not None and now >= self._deadline):
                    break
                self._changed.wait(0.2)
            stream.done = True
            self._changed.notify_all()
        if not call.done():
            call.cancel()
            seconds = PATIENCE if late else self._settings.close_seconds
            self._lost(stream, self._unreachable(f"has acknowledged nothing for {seconds:g} s"))
            return
        try:
            acknowledgement = self._client.result(call)
        except (RefusedError, UnreachableError) as error:
            self._lost(stream, error)
        else:
            self._received(stream, acknowledgement)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _messages(self, stream: _Stream) -> Iterator[bytes]:
        """The messages of a stream; gRPC asks for the next when it has room."""
        while True:
            try:
                message = self._next(stream)
            except OSError as error:  # of the spool; gRPC would log it
                stream.error = error
                return
            if message is None:
                return
            yield message

    def _next(self, stream: _Stream) -> bytes | None:
        """The next batch of a stream, waiting for it until the stream has to end: then None."""
        end = stream.started + STREAM_SECONDS
        with self._changed:
            while True:
                stream.progress = now = time.monotonic()
                if stream.done or self._backlog.over or now >= end or stream.size >= STREAM_BYTES:
                    return None
                if self._backlog.has_batch():
                    break
                if self._deadline is not None:
                    return None
                self._changed.wait(end - now)
            found = self._backlog.next(stream.session)
            if found is None:
                return None
            message, flight = found
            stream.session = flight.record.session
            stream.flying.append(flight)
            stream.size += len(message)
            return message

    def _received(self, stream: _Stream, acknowledgement: Any) -> None:
        if stream.error is not None:
            self._say(
                f"{self._client.address}: the spool can't be read: {stream.error.filename}: {stream.error.strerror}"
            )
        if stream.session is not None and acknowledgement.session != stream.session:
            self._lost(stream, self._unreachable("acknowledged another session"))
            return
        with self._changed:
            if self._backlog.over:
                return
            sent = len(stream.flying)
            if stream.session is not None:
                self._backlog.acknowledge(stream.flying, stream.session, acknowledgement.sequence)
            refused = bool(sent) and len(stream.flying) == sent
            if not refused:
                self._backlog.put_back(stream.flying)
            if sent and not refused and self._outage_since is not None:
                away = time.monotonic() - self._outage_since
                self._say(f"{self._client.address}: there again after {away:.1f} s")
                self._say.forget()
                self._outage_since = None
            self._changed.notify_all()
        if refused:
            self._lost(stream, self._unreachable("acknowledged none of a stream's batches"))
        if stream.error is not None:
            with self._changed:
                self._changed.wait_for(lambda: self._deadline is not None or self._backlog.over, RETRY_SECONDS)

    def _unreachable(self, reason: str) -> UnreachableError:
        return UnreachableError(f"{self._client.address}: {reason}")
