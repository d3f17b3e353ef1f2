# SPDX-License-Identifier: MIT
"""What a capture's events add up to."""

from __future__ import annotations

import pytest

from tests.support.raw_events import DURATION, foreign_event, openat, raw_event
from traceleft import Capture, UsageError, _core, battery

EVENTS = [
    raw_event("close", [3], timestamp=5_000_000_000, duration=1_500_000_000, flags=DURATION),
    openat(b"/a", timestamp=5_500_000_000, ret=-2),
    openat(b"/a", timestamp=7_000_000_000, ret=3),
    openat(b"/\xff", timestamp=6_999_999_999, ret=-13),
    foreign_event(b"mine", timestamp=5_000_000_001),
]


@pytest.fixture
def capture() -> Capture:
    """In two batches."""
    return Capture([_core.Batch(part, battery.schema()) for part in (EVENTS[:2], EVENTS[2:])], battery.schema())


def test_summary(capture: Capture) -> None:
    rows = [(row.syscall, row.calls, row.errors, row.seconds) for row in capture.summary()]
    assert rows == [("close", 1, 0, 1.5), ("openat", 3, 2, 0.0), ("mine", 1, 0, 0.0)]
    assert repr(capture) == "<Capture: 5 events of 3 syscalls>"
    assert list(Capture([], battery.schema()).summary()) == []


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("filename", [("/a", 2, 1), ("/\udcff", 1, 1)]),
        ("syscall", [("openat", 3, 2), ("close", 1, 0), ("mine", 1, 0)]),
        ("error", [(None, 3, 0), ("ENOENT", 1, 1), ("EACCES", 1, 1)]),
        ("fd", [(3, 1, 0)]),
    ],
)
def test_top(capture: Capture, name: str, values: list) -> None:
    assert [(row.value, row.calls, row.errors) for row in capture.top(name)] == values
    assert [row.value for row in capture.top(name, 1)] == [values[0][0]]
    assert name in str(capture.top(name)).splitlines()[0]


@pytest.mark.parametrize("name", ["nosuch", "args", "__class__", "get", ""])
def test_top_of_what_no_event_has(capture: Capture, name: str) -> None:
    with pytest.raises(UsageError, match="none of these calls"):
        capture.top(name)
    assert list(Capture([], battery.schema()).top(name)) == []


def test_timeline(capture: Capture) -> None:
    assert [(row.begin, row.calls, row.errors) for row in capture.timeline(1)] == [
        (0.0, 3, 1),
        (1.0, 1, 1),
        (2.0, 1, 0),
    ]
    assert len(capture.timeline()) == 60 and sum(row.calls for row in capture.timeline()) == 5
    assert list(Capture([], battery.schema()).timeline()) == []
    for seconds in (0, -1, 1e-9, float("nan")):
        with pytest.raises(UsageError, match=r"timeline|seconds"):
            capture.timeline(seconds)


def test_overview() -> None:
    """Each event is in one part of the time, of 2**29 ns by the end; those of threads beyond the limit are counted."""
    overview = _core.Overview(4, 2)
    overview.add(
        _core.Batch([*EVENTS, openat(timestamp=9_000_000_000, tid=7, comm=b"\xff"), b"short"], battery.schema())
    )
    assert [(row.tid, row.comm, row.calls_by_part, row.errors_by_part) for row in overview.threads()] == [
        (1, "", [1, 0, 0, 0], [0, 0, 0, 0]),
        (4712, "cat", [2, 0, 0, 2], [1, 0, 0, 1]),
    ]
    assert overview.failures() == {("openat", "ENOENT"): 1, ("openat", "EACCES"): 1} and overview.dropped == 1
    assert overview.calls() == {"close": (1, 0, 1_500_000_000), "mine": (1, 0, 0), "openat": (4, 2, 0)}
    assert _core.Overview(0, 1).threads() == []


def test_where(capture: Capture) -> None:
    failed = capture.where('ret < 0 and filename == "/a"')
    assert [event.error for event in failed] == ["ENOENT"] and len(capture) == 5
    assert len(capture.where("ret < 0").where("ret == -13")) == 1
    for wrong in ("ret <", "nosuch == 1", 7):
        with pytest.raises(UsageError):
            capture.where(wrong)  # type: ignore[arg-type]


def test_parameters_of_a_query(capture: Capture) -> None:
    pytest.importorskip("duckdb")
    assert capture.query("select count(*) from openat where filename = ?", ["/a"]).fetchall() == [(2,)]
    assert capture.query("select count(*) from openat where filename = $f", {"f": "/a"}).fetchall() == [(2,)]
