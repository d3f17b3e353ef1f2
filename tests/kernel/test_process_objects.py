# SPDX-License-Identifier: MIT
"""What is told of processes: beside /proc, beside how they ended, in a recording and as a tree."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import traceleft
from tests.support import SUPPORT, lab
from traceleft import _core

LINEAGE = [sys.executable, "-I", "-S", os.fspath(SUPPORT / "lineage.py")]
CUT = 4096


def run_lineage(backend: str, follow: bool) -> tuple[dict[str, Any], traceleft.Capture]:
    """What the processes of lineage.py said, by its label, and their events."""
    with traceleft.Tracer(backend=backend, processes=True, abi="native") as tracer:
        with subprocess.Popen(LINEAGE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout and program.stdout.readline() == "ready\n"
            if follow:
                tracer.attach(["getpgid"], pids=[program.pid], follow_forks=True)
            else:
                tracer.attach(["getpgid"])
            out, _ = program.communicate("\n", timeout=lab.TIMEOUT)
        assert program.returncode == 0
        tracer.stop()
        capture = tracer.collect() if tracer.unread else traceleft.Capture([], tracer.schema)
        assert tracer.stats().untold == 0
    said = {facts["label"]: facts for facts in map(json.loads, out.splitlines())}
    return said, capture


def last_process(capture: traceleft.Capture, pid: int) -> _core.Process:
    """That of the last event of this pid."""
    found = [event.process for event in capture if event.pid == pid]
    assert found and found[-1], pid
    return found[-1]


def facts_of(facts: dict[str, Any]) -> dict[str, Any]:
    """What lineage.py said, as told_of() has it."""
    argv = "".join(each + "\0" for each in facts["argv"])[:CUT]
    return {**facts, "tty": bool(facts["tty"]), "argv": argv}


def told_of(process: _core.Process, label: str, has_cgroups: bool = True) -> dict[str, Any]:
    ticks = os.sysconf("SC_CLK_TCK")
    return {
        "label": label,
        "pid": process.pid,
        "ppid": process.ppid,
        "session": process.session,
        "tty": bool(process.tty),
        "ticks": process.start_boottime * ticks // 10**9,
        "exe": process.exe,
        "cwd": process.cwd,
        "argv": "\0".join(process.argv or []) + "\0" * (not process.argv_cut),
        "uids": [process.uid, process.euid, process.gid, process.egid],
        "capabilities": process.capabilities,
        "namespaces": [
            *(process.pid_namespace, process.mount_namespace, process.network_namespace, process.user_namespace)
        ],
        "cgroup": process.cgroup if has_cgroups else None,
    }


@pytest.fixture(scope="module", params=[True, False], ids=["followed", "all"])
def lineage(request: pytest.FixtureRequest, backend: str) -> tuple[dict[str, Any], traceleft.Capture]:
    return run_lineage(backend, request.param)


pytestmark = [pytest.mark.any_backend, pytest.mark.each_kernel]


def test_a_process_is_what_proc_says_of_it(lineage: tuple[dict[str, Any], traceleft.Capture]) -> None:
    said, capture = lineage
    labels = {facts["label"] for facts in said.values() if "exe" in facts}
    assert labels >= {"first", "forked", "by path", "by descriptor", "elsewhere", "others", "powerless", "of threads"}
    for label in labels:
        facts, process = said[label], last_process(capture, said[label]["pid"])
        assert told_of(process, label, facts["cgroup"] is not None) == facts_of(facts)
        assert process.argv_cut == (label == "elsewhere")
        assert process.exe and (process.host_exe or "").endswith(process.exe) and not process.exe_deleted
    assert said["others"]["uids"] == [1001, 0, 1003, 1004]
    assert last_process(capture, said["below a root"]["pid"]).cwd == "/lib"


def test_each_version_is_told_ahead_of_its_events(lineage: tuple[dict[str, Any], traceleft.Capture]) -> None:
    said, capture = lineage
    for label in ("by path", "by descriptor", "of threads"):
        pid = said[label]["pid"]
        before, after = [event.process for event in capture if event.pid == pid]
        assert before and after and before.start_time == after.start_time
        assert (before.argv == LINEAGE[:4], after.argv == said[label]["argv"]) == (True, True)


def test_exits_and_pids_that_are_given_again_are_told_apart(lineage: tuple[dict[str, Any], traceleft.Capture]) -> None:
    said, capture = lineage
    rows = [row for row in capture.processes() if row.ppid == said["first"]["pid"]]
    rows.sort(key=lambda row: row.start_time or 0)
    status = [row.exit_code << 8 if row.exit_code is not None else row.exit_signal for row in rows]
    assert [[row.pid, end] for row, end in zip(rows, status)] == said["ends"]["ends"]
    assert [row.exit for row in rows[-3:]] == ["42", "SIGKILL", "9"]
    assert rows[-1].pid == rows[-2].pid == said["given again"]["pid"]
    assert rows[-1].start_time != rows[-2].start_time
    assert all(row.exit_time and row.last and row.exit_time >= row.last for row in rows)


def test_ancestors_are_known_that_were_there_before(lineage: tuple[dict[str, Any], traceleft.Capture]) -> None:
    said, capture = lineage
    rows = {(row.pid, row.start_time): row for row in capture.processes()}
    [first] = [row for row in rows.values() if row.pid == said["first"]["pid"]]
    ours = rows[first.ppid, first.parent_start_time]
    assert (ours.pid, ours.exe) == (os.getpid(), os.fspath(Path("/proc/self/exe").readlink()))
    argv = Path("/proc/self/cmdline").read_bytes()[:CUT].decode("utf-8", "surrogateescape")
    assert "\0".join(ours.argv or []) == argv.rstrip("\0")
    lines = capture.tree().splitlines()
    depth = {line.split()[0]: len(line) - len(line.lstrip()) for line in lines}
    assert depth[str(first.pid)] == depth[str(ours.pid)] + 2
    assert depth[str(said["forked"]["pid"])] == depth[str(ours.pid)] + 4


@pytest.mark.any_kernel
def test_a_recording_has_the_processes_and_ps_shows_them(backend: str, tmp_path: Path) -> None:
    script = "sh -c 'exit 3'; exec true"
    file = tmp_path / "calls.record"
    outputs = ["--backend", backend, "-o", os.fspath(file)]
    lab.run([*lab.TRACELEFT, "record", *outputs, "execve", "--", "sh", "-c", script], check=True)
    capture = traceleft.Capture.from_recording(file)
    rows = [row for row in capture.processes() if row.events]
    assert sorted((row.argv or [], row.exit) for row in rows) == [(["sh", "-c", "exit 3"], "3"), (["true"], "0")]
    shown = lab.run([*lab.TRACELEFT, "ps", file], check=True).stdout.decode()
    assert shown == capture.tree()
    live = lab.run([*lab.TRACELEFT, "ps", "--backend", backend, "--", "sh", "-c", script]).stdout.decode()
    assert [line.split(" ", 1)[1].split(" (")[0] for line in live.replace("  ", "").splitlines()[-2:]] == [
        "true",
        "sh -c exit 3",
    ]


def test_without_processes_nothing_is_told(backend: str, tmp_path: Path) -> None:
    file = tmp_path / "calls.record"
    lab.run([*lab.TRACELEFT, "record", "--no-processes", "--backend", backend, "-o", file, "read", "--", "true"])
    capture = traceleft.Capture.from_recording(file)
    assert len(capture) and {event.process for event in capture} == {None}
    with traceleft.Tracer(backend=backend) as tracer:
        assert not [hook for hook in tracer.hooks() if hook.name.startswith("tell_")]
