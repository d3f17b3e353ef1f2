# SPDX-License-Identifier: MIT
"""The calls of 32-bit programs: what is generated of them beside the native ones, out of i386.toml."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.small_spec import TEMPLATES, TYPES, U32, U64, field, format_text, struct
from traceleft.generate.build import build
from traceleft.generate.compiler import INCLUDE
from traceleft.generate.errors import GenerateError
from traceleft.generate.formats import parse_formats
from traceleft.generate.headers import extract
from traceleft.generate.meaning import parse_meanings
from traceleft.generate.render import HANDLER, SCHEMA, render
from traceleft.generate.spec import Spec
from traceleft.generate.uapi import StructLayout, StructSource, Uapi

FORMATS = (
    format_text("pread64", "unsigned int fd", "char * buf", "size_t count", "loff_t pos"),
    format_text("stat", "const char * filename", "struct s * statbuf"),
    format_text("close", "unsigned int fd"),
)
NATIVE = """
[compat]
i386 = "x86_64"
[types]
"loff_t" = "long"
"char *" = { kind = "buffer", extent = "count" }
"const char *" = "string"
"struct s *" = { struct = "s", dir = "out" }
[structs.s]
header = "s.h"
"""
OWN = 'arch = "i386"\n'
NUMBERS = {"close": 6, "pread64": 180, "stat": 106, "stat64": 195}


def specs(own: str = "", numbers: dict[str, int] | None = None, **structs: StructLayout) -> tuple[Spec, ...]:
    """The native spec, and i386's."""
    known = {name: format for text in FORMATS for name, format in parse_formats(text, "format").items()}
    native = struct("s", 16, field("size", 0, U64), field("mode", 8, U32))
    headers = Uapi("x86_64", "6.1", {}, {}, {name: index for index, name in enumerate(known)}, {}, {"s": native})
    layouts = {"s": struct("s", 8, field("size", 0, U32), field("mode", 4, U32)), **structs}
    compat = Uapi("i386", "6.1", {}, {}, NUMBERS if numbers is None else numbers, {}, layouts)
    types = TYPES.replace("[types]\n", "")
    toml = "\n".join(line for line in types.splitlines() if line.startswith("arch")) + NATIVE.replace(
        "[types]\n", "[types]\n" + "\n".join(line for line in types.splitlines() if not line.startswith("arch")) + "\n"
    )
    meanings = parse_meanings(toml, "syscalls.toml")
    differences = {"i386": parse_meanings(OWN + own, "i386.toml")}
    return build([(known, headers)], dataclasses.replace(meanings, differences=differences), [compat])


LIKE = '[syscalls.stat64]\nlike = "stat"\n'


def rendered(own: str = LIKE, **structs: StructLayout) -> dict[str, str]:
    native, compat = specs(own, **structs)
    return render([native], TEMPLATES, [compat])


def test_a_number_wider_than_a_register_is_in_two() -> None:
    """The event has the native call's arguments all the same."""
    files = rendered()
    native, compat = files[HANDLER.format("pread64")].split("#elif defined(TRACELEFT_I386)\n")
    assert "#if defined(__TARGET_ARCH_x86) && !defined(TRACELEFT_COMPAT)\n" in native
    for text in (native, compat):
        assert "record_begin_call(&record, ctx, 4, 1)" in text
    assert "\trecord_pairs(&record, ctx, 4, 0x8);\n" in compat and "record_pairs" not in native
    schema = json.loads(files[SCHEMA.format("i386")])
    sizes = [argument.get("size") for argument in schema["syscalls"]["pread64"]["args"]]
    assert sizes == [4, None, 4, 8]  # count is a size_t


def test_a_call_that_differs_in_nothing_has_one_handler() -> None:
    assert "#if" not in rendered()[HANDLER.format("close")]


