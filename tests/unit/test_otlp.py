# SPDX-License-Identifier: MIT
"""Metrics to an OpenTelemetry collector: a real HTTP server that decodes them by OpenTelemetry's own messages."""

from __future__ import annotations

import contextlib
import gzip
import queue
import re
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
    ExportMetricsServiceResponse,
)
from opentelemetry.proto.metrics.v1.metrics_pb2 import AGGREGATION_TEMPORALITY_CUMULATIVE, Metric
from opentelemetry.sdk.metrics.export import MetricsData

from tests.support.sample_telemetry import Look, some_calls
from traceleft.errors import UsageError
from traceleft.telemetry import otlp


class Collector(HTTPServer):
    """Keeps what it gets; says no for as long as it is to."""

    def __init__(self) -> None:
        super().__init__(("localhost", 0), _Handler)
        self.got: queue.Queue[tuple[str, ExportMetricsServiceRequest]] = queue.Queue()
        self.refuses = False
        self.refused = threading.Event()
        self.url = f"http://localhost:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        if self.server.refuses:
            self.send_response(400)
            self.end_headers()
            self.server.refused.set()
            return
        self.server.got.put((self.path, ExportMetricsServiceRequest.FromString(body)))
        self.send_response(200)
        self.send_header("Content-Type", "application/x-protobuf")
        self.end_headers()
        self.wfile.write(ExportMetricsServiceResponse().SerializeToString())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def collector() -> Iterator[Collector]:
    with Collector() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def test_what_a_collector_gets(collector: Collector):
    with otlp.exporting(Look(some_calls()), collector.url, period=60):
        pass  # the last export is that at the end
    path, request = collector.got.get(timeout=60)
    assert path == "/v1/metrics"
    (resource,) = request.resource_metrics
    attributes = {each.key: each.value.string_value for each in resource.resource.attributes}
    assert attributes["service.name"] == "traceleft"
    (scope,) = resource.scope_metrics
    metrics: dict[str, Metric] = {metric.name: metric for metric in scope.metrics}
    handled = metrics["traceleft_events_handled"].sum
    assert handled.is_monotonic and handled.aggregation_temporality == AGGREGATION_TEMPORALITY_CUMULATIVE
    assert {point.attributes[0].value.string_value: point.as_int for point in handled.data_points} == {"0": 60, "1": 40}
    ring = metrics["traceleft_ring_used_bytes"]
    assert (ring.unit, ring.gauge.data_points[0].as_int) == ("By", 1536)
    (latency,) = metrics["traceleft_call_duration_seconds"].histogram.data_points
    assert latency.count == 5 and sum(latency.bucket_counts) == 5 and not latency.HasField("min")
    assert len(latency.bucket_counts) == len(latency.explicit_bounds) + 1
    assert metrics["traceleft_call_duration_seconds"].unit == "s"
    # Prometheus makes names of units: of none, none.
    assert {metric.unit for metric in metrics.values() if not re.search("_(seconds|bytes)$", metric.name)} == {""}
    assert metrics["process_cpu_seconds"].sum.data_points[0].as_double == 1.25
    assert metrics["process_resident_memory_bytes"].gauge.data_points[0].as_int == 48 << 20
    times = {(point.start_time_unix_nano, point.time_unix_nano) for point in handled.data_points}
    assert [end - start >= 2.5e9 for start, end in times] == [True]  # since the tracer began to count


def test_again_and_again(collector: Collector):
    with otlp.exporting(Look(), collector.url + "/own/path", period=0.01):
        assert [collector.got.get(timeout=60)[0] for _ in range(3)] == ["/own/path"] * 3


def test_a_collector_that_is_away_costs_a_line(collector: Collector, capfd: pytest.CaptureFixture[str]):
    """And another when it is back."""
    collector.refuses = True
    with otlp.exporting(Look(), collector.url, period=0.01):
        for _ in range(3):
            assert collector.refused.wait(60)
            collector.refused.clear()
        collector.refuses = False
        collector.got.get(timeout=60)
        collector.got.get(timeout=60)
    away, back = capfd.readouterr().err.splitlines()
    url = f"{collector.url}/v1/metrics"
    assert away.startswith(f"traceleft: {url} does not take metrics: ") and "400" in away
    assert away.endswith("; the trace goes on, and so do attempts")
    assert back == f"traceleft: {url} takes metrics again"


def test_nobody_listens(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """The end waits for so long at most."""
    monkeypatch.setattr(otlp, "TIMEOUT", 2)
    with contextlib.closing(socket.create_server(("localhost", 0))) as taken:
        port = taken.getsockname()[1]
    with otlp.exporting(Look(), f"http://localhost:{port}", period=60):
        pass
    (line,) = capfd.readouterr().err.splitlines()
    assert "does not take metrics" in line and "Connection refused" in line and "retrying" not in line


def test_a_failed_connection_is_no_end(
    collector: Collector, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    """Older exporters raise it."""
    exports = OTLPMetricExporter.export
    failures = [ConnectionError("a proxy\n is away")]

    def export(self: OTLPMetricExporter, *arguments: object, **options: object) -> object:
        if failures:
            raise failures.pop()
        return exports(self, *arguments, **options)

    monkeypatch.setattr(OTLPMetricExporter, "export", export)
    with otlp.exporting(Look(), collector.url, period=0.01):
        collector.got.get(timeout=60)
    away, back = capfd.readouterr().err.splitlines()
    assert "does not take metrics: a proxy is away;" in away and "takes metrics again" in back


def test_others_that_use_opentelemetry_say_what_they_say(
    collector: Collector, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
):
    """A script may export metrics of its own, in another thread."""
    collector.refuses = True
    own = OTLPMetricExporter(endpoint=collector.url)
    with otlp.exporting(Look(), collector.url, period=0.01):
        assert collector.refused.wait(60)
        own.export(MetricsData([]))
    own.shutdown()
    assert [record.thread for record in caplog.records] == [threading.get_ident()]
    assert capfd.readouterr().err.count("does not take metrics") == 1


@pytest.mark.parametrize(
    "endpoint", ["", "localhost:4318", "ftp://localhost", "http://", "http://[::1", "http://x:99999"]
)
def test_what_is_no_url(endpoint: str):
    with pytest.raises(UsageError, match="--otlp-endpoint"):
        otlp.metrics_url(endpoint)


@pytest.mark.parametrize("secret", ["user:s3cret", "s3cret", "user:s3/cret", "user:s3@cret"])
def test_a_password_in_the_url_is_not_printed(secret: str, capfd: pytest.CaptureFixture):
    """Neither where the collector is away, nor where this is no URL."""
    with contextlib.closing(socket.create_server(("localhost", 0))) as taken:
        port = taken.getsockname()[1]
    try:
        with otlp.exporting(Look(), f"http://{secret}@localhost:{port}"):
            pass  # the last export is at the end
    except UsageError as error:
        said = str(error)
    else:
        said = capfd.readouterr().err
        assert "does not take metrics" in said
    assert "***@localhost" in said and "s3" not in said and "cret" not in said


def test_urls():
    assert otlp.metrics_url("http://localhost:4318") == "http://localhost:4318/v1/metrics"
    assert otlp.metrics_url("https://a/") == "https://a/v1/metrics"
    assert otlp.metrics_url("http://a/otlp/v1/metrics") == "http://a/otlp/v1/metrics"
