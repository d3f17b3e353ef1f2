# SPDX-License-Identifier: MIT
"""From a few lines of format, headers and syscalls.toml to handlers and schema."""

from __future__ import annotations

import json

import pytest

from tests.support.small_spec import (
    TEMPLATES,
    U16,
    U32,
    argument,
    body,
    field,
    format_text,
    make,
    only,
    rendered,
    struct,
)
from traceleft.generate.errors import GenerateError
from traceleft.generate.render import HANDLER, render
from traceleft.generate.spec import Value, flat_name

READ = format_text("read", "unsigned int fd", "char * buf", "size_t count")
FCNTL = format_text("fcntl", "unsigned int fd", "unsigned int cmd", "unsigned long arg")
COMMANDS = {"cmd": {"F_DUPFD": 0, "F_SETFL": 4, "F_GETLK": 5, "F_SETLK": 6, "F_SETLKW": 7, "F_OLD_GETLK": 5}}
CMD = """
[flags.cmd]
header = "x.h"
prefix = "F_"
choice = true
"""
FLOCK = struct("flock", 16, field("l_type", 0, U16), field("l_pid", 12, U32))


def schema(spec):
    return json.loads(rendered(spec, "battery/generated/x86_64/schema.json"))


def test_a_whole_handler():
    spec = make('[syscalls.read]\nargs.buf = { kind = "buffer", extent = "ret", dir = "out" }\n', READ)
    assert rendered(spec, HANDLER.format("read")) == (
        """\
/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_read")
int handle_read_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_buffer(&record, 0, 1, record_ret(&record));
	return record_submit(&record);
}
"""
    )


@pytest.mark.parametrize(
    ("declarations", "meaning", "call"),
    [
        ("const char * p", '"string"', "string"),
        ("const void * p|size_t n", '{kind="buffer", extent="n"}', "buffer, record_argument(&record, 1)"),
        ("void * p|int n", '{kind="buffer", extent="n"}', "buffer, (s32)record_argument(&record, 1)"),
        ("void * p|u32 n", '{kind="buffer", extent="n"}', "buffer, (u32)record_argument(&record, 1)"),
        ("void * p|int * n", '{kind="buffer", extent="*n"}', "buffer, record_u32_at(&record, 1, 0)"),
        ("void * p|size_t * n", '{kind="buffer", extent="*n"}', "buffer, record_u64_at(&record, 1, 0)"),
        (
            "void * p|struct s * n",
            '{kind="buffer", extent={of="*n", add=8}}',
            "buffer, record_add(record_u32_at(&record, 1, 0), 8)",
        ),
        (
            "void * p|unsigned long n",
            '{kind="buffer", extent={of="n", div=64, mul=8}}',
            "buffer, record_scale(record_argument(&record, 1), 64, 8)",
        ),
        ("void * p|unsigned int n", '{kind="buffer", extent={ioc="n"}}', "buffer, record_ioc_size(&record, 1)"),
        (
            "void * p|size_t n",
            '{kind="buffer", extent=["ret", "n", 9]}',
            "buffer, record_min(record_ret(&record), record_min(record_argument(&record, 1), 9))",
        ),
        ("void * p|struct s * n", '{kind="buffer", extent="*n+4"}', "buffer, record_u32_at(&record, 1, 4)"),
        (
            "void * p|long n",
            '{kind="buffer", extent={of="n", add=-1}}',
            "buffer, record_add(record_argument(&record, 1), -1)",
        ),
        (
            "long * p|long n",
            '{kind="array", of="long", count={of="n", div=64}}',
            "memory, record_scale(record_argument(&record, 1), 64, 8)",
        ),
        ("struct sockaddr * p|int n", '{kind="sockaddr", extent="n"}', "memory, (s32)record_argument(&record, 1)"),
        ("struct flock * p", '{struct="flock"}', "memory, 16"),
        ("struct flock * p|size_t n", '{struct="flock", extent="n"}', "memory, record_argument(&record, 1)"),
        ("int * p", '{kind="array", of="fd", count=2}', "memory, 8"),
        (
            "struct flock * p|int n",
            '{kind="array", of={struct="flock"}, count="ret"}',
            "memory, record_scale(record_ret(&record), 1, 16)",
        ),
        ("unsigned char * p|size_t n", '{kind="array", of="hex", count="n"}', "memory, record_argument(&record, 1)"),
        ("const char *const * p", '"strings"', "strings"),
        (
            "const struct iovec * p|unsigned long n",
            '{kind="iovec", count="n"}',
            "iovec, record_argument(&record, 1), EXTENT_ALL",
        ),
        (
            "const struct iovec * p|unsigned long n",
            '{kind="iovec", count="n", extent="ret"}',
            "iovec, record_argument(&record, 1), record_ret(&record)",
        ),
        ("struct user_msghdr * p", '"msghdr"', "msghdr, EXTENT_ALL"),
        ("struct user_msghdr * p", '{kind="msghdr", extent="ret"}', "msghdr, record_ret(&record)"),
        ("struct mmsghdr * p|unsigned int n", '{kind="mmsghdr", count="ret"}', "mmsghdr, record_ret(&record)"),
    ],
)
def test_each_sort_of_capture(declarations, meaning, call):
    toml = f'[syscalls.x]\nargs.p = {meaning}\nargs.n.why = "not its matter here"\n'
    if "|" not in declarations:
        toml = toml.replace("args.n", "#")
    if "* n" in declarations:
        toml = toml.replace("args.n.why", "args.n.kind = 'pointer'\nargs.n.why")
    sockaddr = struct("sockaddr", 16, field("sa_family", 0, U16))
    spec = make(toml, format_text("x", *declarations.split("|")), structs=(FLOCK, sockaddr))
    what, comma, rest = call.partition(",")
    assert " ".join(body(spec).split()) == f"record_{what}(&record, 0, 0{comma}{rest});"


