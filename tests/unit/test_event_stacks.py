# SPDX-License-Identifier: MIT
"""The stacks of events, in each format, and in recordings."""

from __future__ import annotations

import json
import pickle
import struct
from typing import Any

import pytest

from tests.support.raw_events import decode, raw_event
from traceleft import Capture, _core, battery
from traceleft.errors import UsageError
from traceleft.proto.traceleft_pb2 import EventBatch
from traceleft.stacks import NamedFrame, Stack

EVENTS = EventBatch.DESCRIPTOR.fields_by_name["events"].number
OBJECTS, USER, KERNEL, UNTOLD, STACK_RECORD = 1 << 5, 20, 21, 2, 3
NUMBER = 0xFEDCBA9876543210

FRAMES = [
    NamedFrame("read", "/usr/lib/libc.so.6", 0, 0xF7191, "ab" * 20, 0x11),
    NamedFrame("x+0x12", "/usr/bin/x", 0, 0x12, "cd" * 20),
    NamedFrame("größer", "/home/me/a.py", 7),
    NamedFrame("[unknown]", ""),
]
SHOWN = """\
 > /usr/lib/libc.so.6(read+0x11) [0xf7191]
 > /usr/bin/x() [0x12]
 > /home/me/a.py(gr\\303\\266\\303\\237er) [line 7]
 > [unknown]
"""


def padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 8)


def record(*frames: NamedFrame, number: int = NUMBER, count: int | None = None, flags: int = 0) -> bytes:
    """struct stack_record, and its frames."""
    head = struct.pack("<QQIHHQII", 2**64 - 1, number, 0, STACK_RECORD, flags, 0, count or len(frames), 0)
    for each in frames:
        texts = [text.encode() for text in (each.function, each.file, each.build_id)]
        sizes = [len(text) for text in texts]
        frame = struct.pack("<QQIHHH6x", each.offset, each.function_offset, each.line, *sizes)
        head += padded(frame + b"".join(texts))
    return head


def close(*stacks: tuple[int, int, int]) -> bytes:
    """A call with the numbers of stacks: place, number, status."""
    described = b"".join(struct.pack("<QIHH", number, 0, place, status) for place, number, status in stacks)
    return raw_event("close", [3], nr=3, flags=OBJECTS) + described


def batch(*raws: bytes, records: list[bytes] | None = None) -> _core.Batch:
    objects = [record(*FRAMES)] if records is None else records
    return _core.Batch(list(raws), battery.schema(), objects=objects)


def json_line(of: _core.Batch) -> dict[str, Any]:
    [line] = _core.JsonFormatter(battery.schema()).format(of).splitlines()
    return dict(json.loads(line))


def test_text_has_them_beneath_the_line() -> None:
    text = _core.TextFormatter(battery.schema()).format(batch(close((USER, NUMBER, 0))))
    line, _, beneath = text.partition("\n")
    assert line.endswith("close(fd=3) = 0") and beneath == SHOWN
    both = batch(close((USER, NUMBER, 0), (KERNEL, 5, 0)), records=[record(NamedFrame("f", "[kernel]"), number=5)])
    text = _core.TextFormatter(battery.schema()).format(both)
    assert text.partition("\n")[2] == " > [kernel](f)\n"  # of the other nothing is known


def test_python_has_them() -> None:
    [event] = batch(close((USER, NUMBER, 0)))
    assert event.ustack == "[unknown];größer;x+0x12;read" and isinstance(event.ustack, Stack)
    assert event.ustack.frames == tuple(FRAMES) and event.kstack is None
    again = pickle.loads(pickle.dumps(event))
    assert again.ustack.frames == event.ustack.frames
    assert pickle.loads(pickle.dumps(event.ustack)).frames == tuple(FRAMES)
    assert decode(raw_event("close", [3], nr=3)).ustack is None


def test_one_that_found_no_room_is_lost() -> None:
    [event] = batch(close((KERNEL, 1, UNTOLD)))
    assert event.kstack == "[lost]" and event.ustack is None
    assert pickle.loads(pickle.dumps(event)).kstack == "[lost]"


def test_other_formats() -> None:
    one = batch(close((USER, NUMBER, 0)))
    shown = json_line(one)["ustack"]
    assert shown[0] == {
        "function": "read",
        "file": "/usr/lib/libc.so.6",
        "offset": 0xF7191,
        "function_offset": 0x11,
        "build_id": "ab" * 20,
    }
    assert shown[2:] == [{"function": "größer", "file": "/home/me/a.py", "line": 7}, {"function": "[unknown]"}]
    assert "kstack" not in json_line(one)
    template = _core.TemplateFormatter(battery.schema(), "{ustack} {kstack}")
    assert template.format(one) == b"[unknown];gr\\303\\266\\303\\237er;x+0x12;read -\n"
    [message] = EventBatch.FromString(_core.ProtobufEncoder(battery.schema()).encode(one, EVENTS)).events
    assert [(each.function.decode(), each.offset, each.build_id) for each in message.ustack] == [
        (each.function, each.offset, each.build_id) for each in FRAMES
    ]
    assert not message.kstack


def test_columns_are_folded() -> None:
    pa = pytest.importorskip("pyarrow")
    builder = _core.ArrowBuilder(battery.schema(), wide=False)
    builder.append(batch(raw_event("close", [3], nr=3), close((USER, NUMBER, 0))))
    table = pa.record_batch(builder.finish()["close"])
    assert table.column("ustack").to_pylist() == [None, "[unknown];größer;x+0x12;read"]
    assert table.column("kstack").to_pylist() == [None, None]


def test_a_recording_has_them() -> None:
    one = batch(close((USER, NUMBER, 0)), records=[record(NamedFrame("f", "/x"), number=7), record(*FRAMES)])
    again = _core.decompress_batch(_core.BatchCompressor().compress(one), battery.schema())
    assert again[0].ustack == one[0].ustack and again[0].ustack.frames == tuple(FRAMES)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "damaged",
    [
        record(*FRAMES)[:-8],
        record(*FRAMES, count=5),
        record(*[FRAMES[0]] * 256),
        record(NamedFrame("f" * 4097, "/x")),
        record(NamedFrame("f", "/x"))[:44],
    ],
)
def test_a_record_that_makes_no_sense_is_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError, match="no stack's"):
        batch(close((USER, NUMBER, 0)), records=[damaged])


def test_they_are_added_up() -> None:
    raws = [close((USER, NUMBER, 0)), close((USER, NUMBER, 0)), close((KERNEL, 1, UNTOLD)), raw_event("close", [3])]
    capture = Capture([batch(*raws)], battery.schema())
    assert capture.flame().folded().splitlines() == ["cat;[unknown];größer;x+0x12;read 2", "cat;[lost] 1"]
    assert capture.flame(by=()).total == 3
    assert capture.flame(by=("syscall", "comm")).by == ("syscall", "comm", "ustack", "kstack")
    with pytest.raises(UsageError, match="told apart by comm and syscall, not 'pid'"):
        capture.flame(by="pid")
