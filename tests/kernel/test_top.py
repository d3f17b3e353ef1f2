# SPDX-License-Identifier: MIT
"""`traceleft top` over a real tracer: what the keys do to it."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
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
from traceleft.telemetry.top import Attachments, Top, reading
from traceleft.telemetry.top_app import TopApp
from traceleft.telemetry.top_details import Details, Scope
from traceleft.telemetry.top_rows import Row

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
    assert "traceleft top" in text and " calls counted\n" in text and str(worker.pid) in text and "shipped" in text


CALLER = """
import os, sys
zero = os.open("/dev/zero", os.O_RDONLY)
for line in sys.stdin:
    for _ in range(int(line)):
        os.read(zero, 5)
        try:
            os.close(-1)
        except OSError:
            pass
    print(flush=True)
"""


def test_into_a_process_its_errors_and_files() -> None:
    """Of a process that is chosen, what is measured only while it is looked at."""
    argv = [sys.executable, "-c", CALLER]
    with contextlib.ExitStack() as ends:
        caller = ends.enter_context(lab.started(argv, stdin=subprocess.PIPE))
        tracer = ends.enter_context(
            traceleft.Tracer(discard=True, durations=True, count_calls=True, events=False, handler_times=True)
        )

        def call(times: int) -> None:
            assert caller.stdin and caller.stdout
            caller.stdin.write(b"%d\n" % times)
            caller.stdin.flush()
            caller.stdout.readline()

        call(1)  # it has begun
        Attachments(tracer).attach(Operand("close,pread64,readv"))
        details = Details(tracer)
        ends.callback(details.end)
        top = Top(Telemetry(tracer), details=details)
        call(10)
        top.look()
        top.open("processes")
        [row] = [row for row in top.rows() if row.cells[0] == caller.pid]
        top.enter(row)
        assert [(row.cells[0], row.cells[5]) for row in top.rows()] == [("close", 10)]
        top.open("errors")
        call(3)
        assert [row.cells for row in top.rows()] == [("close", "EBADF", 3)]
        Attachments(tracer).attach(Operand("read"))
        top.open("files")
        call(7)
        lab.wait_until(lambda: any(row.cells[1] == 7 for row in top.rows()), "the reads of its file")
        [row] = [row for row in top.rows() if row.cells[1] == 7]
        assert (row.cells[3], row.cells[9]) == (35, "/dev/zero")
        assert top.header()[-1].startswith(f"of process {caller.pid} python")
        with pytest.raises(traceleft.UsageError, match="have ended"):
            top.open("errors", Scope(process=(0, "gone")))
        assert top.table == "files"  # what was shown stays
        top.leave()
        assert (top.table, str(top.scope), list(details.files())) == ("processes", "", [])


def test_a_command(tmp_path: Path) -> None:
    """Its calls and its children's only, until it ends; its status is top's."""
    argv = ["sh", "-c", "for i in 1 2 3; do cat /nosuch-$i 2>/dev/null; done; exit 3"]
    done = lab.run([*lab.TRACELEFT, "top", "--batch", "100", "-i", "60", "openat", "--table", "errors", "--", *argv])
    text = done.stdout.decode()
    assert done.returncode == 3, done.stderr
    assert "sh has ended with status 3" in text
    [line] = [line for line in text.splitlines() if line.endswith("openat   ENOENT")]
    assert int(line.split()[0]) >= 3


def test_a_command_beside_the_screen(tmp_path: Path) -> None:
    """What it writes isn't on the screen; q ends it."""
    errors = tmp_path / "errors"
    argv = [*lab.TRACELEFT, "top", "-i", "0.1", "--", "sh", "-c", "echo written; exec sleep 600"]
    with errors.open("wb") as file, on_terminal(argv, file.fileno()) as terminal:
        terminal.wait_for(b"sh runs")
        terminal.press(b"q")
        assert terminal.outcome() == 0
    assert b"written" not in terminal.screen and errors.read_bytes() == b"written\n"


@pytest.mark.parametrize("key", [b"q", CTRL_C])
@pytest.mark.parametrize("redirected", [False, True])
def test_on_a_terminal(worker: Worker, tmp_path: Path, key: bytes, redirected: bool) -> None:
    """The screen is the terminal's wherever stderr goes; the table that was asked for stays; q and Ctrl-C leave."""
    errors = tmp_path / "errors"
    argv = [*lab.TRACELEFT, "top", "-i", "0.1", "--table", "handlers", f"{worker.pid}:read"]
    with errors.open("wb") as file, on_terminal(argv, file.fileno() if redirected else None) as terminal:
        terminal.wait_for(b"traceleft top")
        terminal.wait_for(b"ns a run")
        terminal.wait_for(b"% of a CPU", times=3)
        terminal.press(key)
        assert terminal.outcome() == 0
    assert b"p99 us" not in terminal.screen  # of the table of syscalls
    assert errors.read_bytes() == b""