def test_messages_that_the_call_fills():
    toml = '[syscalls.x]\nargs.p = { kind = "mmsghdr", count = "ret", dir = "out" }\n'
    spec = make(toml, format_text("x", "struct mmsghdr * p"))
    assert "\telse\n\t\trecord_filled_mmsghdr(&record, 0, 0, record_ret(&record));\n" in body(spec)


def test_commands_make_a_switch():
    toml = f"""
[syscalls.fcntl]
args.cmd = {{ flags = "cmd" }}
[syscalls.fcntl.args.arg]
kind = "hex"
by = "cmd"
cases = [
    {{ of = ["F_SETFL"], kind = "flags", flags = "cmd" }},
    {{ of = ["F_SETLK"], struct = "flock", dir = "in" }},
    {{ of = ["F_GETLK", "F_OLD_GETLK"], struct = "flock", dir = "out" }},
    {{ of = ["F_SETLKW", 1030], struct = "flock" }},
]
{CMD}"""
    spec = make(toml, FCNTL, flags=COMMANDS, structs=(FLOCK,))
    assert (
        body(spec)
        == """\
	switch ((u32)record_argument(&record, 1)) {
	case 6: /* F_SETLK */
	case 7: /* F_SETLKW */
	case 1030:
		record_memory(&record, 0, 2, 16);
		break;
	case 5: /* F_GETLK */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 16);
		break;
	default:
		record_nothing(&record, 0, 2);
	}
"""
    )
    assert schema(spec)["syscalls"]["fcntl"]["args"][2] == {
        "name": "arg",
        "type": "unsigned long",
        "kind": "hex",
        "size": 8,
        "dir": "both",
        "capture": 0,
        "by": 1,
        "mask": 0xFFFFFFFF,
        "cases": [
            {"values": [4], "kind": "flags", "size": 8, "flags": "cmd"},
            {"values": [6], "kind": "struct", "struct": "flock"},
            {"values": [5], "kind": "struct", "struct": "flock"},
            {"values": [7, 1030], "kind": "struct", "struct": "flock"},
        ],
    }


