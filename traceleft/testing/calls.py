# SPDX-License-Identifier: MIT
"""What a test asks about its calls: the fixture `syscalls`."""

from __future__ import annotations

import contextlib
import fnmatch
import functools
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import SupportsIndex, overload

from traceleft import battery
from traceleft._core import Batch, Event, TextFormatter
from traceleft.errors import TraceleftError, UsageError
from traceleft.operand import split_handlers
from traceleft.testing.watch import Watch

OPENS = frozenset({"open", "openat", "openat2", "creat", "open_by_handle_at"})
_SHOWN = 20


class Calls(Sequence[Event]):
    """Calls in the order in which they ended; true where there are any. str() has them as lines of text, each with the
    Python line that made the call where that is known."""

    def __init__(self, log: Log, indices: Iterable[int]) -> None:
        self._log = log
        self._indices = list(indices)

    @overload
    def __getitem__(self, index: SupportsIndex) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> list[Event]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Event | list[Event]:
        return [self._log.events[each] for each in self._indices][index]

    def __len__(self) -> int:
        return len(self._indices)

    def lines(self) -> list[str]:
        """PID COMM CALL = RESULT, and behind two blanks FILE:LINE in FUNCTION."""
        return [self._log.line(index) for index in self._indices]

    def __str__(self) -> str:
        """The first lines, and how many more there are."""
        shown = [self._log.line(index) for index in self._indices[:_SHOWN]]
        rest = len(self) - len(shown)
        return "\n".join([*shown, f"and {rest} more"] if rest else shown)

    def __repr__(self) -> str:
        counts = Counter(event.syscall for event in self)
        return f"<{type(self).__name__}: {', '.join(f'{n} {name}' for name, n in counts.most_common()) or 'none'}>"


class Log:
    """The calls of a time, and what can be asked about them."""

    def __init__(self, events: Sequence[Event], watch: Watch) -> None:
        self.events = events
        self._watch = watch

    @functools.cached_property
    def _python_lines(self) -> dict[int, str]:
        return self._watch.lines.of(self.events)

    def line(self, index: int) -> str:
        """See Calls.lines()."""
        event = self.events[index]
        objects = [file.raw for file in event.files.values()]
        text = TextFormatter(self._watch.schema).format(Batch([event.raw], self._watch.schema, objects=objects))
        call = text.rstrip("\n").partition(" ")[2]  # without the time
        python = self._python_lines.get(index)
        return f"{call}  {python}" if python else call

    def those(self, holds: Callable[[Event], object]) -> Calls:
        """The calls for which something holds."""
        return Calls(self, (index for index, event in enumerate(self.events) if holds(event)))

    def counts(self) -> list[tuple[str, int, int]]:
        """Syscall, calls and errors, most calls first."""
        calls = Counter(event.syscall for event in self.events)
        errors = Counter(event.syscall for event in self.events if event.error)
        return [(name, count, errors[name]) for name, count in calls.most_common()]


class Syscalls:
    """The calls of a test's function so far: those of this process, of all its threads, and of the children that it
    has started. Each look takes some milliseconds.

    A name of a syscall may be a pattern (`open*`), a class (`%network`) or several with commas between them, as on the
    command line; one that there isn't raises UsageError. Where calls were lost for want of room, each method raises
    TraceleftError: no count would be right.
    """

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    @contextlib.contextmanager
    def log(self) -> Iterator[Log]:
        """The calls so far. What is called inside is none of the test's."""
        with self._watch.look() as events:
            log = Log(events, self._watch)
            if self._watch.lost:
                raise TraceleftError(
                    f"{self._watch.lost} calls were lost, beside {len(events)}, for there was no room for more"
                )
            yield log

    @property
    def events(self) -> Calls:
        """All calls."""
        return self.calls("all")

    def calls(self, name: str) -> Calls:
        """The calls of that name."""
        with self.log() as log:
            if name == "all":  # also those of numbers without a name
                return log.those(lambda event: True)
            names = named(name)
            return log.those(lambda event: event.syscall in names)

    def count(self, name: str = "all") -> int:
        """Their number."""
        return len(self.calls(name))

    def failed(self, error: str | None = None) -> Calls:
        """The calls that failed: with an error such as "ENOENT"; None: with any."""
        with self.log() as log:
            return log.those(lambda event: event.error if error is None else event.error == error)

    def opened(self, path: str | os.PathLike[str]) -> Calls:
        """The calls that opened a file, by the path that the file itself has, or by the name that it was given.

        Args:
            path: relative ones begin at the working directory. A str with `*`, `?` or `[` in it is a pattern for the
                whole path, in which `*` is any characters, also `/`.
        """
        with self.log() as log:
            if isinstance(path, str) and any(mark in path for mark in "*?["):
                return log.those(lambda event: fnmatch.filter(opened_as(event), path))
            wanted = os.path.abspath(path)  # noqa: PTH100 (resolve() follows links)
            return log.those(lambda event: wanted in opened_as(event))

    def connected(self, address: str | None = None, port: int | None = None) -> Calls:
        """The calls of connect that succeeded, or that go on in the background (EINPROGRESS).

        Args:
            address: "127.0.0.1", "::1"; of a unix socket its path. None: any.
            port: None: any.
        """

        def holds(event: Event) -> bool:
            if event.syscall != "connect" or event.error not in (None, "EINPROGRESS"):
                return False
            peer_address, peer_port = _peer(event)
            return address in (None, peer_address) and port in (None, peer_port)

        with self.log() as log:
            return log.those(holds)


def named(name: str) -> frozenset[str]:
    """The syscalls that a name, a pattern or several with commas stand for. Raises UsageError."""
    if not isinstance(name, str):
        raise UsageError(f"a syscall's name is text, not {name!r}")
    return frozenset(each for part in split_handlers(name) for each in battery.matching(part))


def opened_as(event: Event) -> tuple[str, ...]:
    """The paths of a file that a call opened: its own, and the name that it was given; none where it opened none."""
    if event.syscall not in OPENS or event.error:
        return ()
    given = event.args.get("filename", event.args.get("pathname"))
    paths = [event.resolved_path, given and in_directory(event, "dfd", given)]
    return tuple(dict.fromkeys(filter(None, paths)))


def in_directory(event: Event, dfd: str, name: str) -> str:
    """The path of a name that begins at a descriptor's directory, or at the working directory."""
    if not name.startswith("/"):
        directory = (event.file(dfd) if dfd in event.args else None) or event.file("directory")
        name = f"{directory.path if directory else Path.cwd()}/{name}"
    return os.path.normpath(name)


def _peer(event: Event) -> tuple[str | None, int | None]:
    """The address and the port that connect was given."""
    given = event.args.get("uservaddr") or {}
    for address in ("sin_addr", "sin6_addr", "sun_path"):
        if address in given:
            return given[address], given.get("sin_port", given.get("sin6_port"))
    return None, None
