"""PIDs that mislead: high ones, those of pid namespaces."""

from __future__ import annotations

import contextlib
import select
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import lab
import pytest
from victims import TIMEOUT, Lives

import traceleft

HERE = Path(__file__).parent
CALL = "sched_get_priority_max"
"""Nothing else on this machine makes it; its argument tells who did."""

PID_MAX = Path("/proc/sys/kernel/pid_max")
PID_MAX_LIMIT = 4_194_304
"""include/linux/threads.h"""
NS_LAST_PID = Path("/proc/sys/kernel/ns_last_pid")

StartLives = Callable[[], Lives]


@pytest.fixture(scope="session")
def lives_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """lives.c, compiled."""
    program = tmp_path_factory.mktemp("lives") / "lives"
    argv = [lab.require("cc"), "-O2", "-Wall", "-Werror", "-pthread", "-o", program, HERE / "lives.c"]
    subprocess.run(argv, check=True, timeout=TIMEOUT)
    return program


@pytest.fixture
def start_lives(lives_program: Path) -> Iterator[StartLives]:
    """Starts parents of lives, and ends them after the test."""
    with contextlib.ExitStack() as started:
        yield lambda: started.enter_context(Lives(lives_program))


@pytest.fixture
def lives(start_lives: StartLives) -> Lives:
    return start_lives()


def proc(pid: int) -> Path:
    return Path(f"/proc/{pid}")


def status(pid: int, line: str) -> list[int]:
    """The numbers in a line of /proc/PID/status."""
    text = proc(pid).joinpath("status").read_text()
    return next([int(word) for word in each.split()[1:]] for each in text.splitlines() if each.startswith(f"{line}:"))


def child_of(parent: int) -> int:
    """The one child of a process, by its PID in this namespace."""
    found = []
    for each in Path("/proc").iterdir():
        with contextlib.suppress(OSError, StopIteration):
            if each.name.isdecimal() and status(int(each.name), "PPid") == [parent]:
                found.append(int(each.name))
    [child] = found
    return child


# A high PID


@pytest.fixture
def every_pid_allowed() -> Iterator[None]:
    """pid_max is as high as it can be."""
    before = PID_MAX.read_text()
    try:
        PID_MAX.write_text(str(PID_MAX_LIMIT))
    except OSError as error:
        pytest.skip(f"{PID_MAX} can't be raised here: {error.strerror}")
    yield
    PID_MAX.write_text(before)


@pytest.mark.parametrize("wanted", [32_769, 100_000, PID_MAX_LIMIT - 1])
def test_the_kernel_gives_a_high_pid(backend: str, every_pid_allowed: None, lives: Lives, wanted: int) -> None:
    """Through ns_last_pid, as `fork` gives them in turn."""
    last = NS_LAST_PID.read_text()
    try:
        for _ in range(50):  # somebody else may fork first
            NS_LAST_PID.write_text(str(wanted - 1))
            if lives.fork() == wanted:
                break
            lives.end()
        with traceleft.Tracer(backend=backend) as tracer:
            tracer.attach(CALL, program_id=1)
            tracer.attach(CALL, pids=[wanted], program_id=2)
            assert lives.call(7, 3) == (wanted, wanted)
            lives.end()
            lives.call(8)
            events = lab.finished(tracer)
    finally:
        NS_LAST_PID.write_text(last)
    calls = Counter((event.pid, event.tid, event.program_id, event.raw_args["policy"]) for event in events)
    assert calls == {(wanted, wanted, 2, 7): 3, (lives.pid, lives.pid, 1, 8): 1}


# Pid namespaces


class Nested:
    """What a process calls itself, and what the host does."""

    def __init__(self, pid: int, level: int, lives: Lives) -> None:
        self.pid = pid
        self.level = level
        self.first_tag = 10 * level
        self.alone = lives.call(self.first_tag)
        self.in_thread = lives.call(self.first_tag + 1, thread=True)
        self.namespace = proc(pid).joinpath("ns/pid").stat().st_ino


