# SPDX-License-Identifier: MIT
"""Memory that a call reads and then writes over: the event has it as it was passed, and as it was left."""

from __future__ import annotations

import errno
import os
import signal
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import traceleft
from tests.support import lab
from tests.support.raw_events import show
from tests.support.victims import Call, Victim, again, cold, memory, space, string

CLOCK_MONOTONIC = 1
ITIMER_REAL = 0
RLIMIT_CORE = 4
AF_UNIX, SOCK_STREAM, SOCK_DGRAM = 1, 1, 2
SOL_SOCKET, SO_TYPE = 1, 3
F_GETLK, F_WRLCK, F_UNLCK = 5, 1, 2
SIGCHLD_BIT = 1 << (signal.SIGCHLD - 1)
UFFDIO_API = 0xC018AA3F
UFFD_API = 0xAA
CAPABILITY_VERSION_3 = 0x20080522  # include/uapi/linux/capability.h
MEMORY_LIMIT = 1024
"""Bytes kept of what is passed: ENTERED_MORE in bpf/include."""


@dataclass
class Shown:
    """What an event of `call` must have: the arguments by name. `left` is compared as far as it is given."""

    call: Call
    passed: dict[str, Any] = field(default_factory=dict)
    left: dict[str, Any] = field(default_factory=dict)


def u32s(*values: int) -> dict:
    return memory(struct.pack(f"{len(values)}I", *values))


def u64s(*values: int) -> dict:
    return memory(struct.pack(f"{len(values)}Q", *values))


def words(call: Call, argument: int, form: str = "Q") -> list[int]:
    """The numbers behind an argument as the call left them, says the process itself."""
    content = call.memory[argument]
    assert content is not None
    return list(struct.unpack(f"{len(content) // struct.calcsize(form)}{form}", content))


def _timeval(seconds: int, fraction: int, unit: str) -> dict[str, int]:
    return {"tv_sec": seconds, f"tv_{unit}": fraction}


def _select(victim: Victim, directory: Path) -> Shown:
    call = victim.call("select", 0, 0, 0, 0, u64s(0, 20_000))
    return Shown(call, {"tvp": _timeval(0, 20_000, "usec")}, {"tvp": _timeval(0, 0, "usec")})


def _select_of_files(victim: Victim, directory: Path) -> Shown:
    """Only one of two is ready: the set is written over too."""
    pipe = victim.call("pipe", space(8))
    reader, writer = words(pipe, 0, "I")
    both = 1 << reader | 1 << writer
    call = victim.call("select", writer + 1, u64s(both), u64s(both), 0, u64s(5, 0))
    assert call.ret == 1
    return Shown(
        call,
        {"inp": [both], "outp": [both], "tvp": _timeval(5, 0, "usec")},
        {"inp": [0], "outp": [1 << writer], "tvp": _timeval(*words(call, 4), "usec")},
    )


def _pselect6(victim: Victim, directory: Path) -> Shown:
    call = victim.call("pselect6", 0, 0, 0, 0, u64s(0, 30_000_000), 0)
    return Shown(call, {"tsp": _timeval(0, 30_000_000, "nsec")}, {"tsp": _timeval(0, 0, "nsec")})


def _ppoll(victim: Victim, directory: Path) -> Shown:
    call = victim.call("ppoll", 0, 0, u64s(0, 10_000_000), 0, 8)
    return Shown(call, {"tsp": _timeval(0, 10_000_000, "nsec")}, {"tsp": _timeval(0, 0, "nsec")})


def _sendfile(victim: Victim, directory: Path) -> Shown:
    file, out = (victim.call("open", string(str(directory / name)), os.O_RDWR, 0).ret for name in ("file", "out"))
    call = victim.call("sendfile", out, file, u64s(5), 10)
    return Shown(call, {"offset": [5]}, {"offset": [15]})


def _copy_file_range(victim: Victim, directory: Path) -> Shown:
    file, out = (victim.call("open", string(str(directory / name)), os.O_RDWR, 0).ret for name in ("file", "out"))
    call = victim.call("copy_file_range", file, u64s(1), out, u64s(3), 7, 0)
    return Shown(call, {"off_in": [1], "off_out": [3]}, {"off_in": [8], "off_out": [10]})


