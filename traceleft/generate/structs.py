# SPDX-License-Identifier: MIT
"""Structs: the headers' layouts, with the meanings of their fields in syscalls.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .errors import GenerateError
from .flags import FlagSets
from .language import SCALARS, Meaning, Meanings, StructMeaning
from .spec import Struct, StructField, Value
from .uapi import FieldLayout, StructLayout, StructSource, TypeLayout, Uapi
from .values import field_number

_PADDING = re.compile(r"_+(?:unused|pad|reserved|spare)\w*")
_BY_TYPEDEF = {"__be16": Meaning(kind="be16"), "__be32": Meaning(kind="be32")}


@dataclass
class _Job:
    """A struct to build: its layout, its meaning, and the used names of that, in it or in a nameless part."""

    name: str
    layout: StructLayout
    said: StructMeaning
    used: set[str] = field(default_factory=set)

    @property
    def where(self) -> str:
        return f"structs.{self.name}"

    def part(self, name: str, layout: TypeLayout) -> _Job:
        """The struct that a field consists of, if it has no name: the meaning of the whole counts there, too."""
        name = f"{self.name}_{name.strip('_')}"
        said = replace(self.said, source=StructSource("", layout.kind), by=None, cases={}, note=None)
        return _Job(name, StructLayout(name, layout.kind, layout.size, layout.members), said, self.used)


class Structs:
    """The structs that something speaks of, and those that they hold."""

    def __init__(self, uapi: Uapi, meanings: Meanings, flags: FlagSets) -> None:
        self._uapi, self._meanings, self._flags = uapi, meanings, flags
        self._jobs: dict[str, _Job] = {}

    def use(self, where: str, name: str) -> StructLayout:
        """The layout of a struct, which is generated then. Raises GenerateError if there is none of that name."""
        if name not in self._jobs:
            layout = self._layout(where, name)
            nothing = StructMeaning(StructSource("", f"{layout.kind} {layout.name}"))
            self._jobs[name] = _Job(name, layout, self._meanings.structs.get(name, nothing))
        return self._jobs[name].layout

    def _layout(self, where: str, name: str) -> StructLayout:
        if name in self._uapi.structs:
            return self._uapi.structs[name]
        if name in self._meanings.structs:
            raise GenerateError(f"{where}: the headers' file has no layout of {name}: extract it again")
        raise GenerateError(f"{where}: there is no struct {name}")

    def build(self) -> tuple[Struct, ...]:
        """All structs in use, and those in them."""
        built: dict[str, Struct] = {}
        while len(built) < len(self._jobs):
            for job in [job for name, job in self._jobs.items() if name not in built]:
                built[job.name] = self._build(job)
        for job in self._jobs.values():
            for place, keys in (("fields", job.said.fields), ("hide", job.said.hide), ("union", job.said.unions)):
                for key in keys:
                    if f"{place} {key}" not in job.used:
                        raise GenerateError(f"{job.where}: {place} names {key or 'a union'}, which does not exist")
        return tuple(struct for _, struct in sorted(built.items()))

    def _build(self, job: _Job) -> Struct:
        members = job.layout.fields
        if job.layout.kind == "union":
            members = self._chosen(job, "", members)
        fields = tuple(self._fields(job, members, 0))
        if len({field.name for field in fields}) != len(fields):
            raise GenerateError(f"{job.where}: two fields have the same name")
        said = job.said
        return Struct(job.name, said.source.c, job.layout.size, fields, said.by, self._cases(job, fields), said.note)

    def _cases(self, job: _Job, fields: Sequence[StructField]) -> tuple[tuple[int, str], ...]:
        if job.said.by is None:
            return ()
        selector = next((field.value for field in fields if field.name == job.said.by), None)
        if not selector or not selector.flags:
            raise GenerateError(f"{job.where}: by names {job.said.by}, which is no field of kind flags")
        cases = []
        for constant, struct in job.said.cases.items():
            self.use(f"{job.where}: cases", struct)
            cases.append((self._flags.value(f"{job.where}: cases", selector.flags, constant), struct))
        if len({value for value, _ in cases}) != len(cases):
            raise GenerateError(f"{job.where}: two cases have the same value")
        return tuple(sorted(cases))

    def _fields(self, job: _Job, members: Sequence[FieldLayout], base: int) -> Iterator[StructField]:
        """The fields to show. `base` is where the members' struct begins, in bits."""
        for member in members:
            offset = base + member.offset_bits
            if not member.name:
                inner = member.type.members
                if member.type.kind == "union":
                    inner = self._chosen(job, "", inner)
                yield from self._fields(job, inner, offset)
            elif not self._hidden(job, member.name):
                value = self._value(job, member.name, member.type)
                if value and member.bit_width is not None:
                    yield _bit_field(job, member, offset, value)
                elif value:
                    yield StructField(member.name, offset // 8, value)

    def _hidden(self, job: _Job, name: str) -> bool:
        if name in job.said.fields:
            return False
        hidden = bool(_PADDING.fullmatch(name))
        for pattern in job.said.hide:
            if name == pattern or (pattern.endswith("*") and name.startswith(pattern[:-1])):
                job.used.add(f"hide {pattern}")
                hidden = True
        return hidden

    def _chosen(self, job: _Job, name: str, members: Sequence[FieldLayout]) -> tuple[FieldLayout, ...]:
        """The one member of a union that is shown: that which syscalls.toml names, or the first."""
        for key in (name or next(_names(members), ""), *([] if name else [""])):
            wanted = job.said.unions.get(key)
            found = [member for member in members if wanted in (member.name, *_names(member.type.members))]
            if found:
                job.used.add(f"union {key}")
                return (found[0],)
            if wanted and key:
                raise GenerateError(f"{job.where}: union: {key} has no member {wanted}")
        return tuple(members[:1])

    def _value(self, job: _Job, name: str, layout: TypeLayout) -> Value | None:
        """The value in a field; None if there is nothing to show, as for an array without an end."""
        if layout.kind == "union":
            members = layout.members
            if layout.struct:
                members = self._layout(f"{job.where}: {name}", layout.struct).fields
            chosen = self._chosen(job, name, members)
            if not chosen:
                return None
            layout = replace(chosen[0].type, size=min(layout.size, chosen[0].type.size))
        meaning = job.said.fields.get(name)
        if meaning:
            job.used.add(f"fields {name}")
            return self._said(f"{job.where}: {name}", meaning, layout)
        return self._default(job, name, layout)

    def _default(self, job: _Job, name: str, layout: TypeLayout) -> Value | None:
        by_typedef = self._meanings.types.get(layout.typedef or "") or _BY_TYPEDEF.get(layout.typedef or "")
        if (
            by_typedef
            and by_typedef.kind in SCALARS | {"be16", "be32"}
            and layout.kind in ("int", "enum", "char", "bool")
        ):
            return field_number(f"{job.where}: {name}", by_typedef, layout.size, self._flags)
        if layout.kind == "pointer":
            return Value("pointer", layout.size)
        if layout.kind == "float" and layout.size <= 8:
            return Value("hex", layout.size)
        if layout.kind == "array" and layout.element:
            element = layout.element
            if element.kind == "char":
                return Value("chars", layout.size) if layout.size else None
            inner = self._value(job, name, element) if layout.size else None
            return Value("array", of=inner, count=layout.count) if inner else None
        if layout.kind in ("struct", "union"):
            if layout.struct:
                self.use(f"{job.where}: {name}", layout.struct)
                return Value("struct", struct=layout.struct)
            part = job.part(name, layout)
            return Value("struct", struct=self._jobs.setdefault(part.name, part).name)
        if layout.size > 8:  # __int128
            return Value("array", of=Value("hex", 8), count=layout.size // 8)
        return Value("int" if layout.signed else "uint", layout.size)

    def _said(self, where: str, meaning: Meaning, layout: TypeLayout) -> Value:
        """A field's value by syscalls.toml, with its layout's size; a number's kind goes for an array's elements."""
        problem = meaning.problem(whole=meaning.kind != "array")
        if problem:
            raise GenerateError(f"{where} {problem}")
        if meaning.kind == "struct" and meaning.struct:
            if self.use(where, meaning.struct).size > layout.size:
                raise GenerateError(f"{where}: {meaning.struct} is longer than the field")
            return Value("struct", struct=meaning.struct)
        element = layout.element
        if meaning.kind == "array":
            if not element or not meaning.of:
                raise GenerateError(f"{where} is no array")
            inner = self._said(where, meaning.of, element)
            return Value("array", of=inner, count=layout.count)
        if element and meaning.kind not in ("chars", "socket_name", "in_addr", "in6_addr"):
            return Value("array", of=self._said(where, meaning, element), count=layout.count)
        return field_number(where, meaning, layout.size, self._flags)


def _names(members: Sequence[FieldLayout]) -> Iterator[str]:
    """The members' names, and those that unnamed members hold."""
    for member in members:
        if member.name:
            yield member.name
        else:
            yield from _names(member.type.members)


def _bit_field(job: _Job, member: FieldLayout, offset: int, value: Value) -> StructField:
    """Its bits within the bytes of its type, or, where it crosses two of these, within eight bytes of its own."""
    width = member.bit_width or 0
    for size, start in ((value.size or 8, offset // ((value.size or 8) * 8) * (value.size or 8)), (8, offset // 8)):
        shift = offset - start * 8
        if shift + width <= size * 8 and start + size <= job.layout.size:
            return StructField(member.name, start, replace(value, size=size, bit=(shift, width)))
    raise GenerateError(f"{job.where}: {member.name} is a bit-field in an odd place")
