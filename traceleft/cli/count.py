# SPDX-License-Identifier: MIT
"""`traceleft count`."""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from traceleft.cli.measuring_options import measuring_options, split_names

if TYPE_CHECKING:
    from traceleft.measure import Count, Key

_EPILOG = """\b
Examples:
  traceleft count                                  every call, by its name
  traceleft count --by comm,syscall,error          by more
  traceleft count openat --by filename --top 10    the files that are opened most
  traceleft count read,write --by fd -p 1234       of one process, by file descriptor
  traceleft count --where 'ret < 0' --by syscall,error --interval 1
  traceleft count -- ls /                          a command and its children
  traceleft count profile:99 --by comm             what CPUs are busy with, sampled 99 times a second
  traceleft count profile:99 --by ustack -o svg -- python3 script.py >flame.svg
"""


@click.command(epilog=_EPILOG)
@measuring_options(
    "A table for people, or a line of JSON for each key. Of stacks: folded, a line for each, as flame graph programs "
    "read them; pprof; svg, a flame graph.",
    "folded",
    "pprof",
    "svg",
)
@click.option("--folded", is_flag=True, help="The same as -o folded.")
@click.pass_obj
def count(
    command: list[str] | None, /, *, syscalls: tuple[str, ...], by: tuple[str, ...], folded: bool, **options: Any
) -> int:
    """Count calls in the kernel, by name or by what you like, until Ctrl-C or the command's end.

    SYSCALL is a name (openat), a pattern (open*), a class (%file) or all, which is meant where none is given; several
    may have commas between them. No event is sent, so that the busiest call can be counted.
    """
    from traceleft.cli.measuring import run_measure

    if folded:
        options["form"] = "folded"
    if options["form"] in ("pprof", "svg") and options["interval"] is not None:
        raise click.UsageError(f"-o {options['form']} is one file: leave out --interval")
    return run_measure(
        command,
        lambda meter, scope: meter.count(syscalls or "all", **scope),
        _Printer,
        by=split_names(by) or ["syscall"],
        **options,
    )


class _Printer:
    """Prints what was counted since the last time."""

    def __init__(self, counted: Count, form: str, top: int | None, repeated: bool) -> None:
        self._counted = counted
        self._form = form
        self._top = top
        self._repeated = repeated

    def __call__(self) -> None:
        new = self._counted.since_last()
        if self._form == "table":
            click.echo(self._counted.text(new, self._top) + ("\n" if self._repeated else ""), nl=False)
            return
        if self._form != "jsonl":
            click.echo(self._picture(Counter(dict(new.most_common(self._top)))), nl=False)
            return
        when = {"time": round(time.time(), 3)} if self._repeated else {}
        for key, calls in new.most_common(self._top):
            click.echo(json.dumps({**when, **self._counted.named(key), "calls": calls}))

    def _picture(self, counts: Counter[Key]) -> str | bytes:
        from traceleft import flame

        if self._form == "pprof":
            return flame.stack_profile(self._counted, counts).serialize()
        rows = flame.folded(self._counted, counts)
        return flame.svg(rows, self._title()) if self._form == "svg" else flame.folded_lines(rows)

    def _title(self) -> str:
        return f"{self._counted.total} events by {', '.join(self._counted.by)}"
