# SPDX-License-Identifier: MIT
"""The language of syscalls.toml: what it says, and what it refuses."""

from __future__ import annotations

import random

import pytest

from tests.support import ROOT
from traceleft.generate.errors import GenerateError
from traceleft.generate.formats import Field
from traceleft.generate.language import (
    Case,
    Extent,
    FlagSet,
    Meaning,
    Part,
    Series,
    StructMeaning,
    SyscallMeaning,
    When,
)
from traceleft.generate.meaning import parse_meanings
from traceleft.generate.uapi import FlagSource, StructSource


def parse(text: str):
    return parse_meanings(f'arch = "x86_64"\n{text}', "battery/syscalls.toml")


def argument(text: str) -> Meaning:
    """What is said of an argument."""
    return parse(f"[syscalls.x]\nargs.a = {text}\n").syscalls["x"].args["a"]


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ('"ret"', Extent("ret")),
        ('"count"', Extent("arg", "count")),
        ('"*len"', Extent("at", "len")),
        ('"*attr+4"', Extent("at", "attr", 4)),
        ('{ of = "n", add = -1 }', Extent("add", number=-1, of=(Extent("arg", "n"),))),
        ("16", Extent("number", number=16)),
        ('{ ioc = "cmd" }', Extent("ioc", "cmd")),
        ('["ret", "len"]', Extent("min", of=(Extent("ret"), Extent("arg", "len")))),
        ('{ of = "nr", div = 64, mul = 8 }', Extent("scale", of=(Extent("arg", "nr"),), div=64, mul=8)),
        ('{ of = "*h", add = 8 }', Extent("add", number=8, of=(Extent("at", "h"),))),
        (
            '{ of = ["ret", 4], mul = 2, add = 1 }',
            Extent(
                "add",
                number=1,
                of=(Extent("scale", of=(Extent("min", of=(Extent("ret"), Extent("number", number=4))),), mul=2),),
            ),
        ),
    ],
)
def test_extents(text, extent):
    assert argument(f'{{ kind = "buffer", extent = {text} }}') == Meaning(kind="buffer", extent=extent)


def test_meanings():
    assert argument('"strings"') == Meaning(kind="strings")
    assert argument('{ flags = "open" }') == Meaning(kind="flags", flags="open")
    assert argument('{ struct = "stat", dir = "out" }') == Meaning(kind="struct", struct="stat", dir="out")
    assert argument('{ kind = "array", of = { struct = "pollfd" }, count = "n" }') == Meaning(
        kind="array", of=Meaning(kind="struct", struct="pollfd"), count=Extent("arg", "n")
    )
    assert argument('{ kind = "pointer", why = "It is only compared." }').why == "It is only compared."
    assert argument('{ when = { arg = "flags", any = ["A", "B"] } }') == Meaning(when=When("flags", ("A", "B")))
    assert argument(
        '{ by = "cmd", cases = [{ of = ["A", 5], kind = "array", element = "int", count = 2 }] }'
    ) == Meaning(
        by="cmd",
        cases=(Case(("A", 5), Meaning(kind="array", of=Meaning(kind="int"), count=Extent("number", number=2))),),
    )


def word(text: str) -> FlagSet:
    """What is said of a flag set."""
    return parse(f'[flags.f]\nheader = "x.h"\n{text}\n').flags["f"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('parts = [{ kind = "mode", mask = 0x1ff }]', {"parts": (Part(Meaning(kind="mode"), 0x1FF),)}),
        (
            'parts = [{ flags = "g", mask = 3, shift = 26, form = "{}<<S", first = true, shown = true }]',
            {"parts": (Part(Meaning(kind="flags", flags="g"), 3, 26, "{}<<S", True, True),)},
        ),
        ('form = "QCMD({}, {})"', {"form": "QCMD({}, {})"}),
        ('whole = [0xffffffff, "NAME"]', {"whole": (0xFFFFFFFF, "NAME")}),
        ('rest = "uint"', {"decimal": True}),
        ('series = { prefix = "S_", after = "S", last = 64 }', {"series": Series("S_", "S", 64)}),
    ],
)
def test_words_of_flags(text, said):
    assert word(text) == FlagSet(FlagSource(("x.h",)), **said)


