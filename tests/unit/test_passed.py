# SPDX-License-Identifier: MIT
"""What a call overwrote, what was read too late and what was cut: in text, JSON, templates and Python."""

from __future__ import annotations

import json
import struct
from typing import Any

import pytest

from tests.support.every_syscall import CONTROL, HEADER, IOVEC, STRING, piece
from tests.support.raw_events import FAULT, LATE, NONE, OK, PASSED, TRUNCATED, Captured, decode, raw_event, show
from traceleft import _core, battery

ADDRESS = 0x7FFE1000
GETSOCKNAME = "getsockname", [3, ADDRESS, ADDRESS]
SELECT = "select", [0, 0, 0, 0, ADDRESS]


def u32(value: int) -> bytes:
    return struct.pack("<I", value)


def timeval(seconds: int, micros: int) -> bytes:
    return struct.pack("<qq", seconds, micros)


def json_of(raw: bytes) -> dict[str, Any]:
    schema = battery.schema()
    return json.loads(_core.JsonFormatter(schema).format(_core.Batch([raw], schema)))


def template_of(raw: bytes, template: str) -> str:
    schema = battery.schema()
    return _core.TemplateFormatter(schema, template).format(_core.Batch([raw], schema)).decode().rstrip("\n")


PASSED_AND_LEFT = [
    # call, what is captured, the argument in text, and in JSON: as left, and what was passed
    (GETSOCKNAME, [Captured(2, u32(16)), Captured(2 | PASSED, u32(128))], "[128 => 16]", [16], [128]),
    (GETSOCKNAME, [Captured(2, u32(16)), Captured(2 | PASSED, u32(16))], "[16]", [16], [16]),
    (GETSOCKNAME, [Captured(2, b"", FAULT), Captured(2 | PASSED, u32(5))], "[5] => 0x7ffe1000", None, [5]),
    (GETSOCKNAME, [Captured(2, u32(16)), Captured(2 | PASSED, b"", FAULT)], "[16]", [16], None),
    (
        SELECT,
        [Captured(4, timeval(0, 7)), Captured(4 | PASSED, timeval(5, 0))],
        "{tv_sec=5, tv_usec=0} => {tv_sec=0, tv_usec=7}",
        {"tv_sec": 0, "tv_usec": 7},
        {"tv_sec": 5, "tv_usec": 0},
    ),
    (
        ("sendfile", [1, 2, ADDRESS, 10]),
        [Captured(2, struct.pack("<q", 15)), Captured(2 | PASSED, struct.pack("<q", 5))],
        "[5] => [15]",
        [15],
        [5],
    ),
]


@pytest.mark.parametrize(("call", "captured", "text", "left", "passed"), PASSED_AND_LEFT)
def test_passed_and_left(call, captured, text, left, passed):
    raw = raw_event(*call, captured)
    event = decode(raw)
    name = list(event.args)[captured[0].arg]
    assert f"{name}={text})" in show(raw) or f"{name}={text}, " in show(raw)
    line = json_of(raw)
    assert (line["args"][name], line["passed"]) == (left, {name: passed})
    assert (event[name], event.passed) == (left, {name: passed})
    assert line.get("late", []) == ([name] if passed is None else [])


def test_a_call_that_overwrites_nothing_this_time():
    raw = raw_event("fcntl", [3, 1, ADDRESS], [Captured(2, b"", NONE), Captured(2 | PASSED, b"", NONE)])
    assert decode(raw).passed == {} and "passed" not in json_of(raw) and "late" not in json_of(raw)


def test_in_templates():
    raw = raw_event(*GETSOCKNAME, [Captured(2, u32(16)), Captured(2 | PASSED, u32(128))])
    assert template_of(raw, "{passed}|{args.usockaddr_len}") == "usockaddr_len=[128]|[128 => 16]"
    assert template_of(raw_event("close", [3]), "{passed}|{late}") == "-|-"


