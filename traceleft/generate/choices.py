# SPDX-License-Identifier: MIT
"""Meanings that depend on another argument's value, or on another field's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Optional, Union

from . import language
from .errors import GenerateError
from .flags import FlagSets
from .language import Meaning
from .spec import Case

_U32 = 2**32 - 1

Around = Optional[tuple[str, tuple[Union[str, int], ...]]]
"""Of cases within a case: what chooses the case around them, and its values there."""


def choose(
    where: str,
    meaning: Meaning,
    selector: Meaning,
    around: Around,
    flags: FlagSets,
    build: Callable[[str, language.Case, Mapping[int, str]], Case],
) -> tuple[int, tuple[Case, ...]]:
    """The selector's mask, and the meaning's cases. `selector` is the meaning of what chooses; `build` makes a case out
    of its values and their names. Raises GenerateError where values are unknown, or stand twice."""
    by = meaning.by
    known = _flags(selector, around)
    mask = flags.mask(flags.known(where, known)) & _U32 if known else _U32
    if not mask:
        raise GenerateError(f"{where}: by: the flag set {known} of {by} has no choices")
    seen: set[int] = set()
    cases = []
    for said in meaning.cases or ():
        names: dict[int, str] = {}
        for constant in said.values:
            value, name = _constant(f"{where}: by {by}", flags, known, constant)
            if value & mask != value:
                raise GenerateError(f"{where}: {constant} lies outside the mask {mask:#x} of {by}")
            if value in seen:
                raise GenerateError(f"{where}: {constant} is a value of an earlier case")
            names.setdefault(value, name)  # further names in one case are synonyms
        seen.update(names)
        cases.append(build(f"{where}: {said.values[0]}", said, names))
    return mask, tuple(cases)


def _flags(selector: Meaning, around: Around) -> str | None:
    """The selector's flag set, which may depend in its turn on what chooses the case around."""
    if around and selector.by == around[0]:
        for case in selector.cases or ():
            if set(around[1]) <= set(case.values):
                return case.meaning.flags
    return selector.flags


def _constant(where: str, flags: FlagSets, known: str | None, constant: str | int) -> tuple[int, str]:
    if isinstance(constant, int):
        return constant, ""
    if not known:
        raise GenerateError(f"{where}: {constant} is no number, and there is no flag set")
    return flags.value(where, known, constant), constant
