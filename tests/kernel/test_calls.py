# SPDX-License-Identifier: MIT
"""The calls that a tracer counts in the kernel, compared with those that processes made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab, program32
from tests.support.handler_sources import OURS
from tests.support.victims import COMM, UNMAPPED, Victim, Worker
from traceleft import _core, defaults
from traceleft.errors import UsageError
from traceleft.telemetry import Calls, Telemetry
from traceleft.telemetry.measures import Measures

pytestmark = pytest.mark.filterwarnings("ignore::traceleft.LostEventsWarning")

READS = lab.scaled(2_000_000)
FEW = 1000
PROCESSES = 200
READ_AND_EXIT = bytes.fromhex(
    "b803000000"  # mov eax, 3: read, which is 64-bit's close
    "bbffffffff"  # mov ebx, -1
    "cd80"  # int 0x80
    "b801000000"  # mov eax, 1: exit, which is 64-bit's write
    "31db"  # xor ebx, ebx
    "cd80"
)


def rows_of(tracer: traceleft.Tracer) -> list[_core.CallCounts]:
    calls = Telemetry(tracer).calls
    assert calls
    return calls.calls()


def by_name(tracer: traceleft.Tracer) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in rows_of(tracer):
        counts[row.syscall] += row.calls
    return counts


@pytest.mark.parametrize("events", [False, True])
def test_a_busy_process_is_counted_exactly(backend: str, worker: Worker, events: bool) -> None:
    """Also where nobody reads its events, and most of them are lost."""
    with traceleft.Tracer(backend=backend, ring_size=65536, buffer=65536, count_calls=True, events=events) as tracer:
        tracer.attach("read", pids=[worker.pid])
        worker.read(READS)
        (row,) = rows_of(tracer)
        (made,) = (each for each in Measures(Telemetry(tracer)).collect() if each.name == "traceleft_calls")
        stats = tracer.stats()
    assert row[:6] == ("read", worker.pid, row.comm, READS, 0, 0)
    assert made.points == [({"syscall": "read", "comm": row.comm}, READS)]
    assert (stats.handled == READS, stats.lost > 0) == (events, events)
    assert [each[:6] for each in rows_of(tracer)] == [row[:6]]  # it stays when the tracer has stopped


def test_errors_and_durations(backend: str, victim: Victim) -> None:
    with traceleft.Tracer(backend=backend, durations=True, count_calls=True, events=False) as tracer:
        tracer.attach("close,openat,getpriority", pids=[victim.pid])
        made = [victim.call("close", -1) for _ in range(3)] + [victim.call("openat", -100, UNMAPPED, 0, 0)]
        made += [victim.call("getpriority", 0, 0) for _ in range(2)]
        rows = {row.syscall: row for row in rows_of(tracer)}
    calls, errors = Counter(call.name for call in made), Counter(call.name for call in made if call.error)
    for name in ("openat", "getpriority"):
        row = rows[name]
        assert row[:6] == (name, victim.pid, COMM, calls[name], errors[name], calls[name])
    assert (rows["close"].calls >= 3, rows["close"].errors) == (True, 3)
    for row in rows.values():
        assert row.ns > 0 and sum(row.buckets) == row.timed
        least = sum(count * (2 ** (index - 1) if index else 0) * 1000 for index, count in enumerate(row.buckets))
        assert least <= row.ns < sum(count * 2**index * 1000 for index, count in enumerate(row.buckets))


def test_what_is_traced_is_counted_and_nothing_else(backend: str, start_worker: Callable[..., Worker]) -> None:
    """As handlers come and go; a process's own, and everybody's."""
    one, other = start_worker(), start_worker()
    with traceleft.Tracer(backend=backend, count_calls=True) as tracer:
        reader = lab.Reader(tracer)
        one.read(FEW)
        first = tracer.attach("read", pids=[one.pid])
        one.read(FEW)
        other.read(FEW)
        second = tracer.attach("read,close", pids=[other.pid])
        other.read(FEW)
        tracer.detach(first)
        one.read(FEW)
        tracer.attach("read", pids=[one.pid], where="ret == 7")
        one.read(FEW, 7)
        one.read(FEW, 6)
        tracer.detach(second, syscalls=["read"])
        other.read(FEW)
        everybody = tracer.attach("read")
        tracer.detach(everybody)
        ours = {row.pid: row.calls for row in rows_of(tracer) if row.pid in (one.pid, other.pid)}
        assert ours == {one.pid: 2 * FEW, other.pid: FEW}
        assert sum(by_name(tracer).values()) == reader.finish()


@pytest.mark.any_backend
def test_children_are_counted(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend, count_calls=True, events=False) as tracer:
        tracer.attach("read", pids=[worker.pid], follow_forks=True)
        children = worker.fork(3, FEW)
        worker.read(FEW)
        assert {row.pid: row.calls for row in rows_of(tracer)} == dict.fromkeys([worker.pid, *children], FEW)


def test_a_swap_loses_no_call(backend: str, worker: Worker, compile_handler: Callable[[str], Path]) -> None:
    own = compile_handler(OURS.replace("close", "read"))
    with traceleft.Tracer(backend=backend, count_calls=True, events=False, discard=True) as tracer:
        tracer.attach("read", pids=[worker.pid])
        worker.begin_flood()
        for _ in range(5):
            tracer.attach(own, pids=[worker.pid])
            tracer.attach("read", pids=[worker.pid])
        made = worker.end_flood()
        assert made - 1 <= by_name(tracer)["read"] <= made + 1  # the flood's commands are read, too
        assert tracer.stats().handled > 0


def test_a_file_that_sees_entries_only(backend: str, worker: Worker, compile_handler: Callable[[str], Path]) -> None:
    """Its calls are counted when they return."""
    at_entry = OURS.replace("kretprobe/handle_close", "kprobe/handle_read").replace('"close"', '"read"')
    own = compile_handler(at_entry.replace("record_begin(", "record_begin_entry("))
    with traceleft.Tracer(backend=backend, count_calls=True) as tracer:
        tracer.attach(own, pids=[worker.pid])
        worker.read(FEW)
        assert by_name(tracer) == {"read": FEW}


def storm(tracer: traceleft.Tracer) -> None:
    script = f"i=0; while [ $i -lt {PROCESSES} ]; do /bin/true; i=$((i+1)); done"
    command = tracer.spawn(["sh", "-c", script], "exit_group,execve,close")
    assert command.wait() == 0


@pytest.mark.any_backend
def test_exited_processes_are_added_up(backend: str) -> None:
    """No call is lost when their rows go, and none is counted twice."""
    with traceleft.Tracer(backend=backend, durations=True, count_calls=True, events=False) as tracer:
        storm(tracer)
        assert tracer.call_table
        calls = Calls(tracer.call_table, most_keys=0)
        whole = sorted(row[:7] for row in Telemetry(tracer).calls.calls_by_name())  # type: ignore[union-attr]
        rows = calls.calls()
        assert sorted(row[:7] for row in calls.calls_by_name()) == whole
        assert {row.pid for row in rows} == {0} and tracer.call_table.keys == 0
    counts = {(row.syscall, row.comm): row.calls for row in rows}
    assert (counts["exit_group", "true"], counts["exit_group", "sh"]) == (PROCESSES, 1)
    assert counts["execve", "true"] == PROCESSES


@pytest.mark.any_backend
def test_a_storm_of_processes_is_counted_though_the_table_is_full(
    backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the call alone, where there is no room for the process."""
    monkeypatch.setattr(defaults, "CALL_KEYS", 16)
    with traceleft.Tracer(backend=backend, count_calls=True, events=False) as tracer:
        storm(tracer)
        assert tracer.call_table and tracer.call_table.keys == 16
        counts = by_name(tracer)
        nameless = {row.syscall for row in rows_of(tracer) if (row.pid, row.comm) == (0, "")}
    assert counts["exit_group"] == PROCESSES + 1
    assert counts["execve"] == PROCESSES + 1
    assert nameless == {"exit_group", "execve", "close"}


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_the_command_lines_table_of_calls(backend: str) -> None:
    """What strace -c would say, at the end; of the calls for which a question holds."""
    argv = lab.trace_argv(backend, "read", "--stats", "--durations", "--where", "ret == 1", "-o", "/dev/null", "--")
    done = lab.run([*argv, "dd", "if=/dev/zero", "of=/dev/null", "bs=1", f"count={FEW}", "status=none"])
    assert done.returncode == 0, done.stderr
    lines = done.stderr.decode().splitlines()
    table = lines[next(n for n, line in enumerate(lines) if "usecs/call" in line) + 1 :]
    (row,) = (line.split() for line in table)
    assert (row[0], row[3:]) == ("100.00", [str(FEW), "read"])


