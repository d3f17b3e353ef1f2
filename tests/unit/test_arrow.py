# SPDX-License-Identifier: MIT
"""Events as columns: what Arrow's readers find in them is what Event says of them."""

from __future__ import annotations

import gc
import json
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

import pytest

from tests.support import ROOT
from tests.support.every_syscall import events
from tests.support.raw_events import DURATION, ENTRY, FAULT, NONE, TRUNCATED, Captured, foreign_event, openat, raw_event
from traceleft import Capture as Collected
from traceleft import _core, battery
from traceleft.errors import UsageError

pa = pytest.importorskip("pyarrow")

SCHEMA = battery.schema()
OFFSET = 1_700_000_000_000_000_000
NUMBERS = ("timestamp", "pid", "tid", "nr", "cpu", "uid", "gid", "cgroup_id", "program_id", "ns_pid", "ns_tid")
HEADER = [
    *("time", "timestamp", "pid", "tid", "comm", "syscall", "nr", "ret", "error", "duration", "cpu", "uid", "gid"),
    *("cgroup_id", "program_id", "ns_pid", "ns_tid", "pid_namespace", "is_entry", "unfinished", "stopped_by_seccomp"),
    *("foreign", "abi", "raw_args", "pids", "ustack", "kstack", "truncated", "late", "faults", "unfilled"),
    *("undecodable", "extra"),
]


def batch_of(raw: Iterable[bytes]) -> _core.Batch:
    return _core.Batch(list(raw), SCHEMA, OFFSET)


def capture_of(*raw: bytes) -> Collected:
    return Collected([batch_of(raw)], SCHEMA)


def column(name: str) -> str:
    return f"{name}_" if name in HEADER else name


def replaced(text: str) -> str:
    """What stands for a text with undecodable bytes."""
    return os.fsencode(text).decode("utf-8", "replace")


def expected(value: Any) -> Any:
    """A value of Event.args as Arrow has it; what is missing in a struct is null there."""
    if isinstance(value, str):
        return replaced(value)
    if isinstance(value, dict):
        return {name: expected(each) for name, each in value.items() if each is not None}
    return [expected(each) for each in value] if isinstance(value, list) else value


def found(value: Any, like: Any) -> Any:
    """The same of what Arrow has. A field that other cases of the struct have in another type has its case's name."""
    if isinstance(value, list):
        return [found(each, other) for each, other in zip(value, like)] if len(value) == len(like) else value
    if isinstance(value, dict) and isinstance(value.get("cmsg_data"), str):
        check_json(json.loads(value["cmsg_data"]), like["cmsg_data"])
        value = {**value, "cmsg_data": expected(like["cmsg_data"])}
    if not isinstance(value, dict) or not isinstance(like, dict):
        return value
    there = {name: each for name, each in value.items() if each is not None}
    for name in like:
        if name not in there and like[name] is not None:
            (long,) = (each for each in there if each.endswith(f"_{name}"))
            there[name] = there.pop(long)
    return {name: found(each, like.get(name)) for name, each in there.items()}


def check_header(row: dict[str, Any], event: _core.Event) -> None:
    assert row["time"].value == event.timestamp + OFFSET
    for name in NUMBERS:
        assert row[name] == getattr(event, name), name
    assert row["pid_namespace"] == event.pid_namespace
    assert (row["comm"], row["syscall"]) == (replaced(event.comm), event.syscall)
    assert row["ret"] == (None if event.is_entry else event.ret)
    assert (row["error"], row["duration"]) == (event.error, event.duration)
    assert (row["is_entry"], row["foreign"]) == (event.is_entry, event.foreign)
    assert row["raw_args"] == (None if event.foreign else list(event.raw_args.values()))
    assert row["extra"] == (event.extra if event.foreign else None)
    if event.foreign:
        assert row["truncated"] is None
        return
    marked = {index for index, name in enumerate(event.args) if event.capture_status(name) == "truncated"}
    assert marked <= {bit for bit in range(32) if row["truncated"] >> bit & 1}


def has_names(argument: dict[str, Any]) -> bool:
    """Whether the schema has names for an argument's own number."""
    return "flags" in argument and "by" not in argument and "capture" not in argument


