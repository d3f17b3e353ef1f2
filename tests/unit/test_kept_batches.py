# SPDX-License-Identifier: MIT
"""Captures that hold more than fits into memory, and tables of which only a part is asked for."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

import traceleft as tl
from tests.support.raw_events import openat, raw_event
from traceleft import _core, battery
from traceleft.kept_batches import KeptBatches
from traceleft.recording import BATCH, CHUNK, RecordingError


def batches(number: int = 3) -> list[_core.Batch]:
    return [
        _core.Batch(
            [
                openat(b"/%d" % n, ret=-2),
                openat(b"/b", ret=n, pid=7),
                raw_event("close", [n], pid=7, nr=3),
            ],
            battery.schema(),
        )
        for n in range(number)
    ]


def kept(held: int) -> KeptBatches:
    return KeptBatches(battery.schema(), batches(), held=held)


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.parametrize("held", [0, batches()[0].nbytes, 1 << 20])
def test_they_are_the_same_wherever_they_are(held: int) -> None:
    gc.collect()
    before = open_files()
    all = kept(held)
    assert open_files() - before == (held < 1 << 20)
    wanted = [event.raw for batch in batches() for event in batch]
    assert [event.raw for batch in all for event in batch] == wanted
    assert [event.raw for batch in all for event in batch] == wanted  # once more
    assert [event.raw for event in all[-1]] == wanted[-3:] and len(all) == 3
    calls = all.counts.totals.calls()
    assert (all.counts.events, calls["openat"][:2], calls["close"][0]) == (9, (6, 3), 3)
    del all
    gc.collect()
    assert open_files() == before


def capture() -> tl.Capture:
    return tl.Capture(kept(0), battery.schema())


def test_a_statement_gets_what_it_reads() -> None:
    """The same as of tables with every column."""
    pytest.importorskip("duckdb")
    cap = capture()
    for sql in (
        "select count(*) from openat",
        "select filename, ret from openat where pid = 7 order by ret",
        "select syscall, count(*) from events group by all order by 1",
        "select openat.filename, close.fd from events where error is null order by all",
        "select * from close order by fd",
        "select * from events order by time, openat.filename",
        "select e from events e order by e.timestamp, e.openat.filename limit 2",
        "from openat select comm, time order by all",
        "select a.filename from openat a join close b on a.pid = b.pid and a.ret = b.fd order by 1",
        "with failed as (select * from openat where error = 'ENOENT') select count(*), min(filename) from failed",
        "select count(*) from openat where filename in (select filename from openat where ret = 2)",
        'select count(*) from "processes"',
        "pivot openat on filename using count(*) group by pid order by pid",
        "summarize close",
    ):
        full = cap.duckdb().sql(sql).fetchall()
        assert cap.query(sql).fetchall() == full, sql
        assert full
    assert cap.query("select filename from openat where ret = ?", [2]).fetchall() == [("/b",)]
    assert cap.query("select count(*) from read").fetchall() == [(0,)]  # there were none
    for wrong in ("select nosuch from openat", "select * from opnat", "selec 1", "select read.nosuch from events"):
        with pytest.raises(tl.UsageError):
            cap.query(wrong)


def test_a_syscalls_table_is_built_alone() -> None:
    cap = capture()
    assert cap.syscalls() == ["close", "openat"]
    assert cap.arrow("close")["fd"].to_pylist() == [0, 1, 2]
    assert len(cap.arrow("openat")) == 6 and len(cap.arrow("read")) == 0 and len(cap.arrow()) == 9
    assert repr(cap) == "<Capture: 9 events of 2 syscalls>"


def test_columns_that_are_not_asked_for_are_not_built() -> None:
    schema = battery.schema()

    def names(table: str, *arguments: object, **keywords: object) -> list[str]:
        builder = _core.ArrowBuilder(schema, *arguments, **keywords)  # type: ignore[arg-type]
        for batch in batches():
            builder.append(batch)
        return builder.finish()[table].names

    assert names("", True, columns={"pid", "openat", "ret"}) == ["pid", "ret", "openat"]
    assert names("openat", False, ["openat"], only=True, columns={"filename", "late"}) == ["late", "filename"]
    builder = _core.ArrowBuilder(schema, False, ["close"], only=True)
    for batch in batches():
        builder.append(batch)
    assert {name: len(part) for name, part in builder.finish().items()} == {"close": 3}


def test_a_damaged_recording_is_no_capture(tmp_path: Path) -> None:
    """Nor is a frame that its checksum doesn't give away: whatever reads its events says so."""
    path = tmp_path / "x.record"
    capture().save(path)
    content = bytearray(path.read_bytes())
    at = 12
    while CHUNK.unpack_from(content, at)[0] != BATCH:
        at += CHUNK.size + CHUNK.unpack_from(content, at)[1]
    path.write_bytes(content[: at + CHUNK.size + 30])
    with pytest.raises(RecordingError, match="cut short"):
        tl.open(path)
    path.write_bytes(content)
    cap = tl.open(path)
    assert isinstance(cap, tl.Capture) and len(cap) == 9
    with path.open("r+b") as file:
        file.seek(at + CHUNK.size + 20)
        file.write(bytes(30))
    with pytest.raises(RecordingError, match=r"x.record: damaged behind byte"):
        list(cap)
