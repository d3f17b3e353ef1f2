# SPDX-License-Identifier: MIT
"""A small HTTP server for looking at a program while it works. No client, however bad, can cost it much.

One thread reads the requests of all clients, so that slow ones hold up nobody. A complete request is answered by a
thread of its own. There is a limit to all: connections, requests being answered, connections a second, time, bytes, and
the CPU time of answers. Requests beyond get a 4xx or the last answer again, or wait in the kernel.

Why it is not http.server: the same routes, limits and rations on BaseHTTPRequestHandler and ThreadingMixIn made 519
lines where there were 551, and cost a flood of events no more than this one. But its parser accepts bad requests: 10 of
the 32 in tests/unit/test_http_server.py got a 200 (no Host header or two, a folded header, a NUL in one, 65 headers),
so that http_request.py would have to stay. Each client that has not asked yet has a thread there, and
the loop wakes up several times a second to see whether it should end.
"""

from __future__ import annotations

import contextlib
import os
import select
import selectors
import socket
import threading
import time
import traceback
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from traceleft.errors import TraceleftError
from traceleft.printable import LINES, printable, say
from traceleft.telemetry.http_request import HttpError, Request, RequestEnded, Response, find_end, parse_head, refusal
from traceleft.telemetry.http_routes import Limits, Route, Routes
from traceleft.telemetry.listener import Listener, Place
from traceleft.telemetry.ration import SHORT_TURNS, TURN, Ration

THREAD_NAME = "traceleft http"

_LINGER = 2.0
"""Seconds in which the rest of a refused request is thrown away: closing with it unread would take the answer back."""
_PAUSE = 0.2
"""Seconds until connections are taken again when there was no file descriptor for one."""


