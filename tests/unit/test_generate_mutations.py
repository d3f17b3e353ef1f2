# SPDX-License-Identifier: MIT
"""Ten thousand damaged format files: each is refused with one line, or what is generated of it compiles."""

from __future__ import annotations

import json
import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT
from traceleft.generate import build, checkout, render
from traceleft.generate.errors import GenerateError
from traceleft.generate.formats import Format, parse_formats
from traceleft.generate.language import Meaning, Meanings
from traceleft.generate.uapi import Uapi
from traceleft.generate.values import is_pointer

MUTATIONS = 10_000

# What somebody would write who wants to be in the generated C or JSON, and what might get there by mistake.
HOSTILE = [
    "int x; }",
    "x; } int main(void) { return 0; } struct y { int z",
    "*/",
    "/*",
    "//",
    "??/",
    "??>",
    "<%",
    '"',
    "'",
    '");',
    "\\",
    "\\\n",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\u2028",
    "\ufeff",
    "é",
    "\N{CYRILLIC SMALL LETTER IE}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "{{ 7 * 7 }}",
    "{% include 'x' %}",
    "#define x y",
    '#include "/dev/zero"',
    "%s%n",
    "$(id)",
    "../../x",
    "__attribute__((packed))",
    "_Pragma",
    "[4]",
    "[]",
    "(*)(int)",
    "...",
    " int",
    "const",
    "struct ",
    "union",
    "* ",
    "class",
    "def",
    "None",
    "self",
    "unsigned long long int",
    "x" * 63,
    "x" * 64,
    "x" * 100_000,
    "9" * 100,
    "-1",
    "\tfield:int x;\toffset:16;\tsize:8;\tsigned:0;\n",
    "name: sys_enter_x\n",
    "print fmt: \n",
]
# Identifiers, at first sight.
# fmt: off
WORDS = [
    "alignof", "asm", "auto", "bool", "char", "class", "const", "def", "enum", "error", "false", "float", "for",
    "import", "inline", "int", "lambda", "linux", "new", "None", "NULL", "operator", "pid", "register", "restrict",
    "ret", "self", "signed", "sizeof", "static", "struct", "syscall", "template", "this", "true", "typedef",
    "typeof", "u64", "unix", "union", "unsigned", "void", "volatile", "while", "x86", "_Alignas", "_Bool",
    "_Generic", "_Noreturn", "_Pragma", "_Static_assert", "__asm", "__attribute__", "__builtin_trap",
    "__extension__", "__FILE__", "__func__", "__inline", "__int128", "__LINE__", "__typeof__", "__VA_ARGS__",
    "captures", "header", "record", "ctx", "main", "SEC",
]
# fmt: on
LETTERS = "abdefioxu_019 *"


def blocks() -> list[str]:
    """The format files of all snapshots."""
    found = []
    for path in sorted((ROOT / "battery/formats").glob("*.txt")):
        parts = path.read_text().split("\nname: ")
        found += [parts[0], *(f"name: {part}" for part in parts[1:])]
    return found


def mutate(text: str, chance: random.Random) -> str:
    """The text with one thing wrong, mostly where the generator looks."""
    lines = text.split("\n")
    fields = [index for index, line in enumerate(lines) if line.startswith(("name: ", "\tfield:"))][1:] or [0]
    line = chance.choice([0, *fields, *fields[4:], *fields[4:], chance.randrange(len(lines))])
    end = lines[line].find(";") if chance.random() < 0.7 else -1  # the type and the name
    place = chance.randrange(max(end, 0) or len(lines[line]) + 1)
    before, after = lines[line][:place], lines[line][place:]
    kind = chance.randrange(9)
    if kind == 0:  # a bit
        bits = bytearray(text.encode())
        bits[chance.randrange(len(bits))] ^= 1 << chance.randrange(8)
        return bits.decode("utf-8", "replace")
    if kind == 1:
        lines[line] = before + after[chance.choice((1, 1, 2, 3, 8, 30)) :]
    elif kind == 2:
        lines[line] = before + after[: chance.choice((1, 2, 5, 20))] + after
    elif kind == 3:
        other = chance.randrange(len(lines))
        lines[line], lines[other] = lines[other], lines[line]
    elif kind == 4:
        lines.insert(chance.randrange(len(lines)), lines[line])
    elif kind == 5:
        lines[line] = before + chance.choice(HOSTILE) + after
    elif kind == 6:
        words = [match.span() for match in re.finditer(r"\w+", lines[line][: end if end > 0 else None])]
        start, stop = chance.choice(words[1:]) if words[1:] else (0, 0)
        lines[line] = lines[line][:start] + chance.choice(WORDS) + lines[line][stop:]
    elif kind == 7:
        lines[line] = before + chance.choice(LETTERS) + after[1:]
    else:
        lines[line] = before + chance.choice(LETTERS) + after
    return "\n".join(lines)


