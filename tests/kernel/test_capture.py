# SPDX-License-Identifier: MIT
"""What is captured of the memory behind a pointer, at every length and for every pointer that isn't one; durations."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import MASK_64, UNMAPPED, Victim, edge, space, string

if TYPE_CHECKING:
    from tests.support.victims import Call

    Traced = tuple[Call, traceleft.Event]
    """A call, and its event."""


AT_FDCWD = -100
PATH_LIMIT = 4096
"""As bpf/include/traceleft/event.h has it: PATH_MAX."""

KERNEL_ADDRESS = 0xFFFF_FFFF_8100_0000 - 2**64
"""Where the kernel's text is, or was before it was randomized."""
NON_CANONICAL = 0x1234_5678_9ABC_DEF0
"""No address at all: the upper 16 bits of one are copies of bit 47."""
POINTERS_TO_NOTHING = {
    "null": 0,
    "unmapped": UNMAPPED,
    "kernel": KERNEL_ADDRESS,
    "non_canonical": NON_CANONICAL,
    "minus_one": -1,
}


def traced_call(tracer: traceleft.Tracer, victim: Victim, name: str, *args: int | dict) -> Traced:
    tracer.attach(name, pids=[victim.pid])
    call = victim.call(name, *args)
    [event] = lab.finished(tracer)
    assert (event.syscall, event.ret) == (name, call.ret)
    return call, event


@pytest.fixture
def open_path(backend: str, victim: Victim) -> Callable[[int | dict], Traced]:
    """openat of a path, any pointer, under a tracer."""

    def open_it(path: int | dict) -> Traced:
        with traceleft.Tracer(backend=backend) as tracer:
            call, event = traced_call(tracer, victim, "openat", AT_FDCWD, path, os.O_RDONLY, 0)
        assert event.raw_args["filename"] == call.registers[1]
        return call, event

    return open_it


@pytest.fixture(scope="module")
def victim() -> Iterator[Victim]:
    """One for all of these tests: each call has its own memory, and each tracer follows it anew."""
    with Victim() as process:
        yield process


def path_of(size: int) -> bytes:
    """The root directory's path, in that many bytes."""
    return (b"/." * size)[:size]


@pytest.mark.any_backend
@pytest.mark.parametrize("size", [0, 1, PATH_LIMIT - 1, PATH_LIMIT])
def test_paths_up_to_the_limit_are_whole(open_path: Callable[..., Traced], size: int) -> None:
    call, event = open_path(string(path_of(size)))
    assert event["filename"] == path_of(size).decode()
    assert event.capture_status("filename") == "ok"
    # The kernel's own limit is 4096 bytes with the NUL, and an empty path names nothing.
    assert call.error == {0: "ENOENT", PATH_LIMIT: "ENAMETOOLONG"}.get(size)


@pytest.mark.any_backend
def test_a_path_above_the_limit_is_cut_off(open_path: Callable[..., Traced]) -> None:
    for size in (PATH_LIMIT + 1, PATH_LIMIT + 2, 5000):
        call, event = open_path(string(path_of(size)))
        assert call.error == "ENAMETOOLONG"
        assert event["filename"] == path_of(PATH_LIMIT).decode()
        assert event.capture_status("filename") == "truncated"


@pytest.mark.each_kernel
@pytest.mark.any_backend
@pytest.mark.parametrize("pointer", POINTERS_TO_NOTHING.values(), ids=POINTERS_TO_NOTHING)
def test_a_string_that_is_not_there(open_path: Callable[..., Traced], pointer: int | dict) -> None:
    call, event = open_path(pointer)
    assert call.error == "EFAULT"
    assert event["filename"] is None
    assert event.capture_status("filename") == "fault"
    if isinstance(pointer, int):
        assert event.raw_args["filename"] == pointer & MASK_64


@pytest.mark.each_kernel
@pytest.mark.any_backend
@pytest.mark.parametrize("size", [1, 100, 4095, 4096])
def test_a_string_that_ends_where_nothing_is_mapped(open_path: Callable[..., Traced], size: int) -> None:
    """The NUL is the last byte of the last page."""
    content = path_of(size - 1)
    call, event = open_path(edge(content + b"\0"))
    assert call.error == (None if content else "ENOENT")
    assert event["filename"] == content.decode()
    assert event.capture_status("filename") == "ok"


@pytest.mark.each_kernel
@pytest.mark.any_backend
@pytest.mark.parametrize("size", [1, 100, 4095])
def test_a_string_that_runs_into_nothing(open_path: Callable[..., Traced], size: int) -> None:
    """No NUL before the end of the last page: the kernel can't read it, and no half of it is passed off as a path."""
    call, event = open_path(edge(path_of(size)))
    assert call.error == "EFAULT"
    assert event["filename"] is None
    assert event.capture_status("filename") == "fault"


@pytest.mark.any_backend
def test_strings_of_any_bytes(open_path: Callable[..., Traced]) -> None:
    content = bytes(range(1, 256))
    _, event = open_path(string(content))
    assert os.fsencode(event["filename"]) == content