class _Client:
    """A connection from which a request is read, or the rest of one that was refused."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self.connection = connection
        self.deadline = deadline
        self.received = bytearray()
        self.refused = False


class HttpServer:
    """Serves routes until it is closed, as a context manager or by close().

    Args:
        address: host and port, of which port 0 is any free one; or the path of a Unix socket, which only its owner can
            connect to, and which is removed at the end.
        routes: the routes by path.
        limits: the most that is accepted.
        token: the bearer token that a client must show (Authorization: Bearer TOKEN); None: none.

    While it serves, Python's threads take turns more often: see ration.SWITCH_SECONDS.

    Raises OSError with the address where it can't listen there.
    """

    def __init__(
        self,
        address: Place,
        routes: Mapping[str, Route],
        limits: Limits | None = None,
        *,
        token: str | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._listener = Listener(address)
        self._routes = Routes(routes, self._limits, token, own_names_only=self._listener.is_loopback)
        self._selector = selectors.DefaultSelector()
        self._clients: dict[socket.socket, _Client] = {}
        self._workers: dict[threading.Thread, socket.socket] = {}
        self._lock = threading.Lock()
        self._tokens = self._limits.rate
        self._counted = time.monotonic()
        self._listening_from: float | None = None
        # Closing the one end wakes all who wait for the other.
        self._closed, self._open = os.pipe()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name=THREAD_NAME, daemon=True)

    @property
    def address(self) -> tuple[str, int]:
        """Host as it was given, and port as it is; not of a Unix socket."""
        assert self._listener.address
        return self._listener.address.host, self._listener.address.port

    @property
    def path(self) -> Path | None:
        """The path of the Unix socket, where it is one."""
        return self._listener.path

    @property
    def url(self) -> str:
        """Where a client finds it, without a path; at a Unix socket, where it finds the socket."""
        return self._listener.url

    def start(self) -> None:
        """Begins to answer."""
        self._selector.register(self._listener.socket, selectors.EVENT_READ)
        self._selector.register(self._closed, selectors.EVENT_READ)
        self._thread.start()
        SHORT_TURNS.begin()

    def close(self) -> None:
        """Ends it: waiting requests end with a 503, and bytes that a client has not taken yet are not sent."""
        with self._lock:
            if self._closing:
                return
            self._closing = True
            os.close(self._open)
            started = self._thread.ident is not None
            workers = list(self._workers)
        if started:
            self._thread.join()
            SHORT_TURNS.end()
        for worker in workers:
            worker.join(1.0)
        with self._lock:
            late = list(self._workers.items())
        for _, connection in late:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for worker, _ in late:
            worker.join(1.0)
        for connection in list(self._clients):
            self._forget(connection)
        self._selector.close()
        self._listener.close()
        if not self._workers:  # one that still works may wait for it, and a number is soon another file's
            os.close(self._closed)

    def __enter__(self) -> HttpServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # The thread that reads.

    def _run(self) -> None:
        while not self._closing:
            for key, _ in self._selector.select(self._pause()):
                if key.fileobj is self._listener.socket:
                    self._accept()
                elif isinstance(key.fileobj, socket.socket) and key.fileobj in self._clients:
                    self._receive(self._clients[key.fileobj])
            self._expire()

    def _pause(self) -> float | None:
        """Seconds until something is due."""
        due = [client.deadline for client in self._clients.values()]
        if self._listening_from is not None:
            due.append(self._listening_from)
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _expire(self) -> None:
        now = time.monotonic()
        for client in [client for client in self._clients.values() if client.deadline <= now]:
            if client.refused:
                self._forget(client.connection)
            else:
                seconds = f"{self._limits.head_seconds:g}"
                self._refuse(client, HttpError(408, f"the request was not complete within {seconds} s"))
        if self._listening_from is not None and self._listening_from <= now:
            self._listening_from = None
            self._selector.register(self._listener.socket, selectors.EVENT_READ)

    def _accept(self) -> None:
        now = time.monotonic()
        self._tokens = min(self._limits.rate, self._tokens + (now - self._counted) * self._limits.rate)
        self._counted = now
        if self._tokens < 1.0:
            self._listen_later(now + (1.0 - self._tokens) / self._limits.rate)
            return
        try:
            connection, _ = self._listener.socket.accept()
        except (BlockingIOError, ConnectionError):
            return
        except OSError:  # no descriptor or no memory left, and the listener stays ready
            self._listen_later(now + _PAUSE)
            return
        self._tokens -= 1.0
        connection.setblocking(False)
        client = _Client(connection, now + self._limits.head_seconds)
        # The first of each kind is the slowest: it was there before the others.
        reading = [each for each in self._clients.values() if not each.refused]
        refused = [each for each in self._clients.values() if each.refused]
        if len(refused) >= self._limits.connections:
            self._forget(refused[0].connection)
        if len(reading) >= self._limits.connections:
            self._refuse(reading[0], _too_many("connections", self._limits.connections))
        self._clients[connection] = client
        self._selector.register(connection, selectors.EVENT_READ)

    def _listen_later(self, when: float) -> None:
        self._selector.unregister(self._listener.socket)
        self._listening_from = when

    def _receive(self, client: _Client) -> None:
        try:
            data = client.connection.recv(64 * 1024)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            self._forget(client.connection)
        elif not client.refused:
            seen = len(client.received)
            client.received += data
            try:
                self._advance(client, seen)
            except HttpError as error:
                self._refuse(client, error)

    def _advance(self, client: _Client, seen: int) -> None:
        """Reads as far as what was received goes, of which the first bytes were seen before. Raises HttpError."""
        end = find_end(client.received, seen)
        if end is not None:
            request = parse_head(bytes(client.received[:end]))
            self._answer(client, request, self._routes.find(request))

    def _answer(self, client: _Client, request: Request, route: Route) -> None:
        """Leaves a complete request to a thread of its own. Raises HttpError."""
        connection = client.connection
        with self._lock:
            if len(self._workers) >= self._limits.requests:
                raise _too_many("requests", self._limits.requests)
            ration = self._routes.ration(request, route)
            again = ration.begin()
            request = replace(request, wait=lambda seconds: self._wait(connection, seconds))
            work = (connection, request, route, ration, again)
            worker = threading.Thread(target=self._work, args=work, name=THREAD_NAME, daemon=True)
            self._selector.unregister(connection)
            del self._clients[connection]
            self._workers[worker] = connection
        try:
            worker.start()
        except RuntimeError:  # no more threads
            if again is None:
                ration.end(0.0, None)
            self._workers.pop(worker)
            connection.close()

    def _refuse(self, client: _Client, error: HttpError) -> None:
        """Answers at once, and takes the rest of what the client sends for a moment."""
        head_only = bytes(client.received[:5]) == b"HEAD "
        try:
            # Into an empty buffer of the kernel's: it takes it all.
            client.connection.send(refusal(error).serialize("HEAD" if head_only else "GET"))
            client.connection.shutdown(socket.SHUT_WR)
        except OSError:
            self._forget(client.connection)
            return
        client.refused = True
        client.received.clear()
        client.deadline = time.monotonic() + _LINGER

    def _forget(self, connection: socket.socket) -> None:
        self._selector.unregister(connection)
        del self._clients[connection]
        connection.close()

    # The threads that answer.

    def _work(
        self, connection: socket.socket, request: Request, route: Route, ration: Ration, again: Response | None
    ) -> None:
        try:
            response = again or self._make(request, route, ration)
            if response is not None:
                connection.settimeout(self._limits.send_seconds)  # for all of it
                with contextlib.suppress(OSError):
                    connection.sendall(response.serialize(request.method))
                    connection.shutdown(socket.SHUT_WR)
        finally:
            connection.close()
            with self._lock:
                self._workers.pop(threading.current_thread(), None)

    def _make(self, request: Request, route: Route, ration: Ration) -> Response | None:
        """A new answer, in its turn, and its price."""
        begun = time.thread_time()
        response = None
        try:
            with TURN.taken():
                response = self._respond(request, route)
        finally:
            ration.end(time.thread_time() - begun, response)
        return response

    def _respond(self, request: Request, route: Route) -> Response | None:
        try:
            return route(request)
        except RequestEnded:
            return refusal(HttpError(503, "the trace has ended")) if self._closing else None
        except HttpError as error:
            return refusal(error)
        except TraceleftError as error:
            return refusal(HttpError(503, str(error)))
        except Exception:
            say(f"{printable(request.path)}: {traceback.format_exc().rstrip()}", keep=LINES)
            return refusal(HttpError(500, "this is a bug of traceleft's: its stderr says more"))

    def _wait(self, connection: socket.socket, seconds: float) -> None:
        poll = select.poll()
        poll.register(connection, select.POLLRDHUP)
        poll.register(self._closed, select.POLLIN)
        end = time.monotonic() + seconds
        with TURN.left():
            while True:
                left = end - time.monotonic()
                if poll.poll(max(0.0, left) * 1000):
                    raise RequestEnded
                if left <= 0:
                    return


def _too_many(what: str, limit: int) -> HttpError:
    return HttpError(429, f"there are {limit} {what} already: try again later", {"Retry-After": "1"})