def _splice(victim: Victim, directory: Path) -> Shown:
    file = victim.call("open", string(str(directory / "file")), os.O_RDONLY, 0).ret
    _, writer = words(victim.call("pipe", space(8)), 0, "I")
    call = victim.call("splice", file, u64s(2), writer, 0, 4, 0)
    return Shown(call, {"off_in": [2]}, {"off_in": [6]})


def _getsockname(victim: Victim, directory: Path) -> Shown:
    """The room that was passed is shorter than the name: what lies behind it was never the kernel's."""
    socket = victim.call("socket", AF_UNIX, SOCK_STREAM, 0).ret
    path = os.fsencode(directory / "a-name")
    victim.call("bind", socket, memory(struct.pack("H", AF_UNIX) + path + b"\0"), 2 + len(path) + 1)
    call = victim.call("getsockname", socket, space(128), u32s(6))
    return Shown(
        call,
        {"usockaddr_len": [6]},
        {"usockaddr_len": [2 + len(path) + 1], "usockaddr": {"sun_family": AF_UNIX, "sun_path": path[:4].decode()}},
    )


def _accept(victim: Victim, directory: Path) -> Shown:
    address = memory(struct.pack("H", AF_UNIX) + b"\0traceleft")
    server, client = (victim.call("socket", AF_UNIX, SOCK_STREAM, 0).ret for _ in range(2))
    victim.call("bind", server, address, 12)
    victim.call("listen", server, 1)
    victim.call("connect", client, address, 12)
    call = victim.call("accept4", server, space(110), u32s(110), 0)
    return Shown(call, {"upeer_addrlen": [110]}, {"upeer_addrlen": [2]})


def _recvfrom(victim: Victim, directory: Path) -> Shown:
    """A socket without a name leaves no address."""
    pair = victim.call("socketpair", AF_UNIX, SOCK_DGRAM, 0, space(8))
    one, other = words(pair, 3, "I")
    victim.call("sendto", one, string("hi"), 2, 0, 0, 0)
    call = victim.call("recvfrom", other, space(8), 8, 0, space(128), u32s(128))
    return Shown(call, {"addr_len": [128]}, {"addr_len": [0], "addr": None, "ubuf": b"hi"})


def _getsockopt(victim: Victim, directory: Path) -> Shown:
    socket = victim.call("socket", AF_UNIX, SOCK_DGRAM, 0).ret
    call = victim.call("getsockopt", socket, SOL_SOCKET, SO_TYPE, space(100), u32s(100))
    return Shown(call, {"optlen": [100]}, {"optlen": [4]})


def _getlk(victim: Victim, directory: Path) -> Shown:
    file = victim.call("open", string(str(directory / "file")), os.O_RDWR, 0).ret
    lock = struct.pack("hhxxxxqqixxxx", F_WRLCK, 0, 7, 9, 0)
    call = victim.call("fcntl", file, F_GETLK, memory(lock))
    wanted = {"l_type": F_WRLCK, "l_whence": 0, "l_start": 7, "l_len": 9, "l_pid": 0}
    return Shown(call, {"arg": wanted}, {"arg": {**wanted, "l_type": F_UNLCK}})


def _recvmmsg(victim: Victim, directory: Path) -> Shown:
    one, other = words(victim.call("socketpair", AF_UNIX, SOCK_DGRAM, 0, space(8)), 3, "I")
    victim.call("sendto", one, string("hi"), 2, 0, 0, 0)
    call = victim.call("recvmmsg", other, space(64), 1, 0, u64s(5, 0))
    return Shown(call, {"timeout": _timeval(5, 0, "nsec")}, {"timeout": _timeval(*words(call, 4), "nsec")})


def _iowr(victim: Victim, directory: Path) -> Shown:
    """A command of which only the macro tells the size."""
    file = victim.call("userfaultfd", os.O_CLOEXEC).ret
    call = victim.call("ioctl", file, UFFDIO_API, u64s(UFFD_API, 0, 0))
    api, features, ioctls = words(call, 2)
    return Shown(
        call,
        {"arg": {"api": UFFD_API, "features": 0, "ioctls": 0}},
        {"arg": {"api": api, "features": features, "ioctls": ioctls}},
    )


