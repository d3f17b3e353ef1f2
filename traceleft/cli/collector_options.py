# SPDX-License-Identifier: MIT
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
"""Their names in Context.options."""


OPTIONS = (
    click.option("--collector-addr", metavar="HOST:PORT", help="Send events to a collector, by gRPC over TLS."),
    click.option(
        "--collector-ca",
        metavar="FILE",
        help="The authorities that may have signed the collector's certificate. [default: the system's]",
    ),
    click.option("--collector-cert", metavar="FILE", help="The client certificate, for a collector that asks for one."),
    click.option("--collector-key", metavar="FILE", help="The key of the client certificate."),
    click.option("--collector-insecure", is_flag=True, help="Send in plain text instead of by TLS."),
    click.option(
        "--collector-token-file",
        metavar="FILE",
        help="A file with the bearer token for the collector. [env var: TRACELEFT_COLLECTOR_TOKEN, the token itself]",
    ),
    click.option(
        "--collector-flush",
        metavar="SECONDS",
        type=click.FloatRange(0, 3600),
        help="How long the end of a trace waits for the collector's acknowledgements. [default: 5]",
    ),
    click.option("--spool", metavar="DIR", help="Keep events there while the collector is away or too slow."),
    click.option(
        "--spool-limit",
        metavar="SIZE",
        type=Size(),
        help="The most that the spool's files may take together. [default: 1G]",
    ),
)
"""Their Python names are those that the output knows them by in Context.options; `collector_addr` is for the
subcommand: it means an output `grpc:` of that address."""
