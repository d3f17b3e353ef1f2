# SPDX-License-Identifier: MIT
"""The handlers of 32-bit programs' calls, beside those of the native calls that these serve in place of."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from traceleft import _core, battery
from traceleft.attachment import Attachment
from traceleft.elf import is_32bit
from traceleft.errors import TraceleftError


@dataclass
class _Beside:
    """The handler beside an attachment."""

    attachment: Attachment
    syscalls: tuple[str, ...]
    buffer_limit: int
    asking: _core.Asking | None
    id: int = 0
    """The handler table's; 0: it is not in place."""


def counted_calls(dispatcher: _core.Dispatcher, file: battery.HandlerFile, program_id: int) -> _core.CountedCalls:
    """What counts the calls of shipped handlers, native ones or those of 32-bit programs, in their place."""
    suffix = battery.COMPAT_SUFFIX if file.path == battery.compat_file() else ""
    return _core.CountedCalls(
        os.fsencode(file.path),
        dispatcher,
        program_id=program_id,
        syscalls=[f"{name}{suffix}" for name in file.syscalls],
    )


class CompatHandlers:
    """Loads them when a program needs them: a second object, and the meaning of its events.

    Args:
        dispatcher, table: those that it attaches them by.
        abi, events: as Tracer has them.
    """

    def __init__(
        self, dispatcher: _core.Dispatcher, table: _core.HandlerTable, abi: str, *, events: bool = True
    ) -> None:
        self._dispatcher, self._table, self._events = dispatcher, table, events
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

    def accompany(
        self, attachment: Attachment, syscalls: tuple[str, ...], *, buffer_limit: int, asking: _core.Asking | None
    ) -> None:
        """Puts those of these calls beside an attachment, now or when they are enabled, with the same question."""
        if not syscalls:
            return
        beside = _Beside(attachment, syscalls, buffer_limit, asking)
        with self._lock:
            self._beside.append(beside)
            if self.enabled:
                self._place(beside)

    def detach(self, attachment: Attachment, pids: list[int], syscalls: Iterable[str]) -> None:
        """As HandlerTable.detach() does with what is beside the attachment."""
        names = list(syscalls)
        serving = [f"{name}{battery.COMPAT_SUFFIX}" for name in battery.serving(names)]
        with self._lock:
            for each in self._beside:
                if each.attachment is attachment and each.id and (serving or not names):
                    self._table.detach(each.id, pids=pids, syscalls=serving)

    def _place(self, each: _Beside) -> None:
        handler: _core.SlotPrograms
        if self._events:
            handler = _core.Handler(
                os.fsencode(battery.compat_file()),
                self._dispatcher,
                program_id=each.attachment.program_id,
                buffer_limit=each.buffer_limit,
                syscalls=each.syscalls,
                asking=each.asking,
            )
        else:
            file = battery.HandlerFile(battery.compat_file(), each.syscalls)
            handler = counted_calls(self._dispatcher, file, each.attachment.program_id)
        each.id = self._table.accompany(each.attachment._id, handler)
