# SPDX-License-Identifier: MIT
"""Kernel tracepoints as sources of events, compared with what processes are known to have done."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import traceleft
from tests.support import lab
from traceleft.errors import UsageError
from traceleft.meter import Meter

SHELL = "/bin/true; /bin/true & wait; exec /bin/true"
"""A shell that forks twice, and three times executes a program, itself too."""
LIVES = ["sched:sched_process_exec", "sched:sched_process_fork", "sched:sched_process_exit"]


def shown(tracer: traceleft.Tracer) -> tuple[list[traceleft.Event], str]:
    """All events of a tracer that was stopped, and their text."""
    batches = list(iter(lambda: tracer.read(0), None))
    return [event for batch in batches for event in batch], "".join(map(tracer.format, batches))


def traced(tracer: traceleft.Tracer) -> list[traceleft.Event]:
    return shown(tracer)[0]


def run(*args: str, **options: Any) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "traceleft", *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=lab.TIMEOUT, **options)


@pytest.fixture
def tracer(backend: str) -> Any:
    with traceleft.Tracer(backend=backend) as tracer:
        yield tracer


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_lives_of_a_commands_children(tracer: traceleft.Tracer) -> None:
    command = tracer.spawn(["/bin/sh", "-c", SHELL], ",".join(LIVES))
    assert command.wait() == 0
    tracer.stop()
    events = traced(tracer)
    assert tracer.stats().lost == 0
    children = [event.args["child_pid"] for event in events if event.syscall == LIVES[1]]
    assert len(set(children)) == 2
    assert Counter((event.syscall, event.pid) for event in events) == Counter(
        [
            *((LIVES[0], pid) for pid in [command.pid, command.pid, *children]),
            *((LIVES[1], command.pid) for _ in children),
            *((LIVES[2], pid) for pid in [command.pid, *children]),
        ]
    )
    executed = [event for event in events if event.syscall == LIVES[0]]
    assert [event.args["filename"] for event in executed] == ["/bin/sh", *["/bin/true"] * 3]
    for event in events:
        assert (event.error, event.duration, event.is_entry) == (None, None, False)
        if event.syscall != LIVES[1]:
            assert event.args["pid"] == event.pid


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_a_signals_fields_and_questions(tracer: traceleft.Tracer) -> None:
    """Fields called as the header's are args.NAME, and a list's names are constants."""
    victim = subprocess.Popen(["sleep", "1000"])
    try:
        where = f"sig == {int(signal.SIGUSR2)} and args.pid == {victim.pid} and pid == {os.getpid()}"
        own = tracer.attach("signal:signal_generate", pids=[os.getpid()], where=where)
        assert own.syscalls == ("signal:signal_generate",)
        os.kill(victim.pid, signal.SIGCONT)
        os.kill(victim.pid, signal.SIGUSR2)
        assert victim.wait() == -signal.SIGUSR2
    finally:
        victim.kill()
        victim.wait()
    tracer.stop()
    (event,), text = shown(tracer)
    assert {name: event.args[name] for name in ("sig", "pid", "comm")} == {
        "sig": signal.SIGUSR2,
        "pid": victim.pid,
        "comm": "sleep",
    }
    assert f'comm="sleep", pid={victim.pid}' in text
    assert ") = " not in text
    stats = tracer.stats()
    assert stats.handled == stats.received + stats.lost + stats.declined


def connect_once() -> tuple[int, int]:
    """The ports of a TCP connection: the server's, and the client's."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        return server.getsockname()[1], client.getsockname()[1]


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_a_connections_states(tracer: traceleft.Tracer) -> None:
    tracer.attach(
        "sock:inet_sock_set_state", pids=[os.getpid()], where="oldstate == TCP_SYN_SENT and newstate == TCP_ESTABLISHED"
    )
    server, client = connect_once()
    tracer.stop()
    (event,), text = shown(tracer)
    assert (event.args["dport"], event.args["sport"]) == (server, client)
    assert event.args["daddr"] == socket.inet_aton("127.0.0.1")
    assert "oldstate=TCP_SYN_SENT, newstate=TCP_ESTABLISHED, " in text


