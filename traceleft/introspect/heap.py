"""What is allocated now: Python's objects, by tracemalloc."""

from __future__ import annotations

import gc
import inspect
import tracemalloc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import CodeType, FunctionType

from traceleft.introspect.profile import Frame, Profile, ValueType

FRAMES = 4
"""Of each allocation's stack, from the leaf. Each one more makes every allocation slower: docs/profiling.md."""

_TYPES = (ValueType("inuse_objects", "count"), ValueType("inuse_space", "bytes"))


def start_tracing() -> bool:
    """Has Python's allocations traced from now on; False: they were already, by somebody else."""
    if tracemalloc.is_tracing():
        return False
    tracemalloc.start(FRAMES)
    return True


def profile() -> Profile:
    """What is in use now. Python's memory is missing where it isn't traced, or was allocated before it was."""
    comments = [] if tracemalloc.is_tracing() else ["Python's allocations are missing: tracemalloc is not tracing"]
    profile = Profile(_TYPES, default="inuse_space", period_type=ValueType("space", "bytes"), comments=comments)
    _add_python(profile)
    return profile


def _add_python(profile: Profile) -> None:
    if not tracemalloc.is_tracing():
        return
    # First what it takes itself, before the snapshot makes it more.
    profile.add([Frame("tracemalloc", tracemalloc.__file__)], (1, tracemalloc.get_tracemalloc_memory()))
    # One for each stack: to look at each allocation by itself would take minutes where there are millions.
    stacks = tracemalloc.take_snapshot().statistics("traceback")
    functions = Functions({frame.filename for each in stacks for frame in each.traceback})
    for each in stacks:
        # A traceback has the leaf last.
        frames = (
            Frame(functions.at(frame.filename, frame.lineno), frame.filename, frame.lineno)
            for frame in reversed(each.traceback)
        )
        profile.add(frames, (each.count, each.size))


@dataclass
class _Code:
    """A function's code, and where its lines end, once somebody asked."""

    name: str
    code: CodeType
    last: int | None = None

    def last_line(self) -> int:
        if self.last is None:
            self.last = max(_lines(self.code), default=self.code.co_firstlineno)
            nested = (each for each in self.code.co_consts if isinstance(each, CodeType))
            self.last = max([self.last, *(_Code("", code).last_line() for code in nested)])
        return self.last


class Functions:
    """Names the functions that lines of files belong to, of all that are loaded; tracemalloc knows lines only.

    Args:
        files: those that will be asked for.
    """

    def __init__(self, files: Iterable[str]) -> None:
        wanted = set(files)
        self._codes: dict[str, list[_Code]] = {}
        # By id: two files' codes may be equal.
        own: dict[int, tuple[CodeType, str]] = {}
        wrappers: dict[int, tuple[CodeType, str]] = {}  # they have the name of what they wrap
        for function in [each for each in gc.get_objects() if type(each) is FunctionType]:
            code = function.__code__
            if code.co_filename in wanted and function.__name__ == code.co_name:
                own[id(code)] = code, function.__qualname__
            elif code.co_filename in wanted:
                wrappers[id(code)] = code, code.co_name
        # What a function makes only while it runs, such as a generator, may be no function's now.
        nested = {id(code): (code, name) for each in own.values() for code, name in _nested(*each)}
        for code, name in {**wrappers, **nested, **own}.values():
            name = getattr(code, "co_qualname", name)  # since Python 3.11
            self._codes.setdefault(code.co_filename, []).append(_Code(name, code))
        for codes in self._codes.values():
            codes.sort(key=lambda each: each.code.co_firstlineno, reverse=True)
        self._known: dict[tuple[str, int], str] = {}

    def at(self, file: str, line: int) -> str:
        """The innermost one that has this line; <module> for what ran while the file was imported."""
        key = (file, line)
        name = self._known.get(key)
        if name is None:
            # The innermost begins last.
            found = (
                each.name for each in self._codes.get(file, ()) if each.code.co_firstlineno <= line <= each.last_line()
            )
            name = self._known[key] = next(found, "<module>")
        return name


def _nested(code: CodeType, name: str) -> Iterator[tuple[CodeType, str]]:
    """What the body of a function or a class makes, with qualified names."""
    inner = f"{name}.<locals>." if code.co_flags & inspect.CO_OPTIMIZED else f"{name}."  # a class's is not
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each, inner + each.co_name
            yield from _nested(each, inner + each.co_name)


def _lines(code: CodeType) -> Sequence[int]:
    if hasattr(code, "co_lines"):  # since Python 3.10
        return [line for _, _, line in code.co_lines() if line]
    # Pairs of bytes: how far the code goes on, and a signed number of lines.
    lines, line = [code.co_firstlineno], code.co_firstlineno
    for step in code.co_lnotab[1::2]:
        line += step - 256 if step >= 128 else step
        lines.append(line)
    return lines