def test_two_arguments_make_a_switch_in_a_switch():
    """The level says what an option's name means, and both what its value is."""
    toml = """
[syscalls.setopt]
args.level = { flags = "level" }
args.name = { kind = "int", by = "level", cases = [{ of = ["L_ONE"], flags = "one" }] }
[syscalls.setopt.args.value]
kind = "buffer"
extent = "n"
by = "level"
cases = [
    { of = ["L_ONE"], kind = "array", element = "int", count = 1, extent = "n", by = "name", cases = [
        { of = ["O_LOCK"], struct = "flock" },
        { of = ["O_TEXT"], kind = "buffer" },
        { of = [9], kind = "array", element = "uint", count = "n" },
    ] },
]
[flags.level]
header = "x.h"
prefix = "L_"
choice = true
[flags.one]
header = "x.h"
prefix = "O_"
choice = true
"""
    declared = format_text("setopt", "int level", "int name", "const void * value", "unsigned int n")
    flags = {"level": {"L_ONE": 1}, "one": {"O_LOCK": 5, "O_TEXT": 6}}
    spec = make(toml, declared, flags=flags, structs=(FLOCK,))
    assert (
        body(spec)
        == """\
	switch ((u32)record_argument(&record, 0)) {
	case 1: /* L_ONE */
		switch ((u32)record_argument(&record, 1)) {
		case 6: /* O_TEXT */
			record_buffer(&record, 0, 2, (u32)record_argument(&record, 3));
			break;
		case 9:
			record_memory(&record, 0, 2, record_scale((u32)record_argument(&record, 3), 1, 4));
			break;
		default:
			record_memory(&record, 0, 2, (u32)record_argument(&record, 3));
		}
		break;
	default:
		record_buffer(&record, 0, 2, (u32)record_argument(&record, 3));
	}
"""
    )
    [case] = schema(spec)["syscalls"]["setopt"]["args"][2]["cases"]
    assert case == {
        **{"values": [1], "kind": "array", "of": {"kind": "int", "size": 4}, "count": 1, "by": 1, "mask": 0xFFFFFFFF},
        "cases": [
            {"values": [5], "kind": "struct", "struct": "flock"},
            {"values": [6], "kind": "buffer"},
            {"values": [9], "kind": "array", "of": {"kind": "uint", "size": 4}},
        ],
    }


def test_commands_under_a_mask_and_shifted():
    toml = """
[syscalls.quotactl]
args.cmd = { flags = "q" }
args.addr = { kind = "pointer", why = "of no use", by = "cmd", cases = [{ of = ["Q_ON"], kind = "string" }] }
[flags.q]
header = "x.h"
prefix = "Q_"
mask = 0xffffff00
shift = 8
"""
    spec = make(toml, format_text("quotactl", "unsigned int cmd", "void * addr"), flags={"q": {"Q_ON": 0x800002}})
    assert body(spec).startswith(
        "\tswitch ((u32)record_argument(&record, 0) & 0xffffff00) {\n\tcase 0x80000200: /* Q_ON */\n"
    )
    assert spec.flags[0].choices == (("Q_ON", 0x80000200),)


def test_a_case_that_does_as_the_default_is_no_branch():
    toml = f"""
[syscalls.fcntl]
args.cmd = {{ flags = "cmd" }}
args.arg = {{ kind = "string", by = "cmd", cases = [{{ of = ["F_DUPFD"], kind = "string" }}] }}
{CMD}"""
    spec = make(toml, FCNTL, flags=COMMANDS)
    assert body(spec) == "\trecord_string(&record, 0, 2);\n"