@pytest.mark.any_backend
@pytest.mark.each_kernel
@pytest.mark.parametrize("events", [False, True])
def test_calls_of_32_bit_programs_are_counted(backend: str, tmp_path: Path, events: bool) -> None:
    """By their names, not by what their numbers mean in 64-bit programs."""
    program32.require()
    program = tmp_path / "program32"
    program.write_bytes(program32.elf32(READ_AND_EXIT))
    program.chmod(0o755)
    with traceleft.Tracer(backend=backend, durations=True, count_calls=True, events=events, discard=True) as tracer:
        command = tracer.spawn([str(program)], "read,close,write,exit")
        assert command.wait() == 0
        counted = {row.syscall: row[2:6] for row in rows_of(tracer)}
    assert counted == {"read": ("program32", 1, 1, 1), "exit": ("program32", 1, 0, 0)}


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_what_can_not_be_is_refused(backend: str, worker: Worker) -> None:
    with pytest.raises(UsageError, match="count_calls=True"):
        traceleft.Tracer(backend=backend, events=False)
    with (
        traceleft.Tracer(backend=backend, count_calls=True, events=False) as tracer,
        pytest.raises(UsageError, match="nothing can be asked"),
    ):
        tracer.attach("read", pids=[worker.pid], where="ret == 1")
    with traceleft.Tracer(backend=backend) as tracer:
        assert tracer.call_table is None and Telemetry(tracer).calls is None
