# SPDX-License-Identifier: MIT
"""Plots: what they are given is what the capture has."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from tests.support.raw_events import DURATION, Captured, openat, raw_event
from traceleft import Capture, UsageError, _core, battery
from traceleft.plots import uses
from traceleft.uses import Connection, File

pytest.importorskip("plotly")

MS = 1_000_000
HOSTILE = b"/<b>\x1b[2J\xff" + b"x" * 100
CALLS = [
    raw_event("close", [3], timestamp=1 * MS, duration=MS, flags=DURATION, nr=3),
    raw_event("close", [4], timestamp=9 * MS, duration=3 * MS, flags=DURATION, nr=3, tid=7, comm=b"<i>"),
    raw_event("close", [5], timestamp=10 * MS, duration=10_000, flags=DURATION, nr=3, tid=7, comm=b"<u>"),
    raw_event(
        "openat", [-100, 8, 0, 0], [Captured(1, HOSTILE)], ret=-2, timestamp=5 * MS, duration=2 * MS, flags=DURATION
    ),
]


def capture_of(*raw: bytes) -> Capture:
    return Capture([_core.Batch([each], battery.schema()) for each in raw], battery.schema())


@pytest.fixture
def capture() -> Capture:
    return capture_of(*CALLS)


def harmless(figure: Any) -> None:
    """Nothing in it is markup of others', nor obeyed by a terminal."""
    text = json.dumps(json.loads(figure.to_json())["data"], ensure_ascii=False)
    assert not any(each in text for each in ("<b>", "<i>", "<u>", "\\u001b")), text
    text.encode()


def test_timeline(capture: Capture) -> None:
    figure = capture.plot.timeline()
    closes, opens, failed = figure.data
    assert [trace.name for trace in figure.data] == ["close", "openat", "failed"]
    assert closes.x == pytest.approx((0, 0.001, None, 0.006, 0.009, None, 0.00999, 0.01, None), nan_ok=True)
    assert closes.y == ("cat 4712", "cat 4712", None, *("&lt;u&gt; 7", "&lt;u&gt; 7", None) * 2)
    assert opens.x[:2] == pytest.approx((0.003, 0.005)) and failed.x == pytest.approx((0.005,))
    assert "= ENOENT, 2 ms" in failed.text[0] and closes.text[0] == "close(fd=3)<br>= 0, 1 ms"
    assert figure.layout.yaxis.categoryarray == ("&lt;u&gt; 7", "cat 4712") and figure.layout.title.text == "4 calls"
    harmless(figure)


def test_a_timeline_of_the_longest(capture: Capture) -> None:
    figure = capture.plot.timeline(2)
    assert figure.layout.title.text == "the 2 longest of 4 calls"
    assert sorted(trace.text[0][:7] for trace in figure.data) == ["close(f", "openat(", "openat("]
    untimed = capture_of(*[openat(timestamp=number) for number in range(5)])
    assert len(untimed.plot.timeline(3).data[0].x) == 9
    many = capture_of(*[raw_event(name, tid=9) for name in battery.syscalls()[:20] for _ in range(2)])
    assert [trace.name for trace in many.plot.timeline().data][-1] == "8 others"


def test_latency(capture: Capture) -> None:
    figure = capture.plot.latency()
    (heat,) = figure.data
    cells = {
        (round(x, 4), heat.text[row][column])
        for row, counts in enumerate(heat.z)
        for column, (x, z) in enumerate(zip(heat.x, counts))
        if z is not None
    }
    assert len(cells) == 4 and {text.split()[0] for _, text in cells} == {"1"}
    assert sum(10**z for counts in heat.z for z in counts if z is not None) == pytest.approx(4)
    for y, texts in zip(heat.y, heat.text):
        assert texts and 1e-7 < y < 1e-2
    harmless(figure)


