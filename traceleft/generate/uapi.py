"""Syscall numbers and flag constants: extracted from the uapi headers, kept as JSON.

The headers are Debian's linux-libc-dev or any other `make headers_install`. Only `#define`s of integer
expressions are understood, which is what flags are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from .errors import GenerateError
from .formats import is_identifier

NUMBERS_HEADER = "asm/unistd_64.h"
VERSION_HEADER = "linux/version.h"

_DEFINE = re.compile(r"^[ \t]*#[ \t]*define[ \t]+([A-Za-z_][A-Za-z0-9_]*)[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)
_TOKEN = re.compile(r"\s*(?:(0[xX][0-9a-fA-F]+|[0-9]+)[uUlL]{0,3}\b|[A-Za-z_][A-Za-z0-9_]*|<<|[-+|()])")
_TOKENS = re.compile(rf"(?:{_TOKEN.pattern})+\s*")
_MAX_EXPRESSION = 200  # characters; longer ones are no flags, and nesting stays bounded
_MAX_DEPTH = 16  # macros that refer to macros


@dataclass(frozen=True)
class FlagSource:
    """Where a flag set comes from: a header, a prefix of its macros' names, and names beside the prefix."""

    header: str
    prefix: str
    names: tuple[str, ...]

    def wants(self, name: str) -> bool:
        """Whether the macro belongs here. "__O_TMPFILE" has the prefix "O_": conditions may need it."""
        internal = name[2:] if name.startswith("__") else name
        return name in self.names or (bool(self.prefix) and internal.startswith(self.prefix))


@dataclass(frozen=True)
class Uapi:
    """The constants of one architecture. Within a flag set they stand in their header's order."""

    arch: str
    headers: str
    """The kernel release of the headers, major.minor."""
    constants: Mapping[str, int]
    flags: Mapping[str, Mapping[str, int]]
    syscalls: Mapping[str, int]


def parse_defines(text: str) -> dict[str, str]:
    """Macros without parameters and what they stand for. The first definition counts, as under #ifndef."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", " ", text.replace("\\\n", " "), flags=re.DOTALL)
    defines: dict[str, str] = {}
    for match in _DEFINE.finditer(text):
        defines.setdefault(match[1], match[2])
    return defines


def evaluate(name: str, defines: Mapping[str, str], source: str) -> int:
    """The value of a macro that is an integer expression. Raises GenerateError, naming `source` and it."""
    return _Expression(name, defines, source, 0).value()


def extract(
    arch: str, headers: Mapping[str, str], flags: Mapping[str, FlagSource], constants: Mapping[str, str]
) -> Uapi:
    """Extracts all numbers, and the wanted flags and constants.

    `headers` has the texts by path below the include folder, `constants` the path for each single constant.
    Raises GenerateError with the path and the name where a name is missing or no number.
    """
    defines = {path: parse_defines(text) for path, text in headers.items()}

    def value(path: str, name: str) -> int:
        return evaluate(name, defines[path], path)

    prefix = "__NR_"
    numbers = {
        name[len(prefix) :]: value(NUMBERS_HEADER, name) for name in defines[NUMBERS_HEADER] if name.startswith(prefix)
    }
    return Uapi(
        arch=arch,
        headers=".".join(str(value(VERSION_HEADER, f"LINUX_VERSION_{part}")) for part in ("MAJOR", "PATCHLEVEL")),
        constants={name: value(path, name) for name, path in sorted(constants.items())},
        flags={
            key: {name: value(source.header, name) for name in _wanted(source, defines[source.header])}
            for key, source in sorted(flags.items())
        },
        syscalls=dict(sorted(numbers.items())),
    )


def dump(uapi: Uapi) -> str:
    """The JSON text that `load` reads."""
    return json.dumps(asdict(uapi), indent=2) + "\n"


def load(text: str, source: str) -> Uapi:
    """Reads what `dump` wrote. Raises GenerateError, which names `source` and the key."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GenerateError(f"{source}: not JSON: {error}") from None
    if not isinstance(data, dict):
        raise GenerateError(f"{source}: not an object")
    arch, headers, flags = (data.get(key) for key in ("arch", "headers", "flags"))
    if not (isinstance(arch, str) and isinstance(headers, str) and isinstance(flags, dict)):
        raise GenerateError(f"{source}: arch, headers or flags is missing")
    return Uapi(
        arch,
        headers,
        _integers(data.get("constants"), f"{source}: constants"),
        {key: _integers(values, f"{source}: flags.{key}") for key, values in flags.items()},
        _integers(data.get("syscalls"), f"{source}: syscalls"),
    )


def _wanted(source: FlagSource, defines: Iterable[str]) -> list[str]:
    wanted = [name for name in defines if source.wants(name)]
    return wanted + [name for name in source.names if name not in wanted]  # a missing one fails when evaluated


def _integers(data: object, where: str) -> dict[str, int]:
    if not isinstance(data, dict):
        raise GenerateError(f"{where}: not an object")
    for name, value in data.items():
        if not is_identifier(name) or type(value) is not int or not -(2**63) <= value < 2**64:
            raise GenerateError(f"{where}: bad constant {name!a}")
    return data


class _Expression:
    """C's integer expressions by recursive descent, as far as flags need them: | << + - and parentheses."""

    def __init__(self, name: str, defines: Mapping[str, str], source: str, depth: int) -> None:
        self._name, self._defines, self._source, self._depth = name, defines, source, depth
        text = defines.get(name)
        if text is None:
            raise self._error("is not defined")
        if len(text) > _MAX_EXPRESSION or depth > _MAX_DEPTH:
            raise self._error("is too long an expression")
        if not _TOKENS.fullmatch(text):
            raise self._error("is not an integer expression")
        self._tokens = [match[1] or match[0].strip() for match in _TOKEN.finditer(text)]

    def value(self) -> int:
        value = self._or()
        if self._tokens or not -(2**63) <= value < 2**64:
            raise self._error("is not an integer expression")
        return value

    def _or(self) -> int:
        value = self._shift()
        while self._take("|"):
            value |= self._shift()
        return value

    def _shift(self) -> int:
        value = self._sum()
        while self._take("<<"):
            count = self._sum()
            if not 0 <= count < 64:
                raise self._error("shifts too far")
            value <<= count
        return value

    def _sum(self) -> int:
        value = self._atom()
        while self._tokens and self._tokens[0] in "+-":
            value += self._atom() if self._tokens.pop(0) == "+" else -self._atom()
        return value

    def _atom(self) -> int:
        token = self._tokens.pop(0) if self._tokens else ""
        if token == "-":
            return -self._atom()
        if token == "(":
            value = self._or()
            if self._take(")"):
                return value
        elif re.fullmatch(r"0[0-7]*", token):
            return int(token, 8)
        elif token[:1].isdigit() and (token[0] != "0" or token[:2] in ("0x", "0X")):
            return int(token, 0)
        elif is_identifier(token):
            return _Expression(token, self._defines, self._source, self._depth + 1).value()
        raise self._error("is not an integer expression")

    def _take(self, token: str) -> bool:
        if self._tokens[:1] != [token]:
            return False
        self._tokens.pop(0)
        return True

    def _error(self, problem: str) -> GenerateError:
        return GenerateError(f"{self._source}: {self._name} {problem}")
