# SPDX-License-Identifier: MIT
"""The options --backend, --btf and --abi of the subcommands that load programs."""

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


def abi_option(verb: str) -> Callable[[Function], Function]:
    """A decorator, as click.option() is. `verb` is what is done with calls: Trace."""
    return click.option(
        "--abi",
        default=defaults.ABIS[0],
        show_default=True,
        type=click.Choice(defaults.ABIS),
        help=f"{verb} the calls of 32-bit programs, too: once a traced process makes some, never, or from the start.",
    )


def btf_option() -> Callable[[Function], Function]:
    """A decorator, as click.option() is."""
    return click.option(
        "--btf",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        help="A file with the kernel's types, for a kernel that was built without BTF.",
    )
