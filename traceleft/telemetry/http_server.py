"""A small HTTP server for looking at a program while it works: whoever asks, and however badly, costs it little.

One thread reads the requests of all clients, so that slow ones hold up nobody. A complete request is answered by a
thread of its own. There is a limit to all: connections, requests being answered, connections a second, time, bytes, and
the CPU time of answers. What is beyond gets a 4xx or the last answer again, or waits in the kernel.
"""

from __future__ import annotations

import contextlib
import errno
import hmac
import os
import select
import selectors
import socket
import stat
import threading
import time
import traceback
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Union

from traceleft.address import Address
from traceleft.errors import TraceleftError, UsageError
from traceleft.printable import LINES, printable, say
from traceleft.telemetry.http_request import (
    HTML,
    TEXT,
    HttpError,
    Request,
    Response,
    check_host,
    check_no_body,
    find_end,
    parse_head,
    refusal,
)
from traceleft.telemetry.ration import SHORT_TURNS, TURN, Ration

__all__ = [
    "HTML",
    "TEXT",
    "HttpError",
    "HttpServer",
    "Limits",
    "Place",
    "Repeatable",
    "Request",
    "RequestEnded",
    "Response",
    "Route",
    "parse_listen_address",
]

THREAD_NAME = "traceleft http"
Route = Callable[[Request], Response]
"""Answers a GET, in a thread of its own. May raise HttpError; a TraceleftError becomes a 503 with its text."""
Place = Union[tuple[str, int], Path]
"""Where to listen: host and port, or the path of a Unix socket."""

_LINGER = 2.0
"""Seconds in which the rest of a refused request is thrown away: closing with it unread would take the answer back."""
_LONGEST_PATH = 107
"""Bytes of a Unix socket's (man 7 unix: sun_path)."""
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
    rate: float = 50.0
    """Connections a second, over time; and so many at once. What is beyond waits."""
    share: float = 0.01
    """Seconds of CPU time a second that each kind of answer may take, over time. What is beyond gets the last answer
    again, where that is possible, or a 429."""
    burst: float = 0.1
    """Seconds of CPU time that each may take at once."""
    alike: int = 2
    """Answers of a kind that may be made at once; one, where the last can be given again. More would wait for their
    turn, and take the places of other requests."""
    head_seconds: float = 5.0
    """In which a request must be complete (408)."""
    send_seconds: float = 30.0
    """In which a client must have taken its answer; then it is closed."""


class Repeatable:
    """A route whose last answer may be given again while another would cost too much.

    Args:
        route: answers.
        kind: which of its answers a request wants; there are few.
    """

    def __init__(self, route: Route, kind: Callable[[Request], Hashable]) -> None:
        self._route = route
        self.kind = kind

    def __call__(self, request: Request) -> Response:
        return self._route(request)


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
        _check_directory(path)
        _remove_stale(path)
        with _closed_on_failure(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as listener:
            # The kernel gives the file the mode that the socket has (net/unix/af_unix.c, unix_bind_bsd): it is never
            # there with another, and the umask, which is all threads', stays.
            os.fchmod(listener.fileno(), 0o600)
            return _listening(listener, os.fsencode(path))
    except OSError as error:
        raise OSError(error.errno, error.strerror, f"unix:{path}") from None


def _check_directory(path: Path) -> None:
    """Refuses one where another user could put a socket in the place of ours."""
    directory = path.parent.stat()
    if directory.st_uid not in (0, os.geteuid()):
        raise PermissionError(errno.EPERM, "the directory is another user's, who could replace the socket")
    if directory.st_mode & (stat.S_IWGRP | stat.S_IWOTH) and not directory.st_mode & stat.S_ISVTX:
        raise PermissionError(errno.EPERM, "others can write to the directory, and could replace the socket")


def _remove_stale(path: Path) -> None:
    """Removes what a run of ours that was killed has left, and nothing else."""
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


class _Client:
    """A connection whose request is being read, or what is left of one that was refused."""

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
        routes: who answers, by path.
        limits: what is taken.
        token: what a client must show (Authorization: Bearer TOKEN); None: nothing.

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
        self._routes = dict(routes)
        self._limits = limits or Limits()
        self._credentials = None if token is None else f"Bearer {token}".encode()
        self._rations: dict[tuple[str, Hashable], Ration] = {}
        self.path = address if isinstance(address, Path) else None
        """Of the Unix socket, where it is one."""
        if isinstance(address, Path):
            self._listener = _listen_at(address)
            self._bound = os.lstat(address)
            self._name = None
            self._loopback = False  # no browser comes this way
        else:
            self._listener = _listen(Address(*address))
            self._name = Address(address[0], self._listener.getsockname()[1])
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
        """Host as it was given, and port as it is; not of a Unix socket."""
        assert self._name
        return self._name.host, self._name.port

    @property
    def url(self) -> str:
        """Where a client finds it, without a path; at a Unix socket, where it finds the socket."""
        return f"http://{self._name}" if self._name else f"unix:{self.path}"

    def start(self) -> None:
        """Begins to answer."""
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._selector.register(self._closed, selectors.EVENT_READ)
        self._thread.start()
        SHORT_TURNS.begin()

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
        self._remove_socket()
        if not self._workers:  # one that still works may wait for it, and a number is soon another file's
            os.close(self._closed)

    def _remove_socket(self) -> None:
        """Unless somebody else's is there by now."""
        if self.path is not None:
            with contextlib.suppress(OSError):
                if os.path.samestat(os.lstat(self.path), self._bound):
                    self.path.unlink()

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
        end = find_end(client.received, seen)
        if end is not None:
            request = parse_head(bytes(client.received[:end]))
            self._answer(client, request, self._route(request))

    def _route(self, request: Request) -> Route:
        """Raises HttpError where there is none, or none for this client."""
        if self._loopback:
            check_host(request)
        given = request.headers.get("Authorization", "")
        if self._credentials is not None and not hmac.compare_digest(given.encode("utf-8"), self._credentials):
            challenge = {"WWW-Authenticate": 'Bearer realm="traceleft"'}
            raise HttpError(401, "show the token of --listen-token-file, as Authorization: Bearer TOKEN", challenge)
        route = self._routes.get(request.path)
        if route is None:
            raise HttpError(404, f"there is nothing at this path; there is {', '.join(sorted(self._routes))}")
        if request.method not in ("GET", "HEAD"):
            allowed = "GET, HEAD"
            raise HttpError(405, f"this path answers {allowed} only", {"Allow": allowed})
        check_no_body(request)
        return route

    def _ration(self, request: Request, route: Route) -> Ration:
        """Raises HttpError, as the route does."""
        repeats = isinstance(route, Repeatable)
        key = (request.path, route.kind(request) if isinstance(route, Repeatable) else None)
        known = self._rations.get(key)
        if known is None:
            limits = self._limits
            known = self._rations[key] = Ration(
                limits.share, limits.burst, at_once=1 if repeats else limits.alike, repeats=repeats
            )
        return known

    def _answer(self, client: _Client, request: Request, route: Route) -> None:
        """Leaves a complete request to a thread of its own. Raises HttpError."""
        connection = client.connection
        with self._lock:
            if len(self._workers) >= self._limits.requests:
                raise _too_many("requests", self._limits.requests)
            ration = self._ration(request, route)
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
