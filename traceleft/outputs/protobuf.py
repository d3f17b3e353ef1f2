# SPDX-License-Identifier: MIT
"""`protobuf:FILE`: messages of traceleft/proto/traceleft.proto, each behind its length."""

from __future__ import annotations

from traceleft._core import ProtobufEncoder
from traceleft.outputs import Context
from traceleft.outputs.file import EncodedFile, FileSink


class ProtobufOutput(EncodedFile):
    """Writes the stream that protobuf's libraries call length-delimited."""

    def __init__(self, target: str, context: Context) -> None:
        super().__init__(ProtobufEncoder(context.schema), FileSink(target, context.options))