def check_own_names(names: list[str], call: dict[str, Any]) -> None:
    """The arguments in their order, each with its value's text where it has one."""
    own = []
    for argument in call["args"]:
        own += [column(argument["name"]), *([f"{argument['name']}_value"] if "by" in argument else [])]
        own += [f"{argument['name']}_passed"] if argument.get("overwritten") else []
        own += [f"{argument['name']}_names"] if has_names(argument) else []
        address = argument.get("struct") == "sockaddr" or argument["kind"] == "msghdr"
        own += [f"{argument['name']}_{part}" for part in ("family", "addr", "port")] if address else []
    assert names == [*HEADER, *own]


def check_arguments(values: dict[str, Any], event: _core.Event) -> None:
    for argument, value in event.args.items():
        spec = next(
            each for each in battery.schema_spec()["syscalls"][event.syscall]["args"] if each["name"] == argument
        )
        if "by" in spec:
            assert values[argument] == event.raw_args[argument]
            assert isinstance(values[f"{argument}_value"], str)
            check_json(json.loads(values[f"{argument}_value"]), value)
        else:
            assert found(values[argument], value) == expected(value), (event.syscall, argument)
        if spec.get("overwritten"):
            passed, got = event.passed.get(argument), values[f"{argument}_passed"]
            if "by" in spec and argument in event.passed:
                check_json(json.loads(got), passed)
            else:
                assert found(got, passed) == expected(passed), (event.syscall, argument)


def check_json(value: Any, of: Any) -> None:
    if isinstance(of, bytes):
        assert value == of.decode("utf-8", "replace")
    elif isinstance(of, str):
        assert value == replaced(of)
    elif isinstance(of, dict):
        assert list(value) == list(of)
        for name in of:
            check_json(value[name], of[name])
    elif isinstance(of, list):
        assert len(value) == len(of)
        for each, other in zip(value, of):
            check_json(each, other)
    else:
        assert value == of


@pytest.fixture(scope="module")
def every() -> Collected:
    """Three events of each syscall, in a few batches, and some odd ones."""
    raw = [each for _, each in events(3)]
    odd = [foreign_event(b"openat", b"more"), raw_event("nosuch", [1, 2]), raw_event(b"\xffnew"), openat(b"/a\xff")]
    return Collected([batch_of(raw[:100]), batch_of([]), batch_of(raw[100:]), batch_of(odd)], SCHEMA)


def test_wide(every: Collected):
    table = every.arrow()
    table.validate(full=True)
    assert table.column_names[: len(HEADER)] == HEADER
    own = table.column_names[len(HEADER) :]
    with_arguments = {column(name) for name, call in battery.schema_spec()["syscalls"].items() if call["args"]}
    assert own == sorted(own) and set(own) == with_arguments
    rows = table.to_pylist()
    assert len(rows) == len(every) > 1000
    for row, event in zip(rows, every.events()):
        if event.syscall != "\udcffnew":
            check_header(row, event)
        known = not event.foreign and event.syscall in battery.schema_spec()["syscalls"]
        filled = [name for name in own if row[name] is not None]
        assert filled == ([column(event.syscall)] if known and event.args else [])
        if filled:
            check_arguments(row[filled[0]], event)


def test_by_syscall(every: Collected):
    for syscall in every.syscalls():
        table = every.arrow(syscall)
        table.validate(full=True)
        of_it = [event for event in every.events() if replaced(event.syscall) == syscall]
        assert table.num_rows == len(of_it)
        check_own_names(table.column_names, battery.schema_spec()["syscalls"].get(syscall, {"args": []}))
        for row, event in zip(table.to_pylist(), of_it):
            if not event.foreign and syscall in battery.schema_spec()["syscalls"]:
                call = battery.schema_spec()["syscalls"][syscall]
                own = {argument["name"]: row[column(argument["name"])] for argument in call["args"]}
                own.update({name: row[name] for name in row if name.endswith(("_value", "_passed"))})
                check_header(row, event)
                check_arguments(own, event)


def test_types():
    schema = capture_of(openat(), raw_event("time", [0], nr=201)).arrow().schema
    assert str(schema.field("time").type) == "timestamp[ns, tz=UTC]"
    for name in ("comm", "syscall", "error"):
        assert schema.field(name).type == pa.dictionary(pa.int32(), pa.string())
    assert str(schema.field("openat").type) == (
        "struct<dfd: int32, filename: string, flags: uint32, "
        "flags_names: dictionary<values=string, indices=int32, ordered=0>, mode: uint16>"
    )
    assert str(schema.field("time_").type).startswith("struct<")
    assert str(schema.field("undecodable").type) == "map<string, binary>"
    assert str(Collected([], SCHEMA).arrow("kill").schema.field("pid_").type) == "int32"


