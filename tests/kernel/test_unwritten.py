# SPDX-License-Identifier: MIT
"""Memory that a call leaves as it was, although it succeeds: nothing is shown, whatever lies there."""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import traceleft
from tests.support import lab
from tests.support.raw_events import show
from tests.support.victims import Call, Victim, memory, string

CLOCK_MONOTONIC, TIMER_ABSTIME = 1, 1
WNOHANG = 1
KEY_SPEC_PROCESS_KEYRING = -2
KEYCTL_DESCRIBE, KEYCTL_READ = 6, 11
STALE = b"\xaa" * 64
"""What lay there before."""

Made = tuple[Call, dict[str, Any]]


def _nanosleep(victim: Victim, directory: Path) -> Made:
    return victim.call("nanosleep", memory(struct.pack("QQ", 0, 1000)), memory(STALE)), {"rmtp": None}


def _clock_nanosleep(victim: Victim, directory: Path) -> Made:
    request = memory(struct.pack("QQ", 0, 1000))
    return victim.call("clock_nanosleep", CLOCK_MONOTONIC, TIMER_ABSTIME, request, memory(STALE)), {"rmtp": None}


def _getxattr(victim: Victim, directory: Path) -> Made:
    """A size of 0 asks how long the value is."""
    path = directory / "attribute"
    path.touch()
    os.setxattr(path, "trusted.name", b"a value")
    call = victim.call("getxattr", string(str(path)), string("trusted.name"), memory(STALE), 0)
    assert call.ret == 7
    return call, {"value": None}


def _listxattr(victim: Victim, directory: Path) -> Made:
    path = directory / "attributes"
    path.touch()
    os.setxattr(path, "trusted.name", b"a value")
    call = victim.call("listxattr", string(str(path)), memory(STALE), 0)
    assert call.ret > 0
    return call, {"list": None}


def _getgroups(victim: Victim, directory: Path) -> Made:
    victim.call("setgroups", 3, memory(struct.pack("III", 1, 2, 3)))
    call = victim.call("getgroups", 0, memory(STALE))
    assert call.ret == 3
    return call, {"grouplist": None}


def _keyctl(command: int) -> Callable[[Victim, Path], Made]:
    def read(victim: Victim, directory: Path) -> Made:
        arguments = string("user"), string(f"traceleft-{command}"), string("a payload"), 9
        key = victim.call("add_key", *arguments, KEY_SPEC_PROCESS_KEYRING).ret
        call = victim.call("keyctl", command, key, memory(STALE), 3)
        assert call.ret > 3
        return call, {"arg3": None}

    return read


ROWS = {
    **{"nanosleep": _nanosleep, "clock_nanosleep to a time": _clock_nanosleep},
    **{"getxattr": _getxattr, "listxattr": _listxattr, "getgroups": _getgroups},
    **{"KEYCTL_READ": _keyctl(KEYCTL_READ), "KEYCTL_DESCRIBE": _keyctl(KEYCTL_DESCRIBE)},
}
"""Siblings with the same condition: lgetxattr, fgetxattr, llistxattr, flistxattr, listxattrat, KEYCTL_DH_COMPUTE.
waitid fills its siginfo whenever it succeeds: with zeros where no child has changed."""


@pytest.mark.any_backend
@pytest.mark.parametrize("row", ROWS)
def test_nothing_was_written(backend: str, victim: Victim, tmp_path: Path, row: str) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        names = ["nanosleep", "clock_nanosleep", "getxattr", "listxattr", "getgroups", "keyctl"]
        tracer.attach(names, pids=[victim.pid])
        call, shown = ROWS[row](victim, tmp_path)
        events = lab.finished(tracer)
    [event] = [each for each in events if call.before < each.timestamp <= call.after]
    assert call.memory.count(STALE) + call.memory.count(STALE * 3) == len(shown)
    assert {name: event[name] for name in shown} == shown
    assert {event.capture_status(name) for name in shown} == {"none"}
    for name in shown:
        assert f"{name}={event.raw_args[name]:#x}" in show(event.raw)


WAITS = """
import ctypes, os, signal
child = os.fork()
if not child:
    signal.pause()
stale = ctypes.create_string_buffer(b"\\xaa" * 192)
assert ctypes.CDLL(None).syscall(61, child, stale, os.WNOHANG, stale) == 0
os.kill(child, signal.SIGKILL)
"""


@pytest.mark.any_backend
def test_a_child_that_has_not_ended(backend: str) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        with tracer.spawn([sys.executable, "-I", "-S", "-c", WAITS], ["wait4"]) as command:
            pass
        assert command.returncode == 0
        [event] = lab.finished(tracer)
    assert (event.ret, event["stat_addr"], event["ru"]) == (0, None, None)
    assert f"stat_addr={event.raw_args['stat_addr']:#x}, " in show(event.raw)


def test_an_interrupted_sleep_has_the_rest(backend: str, victim: Victim) -> None:
    """The signal comes when it sleeps, and again until it has."""
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("nanosleep", pids=[victim.pid])
        victim.call("rt_sigaction", signal.SIGCONT, memory(struct.pack("QQQQ", 1, 0, 0, 0)), 0, 8)
        victim.begin("nanosleep", memory(struct.pack("QQ", 3600, 0)), memory(STALE[:16]))
        lab.wait_until(lambda: lab.is_in_syscall(victim.pid, "nanosleep"), "the sleep has begun")
        os.kill(victim.pid, signal.SIGSTOP)
        os.kill(victim.pid, signal.SIGCONT)
        lab.wait_until(lambda: tracer.stats().handled > 0, "the sleep was interrupted")
        os.kill(victim.pid, signal.SIGKILL)
        event = lab.finished(tracer)[0]
    assert event.error == "ERESTART_RESTARTBLOCK"
    assert event["rqtp"] == {"tv_sec": 3600, "tv_nsec": 0}
    assert event["rmtp"]["tv_sec"] in range(3500, 3600)


@pytest.mark.any_backend
def test_room_that_was_passed_shorter(backend: str, victim: Victim) -> None:
    """A length may be larger afterwards than the room: nothing behind the room is shown."""
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("getsockname", pids=[victim.pid])
        socket = victim.call("socket", 2, 1, 0).ret
        victim.call("getsockname", socket, memory(STALE), memory(struct.pack("I", 4)))
        victim.call("getsockname", socket, memory(STALE), memory(struct.pack("I", 0)))
        [some, none] = lab.finished(tracer)
    assert some.captured_bytes("usockaddr") == bytes([2, 0, 0, 0])
    assert none["usockaddr"] is None
    assert (some.passed, some["usockaddr_len"]) == ({"usockaddr_len": [4]}, [16])
