# SPDX-License-Identifier: MIT
"""Batch and Event: what is read out of raw bytes, and that no bytes at all can do harm."""

from __future__ import annotations

import gc
import pickle
import random
import struct
from collections.abc import Iterable, Mapping

import pytest

from tests.support.raw_events import (
    DURATION,
    ENTRY,
    FAULT,
    HEADER,
    NONE,
    OK,
    SECCOMP,
    TRUNCATED,
    Captured,
    decode,
    foreign_event,
    openat,
    raw_event,
    show,
    spec_of,
)
from tests.support.raw_objects import OBJECTS, described, raw_file
from traceleft import _core, battery
from traceleft.errors import TraceleftError, UsageError

PROPERTIES = [name for name, value in vars(_core.Event).items() if isinstance(value, property)]


def touch(event: _core.Event) -> None:
    """Asks an event for everything it has."""
    for name in PROPERTIES:
        getattr(event, name)
    for name in event.args:
        event[name]
        assert event.capture_status(name) in (None, "ok", "truncated", "fault", "none", "late")


def test_every_header_field():
    event = decode(
        raw_event(
            "openat",
            timestamp=2**63 + 5,
            pid=4_194_304,
            ret=-2,
            tid=4_194_303,
            cpu=4095,
            uid=2**32 - 1,
            gid=2**32 - 2,
            cgroup_id=2**64 - 1,
            duration=2**64 - 3,
            comm=b"0123456789abcde",
            nr=257,
            flags=DURATION,
            program_id=2**64 - 2,
            ns_pid=1,
            ns_tid=4_194_302,
            pid_namespace=2**32 - 3,
        )
    )
    assert (event.timestamp, event.pid, event.ret, event.syscall) == (2**63 + 5, 4_194_304, -2, "openat")
    assert (event.tid, event.cpu, event.uid, event.gid) == (4_194_303, 4095, 2**32 - 1, 2**32 - 2)
    assert (event.cgroup_id, event.duration, event.nr) == (2**64 - 1, 2**64 - 3, 257)
    assert (event.comm, event.program_id, event.error) == ("0123456789abcde", 2**64 - 2, "ENOENT")
    assert (event.ns_pid, event.ns_tid, event.pid_namespace) == (1, 4_194_302, 2**32 - 3)
    assert not event.foreign and not event.is_entry and event.extra == b"" and event.args == {}


def test_ids_in_a_pid_namespace_that_were_not_asked_for():
    event = decode(raw_event("close", [3]))
    assert (event.ns_pid, event.ns_tid, event.pid_namespace) == (None, None, None)


def test_names_without_a_nul_end_where_their_fields_end():
    event = decode(raw_event(b"s" * 64, comm=b"c" * 16))
    assert (event.syscall, event.comm) == ("s" * 64, "c" * 16)


def test_undecodable_bytes_are_surrogates_as_os_fsdecode_has_them():
    event = decode(openat(filename=b"/tmp/\xff\xc3\xa9", comm=b"\xfe"))
    assert event["filename"] == "/tmp/\udcffé"
    assert event.comm == "\udcfe"


@pytest.mark.parametrize(
    ("kind", "register", "value"),
    [
        ("int", 2**32 - 7, -7),
        ("int", 2**40 + 3, 3),
        ("uint", 2**64 - 1, 2**32 - 1),
        ("long", 2**64 - 5, -5),
        ("ulong", 2**64 - 5, 2**64 - 5),
        ("size", 2**63, 2**63),
        ("fd", 2**32 - 1, -1),
        ("dirfd", 2**32 - 100, -100),
        ("mode", 0xFFFF01A4, 0o644),
        ("uid", 1000, 1000),
        ("uid", 2**32 - 1, -1),
        ("gid", 2**32 - 2, 2**32 - 2),
        ("pointer", 2**64 - 1, 2**64 - 1),
        ("flags", 2**32 + 6, 6),
        ("string", 0x1000, None),
        ("buffer", 0x1000, None),
    ],
)
def test_an_argument_of_every_kind(kind: str, register: int, value: object):
    """The kernel looks at the lower half of the smaller ones; what is in the upper half is chance."""
    event = decode(raw_event("probe", [register]), _core.EventSchema(spec_of({"it": kind})))
    assert event["it"] == value
    assert event.args == {"it": value}
    assert event.raw_args == {"it": register}
    assert event.capture_status("it") is None