def test_scalars_by_command_capture_nothing():
    toml = f"""
[syscalls.fcntl]
args.cmd = {{ flags = "cmd" }}
args.arg = {{ by = "cmd", cases = [{{ of = ["F_DUPFD"], kind = "fd" }}] }}
{CMD}"""
    spec = make(toml, FCNTL, flags=COMMANDS)
    assert body(spec) == ""
    assert (argument(spec, "arg").capture, argument(spec, "arg").dir) == (None, None)


def test_what_never_returns_is_recorded_at_entry():
    spec = make("[syscalls.exit]\nnoreturn = true\n", format_text("exit", "int error_code"))
    text = rendered(spec, HANDLER.format("exit"))
    assert 'SEC("kprobe/handle_exit")\nint handle_exit(void *ctx)\n' in text
    assert "record_begin_call_entry(&record, ctx, 1, 0)" in text
    assert only(spec).side == "entry"


def test_what_executes_has_its_captures_of_the_new_program():
    declared = "const char * filename", "const char *const * argv", "const char *const * envp"
    envp = '{ kind = "strings", environment = true }'
    toml = f'[syscalls.execve]\nexecutes = true\nargs = {{ filename = "string", argv = "strings", envp = {envp} }}\n'
    assert (
        body(make(toml, format_text("execve", *declared)))
        == """\
	if (record_ret(&record) == 0) {
		record_executed(&record, 0, 0, 1, 1, 2, 2);
	} else {
		record_string(&record, 0, 0);
		record_strings(&record, 1, 1);
		record_environment(&record, 2, 2);
	}
"""
    )
    assert [arg.environment for arg in only(make(toml, format_text("execve", *declared))).args] == [False, False, True]
    with pytest.raises(GenerateError, match="a string, a vector of strings and an environment"):
        make(toml.replace(envp, '"strings"'), format_text("execve", *declared))
    at = make(toml.replace("execve", "execveat"), format_text("execveat", "int fd", *declared))
    assert "record_executed(&record, 0, 1, 1, 2, 2, 3);" in body(at)


IN, OUT = "const char * in", "char * out"
STRING = 'args.in = "string"\n'
BUFFER = 'args.out = { kind = "buffer", extent = 8, dir = "%s" }\n'


@pytest.mark.parametrize(
    ("said", "declared", "entered"),
    [
        (STRING, [IN], False),
        (STRING + BUFFER % "in", [IN, OUT], False),
        (STRING + BUFFER % "out", [IN, OUT], True),
        (STRING + BUFFER % "both", [IN, OUT], True),
        (STRING + 'entered = "it blocks"\n', [IN], True),
        ('args.in = { kind = "string", dir = "out" }\n' + BUFFER % "out", [IN, OUT], False),
        ('args.in = { kind = "string", dir = "both" }\n' + BUFFER % "out", [IN, OUT], False),
    ],
)
def test_strings_that_may_be_overwritten_are_read_at_the_entry(said: str, declared: list[str], entered: bool):
    spec = make("[syscalls.x]\n" + said, format_text("x", *declared))
    text = rendered(spec, HANDLER.format("x"))
    assert argument(spec, "in").entered == entered
    assert ('SEC("kprobe/handle_x")' in text) == entered == ("\tenter_string(&entry, 0);\n" in text)
    assert ("record_entered_string(&record, 0, 0);" in text) == entered
    assert only(spec).side == "exit"


def test_strings_by_command_are_read_at_the_entry_of_commands_that_write():
    toml = f"""
[syscalls.fcntl]
args.cmd = {{ flags = "cmd" }}
args.fd = {{ kind = "hex", by = "cmd", cases = [
    {{ of = ["F_DUPFD", "F_SETLK"], kind = "string", dir = "in" }},
    {{ of = ["F_SETFL"], kind = "string", dir = "in" }},
] }}
args.arg = {{ kind = "hex", by = "cmd", cases = [{{ of = ["%s"], kind = "buffer", extent = 8, dir = "out" }}] }}
{CMD}"""
    spec = make(toml % "F_SETLK", FCNTL, flags=COMMANDS)
    text = rendered(spec, HANDLER.format("fcntl"))
    assert text.count("enter_string(&entry, 0);") == 1 == text.count("record_entered_string(&record, 0, 0);")
    elsewhere = make(toml % "F_GETLK", FCNTL, flags=COMMANDS)
    assert "entered" not in rendered(elsewhere, HANDLER.format("fcntl"))


