# SPDX-License-Identifier: MIT
"""The language of battery/syscalls.toml. The head of that file explains it."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from dataclasses import replace

from .errors import GenerateError
from .formats import MAX_ARGUMENTS, Field, is_identifier, normalise_type
from .language import (
    DIRECTIONS,
    FIELD_KINDS,
    INHERITORS,
    KINDS,
    SCALARS,
    WRITTEN,
    Case,
    Extent,
    FlagSet,
    Meaning,
    Meanings,
    Part,
    Series,
    StructMeaning,
    SyscallMeaning,
    When,
)
from .table import Table
from .uapi import FlagSource, StructSource

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_SIZES = (1, 2, 4, 8)
_ADDED = range(-(2**15), 2**15)
_MAX_DEPTH = 4  # extents within extents
_MAX_CHOICES = 2  # cases within cases
_C_NAME = re.compile(r"(?:(?:struct|union) )?([A-Za-z_]\w{0,62})", re.ASCII)
_BEHIND = re.compile(r"\*(\w{1,63})(?:\+([0-9]{1,4}))?", re.ASCII)
_FORM = re.compile(r"(?=.*\{\})[A-Za-z0-9_<>(){}, |]{2,64}", re.ASCII)
_HIDDEN = re.compile(r"[A-Za-z_]\w{0,62}\*?", re.ASCII)


def parse_meanings(text: str, source: str) -> Meanings:
    """Parses the text of syscalls.toml, or of an ABI's own file. Raises GenerateError, which names `source`, the key
    and the problem."""
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise GenerateError(f"{source}: {str(error) or 'nested too deeply'}") from None
    root = Table(document, source)
    root.allow(
        *("arch", "names", "skip", "instead", "types", "arguments", "syscalls", "flags", "structs", "ioctls"),
        *("constants", "compat", "classes"),
    )
    compat = root.table("compat")
    names, skip, ioctls, instead = (root.table(key) for key in ("names", "skip", "ioctls", "instead"))
    types, constants, classes = root.table("types"), root.table("constants"), root.table("classes")
    ioctls.allow("headers", "parts", "form")
    flags = {key: _flag_set(table) for key, table in root.table("flags").tables().items()}
    commands = FlagSet(
        FlagSource(ioctls.globs_of_headers("headers")), choice=True, parts=_parts(ioctls), form=_form(ioctls)
    )
    if commands.source.headers and "ioctl" in flags:
        raise root.table("flags").error("ioctl", "is made of [ioctls] already")
    return Meanings(
        architectures=_one_or_more(root, "arch"),
        names={key: names.name(key) for key in names.entries(identifiers=True)},
        skip={key: skip.sentence(key) or "" for key in skip.entries(identifiers=True)},
        types={_type(key, types): _meaning(types, key) for key in types.entries()},
        arguments=_arguments(root.table("arguments")),
        syscalls={key: _syscall(table) for key, table in root.table("syscalls").tables().items()},
        flags=flags,
        structs={key: _struct(key, table) for key, table in root.table("structs").tables().items()},
        ioctls=commands if commands.source.headers else None,
        constants={key: constants.header(key) for key in constants.entries(identifiers=True)},
        instead={key: instead.name(key) for key in instead.entries(identifiers=True)},
        compat={key: compat.name(key) for key in compat.entries(identifiers=True)},
        classes={key: classes.names(key) for key in classes.entries(identifiers=True)},
    )


def _type(text: str, table: Table) -> str:
    if normalise_type(text) != text:
        raise table.error(text, 'is no type, or not spelled like "const char *"')
    return text


def _arguments(table: Table) -> dict[tuple[str, str], Meaning]:
    meanings = {}
    for key in table.entries():
        declared = _declaration(key)
        if not declared:
            raise table.error(key, "is not a type and a name")
        meanings[declared.type, declared.name] = _meaning(table, key)
    return meanings


def _declaration(text: str) -> Field | None:
    match = re.fullmatch(r"(.+[ *])(\w+)", text, re.ASCII)
    type_ = normalise_type(match[1]) if match else None
    return Field(type_, match[2]) if match and type_ and is_identifier(match[2]) else None


def _syscall(table: Table) -> SyscallMeaning:
    table.allow("returns", "args", "signature", "noreturn", "executes", "entered", "like", "serves", "reads", "writes")
    args = table.table("args")
    returns = _meaning(table, "returns", SCALARS) if "returns" in table else Meaning(kind="int")
    problem = returns.problem()
    if problem or returns.when or returns.by or returns.why:
        raise table.error("returns", problem or "is no plain kind")
    meaning = SyscallMeaning(
        returns,
        {key: _meaning(args, key) for key in args.entries(identifiers=True)},
        _signature(table) if "signature" in table else None,
        table.boolean("noreturn"),
        table.boolean("executes"),
        table.sentence("entered"),
        table.optional_name("like"),
        table.names("serves"),
        table.optional_name("reads"),
        table.optional_name("writes"),
    )
    if meaning.noreturn and ("returns" in table or meaning.executes or meaning.entered):
        raise table.error("noreturn", "leaves nothing to say of what it returns or executes, or when it is read")
    if meaning.executes and meaning.entered:
        raise table.error("entered", "can't be said of what executes: a new program's strings are read from its stack")
    return meaning


def _signature(table: Table) -> tuple[Field, ...]:
    declared = [_declaration(text) for text in table.strings("signature", "types and names")]
    signature = tuple(field for field in declared if field)
    if len(signature) != len(declared) or len({field.name for field in signature}) != len(declared):
        raise table.error("signature", "is not a list of different types and names")
    if len(signature) > MAX_ARGUMENTS:
        raise table.error("signature", f"has more than {MAX_ARGUMENTS} arguments")
    return signature


def _meaning(table: Table, key: str, kinds: Collection[str] = KINDS) -> Meaning:
    """Reads a kind, or a table with an argument's meaning."""
    if isinstance(table.get(key), str):
        return Meaning(kind=table.name(key, kinds))
    entry = table.table(key)
    entry.allow(
        *("kind", "flags", "struct", "of", "size", "extent", "count", "dir", "why", "when", "by", "cases"),
        *("environment", "limited", "written"),
    )
    when = None
    if "when" in entry:
        condition = entry.table("when")
        condition.allow("arg", "any")
        when = When(condition.name("arg"), condition.names("any"))
    return _with_cases(_body(entry, kinds, when=when), entry, kinds)


