# SPDX-License-Identifier: MIT
"""One table for all architectures: what differs between them is told apart, and nothing else is."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.small_spec import TEMPLATES, TYPES, format_text
from traceleft import battery, events
from traceleft.errors import UsageError
from traceleft.generate.build import build
from traceleft.generate.errors import GenerateError
from traceleft.generate.formats import parse_formats
from traceleft.generate.meaning import parse_meanings
from traceleft.generate.render import HANDLER, SCHEMA, render
from traceleft.generate.spec import Spec
from traceleft.generate.uapi import FieldLayout, StructLayout, TypeLayout, Uapi

X86, ARM = "x86_64", "aarch64"
READ = format_text("read", "int fd", "void * buf")


def both(toml: str, x86: tuple[str, ...], arm: tuple[str, ...], **more: Uapi) -> tuple[Spec, ...]:
    """The specs of two architectures with these formats; each format's syscall has a number there."""
    inputs = []
    for arch, texts in ((X86, x86), (ARM, arm)):
        known = {name: format for text in texts for name, format in parse_formats(text, "format").items()}
        numbers = {name: index for index, name in enumerate(known, 100 if arch == ARM else 0)}
        inputs.append((known, more.get(arch) or Uapi(arch, "6.1", {}, {}, numbers)))
    types = TYPES.replace('arch = "x86_64"', 'arch = ["x86_64", "aarch64"]')
    pointers = '"const char *" = "string"\n"void *" = { kind = "pointer", why = "it is nobody\'s" }\n'
    return build(inputs, parse_meanings(types + pointers + toml, "syscalls.toml"))


def test_calls_that_one_lacks():
    files = render(both('[instead]\nopen = "openat"\n', OPENS, OPENS[1:]), TEMPLATES)
    x86, arm = (json.loads(files[SCHEMA.format(arch)]) for arch in (X86, ARM))
    assert (list(x86["syscalls"]), x86["absent"]) == (["open", "openat"], {})
    assert (list(arm["syscalls"]), arm["absent"]) == (["openat"], {"open": "openat"})
    assert (x86["syscalls"]["openat"]["nr"], arm["syscalls"]["openat"]["nr"]) == (1, 100)
    x86_only = "#if defined(__TARGET_ARCH_x86) && !defined(TRACELEFT_COMPAT)\nTRACE_PROBES(open)\n#endif\n"
    assert files["bpf/generated/trace_syscalls.bpf.c"].endswith(f"TRACE_PROBES(openat)\n{x86_only}")
    assert '"../../battery/generated/handle_syscall_open.bpf.c"\n#endif' in files["bpf/generated/battery.bpf.c"]
    assert "#if" not in files[HANDLER.format("open")] + files[HANDLER.format("openat")]


OPENS = (format_text("open", "const char * filename"), format_text("openat", "int dfd", "const char * filename"))


def test_a_table_may_speak_of_what_only_one_has():
    specs = both('[syscalls.open]\nreturns = "fd"\n', OPENS, OPENS[1:])
    assert [len(spec.syscalls) for spec in specs] == [2, 1]
    with pytest.raises(GenerateError, match=r"^syscalls\.creat: neither a format nor a number is known of it"):
        both('[syscalls.creat]\nreturns = "fd"\n', OPENS, OPENS[1:])
    with pytest.raises(GenerateError, match=r"^instead: neither a format nor a number is known of opneat"):
        both('[instead]\nopen = "opneat"\n', OPENS, OPENS[1:])


def test_arguments_in_another_order():
    """As clone's are: tls is the last one on x86_64."""
    order = format_text("clone", "void * child", "long tls"), format_text("clone", "long tls", "void * child")
    toml = '[syscalls.clone]\nargs.child = { kind = "array", of = "int", count = 1 }\n'
    files = render(both(toml, order[:1], order[1:]), TEMPLATES)
    first, second = files[HANDLER.format("clone")].split("#elif defined(__TARGET_ARCH_arm64)\n")
    assert "#if defined(__TARGET_ARCH_x86) && !defined(TRACELEFT_COMPAT)\n" in first and second.endswith("}\n#endif\n")
    assert "record_memory(&record, 0, 0, " in first and "record_memory(&record, 0, 1, " in second
    structs = files["battery/generated/event_structs.h"]
    assert structs.count("struct clone_event {") == 2
    assert "#if defined(__TARGET_ARCH_x86) || defined(__x86_64__)\nstruct clone_event" in structs


