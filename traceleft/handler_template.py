# SPDX-License-Identifier: MIT
"""Writes a handler's C for a syscall, with the arguments, captures and hash that were asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from traceleft import battery
from traceleft.errors import UsageError, did_you_mean
from traceleft.extras import needed

# Bytes of the types of registers, by their names in the original's config.json and in C.
_INTEGERS = {
    **{f"{sign}{bits}": bits // 8 for sign in "su" for bits in (8, 16, 32, 64)},
    **{f"{sign}int{bits}_t": bits // 8 for sign in ("", "u") for bits in (8, 16, 32, 64)},
    **{"int": 4, "uint": 4, "long": 8, "ulong": 8, "size_t": 8, "pointer": 8},
}
_ARGUMENT = re.compile(r"(?P<name>\w+)(?::(?P<type>\w+)(?:\[(?P<size>\w+)\])?)?", re.ASCII)
_MAX_SIZE = 4096
"""bpf/include: EVENT_MEMORY_LIMIT."""


@dataclass(frozen=True)
class Wanted:
    """An argument that a handler shall record.

    `argument` is its name, or its position from 1. `type` is string, char or buffer for the memory that it points to,
    an integer's C type for its register, None for what the syscall's own meaning says. `size` is of char and buffer:
    bytes, "ret", or the name of the argument that tells.
    """

    argument: str
    type: str | None = None
    size: str | None = None
    hash: str = ""
    """"": as it is; "string": up to its NUL; "skip": not at all."""


@dataclass(frozen=True)
class _Recorded:
    """An argument as the template needs it."""

    name: str
    position: int
    capture: int | None
    call: str
    """The C that fills the capture."""
    out: bool
    """Filled by the kernel, if the call succeeds."""
    entered: bool
    """Kept by the call's entry program."""
    hash: str
    """value, text, bytes or nothing."""
    size: int
    """A value's size in bytes."""


def parse_arguments(text: str) -> list[Wanted]:
    """`filename:string,flags`: NAME[:TYPE[SIZE]], separated by commas. Raises UsageError."""
    wanted = []
    for part in text.split(","):
        match = _ARGUMENT.fullmatch(part.strip())
        if not match:
            raise UsageError(
                f"{part!r} is no argument; the form is NAME[:TYPE], such as filename:string or buf:char[256]"
            )
        wanted.append(Wanted(match["name"], match["type"], match["size"]))
    return wanted


def parse_config(text: str, source: str, syscall: str) -> list[Wanted]:
    """A syscall's arguments out of a config.json as the original traceleft had it. Raises UsageError."""
    try:
        events = json.loads(text)["event"]
        found = [event for event in events if event["name"] == syscall]
        if not found:
            raise UsageError(f"{source} has no {syscall}; it has {', '.join(event['name'] for event in events)}")
        return [_configured(argument, f"{source}: {syscall}") for argument in found[0]["args"]]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        if isinstance(error, UsageError):
            raise
        raise UsageError(f"{source}: not a config.json with events of name and args: {error!r}") from None


def _configured(argument: Mapping[str, Any], where: str) -> Wanted:
    suffix, hash_, type_ = argument.get("suffix", ""), argument.get("hashFunc", ""), argument["type"]
    size = re.fullmatch(r"(?:\[(\w+)\])?", suffix, re.ASCII)
    if not size or hash_ not in ("", "string", "skip"):
        raise UsageError(f'{where}: suffix is "[BYTES]", hashFunc is "string", "skip" or ""; not {suffix!r}, {hash_!r}')
    if type_ == "char" and hash_ == "string":
        return Wanted(str(int(argument["position"])), "string", None, hash_)  # the original's way to say: a path
    return Wanted(str(int(argument["position"])), type_, size[1], hash_)


def render(
    syscall: str,
    wanted: Sequence[Wanted] | None = None,
    *,
    hash: Collection[str] | None = None,
    title: str = "",
) -> str:
    """The C of a handler for `syscall`.

    Args:
        wanted: the arguments that it records; None: all arguments, with the memory behind strings and structs.
        hash: the names of the arguments that go into a hash of the event, which becomes one more argument behind the
            call's own; None: no hash.
        title: the file's description of itself.

    Raises UsageError; TraceleftError without Jinja2.
    """
    call = _call(syscall)
    arguments = [argument["name"] for argument in call["args"]]
    chosen = [Wanted(name) for name in arguments] if wanted is None else list(wanted)
    positions = [_position(syscall, arguments, each.argument) for each in chosen]
    if len(set(positions)) != len(positions):
        raise UsageError(f"{syscall}: an argument is named twice")
    recorded: list[_Recorded] = []
    captures = 0
    for position, each in sorted(zip(positions, chosen), key=lambda pair: pair[0]):
        hashed = hash is not None and arguments[position] in hash and each.hash != "skip"
        one = _record(syscall, call, position, each, captures, hashed, lenient=wanted is None)
        captures += one.capture is not None
        recorded.append(one)
    if hash is not None:
        unknown = sorted(set(hash) - {one.name for one in recorded})
        if unknown:
            raise UsageError(f"{syscall}: {unknown[0]} can't be hashed: it is not recorded")
    # Registers are told apart by their place, so that those before the last one are recorded in any case. What a size
    # is taken from must be there too.
    needed = [one.position for one in recorded] + [
        arguments.index(each.size) for each in chosen if each.size in arguments
    ]
    count = len(arguments) if hash is not None else max(needed, default=-1) + 1
    template = _environment().get_template("handler.bpf.c.j2")
    text: str = template.render(
        syscall=syscall,
        title=title,
        entry=call["side"] == "entry",
        args=count,
        arguments=recorded,
        captures=captures,
        hashed=hash is not None,
    )
    return text


