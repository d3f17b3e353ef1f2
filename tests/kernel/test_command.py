# SPDX-License-Identifier: MIT
"""`traceleft trace ... -- COMMAND`: the command is as it would be without us, and so is its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import traceleft
from tests.support import lab

STATE = """
import json, os, signal, sys
json.dump({
    "arguments": sys.argv[1:],
    "environment": {os.fsencode(k).hex(): os.fsencode(v).hex() for k, v in os.environ.items()},
    "fds": {fd: os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if int(fd) != 3},
    "directory": os.getcwd(),
    "session": os.getsid(0),
    "group": os.getpgid(0),
    "signals": [line for line in open("/proc/self/status") if line.startswith("Sig") and not line.startswith("SigQ")],
    "limits": open("/proc/self/limits").read(),
    "nice": os.nice(0),
    "umask": os.umask(0),
}, open(sys.argv[1], "w"), indent=0)
"""


@pytest.mark.any_kernel
@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("exit 0", 0),
        ("exit 7", 7),
        ("exit 255", 255),
        ("kill -TERM $$", 128 + signal.SIGTERM),
        ("kill -KILL $$", 128 + signal.SIGKILL),
        ("kill -SEGV $$", 128 + signal.SIGSEGV),
    ],
)
def test_the_exit_status_is_passed_on(backend: str, script: str, status: int) -> None:
    done = lab.run(lab.trace_argv(backend, "close", "--", "sh", "-c", f"ulimit -c 0; {script}"))
    assert done.returncode == status
    assert done.stderr.count(b"\n") == 1
    assert b" events, 0 lost, " in done.stderr


@pytest.mark.any_kernel
def test_a_command_that_is_not_there(backend: str, tmp_path: Path) -> None:
    done = lab.run(lab.trace_argv(backend, "close", "--", "nonesuch"))
    assert done.returncode == 1
    assert done.stderr.startswith(b"traceleft: nonesuch: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.any_kernel
def test_a_command_that_cannot_be_executed(backend: str, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_bytes(b"\x7fELF, but not really")
    program.chmod(0o755)
    done = lab.run(lab.trace_argv(backend, "close", "--", program))
    assert done.returncode == 1
    assert b"Exec format error" in done.stderr
    assert done.stderr.count(b"\n") == 1


def state_of(argv: list[str], path: Path) -> str:
    """What a program finds about itself when it is run so."""
    environment = {**os.environ, "EMPTY": "", "LINES": "a\nb", "EQUALS": "a=b="}
    kept = os.open("/dev/null", os.O_RDWR)
    try:
        done = lab.run(
            [*argv, sys.executable, "-I", "-S", "-c", STATE, path, "", "two words", "é\n"],
            cwd=path.parent,
            env=environment,
            capture_output=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(kept,),
        )
    finally:
        os.close(kept)
    assert done.returncode == 0
    return path.read_text()


@pytest.mark.any_backend
def test_the_command_is_as_it_would_be_without_us(backend: str, tmp_path: Path) -> None:
    """Arguments, environment, descriptors, signal mask and dispositions, limits: none of it is different."""
    path = tmp_path / "state"
    alone = state_of([], path)
    traced = state_of([*lab.trace_argv(backend, "close", "-o", "/dev/null"), "--"], path)
    assert traced == alone


@pytest.mark.any_kernel
def test_an_environment_that_is_no_text(backend: str, tmp_path: Path) -> None:
    value = b"\xff of no encoding"
    argv = lab.trace_argv(backend, "-o", tmp_path / "out", "close", "--", "printenv", "ODD")
    assert lab.run(argv, env={**os.environb, b"ODD": value}).stdout == value + b"\n"


@pytest.mark.any_kernel
def test_a_command_gets_no_secret_of_ours(backend: str, tmp_path: Path) -> None:
    """Nor does its execve's event have one, or what we say. What is the command's own stays, OpenTelemetry's too."""
    secrets = ("COLLECTOR_TOKEN", "LISTEN_TOKEN", "SOME_SECRET", "SOME_PASSWORD", "SOME_API_KEY")
    ours = {f"TRACELEFT_{name}": f"hidden-{name}" for name in secrets}
    own = {"TRACELEFT_SOMETHING": "kept1", "MY_TOKEN": "kept2", "OTEL_EXPORTER_OTLP_HEADERS": "kept=3"}
    out = tmp_path / "out"
    argv = lab.trace_argv(backend, "-s", "32768", "--stats", "-o", out, "execve", "--", "env")
    done = lab.run(argv, env={**os.environ, **ours, **own})
    assert done.returncode == 0 and b" 0 lost" in done.stderr
    said = {line.partition("=")[::2] for line in done.stdout.decode().splitlines()}
    assert set(own.items()) <= said
    assert b"execve(" in out.read_bytes()
    for text in (done.stdout, done.stderr, out.read_bytes()):
        assert b"hidden-" not in text and not [name for name in ours if name.encode() in text]


