# SPDX-License-Identifier: MIT
"""The kernel's tracepoints: what tracefs says of them, as entries of the schema. Samplers and functions stand beside
them."""

from __future__ import annotations

import ast
import fnmatch
import functools
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traceleft import functions, samplers
from traceleft.errors import HandlerError, UsageError, did_you_mean
from traceleft.operand import is_user_probe

if TYPE_CHECKING:
    from traceleft.generate.formats import RecordField

MAX_AT_ONCE = 256
"""Sources that one pattern may stand for: each takes some 20 ms to load."""
MAX_MEASURED = 4096
"""Functions that one pattern may stand for where they are measured: one program is attached to all of them."""
NUMBERS = 1_000_000
"""SOURCE_NUMBERS of bpf/include/traceleft/event.h: a tracepoint's number is this and tracefs' id of it."""
_LONGEST_NAME = 63
"""EVENT_SYSCALL_LEN of that file, without the NUL."""
_MEMORY_LIMIT = 4096
"""EVENT_MEMORY_LIMIT of it."""
# Calls are traced as such, and ftrace's own records are at no tracepoint.
_NO_SOURCES = frozenset({"syscalls", "ftrace"})

# Patterns are compiled where they are first needed: most commands trace no tracepoint.
_NAME = r"(?a)[\w-]+:\w+"
_ELEMENTS = {
    **dict.fromkeys(("u8", "__u8", "unsigned char", "s8", "__s8", "bool"), 1),
    **dict.fromkeys(("u16", "__u16", "s16", "__s16", "short", "unsigned short", "__le16", "__be16"), 2),
    **dict.fromkeys(("u32", "__u32", "s32", "__s32", "int", "unsigned int", "pid_t", "__le32", "__be32"), 4),
    **dict.fromkeys(("u64", "__u64", "s64", "__s64", "long long", "unsigned long long", "__le64", "__be64"), 8),
    **dict.fromkeys(("long", "unsigned long", "size_t"), 8),
}
"""The sizes of arrays' elements, bytes: a format has only that of a whole array."""
_DECLARATION = (
    r"(?:__(?P<loc>data_loc|rel_loc) )?(?P<type>.+?[ *]?)(?P<array>\[[^]]*\] ?)?(?<=[ *\]])(?P<name>\w+)"
    r"(?P<size>\[.*\])?"
)

_SOCKETS = {"sock:inet_sock_set_state": "skaddr"}
"""Tracepoints of sockets, and the field that has the address: some members of the socket are added to their records."""
_TCP_MEMBERS = (("bytes_acked", 8), ("bytes_received", 8), ("total_retrans", 4))
"""Of struct tcp_sock in the kernel's include/linux/tcp.h, as ss(8) shows them; and their bytes."""

# What __print_symbolic() and __print_flags() say in a format's last line.
_NAMES = r"__print_(symbolic|flags)(?:_u64)?\( ?(?:\([\w ]+\) ?)?\(?REC->(\w+)\)?, ?"
_DELIMITER = r'"[^"]*", ?'
_NAMED_VALUE = r'\{ ?([^"{}]+), "((?:[^"\\]|\\.)*)" ?\}(?:, ?)?'
_CAST = r"\( *(?:unsigned |signed |__force )*(?:int|long|long long|short|char|[a-z]\w*_t|u64|u32|__u\d+) *\)"
_SUFFIX = r"\b(0[xX][0-9a-fA-F]+|[0-9]+)(?:[uU][lL]{0,2}|[lL]{1,2}[uU]?)\b"
_IDENTIFIER = r"(?a)\w{1,64}"
_MOST_BITS = 64

Entry = dict[str, Any]
"""A call's entry in the schema."""


@functools.cache
def _events() -> Path:
    """Raises HandlerError where there is no tracefs, or this process may not read it."""
    from traceleft import _core

    try:
        events = Path(_core.tracefs()) / "events"
        os.listdir(events)  # noqa: PTH208 (an iterator would not fail here)
    except OSError as error:
        raise HandlerError(f"the kernel's tracepoints can't be read: {error}; be root, or mount tracefs") from error
    return events


@functools.cache
def names() -> tuple[str, ...]:
    """All tracepoints of this kernel, SUBSYSTEM:EVENT, sorted. Raises HandlerError."""
    return tuple(
        sorted(
            f"{subsystem.name}:{event.name}"
            for subsystem in os.scandir(_events())
            if subsystem.is_dir() and subsystem.name not in _NO_SOURCES
            for event in os.scandir(subsystem)
            if event.is_dir()
        )
    )


