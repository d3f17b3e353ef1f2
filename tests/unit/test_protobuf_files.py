# SPDX-License-Identifier: MIT
"""What descriptors stand for, in protobuf: as Python's own OpenFile has it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from typing import Any

import pytest

from tests.support import ROOT
from tests.support.raw_events import Captured, openat, raw_event
from tests.support.raw_objects import (
    DIRECTORY,
    OBJECTS,
    PAIR,
    PATH_MISMATCH,
    PIPEFS,
    RESULT,
    batch_of,
    described,
    raw_file,
    raw_socket,
)
from traceleft import _core, battery

pb2 = pytest.importorskip("traceleft.proto.traceleft_pb2")
from google.protobuf.unknown_fields import UnknownFieldSet  # noqa: E402 (needs the same)

ENDS = (("10.0.0.1", 40414), ("10.0.0.2", 443))
FILE = ("id", "version", "kind", "deleted", "created", "made", "device", "inode", "rdev", "mount_namespace")
TEXTS = ("family", "type", "protocol", "state")
PORTS = ("local_port", "peer_port")
NUMBERS = ("peer_pid", "peer_inode", "cookie", "network_namespace")


def encoded(batch: _core.Batch) -> bytes:
    """Field 16 of an EventBatch, as the collector is sent it."""
    return _core.ProtobufEncoder(battery.schema()).encode(batch, 16)


def check_file(message: Any, file: _core.OpenFile) -> None:
    assert {name: getattr(message, name) for name in FILE} == {name: getattr(file, name) for name in FILE}
    assert message.path == os.fsencode(file.path)
    assert (message.host_path or message.path) == os.fsencode(file.host_path)
    assert message.HasField("socket") == (file.socket is not None)
    if file.socket is None:
        return
    ends, known = message.socket, file.socket
    for name in TEXTS + NUMBERS:
        assert (getattr(ends, name) or None) == getattr(known, name), name
    for name in PORTS:
        assert (getattr(ends, name) if ends.HasField(name) else None) == getattr(known, name), name
    for name in ("local_addr", "peer_addr"):
        address = getattr(known, name)
        assert getattr(ends, name) == (b"" if address is None else os.fsencode(address)), name


def message_of(event: bytes, *objects: bytes) -> Any:
    """The event's message, whose files are those that Python sees."""
    batch = batch_of([event], objects)
    (message,) = pb2.EventBatch.FromString(encoded(batch)).events
    assert [each.place for each in message.files] == list(batch[0].files)
    for each in message.files:
        assert not len(UnknownFieldSet(each.file))
        check_file(each.file, batch[0].files[each.place])
    return message


@pytest.mark.parametrize(
    "record",
    [
        raw_file(1, "/etc/passwd"),
        raw_file(1, b"/tmp/\xff", flags=2),
        raw_file(1, "/dev/tty", version=3, root=b"/jail", flags=1, mode=0o20666, special=5 << 20),
        raw_file(1, magic=PIPEFS, mode=0o10600, inode=123),
        raw_socket(1, socket.AF_INET, 1, socket.IPPROTO_TCP, *ENDS),
        raw_socket(1, socket.AF_INET6, 2, 17, ("::1", 8), ("::1", 9)),
        raw_socket(1, socket.AF_INET, 1, socket.IPPROTO_TCP, ("10.0.0.1", 0)),
        raw_socket(1, socket.AF_UNIX, 2, 0, name=b"\0abs\xff", peer_pid=7, peer_inode=12),
        raw_socket(1, socket.AF_NETLINK, 3, 0, local_id=17729),
        raw_socket(1, 99, 3, 0),
    ],
)
def test_a_file_is_as_python_has_it(record: bytes) -> None:
    event = raw_event("read", [3, 0x1000, 5], [Captured(1, b"hello")], nr=0, ret=5, flags=OBJECTS)
    version = 3 if b"jail" in record else 1
    message = message_of(described(event, {0: (1, version)}), record)
    assert [each.place for each in message.files] == ["fd"]
    assert message.read.buf == b"hello"
    assert not message.resolved_path and not message.path_mismatch


def test_an_open_has_its_directory_and_where_it_led() -> None:
    event = raw_event("openat", [-100, 0x1000, 0, 0], [Captured(1, b"x")], ret=3, flags=OBJECTS | PATH_MISMATCH)
    event = described(event, {DIRECTORY: 1, RESULT: 2})
    message = message_of(event, raw_file(1, "/etc", mode=0o40755), raw_file(2, b"/etc/\xff"))
    assert [each.place for each in message.files] == ["dfd", "result", "directory"]
    assert message.resolved_path == b"/etc/\xff"
    assert message.path_mismatch


def test_a_pair_has_both_ends() -> None:
    event = raw_event("pipe2", [0x1000, 0], [Captured(0, bytes(8))], nr=293, flags=OBJECTS)
    message = message_of(described(event, {PAIR: 1, PAIR + 1: 2}), *(raw_file(n, magic=PIPEFS) for n in (1, 2)))
    assert [each.place for each in message.files] == ["pair[0]", "pair[1]"]


def test_without_files_an_event_is_as_before() -> None:
    assert encoded(batch_of([openat()], [raw_file(1, "/")])) == encoded(batch_of([openat()], []))


def test_a_kind_that_is_no_utf8_is_repaired() -> None:
    """protobuf refuses a whole message for a string that isn't."""
    event = raw_event("read", [3, 0x1000, 5], [Captured(1, b"hello")], nr=0, ret=5, flags=OBJECTS)
    batch = batch_of([described(event, {0: 1})], [raw_file(1, b"[ev\xffent]", magic=0x09041934)])
    (message,) = pb2.EventBatch.FromString(encoded(batch)).events
    assert message.files[0].file.kind == "ev\N{REPLACEMENT CHARACTER}ent"


def test_debians_protoc_reads_it() -> None:
    protoc = shutil.which("protoc")
    assert protoc, "Debian's package protobuf-compiler has it"
    event = raw_event("close", [3], nr=3, flags=OBJECTS)
    batch = batch_of([described(event, {0: 1})], [raw_socket(1, socket.AF_INET, 1, socket.IPPROTO_TCP, *ENDS)])
    done = subprocess.run(
        [protoc, "--decode=traceleft.EventBatch", f"-I{ROOT}", "traceleft/proto/traceleft.proto"],
        input=encoded(batch), capture_output=True, timeout=60, check=True, cwd=ROOT,
    )  # fmt: skip
    shown = done.stdout.decode()
    assert 'place: "fd"' in shown and 'protocol: "TCP"' in shown and "peer_port: 443" in shown
    assert shown == str(pb2.EventBatch.FromString(encoded(batch)))
