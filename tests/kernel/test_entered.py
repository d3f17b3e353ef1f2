# SPDX-License-Identifier: MIT
"""Strings that a call overwrites itself, or another thread while it blocks: the event has what the kernel was given."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path

import pytest

import traceleft
from tests.support import SUPPORT, lab
from tests.support.syscall_numbers import NUMBERS
from tests.support.victims import _Process

AT_FDCWD = -100
STATX_ALL = 0xFFF
TIMES = lab.scaled(50)
PATH_LIMIT = 4096

# Each call writes to where its string is: name, the argument that is shown, and the arguments, where "p" is the memory.
OVERWRITING = [
    ("stat", "filename", ["p", "p"]),
    ("lstat", "filename", ["p", "p"]),
    ("newfstatat", "filename", [AT_FDCWD, "p", "p", 0]),
    ("statx", "filename", [AT_FDCWD, "p", 0, STATX_ALL, "p"]),
    ("statfs", "pathname", ["p", "p"]),
    ("readlink", "path", ["p", "p", 4096]),
    ("readlinkat", "pathname", [AT_FDCWD, "p", "p", 4096]),
    ("getxattr", "pathname", ["p", "s", "p", 4096]),
    ("lgetxattr", "pathname", ["p", "s", "p", 4096]),
    ("listxattr", "pathname", ["p", "p", 4096]),
    ("llistxattr", "pathname", ["p", "p", 4096]),
]


class Overwriter(_Process):
    """Runs overwriter.py."""

    def __init__(self, *job: object) -> None:
        super().__init__([sys.executable, "-I", "-S", SUPPORT / "overwriter.py", json.dumps(job)])
        self.pid: int = json.loads(self.receive())

    def work(self) -> list[int]:
        """What its calls returned: -errno where they failed."""
        self.send("go")
        returned: list[int] = json.loads(self.receive())
        return returned


def events_of(tracer: traceleft.Tracer, process: Overwriter, *syscalls: str) -> tuple[list[int], list[traceleft.Event]]:
    """What the process's calls returned, and their events."""
    tracer.attach(syscalls, pids=[process.pid])
    returned = process.work()
    return returned, lab.finished(tracer)


@pytest.fixture
def link(tmp_path: Path) -> Path:
    """A symbolic link to a file that has an extended attribute."""
    file = tmp_path / "file"
    file.touch()
    os.setxattr(file, "trusted.traceleft", b"overwrites the path")
    link = tmp_path / "link"
    link.symlink_to(file)
    return link


@pytest.mark.parametrize(("durations", "btf"), [(False, None), (True, None), (False, "/sys/kernel/btf/vmlinux")])
def test_calls_that_overwrite_their_string(backend: str, link: Path, durations: bool, btf: str | None) -> None:
    """Where a file gives the kernel's types, registers are copied."""
    if btf and backend == "fentry":
        pytest.skip("fentry needs the kernel's own types")
    path = str(link).encode()
    file = str(link.resolve()).encode()
    paths = {name: path if "readlink" in name else file for name, _, _ in OVERWRITING}
    calls = [[NUMBERS[name], paths[name].hex(), *args] for name, _, args in OVERWRITING]
    tracer = traceleft.Tracer(backend=backend, durations=durations, btf=btf)
    with Overwriter("overwrite", calls, TIMES) as process, tracer:
        returned, events = events_of(tracer, process, *(name for name, _, _ in OVERWRITING))
    assert [event.ret for event in events] == returned
    assert all(ret >= 0 for ret in returned)
    wrong = Counter(
        event.syscall
        for event, (name, argument, _) in zip(events, OVERWRITING * TIMES)
        if (event.syscall, event[argument]) != (name, paths[name].decode())
    )
    assert not wrong
    assert all(event.duration is not None for event in events) == durations


@pytest.mark.any_backend
@pytest.mark.parametrize("size", [0, 1, PATH_LIMIT - 1, PATH_LIMIT, 5000])
def test_strings_of_every_length(backend: str, size: int) -> None:
    """Of a name's too, which is the second string; where one doesn't fit behind the other it is read at the exit."""
    path = (b"/." * size)[:size]
    calls = [[NUMBERS["stat"], path.hex(), "p", "p"], [NUMBERS["getxattr"], path.hex(), "p", "p", "p", 64]]
    tracer = traceleft.Tracer(backend=backend, buffer_limit=PATH_LIMIT)  # a name of an attribute is no path
    with Overwriter("overwrite", calls, 1) as process, tracer:
        returned, events = events_of(tracer, process, "stat", "getxattr")
    assert [event.ret for event in events] == returned
    for event, shown in zip(events, (["filename"], ["pathname", "name"])):
        for argument in shown:
            assert event[argument] == path[:PATH_LIMIT].decode()
            there_was_room = argument != "name" or size < PATH_LIMIT - 1
            status = "truncated" if size > PATH_LIMIT else "ok" if there_was_room else "late"
            assert event.capture_status(argument) == status


