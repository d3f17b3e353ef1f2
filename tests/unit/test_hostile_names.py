# SPDX-License-Identifier: MIT
"""Names that others chose, on every screen, page and label of the tracer: they are seen, and do nothing."""

from __future__ import annotations

import asyncio
import dataclasses
import gzip
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("google.protobuf")
pytest.importorskip("opentelemetry.sdk")
pytest.importorskip("prometheus_client")
pytest.importorskip("textual")

from opentelemetry.exporter.otlp.proto.common.metrics_encoder import encode_metrics
from prometheus_client.parser import text_string_to_metric_families
from textual.widgets import DataTable, Input

from tests.support.raw_events import openat, raw_event
from tests.support.sample_telemetry import Changes, Moving, get
from traceleft import Capture, _core, battery, cli
from traceleft.cli.echoserver import TOP, _rich_table, table
from traceleft.cli.query import _csv, _json, _table
from traceleft.collector.totals import SessionKey, Totals
from traceleft.errors import TraceleftError
from traceleft.operand import Operand
from traceleft.printable import LINES, printable
from traceleft.profile import Frame, Profile, ValueType
from traceleft.telemetry import HandlerNumbers, Numbers, metrics, otlp
from traceleft.telemetry.http_request import HttpError, refusal
from traceleft.telemetry.http_server import HttpServer
from traceleft.telemetry.text import describe
from traceleft.telemetry.top import Top
from traceleft.telemetry.top_app import TopApp

NAMES = [
    b"[/x]",
    b"[link=x]y[/]",
    b"[bold red",
    b"\x1b]0;owned\x07",
    b"\x1b[2J\xff\xfe",
    "\x9b31m\u202ee".encode(),
    b"a\nb\rc\td",
    b"<script>&amp;",
    "größer".encode(),
]
TEXTS = [name.decode("utf-8", "surrogateescape") for name in NAMES]
SHOWN = [printable(name) for name in NAMES]
ALL = "".join(TEXTS)


class Named(Moving):
    """Whose processes, handlers and outputs are called so."""

    def __init__(self) -> None:
        super().__init__()
        self.add(*(raw_event("read", nr=0, pid=7 + n, comm=name) for n, name in enumerate(NAMES)))

    def numbers(self) -> Numbers:
        numbers = super().numbers()
        handlers = tuple(HandlerNumbers(text, False, 0, (), f"/{text}", 0, text, 1, 1) for text in TEXTS)
        outputs = tuple(dataclasses.replace(numbers.outputs[0], name=text, error=text) for text in TEXTS)
        return dataclasses.replace(numbers, handlers=handlers, outputs=outputs)


def assert_harmless(text: str, *shown: str) -> None:
    """Nothing but lines of what can be seen."""
    assert printable(text, keep="\n") == text
    for each in shown or SHOWN:
        assert each in text


def totals() -> Totals:
    counted = Totals()
    for text in TEXTS:
        counted.count(counted.session(SessionKey(text, "b", b"0" * 16)), 1, 1, 0, {text: 1})
    return counted


def top_table(name: str) -> str:
    top = Top(Named())
    top.look()
    top.table = name
    return top.text()


def profile() -> Profile:
    made = Profile([ValueType("cpu", "nanoseconds")], default="cpu", period_type=ValueType("cpu", "ns"), comments=TEXTS)
    for text in TEXTS:
        made.add([Frame(text, text, 1)], (1,), {"thread": text})
    return made


def named_capture() -> Capture:
    schema = battery.schema()
    return Capture([_core.Batch([openat(name, comm=name) for name in NAMES], schema)], schema)


