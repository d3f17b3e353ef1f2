# SPDX-License-Identifier: MIT
"""The messages for templates/traceleft.proto.j2, out of the schema. Their numbers never change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from .. import words
from ..words import class_name
from .errors import GenerateError
from .event_fields import EVENT_FIELDS, EventField
from .python_events import struct_class_name, unique
from .spec import Spec, flat_name

CALLS = 1000
"""A syscall's field of Event is this and its number: numbers of syscalls are ABI."""
COMPAT_CALLS = 2000
"""The same for a call that only programs of 32 bits have."""
COMPAT_FIELDS = 1001
"""Field N of a struct, from 0, is N + 1; one that the struct only has in programs of 32 bits is N and this."""
ADDRESSES = 101
"""The address of argument N is field N and this."""
MEMORIES = 201
"""The memory of argument N, where another argument tells its form, is field N and this."""
UNREADABLE = 301
"""The unreadable strings of the vector argument N are field N and this."""
PASSED = 401
"""What argument N's memory was when it was passed, where the call may overwrite it, is field N and this."""
VARIANTS = 100
"""The rest of a struct, where a field tells its form, is the field of that one's value and this."""
_MAX_NUMBER = 18999
"""Protobuf keeps 19000 to 19999 for itself."""

_SIGNED = frozenset({"dirfd", "fd", "int", "pid", "utime_nsec", "wait"})
_BYTES = frozenset({"beyond", "buffer", "chars", "in6_addr", "in_addr", "socket_name"})
_MEMORY = {"iovec": "Iovec", "mmsghdr": "Mmsghdr", "msghdr": "Msghdr", "string": "bytes", "strings": "bytes"}
_MORE_ARGS = "raw arguments behind those that `call` has, or all if there is no `call`"
_REPEATED = frozenset({"array", "iovec", "mmsghdr", "pointers", "strings"})
_EVENT_TYPES = {
    **{"u32": "uint32", "s32": "int32", "u64": "uint64", "s64": "int64", "flag": "bool"},
    **{"text": "bytes", "name": "string", "time": "int64", "mask": "uint32", "bytes": "bytes"},
    "abi": "string",
}
# The messages that templates/traceleft.proto.j2 has of its own.
_OWN_MESSAGES = (
    *("Acknowledgement", "Event", "EventBatch", "EventFile", "Iovec", "Mmsghdr", "Msghdr"),
    *("NamedPid", "OpenFile", "OpenSocket", "SourceField", "StackFrame"),
)


class _Named(Protocol):
    @property
    def name(self) -> str: ...


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


@dataclass(frozen=True)
class Numbers:
    """Fields whose numbers don't follow from an architecture's own order, for messages are another's."""

    calls: dict[str, int]
    """By syscall."""
    arguments: dict[tuple[str, str], int]
    """By syscall and argument."""
    fields: dict[tuple[str, str], int]
    """By struct and field."""


def foreign_numbers(own: Spec, spec: Spec) -> Numbers:
    """Where `spec`'s numbers differ from those of `own`, which messages are made for."""
    calls = {call.name: call for call in own.syscalls}
    structs = {struct.name: struct for struct in own.structs}
    numbers = Numbers({}, {}, {})
    for call in spec.syscalls:
        if call.name not in calls:
            # render refuses it, and says so, unless it is only such an ABI's
            numbers.calls[call.name] = _number(COMPAT_CALLS + call.nr)
            continue
        if call.nr != calls[call.name].nr:
            numbers.calls[call.name] = _number(CALLS + calls[call.name].nr)
        numbers.arguments.update(_moved(call.name, calls[call.name].args, call.args))
    for struct in spec.structs:
        if struct.name in structs:
            own_fields = structs[struct.name].fields
            numbers.fields.update(_moved(struct.name, own_fields, struct.fields))
            known = {field.name for field in own_fields}
            for index, field in enumerate(struct.fields):
                if field.name not in known:
                    numbers.fields[struct.name, field.name] = index + COMPAT_FIELDS
    return numbers


def _moved(owner: str, own: Iterable[_Named], other: Iterable[_Named]) -> dict[tuple[str, str], int]:
    places = {each.name: index for index, each in enumerate(own)}
    return {
        (owner, each.name): places[each.name] + 1
        for index, each in enumerate(other)
        if places.get(each.name, index) != index
    }


