# SPDX-License-Identifier: MIT
"""What lies between the parts of an event is nothing: no byte of another process's events."""

from __future__ import annotations

import itertools
import subprocess
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Victim, edge, string
from traceleft import recording

pytestmark = pytest.mark.any_backend

HEADER, CAPTURE, PIECE = 176, 8, 24
"""Bytes of struct event_header, capture and piece (bpf/include/traceleft/event.h)."""


def gaps(raw: bytes, vectors: set[int]) -> list[bytes]:
    """The bytes behind each capture, and behind each piece of those that are vectors, up to the next word."""
    args, captures = int.from_bytes(raw[92:94], "little"), int.from_bytes(raw[94:96], "little")
    records = HEADER + 8 * args
    at, found = records + CAPTURE * captures, []
    for index in range(captures):
        record = raw[records + CAPTURE * index :][:CAPTURE]
        size, arg = int.from_bytes(record[:4], "little"), int.from_bytes(record[4:6], "little")
        if arg in vectors:
            piece = at
            while piece < at + size:
                length = int.from_bytes(raw[piece + 16 : piece + 20], "little")
                end = piece + PIECE + length
                found.append(raw[end : end + -length % 8])
                piece = end + -length % 8
        found.append(raw[at + size : at + size + -size % 8])
        at += size + -size % 8
    assert at == len(raw)
    return found


@pytest.mark.each_kernel
def test_no_event_carries_what_another_left(backend: str, victim: Victim) -> None:
    """Strings and buffers of every length, behind a buffer that filled the scratch."""
    secret = b"\xa5" * 4000
    with traceleft.Tracer(backend=backend, buffer_limit=4096) as tracer:
        tracer.attach(["write", "openat"], pids=[victim.pid])
        null = victim.call("openat", -100, string("/dev/null"), 1, 0).ret
        for length in range(1, 17):
            victim.call("write", null, edge(secret), len(secret))
            victim.call("openat", -100, string("x" * length), 0, 0)
            victim.call("write", null, edge(secret), len(secret))
            victim.call("write", null, edge(b"y" * length), length)
        events = lab.finished(tracer)
    checked = [gap for event in events for gap in gaps(event.raw, set())]
    assert sum(map(len, checked)) > 100
    assert set(itertools.chain.from_iterable(checked)) == {0}


@pytest.mark.usefixtures("kernel")
@pytest.mark.any_kernel
def test_nor_does_a_recording(tmp_path: Path) -> None:
    """The strings of execve's vectors, of a command that writes first."""
    path = tmp_path / "file"
    script = "printf %4000s | tr ' ' S >/dev/null; /bin/echo a bb ccc dddd eeeee ffffff >/dev/null; /none g hh iii"
    done = subprocess.run(
        [*lab.TRACELEFT, "record", "-s", "4096", "-o", path, "write", "execve", "--", "sh", "-c", script],
        capture_output=True, timeout=lab.TIMEOUT,
    )  # fmt: skip
    assert done.returncode == 127, done.stderr
    with recording.Recording(path) as read:
        events = [event for batch in read.batches() for event in batch]
    executed = [event for event in events if event.syscall == "execve"]
    checked = [gap for event in executed for gap in gaps(event.raw, {1, 2})]
    assert sum(map(len, checked)) > 100
    assert set(itertools.chain.from_iterable(checked)) == {0}
