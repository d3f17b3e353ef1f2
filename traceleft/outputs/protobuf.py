"""`protobuf:FILE`: messages of traceleft/proto/traceleft.proto, each behind its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traceleft._core import ProtobufEncoder
from traceleft.outputs import Context, Output
from traceleft.outputs.file import FileSink

if TYPE_CHECKING:
    from traceleft._core import Batch


class ProtobufOutput(Output):
    """What protobuf's libraries call a length-delimited stream."""

    def __init__(self, target: str, context: Context) -> None:
        self._encoder = ProtobufEncoder(context.schema)
        self._sink = FileSink(target, context.options)

    def write(self, batch: Batch) -> None:
        self._sink.write(self._encoder.encode(batch), len(batch))

    def flush(self) -> None:
        self._sink.flush()

    def close(self) -> None:
        self._sink.close()

    def summary(self) -> str:
        return self._sink.summary()
