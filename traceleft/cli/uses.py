# SPDX-License-Identifier: MIT
"""`traceleft files` and `traceleft net`."""

from __future__ import annotations

from typing import Any

import click

from traceleft.cli.options import add_options
from traceleft.cli.output import ChosenOutputs
from traceleft.cli.tracing_options import tracing_options

_FILES = """\b
Examples:
  traceleft files -- make                      what a command and its children do with files
  traceleft files -p 1234                      what a process does, until Ctrl-C
  traceleft files --top 10 'read,write' -- cat /etc/passwd
"""
_CONNECTIONS = """\b
Examples:
  traceleft net -- curl https://example.org    whom a command and its children talk to
  traceleft net -p 1234                        whom a process talks to, until Ctrl-C
"""
_OPTIONS = (
    click.option("-p", "--pid", "pids", multiple=True, metavar="PID[,PID]...", help="Trace only these processes."),
    click.option("--top", type=click.IntRange(1), metavar="N", help="Print the N rows with most bytes only."),
    click.option("-o", "--output", default="-", metavar="FILE", help="Write the table to FILE. [default: stdout]"),
)


@click.command("files", epilog=_FILES)
@tracing_options
@lambda function: add_options(function, _OPTIONS)
@click.pass_obj
def files(command: list[str] | None, /, **options: Any) -> int:
    """Show what was done with files, as a table at the end: bytes, calls and time by path.

    HANDLER is as `traceleft trace` has it; by default it is %desc and %file: all calls that take or return a
    descriptor, or take a path.
    """
    return _run(command, "files", **options)


@click.command("net", epilog=_CONNECTIONS)
@tracing_options
@lambda function: add_options(function, _OPTIONS)
@click.pass_obj
def net(command: list[str] | None, /, **options: Any) -> int:
    """Show what was done with sockets, as a table at the end: bytes, calls and time by connection.

    HANDLER is as `traceleft trace` has it; by default it is %desc and %file: all calls that take or return a
    descriptor, or take a path.
    """
    return _run(command, "connections", **options)


def _run(
    command: list[str] | None,
    kind: str,
    *,
    operands: tuple[str, ...],
    pids: tuple[str, ...],
    top: int | None,
    output: str,
    **options: Any,
) -> int:
    from traceleft.cli.measuring import pids_of
    from traceleft.cli.session import run

    chosen = pids_of(pids, command)
    whose = ",".join(map(str, chosen)) + ":" if chosen else ""
    operands = tuple(whose + operand for operand in operands or ["%desc", "%file"])
    outputs = ChosenOutputs(((kind, output),), {"top": top} if top else {})
    return run(command, outputs, operands=operands, **{**options, "durations": True, "files": True})
