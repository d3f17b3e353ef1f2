# SPDX-License-Identifier: MIT
"""Constants and layouts from header text, through clang, and the JSON that keeps them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from traceleft.generate import compiler, headers, uapi
from traceleft.generate.errors import GenerateError
from traceleft.generate.uapi import FieldLayout, FlagSource, StructLayout, StructSource, TypeLayout, Uapi

HEADERS = {
    "asm/unistd_64.h": "#define __NR_open 2\n#define __NR_read 0\n#define __X32_SYSCALL_BIT 0x40000000\n",
    "linux/version.h": "#define LINUX_VERSION_MAJOR 7\n#define LINUX_VERSION_PATCHLEVEL 2\n",
    "linux/ioctl.h": """
#define _IOC(d, t, n, s) (((d) << 30) | ((t) << 8) | (n) | ((s) << 16))
#define _IO(t, n) _IOC(0U, t, n, 0)
#define _IOR(t, n, s) _IOC(2U, t, n, sizeof(s))
""",
    "inner.h": "#define F_INNER 0x100\n",
    "flags.h": r"""
#include <inner.h>
#define F_MODE 3
#define F_NONE 0 /* a comment
                    #define F_COMMENTED 1 */
#ifndef F_SYNC
#define __F_SYNC 04000000
#define F_SYNC (__F_SYNC|F_DSYNC) // its part comes later
#endif
#define F_DSYNC 00010000
#define F_LONG \
        (1UL << 40)
#define F_SIGN (1 << 31)
#define F_ALL (~0ULL)
#define F_SIZE sizeof(struct { int a; })
#define F_CHOOSE (sizeof(long) == 8 ? 'a' : 2)
#define F_GONE 1
#undef F_GONE
#define F_TWICE F_TWO
enum { F_TWO = 2 };
#define F_MACRO(x) (x)
#define F_TEXT "text"
#define F_POINTER ((void *)-1)
#define F_FLOAT 1.5
#define F_EMPTY
#define F_VARIABLE variable
#define F_BRACE }
#define F_PARENTHESIS (
#define F_STATEMENT 1; int hostile
extern int variable;
#define OTHER -100
""",
    "enums.h": """
enum small { SMALL_A = 1, SMALL_B, SMALL_MAX };
typedef enum { WIDE_A = 1ULL << 40, WIDE_B = ~0ULL } wide_t;
enum negative { NEGATIVE = -1 };
struct small_struct { int a; };
""",
    "structs.h": """
#include <enums.h>
typedef unsigned short __be16;
typedef struct { unsigned long sig[2]; } set_t;
typedef struct pair_struct { int a; } *pair_t;
struct in { __be16 port; };
struct outer {
    char name[16];
    unsigned char byte;
    _Bool flag;
    short grid[2][3];
    struct in in;
    set_t set;
    const struct outer *next;
    int (*function)(int);
    enum small small;
    union { long whole; struct { int low, high; }; };
    union { int i; float f; } u;
    unsigned a : 3, b : 5;
    int tail[];
};
struct alone { struct missing *m; };
""",
    "ioctls.h": """
