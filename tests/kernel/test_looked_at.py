# SPDX-License-Identifier: MIT
"""Whoever looks at a trace, and however often, costs it no event."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Worker

pytest.importorskip("google.protobuf")
from traceleft.telemetry import Telemetry, metrics, pprof
from traceleft.telemetry.http_server import HttpServer

pytestmark = pytest.mark.filterwarnings("ignore::traceleft.LostEventsWarning")

MILLION = lab.scaled(1_000_000)
SMALL_RING = 65536


@contextlib.contextmanager
def looked_at(server: HttpServer, pages: list[str]) -> Iterator[list[int]]:
    """While it lasts, a thread for each page asks for it again and again; gives the statuses of the answers."""
    statuses: list[int] = []
    over = threading.Event()

    def look(page: str) -> None:
        while not over.is_set():
            try:
                with urllib.request.urlopen(server.url + page, timeout=60) as answer:
                    answer.read()
                    statuses.append(answer.status)
            except urllib.error.HTTPError as error:
                statuses.append(error.code)
                error.close()

    threads = [threading.Thread(target=look, args=[page]) for page in pages]
    for thread in threads:
        thread.start()
    try:
        yield statuses
    finally:
        over.set()
        for thread in threads:
            thread.join()


def served(tracer: traceleft.Tracer) -> HttpServer:
    telemetry = Telemetry(tracer)
    return HttpServer(("localhost", 0), {**pprof.routes(telemetry), **metrics.routes(telemetry)})


@pytest.mark.any_backend
def test_a_flood_loses_nothing_to_those_who_look(backend: str, worker: Worker) -> None:
    pages = ["/metrics", "/metrics", "/debug/pprof/cmdline", "/debug/pprof/nothing", "/debug/pprof/bpf?seconds=x"]
    with traceleft.Tracer(backend=backend, handler_times=True, discard=True) as tracer, served(tracer) as server:
        tracer.attach("read", pids=[worker.pid])
        with looked_at(server, pages) as statuses:
            lab.wait_until(lambda: {200, 400, 404} <= set(statuses), "an answer of each kind")
            before = len(statuses)
            worker.read(MILLION, size=16)
            assert len(statuses) > before
    stats = tracer.stats()
    assert (stats.handled, stats.received, stats.lost) == (MILLION, MILLION, 0)


@pytest.mark.any_kernel
@pytest.mark.usefixtures("kernel")
def test_what_a_flood_loses_itself_is_counted_in_the_metrics(worker: Worker) -> None:
    """With a ring too small for it, and nobody who reads."""
    with traceleft.Tracer(ring_size=SMALL_RING, buffer=SMALL_RING, handler_times=True) as tracer:
        with served(tracer) as server:
            tracer.attach("read", pids=[worker.pid])
            with looked_at(server, ["/metrics", "/debug/pprof/heap"]):
                worker.read(20_000)
            with urllib.request.urlopen(server.url + "/metrics") as answer:
                text = answer.read().decode()
        stats = tracer.stats()
    assert stats.lost > 0 and stats.lost_by_syscall == {"read": {"over_budget": stats.lost}}
    figures = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    by_syscall = [
        float(value)
        for name, value in figures.items()
        if name.startswith("traceleft_") and 'syscall="read"' in name and 'reason="over_budget"' in name
    ]
    assert by_syscall == [stats.lost]
    final = tracer.stats()
    assert final.handled == final.received + final.lost == 20_000


NOBODY = """
import http.client, json, os, sys, threading

port, *paths = sys.argv[1:]
os.setgroups([]); os.setgid(65534); os.setuid(65534)
statuses, over = {}, threading.Event()

def ask(path):
    while not over.is_set():
        connection = http.client.HTTPConnection("localhost", int(port), timeout=60)
        connection.request("GET", path)
        with connection.getresponse() as answer:
            answer.read()
            statuses.setdefault(path, set()).add(answer.status)
        connection.close()

askers = [threading.Thread(target=ask, args=(path,)) for path in paths]
for asker in askers:
    asker.start()
print("begun", flush=True)
sys.stdin.read()
over.set()
for asker in askers:
    asker.join()
print(json.dumps({path: sorted(seen) for path, seen in statuses.items()}))
"""
BURST = lab.scaled(45_000)
BURSTS = 30
BURST_SECONDS = 0.1
"""A load of which one CPU can make text while it has others to serve, and in all ten times what can wait."""
SHORT = ["/debug/pprof/", "/debug/pprof/cmdline", "/metrics"]
LONG = ["/debug/pprof/heap", "/debug/pprof/heap?debug=1", "/debug/pprof/threads", "/debug/pprof/threads?debug=1"]
PROFILES = ["/debug/pprof/profile?seconds=1", "/debug/pprof/bpf?seconds=1"]


def lost_while_nobody_asks_for(paths: list[str], worker: Worker) -> int:
    """Events that found no room, while the user nobody asks for these again and again, each by its own connection."""
    with traceleft.Tracer(handler_times=True) as tracer, served(tracer) as server:
        tracer.attach("read", pids=[worker.pid])
        reader = lab.Formatter(tracer)
        argv = [sys.executable, "-c", NOBODY, str(server.address[1]), *paths]
        with lab.started(argv, stdin=subprocess.PIPE) as nobody:
            assert nobody.stdout and nobody.stdout.readline() == b"begun\n"
            for _ in range(BURSTS):
                begun = time.monotonic()
                worker.read(BURST, size=16)
                time.sleep(max(0.0, begun + BURST_SECONDS - time.monotonic()))
            status, out, err = lab.outcome(nobody)
        received = reader.finish()
        stats = lab.assert_accounted(tracer)
    assert (status, err) == (0, b"")
    answered = json.loads(out)
    assert answered.keys() == set(paths)
    assert all(set(seen) <= {200, 409, 429} for seen in answered.values())
    assert received + stats.lost == BURSTS * BURST
    return stats.lost


@pytest.mark.any_kernel
@pytest.mark.parametrize("paths", [SHORT * 3, SHORT + LONG + PROFILES], ids=["short", "all"])
def test_an_unprivileged_user_who_asks_for_everything_costs_no_event(worker: Worker, paths: list[str]) -> None:
    """While events are made text of: that takes the interpreter, too.

    A machine that does something else meanwhile gets more chances.
    """
    assert 0 in (lost_while_nobody_asks_for(paths, worker) for _ in range(3))


@pytest.mark.any_kernel
def test_hostile_clients_cost_nothing(worker: Worker) -> None:
    """Connections that say nothing, half a request, or too much, while a million events come."""
    with traceleft.Tracer(handler_times=True, discard=True) as tracer, served(tracer) as server:
        tracer.attach("read", pids=[worker.pid])
        with contextlib.ExitStack() as clients:
            for said in (b"", b"GET /metrics HT", b"GET /" + b"x" * 100_000, b"\0\xff" * 1000):
                for _ in range(40):
                    client = clients.enter_context(socket.create_connection(server.address, timeout=60))
                    with contextlib.suppress(OSError):  # it has been refused already
                        client.sendall(said)
            worker.read(MILLION, size=16)
        with urllib.request.urlopen(server.url + "/metrics") as answer:
            assert answer.status == 200
    stats = tracer.stats()
    assert (stats.handled, stats.lost) == (MILLION, 0)
