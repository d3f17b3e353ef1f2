# SPDX-License-Identifier: MIT
"""The checked-in generated files, and the command that makes them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.small_spec import format_text
from traceleft.generate import checkout, formats, meaning, render
from traceleft.generate.__main__ import main
from traceleft.generate.errors import GenerateError
from traceleft.generate.spec import flat_name

TOML, CONSTANTS = "battery/syscalls.toml", "battery/uapi/x86_64.json"
HANDLERS = "battery/generated/handle_syscall_"


@pytest.fixture
def clone(tmp_path):
    """The generator's inputs and outputs, to be broken."""
    for folder in ("battery", "templates", "bpf/generated"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("out"))
    generated = ("traceleft/events.py", "traceleft/flags.pyi", "traceleft/proto/traceleft.proto", "docs/syscalls.md")
    for path in (*generated, "csrc/event/event_fields.def", *render.PARTLY_GENERATED, render.EVENT_HEADER):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    """What the generator makes of this checkout."""
    return checkout.outputs(ROOT)


def schema_of(arch: str):
    return json.loads((ROOT / f"battery/generated/{arch}/schema.json").read_text())


@pytest.fixture
def schema():
    return schema_of("x86_64")


@pytest.fixture(params=["x86_64", "aarch64", "i386"])
def each_schema(request):
    return schema_of(request.param)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def known_syscalls(root: Path) -> set[str]:
    """All that has a format in any snapshot or a number in the headers."""
    meanings = meaning.parse_meanings((root / TOML).read_text(), TOML)
    named = set(json.loads((root / CONSTANTS).read_text())["syscalls"])
    for snapshot in (root / "battery/formats").glob("*.txt"):
        named |= {meanings.names.get(name, name) for name in formats.parse_formats(snapshot.read_text(), "snapshot")}
    return named - set(meanings.skip)


def test_regenerating_changes_no_byte(generated):
    assert checkout.differing(ROOT, generated) == []
    assert checkout.stale_handlers(ROOT, generated) == []
    assert checkout.outputs(ROOT) == generated


def test_every_syscall_has_a_handler(schema):
    syscalls = sorted(known_syscalls(ROOT))
    assert len(syscalls) >= 380
    assert list(schema["syscalls"]) == syscalls
    handlers = [path.name for path in (ROOT / HANDLERS).parent.glob("handle_syscall_*")]
    assert sorted(handlers) == sorted(f"handle_syscall_{name}.bpf.c" for name in syscalls)


def test_generated_c_is_short_and_says_where_it_comes_from(generated):
    for path, text in generated.items():
        if not path.endswith((".c", ".h")):
            continue
        assert "Generated from templates/" in text and "battery/syscalls.toml" in text
        assert text.endswith("\n") and not text.endswith("\n\n")
        assert max(len(line.expandtabs(8)) for line in text.splitlines()) <= 120
        if path.startswith(HANDLERS) and "switch (" not in text and "#elif" not in text:
            assert len(text.splitlines()) < 70, path


def test_handlers_of_each_sort(generated):
    def handler(name: str) -> str:
        return generated[f"{HANDLERS}{name}.bpf.c"]

    assert "record_begin_call(&record, ctx, 1, 0)" in handler("close")
    assert "record_string(&record, 0, 0);" in handler("chdir")
    assert "record_entered_string(&record, 0, 1);" in handler("openat")
    assert "record_buffer(&record, 0, 1, record_argument(&record, 2));" in handler("write")
    assert "record_executed(&record, 0, 1, 1, 2, 2, 3);" in handler("execveat")
    for name in ("exit", "exit_group", "rt_sigreturn"):
        assert f'SEC("kprobe/handle_{name}")' in handler(name) and "kretprobe" not in handler(name)
    for call in ("strings", "environment", "iovec", "msghdr", "mmsghdr", "memory", "nothing"):
        assert any(f"record_{call}(" in text for path, text in generated.items() if path.startswith(HANDLERS))


ENTERED = {
    *("creat", "delete_module", "fgetxattr", "file_getattr", "finit_module", "getxattr", "getxattrat", "init_module"),
    *("keyctl", "lgetxattr", "listxattr", "listxattrat", "llistxattr", "lstat", "mount", "name_to_handle_at"),
    *("newfstatat", "open", "openat", "openat2", "quotactl", "readlink", "readlinkat", "request_key", "stat", "statfs"),
    *("statx", "swapoff", "swapon", "truncate", "umount2"),
}
"""Calls that write to memory, or block, and are given strings."""