def matching(name: str) -> list[str]:
    """The tracepoints, the samplers, the functions, or the probes in user space, that a name or a pattern stands for.
    Raises UsageError where there is none, or there are too many, HandlerError, KernelError."""
    if functions.is_function(name):
        return functions.matching(name)
    if is_user_probe(name):
        from traceleft import user_probes

        return user_probes.matching(name)
    if samplers.is_sampler(name):
        return samplers.matching(name)
    if not any(mark in name for mark in "*?["):
        if name not in names():
            raise UsageError(_unknown(name))
        return [name]
    found = fnmatch.filter(names(), name)
    if not found:
        raise UsageError(f"no tracepoint matches {name!r}; `traceleft list '*:*'` shows those there are")
    return found


def to_trace(name: str, *, measured: bool = False) -> list[str]:
    """The same, for them to be loaded."""
    found = matching(name)
    most = MAX_MEASURED if measured and functions.is_function(name) else MAX_AT_ONCE
    if len(found) > most:
        is_code = functions.is_function(name) or is_user_probe(name)
        what = "functions or probes" if is_code else "tracepoints"
        done = "measured" if measured else "traced"
        raise UsageError(f"{name!r} stands for {len(found)} {what}, and at most {most} are {done} at once")
    return found


def is_pattern(name: str) -> bool:
    """Whether it may stand for several."""
    if is_user_probe(name):
        from traceleft import user_probes

        return user_probes.is_pattern(name)
    return any(mark in name for mark in "*?[")


def _unknown(name: str) -> str:
    subsystem, event = name.split(":", 1)
    if subsystem == "syscalls":
        call = event.removeprefix("sys_enter_").removeprefix("sys_exit_")
        return f"{name!r} is no tracepoint that is traced: name the syscall itself, {call}"
    own = [each for each in names() if each.startswith(f"{subsystem}:")]
    hint = did_you_mean(name, own or names()) or "; `traceleft list '*:*'` shows those there are"
    what = "" if own else f", and {subsystem!r} is not a PID"
    return f"this kernel has no tracepoint {name!r}{what}{hint}"


def spec(wanted: Iterable[str], members: Iterable[str] = ()) -> dict[str, Any]:
    """A schema of these sources alone, of functions with those of the members that they have. Of several functions
    those are left out that can't be traced. Raises UsageError, HandlerError, KernelError."""
    syscalls: dict[str, Entry] = {}
    flags: dict[str, Any] = {}
    chosen = list(wanted)
    for name, entry, own in functions.entries(filter(functions.is_function, chosen), members):
        syscalls[name] = entry
        flags.update(own)
    for name in chosen:
        if functions.is_function(name):
            continue
        if samplers.is_sampler(name):
            syscalls[name] = samplers.entry(name)
            continue
        if is_user_probe(name):
            from traceleft import user_probes

            syscalls[name] = user_probes.entry(name)
            continue
        try:
            text = (_events() / name.replace(":", "/") / "format").read_text(encoding="utf-8")
        except OSError as error:
            raise HandlerError(f"the fields of {name} can't be read: {error}") from error
        syscalls[name], own = parse_format(name, text)
        flags.update(own)
    return {"version": 2, "flags": flags, "structs": {}, "syscalls": syscalls}


def parse_format(name: str, text: str) -> tuple[Entry, dict[str, Any]]:
    """A tracepoint's entry and its sets of names, of its format's text.

    Raises UsageError for one that can't be traced.
    """
    from traceleft.generate.formats import parse_record_field

    if not re.fullmatch(_NAME, name) or len(name) > _LONGEST_NAME:
        raise UsageError(f"{name!r} can't be traced: its name is no SUBSYSTEM:EVENT, or longer than {_LONGEST_NAME}")
    id = re.search(r"^ID: ([0-9]+)$", text, re.MULTILINE)
    if not id:
        raise UsageError(f"the format of {name} has no ID")
    fields = [parse_record_field(line) for line in text.split("\n") if line.startswith("\tfield:")]
    if not all(fields):
        raise UsageError(f"the format of {name} has a field that is no declaration")
    arguments = [_argument(field, name) for field in fields if field and not field.declaration.startswith("__padding")]
    arguments = [each for each in arguments if not each["name"].startswith("common_")]
    arguments += _members(name, arguments)
    number = NUMBERS + int(id[1])
    flags: dict[str, Any] = {}
    for set_name, argument, values in _named(text, arguments, number):
        flags[set_name] = values
        argument["flags"] = set_name
        if values["bits"]:
            argument["kind"] = "flags"
    return {
        "nr": number,
        "tracepoint": None,
        "symbol": None,
        "side": "exit",
        "returns": {"kind": "int", "size": 8},
        "args": arguments,
    }, flags


