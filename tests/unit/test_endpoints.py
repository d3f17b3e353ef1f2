# SPDX-License-Identifier: MIT
"""The endpoints of pprof, asked by hand and by the real `go tool pprof`; tests/kernel has those of a loaded tracer."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("google.protobuf")

from tests.support import pprof_tool, raw_events
from traceleft import _core
from traceleft.proto import profile_pb2
from traceleft.telemetry import heap, pprof
from traceleft.telemetry.http_routes import Limits
from traceleft.telemetry.http_server import HttpServer

TIMEOUT = 60.0


@pytest.fixture
def server() -> Iterator[HttpServer]:
    nobody: Any = None  # only the profile of BPF programs looks at a tracer
    with HttpServer(("localhost", 0), pprof.routes(nobody), Limits(burst=float("inf"), rate=200)) as server:
        yield server
    tracemalloc.stop()


class Busy:
    """A thread that has the core decode and format an event, again and again."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self.decode_events, name="busy decoder")

    def decode_events(self) -> None:
        raw = raw_events.openat(b"/" + b"x" * 3000)
        while not self._stop.is_set():
            raw_events.show(raw)

    def __enter__(self) -> Busy:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


def ask(server: HttpServer, path: str, method: str = "GET", body: bytes | None = None) -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection(*server.address, timeout=TIMEOUT)
    connection.request(method, path, body=body)
    response = connection.getresponse()
    answer = response.status, response.headers["Content-Type"], response.read()
    connection.close()
    return answer


def test_the_index_links_to_each_of_them(server: HttpServer):
    status, content_type, body = ask(server, "/debug/pprof/")
    assert (status, content_type) == (200, "text/html; charset=utf-8")
    for name in ("profile", "heap?debug=1", "threads?debug=1", "cmdline", "bpf"):
        assert f'<a href="{name}">'.encode() in body
    connection = http.client.HTTPConnection(*server.address, timeout=TIMEOUT)
    connection.request("GET", "/debug/pprof")
    response = connection.getresponse()
    assert (response.status, response.headers["Location"]) == (301, "/debug/pprof/")
    connection.close()


def test_cpu(server: HttpServer, tmp_path: Path):
    with Busy():
        url = f"{server.url}/debug/pprof/profile?seconds=1"
        lines = pprof_tool.top("-symbolize=none", url, scratch=tmp_path, unit="ms")
    python = [line for name, line in lines.items() if name.endswith("decode_events")]
    core = [line for name, line in lines.items() if "traceleft::" in name]
    assert python and python[0].cum > 0
    assert core and max(line.cum for line in core) > 0
    saved = next(tmp_path.glob("*.pb.gz"))
    text = pprof_tool.pprof("-top", saved, scratch=tmp_path)
    assert "Type: cpu" in text and "Duration: 1" in text
    assert "busy decoder" in pprof_tool.pprof("-tags", saved, scratch=tmp_path)
    assert "_core" in pprof_tool.pprof("-raw", saved, scratch=tmp_path)


def hold(server: HttpServer) -> socket.socket:
    """A profile that somebody takes for ten minutes, once it has begun."""
    connection = socket.create_connection(server.address, TIMEOUT)
    connection.sendall(b"GET /debug/pprof/profile?seconds=600 HTTP/1.1\r\nHost: localhost\r\n\r\n")
    while ask(server, "/debug/pprof/profile?seconds=1")[0] != 409:
        pass
    return connection


def test_one_cpu_profile_at_once_and_its_client_ends_it(server: HttpServer):
    with hold(server):
        status, _, body = ask(server, "/debug/pprof/profile")
        assert (status, body) == (409, b"somebody else takes a CPU profile now: try again later\n")
        assert ask(server, "/debug/pprof/threads")[0] == 200
    while ask(server, "/debug/pprof/profile?seconds=1")[0] == 409:
        pass
    _core.CpuProfiler().stop()


def test_somebody_elses_profiler_is_left_alone(server: HttpServer):
    profiler = _core.CpuProfiler()
    try:
        assert ask(server, "/debug/pprof/profile?seconds=1")[0] == 409
    finally:
        profiler.stop()
    assert ask(server, "/debug/pprof/profile?seconds=1")[0] == 200


def test_the_servers_end_ends_a_profile(server: HttpServer):
    connection = hold(server)
    server.close()
    assert connection.recv(12) == b"HTTP/1.1 503"
    connection.close()
    _core.CpuProfiler().stop()


def test_heap(server: HttpServer, tmp_path: Path):
    class Keeper:
        def keep(self) -> None:
            self.kept = bytearray(3_000_000)

    keeper = Keeper()
    keeper.keep()
    profiles = pprof_tool.top(f"{server.url}/debug/pprof/heap", scratch=tmp_path, unit="B")
    mine = [line for name, line in profiles.items() if name.endswith("Keeper.keep")]
    assert mine and 3_000_000 <= mine[0].flat < 3_010_000
    status, content_type, body = ask(server, "/debug/pprof/heap?debug=1")
    assert (status, content_type) == (200, "text/plain; charset=utf-8")
    assert b"Keeper.keep (" in body and body.startswith(b"total: ")