def test_calls_and_tracepoints_together_for_different_processes(tracer: traceleft.Tracer) -> None:
    """One attachment of both kinds; and another process's question at the same tracepoint."""
    both = tracer.spawn(["/bin/sh", "-c", "kill -0 $$; " + SHELL], ["kill", LIVES[1]])
    assert both.wait() == 0
    other = tracer.spawn(["/bin/sh", "-c", "cd /; " + SHELL], ["chdir", LIVES[0]], where='not filename $= "true"')
    assert other.wait() == 0
    tracer.stop()
    events = Counter((event.syscall, event.pid) for event in traced(tracer))
    assert events == {
        **{("kill", both.pid): 1, (LIVES[1], both.pid): 2},
        **{("chdir", other.pid): 1, (LIVES[0], other.pid): 1},
    }


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_a_detached_one_is_quiet(tracer: traceleft.Tracer) -> None:
    attachment = tracer.attach(LIVES[1], pids=[os.getpid()])
    tracer.detach(attachment)
    subprocess.run(["/bin/true"], check=True)
    tracer.stop()
    assert traced(tracer) == []


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_counts_and_histograms(backend: str) -> None:
    with Meter(backend=backend) as meter:
        command = traceleft.Command(["/bin/sh", "-c", SHELL])
        by_name = meter.count(",".join(LIVES), by="syscall", command=command)
        files = meter.count(LIVES[0], by="filename", pids=[command.pid], follow_forks=True)
        ports = meter.histogram(
            "sock:inet_sock_set_state", of="dport", where="newstate == TCP_SYN_SENT", pids=[os.getpid()]
        )
        command.start()
        assert command.wait() == 0
        server, _ = connect_once()
        assert dict(by_name) == {LIVES[0]: 4, LIVES[1]: 2, LIVES[2]: 3}
        assert files["/bin/true"] == 3
        (histogram,) = ports.values()
        assert (histogram.count, histogram.sum) == (1, server)


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_counts_beside_bpftrace(backend: str) -> None:
    """Both count a shell's forks, which they tell by its name."""
    lab.require("bpftrace")
    name = "forks-much"
    program = (
        f'tracepoint:sched:sched_process_fork /comm == "{name}"/ {{ @ = count(); }} BEGIN {{ printf("ready\\n"); }}'
    )
    other = subprocess.Popen(["bpftrace", "-e", program], stdout=subprocess.PIPE, text=True)
    assert other.stdout
    try:
        while "ready" not in (line := other.stdout.readline()):
            assert line
        with Meter(backend=backend) as meter:
            count = meter.count(LIVES[1], where=f'comm == "{name}"')
            forks = f"printf {name} > /proc/self/comm; i=0; while [ $i -lt 50 ]; do (:); i=$((i + 1)); done"
            subprocess.run(["/bin/sh", "-c", forks], check=True)
            assert count.total == 50
    finally:
        other.send_signal(signal.SIGINT)
        output = other.communicate(timeout=lab.TIMEOUT)[0]
    assert output.split() == ["@:", "50"]


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_outputs_agree(tmp_path: Path, backend: str) -> None:
    """Text, JSON and a recording of one run, and the same of the recording alone, as another machine would read it."""
    record, lines = tmp_path / "a.tlr", tmp_path / "a.jsonl"
    targets = [f"--output=record:{record}", f"--output=jsonl:{lines}", "--output=text:-"]
    live = run("trace", "--backend", backend, *targets, *LIVES, "--", "/bin/sh", "-c", SHELL)
    assert live.returncode == 0, live.stderr
    events = [json.loads(line) for line in lines.read_text().splitlines()]
    assert Counter(event["syscall"] for event in events) == {LIVES[0]: 4, LIVES[1]: 2, LIVES[2]: 3}
    assert {(event["ret"], event["error"], event["duration"]) for event in events} == {(None, None, None)}
    assert run("replay", str(record)).stdout == live.stdout
    assert run("replay", "--output=jsonl:-", str(record)).stdout == lines.read_text()
    executed = [event["args"]["filename"] for event in events if event["syscall"] == LIVES[0]]
    replayed = run("replay", "--where", 'filename ~ "*/true" and not ret', str(record))
    assert replayed.stdout == ""  # it returns nothing
    replayed = run("replay", "--where", 'filename ~ "*/true"', str(record))
    assert replayed.stdout.count("(filename=") == executed.count("/bin/true") == 3


@pytest.mark.any_kernel
def test_wrong_names(kernel: None) -> None:
    with traceleft.Tracer() as tracer:
        for name, message in [
            ("sched:sched_swich", "this kernel has no tracepoint 'sched:sched_swich'; did you mean sched:sched_switch"),
            ("nosuch:read", "this kernel has no tracepoint 'nosuch:read', and 'nosuch' is not a PID"),
            ("sched:no*", "no tracepoint matches 'sched:no*'"),
            ("*:*", "tracepoints, and at most 256 are traced at once"),
            ("syscalls:sys_enter_openat", "name the syscall itself, openat"),
        ]:
            with pytest.raises(UsageError) as raised:
                tracer.attach(name)
            assert message in str(raised.value)


@pytest.mark.any_backend
@pytest.mark.any_kernel
def test_queries(tmp_path: Path, backend: str) -> None:
    """A recording and Parquet files have the same view of a tracepoint, by its name in quotes."""
    for module in ("duckdb", "pyarrow"):
        pytest.importorskip(module)
    record, files = tmp_path / "a.tlr", tmp_path / "files"
    targets = [f"--output=record:{record}", f"--output=parquet:{files}"]
    live = run("trace", "--backend", backend, *targets, ",".join(LIVES), "--", "/bin/sh", "-c", SHELL)
    assert live.returncode == 0, live.stderr
    for path in map(os.fspath, (record, files)):
        done = run("query", "--format=csv", path, f'SELECT filename, pid = pid_ AS own FROM "{LIVES[0]}" ORDER BY ALL')
        assert done.stdout.split() == ["filename,own", "/bin/sh,true", *["/bin/true,true"] * 3], done.stderr
        done = run("query", "--format=csv", path, f'SELECT count("{LIVES[1]}".child_pid) AS forks FROM events')
        assert done.stdout.split() == ["forks", "2"], done.stderr


@pytest.mark.any_kernel
def test_lists(kernel: None) -> None:
    brief, page = run("list", f"{LIVES[0]}*").stdout, run("list", "-v", f"{LIVES[0]}*").stdout
    assert brief.splitlines()[0].startswith(f"{LIVES[0]}(")
    assert page.splitlines()[0] == LIVES[0]
    assert re.search(r"^    filename +", page, re.MULTILINE)
    (listed,) = json.loads(run("list", "--json", LIVES[0]).stdout)
    assert listed["name"] == LIVES[0]
    assert [each["name"] for each in listed["args"]] == ["filename", "pid", "old_pid"]
