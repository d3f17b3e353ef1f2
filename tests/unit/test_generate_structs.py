# SPDX-License-Identifier: MIT
"""Structs: from the headers' layouts and what is said of them to the schema."""

from __future__ import annotations

import json

import pytest

from tests.support.small_spec import (
    CHAR,
    U8,
    U16,
    U32,
    U64,
    anonymous,
    array,
    field,
    format_text,
    make,
    rendered,
    struct,
    struct_of,
)
from traceleft.generate.errors import GenerateError
from traceleft.generate.spec import Value
from traceleft.generate.uapi import FieldLayout, TypeLayout

COMMANDS = {"cmd": {"F_GETLK": 5, "F_SETLK": 6}}
CMD = """
[flags.cmd]
header = "x.h"
prefix = "F_"
choice = true
"""
USES = '[syscalls.x]\nargs.p = { struct = "s" }\n[structs.s]\nheader = "x.h"\n'
X = format_text("x", "struct s * p")


def fields_of(spec, name="s"):
    return [(field.name, field.offset, field.value) for field in struct_of(spec, name).fields]


def test_fields_have_their_layouts_kinds():
    layout = struct(
        "s",
        64,
        field("a", 0, TypeLayout("int", 4, signed=True)),
        field("b", 4, U16),
        field("__pad0", 6, U16),
        field("p", 8, TypeLayout("pointer", 8)),
        field("text", 16, array(CHAR, 8)),
        field("numbers", 24, array(U32, 2)),
        field("port", 32, TypeLayout("int", 2, typedef="__be16")),
        field("size", 40, TypeLayout("int", 8, typedef="size_t")),
        field("end", 64, array(U8, 0)),
    )
    assert fields_of(make(USES, X, structs=(layout,))) == [
        ("a", 0, Value("int", 4)),
        ("b", 4, Value("uint", 2)),
        ("p", 8, Value("pointer", 8)),
        ("text", 16, Value("chars", 8)),
        ("numbers", 24, Value("array", of=Value("uint", 4), count=2)),
        ("port", 32, Value("be16", 2)),
        ("size", 40, Value("uint", 8)),
    ]


def test_what_is_said_of_fields():
    layout = struct(
        "s",
        40,
        field("mode", 0, U32),
        field("address", 4, TypeLayout("struct", 4, struct="in_addr")),
        field("__pad", 8, U32),
        field("secret1", 12, U32),
        field("mac", 16, array(U8, 6)),
        field("flags", 24, U64),
        field("when", 32, TypeLayout("struct", 4, struct="in_addr")),
    )
    said = """
c = "struct kernel_s"
fields = { mode = "mode", address = "in_addr", __pad = "hex", mac = "hex", flags = { flags = "cmd" } }
hide = ["secret*"]
note = "the C library's differs"
"""
    inner = struct("in_addr", 4, field("s_addr", 0, U32))
    spec = make(USES + said + CMD, X, structs=(layout, inner, struct("unused", 4)), flags=COMMANDS)
    assert fields_of(spec) == [
        ("mode", 0, Value("mode", 4)),
        ("address", 4, Value("in_addr", 4)),
        ("__pad", 8, Value("hex", 4)),
        ("mac", 16, Value("array", of=Value("hex", 1), count=6)),
        ("flags", 24, Value("flags", 8, flags="cmd")),
        ("when", 32, Value("struct", struct="in_addr")),
    ]
    assert [struct.name for struct in spec.structs] == ["in_addr", "s"]
    assert (struct_of(spec, "s").c, struct_of(spec, "s").note) == ("struct kernel_s", "the C library's differs")


def test_bit_fields():
    layout = struct(
        "s",
        16,
        FieldLayout("a", 64, U64, 1),
        FieldLayout("b", 65, U64, 2),
        FieldLayout("c", 30, U32, 4),  # a packed one, across two words
    )
    assert fields_of(make(USES, X, structs=(layout,))) == [
        ("a", 8, Value("uint", 8, bit=(0, 1))),
        ("b", 8, Value("uint", 8, bit=(1, 2))),
        ("c", 3, Value("uint", 8, bit=(6, 4))),
    ]


