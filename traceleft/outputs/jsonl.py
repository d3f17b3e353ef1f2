# SPDX-License-Identifier: MIT
"""`jsonl:FILE`: a JSON object a line, as docs/events.md describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traceleft._core import JsonFormatter
from traceleft.outputs import Context
from traceleft.outputs.fields import check_fields, split_fields
from traceleft.outputs.file import FileOutput, FileSink

if TYPE_CHECKING:
    from traceleft._core import Batch


class JsonOutput(FileOutput):
    """All fields, or those that the option `json_fields` names, with commas between or as a list."""

    def __init__(self, target: str, context: Context) -> None:
        fields = context.options.get("json_fields")
        if fields is not None:
            fields = split_fields(fields)
            check_fields(fields, context.schema, "--json-fields", JsonFormatter.file_fields())
        self._formatter = JsonFormatter(context.schema, fields)
        super().__init__(FileSink(target, context.options))

    def write(self, batch: Batch) -> None:
        self._sink.write(self._formatter.buffer(batch), len(batch))
