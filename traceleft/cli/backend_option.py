# SPDX-License-Identifier: MIT
"""The options --backend and --btf of the subcommands that load programs."""

from __future__ import annotations

from collections.abc import Callable

import click

from traceleft import defaults
from traceleft.cli.options import Function


def backend_option(
    help: str = "The way to hook syscalls; auto takes the first that the machine allows.",
) -> Callable[[Function], Function]:
    """A decorator, as click.option() is."""
    return click.option(
        "--backend",
        envvar="TRACELEFT_BACKEND",
        default="auto",
        show_default=True,
        type=click.Choice(["auto", *defaults.BACKENDS]),
        help=help,
    )


def btf_option() -> Callable[[Function], Function]:
    """A decorator, as click.option() is."""
    return click.option(
        "--btf",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        help="A file with the kernel's types, for a kernel that was built without BTF.",
    )
