# SPDX-License-Identifier: MIT
"""PIDs that mislead: given again and again, high ones, those of pid namespaces, those of what is no process."""

from __future__ import annotations

import bisect
import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support import SUPPORT, lab
from tests.support.victims import TIMEOUT, Lives
from traceleft import _core, battery

CALL = "sched_get_priority_max"
"""Hardly anybody makes it; its argument tells who did."""

"""include/linux/threads.h"""
NS_LAST_PID = Path("/proc/sys/kernel/ns_last_pid")
LIVES = 1000
"""How often one PID is given again."""

StartLives = Callable[[], Lives]


@pytest.fixture(scope="session")
def lives_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """lives.c, compiled, and under the name that its processes have."""
    program = lab.compiled(["cc", "-O2", "-Wall", "-Werror", "-pthread"], (SUPPORT / "lives.c").read_bytes())
    return Path(shutil.copy(program, tmp_path_factory.mktemp("lives") / "lives"))


@pytest.fixture
def start_lives(lives_program: Path) -> Iterator[StartLives]:
    """Starts parents of lives, and ends them after the test."""
    with contextlib.ExitStack() as started:
        yield lambda: started.enter_context(Lives(lives_program))


@pytest.fixture
def lives(start_lives: StartLives) -> Lives:
    return start_lives()


