# SPDX-License-Identifier: MIT
"""Metrics, as Prometheus' own checker, its parser and the dashboard see them."""

from __future__ import annotations

import dataclasses
import gzip
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_openmetrics
from prometheus_client.parser import text_string_to_metric_families

from tests.support import ROOT
from tests.support.fixed_calls import FixedCalls
from tests.support.raw_events import raw_event
from tests.support.sample_telemetry import DOCUMENT, Look, expressions, get, some_calls
from traceleft.telemetry import HandlerNumbers, metrics
from traceleft.telemetry.http_server import HttpServer
from traceleft.telemetry.measures import Measures


@pytest.fixture
def server() -> Iterator[HttpServer]:
    with HttpServer(("localhost", 0), metrics.routes(Look(some_calls()))) as server:
        yield server


def samples(text: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def key(name: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    return name, frozenset(labels.items())


def promtool() -> str:
    """Debian's package of Prometheus, which is unpacked for the tests, has it."""
    found = shutil.which("promtool") or shutil.which(ROOT / "build/promtool/usr/bin/promtool")
    assert found, "promtool is missing: scripts/test unpacks it on Debian; elsewhere install Prometheus"
    return found


def test_promtool_has_no_complaint(server: HttpServer):
    done = subprocess.run([promtool(), "check", "metrics"], input=get(server)[0], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_every_number_is_there(server: HttpServer):
    found = samples(get(server)[0].decode())
    assert found[key("traceleft_events_handled_total", cpu="0")] == 60
    assert found[key("traceleft_events_received_total")] == 90
    assert found[key("traceleft_events_lost_total", cpu="1", reason="ring_full")] == 9
    assert found[key("traceleft_events_lost_total", cpu="0", reason="scratch_busy")] == 0
    cpus = {dict(labels)["cpu"] for name, labels in found if name == "traceleft_events_lost_total"}
    assert cpus == {str(cpu) for cpu in range(max(2, os.cpu_count() or 1))}  # a rate needs a beginning
    assert found[key("traceleft_syscall_events_lost_total", syscall="read", reason="ring_full")] == 9
    assert found[key("traceleft_compat_calls_total")] == 3
    assert found[key("traceleft_unfollowed_children_total")] == 2
    assert found[key("traceleft_skipped_runs_total")] == 1
    assert found[key("traceleft_probe_misses_total")] == 4
    assert found[key("traceleft_events_declined_total")] == 1
    assert found[key("traceleft_rate_limited_calls_total")] == 5
    assert found[key("traceleft_repeated_calls_total")] == 6
    assert found[key("traceleft_unkeyed_calls_total")] == 7
    assert found[key("traceleft_untold_files_total")] == 8
    assert found[key("traceleft_unchecked_paths_total")] == 12
    assert found[key("traceleft_ring_size_bytes")] == 65536
    assert found[key("traceleft_ring_used_bytes")] == 1536
    assert found[key("traceleft_queue_bytes")] == 10
    assert found[key("traceleft_buffer_bytes")] == 20
    assert found[key("traceleft_spilled_bytes")] == 30
    assert found[key("traceleft_events_lost_total", cpu="0", reason="evicted")] == 0
    shipped = {"syscall": "read", "side": "exit", "slot": "0", "handler": "shipped", "program_id": "0"}
    own = {"syscall": "read", "side": "entry", "slot": "3", "handler": 'a "b"\\.bpf', "program_id": "42"}
    assert found[key("traceleft_handler_timed_runs_total", **shipped)] == 4
    assert found[key("traceleft_handler_timed_seconds_total", **own)] == 5e-6
    assert found[key("traceleft_hook_runs_total", program="root_exit")] == 7
    assert found[key("traceleft_hook_seconds_total", program="root_exit")] == 7e-6
    assert found[key("traceleft_output_events_written_total", output="-")] == 80
    assert found[key("traceleft_output_events_dropped_total", output="x\\x0ay")] == 90
    assert found[key("traceleft_output_queue_bytes", output="-")] == 2048
    assert found[key("traceleft_output_failed", output="x\\x0ay")] == 1
    assert found[key("traceleft_output_events_written_total", output="\\xff")] == 1
    assert found[key("traceleft_calls_total", syscall="read", comm="cat")] == 6
    assert found[key("traceleft_call_errors_total", syscall="read", comm="cat")] == 1
    assert found[key("traceleft_calls_total", syscall="close", comm="\\xff\\x0a")] == 1
    assert any(name == "process_cpu_seconds_total" for name, _ in found)
    (build,) = (dict(labels) for name, labels in found if name == "traceleft_build_info")
    assert build["backend"] == "raw_tp" and set(build) == {"backend", "kernel", "version"}


def test_latencies_are_a_histogram(server: HttpServer):
    found = samples(get(server)[0].decode())
    buckets = {
        float(dict(labels)["le"]): value
        for name, labels in found
        for value in [found[name, labels]]
        if name == "traceleft_call_duration_seconds_bucket"
    }
    assert [buckets[bound] for bound in (1e-6, 4e-6, 16e-6, 4.194304, 16.777216, float("inf"))] == [1, 3, 3, 3, 4, 5]
    read = {"syscall": "read", "comm": "cat"}
    assert found[key("traceleft_call_duration_seconds_count", **read)] == 5
    assert found[key("traceleft_call_duration_seconds_sum", **read)] == pytest.approx((1 << 62) / 1e9)


def test_there_are_no_more_series_than_asked_for():
    """Those that came first stay, the most frequent of them; the sum is right."""
    calls = FixedCalls()

    def add(comm: bytes, times: int) -> None:
        calls.add(*[raw_event("read", nr=0, comm=comm)] * times)

    route = metrics.routes(Look(calls), call_series=2)["/metrics"]
    with HttpServer(("localhost", 0), {"/metrics": route}) as server:

        def by_comm() -> dict[str, float]:
            found = samples(get(server)[0].decode())
            return {
                dict(labels)["comm"]: found[name, labels] for name, labels in found if name == "traceleft_calls_total"
            }

        for comm, times in (b"rare", 1), (b"often", 9), (b"some", 5):
            add(comm, times)
        assert by_comm() == {"often": 9, "some": 5, "other": 1}
        add(b"rare", 100)
        add(b"late", 1)
        assert by_comm() == {"often": 9, "some": 5, "other": 102}


def test_there_are_no_more_handlers_than_asked_for():
    """What is beyond is added up by syscall; a handler that has gone makes room."""
    telemetry = Look()
    numbers = telemetry.numbers()

    def timed(*rows: tuple[str, int, int]) -> dict[tuple[str, str], float]:
        handlers = tuple(
            HandlerNumbers(syscall, False, slot, (), "own.bpf", 42, "", runs, 1000 * runs)
            for syscall, slot, runs in rows
        )
        telemetry.numbers = lambda: dataclasses.replace(numbers, handlers=handlers)  # type: ignore[method-assign]
        found = {
            (labels["syscall"], labels["slot"]): value
            for measure in measures.collect()
            if measure.name == "traceleft_handler_timed_runs"
            for labels, value in measure.points
            if (labels["handler"] == "other") == (labels["program_id"] == "other") == (labels["slot"] == "other")
        }
        return found

    measures = Measures(telemetry, handler_series=2)
    assert timed(("read", 0, 1), ("read", 1, 9), ("read", 2, 3), ("read", 3, 2), ("close", 0, 1)) == {
        ("read", "1"): 9,
        ("read", "2"): 3,
        ("read", "other"): 3,
        ("close", "other"): 1,
    }
    assert timed(("read", 0, 100), ("read", 1, 9), ("read", 2, 3)) == {
        ("read", "1"): 9,
        ("read", "2"): 3,
        ("read", "other"): 102,
        ("close", "other"): 1,
    }
    assert timed(("read", 0, 110), ("read", 1, 9)) == {
        ("read", "0"): 10,
        ("read", "1"): 9,
        ("read", "other"): 102,
        ("close", "other"): 1,
    }


@pytest.mark.parametrize("ended", [1, 2, 7])
def test_a_finished_process_leaves_its_series_to_others(ended: int):
    """However many of its names came first. No series falls or jumps, so that rates are right."""
    calls = FixedCalls()
    measures = Measures(Look(calls), call_series=ended, idle=0)

    def by_comm(*comms: bytes) -> dict[str, float]:
        calls.add(*(raw_event("read", nr=0, comm=comm) for comm in comms))
        (made,) = (measure for measure in measures.collect() if measure.name == "traceleft_calls")
        return {labels["comm"]: value for labels, value in made.points}

    first = [b"ended %d" % number for number in range(ended)]
    assert by_comm(*first) == {comm.decode(): 1 for comm in first}
    assert by_comm(b"late", *first)["other"] == 1  # they are in use still
    now = by_comm(b"late", b"late")
    assert (now["late"], now["other"]) == (2, 1)
    assert len(now) == ended + 1
    back = by_comm(*first)  # late gives way, and one that left has begun anew
    assert "late" not in back and back["other"] == 1
    assert sorted(back[comm.decode()] for comm in first) == [1] + [3] * (ended - 1)


def test_the_answer_is_what_was_asked_for(server: HttpServer):
    openmetrics, headers = get(server, Accept="application/openmetrics-text; version=1.0.0")
    assert headers["Content-Type"].startswith("application/openmetrics-text")
    names = {family.name for family in parse_openmetrics(openmetrics.decode())}
    assert {"traceleft_events_received", "traceleft_call_duration_seconds"} <= names
    packed, headers = get(server, **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip" and b"traceleft_build_info" in gzip.decompress(packed)


def test_without_calls_there_are_none():
    with HttpServer(("localhost", 0), metrics.routes(Look())) as server:
        assert b"traceleft_call" not in get(server)[0]


def test_the_dashboard_shows_metrics_that_exist(server: HttpServer):
    there = {name for name, _ in samples(get(server)[0].decode())}
    used = {name for text in expressions() for name in re.findall(r"\b(?:traceleft|process)_\w+", text)}
    assert used and used <= there
    shown = {name.removesuffix("_bucket") for name in used}
    ours = {re.sub("_(bucket|count|sum|created)$", "", name) for name in there if name.startswith("traceleft_")}
    assert ours - shown == {"traceleft_build_info"}  # it is in the dashboard's variables


def test_promtool_understands_the_dashboard(tmp_path: Path):
    rules = [
        {"record": f"panel:{number}", "expr": re.sub(r"\$__rate_interval", "1m", text)}
        for number, text in enumerate(expressions())
    ]
    assert len(rules) > 10
    path = tmp_path / "rules.json"  # which is YAML, too
    path.write_text(json.dumps({"groups": [{"name": "dashboard", "rules": rules}]}))
    done = subprocess.run([promtool(), "check", "rules", str(path)], capture_output=True, text=True)
    assert done.returncode == 0 and f"{len(rules)} rules found" in done.stdout, done.stdout + done.stderr


def test_the_page_has_each_metric(server: HttpServer):
    """In its table, with its labels."""
    documented: dict[str, set[str]] = {}
    for line in DOCUMENT.read_text().splitlines():
        if line.startswith("| `traceleft_"):
            _, names, labels, *_ = (cell.strip() for cell in line.split("|"))
            documented.update((name, set(labels.split(", ")) - {""}) for name in re.findall("`(.*?)`", names))
    there: dict[str, set[str]] = {}
    for name, labels in samples(get(server)[0].decode()):
        if name.startswith("traceleft_") and not name.endswith(("_bucket", "_sum", "_created")):
            there.setdefault(re.sub("_count$", "", name), set()).update(dict(labels))
    assert documented == there


def test_promtool_understands_the_alerts_of_the_page(tmp_path: Path):
    (rules,) = re.findall("```yaml\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
    path = tmp_path / "rules.yml"
    path.write_text(rules)
    done = subprocess.run([promtool(), "check", "rules", str(path)], capture_output=True, text=True)
    assert (done.returncode, "3 rules found" in done.stdout) == (0, True), done.stdout + done.stderr