def test_the_masks_and_shifts_of_parts_are_the_headers():
    assert word('parts = [{ kind = "uint", mask = "M", shift = "S" }]').source.numbers == ("M", "S")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('parts = [{ kind = "struct", mask = 1 }]', "kind is not a name"),
        ("parts = [{ mask = 1 }]", "has no kind"),
        ('parts = [{ kind = "uint" }]', "mask is not a name"),
        ('parts = [{ kind = "uint", mask = 0 }]', "mask is not a number that is possible here"),
        ('parts = [{ kind = "uint", mask = 1, shift = 64 }]', "shift is not a number that is possible here"),
        ('parts = [{ kind = "uint", mask = 1, form = "\\u001b{}" }]', "form is no expression with a {}"),
        ('form = "no place"', "form is no expression with a {}"),
        ('whole = ["-1"]', "whole is not a list of constants and numbers"),
        ('rest = "octal"', "rest is not one of"),
        ('series = { prefix = "S_", after = "S" }', "last is not a number"),
    ],
)
def test_words_that_are_refused(text, problem):
    with pytest.raises(GenerateError, match=problem):
        word(text)


def test_whole_file():
    meanings = parse("""
[names]
newstat = "stat"
[skip]
uprobe = "the kernel's own"
[types]
"const char *" = "string"
[arguments]
"const void *const p" = "string"
[syscalls.exit]
noreturn = true
[syscalls.x]
returns = "long"
signature = ["void *a", "int b"]
[flags.one]
header = "sys/socket.h"
prefix = "AF_"
exclude = [".*_MAX"]
choice = true
[flags.two]
headers = ["a.h", "linux/netfilter_ipv4/ipt_ECN.h"]
prefix = ["A_", "B_"]
enum = "e"
names = ["C"]
mask = "A_MASK"
last = ["B_LAST"]
shift = 8
[ioctls]
headers = ["linux/*.h", "asm-generic/ioctls.h"]
[structs.s]
header = "x.h"
c = "union s_u"
fields = { a = "mode", b = { kind = "array", of = "hex" } }
hide = ["c*"]
union = { "" = "d" }
by = "family"
cases = { AF_INET = "sockaddr_in" }
note = "No more than that."
[constants]
AT_FDCWD = "linux/fcntl.h"
""")
    assert (meanings.names, meanings.skip) == ({"newstat": "stat"}, {"uprobe": "the kernel's own"})
    assert meanings.types == {"const char *": Meaning(kind="string")}
    assert meanings.arguments == {("const void *const", "p"): Meaning(kind="string")}
    assert meanings.syscalls == {
        "exit": SyscallMeaning(noreturn=True),
        "x": SyscallMeaning(returns=Meaning(kind="long"), signature=(Field("void *", "a"), Field("int", "b"))),
    }
    assert meanings.flags == {
        "one": FlagSet(FlagSource(("sys/socket.h",), ("AF_",), exclude=(".*_MAX",)), choice=True),
        "two": FlagSet(
            FlagSource(("a.h", "linux/netfilter_ipv4/ipt_ECN.h"), ("A_", "B_"), ("C",), "e"),
            mask="A_MASK",
            last=("B_LAST",),
            shift=8,
        ),
    }
    assert meanings.ioctls == FlagSet(FlagSource(("linux/*.h", "asm-generic/ioctls.h")), choice=True)
    assert meanings.structs == {
        "s": StructMeaning(
            StructSource("x.h", "union s_u"),
            {"a": Meaning(kind="mode"), "b": Meaning(kind="array", of=Meaning(kind="hex"))},
            hide=("c*",),
            unions={"": "d"},
            by="family",
            cases={"AF_INET": "sockaddr_in"},
            note="No more than that.",
        )
    }
    assert meanings.constants == {"AT_FDCWD": "linux/fcntl.h"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[names", "Expected"),
        ("types = 3", "types: not a table"),
        ("generate = []", "generate is not a known key"),
        ('[types]\n"int" = "udi"', "types: int is not one of array, be16"),
        ('[types]\n"char*" = "string"', r"types: char\* is no type, or not spelled like"),
        ('[arguments]\n"char" = "string"', "arguments: char is not a type and a name"),
        ('[names]\nx = "int main"', "names: x is not a name"),
        ("[skip]\nx = 1", "skip: x is not a line of plain text"),
        ('[constants]\nX = "../x.h"', "constants: X is not a header's path"),
        ('[constants]\nX = "/etc/x.h"', "constants: X is not a header's path"),
        ('[syscalls.x]\nreturn = "fd"', "syscalls: x: return is not a known key"),
        ('[syscalls.x]\nreturns = "buffer"', "syscalls: x: returns is not one of"),
        ('[syscalls.x]\nreturns = { kind = "flags" }', "syscalls: x: returns is flags, but has no flags"),
        ('[syscalls.x]\nreturns = "fd"\nnoreturn = true', "x: noreturn leaves nothing to say"),
        ("[syscalls.x]\nexecutes = 1", "x: executes is neither true nor false"),
        ("[syscalls.x]\nentered = true", "x: entered is not a line of plain text"),
        ('[syscalls.x]\nentered = "a"\nnoreturn = true', "x: noreturn leaves nothing to say"),
        ('[syscalls.x]\nentered = "a"\nexecutes = true', "x: entered can't be said of what executes"),
        ('[types]\n"int *" = { kind = "hex", environment = true }', "is hex, which has no environment"),
        ('[syscalls.x]\nsignature = ["int"]', "x: signature is not a list of different types and names"),
        ('[syscalls.x]\nsignature = ["int a", "long a"]', "x: signature is not a list of different types and names"),
        ('[syscalls.x]\nsignature = ["int a; }"]', "x: signature is not a list of different types and names"),
        ('[flags.x]\nprefix = "O_"', "flags: x: needs a header, or headers"),
        ('[flags.x]\nheader = "a.h"\nheaders = ["b.h"]', "flags: x: needs a header, or headers"),
        ('[flags.x]\nheader = "a.h"\nexclude = ["("]', r"flags: x: exclude has a bad regular expression: '\('"),
        ('[flags.x]\nheader = "a.h"\nmask = -1', "flags: x: mask is not a number that is possible here"),
        ('[flags.x]\nheader = "a.h"\nmask = 3\nchoice = true', "flags: x: mask is all bits of a choice"),
        ('[flags.x]\nheader = "a.h"\nnames = ["A", "A"]', "flags: x: names names something twice"),
        ('[flags.ioctl]\nheader = "a.h"\n[ioctls]\nheaders = ["b.h"]', r"flags: ioctl is made of \[ioctls\] already"),
        ('[ioctls]\nheaders = ["../*.h"]', "ioctls: headers is not a list of headers' paths or globs"),
        ("[structs.x]", "structs: x: header is not a header's path"),
        ('[structs.x]\nheader = "a.h"\nc = "int[3]"', "structs: x: c is no type"),
        ('[structs.x]\nheader = "a.h"\nfields.a = "strings"', "structs: x: fields: a is not one of"),
        ('[structs.x]\nheader = "a.h"\nhide = ["*"]', "structs: x: hide is not a list of fields"),
        ('[structs.x]\nheader = "a.h"\nby = "f"', "structs: x: by and cases need each other"),
        ('[structs.x]\nheader = "a.h"\nnote = "two\\nlines"', "structs: x: note is not a line of plain text"),
    ],
)
def test_refused(text, problem):
    with pytest.raises(GenerateError, match=rf"^battery/syscalls\.toml: .*{problem}"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("3", "not a table"),
        ('{ knid = "int" }', "knid is not a known key"),
        ('{ kind = "chars" }', "kind is not one of"),
        ('{ kind = "string", extent = 3 }', "is string, which has no extent"),
        ('{ kind = "fd", dir = "in" }', "is fd, which has no dir"),
        ('{ kind = "buffer", dir = "inout" }', "dir is not one of both, in, out"),
        ('{ kind = "uint", size = 3 }', "size is not a number that is possible here"),
        ('{ kind = "array", of = "string" }', "of is not one of"),
        ('{ kind = "array", of = { struct = "a", flags = "b" } }', "of: is flags, which has no struct"),
        ('{ kind = "buffer", extent = -1 }', 'extent is not "ret", an argument'),
        ('{ kind = "buffer", extent = true }', 'extent is not "ret", an argument'),
        ('{ kind = "buffer", extent = "*" }', 'extent is not "ret", an argument'),
        ('{ kind = "buffer", extent = "a+4" }', 'extent is not "ret", an argument'),
        ('{ kind = "buffer", extent = "" }', 'extent is not "ret", an argument'),
        ('{ kind = "buffer", extent = ["ret"] }', 'extent is not "ret", an argument'),
        ('{ kind = "buffer", extent = { of = "n", div = 0 } }', "extent: div is not a number that is possible"),
        ('{ kind = "buffer", extent = { of = "n", sub = 1 } }', "extent: sub is not a known key"),
        ('{ kind = "buffer", extent = [[[[[["a", 1], 1], 1], 1], 1], 1] }', "extent is nested too deeply"),
        ('{ kind = "pointer", why = "" }', "why is not a line of plain text"),
        ('{ when = { arg = "flags", some = ["A"] } }', "when: some is not a known key"),
        ('{ kind = "hex", by = "cmd" }', "by and cases need each other"),
        ('{ kind = "hex", by = "cmd", cases = [] }', "cases is empty"),
        ('{ kind = "hex", by = "cmd", cases = 3 }', "cases is not a list of tables"),
        ('{ by = "cmd", cases = [{ of = [], kind = "fd" }] }', r"cases\[0\]: of is not a list of different constants"),
        ('{ by = "cmd", cases = [{ of = [-1], kind = "fd" }] }', r"cases\[0\]: of is not a list of names or 32-bit"),
        ('{ by = "cmd", cases = [{ of = ["A"] }] }', r"cases\[0\]: has no kind"),
        ('{ by = "cmd", cases = [{ of = ["A"], kind = "iovec" }] }', r"cases\[0\]: is iovec, but has no count"),
        ('{ by = "cmd", cases = [{ of = ["A"], by = "x" }] }', r"cases\[0\]: by and cases need each other"),
        (
            '{ by = "a", cases = [{ of = [1], kind = "fd", by = "b", cases = [{ of = [2], kind = "fd", by = "c", '
            'cases = [{ of = [3], kind = "fd" }] }] }] }',
            r"cases\[0\]: cases\[0\]: cases are nested too deeply",
        ),
        (
            '{ by = "cmd", cases = [{ of = ["A"], kind = "array", element = "int" }] }',
            r"cases\[0\]: is array, but has no count and no extent",
        ),
        ('{ kind = "array", of = "int", extent = "n", count = "n" }', "is array: of its extent it is a number"),
    ],
)
def test_refused_meanings(text, problem):
    with pytest.raises(GenerateError, match=rf"^battery/syscalls\.toml: syscalls: x: args: a: .*{problem}"):
        argument(text)


def test_no_text_gives_a_traceback():
    """Words, values and brackets of the real file, mixed up."""
    lines = (ROOT / "battery/syscalls.toml").read_text().splitlines()
    pieces = [
        "[",
        "]",
        "{",
        "}",
        '"',
        "=",
        ",",
        ".",
        "-1",
        "true",
        "1e400",
        "1979-05-27",
        '""',
        "[[",
        '"\\u0000"',
        "inf",
        "'",
    ]
    chance = random.Random(4)
    refused = 0
    for _ in range(1500):
        text = list("\n".join(chance.sample(lines, 4)))
        for _ in range(chance.randrange(4)):
            place = chance.randrange(len(text) + 1)
            text[place : place + chance.randrange(4)] = chance.choice(pieces)
        try:
            parse("".join(text))
        except GenerateError as error:
            assert str(error).startswith("battery/syscalls.toml: ")
            refused += 1
    assert refused > 700
    for nested in ("a = " + "[" * 5000, "[types]\n'int' = {kind='buffer', extent=" + "[" * 90 + "]" * 90 + "}"):
        with pytest.raises(GenerateError):
            parse(nested)
