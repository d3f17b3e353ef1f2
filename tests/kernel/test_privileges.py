# SPDX-License-Identifier: MIT
"""Whose rights a traced command has, and traceleft itself."""

from __future__ import annotations

import os
import pwd
import re
import select
import shlex
import shutil
import signal
import stat
import subprocess
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support import ROOT, lab
from tests.support.victims import Victim, Worker
from traceleft import battery

NOBODY = pwd.getpwnam("nobody")
NO_CAPABILITIES = {f"Cap{name}": "0" * 16 for name in ("Inh", "Prm", "Eff", "Amb")}
LOOK = "id; grep -E '^Cap(Inh|Prm|Eff|Amb)' /proc/self/status; env"
UNIT = ROOT / "docs/systemd/traceleft.service"


def status_of(process: int | str) -> dict[str, str]:
    """/proc/PID/status, or that of a thread's directory there."""
    return dict(line.split(":\t", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())


def is_nobody_without_capabilities(status: dict[str, str]) -> bool:
    ids = (status["Uid"].split(), status["Gid"].split(), status["Groups"].split())
    wanted = ([str(NOBODY.pw_uid)] * 4, [str(NOBODY.pw_gid)] * 4, [str(NOBODY.pw_gid)])
    return ids == wanted and NO_CAPABILITIES.items() <= status.items()


@pytest.fixture
def directory() -> Iterator[Path]:
    """One that everybody may enter."""
    with tempfile.TemporaryDirectory() as path:
        Path(path).chmod(0o755)
        yield Path(path)


@pytest.fixture
def yielding(backend: str) -> str:
    """A backend under which traceleft can give up its rights."""
    if backend == "kprobe":
        pytest.skip("under kprobe it can't: only root can remove its kprobes")
    return backend


@pytest.mark.any_backend
@pytest.mark.parametrize("option", ["-u", "--user"])
def test_a_command_of_another_user(backend: str, option: str, directory: Path) -> None:
    """It is that user's in groups, capabilities and environment, as it would be behind `sudo -u`."""
    if backend == "kprobe" and option == "--user":
        done = lab.run(lab.trace_argv(backend, option, "nobody", "close"), text=True)
        assert done.returncode == 2 and "only root can remove its kprobes" in done.stderr
        return
    environment = {**os.environ, "SUDO_USER": "root", "SUDO_UID": "0", "MAIL": "/var/mail/root", "KEPT": "1"}
    argv = lab.trace_argv(backend, option, "nobody", "-o", directory / "lines", "close", "--", "sh", "-c", LOOK)
    done = lab.run(argv, env=environment, text=True)
    assert done.returncode == 0, done.stderr
    identity, *lines = done.stdout.splitlines()
    assert identity == lab.run(["id", "nobody"], text=True).stdout.strip()
    assert {key: value for key, _, value in (line.partition(":\t") for line in lines[:4])} == NO_CAPABILITIES
    found = dict(line.split("=", 1) for line in lines[4:] if "=" in line)
    wanted = {"HOME": NOBODY.pw_dir, "SHELL": NOBODY.pw_shell, "USER": "nobody", "LOGNAME": "nobody"}
    assert {**wanted, "KEPT": "1", "PATH": environment["PATH"]}.items() <= found.items()
    assert not {"SUDO_USER", "SUDO_UID", "MAIL"} & set(found)
    lines = (directory / "lines").read_text().splitlines()
    assert "id" in {line.split()[2] for line in lines}


@pytest.mark.any_kernel
def test_the_program_is_the_users(directory: Path) -> None:
    """Looked for in PATH, and executed, with the user's rights."""
    for name, mode, status in (("closed", 0o700, 1), ("open", 0o755, 7)):
        (directory / name).mkdir(mode)
        for program in ("both", name):
            path = directory / name / program
            path.write_text(f"#!/bin/sh\nexit {status}\n")
            path.chmod(0o755)
    environment = {**os.environ, "PATH": f"{directory}/closed:{directory}/open:/usr/bin:/bin"}

    def run(program: str, *options: str) -> tuple[int, str]:
        argv = [*lab.TRACELEFT, "trace", *options, "-o", "/dev/null", "close", "--", program]
        done = lab.run(argv, env=environment, text=True)
        return done.returncode, done.stderr

    assert run("both")[0] == 1 and run("both", "-u", "nobody")[0] == 7
    for program in ("closed", f"{directory}/closed/both"):
        status, errors = run(program, "-u", "nobody")
        assert status == 1 and errors.count("\n") == 1, errors
        assert f"{directory}/closed/" in errors and "Permission denied" in errors
    with traceleft.Tracer() as tracer, tracer.spawn([f"{directory}/open/both"], ["close"], user="nobody") as command:
        pass
    assert command.returncode == 7


@pytest.mark.any_kernel
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["-u", "nosuchuser", "close", "--", "true"], "no user 'nosuchuser'"),
        (["--user", "nosuchuser", "close"], "no user 'nosuchuser'"),
        (["--user", "root", "close"], "gives up nothing"),
        (["-u", "nobody", "close"], "-u is for a command"),
        (["-u", "nobody", "--user", "daemon", "close", "--", "true"], "no signals"),
    ],
)
def test_users_that_cannot_be(options: list[str], words: str) -> None:
    done = lab.run([*lab.TRACELEFT, "trace", *options], text=True)
    assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1, done.stderr
    assert words in done.stderr


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_after_giving_up_its_rights_everything_works_on(yielding: str, victim: Victim, directory: Path) -> None:
    """Threads that were there before, events, two outputs, metrics, statistics, the end."""
    path = directory / "lines"
    options = ["--user", "nobody", "-T", "--stats", "--metrics-listen-addr", "localhost:0"]
    argv = lab.trace_argv(yielding, *options, "-o", "-", "-o", f"jsonl:{path}", f"{victim.pid}:close")
    with lab.started(argv) as trace:
        url = trace.stderr.readline().split()[2].decode()
        victim.call("close", -1)
        lab.wait_until(lambda: is_nobody_without_capabilities(status_of(trace.pid)), "it is nobody")
        threads = [f"{trace.pid}/task/{thread.name}" for thread in Path(f"/proc/{trace.pid}/task").iterdir()]
        assert len(threads) > 3 and all(is_nobody_without_capabilities(status_of(thread)) for thread in threads)
        # What nobody else's processes may look into belongs to root in /proc (man 5 proc).
        assert Path(f"/proc/{trace.pid}/fd").stat().st_uid == 0
        ids = lab.bpf_ids_of(trace.pid)
        victim.call("close", -2)
        while b"close(fd=-2)" not in trace.stdout.readline():
            pass
        with urllib.request.urlopen(url, timeout=lab.TIMEOUT) as answer:
            assert b"traceleft_events_handled_total" in answer.read()
        trace.send_signal(signal.SIGINT)
        status, _, errors = lab.outcome(trace)
    assert status == 0 and b" events, 0 lost, " in errors and b"handled" in errors, errors
    assert b'"fd":-2' in path.read_bytes().replace(b" ", b"")
    lab.wait_until_freed(ids)


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_after_giving_up_its_rights_losses_and_ends_are_seen(
    yielding: str, start_worker: Callable[..., Worker]
) -> None:
    """What it reads of the kernel's maps: who was lost, and which processes are left."""
    worker = start_worker()
    argv = lab.trace_argv(
        yielding, "--user", "nobody", "-f", "--stats", "--ring-size", "4K", "-o", "/dev/null", f"{worker.pid}:read"
    )
    with lab.started(argv) as trace:
        lab.wait_until(lambda: is_nobody_without_capabilities(status_of(trace.pid)), "it is nobody")
        trace.send_signal(signal.SIGSTOP)
        lab.wait_until(lambda: status_of(trace.pid)["State"].startswith("T"), "it is stopped")
        worker.read(1000)
        worker.close()
        trace.send_signal(signal.SIGCONT)
        status, _, errors = lab.outcome(trace)
    assert status == 0, errors
    assert int(re.search(rb"events, (\d+) lost", errors)[1]) > 0 and b"over_budget" in errors