def with_compat(schema: Mapping[str, Any], others: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The schema with the calls and structs, behind its own, that only the other ABIs of its kernels have."""
    merged = dict(schema)
    for other in others:
        for key in ("syscalls", "structs", "flags"):
            merged[key] = {**other[key], **merged[key]}
        for name in other["structs"].keys() & schema["structs"].keys():
            merged["structs"][name] = _with_fields(merged["structs"][name], other["structs"][name]["fields"])
    return merged


def _with_fields(struct: Mapping[str, Any], fields: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The struct with those of the fields behind its own that it lacks, each with its number."""
    known = {field["name"] for field in struct["fields"]}
    return {**struct, "fields": [*struct["fields"], *(field for field in fields if field["name"] not in known)]}


def context(schema: Mapping[str, Any]) -> dict[str, object]:
    """The template's variables."""
    numbers = {name: call.get("proto", CALLS + call["nr"]) for name, call in schema["syscalls"].items()}
    calls = [
        (MessageField("", class_name(name), name.lstrip("_"), number), name, schema["syscalls"][name])
        for name, number in sorted(numbers.items(), key=lambda item: item[1])
    ]
    messages = [_call_message(name, call, schema) for _, name, call in calls]
    structs = [_struct_message(name, schema) for name in sorted(schema["structs"])]
    unique("message", [*_OWN_MESSAGES, *(each.name for each in (*messages, *structs))])
    fields = [field for field, _, _ in calls]
    unique("syscall number", [str(field.number - CALLS) for field in fields])
    header = _event_fields()
    unique("field", ["call", *(field.name for field in (*header, *fields))])
    unique("number in Event", [str(field.number) for field in header])
    sockaddr = "sockaddr" in schema["structs"]
    cmsghdr = "cmsghdr" in schema["structs"]
    return {
        **{"header": header, "calls": fields, "messages": messages, "structs": structs},
        **{"sockaddr": sockaddr, "cmsghdr": cmsghdr},
    }


def _event_fields() -> list[MessageField]:
    """Event's, but for the calls': the table's, and those that messages have in a form of their own."""
    fields = [
        *(_event_field(field) for field in EVENT_FIELDS if field.number),
        MessageField("repeated ", "uint64", "more_args", 18, _MORE_ARGS),
        MessageField("", "bytes", "syscall_bytes", 23, "the name's own bytes, where it is no UTF-8"),
        MessageField("repeated ", "EventFile", "files", 28, "what its descriptors stand for, under `--files`"),
        MessageField("", "bytes", "resolved_path", 29, "of the file that an open or an exec led to, under `--files`"),
        MessageField("", "bool", "path_mismatch", 30, "that file is not the one that the captured name leads to"),
        MessageField("repeated ", "SourceField", "source_fields", 31, "of a kernel tracepoint, which has no call"),
        MessageField("repeated ", "NamedPid", "pids", 34, "what the call names by number, under `--decode-pids`"),
        MessageField("repeated ", "StackFrame", "ustack", 35, "the functions of user space, the innermost first"),
        MessageField("repeated ", "StackFrame", "kstack", 36, "the kernel's functions, likewise"),
    ]
    return sorted(fields, key=lambda field: field.number)


def _event_field(field: EventField) -> MessageField:
    name, doc = field.name, field.meaning("0")
    if field.type == "time":
        name, doc = "wall_time", "ns since 1970, UTC: `timestamp` by the wall clock"
    elif field.type == "mask":
        doc = f"bit N, of argument N: {field.description}"
    elif field.type == "name":
        doc += "; U+FFFD for what of a foreign one is no UTF-8"
    elif field.presence == "timed":  # a measured 0 is something else than none
        return MessageField("optional ", _EVENT_TYPES[field.type], name, field.number, field.meaning("absent"))
    return MessageField("", _EVENT_TYPES[field.type], name, field.number, doc)


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
        if argument.get("overwritten"):
            fields.append(MessageField("optional ", "bytes", f"{name}_passed", index + PASSED, by))
        return fields
    notes = [doc, words.meaning(argument), words.condition(argument, call, schema["flags"])]
    label, type_ = _type(argument)
    if "capture" in argument and type_ == "bytes" and not label:
        label = "optional "  # an empty string is something else than none
    fields = [MessageField(label, type_, name, index + 1, "; ".join(note for note in notes if note))]
    if "capture" in argument:
        fields.append(MessageField("optional ", "uint64", f"{name}_address", index + ADDRESSES))
    if argument["kind"] in ("strings", "pointers"):
        fields.append(MessageField("repeated ", "uint32", f"{name}_unreadable", index + UNREADABLE))
    if argument.get("overwritten"):
        fields.append(MessageField(label, type_, f"{name}_passed", index + PASSED))
    return fields


def _struct_message(name: str, schema: Mapping[str, Any]) -> Message:
    spec = schema["structs"][name]
    messages = {struct_class_name(each) for each in schema["structs"]}
    fields = []
    for index, field in enumerate(spec["fields"]):
        label, type_ = _type(field)
        if not label and type_ not in messages:
            label = "optional "  # tells 0 from a value that was not captured
        number = field["proto"] if field.get("proto", 0) >= COMPAT_FIELDS else index + 1
        doc = words.meaning(field)
        if "by" in field:
            doc += f", or by {spec['fields'][field['by']]['name']}"
        fields.append(MessageField(label, type_, flat_name(field["name"]), number, doc))
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
    if kind in ("array", "pointers"):
        _, type_ = _type(value["of"])
    elif kind in ("struct", "linked"):
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
