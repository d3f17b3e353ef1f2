# SPDX-License-Identifier: MIT
"""The arguments and options of what measures: `traceleft count` and `traceleft hist`."""

from __future__ import annotations

from collections.abc import Callable

import click

from traceleft import defaults
from traceleft.cli.backend_option import abi_option, backend_option, btf_option
from traceleft.cli.options import Function, add_options

_OPTIONS = (
    click.argument("syscalls", nargs=-1, metavar="[SYSCALL]...  [-- COMMAND [ARG]...]"),
    click.option(
        "--by",
        multiple=True,
        metavar="NAME[,NAME]...",
        help="What tells calls apart: comm, pid, uid, syscall, error, cpu, an argument, or any expression of them; "
        "ustack, kstack: their stacks.",
    ),
    click.option("--where", metavar="QUESTION", help="Measure only the calls for which this holds: ret < 0, fd == 3."),
    click.option("-p", "--pid", "pids", multiple=True, metavar="PID[,PID]...", help="Measure only these processes."),
    click.option("-f", "--follow-forks", is_flag=True, help="Measure the children of the PIDs too, from their start."),
    click.option("--top", type=click.IntRange(1), metavar="N", help="Print the N largest only."),
    click.option("--seconds", type=click.FloatRange(0), metavar="N", help="Measure for so long, then end."),
    click.option(
        "-i", "--interval", type=click.FloatRange(0.1), metavar="N", help="Every N seconds, print what came since."
    ),
    click.option(
        "--max-keys",
        default=defaults.MAX_KEYS,
        show_default=True,
        type=click.IntRange(1, 10_000_000),
        help="The keys that there is room for. A histogram needs one for each of its buckets.",
    ),
    abi_option("Measure"),
    click.option(
        "--max-stacks",
        default=defaults.MAX_STACKS,
        show_default=True,
        type=click.IntRange(1, 1 << 20),
        help="The different stacks that there is room for, with --by ustack or kstack.",
    ),
    backend_option(),
    btf_option(),
)


def measuring_options(help: str, *forms: str) -> Callable[[Function], Function]:
    """Gives a subcommand the arguments and options of measuring: it gets them as keywords, which Run takes.

    Args:
        help: says which forms its output can have.
        forms: beside table and jsonl.
    """
    form = click.option(
        "-o",
        "--output",
        "form",
        default="table",
        show_default=True,
        type=click.Choice(["table", "jsonl", *forms]),
        help=help,
    )
    return lambda function: add_options(function, (*_OPTIONS, form))


def split_names(words: tuple[str, ...]) -> list[str]:
    """The names and expressions of --by: commas separate them, but for those in parentheses or quotes."""
    names: list[str] = []
    for word in words:
        depth, quote, begin = 0, "", 0
        for place, letter in enumerate(word):
            if quote:
                quote = "" if letter == quote else quote
            elif letter in "'\"":
                quote = letter
            elif letter in "()":
                depth += 1 if letter == "(" else -1
            elif letter == "," and depth == 0:
                names.append(word[begin:place])
                begin = place + 1
        names.append(word[begin:])
    stripped = [name.strip() for name in names]
    if not all(stripped):
        raise click.UsageError("--by: a name is missing beside a comma")
    return stripped