KEPT = {
    *("accept", "accept4", "adjtimex", "capget", "clock_adjtime", "clock_nanosleep", "copy_file_range", "fcntl"),
    *("getpeername", "getsockname", "getsockopt", "io_uring_register", "ioctl", "lsm_get_self_attr"),
    *("lsm_list_modules", "move_pages", "mq_getsetattr", "name_to_handle_at", "nanosleep", "ppoll", "prlimit64"),
    *("pselect6", "recvfrom", "recvmmsg", "rt_sigaction", "rt_sigprocmask", "select", "sendfile", "setitimer"),
    *("sigaltstack", "splice", "timer_settime", "timerfd_settime"),
}
"""Calls that write over structs and arrays that they were passed, or may: they return an old value of that type."""


def test_what_calls_may_overwrite_is_read_at_the_entry(schema, generated):
    """The table, and the rule: a new call that it holds for comes to be in the table."""
    entered, writing = set(), set()
    for name, call in schema["syscalls"].items():
        plain = [arg for arg in call["args"] if "by" not in arg]
        given = [arg for arg in plain if (arg["kind"], arg.get("dir")) == ("string", "in")]
        if given and any(arg.get("dir") in ("out", "both") for arg in call["args"]):
            writing.add(name)
        if any(arg.get("entered") for arg in call["args"]):
            entered.add(name)
            assert all(arg.get("entered") for arg in given), name
        both = ('SEC("kprobe/' in generated[f"{HANDLERS}{name}.bpf.c"]) and call["side"] == "exit"
        assert both == (name in entered), name
        for kept, calls in (("enter_string(", ENTERED), ("enter_memory(", KEPT)):
            assert (kept in generated[f"{HANDLERS}{name}.bpf.c"]) == (name in calls), name
    assert entered == ENTERED | KEPT
    assert writing - ENTERED == set()


def test_names_of_one_object_are_apart():
    """battery.bpf.c includes every handler, with those of calls that 32-bit programs alone have."""
    text = (ROOT / "bpf/generated/battery.bpf.c").read_text()
    included = re.findall(r'^#include "\.\./\.\./(.*)"$', text, re.MULTILINE)
    own = [path for path in included if "/i386/" in path]
    native = [path for path in included if path not in own]

    def functions(paths: list[str]) -> list[str]:
        texts = ((ROOT / path).read_text() for path in paths)
        return [name for text in texts for name in {*re.findall(r"^int (\w+)\(", text, re.MULTILINE)}]

    assert len(functions(native)) == len(native) + len(ENTERED | KEPT) and len(native) >= 380
    assert len(set(functions(included))) == len(functions(included)) and len(own) >= 85


def test_schema_of_openat(schema):
    assert schema["syscalls"]["openat"] == {
        "nr": 257,
        "tracepoint": "openat",
        "symbol": "openat",
        "side": "exit",
        "returns": {"kind": "fd", "size": 4},
        "args": [
            {"name": "dfd", "type": "int", "kind": "dirfd", "size": 4},
            {"name": "filename", "type": "const char *", "kind": "string", "dir": "in", "capture": 0, "entered": True},
            {"name": "flags", "type": "int", "kind": "flags", "size": 4, "flags": "open"},
            {"name": "mode", "type": "umode_t", "kind": "mode", "size": 2, "when": {"arg": 2, "mask": 0o20000100}},
        ],
    }


SCALARS = {
    *("int", "uint", "hex", "fd", "dirfd", "mode", "uid", "gid", "pid", "dev", "pointer", "flags"),
    *("be16", "be32", "in_addr", "in6_addr", "chars", "socket_name", "unused"),
    *("limit", "utime_nsec", "sigset", "capset", "wait"),
}
MEMORY = {
    *("string", "buffer", "strings", "iovec", "msghdr", "mmsghdr", "struct", "array", "linked", "pointers", "beyond"),
}


def check_value(schema, value):
    """Whether all that a kind needs is there, and leads somewhere."""
    assert value["kind"] in SCALARS | MEMORY
    assert ("size" in value) == (value["kind"] in SCALARS or "linked" in value)
    needed = value["kind"] in ("flags", "sigset", "capset", "wait")
    assert "flags" in value if needed else value["kind"] not in MEMORY or "flags" not in value
    assert value.get("flags", "open") in schema["flags"]
    assert ("struct" in value) == (value["kind"] in ("struct", "linked"))
    assert value.get("struct", "stat") in schema["structs"]
    assert ("of" in value) == (value["kind"] in ("array", "pointers"))
    if "of" in value:
        check_value(schema, value["of"])
    for case in value.get("cases", []):
        check_value(schema, case)


def kinds_of(value):
    """Its own, and those of all its cases."""
    return {value["kind"], *(kind for case in value.get("cases", []) for kind in kinds_of(case))}


