# SPDX-License-Identifier: MIT
"""The facts of the C headers: syscall numbers, flags, constants, ioctl commands and struct layouts, kept as JSON.

headers.py extracts them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from .errors import GenerateError
from .formats import is_identifier

KINDS = ("int", "char", "bool", "float", "enum", "pointer", "array", "struct", "union")
"""A field's kinds."""

_SCALAR_SIZES = {
    "int": (1, 2, 4, 8, 16),
    "char": (1,),
    "bool": (1,),
    "float": (4, 8, 16),
    "enum": (1, 2, 4, 8),
    "pointer": (4, 8),
}
_MAX_DEPTH = 16  # arrays and structs in one another


@dataclass(frozen=True)
class FlagSource:
    """Where a flag set comes from: headers, and which of their macros (or one enum's enumerators) belong to it."""

    headers: tuple[str, ...]
    """As in #include <...>: "linux/fcntl.h", "sys/socket.h". Macros of the headers that they include count, too."""
    prefixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Macros or enumerators beside the prefixes."""
    enum: str | None = None
    """The enum whose enumerators belong here: its tag, or its typedef's name."""
    exclude: tuple[str, ...] = ()
    """Regular expressions; a name that one of them matches as a whole is left out, unless it is in `names`."""
    numbers: tuple[str, ...] = ()
    """Macros that are no names of values, but masks and shifts."""

    @property
    def has_names(self) -> bool:
        """Whether a header names values of it: some words are only made of parts."""
        return bool(self.prefixes or self.names or self.enum)

    def wants(self, name: str) -> bool:
        """Whether the macro belongs here. "__O_TMPFILE" has the prefix "O_": conditions may need it."""
        if name in self.names or name in self.numbers:
            return True
        internal = name[2:] if name.startswith("__") else name
        return internal.startswith(self.prefixes) and not self.excludes(name)

    def excludes(self, name: str) -> bool:
        """Whether `exclude` says no."""
        return any(re.fullmatch(pattern, name) for pattern in self.exclude)


@dataclass(frozen=True)
class StructSource:
    """Where a struct comes from: a header, and the C type in it ("struct stat", "cap_user_header_t")."""

    header: str
    c: str


@dataclass(frozen=True)
class TypeLayout:
    """A field's type. Members that don't apply to its kind are None or empty."""

    kind: str
    """int, char, bool, float, enum, pointer, array, struct or union."""
    size: int
    """Bytes; 0 for a flexible array."""
    signed: bool = False
    """Whether an int, char or enum has a sign."""
    typedef: str | None = None
    """The name that the header spells ("__be16", "uid_t"), where the type is given through a typedef."""
    struct: str | None = None
    """struct and union: its name in `Uapi.structs`; None if it is anonymous and its `members` are here."""
    members: tuple[FieldLayout, ...] = ()
    """The members of an anonymous struct or union, with offsets from its own start."""
    element: TypeLayout | None = None
    count: int = 0
    """Elements of an array. [2][3] is an array of arrays; a flexible array's count is 0."""


@dataclass(frozen=True)
class FieldLayout:
    """A field of a struct or union. `name` is "" for an unnamed struct or union in it."""

    name: str
    offset_bits: int
    """From the start of the struct that holds it."""
    type: TypeLayout
    bit_width: int | None = None
    """The width of a bit-field; None for all others, which have an offset of whole bytes."""


@dataclass(frozen=True)
class StructLayout:
    """A struct or union ("kind") as user space lays it out."""

    name: str
    kind: str
    size: int
    fields: tuple[FieldLayout, ...]


@dataclass(frozen=True)
class Uapi:
    """The constants of one architecture. Within a flag set they stand in their header's order."""

    arch: str
    headers: str
    """The kernel release of the headers, major.minor."""
    constants: Mapping[str, int]
    """Single constants, signed as in C: AT_FDCWD is -100."""
    flags: Mapping[str, Mapping[str, int]]
    """By flag set. Never negative: (1 << 31) is 0x80000000, as the kernel sees it in a register's low half."""
    syscalls: Mapping[str, int]
    ioctls: Mapping[str, int] = field(default_factory=dict)
    """ioctl commands, u32, one name for each value."""
    structs: Mapping[str, StructLayout] = field(default_factory=dict)
    """By the name in [structs.NAME]; those nested in them by their C name without "struct", or their typedef's."""

    @property
    def word(self) -> int:
        """Bytes of a long and of a pointer."""
        return word_size(self.arch)