def test_long_calls_are_broken_between_arguments():
    toml = '[syscalls.x]\nargs.p = { kind = "array", of = "gid", count = ["size", "ret"], dir = "out" }\n'
    assert body(make(toml, format_text("x", "int size", "unsigned int * p"))).splitlines()[-2:] == [
        "\t\trecord_memory(&record, 0, 1,",
        "\t\t\t      record_scale(record_min((s32)record_argument(&record, 0), record_ret(&record)), 1, 4));",
    ]


def test_syscalls_without_a_format():
    toml = '[syscalls.rt_sigreturn]\nnoreturn = true\nsignature = []\n[syscalls.a]\nsignature = ["int fd", "void *p"]\n'
    toml += 'args.p = { kind = "pointer", why = "nobody knows" }\n'
    spec = make(toml, numbers={"rt_sigreturn": 15, "a": 7, "tuxcall": 184})
    assert [(syscall.name, syscall.nr, syscall.tracepoint, len(syscall.args)) for syscall in spec.syscalls] == [
        ("a", 7, None, 2),
        ("rt_sigreturn", 15, None, 0),
        ("tuxcall", 184, None, 6),
    ]
    assert schema(spec)["syscalls"]["tuxcall"]["args"][5] == {
        "name": "arg5",
        "type": "unsigned long",
        "kind": "hex",
        "size": 8,
    }


def test_syscalls_called_otherwise_and_skipped_ones():
    toml = '[names]\nnewstat = "stat"\n[skip]\nuprobe = "of the kernel\'s own trampoline only"\n'
    spec = make(toml, format_text("newstat"), format_text("uprobe"), numbers={"stat": 4})
    assert (only(spec).name, only(spec).tracepoint, only(spec).symbol) == ("stat", "newstat", "newstat")


def test_numbers_by_kind_and_type():
    declared = ("int a", "long b", "umode_t c", "unsigned int d", "unsigned long e", "int f")
    toml = """
[syscalls.x]
returns = "long"
args = { a = { kind = "int", flags = "cmd" }, c = "mode", d = "dev", e = "hex", f = { kind = "uint", size = 2 } }
"""
    spec = make(toml + CMD, format_text("x", *declared), flags=COMMANDS)
    spec_values = [argument.value for argument in only(spec).args]
    assert spec_values == [
        Value("int", 4, "cmd"),
        Value("int", 8),
        Value("mode", 2),
        Value("dev", 4),
        Value("hex", 8),
        Value("uint", 2),
    ]
    assert only(spec).returns == Value("int", 8)


def test_own_meaning_over_that_of_name_over_that_of_type():
    toml = """
"void *" = { kind = "pointer", why = "of the type" }
[arguments]
"void *p" = { kind = "string", dir = "in" }
"const int n" = "fd"
[syscalls.x]
args.p.dir = "out"
"""
    spec = make(toml, format_text("x", "void * p", "void *const q", "const int n", "const long l"))
    p, q, n, length = only(spec).args
    assert (p.value, p.dir, p.why) == (Value("string"), "out", None)
    assert (q.value, q.why) == (Value("pointer", 8), "of the type")
    assert (n.value, length.value) == (Value("fd", 4), Value("int", 8))


def test_a_kind_of_its_own_leaves_only_the_condition():
    toml = """
[arguments]
"unsigned long mode" = { kind = "buffer", extent = "ret", when = { arg = "flags", any = ["F_DUPFD", "F_SETFL"] } }
[syscalls.x]
args = { mode = "mode", flags = { flags = "cmd" } }
"""
    spec = make(toml + CMD, format_text("x", "int flags", "unsigned long mode"), flags=COMMANDS)
    assert argument(spec, "mode").value == Value("mode", 8)
    assert schema(spec)["syscalls"]["x"]["args"][1]["when"] == {"arg": 0, "mask": 4}