# Refuses to look at maps from then on, by a seccomp filter, as Linux before 5.19 does without capabilities.
NO_LOOKUPS = f"""
import ctypes, struct, traceleft
def step(code, number, true=0, false=0):
    return struct.pack("HBBI", code, true, false, number)
load, equal, answer = 0x20, 0x15, 0x06  # linux/bpf_common.h
lookup = 1  # linux/bpf.h: BPF_MAP_LOOKUP_ELEM, the first argument
steps = step(load, 0) + step(equal, {lab.SYS_BPF}, 0, 3) + step(load, 16) + step(equal, lookup, 0, 1)
steps += step(answer, 0x00050000 | 1) + step(answer, 0x7FFF0000)  # EPERM; anything else is allowed
memory = ctypes.create_string_buffer(steps)
program = struct.pack("HxxxxxxP", len(steps) // 8, ctypes.addressof(memory))
with traceleft.Tracer(backend="raw_tp") as tracer:
    tracer.attach("close")
    assert ctypes.CDLL(None).prctl(22, 2, program, 0, 0) == 0  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER
    try:
        tracer.become("nobody")
    except traceleft.KernelError as error:
        print(error)
"""


@pytest.mark.each_kernel
def test_a_kernel_that_does_not_let_it_read_its_maps() -> None:
    """It says so, and what helps."""
    done = lab.run([lab.TRACELEFT[0], "-c", NO_LOOKUPS], text=True)
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (0, 1, "")
    assert "5.19" in done.stdout and "unprivileged_bpf_disabled" in done.stdout and "--user" in done.stdout