def test_text_that_is_no_utf8():
    argv = b"".join(
        bytes([0] * 8)
        + len(text).to_bytes(8, "little")
        + len(text).to_bytes(4, "little")
        + bytes(4)
        + text.ljust(8, b"\0")
        for text in (b"ls", b"\xe2\x82x")
    )
    event = raw_event("execve", [1, 2, 0], [Captured(0, b"/bin/l\xff"), Captured(1, argv, TRUNCATED)], comm=b"\xc3(")
    (row,) = capture_of(event).arrow("execve").to_pylist()
    assert (row["filename"], row["argv"], row["comm"]) == ("/bin/l\ufffd", ["ls", "\ufffdx"], "\ufffd(")
    assert dict(row["undecodable"]) == {"comm": b"\xc3(", "filename": b"/bin/l\xff", "argv[1]": b"\xe2\x82x"}
    assert row["truncated"] == 0b10


def test_a_place_inside_of_a_struct():
    address = (1).to_bytes(2, "little") + b"/run/\xff"
    (row,) = capture_of(raw_event("connect", [3, 1, 9], [Captured(1, address)])).arrow("connect").to_pylist()
    assert row["uservaddr"]["sun_path"] == "/run/\ufffd"
    assert dict(row["undecodable"]) == {"uservaddr.sun_path": b"/run/\xff", "uservaddr_addr": b"/run/\xff"}


def test_what_is_missing_is_null():
    wide = capture_of(raw_event("openat", [1], flags=ENTRY, ret=5), foreign_event(b"openat", b"xy", pid=9)).arrow()
    first, second = wide.to_pylist()
    assert first["openat"] == {"dfd": 1, "filename": None, "flags": None, "flags_names": None, "mode": None}
    assert (first["ret"], first["duration"], first["undecodable"]) == (None, None, None)
    assert second["openat"] is None
    given = {name for name, value in second.items() if value is not None}
    assert given == {
        *(
            "time",
            "timestamp",
            "pid",
            "ret",
            "comm",
            "syscall",
            "is_entry",
            "unfinished",
            "stopped_by_seccomp",
            "foreign",
            "extra",
        )
    }


def test_names_of_flags_and_choices() -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC
    rows = capture_of(openat(flags=flags), openat(), openat(flags=1 << 31)).arrow("openat").to_pylist()
    assert [row["flags_names"] for row in rows] == ["O_WRONLY|O_CREAT|O_CLOEXEC", "O_RDONLY", "O_RDONLY|0x80000000"]
    assert [row["flags"] for row in rows] == [flags, 0, 1 << 31]
    seeks = [raw_event("lseek", [3, 0, whence]) for whence in (os.SEEK_END, 99)]
    assert [row["whence_names"] for row in capture_of(*seeks).arrow("lseek").to_pylist()] == ["SEEK_END", "0x63"]
    none = raw_event("mmap", [0, 4096, 0, 0x22])
    assert capture_of(none).arrow("mmap").to_pylist()[0]["prot_names"] == "PROT_NONE"
    wide = capture_of(openat(flags=flags)).query("select openat.flags_names from events").fetchall()
    assert wide == [("O_WRONLY|O_CREAT|O_CLOEXEC",)]


def test_parts_of_addresses() -> None:
    four = struct.pack("<H", socket.AF_INET) + struct.pack(">H4s8x", 443, bytes([192, 0, 2, 1]))
    six = struct.pack("<H", socket.AF_INET6) + struct.pack(">HI16sI", 53, 0, bytes(15) + b"\1", 0)
    abstract = struct.pack("<H", socket.AF_UNIX) + b"\0name"
    netlink = struct.pack("<HHII", socket.AF_NETLINK, 0, 77, 0)
    events = [raw_event("connect", [3, 1, len(each)], [Captured(1, each)]) for each in (four, six, abstract, netlink)]
    events.append(raw_event("connect", [3, 1, 16], [Captured(1, status=FAULT)]))
    table = capture_of(*events).arrow("connect").to_pydict()
    assert table["uservaddr_family"] == ["AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", None]
    assert table["uservaddr_addr"] == ["192.0.2.1", "::1", "@name", None, None]
    assert table["uservaddr_port"] == [443, 53, None, 77, None]


