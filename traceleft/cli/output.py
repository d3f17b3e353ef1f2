"""Where a subcommand's events go: the options, the outputs they open, and what is said of them at the end."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from traceleft.errors import TraceleftError, UsageError

if TYPE_CHECKING:
    from traceleft.fanout import Branch, Fanout
    from traceleft.outputs import Context
    from traceleft.tracer import Stats

Function = TypeVar("Function", bound=Callable[..., Any])

FORMATS = ("text", "jsonl", "protobuf", "parquet")
"""The kinds of outputs that a bare file can be."""

_OPTIONS = (
    click.option(
        "--format",
        type=click.Choice(FORMATS),
        help="What to write: text (the default), JSON lines, length-delimited protobuf, or Parquet into -o DIR.",
    ),
    click.option(
        "-o",
        "--output",
        multiple=True,
        metavar="[KIND:]FILE",
        help="Write events there, several times for several outputs at once: FILE in the --format, jsonl:FILE, "
        "protobuf:FILE, parquet:DIR, record:FILE, grpc:HOST:PORT. FILE - is standard output.",
    ),
    click.option("--template", metavar="TEXT", help='A line of one\'s own for each event: "{comm} {syscall} {ret}".'),
    click.option("--json-fields", metavar="NAME,...", help="JSON lines with these fields only."),
)


def output_options(function: Function) -> Function:
    """Gives a subcommand the options of outputs: it gets them as keywords, which chosen_outputs() takes."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@dataclass(frozen=True)
class ChosenOutputs:
    """What the command line said of outputs."""

    targets: tuple[tuple[str, str], ...]
    """Kind and target of each."""
    options: Mapping[str, Any]
    """As Context.options has them."""


def chosen_outputs(options: dict[str, Any]) -> ChosenOutputs:
    """Takes the options of outputs out of a subcommand's. Raises UsageError."""
    from traceleft.outputs import split_kind

    format, given = options.pop("format"), options.pop("output")
    own: dict[str, Any] = {name: options.pop(name) for name in ("template", "json_fields")}
    own = {name: value for name, value in own.items() if value is not None}
    for option, value, kind in (("--template", "template", "text"), ("--json-fields", "json_fields", "jsonl")):
        if value in own and format not in (None, kind):
            raise UsageError(f"{option} is for --format {kind}")
    format = format or ("jsonl" if "json_fields" in own else "text")
    targets = [(kind or format, target) for kind, target in map(split_kind, given)] or [(format, "-")]
    for kind, target in targets:
        if not target:
            raise UsageError(f"{kind}: has no target: write {kind}:FILE")
    if ("parquet", "-") in targets:
        raise UsageError("--format parquet writes files into a directory: name it by -o DIR")
    if len({os.path.realpath(target) for _, target in targets}) < len(targets):
        raise UsageError("two outputs go to the same place")
    return ChosenOutputs(tuple(targets), own)


def open_outputs(chosen: ChosenOutputs, context: Context, stats: Callable[[], Stats]) -> Fanout:
    """Opens them all. Raises as an OutputFactory does; those opened before are closed again."""
    from traceleft.fanout import Branch, Fanout
    from traceleft.outputs import describe, open_output

    branches: list[Branch] = []
    try:
        for kind, target in chosen.targets:
            name = describe(target) if kind in FORMATS else f"{kind}:{target}"
            branches.append(Branch(name, open_output(kind, target, context), _say_failure))
    except BaseException:
        for branch in branches:
            branch.close(stats())
        raise
    return Fanout(branches, stats=stats, live=context.live)


def _say_failure(branch: Branch) -> None:
    if closed_pipe(branch):
        return
    error = branch.error
    assert error
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
    elif isinstance(error, TraceleftError):
        reason = str(error)
    else:  # a bug of the output's: whoever mends it must know where
        reason = "".join(traceback.format_exception(type(error), error, error.__traceback__)).rstrip()
    print(f"traceleft: {branch.name}: {reason}", file=sys.stderr)


def closed_pipe(branch: Branch) -> bool:
    """Whether its reader has seen enough, as head has: no failure."""
    return isinstance(branch.error, BrokenPipeError)


def summarize_outputs(branches: Iterable[Branch]) -> None:
    """Says of each output what its user must know: what it lacks, and what it says itself."""
    for branch in branches:
        said = [branch.summary()] if branch.summary() else []
        if branch.dropped and not closed_pipe(branch):
            why = "" if branch.error else ": slower than the events came"
            said.append(f"{branch.dropped} events not written{why}")
        if said:
            print(f"traceleft: {branch.name}: {'; '.join(said)}", file=sys.stderr)


def discard_stdout() -> None:
    """Lets what is still buffered go nowhere, so that the interpreter's exit has nothing to say about it."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)
