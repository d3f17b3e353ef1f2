# SPDX-License-Identifier: MIT
"""`text:FILE`: a line an event, as traceleft shows it or by a template of the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traceleft._core import TemplateFormatter, TextFormatter
from traceleft.outputs import Context
from traceleft.outputs.fields import check_fields
from traceleft.outputs.file import EncodedFile, FileSink

if TYPE_CHECKING:
    from traceleft._core import EventSchema


class TextOutput(EncodedFile):
    """Lines as `traceleft trace` prints them, or as the option `template` has them."""

    def __init__(self, target: str, context: Context) -> None:
        template = context.options.get("template")
        formatter = TextFormatter(context.schema) if template is None else template_formatter(context.schema, template)
        super().__init__(formatter, FileSink(target, context.options))


def template_formatter(schema: EventSchema, template: str) -> TemplateFormatter:
    """For a template as docs/events.md describes it. Raises UsageError, which suggests a name."""
    files = TemplateFormatter.file_fields(schema)
    check_fields(TemplateFormatter.names(template), schema, "--template", files, bare_arguments=True)
    return TemplateFormatter(schema, template)
