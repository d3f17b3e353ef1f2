"""battery/syscalls.toml: which syscalls are generated, and what their arguments mean."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields, replace

from .errors import GenerateError
from .formats import is_identifier, normalise_type
from .uapi import FlagSource

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SCALARS = frozenset({"int", "uint", "long", "ulong", "size", "fd", "dirfd", "mode", "uid", "gid"})
KINDS = SCALARS | {"pointer", "string", "buffer", "flags"}
RETURNS = frozenset({"int", "fd", "size"})

_HEADER = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)*\.h")


@dataclass(frozen=True)
class When:
    """The argument means something only if one of the flags `any` is set in the argument `arg`."""

    arg: str
    any: tuple[str, ...]


@dataclass(frozen=True)
class Meaning:
    """What is said of one argument. None: not said here, a default may say it."""

    kind: str | None = None
    flags: str | None = None
    """The flag set of kind "flags"."""
    extent: str | None = None
    """A buffer's bytes: "ret", or the name of the argument that gives them."""
    when: When | None = None

    def over(self, default: Meaning) -> Meaning:
        """This meaning, and `default`'s where it says nothing."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(default, **{name: value for name, value in said.items() if value is not None})


@dataclass(frozen=True)
class SyscallMeaning:
    """A syscall's own stanza."""

    returns: str = "int"
    args: Mapping[str, Meaning] = field(default_factory=dict)


@dataclass(frozen=True)
class FlagSet:
    """Where a flag set comes from and how its values are told apart."""

    source: FlagSource
    mask: str | int
    """The bits that hold one choice among several: a constant's name or a value; 0 if all bits are flags."""
    last: tuple[str, ...]
    """Names to print after all others, in this order."""


@dataclass(frozen=True)
class Meanings:
    """The whole file."""

    arch: str
    generate: tuple[str, ...]
    names: Mapping[str, str]
    """The syscall's name by its format's name, where they differ."""
    types: Mapping[str, Meaning]
    arguments: Mapping[tuple[str, str], Meaning]
    """By type and name."""
    syscalls: Mapping[str, SyscallMeaning]
    flags: Mapping[str, FlagSet]
    constants: Mapping[str, str]
    """The header of each single constant."""


def parse_meanings(text: str, source: str) -> Meanings:
    """Parses the text of syscalls.toml. Raises GenerateError, which names `source` and the key."""
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise GenerateError(f"{source}: {error}") from None
    root = _Table(document, source)
    root.allow("arch", "generate", "names", "types", "arguments", "syscalls", "flags", "constants")
    names = root.table("names")
    constants = root.table("constants")
    return Meanings(
        arch=root.name("arch"),
        generate=tuple(sorted(root.names("generate"))),
        names={key: names.name(key) for key in names.entries(identifiers=True)},
        types={_type(key, root): _meaning(root.table("types"), key) for key in root.table("types").entries()},
        arguments=_arguments(root.table("arguments")),
        syscalls={key: _syscall(table) for key, table in root.table("syscalls").tables().items()},
        flags={key: _flag_set(table) for key, table in root.table("flags").tables().items()},
        constants={key: constants.header(key) for key in constants.entries(identifiers=True)},
    )


class _Table:
    """A TOML table that knows where it stands, for errors."""

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise GenerateError(f"{where}: not a table")
        self._data, self.where = data, where

    def entries(self, identifiers: bool = False) -> list[str]:
        for key in self._data:
            if identifiers and not is_identifier(key):
                raise self.error(key, "is no name")
        return list(self._data)

    def allow(self, *keys: str) -> None:
        for key in self._data:
            if key not in keys:
                raise self.error(key, "is not a known key")

    def table(self, key: str) -> _Table:
        return _Table(self._data.get(key, {}), f"{self.where}: {ascii(key)[1:-1]}")

    def tables(self) -> dict[str, _Table]:
        return {key: self.table(key) for key in self.entries(identifiers=True)}

    def get(self, key: str) -> object:
        return self._data.get(key)

    def name(self, key: str, among: Collection[str] | None = None) -> str:
        value = self._data.get(key)
        if not isinstance(value, str) or (not is_identifier(value) and value not in (among or ())):
            raise self.error(key, "is not a name")
        if among is not None and value not in among:
            raise self.error(key, f"is not one of {', '.join(sorted(among))}")
        return value

    def optional_name(self, key: str, among: Collection[str] | None = None) -> str | None:
        return self.name(key, among) if key in self._data else None

    def names(self, key: str) -> tuple[str, ...]:
        values = self._data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and is_identifier(value) for value in values):
            raise self.error(key, "is not a list of names")
        if len(set(values)) != len(values):
            raise self.error(key, "names something twice")
        return tuple(values)

    def header(self, key: str) -> str:
        value = self._data.get(key)
        if not isinstance(value, str) or not _HEADER.fullmatch(value):
            raise self.error(key, "is not a header's path")
        return value

    def error(self, key: str, problem: str) -> GenerateError:
        return GenerateError(f"{self.where}: {ascii(key)[1:-1]} {problem}")


def _type(text: str, table: _Table) -> str:
    if normalise_type(text) != text:
        raise table.error(text, 'is no type, or not spelled like "const char *"')
    return text


def _arguments(table: _Table) -> dict[tuple[str, str], Meaning]:
    meanings = {}
    for key in table.entries():
        match = re.fullmatch(r"(.+[ *])(\w+)", key, re.ASCII)
        type_ = normalise_type(match[1]) if match else None
        if not match or not type_ or not is_identifier(match[2]):
            raise table.error(key, "is not a type and a name")
        meanings[type_, match[2]] = _meaning(table, key)
    return meanings


def _meaning(table: _Table, key: str) -> Meaning:
    if isinstance(table.get(key), str):
        return Meaning(kind=table.name(key, KINDS))
    entry = table.table(key)
    entry.allow("kind", "flags", "extent", "when")
    when = None
    if entry.get("when") is not None:
        condition = entry.table("when")
        condition.allow("arg", "any")
        when = When(condition.name("arg"), condition.names("any"))
    return Meaning(
        entry.optional_name("kind", KINDS), entry.optional_name("flags"), entry.optional_name("extent"), when
    )


def _syscall(table: _Table) -> SyscallMeaning:
    table.allow("returns", "args")
    args = table.table("args")
    return SyscallMeaning(
        table.optional_name("returns", RETURNS) or "int",
        {key: _meaning(args, key) for key in args.entries(identifiers=True)},
    )


def _flag_set(table: _Table) -> FlagSet:
    table.allow("header", "prefix", "names", "mask", "last")
    mask = table.get("mask")
    if type(mask) is not int:
        mask = table.optional_name("mask") or 0
    prefix = table.optional_name("prefix") or ""
    return FlagSet(FlagSource(table.header("header"), prefix, table.names("names")), mask, table.names("last"))