@pytest.mark.parametrize(("kind", "whole"), [("string", "abc"), ("buffer", b"abc")])
@pytest.mark.parametrize(
    ("status", "name", "there"),
    [(OK, "ok", True), (TRUNCATED, "truncated", True), (FAULT, "fault", False), (NONE, "none", False)],
)
def test_captures(kind: str, whole: object, status: int, name: str, there: bool):
    schema = _core.EventSchema(spec_of({"first": "string", "it": kind}))
    raw = raw_event("probe", [1, 2], [Captured(0, b"/a path"), Captured(1, b"abc" if there else b"", status)])
    event = decode(raw, schema)
    assert event["it"] == (whole if there else None)
    assert event.capture_status("it") == name
    assert event.captured_bytes("it") == (b"abc" if there else None)
    assert event.raw == raw
    assert event["first"] == "/a path"


@pytest.mark.parametrize("size", [0, 1, 7, 8, 9, 4096, 32768])
def test_a_capture_of_any_size_is_followed_by_the_next(size: int):
    schema = _core.EventSchema(spec_of({"data": "buffer", "name": "string"}))
    event = decode(raw_event("probe", [1, 2], [Captured(0, b"x" * size), Captured(1, b"end")]), schema)
    assert (event["data"], event["name"]) == (b"x" * size, "end")


def test_a_foreign_event_has_four_fields_and_its_own_bytes():
    event = decode(foreign_event(b"read", b"\x01\x02own", timestamp=9, pid=8, ret=-7))
    assert event.foreign and event.extra == b"\x01\x02own"
    assert (event.timestamp, event.pid, event.ret, event.syscall, event.error) == (9, 8, -7, "read", "E2BIG")
    assert (event.comm, event.duration, event.is_entry, event.args, event.raw_args) == ("", None, False, {}, {})
    for name in ("tid", "cpu", "uid", "gid", "cgroup_id", "nr", "program_id", "ns_pid", "ns_tid", "pid_namespace"):
        assert getattr(event, name) is None, name
    assert decode(foreign_event(b"read")).extra == b""


def test_a_foreign_event_as_long_as_ours_stays_foreign():
    """Only the magic tells; nothing of its own bytes is taken for a field."""
    event = decode(foreign_event(b"openat", b"\xff" * 200))
    assert event.foreign and event.extra == b"\xff" * 200 and event.args == {} and event.duration is None


def test_an_entry_event_has_no_error():
    event = decode(raw_event("close", [3], ret=-2, flags=ENTRY))
    assert event.is_entry and event.error is None and event["fd"] == 3


def test_a_call_that_seccomp_stopped_has_no_result():
    event = decode(raw_event("close", [3], ret=-38, flags=SECCOMP))
    assert event.stopped_by_seccomp and not event.is_entry and (event.ret, event.error, event["fd"]) == (0, None, 3)
    assert not decode(raw_event("close", [3], ret=-38)).stopped_by_seccomp


@pytest.mark.parametrize(
    ("ret", "error"),
    [
        (0, None),
        (3, None),
        (-1, "EPERM"),
        (-11, "EAGAIN"),
        (-41, "E41"),
        (-95, "EOPNOTSUPP"),
        (-133, "EHWPOISON"),
        (-512, "ERESTARTSYS"),
        (-513, "ERESTARTNOINTR"),
        (-514, "ERESTARTNOHAND"),
        (-516, "ERESTART_RESTARTBLOCK"),
        (-4095, "E4095"),
        (-4096, None),
        (-(2**63), None),
    ],
)
def test_errors_end_at_the_kernels_highest(ret: int, error: object):
    assert decode(raw_event("close", ret=ret)).error == error


