# SPDX-License-Identifier: MIT
"""Joins formats, headers and syscalls.toml into the spec."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from . import captures, language
from .captures import Resolver
from .choices import Around, choose
from .errors import GenerateError
from .flags import FlagSets
from .formats import MAX_ARGUMENTS, Field, Format
from .language import MEMORY, SCALARS, Meaning, Meanings, SyscallMeaning
from .spec import Argument, Branch, Capture, Case, Condition, Selector, Spec, Syscall
from .structs import Structs
from .uapi import Uapi
from .values import is_pointer, number, plain_type, width

_MAX_CAPTURES = 12
# The arguments of a syscall of which only the number is known.
_RAW = tuple(Field("unsigned long", f"arg{index}") for index in range(6))


def build(
    inputs: Sequence[tuple[Mapping[str, Format], Uapi]], meanings: Meanings, compat: Sequence[Uapi] = ()
) -> tuple[Spec, ...]:
    """Everything to generate, of each architecture: all that has a format there, and all else that has a number.
    Behind them, the same of each ABI of `compat`, all of whose calls have a number.

    A call that an architecture's kernels were built without has the first format that another one's has.
    Raises GenerateError, which names the syscall, the flag set or the struct that doesn't fit.
    """
    named = [(_by_name(formats, uapi, meanings), uapi) for formats, uapi in inputs]
    names = [set(formats).union(uapi.syscalls) - set(meanings.skip) for formats, uapi in named]
    everything = set[str]().union(*names)
    borrowed: dict[str, Format] = {}
    for formats, _ in reversed(named):
        borrowed.update(formats)
    for name in sorted(set(meanings.syscalls) - everything):
        raise GenerateError(f"syscalls.{name}: neither a format nor a number is known of it")
    for name in sorted({*meanings.instead, *meanings.instead.values()} - everything):
        raise GenerateError(f"instead: neither a format nor a number is known of {name}")
    for name in sorted({call for calls in meanings.classes.values() for call in calls} - everything):
        raise GenerateError(f"classes: neither a format nor a number is known of {name}")
    specs = [
        _spec({**borrowed, **formats}, uapi, meanings.of(uapi.arch), own, everything - own)
        for (formats, uapi), own in zip(named, names)
    ]
    for abi in compat:
        formats = next(formats for formats, uapi in named if uapi.arch == meanings.compat[abi.arch])
        own = meanings.of(abi.arch)
        numbers = {meanings.differences[abi.arch].names.get(name, name): nr for name, nr in abi.syscalls.items()}
        specs.append(_spec(formats, replace(abi, syscalls=numbers), own, numbers.keys() - own.skip, ()))
    return tuple(specs)


def _by_name(formats: Mapping[str, Format], uapi: Uapi, meanings: Meanings) -> dict[str, Format]:
    """An architecture's formats by their syscalls' names."""
    if uapi.arch not in meanings.architectures:
        raise GenerateError(f"the constants are {uapi.arch}'s, syscalls.toml is {', '.join(meanings.architectures)}'s")
    return {meanings.names.get(name, name): format for name, format in formats.items()}


def _spec(
    formats: Mapping[str, Format], uapi: Uapi, meanings: Meanings, names: Collection[str], absent: Collection[str]
) -> Spec:
    flags = FlagSets(uapi, meanings)
    structs = Structs(uapi, meanings, flags)
    syscalls = []
    for name in sorted(names):
        if name not in uapi.syscalls:
            raise GenerateError(
                f"{name}: {uapi.arch}'s uapi headers ({uapi.headers}) have no number for it: "
                "newer headers are needed: scripts/fetch_headers"
            )
        nr = uapi.syscalls[name]
        syscalls.append(_Syscall(name, nr, _format(name, formats, meanings), meanings, flags, structs).build())
    instead = tuple((name, meanings.instead.get(name)) for name in sorted(absent))
    return Spec(uapi.arch, tuple(syscalls), flags.build(), structs.build(), instead, _classes(syscalls, meanings))


def _classes(syscalls: Sequence[Syscall], meanings: Meanings) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The named sets of the calls that there are."""
    names = {syscall.name for syscall in syscalls}
    taking = {
        "desc": {syscall.name for syscall in syscalls if syscall.has_descriptor},
        "file": {syscall.name for syscall in syscalls if syscall.has_path},
    }
    said = {key: names.intersection(calls) for key, calls in meanings.classes.items()}
    return tuple(
        (key, tuple(sorted(said.get(key, set()) | taking.get(key, set())))) for key in sorted({*said, *taking})
    )


