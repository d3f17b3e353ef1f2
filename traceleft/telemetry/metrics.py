# SPDX-License-Identifier: MIT
"""The endpoint that Prometheus scrapes."""

from __future__ import annotations

import gzip
import itertools
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from traceleft.extras import needed
from traceleft.telemetry.http_request import Request, Response
from traceleft.telemetry.http_routes import Repeatable, Route
from traceleft.telemetry.measures import BUCKET_BOUNDS, Measure, Measures

if TYPE_CHECKING:
    from traceleft.telemetry import Telemetry

_PLAIN = "text/plain; version=0.0.4; charset=utf-8"


def routes(telemetry: Telemetry, *, call_series: int = 500) -> dict[str, Route]:
    """/metrics, for an HttpServer: the metrics of `Measures`, and the process's own metrics under their usual names.

    A client gets the OpenMetrics format if it asks for that, compressed if it accepts that.

    Raises TraceleftError where prometheus-client is missing.
    """
    with needed("metrics", "the metrics' page"):
        from prometheus_client import CollectorRegistry, PlatformCollector, ProcessCollector, generate_latest
        from prometheus_client.openmetrics import exposition as openmetrics
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    registry.register(_Collector(Measures(telemetry, call_series=call_series)))

    def answer(request: Request) -> Response:
        as_openmetrics, compressed = _kind(request)
        body = openmetrics.generate_latest(registry) if as_openmetrics else generate_latest(registry)  # type: ignore[no-untyped-call]
        content_type = openmetrics.CONTENT_TYPE_LATEST if as_openmetrics else _PLAIN
        headers = {"Vary": "Accept, Accept-Encoding"}
        if compressed:
            body = gzip.compress(body, compresslevel=1)
            headers["Content-Encoding"] = "gzip"
        return Response(content_type=content_type, body=body, headers=headers)

    return {"/metrics": Repeatable(answer, _kind)}


def _kind(request: Request) -> tuple[bool, bool]:
    """Whether the client wants OpenMetrics' format, and wants it compressed."""

    def accepts(header: str, value: str) -> bool:
        return any(each.split(";")[0].strip().lower() == value for each in request.headers.get(header, "").split(","))

    return accepts("Accept", "application/openmetrics-text"), accepts("Accept-Encoding", "gzip")


class _Collector:
    """Measures as prometheus_client has them."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._lock = threading.Lock()

    def describe(self) -> Iterable[Any]:
        """Nothing: so the registry doesn't collect only to learn the names."""
        return ()

    def collect(self) -> Iterable[Any]:
        with self._lock:
            measures = self._measures.collect()
        return [_family(measure) for measure in measures if measure.points or measure.distributions]


def _family(measure: Measure) -> Any:
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily

    if measure.kind == "histogram":
        labels = list(measure.distributions[0][0])
        histogram = HistogramMetricFamily(measure.name, measure.help, labels=labels)
        bounds = [*(str(bound) for bound in BUCKET_BOUNDS), "+Inf"]
        for values, distribution in measure.distributions:
            buckets = list(zip(bounds, itertools.accumulate(distribution.counts)))
            histogram.add_metric(list(values.values()), buckets, distribution.sum)
        return histogram
    kind = CounterMetricFamily if measure.kind == "counter" else GaugeMetricFamily
    family = kind(measure.name, measure.help, labels=list(measure.points[0][0]))
    for values, value in measure.points:
        family.add_metric(list(values.values()), value)
    return family
