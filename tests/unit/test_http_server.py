# SPDX-License-Identifier: MIT
"""The server of the tracer's own numbers: what it answers, what it refuses, and that nobody stands in another's way."""

from __future__ import annotations

import errno
import http.client
import math
import os
import random
import re
import socket
import stat
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from traceleft.errors import TraceleftError, UsageError
from traceleft.private_file import UnsafePathError
from traceleft.telemetry import http_request
from traceleft.telemetry.http_request import HttpError, Request, RequestEnded, Response
from traceleft.telemetry.http_routes import Limits, Repeatable
from traceleft.telemetry.http_server import THREAD_NAME, HttpServer
from traceleft.telemetry.listener import parse_listen_address

TIMEOUT = 30.0
GET = b"GET /echo HTTP/1.1\r\nHost: localhost\r\n\r\n"


def echo(request: Request) -> Response:
    return Response(body=f"{request.method} {dict(request.query)} ".encode())


def broken(request: Request) -> Response:
    raise ZeroDivisionError("a bug")


class Waiting:
    """A route that waits until it is told to answer, or its request ends."""

    def __init__(self) -> None:
        self.entered = threading.Semaphore(0)
        self.released = threading.Event()
        self.ended = threading.Semaphore(0)

    def __call__(self, request: Request) -> Response:
        self.entered.release()
        try:
            while not self.released.is_set():
                request.wait(0.01)
        except RequestEnded:
            self.ended.release()
            raise
        return Response(body=b"waited")

    def await_entered(self, times: int = 1) -> None:
        for _ in range(times):
            assert self.entered.acquire(timeout=TIMEOUT)


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    route = Waiting()
    yield route
    route.released.set()


@pytest.fixture
def serve(waiting: Waiting) -> Iterator[Callable[..., HttpServer]]:
    """Starts servers with some routes and the limits given."""
    servers = []

    def start(host: str = "localhost", **limits: float) -> HttpServer:
        routes = {"/echo": echo, "/broken": broken, "/wait": waiting}
        server = HttpServer((host, 0), routes, Limits(**limits))
        servers.append(server)
        server.start()
        return server

    yield start
    for server in servers:
        server.close()


def connect(server: HttpServer) -> socket.socket:
    connection = socket.create_connection(server.address, TIMEOUT)
    connection.settimeout(TIMEOUT)
    return connection


def read_answer(connection: socket.socket) -> tuple[int, dict[str, str], bytes]:
    with connection:
        received = b""
        while True:
            more = connection.recv(65536)
            if not more:
                break
            received += more
    head, _, body = received.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    return int(lines[0].split()[1]), dict(line.split(": ", 1) for line in lines[1:]), body


def ask(server: HttpServer, request: bytes) -> tuple[int, dict[str, str], bytes]:
    connection = connect(server)
    connection.sendall(request)
    return read_answer(connection)


def test_an_answer(serve: Callable[..., HttpServer]):
    status, headers, body = ask(serve(), b"GET /echo?a=1&a=2&b=%2F HTTP/1.1\r\nHOST: localhost\r\n\r\n")
    assert (status, body) == (200, b"GET {'a': ['1', '2'], 'b': ['/']} ")
    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert headers["Content-Length"] == str(len(body))
    assert headers["Connection"] == "close"


def test_the_standard_librarys_client_understands_it(serve: Callable[..., HttpServer]):
    connection = http.client.HTTPConnection(*serve().address, timeout=TIMEOUT)
    for _ in range(2):  # connects anew
        connection.request("GET", "/echo?x")
        assert connection.getresponse().read() == b"GET {'x': ['']} "
    connection.request("HEAD", "/echo")
    response = connection.getresponse()
    assert (response.status, response.read()) == (200, b"")
    assert int(response.headers["Content-Length"]) > 0
    connection.close()


