# SPDX-License-Identifier: MIT
"""`traceleft doctor`."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

import click

from traceleft import defaults
from traceleft.cli.backend_option import backend_option
from traceleft.errors import TraceleftError
from traceleft.printable import printable

if TYPE_CHECKING:
    from traceleft.telemetry.cost import Cost, Sample


@click.command()
@backend_option("The backend whose cost is measured.")
@click.option(
    "--seconds",
    default=2.0,
    show_default=True,
    type=click.FloatRange(0.5, 600),
    help="How long to measure. A busy machine takes longer.",
)
def doctor(backend: str, seconds: float) -> int:
    """Say which calls this machine can trace, and measure the cost.

    A process of traceleft's own calls read() in a loop, for two seconds, untraced and traced in turns; what other
    processes do is not traced. The kernel keeps its statistics of BPF programs meanwhile.
    """
    from traceleft.telemetry.cost import measure

    click.echo(f"Linux {platform.release()}, {platform.machine()}, {os.cpu_count()} CPUs")
    for name in defaults.BACKENDS:
        click.echo(f"  backend {name:12}{_refusal(name) or 'works'}")
    click.echo(f"  {'files (-y)':20}{_refusal('auto', files=True) or 'works'}")
    cost = measure(seconds, backend=backend)
    click.echo("")
    click.echo(report(cost), nl=False)
    return 0


def _refusal(backend: str, *, files: bool = False) -> str:
    """Why this machine doesn't allow a backend, or that files are looked at; empty: it does."""
    from traceleft.errors import BackendError, LoadError
    from traceleft.tracer import Tracer

    try:
        with Tracer(backend=backend, ring_size=65536, files=files) as tracer:
            if files:
                tracer.attach("close", pids=[os.getpid()])
            return ""
    except (BackendError, LoadError) as error:
        return printable(" ".join(str(error).split()))
    except OSError as error:  # tracefs can't be mounted, say
        return printable(
            str(error.strerror) if error.filename is None else f"{os.fsdecode(error.filename)}: {error.strerror}"
        )


def report(cost: Cost) -> str:
    """A measurement in words and figures, several lines."""

    def added(sample: Sample) -> str:
        base = cost.untraced.median
        return f"+{sample.median - base:.0f} ({sample.lowest - base:+.0f} to {sample.highest - base:+.0f})"

    if cost.slowdown_ns <= 0:
        raise TraceleftError("this machine is too busy to measure on; try again, or longer (--seconds 10)")
    explained = 100 * cost.explained_ns / cost.slowdown_ns
    untraced = cost.untraced
    lines = [
        (f"a call, under {cost.backend}", "ns, median (lowest to highest)"),
        (
            "untraced read() of 16 bytes",
            f"{untraced.median:.0f} ({untraced.lowest:.0f} to {untraced.highest:.0f})",
        ),
        ("any call, while others are traced", added(cost.elsewhere)),
        ("traced", added(cost.traced)),
        ("  of it the hook, with no program", added(cost.empty)),
        ("  in the handler, by its own clock", f"{cost.handler_ns:.0f}"),
        ("traceleft, an event, without output", f"{cost.reader_ns:.0f}"),
        ("", ""),
        ("while all is measured: traced", added(cost.traced_measured)),
        ("  hook and programs by themselves say", f"{cost.explained_ns:.0f}, {explained:.0f} % of it"),
    ]
    text = "".join(f"{what:40}{figures}".rstrip() + "\n" for what, figures in lines)
    return text + f"{cost.events} events, {cost.lost} lost\n"