def test_an_unknown_syscall_has_numbered_arguments():
    event = decode(raw_event("nosuch", [5, 2**64 - 1], [Captured(0, b"abc")]))
    assert event.args == {"arg0": 5, "arg1": 2**64 - 1}
    assert event["arg0"] == 5 and event.capture_status("arg0") == "ok"


def test_more_arguments_than_the_schema_knows():
    event = decode(raw_event("close", [3, 4]))
    assert event.args == {"fd": 3, "arg1": 4}


@pytest.mark.parametrize("name", ["nosuch", "", "arg0", "dfd\0"])
def test_an_unknown_argument_is_a_key_error(name: str):
    event = decode(openat())
    with pytest.raises(KeyError):
        event[name]
    with pytest.raises(KeyError):
        event.capture_status(name)


def test_a_batch_is_a_sequence():
    batch = _core.Batch([raw_event("close", [fd], pid=fd + 1) for fd in range(3)], battery.schema())
    assert len(batch) == 3 and [event["fd"] for event in batch] == [0, 1, 2]
    assert [event.pid for event in batch] == [1, 2, 3], "iterating twice begins anew"
    assert batch[-1]["fd"] == 2 and batch[-3]["fd"] == 0
    assert isinstance(batch, Iterable), "_core.pyi declares __iter__"
    for index in (3, -4, 2**62):
        with pytest.raises(IndexError):
            batch[index]
    with pytest.raises(TypeError):
        batch["0"]


def test_an_empty_batch():
    batch = _core.Batch([], battery.schema())
    assert (len(batch), batch.nbytes, list(batch)) == (0, 0, [])


def test_nbytes_counts_the_raw_events():
    assert _core.Batch([openat(), openat()], battery.schema()).nbytes == 2 * len(openat())


def test_events_and_batches_outlive_what_they_came_from():
    """An event keeps its batch and its schema; a batch, no tracer."""
    schema = _core.EventSchema(spec_of({"it": "string"}))
    batch = _core.Batch([raw_event("probe", [1], [Captured(0, b"kept")])], schema)
    event = batch[0]
    del batch, schema
    gc.collect()
    _core.Batch([b"\xff" * 4096] * 50, battery.schema())  # would land where freed memory was
    assert event["it"] == "kept"


@pytest.mark.parametrize(
    "spec",
    [
        spec_of({"it": "nosuch"}),
        spec_of({"it": "struct"}),
        spec_of({"it": "array"}),
        {},
        {"version": 2, "syscalls": {}},
        {**spec_of({}), "version": 1},
        {"version": 2, "syscalls": {"a": {}}, "flags": {}, "structs": {}},
    ],
)
def test_a_schema_that_is_none(spec: dict):
    with pytest.raises((UsageError, KeyError)):
        _core.EventSchema(spec)


def test_a_when_that_names_no_argument_never_applies():
    spec = spec_of({"it": "int"})
    spec["syscalls"]["probe"]["args"][0]["when"] = {"arg": -1, "mask": 1}
    touch(decode(raw_event("probe", [1]), _core.EventSchema(spec)))


FULL = openat(flags=0o100, mode=0o644)
TWO = raw_event("write", [1, 2, 9], [Captured(1, b"some data", TRUNCATED), Captured(0, b"")])


@pytest.mark.parametrize("full", [FULL, TWO, foreign_event(b"read", b"own")], ids=["openat", "write", "foreign"])
def test_records_of_every_length(full: bytes):
    """A record cut anywhere is shown as far as it goes; below the common fields it is no event."""
    formatter = _core.TextFormatter(battery.schema())
    for length in range(len(full) + 1):
        batch = _core.Batch([full[:length]], battery.schema())
        text = formatter.format(batch)
        if length < 88:
            with pytest.raises(ValueError, match="shorter"):
                batch[0]
            assert text == ""
            continue
        touch(batch[0])
        assert batch[0].foreign == (length < HEADER.size or full.startswith(foreign_event(b"read")[:88]))
        assert text.isascii() and text.count("\n") == 1


