"""The checked-in generated files, and the command that makes them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from traceleft.generate import checkout
from traceleft.generate.__main__ import main
from traceleft.generate.errors import GenerateError
from traceleft.generate.meaning import KINDS, RETURNS

ROOT = Path(__file__).resolve().parents[2]
SYSCALLS = [
    "chmod",
    "chown",
    "close",
    "fchmod",
    "fchmodat",
    "fchown",
    "fchownat",
    "mkdir",
    "mkdirat",
    "open",
    "openat",
    "read",
    "write",
]
HANDLERS = "battery/generated/handle_syscall_"


@pytest.fixture
def clone(tmp_path):
    """The generator's inputs and outputs, to be broken."""
    for folder in ("battery", "templates", "bpf/generated"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


@pytest.fixture
def schema():
    return json.loads((ROOT / "battery/generated/schema.json").read_text())


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_regenerating_changes_no_byte():
    files = checkout.outputs(ROOT)
    assert checkout.differing(ROOT, files) == []
    assert checkout.stale_handlers(ROOT, files) == []
    assert [path for path in files if path.startswith(HANDLERS)] == [f"{HANDLERS}{name}.bpf.c" for name in SYSCALLS]


def test_the_running_kernel_gives_the_same():
    if not any((checkout.TRACEFS / "events/syscalls").glob("sys_enter_*/format")):
        pytest.skip(f"{checkout.TRACEFS} is not readable: needs root and a mounted tracefs")
    assert checkout.live_outputs(ROOT) == checkout.outputs(ROOT)


def test_generated_c_is_short_and_says_where_it_comes_from():
    for path, text in checkout.outputs(ROOT).items():
        if path.endswith(".json"):
            continue
        assert "Generated from templates/" in text and "battery/syscalls.toml" in text
        assert text.endswith("\n") and not text.endswith("\n\n")
        assert max(len(line.expandtabs(8)) for line in text.splitlines()) <= 120
        if path.startswith(HANDLERS):
            assert len(text.splitlines()) < 80


def test_handlers_of_the_three_sorts():
    files = checkout.outputs(ROOT)
    assert "record_buffer(&record, 0, 1, record.event->ret);" in files[HANDLERS + "read.bpf.c"]
    assert "record_buffer(&record, 0, 1, record_argument(&record, 2));" in files[HANDLERS + "write.bpf.c"]
    assert "record_string(&record, 0, 1);" in files[HANDLERS + "openat.bpf.c"]
    assert 'record_begin(&record, ctx, "close", 1, 0)' in files[HANDLERS + "close.bpf.c"]


def test_schema_of_openat(schema):
    assert schema["syscalls"]["openat"] == {
        "nr": 257,
        "tracepoint": "openat",
        "symbol": "openat",
        "returns": "fd",
        "args": [
            {"name": "dfd", "type": "int", "kind": "dirfd"},
            {"name": "filename", "type": "const char *", "kind": "string", "capture": 0},
            {"name": "flags", "type": "int", "kind": "flags", "flags": "open"},
            {"name": "mode", "type": "umode_t", "kind": "mode", "when": {"arg": 2, "mask": 0o20000100}},
        ],
    }


def test_schema_shape(schema):
    assert list(schema) == ["version", "arch", "syscalls", "flags"]
    assert (schema["version"], schema["arch"]) == (1, "x86_64")
    assert list(schema["syscalls"]) == SYSCALLS
    for syscall in schema["syscalls"].values():
        assert list(syscall) == ["nr", "tracepoint", "symbol", "returns", "args"]
        assert syscall["returns"] in RETURNS
        captures = [argument["capture"] for argument in syscall["args"] if "capture" in argument]
        assert captures == list(range(len(captures)))
        for argument in syscall["args"]:
            assert argument["kind"] in KINDS
            assert ("capture" in argument) == (argument["kind"] in ("string", "buffer"))
            assert ("flags" in argument) == (argument["kind"] == "flags")
            assert argument.get("flags", "open") in schema["flags"]


def test_open_flags_are_stracess(schema):
    flags = schema["flags"]["open"]
    assert (flags["mask"], flags["choices"]) == (3, [["O_RDONLY", 0], ["O_WRONLY", 1], ["O_RDWR", 2], ["O_ACCMODE", 3]])
    bits = dict(flags["bits"])
    assert bits["O_SYNC"] == 0o4010000 and bits["O_TMPFILE"] == 0o20200000 and bits["O_LARGEFILE"] == 0o100000
    assert not any(name.startswith("__") for name in bits)

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
    (clone / "bpf/generated/trace_syscalls.bpf.c").unlink()
    (clone / (HANDLERS + "gone.bpf.c")).touch()
    assert main(["--check", "--root", str(clone)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        HANDLERS + "read.bpf.c",
        "bpf/generated/trace_syscalls.bpf.c",
        HANDLERS + "gone.bpf.c",
    ]
    assert main(["--root", str(clone)]) == 0
    assert main(["--check", "--root", str(clone)]) == 0


def test_a_syscall_called_otherwise_than_its_function(clone):
    replace(clone / "battery/syscalls.toml", '"write",', '"write",\n"umount2",')
    main(["--root", str(clone)])
    schema = json.loads((clone / "battery/generated/schema.json").read_text())
    umount2 = schema["syscalls"]["umount2"]
    assert (umount2["nr"], umount2["tracepoint"], umount2["symbol"]) == (166, "umount", "umount")
    assert "TRACE_PROBES(umount2)" in (clone / "bpf/generated/trace_syscalls.bpf.c").read_text()


def test_the_newer_snapshot_counts(clone):
    older, newer = clone / "battery/formats/5.9-x86_64.txt", clone / "battery/formats/999.0-x86_64.txt"
    snapshot = next((clone / "battery/formats").iterdir()).read_text()
    older.write_text(snapshot.replace("size_t count", "size_t older"))
    assert checkout.differing(clone, checkout.outputs(clone)) == []
    newer.write_text(snapshot.replace("const char * pathname", "const char * filename"))
    assert checkout.differing(clone, checkout.outputs(clone))


TOML, CONSTANTS = "battery/syscalls.toml", "battery/uapi/x86_64.json"


@pytest.mark.parametrize(
    ("path", "old", "new", "problem"),
    [
        (
            TOML,
            'extent = "ret"',
            'extent = "rat"',
            "read: buf: a buffer's extent is ret or an argument, not rat",
        ),
        (TOML, "args.buf", "args.buff", "read: syscalls.toml speaks of buff, which is no argument"),
        (TOML, '"uid_t" = "uid"', "", "syscalls.toml says nothing of the type uid_t"),
        (TOML, '"uid_t" = "uid"', '"uid_t" = "udi"', "types: uid_t is not one of"),
        (TOML, '"write",', '"wriet",', "wriet: no format file has sys_enter_wriet"),
        (TOML, '"write",', '"mseal",', "mseal: the uapi headers (6.1) have no number for it"),
        (TOML, '"write",', '"a); }",', "generate is not a list of names"),
        (TOML, 'arg = "flags"', 'arg = "flgs"', "open: mode: its condition speaks of flgs"),
        (TOML, '"O_CREAT"', '"O_CREATE"', "open: mode: its condition's O_CREATE is no flag of flags"),
        (TOML, 'returns = "fd"', 'return = "fd"', "syscalls: open: return is not a known key"),
        (TOML, 'flags = "fchownat"', 'flags = "chown"', "fchownat: flag: there is no flag set chown"),
        (TOML, "[names]", "[names", "battery/syscalls.toml: "),
        (TOML, 'arch = "x86_64"', 'arch = "../x"', "arch is not a name"),
        (CONSTANTS, '"write": 1', '"write": "1"', "battery/uapi/x86_64.json: syscalls: bad constant 'write'"),
        (CONSTANTS, "FASYNC", "FSYNC", "flags.open: the constants have no FASYNC"),
        ("templates/schema.json.j2", "flags.mask", "flags.mark", "templates/schema.json.j2: "),
        ("templates/banner.j2", "{{ arch }}", "{{ arch }", "templates/banner.j2:"),
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
    with pytest.raises(GenerateError, match=r"fcntl\.h: No such file"):
        checkout.constants(clone, tmp_path)
    next((clone / "battery/formats").iterdir()).write_bytes(b"\xff")
    with pytest.raises(GenerateError, match="not UTF-8"):
        checkout.outputs(clone)
    shutil.rmtree(clone / "battery/formats")
    with pytest.raises(GenerateError, match="there is no snapshot for x86_64"):
        checkout.outputs(clone)
