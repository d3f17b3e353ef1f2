# SPDX-License-Identifier: MIT
"""run(), capture() and trace(): what people write first."""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT

import pytest

import traceleft as tl
from tests.support.victims import Worker

pytestmark = [pytest.mark.any_backend, pytest.mark.any_kernel]


@pytest.fixture(autouse=True)
def chosen(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACELEFT_BACKEND", backend)


@pytest.fixture
def waiting() -> Iterator[subprocess.Popen]:
    """A shell that becomes `cat /dev/null` once it has read a line."""
    with subprocess.Popen(["sh", "-c", "read x; exec cat /dev/null"], stdin=PIPE) as process:
        yield process


def release(process: subprocess.Popen) -> None:
    process.communicate(b"\n")


def test_run_returns_the_calls_and_the_status_of_a_command(tmp_path: Path, capfd: pytest.CaptureFixture) -> None:
    cap = tl.run(["ls", "/nosuch/file"], "all", stdout=DEVNULL, stderr=STDOUT)
    assert cap.returncode == 2 and capfd.readouterr() == ("", "")
    assert {"execve", "openat", "exit_group"} <= set(cap.syscalls()) and cap.stats and not cap.stats.lost
    assert [row.value for row in cap.where("error == ENOENT").top("filename", 1)] == ["/nosuch/file"]
    summary = {row.syscall: row for row in cap.summary()}
    assert sum(row.calls for row in summary.values()) == len(cap) == sum(row.calls for row in cap.timeline())
    assert summary["openat"].errors == sum(event.error is not None for event in cap if event.syscall == "openat")
    assert cap.query("select count(*) from events where syscall = ?", ["execve"]).fetchall() == [(1,)]
    (tmp_path / "in").write_text("in\n")
    with (tmp_path / "in").open() as file, (tmp_path / "out").open("w") as out:
        cap = tl.run(
            [sys.executable, "-Sc", "import os; os.write(2, b'2'); os.write(1, os.read(0, 9))"],
            "write",
            stdin=file,
            stdout=out.fileno(),
            stderr=STDOUT,
            where="fd in (1, 2)",
        )
    assert (tmp_path / "out").read_text() == "2in\n" and [event["buf"] for event in cap] == [b"2", b"in\n"]


def test_streams_in_each_others_places(tmp_path: Path) -> None:
    """A descriptor may be one of the three that it is to become."""
    program = (
        "import os, traceleft as tl\n"
        "os.dup2(os.open('a', os.O_CREAT | os.O_WRONLY), 1); os.dup2(os.open('b', os.O_CREAT | os.O_WRONLY), 2)\n"
        "cap = tl.run(['sh', '-c', 'printf out; printf err >&2'], 'write', stdout=2, stderr=1)\n"
        "assert cap.returncode == 0"
    )
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=True, timeout=120)
    assert ((tmp_path / "a").read_text(), (tmp_path / "b").read_text()) == ("err", "out")


def test_capture_has_the_blocks_calls_and_no_others() -> None:
    before = threading.active_count()
    with tl.capture() as cap:
        os.getppid()
    assert [(event.syscall, event.ret) for event in cap] == [("getppid", os.getppid())]
    assert threading.active_count() == before

    with tl.capture("%file,getpgid", where="ret < 0") as cap:
        for name in ("a", "b"):
            assert not os.path.exists(f"/nosuch/{name}")  # noqa: PTH110 (just the one call)
        thread = threading.Thread(target=os.path.exists, args=["/nosuch/thread"])
        thread.start()
        thread.join()
        subprocess.run(["ls", "/nosuch/child"], stderr=DEVNULL, check=False)
    paths = [event["filename"] for event in cap if "/nosuch/" in event.get("filename", "")]
    assert paths[:3] == ["/nosuch/a", "/nosuch/b", "/nosuch/thread"] and set(paths[3:]) == {"/nosuch/child"}
    assert all(event.ret < 0 for event in cap) and "traceleft-ring" not in {event.comm for event in cap}


@pytest.mark.any_kernel
@pytest.mark.parametrize("where", [None, "syscall != 'nosuch' # whatever"])
def test_the_threads_that_trace_are_not_traced(where: str | None) -> None:
    """Nor measured; the other threads are."""
    me, name = os.getpid(), Path("/proc/self/comm").read_text().strip()
    with tl.trace("all", pid=me, where=where) as tracer:
        count = tracer.count("all", pids=[me], by="comm")
        thread = threading.Thread(target=lambda: Path("/etc/hostname").read_text())
        thread.start()
        thread.join()
        tracer.read()  # its reader has looked into the ring
        os.getppid()
        tracer.stop()
        events = list(tracer)
    assert {event.comm for event in events} == {name} == set(count)
    assert "getppid" in {event.syscall for event in events}


