# SPDX-License-Identifier: MIT
"""The names of events' fields, as options have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from traceleft._core import JsonFormatter, TemplateFormatter, event_fields
from traceleft.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from traceleft._core import EventSchema

_ARGUMENTS = "args."


def split_fields(fields: str | Iterable[str]) -> list[str]:
    """The names in the option `json_fields`: with commas between, or a list already."""
    return [name.strip() for name in fields.split(",") if name.strip()] if isinstance(fields, str) else list(fields)


def asks_files(options: Mapping[str, Any], schema: EventSchema) -> bool:
    """Whether outputs' options name what descriptors stand for: `{fd_path}`, `resolved_path`.

    Raises UsageError for a template that is none.
    """
    in_json = set(split_fields(options.get("json_fields", ())))
    in_template = set(TemplateFormatter.names(options.get("template", "")))
    in_template.update([_ARGUMENTS + name for name in in_template])
    return not (
        in_json.isdisjoint(JsonFormatter.file_fields())
        and in_template.isdisjoint(TemplateFormatter.file_fields(schema))
    )


def check_fields(
    names: Iterable[str], schema: EventSchema, option: str, files: Iterable[str], *, bare_arguments: bool = False
) -> None:
    """Raises UsageError for a name that no event has, with those that may have been meant.

    `files` are the names that the formatter has for files. With `bare_arguments`, names are known without "args.", too.
    """
    fields = event_fields(schema)
    known = fields + list(files)
    if bare_arguments:
        known += [name[len(_ARGUMENTS) :] for name in known if name.startswith(_ARGUMENTS)]
    for name in names:
        if name in known:
            continue
        # Compared without the prefix, in which all arguments would be alike.
        bare = {each.removeprefix(_ARGUMENTS): each for each in reversed(known)}
        hint = did_you_mean(
            name.removeprefix(_ARGUMENTS), bare, {} if bare_arguments and name[:5] != _ARGUMENTS else bare
        )
        plain = ", ".join(each for each in fields if not each.startswith(_ARGUMENTS))
        raise UsageError(f"{option}: events have no field {name!r}" + (hint or f"; there are {plain} and args.NAME"))
