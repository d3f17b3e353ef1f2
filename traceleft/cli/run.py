# SPDX-License-Identifier: MIT
"""`traceleft run`."""

from __future__ import annotations

from pathlib import Path

import click

_EPILOG = """\b
Examples:
  traceleft run --list                         the scripts there are
  traceleft run opensnoop -x                   opens that fail, on the whole machine
  traceleft run opensnoop --help               the options of one
  traceleft run slower 1ms -- make             a command's calls that take long
  traceleft run --new ./mine.py                begin one of your own
  traceleft run ./mine.py                      run it
"""


@click.command(
    epilog=_EPILOG,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.option("--list", "show", is_flag=True, help="Print each script's name, and what it does.")
@click.option("--new", type=click.Path(path_type=Path), metavar="PATH", help="Write a script to begin with.")
@click.argument("script", required=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def run(
    command: list[str] | None, /, show: bool, new: Path | None, script: str | None, arguments: tuple[str, ...]
) -> None:
    """Run a script: a program on traceleft's Python API, most with the names and options of BCC's tools.

    SCRIPT is a name that --list shows, or the path of a file of your own, which has a slash in it: ./mine.py. What
    follows it is the script's.
    """
    from traceleft import scripts

    if show:
        width = max(map(len, scripts.listed()))
        for name, line in scripts.listed().items():
            click.echo(f"{name:<{width}}  {line}")
    elif new:
        with new.open("x", encoding="utf-8") as file:
            file.write(scripts.path_of("_template").read_text(encoding="utf-8"))
        click.echo(f"{new}: run it by `traceleft run {new if '/' in str(new) else f'./{new}'}`")
    elif script is None:
        raise click.UsageError("name a script; --list shows them")
    else:
        scripts.run(script, [*arguments, *(["--", *command] if command is not None else [])])