def test_captures_in_each_other_and_an_error_in_the_block() -> None:
    with pytest.raises(ZeroDivisionError), tl.capture("getppid") as outer:
        os.getppid()
        with tl.capture("getppid") as inner:
            os.getppid()
        1 / 0  # noqa: B018
    assert (len(outer), len(inner)) == (2, 1)


def test_a_child_that_leaves_the_block_ends_nothing() -> None:
    with tl.capture("getppid") as cap:
        child = os.fork()
        if child:
            assert os.waitpid(child, 0) == (child, 0)
            os.getppid()
        else:
            os.getppid()
    if not child:
        os._exit(len(cap))
    assert {event.pid for event in cap} == {os.getpid(), child} and len(cap) == 2


PROCESSES: dict[str, Callable[[subprocess.Popen], object]] = {
    "number": lambda process: process.pid,
    "list": lambda process: [process.pid],
    "Popen": lambda process: process,
    "Popens": lambda process: (process, process.pid),
}


@pytest.mark.parametrize("given", PROCESSES.values(), ids=PROCESSES)
def test_trace_ends_with_its_processes(waiting: subprocess.Popen, given: Callable) -> None:
    with tl.trace("openat", pid=given(waiting), where="ret >= 0") as tracer:
        release(waiting)
        paths = [event["filename"] for event in tracer]
    assert paths[-1] == "/dev/null" and tracer.stats().handled >= len(paths)


def test_async_for(waiting: subprocess.Popen) -> None:
    async def paths(tracer: tl.Tracer) -> list[str]:
        return [event["filename"] async for event in tracer]

    async def cancelled(tracer: tl.Tracer) -> None:
        task = asyncio.create_task(paths(tracer))
        await asyncio.sleep(0)  # it waits for events now
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with tl.trace("openat", pid=waiting) as tracer:
        asyncio.run(cancelled(tracer))
        release(waiting)
        assert asyncio.run(paths(tracer))[-1] == "/dev/null"
        with pytest.raises(tl.TraceleftError, match="stopped"):
            asyncio.run(paths(tracer))


def test_trace_by_name_user_and_cgroup(worker: Worker, cgroup2: Path) -> None:
    status = Path(f"/proc/{worker.pid}/cgroup").read_text().splitlines()
    cgroup = cgroup2 / next(line for line in status if line.startswith("0::")).removeprefix("0::/")
    comm = Path(f"/proc/{worker.pid}/comm").read_text().strip()
    for scope in (
        {"comm": comm},
        {"uid": "root", "comm": [comm, "x"]},
        {"uid": [0, 7], "cgroup": [cgroup], "comm": comm},
    ):
        with tl.trace("read", where=f"pid == {worker.pid}", **scope) as tracer:
            worker.read(3)
            assert len(list(itertools.islice(tracer, 3))) == 3
    for scope in ({"comm": "nobody-has-it"}, {"uid": 4711}, {"cgroup": cgroup2 / "nosuch"}):
        if "cgroup" in scope:
            with pytest.raises(tl.UsageError, match="no cgroup"):
                tl.trace("read", **scope)
            continue
        with tl.trace("read", where=f"pid == {worker.pid}", **scope) as tracer:
            worker.read(1)
            tracer.stop()
            assert not list(tracer)


def ended() -> subprocess.Popen:
    process = subprocess.Popen(["true"])
    process.wait()
    return process


WRONG: dict[str, Callable[[], object]] = {
    "run: a line": lambda: tl.run("ls -l"),  # type: ignore[arg-type]
    "run: PIPE": lambda: tl.run(["ls"], "openat", stdout=PIPE),
    "run: a file's name": lambda: tl.run(["ls"], "openat", stdout="out"),  # type: ignore[arg-type]
    "run: an unknown call": lambda: tl.run(["ls"], "opnat"),
    "trace: a name for a pid": lambda: tl.trace("openat", pid="make"),  # type: ignore[arg-type]
    "trace: no pid": lambda: tl.trace("openat", pid=[]),
    "trace: a user that there isn't": lambda: tl.trace("openat", uid="nobody-is-called-so"),
    "trace: a number of a user": lambda: tl.trace("openat", uid=-1),
    "trace: a number of a cgroup": lambda: tl.trace("openat", cgroup=7),  # type: ignore[arg-type]
    "trace: an ended process": lambda: tl.trace("openat", pid=ended()),
    "trace: one that was not started": lambda: tl.trace("openat", pid=multiprocessing.Process()),
    "capture: no question": lambda: tl.capture("openat", where="ret <").__enter__(),
}


@pytest.mark.parametrize("call", WRONG.values(), ids=WRONG)
def test_what_can_never_work_is_one_line(call: Callable[[], object]) -> None:
    with pytest.raises((tl.UsageError, tl.ProcessError)) as raised:
        call()
    assert "incompatible" not in str(raised.value) and len(str(raised.value).splitlines()) <= 3
