"""The options of the output `grpc`, for the subcommands that have outputs."""

from __future__ import annotations

import click

from traceleft.cli.size import Size

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
    click.option("--spool-limit", metavar="SIZE", type=Size(), help="Of all its files. [default: 1G]"),
)
"""Their Python names are those that the output knows them by in Context.options; `collector_addr` is for the
subcommand: it means an output `grpc:` of that address."""
