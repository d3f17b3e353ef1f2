# SPDX-License-Identifier: MIT
"""Structs: the headers' layouts, with the meanings of their fields in syscalls.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .choices import Around, choose
from .errors import GenerateError
from .flags import FlagSets
from .language import SCALARS, Case, Meaning, Meanings, StructMeaning
from .spec import Case as SpecCase
from .spec import Link, Selector, Struct, StructField, Value
from .uapi import FieldLayout, StructLayout, StructSource, TypeLayout, Uapi
from .values import field_number, number

_PADDING = re.compile(r"_+(?:unused|pad|reserved|spare)\w*")
_MOST_LINKS = 2  # that bpf/include/traceleft/pieces.h follows
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
        self._built: dict[str, Struct] = {}

    def use(self, where: str, name: str) -> StructLayout:
        """The layout of a struct, which is generated then. Raises GenerateError if there is none of that name."""
        if name not in self._jobs:
            layout = self._layout(where, name)
            nothing = StructMeaning(StructSource("", f"{layout.kind} {layout.name}"))
            self._jobs[name] = _Job(name, layout, self._meanings.structs.get(name, nothing))
        return self._jobs[name].layout

    def has(self, name: str) -> bool:
        """Whether syscalls.toml speaks of such a struct."""
        return name in self._meanings.structs

    def links(self, where: str, name: str) -> tuple[Link, ...]:
        """The fields of a struct whose memory is captured with it, in the order of their pieces."""
        self.use(where, name)
        links = tuple(self._links(name, 0))
        if len(links) > _MOST_LINKS:
            raise GenerateError(f"{where}: {name} has more than {_MOST_LINKS} linked fields")
        return links

    def _links(self, name: str, base: int) -> Iterator[Link]:
        fields = self._of(name).fields
        for each in fields:
            if each.value.linked:
                link = self._link(self._jobs[name], each, fields)
                yield replace(link, offset=base + link.offset, count_offset=base + link.count_offset)
            elif each.value.kind == "struct" and each.value.struct:
                yield from self._links(each.value.struct, base + each.offset)

    def _link(self, job: _Job, field: StructField, fields: Sequence[StructField]) -> Link:
        if field.value.kind == "string":
            return Link(field.offset, narrow=field.value.size == 4)
        said = job.said.fields[field.name].count
        count = next((each for each in fields if said and said.form == "arg" and each.name == said.arg), None)
        if not count or count.value.size not in (1, 2, 4) or not field.value.of:
            raise GenerateError(f"{job.where}: {field.name}: count names no number of the struct")
        of = field.value.of
        size = self.use(job.where, of.struct).size if of.struct else of.size or 0
        return Link(field.offset, size, count.offset, count.value.size, field.value.size == 4)

    def _layout(self, where: str, name: str) -> StructLayout:
        if name in self._uapi.structs:
            return self._uapi.structs[name]
        if name in self._meanings.structs:
            raise GenerateError(f"{where}: the headers' file has no layout of {name}: extract it again")
        raise GenerateError(f"{where}: there is no struct {name}")

    def build(self) -> tuple[Struct, ...]:
        """All structs in use, and those in them."""
        while len(self._built) < len(self._jobs):
            for name in [name for name in self._jobs if name not in self._built]:
                self._of(name)
        for job in self._jobs.values():
            for place, keys in (("fields", job.said.fields), ("hide", job.said.hide), ("union", job.said.unions)):
                for key in keys:
                    if f"{place} {key}" not in job.used:
                        raise GenerateError(f"{job.where}: {place} names {key or 'a union'}, which does not exist")
        return tuple(struct for _, struct in sorted(self._built.items()))

    def _of(self, name: str) -> Struct:
        if name not in self._built:
            self._built[name] = self._build(self._jobs[name])
        return self._built[name]

    def _build(self, job: _Job) -> Struct:
        members = job.layout.fields
        if job.layout.kind == "union":
            members = self._chosen(job, "", members)
        fields = (*self._fields(job, members, 0), *self._tail(job))
        fields = tuple(replace(each, by=self._selector(job, each, fields)) for each in fields)
        if len({field.name for field in fields}) != len(fields):
            raise GenerateError(f"{job.where}: two fields have the same name")
        said = job.said
        if said.record and (not fields or said.record not in {field.name for field in fields[:-1]}):
            raise GenerateError(f"{job.where}: record names {said.record}, which is no field before the last")
        return Struct(
            *(job.name, said.source.c, job.layout.size, fields, said.by, self._cases(job, fields), said.note),
            *(said.record, said.align),
        )

    def _tail(self, job: _Job) -> Iterator[StructField]:
        """What follows the struct."""
        name = job.said.tail
        if not name:
            return
        if name not in job.said.fields:
            raise GenerateError(f"{job.where}: fields says nothing of the tail {name}")
        job.used.add(f"fields {name}")
        yield StructField(name, job.layout.size, self._loose(f"{job.where}: {name}", job.said.fields[name]))

    def _loose(self, where: str, meaning: Meaning) -> Value:
        """A value of which no layout tells the size."""
        if meaning.kind == "struct" and meaning.struct:
            self.use(where, meaning.struct)
            return Value("struct", struct=meaning.struct)
        if meaning.kind == "array" and meaning.of:
            count = meaning.count.number if meaning.count else None
            return Value("array", of=self._loose(where, meaning.of), count=count)
        if meaning.kind in SCALARS:
            return number(where, meaning, None, self._flags)
        if meaning.kind in ("beyond", "buffer", "string"):
            return Value(meaning.kind)
        raise GenerateError(f"{where}: nothing tells the size of {meaning.kind}")

    def _selector(self, job: _Job, field: StructField, fields: Sequence[StructField]) -> Selector | None:
        """Chooses the field's meaning by other fields' values."""
        said = job.said.fields.get(field.name, Meaning())
        return self._chooses(f"{job.where}: {field.name}", job, said, field.value, fields, None) if said.by else None

    def _chooses(
        self, where: str, job: _Job, said: Meaning, value: Value, fields: Sequence[StructField], around: Around
    ) -> Selector:
        by = said.by or ""
        places = [index for index, each in enumerate(fields) if each.name == by]
        if not places:
            raise GenerateError(f"{where}: there is no field {by}")

        def case(where: str, each: Case, names: Mapping[int, str]) -> SpecCase:
            if value.kind == "buffer":
                inner = self._loose(where, each.meaning)
            else:
                inner = field_number(where, each.meaning, value.size or 0, self._flags)
            further = each.meaning.by and self._chooses(where, job, each.meaning, value, fields, (by, each.values))
            return SpecCase(tuple(names), tuple(names.values()), inner, None, further or None)

        mask, cases = choose(where, said, job.said.fields.get(by, Meaning()), around, self._flags, case)
        return Selector(places[0], mask, cases, None)

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
        if by_typedef and by_typedef.kind in SCALARS and layout.kind in ("int", "enum", "char", "bool"):
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
        problem = meaning.problem(whole=meaning.kind not in ("array", "buffer"))
        if problem:
            raise GenerateError(f"{where} {problem}")
        if (
            meaning.kind in ("array", "string")
            and layout.kind in ("int", "pointer")
            and layout.size in (8, self._flags.word)
        ):
            of = self._loose(where, meaning.of) if meaning.of else None
            return Value(meaning.kind, layout.size, of=of, linked=True)
        if meaning.kind in ("beyond", "buffer", "string"):
            raise GenerateError(f"{where} is neither a pointer nor the tail")
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
