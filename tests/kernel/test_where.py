# SPDX-License-Identifier: MIT
"""Questions about calls: the kernel and the reader give the events for which they hold, and no others."""

from __future__ import annotations

import itertools
import os
import socket
import struct
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab, program32
from tests.support.victims import COMM, REAL_UID, Call, Victim, Worker, memory, space, string
from traceleft.asking import where

StartWorker = Callable[..., Worker]

HTTPS = struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", 443, socket.inet_aton("127.0.0.1"))
SHELL = struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", 22, socket.inet_aton("127.0.0.1"))
CALLS = (
    ("openat", -100, string("/nowhere/at-all"), os.O_RDONLY, 0),
    ("openat", -100, string("/etc/passwd"), os.O_RDONLY | os.O_CLOEXEC, 0),
    ("openat", -100, string("/nowhere/new.conf"), os.O_WRONLY | os.O_CREAT, 0o600),
    ("close", -1),
    ("close", 1000),
    ("connect", -1, memory(HTTPS), len(HTTPS)),
    ("connect", -1, memory(SHELL), len(SHELL)),
    ("stat", string("/nowhere"), space(144)),
)
"""By their places in the questions' answers."""
SYSCALLS = sorted({name for name, *_ in CALLS})
EXCHANGED_CALLS = int(os.environ.get("TRACELEFT_CALLS", "1"))
"""The least of those that are made while questions are exchanged."""

QUESTIONS: list[tuple[str, set[int]]] = [
    # early: of the header and of arguments
    ("ret < 0", {0, 2, 3, 4, 5, 6, 7}),
    ("error == EBADF and fd == 1000", {4}),
    (f'comm == "{COMM}" and uid == {REAL_UID} and syscall == "close"', {3, 4}),
    ('comm == "nobody"', set()),
    ("flags & O_CREAT", {2}),
    ("not flags & O_CREAT", {0, 1}),
    ("fd == -1", {3, 5, 6}),
    ("tid == pid", set(range(8))),
    # late: of captured memory
    ('filename == "/etc/passwd"', {1}),
    ('filename $= ".conf"', {2}),
    ('filename ^= "/nowhere" and error == ENOENT', {0, 2, 7}),
    ('filename ~ "/now*" or fd == -1', {0, 2, 3, 5, 6, 7}),
    ('not filename ~ "/etc/*"', {0, 2, 7}),
    ("port == 443", {5}),
    ("sa_family(uservaddr) == AF_INET and uservaddr.sin_port < 100", {6}),
    # behind the kernel
    ('filename =~ "new|sw"', {1, 2}),
    ('ret < 0 and filename ~ "*[-.]*"', {0, 2}),
]


def asked(tracer: traceleft.Tracer, victim: Victim, *calls: tuple) -> list[Call]:
    return [victim.call(*call) for call in calls]


def seen(events: list[traceleft.Event], calls: list[Call]) -> list[int]:
    """The places of these events' calls: both are in one order."""
    times = [(call.before, call.after) for call in calls]
    return [next(i for i, (before, after) in enumerate(times) if before < each.timestamp < after) for each in events]


