# SPDX-License-Identifier: MIT
"""How tracing ends, in good order or not: nothing stays in the kernel, and whoever waits is told."""

from __future__ import annotations

import gc
import os
import re
import select
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import TIMEOUT, Victim, Worker

StartWorker = Callable[..., Worker]

SUMMARY = re.compile(rb"traceleft: (\d+) events, 0 lost, \d+\.\d{3} s\n")


@contextmanager
def tracing(backend: str, victim: Victim, *options: str, stdout: int = subprocess.PIPE) -> Iterator[subprocess.Popen]:
    """`traceleft trace` of a process's close, as soon as it traces."""
    with lab.started(lab.trace_argv(backend, *options, f"{victim.pid}:close"), stdout=stdout) as trace:
        if stdout == subprocess.PIPE:
            call_until_readable(lambda: victim.call("close", -1), trace)
        yield trace


def call_until_readable(call: Callable[[], object], trace: subprocess.Popen) -> None:
    """It doesn't say when it is ready; the first event does."""
    lab.wait_until(
        lambda: call() and any(select.select([trace.stdout], [], [], 0.05)),
        "an event is printed",
    )


def call_until_ended(victim: Victim, trace: subprocess.Popen) -> None:
    lab.wait_until(lambda: victim.call("close", -1) and trace.poll() is not None, "the trace ends")


def test_a_killed_trace_leaves_nothing_behind(backend: str, victim: Victim) -> None:
    with tracing(backend, victim, "-T") as trace:
        ids = lab.bpf_ids_of(trace.pid)
        assert all(ids.values()), f"it has no programs, maps and links: {ids}"
        assert lab.bpf_ids_alive(ids) == ids
        trace.kill()
        trace.wait(TIMEOUT)
        lab.wait_until_freed(ids)
    assert victim.call("close", -1).error == "EBADF"


def definitions_of(pid: int) -> list[str]:
    """A tracer's in tracefs, by which backend kprobe attaches."""
    lines = Path("/sys/kernel/tracing/kprobe_events").read_text().splitlines()
    return [line for line in lines if ":traceleft/" in line and f"_{pid}_" in line]


def test_what_a_killed_trace_defined_is_removed_by_the_next(backend: str, victim: Victim) -> None:
    if backend != "kprobe":
        return  # nothing else outlives the process
    with tracing(backend, victim) as killed, tracing(backend, victim) as other:
        of_killed, of_other = (definitions_of(trace.pid) for trace in (killed, other))
        assert (len(of_killed), len(of_other)) == (1, 1)
        killed.kill()
        killed.wait(TIMEOUT)
        assert definitions_of(killed.pid) == of_killed
        assert lab.run(lab.trace_argv(backend, "close", "--", "true")).returncode == 0
        assert definitions_of(killed.pid) == []
        assert definitions_of(other.pid) == of_other
        assert other.poll() is None


@pytest.mark.any_backend
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_with_the_summary(backend: str, victim: Victim, number: int) -> None:
    with tracing(backend, victim) as trace:
        ids = lab.bpf_ids_of(trace.pid)
        trace.send_signal(number)
        status, output, errors = lab.outcome(trace)
        lab.wait_until_freed(ids)
    summary = SUMMARY.fullmatch(errors)
    assert summary, errors
    assert int(summary[1]) == output.count(b"\n") > 0
    assert status == 0


@pytest.mark.any_kernel
def test_events_up_to_the_signal_are_printed(backend: str, victim: Victim) -> None:
    """Whatever happened before it: what is still in the ring belongs to the output."""
    with tracing(backend, victim) as trace:
        trace.stdout.readline()
        fds = range(1000, 1000 + lab.scaled(500))
        for fd in fds:
            victim.call("close", fd)
        trace.send_signal(signal.SIGINT)
        _, output, _ = lab.outcome(trace)
    assert re.findall(rb"close\(fd=(1\d\d\d)\) = -1 EBADF", output) == [b"%d" % fd for fd in fds]


@pytest.mark.any_backend
def test_the_end_of_all_processes_ends_the_trace(backend: str, start_worker: StartWorker) -> None:
    first, second = start_worker(), start_worker()
    with lab.started(lab.trace_argv(backend, f"{first.pid},{second.pid}:read")) as trace:
        call_until_readable(lambda: first.read(1), trace)
        first.close()
        assert second.read(1) == 1
        assert trace.poll() is None
        second.close()
        status, output, errors = lab.outcome(trace)
    assert status == 0
    assert SUMMARY.fullmatch(errors), errors
    assert b" %d " % second.pid in output.splitlines()[-1]


@pytest.mark.any_kernel
def test_a_reader_that_has_had_enough(backend: str, victim: Victim) -> None:
    """As under `| head -1`: no error, no summary, exit status 0."""
    with tracing(backend, victim) as trace:
        trace.stdout.readline()
        trace.stdout.close()
        call_until_ended(victim, trace)
        assert (trace.returncode, trace.stderr.read()) == (0, b"")
        trace.stdout = None


