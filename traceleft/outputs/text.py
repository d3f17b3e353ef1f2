"""`text:FILE`: a line an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traceleft._core import TextFormatter
from traceleft.outputs import Context, Output
from traceleft.outputs.file import FileSink

if TYPE_CHECKING:
    from traceleft._core import Batch


class TextOutput(Output):
    """Lines as `traceleft trace` prints them. ASCII."""

    def __init__(self, target: str, context: Context) -> None:
        self._formatter = TextFormatter(context.schema)
        self._sink = FileSink(target)

    def write(self, batch: Batch) -> None:
        self._sink.write(self._formatter.format(batch).encode("ascii"))

    def close(self) -> None:
        self._sink.close()