def _unknown_iowr(victim: Victim, directory: Path) -> Shown:
    command = 3 << 30 | 12 << 16 | ord("~") << 8 | 7
    call = victim.call("ioctl", 0, command, memory(b"as it passed"))
    assert call.ret == -errno.ENOTTY
    return Shown(call, {"arg": b"as it passed"}, {"arg": b"as it passed"})


def _capget(victim: Victim, directory: Path) -> Shown:
    call = victim.call("capget", u32s(1, 0), 0)
    return Shown(
        call,
        {"header": {"version": 1, "pid": 0}},
        {"header": {"version": CAPABILITY_VERSION_3, "pid": 0}},
    )


def _name_to_handle(victim: Victim, directory: Path) -> Shown:
    """It fails, and says how much room it wants."""
    call = victim.call("name_to_handle_at", -100, string(str(directory)), u32s(0, 0), space(8), 0)
    assert call.ret == -errno.EOVERFLOW
    [bytes_, _] = words(call, 2, "I")
    assert bytes_ > 0
    return Shown(call, {"handle": {"handle_bytes": 0}}, {"handle": {"handle_bytes": bytes_}})


def _adjtimex(victim: Victim, directory: Path) -> Shown:
    call = victim.call("adjtimex", memory(bytes(208)))
    return Shown(call, {"txc_p": {"modes": 0, "tick": 0}}, {"txc_p": {"modes": 0, "tick": 10_000}})


def _sigprocmask(victim: Victim, directory: Path) -> Shown:
    """One memory for the new value and for the old one."""
    call = victim.call("rt_sigprocmask", signal.SIG_BLOCK, u64s(SIGCHLD_BIT), again(1), 8)
    return Shown(call, {}, {"nset": [SIGCHLD_BIT], "oset": [0]})


def _sigaction(victim: Victim, directory: Path) -> Shown:
    call = victim.call("rt_sigaction", signal.SIGUSR1, u64s(1, 0x4000000, 0x1234, 0), again(1), 8)
    return Shown(call, {}, {"act": {"sa_handler": 1}, "oact": {"sa_handler": 0}})


def _prlimit64(victim: Victim, directory: Path) -> Shown:
    old = victim.call("prlimit64", 0, RLIMIT_CORE, 0, space(16))
    call = victim.call("prlimit64", 0, RLIMIT_CORE, u64s(0, words(old, 3)[1]), again(2))
    was = dict(zip(("rlim_cur", "rlim_max"), words(call, 2)))
    return Shown(call, {}, {"new_rlim": {**was, "rlim_cur": 0}, "old_rlim": was})


def _setitimer(victim: Victim, directory: Path) -> Shown:
    call = victim.call("setitimer", ITIMER_REAL, u64s(0, 0, 3600, 0), again(1))
    victim.call("setitimer", ITIMER_REAL, u64s(0, 0, 0, 0), 0)
    new, old = ({"it_value": {"tv_sec": seconds, "tv_usec": 0}} for seconds in (3600, 0))
    return Shown(call, {}, {"value": new, "ovalue": old})


def _timerfd(victim: Victim, directory: Path) -> Shown:
    timer = victim.call("timerfd_create", CLOCK_MONOTONIC, 0).ret
    call = victim.call("timerfd_settime", timer, 0, u64s(0, 0, 3600, 0), again(2))
    new, old = ({"it_value": {"tv_sec": seconds, "tv_nsec": 0}} for seconds in (3600, 0))
    return Shown(call, {}, {"utmr": new, "otmr": old})


def _sigaltstack(victim: Victim, directory: Path) -> Shown:
    call = victim.call("sigaltstack", u64s(0, 2, 0), again(0))
    assert call.ret == 0
    return Shown(call, {}, {"uss": {"ss_flags": 2}, "uoss": {"ss_flags": 2}})


def _nanosleep(victim: Victim, directory: Path) -> Shown:
    """It isn't interrupted, and writes nothing."""
    call = victim.call("nanosleep", u64s(0, 1000), again(0))
    return Shown(call, {}, {"rqtp": _timeval(0, 1000, "nsec"), "rmtp": None})


