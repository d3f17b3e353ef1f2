"""One look at everything that is counted: a tracer's own numbers, and those around it."""

from __future__ import annotations

from dataclasses import dataclass

from traceleft.stats import CompatCaller, Fill, HandlerNumbers, HookNumbers, Stats


@dataclass(frozen=True)
class OutputNumbers:
    """What became of an output's events."""

    name: str
    written: int
    dropped: int
    queued_bytes: int
    """Bytes of events that wait for it, in its own queue."""
    error: str | None
    """Why it failed, if it did."""


@dataclass(frozen=True)
class ProcessNumbers:
    """What traceleft itself takes."""

    cpu_seconds: float
    """Of all its threads, in the kernel and outside; what handlers take is other processes'."""
    resident_bytes: int
    threads: int


@dataclass(frozen=True)
class Numbers:
    """One look at everything."""

    time: float
    """When, as time.monotonic()."""
    stats: Stats
    fill: Fill
    handlers: tuple[HandlerNumbers, ...]
    hooks: tuple[HookNumbers, ...]
    outputs: tuple[OutputNumbers, ...]
    process: ProcessNumbers
    compat_callers: tuple[CompatCaller, ...] = ()
