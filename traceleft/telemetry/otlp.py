# SPDX-License-Identifier: MIT
"""The metrics, sent to an OpenTelemetry collector."""

from __future__ import annotations

import contextlib
import logging
import os
import platform
import re
import socket
import threading
import time
import traceback
import urllib.parse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from traceleft import __version__
from traceleft.address import hide_password
from traceleft.errors import UsageError
from traceleft.extras import needed
from traceleft.printable import LINES, say
from traceleft.telemetry.measures import BUCKET_BOUNDS, Measure, Measures

if TYPE_CHECKING:
    from traceleft.telemetry import Telemetry

PERIOD = 10.0
"""Seconds between two exports."""
TIMEOUT = 5.0
"""Seconds that one may take, retries included."""
_LONGEST_REASON = 300
"""Characters of why a collector takes no metrics."""


@contextlib.contextmanager
def exporting(telemetry: Telemetry, endpoint: str, *, period: float = PERIOD) -> Iterator[None]:
    """Sends all metrics every so many seconds, and at the end once more, in a thread of its own.

    A collector that is away costs a line on stderr, and another when it is back; nothing waits for it but the end, for
    TIMEOUT at most. Headers, certificates and the like are taken from OpenTelemetry's environment variables
    (OTEL_EXPORTER_OTLP_HEADERS, ..._CERTIFICATE).

    Args:
        telemetry: the source of the metrics.
        endpoint: URL of the collector's OTLP/HTTP receiver; without a path, /v1/metrics is meant.
        period: seconds.

    Raises UsageError for what is no such URL, TraceleftError where the exporter is missing.
    """
    exporter = _Exporter(telemetry, metrics_url(endpoint))
    over = threading.Event()

    def run() -> None:
        while not over.wait(period):
            exporter.export()
        exporter.export()

    thread = threading.Thread(target=run, name="traceleft otlp", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(TIMEOUT + 1)
        exporter.close()


def metrics_url(endpoint: str) -> str:
    """Where metrics go at this endpoint. Raises UsageError."""
    try:
        url = urllib.parse.urlsplit(endpoint)
        valid = url.scheme in ("http", "https") and bool(url.hostname) and url.port != 0
    except ValueError:
        valid = False
    if not valid:
        raise UsageError(f"--otlp-endpoint: {hide_password(endpoint)!r} is no http:// or https:// URL")
    return endpoint if url.path.strip("/") else endpoint.rstrip("/") + "/v1/metrics"


@contextlib.contextmanager
def _overheard() -> Iterator[list[str]]:
    """Collects OpenTelemetry's log of this thread meanwhile, and keeps it from all other logs: we say it once."""
    said: list[str] = []
    thread = threading.get_ident()

    def keep(record: logging.LogRecord) -> bool:
        if record.thread != thread:
            return True
        said.append(record.getMessage())
        return False

    logger = logging.getLogger("opentelemetry.exporter.otlp.proto.http.metric_exporter")
    logger.addFilter(keep)
    try:
        yield said
    finally:
        logger.removeFilter(keep)


def _one_line(text: str) -> str:
    """The beginning of a message that may be long, without the exporter's own plans."""
    text = hide_password(" ".join(text.split()))
    text = re.sub(r" encountered while exporting metrics? batch, retrying in .*", "", text)
    return text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]}..."


class _Exporter:
    def __init__(self, telemetry: Telemetry, url: str) -> None:
        with needed("otlp", "sending metrics"):
            from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
            from opentelemetry.sdk.resources import Resource
        self._url = url
        self._exporter = OTLPMetricExporter(endpoint=url, timeout=TIMEOUT)
        self._measures = Measures(telemetry, process=True)
        self._started = time.time_ns() - int(telemetry.numbers().stats.elapsed * 1e9)
        self._failing = False
        self._resource = Resource.create(
            {
                "service.name": "traceleft",
                "service.version": __version__,
                "service.instance.id": f"{socket.gethostname()}:{os.getpid()}",
                "host.name": socket.gethostname(),
                "os.type": "linux",
                "os.version": platform.release(),
            }
        )

    def export(self) -> None:
        """Sends them once; says so when that begins to fail, or to work again."""
        from opentelemetry.sdk.metrics.export import MetricExportResult

        try:
            data = self._data()
        except Exception:  # a bug of ours must not be the end of all exports
            say(traceback.format_exc().rstrip(), keep=LINES)
            return
        with _overheard() as said:
            try:
                sent = self._exporter.export(data) is MetricExportResult.SUCCESS
            except Exception as error:  # of a connection, from older exporters: another try may succeed
                said.append(str(error))
                sent = False
        if sent is self._failing:
            why = f": {_one_line(said[0])}" if said else ""
            change = (
                "takes metrics again" if sent else f"does not take metrics{why}; the trace goes on, and so do attempts"
            )
            say(f"{hide_password(self._url)} {change}")
            self._failing = not sent

    def close(self) -> None:
        """Ends its connections."""
        self._exporter.shutdown()

    def _data(self) -> Any:
        from opentelemetry.sdk.metrics.export import MetricsData, ResourceMetrics, ScopeMetrics
        from opentelemetry.sdk.util.instrumentation import InstrumentationScope

        now = time.time_ns()
        metrics = [
            self._metric(measure, now)
            for measure in self._measures.collect()
            if measure.points or measure.distributions
        ]
        scope = ScopeMetrics(InstrumentationScope("traceleft", __version__), metrics, "")
        return MetricsData([ResourceMetrics(self._resource, [scope], "")])

    def _metric(self, measure: Measure, now: int) -> Any:
        from opentelemetry.sdk.metrics.export import (
            AggregationTemporality,
            Gauge,
            Histogram,
            HistogramDataPoint,
            Metric,
            NumberDataPoint,
            Sum,
        )

        cumulative = AggregationTemporality.CUMULATIVE
        unknown: Any = None  # leaves the fields out, as the protocol allows
        data: Gauge | Histogram | Sum
        if measure.kind == "histogram":
            data = Histogram(
                [
                    HistogramDataPoint(
                        attributes=labels,
                        start_time_unix_nano=self._started,
                        time_unix_nano=now,
                        count=sum(distribution.counts),
                        sum=distribution.sum,
                        bucket_counts=distribution.counts,
                        explicit_bounds=BUCKET_BOUNDS,
                        min=unknown,
                        max=unknown,
                    )
                    for labels, distribution in measure.distributions
                ],
                cumulative,
            )
        else:
            points = [NumberDataPoint(labels, self._started, now, value) for labels, value in measure.points]
            data = Gauge(points) if measure.kind == "gauge" else Sum(points, cumulative, is_monotonic=True)
        # Without a unit where there is none: of a gauge in "1", Prometheus would make NAME_ratio.
        unit = {"seconds": "s", "bytes": "By"}.get(measure.unit, "")
        return Metric(measure.name, measure.help, unit, data)
