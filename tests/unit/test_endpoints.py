"""The endpoints of pprof, asked by hand and by the real `go tool pprof`; tests/kernel has those of a loaded tracer."""

from __future__ import annotations

import http.client
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("google.protobuf")

import pprof_tool

from traceleft.introspect import heap, pprof
from traceleft.introspect.http_server import HttpServer

TIMEOUT = 60.0


@pytest.fixture
def server() -> Iterator[HttpServer]:
    nobody: Any = None  # only the profile of BPF programs looks at a tracer
    with HttpServer(("localhost", 0), pprof.routes(nobody)) as server:
        yield server
    tracemalloc.stop()


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
    for name in ("bpf", "cmdline", "heap?debug=1"):
        assert f'<a href="{name}">'.encode() in body
    connection = http.client.HTTPConnection(*server.address, timeout=TIMEOUT)
    connection.request("GET", "/debug/pprof")
    response = connection.getresponse()
    assert (response.status, response.headers["Location"]) == (301, "/debug/pprof/")
    connection.close()


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


def test_the_command_line(server: HttpServer):
    status, _, body = ask(server, "/debug/pprof/cmdline")
    assert status == 200
    assert body == Path("/proc/self/cmdline").read_bytes().rstrip(b"\0")


@pytest.mark.parametrize("path", ["bpf"])
@pytest.mark.parametrize("seconds", ["", "0", "0.9", "601", "-1", "1e2", "nan", "inf", "1_0", "0x10", "1&seconds=2"])
def test_bad_seconds(server: HttpServer, path: str, seconds: str):
    status, _, body = ask(server, f"/debug/pprof/{path}?seconds={seconds}")
    assert status == 400
    assert b"seconds is " in body


@pytest.mark.parametrize("path", ["heap"])
def test_bad_debug(server: HttpServer, path: str):
    assert ask(server, f"/debug/pprof/{path}?debug=3")[::2] == (400, b"debug is to be 0 for a profile, or 1 for text\n")


def test_allocations_are_traced_from_the_start(server: HttpServer):
    assert tracemalloc.get_traceback_limit() == heap.FRAMES
