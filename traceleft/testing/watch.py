# SPDX-License-Identifier: MIT
"""The calls of this process, its threads and its children, from a moment on."""

from __future__ import annotations

import contextlib
import itertools
import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from traceleft import _core, battery
from traceleft.errors import TraceleftError
from traceleft.recording import Recording
from traceleft.testing.python_lines import PythonLines

_PATIENCE = 0.5
"""Seconds after which a mark that was not seen is made again: its event may have been lost."""
_TRIES = 40
_MUCH = 32 << 10
"""Bytes in the pipe, of 64 KiB, behind which still more may wait."""
_FIRST_MARK = 0x7AC3_1EF7_0000_0000
"""The offset of the first mark. Nobody else seeks there."""


class Watch:
    """Traces this process by another one (see sidecar), until close().

    A mark is a call that fails: lseek(-1, N). Events come in the order in which they were made, so that once a mark is
    seen, all that was called before it is here. What this class calls itself is left out.

    Raises TraceleftError where tracing isn't possible, in one line.
    """

    def __init__(self) -> None:
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._marks = itertools.count(_FIRST_MARK)
        battery.schema_spec()  # now, for to read it later would be a call of the test's
        self._tracing = subprocess.Popen(
            [sys.executable, "-m", "traceleft.testing.sidecar", str(self._pid)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the tests
        )
        assert self._tracing.stdout
        self._pipe = _Pipe(self._tracing.stdout.fileno())
        try:
            self._recording = Recording("the tracer", cast("BinaryIO", self._pipe))
        except TraceleftError:
            raise TraceleftError(self._why_it_ended()) from None
        self._batches = self._recording.batches()
        self.schema = self._recording.schema
        self.lines = PythonLines()
        """Which Python line made a call."""
        self._events: list[_core.Event] = []
        self._looks: list[_Look] = []
        """The last ones, of which events may still come: two looks with a begin() between them."""
        self._ended = ""
        """Why there is nothing more to read."""
        self._lost_before = 0
        self._begin = 0
        """ns, CLOCK_MONOTONIC"""

    def begin(self) -> None:
        """Forgets all calls so far."""
        with self._looking():
            waiting = self._pipe.tell()
            while self._pipe.readable_within(0):
                self._took(self._next(), set())
                if self._pipe.tell() - waiting > _MUCH:
                    self._receive()
                    break
            self._events.clear()
            self._lost_before = self._recording.stats.lost
            self.lines.begin()
            self._begin = time.monotonic_ns()

    @property
    def lost(self) -> int:
        """Calls since begin() of which there is no event, for there was no room; as the last look found it."""
        return self._recording.stats.lost - self._lost_before

    @contextlib.contextmanager
    def look(self) -> Iterator[list[_core.Event]]:
        """The calls since begin(), in the order in which they ended; of other threads and of children there may be some
        that go on meanwhile. What is called inside is left out."""
        with self._looking():
            self._receive()
            yield list(self._events)

    @contextlib.contextmanager
    def _looking(self) -> Iterator[None]:
        """Leaves out what this thread calls inside."""
        begin = time.monotonic_ns()  # first of all: what follows are calls
        if os.getpid() != self._pid:
            raise TraceleftError(f"syscalls are watched for process {self._pid}, of which this one is a fork")
        if self._ended:
            raise TraceleftError(self._ended)
        with self._lock:
            look = _Look(threading.get_native_id(), begin)
            self._looks = [*self._looks[-2:], look]
            try:
                yield
            finally:
                look.end = time.monotonic_ns()

    def _receive(self) -> None:
        """Takes in all events of calls that were made until now."""
        marks: set[int] = set()
        for _ in range(_TRIES):
            mark = next(self._marks)
            marks.add(mark)
            with contextlib.suppress(OSError):
                os.lseek(-1, mark, os.SEEK_SET)
            again = time.monotonic() + _PATIENCE  # whatever comes until then: to wait for events makes some
            while (left := again - time.monotonic()) > 0:
                if self._pipe.readable_within(left) and self._took(self._next(), marks):
                    return
        raise TraceleftError(f"the tracer has shown none of {_TRIES} calls that this process made for it to see")

    def _next(self) -> _core.Batch:
        batch = next(self._batches, None)
        if batch is None:
            self._ended = self._why_it_ended()
            raise TraceleftError(self._ended)
        return batch

    def _took(self, batch: _core.Batch, marks: set[int]) -> bool:
        """Adds a batch's events; whether a mark was among them. What comes behind it is no call made until now, but
        stays for the next look."""
        seen = False
        lookers = {look.thread for look in self._looks}
        for event in batch:
            if event.tid in lookers:
                if event.syscall == "lseek" and event.args["offset"] in marks:
                    seen = True
                    continue
                if any(look.has(event) for look in self._looks):
                    continue
            if event.timestamp >= self._begin:
                self._events.append(event)
        return seen

    def _why_it_ended(self) -> str:
        said = self._tracing.communicate()[1].decode(errors="replace").splitlines()
        return said[-1] if said else f"the tracer has ended with status {self._tracing.returncode}"

    def close(self) -> None:
        """Ends tracing."""
        if os.getpid() == self._pid and not self._ended:
            self._ended = "tracing has ended"
            self.lines.end()
            self._tracing.terminate()
            self._tracing.communicate()


@dataclass
class _Look:
    """A time in which it was the watch that called."""

    thread: int
    begin: int
    """ns, CLOCK_MONOTONIC, as `end`."""
    end: int = sys.maxsize

    def has(self, event: _core.Event) -> bool:
        return event.tid == self.thread and self.begin <= event.timestamp <= self.end


class _Pipe:
    """The read end of a pipe, as Recording reads it: nothing waits in a buffer, so that poll() tells all."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._poll = select.poll()
        self._poll.register(fd, select.POLLIN)
        self._read = 0

    def readable_within(self, seconds: float) -> bool:
        """Whether there is something to read by then, be it the end."""
        return bool(self._poll.poll(seconds * 1000))

    def read(self, size: int) -> bytes:
        """So many bytes, fewer at the end."""
        parts: list[bytes] = []
        left = size
        while left and (part := os.read(self._fd, left)):
            parts.append(part)
            left -= len(part)
        self._read += size - left
        return b"".join(parts)

    def tell(self) -> int:
        """Bytes read so far."""
        return self._read

    def close(self) -> None:
        """The Popen that it belongs to closes it."""
