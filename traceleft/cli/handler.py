# SPDX-License-Identifier: MIT
"""`traceleft handler`: writes and compiles handlers of one's own."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from traceleft.cli.group import help_alone
from traceleft.errors import UsageError
from traceleft.printable import LINES, printable

_NEW_EPILOG = """\b
Examples:
  traceleft handler new openat --args filename,flags -o openat.bpf.c
  traceleft handler new read --args fd,buf:buffer[ret],count --skip buf
  traceleft handler new open --config config.json

\b
ARGUMENT is NAME[:TYPE[SIZE]], the name or the position from 1 of one of the call's arguments.
TYPE is
  string        the text that it points to, up to its NUL
  char[SIZE]    the memory that it points to; also buffer[SIZE]. SIZE is a number of bytes up to 4096,
                ret for what the call returned, or the name of the argument that tells
  int, u64...   a number: the register
Without a type it is what `traceleft list SYSCALL` says. Other arguments' registers are recorded where they come
before the last one named; memory is only of those named.
"""


@click.group(invoke_without_command=True)
@click.pass_context
def handler(context: click.Context) -> None:
    """Write and compile handlers of your own."""
    help_alone(context)


@handler.command(epilog=_NEW_EPILOG)
@click.argument("syscall")
@click.option("--args", "arguments", metavar="ARGUMENT[,...]", help="The arguments to record. [default: all]")
@click.option("--hash", "hashed", metavar="all|NAME[,...]", help="Add a hash of the call and of these arguments.")
@click.option("--skip", metavar="NAME[,...]", help="Leave these out of the hash, which then is of all others.")
@click.option("--config", metavar="FILE", help="Take args and hash from a config.json of the original traceleft.")
@click.option(
    "-o", "--output", metavar="FILE", help="The file to write, which must not exist. [default: standard output]"
)
def new(
    syscall: str,
    arguments: str | None,
    hashed: str | None,
    skip: str | None,
    config: str | None,
    output: str | None,
) -> None:
    """Write the C of a handler for SYSCALL, for `handler build` to compile.

    The hash is FNV-1a of program id, PID, return value, the syscall's name and the arguments; it comes as one more
    argument, behind the call's own.
    """
    from traceleft import handler_template

    if config is not None and arguments is not None:
        raise UsageError("--config tells the arguments: --args can't do so too")
    hash_names = _names(hashed)
    wanted: list[handler_template.Wanted] | None = None
    if config is not None:
        wanted = handler_template.parse_config(Path(config).read_text(encoding="utf-8"), config, syscall)
        hash_names = hash_names or ["all"]  # the original always had it
    elif arguments is not None:
        wanted = handler_template.parse_arguments(arguments)
    names = handler_template.argument_names(syscall)
    recorded = names if wanted is None else [handler_template.name_of(syscall, each.argument) for each in wanted]
    left_out = [handler_template.name_of(syscall, name) for name in _names(skip) or ()]
    chosen = None
    if hash_names is not None or left_out:
        explicit = hash_names is not None and hash_names != ["all"]
        chosen = [handler_template.name_of(syscall, name) for name in hash_names or ()] if explicit else recorded
        chosen = [name for name in chosen if name not in left_out]
    title = f"Made by `{shlex.join(['traceleft', *sys.argv[1:]])}`.".replace("*/", "* /")
    text = handler_template.render(syscall, wanted, hash=chosen, title=title)
    if output is None:
        click.echo(text, nl=False)
    else:
        with open(output, "x", encoding="utf-8") as file:
            file.write(text)


@handler.command()
@click.argument("file", metavar="FILE")
@click.option(
    "-o", "--output", metavar="OUT", help="The object to write. [default: beside FILE; openat.bpf for openat.bpf.c]"
)
@click.option(
    "-I",
    "--include",
    multiple=True,
    metavar="DIR",
    help="Another directory in which to find the files that FILE includes.",
)
def build(file: str, output: str | None, include: tuple[str, ...]) -> None:
    """Compile a handler's C, for `traceleft trace` to take. Prints the object's path.

    Needs clang and libbpf's headers. <traceleft/handler.h> is found, as is what stands beside FILE.
    """
    from traceleft import handler_source

    source = Path(file)
    made = Path(output) if output is not None else source.with_name(handler_source.object_name(source))
    warnings = handler_source.compile_handler(source, made, include)
    if warnings:
        click.echo(printable(warnings, keep=LINES), err=True)
    click.echo(made)


def _names(text: str | None) -> list[str] | None:
    return None if text is None else [name.strip() for name in text.split(",")]