def nest(lives: Lives, depth: int) -> list[Nested]:
    """The host's process and one in each of so many namespaces, each in the one before; each makes a call, and another
    in a thread. The innermost obeys."""
    all_levels = [Nested(lives.pid, 0, lives)]
    for level in range(1, depth + 1):
        own_pid = lives.enter_namespace()
        host_pid = child_of(all_levels[-1].pid)
        # All its ids, from this namespace to its own.
        ids = status(host_pid, "NSpid")
        assert (ids[0], ids[-1], len(ids)) == (host_pid, own_pid, level + 1)
        all_levels.append(Nested(host_pid, level, lives))
    return all_levels


def test_namespaces_three_deep(backend: str, lives: Lives) -> None:
    """By the default handler, by one for a host PID three deep, and by one that is followed into new namespaces."""
    with traceleft.Tracer(backend=backend, namespace_pids=True) as tracer:
        tracer.attach(CALL, program_id=1)
        levels = nest(lives, 3)
        events = list(lab.batches_of(tracer, 8))
        innermost = levels[-1]
        tracer.attach(CALL, pids=[innermost.pid], program_id=2, follow_forks=True)
        assert lives.call(50) == innermost.alone
        deeper = lives.enter_namespace()
        host_pid = child_of(innermost.pid)
        assert lives.call(60) == (deeper, deeper)
        later = lab.finished(tracer)
    by_tag = {event.raw_args["policy"]: event for batch in events for event in batch}
    assert len({level.namespace for level in levels}) == 4
    for level in levels:
        for tag, (own_pid, own_tid) in ((0, level.alone), (1, level.in_thread)):
            event = by_tag.pop(level.first_tag + tag)
            assert (event.pid, event.program_id) == (level.pid, 1)
            assert (event.ns_pid, event.ns_tid) == (own_pid, own_tid)
            assert (event.tid == event.pid) == (own_tid == own_pid) == (tag == 0)
            assert event.pid_namespace == level.namespace
            assert level.level or (event.ns_pid, event.ns_tid) == (event.pid, event.tid)
    assert not by_tag
    own = [(event.raw_args["policy"], event.program_id, event.pid, event.ns_pid, event.ns_tid) for event in later]
    assert own == [(50, 2, innermost.pid, *innermost.alone), (60, 2, host_pid, deeper, deeper)]
    assert later[1].pid_namespace not in {level.namespace for level in levels}


def test_no_namespace_is_looked_up_unless_asked_for(backend: str, lives: Lives) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach(CALL, program_id=1)
        nest(lives, 1)
        events = lab.finished(tracer)
    assert {(event.ns_pid, event.ns_tid, event.pid_namespace) for event in events} == {(None, None, None)}


def test_lines_of_namespaces(backend: str, lives: Lives) -> None:
    """As strace's --decode-pids=pidns: nothing is added where the namespaces are the same."""
    argv = lab.trace_argv(backend, "-f", "--decode-pids=pidns", f"{lives.pid}:{CALL}")
    with lab.started(argv) as tracer:
        while not select.select([tracer.stdout], [], [], 0.05)[0]:  # it says nothing when it begins
            lives.call(99)
        levels = nest(lives, 2)
        lives.close()
        code, output, errors = lab.outcome(tracer)
    assert code == 0, errors
    assert errors.count(b"\n") == 1  # the summary
    callers = [line.split(" ", 1)[1].split(f" {CALL}(")[0] for line in output.decode().splitlines()]
    host, outer, inner = levels
    assert callers[-6:] == [
        *(f"{host.pid} lives",) * 2,
        *(f"{outer.pid} /* {outer.alone[0]} in PID NS {outer.namespace} */ lives",) * 2,
        *(f"{inner.pid} /* {inner.alone[0]} in PID NS {inner.namespace} */ lives",) * 2,
    ]
