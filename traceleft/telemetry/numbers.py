# SPDX-License-Identifier: MIT
"""One look at everything that is counted: a tracer's own numbers, and those around it."""

from __future__ import annotations

from dataclasses import dataclass

from traceleft.stats import CompatCaller, Fill, HandlerNumbers, HookNumbers, Stats


@dataclass(frozen=True)
class OutputNumbers:
    """The counts of an output's events."""

    name: str
    written: int
    dropped: int
    queued_bytes: int
    """Bytes of events that wait for it, in its own queue."""
    error: str | None
    """The reason why it failed, if it did."""


@dataclass(frozen=True)
class ProcessNumbers:
    """The resources that traceleft itself takes."""

    cpu_seconds: float
    """The sum over all its threads, in the kernel and outside; the time of handlers is the traced processes'."""
    resident_bytes: int
    threads: int


@dataclass(frozen=True)
class Numbers:
    """One look at everything."""

    time: float
    """The moment, as time.monotonic() has it."""
    stats: Stats
    fill: Fill
    handlers: tuple[HandlerNumbers, ...]
    hooks: tuple[HookNumbers, ...]
    outputs: tuple[OutputNumbers, ...]
    process: ProcessNumbers
    compat_callers: tuple[CompatCaller, ...] = ()
