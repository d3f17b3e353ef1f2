# SPDX-License-Identifier: MIT
"""Where a subcommand's events go: the options, the outputs they open, and their summary at the end."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from traceleft.cli import collector_options
from traceleft.cli.options import Function, add_options
from traceleft.cli.size import Size
from traceleft.errors import TraceleftError, UsageError
from traceleft.printable import LINES, say

if TYPE_CHECKING:
    from traceleft._core import Encoders
    from traceleft.branch import Branch
    from traceleft.fanout import Fanout
    from traceleft.outputs import Context
    from traceleft.stats import Stats

FORMATS = ("text", "jsonl", "protobuf", "parquet")
"""The kinds of outputs that a bare file can be."""
_FILES = (*FORMATS, "record")
"""The kinds of outputs that are files."""
_WITH_PROCESSES = ("record", "processes", "tree")
_OF_A_FILE = Size(least=64 * 1024)
_OF_ALL_FILES = Size(least=4 * 1024 * 1024)
"""A batch of events makes up to some 2 MiB, which is always written to one file."""


def _parse_mode(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    if not re.fullmatch("0?[67][0-7]{2}", value) or int(value, 8) & 0o111:
        raise click.BadParameter(f"{value!r} is no mode of a file; write 640, say", context, parameter)
    return int(value, 8)


_FILE_OPTIONS = (
    click.option(
        "--rotate-size",
        "rotate_bytes",
        metavar="SIZE",
        type=_OF_A_FILE,
        help="Begin a new file when one has this size; the older ones are FILE.000001 and so on.",
    ),
    click.option(
        "--rotate-seconds",
        metavar="SECONDS",
        type=click.FloatRange(0.1),
        help="Begin a new file after so many seconds.",
    ),
    click.option(
        "--max-size",
        "max_bytes",
        metavar="SIZE",
        type=_OF_ALL_FILES,
        help="The most that all files of an output may take together: the oldest are removed.",
    ),
    click.option(
        "--output-mode",
        metavar="MODE",
        callback=_parse_mode,
        help="The mode of the files, in octal. Users that it lets read can also enter the directories. [default: 600]",
    ),
    click.option(
        "--encoders",
        type=click.IntRange(0, 64),
        metavar="N",
        help="Threads that encode events, beside the one that writes them. [default: one for each other CPU, up to 7]",
    ),
)

_OPTIONS = (
    click.option(
        "--format",
        type=click.Choice(FORMATS),
        help="The format: text (the default), JSON lines, length-delimited protobuf, or Parquet into -o DIR.",
    ),
    click.option(
        "-o",
        "--output",
        multiple=True,
        metavar="[KIND:]FILE",
        help="Write the events to FILE in the --format, or to jsonl:FILE, "
        "protobuf:FILE, parquet:DIR, record:FILE or grpc:HOST:PORT. FILE - is standard output. Several -o are several "
        "outputs at once.",
    ),
    click.option(
        "--template", metavar="TEXT", help='Write a line of your own for each event: "{comm} {syscall} {ret}".'
    ),
    click.option("--json-fields", metavar="NAME,...", help="Write only these fields into JSON lines."),
    *_FILE_OPTIONS,
)
_FOR = {"template": ("--template", "text"), "json_fields": ("--json-fields", "jsonl")}
"""Options that only one kind of output knows, by their Python names."""


def output_options(function: Function) -> Function:
    """Gives a subcommand the options of outputs: it gets them as keywords, which chosen_outputs() takes."""
    return add_options(function, (*_OPTIONS, *collector_options.OPTIONS))


def file_options(function: Function) -> Function:
    """Gives a subcommand those of files alone, which chosen_file() takes."""
    return add_options(function, _FILE_OPTIONS)


@dataclass(frozen=True)
class ChosenOutputs:
    """The command line's choice of outputs."""

    targets: tuple[tuple[str, str], ...]
    """Kind and target of each."""
    options: Mapping[str, Any]
    """As Context.options has them."""
    encoders: int | None = None
    """Threads that encode; None: by the number of CPUs."""

    @property
    def keeps_processes(self) -> bool:
        """Whether any of them has the processes that events are of."""
        return any(kind in _WITH_PROCESSES for kind, _ in self.targets)


