# SPDX-License-Identifier: MIT
"""What a Parquet file says of itself: the counts of its trace's events, and the machine that they come from."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass

from traceleft.errors import TraceleftError
from traceleft.origin import Origin
from traceleft.printable import printable
from traceleft.recording import stats_of
from traceleft.stats import Stats

KEY = b"traceleft"
"""The key in the file's metadata under which they are, as JSON."""


@dataclass(frozen=True)
class Facts:
    """What is known of a file's events."""

    stats: Stats | None
    """The counts so far when the file was written; None: not known."""
    origin: Origin | None
    trace: str = ""
    """Of files with the same one, other than "", the last one's counts are those of all."""
    syscall: str = ""
    """That of all its events, where there is no column `syscall`, but a directory's name."""

    def metadata(self) -> dict[bytes, bytes]:
        """As Arrow's schemas take it."""
        return {KEY: json.dumps(dataclasses.asdict(self)).encode()}


def facts_of(path: str, metadata: bytes | None) -> Facts:
    """Those of a file. Raises TraceleftError for what makes no sense.

    Args:
        path: the file's, for the error.
        metadata: what it has under KEY; None: nothing.
    """
    try:
        known = json.loads(metadata) if metadata else {}
        stats, origin = known.get("stats"), known.get("origin")
        trace, syscall = known.get("trace", ""), known.get("syscall", "")
        if not isinstance(trace, str) or not isinstance(syscall, str):
            raise TypeError("trace or syscall is no text")
        return Facts(stats and stats_of(stats), origin and _origin_of(origin), trace, syscall)
    except (ValueError, TypeError, AttributeError) as error:
        raise TraceleftError(f"{printable(path)}: its metadata makes no sense ({printable(str(error))})") from None


def lost_and_handled(files: Iterable[Facts]) -> tuple[int, int] | None:
    """The lost events of several files, and all that handlers built; None where no file knows."""
    by_trace: dict[object, Stats] = {}
    for number, facts in enumerate(files):
        if facts.stats is None:
            continue
        key = facts.trace or number
        if key not in by_trace or by_trace[key].handled < facts.stats.handled:
            by_trace[key] = facts.stats
    if not by_trace:
        return None
    return sum(each.lost for each in by_trace.values()), sum(each.handled for each in by_trace.values())


def _origin_of(known: dict[str, object]) -> Origin:
    origin = Origin(**known)  # type: ignore[arg-type]
    if not all(isinstance(value, str) for value in dataclasses.astuple(origin)):
        raise TypeError("the origin is no text")
    return origin
