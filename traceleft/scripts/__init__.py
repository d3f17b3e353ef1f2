# SPDX-License-Identifier: MIT
"""The scripts that `traceleft run` runs: each file here is one, and a program of its own.

A package of one's own adds one by an entry point of the group `traceleft.scripts`: its name is the script's, and its
value the module that is run, as `python -m MODULE` would.
"""

from __future__ import annotations

import ast
import re
import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

from traceleft.errors import UsageError, did_you_mean

GROUP = "traceleft.scripts"
"""The entry points' group."""


def path_of(name: str) -> Path:
    """The file of one of ours."""
    return Path(__file__).with_name(f"{name.replace('-', '_')}.py")


def listed() -> dict[str, str]:
    """The name of each script, sorted, and what it does: the first line of ours, and where others are from."""
    ours = {path.stem.replace("_", "-"): _first_line(path) for path in Path(__file__).parent.glob("[!_]*.py")}
    return dict(sorted({**{name: f"runs {module}" for name, module in _foreign().items()}, **ours}.items()))


def run(name: str, arguments: Sequence[str]) -> None:
    """Runs a script by its name, or a file by its path, which has a slash, as the program of this process.

    Raises UsageError for one that there isn't, and what the script raises: SystemExit at its end.
    """
    sys.argv = [Path(name).name, *arguments]
    if "/" in name:
        if not Path(name).is_file():
            raise UsageError(f"there is no file {name}; `traceleft run --new {name}` begins one")
        runpy.run_path(name, run_name="__main__")
        return
    if re.fullmatch("[a-z][a-z0-9-]*", name) and path_of(name).is_file():
        module = f"{__name__}.{path_of(name).stem}"
    elif name in (foreign := _foreign()):
        module = foreign[name]
    else:
        near = did_you_mean(name, listed()) or "; `traceleft run --list` shows them"
        file = f", or write ./{name} for the file" if Path(name).is_file() else ""
        raise UsageError(f"there is no script {name!r}{near}{file}")
    runpy.run_module(module, run_name="__main__")


def _first_line(path: Path) -> str:
    """Of a file's docstring."""
    return (ast.get_docstring(ast.parse(path.read_bytes())) or "").partition("\n")[0]


def _foreign() -> dict[str, str]:
    from importlib import metadata

    found = metadata.entry_points()
    # Python 3.9 has a dict of groups.
    entries = found.select(group=GROUP) if hasattr(found, "select") else found.get(GROUP, ())
    return {entry.name: entry.value for entry in entries}
