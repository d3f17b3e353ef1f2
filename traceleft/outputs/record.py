# SPDX-License-Identifier: MIT
"""`record:FILE`: the raw events, for `traceleft replay`."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from traceleft import __version__, recording
from traceleft._core import BatchCompressor
from traceleft.errors import TraceleftError
from traceleft.outputs import Context
from traceleft.outputs.file import EncodedFile, FileSink, Limits

if TYPE_CHECKING:
    from traceleft.stats import Stats


_FRAME_BYTES = 256 * 1024
"""A frame for each few events is half as large again, and takes twice as long to read."""


class RecordOutput(EncodedFile):
    """A recording, as traceleft.recording describes it. Of several files, each is one."""

    def __init__(self, target: str, context: Context) -> None:
        if not context.live:
            raise TraceleftError("a recording that is replayed can't be recorded again: copy the file")
        self._origin = context.origin
        self._stats: Stats | None = None
        self._accounted = False
        """Whether this file has any stats: the last that is begun may come when they are final already."""
        self._events = 0
        """Events in this file."""
        self._earlier: dict[str, Any] = {}
        """The part of the stats that the files before it have."""
        file_bytes = Limits.from_options(context.options).file_bytes
        # Frames stay whole, and files near their limit.
        self.batch_bytes = min(_FRAME_BYTES, file_bytes // 4) if file_bytes else _FRAME_BYTES
        super().__init__(BatchCompressor(), FileSink(target, context.options, head=self._head, tail=self._tail))

    def put(self, encoded: memoryview, events: int) -> None:
        super().put(memoryview(recording.chunk(recording.BATCH, encoded)), events)
        self._events += events

    def account(self, stats: Stats) -> None:
        if stats != self._stats or not self._accounted:
            self._sink.add(recording.stats_chunk(_less(dataclasses.asdict(stats), self._earlier)))
        self._stats, self._accounted = stats, True

    def _head(self) -> bytes:
        return recording.head(__version__, self._origin)

    def _tail(self, last: bool) -> bytes:
        if last:
            return recording.chunk(recording.END)
        # The stats are up to a second old, and of events that are still to come: these are counted here.
        known = dataclasses.asdict(self._stats) if self._stats else {}
        part = _less(known, self._earlier)
        counts = {"received": self._events, "handled": self._events + part.get("lost", 0)}
        self._earlier = {**known, **{name: self._earlier.get(name, 0) + count for name, count in counts.items()}}
        self._events, self._accounted = 0, False
        return recording.stats_chunk({**part, **counts}) + recording.chunk(recording.END)


def _less(counts: dict[Any, Any], earlier: dict[Any, Any]) -> dict[Any, Any]:
    """Counts since then, in tables as well: only what isn't 0 is in these."""

    def less(now: Any, before: Any) -> Any:
        if isinstance(now, dict):
            found = {key: less(value, (before or {}).get(key)) for key, value in now.items()}
            return {key: value for key, value in found.items() if value}
        return now if isinstance(now, str) else now - (before or 0)

    return {name: less(count, earlier.get(name)) for name, count in counts.items()}