def test_what_holds_is_received(backend: str, victim: Victim) -> None:
    """Each question takes the place of the one before it."""
    calls: list[Call] = []
    with traceleft.Tracer(backend=backend) as tracer:
        for question, _ in QUESTIONS:
            attachment = tracer.attach(SYSCALLS, pids=[victim.pid], where=question)
            calls += asked(tracer, victim, *CALLS)
            assert {each.question for each in tracer.handlers()} == {question} == {attachment.where}
        events = lab.finished(tracer)
    received: dict[str, set[int]] = {question: set() for question, _ in QUESTIONS}
    for place in seen(events, calls):
        received[QUESTIONS[place // len(CALLS)][0]].add(place % len(CALLS))
    assert received == dict(QUESTIONS)
    assert tracer.stats().received == len(events) == sum(len(expected) for _, expected in QUESTIONS)


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_a_question_of_an_object(backend: str, victim: Victim) -> None:
    """traceleft.asking.where() joins them."""
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("close", pids=[victim.pid], where=where("fd > 900") & where(error="EBADF"))
        calls = asked(tracer, victim, *CALLS)
        assert seen(lab.finished(tracer), calls) == [4]


def test_durations(backend: str, worker: Worker) -> None:
    """Large reads take long, and small ones don't: the reader decides on the same number."""
    with traceleft.Tracer(backend=backend, durations=True) as tracer:
        tracer.attach("read", pids=[worker.pid], where="duration > 100us")
        worker.read(20, size=16 << 20)
        events = lab.finished(tracer)
    assert events
    assert all(event.duration is not None and event.duration > 100_000 for event in events)


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_what_is_refused_before_anything_is_loaded(backend: str, victim: Victim) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        for question, words in (
            ("nosuch == 1", "nosuch"),
            ("fd = 1", "=="),
            ("duration > 1ms", r"Tracer\(durations=True\)"),
            ("", "empty"),
        ):
            with pytest.raises(traceleft.UsageError, match=words):
                tracer.attach("close", pids=[victim.pid], where=question)
        for limits in ({"sample": 0}, {"rate_limit": 0}, {"rate_limit": 10_000_000}):
            with pytest.raises(traceleft.UsageError):
                tracer.attach("close", pids=[victim.pid], **limits)
        assert not tracer.handlers()


@pytest.mark.any_backend
def test_names_that_a_syscall_lacks(backend: str, victim: Victim) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        attachment = tracer.attach(["close", "openat"], pids=[victim.pid], where="fd == 1000")
        assert attachment.missing == {"openat": ("fd",)}
        calls = asked(tracer, victim, *CALLS)
        assert seen(lab.finished(tracer), calls) == [4]


@pytest.mark.any_backend
def test_each_process_has_its_own_question(backend: str, start_worker: StartWorker) -> None:
    first, second, third = (start_worker() for _ in range(3))
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[first.pid], where="count == 5")
        tracer.attach("read", pids=[second.pid], where='buf ^= "\\0" and count == 7')
        tracer.attach("read", pids=[third.pid])
        for worker, size in itertools.product((first, second, third), (5, 6, 7)):
            worker.read(size, size=size)
        events = lab.finished(tracer)
    counts = Counter((event.pid, event["count"]) for event in events)
    own = {(first.pid, 5): 5, (second.pid, 7): 7}
    assert counts == own | {(third.pid, size): size for size in (5, 6, 7)}


@pytest.mark.parametrize(
    ("questions", "answer"),
    [
        (("count > 0", 'buf ^= "\\0"'), True),
        (("count == 7", 'buf ^= "x"'), False),
    ],
    ids=["yes", "no"],
)
def test_a_question_exchanged_under_load(
    backend: str, worker: Worker, questions: tuple[str, str], answer: bool
) -> None:
    """None is missed, and none is sent without having been asked."""
    with traceleft.Tracer(backend=backend, buffer_limit=2, ring_size=64 << 20) as tracer:
        tracer.attach("read", pids=[worker.pid], where=questions[1])
        counter = lab.Counter(tracer, lambda event: event.pid)
        calls = 0
        while calls < EXCHANGED_CALLS:
            worker.begin_flood(size=256 << 10 if answer else 1)  # the reader keeps up
            for exchange in range(lab.scaled(60)):
                attachment = tracer.attach("read", pids=[worker.pid], where=questions[exchange % 2])
                assert [each.pid for each in attachment.replaced] == [worker.pid]
            calls += worker.end_flood()
        received = counter.finish()
        stats = lab.assert_accounted(tracer)
    assert stats.lost == 0
    # Where a program can be preempted, the kernel skips that of another task meanwhile (fentry on Linux 7).
    assert received <= calls * answer <= received + stats.skipped_runs * answer


@pytest.mark.any_kernel
@pytest.mark.parametrize("question", ["tid % 16 == 1", 'tid % 16 == 1 and filename ^= "/"'])
def test_what_an_entry_kept_is_given_up_where_the_answer_is_no(backend: str, question: str) -> None:
    """More threads than there are places for kept memory, all alive at once: without a place a string is read late."""
    program = """
import os, threading
barrier = threading.Barrier(1300)
def call():
    os.path.exists("/nowhere")
    barrier.wait()
threading.stack_size(65536)
threads = [threading.Thread(target=call) for _ in range(1300)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
    with traceleft.Tracer(backend=backend) as tracer:
        command = tracer.spawn([sys.executable, "-I", "-S", "-c", program], ["newfstatat", "stat"], where=question)
        assert command.wait() == 0
        events = [event for event in lab.finished(tracer) if event["filename"] == "/nowhere"]
    assert len(events) > 50
    assert {event.tid % 16 for event in events} == {1}
    assert {event.capture_status("filename") for event in events} == {"ok"}


@pytest.mark.any_kernel
@pytest.mark.parametrize(
    ("question", "durations"), [("tid % 16 == 1", True), ('filename ^= "/" and tid % 16 == 1 and ret >= 0', False)]
)
def test_nothing_is_kept_where_the_answer_is_no_at_the_entry(
    backend: str, tmp_path: Path, question: str, durations: bool
) -> None:
    """More threads than there are places, all within the call at once. Others are not asked about."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    program = """
import os, sys, threading
threading.stack_size(65536)
threads = [threading.Thread(target=os.open, args=(sys.argv[1], os.O_RDONLY)) for _ in range(1300)]
for thread in threads: thread.start()
os.open(sys.argv[1], os.O_RDWR)
for thread in threads: thread.join()
"""
    with traceleft.Tracer(backend=backend, durations=durations) as tracer:
        argv = [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import resource; resource.setrlimit(7, (4096, 4096))\n{program}",
            fifo,
        ]
        command = tracer.spawn([os.fspath(word) for word in argv], "openat", where=question)
        assert command.wait() == 0
        events = [event for event in lab.finished(tracer) if event["filename"] == os.fspath(fifo)]
    assert len(events) > 50
    assert {event.capture_status("filename") for event in events} == {"ok"}
    assert all((event.duration is not None) == durations for event in events)


@pytest.mark.any_backend
@pytest.mark.parametrize("question", ['filename == "/etc/hostname"', 'filename =~ "host.ame$"'])
def test_a_command_and_its_children(backend: str, question: str) -> None:
    script = "cat /etc/passwd > /dev/null; (cat /etc/hostname || true) > /dev/null"
    with traceleft.Tracer(backend=backend) as tracer:
        command = tracer.spawn(["sh", "-c", script], "openat", where=question)
        assert command.wait() == 0
        events = lab.finished(tracer)
    assert [(event["filename"], event.comm) for event in events] == [("/etc/hostname", "cat")]


@pytest.mark.any_kernel
def test_every_call_of_a_command(backend: str, tmp_path: Path) -> None:
    """Those without the argument have no event, nor have calls that no handler knows."""
    program = (
        "import ctypes, os; libc = ctypes.CDLL(None); libc.syscall(999, 3); libc.dup(2); "
        "os.stat('/tmp'); os.execv('/bin/true', ['true'])"
    )
    with traceleft.Tracer(backend=backend, abi="native") as tracer:
        command = tracer.spawn(
            [sys.executable, "-I", "-S", "-c", program], "all", where="fildes == 2 or ret == -ENOSYS"
        )
        assert command.wait() == 0
        events = lab.finished(tracer)
    names = Counter(event.syscall for event in events)
    assert names["dup"] == 1
    assert names["syscall_0x3e7"] == (backend == "raw_tp")
    assert names.keys() <= {"dup", "syscall_0x3e7", "rseq", "set_robust_list"}


@pytest.mark.any_backend
def test_one_of_several_calls(backend: str, worker: Worker) -> None:
    """12 standard deviations."""
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[worker.pid], sample=10)
        worker.read(10_000)
        assert abs(len(lab.finished(tracer)) - 1000) < 360


@pytest.mark.any_backend
@pytest.mark.parametrize("question", [None, "count == 1", 'buf == "\\0"'])
def test_so_many_events_a_second_of_each_process(backend: str, start_worker: StartWorker, question: str | None) -> None:
    """Each may send a second's at once. A slow machine gives more."""
    workers = [start_worker() for _ in range(2)]
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[worker.pid for worker in workers], where=question, rate_limit=50)
        for worker in workers:
            worker.read(2000)
        counts = Counter(event.pid for event in lab.finished(tracer))
        stats = tracer.stats()
    assert counts.keys() == {worker.pid for worker in workers}
    assert all(50 <= count < 2000 for count in counts.values())
    assert stats.rate_limited == 4000 - sum(counts.values())
    assert stats.declined == (stats.rate_limited if question and "buf" in question else 0)


