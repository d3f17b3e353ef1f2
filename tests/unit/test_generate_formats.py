# SPDX-License-Identifier: MIT
"""The format parser, on literal text."""

from __future__ import annotations

import random
import re

import pytest

from traceleft.generate.errors import GenerateError
from traceleft.generate.formats import Field, is_identifier, join_formats, merge, normalise_type, parse_formats

COMMON = """\
format:
\tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;
\tfield:unsigned char common_flags;\toffset:2;\tsize:1;\tsigned:0;
\tfield:unsigned char common_preempt_count;\toffset:3;\tsize:1;\tsigned:0;
\tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;

\tfield:int __syscall_nr;\toffset:8;\tsize:4;\tsigned:1;
"""


def format_text(name: str, *declarations: str) -> str:
    """The text the kernel would write for a syscall with these arguments."""
    fields = "".join(
        f"\tfield:{declaration};\toffset:{16 + 8 * index};\tsize:8;\tsigned:0;\n"
        for index, declaration in enumerate(declarations)
    )
    return f'name: sys_enter_{name}\nID: 842\n{COMMON}{fields}\nprint fmt: "x: 0x%08lx", REC->x\n'


READ = format_text("read", "unsigned int fd", "char * buf", "size_t count")


def test_names_and_types():
    formats = parse_formats(READ + "\n" + format_text("sync"), "text")
    assert list(formats) == ["read", "sync"]
    assert formats["read"].fields == (
        Field("unsigned int", "fd"),
        Field("char *", "buf"),
        Field("size_t", "count"),
    )
    assert formats["sync"].fields == ()


def test_copies_of_user_memory_are_skipped():
    copy = "\tfield:__data_loc char[] __filename_val;\toffset:24;\tsize:4;\tsigned:0;\n"
    text = format_text("chdir", "const char * filename").replace("\nprint fmt", copy + "\nprint fmt")
    assert copy in text
    assert parse_formats(text, "text")["chdir"].fields == (Field("const char *", "filename"),)


@pytest.mark.parametrize(
    ("written", "normalised"),
    [
        ("const char * ", "const char *"),
        ("const char *const * ", "const char *const *"),
        ("struct iocb * * ", "struct iocb **"),
        ("const void *const ", "const void *const"),
        ("const enum landlock_rule_type ", "const enum landlock_rule_type"),
        ("unsigned ", "unsigned"),
        ("unsigned long ", "unsigned long"),
    ],
)
def test_types_of_the_kernel(written, normalised):
    assert normalise_type(written) == normalised
    assert normalise_type(normalised) == normalised


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "const",
        "struct",
        "struct if",
        "int;",
        "int x",
        "char[]",
        "int\n",
        "void (*)(int)",
        "int /**/",
        "ïnt",
    ],
)
def test_no_types(text):
    assert normalise_type(text) is None


@pytest.mark.parametrize(
    "text", ["", "int", "if", "bool", "asm", "__typeof__", "2nd", "a b", "a\n", "a-b", "é", "x" * 64]
)
def test_no_identifiers(text):
    assert not is_identifier(text)


@pytest.mark.parametrize(
    "declaration",
    [
        "int x; }",
        "int x; } int main(void) { return 0",
        "int x\\",
        'int x"',
        "int x'",
        "int x\r",
        "int x\u2028y",
        "int x */",
        "int x[4]",
        "char[] x",
        "int if",
        "int",
        "*x",
        "int {{ x }}",
        "int x, y",
        "int x\x00",
        "#define x",
    ],
)
def test_hostile_declarations(declaration):
    with pytest.raises(GenerateError, match=r"^snapshot\.txt:11: sys_enter_read: bad field ['\"].*['\"]$"):
        parse_formats(format_text("read", "unsigned int fd", declaration), "snapshot.txt")


@pytest.mark.parametrize("name", ["", "a b", 'a"', "a);", "../a", "if", "x" * 64, "a\r"])
def test_hostile_names(name):
    with pytest.raises(GenerateError, match=r"^snapshot\.txt:1: bad name ['\"].*['\"]$"):
        parse_formats(format_text(name), "snapshot.txt")