@pytest.mark.parametrize(
    ("status", "shown", "late"),
    [
        (OK, "ok", False),
        (OK | LATE, "late", True),
        (TRUNCATED | LATE, "truncated", True),
        (FAULT | LATE, "fault", True),
    ],
)
def test_what_was_read_late(status: int, shown: str, late: bool):
    data = b"" if status & FAULT else b"/etc"
    raw = raw_event("openat", [-100, ADDRESS, 0, 0], [Captured(1, data, status)])
    assert decode(raw).capture_status("filename") == shown
    assert json_of(raw).get("late", []) == (["filename"] if late else [])
    assert template_of(raw, "{late}") == ("filename" if late else "-")


def message(iovecs: int, *pieces: bytes) -> bytes:
    header = struct.pack("<QIxxxxQQQQI4x", 0, 0, 2, iovecs, 3, 8, 0)
    return piece(HEADER, header) + b"".join(pieces)


CUTS = [
    # the call, its arguments, which is cut, its memory, and whether it is
    ("writev", [1, ADDRESS, 2], "vec", piece(IOVEC, b"all") + piece(IOVEC, b"beg", TRUNCATED, 100), True),
    ("writev", [1, ADDRESS, 2], "vec", piece(IOVEC, b"all") + piece(IOVEC, b"all"), False),
    ("sendmsg", [1, ADDRESS, 0], "msg", message(1, piece(IOVEC, b"beg", TRUNCATED, 100)), True),
    ("sendmsg", [1, ADDRESS, 0], "msg", message(2, piece(IOVEC, b"all")), True),
    ("sendmsg", [1, ADDRESS, 0], "msg", message(1, piece(IOVEC, b"all"), piece(CONTROL, b"beg", TRUNCATED, 99)), True),
    ("sendmsg", [1, ADDRESS, 0], "msg", message(1, piece(IOVEC, b"all"), piece(CONTROL, b"12345678")), False),
    ("sendmmsg", [1, ADDRESS, 2, 0], "mmsg", message(2, piece(IOVEC, b"a")) + message(0), True),
    ("sendmmsg", [1, ADDRESS, 2, 0], "mmsg", message(1, piece(IOVEC, b"a")) + message(0), False),
    ("execve", [ADDRESS, ADDRESS, 0], "argv", piece(STRING, b"sh") + piece(STRING, b"LL", TRUNCATED, 5000), True),
]
"""Siblings with the same walk: readv, preadv*, pwritev*, vmsplice, process_vm_*, recvmsg, recvmmsg, execveat, envp."""


@pytest.mark.parametrize(("name", "registers", "argument", "memory", "cut"), CUTS)
def test_a_cut_within_pieces(name: str, registers: list[int], argument: str, memory: bytes, cut: bool):
    event = decode(raw_event(name, registers, [Captured(1, memory)]))
    raw = event.raw
    assert json_of(raw).get("truncated", []) == ([argument] if cut else [])
    assert event.capture_status(argument) == ("truncated" if cut else "ok")
    assert template_of(raw, "{truncated}") == (argument if cut else "-")


SOCKET_NAMES = [
    # what lies behind the family, and what is shown in text and in Python
    (b"/run/x\0", '"/run/x"', "/run/x"),
    (b"/run/x" + bytes(102), '"/run/x"', "/run/x"),
    (b"\0app", '@"app"', "\0app"),
    (b"\0app" + bytes(104), '@"app' + 104 * "\\0" + '"', "\0app" + 104 * "\0"),
    (b"\0" + 107 * b"n", '@"' + 107 * "n" + '"', "\0" + 107 * "n"),
    (b"x" * 108, '"' + 108 * "x" + '"', "x" * 108),
]


@pytest.mark.parametrize(("name", "text", "value"), SOCKET_NAMES)
def test_names_of_unix_sockets(name: bytes, text: str, value: str):
    raw = raw_event("connect", [3, ADDRESS, 2 + len(name)], [Captured(1, struct.pack("<H", 1) + name)])
    assert f"sun_path={text}}}" in show(raw)
    assert decode(raw)["uservaddr"] == {"sun_family": 1, "sun_path": value}
    assert json_of(raw)["args"]["uservaddr"]["sun_path"] == value
