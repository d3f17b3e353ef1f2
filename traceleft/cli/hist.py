# SPDX-License-Identifier: MIT
"""`traceleft hist`."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import click

from traceleft.cli.measuring_options import measuring_options, split_names

if TYPE_CHECKING:
    from traceleft.measure import Histograms

_EPILOG = """\b
Examples:
  traceleft hist read                         how long reads take
  traceleft hist read --of ret --by fd        how many bytes they get, by file descriptor
  traceleft hist all --by syscall --top 5     the durations of the five most frequent calls
  traceleft hist futex -p 1234 --interval 1   of one process, every second
  traceleft hist write --of count -- make     a command and its children
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--of",
    default="duration",
    show_default=True,
    metavar="NUMBER",
    help="The number: duration (ns), ret, an argument, or any expression of them.",
)
@measuring_options("A table for people, or a line of JSON for each key.")
@click.pass_obj
def hist(
    command: list[str] | None, /, *, syscalls: tuple[str, ...], of: str, by: tuple[str, ...], **options: Any
) -> int:
    """Show the distribution of a number of calls, which the kernel makes: of their durations, sizes, results.

    SYSCALL is a name (read), a pattern (*send*), a class (%file) or all, which is meant where none is given; several
    may have commas between them. Quantiles differ from the exact ones by 3.1 % at most.
    """
    from traceleft.cli.measuring import run_measure

    return run_measure(
        command,
        lambda meter, scope: meter.histogram(syscalls or "all", of=of, **scope),
        _Printer,
        by=split_names(by),
        **options,
    )


class _Printer:
    """Prints what was measured since the last time."""

    def __init__(self, measured: Histograms, form: str, top: int | None, repeated: bool) -> None:
        self._measured = measured
        self._form = form
        self._top = top
        self._repeated = repeated

    def __call__(self) -> None:
        new = self._measured.since_last()
        if self._form == "table":
            click.echo(self._measured.text(new, self._top) + ("\n" if self._repeated else ""), nl=False)
            return
        when = {"time": round(time.time(), 3)} if self._repeated else {}
        for key, each in sorted(new.items(), key=lambda item: -item[1].count)[: self._top]:
            click.echo(json.dumps({**when, **self._measured.named(key), **each.summary()}))
