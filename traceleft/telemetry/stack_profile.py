# SPDX-License-Identifier: MIT
"""Counts of stacks in pprof's format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from traceleft.stacks import Stack
from traceleft.telemetry.profile import Frame, Profile, ValueType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traceleft.measure import Count


def stack_profile(count: Count, counts: Mapping[Any, int] | None = None) -> Profile:
    """What was counted as a profile: a sample for each key, whose other parts are labels. Of these counts instead."""
    events = ValueType("events", "count")
    profile = Profile([events], default="events", period_type=events)
    for key, calls in (count.snapshot() if counts is None else counts).items():
        named = count.named(key)
        # The kernel's is called from user space.
        stacks = [part for name in ("kstack", "ustack") if isinstance(part := named.get(name), Stack)]
        frames = [Frame(each.function, each.file, each.line) for stack in stacks for each in stack.frames]
        labels = {name: part for name, part in named.items() if part is not None and not isinstance(part, Stack)}
        profile.add(frames, [calls], labels)
    return profile