def test_why_there_is_no_value() -> None:
    """NULL, an address that can't be read, and memory that the call did not fill: null, and told apart."""
    events = [
        raw_event("openat", [-100, 0, 0, 0], [Captured(1, status=FAULT)]),
        raw_event("openat", [-100, 1, 0, 0], [Captured(1, status=FAULT)], ret=-14),
        openat(),
        raw_event("openat", [-100, 1, 0, 0]),
    ]
    rows = capture_of(*events).arrow("openat").to_pylist()
    found = [(row["filename"], row["raw_args"][1], row["faults"], row["unfilled"]) for row in rows]
    assert found == [(None, 0, 0, 0), (None, 1, 1 << 1, 0), ("/etc/passwd", 0x7FFE1000, 0, 0), (None, 1, 0, 0)]
    failed = raw_event("read", [3, 0x1000, 10], [Captured(1, status=NONE)], ret=-5)
    row = capture_of(failed).arrow("read").to_pylist()[0]
    assert (row["buf"], row["faults"], row["unfilled"]) == (None, 0, 1 << 1)


def test_nothing_at_all():
    empty = Collected([], SCHEMA)
    assert len(empty) == 0 and empty.syscalls() == []
    assert empty.arrow().column_names == HEADER
    table = empty.arrow("openat")
    assert table.column_names == [*HEADER, "dfd", "filename", "flags", "flags_names", "mode"] and table.num_rows == 0
    with pytest.raises(UsageError, match="no syscall 'opnat'; did you mean openat"):
        empty.arrow("opnat")


@pytest.mark.parametrize("seed", range(20))
def test_corrupt_records_are_valid_arrow(seed: int):
    import random

    rng = random.Random(seed)
    raw = []
    for _, each in events(1):
        broken = bytearray(each)
        for _ in range(rng.randrange(1, 20)):
            broken[rng.randrange(176, len(broken)) if len(broken) > 176 else 0] = rng.randrange(256)
        raw.append(bytes(broken[: rng.randrange(88, len(broken) + 1)]))
    capture = capture_of(*raw)
    capture.arrow().validate(full=True)
    for syscall in capture.syscalls():
        capture.arrow(syscall).validate(full=True)


def test_chunks_are_aligned(monkeypatch: pytest.MonkeyPatch):
    """A later record batch's new syscall is null in those before it."""
    monkeypatch.setattr("traceleft.captured.CHUNK_BYTES", 0)
    capture = Collected([batch_of([each]) for _, each in events(1)], SCHEMA)
    table = capture.arrow()
    assert table["pid"].num_chunks == len(capture)
    table.validate(full=True)
    whole = Collected([batch_of([each for _, each in events(1)])], SCHEMA).arrow()
    assert table.to_pylist() == whole.to_pylist()


def test_batches_of_chosen_columns_are_joined():
    parts = []
    for raw in (openat(b"/a"), raw_event("close", [3])):
        builder = _core.ArrowBuilder(SCHEMA, True, columns={"pid", "openat", "close"})
        builder.append(batch_of([raw]))
        parts.append(builder.finish()[""])
    table = pa.table(_core.ArrowBatches(parts))
    table.validate(full=True)
    assert table.column_names == ["pid", "close", "openat"]
    assert table["openat"].null_count == table["close"].null_count == 1


def test_columns_outlive_their_builder_and_their_batch():
    builder = _core.ArrowBuilder(SCHEMA, True)
    builder.append(batch_of([openat(b"/first")]))
    assert builder.rows == 1 and builder.nbytes > 0
    first = pa.record_batch(builder.finish()[""])
    assert builder.rows == 0
    builder.append(batch_of([raw_event("close", [3])]))
    second = builder.finish()[""]
    del builder
    gc.collect()
    assert first["openat"].to_pylist()[0]["filename"] == "/first"
    assert "openat" not in second.names and len(second) == 1


def test_a_batch_can_be_taken_twice_or_not_at_all():
    batch = _core.ArrowBuilder(SCHEMA, True, ["openat"]).finish()[""]
    batch.__arrow_c_array__()
    batch.__arrow_c_schema__()
    assert pa.record_batch(batch) == pa.record_batch(batch)


