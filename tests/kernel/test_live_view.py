# SPDX-License-Identifier: MIT
"""A view of a trace while it runs: what it shows, and what its buttons do."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import traceleft as tl
from tests.support.victims import Worker
from traceleft.live_view.watch import State, Watch

pytestmark = [pytest.mark.any_backend, pytest.mark.any_kernel]

SECONDS = 60
"""After which something is wrong."""


@pytest.fixture(autouse=True)
def chosen(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACELEFT_BACKEND", backend)


class Shown:
    """The states that a view was given, from whichever thread."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.state: Any = {}

    def __call__(self, state: State) -> None:
        with self.changed:
            self.state = state
            self.changed.notify_all()

    def wait(self, holds: Callable[[State], bool]) -> State:
        with self.changed:
            assert self.changed.wait_for(lambda: holds(self.state), SECONDS), self.state
            return self.state


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def watch(worker: Worker, shown: Shown) -> Iterator[Watch]:
    def attached(question: str | None) -> tl.Tracer:
        return tl.trace("read,getppid", pid=worker.pid, where=question, durations=True)

    watch = Watch(attached, shown)
    yield watch
    watch.close()


def test_what_is_shown(watch: Watch, worker: Worker, shown: Shown) -> None:
    assert not watch.running
    watch.start()
    assert watch.running and shown.state["running"]
    worker.read(20)
    state = shown.wait(lambda state: state["events"] >= 20)
    name, calls, errors, took = state["calls"][0]
    assert (name, errors) == ("read", 0) and calls >= 20 and str(took).endswith("s")
    assert len(state["last"]) == 12 and state["last"][-1][1] == worker.pid and state["lost"] == 0
    watch.stop()
    state = shown.wait(lambda state: not state["running"])
    assert sum(state["rates"]) == state["events"] and not state["error"] and not watch.running


def test_a_question_begins_anew(watch: Watch, worker: Worker, shown: Shown) -> None:
    watch.start()
    worker.read(5)
    shown.wait(lambda state: state["events"] >= 5)
    watch.start(" ret < -4000 ")
    assert (shown.state["question"], shown.state["events"], shown.state["running"]) == ("ret < -4000", 0, True)
    worker.read(5)
    watch.stop()
    assert shown.wait(lambda state: not state["running"])["events"] == 0
    watch.start("nosuch == \x1b[1")
    assert not watch.running and shown.state["error"].startswith("this can't be asked:")
    assert "\x1b" not in shown.state["error"] + shown.state["question"]
    watch.start()
    assert watch.running and not shown.state["error"]


def test_it_ends_with_the_process(shown: Shown) -> None:
    with subprocess.Popen(["sh", "-c", "read x; exec cat /dev/null"], stdin=subprocess.PIPE) as process:
        watch = Watch(lambda question: tl.trace("openat", pid=process), shown)
        watch.start()
        process.communicate(b"\n")
    state = shown.wait(lambda state: not state["running"] and bool(state["last"]))
    assert "/dev/null" in str(state["last"][-1][3])
    watch.close()


def test_the_widget(worker: Worker) -> None:
    pytest.importorskip("anywidget")
    shown = Shown()
    view = tl.live("read", pid=worker.pid)
    view.observe(lambda change: shown(change["new"]), "state")
    assert view.title == "traces read" and not view.state["running"]
    view._handle_custom_msg({"do": "start", "where": "ret >= 0"}, [])
    assert view.running and view.state["question"] == "ret >= 0"
    worker.read(3)
    shown.wait(lambda state: state["events"] >= 3)
    view._handle_custom_msg({"do": "stop"}, [])
    assert not view.running and view.start() is view and view.running
    view.close()
    assert not view.running


def test_what_runs_still_ends_with_the_interpreter() -> None:
    pytest.importorskip("anywidget")
    program = "import traceleft as tl; assert tl.live('openat').start().running"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=SECONDS)