def test_ecdf(capture: Capture) -> None:
    figure = capture.plot.ecdf()
    closes, opens = figure.data
    assert closes.name == "close (3)" and closes.x == pytest.approx((1e-5, 1e-3, 3e-3))
    assert closes.y == pytest.approx((1 / 3, 2 / 3, 1)) and (opens.x, opens.y) == ((0.002,), (1.0,))
    assert len(capture.plot.ecdf(1).data) == 1
    durations = [raw_event("close", duration=number, flags=DURATION) for number in range(1000)]
    (curve,) = capture_of(*durations).plot.ecdf().data
    assert len(curve.x) == 401 and all(
        math.isclose(y, (x * 1e9 + 1) / 1000, abs_tol=1e-3) for x, y in zip(curve.x, curve.y)
    )


@pytest.mark.parametrize(
    ("by", "widths"), [("calls", (4, 1, 3)), ("errors", (1, 1, 0)), ("seconds", (6.01e-3, 2e-3, 4.01e-3))]
)
def test_icicle(capture: Capture, by: str, widths: tuple[float, ...]) -> None:
    figure = capture.plot.icicle(by)
    (boxes,) = figure.data
    values: dict[str, float] = {}
    for name, value in zip(boxes.labels, boxes.values):
        values[name] = values.get(name, 0) + value
    assert (values["all"], values["openat"], values.get("close", 0)) == pytest.approx(widths)
    assert set(boxes.parents) - {""} <= set(boxes.ids) and len(set(boxes.ids)) == len(boxes.ids)
    inside: dict[str, float] = {}
    for parent, value in zip(boxes.parents, boxes.values):
        inside[parent] = inside.get(parent, 0) + value
    assert all(inside.get(own, 0) <= value * 1.000001 for own, value in zip(boxes.ids, boxes.values))
    harmless(figure)


def test_boxes_that_are_too_small_are_one() -> None:
    (boxes,) = capture_of(*[openat(b"/%d" % number) for number in range(4000)]).plot.icicle().data
    assert boxes.labels[-1] == "4000 more" and boxes.values[-1] == 4000


def file(path: str, read: int, written: int) -> File:
    return File(path, "regular", False, 1, 1, 1, read, written, 3, 0, 0.0, 1, 2)


def test_files() -> None:
    rows = [file("/<b>\udcff", 5, 6), file("/b", 1, 0), file("/none", 0, 0)]
    figure = uses.files(rows, 20)
    assert [trace.x for trace in figure.data] == [(1, 5), (0, 6)]
    assert figure.layout.yaxis.ticktext == ("/b", "/&lt;b&gt;\\xff") and len(uses.files(rows, 1).data[0].x) == 1
    harmless(figure)


def connection(local: str, peer: str, sent: int, received: int, pid: int = 1) -> Connection:
    port = int(peer.rpartition(":")[2]) if ":" in peer else None
    return Connection("TCP", local, peer, 80, port, received, sent, 1, 1, 2, 0, 0.0, 0.0, pid, "<i>", None, None)


def test_connections() -> None:
    """Those that a server serves are one for each address."""
    rows = [connection("a:80", f"b:{port}", 1, 2) for port in range(1000, 1003)]
    figure = uses.connections([*rows, connection("a:9", "c:443", 10, 20, 2), connection("", "", 0, 0)], 30)
    (sankey,) = figure.data
    assert list(sankey.node.label) == ["&lt;i&gt; 2", "&lt;i&gt; 1", "TCP c:443", "TCP b to a:80"]
    assert (sankey.link.source, sankey.link.target, sankey.link.value) == ((0, 1), (2, 3), (30, 9))
    assert sankey.link.customdata[0] == "10 bytes sent, 20 received"
    harmless(figure)


@pytest.mark.parametrize("name", ["timeline", "latency", "ecdf", "icicle", "files", "connections"])
def test_nothing_to_plot(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        getattr(capture_of().plot, name)()
    assert len(str(raised.value).splitlines()) == 1


def test_wrong_arguments(capture: Capture) -> None:
    for wrong in (lambda: capture.plot.timeline(0), lambda: capture.plot.icicle("bytes")):
        with pytest.raises(UsageError):
            wrong()