def test_the_heap_has_what_the_core_holds(server: HttpServer, tmp_path: Path):
    event = raw_events.decode(raw_events.openat(b"/" + b"x" * 3000))
    held = {function for function, _, _, size in _core.memory() if size}
    lines = pprof_tool.top(f"{server.url}/debug/pprof/heap", scratch=tmp_path, unit="B")
    assert held and held <= lines.keys()
    assert event.pid == 4711  # until here it was held


def test_threads(server: HttpServer, tmp_path: Path):
    entered, leave = threading.Event(), threading.Event()

    def waits_here() -> None:
        entered.set()
        leave.wait(TIMEOUT)

    thread = threading.Thread(target=waits_here, name="a waiter")
    thread.start()
    assert entered.wait(TIMEOUT)
    try:
        url = f"{server.url}/debug/pprof/threads"
        lines = pprof_tool.top(url, scratch=tmp_path, unit="count")
        text = ask(server, "/debug/pprof/threads?debug=1")[2].decode()
    finally:
        leave.set()
        thread.join()
    waiting = [line for name, line in lines.items() if name.endswith("waits_here")]
    assert waiting and waiting[0].cum == 1
    assert f"thread a waiter, tid {thread.native_id}" in text
    assert f"tid {os.getpid()}" in text
    assert "waits_here (" in text


COMMAND_LINES = [
    (["-T", "-o", "x y"], [b"-T", b"-o", b"x y"]),
    (["--otlp-endpoint", "http://user:pass/w@rd@host/p"], [b"--otlp-endpoint", b"http://***@host/p"]),
    (["--otlp-endpoint=https://tok@host"], [b"--otlp-endpoint=https://***@host"]),
    (["read", "--", "mysql", "-phunter2", "x"], [b"read", b"--", b"mysql", b"..."]),
    (["read", "--", "true"], [b"read", b"--", b"true"]),
    (["caf\udce9"], [b"caf\xe9"]),
]
COMMAND_LINE = """
from traceleft.telemetry import pprof
from traceleft.telemetry.http_request import Request
import sys
sys.stdout.buffer.write(pprof.routes(None)["/debug/pprof/cmdline"](Request("GET", "", {}, None)).body)
"""


@pytest.mark.parametrize(("words", "shown"), COMMAND_LINES)
def test_the_command_line_without_secrets(words: list[str], shown: list[bytes]):
    done = subprocess.run([sys.executable, "-c", COMMAND_LINE, *words], capture_output=True, check=True)
    assert done.stdout.split(b"\0")[3:] == shown


def test_no_page_shows_an_address(server: HttpServer):
    """Of this process: who knows where its files are mapped needs no guess to attack it."""
    maps = Path("/proc/self/maps").read_text()
    mapped = [tuple(int(end, 16) for end in line.split()[0].split("-")) for line in maps.splitlines()]
    # Those at random places. A program that isn't position-independent lies where its file says, for all to know.
    mapped = [(begin, end) for begin, end in mapped if begin >> 32]
    with Busy():
        profiles = [ask(server, f"/debug/pprof/{path}")[2] for path in ("profile?seconds=1", "heap", "threads")]
        texts = [ask(server, f"/debug/pprof/{path}")[2] for path in ("heap?debug=1", "threads?debug=1", "cmdline", "")]
    for body in profiles:
        message = profile_pb2.Profile.FromString(gzip.decompress(body))
        numbers = {location.address for location in message.location}
        numbers |= {end for mapping in message.mapping for end in (mapping.memory_start, mapping.memory_limit)}
        assert not [number for number in numbers for begin, end in mapped if begin <= number < end]
    assert any(location.address for location in message.location)  # threads: in their files
    for body in texts:
        assert not re.search(rb"0x[0-9a-f]{9,}|\b[0-9a-f]{12}\b", body)
    assert ask(server, "/debug/pprof/symbol")[0] == 404


@pytest.mark.parametrize("path", ["profile", "bpf"])
@pytest.mark.parametrize("seconds", ["", "0", "0.9", "601", "-1", "1e2", "nan", "inf", "1_0", "0x10", "1&seconds=2"])
def test_bad_seconds(server: HttpServer, path: str, seconds: str):
    status, _, body = ask(server, f"/debug/pprof/{path}?seconds={seconds}")
    assert status == 400
    assert b"seconds is " in body


@pytest.mark.parametrize("path", ["heap", "threads"])
def test_bad_debug(server: HttpServer, path: str):
    assert ask(server, f"/debug/pprof/{path}?debug=3")[::2] == (400, b"debug is to be 0 for a profile, or 1 for text\n")


def test_allocations_are_traced_from_the_start(server: HttpServer):
    assert tracemalloc.get_traceback_limit() == heap.FRAMES
