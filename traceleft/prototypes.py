# SPDX-License-Identifier: MIT
"""C's declarations of functions, as manual pages have them: names and types for what a probe finds in registers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from traceleft.errors import UsageError

_SIGNED = {
    **dict.fromkeys(("char", "signed char", "int8_t"), 1),
    **dict.fromkeys(("short", "short int", "signed short", "int16_t"), 2),
    **dict.fromkeys(("int", "signed", "signed int", "int32_t", "pid_t", "id_t", "key_t", "wchar_t", "clockid_t"), 4),
    **dict.fromkeys(("long", "long int", "signed long", "long long", "long long int", "signed long long"), 8),
    **dict.fromkeys(("int64_t", "ssize_t", "intptr_t", "ptrdiff_t", "off_t", "off64_t", "time_t", "clock_t"), 8),
    **dict.fromkeys(("suseconds_t", "intmax_t", "Py_ssize_t"), 8),
}
_UNSIGNED = {
    **dict.fromkeys(("bool", "_Bool", "unsigned char", "uint8_t"), 1),
    **dict.fromkeys(("unsigned short", "unsigned short int", "short unsigned int", "uint16_t", "in_port_t"), 2),
    **dict.fromkeys(("unsigned", "unsigned int", "uint", "uint32_t", "uid_t", "gid_t", "mode_t", "socklen_t"), 4),
    **dict.fromkeys(("in_addr_t", "useconds_t"), 4),
    **dict.fromkeys(("unsigned long", "unsigned long int", "long unsigned int", "ulong", "uint64_t", "size_t"), 8),
    **dict.fromkeys(("unsigned long long", "unsigned long long int", "uintptr_t", "dev_t", "ino_t", "nfds_t"), 8),
    **dict.fromkeys(("uintmax_t", "pthread_t"), 8),
}
"""Sizes on 64-bit Linux, bytes."""
_NOT_IN_REGISTERS = frozenset({"float", "double", "long double"})
# Compiled where they are first needed: operands are read by every command, and most name no declaration.
_QUALIFIERS = r"\b(?:const|volatile|register|restrict|__restrict|extern|static|inline)\b"
_DECLARATION = r"(?s)(?P<returns>.*?)(?P<name>[A-Za-z_]\w*(?::\w+)?)\s*\((?P<parameters>.*)\)\s*;?"
_POINTER_TO_FUNCTION = r"(?s).*\(\s*\*\s*(?P<name>\w*)\s*\)\s*\(.*\)"
_PARAMETER = r"(?s)(?P<type>.*?)(?P<name>\b[A-Za-z_]\w*)?\s*(?P<array>\[[^]]*\])?"


@dataclass(frozen=True)
class CType:
    """A type of C in a register."""

    text: str
    kind: str
    """int, uint, pointer; string: a pointer to text that ends with NUL; none: void."""
    size: int = 8
    """Bytes."""


@dataclass(frozen=True)
class Parameter:
    """An argument that a declaration names."""

    name: str
    type: CType


@dataclass(frozen=True)
class Prototype:
    """A declared function."""

    name: str
    """Of a USDT probe with its provider: PROVIDER:NAME."""
    returns: CType | None
    """None where it isn't said."""
    parameters: tuple[Parameter, ...]


def is_prototype(text: str) -> bool:
    """Whether that is a declaration, and no name alone."""
    return "(" in text and text.rstrip(" ;").endswith(")")


def parse(text: str) -> Prototype:
    """What C's declaration says: "int getaddrinfo(const char *node, const char *service)". Without a type of what it
    returns that is not known. Raises UsageError."""
    match = re.fullmatch(_DECLARATION, text.strip())
    if not match:
        raise UsageError(f"{text!r} declares no function: write it as C does, int open(const char *path, int flags)")
    returns = _plain(match["returns"])
    parameters = [each for each in _split(match["parameters"]) if each and each not in ("void", "...")]
    named = tuple(_parameter(each, place, text) for place, each in enumerate(parameters))
    names = [each.name for each in named]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError(f"{text!r} has two arguments called {twice}")
    return Prototype(match["name"], _type(returns, text) if returns else None, named)


def split(text: str) -> list[str]:
    """Parts with commas between them; none of those within parentheses."""
    parts, depth = [""], 0
    for each in text:
        depth += (each == "(") - (each == ")")
        if each == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += each
    return parts


def _split(text: str) -> list[str]:
    return [part.strip() for part in split(text)]


def _plain(type_: str) -> str:
    """A type without qualifiers, and with single spaces."""
    return re.sub(r"\s*\*\s*", "*", " ".join(re.sub(_QUALIFIERS, " ", type_).split()))


def _parameter(text: str, place: int, whole: str) -> Parameter:
    if function := re.fullmatch(_POINTER_TO_FUNCTION, text):
        return Parameter(function["name"] or f"arg{place}", CType("void *", "pointer"))
    match = re.fullmatch(_PARAMETER, _plain(text))
    assert match  # whatever it is
    type_, name = match["type"].strip(), match["name"]
    unnamed = not type_ or type_ in ("unsigned", "signed", "long", "short", "struct", "union", "enum")
    if name and unnamed and f"{type_} {name}".strip() in {*_SIGNED, *_UNSIGNED, *_NOT_IN_REGISTERS}:
        type_, name = f"{type_} {name}".strip(), None
    pointer = "*" if match["array"] else ""
    return Parameter(name or f"arg{place}", _type(type_ + pointer, whole))


def _type(text: str, whole: str) -> CType:
    shown = re.sub(r"(\w)\*", r"\1 *", text)
    if text.endswith("*"):
        return CType(shown, "string" if text == "char*" else "pointer")
    if text == "void":
        return CType(shown, "none")
    if text.startswith("enum "):
        return CType(shown, "uint", 4)
    for kind, sizes in (("int", _SIGNED), ("uint", _UNSIGNED)):
        if text in sizes:
            return CType(shown, kind, sizes[text])
    if text in _NOT_IN_REGISTERS:
        raise UsageError(f"{whole!r}: probes can't read floating-point numbers; leave {text} out of the declaration")
    raise UsageError(
        f"{whole!r}: the size of {text or 'an argument without a type'!r} isn't known; write a type of C's own, such "
        "as unsigned int, or void * for a pointer"
    )