@pytest.mark.any_backend
def test_its_command_gets_its_signals(yielding: str) -> None:
    script = "echo >&2 ready; exec sleep 1000"
    with lab.started(lab.trace_argv(yielding, "--user", "nobody", "close", "--", "sh", "-c", script)) as trace:
        assert trace.stderr.readline() == b"ready\n"
        assert is_nobody_without_capabilities(status_of(trace.pid))
        trace.send_signal(signal.SIGTERM)
        status, _, errors = lab.outcome(trace)
    assert status == 128 + signal.SIGTERM, errors


def unit() -> dict[str, str]:
    """The settings of the systemd unit's service."""
    lines = UNIT.read_text().split("[Service]", 1)[1].split("[Install]", 1)[0].splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def as_nobody_with(capabilities: str) -> list[str]:
    """What starts a command so."""
    chosen = "-all" + "".join(f",+{name.lower().removeprefix('cap_')}" for name in capabilities.split())
    sets = [f"--{name}={chosen}" for name in ("inh-caps", "ambient-caps", "bounding-set")]
    prefix = [lab.require("setpriv"), "--reuid=nobody", f"--regid={NOBODY.pw_gid}", "--clear-groups", "--no-new-privs"]
    readable = lab.run([*prefix, *sets, "test", "-r", battery.trace_probes(), "-a", "-x", lab.TRACELEFT[0]])
    if readable.returncode:
        lab.cannot_run(f"nobody may not read {battery.trace_probes()}, or not execute {lab.TRACELEFT[0]}")
    return [*prefix, *sets]


@pytest.mark.each_kernel
def test_two_capabilities_suffice_under_raw_tp(victim: Victim) -> None:
    """Those of the systemd unit: default handlers, those of a process, entry times, and all that is counted."""
    prefix = as_nobody_with(unit()["AmbientCapabilities"])
    options = ["-T", "-f", "--stats", "--files", "--decode-pids", "pidns"]
    with lab.started([*prefix, *lab.trace_argv("raw_tp", *options, f"{victim.pid}:close", "personality")]) as trace:
        lab.wait_until(
            lambda: victim.call("close", -1) and any(select.select([trace.stdout], [], [], 0.05)), "an event is printed"
        )
        ids = lab.bpf_ids_of(trace.pid)
        trace.send_signal(signal.SIGINT)
        status, output, errors = lab.outcome(trace)
    assert status == 0 and b"close(fd=-1" in output and b" events, 0 lost, " in errors, errors
    lab.wait_until_freed(ids)