UNION = anonymous("union", 8, field("period", 0, U64), field("frequency", 0, U32))
TWO = anonymous(
    "union",
    8,
    field("", 0, anonymous("struct", 8, field("map_type", 0, U32), field("key_size", 4, U32))),
    field("", 0, anonymous("struct", 8, field("__pad", 0, U32), field("prog_type", 4, U32))),
)


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("", [("period", 8, 8), ("map_type", 16, 4), ("key_size", 20, 4), ("data", 24, 8)]),
        ('period = "frequency"', [("frequency", 8, 4), ("map_type", 16, 4), ("key_size", 20, 4), ("data", 24, 8)]),
        ('"" = "prog_type"', [("period", 8, 8), ("prog_type", 20, 4), ("data", 24, 8)]),
        ('data = "frequency"', [("period", 8, 8), ("map_type", 16, 4), ("key_size", 20, 4), ("data", 24, 4)]),
    ],
)
def test_unions_show_one_member(said, fields):
    layout = struct("s", 32, field("", 8, UNION), field("", 16, TWO), field("data", 24, UNION))
    spec = make(f"{USES}union = {{ {said} }}\n", X, structs=(layout,))
    assert [(name, offset, value.size) for name, offset, value in fields_of(spec)] == fields


def test_a_union_of_ones_own():
    layout = struct("s", 8, *TWO.members, kind="union")
    said = 'c = "union s"\nunion."" = "prog_type"\n'
    assert fields_of(make(USES + said, X, structs=(layout,))) == [("prog_type", 4, Value("uint", 4))]


def test_nested_structs_have_entries_of_their_own():
    inner = struct("inner", 8, field("x", 0, U64))
    named = TypeLayout("struct", 8, struct="inner")
    layout = struct(
        "s", 32, field("one", 0, named), field("many", 8, array(named, 2)), field("_in", 24, TWO.members[0].type)
    )
    spec = make(USES, X, structs=(layout, inner))
    assert fields_of(spec) == [
        ("one", 0, Value("struct", struct="inner")),
        ("many", 8, Value("array", of=Value("struct", struct="inner"), count=2)),
        ("_in", 24, Value("struct", struct="s_in")),
    ]
    assert [name for name, _, _ in fields_of(spec, "s_in")] == ["map_type", "key_size"]
    assert [struct.name for struct in spec.structs] == ["inner", "s", "s_in"]


def test_what_is_said_of_a_struct_counts_in_its_nameless_parts():
    part = anonymous("struct", 8, field("who", 0, U32), field("secret", 4, U32))
    layout = struct("s", 8, field("_parts", 0, anonymous("union", 8, field("_kill", 0, U64), field("_child", 0, part))))
    said = 'fields.who = "pid"\nunion._parts = "_child"\nhide = ["secret"]\n'
    spec = make(USES + said, X, structs=(layout,))
    assert fields_of(spec, "s_parts") == [("who", 0, Value("pid", 4))]


def test_a_struct_that_begins_others():
    layout = struct("s", 16, field("family", 0, U16), field("data", 2, array(CHAR, 14)))
    larger = struct("s_in", 16, field("family", 0, U16), field("port", 2, U16))
    said = 'fields.family = { flags = "cmd" }\nby = "family"\ncases = { F_SETLK = "s_in" }\n'
    spec = make(USES + said + CMD, X, structs=(layout, larger), flags=COMMANDS)
    assert json.loads(rendered(spec, "battery/generated/x86_64/schema.json"))["structs"]["s"] == {
        "size": 16,
        "by": "family",
        "cases": [[6, "s_in"]],
        "fields": [
            {"name": "family", "offset": 0, "kind": "flags", "size": 2, "flags": "cmd"},
            {"name": "data", "offset": 2, "kind": "chars", "size": 14},
        ],
    }


def test_records_say_how_long_they_are_and_what_follows():
    layout = struct("s", 8, field("length", 0, U32), field("type", 4, U32))
    said = """
fields.type = { flags = "cmd" }
record = "length"
align = 4
tail = "data"
[structs.s.fields.data]
kind = "buffer"
by = "type"
cases = [
    { of = ["F_SETLK"], kind = "array", element = "fd" },
    { of = ["F_GETLK"], struct = "other" },
]
"""
    uses = USES.replace('args.p = { struct = "s" }', 'args.p = { kind = "array", of = { struct = "s" }, extent = 64 }')
    spec = make(uses + said + CMD, X, structs=(layout, struct("other", 4, field("a", 0, U32))), flags=COMMANDS)
    shape = json.loads(rendered(spec, "battery/generated/x86_64/schema.json"))["structs"]["s"]
    assert (shape["record"], shape["align"]) == ("length", 4)
    assert shape["fields"][2] == {
        **{"name": "data", "offset": 8, "kind": "buffer", "by": 1, "mask": 0xFFFFFFFF},
        "cases": [
            {"values": [6], "kind": "array", "of": {"kind": "fd", "size": 4}},
            {"values": [5], "kind": "struct", "struct": "other"},
        ],
    }


