# SPDX-License-Identifier: MIT
"""Stacks as parts of a measure's keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from traceleft import _core

if TYPE_CHECKING:
    from traceleft._core import NamedFrame

STACK_NAMES = ("ustack", "kstack")
"""The names in `by` that stand for stacks: of user space, and of the kernel."""


class Stack(str):
    """A stack as a key has it. Its text is folded: the functions from the root to the leaf, with ; between them."""

    __slots__ = ("frames",)
    frames: tuple[NamedFrame, ...]
    """With the leaf first. Of stacks that differ in lines only these are of one of them."""

    def __new__(cls, frames: Sequence[NamedFrame]) -> Stack:
        made = super().__new__(cls, folded(frames))
        made.frames = tuple(frames)
        return made

    @classmethod
    def lost(cls) -> Stack:
        """In the place of one that there was no room for."""
        made = super().__new__(cls, "[lost]")
        made.frames = ()
        return made


def folded(frames: Iterable[NamedFrame]) -> str:
    """Frames as one text, the root first."""
    return ";".join(each.function.replace(";", ":") for each in reversed(tuple(frames)))


def _known_or_first(frames: Iterable[NamedFrame]) -> Iterator[NamedFrame]:
    """The frames, but one alone of several without a file in a row: a chain that leads astray has many."""
    astray = False
    for each in frames:
        was, astray = astray, each.function == "[unknown]" and not each.file
        if not (was and astray):
            yield each


class KeyStacks:
    """Puts stacks in the place of their numbers in a measure's rows.

    Args:
        measure: is not attached yet.
        by: the names of the key's parts.
        pids: the processes that it is for; empty: all.
    """

    def __init__(self, measure: _core.Measure, by: Sequence[str], pids: Sequence[int]) -> None:
        self._named = _core.MeasuredStacks(measure, pids)
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
        return {
            "events' stacks found no room, and are [lost]: raise --max-stacks": lost,
            "events' stacks are deeper than what is taken: the frames next to the root are missing": cut,
            "events of Python were seen while its interpreter had no frames, or before it was known": without_python,
            "records of mapped files were lost: functions may lack their names": self._named.lost(),
        }

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
            known = self._known[number, kernel] = Stack(list(_known_or_first(found.frames)))
            if found.is_cut:
                self._cut.add(number)
            if found.lacks_python:
                self._without_python.add(number)
        return known
