# SPDX-License-Identifier: MIT
"""`traceleft top` over a real tracer: what the keys do to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.handler_sources import OURS
from tests.support.terminal import CTRL_C, on_terminal
from tests.support.victims import Worker
from traceleft.operand import Operand
from traceleft.telemetry import Telemetry
from traceleft.telemetry.top import Attachments, Row, Top, reading
from traceleft.telemetry.top_app import TopApp

pytestmark = pytest.mark.any_kernel


def test_attach_swap_and_detach_by_keys(worker: Worker, compile_handler: Callable[[str], Path]) -> None:
    own = compile_handler(OURS.replace("close", "read"))
    with traceleft.Tracer(handler_times=True, durations=True, discard=True, count_calls=True, events=False) as tracer:
        attachments = Attachments(tracer)
        attachments.attach(Operand("personality"))
        telemetry = Telemetry(tracer)
        thread = reading(telemetry)
        top = Top(telemetry)
        app = TopApp(top, attachments, interval=0)

        async def press() -> None:
            async with app.run_test(size=(120, 40)) as pilot:

                async def say(key: str, text: str) -> None:
                    await pilot.press(key)
                    app.query_one("#prompt").value = text  # type: ignore[attr-defined]
                    await pilot.press("enter")

                async def select(syscall: str) -> None:
                    while (row := app.selected()) and row.cells[0] != syscall:
                        await pilot.press("down")

                await say("a", f"{worker.pid}:read")
                worker.read(100)
                app.look()
                assert [(row.cells[0], row.cells[5]) for row in top.rows()] == [("read", 100)]
                assert tracer.stats().handled == 0  # nothing was made of them
                await pilot.press("tab", "tab")
                await select("read")
                await say("x", str(own))
                (handler,) = [each for each in tracer.handlers() if each.syscall == "read" and not each.entry]
                assert (handler.path, handler.pids) == (str(own), (worker.pid,))
                worker.read(50)
                assert tracer.stats().handled == 50  # a file's events are there, and its calls counted
                app.look()
                assert ("read", 150) in [(row.cells[0], row.cells[5]) for row in counted(top)]
                await select("read")
                await say("x", "read")
                (handler,) = [each for each in tracer.handlers() if each.syscall == "read" and not each.entry]
                assert (handler.name, handler.pids) == ("count_call", (worker.pid,))
                worker.read(25)
                assert tracer.stats().handled == 50
                app.look()
                assert ("read", 175) in [(row.cells[0], row.cells[5]) for row in counted(top)]
                await select("read")
                await pilot.press("d")
                assert {each.syscall for each in tracer.handlers()} == {"personality"}
                await pilot.press("q")

        asyncio.run(press())
        tracer.stop()
        thread.join()


def counted(top: Top) -> list[Row]:
    """The table of syscalls, whichever is in view."""
    view, top.table = top.table, "syscalls"
    rows = top.rows()
    top.table = view
    return rows


def test_looks_as_text(worker: Worker) -> None:
    argv = [*lab.TRACELEFT, "top", "--batch", "1", "-i", "0.2", f"{worker.pid}:read", "--table", "handlers"]
    done = lab.run(argv)
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    assert "traceleft top" in text and " events/s" in text and str(worker.pid) in text and "shipped" in text


@pytest.mark.parametrize("key", [b"q", CTRL_C])
@pytest.mark.parametrize("redirected", [False, True])
def test_on_a_terminal(worker: Worker, tmp_path: Path, key: bytes, redirected: bool) -> None:
    """The screen is the terminal's wherever stderr goes; the table that was asked for stays; q and Ctrl-C leave."""
    errors = tmp_path / "errors"
    argv = [*lab.TRACELEFT, "top", "-i", "0.1", "--table", "handlers", f"{worker.pid}:read"]
    with errors.open("wb") as file, on_terminal(argv, file.fileno() if redirected else None) as terminal:
        terminal.wait_for(b"traceleft top")
        terminal.wait_for(b"ns a run")
        terminal.wait_for(b"events/s", times=3)
        terminal.press(key)
        assert terminal.outcome() == 0
    assert b"p99 us" not in terminal.screen  # of the table of syscalls
    assert errors.read_bytes() == b""
