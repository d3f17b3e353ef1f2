# SPDX-License-Identifier: MIT
"""A table of calls as the kernel might have it, and no kernel."""

from __future__ import annotations

from traceleft import _core, battery
from traceleft.telemetry import Calls
from traceleft.telemetry.calls import counts


class FixedTable:
    """Counts the calls of these events, as the kernel counts calls."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, int, str], _core.CallCounts] = {}

    def add(self, *events: bytes) -> None:
        for event in _core.Batch(events, battery.schema()):
            key = event.syscall, event.pid, event.comm
            row = self._rows.get(key) or counts(*key, 0, 0, 0, 0, (0,) * _core.CALL_BUCKETS)
            timed = event.duration is not None
            ns = event.duration or 0
            buckets = list(row.buckets)
            if timed:
                buckets[min((ns // 1000).bit_length(), _core.CALL_BUCKETS - 1)] += 1
            errors = row.errors + (event.error is not None)
            self._rows[key] = counts(*key, row.calls + 1, errors, row.timed + timed, row.ns + ns, tuple(buckets))

    def calls(self) -> list[_core.CallCounts]:
        return list(self._rows.values())

    @property
    def keys(self) -> int:
        return len(self._rows)

    def take(self, pids: set[int]) -> list[_core.CallCounts]:
        return [self._rows.pop(key) for key in list(self._rows) if key[1] in pids]


class FixedCalls(Calls):
    """Those of such a table, which is looked at each time."""

    def __init__(self, *events: bytes, most_keys: int = 10_000, limit: int = 10_000, idle: float = 300.0) -> None:
        self._fixed = FixedTable()
        super().__init__(self._fixed, most_keys=most_keys, limit=limit, idle=idle)
        self.add(*events)

    def add(self, *events: bytes) -> None:
        """More calls."""
        self._fixed.add(*events)

    def tick(self) -> None:
        self._look_again = 0.0  # at once
        super().tick()
