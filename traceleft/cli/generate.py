# SPDX-License-Identifier: MIT
"""`traceleft generate`: the generator, which needs a checkout of the source."""

from __future__ import annotations

from pathlib import Path

import click

from traceleft.errors import TraceleftError
from traceleft.extras import needed

_ROOT = Path(__file__).resolve().parents[2]


@click.command(
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def generate(arguments: tuple[str, ...]) -> int:
    """Regenerate a checkout's generated files (see `traceleft generate --help`)."""
    if "--root" not in arguments and not (_ROOT / "battery" / "syscalls.toml").is_file():
        raise TraceleftError(
            "generate rewrites the files of a checkout of traceleft's source, and this is an installed traceleft: "
            "run scripts/metagen there, or give --root"
        )
    from traceleft.generate.__main__ import main

    with needed("generate", "the generator"):  # it imports them where it needs them
        return main(arguments, "traceleft generate")
