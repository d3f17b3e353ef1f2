# SPDX-License-Identifier: MIT
"""Events' processes, their table, their tree, and recordings of them; without a kernel."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

import traceleft
from tests.support.raw_events import raw_event
from tests.support.raw_objects import batch_of
from tests.support.raw_processes import raw_process
from traceleft import _core, battery
from traceleft.processes import tree
from traceleft.recording import Recording

INIT = raw_process(1, 0, 5, comm=b"init", exe="/sbin/init", argv=["init"])
MAKE = raw_process(
    40,
    100,
    110,
    ppid=1,
    exe="/usr/bin/make",
    cwd="/src",
    argv=["make", "all"],
    uids=(1000, 1001, 0, 1002),
    tty=136 << 20,
)
CHILD = raw_process(41, 200, 210, ppid=40, parent_start_time=100, comm=b"make", exe="/usr/bin/make", argv=["make"])
CC = raw_process(
    41,
    200,
    220,
    ppid=40,
    parent_start_time=100,
    comm=b"cc",
    exe="/usr/bin/cc",
    argv=["cc", "a\x1b[2J\n.c", b"\xff", ""],
    argv_size=9000,
    cgroup="/machine/libpod-" + 64 * "0" + ".scope",
    exit_status=11,
)
AGAIN = raw_process(41, 900, 910, ppid=40, parent_start_time=100, comm=b"sh", argv=["sh"], exit_status=3 << 8)
EVENTS = [
    raw_event("read", pid=pid, timestamp=timestamp, ret=ret)
    for pid, timestamp, ret in ((40, 150, 0), (41, 215, 0), (41, 230, -2), (41, 950, 1), (77, 10, 1))
]


@pytest.fixture
def capture() -> traceleft.Capture:
    return traceleft.Capture([batch_of(EVENTS, [INIT, MAKE, CHILD, CC, AGAIN])], battery.schema())


def test_an_events_process_is_the_version_of_its_time(capture: traceleft.Capture) -> None:
    found = [event.process and event.process.raw for event in capture]
    assert found == [MAKE, CHILD, CC, AGAIN, None]


def test_a_process_has_what_was_told(capture: traceleft.Capture) -> None:
    make, cc = capture.batches[0][0].process, capture.batches[0][2].process
    assert make and cc
    assert (make.pid, make.ppid, make.start_time, make.parent_start_time) == (40, 1, 100, 0)
    assert (make.comm, make.exe, make.host_exe, make.cwd) == ("sh", "/usr/bin/make", "/usr/bin/make", "/src")
    assert (make.argv, make.argv_cut, make.tty) == (["make", "all"], False, "pts/0")
    assert (make.uid, make.gid, make.euid, make.egid) == (1000, 1001, 0, 1002)
    assert (make.session, make.ns_pid, make.capabilities, make.cgroup_id) == (40, 40, 0x1FF, 7)
    assert (make.pid_namespace, make.mount_namespace, make.network_namespace, make.user_namespace) == (1, 2, 3, 4)
    assert (make.exited, make.exit_code, make.exit_signal, make.exit_time) == (False, None, None, None)
    assert (make.cgroup, make.container_id) == ("/", None)
    assert (cc.argv, cc.argv_cut) == (["cc", "a\x1b[2J\n.c", "\udcff", ""], True)
    assert (cc.cgroup, cc.container_id) == ("/machine/libpod-" + 64 * "0" + ".scope", 64 * "0")
    assert (cc.cwd, cc.tty, cc.exe_deleted) == (None, None, False)
    assert (cc.exit_code, cc.exit_signal, cc.exit_time) == (None, 11, 221)
    assert make != cc and len({make, capture.batches[0][0].process, cc}) == 2
    assert repr(make) == "Process(pid=40, comm='sh', start_time=100)"


def test_the_table_counts_by_process(capture: traceleft.Capture) -> None:
    rows = capture.processes()
    assert [(row.pid, row.start_time, row.events, row.errors, row.exit) for row in rows] == [
        (41, 200, 2, 1, "SIGSEGV"),
        (77, None, 1, 0, None),
        (40, 100, 1, 0, None),
        (41, 900, 1, 0, "3"),
        (1, 0, 0, 0, None),
    ]
    assert (rows[0].first, rows[0].last, rows[4].first) == (215, 230, None)
    assert str(rows).splitlines()[:2] == [
        "events  errors  pid  ppid  uid   exit     command",
        r"     2       1   41  40    0     SIGSEGV  cc a\x1b[2J\x0a.c \xff ''",
    ]


def test_the_table_joins_by_pid_and_start_time(capture: traceleft.Capture) -> None:
    table = capture.processes().arrow()
    assert table.schema.field("argv").type == pa.list_(pa.string())
    sql = (
        "SELECT c.pid, c.start_time, p.exe FROM processes c JOIN processes p "
        "ON p.pid = c.ppid AND p.start_time = c.parent_start_time ORDER BY ALL"
    )
    assert capture.query(sql).fetchall() == [
        (40, 100, "/sbin/init"),
        (41, 200, "/usr/bin/make"),
        (41, 900, "/usr/bin/make"),
    ]
    for view in ("files", "connections"):
        assert capture.query(f"SELECT count(*) FROM {view}").fetchall() == [(0,)]


def test_the_tree_stands_below_the_parents_and_harms_no_terminal(capture: traceleft.Capture) -> None:
    assert capture.tree().splitlines() == [
        "1 init",
        "  40 make all (1 events)",
        r"    41 cc a\x1b[2J\x0a.c \xff '' (2 events, 1 errors, SIGSEGV)",
        "    41 sh (1 events, exit 3)",
        f"77 [{capture.batches[0][4].comm}] (1 events)",
    ]


def test_a_tree_in_circles_ends() -> None:
    circle = [raw_process(pid, pid, 10, ppid=pid % 3 + 1, parent_start_time=pid % 3 + 1) for pid in (1, 2, 3)]
    chain = [raw_process(pid, pid, 10, ppid=pid - 1, parent_start_time=pid - 1) for pid in range(5, 3000)]
    rows = traceleft.Capture([batch_of([], circle + chain)], battery.schema()).processes()
    lines = tree(rows).splitlines()
    assert len(lines) == len(rows) == 2998
    assert max(map(len, lines)) < 200


def test_processes_come_back_from_a_frame(capture: traceleft.Capture) -> None:
    frame = _core.BatchCompressor().compress(capture.batches[0])
    again = _core.decompress_batch(frame, battery.schema())
    assert [process.raw for process in again.processes] == [INIT, MAKE, CHILD, CC, AGAIN]
    assert [event.process and event.process.raw for event in again] == [MAKE, CHILD, CC, AGAIN, None]


def test_a_question_keeps_the_processes(capture: traceleft.Capture) -> None:
    [event] = _core.filter(capture.batches[0], _core.Question("error == ENOENT"))
    assert event.process and event.process.raw == CC


def test_a_recording_without_processes_has_none() -> None:
    for path in sorted((Path(__file__).parent / "recordings").glob("*.record")):
        with Recording(path) as recording:
            for batch in recording.batches():
                assert batch.processes == []
                assert {event.process for event in batch} == {None}


def test_what_is_no_record_is_refused() -> None:
    for record in (b"", MAKE[:175], bytes(176), MAKE[:20] + b"\x09\0" + MAKE[22:]):
        with pytest.raises(ValueError, match="no process's"):
            batch_of([], [record])
