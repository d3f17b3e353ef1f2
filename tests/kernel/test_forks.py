# SPDX-License-Identifier: MIT
"""Forks of the process that traces (os.fork, multiprocessing) get nothing of the tracer, and its end is complete."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import warnings
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import TIMEOUT, Worker
from traceleft.command import Command


def forked_by_os(child: Callable[[], None]) -> tuple[int, Callable[[], int]]:
    pid = os.fork()
    if pid == 0:
        try:
            child()
        finally:
            os._exit(1)
    return pid, lambda: os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def forked_by_multiprocessing(child: Callable[[], None]) -> tuple[int, Callable[[], int]]:
    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    assert process.pid

    def wait() -> int:
        process.join(TIMEOUT)
        assert process.exitcode is not None
        return process.exitcode

    return process.pid, wait


@contextlib.contextmanager
def forked(fork: Callable, child: Callable[[Connection], None]) -> Iterator[tuple[int, Connection]]:
    """A fork's PID, and the way to talk to it; it must end with 0."""
    ours, its = multiprocessing.Pipe()

    def run() -> None:
        ours.close()
        child(its)
        os._exit(0)

    with warnings.catch_warnings():  # since Python 3.12 forking a process of several threads is warned of
        warnings.simplefilter("ignore", DeprecationWarning)
        pid, wait = fork(run)
    its.close()
    try:
        yield pid, ours
    finally:
        ours.close()
        assert wait() == 0


def refusals(tracer: traceleft.Tracer) -> list[str]:
    """What the tracer says to whoever uses it."""
    uses: list[Callable[[], object]] = [
        lambda: tracer.attach("close"),
        lambda: tracer.read(0),
        lambda: next(tracer.events()),
        tracer.stats,
        tracer.fill,
        tracer.handlers,
        tracer.traceable,
        tracer.stop,
        lambda: tracer.processes_left,
    ]
    said = []
    for use in uses:
        with pytest.raises(traceleft.TraceleftError) as refused:
            use()
        said.append(str(refused.value))
    return said


@pytest.mark.any_backend
@pytest.mark.each_kernel
@pytest.mark.parametrize("fork", [forked_by_os, forked_by_multiprocessing])
def test_a_fork_that_outlives_the_tracer(backend: str, fork: Callable, worker: Worker) -> None:
    """Each call is an event once, also of a handler that was put in place anew; and nothing is left but the fork."""
    with contextlib.ExitStack() as stack:
        tracer = stack.enter_context(traceleft.Tracer(backend=backend, durations=True))
        first = tracer.attach("read", pids=[worker.pid])

        def child(pipe: Connection) -> None:
            pipe.send(refusals(tracer))
            pipe.recv()
            tracer.__exit__(None, None, None)
            tracer.__dict__.clear()  # every destructor runs
            gc.collect()
            pipe.send(None)
            pipe.recv()

        pid, pipe = stack.enter_context(forked(fork, child))
        said = pipe.recv()
        assert all(f"belongs to process {os.getpid()}" in line and "create another" in line for line in said), said
        tracer.detach(first)
        tracer.attach("read", pids=[worker.pid])
        ids = lab.bpf_ids_of("self")
        assert all(ids.values())
        assert not any(lab.bpf_ids_of(pid).values())
        pipe.send(None)
        pipe.recv()
        worker.read(10)
        assert len(lab.finished(tracer)) == 10
        lab.wait_until_freed(ids)
        assert Path(f"/proc/{pid}/exe").readlink()  # it is still there
        pipe.send(None)


@pytest.mark.any_backend
def test_a_fork_can_have_a_tracer_of_its_own(backend: str) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("getpgid", pids=[os.getpid()])

        def child(pipe: Connection) -> None:
            with traceleft.Tracer(backend=backend) as own:
                own.attach("getpgid", pids=[os.getpid()])
                os.getpgid(0)
                pipe.send([event.pid for event in lab.finished(own)])

        with forked(forked_by_os, child) as (pid, pipe):
            assert pipe.recv() == [pid]
        os.getpgid(0)
        assert [event.pid for event in lab.finished(tracer)] == [os.getpid()]


@pytest.mark.any_backend
def test_a_command_that_waits_has_nothing_of_ours(backend: str) -> None:
    """Nor of another command's pipes: the end of that one's start is told to who waits for it."""
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("close")
        ids = lab.bpf_ids_of("self")
        with Command(["true"]) as command, Command(["true"]) as waits:
            # A new process closes them itself, in its own time.
            lab.wait_until(lambda: not any(lab.bpf_ids_of(waits.pid).values()), "the command has closed what is ours")
            command.start()
            assert command.wait() == 0
            tracer.stop()
            lab.wait_until_freed(ids)


@pytest.mark.each_kernel
def test_a_hook_is_linked_once_for_good() -> None:
    """Under raw_tp one program is at the hook of all calls, and stays there when it has none to serve."""
    with traceleft.Tracer(backend="raw_tp") as tracer:
        links = []
        for _ in range(2):
            attachment = tracer.attach("getpgid", pids=[os.getpid()])
            links.append(lab.bpf_ids_of("self")["link"])
            os.getpgid(0)
            tracer.detach(attachment)
            links.append(lab.bpf_ids_of("self")["link"])
            os.getpgid(0)
        assert links == [links[0]] * 4
        assert len(lab.finished(tracer)) == 2
