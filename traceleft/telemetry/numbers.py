"""What the tracer says of itself: one look at everything it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traceleft.tracer import Stats


@dataclass(frozen=True)
class HandlerNumbers:
    """A handler's program, in place for a slot: for the processes that share their handlers."""

    syscall: str
    entry: bool
    """It runs when the call is entered; else when it returns."""
    slot: int
    """0: the default handler."""
    pids: tuple[int, ...]
    """The slot's processes, followed children too; empty for the default handler."""
    path: str
    program_id: int
    """What was given to attach()."""
    name: str
    """The BPF program's: handle_read_ret."""
    runs: int
    """Runs that were timed: see Tracer.time_handlers()."""
    run_ns: int
    """How long those took, in all."""


@dataclass(frozen=True)
class HookNumbers:
    """A program that the kernel runs by itself: root_exit under raw_tp, a syscall's trace probe under other backends,
    and those that follow processes."""

    name: str
    syscall: str | None
    """Whose trace probe it is; None: of all, or of none."""
    program_id: int
    """The kernel's, as in `bpftool prog`."""
    runs: int
    """Counted by the kernel, which does so only while somebody asks for it (_core.RunTimeStatistics, or the sysctl
    kernel.bpf_stats_enabled)."""
    run_ns: int
    """What they took, the trace probes and handlers that they tail-call included."""


@dataclass(frozen=True)
class Fill:
    """What waits between the handlers and the reader of a tracer."""

    ring_size: int
    """Bytes of the events ring."""
    ring_bytes: int
    """Of them in use now."""
    queue_bytes: int
    """Bytes of events that were taken out of the ring, and wait for read()."""


@dataclass(frozen=True)
class CompatCaller:
    """A traced process that makes calls through the kernel's 32-bit gate (int $0x80), or x32's."""

    pid: int
    """In the initial pid namespace."""
    started: int
    """When the process began, ns since the boot: a pid is given again."""
    name: str
    """comm of the thread that made the first such call."""
    calls: int


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