SCREENS: dict[str, Callable[[], str]] = {
    "top --batch --table processes": lambda: top_table("processes"),
    "top --batch --table handlers": lambda: top_table("handlers"),
    "--stats": lambda: describe(Named().numbers(), Named().calls),
    "echoserver": lambda: "\n".join(table(totals())),
    "query": lambda: "\n".join(_table(TEXTS, [TEXTS])),
    "profiles as text": lambda: profile().text(),
    "an answer of HTTP": lambda: refusal(HttpError(503, ALL)).body.decode(),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_text(screen: str):
    assert_harmless(SCREENS[screen]())


def test_echoservers_live_view():
    rich = pytest.importorskip("rich.console")
    file = io.StringIO()
    rich.Console(file=file, width=300, color_system=None).print(_rich_table(totals(), 1.0))
    assert_harmless(file.getvalue(), *SHOWN[:TOP])


def test_top_on_a_terminal():
    """On Textual's own driver: cells, the question, a handler's error."""

    class Refusing(Changes):
        def attach(self, operand: Operand):  # type: ignore[no-untyped-def]
            raise TraceleftError(ALL)

    async def look() -> None:
        top = Top(Named())
        app = TopApp(top, Refusing(), interval=0)
        async with app.run_test(size=(200, 60)) as pilot:
            rows = app.query_one(DataTable)
            for column, tabs in ((1, ["tab"]), (0, ["tab"])):
                await pilot.press(*tabs)
                await pilot.pause()
                found = {str(rows.get_row_at(index)[column]) for index in range(rows.row_count)}
                assert found == set(SHOWN), top.table
            await pilot.press("x")
            selected = app.selected()
            assert selected and selected.texts[0] in app.query_one("#prompt", Input).placeholder
            await pilot.press("escape", "a", "y", "enter")
            await pilot.pause()
            (said,) = app._notifications
            assert printable(said.message, keep=LINES) == said.message and SHOWN[3] in said.message
            assert app.is_running

    asyncio.run(look())


def test_metric_labels():
    """What looks alike is one series: two would make Prometheus refuse the page."""
    named = Named()
    named.add(raw_event("read", nr=0, comm=rb"\x1b[2J\xff\xfe"))
    with HttpServer(("localhost", 0), metrics.routes(named)) as server:
        page = get(server)[0].decode()
    samples = [sample for family in text_string_to_metric_families(page) for sample in family.samples]
    keys = [(sample.name, tuple(sorted(sample.labels.items()))) for sample in samples]
    assert len(keys) == len(set(keys))
    assert_harmless(page, "<script>")
    comms = {each.labels["comm"]: each.value for each in samples if each.name == "traceleft_calls_total"}
    assert comms == {shown: 1 + (shown == SHOWN[4]) for shown in SHOWN}
    assert {sample.labels["output"] for sample in samples if "output" in sample.labels} == set(SHOWN)


def test_opentelemetrys_attributes():
    data = encode_metrics(otlp._Exporter(Named(), "http://localhost:1")._data()).SerializeToString()
    for shown in SHOWN:
        assert shown.encode() in data


def test_profiles_strings():
    data = gzip.decompress(profile().serialize())
    for shown in SHOWN:
        assert shown.encode() in data


def test_pages_in_a_notebook():
    page = named_capture()._repr_html_()
    assert_harmless(page, "[/x]", "größer")
    assert "<script>" not in page


@pytest.mark.parametrize("terminal", [True, False])
def test_query_as_csv(monkeypatch: pytest.MonkeyPatch, terminal: bool):
    """A file has the values as they are; a terminal must not obey them."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    lines = "\n".join(_csv(["a"], [[text] for text in TEXTS]))
    assert lines.isprintable() is False
    if terminal:
        assert_harmless(lines)
    else:
        assert TEXTS[3] in lines


def test_query_as_json():
    lines = list(_json([ALL], [[{"in": [text]}] for text in TEXTS]))
    assert all(line.isprintable() for line in lines) and "größer" in lines[-1]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A directory with files of such names, where their bytes can be some."""
    for text in TEXTS:
        if "/" not in text:
            (tmp_path / text).write_text("no recording, handler or C {")
    monkeypatch.chdir(tmp_path)
    yield tmp_path


@pytest.mark.parametrize("command", ["list", "nosuch", "replay", "query x", "handler new", "trace -o", "trace"])
@pytest.mark.parametrize("text", TEXTS, ids=SHOWN)
def test_errors(
    command: str, text: str, files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """One line, in which nobody can end it and begin another."""
    wrong = [f"/nonexistent/{text}", "read"] if command.endswith("-o") else [text]
    monkeypatch.setattr(sys, "argv", ["traceleft", *command.split(), *wrong])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    out, err = capsys.readouterr()
    assert ended.value.code in (1, 2) and out == ""
    assert err.startswith("traceleft: ") and err.endswith("\n") and err[:-1].isprintable(), err
    assert "Traceback" not in err