def extent_of(schema, value) -> int:
    """A field's bytes."""
    if value["kind"] in ("beyond", "buffer"):
        return 0
    if value["kind"] == "struct":
        return schema["structs"][value["struct"]]["size"]
    return value["size"] if "size" in value else value["count"] * extent_of(schema, value["of"])


def test_schema_shape(each_schema):
    schema = each_schema
    compat = ["compat"] if schema["arch"] == "x86_64" else []
    assert list(schema) == ["version", "arch", *compat, "absent", "classes", "syscalls", "flags", "structs"]
    assert schema["version"] == 2
    assert not set(schema["absent"]) & set(schema["syscalls"])
    assert all(set(calls) <= set(schema["syscalls"]) for calls in schema["classes"].values())
    for syscall in schema["syscalls"].values():
        others = ("proto", "reads", "writes")
        assert [key for key in syscall if key not in others] == [
            *("nr", "tracepoint", "symbol", "side", "returns", "args")
        ]
        for key in {"reads", "writes"} & set(syscall):
            assert syscall["args"][syscall[key]]["kind"] == "fd"
        check_value(schema, syscall["returns"])
        captures = [
            argument["capture"] + passed
            for argument in syscall["args"]
            if "capture" in argument
            for passed in range(1 + argument.get("overwritten", False))
        ]
        assert captures == list(range(len(captures)))
        assert len({flat_name(argument["name"]) for argument in syscall["args"]}) == len(syscall["args"])
        for argument in syscall["args"]:
            check_value(schema, argument)
            kinds = kinds_of(argument)
            assert ("capture" in argument) == ("dir" in argument) == bool(kinds & MEMORY)
            if argument["type"].endswith("*") and "cases" not in argument and argument["kind"] != "pointer":
                assert "capture" in argument


def test_every_field_lies_within_its_struct(each_schema):
    schema = each_schema
    assert len(schema["structs"]) >= 100
    for name, struct in schema["structs"].items():
        for field in struct["fields"]:
            check_value(schema, field)
            # What follows a struct is its last field.
            behind = field["offset"] == struct["size"] and field is struct["fields"][-1]
            assert behind or field["offset"] + extent_of(schema, field) <= struct["size"], name
            if "bit" in field:
                assert sum(field["bit"]) <= 8 * field["size"]
        for _, larger in struct.get("cases", []):
            assert larger in schema["structs"]


def test_schema_of_well_known_structs(schema):
    def field(struct, name):
        return next(field for field in schema["structs"][struct]["fields"] if field["name"] == name)

    assert schema["structs"]["stat"]["size"] == 144
    assert field("stat", "st_mode") == {
        "name": "st_mode",
        "offset": 24,
        "kind": "mode",
        "size": 4,
        "flags": "file_mode",
    }
    assert field("epoll_event", "data")["offset"] == 4  # packed, on x86_64 alone
    assert field("new_utsname", "release") == {"name": "release", "offset": 130, "kind": "chars", "size": 65}
    families = dict(schema["structs"]["sockaddr"]["cases"])
    assert {1, 2, 10, 16} <= set(families)


def test_open_flags_are_stracess(schema):
    flags = schema["flags"]["open"]
    assert (flags["mask"], flags["choices"]) == (3, [["O_RDONLY", 0], ["O_WRONLY", 1], ["O_RDWR", 2], ["O_ACCMODE", 3]])
    bits = dict(flags["bits"])
    assert bits["O_SYNC"] == 0o4010000 and bits["O_TMPFILE"] == 0o20200000 and bits["O_LARGEFILE"] == 0o100000
    assert {name for name in bits if name.startswith("__")} == {"__O_SYNC", "__O_TMPFILE"}

    def names(value):
        taken = []
        for name, bit in flags["bits"]:
            if value & bit == bit:
                taken.append(name)
                value &= ~bit
        return "|".join(taken)

    assert names(0o4010000) == "O_SYNC"
    assert names(0o10000) == "O_DSYNC"
    assert names(0o20200000) == "O_TMPFILE"
    # As strace 6.1 prints the call of opendir().
    assert names(0o2204000) == "O_NONBLOCK|O_CLOEXEC|O_DIRECTORY"


