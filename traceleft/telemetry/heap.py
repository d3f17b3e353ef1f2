# SPDX-License-Identifier: MIT
"""The memory in use now: Python's objects by tracemalloc, and the C++ core's and the kernel's."""

from __future__ import annotations

import tracemalloc

from traceleft import _core
from traceleft.paced import paced
from traceleft.profile import Frame, Profile, ValueType
from traceleft.telemetry.functions import function_at

FRAMES = 4
"""Frames kept of each allocation's stack, from the leaf. Each further one slows every allocation: docs/profiling.md."""

_TYPES = (ValueType("inuse_objects", "count"), ValueType("inuse_space", "bytes"))


def start_tracing() -> bool:
    """Has Python's allocations traced from now on; False: they were already, by somebody else."""
    if tracemalloc.is_tracing():
        return False
    tracemalloc.start(FRAMES)
    return True


def profile() -> Profile:
    """A profile of the memory in use now. Of Python's it has only allocations that were made while they are traced."""
    comments = [] if tracemalloc.is_tracing() else ["Python's allocations are missing: tracemalloc is not tracing"]
    profile = Profile(_TYPES, default="inuse_space", period_type=ValueType("space", "bytes"), comments=comments)
    _add_python(profile)
    for held in _core.memory():
        profile.add([Frame(held.function)], (held.objects, held.bytes), {"holds": held.description})
    return profile


def _add_python(profile: Profile) -> None:
    if not tracemalloc.is_tracing():
        return
    # First its own memory, before the snapshot makes that more.
    profile.add([Frame("tracemalloc", tracemalloc.__file__)], (1, tracemalloc.get_tracemalloc_memory()))
    for stack, (objects, size) in paced(_by_stack().items()):
        frames = (Frame(function_at(file, line), file, line) for file, line in stack)
        profile.add(frames, (objects, size))


def _by_stack() -> dict[tuple[tuple[str, int], ...], list[int]]:
    """Objects and bytes of each stack, the leaf first.

    Snapshot.statistics() makes Python objects of each allocation first: a second of the interpreter's time for 100,000.
    The rows below them are a domain, a size, a stack, and how deep that was (Lib/tracemalloc.py, Trace).
    """
    rows = tracemalloc.take_snapshot().traces._traces  # type: ignore[attr-defined]
    sums: dict[tuple[tuple[str, int], ...], list[int]] = {}
    for row in paced(rows):
        found = sums.get(row[2])
        if found is None:
            sums[row[2]] = [1, row[1]]
        else:
            found[0] += 1
            found[1] += row[1]
    return sums
