# SPDX-License-Identifier: MIT
"""Calls that have not returned, among the events of a trace."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traceleft._core import Batch
    from traceleft.tracer import Tracer

IDLE_SECONDS = 1.0
"""The time without an event after which it is looked for calls that hang."""


class Unfinished:
    """Looks when the trace begins, once whenever no event has come for a second, and when it ends."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._due: float | None = 0.0
        self._known: set[object] = set()
        """The calls of the last look."""

    def tick(self, events: bool) -> Batch | None:
        """To be called often, and after all events that have come. Gives the calls that were not yet shown."""
        now = time.monotonic()
        if events:
            self._due = now + IDLE_SECONDS
        if self._due is None or now < self._due:
            return None
        self._due = None
        return self._look(self._known)

    def end(self) -> Batch | None:
        """All of them once more; to be called before the tracer is stopped."""
        return self._look(set())

    def _look(self, shown: set[object]) -> Batch | None:
        from traceleft import _core, battery

        batch, keys = self._tracer.look_at_unfinished()
        self._known = set(keys)
        new = [event.raw for event, key in zip(batch, keys) if key not in shown]
        if not new:
            return None
        return _core.Batch(new, battery.schema(), batch.realtime_offset, batch.utc_offset)