@pytest.mark.any_backend
def test_sigpipe_and_the_signal_mask(backend: str, tmp_path: Path) -> None:
    """Python ignores SIGPIPE, and our threads block signals; a command must not inherit either."""
    argv = lab.trace_argv(backend, "-o", tmp_path / "out", "close", "--", "grep", "^Sig", "/proc/self/status")
    status = dict(line.split() for line in lab.run(argv).stdout.decode().splitlines())
    assert int(status["SigBlk:"], 16) == 0
    assert int(status["SigIgn:"], 16) == 0


@pytest.mark.any_backend
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGQUIT])
def test_a_signal_to_the_trace_reaches_the_command(backend: str, number: int) -> None:
    """It ends the command, and the command's end is ours."""
    argv = lab.trace_argv(backend, "openat", "--", "sh", "-c", "ulimit -c 0; echo >&2 ready; exec sleep 1000")
    with lab.started(argv, stdout=subprocess.DEVNULL) as trace:
        assert trace.stderr.readline() == b"ready\n"
        trace.send_signal(number)
        status, _, errors = lab.outcome(trace)
    assert status == 128 + number
    assert b" events, 0 lost, " in errors


@pytest.mark.any_backend
def test_sigquit_to_the_trace_is_the_commands_each_time(backend: str) -> None:
    script = "trap 'echo >&2 dumped; cat /nonexistent/dump' QUIT; echo >&2 ready; until read line; do :; done; exit 3"
    argv = lab.trace_argv(backend, "-o", "/dev/null", "openat", "--", "sh", "-c", script)
    with lab.started(argv, stdin=subprocess.PIPE) as trace:
        assert trace.stderr.readline() == b"ready\n"
        for _ in range(3):
            trace.send_signal(signal.SIGQUIT)
            assert trace.stderr.readline() == b"dumped\n"
            assert b"/nonexistent/dump" in trace.stderr.readline()
        trace.stdin.write(b"\n")
        status, _, errors = lab.outcome(trace)
    assert status == 3 and b" events, 0 lost, " in errors


@pytest.mark.any_backend
def test_a_command_that_handles_the_signal(backend: str) -> None:
    """Its own way to end counts, and what it does until then is traced."""
    script = "trap 'cat /nonexistent/last; exit 5' TERM; echo >&2 ready; while :; do :; done"
    argv = lab.trace_argv(backend, "openat", "--", "sh", "-c", script)
    with lab.started(argv) as trace:
        assert trace.stderr.readline() == b"ready\n"
        trace.send_signal(signal.SIGTERM)
        status, output, _ = lab.outcome(trace)
    assert status == 5
    assert b'"/nonexistent/last"' in output


def test_spawn(backend: str, tmp_path: Path) -> None:
    """The Python form; children count, and so does everything from the first instruction on."""
    with traceleft.Tracer(backend=backend) as tracer:
        with tracer.spawn(["sh", "-c", "cat /dev/null; exit 3"], ["openat", "close"], program_id=9) as command:
            pid = command.pid
        assert command.returncode == 3
        events = lab.finished(tracer)
    assert {event.program_id for event in events} == {9}
    assert {event.comm for event in events} == {"sh", "cat"}
    assert events[0].pid == pid
    assert (events[0].syscall, events[0]["filename"]) == ("openat", "/etc/ld.so.cache")
    assert Counter(event.pid == pid for event in events)[False] > 0


def children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