def test_check_lists_what_differs(clone, capsys):
    assert main(["--check", "--root", str(clone)]) == 0
    assert capsys.readouterr().out == ""
    replace(clone / (HANDLERS + "read.bpf.c"), "read", "raed")
    replace(clone / "traceleft/typed_event.py", ') -> bool:\n        """Taken', ') -> int:\n        """Taken')
    (clone / "bpf/generated/trace_syscalls.bpf.c").unlink()
    (clone / (HANDLERS + "gone.bpf.c")).touch()
    assert main(["--check", "--root", str(clone)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        HANDLERS + "read.bpf.c",
        "bpf/generated/trace_syscalls.bpf.c",
        "traceleft/typed_event.py",
        HANDLERS + "gone.bpf.c",
    ]
    assert main(["--root", str(clone)]) == 0
    assert main(["--check", "--root", str(clone)]) == 0


def test_a_syscall_called_otherwise_than_its_function(schema):
    umount2 = schema["syscalls"]["umount2"]
    assert (umount2["nr"], umount2["tracepoint"], umount2["symbol"]) == (166, "umount", "umount")
    assert "TRACE_PROBES(umount2)" in (ROOT / "bpf/generated/trace_syscalls.bpf.c").read_text()


def test_the_newer_snapshot_counts(clone):
    older, newer = clone / "battery/formats/5.9-x86_64.txt", clone / "battery/formats/999.0-x86_64.txt"
    older.write_text(format_text("read", "unsigned int fd", "char * buf", "size_t older"))
    assert checkout.differing(clone, checkout.outputs(clone)) == []
    newer.write_text(format_text("mkdir", "const char * newer", "umode_t mode"))
    assert checkout.differing(clone, checkout.outputs(clone)) == [
        "battery/generated/event_structs.h",
        "battery/generated/i386/schema.json",
        "battery/generated/x86_64/schema.json",
        "docs/syscalls.md",
        "traceleft/events.py",
        "traceleft/proto/traceleft.proto",
    ]


def test_a_new_syscall_needs_a_snapshot_and_a_number(clone, capsys):
    with (clone / "battery/formats/6.18-x86_64.txt").open("a") as snapshot:
        snapshot.write("\n" + format_text("brand_new", "int fd", "const char * pathname"))
    assert main(["--root", str(clone)]) == 1
    assert "brand_new: x86_64's uapi headers" in capsys.readouterr().err
    replace(clone / CONSTANTS, '"write": 1', '"write": 1, "brand_new": 999')
    assert main(["--root", str(clone)]) == 0
    assert "record_string(&record, 0, 1);" in (clone / f"{HANDLERS}brand_new.bpf.c").read_text()


@pytest.mark.parametrize(
    ("path", "old", "new", "problem"),
    [
        (TOML, "[syscalls.openat]", "[syscalls.openta]", "syscalls.openta: neither a format nor a number is known"),
        (TOML, "[names]", "[names", "battery/syscalls.toml: "),
        (TOML, 'arch = ["x86_64", "aarch64"]', 'arch = "../x"', "arch is not a name"),
        (TOML, 'arch = ["x86_64", "aarch64"]', 'arch = ["x86_64", "s390x"]', "there is no snapshot for s390x"),
        (TOML, 'open = "openat"', 'open = "opneat"', "instead: neither a format nor a number is known of opneat"),
        (CONSTANTS, '"write": 1', '"write": "1"', "battery/uapi/x86_64.json: syscalls: bad constant 'write'"),
        (CONSTANTS, '"FASYNC"', '"FSYNC"', "flags.open: the constants have no FASYNC"),
        ("templates/schema.json.j2", "flags.mask", "flags.mark", "templates/schema.json.j2: "),
        ("templates/banner.j2", "{{ template }}", "{{ template }", "templates/banner.j2:"),
        (render.EVENT_HEADER, "u32 ns_tid;", "u64 ns_tid;", "event.h: struct event_header has no u32 ns_tid"),
        ("docs/events.md", "End of templates/event_fields", "End of", "docs/events.md: no lines tell where the part"),
    ],
)
def test_bad_inputs_give_one_line(clone, capsys, path, old, new, problem):
    replace(clone / path, old, new)
    assert main(["--root", str(clone)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert problem in printed.err and printed.err.startswith("traceleft.generate: ") and printed.err.count("\n") == 1


def test_a_hostile_snapshot_changes_nothing(clone, capsys):
    snapshot = next((clone / "battery/formats").iterdir())
    replace(snapshot, "const char * filename;", 'const char * filename; } "')
    assert main(["--root", str(clone)]) == 1
    assert f"battery/formats/{snapshot.name}:" in capsys.readouterr().err
    replace(snapshot, 'const char * filename; } "', "const char * filename;")
    assert main(["--check", "--root", str(clone)]) == 0


def test_missing_and_unreadable_inputs(clone, tmp_path):
    with pytest.raises(GenerateError, match="no syscall events are readable"):
        checkout.snapshot(tmp_path)
    next((clone / "battery/formats").iterdir()).write_bytes(b"\xff")
    with pytest.raises(GenerateError, match="not UTF-8"):
        checkout.outputs(clone)
    shutil.rmtree(clone / "battery/formats")
    with pytest.raises(GenerateError, match="there is no snapshot for x86_64"):
        checkout.outputs(clone)
