"""The options of the output `grpc`, for the subcommands that have outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Function = TypeVar("_Function", bound=Callable[..., Any])


def options() -> Callable[[_Function], _Function]:
    """A decorator that adds them all. Their Python names are those that the output knows them by in Context.options;
    `collector_addr` is for the subcommand: it means an output `grpc:` of that address."""
    from traceleft.cli.trace import parse_size

    def size(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
        return None if value is None else parse_size(value)

    each = (
        click.option("--collector-addr", metavar="HOST:PORT", help="Send events to a collector, by gRPC over TLS."),
        click.option("--collector-ca", metavar="FILE", help="Who may sign its certificate. [default: the system's]"),
        click.option("--collector-cert", metavar="FILE", help="Our own certificate, where it asks for one."),
        click.option("--collector-key", metavar="FILE", help="Its key."),
        click.option("--collector-insecure", is_flag=True, help="Plain text instead of TLS."),
        click.option(
            "--collector-token-file",
            metavar="FILE",
            help="A bearer token for it. [env var: TRACELEFT_COLLECTOR_TOKEN, the token itself]",
        ),
        click.option(
            "--collector-flush",
            metavar="SECONDS",
            type=click.FloatRange(0, 3600),
            help="How long the end waits for its acknowledgements. [default: 5]",
        ),
        click.option("--spool", metavar="DIR", help="Keep events there while the collector is away or too slow."),
        click.option("--spool-limit", metavar="SIZE", callback=size, help="Of all its files. [default: 1G]"),
    )

    def decorate(function: _Function) -> _Function:
        for option in reversed(each):
            function = option(function)
        return function

    return decorate