@pytest.fixture
def free_pid() -> int:
    """A PID that nobody has, and that is not given in turn soon."""
    now = int(NS_LAST_PID.read_text())
    limit = int(lab.PID_MAX.read_text())
    return next(
        pid for pid in ((now + limit // 2 + n) % limit for n in range(limit)) if pid > 300 and not proc(pid).exists()
    )


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


def load(tracer: traceleft.Tracer, program_ids: range) -> dict[int, _core.Handler]:
    """The same handler, once for each program id.

    Not by Tracer.attach(), which loads its handler each time: that takes a hundred times what attaching it does.
    """
    path = os.fsencode(battery.handler_file(CALL).path)
    dispatcher = tracer._loaded().dispatcher
    return {
        program_id: _core.Handler(path, dispatcher, program_id=program_id, buffer_limit=0, syscalls=[CALL])
        for program_id in program_ids
    }


# A PID that is given again


@pytest.mark.any_backend
def test_a_thousand_processes_with_one_pid(
    backend: str, lives: Lives, free_pid: int, lives_program: Path, tmp_path: Path
) -> None:
    """In turn they have handlers of their own, their parent's, the default one; some lose theirs, some get another,
    some execute a program. Each call's argument is the number of its process: every event must have that one's name
    and handler. Three slots besides the default one's, so that a slot that leaks is soon missed.
    """
    default, own = 1, range(2, 8)
    other_name = "another name"
    shutil.copy(lives_program, tmp_path / other_name.replace(" ", "_"))
    expected: Counter = Counter()
    with traceleft.Tracer(backend=backend, slots=4) as tracer:
        table = tracer._loaded().table
        handlers = load(tracer, range(1, 8))
        table.attach(handlers[default], pids=[], follow_forks=False, at_exec=False)
        for life in range(LIVES):
            first, second = own[life % len(own)], own[(life + 1) % len(own)]
            kind = ("default", "own", "lost", "exchanged", "inherited", "inherited and own", "own, following")[life % 7]
            name = f"life {life}".replace(" ", "_")
            followed = None
            if kind.startswith("inherited"):
                followed, _ = table.attach(handlers[first], pids=[lives.pid], follow_forks=True, at_exec=False)
            lives.born(free_pid, name)
            if kind in ("own", "lost", "exchanged", "own, following"):
                following = kind == "own, following"
                attached, _ = table.attach(handlers[first], pids=[free_pid], follow_forks=following, at_exec=False)
            if kind == "inherited and own":
                table.attach(handlers[second], pids=[free_pid], follow_forks=False, at_exec=False)
                first = second
            if kind == "default":
                first = default
            lives.call(life, 2)
            expected[life, first, name] += 2
            if life % 5 == 0:
                lives.execute(tmp_path / "another_name")
                name = "another_name"
                lives.call(life, 3)
                expected[life, first, name] += 3
            if kind == "lost":
                table.detach(attached, pids=[free_pid], syscalls=[])
                first = default
            elif kind == "exchanged":
                table.attach(handlers[second], pids=[free_pid], follow_forks=False, at_exec=False)
                first = second
            lives.call(life, 1)
            expected[life, first, name] += 1
            if life % 2 and followed is not None:  # the parent's handler goes while the child lives, or after it
                table.detach(followed, pids=[lives.pid], syscalls=[])
            lives.end()
            if not life % 2 and followed is not None:
                table.detach(followed, pids=[lives.pid], syscalls=[])
        assert table.slots_in_use == 0
        assert not tracer.processes_left
        events = [event for event in lab.finished(tracer) if event.pid in (free_pid, lives.pid)]
    assert {event.pid for event in events} == {free_pid}
    assert Counter((event.raw_args["policy"], event.program_id, event.comm) for event in events) == expected


@pytest.mark.any_backend
@pytest.mark.each_kernel
@pytest.mark.parametrize("followed", [False, True])
def test_lives_too_short_to_meet(backend: str, lives: Lives, free_pid: int, followed: bool) -> None:
    """Processes with one PID come and go as fast as they can, while we attach to whichever is there: an attachment that
    succeeded is one process's, and one that came too late is nobody's. Where their parent is followed no call is
    missed."""
    number, calls, parents = 300, 50, 9
    with traceleft.Tracer(backend=backend, slots=16, ring_size=64 << 20) as tracer:
        table = tracer._loaded().table
        handlers = load(tracer, range(1, 10))
        if followed:
            table.attach(handlers[parents], pids=[lives.pid], follow_forks=True, at_exec=False)
        lives.send(f"lives {free_pid} {number} {calls}")
        over = threading.Event()
        waiting = threading.Thread(target=lambda: (lives.receive(), over.set()))
        waiting.start()
        used: list[tuple[int, int]] = []  # from when a program id was somebody's
        while not over.is_set():
            program_id = 1 + len(used) % 8
            used.append((time.monotonic_ns(), program_id))
            with contextlib.suppress(traceleft.ProcessError):
                table.attach(handlers[program_id], pids=[free_pid], follow_forks=False, at_exec=False)
        waiting.join()
        assert table.slots_in_use == followed
        events = lab.finished(tracer)
    assert {event.pid for event in events} <= {free_pid}
    if followed:
        made = Counter(event.raw_args["policy"] for event in events)
        # While we are preempted in the midst of an attach, a preemptible kernel runs no kprobe's program
        # on that CPU (bpf_disable_instrumentation() in include/linux/bpf.h); it counts those.
        missing = Counter({life: calls for life in range(number)}) - made
        assert not made - Counter({life: calls for life in range(number)})
        assert sum(missing.values()) <= tracer.stats().skipped_runs, missing
    # Whose events an attachment brought: those with its program id, until that is attached again.
    lives_of: dict[int, set[int]] = {}
    starts = [since for since, _ in used]
    for event in events:
        if event.program_id != parents:
            turn = bisect.bisect(starts, event.timestamp) - 1
            turn -= (turn % 8 + 1 - event.program_id) % 8
            lives_of.setdefault(turn, set()).add(event.raw_args["policy"])
    assert {turn: found for turn, found in lives_of.items() if len(found) > 1} == {}


@pytest.mark.any_backend
def test_processes_that_cannot_all_be_attached_to(backend: str, start_lives: StartLives) -> None:
    """A refused attach leaves nothing behind for a later one to bring to life: no handler, no slot."""
    first, second, third = (start_lives() for _ in range(3))
    with traceleft.Tracer(backend=backend, slots=3) as tracer:
        with pytest.raises(traceleft.CapacityError):
            tracer.attach(CALL, pids=[first.pid, second.pid, third.pid], program_id=1)
        assert not tracer.processes_left
        tracer.attach(CALL, pids=[third.pid], program_id=2)
        for lives in (first, second, third):
            lives.call(7)
        events = lab.finished(tracer)
    assert [(event.pid, event.program_id) for event in events] == [(third.pid, 2)]


def test_a_process_that_takes_long_to_die(backend: str) -> None:
    """It is past its exit hook, but has not exited: what it is given then comes to an end, too.

    The first process of a pid namespace waits in its exit for all others, and one of those for our reaping it.
    """
    unshare = "import ctypes; ctypes.CDLL(None, use_errno=True).unshare(0x20000000)"  # CLONE_NEWPID
    have_two = "import os; print(*(os.fork() or os.execlp('sleep', 'sleep', '1000') for _ in range(2)), flush=True)"
    reap = "input(); os.wait(); os.wait()"
    argv = [sys.executable, "-c", f"{unshare}; {have_two}; {reap}"]
    with lab.started(argv, stdin=subprocess.PIPE) as parent, traceleft.Tracer(backend=backend) as tracer:
        first, other = map(int, parent.stdout.readline().split())
        os.kill(first, signal.SIGKILL)
        exiting = 0x4  # include/linux/sched.h: PF_EXITING; man 5 proc: flags are the ninth field
        lab.wait_until(lambda: is_zombie(other) and flags(first) & exiting != 0, "it waits")
        assert not is_zombie(first)
        with contextlib.suppress(traceleft.ProcessError):  # no matter which
            tracer.attach(CALL, pids=[first])
        parent.stdin.write(b"\n")
        parent.stdin.flush()
        lab.wait_until(lambda: not proc(first).exists(), "it is gone")
        assert not tracer.processes_left


def flags(pid: int) -> int:
    return int(proc(pid).joinpath("stat").read_text().rpartition(")")[2].split()[6])


def is_zombie(pid: int) -> bool:
    return proc(pid).joinpath("stat").read_text().rpartition(")")[2].split()[0] == "Z"


# A high PID


@pytest.mark.any_backend
@pytest.mark.each_kernel
@pytest.mark.parametrize("wanted", [32_769, 100_000, lab.PID_MAX_LIMIT - 1])
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
            events = [event for event in lab.finished(tracer) if event.pid in (wanted, lives.pid)]
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


def own_events(tracer: traceleft.Tracer, number: int, levels: list[Nested]) -> list[traceleft.Event]:
    """The next events of these processes; everybody's are traced."""
    pids = {level.pid for level in levels}
    events: list[traceleft.Event] = []
    while len(events) < number:
        batch = tracer.read(TIMEOUT)
        assert batch is not None, f"{number} events have not come"
        events += [event for event in batch if event.pid in pids]
    assert len(events) == number
    return events


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_namespaces_three_deep(backend: str, lives: Lives) -> None:
    """By the default handler, by one for a host PID three deep, and by one that is followed into new namespaces."""
    with traceleft.Tracer(backend=backend, namespace_pids=True) as tracer:
        tracer.attach(CALL, program_id=1)
        levels = nest(lives, 3)
        events = own_events(tracer, 8, levels)
        innermost = levels[-1]
        tracer.attach(CALL, pids=[innermost.pid], program_id=2, follow_forks=True)
        assert lives.call(50) == innermost.alone
        deeper = lives.enter_namespace()
        host_pid = child_of(innermost.pid)
        assert lives.call(60) == (deeper, deeper)
        later = [event for event in lab.finished(tracer) if event.program_id == 2]
    by_tag = {event.raw_args["policy"]: event for event in events}
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


@pytest.mark.any_backend
def test_no_namespace_is_looked_up_unless_asked_for(backend: str, lives: Lives) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach(CALL, program_id=1)
        levels = nest(lives, 1)
        events = own_events(tracer, 4, levels)
    assert {(event.ns_pid, event.ns_tid, event.pid_namespace) for event in events} == {(None, None, None)}


@pytest.mark.any_backend
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


# What is no process


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_a_kernel_thread_makes_no_syscalls(backend: str) -> None:
    if not proc(2).joinpath("comm").exists():
        lab.cannot_run("there are no kernel threads in this pid namespace")
    complaint = "2 is a kernel thread: it makes no syscalls"
    with traceleft.Tracer(backend=backend) as tracer, pytest.raises(traceleft.ProcessError, match=complaint):
        tracer.attach(CALL, pids=[2])


@pytest.mark.any_backend
def test_a_zombie_is_said_to_be_one(backend: str, lives: Lives) -> None:
    child = subprocess.Popen(["true"])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    with traceleft.Tracer(backend=backend) as tracer:
        complaint = rf"no process with PID {child.pid} \(it has exited; its parent has yet to wait for it\)"
        with pytest.raises(traceleft.ProcessError, match=complaint):
            tracer.attach(CALL, pids=[child.pid])
    child.wait(TIMEOUT)


@pytest.mark.any_kernel
def test_traceleft_says_what_a_pid_is(backend: str, lives: Lives) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    lives.close()
    try:
        for pid, complaint in (
            (thread.native_id, f"is a thread of process {os.getpid()}: trace {os.getpid()}"),
            (lives.pid, f"no process with PID {lives.pid}"),
        ):
            done = lab.run(lab.trace_argv(backend, f"{pid}:{CALL}"))
            assert done.returncode == 1 and complaint in done.stderr.decode(), done.stderr
    finally:
        stop.set()
        thread.join()