def _with_cases(meaning: Meaning, table: Table, kinds: Collection[str], depth: int = 0) -> Meaning:
    """The meaning with the cases that its table has."""
    if ("by" in table) != ("cases" in table):
        raise table.error("by", "and cases need each other")
    if "cases" not in table:
        return meaning
    if depth == _MAX_CHOICES:
        raise table.error("cases", "are nested too deeply")
    cases = tuple(_case(case, meaning, kinds, depth + 1) for case in table.list_of_tables("cases"))
    if not cases:
        raise table.error("cases", "is empty")
    return replace(meaning, by=table.name("by"), cases=cases)


def _case(table: Table, around: Meaning, kinds: Collection[str], depth: int) -> Case:
    """A case's `of` are the constants that it is for; an array's element is its `element`. A case within a case has the
    other's extent and direction where it doesn't say its own."""
    table.allow(
        *("of", "kind", "flags", "struct", "element", "size", "extent", "count", "dir", "why", "arch", "by", "cases"),
        *("limited", "written"),
    )
    meaning = _body(table, kinds, "element")
    if depth > 1 and meaning.kind in INHERITORS:
        extent = None if meaning.count and meaning.count.form != "number" else around.extent
        meaning = replace(meaning, extent=meaning.extent or extent, dir=meaning.dir or around.dir)
    meaning = _with_cases(meaning, table, kinds, depth)
    problem = meaning.problem(whole=kinds is not FIELD_KINDS)
    if problem:
        raise GenerateError(f"{table.where}: {problem}")
    values = table.get("of")
    if not isinstance(values, list) or not values or len(set(map(str, values))) != len(values):
        raise table.error("of", "is not a list of different constants")
    for value in values:
        number = type(value) is int and 0 <= value < 2**32
        if not number and not (isinstance(value, str) and is_identifier(value)):
            raise table.error("of", "is not a list of names or 32-bit numbers")
    return Case(tuple(values), meaning, table.optional_name("arch"))