def _argument(field: RecordField, name: str) -> Entry:
    match = re.fullmatch(_DECLARATION, field.declaration)
    if not match:
        raise UsageError(f"the format of {name} has a field that is no declaration: {field.declaration!r}")
    loc, type_, size = match["loc"], match["type"].strip(), match["size"]
    record: Entry = {"offset": field.offset, "size": field.size}
    if loc:
        record["at"] = loc
    is_array = bool(loc or size)
    argument: Entry = {"name": match["name"], "type": type_ + (match["array"] or size or "").strip(), "record": record}
    return {**argument, **(_array(type_, field, bool(loc)) if is_array else _single(type_, field))}


def _members(name: str, arguments: list[Entry]) -> list[Entry]:
    """The fields that are added to the record."""
    address = next((each["record"] for each in arguments if each["name"] == _SOCKETS.get(name)), None)
    if address is None or address["size"] != 8:
        return []
    return [
        {"name": member, "type": f"u{8 * size}", "kind": "uint", "size": size, "record": {**address, "at": member}}
        for member, size in _TCP_MEMBERS
    ]


def _single(type_: str, field: RecordField) -> Entry:
    if field.size not in (1, 2, 4, 8):
        return {"kind": "buffer"}
    kind = "pointer" if type_.endswith("*") else "int" if field.signed else "uint"
    return {"kind": kind, "size": field.size}


def _array(type_: str, field: RecordField, any_length: bool) -> Entry:
    if type_ in ("char", "const char"):
        return {"kind": "string"}
    size = _ELEMENTS.get(type_, 1)
    if size == 1 or (not any_length and (field.size % size or field.size > _MEMORY_LIMIT)):
        return {"kind": "buffer"}
    array: Entry = {"kind": "array", "of": {"kind": "int" if field.signed else "uint", "size": size}}
    return array if any_length else {**array, "count": field.size // size}


def _named(text: str, arguments: list[Entry], number: int) -> Iterable[tuple[str, Entry, Entry]]:
    """The sets of names that the format's last line has for its fields: what is a plain list of constants there."""
    line = text.partition("\nprint fmt: ")[2]
    by_name = {each["name"]: each for each in arguments if each["kind"] in ("int", "uint")}
    for match in re.finditer(_NAMES, line):
        argument = by_name.pop(match[2], None)
        if argument is None:
            continue
        at = match.end()
        if match[1] == "flags":
            delimiter = re.compile(_DELIMITER).match(line, at)
            at = delimiter.end() if delimiter else at
        values: dict[int, str] = {}
        while pair := re.compile(_NAMED_VALUE).match(line, at):
            at = pair.end()
            value = constant(pair[1])
            if value is not None and re.fullmatch(_IDENTIFIER, pair[2]):
                values.setdefault(value & (1 << 8 * argument["size"]) - 1, pair[2])
        pairs = [[name, value] for value, name in values.items()]
        if match[1] == "symbolic" and pairs:
            if argument["kind"] == "int":
                half = 1 << 8 * argument["size"] - 1
                pairs = [[name, (value ^ half) - half & (1 << 64) - 1] for name, value in pairs]
            named = {"mask": (1 << 64) - 1, "choices": pairs, "bits": []}
        elif pairs and len(pairs) <= _MOST_BITS:
            named = {"mask": 0, "choices": [], "bits": pairs}
        else:
            continue
        yield f"tracepoint_{number - NUMBERS}_{match[2]}"[:64], argument, named


def constant(text: str) -> int | None:
    """The value of a constant expression of C; None for any other."""
    try:
        return _value(ast.parse(re.sub(_SUFFIX, r"\1", re.sub(_CAST, "", text)).strip(), mode="eval").body)
    except (SyntaxError, ValueError, RecursionError):
        return None


def _value(node: ast.expr) -> int:
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Invert, ast.USub)):
        value = _value(node.operand)
        return ~value if isinstance(node.op, ast.Invert) else -value
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left), _value(node.right)
        operations: Mapping[type[ast.operator], Any] = {
            ast.BitOr: int.__or__,
            ast.BitAnd: int.__and__,
            ast.BitXor: int.__xor__,
            ast.Add: int.__add__,
            ast.Sub: int.__sub__,
        }
        if type(node.op) in operations:
            value = operations[type(node.op)](left, right)
        elif isinstance(node.op, ast.LShift) and 0 <= right < 64:
            value = left << right
        elif isinstance(node.op, ast.RShift) and 0 <= right < 64:
            value = left >> right
        else:
            raise ValueError
        return int(value)
    raise ValueError
