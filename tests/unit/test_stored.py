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
    assert (len(again), "2 lost" in repr(again)) == (3, True)
    assert again.query("select filename from openat where ret < ?", [0]).fetchall() == [("/a",)]
    assert again.arrow("close")["fd"].to_pylist() == [2**31 - 1] and len(again.pandas()) == 3
    for wrong in (
        lambda: tl.open(path, where="ret < 0"),
        lambda: again.query("select nosuch"),
        lambda: again.arrow("x"),
    ):
        with pytest.raises(tl.UsageError):
            wrong()


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
