"""What is allocated now: Python's objects by tracemalloc, and what the C++ core and the kernel hold for it."""

from __future__ import annotations

import tracemalloc

from traceleft import _core
from traceleft.introspect.functions import function_at
from traceleft.introspect.profile import Frame, Profile, ValueType

FRAMES = 4
"""Of each allocation's stack, from the leaf. Each one more makes every allocation slower: docs/profiling.md."""

_TYPES = (ValueType("inuse_objects", "count"), ValueType("inuse_space", "bytes"))


def start_tracing() -> bool:
    """Has Python's allocations traced from now on; False: they were already, by somebody else."""
    if tracemalloc.is_tracing():
        return False
    tracemalloc.start(FRAMES)
    return True


def profile() -> Profile:
    """What is in use now. Python's memory is missing where it isn't traced, or was allocated before it was."""
    comments = [] if tracemalloc.is_tracing() else ["Python's allocations are missing: tracemalloc is not tracing"]
    profile = Profile(_TYPES, default="inuse_space", period_type=ValueType("space", "bytes"), comments=comments)
    _add_python(profile)
    for function, description, objects, size in _core.memory():
        profile.add([Frame(function)], (objects, size), {"holds": description})
    return profile


def _add_python(profile: Profile) -> None:
    if not tracemalloc.is_tracing():
        return
    # First what it takes itself, before the snapshot makes it more.
    profile.add([Frame("tracemalloc", tracemalloc.__file__)], (1, tracemalloc.get_tracemalloc_memory()))
    # One for each stack: to look at each allocation by itself would take minutes where there are millions.
    stacks = tracemalloc.take_snapshot().statistics("traceback")
    for each in stacks:
        # A traceback has the leaf last.
        frames = (
            Frame(function_at(frame.filename, frame.lineno), frame.filename, frame.lineno)
            for frame in reversed(each.traceback)
        )
        profile.add(frames, (each.count, each.size))
