# SPDX-License-Identifier: MIT
"""The schema in words: for `traceleft list`, the reference page and the docstrings of traceleft.events.

Needs the schema's JSON only, so that the generator can use it before anything is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Optional

Value = Mapping[str, Any]
"""The entry of schema.json for an argument, a field or an array's element: its kind, and whatever that needs."""


def class_name(name: str) -> str:
    """rt_sigaction's class is RtSigaction, _sysctl's is Sysctl."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def has_flags(flag_set: Mapping[str, Any]) -> bool:
    """Whether numbers of this entry of schema.json are made of flags; else they are one of its choices."""
    return bool(flag_set["bits"]) and "form" not in flag_set


def flag_values(flag_set: Mapping[str, Any]) -> dict[str, int]:
    """The names of a set, with what they stand for: its choices first. Those that begin with __ are left out: in a
    class they would get its name in front."""
    named = (*flag_set["choices"], *flag_set["bits"])
    return {name: value for name, value in named if not name.startswith("__")}


_KINDS = {
    "be16": "number in network order",
    "be32": "number in network order",
    "be64": "number in network order",
    "beyond": "bytes that a longer struct has",
    "buffer": "bytes",
    "capset": "capabilities",
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
    "limit": "limit",
    "mmsghdr": "messages",
    "mode": "file mode",
    "msghdr": "message",
    "pid": "process or thread",
    "pointer": "address",
    "sigset": "signals",
    "size": "bytes",
    "socket_name": "path, or abstract name behind a NUL",
    "string": "string",
    "strings": "strings",
    "uid": "user id",
    "uint": "unsigned number",
    "unused": "not used",
    "utime_nsec": "nanoseconds, UTIME_NOW or UTIME_OMIT",
    "wait": "wait status",
}
# The kinds that consist of what a flag set names, where others may be one of its values.
_OF_FLAGS = frozenset({"capset", "mode", "sigset", "wait"})
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
    if kind == "linked":
        return f"struct {value['struct']}"
    if kind == "pointers":
        return f"pointers to {meaning(value['of'])}"
    if "flags" in value:
        joined = "of" if kind in _OF_FLAGS else "or"
        return f"{_KINDS.get(kind, kind)} {joined} flags {value['flags']}"
    if kind == "array":
        of = _PLURALS.get(value["of"]["kind"]) or meaning(value["of"])
        if value.get("count") == 1 and "size" in value["of"]:
            return f"array of one {meaning(value['of'])}"
        return f"{value['count']} {of}" if "count" in value else f"array of {of}"
    return _KINDS.get(kind, kind)


def direction(value: Value) -> str:
    """The reader and the writer of the memory behind an argument, in words; empty where there is none."""
    return _DIRECTIONS.get(value.get("dir", ""), "")


def cases(value: Value, call: Value, flags: Mapping[str, Any]) -> list[tuple[list[str], Value]]:
    """An argument's meanings by the value of another: that one's values, by name if they have one, and the meaning."""
    if "by" not in value:
        return []
    return _cases(value, call["args"], flags, ("", None, 0))


_Around = tuple[str, Optional[int], int]
"""Of cases within a case: its name, and what chooses it by which value."""


def _cases(
    value: Value, owners: list[Value], flags: Mapping[str, Any], around: _Around
) -> list[tuple[list[str], Value]]:
    prefix, outer, chosen = around
    selector = owners[value["by"]]
    if outer is not None and selector.get("by") == outer:
        selector = next((case for case in selector["cases"] if chosen in case["values"]), selector)
    names = _names(selector, flags)
    found: list[tuple[list[str], Value]] = []
    for case in value["cases"]:
        said = {key: what for key, what in case.items() if key not in ("values", "by", "mask", "cases")}
        # Cases that differ only in who fills the memory are one here.
        values = next((values for values, known in found if known == said), None)
        if values is None:
            found.append((values := [], said))
        values += [prefix + names.get(number, str(number)) for number in case["values"]]
    for case in value["cases"]:
        if "cases" in case:
            name = names.get(case["values"][0], str(case["values"][0]))
            found += _cases(case, owners, flags, (f"{prefix}{name} ", value["by"], case["values"][0]))
    return found


def field_cases(field: Value, struct: Value, flags: Mapping[str, Any]) -> list[tuple[list[str], Value]]:
    """The same of a struct's field, whose meaning depends on another field's value."""
    return _cases(field, struct["fields"], flags, ("", None, 0)) if "by" in field else []


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
    if value["kind"] in ("msghdr", "mmsghdr"):
        yield from ({"kind": "struct", "struct": name} for name in ("sockaddr", "cmsghdr"))
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
        if name in found or name not in structs:
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
