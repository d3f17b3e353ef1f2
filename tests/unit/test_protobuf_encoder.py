# SPDX-License-Identifier: MIT
"""The C++ encoder against protobuf's own library and protoc: every field of every syscall comes back."""

from __future__ import annotations

import random
import shutil
import socket
import struct
import subprocess
from typing import Any

import pytest

from tests.support import ROOT
from tests.support.every_syscall import events
from tests.support.raw_events import (
    CAPTURED,
    COMMON,
    FAULT,
    NONE,
    PASSED,
    TRUNCATED,
    Captured,
    foreign_event,
    openat,
    raw_event,
)
from tests.support.raw_events import HEADER as EVENT_HEADER
from tests.support.sample_schema import SCHEMA
from traceleft import _core, battery
from traceleft.errors import UsageError
from traceleft.generate.spec import flat_name

pb2 = pytest.importorskip("traceleft.proto.traceleft_pb2")
from google.protobuf.unknown_fields import UnknownFieldSet  # noqa: E402 (needs the same)

SPEC = battery.schema_spec()
OFFSET = 1_700_000_000 * 10**9
HEADER = (
    "timestamp",
    "pid",
    "ret",
    "tid",
    "cpu",
    "uid",
    "gid",
    "cgroup_id",
    "nr",
    "program_id",
    "is_entry",
    "unfinished",
    "stopped_by_seccomp",
    "foreign",
)


def encode(*raws: bytes, field: int = 0, schema: _core.EventSchema | None = None) -> bytes:
    schema = schema or battery.schema()
    return _core.ProtobufEncoder(schema).encode(_core.Batch(list(raws), schema, OFFSET), field)


