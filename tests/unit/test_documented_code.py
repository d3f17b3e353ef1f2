# SPDX-License-Identifier: MIT
"""The commands and the Python that the documentation shows: subcommands, options, scripts and functions are there."""

from __future__ import annotations

import ast
import contextlib
import functools
import importlib
import re
import shlex
from pathlib import Path

import click
import pytest

from tests.support import ROOT
from traceleft import scripts
from traceleft.cli import cli

PAGES = sorted([*(ROOT / "docs").glob("*.md"), ROOT / "README.md"])
SHOWN = re.compile(
    r"^(?: {4})?(?:\$ )?(?:sudo )?traceleft ([a-z].*)$|`(?:sudo )?traceleft ([a-z][^`\n]*)`", re.MULTILINE
)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NO_FILE = re.compile(r"does not exist|No such file|no file|can't be read")


def words(line: str) -> list[str]:
    """Those of a command's own line: up to what the shell does with its output, and to the command that it traces."""
    lexer = shlex.shlex(re.sub(r"\$\w+", "1234", line.replace("\\|", "|")), posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split, lexer.commenters = True, "#"
    found: list[str] = []
    with contextlib.suppress(ValueError):  # a quotation that ends on another line
        for word in lexer:
            if word == "--" or not word.strip("|&;<>"):
                break
            found.append(word)
    return [word for word in found if word.strip(".…")]


def commands(page: Path) -> list[str]:
    """A line that only begins as a command does is prose: its first word is no subcommand."""
    lines = [typed or named for typed, named in SHOWN.findall(page.read_text())]
    subcommands = set(cli.list_commands(click.Context(cli)))
    lines = [line for line in lines if line.split()[0] in subcommands and "[OPTIONS]" not in line and "$(" not in line]
    return list(dict.fromkeys(lines))


LINES = [(page.name, line) for page in PAGES for line in commands(page)]


def test_there_are_many() -> None:
    assert len(LINES) > 200


@pytest.mark.parametrize(("page", "line"), LINES)
def test_a_command(page: str, line: str) -> None:
    command: click.Command = cli
    context = click.Context(cli, info_name="traceleft")
    rest = words(line)
    while isinstance(command, click.Group) and rest:
        found = command.get_command(context, rest.pop(0))
        assert found is not None, line
        command, context = found, click.Context(found, parent=context)
    if command.name == "run" and rest and not rest[0].startswith(("-", "./", "SCRIPT", "NAME")):
        assert rest[0] in scripts.listed(), line
        return
    try:
        command.make_context(command.name, rest, parent=context.parent)
    except click.exceptions.Exit:
        pass  # --help
    except click.MissingParameter:
        assert len(rest) <= 1, line  # the bare name of a subcommand or of an option
    except click.UsageError as error:
        assert NO_FILE.search(error.format_message()), line


BLOCKS = [(page.name, block) for page in PAGES for block in PYTHON.findall(page.read_text())]


@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_python(page: str, block: str) -> None:
    """What is named of traceleft is there: `import traceleft as tl` may stand in a block before."""
    names = {"traceleft": "traceleft", "tl": "traceleft"}
    for node in ast.walk(ast.parse(block)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "traceleft":
            module = importlib.import_module(node.module or "")
            for alias in node.names:
                if not hasattr(module, alias.name):
                    importlib.import_module(f"{node.module}.{alias.name}")
        elif isinstance(node, ast.Attribute):
            dotted = ast.unparse(node).split(".")
            if dotted[0] in names and all(each.isidentifier() for each in dotted):
                module = importlib.import_module(names[dotted[0]])
                assert functools.reduce(getattr, dotted[1:], module) is not None
