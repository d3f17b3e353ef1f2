# SPDX-License-Identifier: MIT
"""The classes of traceleft.events for templates/events.py.j2, out of the schema."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .. import words
from ..words import class_name
from .errors import GenerateError
from .spec import flat_name

_MEMORY = {
    "beyond": "bytes",
    "buffer": "bytes",
    "iovec": "list[Iovec]",
    "mmsghdr": "list[dict[str, Any]]",
    "msghdr": "Msghdr",
    "string": "str",
    "strings": "list[str | None]",
}
_TEXT = frozenset({"chars", "in6_addr", "in_addr", "socket_name"})
_FLAGS = "flag_sets"
"""What events.py calls the module traceleft.flags: many arguments are called flags."""
_READERS = {"int": "_int", "str | None": "_string", "bytes | None": "_bytes"}


@dataclass(frozen=True)
class Property:
    """One argument: a property called `name` of the argument `argument`."""

    name: str
    argument: str
    annotation: str
    reader: str
    """The method of TypedEvent that returns it, or its number; empty where none has this type."""
    doc: str


@dataclass(frozen=True)
class EventClass:
    """One syscall's class."""

    name: str
    syscall: str
    signature: str
    properties: tuple[Property, ...]
    captures: int


@dataclass(frozen=True)
class StructField:
    """One key of a struct's dictionary."""

    name: str
    annotation: str


@dataclass(frozen=True)
class StructClass:
    """The dictionary of one struct."""

    name: str
    struct: str
    size: int
    fields: tuple[StructField, ...]
    is_class: bool
    """All keys can be written as a class's attributes."""


def context(schema: Mapping[str, Any]) -> dict[str, object]:
    """The template's variables."""
    structs = [_struct(name, schema) for name in sorted(schema["structs"]) if not _varies(name, schema)]
    classes = [_event_class(name, call, schema) for name, call in sorted(schema["syscalls"].items())]
    unique("class", [*(each.name for each in structs), *(each.name for each in classes)])
    annotations = [each.annotation for event in classes for each in event.properties]
    annotations += [field.annotation for struct in structs for field in struct.fields]
    uses_flags = _uses(annotations, f"{_FLAGS}.")
    imported = [name for name in ("Iovec", "Msghdr", "TypedEvent") if name == "TypedEvent" or _uses(annotations, name)]
    typing = ["TYPE_CHECKING", *(["Any"] if _uses(annotations, "Any") else []), *(["TypedDict"] if structs else [])]
    return {"structs": structs, "classes": classes, "imported": imported, "typing": typing, "uses_flags": uses_flags}


def flags_context(schema: Mapping[str, Any]) -> dict[str, object]:
    """The variables of templates/flags.pyi.j2."""
    sets = {name: flag_set for name, flag_set in sorted(schema["flags"].items()) if words.has_flags(flag_set)}
    unique("class", map(class_name, sets))
    return {"sets": {class_name(name): words.flag_values(flag_set) for name, flag_set in sets.items()}}


def struct_class_name(name: str) -> str:
    """Never a syscall's: there are a call and a struct `stat`."""
    return f"Struct{class_name(name)}"


def unique(what: str, names: Iterable[str]) -> None:
    """Raises GenerateError where two things got one name."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise GenerateError(f"there would be two of the {what} {name}: names differ too little")
        seen.add(name)


def _uses(annotations: Iterable[str], name: str) -> bool:
    return any(name in annotation for annotation in annotations)


def _varies(name: str, schema: Mapping[str, Any]) -> bool:
    """Whether the struct's fields depend on its first one, as struct sockaddr's do."""
    return bool(schema["structs"][name].get("cases"))


def _event_class(name: str, call: Mapping[str, Any], schema: Mapping[str, Any]) -> EventClass:
    properties = tuple(_property(argument, call, schema) for argument in call["args"])
    unique(f"argument of {name}", [each.name for each in properties])
    captures = sum(("capture" in argument) + argument.get("overwritten", False) for argument in call["args"])
    return EventClass(class_name(name), name, words.signature(name, call), properties, captures)


def _property(argument: Mapping[str, Any], call: Mapping[str, Any], schema: Mapping[str, Any]) -> Property:
    annotation = "Any" if "by" in argument else _annotation(argument, schema)
    if annotation not in ("int", "Any"):
        annotation += " | None"
    reader = _READERS.get(annotation, "")
    if argument["kind"] == "flags" and annotation == "int" and words.has_flags(schema["flags"][argument["flags"]]):
        annotation = f"{_FLAGS}.{class_name(argument['flags'])}"
    notes = [words.meaning(argument), words.condition(argument, call, schema["flags"])]
    if "by" in argument:
        notes = [f"{notes[0]}, or by {call['args'][argument['by']]['name']}"]
    doc = f"{argument['type']}: {', '.join(note for note in notes if note)}."
    return Property(flat_name(argument["name"]), argument["name"], annotation, reader, doc)


def _annotation(value: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    kind = value["kind"]
    if "by" in value and kind == "buffer":
        return "Any"
    if kind in _MEMORY:
        return _MEMORY[kind]
    if kind == "pointers":
        return f"list[{_annotation(value['of'], schema)} | None]"
    if kind == "array":
        return f"list[{_annotation(value['of'], schema)}]"
    if kind in ("struct", "linked"):
        return "dict[str, Any]" if _varies(value["struct"], schema) else struct_class_name(value["struct"])
    return "str" if kind in _TEXT else "int"


def _struct(name: str, schema: Mapping[str, Any]) -> StructClass:
    spec = schema["structs"][name]
    fields = tuple(
        StructField(field["name"], _annotation(field, schema) + (" | None" if field.get("linked") else ""))
        for field in spec["fields"]
    )
    return StructClass(
        struct_class_name(name), name, spec["size"], fields, all(_is_attribute(field.name) for field in fields)
    )


def _is_attribute(name: str) -> bool:
    # In a class body, __x would get the class's name in front.
    return not keyword.iskeyword(name) and not name.startswith("__")
