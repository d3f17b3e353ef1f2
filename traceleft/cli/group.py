# SPDX-License-Identifier: MIT
"""Commands with subcommands."""

from __future__ import annotations

import importlib
from typing import Any

import click


class Subcommands(click.Group):
    """A group whose subcommands are imported when they are called: their options alone take 20 ms.

    Args:
        modules: the module of each subcommand, by its name.
        summaries: a line about each, for their list.
    """

    def __init__(self, *args: Any, modules: dict[str, str], summaries: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modules, self._summaries = modules, summaries

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As click does, but imports none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._summaries[name]) for name in self.list_commands(ctx)])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return sorted(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        if cmd_name not in self._modules:
            return None
        members = vars(importlib.import_module(self._modules[cmd_name])).values()
        return next(each for each in members if isinstance(each, click.Command) and each.name == cmd_name)


def help_alone(context: click.Context) -> None:
    """Prints a group's help where it was called without a subcommand. click's own way differs by its version."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
