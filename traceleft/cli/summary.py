# SPDX-License-Identifier: MIT
"""The summary of a trace at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traceleft.stats import Stats


def larger_room(stats: Stats) -> str:
    """The option that would have kept what was lost."""
    return f"--buffer {-(-stats.buffer_needed >> 20)}M" if stats.buffer_needed else "a larger --ring-size"


def summary_of(stats: Stats, sample: int = 0) -> str:
    """A trace's end in one line: how many events, and all that it lacks. `sample`: it has one of so many calls."""
    line = f"{stats.received} events, {stats.lost} lost, {stats.elapsed:.3f} s"
    if stats.lost:
        cpus = (
            f"cpu{cpu} {reason} {count}" for cpu, lost in stats.lost_by_cpu.items() for reason, count in lost.items()
        )
        line += f" (lost: {', '.join(cpus)}; {larger_room(stats)} helps)"
    if stats.lost_by_process:
        from traceleft.telemetry.text import most_lost

        line += "; most of process " + ", ".join(f"{pid} ({lost})" for pid, lost in most_lost(stats))
    if stats.compat_calls:
        line += f"; {stats.compat_calls} 32-bit calls, which were not decoded"
    if stats.skipped_runs:
        line += f"; the kernel skipped {stats.skipped_runs} calls (another program was running on their CPU)"
    if stats.probe_misses:
        line += f"; up to {stats.probe_misses} calls missed by kprobes (a larger --maxactive helps)"
    if sample:
        line += f"; a sample of one call in {sample}"
    if stats.declined:
        line += f"; {stats.declined} declined"
    if stats.rate_limited:
        line += f"; {stats.rate_limited} calls left out by the rate limit"
    if stats.repeated:
        line += f"; {stats.repeated} calls left out, for their keys had their first events"
    if stats.unkeyed:
        line += f"; {stats.unkeyed} events of keys for which there was no room: they may be repeated"
    if stats.untold:
        line += f"; {stats.untold} files or processes untold: the ring had no room (a larger --ring-size helps)"
    if stats.unfollowed:
        line += f"; {stats.unfollowed} children not followed: too many processes"
    return line
