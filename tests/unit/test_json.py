# SPDX-License-Identifier: MIT
"""JSON lines: one object for an event, whatever is in it, and nothing lost on the way."""

from __future__ import annotations

import base64
import json
import random
import shutil
import subprocess
from typing import Any

import pytest

from tests.support.every_syscall import events
from tests.support.raw_events import ENTRY, TRUNCATED, Captured, foreign_event, openat, raw_event
from traceleft import _core, battery
from traceleft.errors import UsageError

SPEC = battery.schema_spec()
OFFSET = 1_700_000_000 * 10**9
ALWAYS = [
    *("time", "timestamp", "pid", "tid", "comm", "syscall", "nr", "ret", "error", "duration", "cpu", "uid", "gid"),
    *("cgroup_id", "program_id", "args", "raw_args"),
]
RARE = [
    *("ns_pid", "ns_tid", "pid_namespace", "is_entry", "unfinished", "stopped_by_seccomp", "foreign", "abi", "passed"),
    *("pids", "ustack", "kstack", "truncated", "late", "faults", "unfilled", "undecodable", "extra"),
]


def lines(*raws: bytes, fields: list[str] | None = None) -> bytes:
    schema = battery.schema()
    return _core.JsonFormatter(schema, fields).format(_core.Batch(list(raws), schema, OFFSET))


def line(raw: bytes, fields: list[str] | None = None) -> dict[str, Any]:
    text = lines(raw, fields=fields)
    assert text.endswith(b"}\n") and text.count(b"\n") == 1
    return json.loads(text)


def exact(value: Any) -> Any:
    """An Event's value with every text as its bytes."""
    if isinstance(value, str):
        return value.encode(errors="surrogateescape")
    if isinstance(value, dict):
        return {key: exact(each) for key, each in value.items()}
    return [exact(each) for each in value] if isinstance(value, list) else value


def is_names(key: str, members: dict[str, Any]) -> bool:
    return key.endswith("_names") and key[: -len("_names")] in members


def restored(value: Any, undecodable: dict[str, str], place: str = "") -> Any:
    """The same of a line: without names, and with the bytes of what is undecodable."""
    if isinstance(value, str):
        if place in undecodable:
            data = base64.b64decode(undecodable[place], validate=True)
            assert data.decode(errors="replace") == value
            return data
        return value.encode()
    if isinstance(value, dict):
        dot = "." if place else ""
        return {
            key: restored(each, undecodable, f"{place}{dot}{key}")
            for key, each in value.items()
            if not is_names(key, value)
        }
    if isinstance(value, list):
        return [restored(each, undecodable, f"{place}[{index}]") for index, each in enumerate(value)]
    return value


def test_a_whole_line():
    raw = openat(flags=0o2000000, ret=-2, timestamp=123_456_789, duration=5)
    assert lines(raw) == (
        b'{"time":"2023-11-14T22:13:20.123456789Z","timestamp":123456789,"pid":4711,"tid":4712,"comm":"cat",'
        b'"syscall":"openat","nr":257,"ret":-2,"error":"ENOENT","duration":null,"cpu":1,"uid":1000,"gid":100,'
        b'"cgroup_id":77,"program_id":0,"args":{"dfd":-100,"dfd_names":["AT_FDCWD"],"filename":"/etc/passwd",'
        b'"flags":524288,"flags_names":["O_RDONLY","O_CLOEXEC"],"mode":0},'
        b'"raw_args":[18446744073709551516,2147356672,524288,0]}\n'
    )


def test_every_field_of_every_syscall_comes_back():
    seen = set()
    for name, raw in events(seeds=6):
        event = _core.Batch([raw], battery.schema())[0]
        got = line(raw)
        undecodable = got.get("undecodable", {})
        assert [key for key in got if key not in RARE] == ALWAYS
        assert [key for key in got if key in RARE] == [key for key in RARE if key in got]
        for field in ("timestamp", "pid", "tid", "nr", "error", "duration", "cpu", "uid", "gid", "cgroup_id"):
            assert got[field] == getattr(event, field), field
        for field in ("ns_pid", "ns_tid", "pid_namespace", "program_id"):
            assert got.get(field) == getattr(event, field), field
        assert got["ret"] == (None if event.is_entry else event.ret)
        assert got.get("is_entry", False) == event.is_entry and "foreign" not in got
        assert restored(got["comm"], undecodable, "comm") == exact(event.comm)
        assert restored(got["args"], undecodable) == exact(event.args), name
        assert list(restored(got["args"], undecodable)) == list(event.args)
        assert restored(got.get("passed", {}), undecodable, "passed") == exact(event.passed), name
        late = {argument for argument in event.args if event.capture_status(argument) == "late"}
        assert late <= set(got.get("late", [])), name
        for field, status in (("faults", "fault"), ("unfilled", "none")):
            found = {each for each, raw in event.raw_args.items() if raw and event.capture_status(each) == status}
            assert set(got.get(field, [])) <= found, name
        assert got["raw_args"] == list(event.raw_args.values())
        assert got["syscall"] == name
        check_names(name, got["args"])
        seen.add(name)
    assert len(seen) == len(SPEC["syscalls"])


