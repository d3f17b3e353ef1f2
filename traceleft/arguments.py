# SPDX-License-Identifier: MIT
"""What arguments of the public API are, for those that say nothing by themselves where they are something else."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from traceleft.errors import UsageError

if TYPE_CHECKING:
    from _typeshed import StrPath

_T = TypeVar("_T")


def flag(name: str, value: object) -> bool:
    """Raises UsageError for anything but True and False."""
    if isinstance(value, bool):
        return value
    raise UsageError(f"{name} is True or False, not {value!r}")


def whole(name: str, value: object, least: int = 0, most: int = (1 << 64) - 1) -> int:
    """A whole number. Raises UsageError."""
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return value
    raise UsageError(f"{name} is a number from {least} to {most}, not {value!r}")


def seconds(name: str, value: object) -> float | None:
    """Seconds, or None. Raises UsageError."""
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and not math.isnan(value):
        return value
    raise UsageError(f"{name} is a number of seconds, or None, not {value!r}")


def text(name: str, value: object) -> str:
    """A text that can be handed to C. Raises UsageError."""
    if isinstance(value, str) and "\0" not in value:
        return value
    raise UsageError(f"{name} is a text, not {value!r}")


def path(name: str, value: StrPath) -> StrPath:
    """A file's. Raises UsageError."""
    if isinstance(value, (str, os.PathLike)) and isinstance(os.fspath(value), str) and "\0" not in os.fspath(value):
        return value
    raise UsageError(f"{name} is a path, not {value!r}")


def names(name: str, value: object) -> list[str]:
    """One name, or several in a list or its like. Raises UsageError."""
    given = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
    return [text(name, each) for each in given]


def instance(name: str, value: object, kind: type[_T], example: str) -> _T:
    """An object of a kind. Raises UsageError, with an example of where one comes from."""
    if isinstance(value, kind):
        return value
    raise UsageError(f"{name} is a {kind.__name__}, such as {example} returns, not {value!r}")
