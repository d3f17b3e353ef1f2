"""A small HTTP server for looking at a program while it works: whoever asks, and however badly, costs it little.

One thread reads the requests of all clients, so that slow ones hold up nobody. A complete request is answered by a
thread of its own. There is a limit to all: connections, requests being answered, connections a second, time, bytes.
What is beyond gets a 4xx, or waits in the kernel.
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
import selectors
import socket
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from traceleft.endpoint import Address
from traceleft.errors import TraceleftError, UsageError
from traceleft.introspect.http_request import (
    HTML,
    TEXT,
    HttpError,
    Request,
    Response,
    body_length,
    check_host,
    find_end,
    parse_head,
    refusal,
)
from traceleft.printable import LINES, printable, say

__all__ = [
    "HTML",
    "TEXT",
    "HttpError",
    "HttpServer",
    "Limits",
    "Request",
    "RequestEnded",
    "Response",
    "Route",
    "TakesBody",
    "parse_listen_address",
]

THREAD_NAME = "traceleft http"
Route = Callable[[Request], Response]
"""Answers a GET, in a thread of its own. May raise HttpError; a TraceleftError becomes a 503 with its text."""

_LINGER = 2.0
"""Seconds in which the rest of a refused request is thrown away: closing with it unread would take the answer back."""
_PAUSE = 0.2
"""Seconds until connections are taken again when there was no file descriptor for one."""


class RequestEnded(Exception):
    """Nobody is left to get the answer: the client went away, or the server is closed."""


@dataclass(frozen=True)
class Limits:
    """What a server takes."""

    connections: int = 64
    """Clients that may be sending their requests at once; for one more, the slowest of them gets a 429."""
    requests: int = 16
    """Requests that may be answered at once; what is beyond gets a 429."""
    rate: float = 200.0
    """Connections a second, over time; and so many at once. What is beyond waits."""
    head_seconds: float = 5.0
    """In which a request must be complete (408)."""
    send_seconds: float = 30.0
    """In which a client must have taken its answer; then it is closed."""


class TakesBody:
    """A route that takes a POST, too.

    Args:
        route: answers both.
        limit: bytes of the longest body.
    """

    def __init__(self, route: Route, limit: int) -> None:
        self.limit = limit
        self._route = route

    def __call__(self, request: Request) -> Response:
        return self._route(request)


def parse_listen_address(text: str, *, public_allowed: bool, option: str = "--listen-addr") -> tuple[str, int]:
    """HOST:PORT to listen on; `:PORT` is this machine only, port 0 any free one.

    Raises UsageError that names the option, also for an address that others can reach where that is not allowed.
    """
    if text.startswith(":") and text[1:].isdigit():
        text = f"localhost{text}"
    address = Address.parse(text, option)
    if not address.is_loopback and not public_allowed:
        raise UsageError(
            f"{option}: {address} can be reached from other machines, and whoever asks learns what is traced: "
            "listen on localhost, or give --i-know"
        )
    return address.host, address.port


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
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
        listener.listen(128)
        listener.setblocking(False)
    except BaseException:
        listener.close()
        raise
    return listener


class _Client:
    """A connection whose request is being read, or what is left of one that was refused."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self.connection = connection
        self.deadline = deadline
        self.received = bytearray()
        self.request: Request | None = None
        """Once its head is complete."""
        self.route: Route | None = None
        self.head_end = 0
        self.length = 0
        """Bytes of the body."""
        self.refused = False


