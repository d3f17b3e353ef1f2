# SPDX-License-Identifier: MIT
"""The user memory that a handler copies, and how much of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from . import language
from .errors import GenerateError
from .flags import FlagSets
from .formats import Field
from .language import Meaning
from .spec import Action, Argument, Branch, Capture, Extent, Value, Wrote
from .structs import Structs
from .values import is_pointer, number, pointee, width

# The most that a capture can take, bytes with those before its contents: EVENT_*_LIMIT in bpf/include. All but a
# call's last must leave that one its place in the scratch, whose size is a power of two.
_LARGEST = {"nothing": 0, "string": 4104, "text": 4104, "memory": 4104, "buffer": 32776, "passed": 1024}
_LARGEST_PIECES = 24 << 10
_SCRATCH = 64 << 10

NOTHING = Action("nothing")
_WRITTEN = frozenset({"out", "both", "overwritten"})
# What csrc/event/piece_layouts.cpp shows a message's control messages as.
_CONTROL = "cmsghdr"


@dataclass(frozen=True)
class Resolver:
    """Turns meanings of one syscall's arguments into values and actions."""

    fields: Sequence[Field]
    flags: FlagSets
    structs: Structs
    overwritten: frozenset[str] = frozenset()
    """The arguments whose memory the call overwrites."""

    def index(self, where: str, name: str) -> int:
        """An argument's place. Raises GenerateError if the syscall has no such argument."""
        for index, field in enumerate(self.fields):
            if field.name == name:
                return index
        raise GenerateError(f"{where}: there is no argument {name}")

    def value(self, where: str, meaning: Meaning, c_type: str) -> Value:
        """How the argument is to be read."""
        kind = meaning.kind or ""
        if kind in language.SCALARS:
            return number(where, meaning, c_type, self.flags)
        if kind in ("array", "pointers") and meaning.of:
            # Of an extent that the count doesn't divide, the elements are as many as the count says, or none.
            count = meaning.count.number if kind == "array" and meaning.count and meaning.extent else None
            if meaning.of.kind == "struct":
                return Value(kind, of=self.value(where, meaning.of, c_type), count=count)
            return Value(kind, of=number(where, meaning.of, pointee(c_type), self.flags), count=count)
        if kind in ("struct", "sockaddr"):
            struct = meaning.struct or "sockaddr"
            self.structs.use(where, struct)
            return Value("linked" if self.structs.links(where, struct) else "struct", struct=struct)
        if kind in ("msghdr", "mmsghdr") and self.structs.has(_CONTROL):
            self.structs.use(where, _CONTROL)
        return Value(kind)

    def action(self, where: str, meaning: Meaning, value: Value, dir: str | None) -> Action:
        """The action that fills the capture."""
        kind = meaning.kind or ""
        extent = self._extent(where, meaning.extent) if meaning.extent else None
        count = self._extent(where, meaning.count) if meaning.count else None
        if kind in language.SCALARS:
            return NOTHING
        if kind == "pointers" and value.of:
            action = Action(kind, count=count, size=self._size(where, value.of))
        elif kind in ("struct", "sockaddr", "array"):
            size = self._size(where, value.of or value)
            extent = extent or (_scaled(count, size) if count else Extent("number", number=size))
            links = self.structs.links(where, value.struct) if value.struct else ()
            action = Action("linked" if links else "memory", extent, links=links)
        elif kind == "mmsghdr" and dir == "out":
            action = Action("filled_mmsghdr", extent, count)
        elif meaning.environment:
            action = Action("environment")
        else:
            action = Action("text" if meaning.limited else kind, extent, count)
        if dir == "overwritten":
            _check_passed(where, action.extent)
            if action.links:
                raise GenerateError(f"{where}: what a struct points to can't be kept as it was passed")
        wrote = self._wrote(where, meaning.written) if dir == "out" else None
        return replace(action, wrote=wrote, overwritten=dir == "overwritten")

    def _wrote(self, where: str, written: str | None) -> Wrote:
        when, _, arg = (written or "success").partition(":")
        return Wrote(when, self.index(f"{where}: written", arg) if arg else 0)

    def _size(self, where: str, value: Value) -> int:
        return self.structs.use(where, value.struct).size if value.struct else value.size or 0

    def _extent(self, where: str, said: language.Extent) -> Extent:
        of = tuple(self._extent(where, part) for part in said.of)
        extent = Extent(said.form, number=said.number, of=of, div=said.div, mul=said.mul)
        if not said.arg:
            return extent
        arg = self.index(f"{where}: extent", said.arg)
        c_type = self.fields[arg].type
        if said.form == "at":
            if not is_pointer(c_type):
                raise GenerateError(f"{where}: extent: {said.arg} is no pointer")
            known = None if said.number else width(pointee(c_type), self.flags.word)
            bytes_ = known[0] if known and known[0] == 8 else 4
            overwritten = said.arg in self.overwritten
            if overwritten and bytes_ != 4:
                raise GenerateError(f"{where}: extent: {said.arg} is overwritten, and no number of 32 bits")
            return replace(extent, arg=arg, width=bytes_, overwritten=overwritten)
        known = width(c_type, self.flags.word)
        if not known or is_pointer(c_type):
            raise GenerateError(f"{where}: extent: {said.arg} is a {c_type}, which is no number")
        cast = "" if known[0] == 8 or said.form == "ioc" else "s32" if known[1] else "u32"
        return replace(extent, arg=arg, cast=cast)


