# SPDX-License-Identifier: MIT
"""`protobuf:FILE`: messages of traceleft/proto/traceleft.proto, each behind its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traceleft._core import ProtobufEncoder
from traceleft.outputs import Context
from traceleft.outputs.file import FileOutput, FileSink

if TYPE_CHECKING:
    from traceleft._core import Batch


class ProtobufOutput(FileOutput):
    """Writes the stream that protobuf's libraries call length-delimited."""

    def __init__(self, target: str, context: Context) -> None:
        self._encoder = ProtobufEncoder(context.schema)
        super().__init__(FileSink(target, context.options))

    def write(self, batch: Batch) -> None:
        self._sink.write(self._encoder.buffer(batch), len(batch))
