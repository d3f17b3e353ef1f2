"""What templates/traceleft.proto.j2 needs: the messages, out of the schema. Their numbers never change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .. import words
from .errors import GenerateError
from .python_events import class_name, struct_class_name, unique
from .spec import flat_name

CALLS = 1000
"""A syscall's field of Event is this and its number: numbers of syscalls are ABI."""
ADDRESSES = 101
"""The address of argument N is field N and this."""
MEMORIES = 201
"""The memory of argument N, where another argument tells what it is, is field N and this."""
VARIANTS = 100
"""What a struct begins, where a field tells, is the field of that one's value and this."""
_MAX_NUMBER = 18999
"""Protobuf keeps 19000 to 19999 for itself."""

_SIGNED = frozenset({"dirfd", "fd", "int", "pid"})
_BYTES = frozenset({"buffer", "chars", "in6_addr", "in_addr"})
_MEMORY = {"iovec": "Iovec", "mmsghdr": "Mmsghdr", "msghdr": "Msghdr", "string": "bytes", "strings": "bytes"}
_REPEATED = frozenset({"array", "iovec", "mmsghdr", "strings"})
# What templates/traceleft.proto.j2 has of its own.
_EVENT_FIELDS = (
    *("timestamp", "pid", "ret", "syscall", "tid", "cpu", "uid", "gid", "cgroup_id", "duration", "comm", "nr", "call"),
    *("is_entry", "program_id", "foreign", "extra", "truncated", "more_args", "ns_pid", "ns_tid", "pid_namespace"),
)
_OWN_MESSAGES = ("Event", "Iovec", "Mmsghdr", "Msghdr")


@dataclass(frozen=True)
class MessageField:
    """One field of a message. `label` is "", "optional " or "repeated "."""

    label: str
    type: str
    name: str
    number: int
    doc: str = ""


@dataclass(frozen=True)
class Message:
    """A syscall's message, or a struct's; `variants` are the members of its oneof."""

    name: str
    title: str
    fields: tuple[MessageField, ...]
    variants: tuple[MessageField, ...] = ()


def context(schema: Mapping[str, Any]) -> dict[str, object]:
    """The template's variables."""
    calls = [
        (MessageField("", class_name(name), name.lstrip("_"), _number(CALLS + call["nr"])), name, call)
        for name, call in sorted(schema["syscalls"].items(), key=lambda item: item[1]["nr"])
    ]
    messages = [_call_message(name, call, schema) for _, name, call in calls]
    structs = [_struct_message(name, schema) for name in sorted(schema["structs"])]
    unique("message", [*_OWN_MESSAGES, *(each.name for each in (*messages, *structs))])
    fields = [field for field, _, _ in calls]
    unique("syscall number", [str(field.number - CALLS) for field in fields])
    unique("field", [*_EVENT_FIELDS, *(field.name for field in fields)])
    return {"calls": fields, "messages": messages, "structs": structs, "sockaddr": "sockaddr" in schema["structs"]}


def _call_message(name: str, call: Mapping[str, Any], schema: Mapping[str, Any]) -> Message:
    fields: list[MessageField] = []
    for index, argument in enumerate(call["args"]):
        fields += _argument_fields(index, argument, call, schema)
    return _message(class_name(name), words.signature(name, call), fields)


def _argument_fields(
    index: int, argument: Mapping[str, Any], call: Mapping[str, Any], schema: Mapping[str, Any]
) -> list[MessageField]:
    name, doc = flat_name(argument["name"]), argument["type"]
    if "by" in argument:
        by = f"by {call['args'][argument['by']]['name']}"
        fields = [MessageField("", "uint64", name, index + 1, f"{doc}; {by}")]
        if "capture" in argument:
            fields.append(MessageField("optional ", "bytes", f"{name}_memory", index + MEMORIES, by))
        return fields
    notes = [doc, words.meaning(argument), words.condition(argument, call, schema["flags"])]
    label, type_ = _type(argument)
    if "capture" in argument and type_ == "bytes" and not label:
        label = "optional "  # an empty string is something else than none
    fields = [MessageField(label, type_, name, index + 1, "; ".join(note for note in notes if note))]
    if "capture" in argument:
        fields.append(MessageField("", "uint64", f"{name}_address", index + ADDRESSES))
    return fields


def _struct_message(name: str, schema: Mapping[str, Any]) -> Message:
    spec = schema["structs"][name]
    fields = []
    for index, field in enumerate(spec["fields"]):
        label, type_ = _type(field)
        fields.append(MessageField(label, type_, flat_name(field["name"]), index + 1, words.meaning(field)))
    variants: dict[str, MessageField] = {}
    for value, struct in spec.get("cases", ()):
        number = _number(VARIANTS + value)
        variants.setdefault(struct, MessageField("", struct_class_name(struct), f"as_{struct}", number))
    title = f"struct {name}, {spec['size']} bytes"
    return _message(struct_class_name(name), title, fields, list(variants.values()))


def _message(name: str, title: str, fields: list[MessageField], variants: list[MessageField] | None = None) -> Message:
    everything = [*fields, *(variants or ())]
    unique(f"field of {name}", [field.name for field in everything])
    unique(f"number in {name}", [str(field.number) for field in everything])
    return Message(name, title, tuple(fields), tuple(variants or ()))


def _type(value: Mapping[str, Any]) -> tuple[str, str]:
    """Label and type. An array of arrays becomes one, row after row."""
    kind = value["kind"]
    label = "repeated " if kind in _REPEATED else ""
    if kind == "array":
        _, type_ = _type(value["of"])
    elif kind == "struct":
        type_ = struct_class_name(value["struct"])
    elif kind in _MEMORY:
        type_ = _MEMORY[kind]
    elif kind in _BYTES:
        type_ = "bytes"
    else:
        size = 64 if value["size"] > 4 else 32
        type_ = f"{'' if kind in _SIGNED else 'u'}int{size}"
    return label, type_


def _number(number: int) -> int:
    if not 0 < number <= _MAX_NUMBER:
        raise GenerateError(f"the number {number} is out of a message's fields' range")
    return number
