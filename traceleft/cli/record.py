# SPDX-License-Identifier: MIT
"""`traceleft record`."""

from __future__ import annotations

from typing import Any

import click

from traceleft.cli.output import chosen_file, file_options
from traceleft.cli.tracing_options import tracing_options


@click.command()
@tracing_options
@click.option(
    "-o", "--output", default="traceleft.record", show_default=True, metavar="FILE", help="The file of the recording."
)
@file_options
@click.pass_obj
def record(command: list[str] | None, /, output: str, **options: Any) -> int:
    """Record the calls of processes into a file, for `traceleft replay`.

    It takes what `traceleft trace` takes, and costs less: events are compressed as they are, and decoded later, on any
    machine, without root.
    """
    from traceleft.cli.session import run  # not for --help

    return run(command, chosen_file("record", output, options), **options)
