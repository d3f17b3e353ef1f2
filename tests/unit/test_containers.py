# SPDX-License-Identifier: MIT
"""The names of containers, as a server on a Unix socket tells them, or doesn't."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from click.testing import CliRunner

import traceleft
from tests.support.raw_events import raw_event
from tests.support.raw_objects import batch_of
from tests.support.raw_processes import raw_process
from traceleft import battery, containers
from traceleft.cli.ps import ps

IDS = [digit * 64 for digit in "0ab"]
# Docker Engine API v1.45, GET /containers/json: what is used of an answer, and a little more.
LISTED = [
    {"Id": IDS[0], "Names": ["/web", "/db/alias"], "Image": "nginx", "State": "running", "Labels": {}},
    {"Id": IDS[1], "Names": ["/\x1b[2Jno good"], "Image": "x", "State": "exited"},
    {"Id": IDS[2], "Names": None},
    "nothing",
]


class Runtime(BaseHTTPRequestHandler):
    """Answers as Docker does, or as `way` says."""

    way = "length"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert self.path == "/containers/json?all=1"
        body = json.dumps(LISTED).encode()
        self.send_response(500 if self.way == "error" else 200)
        self.send_header("Content-Type", "application/json")
        if self.way == "chunked":
            self.send_header("Transfer-Encoding", "chunked")
            body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:9], body[9:])) + b"0\r\n\r\n"
        else:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write({"nonsense": b"[" * len(body), "short": body[:-9]}.get(self.way, body))

    def address_string(self) -> str:
        return "-"

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def serving(path: Path, way: str = "length") -> Iterator[str]:
    handler = type("Handler", (Runtime,), {"way": way})
    with socketserver.ThreadingUnixStreamServer(os.fspath(path), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield os.fspath(path)
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("way", ["length", "chunked"])
def test_names_by_id(tmp_path: Path, way: str) -> None:
    with serving(tmp_path / "docker.sock", way) as path:
        assert containers.names([path]) == {IDS[0]: "web", IDS[1]: "\x1b[2Jno good"}


@pytest.mark.parametrize("way", ["error", "nonsense", "short"])
def test_an_answer_that_is_none_gives_no_names(tmp_path: Path, way: str) -> None:
    with serving(tmp_path / "docker.sock", way) as path, serving(tmp_path / "podman.sock") as good:
        assert containers.names([os.fspath(tmp_path / "missing"), path]) == {}
        assert len(containers.names([path, good])) == 2


def trickle(server: socket.socket) -> None:
    """Goes on with one answer until nobody reads it."""
    with server.accept()[0] as peer, contextlib.suppress(OSError):
        peer.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            peer.sendall(b"a")
            time.sleep(0.01)


@pytest.mark.parametrize("answers", [True, False], ids=["trickling", "silent"])
def test_it_returns_whatever_the_other_end_does(tmp_path: Path, answers: bool) -> None:
    path = os.fspath(tmp_path / "docker.sock")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        thread = threading.Thread(target=trickle, args=(server,))
        if answers:
            thread.start()
        assert containers.names([path], seconds=0.2) == {}
        if answers:
            thread.join()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")
def test_another_users_socket_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "docker.sock"
    program = (
        "import os, socket, sys; s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); os.setuid(1234); s.listen();"
        "print('listening', flush=True); s.settimeout(60); p = s.accept()[0]; print(len(p.recv(1)))"
    )
    argv = [sys.executable, "-I", "-c", program, os.fspath(path)]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, cwd="/") as other:
        assert other.stdout and other.stdout.readline() == b"listening\n"
        assert containers.names([os.fspath(path)]) == {}
        assert other.stdout.readline() == b"0\n"  # it isn't even asked


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    processes = [
        raw_process(40 + n, 100, 110, ppid=1, argv=[f"program{n}"], cgroup=f"/docker/{id}") for n, id in enumerate(IDS)
    ]
    events = [raw_event("read", pid=40 + n, timestamp=150) for n in range(3)]
    file = tmp_path / "a.record"
    traceleft.Capture([batch_of(events, processes)], battery.schema()).save(file)
    return file


def test_ps_shows_them(recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(*options: str) -> list[str]:
        out = tmp_path / "shown"
        done = CliRunner().invoke(ps, [*options, "-o", os.fspath(out), os.fspath(recording)])
        assert done.exit_code == 0, done.output
        return out.read_text().splitlines()

    monkeypatch.setattr(containers, "sockets", lambda: [os.fspath(tmp_path / "docker.sock")])
    plain = shown()
    with serving(tmp_path / "docker.sock"):
        assert shown("--containers") == [
            "40 program0 (in web, 1 events)",
            r"41 program1 (in \x1b[2Jno good, 1 events)",
            "42 program2 (in bbbbbbbbbbbb, 1 events)",
        ]
        table = shown("--containers", "--table")
        assert table[0].split() == ["events", "errors", "pid", "ppid", "uid", "exit", "container", "command"]
        assert table[1].split()[-2:] == ["web", "program0"]
        assert shown() == plain
        capture = traceleft.Capture.from_recording(recording)
        rows = capture.processes(containers.names())
        assert [row.container_name for row in rows] == ["web", "\x1b[2Jno good", None]
    assert "(in 000000000000, 1 events)" in shown("--containers")[0]