CALLS: list[Callable[[Victim, Path], Shown]] = [
    *(_select, _select_of_files, _pselect6, _ppoll, _sendfile, _copy_file_range, _splice),
    *(_getsockname, _accept, _recvfrom, _getsockopt, _recvmmsg),
    *(_getlk, _iowr, _unknown_iowr, _capget, _name_to_handle, _adjtimex),
    *(_sigprocmask, _sigaction, _prlimit64, _setitimer, _timerfd, _sigaltstack, _nanosleep),
]
"""A row each. Others that were looked at: getpeername and accept are as getsockname and accept4 (one meaning, by the
argument's type and name); lsm_get_self_attr, clock_adjtime, F_OFD_GETLK, FITRIM, FIBMAP, SIOCGIFCONF and io_uring's
limits have the same action; the kernel leaves the fields alone that it reads of pollfd, bpf_attr and ifreq."""


SYSCALLS = [
    *("select", "pselect6", "ppoll", "sendfile", "copy_file_range", "splice", "getsockname", "accept4", "recvfrom"),
    *("getsockopt", "recvmmsg", "fcntl", "ioctl", "capget", "name_to_handle_at", "adjtimex", "rt_sigprocmask"),
    *("rt_sigaction", "prlimit64", "setitimer", "timerfd_settime", "sigaltstack", "nanosleep"),
]


def covers(value: object, given: object) -> bool:
    """Whether all that is given of a struct is in the value; other values are compared whole."""
    if isinstance(given, dict) and isinstance(value, dict):
        return all(key in value and covers(value[key], each) for key, each in given.items())
    return value == given


@pytest.fixture(scope="module")
def made(backend: str, tmp_path_factory: pytest.TempPathFactory) -> dict[Callable, tuple[Shown, list[traceleft.Event]]]:
    """What each row must have, and the events that came while it was made."""
    directory = tmp_path_factory.mktemp("files")
    (directory / "file").write_bytes(b"0123456789" * 4)
    (directory / "out").touch()
    with traceleft.Tracer(backend=backend) as tracer, Victim() as victim:
        tracer.attach(SYSCALLS, pids=[victim.pid])
        rows = {make: make(victim, directory) for make in CALLS}
        events = lab.finished(tracer)
    return {
        make: (row, [event for event in events if row.call.before < event.timestamp <= row.call.after])
        for make, row in rows.items()
    }


@pytest.mark.parametrize("make", CALLS, ids=lambda make: make.__name__.strip("_"))
def test_passed_and_left(made: dict, make: Callable) -> None:
    shown, [event] = made[make]
    assert shown.call.ret >= 0 or make in (_unknown_iowr, _name_to_handle), shown.call
    assert event.syscall == shown.call.name
    assert covers(event.passed, shown.passed), event.passed
    assert set(event.passed) == set(shown.passed)
    left = {argument: event.args[argument] for argument in shown.left}
    assert covers(left, shown.left), left
    assert {event.capture_status(argument) for argument in shown.left} <= {"ok", "none"}


def test_a_page_that_is_not_there_when_the_call_is_entered(backend: str, victim: Victim) -> None:
    """What was passed is unknown, and said to be; what is left is read when the call returns."""
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("select", pids=[victim.pid])
        tracer.attach("nanosleep", pids=[victim.pid])
        victim.call("select", 0, 0, 0, 0, cold(struct.pack("QQ", 0, 10)))
        victim.call("nanosleep", cold(struct.pack("QQ", 0, 10)), 0)
        select, sleep = lab.finished(tracer)
    assert (select.passed, select["tvp"]) == ({"tvp": None}, {"tv_sec": 0, "tv_usec": 0})
    assert (sleep.capture_status("rqtp"), sleep["rqtp"]) == ("late", {"tv_sec": 0, "tv_nsec": 10})


def test_what_is_longer_than_the_room_is_cut(backend: str, victim: Victim) -> None:
    """Of sets of files only the first bytes are kept as they were passed."""
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("select", pids=[victim.pid])
        victim.call("select", 16 * MEMORY_LIMIT, memory(bytes(2 * MEMORY_LIMIT)), 0, 0, memory(bytes(16)))
        [event] = lab.finished(tracer)
    assert event.passed["inp"] == [0] * (MEMORY_LIMIT // 8)
    assert event["inp"] == [0] * (2 * MEMORY_LIMIT // 8)
    assert "inp=[" + "0, " * 128 + "...] => [" in show(event.raw)
