# SPDX-License-Identifier: MIT
"""Stacks: of events, and as parts of a measure's keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

STACK_NAMES = ("ustack", "kstack")
"""The names in `by` that stand for stacks: of user space, and of the kernel."""


class NamedFrame(NamedTuple):
    """A frame of a stack."""

    function: str
    """FILE+0xOFFSET where it has no name, and [unknown] where there is no file either."""
    file: str
    """That has its code, or of Python its source; [kernel], or a module: [ext4]; empty: unknown."""
    line: int = 0
    """The first of a Python function; 0: unknown."""
    offset: int = 0
    """Of the instruction in the file that has its code, bytes."""
    build_id: str = ""
    """Of that file, in hex; empty: unknown."""
    function_offset: int = 0
    """Of the instruction from the function's begin, bytes; 0: unknown."""


class Stack(str):
    """A stack as a key or an event has it. Its text is folded: the functions from the root to the leaf, with ; between
    them."""

    __slots__ = ("frames",)
    frames: tuple[NamedFrame, ...]
    """With the leaf first. Of stacks that differ in lines only these are of one of them."""

    def __new__(cls, frames: Sequence[NamedFrame]) -> Stack:
        made = super().__new__(cls, folded(frames))
        made.frames = tuple(frames)
        return made

    def __reduce__(self) -> tuple[type[Stack], tuple[tuple[NamedFrame, ...]]]:
        return type(self), (self.frames,)

    @classmethod
    def lost(cls) -> Stack:
        """In the place of one that there was no room for."""
        made = super().__new__(cls, "[lost]")
        made.frames = ()
        return made


def folded(frames: Iterable[NamedFrame]) -> str:
    """Frames as one text, the root first."""
    return ";".join(each.function.replace(";", ":") for each in reversed(tuple(frames)))


def gaps(lost: int, cut: int, without_python: int, lost_mappings: int, without_tables: int) -> dict[str, int]:
    """How much is missing in stacks, by a sentence about it."""
    return {
        "events' stacks found no room, and are [lost]: raise --max-stacks": lost,
        "events' stacks are deeper than what is taken: the frames next to the root are missing": cut,
        "events of Python were seen while its interpreter had no frames, or before it was known": without_python,
        "records of mapped files were lost: functions may lack their names": lost_mappings,
        "files and processes were too many: callers of functions without frame pointers are missing": without_tables,
    }