def test_a_struct_laid_out_otherwise_and_flags_with_other_values():
    def headers(arch: str, size: int, nofollow: int) -> Uapi:
        layout = StructLayout("s", "struct", size, (FieldLayout("x", (size - 4) * 8, TypeLayout("int", 4, True)),))
        return Uapi(arch, "6.1", {}, {"f": {"NOFOLLOW": nofollow}}, {"read": 0}, {}, {"s": layout})

    toml = (
        '[syscalls.read]\nargs.buf = { struct = "s" }\nargs.fd = { flags = "f" }\n'
        '[structs.s]\nheader = "s.h"\n[flags.f]\nheader = "f.h"\nprefix = "N"\n'
    )
    files = render(both(toml, (READ,), (READ,), x86_64=headers(X86, 16, 4), aarch64=headers(ARM, 8, 2)), TEMPLATES)
    first, second = files[HANDLER.format("read")].split("#elif")
    assert "record_memory(&record, 0, 1, 16)" in first and "record_memory(&record, 0, 1, 8)" in second
    assert files["battery/generated/event_structs.h"].count("struct read_event") == 1  # the fixed part is the same
    page = files["docs/syscalls.md"]
    assert "- On aarch64, 8 bytes: x at 4.\n" in page and "\nOn aarch64: `NOFOLLOW` 0x2.\n" in page


def test_what_only_one_architecture_has():
    toml = (
        '[syscalls.read.args.fd]\nflags = "f"\n[syscalls.read.args.buf]\nkind = "hex"\nwhy = "."\nby = "fd"\n'
        'cases = [{ of = ["ONE"], struct = "s", arch = "x86_64" }]\n'
        '[structs.s]\narch = "x86_64"\nheader = "s.h"\n[flags.f]\nheader = "f.h"\nprefix = "N"\nchoice = true\n'
    )
    layout = StructLayout("s", "struct", 4, (FieldLayout("x", 0, TypeLayout("int", 4, True)),))
    x86 = Uapi(X86, "6.1", {}, {"f": {"ONE": 1, "TWO": 2}}, {"read": 0}, {}, {"s": layout})
    arm = Uapi(ARM, "6.1", {}, {"f": {"TWO": 2}}, {"read": 0})
    first, second = both(toml, (READ,), (READ,), x86_64=x86, aarch64=arm)
    assert [struct.name for struct in first.structs] == ["s"] and first.syscalls[0].args[1].by
    assert not second.structs and not second.syscalls[0].args[1].by
    with pytest.raises(GenerateError, match="ONE is not in the flag set f"):
        both(toml.replace(', arch = "x86_64"', ""), (READ,), (READ,), x86_64=x86, aarch64=arm)


def test_a_call_whose_kernel_was_built_without_it_is_as_elsewhere():
    arm = Uapi(ARM, "6.1", {}, {}, {"read": 63})
    _, spec = both("", (READ,), (), aarch64=arm)
    assert [(call.name, call.nr, len(call.args), call.tracepoint) for call in spec.syscalls] == [
        ("read", 63, 2, "read")
    ]


def test_classes_and_messages_have_room_for_all():
    other = format_text("read", "int fd", "void * address")
    with pytest.raises(GenerateError, match=r"^syscalls\.read\.address: aarch64 has it, and x86_64 has not"):
        render(both("", (READ,), (other,)), TEMPLATES)


# --- what is checked in


def schema(arch: str):
    return json.loads((ROOT / SCHEMA.format(arch)).read_text())


