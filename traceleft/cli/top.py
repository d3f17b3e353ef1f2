# SPDX-License-Identifier: MIT
"""`traceleft top`."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from traceleft import defaults
from traceleft.cli.backend_option import backend_option
from traceleft.errors import TraceleftError
from traceleft.extras import needed
from traceleft.operand import parse_operands

if TYPE_CHECKING:
    from traceleft.telemetry.top import Top


@click.command()
@click.argument("operands", nargs=-1, metavar="[[PROGRAM_ID:]PID[,PID...]:]HANDLER...")
@backend_option()
@click.option("-f", "--follow-forks", is_flag=True, help="Trace the children of the PIDs too, from their start.")
@click.option("--no-durations", is_flag=True, help="Don't measure latencies, which costs some 500 ns a call.")
@click.option(
    "-i",
    "--interval",
    default=1.0,
    show_default=True,
    type=click.FloatRange(0.1, 3600),
    help="Seconds between two updates.",
)
@click.option("-b", "--batch", "looks", type=click.IntRange(1), help="Print so many updates as text, then end.")
@click.option(
    "--table",
    default="syscalls",
    show_default=True,
    type=click.Choice(["syscalls", "processes", "handlers"]),
    help="The table to show first, or to print.",
)
@click.option(
    "--lines", default=20, show_default=True, type=click.IntRange(1), help="The most rows to print of an update."
)
def top(
    operands: tuple[str, ...],
    backend: str,
    follow_forks: bool,
    no_durations: bool,
    interval: float,
    looks: int | None,
    table: str,
    lines: int,
) -> int:
    """Show calls, latencies, losses and handlers as they change. Without operands: all calls of every process.

    Keys: s sort, r reverse, / filter, tab the next table, a attach, d detach, x swap a handler, p pause, ? help, q
    quit.
    """
    parsed = parse_operands(operands or ("all",))
    if looks is None:
        require_terminal()
    from traceleft.cli.telemetry import TIMED
    from traceleft.telemetry import Telemetry
    from traceleft.telemetry.top import Attachments, Top, reading
    from traceleft.tracer import Tracer

    tracer = Tracer(
        backend=backend,
        buffer_limit=0,
        durations=not no_durations,
        handler_times=True,
        slots=defaults.SLOTS,
        discard=True,  # files of the user's own may make events
        count_calls=True,
        events=False,
    )
    with tracer:
        attachments = Attachments(tracer, follow_forks=follow_forks)
        for operand in parsed:
            attachments.attach(operand)
        tracer.time_handlers(TIMED)
        telemetry = Telemetry(tracer)
        thread = reading(telemetry)
        view = Top(telemetry)
        view.table = table
        try:
            if looks is None:
                from traceleft.telemetry.top_app import TopApp

                with screen_on_stdout():
                    TopApp(view, attachments, interval=interval).run()
            else:
                print_looks(view, looks, interval, lines)
        finally:
            tracer.stop()
            thread.join()
    return 0


def require_terminal() -> None:
    """Raises TraceleftError where there is none, or Textual is missing."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise TraceleftError("top needs a terminal; without one, print so many looks: --batch 1")
    with needed("top", "top", instead="or use --batch"):
        import textual  # noqa: F401


@contextlib.contextmanager
def screen_on_stdout() -> Iterator[None]:
    """Textual draws on the process's stderr, which may be redirected: here it is the terminal of stdout."""
    stderr, sys.__stderr__ = sys.__stderr__, sys.__stdout__  # type: ignore[misc]
    try:
        yield
    finally:
        sys.__stderr__ = stderr  # type: ignore[misc]


def print_looks(view: Top, looks: int, interval: float, lines: int) -> None:
    """As `top -b` does: looks with an empty line in between, each of the time since the last one."""
    pause = threading.Event()
    view.look()
    for number in range(looks):
        pause.wait(interval)
        view.look()
        click.echo(("\n" if number else "") + view.text(lines), nl=False)
