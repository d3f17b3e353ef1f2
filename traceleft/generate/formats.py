# SPDX-License-Identifier: MIT
"""The tracefs format files of the syscalls' entry tracepoints.

The kernel writes them in `f_show` of kernel/trace/trace_events.c. What they say ends up in C source, so
nothing passes that is not a plain identifier or a plain type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .errors import GenerateError

MAX_ARGUMENTS = 6

# A field or type called like one of these would look like an identifier and break the generated C.
_KEYWORDS = (
    "auto|break|case|const|continue|default|do|else|enum|extern|for|goto|if|inline|register|restrict|return|sizeof"
    "|static|struct|switch|typedef|union|volatile|while"
    "|_Alignas|_Alignof|_Atomic|_Bool|_Complex|_Generic|_Imaginary|_Noreturn|_Pragma|_Static_assert|_Thread_local"
    "|asm|typeof|__\\w+__|__(?:alignof|asm|attribute|const|extension|imag|inline|label|real|restrict|signed|thread"
    "|typeof|volatile|builtin_\\w+|func)"
)
# Macros among them: what C headers define in lower case, or in every file.
_BASE_TYPES = "bool|char|double|false|float|int|long|NULL|short|signed|true|unsigned|void|__int128|__float128"
# A name with its NUL must fit EVENT_SYSCALL_LEN of event.h.
_IDENTIFIER = re.compile(rf"(?!(?:{_KEYWORDS}|{_BASE_TYPES})\b)[A-Za-z_]\w{{0,62}}", re.ASCII)
_WORD = rf"(?!(?:{_KEYWORDS})\b)[A-Za-z_]\w{{0,62}}"
_BASE = rf"(?:struct|union|enum) {_WORD}|(?:un)?signed(?: (?:char|short|int|long|long long))?|{_WORD}"
_TYPE = re.compile(rf"(?:const )?(?:{_BASE})(?: ?\*(?:const)?)*", re.ASCII)

_POINTER = ("*", "*const")

_FIELD = re.compile(r"\tfield:(.*);\toffset:([0-9]{1,6});\tsize:([0-9]{1,6});\tsigned:([01]);")
_DECLARATION = re.compile(r"(__data_loc )?(.+[ *])([A-Za-z0-9_]+)")
_IGNORED_LINE = re.compile(r"ID: [0-9]+|format:|")
# struct syscall_trace_enter on 64-bit: the common fields, the number, then a u64 for each argument.
_ARGUMENTS_OFFSET, _ARGUMENT_SIZE = 16, 8


@dataclass(frozen=True)
class RecordField:
    """One field of a tracepoint's record, as any format has it."""

    declaration: str
    """As the kernel spells it, with an array's brackets behind the name, and __data_loc before the type."""
    offset: int
    """Bytes."""
    size: int
    """Bytes; of the word that tells where the bytes of a __data_loc are."""
    signed: bool


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
    since: str | None = None
    """The oldest kernel whose snapshot has it; None if that is not known."""


@dataclass(frozen=True)
class Difference:
    """A difference between a newer kernel's format and an older one's."""

    name: str
    older: str
    newer: str
    text: str

    def __str__(self) -> str:
        return f"sys_enter_{self.name}: {self.older} and {self.newer} differ: {self.text}"


@dataclass(frozen=True)
class Merged:
    """The formats of several kernels in one. A kernel that lacks a call makes no difference."""

    formats: Mapping[str, Format]
    differences: tuple[Difference, ...]
    kernels: Mapping[str, tuple[str, ...]]
    """By format, the kernels that have it, older ones first."""


def is_identifier(text: str) -> bool:
    """Whether `text` can name a variable or a syscall in C."""
    return _IDENTIFIER.fullmatch(text) is not None


def normalise_type(text: str) -> str | None:
    """The kernel's spelling of a C type ("char * *" gives "char **"), or None if `text` is no plain type."""
    text = re.sub(r" *\* *", " *", text.strip(" "))
    text = re.sub(r"(?<=\*) (?=\*)", "", text)
    return text if _TYPE.fullmatch(text) else None


def parse_record_field(line: str) -> RecordField | None:
    """A line of a format file that begins with "\\tfield:"; None if it is none."""
    match = _FIELD.fullmatch(line)
    return RecordField(match[1], int(match[2]), int(match[3]), match[4] == "1") if match else None


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


def merge(snapshots: Sequence[tuple[str, Mapping[str, Format]]]) -> Merged:
    """Merges formats by kernel, given with older kernels first: each call is as the newest kernel has it.

    One handler and one event serve all kernels, so what the newest kernel says must be true of the others, too. That an
    argument has another name or type, or that one was added at the end, is a difference; on an older kernel an added
    argument is whatever the register holds. That an argument is gone, or is a pointer in one kernel and a number in the
    other, is an error: somebody has to say what such an event shall be. From 5.10 to 7.2, no call has done that.
    """
    formats: dict[str, Format] = {}
    kernels: dict[str, tuple[str, ...]] = {}
    differences: list[Difference] = []
    for kernel, snapshot in snapshots:
        for name, format in snapshot.items():
            known = formats.get(name)
            since = known.since if known else kernel
            if known and known.fields != format.fields:
                text = _compare(name, known, format, f"{kernels[name][-1]} and {kernel}")
                differences.append(Difference(name, kernels[name][-1], kernel, text))
            formats[name] = replace(format, since=since)
            kernels[name] = (*kernels.get(name, ()), kernel)
    return Merged(formats, tuple(differences), kernels)


def _compare(name: str, older: Format, newer: Format, where: str) -> str:
    changes = []
    for before, after in zip(older.fields, newer.fields):
        if before != after:
            changes.append(f"{_declare(before)} is {_declare(after)}")
        if before.type.endswith(_POINTER) != after.type.endswith(_POINTER):
            raise GenerateError(f"sys_enter_{name}: a pointer or not, in {where}: {changes[-1]}")
    gone, added = older.fields[len(newer.fields) :], newer.fields[len(older.fields) :]
    if gone:
        raise GenerateError(f"sys_enter_{name}: gone between {where}: {', '.join(map(_declare, gone))}")
    return ", ".join(changes + [f"{_declare(field)} was added" for field in added])


def _declare(field: Field) -> str:
    return f"{field.type}{'' if field.type.endswith('*') else ' '}{field.name}"


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
    record = parse_record_field(line)
    if not record:
        raise GenerateError(f"{where}: bad field {_quote(line)}")
    offset, size = record.offset, record.size
    declaration = _DECLARATION.fullmatch(record.declaration)
    if not declaration:
        raise GenerateError(f"{where}: bad field {_quote(record.declaration)}")
    copy, spelled, name = declaration.groups()
    type_ = normalise_type(spelled.replace("[]", "", 1) if copy else spelled)
    if not type_ or not is_identifier(name):
        raise GenerateError(f"{where}: bad field {_quote(record.declaration)}")
    if copy or offset < _ARGUMENTS_OFFSET:
        return None
    if (offset, size) != (_ARGUMENTS_OFFSET + index * _ARGUMENT_SIZE, _ARGUMENT_SIZE):
        raise GenerateError(f"{where}: field {name} is not argument {index}'s register")
    if index == MAX_ARGUMENTS:
        raise GenerateError(f"{where}: field {name} is a seventh argument")
    return Field(type_, name)


def _quote(text: str) -> str:
    return ascii(text if len(text) <= 80 else text[:77] + "...")