def _body(
    table: Table,
    kinds: Collection[str],
    element: str = "of",
    when: When | None = None,
) -> Meaning:
    """Reads the keys that arguments, elements and cases have in common."""
    kind = table.optional_name("kind", kinds)
    if kind is None:  # a flag set or a struct is kind enough
        kind = "flags" if "flags" in table else "struct" if "struct" in table else None
    meaning = Meaning(
        kind=kind,
        flags=table.optional_name("flags"),
        struct=table.optional_name("struct"),
        of=_element(table, element) if element in table else None,
        size=table.integer("size", _SIZES) if "size" in table else None,
        extent=_extent(table, "extent") if "extent" in table else None,
        count=_extent(table, "count") if "count" in table else None,
        dir=table.optional_name("dir", DIRECTIONS),
        why=table.sentence("why"),
        environment=table.boolean("environment") or None,
        limited=table.boolean("limited") or None,
        written=_written(table) if "written" in table else None,
        when=when,
    )
    problem = meaning.problem(whole=False)
    if problem:
        raise GenerateError(f"{table.where}: {problem}")
    return meaning


def _written(table: Table) -> str:
    """As Meaning has it."""
    if isinstance(table.get("written"), str):
        return table.name("written", WRITTEN)
    condition = table.table("written")
    condition.allow("fits")
    return f"fits:{condition.name('fits')}"


def _element(table: Table, key: str) -> Meaning:
    """Reads the meaning of an array's elements: scalars or structs."""
    kinds = SCALARS | {"struct"}
    if isinstance(table.get(key), str):
        meaning = Meaning(kind=table.name(key, kinds))
    else:
        entry = table.table(key)
        entry.allow("kind", "flags", "struct", "size")
        meaning = _body(entry, kinds)
    problem = meaning.problem()
    if problem:
        raise table.error(key, problem)
    return meaning


def _extent(table: Table, key: str) -> Extent:
    return _parse_extent(table.get(key), table.place(key), 0)


def _parse_extent(value: object, where: str, depth: int) -> Extent:
    if depth > _MAX_DEPTH:
        raise GenerateError(f"{where} is nested too deeply")
    if type(value) is int and 0 <= value < 2**31:
        return Extent("number", number=value)
    if value == "ret":
        return Extent("ret")
    behind = _BEHIND.fullmatch(value) if isinstance(value, str) else None
    if behind and is_identifier(behind[1]):
        return Extent("at", behind[1], int(behind[2] or 0))
    if isinstance(value, str) and is_identifier(value):
        return Extent("arg", value)
    if isinstance(value, list) and len(value) > 1:
        return Extent("min", of=tuple(_parse_extent(part, where, depth + 1) for part in value))
    if isinstance(value, dict) and set(value) == {"ioc"} and is_identifier(str(value["ioc"])):
        return Extent("ioc", str(value["ioc"]))
    if isinstance(value, dict) and "of" in value:
        table = Table(value, where)
        table.allow("of", "div", "mul", "add")
        of = _parse_extent(value["of"], where, depth + 1)
        div, mul = (table.integer(key, range(1, 2**16)) if key in table else 1 for key in ("div", "mul"))
        scaled = Extent("scale", of=(of,), div=div, mul=mul) if div != 1 or mul != 1 else of
        return Extent("add", number=table.integer("add", _ADDED), of=(scaled,)) if "add" in table else scaled
    raise GenerateError(
        f'{where} is not "ret", an argument, "*ARGUMENT", "*ARGUMENT+8", a number, a list, {{ioc}} or {{of, div, mul}}'
    )


