# SPDX-License-Identifier: MIT
"""The profiles of a loaded tracer, read by the real `go tool pprof`."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Worker

pytest.importorskip("google.protobuf")

from tests.support import pprof_tool
from traceleft.telemetry import Telemetry, pprof
from traceleft.telemetry.http_server import HttpServer

pytestmark = pytest.mark.filterwarnings("ignore::traceleft.LostEventsWarning")


@pytest.fixture
def tracer(backend: str) -> Iterator[traceleft.Tracer]:
    with traceleft.Tracer(backend=backend, handler_times=True) as tracer:
        yield tracer


@pytest.fixture
def server(tracer: traceleft.Tracer) -> Iterator[HttpServer]:
    with HttpServer(("localhost", 0), pprof.routes(Telemetry(tracer))) as server:
        yield server
    tracemalloc.stop()


def fetch(server: HttpServer, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(*server.address, timeout=lab.TIMEOUT)
    connection.request("GET", f"/debug/pprof/{path}")
    response = connection.getresponse()
    answer = response.status, response.read()
    connection.close()
    return answer


@pytest.mark.any_kernel
def test_programs_in_the_kernel(
    backend: str, tracer: traceleft.Tracer, server: HttpServer, worker: Worker, tmp_path: Path
):
    tracer.attach("read", pids=[worker.pid], program_id=42)
    tracer.attach("nanosleep", pids=[worker.pid])
    reader = lab.Reader(tracer)
    worker.begin_flood()
    status, body = fetch(server, "bpf?seconds=1")
    worker.end_flood()
    assert status == 200
    path = tmp_path / "bpf.pb.gz"
    path.write_bytes(body)
    times = pprof_tool.top(path, scratch=tmp_path)
    runs = pprof_tool.top("-sample_index=runs", path, scratch=tmp_path, unit="count")
    hook = "root_exit" if backend == "raw_tp" else "trace_read_ret"
    assert runs["handle_read_ret"].flat >= 1000
    # A handler ran inside its hook's program. The two are not read at the same moment.
    assert runs[hook].flat >= 0.9 * runs["handle_read_ret"].flat
    assert 0 < times["handle_read_ret"].flat == times["handle_read_ret"].cum <= times[hook].cum
    assert times["trace_read_ret"].cum >= times["handle_read_ret"].flat
    assert "handle_nanosleep_ret" not in runs  # the worker never sleeps
    for label in ("program_id=42", "syscall=read", f"pid={worker.pid}"):
        focused = pprof_tool.top(f"-tagfocus={label}", path, scratch=tmp_path)
        assert focused["handle_read_ret"] == times["handle_read_ret"]
    assert "battery.bpf" in pprof_tool.pprof("-traces", "-files", path, scratch=tmp_path)
    reader.finish()
    lab.assert_accounted(tracer)


@pytest.mark.any_backend
def test_timing_ends_with_the_profile(tracer: traceleft.Tracer, server: HttpServer, worker: Worker):
    tracer.attach("read", pids=[worker.pid])
    reader = lab.Reader(tracer)
    assert fetch(server, "bpf?seconds=1")[0] == 200
    before = tracer.handlers()
    worker.read(10_000)
    assert tracer.handlers() == before
    reader.finish()


@pytest.mark.any_backend
def test_a_tracer_that_was_stopped_is_said_to_be(tracer: traceleft.Tracer, server: HttpServer):
    tracer.stop()
    status, body = fetch(server, "bpf?seconds=1")
    assert (status, body) == (503, b"this tracer was stopped; create another one\n")


@pytest.mark.any_backend
def test_a_tracer_whose_handlers_can_not_be_timed(backend: str):
    with traceleft.Tracer(backend=backend) as tracer:
        with HttpServer(("localhost", 0), pprof.routes(Telemetry(tracer))) as server:
            status, body = fetch(server, "bpf?seconds=1")
        tracemalloc.stop()
    assert status == 503
    assert b"handler_times=True" in body


PESTER = """
import http.client, socket, sys, threading

port = int(sys.argv[1])
slow = [socket.create_connection(("localhost", port)) for _ in range(100)]
statuses = set()
done = threading.Event()

def pester(path):
    while not done.is_set():
        connection = http.client.HTTPConnection("localhost", port)
        connection.request("GET", "/debug/pprof/" + path)
        response = connection.getresponse()
        response.read()
        statuses.add(response.status)
        connection.close()

paths = ["bpf?seconds=1", "heap?debug=1", "heap", "x" * 10000] * 4
pests = [threading.Thread(target=pester, args=(path,)) for path in paths]
for pest in pests:
    pest.start()
print("begun", flush=True)
sys.stdin.read()
done.set()
for pest in pests:
    pest.join()
print(sorted(statuses))
"""


@pytest.mark.any_kernel
def test_whoever_asks_costs_the_trace_no_event(tracer: traceleft.Tracer, server: HttpServer, worker: Worker):
    """Slow clients, garbage and more profiles than are allowed, while a process reads at full speed."""
    tracer.attach("read", pids=[worker.pid])
    reader = lab.Reader(tracer)
    argv = [sys.executable, "-c", PESTER, str(server.address[1])]
    with lab.started(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as pests:
        assert pests.stdout and pests.stdout.readline() == b"begun\n"
        for _ in range(5):
            worker.read(lab.scaled(200_000), size=16)
        status, out, err = lab.outcome(pests)
    assert (status, err) == (0, b"")
    assert {200, 414} <= set(json.loads(out)) <= {200, 409, 414, 429}
    assert reader.finish() == 5 * lab.scaled(200_000)
    stats = lab.assert_accounted(tracer)
    assert (stats.lost, stats.lost_by_cpu) == (0, {})


@pytest.mark.any_kernel
def test_the_process_that_traces(tracer: traceleft.Tracer, server: HttpServer, worker: Worker, tmp_path: Path):
    tracer.attach("read", pids=[worker.pid])
    reader = lab.Formatter(tracer)
    url = f"{server.url}/debug/pprof"
    worker.begin_flood()
    cpu = pprof_tool.top(f"{url}/profile?seconds=2", scratch=tmp_path, unit="ms")
    space = pprof_tool.top(f"{url}/heap", scratch=tmp_path, unit="B")
    threads = pprof_tool.top(f"{url}/threads", scratch=tmp_path, unit="count")
    worker.end_flood()
    reader.finish()
    assert any(name.startswith("traceleft::") and line.cum > 0 for name, line in cpu.items())
    assert any(name.endswith("_took") and line.cum > 0 for name, line in cpu.items())
    ring = [line for name, line in space.items() if name.startswith("bpf_map events")]
    assert ring and ring[0].flat >= tracer.fill().ring_size
    assert any(name.startswith("traceleft::") for name in space)
    assert any(not name.startswith(("traceleft::", "bpf_")) and line.flat > 0 for name, line in space.items())
    assert any(name.endswith(("_run", "_took")) and line.cum >= 1 for name, line in threads.items())