def _format(name: str, formats: Mapping[str, Format], meanings: Meanings) -> Format | None:
    """A call's format. Under an ABI that has none, it is the native call's, unless that has another signature."""
    stanza = meanings.syscalls.get(name, SyscallMeaning())
    if not meanings.is_compat:
        return formats.get(name)
    return None if stanza.signature is not None else formats.get(stanza.like or name)


class _Syscall:
    """One syscall in the making."""

    def __init__(
        self, name: str, nr: int, format: Format | None, meanings: Meanings, flags: FlagSets, structs: Structs
    ) -> None:
        self._name, self._nr, self._format, self._meanings, self._flags = name, nr, format, meanings, flags
        self._stanza = meanings.syscalls.get(name, SyscallMeaning())
        if format and self._stanza.signature is not None:
            raise GenerateError(f"{name}: a format gives its signature: syscalls.toml need not")
        signature = _RAW if self._stanza.signature is None else self._stanza.signature
        self._fields = format.fields if format else signature
        self._resolver = Resolver(self._fields, flags, structs)
        for arg in self._stanza.args:
            self._resolver.index(f"{name}: syscalls.toml", arg)
        self._said = {field.name: self._meaning(field) for field in self._fields}
        overwritten = frozenset(name for name, meaning in self._said.items() if meaning.dir == "overwritten")
        self._resolver = replace(self._resolver, overwritten=overwritten)
        self._captures: list[Capture] = []

    def build(self) -> Syscall:
        args = tuple(self._argument(index, field) for index, field in enumerate(self._fields))
        captures.check(self._name, self._captures, self._stanza.noreturn)
        late = self._stanza.noreturn or self._stanza.executes
        captured = tuple(self._captures) if late else captures.entered(self._captures, args, bool(self._stanza.entered))
        if self._stanza.entered and not any(map(captures.is_entered, captured)):
            raise GenerateError(f"{self._name}: entered: it has no string that only goes in")
        by_arg = {capture.arg: capture for capture in captured}
        args = tuple(
            replace(arg, entered=captures.is_entered(by_arg[index])) if index in by_arg else arg
            for index, arg in enumerate(args)
        )
        hooked = self._format if not self._meanings.is_compat else None
        return Syscall(
            self._name,
            self._nr,
            hooked.name if hooked else None,
            hooked.name if hooked else self._name,
            "entry" if self._stanza.noreturn else "exit",
            number(f"{self._name}: returns", self._stanza.returns, None, self._flags),
            args,
            captured,
            captures.executed(self._name, self._captures) if self._stanza.executes else (),
            self._pairs(captured),
            self._stanza.serves or ((self._stanza.like,) if self._stanza.like else ()),
            self._descriptor("reads", self._stanza.reads),
            self._descriptor("writes", self._stanza.writes),
        )

    def _descriptor(self, key: str, name: str | None) -> int | None:
        """The argument of that name, which is to be a descriptor."""
        if name is None:
            return None
        where = f"{self._name}: {key}"
        index = self._resolver.index(where, name)
        if self._said[name].kind != "fd":
            raise GenerateError(f"{where}: {name} is no descriptor")
        return index

    def _pairs(self, captured: Sequence[Capture]) -> tuple[int, ...]:
        """The arguments that are wider than a register, and so in two: the low half's comes first."""
        word = self._flags.word
        pairs = [index for index, field in enumerate(self._fields) if (width(field.type, word) or (0,))[0] > word]
        if len(self._fields) + len(pairs) > MAX_ARGUMENTS:
            raise GenerateError(f"{self._name}: more than {MAX_ARGUMENTS} registers")
        if pairs and any(captures.is_entered(capture) and capture.arg > pairs[0] for capture in captured):
            raise GenerateError(f"{self._name}: a string is read at its entry that lies behind a pair of registers")
        return tuple(pairs)

    def _meaning(self, field: Field) -> Meaning:
        """An argument's meaning: its own, its type and name's, or its type's. A raw argument needs none."""
        where = f"{self._name}: {field.name}"
        default = Meaning()
        for c_type in dict.fromkeys((field.type, plain_type(field.type))):
            for said in (self._meanings.arguments.get((c_type, field.name)), self._meanings.types.get(c_type)):
                default = default.over(said or Meaning())
        if self._fields is _RAW:
            default = Meaning(kind="hex")
        elif default.kind is None and is_pointer(field.type):
            default = default.over(Meaning(kind="pointer"))
        meaning = self._stanza.args.get(field.name, Meaning()).over(default)
        if meaning.kind is None:
            raise GenerateError(f"{where}: syscalls.toml says nothing of the type {field.type}")
        problem = meaning.problem()
        if problem:
            raise GenerateError(f"{where} {problem}")
        if is_pointer(field.type) and meaning.kind in SCALARS and not meaning.why:
            raise GenerateError(f"{where}: what it points to is not captured: say why, or what it is ({field.type})")
        for case in meaning.cases or ():
            if is_pointer(field.type) and case.meaning.kind == "pointer" and not case.meaning.why:
                raise GenerateError(f"{where}: {case.values[0]}: what it points to is not captured: say why")
        return meaning

    def _argument(self, arg: int, field: Field) -> Argument:
        meaning, where = self._said[field.name], f"{self._name}: {field.name}"
        value = self._resolver.value(where, meaning, field.type)
        direction = self._direction(meaning, field)
        action = self._resolver.action(where, meaning, value, direction)
        by = self._selector(where, meaning, field) if meaning.by else None
        capture = Capture(self._capture_count(), arg, action)
        if by:
            branches = captures.branched(action, self._branches(where, meaning, by))
            capture = replace(capture, by=by.arg, mask=by.mask, branches=branches)
        captured = any(action != captures.NOTHING for action in captures.actions(capture))
        overwritten = any(action.overwritten for action in captures.actions(capture))
        if overwritten:
            capture = replace(capture, passed=capture.index + 1)
        if captured:
            self._captures.append(capture)
        if self._capture_count() > _MAX_CAPTURES:
            raise GenerateError(f"{where}: more than {_MAX_CAPTURES} captures")
        directions = {direction, *(case.dir for case in (by.cases if by else ()))} - {None}
        return Argument(
            field.name,
            field.type,
            value,
            (directions.pop() if len(directions) == 1 else "both") if captured else None,
            capture.index if captured else None,
            self._condition(where, meaning),
            by,
            meaning.why,
            overwritten=overwritten,
            environment=bool(meaning.environment),
        )

    def _capture_count(self) -> int:
        """The number of an event's captures so far."""
        return sum(1 if capture.passed is None else 2 for capture in self._captures)

    def _direction(self, meaning: Meaning, field: Field) -> str | None:
        if meaning.kind not in MEMORY:
            return None
        return meaning.dir or captures.default_direction(field.type)

    def _selector(self, where: str, meaning: Meaning, field: Field, around: Around = None) -> Selector:
        """The cases with their values, which the selecting argument's flag set gives."""
        by = meaning.by or ""
        arg = self._resolver.index(f"{where}: by", by)

        def case(where: str, said: language.Case, names: Mapping[int, str]) -> Case:
            value = self._resolver.value(where, said.meaning, field.type)
            direction = self._direction(said.meaning, field)
            inner = self._selector(where, said.meaning, field, (by, said.values)) if said.meaning.by else None
            if inner and any(each.dir != direction for each in inner.cases):
                raise GenerateError(f"{where}: a case's cases have its direction")
            return Case(tuple(names), tuple(names.values()), value, direction, inner)

        mask, cases = choose(where, meaning, self._said[by], around, self._flags, case)
        return Selector(arg, mask, cases, self._direction(meaning, field))

    def _branches(self, where: str, meaning: Meaning, by: Selector) -> list[Branch]:
        branches = []
        for said, case in zip(meaning.cases or (), by.cases):
            action = self._resolver.action(where, said.meaning, case.value, case.dir)
            branch = Branch(tuple(zip(case.values, case.names)), action)
            inner = captures.branched(action, self._branches(where, said.meaning, case.by)) if case.by else ()
            if case.by and inner:
                branch = replace(branch, by=case.by.arg, mask=case.by.mask, branches=inner)
            branches.append(branch)
        return branches

    def _condition(self, where: str, meaning: Meaning) -> Condition | None:
        when = meaning.when
        if not when:
            return None
        arg = self._resolver.index(f"{where}: when", when.arg)
        flags = self._flags.known(f"{where}: when: {when.arg}", self._said[when.arg].flags)
        mask = 0
        for name in when.any:
            mask |= self._flags.value(f"{where}: when", flags, name)
        return Condition(arg, mask)