@pytest.mark.any_backend
def test_a_spawn_that_fails_leaves_nothing(backend: str, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_bytes(b"\x7fELF, but not really")
    program.chmod(0o755)
    before = children()
    with traceleft.Tracer(backend=backend) as tracer:
        with pytest.raises(OSError, match="Exec format error"):
            tracer.spawn([str(program)], ["close"])
        with pytest.raises(FileNotFoundError):
            tracer.spawn(["nonesuch"], ["close"])
        with pytest.raises(traceleft.UsageError):
            tracer.spawn(["true"], ["nonesuch"])
        assert lab.finished(tracer) == []
    # Children of ours that nobody knows: none may be left, waiting or unreaped.
    assert children() <= before


@pytest.mark.any_kernel
def test_every_call_of_a_command_as_strace_has_them(tmp_path: Path) -> None:
    strace = lab.require("strace")
    lab.run([strace, "-o", str(tmp_path / "strace"), "/bin/true"])
    wanted = [line.split("(")[0] for line in (tmp_path / "strace").read_text().splitlines() if "(" in line]
    done = lab.run(lab.trace_argv("raw_tp", "-o", str(tmp_path / "lines"), "all", "--", "/bin/true"))
    assert (done.returncode, done.stdout) == (0, b"")
    lines = (tmp_path / "lines").read_text().splitlines()
    assert [line.split()[3].split("(")[0] for line in lines] == wanted
    assert lines[-1].endswith("exit_group(error_code=0) = ?")


@pytest.mark.each_kernel
def test_what_a_backend_cannot_hook() -> None:
    with traceleft.Tracer(backend="tracepoint") as tracer:
        assert "_sysctl" not in tracer.traceable() and "openat" in tracer.traceable()
        with pytest.raises(traceleft.HandlerError, match=r"_sysctl.*tracepoint"):
            tracer.attach(["openat", "_sysctl"])
        with pytest.raises(traceleft.UsageError, match=r"'openatt'; did you mean openat"):
            tracer.attach(["openat", "openatt"])
        with pytest.raises(traceleft.HandlerError, match=r"can trace none of _sysct\* under backend tracepoint"):
            tracer.attach("_sysct*")
        with pytest.raises(ValueError, match="no syscall"):
            tracer.attach([])


@pytest.mark.any_kernel
def test_more_open_files_than_the_limit_allows_and_the_command_does_not_notice(tmp_path: Path) -> None:
    limited = [lab.require("prlimit"), "--nofile=300:4000"]
    argv = lab.trace_argv("raw_tp", "-o", str(tmp_path / "lines"), "all", "--", "sh", "-c", "ulimit -Sn; ulimit -Hn")
    done = lab.run([*limited, *argv])
    assert (done.returncode, done.stdout) == (0, b"300\n4000\n"), done.stderr
    refused = lab.run([lab.require("prlimit"), "--nofile=300:300", *argv])
    assert refused.returncode == 1 and b"ulimit -n" in refused.stderr and refused.stderr.count(b"\n") == 1


def test_handlers_attached_one_by_one(backend: str) -> None:
    """The third asks for the probes of all that are left."""
    names = ["getpriority", "getpgid", "getsid", "umask", "sync_file_range"]
    with traceleft.Tracer(backend=backend) as tracer:
        for name in names:
            tracer.attach(name, pids=[os.getpid()])
        os.getpriority(os.PRIO_PROCESS, 0), os.getpgid(0), os.getsid(0), os.umask(os.umask(0))
        assert Counter(event.syscall for event in lab.finished(tracer)) == {
            **{"getpriority": 1, "getpgid": 1, "getsid": 1},
            "umask": 2,
        }


OUTLIVES = "(exec >/dev/null 2>&1; read line <{fifo}; cat /nonexistent/later) & echo >&2 over; exit 5"


@pytest.mark.any_backend
@pytest.mark.parametrize("wait", [True, False])
def test_children_that_outlive_the_command(backend: str, tmp_path: Path, wait: bool) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    options = ["--wait-children"] if wait else []
    argv = lab.trace_argv(backend, *options, "openat", "--", "sh", "-c", OUTLIVES.format(fifo=fifo))
    with lab.started(argv) as trace:
        assert trace.stderr.readline() == b"over\n"
        if not wait:
            assert lab.outcome(trace)[0] == 5
        fifo.write_bytes(b"go on\n")  # which waits until it is opened for reading
        if wait:
            status, output, errors = lab.outcome(trace)
            assert status == 5 and b" events, 0 lost, " in errors
            assert b'"/nonexistent/later"' in output


@pytest.mark.any_backend
def test_ctrl_c_ends_the_wait_for_children(backend: str, tmp_path: Path) -> None:
    script = "(exec sleep 1000 >/dev/null 2>&1) & echo >&2 $$; exit 6"
    with lab.started(lab.trace_argv(backend, "--wait-children", "openat", "--", "sh", "-c", script)) as trace:
        pid = int(trace.stderr.readline())
        lab.wait_until(lambda: not Path(f"/proc/{pid}").exists(), "the command has ended")
        trace.send_signal(signal.SIGINT)
        status, _, errors = lab.outcome(trace)
    assert status == 6 and b" events, 0 lost, " in errors


@pytest.mark.any_kernel
def test_without_a_command_there_are_no_children_to_wait_for() -> None:
    done = lab.run(lab.trace_argv("raw_tp", "--wait-children", "openat"))
    assert done.returncode == 2 and b"--wait-children is for a command" in done.stderr