@pytest.mark.any_kernel
def test_head(backend: str) -> None:
    command = ["sh", "-c", "while :; do : </dev/null; done"]
    with lab.started(lab.trace_argv(backend, "openat", "--", *command)) as trace:
        head = lab.run(["head", "-n", "1"], stdin=trace.stdout)
        trace.stdout.close()
        status = trace.wait(TIMEOUT)
        # The command goes on, as after strace; it is ours to end. It has our stderr open.
        os.kill(int(head.stdout.split()[1]), signal.SIGKILL)
        assert (status, trace.stderr.read()) == (0, b"")
        trace.stdout = None
    assert head.stdout.count(b"\n") == 1


@pytest.mark.any_kernel
def test_a_full_disk(backend: str, victim: Victim) -> None:
    with open("/dev/full", "wb") as full, tracing(backend, victim, stdout=full.fileno()) as trace:
        call_until_ended(victim, trace)
        status, _, errors = lab.outcome(trace)
    assert status == 1
    assert_all_unwritten("standard output", errors)


@pytest.mark.any_kernel
def test_an_output_file_on_a_full_disk(backend: str, victim: Victim) -> None:
    with tracing(backend, victim, "-o", "/dev/full", stdout=subprocess.DEVNULL) as trace:
        call_until_ended(victim, trace)
        status, _, errors = lab.outcome(trace)
    assert status == 1
    assert_all_unwritten("/dev/full", errors)


def assert_all_unwritten(name: str, errors: bytes) -> None:
    """The failure when it happens, and at the end what it cost."""
    found = re.fullmatch(
        rb"traceleft: %(name)b: No space left on device\n"
        rb"traceleft: (\d+) events, 0 lost, [\d.]+ s\n"
        rb"traceleft: %(name)b: (\d+) events not written\n" % {b"name": name.encode()},
        errors,
    )
    assert found and found[1] == found[2], errors


def count_fds() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_leaving_a_tracer_closes_everything(backend: str, worker: Worker) -> None:
    """At once, not when the last reference to it goes: its events and counts are still to be read from it."""

    def trace() -> tuple[traceleft.Tracer, lab.BpfIds]:
        with traceleft.Tracer(backend=backend, durations=True) as tracer:
            tracer.attach("close")
            tracer.attach("read", pids=[worker.pid], follow_forks=True)
            worker.read(10)
            return tracer, lab.bpf_ids_of("self")

    trace()  # what is opened once, for good
    gc.collect()
    before = count_fds()
    tracer, ids = trace()
    assert all(ids.values())
    # Each hook that is left costs every process of the machine time.
    assert lab.bpf_ids_of("self")["link"] == set()
    assert count_fds() == before
    lab.wait_until_freed(ids)
    assert sum(event.pid == worker.pid for event in tracer.events()) == 10
    assert tracer.stats().lost == 0


def test_calls_that_are_left_together_and_traced_again(backend: str, worker: Worker) -> None:
    """A call is handled once, and not at all in between, however many others are left with it."""
    pids = [worker.pid]
    with traceleft.Tracer(backend=backend) as tracer:
        attachment = tracer.attach(["read", "write", "close", "openat", "lseek"], pids=pids)
        worker.read(3)
        tracer.detach(attachment)
        worker.read(4)
        tracer.attach("read", pids=pids)
        worker.read(5)
        events = lab.finished(tracer)
    assert sum(event.syscall == "read" for event in events) == 3 + 5


def test_an_exception_inside_with(backend: str, worker: Worker) -> None:
    """It comes out as it is; the tracer detaches all the same."""
    with pytest.raises(ZeroDivisionError), traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[worker.pid])
        worker.read(10)
        raise ZeroDivisionError
    worker.read(10)
    stats = lab.assert_accounted(tracer)
    assert stats.handled == 10
    assert len(list(tracer.events(timeout=0))) == 10


def test_nothing_arrives_after_stop(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[worker.pid])
        worker.begin_flood()
        next(lab.batches_of(tracer, 1))
        tracer.stop()
        before = tracer.stats()
        worker.end_flood()
        tracer.stop()
        assert tracer.stats() == before
        lab.assert_accounted(tracer)


def test_a_tracer_that_is_dropped(backend: str) -> None:
    """Without `with` and without stop(): its end is the garbage collector's, and complete."""
    gc.collect()  # what a failed test has left
    before, ids_before = count_fds(), lab.bpf_ids_of("self")
    tracer = traceleft.Tracer(backend=backend)
    attachment = tracer.attach("close")
    ids = {kind: now - ids_before[kind] for kind, now in lab.bpf_ids_of("self").items()}
    assert all(ids.values())
    del tracer, attachment
    assert count_fds() == before
    lab.wait_until_freed(ids)


def test_what_fails_leaves_nothing_open(backend: str) -> None:
    def fail() -> None:
        with pytest.raises(traceleft.UsageError):
            traceleft.Tracer(backend=backend, ring_size=12345)
        with traceleft.Tracer(backend=backend) as tracer, pytest.raises(traceleft.UsageError):
            tracer.attach("nonesuch")

    fail()
    gc.collect()
    before = count_fds()
    fail()
    gc.collect()  # the errors' tracebacks
    assert count_fds() == before
