# SPDX-License-Identifier: MIT
"""Events in pickles. What they mean is not in there: a pickle refers to the schema of this very version."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from pickle import PicklingError

from traceleft import _core, battery
from traceleft.errors import TraceleftError


def event(
    raw: bytes, key: tuple[str, bool], realtime_offset: int, utc_offset: int, files: Sequence[bytes]
) -> _core.Event:
    """The event that was pickled. Raises TraceleftError where another version of traceleft did it."""
    fingerprint, compat = key
    if fingerprint != _fingerprint():
        raise TraceleftError(
            "the event was pickled by another version of traceleft: keep events for longer in a recording (record:FILE)"
        )
    if compat:
        battery.load_compat_schema()
    return _core.Batch([raw], battery.schema(), realtime_offset, utc_offset, files)[0]


def key_of(schema: _core.EventSchema) -> tuple[str, bool]:
    """How a pickle refers to a schema. Raises PicklingError for another than this version's."""
    if schema is not battery.schema():
        raise PicklingError("an event of another version's recording can't be pickled: pickle what is needed of it")
    return _fingerprint(), schema.has_compat


@functools.cache
def _fingerprint() -> str:
    return hashlib.sha256((battery.data_directory() / "schema.json").read_bytes()).hexdigest()