@pytest.mark.parametrize("size", [1, 7, 8, 9, 16, 19])
def test_bytes_that_are_no_plain_text_at_any_place(size: int):
    """Text is looked at eight bytes at a time."""
    for at in range(size):
        for byte in (1, 0x1F, 0x20, 0x22, 0x5B, 0x5C, 0x5D, 0x7E, 0x7F, 0x80, 0xC3, 0xFF):
            text = b"a" * at + bytes([byte]) + b"z" * (size - at - 1)
            got = line(openat(text))
            assert restored(got["args"], got.get("undecodable", {}))["filename"] == text


def test_the_same_names_and_flags_event_after_event():
    """They are kept as they were written."""
    raws = [openat(flags=flags) for flags in (0, 0o2000000, 0, 0o100, 0o2000000)] * 2
    assert lines(*raws) == b"".join(map(lines, raws))


def test_more_registers_than_a_call_can_have():
    """Which only a recording by a stranger has."""
    registers = [2**64 - 1] * 41
    assert line(raw_event("getppid", registers))["raw_args"] == registers


def check_names(name: str, args: dict[str, Any]) -> None:
    """The names of flags together are the number."""
    for argument in SPEC["syscalls"][name]["args"]:
        key = f"{argument['name']}_names"
        if argument["kind"] == "flags" and "by" not in argument:
            spec = SPEC["flags"][argument["flags"]]
            if "parts" in spec or spec.get("decimal"):
                continue
            values = dict([*spec["choices"], *spec["bits"]])
            total = 0
            for each in args[key]:
                total |= int(each, 16) if each.startswith("0x") else values[each]
            assert total == args[argument["name"]], (name, argument["name"])
        elif "flags" not in argument.get("of", argument) and argument["kind"] != "dirfd" and "by" not in argument:
            assert key not in args


def test_a_list_of_numbers_has_a_list_of_names_for_each():
    pending = 1 << 1 | 1 << 16 | 1 << 33
    args = line(raw_event("rt_sigpending", [1, 8], [Captured(0, pending.to_bytes(8, "little"))]))["args"]
    assert args["uset"] == [pending]
    assert args["uset_names"] == [["SIGINT", "SIGCHLD", "SIGRT_2"]]
    times = b"".join(value.to_bytes(8, "little") for value in (0, 2**30 - 1, 5, 7))
    moments = line(raw_event("utimensat", [-100, 0, 1, 0], [Captured(2, times)]))["args"]["utimes"]
    assert [moment["tv_nsec_names"] for moment in moments] == [["UTIME_NOW"], []]


@pytest.mark.parametrize(
    ("call", "args", "key", "names"),
    [
        (
            "mmap",
            [0, 0, 3, 0x40022 | 21 << 26, -1, 0],
            "flags",
            "MAP_PRIVATE MAP_ANONYMOUS MAP_HUGETLB 21<<MAP_HUGE_SHIFT",
        ),
        ("mount", [0, 0, 0, 0xC0ED0003, 0], "flags", "MS_MGC_VAL MS_RDONLY MS_NOSUID"),
        ("personality", [0xFFFFFFFF], "personality", "0xffffffff"),
        ("clone", [0x1200011, 0, 0, 0, 0], "clone_flags", "CLONE_CHILD_CLEARTID CLONE_CHILD_SETTID SIGCHLD"),
        ("msgget", [5, 0o1600], "msgflg", "IPC_CREAT 0600"),
        ("kill", [1, 34], "sig", "SIGRT_2"),
        ("kill", [1, 99], "sig", "99"),
        ("mknodat", [-100, 0, 0o104755, 0], "mode", "S_IFREG S_ISUID 0755"),
    ],
)
def test_the_parts_of_a_word_are_names_too(call: str, args: list[int], key: str, names: str):
    """The same words as in text."""
    assert line(raw_event(call, args))["args"][f"{key}_names"] == names.split(" ")


def test_names_stand_beside_no_other_field():
    for call in SPEC["syscalls"].values():
        arguments = [argument["name"] for argument in call["args"]]
        check_members(arguments)
        assert not set(arguments) & {"comm", "syscall", "extra"}, "places in `undecodable` would be ambiguous"
    for struct in SPEC["structs"].values():
        check_members([field["name"] for field in struct["fields"]])


def check_members(names: list[str]) -> None:
    assert not {f"{name}_names" for name in names} & set(names)


@pytest.mark.parametrize(
    ("flags", "names"),
    [
        (0o2000003, ["O_ACCMODE", "O_CLOEXEC"]),
        (0x40000000, ["O_RDONLY", "0x40000000"]),
    ],
)
def test_an_unnamed_rest_is_last(flags: int, names: list[str]):
    assert line(openat(flags=flags))["args"]["flags_names"] == names