def test_a_line_break_in_a_declaration():
    with pytest.raises(GenerateError, match=r"^snapshot\.txt:10: sys_enter_read: bad field"):
        parse_formats(format_text("read", "int x\nint y"), "snapshot.txt")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (READ + READ, "sys_enter_read appears twice"),
        (READ[: READ.index("print")], "ends inside sys_enter_read"),
        (READ.replace("print", "tnirp"), "not a line of a format file"),
        (READ.replace("offset:24", "offset:32"), "field buf is not argument 1's register"),
        (format_text("read", "int fd", "int fd"), "two fields are called fd"),
        (format_text("read", *(f"int a{index}" for index in range(7))), "seventh argument"),
        (READ[READ.index("format") :], "not a line of a format file"),
        (READ[: READ.index("print")] + READ, "has no 'print fmt' line"),
    ],
)
def test_broken_files(text, problem):
    with pytest.raises(GenerateError, match=re.escape(problem)):
        parse_formats(text, "text")


def test_mutated_files():
    """Whatever happens to a file, it either gives clean names and types or one clear line."""
    chance = random.Random(20240229)
    text = READ + "\n" + format_text("openat", "int dfd", "const char * filename", "int flags", "umode_t mode")
    characters = "\n\t\r ;:{}()*\"'\\#/_a0\0é"
    accepted = 0
    for _ in range(500):
        mutated = list(text)
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(mutated))
            mutated[place : place + chance.choice((0, 1, 1, 40))] = chance.choice(characters)
        try:
            formats = parse_formats("".join(mutated), "text")
        except GenerateError as error:
            assert str(error).startswith("text:") and str(error).isprintable() and str(error).isascii()
            continue
        accepted += 1
        for name, format in formats.items():
            assert is_identifier(name)
            assert all(is_identifier(field.name) and normalise_type(field.type) for field in format.fields)
    assert 0 < accepted < 500


def test_joined_snapshot_is_sorted_and_without_ids():
    texts = {"sys_enter_write": format_text("write"), "sys_enter_close": format_text("close")}
    joined = join_formats(texts)
    assert list(parse_formats(joined, "text")) == ["close", "write"]
    assert "ID:" not in joined
    assert joined == join_formats({name: text.replace("842", "99") for name, text in texts.items()})


def merged(*texts: str):
    """The merged formats of kernels 1, 2 and so on."""
    return merge([(str(kernel), parse_formats(text, "text")) for kernel, text in enumerate(texts, 1)])


def test_merged_kernels():
    old, new = (
        format_text("semop", "int id", "unsigned n"),
        format_text("semop", "int semid", "unsigned int n", "int flag"),
    )
    result = merged(old + "\n" + format_text("gone"), format_text("other"), READ + "\n" + new, READ)
    assert list(result.formats["semop"].fields) == [
        Field("int", "semid"),
        Field("unsigned int", "n"),
        Field("int", "flag"),
    ]
    assert {name: format.since for name, format in result.formats.items()} == {
        "semop": "1",
        "gone": "1",
        "other": "2",
        "read": "3",
    }
    assert result.kernels == {"semop": ("1", "3"), "gone": ("1",), "other": ("2",), "read": ("3", "4")}
    assert list(map(str, result.differences)) == [
        "sys_enter_semop: 1 and 3 differ: int id is int semid, unsigned n is unsigned int n, int flag was added"
    ]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (("unsigned int fd", "char *buf"), "sys_enter_read: gone between 1 and 2: size_t count"),
        (
            ("unsigned int fd", "unsigned long buf", "size_t count"),
            "sys_enter_read: a pointer or not, in 1 and 2: char *buf is unsigned long buf",
        ),
    ],
)
def test_kernels_that_contradict(fields, problem):
    with pytest.raises(GenerateError) as caught:
        merged(READ, format_text("read", *fields))
    assert str(caught.value) == problem
