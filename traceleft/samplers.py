# SPDX-License-Identifier: MIT
"""Timers, and perf's counters: what samples the CPUs, as entries of the schema."""

from __future__ import annotations

import fnmatch
import functools
from typing import Any

from traceleft.errors import UsageError, did_you_mean

KINDS = ("profile", "software", "hardware")
_SHIFT = 24
"""SAMPLER_SHIFT of bpf/include/traceleft/event.h."""
_FIELDS = (
    # name, C's type, kind, size and place in struct sample_record of that file
    ("ip", "void *", "pointer", 8, 0),
    ("address", "void *", "pointer", 8, 8),
    ("period", "u64", "uint", 8, 16),
    ("user", "bool", "uint", 4, 24),
)


def is_sampler(name: str) -> bool:
    """Whether a source is named as one: profile:99, software:page-faults, hardware:cycles:1000000."""
    return name.partition(":")[0] in KINDS


@functools.cache
def _known() -> dict[str, tuple[int, int, int]]:
    """By name: a sampler's place, from 1, its period where none is asked for, and the largest."""
    from traceleft import _core

    return {each.name: (place, each.period, each.most) for place, each in enumerate(_core.samplers(), 1)}


def names() -> tuple[str, ...]:
    """All of them, sorted; the timer with the rate that it has by itself."""
    return tuple(sorted(f"{name}:{period}" if name == "profile" else name for name, (_, period, _) in _known().items()))


def matching(name: str) -> list[str]:
    """What a name or a pattern stands for. Raises UsageError where there is none."""
    if any(mark in name for mark in "*?["):
        found = fnmatch.filter(names(), name)
        if not found:
            raise UsageError(f"no timer or counter matches {name!r}; there are {', '.join(names())}")
        return found
    return [_parsed(name)[0]]


def _parsed(name: str) -> tuple[str, int]:
    """The name as it is written without its usual period, and the number."""
    kind, _, rest = name.partition(":")
    counter, _, wanted = (
        (kind, "", rest) if kind == "profile" else (f"{kind}:{rest.partition(':')[0]}", *rest.partition(":")[1:])
    )
    if counter not in _known() or name.endswith(":"):
        hint = did_you_mean(counter, _known()) or f"; there are {', '.join(names())}"
        raise UsageError(f"there is no counter {name!r}{hint}")
    place, usual, most = _known()[counter]
    what = "samples a second" if kind == "profile" else "events from one sample to the next"
    if wanted and not (wanted.isascii() and wanted.isdecimal() and len(wanted) < 10 and 1 <= int(wanted) <= most):
        raise UsageError(f"{name!r}: its number is {what}, from 1 to {most}")
    period = int(wanted) if wanted else usual
    plain = counter if period == usual and kind != "profile" else f"{counter}:{period}"
    return plain, place << _SHIFT | period


def entry(name: str) -> dict[str, Any]:
    """A sampler's entry in the schema. Raises UsageError."""
    return {
        "nr": _parsed(name)[1],
        "tracepoint": None,
        "symbol": None,
        "side": "exit",
        "returns": {"kind": "int", "size": 8},
        "args": [
            {"name": name, "type": type_, "kind": kind, "size": size, "record": {"offset": offset, "size": size}}
            for name, type_, kind, size, offset in _FIELDS
        ],
    }
