"""Constants from header text, and the order of flags."""

from __future__ import annotations

import re

import pytest

from traceleft.generate import uapi
from traceleft.generate.errors import GenerateError
from traceleft.generate.meaning import FlagSet, parse_meanings
from traceleft.generate.spec import build

HEADERS = {
    "asm/unistd_64.h": "#ifndef X\n#define X\n#define __NR_open 2\n#define __NR_read 0\n#endif\n",
    "linux/version.h": "#define LINUX_VERSION_MAJOR 6\n#define LINUX_VERSION_PATCHLEVEL 1\n",
    "flags.h": """
#define F_MODE\t00000003
#define F_NONE\t0 /* a comment
                    #define F_COMMENTED 1 */
#define F_ONE  1
#define F_TWO  0x2u
#ifndef F_SYNC
#define __F_SYNC  04000000
#define F_SYNC    (__F_SYNC|F_DSYNC) // contains a part that comes later
#endif
#define F_DSYNC   00010000
#define F_LONG \\
        (1UL << 4)
#define F_OLD     F_DSYNC
#define F_DSYNC   1
#define F_MACRO(x) (x)
#define OTHER     -100
""",
}


def test_extracted_constants():
    source = uapi.FlagSource("flags.h", "F_", ())
    extracted = uapi.extract("x86_64", HEADERS, {"f": source}, {"OTHER": "flags.h"})
    assert extracted.headers == "6.1"
    assert extracted.syscalls == {"open": 2, "read": 0}
    assert extracted.constants == {"OTHER": -100}
    assert extracted.flags["f"] == {
        "F_MODE": 3,
        "F_NONE": 0,
        "F_ONE": 1,
        "F_TWO": 2,
        "__F_SYNC": 0o4000000,
        "F_SYNC": 0o4010000,
        "F_DSYNC": 0o10000,
        "F_LONG": 16,
        "F_OLD": 0o10000,
    }
    assert uapi.load(uapi.dump(extracted), "text") == extracted


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1 << 3 | 1", 9),
        ("(0x10)", 16),
        ("A + 11", 18),
        ("-A", -7),
        ("010", 8),
        ("(1U<<31)", 1 << 31),
        ("2-1", 1),
    ],
)
def test_expressions(expression, value):
    assert uapi.evaluate("X", {"A": "7", "X": expression}, "h") == value


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "X",
        "Y",
        "1 1",
        "(1",
        "09",
        "1 <<",
        "1 << 99",
        "'a'",
        "sizeof(int)",
        "1 ? 2 : 3",
        "(" * 300,
        "(" * 150,
        "0x",
    ],
)
def test_no_expressions(expression):
    with pytest.raises(GenerateError, match=r"^h: [XY] "):
        uapi.evaluate("X", {"X": expression}, "h")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100000,
        '{"arch": "x", "headers": "6.1", "flags": [], "constants": {}, "syscalls": {}}',
        '{"arch": "x", "headers": "6.1", "flags": {"a": {"b c": 1}}, "constants": {}, "syscalls": {}}',
        '{"arch": "x", "headers": "6.1", "flags": {}, "constants": {}, "syscalls": {"read": true}}',
        '{"arch": "x", "headers": "6.1", "flags": {}, "constants": {"A": 1e999}, "syscalls": {}}',
    ],
)
def test_bad_constants_file(text):
    with pytest.raises(GenerateError, match=r"^x86_64\.json: "):
        uapi.load(text, "x86_64.json")


def flags(toml: str) -> object:
    """The flag set that this stanza makes of HEADERS."""
    meanings = parse_meanings(f'arch = "x86_64"\n[flags.f]\nheader = "flags.h"\nprefix = "F_"\n{toml}', "toml")
    flag_set = meanings.flags["f"]
    assert isinstance(flag_set, FlagSet)
    return build({}, uapi.extract("x86_64", HEADERS, {"f": flag_set.source}, {}), meanings).flags[0]


def test_masked_choices_and_composite_bits_first():
    found = flags('mask = "F_MODE"')
    assert found.mask == 3
    assert found.choices == (("F_NONE", 0), ("F_ONE", 1), ("F_TWO", 2))
    # F_OLD is another word for F_DSYNC, __F_SYNC is internal.
    assert found.bits == (("F_LONG", 16), ("F_SYNC", 0o4010000), ("F_DSYNC", 0o10000))


def test_the_mask_is_a_choice_if_asked_for():
    assert flags('mask = "F_MODE"\nnames = ["F_MODE"]').choices[-1] == ("F_MODE", 3)


def test_last_flags():
    assert flags('mask = 3\nlast = ["F_LONG"]').bits[-1] == ("F_LONG", 16)


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ('last = ["F_SYNC"]', "F_SYNC contains F_DSYNC and must come before it"),
        ('mask = "F_GONE"', "the constants have no F_GONE"),
        ("mask = 0o4000000", "neither inside nor outside"),
    ],
)
def test_impossible_flag_sets(toml, problem):
    with pytest.raises(GenerateError, match=re.escape(problem)):
        flags(toml)
