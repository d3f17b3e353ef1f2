"""The options of the output `grpc`, for the subcommands that have outputs."""

from __future__ import annotations

import re

import click

NAMES = (
    *(
        "collector_ca",
        "collector_cert",
        "collector_key",
        "collector_insecure",
        "collector_token_file",
        "collector_flush",
    ),
    *("spool", "spool_limit"),
)
"""What Context.options calls them."""


def parse_disk_size(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """Bytes: a disk has room for more than what other sizes are limited to."""
    if value is None:
        return None
    match = re.fullmatch("([0-9]{1,12})([KMGT]?)", value.upper())
    if match is None:
        raise click.BadParameter(f"{value!r} is no size; write bytes, or 64K, 16M, 1G", context, parameter)
    return int(match[1]) << 10 * " KMGT".index(match[2] or " ")


OPTIONS = (
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
    click.option("--spool-limit", metavar="SIZE", callback=parse_disk_size, help="Of all its files. [default: 1G]"),
)
"""Their Python names are those that the output knows them by in Context.options; `collector_addr` is for the
subcommand: it means an output `grpc:` of that address."""