def chosen_outputs(options: dict[str, Any]) -> ChosenOutputs:
    """Takes the options of outputs out of a subcommand's. Raises UsageError."""
    from traceleft.outputs import split_kind
    from traceleft.outputs.file import OPTIONS

    format, given, collector = options.pop("format"), options.pop("output"), options.pop("collector_addr")
    own = _given(options, (*_FOR, *OPTIONS, *collector_options.NAMES))
    format = format or next((kind for name, (_, kind) in _FOR.items() if name in own), "text")
    targets = [(kind or format, target) for kind, target in map(split_kind, given)]
    targets += [("grpc", collector)] if collector else []
    targets = targets or [(format, "-")]
    there = {kind for kind, _ in targets}
    for option, kind in (_FOR[name] for name in own if name in _FOR):
        if kind not in there:
            raise UsageError(f"{option} is for --format {kind}")
    of_files = [option for name, option in OPTIONS.items() if name in own]
    if of_files and not there.intersection(_FILES):
        raise UsageError(f"{of_files[0]} is for files, and none is written")
    if "grpc" not in there and any(name in own for name in collector_options.NAMES):
        raise UsageError("there is no collector for these options: name it by --collector-addr HOST:PORT")
    for kind, target in targets:
        if not target:
            raise UsageError(f"{kind}: has no target: write {kind}:FILE")
    if ("parquet", "-") in targets:
        raise UsageError("--format parquet writes files into a directory: name it by -o DIR")
    if len({os.path.realpath(target) for _, target in targets}) < len(targets):
        raise UsageError("two outputs go to the same place")
    return ChosenOutputs(tuple(targets), own, options.pop("encoders"))


def chosen_file(kind: str, target: str, options: dict[str, Any]) -> ChosenOutputs:
    """One file, with those options of files that it takes out of a subcommand's."""
    from traceleft.outputs.file import OPTIONS

    return ChosenOutputs(((kind, target),), _given(options, OPTIONS), options.pop("encoders"))


def _given(options: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Takes options by their Python names; those that weren't given are left out."""
    taken = {name: options.pop(name) for name in names}
    return {name: value for name, value in taken.items() if value not in (None, False)}


def open_outputs(
    chosen: ChosenOutputs, context: Context, stats: Callable[[], Stats], buffer: int, encoders: Encoders
) -> Fanout:
    """Opens them all, with a buffer of so many bytes for what several wait for. Raises as an OutputFactory does; those
    opened before are closed again."""
    from traceleft.branch import Branch
    from traceleft.fanout import Fanout
    from traceleft.outputs import describe, open_output

    branches: list[Branch] = []
    try:
        for kind, target in chosen.targets:
            name = describe(target) if kind in FORMATS else f"{kind}:{target}"
            branches.append(Branch(name, open_output(kind, target, context), _say_failure, encoders))
    except BaseException:
        for branch in branches:
            branch.close(stats())
        raise
    return Fanout(branches, context.schema, stats=stats, live=context.live, buffer=buffer)


def _say_failure(branch: Branch) -> None:
    if closed_pipe(branch):
        return
    error, keep = branch.error, ""
    assert error
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
    elif isinstance(error, TraceleftError):
        reason = str(error)
    else:  # a bug of the output's: whoever mends it must know where
        import traceback

        reason = "".join(traceback.format_exception(type(error), error, error.__traceback__)).rstrip()
        keep = LINES
    say(f"{branch.name}: {reason}", keep=keep)


def closed_pipe(branch: Branch) -> bool:
    """Whether its reader has seen enough, as head has: no failure."""
    return isinstance(branch.error, BrokenPipeError)


def all_closed(branches: Iterable[Branch]) -> bool:
    """Whether nobody reads any of the outputs any more."""
    return all(map(closed_pipe, branches))


def summarize_outputs(branches: Iterable[Branch]) -> None:
    """Prints a line about each output that lacks events, or has a summary of its own."""
    for branch in branches:
        said = [branch.summary()] if branch.summary() else []
        if branch.unwritten and not closed_pipe(branch):
            why = "" if branch.error else ": slower than the events came"
            said.append(f"{branch.unwritten} events not written{why}")
        if said:
            say(f"{branch.name}: {'; '.join(said)}")