def test_every_byte_is_kept():
    """Control characters, and what a terminal or a reader might take for the end of a line, are escaped."""
    for first in range(256):
        data = bytes([first]) + b"a" + bytes([first, 0x80, first]) + "\u0085\u2028\u2029é\U0001f600".encode()
        text = lines(openat(data.replace(b"\0", b"")))
        assert not any(char < " " or "\x7f" <= char <= "\x9f" or char in "\u2028\u2029" for char in text.decode()[:-1])
        got = json.loads(text)
        assert restored(got["args"]["filename"], got.get("undecodable", {}), "filename") == data.replace(b"\0", b"")
    rng = random.Random(3)
    for _ in range(2000):
        data = bytes(
            rng.choice(b'a\xc2\x80\xe2\xa8\xed\xa0\xf0\x9f\x92\xf4\x90\xff"\\\n') for _ in range(rng.randrange(12))
        )
        got = line(raw_event("write", [1, 16, 3], [Captured(1, data)]))
        assert restored(got["args"]["buf"], got.get("undecodable", {}), "buf") == data
        assert got["args"]["buf"] == data.decode(errors="replace")


def test_a_foreign_event():
    got = line(foreign_event(b"read\xff", b"own\xfe", timestamp=5, pid=8, ret=-4))
    assert got["foreign"] is True and got["syscall"] == "read\ufffd" and got["error"] == "EINTR"
    assert got["tid"] is got["nr"] is got["cpu"] is got["uid"] is got["program_id"] is None
    assert got["args"] == {} and got["raw_args"] == [] and got["extra"] == "own\ufffd"
    assert got["undecodable"] == {"syscall": "cmVhZP8=", "extra": "b3du/g=="}


def test_what_is_truncated_is_named():
    got = line(raw_event("execve", [1, 2, 3], [Captured(0, b"x", TRUNCATED), Captured(2, b"", TRUNCATED)]))
    assert got["truncated"] == ["filename", "envp"]


def test_an_unknown_syscalls_registers_have_numbers():
    got = line(raw_event("nosuch", [1, 2**64 - 1], flags=ENTRY, ret=7))
    assert got["args"] == {"arg0": 1, "arg1": 2**64 - 1} and got["ret"] is None and got["is_entry"] is True


@pytest.mark.parametrize(
    ("timestamp", "shown"),
    [
        (0, "2023-11-14T22:13:20.000000000Z"),
        (1_000_000_001, "2023-11-14T22:13:21.000000001Z"),
        (2**64 - 1_700_000_000 * 10**9 - 1, "1969-12-31T23:59:59.999999999Z"),
        (2**63, "1731-08-05T22:26:03.145224192Z"),
    ],
)
def test_times(timestamp: int, shown: str):
    assert line(raw_event("close", [3], timestamp=timestamp))["time"].startswith(shown)


def test_chosen_fields_are_in_every_line_and_in_order():
    raw = openat(comm=b"\xff")
    assert lines(raw, fields=["ret", "syscall", "is_entry", "ns_pid", "truncated", "foreign", "extra"]) == (
        b'{"syscall":"openat","ret":0,"ns_pid":null,"is_entry":false,"foreign":false,"truncated":null,"extra":null}\n'
    )
    assert lines(raw, fields=[]) == b"{}\n"
    assert line(raw, fields=["undecodable", "comm"]) == {"comm": "\ufffd", "undecodable": {"comm": "/w=="}}
    assert line(raw, fields=["undecodable", "pid"]) == {"pid": 4711, "undecodable": None}
    assert list(line(raw, fields=[*ALWAYS, *RARE])) == [*ALWAYS[:-2], *RARE[:8], "args", "raw_args", *RARE[8:]]


def test_single_arguments_can_be_chosen():
    raw = openat()
    assert line(raw, fields=["args.filename", "args.fd", "pid"]) == {"pid": 4711, "args": {"filename": "/etc/passwd"}}
    assert line(raw, fields=["args.filename", "args"])["args"] == line(raw)["args"]
    assert line(raw, fields=["args.fd"]) == {"args": {}}


@pytest.mark.parametrize("name", ["pidd", "", "args.", "args.nosuch", "filename", "Time"])
def test_an_unknown_field_is_refused(name: str):
    with pytest.raises(UsageError, match="no field"):
        _core.JsonFormatter(battery.schema(), ["pid", name])


def test_fields_are_known():
    fields = _core.event_fields(battery.schema())
    assert set(fields) >= {*ALWAYS, *RARE, "args.filename"}
    assert _core.JsonFormatter(battery.schema(), fields).format(_core.Batch([openat()], battery.schema()))


def test_what_is_corrupt_is_still_a_line():
    rng = random.Random(7)
    whole = [raw for _, raw in events(seeds=2)]
    for _ in range(3000):
        raw = bytearray(rng.choice(whole))
        for _ in range(rng.randrange(1, 8)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        line(bytes(raw[: rng.randrange(88, len(raw) + 1)]))
    assert lines(b"short") == b""


def test_jq_reads_it():
    jq = shutil.which("jq")
    assert jq, "Debian's package jq has it"
    raws = [raw for _, raw in events(seeds=1)]
    done = subprocess.run([jq, "-c", ".syscall"], input=lines(*raws), capture_output=True, timeout=60, check=True)
    assert done.stdout.decode().split() == [f'"{name}"' for name in battery.syscalls()]