def test_ioctl_commands_are_a_flag_set():
    toml = '[syscalls.ioctl]\nargs.cmd = { flags = "ioctl" }\n[ioctls]\nheaders = ["a.h"]\n'
    spec = make(toml, format_text("ioctl", "unsigned int cmd"), ioctls={"TCGETS": 0x5401, "BLKGETSIZE": 0x1260})
    assert schema(spec)["flags"]["ioctl"] == {
        "mask": 2**64 - 1,
        "choices": [["BLKGETSIZE", 0x1260], ["TCGETS", 0x5401]],
        "bits": [],
    }


def test_the_name_of_no_bit_comes_last():
    toml = '[syscalls.x]\nargs.a = { flags = "prot" }\n[flags.prot]\nheader = "x.h"\nprefix = "PROT_"\n'
    spec = make(toml, format_text("x", "int a"), flags={"prot": {"PROT_NONE": 0, "PROT_WRITE": 2, "PROT_READ": 1}})
    assert spec.flags[0].bits == (("PROT_READ", 1), ("PROT_WRITE", 2), ("PROT_NONE", 0))


def test_long_flag_sets_have_several_pairs_in_a_line():
    toml = f'[syscalls.x]\nargs.a = {{ flags = "cmd" }}\n{CMD}'
    spec = make(toml, format_text("x", "int a"), flags={"cmd": {f"F_{index:04}": index for index in range(1000)}})
    text = rendered(spec, "battery/generated/x86_64/schema.json")
    assert len(text.splitlines()) < 250 and max(map(len, text.splitlines())) <= 120
    assert schema(spec)["flags"]["cmd"]["choices"] == [[f"F_{index:04}", index] for index in range(1000)]


A = format_text("x", "int a", "void * p", "unsigned long n")


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("", r"x: p: what it points to is not captured: say why, or what it is \(void \*\)"),
        ('args.p = "hex"', "x: p: what it points to is not captured"),
        ('args.p = { kind = "string" }\nargs.q = "int"', "x: syscalls.toml: there is no argument q"),
        ('args.p = "buffer"', "x: p is buffer, but has no extent"),
        ('args.p = { kind = "buffer", extent = "len" }', "x: p: extent: there is no argument len"),
        ('args.p = { kind = "buffer", extent = "*a" }', "x: p: extent: a is no pointer"),
        ('args.p = { kind = "buffer", extent = "p" }', r"x: p: extent: p is a void \*, which is no number"),
        ('args.p = { kind = "sockaddr", extent = "n" }', "x: p: there is no struct sockaddr"),
        ('args.p = { struct = "s" }\n[structs.s]\nheader = "x.h"', "x: p: the headers' file has no layout of s"),
        ('args.p = { kind = "array", of = "hex", count = 1 }', "x: p: nothing tells the size of void: say size ="),
        ('args.p = "string"\nargs.a = { flags = "cmb" }', "x: a: there is no flag set cmb"),
        ('args.p = "string"\nargs.n = { by = "a", cases = [{ of = ["F"], kind = "fd" }] }', "F is no number"),
        ('args.p = "string"\nargs.n = { by = "b", cases = [{ of = [1], kind = "fd" }] }', "by: there is no argument b"),
        ('args.p = { why = "x", by = "n", cases = [{ of = [1], kind = "pointer" }] }', "x: p: 1: what it points"),
        ('args.p = { kind = "string", dir = "out" }\nnoreturn = true', "x: it never returns, so that nothing is out"),
        ('args.p = "string"\nexecutes = true', "x: what executes has a string, a vector of strings and an environment"),
        ('args.p = "string"\nsignature = []', "x: a format gives its signature"),
        ('args.p = "string"\n[syscalls.y]', "syscalls.y: neither a format nor a number is known of it"),
    ],
)
def test_what_does_not_fit(toml, problem):
    with pytest.raises(GenerateError, match=problem):
        make(f'"void *" = "pointer"\n[syscalls.x]\n{toml}\n', A)