def test_numbers():
    """A few of include/uapi/asm-generic/unistd.h, and of arch/x86/entry/syscalls/syscall_64.tbl."""
    numbers = {"openat": (257, 56), "read": (0, 63), "newfstatat": (262, 79), "clone": (56, 220), "mmap": (9, 222)}
    numbers |= {"execve": (59, 221), "exit_group": (231, 94), "openat2": (437, 437), "sendfile": (40, 71)}
    for name, expected in numbers.items():
        assert tuple(schema(arch)["syscalls"][name]["nr"] for arch in (X86, ARM)) == expected, name
    assert schema(X86)["absent"] == {}
    assert not {"open", "stat", "fork", "arch_prctl"} & set(schema(ARM)["syscalls"])


def test_arm64s_own_names_orders_layouts_and_flags():
    arm = schema(ARM)
    assert arm["syscalls"]["personality"]["symbol"] == "arm64_personality"
    assert arm["syscalls"]["fadvise64"]["tracepoint"] == "fadvise64_64"
    assert [each["name"] for each in arm["syscalls"]["clone"]["args"]][3:] == ["tls", "child_tidptr"]
    places = {each["name"]: each["offset"] for each in arm["structs"]["stat"]["fields"]}
    assert (arm["structs"]["stat"]["size"], places["st_mode"], places["st_nlink"]) == (128, 16, 20)
    assert arm["structs"]["epoll_event"]["size"] == 16
    flags = dict(arm["flags"]["open"]["bits"])
    assert (flags["O_DIRECTORY"], flags["O_NOFOLLOW"]) == (0o40000, 0o100000)
    assert (flags["O_DIRECT"], flags["O_LARGEFILE"]) == (0o200000, 0o400000)


@pytest.mark.parametrize("arch", [X86, ARM])
def test_layouts_are_the_compilers(arch: str, tmp_path: Path):
    """Size of every struct that a header of the cross compiler has by that name; those that differ among them."""
    compiler = shutil.which(f"{arch}-linux-gnu-gcc") or pytest.skip(f"there is no C compiler for {arch}")
    asked = {"struct stat": "asm/stat.h", "struct epoll_event": "linux/eventpoll.h", "struct semid64_ds": "linux/sem.h"}
    structs = schema(arch)["structs"]
    lines = [f"#include <{header}>" for header in ("linux/types.h", "linux/ipc.h", *asked.values(), "asm/fcntl.h")]
    lines += [f"_Static_assert(sizeof({c}) == {structs[c.split()[1]]['size']}, {json.dumps(c)});" for c in asked]
    values = dict(schema(arch)["flags"]["open"]["bits"])
    for name, value in values.items():
        if name.startswith("O_"):  # older headers lack the newest
            lines += [f"#ifdef {name}", f'_Static_assert({name} == {value}, "{name}");', "#endif"]
    source = tmp_path / "layouts.c"
    source.write_text("\n".join([*lines, ""]))
    subprocess.run([compiler, "-fsyntax-only", source], check=True, timeout=60)


# --- what users meet


@pytest.fixture
def on_arm64(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(battery, "schema_spec", lambda: schema(ARM))


def test_a_call_that_is_not_there(on_arm64):
    with pytest.raises(UsageError, match=r"^aarch64 has no syscall open; use openat$"):
        battery.handler_file("open")
    with pytest.raises(UsageError, match=r"^aarch64 has no syscall arch_prctl$"):
        battery.handler_file("arch_prctl")
    with pytest.raises(UsageError, match=r"^no shipped handler for 'opneat'"):
        battery.handler_file("opneat")


def test_dtypes_have_the_arguments_in_their_registers_order(on_arm64):
    pytest.importorskip("numpy")
    names = list(events.Clone.dtype().names)
    assert names[names.index("clone_flags") :][:5] == ["clone_flags", "newsp", "parent_tidptr", "tls", "child_tidptr"]
    assert events.Open.dtype()  # a class of what is not there is still one
