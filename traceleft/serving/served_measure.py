# SPDX-License-Identifier: MIT
"""A measure that a `traceleft serve` makes for us."""

from __future__ import annotations

import json
import threading
import weakref
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from traceleft import _core, arguments, battery, defaults
from traceleft.asking import text_of
from traceleft.errors import ServerError, UsageError
from traceleft.measure import Reading
from traceleft.measure_methods import Scope, processes_of
from traceleft.serving import wire
from traceleft.serving.connection import Connection, names_of, unknown_message
from traceleft.span import Span

if TYPE_CHECKING:
    from traceleft.measure import Part


class ServedMeasure:
    """What a server measures of our processes: read there each time, by a connection of its own.

    Args:
        syscalls, scope: as Measuring has them, but no tracepoints, functions and spans, and no stacks.
        of: the number that is measured; "": calls are only counted.
        buckets: tell apart the buckets of that number.
        options: those of Tracer() that the server allows for a measure: abi.

    Raises what the server refuses: UsageError, ProcessError, ...; ServerError.
    """

    def __init__(
        self,
        syscalls: str | Iterable[str] | Span,
        scope: Scope,
        of: str = "",
        *,
        buckets: bool,
        options: Mapping[str, Any],
    ) -> None:
        if isinstance(syscalls, Span):
            raise UsageError("a server measures no spans, which are of other processes, too: measure as root")
        own, command = processes_of(scope), scope.get("command")
        request = wire.Request(
            handlers=names_of(syscalls),
            processes=bool(own),
            follow_forks=scope.get("follow_forks", False) or command is not None,
            at_exec=scope.get("at_exec", False) or command is not None,
            where=None if scope.get("where") is None else text_of(scope.get("where")),
            options=tuple(options.items()),
            measure=wire.Measured(
                by=tuple(arguments.names("by", scope.get("by", ()))),
                of=of,
                buckets=buckets,
                max_keys=scope.get("max_keys", defaults.MAX_KEYS),
            ),
        )
        if options.get("abi") == "all":
            battery.load_compat_schema()
        self._connection = Connection(request, own or None)
        weakref.finalize(self, self._connection.close)  # it ends when nobody holds it any more
        self._asking = threading.Lock()
        self._owed = 0
        """Answers that are still to come."""
        self._last: Reading | None = None

    @property
    def processes_left(self) -> bool:
        """See Measured.processes_left. Raises ServerError."""
        return self._last is None and json.loads(self._answer(wire.LOOK)) is True

    def look(self) -> None:
        """There is nothing to look for: a server looks into no process for 32-bit programs."""

    def read(self) -> Reading:
        """What the server has measured by now, or had when this was stopped. Raises ServerError."""
        return self._last or _reading(self._answer(wire.READ))

    def stop(self) -> None:
        """Ends the measure. Raises ServerError."""
        if self._last is None:
            self._last = _reading(self._answer(wire.STOP, wire.READ))
            self._connection.close()

    def _answer(self, question: bytes, kind: bytes | None = None) -> bytes:
        message = None
        with self._asking:
            self._connection.send(question)
            self._owed += 1
            while self._owed:  # Ctrl-C may have kept one from taking an earlier answer
                message = self._connection.receive(None)
                self._owed -= 1
        if message is None or message[0] != (kind or question):
            raise unknown_message()
        return message[1]


def encoded(reading: Reading) -> bytes:
    """What a server sends of it. Stacks are not among it."""
    counts = {"uncounted": reading.uncounted, "missed": reading.missed, "compat_calls": reading.compat_calls}
    return json.dumps({"rows": [tuple(row) for row in reading.rows], **counts}).encode()


def _reading(payload: bytes) -> Reading:
    """Raises ServerError."""
    try:
        told = json.loads(payload)
        rows = [_row(tuple(key), numbers) for key, *numbers in told["rows"]]
        return Reading(rows, int(told["uncounted"]), int(told["missed"]), int(told["compat_calls"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise ServerError("what the server has measured makes no sense: install the same version there") from None


def _row(key: tuple[Part, ...], numbers: list[int]) -> _core.MeasureRow:
    return cast("_core.MeasureRow", cast("Any", _core.MeasureRow)((key, *numbers)))