@pytest.mark.parametrize(
    ("cases", "problem"),
    [
        ('{ of = ["F_NEW"], kind = "fd" }', r"fcntl: arg: by cmd: F_NEW is not in the flag set cmd \(headers 6.1\)"),
        ('{ of = ["F_GETLK"], kind = "fd" }, { of = ["F_OLD_GETLK"], kind = "hex" }', "F_OLD_GETLK is a value"),
        ('{ of = ["F_GETLK"], struct = "f" }', "fcntl: arg: F_GETLK: there is no struct f"),
    ],
)
def test_cases_that_do_not_fit(cases, problem):
    toml = f'[syscalls.fcntl.args]\ncmd = {{ flags = "cmd" }}\narg = {{ by = "cmd", cases = [{cases}] }}\n{CMD}'
    with pytest.raises(GenerateError, match=problem):
        make(toml, FCNTL, flags=COMMANDS)


def test_a_selector_needs_choices():
    toml = '[syscalls.fcntl.args]\ncmd = { flags = "cmd" }\narg = { by = "cmd", cases = [{ of = [1], kind = "fd" }] }\n'
    with pytest.raises(GenerateError, match="fcntl: arg: by: the flag set cmd of cmd has no choices"):
        make(toml + CMD.replace("choice = true", ""), FCNTL, flags=COMMANDS)


def test_captures_must_leave_room_for_the_last():
    declared = "size_t n", "const void * a", "const void * b", "const char * c"
    buffers = '[syscalls.x.args]\na = { kind = "buffer", extent = "n" }\nb = { kind = "buffer", extent = "n" }\n'
    assert make(buffers, format_text("x", *declared[:3]))
    with pytest.raises(GenerateError, match="x: its captures may take 65552 bytes before the last of them begins"):
        make(buffers + 'c = "string"\n', format_text("x", *declared))


def test_newer_syscalls_than_the_headers():
    with pytest.raises(
        GenerateError, match=r"read: x86_64's uapi headers \(6.1\) .*newer headers are needed: scripts/fetch_h"
    ):
        make("", READ, numbers={})


def test_names_in_flat_namespaces():
    assert [flat_name(name) for name in ("pid", "flags", "from", "header", "fd")] == [
        "pid_",
        "flags",
        "from_",
        "header_",
        "fd",
    ]
    spec = make("", format_text("kill", "int pid", "int sig", "int captures"))
    text = rendered(spec, "battery/generated/event_structs.h")
    assert "\tu64 pid_; /* int */\n\tu64 sig; /* int */\n\tu64 captures_; /* int */\n" in text
    assert schema(spec)["syscalls"]["kill"]["args"][0]["name"] == "pid"


def test_all_handlers_in_one_source():
    spec = make("", format_text("b"), format_text("a"))
    assert rendered(spec, "bpf/generated/battery.bpf.c").endswith(
        '#include "../../battery/generated/handle_syscall_a.bpf.c"\n'
        '#include "../../battery/generated/handle_syscall_b.bpf.c"\n'
    )
    probes = "TRACE_PROBES_WITHOUT_ARGUMENTS(a)\nTRACE_PROBES_WITHOUT_ARGUMENTS(b)\n"
    assert rendered(spec, "bpf/generated/trace_syscalls.bpf.c").endswith(probes)


def test_rendering_twice_gives_equal_bytes():
    def once():
        toml = f'[syscalls.fcntl.args]\ncmd = {{ flags = "cmd" }}\n{CMD}'
        return render([make(toml, FCNTL, format_text("close", "int fd"), flags=COMMANDS)], TEMPLATES)

    assert once() == once()