def _check_passed(where: str, extent: Extent | None) -> None:
    """Raises GenerateError where the extent isn't known when the call is entered."""
    if extent and extent.form == "ret":
        raise GenerateError(f"{where}: it is overwritten, and when it is passed nothing has been returned yet")
    for part in extent.of if extent else ():
        _check_passed(where, part)


def _scaled(count: Extent, size: int) -> Extent:
    if count.form == "number":
        return replace(count, number=count.number * size)
    if count.form == "scale":
        return replace(count, mul=count.mul * size)
    return Extent("scale", of=(count,), mul=size) if size != 1 else count


def branched(action: Action, branches: Sequence[Branch]) -> tuple[Branch, ...]:
    """The branches beside the action: those that do the same are one, those that do as the action are none."""
    labels: dict[Branch, list[tuple[int, str]]] = {}
    for branch in branches:
        same = replace(branch, labels=())
        if same != Branch((), action):
            labels.setdefault(same, []).extend(branch.labels)
    return tuple(replace(branch, labels=tuple(sorted(values))) for branch, values in labels.items())


def actions(of: Capture | Branch) -> list[Action]:
    """All that may fill the capture."""
    return [of.action, *(action for branch in of.branches for action in actions(branch))]


def check(name: str, captures: Sequence[Capture], noreturn: bool) -> None:
    """Raises GenerateError where captures don't fit into an event, or wait for a success that never comes."""
    passed = sum(_LARGEST["passed"] for capture in captures if capture.passed is not None)
    before_last = passed + sum(max(map(_largest, actions(capture))) for capture in captures[:-1])
    if before_last >= _SCRATCH:
        raise GenerateError(f"{name}: its captures may take {before_last} bytes before the last of them begins")
    if noreturn and any(action.wrote or action.overwritten for capture in captures for action in actions(capture)):
        raise GenerateError(f"{name}: it never returns, so that nothing is out or overwritten")


def entered(captures: Sequence[Capture], args: Sequence[Argument], always: bool) -> tuple[Capture, ...]:
    """The captures, where memory that only goes in is read at the call's entry if the call may overwrite it: a string
    if that, for the same value of a selector, writes to any memory; structs and arrays if it writes such, for callers
    pass one for both. If it blocks, which no capture tells, strings are `always`."""

    def late(action: Action, arg: Argument, by: int | None, values: Sequence[int | None]) -> Action:
        if not all(_direction(arg, by, value) == "in" for value in values):
            return action
        written = [other for other in args for value in values if _direction(other, by, value) in _WRITTEN]
        if action.what in ("string", "text") and (always or written):
            return replace(action, what=f"entered_{action.what}")
        if action.what == "memory" and not arg.by and any(other.value == arg.value for other in written):
            return replace(action, what="entered_memory")
        return action

    def of(capture: Capture) -> Capture:
        arg = args[capture.arg]
        if not capture.branches:
            return replace(capture, action=late(capture.action, arg, None, [None]))
        inner = [action for each in capture.branches for deeper in each.branches for action in actions(deeper)]
        if any(action.what in ("string", "text") for action in inner):
            raise GenerateError(f"{arg.name}: a string can't depend on two arguments")
        branches = (
            replace(each, action=late(each.action, arg, capture.by, [value for value, _ in each.labels]))
            for each in capture.branches
        )
        return replace(capture, branches=tuple(branches))

    return tuple(map(of, captures))


def is_kept(action: Action) -> bool:
    """Whether the call's entry program keeps the memory."""
    return action.overwritten or action.what.startswith("entered_")


def is_entered(capture: Capture) -> bool:
    return any(map(is_kept, actions(capture)))


def _direction(arg: Argument, by: int | None, value: int | None) -> str | None:
    """The direction of an argument where `by` has the value; where it doesn't depend on that one, for any value."""
    if arg.by is None or arg.by.arg != by:
        return arg.dir
    return next((case.dir for case in arg.by.cases if value in case.values), arg.by.dir)


def executed(name: str, captures: Sequence[Capture]) -> tuple[int, ...]:
    """The captures, each with its argument, that a program's file name, arguments and environment fill."""
    if [(capture.action.what, capture.branches) for capture in captures] != [
        ("string", ()),
        ("strings", ()),
        ("environment", ()),
    ]:
        raise GenerateError(f"{name}: what executes has a string, a vector of strings and an environment")
    return tuple(number for capture in captures for number in (capture.index, capture.arg))


def _largest(action: Action) -> int:
    return _LARGEST.get(action.what, _LARGEST_PIECES)


def default_direction(c_type: str) -> str:
    """A pointer to const memory goes in only."""
    return "in" if c_type.startswith("const ") and is_pointer(c_type) and c_type.endswith("*") else "both"