def test_random_mutations_do_no_harm():
    """Corrupt counts, sizes, kinds and names: no crash, no exception but the documented ones, one line for each."""
    rng = random.Random(20240607)
    schema = battery.schema()
    formatter = _core.TextFormatter(schema)
    for _ in range(20_000):
        raw = bytearray(rng.choice((FULL, TWO)))
        for _ in range(rng.randint(1, 8)):
            at = rng.choice((rng.randrange(len(raw)), rng.randrange(88, min(len(raw), 240))))
            raw[at] = rng.choice((0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)))
        if rng.random() < 0.3:
            raw = raw[: rng.randrange(88, len(raw) + 1)]
        if rng.random() < 0.1 and len(raw) >= 96:
            struct.pack_into("<HH", raw, 92, 65535, 65535)  # args and captures
        batch = _core.Batch([bytes(raw)], schema)
        touch(batch[0])
        text = formatter.format(batch)
        assert text.isascii() and text.endswith("\n") and text[:-1].isprintable()


def test_an_event_is_a_mapping_of_its_arguments():
    event = decode(openat(filename=b"/tmp/\xff", flags=0o100))
    names = ["dfd", "filename", "flags", "mode"]
    assert isinstance(event, Mapping) and dict(event) == event.args
    assert (list(event), list(event.keys()), len(event)) == (names, names, 4)
    assert list(event.items()) == list(event.args.items()) and list(event.values()) == list(event.args.values())
    assert event.get("filename") == "/tmp/\udcff" and (event.get("nosuch"), event.get("nosuch", 7)) == (None, 7)
    assert [name in event for name in ("filename", "nosuch", "\udcff", 3, None)] == [True, False, False, False, False]
    for name in ("nosuch", "\udcff", 0, None):
        with pytest.raises(KeyError) as raised:
            event[name]  # type: ignore[index]
        assert raised.value.args == (name,)
    assert dict(decode(foreign_event(b"mine"))) == {}


def test_an_event_shows_itself_as_its_line_of_text():
    for raw in (openat(flags=0o2000000, ret=3), openat(filename=b"\x1b[2J", ret=-2), foreign_event(b"mine", b"12")):
        line = show(raw)
        assert repr(decode(raw)) == line[line.index(decode(raw).syscall) :].rstrip("\n")
    assert repr(decode(openat(flags=0o2000000, ret=3))) == (
        'openat(dfd=AT_FDCWD, filename="/etc/passwd", flags=O_RDONLY|O_CLOEXEC) = 3'
    )


def test_an_event_survives_a_pickle():
    batch = _core.Batch([openat(filename=b"/a"), foreign_event(b"mine", b"12")], battery.schema(), 5, 3600)
    for event in batch:
        again = pickle.loads(pickle.dumps(event))
        assert (again.raw, again.args, again.syscall, repr(again)) == (
            event.raw,
            event.args,
            event.syscall,
            repr(event),
        )
    clock = pickle.loads(pickle.dumps(batch[0])).__reduce__()[1][2:4]
    assert clock == (5, 3600)


def test_a_pickle_keeps_an_events_files():
    raw = described(raw_event("close", [3], flags=OBJECTS), {0: 7})
    event = _core.Batch([raw], battery.schema(), objects=[raw_file(7, "/etc/passwd")])[0]
    assert event.files["fd"].path == "/etc/passwd"
    assert pickle.loads(pickle.dumps(event)).files == event.files


def test_an_event_of_another_schema_is_not_pickled():
    with pytest.raises(pickle.PicklingError, match="another version"):
        pickle.dumps(decode(raw_event("call", [1]), _core.EventSchema(spec_of({"a": "int"}))))
    function, (raw, (fingerprint, compat), *rest) = decode(openat()).__reduce__()
    with pytest.raises(TraceleftError, match="another version"):
        function(raw, (fingerprint[::-1], compat), *rest)
