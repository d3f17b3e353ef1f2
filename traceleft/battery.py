"""The shipped handlers: where they are, and what their events mean."""

from __future__ import annotations

import functools
import importlib.resources
import json
import os
from pathlib import Path
from typing import Any

from traceleft import _core
from traceleft.errors import HandlerError, TraceleftError


@functools.cache
def data_directory() -> Path:
    """The directory of the compiled objects, the schema and the handlers' headers."""
    path = Path(str(importlib.resources.files("traceleft"))) / "data"
    if not path.is_dir():
        raise TraceleftError(
            "traceleft is not built here: run `pip install .` in the source tree, or its scripts/traceleft"
        )
    return path


@functools.cache
def schema_spec() -> dict[str, Any]:
    """The generated schema as it is on disk (battery/generated/schema.json)."""
    spec: dict[str, Any] = json.loads((data_directory() / "schema.json").read_text(encoding="utf-8"))
    return spec


@functools.cache
def schema() -> _core.EventSchema:
    """The schema for the decoder."""
    return _core.EventSchema(schema_spec())


def trace_probes() -> Path:
    """The compiled trace probes of all syscalls."""
    return data_directory() / "trace_syscalls.bpf"


def syscalls() -> list[str]:
    """The syscalls with a shipped handler, sorted."""
    return sorted(schema_spec()["syscalls"])


def handler_path(handler: str | os.PathLike[str]) -> Path:
    """The object that a name or a path stands for.

    A syscall's name stands for its shipped handler, anything with a slash or a suffix for a file of the user's own.
    Raises HandlerError for a name that nothing is shipped for; whether the file is there shows when it is opened.
    """
    name = os.fspath(handler)
    if name in schema_spec()["syscalls"]:
        return data_directory() / "battery" / f"handle_syscall_{name}.bpf"
    path = Path(name)
    if isinstance(handler, os.PathLike) or os.sep in name or path.suffix or path.exists():
        return path
    raise HandlerError(f"no shipped handler for {name!r}; there are: {', '.join(syscalls())}")
