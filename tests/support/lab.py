# SPDX-License-Identifier: MIT
"""Helpers that the kernel tests share: whether they can run, a trace's results, and the kernel's view of it."""

from __future__ import annotations

import collections
import contextlib
import ctypes
import errno
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

import traceleft
from tests.support import ROOT
from tests.support.syscall_numbers import NUMBERS
from tests.support.victims import SLOWDOWN, TIMEOUT

TRACELEFT = [sys.executable, "-m", "traceleft"]
PID_MAX = Path("/proc/sys/kernel/pid_max")
PID_MAX_LIMIT = 4_194_304
"""The highest that it can be: PID_MAX_LIMIT in include/linux/threads.h."""
MUST_RUN = os.environ.get("TRACELEFT_KERNEL_TESTS") == "1"


def cannot_run(reason: str) -> NoReturn:
    """Skips the test, or fails it where kernel tests are required."""
    if MUST_RUN:
        pytest.fail(f"TRACELEFT_KERNEL_TESTS=1 is set, but {reason}", pytrace=False)
    pytest.skip(reason)


def scaled(count: int) -> int:
    """How often a test does something: so often, or on an emulated machine as often as takes the same time."""
    return max(count // SLOWDOWN, 1)


def sampled(names: Iterable[str]) -> list[str]:
    """All of them, or on an emulated machine every so manieth."""
    return sorted(names)[::SLOWDOWN]


COMPILED = ROOT / "build" / "tests"
"""The programs that tests have compiled. Emulated machines see it, and take very long to compile anything."""


def compiled(command: list[str], source: bytes, headers: Iterable[Path] = ()) -> Path:
    """The file that a compiler makes of C; the very same is not compiled twice."""
    parts = [*map(os.fsencode, command), source, *(path.read_bytes() for path in sorted(headers))]
    made = COMPILED / hashlib.sha256(b"\0".join(parts)).hexdigest()
    if not made.exists():
        program = require(command[0])
        COMPILED.mkdir(parents=True, exist_ok=True)
        unfinished = made.with_name(f"{made.name}.{os.getpid()}")
        argv = [program, *command[1:], "-xc", "-", "-o", unfinished]
        subprocess.run(argv, input=source, check=True, timeout=TIMEOUT)
        unfinished.rename(made)
        for path in (COMPILED, made):  # root makes nothing that a clone's owner can't remove
            os.chown(path, ROOT.stat().st_uid, ROOT.stat().st_gid)
    return made


def require(program: str) -> str:
    """The path of a program that a test needs."""
    path = shutil.which(program)
    return path or cannot_run(f"there is no {program} here")


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Waits for a condition without an event: the kernel frees programs in its own time."""
    deadline = time.monotonic() + TIMEOUT
    while not condition():
        assert time.monotonic() < deadline, f"in {TIMEOUT} s it has not come about that {what}"
        time.sleep(0.01)


def is_in_syscall(pid: int, name: str) -> bool:
    """Whether a process's first thread blocks in that call: proc(5), /proc/pid/syscall."""
    return Path(f"/proc/{pid}/syscall").read_text().split()[0] == str(NUMBERS[name])


def finished(tracer: traceleft.Tracer) -> list[traceleft.Event]:
    """Stops a tracer that must have lost no event; returns all its unread ones."""
    tracer.stop()
    assert assert_accounted(tracer).lost == 0
    return list(tracer.events(timeout=0))


class Reader:
    """Takes batches out of a tracer in a thread, as fast as they come."""

    def __init__(self, tracer: traceleft.Tracer) -> None:
        self._tracer = tracer
        self._events = 0
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        for batch in self._tracer.batches():
            self._events += len(batch)
            self._took(batch)

    def _took(self, batch: traceleft.Batch) -> None:
        pass

    def finish(self) -> int:
        """Stops the tracer; returns the number of events."""
        self._tracer.stop()
        self._thread.join(TIMEOUT)
        assert not self._thread.is_alive(), "stop() did not end batches()"
        return self._events


class Formatter(Reader):
    """Makes text of the events."""

    def _took(self, batch: traceleft.Batch) -> None:
        self._tracer.format(batch)


class Counter(Reader):
    """Counts the events by a key, too."""

    def __init__(self, tracer: traceleft.Tracer, key: Callable[[traceleft.Event], object]) -> None:
        self._key = key
        self.counts: collections.Counter = collections.Counter()
        super().__init__(tracer)

    def _took(self, batch: traceleft.Batch) -> None:
        self.counts.update(map(self._key, batch))


def batches_of(tracer: traceleft.Tracer, events: int) -> Iterator[traceleft.Batch]:
    """Batches until so many events have come."""
    while events > 0:
        batch = tracer.read(TIMEOUT)
        assert batch is not None, f"{events} events have not come"
        yield batch
        events -= len(batch)


def assert_accounted(tracer: traceleft.Tracer) -> traceleft.Stats:
    """After stop(): every event built was received, or declined, or counted as lost, on some CPU for some reason."""
    stats = tracer.stats()
    assert stats.handled == stats.received + stats.lost + stats.declined
    assert stats.lost == sum(sum(reasons.values()) for reasons in stats.lost_by_cpu.values())
    return stats


def cgroup2_mount() -> Path | None:
    """Where the cgroup v2 hierarchy is mounted."""
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        before, _, after = line.partition(" - ")
        root, directory = before.split()[3:5]
        if after.split()[0] == "cgroup2" and root == "/":
            return Path(directory)
    return None


def cgroup_id(pid: int, mount: Path) -> int:
    """The inode of a process's directory in cgroup v2 (man 7 cgroups: the line of hierarchy 0)."""
    lines = Path(f"/proc/{pid}/cgroup").read_text().splitlines()
    path = next(line[len("0::") :] for line in lines if line.startswith("0::"))
    return (mount / path.lstrip("/")).stat().st_ino


BpfIds = dict[str, set[int]]
"""prog, map, link to the kernel's ids."""


def bpf_ids_of(pid: int | str) -> BpfIds:
    """The BPF objects that a process has file descriptors of (Documentation/bpf: the fdinfo of each names its id)."""
    ids: BpfIds = {"prog": set(), "map": set(), "link": set()}
    for entry in Path(f"/proc/{pid}/fdinfo").iterdir():
        try:
            info = dict(line.split(":", 1) for line in entry.read_text().splitlines() if ":" in line)
        except FileNotFoundError:
            continue  # closed since it was listed
        # A link's fdinfo names its program too.
        kind = next((kind for kind in ("link", "map", "prog") if f"{kind}_id" in info), None)
        if kind:
            ids[kind].add(int(info[f"{kind}_id"]))
    return ids


SYS_BPF = 321
GET_NEXT_ID = {"prog": 11, "map": 12, "link": 31}
"""include/uapi/linux/bpf.h: BPF_PROG_GET_NEXT_ID and its like."""


def is_alive(kind: str, bpf_id: int) -> bool:
    """Whether the kernel still has it.

    Not asked of bpftool, which opens what it shows: a prog array that is opened while it is being freed stays for ever
    (kernel/bpf/arraymap.c: prog_array_map_clear takes a reference, and loses it where its work is queued already).
    """
    libc = ctypes.CDLL(None, use_errno=True)
    attributes = (ctypes.c_uint32 * 3)(bpf_id - 1)
    if libc.syscall(SYS_BPF, GET_NEXT_ID[kind], attributes, ctypes.sizeof(attributes)):
        assert ctypes.get_errno() == errno.ENOENT, os.strerror(ctypes.get_errno())
        return False
    return attributes[1] == bpf_id


def bpf_ids_alive(ids: BpfIds) -> BpfIds:
    """The ids that the kernel still has."""
    return {kind: {each for each in ours if is_alive(kind, each)} for kind, ours in ids.items()}


def wait_until_freed(ids: BpfIds) -> None:
    wait_until(lambda: not any(bpf_ids_alive(ids).values()), f"the kernel has freed all of {ids}")


def trace_argv(backend: str, *args: str | os.PathLike[str]) -> list[str]:
    """The command line of `traceleft trace`, by the package under test."""
    return [*TRACELEFT, "trace", "--backend", backend, *map(os.fspath, args)]


def run(argv: Iterable[str], **options: object) -> subprocess.CompletedProcess:
    """A command to its end, its output kept."""
    options = {"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": TIMEOUT, **options}
    return subprocess.run(list(argv), **options)


@contextlib.contextmanager
def started(argv: Iterable[str], **options: object) -> Iterator[subprocess.Popen]:
    """A command with its output in pipes, in a session of its own; at the end nothing of that is left."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(list(argv), start_new_session=True, **{**pipes, **options})
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=TIMEOUT)


def outcome(process: subprocess.Popen) -> tuple[int, bytes, bytes]:
    """Waits for its end; returns its exit status and its output."""
    output, errors = process.communicate(timeout=TIMEOUT)
    return process.returncode, output, errors
