# SPDX-License-Identifier: MIT
"""What stands behind an event of the processes that it names by number, in each format."""

from __future__ import annotations

import json
import pickle
import struct

import pytest

from tests.support.raw_events import decode, raw_event, show
from traceleft import _core, battery
from traceleft.proto.traceleft_pb2 import EventBatch

PIDS = 1 << 8
EVENTS = EventBatch.DESCRIPTOR.fields_by_name["events"].number
ELSEWHERE = {"ns_pid": 1, "ns_tid": 1, "pid_namespace": 4026532177}


def named(*pids: tuple[int, int, bytes], count: int | None = None) -> bytes:
    """struct named_pid, and their number."""
    entries = b"".join(struct.pack("<II16s", *each) for each in pids)
    return entries + struct.pack("<Q", len(pids) if count is None else count)


def kill(pid: int, *pids: tuple[int, int, bytes]) -> bytes:
    return raw_event("kill", [pid, 9], nr=62, flags=PIDS, **ELSEWHERE) + named(*pids)


def call(raw: bytes) -> str:
    return show(raw).split(" cat ")[1]


@pytest.mark.parametrize(
    ("pid", "pids", "shown"),
    [
        (3, (3, 4711, b""), "3 /* 4711 in initial PID NS */"),
        (3, (3, 4711, b"a b"), "3<a b> /* 4711 in initial PID NS */"),
        (3, (3, 4711, b"<\x1b>"), "3<\\74\\33\\76> /* 4711 in initial PID NS */"),
        (3, (3, 3, b"sh"), "3<sh>"),  # it is the initial one
        (-3, (3, 4711, b"sh"), "-3 /* 4711 in initial PID NS */"),  # a group
        (3, (4, 4711, b""), "3"),
        (0, (0, 4711, b""), "0"),
        (-1, (1, 4711, b""), "-1"),
    ],
)
def test_text(pid: int, pids: tuple[int, int, bytes], shown: str) -> None:
    assert call(kill(pid, pids)) == f"kill(pid={shown}, sig=SIGKILL) = 0"


def test_results_and_memory_have_them_too() -> None:
    raw = raw_event("wait4", [-1, 0, 0, 0], nr=61, ret=3, flags=PIDS, **ELSEWHERE) + named((3, 4711, b""))
    assert call(raw).endswith(" = 3 /* 4711 in initial PID NS */")


def test_other_formats() -> None:
    raw = kill(3, (3, 4711, b"sh"), (7, 4712, b""))
    event = decode(raw)
    assert event.pids == {3: (4711, "sh"), 7: (4712, None)}
    assert (event.pids[3].pid, event.pids[3].comm) == (4711, "sh")
    assert pickle.loads(pickle.dumps(event)).pids == event.pids
    assert decode(kill(3)).pids == {}
    batch = _core.Batch([raw], battery.schema())
    line = json.loads(_core.JsonFormatter(battery.schema()).format(batch))
    assert line["pids"] == {"3": {"pid": 4711, "comm": "sh"}, "7": {"pid": 4712}}
    template = _core.TemplateFormatter(battery.schema(), "{pids}")
    assert template.format(batch) == b"3<sh> /* 4711 in initial PID NS */, 7 /* 4712 in initial PID NS */\n"
    batches = EventBatch.FromString(_core.ProtobufEncoder(battery.schema()).encode(batch, EVENTS))
    [message] = batches.events
    assert [(each.number, each.pid, each.comm) for each in message.pids] == [(3, 4711, b"sh"), (7, 4712, b"")]


def test_undecodable_names() -> None:
    batch = _core.Batch([kill(3, (3, 4711, b"\xff"))], battery.schema())
    line = json.loads(_core.JsonFormatter(battery.schema()).format(batch))
    assert line["pids"]["3"]["comm"] == "\ufffd" and line["undecodable"] == {"pids.3.comm": "/w=="}


@pytest.mark.parametrize("count", [200, 2**32, 2**64 - 1])
def test_a_count_of_more_than_there_are_is_none(count: int) -> None:
    raw = raw_event("kill", [3, 9], nr=62, flags=PIDS, **ELSEWHERE) + named((3, 4711, b""), count=count)
    assert decode(raw).pids == {} and call(raw) == "kill(pid=3, sig=SIGKILL) = 0"


def test_they_stand_behind_what_descriptors_stand_for() -> None:
    """The descriptions of files go up to them."""
    described = struct.pack("<QIHH", 77, 1, 0, 0)
    raw = raw_event("fcntl", [5, 8, 3], nr=72, flags=PIDS | 1 << 5, **ELSEWHERE) + described + named((3, 4711, b""))
    event = decode(raw)
    assert event.file_status("fd") == "ok" and event.file_status("result") is None
    assert event.pids == {3: (4711, None)}


def test_columns() -> None:
    pa = pytest.importorskip("pyarrow")
    builder = _core.ArrowBuilder(battery.schema(), wide=False)
    raws = [kill(3, (3, 4711, b"sh"), (7, 4712, b"")), raw_event("kill", [3, 9], nr=62)]
    builder.append(_core.Batch(raws, battery.schema()))
    rows = pa.record_batch(builder.finish()["kill"]).column("pids").to_pylist()
    named_there = [{"number": 3, "pid": 4711, "comm": "sh"}, {"number": 7, "pid": 4712, "comm": None}]
    assert rows == [named_there, None]