def test_nothing_leaks():
    """Imported, dropped, half read: memory stays what it was."""
    code = """
import resource, sys
import pyarrow as pa
from tests.support.every_syscall import events
from traceleft import Capture, _core, battery
schema = battery.schema()
batch = _core.Batch([each for _, each in events(1)], schema)
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()
for round in range(60):
    if round == 20:
        before = resident()
    capture = Capture([batch], schema)
    pa.table(capture)
    capture.__arrow_c_stream__()
    reader = pa.RecordBatchReader.from_stream(capture)
    child = next(reader).column(5)
    del reader, capture
    child.to_pylist()
grown = resident() - before
assert grown < 30_000_000, grown
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=120)


def test_pandas(every: Collected):
    pytest.importorskip("pandas")
    frame = capture_of(openat(b"/x", ret=-2), openat(b"/y", ret=3)).pandas("openat")
    assert frame[["filename", "ret", "error"]].values.tolist()[0] == ["/x", -2, "ENOENT"]
    assert frame["syscall"].tolist() == ["openat", "openat"]
    assert every.pandas()["pid"].tolist() == [event.pid for event in every]


WIDE = 2**53 + 1
"""The first integer that a double can't be."""


def test_integers_stay_integers_in_pandas():
    """In rows of other calls, in structs, and where some are not known."""
    pytest.importorskip("pandas")
    read = raw_event("read", [3, 0, WIDE], nr=0, ret=WIDE)
    timed = raw_event("read", [3, 0, WIDE], nr=0, ret=WIDE, flags=DURATION, duration=WIDE)
    frame = capture_of(read, timed, openat(b"/x", ret=3)).pandas()
    assert [row and row["count"] for row in frame["read"]] == [WIDE, WIDE, None]
    assert all(type(row["count"]) is int for row in frame["read"][:2])
    assert frame["ret"].tolist() == [WIDE, WIDE, 3] and frame["ret"].dtype == "int64"
    assert str(frame["duration"].dtype) in ("Int64", "UInt64") and frame["duration"].tolist()[1] == WIDE
    assert frame["duration"].isna().tolist() == [True, False, True] and frame["duration"].mean() == WIDE
    own = capture_of(read, timed).pandas("read")
    assert own["count"].tolist() == [WIDE, WIDE] and own["duration"].tolist()[1] == WIDE


def test_polars(every: Collected):
    pl = pytest.importorskip("polars")
    frame = capture_of(openat(b"/x", ret=-2), openat(b"/y", ret=3)).polars("openat")
    assert frame.select("filename", "ret", "error").rows() == [("/x", -2, "ENOENT"), ("/y", 3, None)]
    frame = pl.DataFrame(every)
    assert frame["syscall"].to_list() == [replaced(event.syscall) for event in every]
    filenames = [row["filename"] for row in frame["openat"].to_list() if row is not None]
    assert filenames == [event["filename"] and replaced(event["filename"]) for event in every if with_filename(event)]


def with_filename(event: _core.Event) -> bool:
    return event.syscall == "openat" and not event.foreign


def test_nanoarrow(every: Collected):
    nanoarrow = pytest.importorskip("nanoarrow")
    assert [row for row in nanoarrow.Array(every).child(2).iter_py()] == [event.pid for event in every]


def test_duckdb(every: Collected):
    pytest.importorskip("duckdb")
    capture = capture_of(openat(b"/x", ret=-2), raw_event("close", [3]), openat(b"/y", ret=3))
    sql = "SELECT openat.filename, error FROM events WHERE syscall = 'openat' ORDER BY 1"
    assert capture.query(sql).fetchall() == [("/x", "ENOENT"), ("/y", None)]
    assert capture.query("SELECT dfd, filename FROM openat WHERE ret = 3").fetchall() == [(-100, "/y")]
    assert every.query("SELECT count(*), sum(timestamp) FROM events").fetchall() == [
        (len(every), sum(event.timestamp for event in every))
    ]
    with pytest.raises(UsageError, match="filenam"):
        capture.query("SELECT filenam FROM openat")


def test_what_a_notebook_shows_is_no_html_of_the_events():
    capture = capture_of(openat(b"/<script>alert(1)</script>\xff", comm=b"<b>&\xfe", ret=-2), raw_event("close", [3]))
    shown = capture._repr_html_()
    assert "<script>" not in shown and "<b>" not in shown
    assert "&lt;script&gt;" in shown and "&lt;b&gt;&amp;" in shown and "ENOENT" in shown
    shown.encode("utf-8")
    assert repr(capture) == "<Capture: 2 events of 2 syscalls>"


def test_importing_traceleft_imports_no_library():
    code = "import sys, traceleft; traceleft.Capture; assert not {'pyarrow', 'duckdb', 'pandas'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
