"""The tracefs format files of the syscalls' entry tracepoints.

The kernel writes them in `f_show` of kernel/trace/trace_events.c. What they say ends up in C source, so
nothing passes that is not a plain identifier or a plain type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .errors import GenerateError

MAX_ARGUMENTS = 6

# A field or type called like one of these would look like an identifier and break the generated C.
_KEYWORDS = (
    "auto|break|case|const|continue|default|do|else|enum|extern|for|goto|if|inline|register|restrict|return|sizeof"
    "|static|struct|switch|typedef|union|volatile|while"
)
_BASE_TYPES = "char|double|float|int|long|short|signed|unsigned|void"
# A name with its NUL must fit EVENT_SYSCALL_LEN of event.h.
_IDENTIFIER = re.compile(rf"(?!(?:{_KEYWORDS}|{_BASE_TYPES})\b)[A-Za-z_]\w{{0,62}}", re.ASCII)
_WORD = rf"(?!(?:{_KEYWORDS})\b)[A-Za-z_]\w{{0,62}}"
_BASE = rf"(?:struct|union|enum) {_WORD}|(?:un)?signed(?: (?:char|short|int|long|long long))?|{_WORD}"
_TYPE = re.compile(rf"(?:const )?(?:{_BASE})(?: ?\*(?:const)?)*", re.ASCII)

_FIELD = re.compile(r"\tfield:(.*);\toffset:([0-9]{1,6});\tsize:([0-9]{1,6});\tsigned:[01];")
_DECLARATION = re.compile(r"(__data_loc )?(.+[ *])([A-Za-z0-9_]+)")
_IGNORED_LINE = re.compile(r"ID: [0-9]+|format:|")
# struct syscall_trace_enter on 64-bit: the common fields, the number, then a u64 for each argument.
_ARGUMENTS_OFFSET, _ARGUMENT_SIZE = 16, 8


@dataclass(frozen=True)
class Field:
    """One argument: its C type, spelled as the kernel's style wants it ("const char *"), and its name."""

    type: str
    name: str


@dataclass(frozen=True)
class Format:
    """One syscall's entry tracepoint: its name without "sys_enter_", and the arguments in register order."""

    name: str
    fields: tuple[Field, ...]


def is_identifier(text: str) -> bool:
    """Whether `text` can name a variable or a syscall in C."""
    return _IDENTIFIER.fullmatch(text) is not None


def normalise_type(text: str) -> str | None:
    """The kernel's spelling of a C type ("char * *" gives "char **"), or None if `text` is no plain type."""
    text = re.sub(r" *\* *", " *", text.strip(" "))
    text = re.sub(r"(?<=\*) (?=\*)", "", text)
    return text if _TYPE.fullmatch(text) else None


def parse_formats(text: str, source: str) -> dict[str, Format]:
    """Parses any number of concatenated format files into formats by name.

    Skipped are the common fields, the syscall's number and the `__data_loc` copies of user memory that newer
    kernels append. Raises GenerateError, which names `source`, the line and the field.
    """
    formats: dict[str, Format] = {}
    name, fields = "", list[Field]()
    for number, line in enumerate(text.split("\n"), 1):
        where = f"{source}:{number}"
        if line.startswith("name: "):
            if name:
                raise GenerateError(f"{where}: sys_enter_{name} has no 'print fmt' line")
            name, fields = _parse_name(line, where), []
            if name in formats:
                raise GenerateError(f"{where}: sys_enter_{name} appears twice")
        elif line.startswith("\tfield:") and name:
            field = _parse_field(line, len(fields), f"{where}: sys_enter_{name}")
            if field and field.name in {other.name for other in fields}:
                raise GenerateError(f"{where}: sys_enter_{name}: two fields are called {field.name}")
            if field:
                fields.append(field)
        elif line.startswith("print fmt: ") and name:
            formats[name] = Format(name, tuple(fields))
            name = ""
        elif not _IGNORED_LINE.fullmatch(line):
            raise GenerateError(f"{where}: not a line of a format file: {_quote(line)}")
    if name:
        raise GenerateError(f"{source}: the file ends inside sys_enter_{name}")
    return formats


def join_formats(texts: Mapping[str, str]) -> str:
    """One snapshot from the texts of format files by name: sorted, without IDs: they vary between boots."""
    without_ids = (re.sub(r"^ID: [0-9]+\n", "", texts[name], flags=re.MULTILINE) for name in sorted(texts))
    return "\n".join(without_ids)


def _parse_name(line: str, where: str) -> str:
    name = line[len("name: ") :]
    short = name[len("sys_enter_") :] if name.startswith("sys_enter_") else ""
    if not is_identifier(short):
        raise GenerateError(f"{where}: bad name {_quote(name)}")
    return short


def _parse_field(line: str, index: int, where: str) -> Field | None:
    match = _FIELD.fullmatch(line)
    if not match:
        raise GenerateError(f"{where}: bad field {_quote(line)}")
    offset, size = int(match[2]), int(match[3])
    declaration = _DECLARATION.fullmatch(match[1])
    if not declaration:
        raise GenerateError(f"{where}: bad field {_quote(match[1])}")
    copy, spelled, name = declaration.groups()
    type_ = normalise_type(spelled.replace("[]", "", 1) if copy else spelled)
    if not type_ or not is_identifier(name):
        raise GenerateError(f"{where}: bad field {_quote(match[1])}")
    if copy or offset < _ARGUMENTS_OFFSET:
        return None
    if (offset, size) != (_ARGUMENTS_OFFSET + index * _ARGUMENT_SIZE, _ARGUMENT_SIZE):
        raise GenerateError(f"{where}: field {name} is not argument {index}'s register")
    if index == MAX_ARGUMENTS:
        raise GenerateError(f"{where}: field {name} is a seventh argument")
    return Field(type_, name)


def _quote(text: str) -> str:
    return ascii(text if len(text) <= 80 else text[:77] + "...")