BAD = [
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "not https://"),
    (b"\r\n\r\n", 400, "no HTTP request"),
    (b"GET /echo\r\n\r\n", 400, "HTTP/1.1"),
    (b"GET /echo HTTP/2.0\r\n\r\n", 400, "HTTP/1.1"),
    (b"GET  /echo HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "HTTP/1.1"),
    (b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "HTTP/1.1"),
    (b"GET http://localhost/echo HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "begins with /"),
    (b"GET /echo HTTP/1.1\r\n\r\n", 400, "Host"),
    (b"GET /echo HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400, "Host"),
    (b"GET /echo HTTP/1.1\r\nHost: localhost\r\nno header\r\n\r\n", 400, "NAME: VALUE"),
    (b"GET /echo HTTP/1.1\r\nHost: localhost\r\na: 1\r\n folded\r\n\r\n", 400, "NAME: VALUE"),
    (b"GET /echo HTTP/1.1\r\nHost : localhost\r\n\r\n", 400, "NAME: VALUE"),
    (b"GET /echo HTTP/1.1\r\nHost: localhost\r\na: \x00\r\n\r\n", 400, "NAME: VALUE"),
    (b"GET /echo?" + b"a&" * 33 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "too many fields"),
    (b"GET /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 413, "not taken here"),
    (b"GET /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 2\r\n\r\n", 413, "not taken"),
    (b"GET /echo HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403, "localhost"),
    (b"GET /echo HTTP/1.1\r\nHost: evil.example:80@localhost\r\n\r\n", 403, "localhost"),
    (b"GET /echo HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n", 403, "localhost"),
    (b"GET /echo HTTP/1.1\r\nHost: 10.0.0.1\r\n\r\n", 403, "localhost"),
    (b"GET /echo HTTP/1.1\r\nHost:\r\n\r\n", 403, "localhost"),
    (b"GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n", 404, "/broken, /echo, /wait"),
    (b"GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 404, "nothing at this path"),
    (b"POST /echo HTTP/1.1\r\nHost: localhost\r\n\r\n", 405, "GET, HEAD only"),
    (b"DELETE /echo HTTP/1.1\r\nHost: localhost\r\n\r\n", 405, "GET, HEAD only"),
    (b"GET /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", 413, "not taken here"),
    (b"GET /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\n", 413, "not taken here"),
    (b"GET /" + b"x" * 5000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 414, "4096 bytes"),
    (b"GET /" + b"x" * 100_000, 414, "4096 bytes"),
    (b"GET /echo HTTP/1.1\r\n" + b"a: b\r\n" * 65 + b"\r\n", 431, "too many"),
    (b"GET /echo HTTP/1.1\r\na: " + b"x" * 16384 + b"\r\n\r\n", 431, "16384 bytes"),
    (b"GET /echo HTTP/1.1\r\na: " + b"x" * 1_000_000, 431, "16384 bytes"),
]


@pytest.mark.parametrize(("request_bytes", "status", "says"), BAD, ids=range(len(BAD)))
def test_bad_requests(
    serve: Callable[..., HttpServer], capfd: pytest.CaptureFixture, request_bytes: bytes, status: int, says: str
):
    server = serve()
    answered, headers, body = ask(server, request_bytes)
    assert answered == status
    assert says in body.decode()
    assert body.endswith(b"\n") and body.count(b"\n") == 1
    assert ("Allow" in headers) == (status == 405)
    assert ask(server, GET)[0] == 200
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("host", ["localhost:1", "LOCALHOST", "127.0.0.1:9090", "127.1.2.3", "[::1]:80", "a.localhost"])
def test_this_machines_own_names(serve: Callable[..., HttpServer], host: str):
    assert ask(serve(), b"GET /echo HTTP/1.1\r\nHost: %s\r\n\r\n" % host.encode())[0] == 200


def test_elsewhere_any_host_is_asked_for(serve: Callable[..., HttpServer]):
    server = serve(host="0.0.0.0")
    assert ask(server, b"GET /echo HTTP/1.1\r\nHost: machine.example\r\n\r\n")[0] == 200


def test_requests_in_any_pieces(serve: Callable[..., HttpServer]):
    server = serve()
    for size in (1, 2, 3, 7):
        connection = connect(server)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for begin in range(0, len(GET), size):
            connection.sendall(GET[begin : begin + size])
        assert read_answer(connection)[0] == 200


def test_random_bytes_are_refused_in_one_line(serve: Callable[..., HttpServer], capfd: pytest.CaptureFixture):
    generator = random.Random(7)
    for _ in range(3000):
        request = bytearray(b"GET /echo?a=1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
        for _ in range(generator.randrange(1, 5)):
            where = generator.randrange(len(request))
            request[where : where + generator.randrange(3)] = generator.choice(
                (b"\r\n", b"\n", b" ", b":", b"%", b"\x00", b"\xff", b"/", bytes([generator.randrange(256)]))
            )
        try:
            end = http_request.find_end(request)
            if end is not None:
                parsed = http_request.parse_head(bytes(request[:end]))
                http_request.check_host(parsed)
                http_request.check_no_body(parsed)
        except HttpError as error:
            assert 400 <= error.status < 500
            assert re.fullmatch("[ -~]+", error.text)
    assert capfd.readouterr() == ("", "")


def test_a_slow_request_is_given_up(serve: Callable[..., HttpServer]):
    server = serve(head_seconds=0.2)
    for sent in (b"", b"GET /ec"):
        status, _, body = ask(server, sent)
        assert (status, body) == (408, b"the request was not complete within 0.2 s\n")


def test_a_trickling_client_gets_no_more_time(serve: Callable[..., HttpServer]):
    connection = connect(serve(head_seconds=0.3))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.sendall(b"GET /echo HTTP/1.1\r\n")
    connection.settimeout(0.01)
    answer = b""
    while not answer:
        connection.sendall(b"x")
        try:
            answer = connection.recv(1000)
        except TimeoutError:
            continue
    assert answer.startswith(b"HTTP/1.1 408 ")
    connection.close()


def test_many_slow_clients_hold_up_nobody(serve: Callable[..., HttpServer]):
    server = serve(connections=8, head_seconds=600)
    slow = [connect(server) for _ in range(40)]
    for connection in slow:
        connection.sendall(b"GET /echo HTTP/1.1\r\n")
    assert ask(server, GET)[0] == 200
    # All but the last seven gave way: ours was the eighth.
    for connection in slow[:-8]:
        status, headers, body = read_answer(connection)
        assert (status, headers["Retry-After"]) == (429, "1")
        assert body == b"there are 8 connections already: try again later\n"
    for connection in slow[-7:]:
        connection.sendall(b"Host: localhost\r\n\r\n")
        assert read_answer(connection)[0] == 200
    slow[-8].close()


def test_so_many_requests_at_once_and_no_more(serve: Callable[..., HttpServer], waiting: Waiting):
    server = serve(requests=3, alike=9)
    held = [connect(server) for _ in range(3)]
    for connection in held:
        connection.sendall(GET.replace(b"echo", b"wait"))
    waiting.await_entered(3)
    for _ in range(20):
        status, _, body = ask(server, GET)
        assert (status, body) == (429, b"there are 3 requests already: try again later\n")
    waiting.released.set()
    assert [read_answer(connection)[2] for connection in held] == [b"waited"] * 3
    assert ask(server, GET)[0] == 200


def test_more_connections_than_the_rate_allows_wait(serve: Callable[..., HttpServer]):
    server = serve(rate=20)
    begun = time.monotonic()
    assert [ask(server, GET)[0] for _ in range(30)] == [200] * 30
    # Twenty at once, and ten more at twenty a second: a lower bound, whatever the machine's speed.
    assert time.monotonic() - begun >= 0.4


def test_a_client_that_goes_away_ends_its_request(serve: Callable[..., HttpServer], waiting: Waiting):
    server = serve(requests=1)
    connection = connect(server)
    connection.sendall(GET.replace(b"echo", b"wait"))
    waiting.await_entered()
    connection.close()
    assert waiting.ended.acquire(timeout=TIMEOUT)
    await_threads(1)
    assert ask(server, GET)[0] == 200


def test_a_client_that_sends_more_is_no_client_that_goes_away(serve: Callable[..., HttpServer], waiting: Waiting):
    connection = connect(serve())
    connection.sendall(GET.replace(b"echo", b"wait"))
    waiting.await_entered()
    connection.sendall(b"more")
    waiting.released.set()
    assert connection.recv(12) == b"HTTP/1.1 200"
    connection.close()


def test_a_client_that_does_not_take_its_answer_is_closed():
    entered = threading.Event()

    def large(request: Request) -> Response:
        entered.set()
        return Response(body=bytes(64 * 1024 * 1024))

    with HttpServer(("localhost", 0), {"/": large}, Limits(send_seconds=0.2)) as server:
        connection = connect(server)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert entered.wait(TIMEOUT)
        await_threads(1)  # its own one gave up
        received = 0
        with connection, pytest.raises((ConnectionResetError, EOFError)):
            while True:
                more = len(connection.recv(1024 * 1024))
                if not more:
                    raise EOFError
                received += more
        assert received < 64 * 1024 * 1024


def test_a_bug_is_told_to_stderr_only(serve: Callable[..., HttpServer], capfd: pytest.CaptureFixture):
    status, _, body = ask(serve(), GET.replace(b"echo", b"broken"))
    assert (status, body) == (500, b"this is a bug of traceleft's: its stderr says more\n")
    err = capfd.readouterr().err
    assert err.startswith("traceleft: /broken: Traceback")
    assert err.endswith("ZeroDivisionError: a bug\n")


def test_what_traceleft_can_not_do_is_told():
    def missing(request: Request) -> Response:
        raise TraceleftError("it needs protobuf: pip install 'traceleft[protobuf]'")

    with HttpServer(("localhost", 0), {"/": missing}) as server:
        status, _, body = ask(server, b"GET / HTTP/1.0\r\n\r\n")
        assert (status, body) == (503, b"it needs protobuf: pip install 'traceleft[protobuf]'\n")


def await_threads(number: int) -> None:
    """Waits until there are so many threads of servers."""
    end = time.monotonic() + TIMEOUT
    while sum(thread.name == THREAD_NAME for thread in threading.enumerate()) != number:
        assert time.monotonic() < end
        time.sleep(0.001)


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_close_leaves_nothing(waiting: Waiting):
    before = open_files()
    for _ in range(5):
        server = HttpServer(("localhost", 0), {"/wait": waiting}, Limits())
        server.start()
        clients = [connect(server) for _ in range(6)]
        for connection in clients[:2]:
            connection.sendall(GET.replace(b"echo", b"wait"))
        waiting.await_entered(2)
        clients[2].sendall(b"garbage\r\n\r\n")
        clients[3].sendall(b"GET /wa")
        clients[4].sendall(b"GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert clients[4].recv(12) == b"HTTP/1.1 404"
        server.close()
        server.close()
        for connection in clients[:2]:
            assert read_answer(connection)[::2] == (503, b"the trace has ended\n")
        for connection in clients:
            connection.close()
        await_threads(0)
        with pytest.raises(ConnectionRefusedError):
            connect(server)
    assert open_files() == before


def test_a_server_that_was_never_started_leaves_nothing():
    before = open_files()
    HttpServer(("localhost", 0), {}).close()
    assert open_files() == before


def test_a_port_in_use_is_named():
    with HttpServer(("localhost", 0), {}) as server:
        with pytest.raises(OSError) as raised:
            HttpServer(server.address, {})
        assert raised.value.errno == errno.EADDRINUSE
        assert f"localhost:{server.address[1]}" in str(raised.value)
        assert raised.value.filename == f"localhost:{server.address[1]}"


def test_a_name_that_nobody_knows_is_named():
    with pytest.raises(OSError, match=r"no\.such\.name\.invalid:0"):
        HttpServer(("no.such.name.invalid", 0), {})


def test_ipv6():
    if not Path("/proc/net/if_inet6").exists():
        pytest.skip("this machine has no IPv6")
    with HttpServer(("::1", 0), {"/echo": echo}) as server:
        assert server.url == f"http://[::1]:{server.address[1]}"
        assert ask(server, GET)[0] == 200


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("localhost:9090", ("localhost", 9090)),
        (":9090", ("localhost", 9090)),
        ("127.0.0.1:0", ("127.0.0.1", 0)),
        ("[::1]:0", ("::1", 0)),
    ],
)
def test_listen_addresses(text: str, address: tuple[str, int]):
    assert parse_listen_address(text, public_allowed=False) == address


@pytest.mark.parametrize(
    "text", ["", "localhost", "9090", ":", "::1:90", "localhost:65536", "localhost:x", ":-1", "a b:1"]
)
def test_what_is_no_address(text: str):
    with pytest.raises(UsageError, match=r"--pprof-listen-addr.*is no address; write HOST:PORT"):
        parse_listen_address(text, public_allowed=True, option="--pprof-listen-addr")


@pytest.mark.parametrize("text", ["0.0.0.0:9090", "[::]:9090", "192.0.2.1:1", "machine.example:1"])
def test_a_public_address_is_to_be_asked_for(text: str):
    with pytest.raises(UsageError, match="--allow-public"):
        parse_listen_address(text, public_allowed=False)
    assert parse_listen_address(text, public_allowed=True)[1] in (1, 9090)


def test_a_tight_loop_gets_the_last_answer_or_has_to_wait():
    """An answer's price in CPU time is paid off before the next of its kind; other kinds, and errors, are not hit."""
    made: list[str] = []

    def dear(request: Request) -> Response:
        made.append(request.path)
        end = time.thread_time() + 0.02
        while time.thread_time() < end:
            pass
        return Response(body=request.path.encode())

    def wants_b(request: Request) -> bool:
        return request.value("b") is not None

    routes = {"/again": Repeatable(dear, wants_b), "/once": dear}
    with HttpServer(("localhost", 0), routes, Limits(share=1e-6, burst=0.001)) as server:

        def get(target: bytes) -> tuple[int, dict[str, str], bytes]:
            return ask(server, b"GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n" % target)

        for target in (b"/again", b"/again?b=1"):
            answers = [get(target) for _ in range(5)]
            assert {(status, body) for status, _, body in answers} == {(200, b"/again")}
            assert ["Age" in headers for _, headers, _ in answers] == [False] + [True] * 4
        answers = [get(b"/once") for _ in range(5)]
        assert [status for status, _, _ in answers] == [200, 429, 429, 429, 429]
        assert all(int(headers["Retry-After"]) > 1000 for _, headers, _ in answers[1:])
        assert made == ["/again", "/again", "/once"]


def test_one_answer_is_made_at_a_time_in_the_whole_process():
    """Also by several servers; a route that waits stands in nobody's way."""
    inside = threading.Lock()

    def alone(request: Request) -> Response:
        assert inside.acquire(blocking=False)
        time.sleep(0.002)
        inside.release()
        request.wait(0.001)
        return Response()

    limits = Limits(burst=math.inf, rate=1000, alike=10)
    with (
        HttpServer(("localhost", 0), {"/": alone}, limits) as one,
        HttpServer(("localhost", 0), {"/": alone}, limits) as two,
    ):
        statuses: list[int] = []

        def look(server: HttpServer) -> None:
            statuses.append(ask(server, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")[0])

        threads = [threading.Thread(target=look, args=[server]) for server in (one, two) * 5]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert statuses == [200] * 10


def test_who_asks_for_what_is_being_made_has_to_wait_and_takes_no_place(waiting: Waiting):
    with HttpServer(("localhost", 0), {"/echo": Repeatable(waiting, lambda _: None)}, Limits(burst=math.inf)) as server:
        first = connect(server)
        first.sendall(GET)
        waiting.await_entered()
        assert [ask(server, GET)[0] for _ in range(20)] == [429] * 20
        waiting.released.set()
        assert read_answer(first)[2] == b"waited"
        assert ask(server, GET)[0] == 200


def test_threads_take_turns_as_before_when_nobody_can_ask():
    before = sys.getswitchinterval()
    with HttpServer(("localhost", 0), {}), HttpServer(("localhost", 0), {}):
        assert sys.getswitchinterval() < before
    assert sys.getswitchinterval() == before


TOKEN = "s3cret"


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (b"", 401),
        (b"Authorization: Bearer\r\n", 401),
        (b"Authorization: Bearer s3cre\r\n", 401),
        (b"Authorization: Bearer s3cret2\r\n", 401),
        (b"Authorization: Basic s3cret\r\n", 401),
        (b"Authorization: s3cret\r\n", 401),
        (b"Authorization: Bearer s3cret\xff\r\n", 401),
        (b"Cookie: Bearer s3cret\r\n", 401),
        (b"Authorization: Bearer s3cret\r\n", 200),
    ],
)
def test_only_who_shows_the_token_is_answered(header: bytes, status: int):
    with HttpServer(("localhost", 0), {"/echo": echo}, token=TOKEN) as server:
        for path in (b"/echo", b"/nothing"):
            request = b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\n" + header + b"\r\n"
            answered, headers, body = ask(server, request)
            assert answered == (404 if status == 200 and path == b"/nothing" else status)
            assert (answered == 401) == (headers.get("WWW-Authenticate") == 'Bearer realm="traceleft"')
            assert TOKEN.encode() not in body


@pytest.fixture
def place() -> Iterator[Path]:
    """Where a socket can be: a short path, whatever TMPDIR is."""
    with tempfile.TemporaryDirectory(dir="/tmp") as directory:
        yield Path(directory) / "socket"


def ask_at(place: Path) -> int:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(TIMEOUT)
        connection.connect(str(place))
        connection.sendall(GET)
        return read_answer(connection)[0]


def test_a_unix_socket_is_its_owners(place: Path):
    before = os.umask(0)  # it doesn't depend on this, and leaves it
    try:
        with HttpServer(place, {"/echo": echo}) as server:
            assert stat.S_IMODE(place.stat().st_mode) == 0o600
            assert ask_at(place) == 200
            assert server.url == f"unix:{place}"
            with pytest.raises(OSError) as raised:
                HttpServer(place, {})
            assert (raised.value.errno, raised.value.filename) == (errno.EADDRINUSE, f"unix:{place}")
            assert ask_at(place) == 200
        assert not place.exists()
        assert os.umask(0) == 0
    finally:
        os.umask(before)


def test_a_socket_that_was_left_behind_is_replaced(place: Path):
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(place))
    with HttpServer(place, {"/echo": echo}):
        assert ask_at(place) == 200


def test_a_server_removes_no_socket_but_its_own(place: Path):
    with HttpServer(place, {}):
        place.unlink()
        place.write_text("somebody else's")
    assert place.read_text() == "somebody else's"


@pytest.mark.parametrize("there", ["file", "directory", "link", "dangling link", "link to a socket"])
def test_nothing_else_is_replaced_or_followed(place: Path, there: str):
    target = place.with_name("target")
    if there == "file":
        place.write_text("kept")
    elif there == "directory":
        place.mkdir()
    else:
        place.symlink_to(target)
    if there == "link":
        target.write_text("kept")
    if there == "link to a socket":
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(str(target))
    before = sorted((path.name, path.lstat().st_ino) for path in place.parent.iterdir())
    with pytest.raises(FileExistsError, match="remove it"):
        HttpServer(place, {})
    assert sorted((path.name, path.lstat().st_ino) for path in place.parent.iterdir()) == before


def test_a_directory_where_others_could_replace_it_is_refused(place: Path):
    place.parent.chmod(0o777)
    with pytest.raises(UnsafePathError, match="others can write"):
        HttpServer(place, {})
    place.parent.chmod(0o1777)
    HttpServer(place, {}).close()


def test_a_link_that_others_may_have_put_on_its_way_is_not_followed(place: Path):
    real = place.with_name("real")
    real.mkdir()
    link = place.with_name("link")
    link.symlink_to(real)
    HttpServer(link / "socket", {}).close()
    place.parent.chmod(0o1777)
    with pytest.raises(UnsafePathError, match="link is a symbolic link"):
        HttpServer(link / "socket", {})


@pytest.mark.parametrize("path", ["", "x" * 108, "/no\0"])
def test_what_is_no_path_of_a_socket(path: str):
    with pytest.raises(UsageError, match="--listen-addr: a Unix socket's path"):
        parse_listen_address(f"unix:{path}", public_allowed=False)
    assert parse_listen_address("unix:/run/x", public_allowed=False) == Path("/run/x")
