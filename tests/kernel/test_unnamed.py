# SPDX-License-Identifier: MIT
"""Calls by numbers that nobody has named: shown as strace does, where all calls are traced."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Worker
from traceleft import battery

NUMBERS = (1777, 600, 0x20000000, 0x3FFFFFFF)
"""Behind the last that is known, and on to x32's bit."""
SCRIPT = f"import ctypes; [ctypes.CDLL(None).syscall(nr, 1, 2, 3, 4, 5, 6) for nr in {NUMBERS}]"


@pytest.fixture
def raw_tp(backend: str) -> str:
    if backend != "raw_tp":
        pytest.skip(f"{backend} hooks calls one by one")
    return backend


def gap() -> int:
    """A number below the highest that the schema lacks."""
    known = {call["nr"] for call in battery.schema_spec()["syscalls"].values()}
    return min(set(range(max(known))) - known)


def test_unnamed_calls_as_strace_has_them(raw_tp: str) -> None:
    command = [sys.executable, "-c", SCRIPT]
    done = lab.run([lab.require("strace"), "-f", *command], text=True)
    wanted = re.findall(r"(syscall_0x\w+)\((.*)\) = (.*)", done.stderr)
    assert len(wanted) == len(NUMBERS)
    done = lab.run(lab.trace_argv(raw_tp, "all", "--", *command), text=True)
    found = re.findall(r" (syscall_0x\w+)\((.*)\) = (.*)", done.stdout)
    assert [(name, re.sub(r"arg\d=", "", args), result) for name, args, result in found] == wanted


def test_unnamed_calls_are_counted_and_marked_with_the_handlers_number(raw_tp: str) -> None:
    nr = gap()
    script = SCRIPT.replace("in (", f"in ({nr}, ")
    argv = lab.trace_argv(raw_tp, "--stats", "--format", "jsonl", "all", "--", sys.executable, "-c", script)
    done = lab.run(argv, text=True)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    unnamed = [event for event in events if event["syscall"].startswith("syscall_0x")]
    assert [event["nr"] & 0xFFFFFFFF for event in unnamed] == [nr, *NUMBERS]
    assert all(event["raw_args"] == [1, 2, 3, 4, 5, 6] for event in unnamed)
    assert {event["error"] for event in unnamed} <= {"ENOSYS", "ENXIO"}
    assert f"traceleft: {len(events)} events, 0 lost" in done.stderr
    # In the table of calls, where those from 1,024 on are together: any program can make up numbers.
    counted = [line.split() for line in done.stderr.splitlines()]
    assert ["1", "1", "syscall_0x258"] in counted
    assert ["3", "3", "other"] in counted


def test_returns_from_signals_are_no_calls(raw_tp: str) -> None:
    """rt_sigreturn leaves -1 where its number was."""
    script = "import os, signal; signal.signal(10, lambda *_: None); [os.kill(os.getpid(), 10) for _ in range(9)]"
    done = lab.run(lab.trace_argv(raw_tp, "all", "--", sys.executable, "-c", script), text=True)
    assert done.returncode == 0 and done.stdout.count(" kill(") == 9 and "syscall_0x" not in done.stdout


def test_they_are_traced_where_all_is(raw_tp: str, worker: Worker) -> None:
    """For the processes with such handlers, until these are detached; not with a choice of calls."""
    libc = __import__("ctypes").CDLL(None)
    with traceleft.Tracer(backend=raw_tp) as tracer:
        tracer.attach("getpid,read", pids=[os.getpid()])
        libc.syscall(1777)
        every = tracer.attach("all", pids=[os.getpid()], program_id=7)
        libc.syscall(1778)
        tracer.detach(every)
        libc.syscall(1779)
        found = Counter((event.syscall, event.program_id) for event in lab.finished(tracer))
    assert {key: count for key, count in found.items() if "syscall_0x" in key[0]} == {("syscall_0x6f2", 7): 1}
