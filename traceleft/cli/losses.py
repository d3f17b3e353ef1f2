# SPDX-License-Identifier: MIT
"""A warning of lost events while the trace still goes on, so that something can be done about it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from traceleft.cli.summary import larger_room
from traceleft.printable import say

if TYPE_CHECKING:
    from traceleft.tracer import Tracer

_PERIOD = 1.0
"""Seconds between two looks."""


class Losses:
    """Says once that events are being lost; the summary has their number."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._due = time.monotonic() + _PERIOD
        self._said = False

    def tick(self) -> None:
        """To be called often: looks once a second."""
        if self._said or time.monotonic() < self._due:
            return
        self._due = time.monotonic() + _PERIOD
        lost = self._tracer.losses()
        if lost:
            self._said = True
            stats = self._tracer.stats()
            reasons = ", ".join(f"{reason} {count}" for reason, count in lost.items())
            say(
                f"events are being lost: {sum(lost.values())} of {stats.handled} so far ({reasons}); "
                f"trace fewer calls, choose a cheaper output (record) or {larger_room(stats)}"
            )