struct arg { int a[3]; };
#define MINE_BASE 'm'
#define MINE_IO(n) _IO(MINE_BASE, n)
#define MINE_ONE MINE_IO(1)
#define MINE_READ _IOR(MINE_BASE, 2, struct arg)
#define MINE_SAME MINE_ONE
#define MINE_LOST _IOR(MINE_BASE, 3, struct unknown)
#define MINE_NOT 0x6d09
""",
    "asm-generic/ioctls.h": "#define TCGETS 0x5401\n#define TIOCPKT_DATA 0\n#define TIOCSTOP 0x7fffffff\n",
}


@pytest.fixture
def include(tmp_path):
    """An include folder."""
    for path, text in HEADERS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def extract(include: Path, **wanted) -> Uapi:
    wanted = {"flags": {}, "constants": {}, **wanted}
    return headers.extract("x86_64", include, **wanted).uapi


def flags(include: Path, *where: str, **source) -> dict[str, int]:
    return dict(extract(include, flags={"f": FlagSource(where, **source)}).flags["f"])


def test_numbers_and_single_constants(include):
    extracted = extract(include, constants={"OTHER": "flags.h"})
    assert extracted.headers == "7.2"
    assert extracted.syscalls == {"open": 2, "read": 0}
    assert extracted.constants == {"OTHER": -100}


def test_macros_by_prefix_in_their_headers_order(include):
    found = flags(include, "flags.h", prefixes=("F_",))
    assert list(found.items()) == [
        ("F_INNER", 0x100),
        ("F_MODE", 3),
        ("F_NONE", 0),
        ("__F_SYNC", 0o4000000),
        ("F_SYNC", 0o4010000),
        ("F_DSYNC", 0o10000),
        ("F_LONG", 1 << 40),
        ("F_SIGN", 0x80000000),
        ("F_ALL", 2**64 - 1),
        ("F_CHOOSE", ord("a")),
        ("F_TWICE", 2),
    ]


def test_exclusion_names_and_several_headers(include):
    found = flags(
        include, "flags.h", "enums.h", prefixes=("F_",), names=("F_TWO", "F_SYNC", "SMALL_B"), exclude=("F_.*",)
    )
    assert found == {"F_TWO": 2, "F_SYNC": 0o4010000, "__F_SYNC": 0o4000000, "SMALL_B": 2}


@pytest.mark.parametrize(
    ("enum", "values"),
    [
        ("small", {"SMALL_A": 1, "SMALL_B": 2}),
        ("wide_t", {"WIDE_A": 1 << 40, "WIDE_B": 2**64 - 1}),
        ("negative", {"NEGATIVE": 2**32 - 1}),
    ],
)
def test_enums(include, enum, values):
    assert flags(include, "flags.h", "enums.h", enum=enum, exclude=(".*_MAX",)) == values


def test_glibcs_headers(include):
    found = flags(include, "sys/socket.h", prefixes=("AF_", "SOCK_"))
    assert (found["AF_INET"], found["SOCK_DGRAM"], found["SOCK_CLOEXEC"]) == (2, 2, 0o2000000)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (FlagSource(("gone.h",), ("F_",)), "gone.h: no such header in "),
        (FlagSource(("flags.h",), ("G_",)), "flags.f: flags.h: there is nothing like G_"),
        (
            FlagSource(("flags.h",), ("F_",), names=("F_TEXT",)),
            "flags.f: flags.h: F_TEXT is not defined, or no integer",
        ),
        (
            FlagSource(("flags.h",), ("F_",), names=("F_GONE",)),
            "flags.f: flags.h: F_GONE is not defined, or no integer",
        ),
        (FlagSource(("flags.h",), names=("F_FLOAT",)), "flags.f: flags.h: F_FLOAT is not defined, or no integer"),
        (FlagSource(("enums.h",), enum="large"), "flags.f: enums.h: there is no enum large"),
        (FlagSource(("enums.h",), enum="small_struct"), "flags.f: enums.h: there is no enum small_struct"),
        (FlagSource(("broken.h",), ("F_",)), "broken.h: does not compile: "),
    ],
)
def test_missing_flags(include, source, problem):
    (include / "broken.h").write_text("int int;\n")
    with pytest.raises(GenerateError) as caught:
        extract(include, flags={"f": source})
    assert str(caught.value).startswith(problem) and "\n" not in str(caught.value)


def test_ioctls(include):
    found = headers.extract("x86_64", include, {}, {}, ["asm-generic/*.h", "ioctl*.h"])
    assert found.uapi.ioctls == {"TCGETS": 0x5401, "MINE_ONE": 0x6D01, "MINE_READ": 0x800C6D02}
    assert found.notes == (
        "1 ioctls share their number with another one, whose name is kept",
        "1 ioctls have no number, for their headers lack a type: ioctls.h: MINE_LOST",
    )


def test_ioctls_that_are_plain_numbers(include):
    assert extract(include, ioctls=["ioctls.h:.*_NOT"]).ioctls == {
        "MINE_ONE": 0x6D01,
        "MINE_NOT": 0x6D09,
        "MINE_READ": 0x800C6D02,
    }


def test_layouts(include):
    sources = {"outer": StructSource("structs.h", "struct outer"), "pair": StructSource("structs.h", "pair_t")}
    sources["inner"] = StructSource("structs.h", "struct in")
    found = extract(include, structs=sources).structs
    integer = TypeLayout("int", 4, signed=True)
    assert found["pair"] == StructLayout("pair", "struct", 4, (FieldLayout("a", 0, integer),))
    port = FieldLayout("port", 0, TypeLayout("int", 2, typedef="__be16"))
    assert found["inner"] == StructLayout("inner", "struct", 2, (port,))
    assert found["set_t"].size == 16
    outer = {field.name: field for field in found["outer"].fields}
    assert (found["outer"].kind, found["outer"].size) == ("struct", 88)
    assert outer["name"].type == TypeLayout("array", 16, element=TypeLayout("char", 1, signed=True), count=16)
    assert outer["byte"] == FieldLayout("byte", 16 * 8, TypeLayout("int", 1))
    assert outer["flag"].type == TypeLayout("bool", 1)
    row = TypeLayout("array", 6, element=TypeLayout("int", 2, signed=True), count=3)
    assert outer["grid"].type == TypeLayout("array", 12, element=row, count=2)
    assert outer["in"] == FieldLayout("in", 30 * 8, TypeLayout("struct", 2, struct="inner"))
    assert outer["set"].type == TypeLayout("struct", 16, typedef="set_t", struct="set_t")
    assert outer["next"].type == outer["function"].type == TypeLayout("pointer", 8)
    assert outer["small"].type == TypeLayout("enum", 4)
    low, high = FieldLayout("low", 0, integer), FieldLayout("high", 32, integer)
    halves = FieldLayout("", 0, TypeLayout("struct", 8, members=(low, high)))
    whole = FieldLayout("whole", 0, TypeLayout("int", 8, signed=True))
    assert outer[""] == FieldLayout("", 72 * 8, TypeLayout("union", 8, members=(whole, halves)))
    assert [member.type.kind for member in outer["u"].type.members] == ["int", "float"]
    assert (outer["a"].bit_width, outer["b"].bit_width, outer["b"].offset_bits - outer["a"].offset_bits) == (3, 5, 3)
    assert outer["tail"].type == TypeLayout("array", 0, element=integer)


@pytest.mark.parametrize(
    ("c", "problem"),
    [
        ("struct none", "structs.s: structs.h: struct none: "),
        ("none_t", "structs.s: structs.h: none_t: unknown type name 'none_t'"),
        ("__be16", "structs.s: structs.h: __be16 is no struct"),
    ],
)
def test_missing_structs(include, c, problem):
    with pytest.raises(GenerateError) as caught:
        extract(include, structs={"s": StructSource("structs.h", c)})
    assert str(caught.value).startswith(problem) and "\n" not in str(caught.value)


def test_one_name_for_two_layouts(include):
    (include / "other.h").write_text("struct in { int x; }; struct holder { struct in in; };\n")
    sources = {"outer": StructSource("structs.h", "struct outer"), "holder": StructSource("other.h", "struct holder")}
    with pytest.raises(GenerateError, match=r"structs\.in: structs\.h lays it out otherwise than other\.h"):
        extract(include, structs=sources)


def test_a_folder_without_headers(tmp_path):
    with pytest.raises(GenerateError, match=r"there is no linux/version\.h: scripts/fetch_headers has"):
        extract(tmp_path)


def test_missing_tools(include, monkeypatch):
    monkeypatch.setattr(compiler, "_SYSTEM_PATH", "")
    monkeypatch.setenv("PATH", str(include))
    with pytest.raises(GenerateError, match=r"^clang is not installed: apt-get install clang$"):
        extract(include)


def test_what_was_dumped_can_be_loaded(include):
    wanted = {"structs": {"outer": StructSource("structs.h", "struct outer")}, "ioctls": ["ioctls.h"]}
    extracted = extract(
        include, flags={"f": FlagSource(("flags.h",), ("F_",))}, constants={"OTHER": "flags.h"}, **wanted
    )
    text = uapi.dump(extracted)
    assert uapi.load(text, "text") == extracted
    assert text.isascii() and text.endswith("}\n")
    assert text == uapi.dump(
        extract(include, flags={"f": FlagSource(("flags.h",), ("F_",))}, constants={"OTHER": "flags.h"}, **wanted)
    )
    assert uapi.load(uapi.dump(replace(extracted, structs={})), "text").structs == {}


EMPTY = {"arch": "x", "headers": "6.1", "constants": {}, "flags": {}, "syscalls": {}, "ioctls": {}, "structs": {}}
INT = {"kind": "int", "size": 4}


def struct(type_: object, size: object = 4, name: object = "a", **field: object) -> str:
    """A file whose one struct has one field."""
    fields = [{"name": name, "offset_bits": 0, "type": type_, **field}]
    return json.dumps({**EMPTY, "structs": {"s": {"kind": "struct", "size": size, "fields": fields}}})


def nested(depth: int) -> object:
    return INT if depth == 0 else {"kind": "array", "size": 4, "count": 1, "element": nested(depth - 1)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100000,
        json.dumps({**EMPTY, "flags": []}),
        json.dumps({**EMPTY, "flags": {"a": {"b c": 1}}}),
        json.dumps({**EMPTY, "flags": {"a": {"b": -1}}}),
        json.dumps({**EMPTY, "flags": {"é\n": {}}, "syscalls": {"read": True}}),
        json.dumps({**EMPTY, "syscalls": {"read": True}}),
        json.dumps({**EMPTY, "ioctls": {"A": 2**32}}),
        json.dumps({**EMPTY, "ioctls": None}),
        json.dumps({**EMPTY, "constants": {"A": 1}})[:-4],
        json.dumps({**EMPTY, "constants": {"A": 1}}).replace("1}", "1e999}"),
        json.dumps({**EMPTY, "structs": {"s": 1}}),
        json.dumps({**EMPTY, "structs": {"s t": {"kind": "struct", "size": 0, "fields": []}}}),
        json.dumps({**EMPTY, "structs": {"s": {"kind": "int", "size": 0, "fields": []}}}),
        json.dumps({**EMPTY, "structs": {"s": {"kind": "struct", "size": 0, "fields": [], "more": 1}}}),
        struct(None),
        struct(INT, size=-1),
        struct(INT, size=2),
        struct(INT, name="a b"),
        struct(INT, name=None),
        struct(INT, offset_bits=1),
        struct(INT, offset_bits=64),
        struct(INT, bit_width=33),
        struct({"kind": "int", "size": 3}),
        struct({"kind": "number", "size": 4}),
        struct({"kind": "int", "size": 4, "struct": "s"}),
        struct({"kind": "int", "size": 4, "typedef": "a b"}),
        struct({"kind": "array", "size": 4, "count": 2, "element": INT}),
        struct({"kind": "array", "size": 4, "count": 2}),
        struct({"kind": "struct", "size": 4, "struct": "gone"}),
        struct({"kind": "struct", "size": 4, "struct": "s"}),
        struct({"kind": "struct", "size": 4, "members": 7}),
        struct(nested(18)),
    ],
)
def test_bad_files(text):
    with pytest.raises(GenerateError, match=r"^x86_64\.json: ") as caught:
        uapi.load(text, "x86_64.json")
    assert str(caught.value).isprintable() and str(caught.value).isascii()


def test_the_smallest_files():
    assert uapi.load(json.dumps(EMPTY), "text").arch == "x"
    assert uapi.load(struct(INT), "text").structs["s"].fields[0].type == TypeLayout("int", 4)
    assert uapi.load(struct(nested(15)), "text").structs["s"].size == 4