@pytest.mark.any_backend
@pytest.mark.any_kernel
@pytest.mark.parametrize("question", [None, "count == 1"])
def test_no_more_events_than_the_limit(backend: str, worker: Worker, question: str | None) -> None:
    with traceleft.Tracer(backend=backend, limit=100) as tracer:
        tracer.attach("read", pids=[worker.pid], where=question)
        worker.read(1000)
        assert sum(map(len, tracer.batches())) == 100
        assert tracer.full
        tracer.stop()
        stats = lab.assert_accounted(tracer)
    assert (stats.received, stats.declined) == (100, 900)


OLD_HANDLER = """
#include <traceleft/handler.h>

SEC("kretprobe/handle_close")
int handle_close_ret(void *ctx)
{
	struct record record;

	if (!record_begin(&record, ctx, "mine", 1, 0))
		return 0;
	return record_submit(&record);
}
"""
ENTRY_HANDLER = """
#include <traceleft/handler.h>

SEC("kprobe/handle_close")
int handle_close(void *ctx)
{
	struct record record;

	if (!record_begin_entry(&record, ctx, "enters", 1, 0))
		return 0;
	return record_submit(&record);
}
"""


@pytest.mark.any_backend
@pytest.mark.parametrize(
    ("source", "question", "expected"),
    [
        (OLD_HANDLER, "fd == 1000", [4]),
        (OLD_HANDLER, 'comm =~ "^victim"', [3, 4]),
        (ENTRY_HANDLER, "fd == 1000", [4]),
        (ENTRY_HANDLER, "fd == 1000 and entry", [4]),
        (ENTRY_HANDLER, "ret == 0", []),
    ],
)
def test_handlers_of_ones_own(
    backend: str,
    victim: Victim,
    compile_handler: Callable[[str], Path],
    source: str,
    question: str,
    expected: list[int],
) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach(compile_handler(source), pids=[victim.pid], where=question)
        calls = asked(tracer, victim, *CALLS)
        assert seen(lab.finished(tracer), calls) == expected


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_calls_of_32_bit_programs(backend: str, tmp_path: Path) -> None:
    """Asked late, of i386's registers and layouts."""
    program32.require()
    data = program32.Memory()
    nowhere, passwd = data.put(b"/nowhere\0"), data.put(b"/etc/passwd\0")
    openat, close, here = 295, 6, -100
    program = program32.Program(tmp_path, [(openat, here, nowhere), (openat, here, passwd), (close, 77)], data)
    for question, expected in (
        ('filename ^= "/nowhere"', ["openat"]),
        ("ret < 0", ["openat", "close"]),
        ('filename =~ "sswd"', ["openat"]),
        ("fd == 77 and error == EBADF", ["close"]),
    ):
        with traceleft.Tracer(backend=backend, abi="all") as tracer:
            tracer.attach(["openat", "close"], where=question)
            program.run()
            assert [event.syscall for event in lab.finished(tracer) if event.abi == "i386"] == expected, question


@pytest.mark.any_kernel
def test_on_the_command_line(tmp_path: Path) -> None:
    trace = [sys.executable, "-m", "traceleft", "trace"]
    argv = [*trace, "openat", "--where", 'filename == "/etc/hostname" and duration > 0', "--", "cat", "/etc/hostname"]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=lab.TIMEOUT, check=True)
    assert "1 events, 0 lost" in done.stderr
    assert "declined" in done.stderr
    done = subprocess.run(
        [*trace, "read,close", "-w", "fd == 0", "--explain"],
        capture_output=True,
        text=True,
        timeout=lab.TIMEOUT,
        check=True,
    )
    assert done.stdout.startswith("read, close:\n") or "close:" in done.stdout
    argv = [*trace, "all", "--limit", "3", "--sample", "1/2", "--", "ls", "/"]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=lab.TIMEOUT, check=True)
    assert "3 events, 0 lost" in done.stderr
    assert "a sample of one call in 2" in done.stderr
