# SPDX-License-Identifier: MIT
"""`traceleft ps`."""

from __future__ import annotations

from typing import Any

import click

from traceleft.cli.options import add_options
from traceleft.cli.output import ChosenOutputs
from traceleft.cli.tracing_options import tracing_options

_EPILOG = """\b
Examples:
  traceleft ps traceleft.record                the processes of a recording
  traceleft ps -- make                         those of a command, once it has ended
  traceleft ps --table all -- make             the same as a table, with all of their calls counted
  traceleft ps --containers traceleft.record   with the names of the containers that they are in
"""
_OPTIONS = (
    click.option("--table", is_flag=True, help="Print a table with most events first, and not a tree."),
    click.option(
        "--containers", is_flag=True, help="Show containers, by the names that Docker and Podman tell, or else by id."
    ),
    click.option("-o", "--output", default="-", metavar="FILE", help="Write it to FILE. [default: stdout]"),
)


@click.command("ps", epilog=_EPILOG)
@tracing_options
@lambda function: add_options(function, _OPTIONS)
@click.pass_obj
def ps(
    command: list[str] | None,
    /,
    *,
    operands: tuple[str, ...],
    table: bool,
    containers: bool,
    output: str,
    **options: Any,
) -> int:
    """Show the processes of a recording, or those of a COMMAND when it has ended: who started whom, with which
    arguments, how many calls they made, and how they exited.

    With a COMMAND, HANDLER is as `traceleft trace` has it; by default it is %process, all calls that make, change or
    end processes. Without one it is the FILE that `traceleft record` wrote.
    """
    outputs = ChosenOutputs((("processes" if table else "tree", output),), {"containers": containers})
    if command is not None:
        from traceleft.cli.session import run

        chosen = operands or ("%process",)
        return run(command, outputs, operands=chosen, **{**options, "processes": True})
    if len(operands) != 1:
        raise click.UsageError("name the FILE of a recording, or write `-- COMMAND`")
    from traceleft.cli.replay import show

    return show(operands[0], outputs)