def argument_names(syscall: str) -> list[str]:
    """The names of a syscall's arguments. Raises UsageError."""
    return [argument["name"] for argument in _call(syscall)["args"]]


def name_of(syscall: str, argument: str) -> str:
    """The name of the argument that `argument`, a name or a position from 1, stands for. Raises UsageError."""
    names = argument_names(syscall)
    return names[_position(syscall, names, argument)]


def _call(syscall: str) -> Mapping[str, Any]:
    calls = battery.schema_spec()["syscalls"]
    if syscall not in calls:
        unknown = f"there is no syscall {syscall!r}{did_you_mean(syscall, calls)}"
        raise UsageError(battery.absence(syscall) or unknown)
    call: Mapping[str, Any] = calls[syscall]
    return call


def _position(syscall: str, names: Sequence[str], argument: str) -> int:
    if argument in names:
        return names.index(argument)
    if argument.isdigit() and 0 < int(argument[:3]) <= len(names):
        return int(argument[:3]) - 1
    raise UsageError(
        f"{syscall} has no argument {argument!r}; it has {', '.join(names) or 'none'}{did_you_mean(argument, names)}"
    )


def _record(
    syscall: str, call: Mapping[str, Any], position: int, wanted: Wanted, capture: int, hashed: bool, lenient: bool
) -> _Recorded:
    argument = call["args"][position]
    size, where = 0, f"&record, {capture}, {position}"
    type_ = wanted.type or _default_type(argument, lenient)
    entered = type_ == "string" and "by" not in argument and bool(argument.get("entered"))
    if type_ is None:
        raise UsageError(
            f"{syscall}: how much of {argument['name']} is to be recorded must be said: "
            f"{argument['name']}:char[256], {argument['name']}:buffer[ret], or {argument['name']}:u64 for its address"
        )
    if wanted.size and type_ not in ("char", "buffer"):
        raise UsageError(f"{syscall}: {argument['name']}: {type_} has no size; char and buffer do")
    if type_ == "string":
        code = f"record_{'entered_' if entered else ''}string({where});"
    elif type_ == "strings":
        code = f"record_{'environment' if argument.get('environment') else 'strings'}({where});"
    elif type_ == "struct":
        code = f"record_memory({where}, {battery.schema_spec()['structs'][argument['struct']]['size']});"
    elif type_ in ("char", "buffer"):
        code = _memory(syscall, call, argument["name"], wanted.size, where)
    elif type_ in _INTEGERS or (wanted.type is None and type_ == ""):
        code, size = "", _INTEGERS.get(type_, argument.get("size", 8))
    else:
        known = ", ".join(["string", "char", "buffer", *_INTEGERS])
        raise UsageError(f"{syscall}: {argument['name']}: {type_!r} is no type; there are: {known}")
    text = type_ == "string" or wanted.hash == "string"
    return _Recorded(
        argument["name"],
        position,
        capture if code else None,
        code,
        argument.get("dir") == "out" and call["side"] == "exit",
        entered,
        "" if not hashed else "value" if not code else "text" if text else "bytes",
        size,
    )


def _default_type(argument: Mapping[str, Any], lenient: bool) -> str | None:
    """The type by the syscall's own meaning: "" for the register, None where that doesn't tell how much to record."""
    kind = argument["kind"]
    if "capture" not in argument:
        return ""
    if kind in ("string", "strings", "struct") and "by" not in argument:
        return str(kind)
    return "" if lenient else None


def _memory(syscall: str, call: Mapping[str, Any], name: str, size: str | None, where: str) -> str:
    """A fixed size is recorded whole; one that the call tells, up to the user's limit."""
    names = [argument["name"] for argument in call["args"]]
    if size is None:
        raise UsageError(f"{syscall}: {name} needs a size: {name}:char[256], or {name}:buffer[ret]")
    if size == "ret":
        return f"record_buffer({where}, record_ret(&record));"
    if size in names:
        cast = "(__s32)" if call["args"][names.index(size)].get("size") == 4 else ""
        return f"record_buffer({where}, {cast}record_argument(&record, {names.index(size)}));"
    if not size.isdigit() or not 0 < int(size[:6]) <= _MAX_SIZE:
        raise UsageError(f"{syscall}: {name}: a size is 1 to {_MAX_SIZE}, ret or an argument, not {size!r}")
    return f"record_memory({where}, {int(size)});"


def _environment() -> Any:
    with needed("handlers", "writing a handler"):
        import jinja2
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(battery.data_directory() / "templates"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
