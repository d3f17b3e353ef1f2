# SPDX-License-Identifier: MIT
"""How a subcommand that traces lets others look at it: profiles, metrics, --stats."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from traceleft.errors import UsageError
from traceleft.printable import say

if TYPE_CHECKING:
    from traceleft.telemetry import Telemetry
    from traceleft.telemetry.http_routes import Route
    from traceleft.telemetry.http_server import HttpServer
    from traceleft.telemetry.listener import Place

_PPROF = "--pprof-listen-addr"
_METRICS = "--metrics-listen-addr"
_TOKEN = "--listen-token-file"

OPTIONS = (
    click.option(
        _PPROF,
        "pprof_address",
        metavar="unix:PATH|HOST:PORT",
        help="Serve profiles of traceleft and its handlers there, for `go tool pprof`: at a Unix socket that only this "
        "user can open, or at a port that every user of this machine can.",
    ),
    click.option(
        _METRICS,
        "metrics_address",
        metavar="unix:PATH|HOST:PORT",
        help="Serve metrics for Prometheus there, at /metrics.",
    ),
    click.option(
        _TOKEN,
        "listen_token_file",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        help="Answer only clients that show the bearer token in this file. [env var: TRACELEFT_LISTEN_TOKEN, the token "
        "itself]",
    ),
    click.option(
        "--otlp-endpoint", metavar="URL", help="Send the metrics to this OpenTelemetry collector, by OTLP/HTTP."
    ),
    click.option(
        "--metrics-calls",
        is_flag=True,
        help="Add metrics of the calls by syscall and command: their number, their errors and, with -T, their latency.",
    ),
    click.option(
        "--allow-public",
        is_flag=True,
        help="Allow addresses that other machines can reach, whose users then see the trace.",
    ),
    click.option("--i-know", is_flag=True, hidden=True),
    click.option(
        "--stats",
        is_flag=True,
        help="Print the counts and the costs of the trace at its end. SIGUSR1 prints them at any time.",
    ),
)

TIMED = 64
"""One of so many handler runs is timed, where somebody looks: that costs an event 2 ns."""


@dataclass(frozen=True)
class Views:
    """The command line's choice of views, and of their readers."""

    pprof: Place | None
    metrics: Place | None
    token: str | None
    """The bearer token that a client of either must show."""
    otlp: str | None
    metrics_calls: bool
    stats: bool

    @property
    def calls(self) -> bool:
        """Whether anybody wants to know how many calls there were."""
        return self.metrics_calls or self.stats

    @property
    def any(self) -> bool:
        """Whether anybody looks."""
        return bool(self.pprof or self.metrics or self.otlp or self.stats)


def chosen_views(options: dict[str, Any]) -> Views:
    """Takes OPTIONS out of a subcommand's. Raises UsageError."""
    allowed = options.pop("allow_public")
    if options.pop("i_know"):
        say("--i-know is called --allow-public now, and goes with the next release")
        allowed = True
    token_file = options.pop("listen_token_file")

    def address(name: str, option: str) -> Place | None:
        text = options.pop(name)
        if not text:
            return None
        from traceleft.telemetry.listener import parse_listen_address

        return parse_listen_address(text, public_allowed=allowed, option=option)

    pprof, metrics = address("pprof_address", _PPROF), address("metrics_address", _METRICS)
    if token_file and not (pprof or metrics):
        raise UsageError(f"{_TOKEN} is for {_PPROF} or {_METRICS}")
    views = Views(
        pprof=pprof,
        metrics=metrics,
        token=_token(token_file) if pprof or metrics else None,
        otlp=options.pop("otlp_endpoint"),
        metrics_calls=options.pop("metrics_calls"),
        stats=options.pop("stats"),
    )
    if views.metrics_calls and not (views.metrics or views.otlp):
        raise UsageError(f"--metrics-calls is for {_METRICS} or --otlp-endpoint")
    return views


def _token(file: str | None) -> str | None:
    """Raises UsageError, OSError."""
    from traceleft.bearer_token import LISTEN_VARIABLE, read_token

    return read_token(file, os.environ, LISTEN_VARIABLE)


@contextlib.contextmanager
def opened(views: Views, telemetry: Telemetry) -> Iterator[None]:
    """Lets others look, as long as this lasts. Raises OSError for an address that is taken, TraceleftError."""
    with contextlib.ExitStack() as stack:
        routes: dict[Place, dict[str, Route]] = {}
        if views.any:
            telemetry.tracer.time_handlers(TIMED)
        if views.pprof:
            from traceleft.telemetry import pprof

            routes.setdefault(views.pprof, {}).update(pprof.routes(telemetry, time_every=TIMED))
        if views.metrics:
            from traceleft.telemetry import metrics

            routes.setdefault(views.metrics, {}).update(metrics.routes(telemetry))
        if views.otlp:
            from traceleft.telemetry import otlp

            stack.enter_context(otlp.exporting(telemetry, views.otlp))
        for address, served in routes.items():
            from traceleft.telemetry.http_server import HttpServer

            server = stack.enter_context(HttpServer(address, served, token=views.token))
            for path in sorted(path for path in served if path in ("/debug/pprof/", "/metrics")):
                say(f"serving {_described(server, path, views.token)}")
        stack.enter_context(_stats_on_signal(telemetry))
        yield


def _described(server: HttpServer, path: str, token: str | None) -> str:
    """A page's address, the way to ask for it, and its possible readers, in words."""
    if server.path:
        return f"{path} at {server.url}: curl --unix-socket {shlex.quote(str(server.path))} http://localhost{path}"
    from traceleft.address import Address

    who = "every user of this machine" if Address(*server.address).is_loopback else "everybody who reaches it"
    return f"{server.url}{path}" + ("" if token else f" ({who} can read it: unix:PATH is private)")


@contextlib.contextmanager
def _stats_on_signal(telemetry: Telemetry) -> Iterator[None]:
    before = signal.signal(signal.SIGUSR1, lambda *_: print_stats(telemetry))
    try:
        yield
    finally:
        signal.signal(signal.SIGUSR1, before)


def print_stats(telemetry: Telemetry) -> None:
    """All numbers as text, on stderr."""
    from traceleft.telemetry.text import describe

    sys.stderr.write(describe(telemetry.numbers(), telemetry.calls))
    sys.stderr.flush()
