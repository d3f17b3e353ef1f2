# SPDX-License-Identifier: MIT
"""Finds the function that a line of a Python file belongs to.

The files are asked, in their compiled form where there is one. Functions that are loaded could be asked too, but
finding them by gc.get_objects() holds, for a moment, tuples that other threads are still building: a SystemError there.
"""

from __future__ import annotations

import functools
import inspect
import linecache
from collections.abc import Iterator, Sequence
from importlib.machinery import FrozenImporter, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import NamedTuple

_FROZEN = {
    "importlib._bootstrap": "_frozen_importlib",
    "importlib._bootstrap_external": "_frozen_importlib_external",
}
"""The names of modules that are named otherwise than their files."""


@functools.lru_cache(maxsize=16384)
def function_at(file: str, line: int) -> str:
    """The qualified name of the innermost function or class body that has the line; <module> for a file's own.

    <unknown> where the file can't be read. A file that was changed since it was imported may give another's name.
    """
    return next((each.name for each in _spans(file) if each.first <= line <= each.last), "<unknown>")


class _Span(NamedTuple):
    """The lines of a function or a class body."""

    first: int
    last: int
    name: str


@functools.lru_cache(maxsize=1024)
def _spans(file: str) -> tuple[_Span, ...]:
    """The functions of a file; one that is inside another comes before it."""
    code = _load(file)
    if code is None:
        return ()
    spans = [_Span(0, 2**31, "<module>")]
    for inner, name in _nested(code, ""):
        bodies = [inner, *(each for each, _ in _nested(inner, ""))]
        lines = [line for body in bodies for line in _lines(body)]
        # Since Python 3.11 a code knows its own name.
        spans.append(_Span(inner.co_firstlineno, max(lines, default=0), getattr(inner, "co_qualname", name)))
    return tuple(sorted(spans, key=lambda span: (-span.first, span.last)))


class _Loader(SourceFileLoader):
    """Takes the compiled file where it is as new as the source, and writes none."""

    def set_data(self, *_: object, **__: object) -> None:
        pass


def _load(file: str) -> CodeType | None:
    """A file's code, compiled anew where it must be."""
    try:
        if file.startswith("<frozen "):
            name = file[len("<frozen ") : -1]
            return FrozenImporter.get_code(_FROZEN.get(name, name))
        if Path(file).is_file():
            return _Loader(file, file).get_code(file)
        # A notebook's cells are there only.
        source = "".join(linecache.getlines(file))
        return compile(source, file, "exec", dont_inherit=True) if source else None
    except (ImportError, OSError, SyntaxError, ValueError, EOFError):
        return None


def _nested(code: CodeType, inside: str) -> Iterator[tuple[CodeType, str]]:
    """The code that a body makes, and all inside of that, with qualified names."""
    for each in code.co_consts:
        if isinstance(each, CodeType):
            name = f"{inside}{each.co_name}"
            yield each, name
            # A class's functions are not local to it.
            yield from _nested(each, f"{name}.<locals>." if each.co_flags & inspect.CO_OPTIMIZED else f"{name}.")


def _lines(code: CodeType) -> Sequence[int]:
    if hasattr(code, "co_lines"):  # since Python 3.10
        return [line for _, _, line in code.co_lines() if line]
    # Pairs of bytes: how far the code goes on, and a signed number of lines.
    lines, line = [code.co_firstlineno], code.co_firstlineno
    for step in code.co_lnotab[1::2]:
        line += step - 256 if step >= 128 else step
        lines.append(line)
    return lines