@pytest.mark.each_kernel
@pytest.mark.parametrize(
    ("backend_name", "words"),
    [
        ("tracepoint", ["/sys/kernel/tracing/events", "Permission denied", "CAP_PERFMON are not enough", "gid="]),
        ("kprobe", ["kprobe"]),
    ],
)
def test_two_capabilities_are_not_enough_elsewhere(backend_name: str, words: list[str]) -> None:
    """And it says for what: tracefs is root's."""
    lab.run(lab.trace_argv("tracepoint", "close", "--", "true"))  # which mounts tracefs
    prefix = as_nobody_with("CAP_BPF CAP_PERFMON")
    done = lab.run([*prefix, *lab.trace_argv(backend_name, "close", "--", "true")], text=True)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert all(word in done.stderr for word in words) and f"backend {backend_name} is refused" in done.stderr
    doctor = lab.run([*prefix, *lab.TRACELEFT, "doctor", "--seconds", "0.5"], text=True)
    line = next(line for line in doctor.stdout.splitlines() if f"backend {backend_name} " in line)
    assert all(word in line for word in words)


@pytest.mark.each_kernel
def test_a_capability_too_few() -> None:
    for capabilities in ("CAP_BPF", "CAP_PERFMON", "CAP_SYS_PTRACE"):
        done = lab.run([*as_nobody_with(capabilities), *lab.trace_argv("raw_tp", "close", "--", "true")], text=True)
        assert done.returncode == 1 and "CAP_BPF and CAP_PERFMON" in done.stderr and done.stderr.count("\n") == 1
    done = lab.run(
        [*as_nobody_with("CAP_BPF CAP_PERFMON"), *lab.trace_argv("raw_tp", "-u", "daemon", "close", "--", "true")],
        text=True,
    )
    assert done.returncode == 1 and "setgroups" in done.stderr and "root" in done.stderr


def test_the_systemd_unit(directory: Path) -> None:
    """Its command works with its capabilities, and leaves a recording for its user alone."""
    settings = unit()
    assert settings["AmbientCapabilities"] == settings["CapabilityBoundingSet"] == "CAP_BPF CAP_PERFMON"
    os.chown(directory, NOBODY.pw_uid, NOBODY.pw_gid)
    program, *arguments = shlex.split(settings["ExecStart"].replace("${STATE_DIRECTORY}", str(directory)))
    assert program.endswith("/traceleft")
    with lab.started(
        [*as_nobody_with(settings["AmbientCapabilities"]), *lab.TRACELEFT, *arguments],
        umask=int(settings["UMask"], 8),
        cwd=directory,
    ) as service:
        # Three hooks follow processes, and four tell of them; the next is that of calls.
        lab.wait_until(lambda: len(lab.bpf_ids_of(service.pid)["link"]) > 7, "it is attached")
        lab.run(["true"])
        service.send_signal(getattr(signal, settings["KillSignal"]))
        status, _, errors = lab.outcome(service)
    assert status == 0, errors
    (recording,) = directory.iterdir()
    assert stat.S_IMODE(recording.stat().st_mode) == 0o600
    replayed = lab.run([*lab.TRACELEFT, "replay", recording])
    assert b"execve(" in replayed.stdout


@pytest.mark.any_kernel
def test_systemd_understands_the_unit(directory: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("there is no systemd-analyze here")
    copy = directory / UNIT.name
    copy.write_text(UNIT.read_text().replace("/usr/local/bin/traceleft", "/bin/true"))
    done = subprocess.run([analyze, "verify", "--man=no", copy], capture_output=True, text=True, timeout=lab.TIMEOUT)
    assert (done.returncode, done.stderr) == (0, "")
