# SPDX-License-Identifier: MIT
"""What `traceleft top` measures only while somebody looks at it: errors by their names, and files."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from traceleft import battery
from traceleft.errors import UsageError
from traceleft.measure import Count
from traceleft.tracer import Tracer
from traceleft.uses import File, Uses

_CALLS_OF_FILES = ("%desc", "%file")


@dataclass(frozen=True)
class Scope:
    """The calls that tables are about: all, or those of a syscall, of a process, or of both."""

    syscall: str | None = None
    process: tuple[int, str] | None = None
    """pid and comm"""

    def has(self, syscall: str, pid: int, comm: str) -> bool:
        """Whether a call is one of them."""
        return self.syscall in (None, syscall) and self.process in (None, (pid, comm))

    def __str__(self) -> str:
        of_process = "process {} {}".format(*self.process) if self.process else ""
        return " of ".join(filter(None, (self.syscall, of_process)))


class Details:
    """Measures errors or files, one of them at a time, from begin() on.

    Args:
        tracer: whose calls they are of.
        pids: the processes that it is for, with their children; none: all.
    """

    def __init__(self, tracer: Tracer, pids: Sequence[int] = ()) -> None:
        self._tracer = tracer
        self._pids = pids
        self._of: tuple[str, Scope] | None = None
        self._errors: Count | None = None
        self._files: _Files | None = None

    def begin(self, table: str, scope: Scope) -> None:
        """Measures what a table shows of a scope, and nothing else any more. Raises as Tracer.attach() does."""
        if self._of == (table, scope):
            return
        self.end()
        if table not in ("errors", "files"):
            return
        if scope.process and not scope.process[0]:
            raise UsageError(f"processes that have ended make no {table}: select one that is there")
        pids = [scope.process[0]] if scope.process else list(self._pids) or None
        follow_forks = pids is not None and not scope.process
        names = self._names(scope.syscall)
        if table == "errors":
            self._errors = self._tracer.count(
                names, by=("syscall", "error"), where="ret < 0", pids=pids, follow_forks=follow_forks
            )
        else:
            self._files = _Files(self._tracer.backend, names, pids, follow_forks)
        self._of = table, scope

    def _names(self, syscall: str | None) -> list[str]:
        """The calls with handlers, of one name or of all."""
        if syscall is not None:
            return [syscall]
        traced = {handler.syscall for handler in self._tracer.handlers()}
        return [name for name in battery.syscalls() if name in traced]

    def errors(self) -> dict[tuple[str, str], int]:
        """By syscall and error."""
        if self._errors is None:
            return {}
        return {cast("tuple[str, str]", key): number for key, number in self._errors.items()}

    def files(self) -> Sequence[File]:
        """Most bytes first."""
        return self._files.rows() if self._files else ()

    @property
    def lost(self) -> int:
        """Events of the files that found no room."""
        return self._files.lost if self._files else 0

    def end(self) -> None:
        """Measures nothing."""
        if self._errors is not None:
            self._errors.stop()
        if self._files:
            self._files.stop()
        self._of = self._errors = self._files = None


class _Files:
    """What is done with files from now on."""

    def __init__(self, backend: str, names: list[str], pids: list[int] | None, follow_forks: bool) -> None:
        known = {name for each in _CALLS_OF_FILES for name in battery.matching(each)}
        chosen = [name for name in names if name in known]
        if not chosen:
            raise UsageError(f"{', '.join(names[:3])} takes no file: select another call, or a process")
        self._uses = Uses(battery.schema())
        self._lock = threading.Lock()
        self._tracer = Tracer(backend=backend, files=True, durations=True, buffer_limit=0)
        try:
            here = set(self._tracer.traceable())
            self._tracer.attach([name for name in chosen if name in here], pids=pids, follow_forks=follow_forks)
        except BaseException:
            self._tracer.stop()
            raise
        self._thread = threading.Thread(target=self._read, name="traceleft files", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while True:
            over = self._tracer.stopped
            batch = self._tracer.read(1.0)
            if batch is not None:
                with self._lock:
                    self._uses.add(batch)
            elif over:
                return

    def rows(self) -> Sequence[File]:
        with self._lock:
            return self._uses.files()

    @property
    def lost(self) -> int:
        return sum(self._tracer.losses().values())

    def stop(self) -> None:
        self._tracer.stop()
        self._thread.join()
