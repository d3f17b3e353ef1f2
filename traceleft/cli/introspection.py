"""How a subcommand that traces lets others look at it: profiles, metrics, --stats."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from traceleft.errors import UsageError
from traceleft.printable import say

if TYPE_CHECKING:
    from traceleft._core import CallStatistics
    from traceleft.introspect import Introspection
    from traceleft.introspect.http_server import Route

_PPROF = "--pprof-listen-addr"
_METRICS = "--metrics-listen-addr"

OPTIONS = (
    click.option(
        _PPROF,
        "pprof_address",
        metavar="HOST:PORT",
        help="Serve profiles of traceleft and its handlers there, for `go tool pprof http://HOST:PORT/debug/pprof/...`.",
    ),
    click.option(_METRICS, "metrics_address", metavar="HOST:PORT", help="Serve Prometheus metrics there, at /metrics."),
    click.option(
        "--otlp-endpoint", metavar="URL", help="Send the metrics to this OpenTelemetry collector, by OTLP/HTTP."
    ),
    click.option(
        "--metrics-calls",
        is_flag=True,
        help="Metrics of calls too: how many, errors and, with -T, latency by syscall and command.",
    ),
    click.option("--i-know", is_flag=True, help="Let other machines look: allow addresses that are not loopback."),
    click.option(
        "--stats",
        is_flag=True,
        help="Print what was counted, and what it cost, at the end. SIGUSR1 prints it at any time.",
    ),
)

TIMED = 64
"""One of so many handler runs is timed, where somebody looks: that costs an event 2 ns."""


@dataclass(frozen=True)
class Views:
    """What the command line said of who may look."""

    pprof: tuple[str, int] | None
    metrics: tuple[str, int] | None
    otlp: str | None
    metrics_calls: bool
    stats: bool

    @property
    def any(self) -> bool:
        """Whether anybody looks."""
        return bool(self.pprof or self.metrics or self.otlp or self.stats)


def chosen_views(options: dict[str, Any]) -> Views:
    """Takes OPTIONS out of a subcommand's. Raises UsageError."""
    allowed = options.pop("i_know")

    def address(name: str, option: str) -> tuple[str, int] | None:
        text = options.pop(name)
        from traceleft.introspect.http_server import parse_listen_address

        return parse_listen_address(text, public_allowed=allowed, option=option) if text else None

    views = Views(
        pprof=address("pprof_address", _PPROF),
        metrics=address("metrics_address", _METRICS),
        otlp=options.pop("otlp_endpoint"),
        metrics_calls=options.pop("metrics_calls"),
        stats=options.pop("stats"),
    )
    if views.metrics_calls and not (views.metrics or views.otlp):
        raise UsageError(f"--metrics-calls is for {_METRICS} or --otlp-endpoint")
    return views


def call_statistics(views: Views) -> CallStatistics | None:
    """Where calls are counted, if anybody wants to know."""
    from traceleft import battery
    from traceleft._core import CallStatistics

    return CallStatistics(battery.schema()) if views.metrics_calls or views.stats else None


@contextlib.contextmanager
def opened(views: Views, introspection: Introspection) -> Iterator[None]:
    """Lets others look, as long as this lasts. Raises OSError for an address that is taken, TraceleftError."""
    with contextlib.ExitStack() as stack:
        routes: dict[tuple[str, int], dict[str, Route]] = {}
        if views.any:
            introspection.tracer.time_handlers(TIMED)
        if views.pprof:
            from traceleft.introspect import pprof

            routes.setdefault(views.pprof, {}).update(pprof.routes(introspection, time_every=TIMED))
        if views.metrics:
            from traceleft.introspect import metrics

            routes.setdefault(views.metrics, {}).update(metrics.routes(introspection))
        if views.otlp:
            from traceleft.introspect import otlp

            stack.enter_context(otlp.exporting(introspection, views.otlp))
        for address, served in routes.items():
            from traceleft.introspect.http_server import HttpServer

            server = stack.enter_context(HttpServer(address, served))
            for path in sorted(path for path in served if path in ("/debug/pprof/", "/metrics")):
                say(f"serving {server.url}{path}")
        stack.enter_context(_stats_on_signal(introspection))
        yield


@contextlib.contextmanager
def _stats_on_signal(introspection: Introspection) -> Iterator[None]:
    before = signal.signal(signal.SIGUSR1, lambda *_: print_stats(introspection))
    try:
        yield
    finally:
        signal.signal(signal.SIGUSR1, before)


def print_stats(introspection: Introspection) -> None:
    """All numbers as text, on stderr."""
    from traceleft.introspect.text import describe

    sys.stderr.write(describe(introspection.numbers(), introspection.calls))
    sys.stderr.flush()
