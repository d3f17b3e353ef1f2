# SPDX-License-Identifier: MIT
"""Events of 32-bit programs' calls in every format: by a schema of their own, and marked."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from tests.support.raw_events import COMPAT, Captured, openat, raw_event
from traceleft import Batch, _core, battery, events, recording
from traceleft._core import ArrowBuilder, EventSchema, JsonFormatter, ProtobufEncoder, TemplateFormatter, TextFormatter
from traceleft.origin import Origin
from traceleft.outputs import Context, open_output
from traceleft.proto import traceleft_pb2
from traceleft.recording import Recording, RecordingError

pytestmark = pytest.mark.skipif(not battery.compat_calls(), reason="this architecture decodes no 32-bit calls")

STAT64 = raw_event(
    "stat64",
    [0x1000, 0x2000],
    [
        Captured(0, b"/etc"),
        Captured(
            1, struct.pack("<QIIIIIIQIqIQIIIIIIQ", 0xFE00, 0, 7, 0o40755, 3, 4, 5, 0, 0, 4096, 512, 8, *range(1, 7), 9)
        ),
    ],
    nr=195,
    flags=COMPAT,
)
WRITEV = raw_event(
    "writev",
    [3, 0x1000, 1],
    [Captured(1, struct.pack("<QQIHH", 0x2000, 5, 5, 1, 0) + b"hello\0\0\0")],
    nr=146,
    ret=5,
    flags=COMPAT,
)
LSEEK = raw_event("lseek", [3, 0xFFFFFFFB, 1], nr=19, flags=COMPAT)
X32 = raw_event("getpid", [], nr=0x40000027, ret=7)


@pytest.fixture
def schema() -> EventSchema:
    schema = EventSchema(battery.schema_spec())
    assert not schema.has_compat
    schema.set_compat(EventSchema(battery.compat_schema_spec()))
    assert schema.has_compat
    return schema


def batch(schema: EventSchema, *raw: bytes) -> Batch:
    return _core.Batch(list(raw), schema)


def test_python(schema: EventSchema) -> None:
    stat, lseek, native, x32 = batch(schema, STAT64, LSEEK, openat(), X32)
    assert (stat.abi, lseek.abi, native.abi, x32.abi) == ("i386", "i386", None, "x32")
    assert stat.args["filename"] == "/etc"
    assert stat.args["statbuf"]["st_size"] == 4096 and stat.args["statbuf"]["st_ino"] == 9
    # A register of 32 bits has a sign of its own.
    assert lseek.args == {"fd": 3, "offset": -5, "whence": 1}
    typed = events.typed(stat)
    assert isinstance(typed, events.Stat64) and typed.statbuf["st_mode"] == 0o40755 and typed.abi == "i386"
    assert isinstance(events.typed(lseek), events.Lseek)


def test_text(schema: EventSchema) -> None:
    text = TextFormatter(schema).format(batch(schema, STAT64, WRITEV, LSEEK, openat(), X32)).splitlines()
    calls = [line.split(" ", 3)[3] for line in text]
    assert calls[0].startswith('stat64@32(filename="/etc", statbuf={st_dev=makedev(0xfe, 0x0), ')
    assert calls[1] == 'writev@32(fd=3, vec=[{iov_base="hello", iov_len=5}], vlen=1) = 5'
    assert calls[2] == "lseek@32(fd=3, offset=-5, whence=SEEK_CUR) = 0"
    assert calls[3].startswith("openat(")
    assert calls[4] == "getpid@x32() = 7"
    named = TemplateFormatter(schema, "{syscall}.{abi}").format(batch(schema, STAT64, openat(), X32))
    assert named == b"stat64.i386\nopenat.-\ngetpid.x32\n"


def test_json(schema: EventSchema) -> None:
    lines = [json.loads(line) for line in JsonFormatter(schema).format(batch(schema, STAT64, openat())).splitlines()]
    assert lines[0]["abi"] == "i386" and lines[0]["args"]["statbuf"]["st_blocks"] == 8
    assert "abi" not in lines[1]
    chosen = JsonFormatter(schema, ["abi", "args.u_info"]).format(batch(schema, openat()))
    assert chosen == b'{"abi":null,"args":{}}\n'


def test_protobuf(schema: EventSchema) -> None:
    encoded = ProtobufEncoder(schema).encode(batch(schema, STAT64, WRITEV, LSEEK, openat()), 16)
    stat, writev, lseek, native = traceleft_pb2.EventBatch.FromString(encoded).events
    assert stat.abi == "i386" and stat.WhichOneof("call") == "stat64"
    assert stat.stat64.filename == b"/etc" and stat.stat64.statbuf.st_ino == 9
    assert [(vector.data, vector.length) for vector in writev.writev.vec] == [(b"hello", 5)]
    # The native call's message: what differs is the width.
    assert lseek.lseek.offset == -5 and lseek.nr == 19
    assert native.abi == "" and native.WhichOneof("call") == "openat"


def test_arrow(schema: EventSchema) -> None:
    """A call of another ABI has columns of its own, since its values have other types."""
    pa = pytest.importorskip("pyarrow")
    builder = ArrowBuilder(schema, True)
    builder.append(batch(schema, STAT64, LSEEK, openat()))
    rows = pa.record_batch(builder.finish()[""]).to_pylist()
    assert [row["abi"] for row in rows] == ["i386", "i386", None]
    assert rows[0]["i386_stat64"]["statbuf"]["st_size"] == 4096
    assert rows[1]["i386_lseek"]["offset"] == -5
    assert rows[2]["openat"]["filename"] and rows[2]["i386_lseek"] is None
    builder = ArrowBuilder(schema, False, ["i386_getpid"])
    builder.append(batch(schema, LSEEK))
    assert set(builder.finish()) == {"i386_getpid", "i386_lseek"}


def test_without_their_schema() -> None:
    """Registers alone are shown, and never by the native call's meaning."""
    schema = EventSchema(battery.schema_spec())
    (event,) = batch(schema, LSEEK)
    assert event.args == {"arg0": 3, "arg1": 0xFFFFFFFB, "arg2": 1} and event.abi == "i386"