def test_many_threads_at_once(backend: str) -> None:
    count, times = 16, TIMES
    with Overwriter("threads", NUMBERS["stat"], count, times) as process, traceleft.Tracer(backend=backend) as tracer:
        returned, events = events_of(tracer, process, "stat")
    names = [
        f"/{'.' * (turn % 2)}/../nowhere{number}x{turn}" if turn % 3 else "/." * (number + 1)
        for number in range(count)
        for turn in range(times)
    ]
    assert len(returned) == count * times
    assert Counter(event["filename"] for event in events) == Counter(names)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("open", [], [os.O_WRONLY]),
        ("openat", [AT_FDCWD], [os.O_WRONLY]),
        ("creat", [], [0o600]),
    ],
)
def test_a_name_that_changes_while_the_call_blocks(
    backend: str, tmp_path: Path, name: str, first: list[int], last: list[int]
) -> None:
    times = 20
    job = "block", NUMBERS[name], first, last, str(tmp_path), times
    with Overwriter(*job) as process, traceleft.Tracer(backend=backend) as tracer:
        returned, events = events_of(tracer, process, name)
    assert returned == [0] * times
    argument = "pathname" if name == "creat" else "filename"
    shown = [event[argument] for event in events if event.tid != process.pid]  # not the other end, in the main thread
    assert shown == [f"{tmp_path}/fifo{turn}" for turn in range(times)]


def test_a_page_that_is_not_there_at_the_entry(backend: str, tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(b"/nowhere/at/all\0")
    job = "cold", NUMBERS["truncate"], str(path), 50
    with Overwriter(*job) as process, traceleft.Tracer(backend=backend) as tracer:
        returned, events = events_of(tracer, process, "truncate")
    assert returned == [event.ret for event in events]
    assert {event["path"] for event in events} == {"/nowhere/at/all"}


NEEDS_THE_ENTRY = ("fentry", "kprobe")
"""Under these the kernel shows no return of a call that was entered before its hook was there."""


def test_what_was_kept_for_another_call_is_not_used(backend: str, tmp_path: Path) -> None:
    """The handler that saw the first call begin is gone when it returns; the second one began unseen."""
    fifos = [str(tmp_path / name) for name in ("first", "then")]
    with Overwriter("hold", NUMBERS["open"], fifos) as process, traceleft.Tracer(backend=backend) as tracer:
        attached = tracer.attach("open", pids=[process.pid])
        process.send("go")
        assert process.receive() == "blocked"
        tracer.detach(attached)
        process.send("go on")
        assert process.receive() == "blocked"
        tracer.attach("open", pids=[process.pid])
        process.send("go on")
        assert process.receive() == "done"
        names = [event["filename"] for event in lab.finished(tracer)]
    assert names == ([] if backend in NEEDS_THE_ENTRY else [fifos[1]])


def test_a_call_that_began_before_the_handler_was_attached(backend: str, tmp_path: Path) -> None:
    with Overwriter("hold", NUMBERS["open"], [str(tmp_path / "fifo")]) as process:
        process.send("go")
        assert process.receive() == "blocked"
        with traceleft.Tracer(backend=backend) as tracer:
            tracer.attach("open", pids=[process.pid])
            process.send("go on")
            assert process.receive() == "done"
            names = [event["filename"] for event in lab.finished(tracer)]
    assert names == ([] if backend in NEEDS_THE_ENTRY else [str(tmp_path / "fifo")])


def test_threads_that_die_in_a_call_keep_no_place(backend: str, tmp_path: Path) -> None:
    """Far more of them than there are places, killed while they block, under no handler that would see them return."""
    with traceleft.Tracer(backend=backend) as tracer:
        for number in range(4):
            fifo = str(tmp_path / f"crowd{number}")
            with Overwriter("crowd", NUMBERS["open"], fifo, 500) as process:
                attached = tracer.attach("open", pids=[process.pid])
                process.send("go")
                assert process.receive() == "blocked"
                tracer.detach(attached)
                process.process.kill()
                process.process.wait()
        job = "block", NUMBERS["open"], [], [os.O_WRONLY], str(tmp_path), 100
        with Overwriter(*job) as process:
            list(tracer.batches(timeout=0))
            returned, events = events_of(tracer, process, "open")
    assert returned == [0] * 100
    assert [event["filename"] for event in events] == [f"{tmp_path}/fifo{turn}" for turn in range(100)]
