"""The endpoints of pprof, asked by hand and by the real `go tool pprof`; tests/kernel has those of a loaded tracer."""

from __future__ import annotations

import http.client
import os
import socket
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("google.protobuf")

import pprof_tool
import raw_events

from traceleft import _core
from traceleft.introspect import heap, pprof
from traceleft.introspect.http_server import HttpServer

TIMEOUT = 60.0


@pytest.fixture
def server() -> Iterator[HttpServer]:
    nobody: Any = None  # only the profile of BPF programs looks at a tracer
    with HttpServer(("localhost", 0), pprof.routes(nobody)) as server:
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
    for name in ("profile", "heap?debug=1", "threads?debug=1", "cmdline", "symbol", "bpf"):
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
    assert python and python[0].cum >= 100
    assert core and max(line.cum for line in core) >= 50
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


def test_the_command_line(server: HttpServer):
    status, _, body = ask(server, "/debug/pprof/cmdline")
    assert status == 200
    assert body == Path("/proc/self/cmdline").read_bytes().rstrip(b"\0")


def test_symbols_as_gos(server: HttpServer):
    address = next(
        int(line.split("-")[0], 16)
        for line in Path("/proc/self/maps").read_text().splitlines()
        if " r-xp " in line and "_core." in line
    )
    known = address + 0x1000
    [(name, file)] = _core.symbolize([known])
    assert "_core." in file
    answer = f"num_symbols: 1\n{known:#x} {name}\n".encode()
    assert ask(server, "/debug/pprof/symbol")[2] == b"num_symbols: 1\n"
    assert ask(server, "/debug/pprof/symbol", "POST", f"{known:#x}+0x1".encode())[2] == answer
    assert ask(server, f"/debug/pprof/symbol?{known:#x}+0x1+junk")[2] == answer
    assert ask(server, "/debug/pprof/symbol", "POST", b"0x" + b"9" * 70_000)[0] == 413


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
