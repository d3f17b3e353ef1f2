# SPDX-License-Identifier: MIT
"""A spec from a few lines: format files, headers and syscalls.toml as small as a test wants them."""

from __future__ import annotations

from tests.support import ROOT
from traceleft.generate.build import build
from traceleft.generate.formats import parse_formats
from traceleft.generate.meaning import parse_meanings
from traceleft.generate.render import HANDLER, render
from traceleft.generate.spec import Argument, Spec, Struct, Syscall
from traceleft.generate.uapi import FieldLayout, StructLayout, TypeLayout, Uapi

TEMPLATES = ROOT / "templates"
TYPES = """
arch = "x86_64"
[types]
"int" = "int"
"long" = "long"
"size_t" = "size"
"u32" = "uint"
"unsigned int" = "uint"
"unsigned long" = "ulong"
"""
U8, U16, U32, U64 = (TypeLayout("int", size) for size in (1, 2, 4, 8))
CHAR = TypeLayout("char", 1, signed=True)


def format_text(name: str, *declarations: str) -> str:
    """The format file of a syscall with these arguments."""
    fields = [
        f"\tfield:{declaration};\toffset:{16 + 8 * index};\tsize:8;\tsigned:0;"
        for index, declaration in enumerate(declarations)
    ]
    return "\n".join([f"name: sys_enter_{name}", "format:", *fields, 'print fmt: ""', ""])


def array(element: TypeLayout, count: int) -> TypeLayout:
    return TypeLayout("array", element.size * count, element=element, count=count)


def anonymous(kind: str, size: int, *members: FieldLayout) -> TypeLayout:
    return TypeLayout(kind, size, members=members)


def field(name: str, offset: int, type_: TypeLayout) -> FieldLayout:
    return FieldLayout(name, offset * 8, type_)


def struct(name: str, size: int, *fields: FieldLayout, kind: str = "struct") -> StructLayout:
    return StructLayout(name, kind, size, fields)


def make(
    toml: str,
    *formats: str,
    flags: dict[str, dict[str, int]] | None = None,
    structs: tuple[StructLayout, ...] = (),
    ioctls: dict[str, int] | None = None,
    numbers: dict[str, int] | None = None,
) -> Spec:
    """The spec. Without `numbers`, each format's syscall has one."""
    known = {name: format for text in formats for name, format in parse_formats(text, "format").items()}
    if numbers is None:
        numbers = {name: index for index, name in enumerate(known)}
    headers = Uapi("x86_64", "6.1", {}, flags or {}, numbers, ioctls or {}, {layout.name: layout for layout in structs})
    (spec,) = build([(known, headers)], parse_meanings(TYPES + toml, "syscalls.toml"))
    return spec


def only(spec: Spec) -> Syscall:
    """The spec's one syscall."""
    (syscall,) = spec.syscalls
    return syscall


def argument(spec: Spec, name: str) -> Argument:
    """An argument of the spec's one syscall."""
    return next(argument for argument in only(spec).args if argument.name == name)


def struct_of(spec: Spec, name: str) -> Struct:
    return next(struct for struct in spec.structs if struct.name == name)


def rendered(spec: Spec, path: str) -> str:
    return render([spec], TEMPLATES)[path]


def body(spec: Spec) -> str:
    """The handler of the spec's one syscall, without its beginning and its end."""
    text = rendered(spec, HANDLER.format(only(spec).name))
    return text.split("\t\treturn 0;\n")[1].split("\treturn record_submit(&record);\n")[0]
