# SPDX-License-Identifier: MIT
"""`traceleft top`: the tables without a terminal, and the keys."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest
from rich.text import Text
from textual.widgets import DataTable, Input, Static, Tabs

from tests.support.raw_events import DURATION, raw_event
from tests.support.sample_telemetry import Changes, Moving
from traceleft.operand import Operand
from traceleft.telemetry import HandlerNumbers
from traceleft.telemetry.top import Top
from traceleft.telemetry.top_app import TopApp
from traceleft.telemetry.top_rows import TABLES


def read(n: int = 1, **header: object) -> list[bytes]:
    return [raw_event("read", nr=0, **header)] * n  # type: ignore[arg-type]


def texts(top: Top) -> list[tuple[str, ...]]:
    return [row.texts for row in top.rows()]


def moved() -> tuple[Moving, Top]:
    moving = Moving()
    moving.add(*read(7, pid=1, comm=b"before"))
    top = Top(moving)
    top.look()
    moving.add(
        *read(98, pid=1, comm=b"cat", flags=DURATION, duration=3_000),
        *read(2, pid=1, comm=b"cat", flags=DURATION, duration=900_000, ret=-5),
        *read(4, pid=2, comm=b"dog"),
        *[raw_event("close", nr=3, pid=2, comm=b"dog")] * 6,
    )
    top.look()
    return moving, top


def test_rates_are_of_the_time_since_the_last_look():
    _, top = moved()
    assert texts(top) == [
        ("read", "52", "1", "20.9", "1024", "111", "94.9", "2.1", "100"),
        ("close", "3", "0", "", "", "6", "5.1", "0", "0"),
    ]
    assert top.header()[1:3] == ["117 calls counted", "500 events/s, 5 lost/s, 30 lost of 3000"]
    top.table = "processes"
    assert texts(top) == [
        ("1", "cat", "50", "1", "20.9", "read", "100", "85.5", "2.1", "100"),
        ("2", "dog", "5", "0", "", "close", "10", "8.5", "0", "0"),
        ("1", "before", "0", "0", "", "read", "7", "6.0", "0", "0"),
    ]
    top.look()
    assert {row[2] for row in texts(top)} == {"0"}


def test_a_percentile_is_its_buckets_end():
    moving = Moving()
    top = Top(moving)
    top.look()
    moving.add(*read(99, flags=DURATION, duration=3_000), *read(1, flags=DURATION, duration=1_000_000))
    top.look()
    assert texts(top)[0][4] == "4"


def test_order_and_filter():
    _, top = moved()
    top.sort("syscall")
    assert [row[0] for row in texts(top)] == ["close", "read"]
    top.sort("syscall")
    assert [row[0] for row in texts(top)] == ["read", "close"]
    top.sort_next()
    assert top.sorted_by["syscalls"] == "calls/s" and [row[0] for row in texts(top)] == ["read", "close"]
    top.filter = "CLO"
    assert [row[0] for row in texts(top)] == ["close"]


def test_handlers():
    _, top = moved()
    top.table = "handlers"
    assert texts(top) == [
        ("read", "entry", "3", "500", "7", 'a "b"\\.bpf', "42"),
        ("read", "exit", "0", "250", "all others", "shipped", "0"),
        ("close", "exit", "0", "", "all others", "own.bpf", "0"),
    ]


def test_into_rows_and_back():
    """A syscall's processes, a process's syscalls, and the durations of both."""
    _, top = moved()
    top.enter(top.rows()[0])
    assert (top.table, top.header()[-1]) == ("processes", "of read")
    assert [row[:2] for row in texts(top)] == [("1", "cat"), ("2", "dog"), ("1", "before")]
    assert [row[6:8] for row in texts(top)] == [("100", "90.1"), ("4", "3.6"), ("7", "6.3")]
    top.enter(top.rows()[0])
    assert (top.table, top.header()[-1]) == ("histogram", "of read of process 1 cat")
    assert [row[:4] for row in texts(top) if row[2] != "0"] == [("2", "4", "98", "98"), ("512", "1024", "2", "2")]
    assert texts(top)[0][4] == "#" * 40 and texts(top)[-1][4] == "#"
    top.leave()
    assert (top.table, str(top.scope)) == ("processes", "read")
    top.leave()
    assert (top.table, str(top.scope)) == ("syscalls", "")
    top.open("processes")
    top.enter(top.rows()[1])
    assert (top.table, top.header()[-1]) == ("syscalls", "of process 2 dog")
    assert [(row[0], row[5], row[6]) for row in texts(top)] == [("close", "6", "60"), ("read", "4", "40")]
    top.open("handlers")
    top.leave()
    top.leave()
    assert (top.table, str(top.scope)) == ("processes", "")


def test_as_text():
    _, top = moved()
    lines = top.text(lines=1).splitlines()
    assert lines[0].startswith("traceleft top  raw_tp") and lines[5:] == [
        "",
        "calls/s  errors/s  mean us  p99 us  calls  % calls  time ms  % time  syscall",
        "     52         1     20.9    1024    111     94.9      2.1     100  read",
    ]


def test_the_keys():
    """Pressed on Textual's own driver, which needs no terminal."""
    moving, top = moved()
    moving.add(*read(3, ret=-5), raw_event("close", nr=3))  # between the last look and the app's first
    changes = Changes()
    app = TopApp(top, changes, interval=0)

    async def press_all() -> None:
        async with app.run_test(size=(120, 40)) as pilot:

            def shown() -> list[str]:
                table = app.query_one(DataTable)
                return [str(table.get_row_at(index)[0]) for index in range(table.row_count)]

            def header() -> str:
                return str(app.query_one("#header", Static).render())

            async def say(text: str) -> None:
                for letter in text:
                    await pilot.press({"/": "slash", ".": "full_stop", ":": "colon", " ": "space"}.get(letter, letter))
                await pilot.press("enter")

            assert shown() == ["read", "close"]
            await pilot.press("s")
            assert top.sorted_by["syscalls"] == "errors/s"
            await pilot.press("r")
            assert shown() == ["close", "read"]
            await pilot.press("down", "enter")
            assert (top.table, str(top.scope)) == ("processes", "read") and "of read" in header()
            assert app.query_one(Tabs).active == "processes"
            await pilot.press("escape")
            assert (top.table, str(top.scope), shown()) == ("syscalls", "", ["close", "read"])
            calls = app.query_one(DataTable).get_row_at(0)[1]
            assert isinstance(calls, Text) and calls.justify == "right"
            await pilot.press("slash")
            await say("rea")
            assert shown() == ["read"] and "filter: rea" in header()
            await pilot.press("slash")
            for _ in "rea":
                await pilot.press("backspace")
            await pilot.press("enter")
            assert shown() == ["close", "read"]
            await pilot.press("d")  # here is no handler to detach
            assert changes.asked == []
            await pilot.press("tab")
            assert top.table == "processes" and len(shown()) == 4
            await pilot.press("tab", "down")
            assert shown() == ["read", "read", "close"]
            await pilot.press("d")
            selected = changes.asked.pop()
            assert isinstance(selected, HandlerNumbers) and (selected.syscall, selected.slot) == ("read", 0)
            await pilot.press("x")
            await say("own.o")
            assert changes.asked.pop() == Operand("own.o", (), 0)
            await pilot.press("a")
            await say("42:7:read")
            assert changes.asked.pop() == Operand("read", (7,), 42)
            await pilot.press("a")
            await say("nonsense")
            assert changes.asked == [] and app.is_running
            await pilot.press("a")
            await say("x:y:z")
            assert changes.asked == [] and app.is_running
            await pilot.press("a", "escape")
            assert not app.query_one("#prompt", Input).display
            looks = moving.looks
            await pilot.press("p")
            app._tick()
            assert app.paused and moving.looks == looks
            await pilot.press("p")
            app._tick()
            assert moving.looks == looks + 1
            await pilot.press("question_mark")
            assert app.query_one("#help", Static).display
            await pilot.press("q")
        assert not app.is_running

    asyncio.run(press_all())


@pytest.mark.parametrize("table", TABLES)
def test_the_table_that_was_asked_for_stays(table: str):
    _, top = moved()
    top.table = table
    app = TopApp(top, Changes(), interval=0)

    async def look() -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            app.look()
            await pilot.pause()
            assert (top.table, app.query_one(Tabs).active) == (table, table)
            await pilot.press("ctrl+c")
        assert not app.is_running

    asyncio.run(look())


def test_without_a_terminal_it_says_what_to_do():
    done = subprocess.run(
        [sys.executable, "-m", "traceleft", "top"], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1) and "--batch" in done.stderr