def word_size(arch: str) -> int:
    """Bytes of a long and of a pointer: every Linux ABI has both of one size."""
    return 4 if arch == "i386" else 8


def dump(uapi: Uapi) -> str:
    """The JSON text that `load` reads: a line for each constant and each field."""
    numbers = {"constants": uapi.constants, "flags": uapi.flags, "syscalls": uapi.syscalls, "ioctls": uapi.ioctls}
    head = json.dumps({"arch": uapi.arch, "headers": uapi.headers, **numbers}, indent=2)
    structs = ",\n".join(_dump_struct(layout) for layout in uapi.structs.values())
    return head[: -len("\n}")] + ',\n  "structs": {' + (f"\n{structs}\n  " if structs else "") + "}\n}\n"


def load(text: str, source: str) -> Uapi:
    """Reads the output of `dump`. Raises GenerateError, which names `source` and the key."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GenerateError(f"{source}: not JSON: {error}") from None
    if not isinstance(data, dict):
        raise GenerateError(f"{source}: not an object")
    arch, headers, flags, structs = (data.get(key) for key in ("arch", "headers", "flags", "structs"))
    if not (isinstance(arch, str) and isinstance(headers, str) and isinstance(flags, dict)):
        raise GenerateError(f"{source}: arch, headers or flags is missing")
    if not isinstance(structs, dict):
        raise GenerateError(f"{source}: structs: not an object")
    layouts = {name: _struct(name, value, f"{source}: structs.{ascii(name)[1:-1]}") for name, value in structs.items()}
    _check_nesting(layouts, source)
    return Uapi(
        arch,
        headers,
        _integers(data.get("constants"), f"{source}: constants", -(2**63)),
        {key: _integers(values, f"{source}: flags.{ascii(key)[1:-1]}") for key, values in flags.items()},
        _integers(data.get("syscalls"), f"{source}: syscalls", limit=2**32),
        _integers(data.get("ioctls"), f"{source}: ioctls", limit=2**32),
        layouts,
    )


def _integers(data: object, where: str, lowest: int = 0, limit: int = 2**64) -> dict[str, int]:
    if not isinstance(data, dict):
        raise GenerateError(f"{where}: not an object")
    for name, value in data.items():
        if not is_identifier(name) or type(value) is not int or not lowest <= value < limit:
            raise GenerateError(f"{where}: bad constant {name!a}")
    return data


def _dump_struct(layout: StructLayout) -> str:
    fields = ",\n".join(f"      {json.dumps(_without_defaults(field))}" for field in layout.fields)
    head = f'    "{layout.name}": {{"kind": "{layout.kind}", "size": {layout.size}, "fields": ['
    return f"{head}\n{fields}\n    ]}}" if fields else f"{head}]}}"


def _without_defaults(layout: FieldLayout | TypeLayout) -> dict[str, object]:
    """A layout as JSON: its attributes, but for those that say nothing."""
    data: dict[str, object] = {}
    for attribute in fields(layout):
        value = getattr(layout, attribute.name)
        if value == attribute.default:
            continue
        if isinstance(value, (FieldLayout, TypeLayout)):
            value = _without_defaults(value)
        elif isinstance(value, tuple):
            value = [_without_defaults(member) for member in value]
        data[attribute.name] = value
    return data


def _struct(name: object, data: object, where: str) -> StructLayout:
    entry = _Entry(data, where)
    entry.allow("kind", "size", "fields")
    if not is_identifier(str(name)):
        raise GenerateError(f"{where}: bad name")
    kind, size = entry.one_of("kind", ("struct", "union")), entry.integer("size")
    return StructLayout(str(name), kind, size, _fields(entry.list("fields"), size, where, 0))


def _fields(data: Iterable[object], size: int, where: str, depth: int) -> tuple[FieldLayout, ...]:
    found = []
    for item in data:
        entry = _Entry(item, where)
        entry.allow("name", "offset_bits", "type", "bit_width")
        name = entry.get("name")
        if not isinstance(name, str) or (name and not is_identifier(name)):
            raise GenerateError(f"{where}: bad field {name!a}")
        entry.where = f"{where}.{name}"
        field = FieldLayout(
            name,
            entry.integer("offset_bits"),
            _type(entry.get("type"), entry.where, depth),
            entry.integer("bit_width") if entry.get("bit_width") is not None else None,
        )
        width = field.type.size * 8 if field.bit_width is None else field.bit_width
        if field.offset_bits + width > size * 8 or (field.bit_width is None and field.offset_bits % 8):
            raise GenerateError(f"{entry.where}: lies outside")
        found.append(field)
    return tuple(found)


def _type(data: object, where: str, depth: int) -> TypeLayout:
    entry = _Entry(data, where)
    entry.allow("kind", "size", "signed", "typedef", "struct", "members", "element", "count")
    if depth > _MAX_DEPTH:
        raise GenerateError(f"{where}: nested too deep")
    kind, size = entry.one_of("kind", KINDS), entry.integer("size")
    element = _type(entry.get("element"), where, depth + 1) if kind == "array" else None
    count = entry.integer("count") if entry.get("count") is not None else 0
    if size != (element.size * count if element else size) or (
        kind in _SCALAR_SIZES and size not in _SCALAR_SIZES[kind]
    ):
        raise GenerateError(f"{where}: bad size")
    members = _fields(entry.list("members"), size, where, depth + 1) if entry.get("members") is not None else ()
    struct = entry.optional_name("struct")
    if (members or struct) and kind not in ("struct", "union"):
        raise GenerateError(f"{where}: {kind} has no members")
    return TypeLayout(
        kind, size, entry.get("signed") is True, entry.optional_name("typedef"), struct, members, element, count
    )


def _check_nesting(layouts: Mapping[str, StructLayout], source: str) -> None:
    """Each struct that a field names is there, as large as the field says, and none is in itself."""
    done: set[str] = set()

    def visit(name: str, within: tuple[str, ...]) -> None:
        if name in within or len(within) > _MAX_DEPTH:
            raise GenerateError(f"{source}: structs.{name}: nested in itself, or too deep")
        if name not in done:
            visit_fields(layouts[name].fields, (*within, name))
            done.add(name)

    def visit_fields(members: Iterable[FieldLayout], within: tuple[str, ...]) -> None:
        for member in members:
            type_ = member.type
            while type_.element:
                type_ = type_.element
            visit_fields(type_.members, within)
            if type_.struct:
                nested = layouts.get(type_.struct)
                if not nested or (nested.kind, nested.size) != (type_.kind, type_.size):
                    raise GenerateError(f"{source}: structs.{within[-1]}: {member.name}: no such {type_.struct}")
                visit(type_.struct, within)

    for name in layouts:
        visit(name, ())


class _Entry:
    """A JSON object that knows where it stands, for errors."""

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise GenerateError(f"{where}: not an object")
        self._data, self.where = data, where

    def allow(self, *keys: str) -> None:
        for key in self._data:
            if key not in keys:
                raise GenerateError(f"{self.where}: {ascii(key)[1:-1]} is not a known key")

    def get(self, key: str) -> object:
        return self._data.get(key)

    def one_of(self, key: str, among: Iterable[str]) -> str:
        value = self._data.get(key)
        if not isinstance(value, str) or value not in among:
            raise GenerateError(f"{self.where}: bad {key}")
        return value

    def integer(self, key: str) -> int:
        value = self._data.get(key)
        if type(value) is not int or not 0 <= value < 2**32:
            raise GenerateError(f"{self.where}: bad {key}")
        return value

    def optional_name(self, key: str) -> str | None:
        value = self._data.get(key)
        if value is not None and not (isinstance(value, str) and is_identifier(value)):
            raise GenerateError(f"{self.where}: bad {key}")
        return value

    def list(self, key: str) -> list[object]:
        value = self._data.get(key)
        if not isinstance(value, list):
            raise GenerateError(f"{self.where}: {key} is not a list")
        return value
