"""`record:FILE`: the raw events, for `traceleft replay`."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

import traceleft
from traceleft import battery, recording
from traceleft._core import BatchCompressor
from traceleft.errors import TraceleftError
from traceleft.outputs import Context, Output
from traceleft.outputs.file import FileSink

if TYPE_CHECKING:
    from traceleft._core import Batch
    from traceleft.tracer import Stats


class RecordOutput(Output):
    """A recording, as traceleft.recording describes it."""

    def __init__(self, target: str, context: Context) -> None:
        if not context.live:
            raise TraceleftError("a recording that is replayed can't be recorded again: copy the file")
        self._compressor = BatchCompressor()
        self._sink = FileSink(target)
        self._stats: Stats | None = None
        header = {
            "traceleft": traceleft.__version__,
            "layout": recording.LAYOUT,
            "origin": dataclasses.asdict(context.origin),
            "started": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds"),
            "schema": battery.schema_spec(),
        }
        self._sink.write(recording.MAGIC + recording.header_chunk(header))

    def write(self, batch: Batch) -> None:
        self._sink.write(recording.chunk(recording.BATCH, self._compressor.compress(batch)))

    def account(self, stats: Stats) -> None:
        if stats != self._stats:
            self._sink.write(recording.stats_chunk(stats))
        self._stats = stats

    def close(self) -> None:
        try:
            self._sink.write(recording.chunk(recording.END))
        finally:
            self._sink.close()
