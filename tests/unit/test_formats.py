# SPDX-License-Identifier: MIT
"""Templates, and the outputs that write events to files."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support import ROOT
from tests.support.every_syscall import events
from tests.support.raw_events import DURATION, ENTRY, SECCOMP, TRUNCATED, Captured, foreign_event, openat, raw_event
from traceleft import _core, battery
from traceleft.errors import UsageError
from traceleft.outputs import Context, Origin, open_output


def fill(template: str, raw: bytes) -> str:
    schema = battery.schema()
    text = _core.TemplateFormatter(schema, template).format(_core.Batch([raw], schema, 0, 3600)).decode()
    assert text.endswith("\n")
    return text[:-1]


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{comm} {syscall} {ret}", "cat openat -1 ENOENT (No such file or directory)"),
        ("{time} {timestamp}", "01:00:05.000001 5000001000"),
        ("{filename}|{args.flags}|{dfd}", '"/etc/passwd"|O_RDONLY|AT_FDCWD'),
        ("{args}", 'dfd=AT_FDCWD, filename="/etc/passwd", flags=O_RDONLY'),
        ("{raw_args}", "0xffffffffffffff9c, 0x7ffe1000, 0x0, 0x0"),
        ("{error}{{{nr}}} {{}}", "ENOENT{257} {}"),
        ("{fd} {args.pid} {duration} {ns_pid} {truncated} {undecodable} {extra}", "- - - - - - -"),
        ("{pid}.{tid} {uid}:{gid} {cpu} {cgroup_id} {program_id} {is_entry}{foreign}", "4711.4712 1000:100 1 77 0 00"),
        ("", ""),
        ("é%", "é%"),
    ],
)
def test_templates(template: str, shown: str):
    assert fill(template, openat(ret=-2, timestamp=5_000_001_000)) == shown


def test_templates_of_other_events():
    entry = raw_event("close", [3], flags=ENTRY | DURATION, duration=5, comm=b"", ns_pid=7)
    assert fill("{ret} {error} {duration} {comm} {ns_pid} {is_entry}", entry) == '? - 5 "" 7 1'
    stopped = raw_event("close", [3], flags=SECCOMP, ret=-38)
    assert fill("{ret} {error} {is_entry}{stopped_by_seccomp}", stopped) == "? SIGSYS (Stopped by seccomp) - 01"
    raw = raw_event("execve", [1, 2, 3], [Captured(0, b"x", TRUNCATED), Captured(2, b"", TRUNCATED)])
    assert fill("{truncated}", raw) == "filename, envp"
    assert fill("{tid} {nr} {foreign} {extra} {args}", foreign_event(b"read", b"\x1b\n")) == r"- - 1 \33\n -"
    assert fill("{ret}", raw_event("close", [3], ret=-133)) == "-1 EHWPOISON (Memory page has hardware error)"


def test_nothing_in_an_event_ends_a_line_or_reaches_a_terminal():
    fields = "".join(f"{{{name}}}" for name in _core.event_fields(battery.schema()))
    rng = random.Random(1)
    for _, raw in events(seeds=2):
        broken = bytearray(raw)
        broken[rng.randrange(len(raw))] = rng.randrange(256)
        assert fill(fields, bytes(broken)).isprintable()


@pytest.mark.parametrize("template", ["{", "}", "{pid", "pid}", "{a{pid}}"])
def test_a_brace_alone_is_refused(template: str):
    with pytest.raises(UsageError, match="alone: write"):
        _core.TemplateFormatter(battery.schema(), template)


def test_the_reference_page_has_every_field_in_order():
    rows = re.findall(r"^\| (`[^|]+) \|", (ROOT / "docs/events.md").read_text(encoding="utf-8"), re.M)
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert named == [name for name in _core.event_fields(battery.schema()) if not name.startswith("args.")]


def write(kind: str, path: Path, *raws: bytes, **options: Any) -> bytes:
    schema = battery.schema()
    output = open_output(kind, str(path), Context(schema, Origin.here(), options=options))
    half = len(raws) // 2
    for part in (raws[:half], raws[half:]):
        output.write(_core.Batch(list(part), schema))
    output.close()
    return path.read_bytes()


def test_outputs_write_files(tmp_path: Path):
    raws = [raw for _, raw in events(seeds=1)]
    schema = battery.schema()
    batch = _core.Batch(raws, schema)
    path = tmp_path / "out"
    assert write("text", path, *raws) == _core.TextFormatter(schema).format(batch).encode()
    assert write("jsonl", path, *raws) == _core.JsonFormatter(schema).format(batch)
    assert write("protobuf", path, *raws) == _core.ProtobufEncoder(schema).encode(batch)


def test_outputs_have_options(tmp_path: Path):
    path = tmp_path / "out"
    assert write("text", path, openat(), template="{syscall}") == b"openat\n"
    for fields in ("pid, args.flags", ["pid", "args.flags"]):
        assert json.loads(write("jsonl", path, openat(), json_fields=fields)) == {
            "pid": 4711,
            "args": {"flags": 0, "flags_names": ["O_RDONLY"]},
        }


@pytest.mark.parametrize(
    ("kind", "options", "message"),
    [
        ("jsonl", {"json_fields": "pid,sycall"}, "--json-fields: events have no field 'sycall'.*syscall"),
        ("jsonl", {"json_fields": "filename"}, "--json-fields: events have no field 'filename'.*args.filename"),
        ("jsonl", {"json_fields": "qqqqqqqqqqqqqq"}, "there are time, timestamp, .* and args.NAME"),
        ("text", {"template": "{com}"}, "--template: events have no field 'com'.*comm"),
        ("text", {"template": "{args.filenam}"}, "--template: events have no field 'args.filenam'.*args.filename"),
        ("text", {"template": "{pid"}, "alone"),
    ],
)
def test_an_unknown_name_is_refused_before_a_file_is_opened(tmp_path: Path, kind: str, options: dict, message: str):
    with pytest.raises(UsageError, match=message):
        write(kind, tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()