@pytest.mark.any_backend
@pytest.mark.parametrize("limit", [0, 1, 32, 4096, 32768])
def test_buffers_about_the_limit(backend: str, victim: Victim, tmp_path: Path, limit: int) -> None:
    """read and write of as many bytes as the limit, one less and one more."""
    content = bytes(i * 7 % 251 for i in range(limit + 2))
    path = tmp_path / "file"
    path.write_bytes(content)
    sizes = sorted({0, 1, max(limit - 1, 0), limit, limit + 1})
    readable = [victim.call("open", string(path), os.O_RDONLY, 0).ret for _ in sizes]
    writable = victim.call("open", string("/dev/null"), os.O_WRONLY, 0).ret
    with traceleft.Tracer(backend=backend, buffer_limit=limit) as tracer:
        tracer.attach("read", pids=[victim.pid])
        tracer.attach("write", pids=[victim.pid])
        calls = []
        for fd, size in zip(readable, sizes):
            calls.append((size, victim.call("read", fd, space(size), size)))
            calls.append((size, victim.call("write", writable, string(content[:size]), size)))
        events = lab.finished(tracer)
    assert len(events) == len(calls)
    for event, (size, call) in zip(events, calls):
        assert event.ret == call.ret == size
        assert event["buf"] == content[: min(size, limit)]
        assert event.capture_status("buf") == ("truncated" if size > limit else "ok")
        assert event.raw_args["buf"] == call.registers[1]


@pytest.mark.each_kernel
@pytest.mark.any_backend
def test_a_read_captures_what_was_read_and_no_more(backend: str, victim: Victim, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"short")
    fd = victim.call("open", string(path), os.O_RDONLY, 0).ret
    with traceleft.Tracer(backend=backend) as tracer:
        _, event = traced_call(tracer, victim, "read", fd, space(1000), 1000)
    assert (event.ret, event["buf"], event["count"]) == (5, b"short", 1000)


@pytest.mark.any_backend
def test_a_buffer_above_the_highest_limit_is_refused(backend: str, victim: Victim) -> None:
    tracer = traceleft.Tracer(backend=backend, buffer_limit=32769)
    with tracer, pytest.raises(traceleft.UsageError, match="32768"):
        tracer.attach("read", pids=[victim.pid])


@pytest.mark.each_kernel
@pytest.mark.any_backend
@pytest.mark.parametrize("pointer", POINTERS_TO_NOTHING.values(), ids=POINTERS_TO_NOTHING)
def test_a_write_from_a_buffer_that_is_not_there(
    backend: str, victim: Victim, tmp_path: Path, pointer: int | dict
) -> None:
    fd = victim.call("open", string(tmp_path / "new"), os.O_WRONLY | os.O_CREAT, 0o600).ret
    with traceleft.Tracer(backend=backend) as tracer:
        call, event = traced_call(tracer, victim, "write", fd, pointer, 10)
    assert call.error == "EFAULT"
    assert event["buf"] is None
    assert event.capture_status("buf") == "fault"
    assert event.raw_args == {"fd": fd, "buf": call.registers[1], "count": 10}


@pytest.mark.any_backend
def test_a_write_to_no_file_is_captured(backend: str, victim: Victim) -> None:
    """What it would have written is known, whatever the call's result."""
    with traceleft.Tracer(backend=backend) as tracer:
        call, event = traced_call(tracer, victim, "write", -1, string("for nobody"), 10)
    assert call.error == event.error == "EBADF"
    assert event.args == {"fd": -1, "buf": b"for nobody", "count": 10}
    assert event.raw_args["fd"] == MASK_64


@pytest.mark.each_kernel
@pytest.mark.any_backend
def test_a_write_of_more_than_there_is(backend: str, victim: Victim) -> None:
    """The limit's bytes can be read though the whole buffer can't."""
    content = bytes(range(100))
    with traceleft.Tracer(backend=backend, buffer_limit=100) as tracer:
        call, event = traced_call(tracer, victim, "write", -1, edge(content), 2**40)
    assert event["buf"] == content
    assert event.capture_status("buf") == "truncated"
    assert event["count"] == 2**40
    assert event.raw_args["buf"] == call.registers[1]


@pytest.mark.each_kernel
def test_the_duration_of_a_call_that_blocks(backend: str, victim: Victim, tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    fd = victim.call("open", string(fifo), os.O_RDWR, 0).ret
    writer = os.open(fifo, os.O_WRONLY)
    with traceleft.Tracer(backend=backend, durations=True) as tracer:
        tracer.attach("read", pids=[victim.pid])
        victim.begin("read", fd, space(1), 1)
        lab.wait_until(lambda: lab.is_in_syscall(victim.pid, "read"), "the victim blocks in read")
        blocked = time.monotonic_ns()
        select.select([], [], [], 0.05)  # the time to be measured; nothing is waited for
        released = time.monotonic_ns()
        os.write(writer, b"x")
        call = victim.finish("read")
        [event] = lab.finished(tracer)
    os.close(writer)
    assert event["buf"] == b"x"
    assert released - blocked <= event.duration <= call.after - call.before
    assert call.before <= event.timestamp - event.duration <= blocked


@pytest.mark.each_kernel
def test_durations_of_each_call(backend: str, victim: Victim) -> None:
    """Each call's own: no entry is taken for another's."""
    with traceleft.Tracer(backend=backend, durations=True) as tracer:
        tracer.attach("close", pids=[victim.pid])
        tracer.attach("chmod", pids=[victim.pid])
        calls = [victim.call(name, -1, 0) for name in ("close", "chmod") * 20]
        events = lab.finished(tracer)
    assert [event.syscall for event in events] == [call.name for call in calls]
    for event, call in zip(events, calls):
        assert 0 < event.duration <= call.after - call.before
        assert call.before <= event.timestamp - event.duration
        assert event.is_entry is False


@pytest.mark.each_kernel
def test_no_duration_unless_asked_for(backend: str, victim: Victim) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        _, event = traced_call(tracer, victim, "close", -1)
    assert event.duration is None
