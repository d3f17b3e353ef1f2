# SPDX-License-Identifier: MIT
"""`traceleft hist`."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import click

from traceleft.cli.measuring_options import measuring_options, split_names

if TYPE_CHECKING:
    from traceleft.histogram import Histogram
    from traceleft.measure import Histograms, Key

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
@measuring_options
@click.pass_obj
def hist(
    command: list[str] | None,
    /,
    *,
    of: str,
    syscalls: tuple[str, ...],
    by: tuple[str, ...],
    where: str | None,
    pids: tuple[str, ...],
    follow_forks: bool,
    top: int | None,
    seconds: float | None,
    interval: float | None,
    form: str,
    max_keys: int,
    backend: str,
    btf: str | None,
) -> int:
    """Show the distribution of a number of calls, which the kernel makes: of their durations, sizes, results.

    SYSCALL is a name (read), a pattern (*send*) or all, which is meant where none is given; several may have commas
    between them. Quantiles differ from the exact ones by 3.1 % at most.
    """
    from traceleft.cli.measuring import Run, begun, command_of, pids_of
    from traceleft.measuring import Meter

    names = split_names(by)
    chosen = pids_of(pids, command)
    child = command_of(command)
    with Meter(backend=backend, btf=btf) as meter:
        measured = begun(
            lambda: meter.histogram(
                syscalls or "all",
                of=of,
                by=names,
                where=where,
                pids=chosen,
                follow_forks=follow_forks,
                command=child,
                max_keys=max_keys,
            ),
            child,
        )
        printer = _Printer(measured, form, top, interval is not None)
        return Run(measured, child, printer.show, only_processes=chosen is not None).run(seconds, interval)


class _Printer:
    """Prints what was measured since the last time."""

    def __init__(self, measured: Histograms, form: str, top: int | None, repeated: bool) -> None:
        self._measured = measured
        self._form = form
        self._top = top
        self._repeated = repeated
        self._before: dict[Key, Histogram] = {}

    def show(self) -> None:
        now = self._measured.snapshot()
        new = {key: each - self._before[key] if key in self._before else each for key, each in now.items()}
        new = {key: each for key, each in new.items() if each.count}
        self._before = now
        if self._form == "table":
            click.echo(self._measured.text(new, self._top) + ("\n" if self._repeated else ""), nl=False)
            return
        when = {"time": round(time.time(), 3)} if self._repeated else {}
        for key, each in sorted(new.items(), key=lambda item: -item[1].count)[: self._top]:
            click.echo(json.dumps({**when, **self._measured.named(key), **each.summary()}))
