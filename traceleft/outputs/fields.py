# SPDX-License-Identifier: MIT
"""The names of events' fields, as options have them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from traceleft._core import event_fields
from traceleft.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from traceleft._core import EventSchema

_ARGUMENTS = "args."


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