def test_a_schema_is_set_once(schema: EventSchema) -> None:
    schema.set_compat(EventSchema(battery.schema_spec()))
    assert batch(schema, LSEEK)[0].args["offset"] == -5


def test_names() -> None:
    """A native call's name stands for all that serve in its place, other names for one."""
    assert {"stat", "stat64", "oldstat"} == set(battery.serving(["stat"]))
    assert {"mmap2", "old_mmap"} == set(battery.serving(["mmap"]))
    assert "socketcall" in battery.serving(["connect"]) and "ipc" in battery.serving(["shmat"])
    assert {"futex", "futex_time64"} == set(battery.serving(["futex"]))
    for name, native, beside, needed in (
        ("stat", ("stat",), {"stat", "stat64", "oldstat"}, False),
        ("stat@64", ("stat",), set(), False),
        ("stat@32", (), {"stat"}, True),
        ("stat64", (), {"stat64"}, True),
        ("stat64@32", (), {"stat64"}, True),
    ):
        file = battery.handler_file(name)
        assert (file.syscalls, set(file.compat), file.needs_compat) == (native, beside, needed), name
    file = battery.handler_file(["close"], left_out=["stat", "sync"])
    assert (file.syscalls, set(file.compat)) == (("close",), {"close", "stat", "stat64", "oldstat", "sync"})
    for name in ("stat64@64", "openat@x32", "newfstatat@32"):
        assert not battery.is_shipped(name)


def test_every_native_call_is_served() -> None:
    """Each call that i386 has under another name alone is of some use to who asks for the native one."""
    native, compat = set(battery.schema_spec()["syscalls"]), battery.compat_calls()
    missing = sorted(name for name in native if not battery.serving([name]))
    assert missing == [
        "epoll_ctl_old",
        "epoll_wait_old",
        "kexec_file_load",
        "security",
        "tuxcall",
        "uprobe",
        "uretprobe",
    ]
    assert all(name in native for natives in compat.values() for name in natives)


def test_a_recording_has_both_schemas(schema: EventSchema, tmp_path: Path) -> None:
    output = open_output("record", str(tmp_path / "file"), Context(schema, Origin.here()))
    output.write(batch(schema, STAT64, openat()))
    output.close()
    with Recording(tmp_path / "file") as again:
        assert [event.args for each in again.batches() for event in each] == [
            event.args for event in batch(schema, STAT64, openat())
        ]


def test_query(schema: EventSchema, tmp_path: Path) -> None:
    """They have tables of their own, and are in no native call's."""
    pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    from traceleft import query

    output = open_output("parquet", str(tmp_path / "files"), Context(schema, Origin.here()))
    output.write(batch(schema, STAT64, LSEEK, openat(), raw_event("lseek", [3, 2**64 - 5, 1], nr=8)))
    output.close()
    connection = query.connect(tmp_path / "files")

    def asked(sql: str) -> list[tuple[object, ...]]:
        return connection.execute(sql).fetchall()

    assert asked("select filename, statbuf.st_size, abi from i386_stat64") == [("/etc", 4096, "i386")]
    assert asked('select "offset" from i386_lseek') == asked('select "offset" from lseek') == [(-5,)]
    assert asked("select count(*) from events where abi is null") == [(2,)]


@pytest.mark.parametrize("bad", [{}, {"flags": 1, "structs": {}}, {"flags": {}, "structs": []}])
def test_a_recordings_schemas_are_objects(bad: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "file"
    output = open_output("record", str(path), Context(battery.schema(), Origin.here()))
    output.close()
    with Recording(path) as again:
        header = {**again.header, "compat_schema": bad}
    path.write_bytes(recording.MAGIC + recording.header_chunk(header))
    with pytest.raises(RecordingError, match="can't read the recording's header"):
        Recording(path)


@pytest.mark.parametrize(
    ("question", "syscalls"),
    [
        ('abi == "i386"', ["stat64", "writev", "lseek"]),
        ('filename == "/etc"', ["stat64"]),
        ('filename ~ "/etc/*"', ["openat"]),
        ("st_size == 4096 or statbuf.st_mode & 0777 == 0755", ["stat64"]),
        ('vec == "hello" and ret == 5', ["writev"]),
        ("offset == -5 and whence == SEEK_CUR", ["lseek"]),
    ],
)
def test_questions(schema: EventSchema, question: str, syscalls: list[str]) -> None:
    kept = _core.filter(batch(schema, STAT64, WRITEV, LSEEK, openat()), _core.Question(question))
    assert [event.syscall for event in kept] == syscalls
