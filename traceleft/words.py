# SPDX-License-Identifier: MIT
"""The schema in words: for `traceleft list`, the reference page and the docstrings of traceleft.events.

Needs the schema's JSON only, so that the generator can use it before anything is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Value = Mapping[str, Any]
"""The entry of schema.json for an argument, a field or an array's element: its kind, and whatever that needs."""

_KINDS = {
    "be16": "number in network order",
    "be32": "number in network order",
    "be64": "number in network order",
    "buffer": "bytes",
    "chars": "text",
    "dev": "device number",
    "dirfd": "file descriptor or AT_FDCWD",
    "fd": "file descriptor",
    "gid": "group id",
    "hex": "number, in hex",
    "in6_addr": "IPv6 address",
    "in_addr": "IPv4 address",
    "int": "number",
    "iovec": "pieces of memory",
    "mmsghdr": "messages",
    "mode": "file mode",
    "msghdr": "message",
    "pid": "process or thread",
    "pointer": "address",
    "size": "bytes",
    "socket_name": "path, or abstract name behind a NUL",
    "string": "string",
    "strings": "strings",
    "uid": "user id",
    "uint": "unsigned number",
}
_PLURALS = {
    "fd": "file descriptors",
    "gid": "group ids",
    "hex": "numbers, in hex",
    "int": "numbers",
    "pid": "processes or threads",
    "pointer": "addresses",
    "uid": "user ids",
    "uint": "unsigned numbers",
}
_DIRECTIONS = {
    "in": "read by the kernel",
    "out": "filled by the kernel",
    "both": "read and filled by the kernel",
    "overwritten": "read and then overwritten by the kernel",
}


def signature(name: str, call: Value) -> str:
    """The call as C declares it."""
    return f"{name}({', '.join(declaration(argument) for argument in call['args'])})"


def declaration(argument: Value) -> str:
    """An argument as C declares it."""
    return f"{argument['type']}{'' if argument['type'].endswith('*') else ' '}{argument['name']}"


def meaning(value: Value) -> str:
    """A value's description in a few words."""
    kind: str = value["kind"]
    if kind in ("flags", "struct"):
        return f"{kind} {value[kind]}"
    if "flags" in value:
        return f"{_KINDS.get(kind, kind)} or flags {value['flags']}"
    if kind == "array":
        of = _PLURALS.get(value["of"]["kind"]) or meaning(value["of"])
        return f"{value['count']} {of}" if "count" in value else f"array of {of}"
    return _KINDS.get(kind, kind)


def direction(value: Value) -> str:
    """The reader and the writer of the memory behind an argument, in words; empty where there is none."""
    return _DIRECTIONS.get(value.get("dir", ""), "")


def cases(value: Value, call: Value, flags: Mapping[str, Any]) -> list[tuple[list[str], Value]]:
    """An argument's meanings by the value of another: that one's values, by name if they have one, and the meaning."""
    if "by" not in value:
        return []
    names = _names(call["args"][value["by"]], flags)
    found: list[tuple[list[str], Value]] = []
    for case in value["cases"]:
        said = {key: what for key, what in case.items() if key != "values"}
        # Cases that differ only in who fills the memory are one here.
        values = next((values for values, known in found if known == said), None)
        if values is None:
            found.append((values := [], said))
        values += [names.get(number, str(number)) for number in case["values"]]
    return found


def variants(struct: Value, flags: Mapping[str, Any]) -> list[tuple[list[str], str]]:
    """The structs that this one begins: the values of its field `by`, by name where they have one, and the struct."""
    if not struct.get("cases"):
        return []
    names = _names(next(field for field in struct["fields"] if field["name"] == struct["by"]), flags)
    found: dict[str, list[str]] = {}
    for number, name in struct["cases"]:
        found.setdefault(name, []).append(names.get(number, str(number)))
    return [(values, name) for name, values in found.items()]


def _names(value: Value, flags: Mapping[str, Any]) -> dict[int, str]:
    """A flag set's names by value, the first of each."""
    names: dict[int, str] = {}
    for name, number in constants(flags[value["flags"]]) if "flags" in value else []:
        names.setdefault(number, name)
    return names


def condition(argument: Value, call: Value, flags: Mapping[str, Any]) -> str:
    """The condition under which the argument means anything; empty where it always does."""
    when = argument.get("when")
    if not when:
        return ""
    other = call["args"][when["arg"]]
    known = constants(flags[other["flags"]]) if "flags" in other else []
    # A composite value (O_TMPFILE) may hold more bits than the one that is asked for.
    names = [name for name, number in known if number & when["mask"] and not name.endswith("MASK")]
    return f"only with {' or '.join(names) or hex(when['mask'])} in {other['name']}"


def constants(flag_set: Value) -> list[tuple[str, int]]:
    """The names of a flag set and their values: the choices, then the bits."""
    return [(name, value) for name, value in (*flag_set["choices"], *flag_set["bits"])]


def parts(value: Value) -> Iterator[Value]:
    """A value and all that it is made of, but for what is inside its structs."""
    yield value
    if "of" in value:
        yield from parts(value["of"])
    for case in value.get("cases", ()):
        yield from parts(case)


def structs_of(values: list[Value], structs: Mapping[str, Any]) -> list[str]:
    """The names of the structs in these values, and of those inside them, sorted."""
    found: set[str] = set()
    waiting = [part["struct"] for value in values for part in parts(value) if "struct" in part]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        spec = structs[name]
        waiting += [part["struct"] for field in spec["fields"] for part in parts(field) if "struct" in part]
        waiting += [struct for _, struct in spec.get("cases", ())]
    return sorted(found)


def flags_of(values: list[Value], structs: Mapping[str, Any]) -> list[str]:
    """The names of the flag sets in these values and in their structs, sorted."""
    inner = [field for name in structs_of(values, structs) for field in structs[name]["fields"]]
    return sorted({part["flags"] for value in [*values, *inner] for part in parts(value) if "flags" in part})
