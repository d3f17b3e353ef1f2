# SPDX-License-Identifier: MIT
"""Recordings: every event comes back byte for byte, also from a file that is cut, damaged, or of another traceleft."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.raw_events import foreign_event, openat, raw_event
from traceleft import _core, battery, recording
from traceleft.errors import TraceleftError
from traceleft.outputs import Context, Origin, open_output
from traceleft.recording import Recording, RecordingError
from traceleft.stats import Stats

ORIGIN = Origin("somewhere", "6c4b8f1e-0000-4000-8000-000000000000", "x86_64", "6.1.0")
STATS = Stats(
    "raw_tp", 2.5, 900, 890, 10, {1: {"ring_full": 10}}, 3, 2, 1, 4, {0: 800, 1: 100}, {"openat": {"ring_full": 10}}
)
OLD = Path(__file__).with_name("recordings")


def some_batches() -> list[_core.Batch]:
    schema = battery.schema()
    return [
        _core.Batch([openat(), raw_event("close", [n]), foreign_event(b"read", b"own" * n)], schema, 1_000 * n, 3_600)
        for n in range(20)
    ]


def record(path: Path, batches: list[_core.Batch]) -> bytes:
    output = open_output("record", str(path), Context(battery.schema(), ORIGIN))
    for batch in batches:
        output.write(batch)
    output.account(STATS)
    output.close()
    return path.read_bytes()


def contents(batches: list[_core.Batch]) -> list[tuple[int, int, list[bytes]]]:
    return [(batch.realtime_offset, batch.utc_offset, [event.raw for event in batch]) for batch in batches]


def replay(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "traceleft", "replay", *arguments], capture_output=True, text=True, timeout=60
    )


def test_everything_comes_back(tmp_path: Path):
    record(tmp_path / "file", some_batches())
    with Recording(tmp_path / "file") as again:
        assert contents(list(again.batches())) == contents(some_batches())
        assert (again.origin, again.stats, again.cut) == (ORIGIN, STATS, None)
        assert again.header["schema"] == battery.recorded_spec()


def test_a_replay_prints_what_the_live_trace_would_have(tmp_path: Path):
    record(tmp_path / "file", some_batches())
    formatter = _core.TextFormatter(battery.schema())
    done = replay(str(tmp_path / "file"))
    assert (done.returncode, done.stdout) == (0, "".join(map(formatter.format, some_batches())))
    assert done.stderr.startswith("traceleft: 890 events, 10 lost, 2.500 s (lost: cpu1 ring_full 10;")


def test_a_file_that_is_cut_replays_up_to_there(tmp_path: Path):
    path = tmp_path / "file"
    whole = record(path, some_batches())
    raw = contents(some_batches())
    begin = whole.index(recording.chunk(recording.BATCH, _core.BatchCompressor().compress(some_batches()[0])))
    seen = set()
    for size in [*range(len(recording.MAGIC), begin, 4099), *range(begin, len(whole), 31), len(whole) - 1]:
        path.write_bytes(whole[:size])
        if size < begin:
            with pytest.raises(RecordingError, match="not even its header"):
                Recording(path)
            continue
        with Recording(path) as cut:
            batches = contents(list(cut.batches()))
            assert cut.cut == f"cut short at byte {size}"
        assert batches == raw[: len(batches)]
        seen.add(len(batches))
    assert seen == set(range(21))


def test_a_cut_is_said(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes(record(path, some_batches())[:-700])
    done = replay(str(path))
    events = done.stdout.count("\n")
    assert 0 < events < 60 and done.returncode == 1
    assert done.stderr == f"traceleft: {path}: cut short at byte {path.stat().st_size}; {events} events before it\n"


def test_damage_is_found(tmp_path: Path):
    """Whichever bit is changed: what is read before it is right, and nothing behind it is taken for an event."""
    path = tmp_path / "file"
    whole = record(path, some_batches())
    raw = contents(some_batches())
    choose = random.Random(5)
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[choose.randrange(len(whole) * 9 // 10, len(whole))] ^= 1 << choose.randrange(8)
        path.write_bytes(damaged)
        try:
            with Recording(path) as file:
                batches = contents(list(file.batches()))
        except RecordingError:
            continue
        assert file.cut and batches == raw[: len(batches)]


def test_events_of_another_architecture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """arm64 has other numbers, and clone's arguments in another order."""
    generated = ROOT / "battery" / "generated" / "aarch64" / "schema.json"
    monkeypatch.setattr(battery, "schema_spec", lambda: json.loads(generated.read_text()))
    schema = _core.EventSchema(battery.schema_spec())
    raw = raw_event("clone", [0x180000, 0x7F00, 0x10, 0x20, 0x30], nr=220, ret=77)
    record(tmp_path / "file", [_core.Batch([raw], schema)])
    done = replay(str(tmp_path / "file"))
    assert ", newsp=0x7f00, parent_tidptr=0x10, tls=0x20" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no recording"),
        (b"12:00:00 4711 cat close(fd=3) = 0\n", "is no recording"),
        (recording.MAGIC[:-2] + b"\x02\n", "by a newer traceleft"),
        (recording.MAGIC, "not even its header"),
        (recording.MAGIC + recording.chunk(recording.BATCH), "by a newer traceleft"),
        (recording.MAGIC + recording.header_chunk({"layout": "TLF9", "traceleft": "9.0"}), "newer traceleft (9.0)"),
        (recording.MAGIC + recording.header_chunk({"layout": "TLF2", "schema": {"version": 2}}), "can't read"),
        (recording.MAGIC + recording.chunk(recording.HEADER, zlib.compress(b"{}")), "can't read"),
        (recording.MAGIC + recording.chunk(recording.HEADER, b"no zlib"), "can't read"),
    ],
)
def test_what_is_no_recording_is_refused(tmp_path: Path, content: bytes, said: str):
    path = tmp_path / "file"
    path.write_bytes(content)
    done = replay(str(path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert str(path) in done.stderr and said in done.stderr


def test_other_chunks_are_skipped_and_other_counts_are_nought(tmp_path: Path):
    """What another version of traceleft adds, or doesn't have yet."""
    path = tmp_path / "file"
    whole = record(path, some_batches()[:1])
    end = recording.chunk(recording.END)
    assert whole.endswith(end)
    stats = recording.chunk(recording.STATS, json.dumps({"received": 7, "new": [1]}).encode())
    path.write_bytes(whole[: -len(end)] + recording.chunk(99, b"new") + stats + end)
    with Recording(path) as again:
        assert contents(list(again.batches())) == contents(some_batches()[:1]) and not again.cut
        assert again.stats == Stats("", 0, 0, 7, 0, {}, 0, 0, 0, 0)


def test_a_replay_is_not_recorded(tmp_path: Path):
    record(tmp_path / "file", some_batches())
    done = replay(str(tmp_path / "file"), "-o", f"record:{tmp_path / 'again'}")
    assert done.returncode == 1 and "copy the file" in done.stderr and not (tmp_path / "again").exists()
    with pytest.raises(TraceleftError):
        open_output("record", str(tmp_path / "again"), Context(battery.schema(), ORIGIN, live=False))


@pytest.mark.parametrize("path", sorted(OLD.glob("*.record")), ids=lambda path: path.name)
def test_a_recording_of_an_older_traceleft_still_replays(path: Path):
    """Each release leaves one here, and the text that it printed of it."""
    done = replay(str(path))
    assert (done.returncode, done.stdout) == (0, path.with_suffix(".txt").read_text(encoding="ascii"))


def test_there_is_an_old_recording():
    assert list(OLD.glob("*.record"))


def test_what_a_full_disk_leaves_out_is_counted(tmp_path: Path):
    record(tmp_path / "file", some_batches())
    done = replay(str(tmp_path / "file"), "-o", "/dev/full")
    assert done.returncode == 1 and "/dev/full: No space left on device\n" in done.stderr
    assert "/dev/full: 60 events not written\n" in done.stderr
