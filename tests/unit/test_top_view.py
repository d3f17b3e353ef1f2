# SPDX-License-Identifier: MIT
"""`traceleft top`: the tables without a terminal, and the keys."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest
from textual.widgets import DataTable, Input, Static, Tabs

from tests.support.raw_events import DURATION, raw_event
from tests.support.sample_telemetry import Changes, Moving
from traceleft.operand import Operand
from traceleft.telemetry import HandlerNumbers
from traceleft.telemetry.top import TABLES, Top
from traceleft.telemetry.top_app import TopApp


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
    assert texts(top) == [("read", "52", "1", "20.9", "1024", "111"), ("close", "3", "0", "", "", "6")]
    assert top.header()[1] == "500 events/s, 5 lost/s, 30 lost of 3000"
    top.table = "processes"
    assert texts(top) == [
        ("1", "cat", "50", "1", "20.9", "read", "100"),
        ("2", "dog", "5", "0", "", "close", "10"),
        ("1", "before", "0", "0", "", "read", "7"),
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


def test_as_text():
    _, top = moved()
    lines = top.text(lines=1).splitlines()
    assert lines[0].startswith("traceleft top  raw_tp") and lines[4:] == [
        "",
        "calls/s  errors/s  mean us  p99 us  calls  syscall",
        "     52         1     20.9    1024    111  read",
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

            async def say(text: str) -> None:
                for letter in text:
                    await pilot.press({"/": "slash", ".": "full_stop", ":": "colon", " ": "space"}.get(letter, letter))
                await pilot.press("enter")

            assert shown() == ["read", "close"]
            await pilot.press("s")
            assert top.sorted_by["syscalls"] == "errors/s"
            await pilot.press("r")
            assert shown() == ["close", "read"]
            await pilot.press("slash")
            await say("rea")
            assert shown() == ["read"] and "filter: rea" in str(app.query_one("#header", Static).render())
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
