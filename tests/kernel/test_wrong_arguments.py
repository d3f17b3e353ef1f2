# SPDX-License-Identifier: MIT
"""Arguments of the public API that can never work: each is refused in one line that says what it is, and never in the
words of Python's internals or of the border to C++."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

import pytest

import traceleft as tl

pytestmark = pytest.mark.any_kernel

Call = Callable[[Any], object]


class Thing:
    """What no function can do anything with."""

    def __repr__(self) -> str:
        return "a thing"


NO_TEXT = (1, -1, 1.5, b"x", [], [1], {}, Thing(), True, object, "\0")
NO_TEXTS = (1, -1, 1.5, [1], [b"x"], Thing(), True, object, "\0", ["\0"])
NO_FLAG = (None, 1, "", "yes", [], Thing())
NO_NUMBER = (None, -1, 1.5, "1", b"1", [], {}, Thing(), 2**70)
NO_SECONDS = ("1", b"1", [], {}, Thing(), True, float("nan"))
NO_PATH = (None, 1, 1.5, b"x", [], {}, Thing(), "\0")
NO_QUESTION = (1, b"x", [], {}, Thing(), "", "nosuch == 1", "ret <", "ret < 0 and")


@pytest.fixture(scope="module")
def tracer() -> Iterator[tl.Tracer]:
    with tl.Tracer(slots=4, handler_times=True) as tracer:
        yield tracer


@pytest.fixture(scope="module")
def capture() -> tl.Capture:
    return tl.run(["true"], "openat,execve", stdout=DEVNULL)


def refuses(call: Call, *wrong: object) -> None:
    """Each of these values is refused as it should be."""
    missed = []
    for value in wrong:
        try:
            result = call(value)
        except (tl.UsageError, tl.HandlerError, tl.ProcessError) as error:
            said = str(error)
            if not said.startswith("this can't be asked") and "\n" in said:
                missed.append(f"{value!r}: {said}")
        except Exception as error:
            missed.append(f"{value!r}: {type(error).__name__}: {error}")
        else:
            missed.append(f"{value!r} is taken")
            with contextlib.suppress(AttributeError):
                result.stop()  # type: ignore[attr-defined]
    assert not missed, "\n".join(missed)


COMMANDS: dict[str, tuple[Call, tuple[object, ...]]] = {
    "a command": (lambda v: tl.run(v, "openat"), (None, 1, "ls", "ls -l", b"ls", [], [1], {}, Thing(), ["\0"], [None])),
    "its calls": (lambda v: tl.run(["true"], v), (*NO_TEXTS, "", "nosuch", "openat,", "%nosuch", {})),
    "its question": (lambda v: tl.run(["true"], "openat", where=v), NO_QUESTION),
    "its user": (lambda v: tl.run(["true"], "openat", user=v), (*NO_TEXT, "", "nosuch")),
    "its streams": (lambda v: tl.run(["true"], "openat", stdout=v), (-1, 2**70, "file", Thing(), [])),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_commands(name: str) -> None:
    refuses(COMMANDS[name][0], *COMMANDS[name][1])


TRACES: dict[str, tuple[Call, tuple[object, ...]]] = {
    "calls": (lambda v: tl.trace(v), (*NO_TEXTS, "", "nosuch", [])),
    "pid": (lambda v: tl.trace("openat", pid=v), (-1, 0, 2**70, 1.5, "1", b"1", [], Thing(), True)),
    "comm": (lambda v: tl.trace("openat", comm=v), (1.5, Thing(), object)),
    "uid": (lambda v: tl.trace("openat", uid=v), (-1, 2**70, 1.5, "nosuch", b"x", Thing(), True, "\0")),
    "cgroup": (lambda v: tl.trace("openat", cgroup=v), (1, "nosuch", Thing(), True)),
    "where": (lambda v: tl.trace("openat", where=v), NO_QUESTION),
    "follow_forks": (lambda v: tl.trace("openat", pid=os.getpid(), follow_forks=v), NO_FLAG),
    "a block": (lambda v: tl.capture(v).__enter__(), (*NO_TEXTS, "", "nosuch")),
}


@pytest.mark.parametrize("name", TRACES)
def test_traces(name: str) -> None:
    refuses(TRACES[name][0], *TRACES[name][1])


OPTIONS: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(("ring_size", "buffer_limit", "maxactive", "slots", "buffer", "limit"), NO_NUMBER),
    **dict.fromkeys(("durations", "namespace_pids", "pid_comms", "environments", "files", "processes"), NO_FLAG),
    **dict.fromkeys(("handler_times", "discard", "count_calls", "events"), NO_FLAG),
    "backend": (1, b"raw_tp", [], Thing(), "nosuch", "\0"),
    "btf": (1, b"x", [], Thing(), "\0"),
    "abi": (None, 1, "x32", [], Thing()),
    "owner": (1, "root", (1,), (-1, 1), ("1", "1"), [1, 1], Thing()),
}


@pytest.mark.parametrize("name", OPTIONS)
def test_options_of_a_tracer(name: str) -> None:
    refuses(lambda value: tl.Tracer(**{name: value}), *OPTIONS[name])


METHODS: dict[str, tuple[Callable[[tl.Tracer], Call], tuple[object, ...]]] = {
    "attach": (lambda t: t.attach, (*NO_TEXTS, "", "nosuch", [], None)),
    "pids": (lambda t: lambda v: t.attach("openat", pids=v), (1, [], "1", [1.5], ["1"], [0], [2**70], Thing())),
    "program_id": (lambda t: lambda v: t.attach("openat", program_id=v), (None, -1, 1.5, "1", 2**70, Thing())),
    "sample": (lambda t: lambda v: t.attach("openat", sample=v), (0, -1, 1.5, "1", 2**70, Thing())),
    "rate_limit": (lambda t: lambda v: t.attach("openat", rate_limit=v), (0, -1, 1.5, "1", 2**70, Thing())),
    "first": (lambda t: lambda v: t.attach("openat", first=v, by="pid"), (0, -1, 1.5, "1", 2**70, Thing())),
    "by": (lambda t: lambda v: t.attach("openat", first=1, by=v), (*NO_TEXTS, "", "nosuch", [])),
    "at_exec": (lambda t: lambda v: t.attach("openat", at_exec=v), NO_FLAG),
    "detach": (lambda t: t.detach, (None, 1, "openat", [], Thing())),
    "ignore": (lambda t: t.ignore, (None, 1, "1", [1.5], [0], Thing())),
    "named": (lambda t: t.named, (None, *NO_TEXT, "", "nosuch")),
    "become": (lambda t: t.become, (None, *NO_TEXT, "nosuch", "root")),
    "format": (lambda t: t.format, (None, 1, "x", [], Thing())),
    "time_handlers": (lambda t: t.time_handlers, (None, -1, 3, 1.5, "1", 2**70, Thing())),
    "empty_program": (lambda t: t.empty_program, (None, *NO_TEXT, "nosuch")),
    "read": (lambda t: t.read, NO_SECONDS),
    "events": (lambda t: lambda v: t.events(v), NO_SECONDS),
    "events' duration": (lambda t: lambda v: t.events(duration=v), NO_SECONDS),
    "collect": (lambda t: t.collect, NO_SECONDS),
    "collect's command": (lambda t: lambda v: t.collect(0, command=v), (1, "ls", ["ls"], Thing())),
    "count": (lambda t: t.count, (*NO_TEXTS, "", "nosuch", [], None)),
    "count's by": (lambda t: lambda v: t.count("read", by=v), (*NO_TEXTS, "", "nosuch")),
    "count's where": (lambda t: lambda v: t.count("read", where=v), NO_QUESTION),
    "count's max_keys": (lambda t: lambda v: t.count("read", max_keys=v), (None, 0, -1, 1.5, "1", 2**70)),
    "count's command": (lambda t: lambda v: t.count("read", command=v), (1, "ls", ["ls"], Thing())),
    "count's forks": (lambda t: lambda v: t.count("read", follow_forks=v), NO_FLAG),
    "histogram's of": (lambda t: lambda v: t.histogram("read", of=v), (None, *NO_TEXT, "", "nosuch")),
    "sum's of": (lambda t: lambda v: t.sum("read", of=v), (None, *NO_TEXT, "", "nosuch")),
}


@pytest.mark.parametrize("name", METHODS)
def test_methods_of_a_tracer(tracer: tl.Tracer, name: str) -> None:
    method, wrong = METHODS[name]
    refuses(method(tracer), *wrong)


CAPTURES: dict[str, tuple[Callable[[tl.Capture], Call], tuple[object, ...]]] = {
    "where": (lambda c: c.where, (None, *NO_QUESTION)),
    "top": (lambda c: c.top, (None, *NO_TEXT, "", "nosuch")),
    "top's number": (lambda c: lambda v: c.top("filename", v), (-1, 1.5, "1", Thing(), 2**70)),
    "timeline": (lambda c: c.timeline, (*NO_SECONDS, 0, -1)),
    "save": (lambda c: c.save, (*NO_PATH, "x.txt", "x")),
    "columns": (lambda c: c.columns, (*NO_TEXT, "", "nosuch")),
    "pandas": (lambda c: c.pandas, (*NO_TEXT, "", "nosuch")),
    "query": (lambda c: c.query, (None, *NO_TEXT, "nosuch", "select nosuch")),
    "query's values": (lambda c: lambda v: c.query("select ?", v), (1, "1", b"1", Thing(), [])),
}


@pytest.mark.parametrize("name", CAPTURES)
def test_methods_of_a_capture(capture: tl.Capture, name: str) -> None:
    pytest.importorskip("duckdb")
    method, wrong = CAPTURES[name]
    refuses(method(capture), *wrong)


def test_the_rest(tmp_path: Path, capture: tl.Capture) -> None:
    refuses(tl.open, *NO_PATH)
    refuses(tl.Handler.from_source, None, *NO_TEXT)
    capture.save(tmp_path / "x.record")
    refuses(lambda value: tl.open(tmp_path / "x.record", value), *NO_QUESTION)
    stopped = tl.Tracer(slots=4)
    stopped.stop()
    for used in (lambda: stopped.attach("openat"), stopped.collect, lambda: stopped.count("read"), stopped.__enter__):
        with pytest.raises(tl.TraceleftError, match=r"stopped.*create another"):
            used()