def spec_of(formats: dict[str, Format]) -> object:
    """The spec, with numbers and meanings that let as much through as could be."""
    types = {field.type: is_pointer(field.type) for format in formats.values() for field in format.fields}
    meanings = Meanings(
        architectures=("x86_64",),
        names={},
        skip={},
        types={
            type_: Meaning(kind="string") if pointer else Meaning(kind="hex", size=8)
            for type_, pointer in types.items()
        },
        arguments={},
        syscalls={},
        flags={},
        structs={},
        ioctls=(),
        constants={},
    )
    uapi = Uapi("x86_64", "7.2", {}, {}, {name: nr for nr, name in enumerate(formats)})
    (spec,) = build.build([(formats, uapi)], meanings)
    return spec


def accepted(text: str) -> dict[str, Format]:
    """The formats in a damaged file, or none if it is refused, as it should be: with a line that says where."""
    try:
        return parse_formats(text, "text")
    except GenerateError as error:
        assert str(error).startswith("text:") and str(error).isprintable() and str(error).isascii()
        assert len(str(error)) < 300
        return {}


def batches(formats: set[Format]) -> Iterator[dict[str, Format]]:
    """Formats by name, each once, in as few dictionaries as there are formats whose names make one Python class."""
    left = sorted(formats, key=repr)
    while left:
        batch: dict[str, Format] = {}
        for format in left:
            batch.setdefault(format.name.replace("_", "").lower(), format)
        left = [format for format in left if format not in batch.values()]
        yield {format.name: format for format in batch.values()}


def compile_files(root: Path, files: dict[str, str]) -> None:
    """Compiles the C among the files, handlers in one object."""
    checkout.write(root, files)
    structs = root / "structs.c"
    structs.write_text('#include "battery/generated/event_structs.h"\n')
    sources = [root / "bpf/generated/battery.bpf.c", root / "bpf/generated/trace_syscalls.bpf.c", structs]
    flags = ["-target", "bpf", "-mcpu=v3", "-D__TARGET_ARCH_x86", "-Wall", "-Werror", "-I", ROOT / "bpf/include"]
    run = subprocess.run(["clang", "-fsyntax-only", *flags, *sources], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr[:2000]


@pytest.fixture(scope="module")
def survivors() -> set[Format]:
    """Distinct formats of damaged files that were accepted, and built."""
    chance = random.Random(20240229)
    whole = blocks()
    intact = {format for text in set(whole) for format in accepted(text).values()}
    found: set[Format] = set()
    refused = 0
    for index in range(MUTATIONS):
        formats = accepted(mutate(whole[index % len(whole)], chance))
        refused += not formats
        found.update(formats.values())
    assert refused > MUTATIONS / 4
    assert len(found - intact) > MUTATIONS / 20
    return found


def test_what_is_accepted_can_be_built(survivors):
    for format in survivors:
        spec_of({format.name: format})


def test_what_is_accepted_compiles(survivors, tmp_path):
    for number, batch in enumerate(batches(survivors)):
        files = render.render([spec_of(batch)], ROOT / "templates")
        schema = json.loads(files["battery/generated/x86_64/schema.json"])
        for name, format in batch.items():
            assert [argument["name"] for argument in schema["syscalls"][name]["args"]] == [
                field.name for field in format.fields
            ]
        compile_files(tmp_path / str(number), files)
        compile(files["traceleft/events.py"], "events.py", "exec")
