# SPDX-License-Identifier: MIT
"""A class for each set of flags, an IntFlag: `events.typed(event).flags & flags.Open.O_CREAT`.

Each is made when it is first asked for, with the values of this machine's architecture. What others see is in
flags.pyi, which is generated.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from enum import IntFlag
from typing import Any

from traceleft import battery, words


def __getattr__(name: str) -> type[IntFlag]:
    try:
        flag_set = _sets()[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    made: type[IntFlag] = IntFlag(name, words.flag_values(flag_set), module=__name__)  # type: ignore[assignment]
    globals()[name] = made  # so that there is one, also for pickle
    return made


def __dir__() -> list[str]:
    return sorted(_sets())


@functools.cache
def _sets() -> dict[str, Mapping[str, Any]]:
    """The sets by their classes' names."""
    sets = battery.schema_spec()["flags"]
    return {words.class_name(name): flag_set for name, flag_set in sets.items() if words.has_flags(flag_set)}
