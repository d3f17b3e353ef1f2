# SPDX-License-Identifier: MIT
"""`jsonl:FILE`: a JSON object a line, as docs/events.md describes it."""

from __future__ import annotations

from traceleft._core import JsonFormatter
from traceleft.outputs import Context
from traceleft.outputs.fields import check_fields, split_fields
from traceleft.outputs.file import EncodedFile, FileSink


class JsonOutput(EncodedFile):
    """All fields, or those that the option `json_fields` names, with commas between or as a list."""

    def __init__(self, target: str, context: Context) -> None:
        fields = context.options.get("json_fields")
        if fields is not None:
            fields = split_fields(fields)
            check_fields(fields, context.schema, "--json-fields", JsonFormatter.file_fields())
        super().__init__(JsonFormatter(context.schema, fields), FileSink(target, context.options))
