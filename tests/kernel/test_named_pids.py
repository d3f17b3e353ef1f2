# SPDX-License-Identifier: MIT
"""What the processes are that calls in another pid namespace name by number, beside strace's --decode-pids."""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from pathlib import Path

import pytest

import traceleft
from tests.support import ROOT, lab
from traceleft import _core

SCRIPT = ROOT / "tests" / "support" / "pid_calls.py"
CALLS = (
    *(
        "kill",
        "tgkill",
        "tkill",
        "rt_sigqueueinfo",
        "rt_tgsigqueueinfo",
        "waitid",
        "wait4",
        "fork",
        "getpid",
        "getppid",
    ),
    *("getpgrp", "getpgid", "setpgid", "getsid", "gettid", "sched_setaffinity", "sched_getaffinity"),
    *("sched_setscheduler", "sched_getscheduler", "sched_setparam", "sched_getparam", "sched_rr_get_interval"),
    *("sched_getattr", "getpriority", "setpriority", "ioprio_get", "ioprio_set", "prlimit64", "pidfd_open", "kcmp"),
    *("process_vm_readv", "process_vm_writev", "move_pages", "migrate_pages", "get_robust_list", "capget", "prctl"),
    *("ptrace", "fcntl", "getsockopt", "sendmsg", "recvmsg"),
)
OURS_ALONE = ("ioctl", "setsid")
"""Strace knows no process in these."""

OUR_LINE = re.compile(r"\S+ (?P<pid>\d+) (?:/\* .*? \*/ )?\S+ (?P<call>\w+)\((?P<rest>.*)")
THEIR_LINE = re.compile(r"(?P<call>\w+)\((?P<rest>.*)")
NAMED = re.compile(r"(?P<number>\d+)(?:<(?P<comm>[^>]*)>)? /\* (?P<pid>\d+) in (?:strace's|initial) PID NS \*/")

Named = tuple[str, str, str]
"""A number, a process's name and its number in the initial namespace."""


def in_namespace(*argv: str | os.PathLike[str]) -> list[str | os.PathLike[str]]:
    return [lab.require("unshare"), "--pid", "--fork", "--mount-proc", *argv]


def named(text: str) -> set[Named]:
    return {(each["number"], each["comm"] or "", each["pid"]) for each in NAMED.finditer(text)}


@pytest.mark.kernel
@pytest.mark.any_kernel
@pytest.mark.any_backend
@pytest.mark.skipif(platform.machine() != "x86_64", reason="the script makes x86_64's calls")
def test_each_call_names_what_strace_says(backend: str, tmp_path: Path) -> None:
    """Both see the same run. What wait4 returned is gone, and strace can't tell what it was."""
    strace = [lab.require("strace"), "-ff", "-o", tmp_path / "strace", "--decode-pids=pidns"]
    strace += ["-e", "signal=none", "-e", "trace=" + ",".join(CALLS)]
    # A shell, which is the namespace's first process, is its parent.
    command = [*strace, *in_namespace("sh", "-c", '"$0" -I -S "$1"; :', sys.executable, SCRIPT)]
    output = tmp_path / "traceleft"
    done = lab.run(lab.trace_argv(backend, "-o", output, "--decode-pids=pidns", *CALLS, *OURS_ALONE, "--", *command))
    assert b" 0 lost" in done.stderr
    [caller] = [path for path in tmp_path.glob("strace.*") if "kcmp(" in path.read_text("ascii")]
    theirs = [found for line in caller.read_text("ascii").splitlines() if (found := THEIR_LINE.match(line))]
    lines = [found for line in output.read_text("ascii").splitlines() if (found := OUR_LINE.fullmatch(line))]
    lines = [line for line in lines if line["pid"] == caller.suffix[1:]]
    ours = [line for line in lines if line["call"] not in OURS_ALONE]
    assert [line["call"] for line in ours] == [line["call"] for line in theirs]
    truth = {each for line in theirs for each in named(line["rest"])}
    tested = set()
    for our, their in zip(ours, theirs):
        assert named(their["rest"]) <= named(our["rest"]), (our[0], their[0])
        assert named(our["rest"]) <= truth | named_by_kernel(lines), our[0]
        if named(their["rest"]):
            tested.add(their["call"])
    assert tested == set(CALLS)
    [group] = {each for line in lines if line["call"] == "ioctl" for each in named(line["rest"])}
    assert group in truth
    assert all(not named(line["rest"]) for line in ours if "30000" in line["rest"])
    ends = [line["rest"] for line in ours if line["call"] == "wait4" and not line["rest"].endswith("= 0")]
    assert ends and all(named(end) for end in ends if "ECHILD" not in end), "what wait4 returned is gone"


def named_by_kernel(lines: list[re.Match[str]]) -> set[Named]:
    """What fork and its kind returned, which the kernel told of."""
    return {each for line in lines if line["call"] in ("fork", "vfork", "clone") for each in named(line["rest"])}


@pytest.mark.kernel
@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_names_are_in_events_lines_and_files(backend: str, tmp_path: Path) -> None:
    """A shell kills its child, waits for it, and asks for nobody."""
    script = "sleep 100 & kill -9 $!; wait $!; kill -0 30000; :"
    output = tmp_path / "calls.json"
    argv = lab.trace_argv(backend, "-o", f"jsonl:{output}", "--decode-pids=comm", "kill", "wait4", "clone", "--")
    lab.run([*argv, *in_namespace("sh", "-c", script)])
    lines = [json.loads(line) for line in output.read_text().splitlines()]
    kills = [line for line in lines if line["syscall"] == "kill"]
    number = kills[0]["args"]["pid"]
    child = kills[0]["pids"][str(number)]["pid"]
    assert child not in (number, kills[0]["pid"])
    [forked] = [line for line in lines if line["syscall"] == "clone" and line["ret"] == number]
    assert forked["pids"][str(number)]["pid"] == child
    [waited] = [line for line in lines if line["syscall"] == "wait4" and line["ret"] == number]
    assert waited["pids"][str(number)] == {"pid": child, "comm": waited["pids"][str(number)]["comm"]}
    assert waited["pids"][str(number)]["comm"] in ("sh", "sleep")
    assert "pids" not in kills[-1] and kills[-1]["args"]["pid"] == 30000


@pytest.mark.kernel
@pytest.mark.any_backend
def test_names_of_processes_that_are_there(backend: str) -> None:
    """In the tracer's own namespace: of a number the name only; without pid_comms, nothing."""
    pid = os.getpid()
    for options in ({"pid_comms": True}, {"namespace_pids": True}):
        with traceleft.Tracer(backend=backend, **options) as tracer:
            tracer.attach("getpgid", pids=[pid])
            os.getpgid(pid)
            [event] = lab.finished(tracer)
        comm = Path("/proc/self/comm").read_text().strip()
        assert event.pids.get(pid) == (_core.NamedPid((pid, comm)) if "pid_comms" in options else None)
