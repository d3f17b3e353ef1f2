# SPDX-License-Identifier: MIT
"""`traceleft top`."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from traceleft import defaults
from traceleft.cli.backend_option import backend_option
from traceleft.errors import TraceleftError
from traceleft.extras import needed
from traceleft.operand import parse_operands, process_ids

if TYPE_CHECKING:
    from traceleft.command import Command
    from traceleft.telemetry.top import Top

_LOOK_SECONDS = 0.1
"""Seconds until a command's end is noticed."""
_EPILOG = """\b
Examples:
  traceleft top                                all calls of every process
  traceleft top -- make -j2                    a command and its children
  traceleft top 1234:read 1234:write           some calls of a process
"""


@click.command(epilog=_EPILOG)
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
    type=click.Choice(["syscalls", "processes", "handlers", "errors", "files", "histogram"]),
    help="The table to show first, or to print.",
)
@click.option(
    "--lines", default=20, show_default=True, type=click.IntRange(1), help="The most rows to print of an update."
)
@click.pass_obj
def top(
    command: list[str] | None,
    /,
    *,
    operands: tuple[str, ...],
    backend: str,
    follow_forks: bool,
    no_durations: bool,
    interval: float,
    looks: int | None,
    table: str,
    lines: int,
) -> int:
    """Show calls, latencies, losses and handlers as they change.

    Without operands: all calls, of every process, or of the COMMAND behind `--` and its children.

    Keys: enter into a row, esc back, tab the next table, s sort, r reverse, / filter, a attach, d detach, x swap a
    handler, p pause, ? help, q quit, which ends the command.
    """
    parsed = parse_operands(operands or ("all",))
    if looks is None:
        require_terminal()
    child = command_of(command, screen=looks is None)
    from traceleft.cli.telemetry import TIMED
    from traceleft.telemetry import Telemetry
    from traceleft.telemetry.top import Attachments, Top, reading
    from traceleft.telemetry.top_details import Details
    from traceleft.tracer import Tracer

    with contextlib.ExitStack() as ends:
        if child:
            ends.enter_context(child)
        tracer = ends.enter_context(
            Tracer(
                backend=backend,
                buffer_limit=0,
                durations=not no_durations,
                handler_times=True,
                slots=defaults.SLOTS,
                discard=True,  # files of the user's own may make events
                count_calls=True,
                events=False,
            )
        )
        attachments = Attachments(tracer, follow_forks=follow_forks, command=child)
        for operand in parsed:
            attachments.attach(operand)
        tracer.time_handlers(TIMED)
        telemetry = Telemetry(tracer)
        pids = process_ids(pid for operand in parsed for pid in operand.pids or ([child.pid] if child else []))
        details = Details(tracer, pids if all(operand.pids or child for operand in parsed) else ())
        view = Top(telemetry, details=details, command=child)
        view.open(table)
        thread = reading(telemetry)
        view.look()
        try:
            if child:
                child.start()
            if looks is None:
                from traceleft.telemetry.top_app import TopApp

                with screen_on_stdout():
                    TopApp(view, attachments, interval=interval).run()
                if child:
                    child.send_signal(signal.SIGTERM)
            else:
                print_looks(view, looks, interval, lines, child)
        finally:
            details.end()
            tracer.stop()
            thread.join()
    return 0 if child is None or looks is None else exit_status(child.wait())


def command_of(words: list[str] | None, *, screen: bool) -> Command | None:
    """The command behind `--`. Beside a screen it writes to our stderr, where that is no terminal, and else nowhere."""
    if words is None:
        return None
    if not words:
        raise click.UsageError("there is no command behind `--`")
    from traceleft.command import Command

    if not screen:
        return Command(words)
    output = subprocess.DEVNULL if sys.stderr.isatty() else sys.stderr.fileno()
    return Command(words, stdin=subprocess.DEVNULL, stdout=output, stderr=output)


def exit_status(code: int) -> int:
    """That of a command, as a shell has it."""
    return code if code >= 0 else 128 - code


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


def print_looks(view: Top, looks: int, interval: float, lines: int, child: Command | None) -> None:
    """As `top -b` does: looks with an empty line in between, each of the time since the last one. The last comes when
    the command ends."""
    for number in range(looks):
        end = time.monotonic() + interval
        while (left := end - time.monotonic()) > 0 and not (child and child.poll() is not None):
            time.sleep(min(left, _LOOK_SECONDS))
        view.look()
        click.echo(("\n" if number else "") + view.text(lines), nl=False)
        if child and child.poll() is not None:
            break