def test_what_pointers_in_structs_lead_to_is_captured_with_them():
    inner = struct("inner", 16, field("name", 0, U64), field("more", 8, U64))
    layout = struct(
        "s",
        40,
        field("count", 0, U16),
        field("filter", 8, TypeLayout("pointer", 8)),
        field("part", 24, TypeLayout("struct", 16, struct="inner")),
    )
    said = 'fields.filter = { kind = "array", of = { struct = "other" }, count = "count" }\n'
    said += '[structs.inner]\nheader = "x.h"\nfields.name = "string"\n'
    spec = make(USES + said, X, structs=(layout, inner, struct("other", 4, field("a", 0, U32))))
    [call] = spec.syscalls
    assert call.args[0].value == Value("linked", struct="s")
    assert "record_linked(&record, 0, 0, 40, LINKED_ARRAY(8, 4, 0, 2), LINKED_STRING(24));" in " ".join(
        rendered(spec, "battery/generated/handle_syscall_x.bpf.c").split()
    )
    assert fields_of(spec)[1] == ("filter", 8, Value("array", 8, of=Value("struct", struct="other"), linked=True))


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ('record = "b"', "structs.s: record names b, which is no field before the last"),
        ('record = "text"', "structs.s: record names text, which is no field before the last"),
        ('tail = "more"', "structs.s: fields says nothing of the tail more"),
        ('tail = "more"\nfields.more = "chars"', "structs.s: more: nothing tells the size of chars"),
        ('fields.a = "string"', "structs.s: a is neither a pointer nor the tail"),
        ('fields.p = { kind = "array", of = "int", count = "n" }', "structs.s: p: count names no number of the struct"),
        ('fields.p = "string"\nfields.q = "string"\nfields.r = "string"', "s has more than 2 linked fields"),
        (
            'fields.a = { kind = "hex", by = "b", cases = [{ of = [1], kind = "fd" }] }',
            "structs.s: a: there is no field b",
        ),
        (
            'fields.a = { kind = "hex", by = "text", cases = [{ of = ["F_SETLK"], kind = "fd" }] }',
            "structs.s: a: by text: F_SETLK is no number, and there is no flag set",
        ),
        ('fields.b = "hex"', "structs.s: fields names b, which does not exist"),
        ('hide = ["b*"]', r"structs.s: hide names b\*, which does not exist"),
        ('union.b = "c"', "structs.s: union names b, which does not exist"),
        ('fields.a = "be16"', "structs.s: a: 4 bytes are no be16"),
        ('fields.text = "in_addr"', "structs.s: text: 8 bytes are no in_addr"),
        ('fields.a = { flags = "cmb" }', "structs.s: a: there is no flag set cmb"),
        ('fields.a = { struct = "big" }', "structs.s: a: big is longer than the field"),
        ('fields.a = { kind = "array", of = "hex" }', "structs.s: a is no array"),
        ('by = "a"\ncases = { X = "big" }', "structs.s: by names a, which is no field of kind flags"),
        ('fields.a = { flags = "cmd" }\nby = "a"\ncases = { X = "big" }', "structs.s: cases: X is not in the flag set"),
        ('fields.a = { flags = "cmd" }\nby = "a"\ncases = { F_GETLK = "b" }', "structs.s: cases: there is no struct b"),
    ],
)
def test_structs_that_do_not_fit(said, problem):
    pointers = [field(name, offset, TypeLayout("pointer", 8)) for name, offset in (("p", 16), ("q", 24), ("r", 32))]
    layouts = (
        struct("s", 48, field("a", 0, U32), *pointers, field("text", 40, array(CHAR, 8))),
        struct("big", 64),
    )
    with pytest.raises(GenerateError, match=problem):
        make(USES + said + CMD, X, structs=layouts, flags=COMMANDS)


@pytest.mark.parametrize("kind", ["struct", "union"])
def test_a_layout_that_leads_nowhere(kind):
    layout = struct("s", 8, field("a", 0, TypeLayout(kind, 8, struct="gone")))
    with pytest.raises(GenerateError, match=r"structs\.s: a: there is no struct gone"):
        make(USES, X, structs=(layout,))
