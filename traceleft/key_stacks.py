# SPDX-License-Identifier: MIT
"""Stacks in the place of their numbers in a measure's keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from traceleft import _core
from traceleft.stacks import STACK_NAMES, Stack, gaps


class KeyStacks:
    """Puts stacks in the place of their numbers in a measure's rows.

    Args:
        measure: is not attached yet.
        by: the names of the key's parts.
        pids: the processes that it is for; empty: all.
    """

    def __init__(self, measure: _core.Measure, by: Sequence[str], pids: Sequence[int]) -> None:
        self._named = _core.StackNames(measure, pids)
        self._parts = [(place, name == "kstack") for place, name in enumerate(by) if name in STACK_NAMES]
        self._known: dict[tuple[int, bool], Stack] = {}
        self._cut: set[int] = set()
        self._without_python: set[int] = set()

    def name(self, rows: Iterable[_core.MeasureRow]) -> list[_core.MeasureRow]:
        """The same rows, with stacks."""
        return [self._named_row(row) for row in rows]

    def missing(self, rows: Iterable[_core.MeasureRow]) -> dict[str, int]:
        """How much is missing in the stacks of these rows, which have numbers still, by a sentence about it."""
        lost = cut = without_python = 0
        for row in rows:
            numbers = {row.key[place] for place, _ in self._parts}
            lost += row.calls * (_core.STACK_LOST in numbers)
            cut += row.calls * bool(numbers & self._cut)
            without_python += row.calls * bool(numbers & self._without_python)
        return gaps(lost, cut, without_python, self._named.lost(), self._named.without_tables())

    def _named_row(self, row: _core.MeasureRow) -> _core.MeasureRow:
        key = list(row.key)
        for place, kernel in self._parts:
            number = key[place]
            if number is not None:
                key[place] = self._stack(cast("int", number), kernel)
        return cast("_core.MeasureRow", cast("Any", type(row))((tuple(key), *row[1:])))

    def _stack(self, number: int, kernel: bool) -> Stack:
        if number == _core.STACK_LOST:
            return Stack.lost()
        known = self._known.get((number, kernel))
        if known is None:
            found = self._named.find(number, kernel=kernel)
            if found is None:
                return Stack.lost()
            known = self._known[number, kernel] = Stack(found.frames)
            if found.is_cut:
                self._cut.add(number)
            if found.lacks_python:
                self._without_python.add(number)
        return known