def _flag_set(table: Table) -> FlagSet:
    table.allow(
        *("header", "headers", "prefix", "names", "enum", "exclude", "mask", "last", "choice", "shift", "arch"),
        *("parts", "form", "whole", "rest", "series"),
    )
    headers = (table.header("header"),) if "header" in table else table.headers("headers")
    if not headers or ("header" in table and "headers" in table):
        raise GenerateError(f"{table.where}: needs a header, or headers")
    given = type(table.get("mask")) is int
    mask = table.integer("mask", range(1, 2**64)) if given else table.optional_name("mask") or 0
    if table.boolean("choice") and mask:
        raise table.error("mask", "is all bits of a choice")
    parts = _parts(table)
    series = table.table("series")
    series.allow("prefix", "after", "last")
    whole = table.get("whole") if "whole" in table else []
    if not isinstance(whole, list) or not all(_is_word(word) for word in whole):
        raise table.error("whole", "is not a list of constants and numbers")
    source = FlagSource(
        headers,
        _one_or_more(table, "prefix") if "prefix" in table else (),
        table.names("names"),
        table.optional_name("enum"),
        table.patterns("exclude"),
        tuple(dict.fromkeys(number for part in parts for number in (part.mask, part.shift) if isinstance(number, str))),
    )
    return FlagSet(
        source,
        mask,
        table.names("last"),
        table.boolean("choice"),
        table.integer("shift", range(32)) if "shift" in table else 0,
        arch=table.optional_name("arch"),
        parts=parts,
        form=_form(table),
        whole=tuple(whole),
        decimal=table.optional_name("rest", ("uint", "hex")) == "uint",
        series=Series(series.name("prefix"), series.name("after"), series.integer("last", range(2**16)))
        if "series" in table
        else None,
    )


def _is_word(word: object) -> bool:
    return (type(word) is int and 0 <= word < 2**64) or (isinstance(word, str) and is_identifier(word))


def _parts(table: Table) -> tuple[Part, ...]:
    return tuple(_part(part) for part in table.list_of_tables("parts")) if "parts" in table else ()


def _part(table: Table) -> Part:
    """Bits of a word: a kind or a flag set, and where they are."""
    table.allow("kind", "flags", "mask", "shift", "form", "first", "shown")
    meaning = _body(table, SCALARS)
    problem = meaning.problem()
    if problem:
        raise GenerateError(f"{table.where}: {problem}")

    def number(key: str, among: range) -> str | int:
        return table.integer(key, among) if type(table.get(key)) is int else table.name(key)

    return Part(
        meaning,
        number("mask", range(1, 2**64)),
        number("shift", range(64)) if "shift" in table else 0,
        _form(table),
        table.boolean("first"),
        table.boolean("shown"),
    )


def _form(table: Table) -> str:
    form = table.get("form") if "form" in table else ""
    if not isinstance(form, str) or (form and not _FORM.fullmatch(form)):
        raise table.error("form", "is no expression with a {}")
    return form


def _one_or_more(table: Table, key: str) -> tuple[str, ...]:
    """A name, or a list of them."""
    return table.names(key) if isinstance(table.get(key), list) else (table.name(key),)


def _struct(name: str, table: Table) -> StructMeaning:
    table.allow("header", "c", "fields", "hide", "union", "by", "cases", "note", "arch", "record", "align", "tail")
    c = table.get("c") if "c" in table else f"struct {name}"
    if not isinstance(c, str) or not _C_NAME.fullmatch(c):
        raise table.error("c", "is no type")
    fields, unions, cases = table.table("fields"), table.table("union"), table.table("cases")
    hide = table.strings("hide", "fields")
    if not all(_HIDDEN.fullmatch(pattern) for pattern in hide):
        raise table.error("hide", "is not a list of fields")
    if ("by" in table) != ("cases" in table):
        raise table.error("by", "and cases need each other")
    if not all(key == "" or is_identifier(key) for key in unions.entries()):
        raise table.error("union", "speaks of what is no field")
    return StructMeaning(
        StructSource(table.header("header"), c),
        {key: _field(fields, key) for key in fields.entries(identifiers=True)},
        hide,
        {key: unions.name(key) for key in unions.entries()},
        table.optional_name("by"),
        {key: cases.name(key) for key in cases.entries(identifiers=True)},
        table.sentence("note"),
        table.optional_name("arch"),
        table.optional_name("record"),
        table.integer("align", _SIZES) if "align" in table else 1,
        table.optional_name("tail"),
    )


def _field(table: Table, key: str) -> Meaning:
    """A field's place and size are its layout's, so that its kind is all there is to say; of an array that a pointer
    points to, also the field that counts it."""
    if isinstance(table.get(key), str):
        return Meaning(kind=table.name(key, FIELD_KINDS))
    entry = table.table(key)
    entry.allow("kind", "flags", "struct", "of", "count", "extent", "by", "cases")
    return _with_cases(_body(entry, FIELD_KINDS), entry, FIELD_KINDS)
