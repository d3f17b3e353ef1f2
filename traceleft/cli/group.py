# SPDX-License-Identifier: MIT
"""Commands with subcommands."""

from __future__ import annotations

import click


def help_alone(context: click.Context) -> None:
    """Prints a group's help where it was called without a subcommand. click's own way differs by its version."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
