# SPDX-License-Identifier: MIT
"""Questions about events: `where("ret < 0") & where(comm="nginx")`. docs/asking.md has their language."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Union

from traceleft import _core
from traceleft.errors import UsageError

Value = Union[int, str, bytes]
"""What a field or an argument is compared with. True and False ask for what is not 0 or not empty, and for the rest."""

_READER = "traceleft-ring"
"""The name of the threads that empty the rings: RingReader."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
_GLOB_SIGNS = re.compile(r"[][*?\\]")


class Where:
    """A question. `&`, `|` and `~` make others of it; str() is its text. where() makes the first ones."""

    __slots__ = ("_joined", "_parts")

    def __init__(self, joined: str, parts: tuple[str, ...]) -> None:
        self._joined = joined  # "and", "or", "not"; "" for a text of its own
        self._parts = parts
        _core.Question(str(self))

    def __str__(self) -> str:
        if not self._joined:
            return self._parts[0]
        inner = [_in_parentheses(part) for part in self._parts]
        return f"not {inner[0]}" if self._joined == "not" else f" {self._joined} ".join(inner)

    def __repr__(self) -> str:
        return f"where({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other) if isinstance(other, Where) else NotImplemented

    def __hash__(self) -> int:
        return hash(str(self))

    def __bool__(self) -> bool:
        raise UsageError(
            "whether a question holds depends on the event: join questions by & and |, and negate them by ~"
        )

    def _join(self, joined: str, other: Where | str) -> Where:
        if not isinstance(other, (Where, str)):
            return NotImplemented
        other = other if isinstance(other, Where) else where(other)
        return Where(joined, self._operands(joined) + other._operands(joined))

    def _operands(self, joined: str) -> tuple[str, ...]:
        return self._parts if self._joined == joined else (str(self),)

    def __and__(self, other: Where | str) -> Where:
        return self._join("and", other)

    def __or__(self, other: Where | str) -> Where:
        return self._join("or", other)

    def __rand__(self, other: str) -> Where:
        return where(other) & self

    def __ror__(self, other: str) -> Where:
        return where(other) | self

    def __invert__(self) -> Where:
        return Where("not", (str(self),))


def where(text: str | None = None, /, **fields: Value | Iterable[Value]) -> Where:
    """A question about events, for every `where=` of traceleft.

    Args:
        text: as docs/asking.md has it: 'ret < 0 and filename ~ "/etc/*"'.
        fields: names, and what they are to be equal to; a list, a tuple or a set for one of several. Dotted names
            may be given as **{"uservaddr.sin_port": 443}. All must hold, and the text, too.

    Raises UsageError for what is not in the language. Names are looked up where the question is asked.
    """
    parts = [] if text is None else [str(Where("", (text,)))]
    parts += [_comparison(name, value) for name, value in fields.items()]
    if not parts:
        raise UsageError("a question needs a text, or names and values: where('ret < 0'), where(comm=\"nginx\")")
    return Where("and", tuple(parts)) if len(parts) > 1 else Where("", (parts[0],))


def contains(name: str, text: str) -> Where:
    """Whether a field or an argument, called so, has this text in it, whatever that is. Raises UsageError."""
    _check_name(name)
    pattern = _GLOB_SIGNS.sub(r"\\\g<0>", text)
    return where(f"{name} ~ {_literal(name, f'*{pattern}*')}")


def question_of(asked: Where | str | None) -> _core.Question | None:
    """What a `where=` says, parsed. Raises UsageError."""
    return None if asked is None else _core.Question(text_of(asked))


def text_of(asked: object) -> str:
    """What a `where=` says; empty for None. Raises UsageError for what is no question."""
    if asked is None:
        return ""
    if not isinstance(asked, (Where, str)):
        raise UsageError(f"where= takes a text or what traceleft.where() returns, and no {type(asked).__name__}")
    if not str(asked).strip():
        raise UsageError("the question is empty: leave out `where`, or write one, such as ret < 0")
    return str(asked)


def without_own_threads(asked: Where | str | None, pids: Iterable[int]) -> Where | str | None:
    """The same question, where this process is one of these, without the threads by which it traces itself. Raises
    UsageError."""
    if os.getpid() not in pids:
        return asked
    others = where(f'comm != "{_READER}"')
    return others if asked is None else where(text_of(asked)) & others


def _in_parentheses(text: str) -> str:
    return f"({text}\n)" if "#" in text else f"({text})"  # a comment goes up to the line's end


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name of a field or an argument")


def _comparison(name: str, value: Value | Iterable[Value]) -> str:
    _check_name(name)
    if isinstance(value, bool):
        return name if value else f"not {name}"
    if isinstance(value, (list, tuple, set, frozenset)):
        values = [_literal(name, each) for each in value]
        if not values:
            raise UsageError(f"{name} is compared with no values at all")
        return f"{name} in ({', '.join(sorted(values) if isinstance(value, (set, frozenset)) else values)})"
    return f"{name} == {_literal(name, value)}"


def _literal(name: str, value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(int(value))
    if isinstance(value, str):
        return f'"{"".join(map(_escaped, value))}"'
    if isinstance(value, bytes):
        return f'"{"".join(map(_escaped_byte, value))}"'
    raise UsageError(f"{name} can be compared with a number, a text or bytes, and not with a {type(value).__name__}")


def _escaped(character: str) -> str:
    if character.isprintable() and character not in '"\\':
        return character
    return "".join(map(_escaped_byte, os.fsencode(character)))


def _escaped_byte(byte: int) -> str:
    character = chr(byte)
    if character in '"\\':
        return f"\\{character}"
    return character if " " <= character <= "~" else f"\\x{byte:02x}"