def messages(stream: bytes) -> list[Any]:
    """The messages of a length-delimited stream."""
    found = []
    at = 0
    while at < len(stream):
        length = shift = 0
        while True:
            length |= (stream[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
            if stream[at - 1] < 0x80:
                break
        found.append(pb2.Event.FromString(stream[at : at + length]))
        at += length
    assert at == len(stream)
    return found


def message_of(raw: bytes) -> Any:
    (message,) = messages(encode(raw))
    return message


class Undecoded(bytes):
    """The bytes of something that an event decodes if it can."""

    def __eq__(self, other: object) -> bool:
        return not isinstance(other, bytes) or super().__eq__(other)

    __hash__ = bytes.__hash__


class Few(list[Any]):
    """A list; where it is empty, messages don't tell it from one that isn't there."""

    def __eq__(self, other: object) -> bool:
        return list(self) == other or (not self and other is None)


def text(data: bytes) -> str:
    return data.decode(errors="surrogateescape")


def single(value: dict[str, Any], got: Any) -> Any:
    """A field's value as Event.args has it."""
    kind = value["kind"]
    if kind in ("struct", "linked"):
        return structure(value["struct"], got)
    if kind == "in_addr":
        return socket.inet_ntop(socket.AF_INET, got)
    if kind == "in6_addr":
        return socket.inet_ntop(socket.AF_INET6, got)
    if kind in ("chars", "socket_name", "string"):
        return text(got)
    if kind in ("uid", "gid"):
        return -1 if got == 2 ** (8 * value["size"]) - 1 else got
    return got


def shaped(value: dict[str, Any], flat: list[Any]) -> list[Any]:
    """An array, of arrays maybe, out of all their elements."""
    element = value["of"]
    if element["kind"] != "array":
        return [single(element, each) for each in flat]
    width = len(flat) // value["count"]
    return [shaped(element, flat[at : at + width]) for at in range(0, len(flat), width)]


def structure(name: str, message: Any) -> dict[str, Any]:
    variants = message.DESCRIPTOR.oneofs_by_name.get("variant")
    chosen = variants and message.WhichOneof("variant")
    if chosen:
        return structure(chosen[len("as_") :], getattr(message, chosen))
    out: dict[str, Any] = {}
    for field in SPEC["structs"][name]["fields"]:
        got = getattr(message, flat_name(field["name"]))
        if field["kind"] in ("beyond", "buffer"):
            if message.HasField(field["name"]):
                out[field["name"]] = Undecoded(got)
            continue
        if field["kind"] == "array":
            if len(got):
                out[field["name"]] = shaped(field, list(got))
        elif message.HasField(flat_name(field["name"])):
            out[field["name"]] = single(field, got)
    return out


def iovecs(repeated: Any) -> list[Any]:
    return [{"iov_base": each.data if each.HasField("data") else None, "iov_len": each.length} for each in repeated]


def msghdr(message: Any) -> dict[str, Any]:
    return {
        "msg_name": structure("sockaddr", message.name) if message.HasField("name") else None,
        "msg_namelen": message.namelen,
        "msg_iov": iovecs(message.iov),
        "msg_iovlen": message.iovlen,
        "msg_control": Few([structure("cmsghdr", each) for each in message.control_messages]),
        "msg_controllen": message.controllen,
        "msg_flags": message.flags,
    }


def argument(value: dict[str, Any], name: str, call: Any) -> Any:
    """An argument of a call's message as Event.args has it."""
    name = flat_name(name)
    kind, got = value["kind"], getattr(call, name)
    if "capture" in value and call.HasField(f"{name}_address"):
        return None
    if kind == "strings":
        strings: list[Any] = [text(each) for each in got]
        for index in getattr(call, f"{name}_unreadable"):
            assert strings[index] == ""
            strings[index] = None
        return strings
    if kind == "pointers":
        unreadable = getattr(call, f"{name}_unreadable")
        return [None if index in unreadable else single(value["of"], each) for index, each in enumerate(got)]
    if kind == "iovec":
        return iovecs(got)
    if kind == "msghdr":
        return msghdr(got)
    if kind == "mmsghdr":
        return [{"msg_hdr": msghdr(each.msg_hdr), "msg_len": each.msg_len} for each in got]
    if kind == "array":
        return shaped(value, list(got))
    return single(value, got)


def check_passed(value: dict[str, Any], index: int, event: _core.Event, call: Any) -> None:
    """What the call may have overwritten, as it was passed: decoded, or its bytes where another argument tells their
    meaning. An empty list is none."""
    name = value["name"]
    field = f"{flat_name(name)}_passed"
    if "by" in value:
        assert (getattr(call, field) if call.HasField(field) else None) == captured(event.raw, index | PASSED)
    elif value["kind"] == "array":
        assert shaped(value, list(getattr(call, field))) == (event.passed.get(name) or [])
    else:
        assert (single(value, getattr(call, field)) if call.HasField(field) else None) == event.passed.get(name)


def captured(raw: bytes, arg: int) -> bytes | None:
    """The bytes of a struct captured, if they could be read."""
    args, count = struct.unpack_from("<HH", raw, COMMON.size + 4)
    at = EVENT_HEADER.size + 8 * args
    data = at + CAPTURED.size * count
    for _ in range(count):
        size, its, status = CAPTURED.unpack_from(raw, at)
        if its == arg:
            return raw[data : data + size] if status < FAULT else None
        at, data = at + CAPTURED.size, data + (size + 7) // 8 * 8
    return None


def check_header(message: Any, event: _core.Event) -> None:
    for field in HEADER:
        assert getattr(message, field) == getattr(event, field) or getattr(event, field) is None, field
    for field in ("ns_pid", "ns_tid", "pid_namespace"):
        assert (getattr(message, field) or None) == getattr(event, field)
    assert message.syscall == event.syscall and not message.syscall_bytes
    assert text(message.comm) == event.comm
    assert (message.duration if message.HasField("duration") else None) == event.duration
    assert message.wall_time == event.timestamp + OFFSET


def check_arguments(message: Any, event: _core.Event) -> None:
    call = getattr(message, message.WhichOneof("call"))
    truncated = 0
    for index, spec in enumerate(SPEC["syscalls"][event.syscall]["args"]):
        name = spec["name"]
        if "by" not in spec:
            got = argument(spec, name, call)
            assert got == event[name], (event.syscall, name)
        else:
            assert getattr(call, flat_name(name)) == event.raw_args[name]
        if "by" in spec and "capture" in spec:
            memory = f"{flat_name(name)}_memory"
            got = getattr(call, memory) if call.HasField(memory) else None
            assert got == event.captured_bytes(name), (event.syscall, name)
        if spec.get("overwritten"):
            check_passed(spec, index, event, call)
        truncated |= (event.capture_status(name) == "truncated") << index
    for index, spec in enumerate(SPEC["syscalls"][event.syscall]["args"]):
        # Its status isn't shown where this time it is a number, nor that a piece was cut before one couldn't be read.
        if "by" in spec or event.capture_status(spec["name"]) == "fault":
            truncated |= message.truncated & 1 << index
    assert message.truncated == truncated


def test_every_field_of_every_syscall_comes_back():
    seen = set()
    for name, raw in events(seeds=6):
        event = _core.Batch([raw], battery.schema())[0]
        message = message_of(raw)
        check_header(message, event)
        assert message.WhichOneof("call") == name.lstrip("_")
        check_arguments(message, event)
        seen.add(name)
    assert len(seen) == len(SPEC["syscalls"])


def test_it_writes_what_protobuf_itself_would():
    """As many bytes, and no field that it doesn't know: only their order is free."""
    for name, raw in events(seeds=2):
        stream = encode(raw)
        (message,) = messages(stream)
        assert not len(UnknownFieldSet(message)), name
        again = message.SerializeToString()
        assert len(again) == len(stream) - (1 if len(again) < 128 else 2)


def test_a_stream_has_each_event_behind_its_length():
    raws = [raw_event("close", [fd]) for fd in range(200)]
    assert [message.close.fd for message in messages(encode(*raws))] == list(range(200))
    assert encode() == b""


def test_with_a_field_events_are_a_part_of_another_message():
    """As a varint tag, a length and the message: what a `repeated Event` of any message is."""
    raws = [openat(b"/" + b"x" * length) for length in (1, 100, 4000)]
    plain = [message.SerializeToString() for message in messages(encode(*raws))]
    alike = encode(*raws, field=100)
    tag = 100 << 3 | 2
    at = 0
    for one in plain:
        head = bytes([tag & 0x7F | 0x80, tag >> 7])
        length = len(one)
        head += bytes([length]) if length < 128 else bytes([length & 0x7F | 0x80, length >> 7])
        assert alike[at : at + len(head)] == head
        assert pb2.Event.FromString(alike[at + len(head) : at + len(head) + length]) == pb2.Event.FromString(one)
        at += len(head) + length
    assert at == len(alike)


@pytest.mark.parametrize("field", [19000, 19999, 2**29])
def test_a_field_that_no_message_can_have_is_refused(field: int):
    with pytest.raises(UsageError, match=f"no message has a field of number {field}"):
        encode(openat(), field=field)


def test_a_foreign_event_has_its_bytes():
    message = message_of(foreign_event(b"openat", b"own\xff", timestamp=5, pid=8, ret=-4))
    assert (message.timestamp, message.pid, message.ret, message.syscall) == (5, 8, -4, "openat")
    assert message.foreign and message.extra == b"own\xff" and message.WhichOneof("call") is None
    assert message.wall_time == OFFSET + 5


@pytest.mark.parametrize("name", [b"caf\xc3\xa9", b"\xff", b"a\xe2\x82b\xed\xa0\x80\xf0\x9f\x92", b"\xc0\x80\xf5"])
@pytest.mark.parametrize("raw", [foreign_event, raw_event])
def test_a_name_that_is_no_utf8_is_kept_beside_one_that_is(name: bytes, raw: Any):
    message = message_of(raw(name))
    assert message.syscall == name.decode(errors="replace")
    assert message.syscall_bytes == (b"" if "\ufffd" not in message.syscall else name)


def test_an_unknown_syscalls_registers_are_kept():
    message = message_of(raw_event("nosuch", [1, 2**64 - 1]))
    assert list(message.more_args) == [1, 2**64 - 1] and message.WhichOneof("call") is None
    message = message_of(raw_event("close", [3, 9]))
    assert message.close.fd == 3 and list(message.more_args) == [9]


def test_memory_that_is_not_there_leaves_its_address():
    for status in (FAULT, NONE):
        message = message_of(raw_event("execve", [16, 0, 7], [Captured(0, b"", status), Captured(2, b"", status)]))
        assert not message.execve.HasField("filename") and message.execve.filename_address == 16
        assert message.execve.HasField("argv_address") and message.execve.argv_address == 0
        assert message.execve.envp_address == 7


def test_what_is_truncated_is_said():
    message = message_of(raw_event("execve", [1, 2, 3], [Captured(0, b"x", TRUNCATED), Captured(2, b"", TRUNCATED)]))
    assert message.truncated == 0b101 and message.execve.filename == b"x"


def test_another_architectures_numbers_are_the_same_fields():
    """The schema says where its own order isn't the messages'."""
    own = {**SCHEMA, "arch": SPEC["arch"]}
    calls = {**own["syscalls"]}
    calls["read"] = {**calls["read"], "nr": 63, "proto": 1000, "args": list(reversed(calls["read"]["args"]))}
    for argument, number in zip(calls["read"]["args"], (3, 2, 1)):
        calls["read"]["args"][calls["read"]["args"].index(argument)] = {**argument, "proto": number}
    schema = _core.EventSchema({**own, "syscalls": calls})
    raw = raw_event("read", [9, 0x10, 3], [Captured(1, b"data")], nr=63)
    (message,) = messages(encode(raw, schema=schema))
    assert (message.read.fd, message.read.buf, message.read.count) == (3, b"data", 9) and message.nr == 63


def test_what_is_corrupt_still_parses():
    rng = random.Random(7)
    whole = [raw for _, raw in events(seeds=2)]
    for _ in range(3000):
        raw = bytearray(rng.choice(whole))
        for _ in range(rng.randrange(1, 8)):
            raw[rng.randrange(88, len(raw))] = rng.randrange(256)
        stream = encode(bytes(raw[: rng.randrange(88, len(raw) + 1)]))
        assert len(messages(stream)) == 1
    assert encode(b"short") == b""


def test_debians_protoc_reads_it():
    protoc = shutil.which("protoc")
    assert protoc, "Debian's package protobuf-compiler has it"
    raw = openat(b"/etc/passwd", flags=0o100, ret=3, nr=257)
    (length,) = struct.unpack_from("B", encode(raw))
    done = subprocess.run(
        [protoc, "--decode=traceleft.Event", f"-I{ROOT}", "traceleft/proto/traceleft.proto"],
        input=encode(raw)[-length:], capture_output=True, timeout=60, check=True, cwd=ROOT,
    )  # fmt: skip
    assert 'filename: "/etc/passwd"' in done.stdout.decode() and "dfd: -100" in done.stdout.decode()
    assert done.stdout.decode() == str(message_of(raw))
