# SPDX-License-Identifier: MIT
"""The options that say which calls are wanted, and how many events of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import click

from traceleft.errors import UsageError
from traceleft.operand import is_file, split_handlers
from traceleft.printable import say

if TYPE_CHECKING:
    from traceleft.attachment import Attachment
    from traceleft.operand import Operand

_MOST_SAMPLE = (1 << 32) - 1
_MOST_RATE = 1_000_000
_NAMED = 3
"""Syscalls that are named in a note."""


class _Number(click.ParamType):  # type: ignore[type-arg]
    """A number in a notation of its own."""

    def __init__(self, name: str, pattern: str, most: int, example: str) -> None:
        self.name = name
        self._pattern, self._most, self._example = re.compile(pattern), most, example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        found = self._pattern.fullmatch(str(value))
        number = int(found[1]) if found else 0
        if not 1 <= number <= self._most:
            self.fail(f"{value!r} is none, from 1 to {self._most}; write {self._example}", param, ctx)
        return number


OPTIONS = (
    click.option(
        "-w",
        "--where",
        metavar="QUESTION",
        help="Only the calls for which this holds, such as 'ret < 0 and comm == \"nginx\"'. The kernel decides "
        "where it can.",
    ),
    click.option(
        "--explain",
        is_flag=True,
        help="Print what the question means for each of the calls, and who decides it; trace nothing.",
    ),
    click.option(
        "--sample",
        type=_Number("sample", r"(?:1/)?([0-9]{1,10})", _MOST_SAMPLE, "100, or 1/100"),
        metavar="1/N",
        help="Only one of N calls, by chance.",
    ),
    click.option(
        "--limit",
        type=click.IntRange(1, (1 << 64) - 1),
        metavar="N",
        help="End the trace with the Nth event. A COMMAND then goes on untraced, and is waited for.",
    ),
    click.option(
        "--rate-limit",
        type=_Number("rate limit", r"([0-9]{1,7})(?:/s)?", _MOST_RATE, "100, or 100/s"),
        metavar="N/s",
        help="At most N events a second of each process.",
    ),
    click.option(
        "--first",
        type=click.IntRange(1, (1 << 32) - 1),
        metavar="N",
        help="Only the first N of the calls that --by doesn't tell apart.",
    ),
    click.option(
        "--by",
        multiple=True,
        metavar="NAME[,NAME]...",
        help="With --first: pid, comm, syscall, filename, any name or expression.",
    ),
    click.option(
        "--member",
        "members",
        multiple=True,
        metavar="NAME->NAME...",
        help="Show what an argument of a function leads to, too, such as 'sk->__sk_common.skc_dport'.",
    ),
)


@dataclass(frozen=True)
class Wanted:
    """The options' values."""

    where: str | None = None
    sample: int | None = None
    rate_limit: int | None = None
    first: int | None = None
    by: Sequence[str] = ()
    members: Sequence[str] = ()

    @property
    def keywords(self) -> dict[str, Any]:
        """For Tracer.attach()."""
        return asdict(self)

    @property
    def asks_duration(self) -> bool:
        """Raises UsageError."""
        from traceleft import _core

        return _core.Asking(self.where or "", by=self.by).asks_duration

    @property
    def member_paths(self) -> list[str]:
        """The members that functions' arguments are asked for. Raises UsageError."""
        from traceleft import _core

        own = [path for each in self.members for path in _core.member_paths(each)]
        return [*own, *_core.Asking(self.where or "", by=self.by).member_paths]

    @property
    def asks_files(self) -> bool:
        """Whether the files that descriptors stand for are asked for. Raises UsageError."""
        from traceleft import _core

        return _core.Asking(self.where or "").asks_files


def explain(where: str, operands: Sequence[Operand]) -> str:
    """The question's meaning for the calls of the operands: those of which it means the same are together.

    Raises UsageError.
    """
    from traceleft import _core, battery

    if not where.strip():
        raise UsageError("the question is empty: write one, such as ret < 0")
    asking = _core.Asking(where)
    by_meaning: dict[str, list[str]] = {}
    names = dict.fromkeys(name for operand in operands for name in _calls(operand, asking.member_paths))
    compat = [name for name in names if name.endswith(battery.COMPAT_SUFFIX)]
    if compat:
        battery.load_compat_schema()
    for alike in (compat, [name for name in names if name not in compat]):
        for name, meaning in zip(alike, asking.explain(battery.schema(), alike)):
            by_meaning.setdefault(meaning, []).append(name)
    return "\n".join(f"{', '.join(alike)}:\n{meaning}" for meaning, alike in by_meaning.items())


def _calls(operand: Operand, members: Sequence[str]) -> list[str]:
    from traceleft import battery

    if is_file(operand.handler):
        raise UsageError(f"{operand.handler} is a file: explain the question for the calls by their names")
    return [name for part in split_handlers(operand.handler) for name in battery.matching(part, members)]


def note_missing(attachment: Attachment) -> None:
    """Says which calls lack names of the question, for nobody sees why they are quiet."""
    by_names: dict[tuple[str, ...], list[str]] = {}
    for syscall, names in attachment.missing.items():
        by_names.setdefault(names, []).append(syscall)
    for names, syscalls in by_names.items():
        others = len(syscalls) - _NAMED
        whose = ", ".join(syscalls[:_NAMED]) + (f" and {others} others" if others > 0 else "")
        have = "has" if len(syscalls) == 1 else "have"
        say(f"{whose} {have} no {' and no '.join(names)}")
