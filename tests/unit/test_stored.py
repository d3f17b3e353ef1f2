# SPDX-License-Identifier: MIT
"""Captures that are saved and opened again."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

import traceleft as tl
from tests.support.raw_events import openat, raw_event, spec_of
from traceleft import _core, battery
from traceleft.origin import Origin
from traceleft.outputs import Context, open_output
from traceleft.recording import RecordingError, stats_of

STATS = stats_of({"backend": "raw_tp", "handled": 5, "received": 3, "lost": 2})
ORIGIN = Origin("there", "id", "x86_64", "6.1")


def capture(stats: tl.Stats = STATS) -> tl.Capture:
    events = [openat(b"/a", ret=-2), openat(b"/b", ret=3), raw_event("close", [2**31 - 1], pid=7, nr=3)]
    return tl.Capture([_core.Batch(events, battery.schema())], battery.schema(), stats, ORIGIN)


def test_a_recording_has_the_events(tmp_path: Path) -> None:
    path = tmp_path / "x.record"
    capture().save(path)
    with pytest.warns(tl.LostEventsWarning, match="2 events of 5 were lost"):
        again = tl.open(path)
    assert isinstance(again, tl.Capture) and [event.raw for event in again] == [event.raw for event in capture()]
    assert (again.stats, again.origin) == (STATS, ORIGIN)
    with pytest.warns(tl.LostEventsWarning):
        assert len(tl.open(path, where="ret < 0")) == 1


def test_parquet_has_the_tables(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    path = tmp_path / "x.parquet"
    capture().save(str(path))
    with pytest.warns(tl.LostEventsWarning, match="2 events of 5 were lost"):
        again = tl.open(path)
    assert isinstance(again, tl.Tables) and again.stats == STATS
    assert repr(again) == f"<Tables: 3 events of {path} from there, 2 of 5 lost>"
    assert again.query("select filename from openat where ret < ?", [0]).fetchall() == [("/a",)]
    assert again.arrow("close")["fd"].to_pylist() == [2**31 - 1] and len(again.pandas()) == 3
    for wrong in (
        lambda: tl.open(path, where="ret < 0"),
        lambda: again.query("select nosuch"),
        lambda: again.arrow("x"),
    ):
        with pytest.raises(tl.UsageError):
            wrong()


def test_a_directory_knows_what_was_lost(tmp_path: Path) -> None:
    """Of each trace what it knew last."""
    pytest.importorskip("duckdb")
    for handled, lost in ((5, 2), (9, 0)):
        output = open_output("parquet", str(tmp_path / "calls"), Context(battery.schema(), ORIGIN, {"rotate_bytes": 1}))
        for part in (1, 2):
            output.account(dataclasses.replace(STATS, handled=handled * part, lost=lost * part))
            for batch in capture().batches:
                output.write(batch)
        output.close()
    with pytest.warns(tl.LostEventsWarning, match="4 events of 28 were lost"):
        again = tl.open(tmp_path / "calls")
    assert isinstance(again, tl.Tables) and again.lost_and_handled == (4, 28) and again.stats is None
    assert repr(again) == f"<Tables: 12 events of {tmp_path / 'calls'} from there, 4 of 28 lost>"


def test_metadata_that_makes_no_sense(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    pq = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "x.parquet"
    for nonsense in (b"[", b"[]", b'{"stats": {"lost": "x"}}', b'{"origin": {"host": 1}}', b'{"trace": 1}'):
        pq.write_table(capture().arrow().replace_schema_metadata({b"traceleft": nonsense}), path)
        with pytest.raises(tl.TraceleftError, match="metadata makes no sense"):
            tl.open(path)


def test_a_capture_says_where_it_was_and_what_is_missing() -> None:
    assert repr(capture()) == "<Capture: 3 events of 2 syscalls on there, 2 of 5 lost>"
    assert repr(capture(dataclasses.replace(STATS, lost=0))) == "<Capture: 3 events of 2 syscalls on there, none lost>"


def test_without_losses_nothing_is_warned_of(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    for name in ("x.record", "x.parquet"):
        capture(dataclasses.replace(STATS, lost=0)).save(tmp_path / name)
        assert len(tl.open(tmp_path / name)) == 3


def test_what_cant_be_saved_or_opened(tmp_path: Path) -> None:
    for name in ("x", "x.csv"):
        with pytest.raises(tl.UsageError, match="record"):
            capture().save(tmp_path / name)
    schema = _core.EventSchema(spec_of({"a": "int"}))
    with pytest.raises(tl.UsageError, match="another version"):
        tl.Capture([], schema).save(tmp_path / "x.record")
    assert not list(tmp_path.iterdir())
    (tmp_path / "none").write_bytes(b"nothing")
    with pytest.raises(RecordingError):
        tl.open(tmp_path / "none")
    with pytest.raises(FileNotFoundError):
        tl.open(tmp_path / "nosuch")