def test_a_call_of_its_own() -> None:
    """It is like another, serves in its place, and has a handler, a class and a message of its own."""
    files = rendered()
    own = files["battery/generated/i386/handle_syscall_stat64.bpf.c"]
    assert "#if" not in own and "record_memory(&record, 1, 1, 8);" in own
    assert (
        '#if defined(TRACELEFT_I386)\n#include "../../battery/generated/i386/handle_syscall_stat64.bpf.c"\n#endif'
        in (files["bpf/generated/battery.bpf.c"])
    )
    # Its namesakes' probes are loaded once more.
    probes = "#if defined(TRACELEFT_COMPAT)\nTRACE_PROBES(stat64)\n#else\nTRACE_PROBES(close)\n"
    assert probes in files["bpf/generated/trace_syscalls.bpf.c"]
    native, compat = (json.loads(files[SCHEMA.format(arch)]) for arch in ("x86_64", "i386"))
    assert native["compat"] == {
        "abi": "i386",
        "syscalls": {"close": [6], "pread64": [180], "stat": [106], "stat64": [195, "stat"]},
    }
    assert "stat64" not in native["absent"] and "compat" not in compat
    assert compat["syscalls"]["stat64"]["proto"] == 2195
    assert "Stat64 stat64 = 2195;" in files["traceleft/proto/traceleft.proto"]
    assert "class Stat64(TypedEvent):" in files["traceleft/events.py"]
    assert compat["structs"]["s"]["size"] == 8 and native["structs"]["s"]["size"] == 16


def test_a_field_of_its_own() -> None:
    """The struct's message has a number for it, far behind those that the native struct may get."""
    more = struct("s", 12, field("size", 0, U32), field("low", 4, U32), field("mode", 8, U32))
    files = rendered(s=more)
    schema = json.loads(files[SCHEMA.format("i386")])
    assert [each.get("proto") for each in schema["structs"]["s"]["fields"]] == [None, 1002, 2]
    message = re.search(r"message StructS \{\n(.*?)\}", files["traceleft/proto/traceleft.proto"], re.DOTALL)
    assert message and [line.split(" = ")[1][:6] for line in message[1].splitlines()] == ["1;  //", "2;  //", "1002; "]


def test_what_it_is_asked_for() -> None:
    """A signature of its own, the calls that it serves for, and a number's name that another call has."""
    own = '[names]\nstat = "old_stat"\n[syscalls.old_stat]\nsignature = ["struct s *arg"]\nserves = ["stat", "close"]\n'
    compat = specs(own + LIKE)[1]
    calls = {call.name: call for call in compat.syscalls}
    assert sorted(calls) == ["close", "old_stat", "pread64", "stat64"]
    assert [argument.name for argument in calls["old_stat"].args] == ["arg"] and calls["old_stat"].nr == 106
    assert calls["old_stat"].serves == ("stat", "close") and calls["stat64"].serves == ("stat",)
    # One without a format and without a signature has six numbers.
    assert [argument.value.size for argument in specs(numbers={"own": 7})[1].syscalls[0].args] == [4] * 6


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        (
            '[syscalls.close]\nsignature = ["loff_t a", "loff_t b", "loff_t c", "int d"]\n',
            "close: more than 6 registers",
        ),
        ('[syscalls.close]\nargs.fdd = "int"\n', "close: syscalls.toml: there is no argument fdd"),
        ('[syscalls.close]\nsignature = ["struct t *t"]\n', "close: t: what it points to is not captured"),
    ],
)
def test_what_does_not_fit_is_refused(own: str, problem: str) -> None:
    with pytest.raises(GenerateError, match=f"^{re.escape(problem)}"):
        specs(own)


def test_layouts_and_numbers_are_asked_of_a_compiler() -> None:
    """i386 aligns 64 bits to 4 bytes, and its long has 4."""
    wanted = {
        "itimerval": StructSource("linux/time.h", "struct itimerval"),
        "flock64": StructSource("asm/fcntl.h", "struct flock64"),
    }
    found = extract("i386", INCLUDE, {}, {}, (), wanted).uapi
    assert found.structs["itimerval"].size == 16
    flock = {each.name: each.offset_bits // 8 for each in found.structs["flock64"].fields}
    assert (flock["l_start"], flock["l_len"], flock["l_pid"]) == (4, 12, 20)
    assert (found.syscalls["read"], found.syscalls["clock_gettime64"]) == (3, 403)
    assert "break" not in found.syscalls


def test_every_struct_of_our_own_is_used() -> None:
    header = (ROOT / "battery/include/traceleft/i386.h").read_text()
    toml = (ROOT / "battery/i386.toml").read_text()
    for name in re.findall(r"^struct (\w+) \{", header, re.MULTILINE):
        assert f'[structs.{name}]\nheader = "traceleft/i386.h"' in toml or f'c = "struct {name}"' in toml, name
    assert Path(INCLUDE).is_dir()
