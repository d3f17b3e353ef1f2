# SPDX-License-Identifier: MIT
"""Files of whole records, and the older files that they leave behind when a new one is begun."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from traceleft.errors import UsageError
from traceleft.outputs import EncodedOutput, Output, describe
from traceleft.private_file import Directory, Place, open_output

if TYPE_CHECKING:
    from traceleft._core import BatchEncoder

_PARTS = 4
"""A file is no larger than this part of --max-size, unless told otherwise."""
OPTIONS = {
    "rotate_bytes": "--rotate-size",
    "rotate_seconds": "--rotate-seconds",
    "max_bytes": "--max-size",
    "output_mode": "--output-mode",
}
"""Options that are for files only, by their names in Context.options."""


@dataclass(frozen=True)
class Limits:
    """When a new file is begun, and how much there may be in all."""

    file_bytes: int | None
    file_seconds: float | None
    all_bytes: int | None

    @classmethod
    def from_options(cls, options: Mapping[str, Any]) -> Limits:
        """Raises UsageError."""
        every, seconds, whole = (options.get(name) for name in ("rotate_bytes", "rotate_seconds", "max_bytes"))
        if whole and every and every > whole // 2:
            raise UsageError(
                "--rotate-size can be half of --max-size at most: the oldest file goes when a new one begins"
            )
        return cls(every or (whole // _PARTS if whole else None), seconds, whole)


@dataclass(frozen=True)
class _Written:
    directory: Directory
    name: str
    inode: tuple[int, int]
    size: int
    events: int


class WrittenFiles:
    """The finished files of one output, of which the oldest go when there is too much.

    Args:
        limit: bytes of all files on the disk; None: they are left to themselves.
    """

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._files: deque[_Written] = deque()
        self._size = 0
        self._removed = 0
        self._removed_events = 0

    def add(self, directory: Directory, name: str, events: int) -> None:
        """One that is finished. Raises OSError."""
        found = directory.status(name)
        if self._limit is not None and found is not None:
            self._files.append(_Written(directory, name, _inode(found), found.st_size, events))
            self._size += found.st_size

    def make_room(self, size: int) -> None:
        """Removes the oldest until so many bytes find room beside the others. Raises OSError."""
        while self._limit is not None and self._files and self._size + size > self._limit:
            oldest = self._files.popleft()
            self._size -= oldest.size
            found = oldest.directory.status(oldest.name)
            if found is None or _inode(found) != oldest.inode:
                continue  # somebody has moved it away: it isn't ours to count any more
            oldest.directory.remove(oldest.name)
            self._removed += 1
            self._removed_events += oldest.events

    def summary(self) -> str:
        """A sentence about the removed files; "": none was removed."""
        if not self._removed:
            return ""
        return f"{self._removed} older files removed (--max-size), with {self._removed_events} events"


class FileSink:
    """A file, or standard output for "-".

    Where a new file is to be begun, the old one is renamed to FILE.000001, FILE.000002 and so on, behind the last that
    is there; it keeps that name. The limit of its size is for what stands behind its head, and a file of nothing but
    what write() was given at once may be larger.

    A failure there is an OSError that names the file, BrokenPipeError for a closed pipe. If a regular file has no room
    for whole records, it is cut back to the last whole one.

    Args:
        target: the file.
        options: as Context.options has them.
        head: what each file begins with.
        tail: what each file ends with; is told whether it is the last.

    Raises OSError and UnsafePathError where the file can't be opened, UsageError for options that are for regular files
    where it is none.
    """

    def __init__(
        self,
        target: str,
        options: Mapping[str, Any],
        *,
        head: Callable[[], bytes] = bytes,
        tail: Callable[[bool], bytes] = lambda last: b"",
    ) -> None:
        self._name = describe(target)
        self._limits = Limits.from_options(options)
        self._head = head
        self._tail = tail
        self._mode: int | None = options.get("output_mode")
        self._place: Place | None = None
        self._older = WrittenFiles(self._limits.all_bytes)
        self._number = 0
        self._size = 0
        self._head_size = 0
        self._events = 0
        self._since: float | None = None
        """When the first events were written; None: there are none."""
        if target == "-":
            _require_stdout()
            sys.stdout.flush()
            self._fd = os.dup(sys.stdout.fileno())
        else:
            self._fd, self._place = open_output(target, self._mode)
        try:
            if self._place is None:
                self._refuse(options)
            elif self._limits.file_bytes or self._limits.file_seconds:
                self._number = _last_number(self._place)
            self._put_head()
        except BaseException:
            self._release()
            raise

    def write(self, records: bytes | memoryview, events: int) -> None:
        """Writes whole records, of so many events, to the kernel."""
        every = self._limits.file_bytes
        if every and self._size > self._head_size and self._size - self._head_size + len(records) > every:
            self._begin_anew()
        self._put(records)
        self._events += events
        if self._since is None:
            self._since = time.monotonic()

    def add(self, records: bytes) -> None:
        """Writes records that are no events; no new file is begun for them."""
        self._put(records)

    def flush(self) -> None:
        """Begins a new file when it is time. To be called about once a second."""
        every, seconds = self._limits.file_bytes, self._limits.file_seconds
        full = every and self._size - self._head_size >= every  # of records that are no events
        if full or (seconds and self._since is not None and time.monotonic() - self._since >= seconds):
            self._begin_anew()

    def summary(self) -> str:
        """A sentence about the removed files; "": none was removed."""
        return self._older.summary()

    def close(self) -> None:
        """Closes it. Raises OSError for a failure that the kernel tells only now."""
        try:
            if self._fd >= 0:
                self._put(self._tail(True))
        finally:
            self._release()

    def _put(self, records: bytes | memoryview) -> None:
        self._older.make_room(self._size + len(records))
        left = memoryview(records)
        try:
            while left:
                left = left[os.write(self._fd, left) :]
        except BaseException as error:  # a signal's handler may have raised it
            if self._place:
                os.ftruncate(self._fd, self._size)
                os.lseek(self._fd, self._size, os.SEEK_SET)
            if isinstance(error, OSError):
                raise OSError(error.errno, error.strerror, self._name) from None
            raise
        self._size += len(records)

    def _put_head(self) -> None:
        self._put(self._head())
        self._head_size = self._size

    def _begin_anew(self) -> None:
        """Gives the file its number, and opens a new one in its place."""
        assert self._place
        directory, name = self._place
        self._put(self._tail(False))
        events, self._events, self._since = self._events, 0, None
        try:
            self._set_aside(directory, name, events)
            self._fd = directory.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, self._mode)
        except OSError as error:
            # After --user, say, it may be another user's directory.
            words = f"a new file can't be begun in {directory.path or '.'}: {error.strerror}"
            raise OSError(error.errno, words, self._name) from None
        self._size = 0
        try:
            self._put_head()
        except OSError:
            with contextlib.suppress(OSError):
                directory.remove(name)
            self._release()
            raise

    def _set_aside(self, directory: Directory, name: str, events: int) -> None:
        written = os.fstat(self._fd)
        fd, self._fd = self._fd, -1
        os.close(fd)
        found = directory.status(name)
        if found is None:
            return  # somebody has moved it away
        if _inode(found) != _inode(written):
            raise OSError(0, "another file has taken its name")
        self._number += 1
        while directory.status(_numbered(name, self._number)):
            self._number += 1
        directory.rename(name, _numbered(name, self._number))
        self._older.add(directory, _numbered(name, self._number), events)

    def _refuse(self, options: Mapping[str, Any]) -> None:
        given = next((option for name, option in OPTIONS.items() if options.get(name) is not None), None)
        if given:
            raise UsageError(f"{given} is for files, and {self._name} is no regular file")

    def _release(self) -> None:
        place, self._place = self._place, None
        if place:
            place.directory.close()
        fd, self._fd = self._fd, -1
        if fd >= 0:
            try:
                os.close(fd)
            except OSError as error:
                raise OSError(error.errno, error.strerror, self._name) from None


class FileOutput(Output):
    """An output that writes its records into such files."""

    def __init__(self, sink: FileSink) -> None:
        self._sink = sink

    def flush(self) -> None:
        self._sink.flush()

    def close(self) -> None:
        self._sink.close()

    def summary(self) -> str:
        return self._sink.summary()


class EncodedFile(FileOutput, EncodedOutput):
    """One that writes what an encoder makes of batches."""

    def __init__(self, encoder: BatchEncoder, sink: FileSink) -> None:
        super().__init__(sink)
        self.encoder = encoder

    def put(self, encoded: memoryview, events: int) -> None:
        self._sink.write(encoded, events)


def _numbered(name: str, number: int) -> str:
    """In this form they sort as they were written."""
    return f"{name}.{number:06}"


def _last_number(place: Place) -> int:
    """The highest that a file beside it has."""
    form = re.compile(re.escape(place.name) + r"\.(\d{6,9})")
    return max((int(match[1]) for match in map(form.fullmatch, place.directory.names()) if match), default=0)


def _inode(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def _require_stdout() -> None:
    """Raises OSError where it was closed, before anything is traced for it."""
    closed = sys.stdout is None
    if closed or fcntl.fcntl(sys.stdout.fileno(), fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
        raise OSError(errno.EBADF, "it is closed, or can't be written to", "standard output")
