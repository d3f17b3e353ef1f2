# SPDX-License-Identifier: MIT
"""The handlers of 32-bit programs' calls, beside those of the native calls that these serve in place of."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from traceleft import _core, battery
from traceleft.elf import is_32bit
from traceleft.errors import TraceleftError


@dataclass
class _Beside:
    """The programs beside others, which the handler table knows by their number."""

    native: int
    load: Callable[[], _core.SlotPrograms | None]
    id: int = 0
    """The number of these; 0: they are not in place."""


class CompatHandlers:
    """Loads them when a program needs them: a second object, and the meaning of its events.

    Args:
        dispatcher, table: those that it attaches them by.
        abi: as Tracer has it.
    """

    def __init__(self, dispatcher: _core.Dispatcher, table: _core.HandlerTable, abi: str) -> None:
        self._dispatcher, self._table = dispatcher, table
        self.waits = abi == "auto" and bool(battery.compat_calls())
        """They are not needed yet."""
        self.enabled = False
        """They are in place, or will be with the next attachment."""
        self.failure: str | None = None
        """Why they could not be loaded when they were needed: as another user a process can load nothing."""
        self._beside: list[_Beside] = []
        self._lock = threading.Lock()
        if abi == "all" and battery.compat_calls():
            self.enable()

    def enable(self) -> None:
        """Loads them, and puts them beside all that is attached. Raises as Tracer.attach() does."""
        with self._lock:
            if self.enabled:
                return
            battery.load_compat_schema()
            self.enabled, self.waits = True, False
            for each in self._beside:
                self._place(each)

    def look(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        """Enables them where one of these files is a 32-bit program."""
        if self.waits and any(map(is_32bit, paths)):
            self.enable()

    def look_at_every_process(self) -> None:
        """Enables them where any process runs a 32-bit program."""
        if self.waits:
            self.look(process / "exe" for process in Path("/proc").iterdir() if process.name.isdigit())

    def look_at_callers(self) -> None:
        """Enables them where a traced process has made such a call. What has been attached goes on if that fails."""
        if not self.waits or not any(each.calls > each.x32_calls for each in self._dispatcher.compat_callers()):
            return
        try:
            self.enable()
        except (TraceleftError, OSError) as error:
            self.enabled, self.failure = False, str(error)

    def accompany(self, native: int, load: Callable[[], _core.SlotPrograms | None]) -> None:
        """Puts the programs that `load` returns, if any, beside those that the table attached by that number: now, or
        when they are enabled."""
        beside = _Beside(native, load)
        with self._lock:
            self._beside.append(beside)
            if self.enabled:
                self._place(beside)

    def detach(self, native: int, pids: list[int], syscalls: Iterable[str]) -> None:
        """As HandlerTable.detach() does with what is beside those of that number."""
        names = list(syscalls)
        serving = [f"{name}{battery.COMPAT_SUFFIX}" for name in battery.serving(names)]
        with self._lock:
            for each in self._beside:
                if each.native == native and each.id and (serving or not names):
                    self._table.detach(each.id, pids=pids, syscalls=serving)

    def _place(self, each: _Beside) -> None:
        programs = each.load()
        if programs:
            each.id = self._table.accompany(each.native, programs)
