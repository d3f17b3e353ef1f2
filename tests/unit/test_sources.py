# SPDX-License-Identifier: MIT
"""What formats in tracefs say of the kernel's tracepoints, and events of these. None of it needs root."""

from __future__ import annotations

import pytest

from traceleft import _core, sources
from traceleft.errors import UsageError

HEADER = """name: {name}
ID: {id}
format:
	field:unsigned short common_type;	offset:0;	size:2;	signed:0;
	field:unsigned char common_flags;	offset:2;	size:1;	signed:0;
	field:unsigned char common_preempt_count;	offset:3;	size:1;	signed:0;
	field:int common_pid;	offset:4;	size:4;	signed:1;

"""


def formatted(*fields: str, printed: str = '"%d", REC->a') -> str:
    """A format file of these fields, DECLARATION;OFFSET;SIZE;SIGNED each."""
    lines = []
    for field in fields:
        declaration, offset, size, signed = field.split(";")
        lines.append(f"\tfield:{declaration};\toffset:{offset};\tsize:{size};\tsigned:{signed};\n")
    return HEADER.format(name="an_event", id=77) + "".join(lines) + f"\nprint fmt: {printed}\n"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("int a;8;4;1", {"type": "int", "kind": "int", "size": 4}),
        ("const void * a;8;8;0", {"type": "const void *", "kind": "pointer", "size": 8}),
        ("bool a;8;1;0", {"type": "bool", "kind": "uint", "size": 1}),
        ("char a[16];8;16;0", {"type": "char[16]", "kind": "string"}),
        ("char a[TASK_COMM_LEN];8;16;1", {"type": "char[TASK_COMM_LEN]", "kind": "string"}),
        ("__u8 a[4];8;4;0", {"type": "__u8[4]", "kind": "buffer"}),
        (
            "unsigned long a[6];8;48;0",
            {"type": "unsigned long[6]", "kind": "array", "count": 6, "of": {"kind": "uint", "size": 8}},
        ),
        ("struct in6_addr a;8;16;0", {"type": "struct in6_addr", "kind": "buffer"}),
        ("__data_loc char[] a;8;4;0", {"type": "char[]", "kind": "string", "at": "data_loc"}),
        ("__rel_loc char[] a;8;4;0", {"type": "char[]", "kind": "string", "at": "rel_loc"}),
        ("__data_loc u8[] a;8;4;0", {"type": "u8[]", "kind": "buffer", "at": "data_loc"}),
        (
            "__data_loc u64[] a;8;4;0",
            {"type": "u64[]", "kind": "array", "of": {"kind": "uint", "size": 8}, "at": "data_loc"},
        ),
        ("__data_loc cpumask_t a;8;4;0", {"type": "cpumask_t", "kind": "buffer", "at": "data_loc"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_fields(field: str, expected: dict) -> None:
    entry, flags = sources.parse_format("some-where:an_event", formatted(field))
    (argument,) = entry["args"]
    place = {"offset": 8, "size": int(field.split(";")[2])}
    if "at" in expected:
        place["at"] = expected.pop("at")
    assert argument == {"name": "a", "record": place, **expected}
    assert (entry["nr"], flags) == (sources.NUMBERS + 77, {})
    _core.EventSchema({"version": 2, "flags": flags, "structs": {}, "syscalls": {"some-where:an_event": entry}})


@pytest.mark.parametrize(
    ("printed", "choices", "bits"),
    [
        ('"%s", __print_symbolic(REC->a, { 1, "ONE" }, { 0x2UL, "TWO" })', [["ONE", 1], ["TWO", 2]], []),
        ('"%s", __print_symbolic(REC->a, { -1, "NONE" }, { 2, "not a word" })', [["NONE", 2**64 - 1]], []),
        (
            '"%s", __print_flags(REC->a, "|", {(1UL << (3)) | 1, "BOTH" }, { 8, "EIGHT" })',
            [],
            [["BOTH", 9], ["EIGHT", 8]],
        ),
        (
            '"%s", (REC->a) ? __print_flags((unsigned long)REC->a, "|", {( long)(( gfp_t)4u), "FOUR" }) : ""',
            [],
            [["FOUR", 4]],
        ),
        (
            '"%s", __print_symbolic(REC->a, { SOME_ENUM, "SOME" }, { 1 / 0, "NONE" }, { __import__("os"), "x" })',
            None,
            None,
        ),
        ('"%s", __print_symbolic(REC->a + 1, { 1, "ONE" })', None, None),
        ('"%s", __print_symbolic(REC->b, { 1, "ONE" })', None, None),
    ],
)
def test_names_of_values(printed: str, choices: list | None, bits: list | None) -> None:
    entry, flags = sources.parse_format("a:b", formatted("int a;8;4;1", printed=printed))
    assert [(each["choices"], each["bits"]) for each in flags.values()] == (
        [] if choices is None else [(choices, bits)]
    )
    assert ("flags" in entry["args"][0]) == bool(flags)
    _core.EventSchema({"version": 2, "flags": flags, "structs": {}, "syscalls": {"a:b": entry}})


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a:b;c", formatted(), "is no SUBSYSTEM:EVENT"),
        ("a:" + "b" * 63, formatted(), "longer than 63"),
        ("a:b", formatted().replace("ID: 77", "ID: x"), "has no ID"),
        ("a:b", formatted("int a;x;4;1"), "a field that is no declaration"),
        ("a:b", formatted("int;8;4;1"), "a field that is no declaration"),
    ],
)
def test_formats_that_can_not_be_traced(name: str, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        sources.parse_format(name, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(1UL << 3) | 0x10", 24),
        ("(( gfp_t)((((1UL))) << (10)))", 1024),
        ("~0x1", -2),
        ("1 << 64", None),
        ("FOO", None),
        ("()", None),
        ("(" * 500, None),
    ],
)
def test_constants(text: str, value: int | None) -> None:
    assert sources.constant(text) == value


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"nr": 7}, "another number than Linux"),
        ({"args": [{"name": "a", "type": "int", "kind": "int", "size": 4}]}, "a field of a record"),
    ],
)
def test_schemas_of_strangers_are_checked(change: dict, message: str) -> None:
    entry, _ = sources.parse_format("a:b", formatted("int a;8;4;1"))
    for name, text in (("a:b", message), ("a:b:c", message), ("a\x1b:b", "identifier"), (":b", "without a name")):
        with pytest.raises(UsageError, match=text):
            _core.EventSchema({"version": 2, "flags": {}, "structs": {}, "syscalls": {name: {**entry, **change}}})