class HttpServer:
    """Serves routes until it is closed, as a context manager or by close().

    Args:
        address: host and port; port 0 is any free one.
        routes: who answers, by path.
        limits: what is taken.

    Raises OSError with the address where it can't listen there.
    """

    def __init__(self, address: tuple[str, int], routes: Mapping[str, Route], limits: Limits | None = None) -> None:
        self._routes = dict(routes)
        self._limits = limits or Limits()
        self._wanted = Address(*address)
        self._listener = _listen(self._wanted)
        self._name = Address(self._wanted.host, self._listener.getsockname()[1])
        self._loopback = Address(self._listener.getsockname()[0], 0).is_loopback
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
        """Host as it was given, and port as it is."""
        return self._name.host, self._name.port

    @property
    def url(self) -> str:
        """Where a client finds it, without a path."""
        return f"http://{self._name}"

    def start(self) -> None:
        """Begins to answer."""
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._selector.register(self._closed, selectors.EVENT_READ)
        self._thread.start()

    def close(self) -> None:
        """Ends it: requests that wait end with a 503, and what a client has not taken yet is not sent."""
        with self._lock:
            if self._closing:
                return
            self._closing = True
            os.close(self._open)
            started = self._thread.ident is not None
            workers = list(self._workers)
        if started:
            self._thread.join()
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
                if key.fileobj is self._listener:
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
            self._selector.register(self._listener, selectors.EVENT_READ)

    def _accept(self) -> None:
        now = time.monotonic()
        self._tokens = min(self._limits.rate, self._tokens + (now - self._counted) * self._limits.rate)
        self._counted = now
        if self._tokens < 1.0:
            self._listen_later(now + (1.0 - self._tokens) / self._limits.rate)
            return
        try:
            connection, _ = self._listener.accept()
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
        self._selector.unregister(self._listener)
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
        if client.request is None:
            end = find_end(client.received, seen)
            if end is None:
                return
            client.head_end = end
            client.request = parse_head(bytes(client.received[:end]))
            client.route = self._route(client.request)
            limit = client.route.limit if isinstance(client.route, TakesBody) else 0
            client.length = body_length(client.request, limit)
            if client.length and client.request.headers.get("Expect", "").lower() == "100-continue":
                with contextlib.suppress(OSError):  # it sends the body anyway
                    client.connection.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        if len(client.received) >= client.head_end + client.length:
            self._answer(client, client.request)

    def _route(self, request: Request) -> Route:
        if self._loopback:
            check_host(request)
        route = self._routes.get(request.path)
        if route is None:
            raise HttpError(404, f"there is nothing at this path; there is {', '.join(sorted(self._routes))}")
        methods = ["GET", "HEAD"] + (["POST"] if isinstance(route, TakesBody) else [])
        if request.method not in methods:
            allowed = ", ".join(methods)
            raise HttpError(405, f"this path answers {allowed} only", {"Allow": allowed})
        return route

    def _answer(self, client: _Client, request: Request) -> None:
        """Leaves a complete request to a thread of its own. Raises HttpError."""
        assert client.route
        body = bytes(client.received[client.head_end : client.head_end + client.length])
        connection = client.connection
        with self._lock:
            if len(self._workers) >= self._limits.requests:
                raise _too_many("requests", self._limits.requests)
            work = (connection, replace(request, body=body, wait=lambda seconds: self._wait(connection, seconds)))
            worker = threading.Thread(target=self._work, args=(*work, client.route), name=THREAD_NAME, daemon=True)
            self._selector.unregister(connection)
            del self._clients[connection]
            self._workers[worker] = connection
        try:
            worker.start()
        except RuntimeError:  # no more threads
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

    def _work(self, connection: socket.socket, request: Request, route: Route) -> None:
        try:
            response = self._respond(request, route)
            if response is not None:
                connection.settimeout(self._limits.send_seconds)  # for all of it
                with contextlib.suppress(OSError):
                    connection.sendall(response.serialize(request.method))
                    connection.shutdown(socket.SHUT_WR)
        finally:
            connection.close()
            with self._lock:
                self._workers.pop(threading.current_thread(), None)

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
        while True:
            left = end - time.monotonic()
            if poll.poll(max(0.0, left) * 1000):
                raise RequestEnded
            if left <= 0:
                return


def _too_many(what: str, limit: int) -> HttpError:
    return HttpError(429, f"there are {limit} {what} already: try again later", {"Retry-After": "1"})
