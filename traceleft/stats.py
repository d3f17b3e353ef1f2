# SPDX-License-Identifier: MIT
"""The counts of a tracer, as its methods return them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Stats:
    """The counts of the events so far. After stop(), handled == received + lost + declined.

    Calls to which a question says no before an event is built are counted nowhere.
    """

    backend: str
    elapsed: float
    """Seconds since the tracer was created, until it was stopped."""
    handled: int
    """Events that handlers built."""
    received: int
    """Events taken out of the ring, for read()."""
    lost: int
    """Events that found no room, of all CPUs and reasons."""
    lost_by_cpu: dict[int, dict[str, int]]
    """CPU to reason (see _core.LOSS_REASONS) to events; only what isn't 0."""
    compat_calls: int
    """Calls through the 32-bit gate, and x32's, on the whole machine while anything is traced and no handler decodes
    them. Tracer.compat_callers() says which traced processes made them."""
    unfollowed: int
    """Children of followed processes that were not traced for want of room."""
    skipped_runs: int
    """Calls of any process at whose hook the kernel ran no program, since one was still running on that CPU; those of
    them that were to be traced have no event. Kernels in which a program can be preempted there do so: Linux 7 under
    raw_tp, all under fentry."""
    probe_misses: int
    """Calls of any process that a probe of backend kprobe missed, for more than `maxactive` threads were in the call at
    once; those of them that were to be traced have no event. Linux before 5.14 also counts faults here, when a handler
    reads a bad pointer."""
    handled_by_cpu: dict[int, int] = field(default_factory=dict)
    """CPU to events that handlers built there; only what isn't 0."""
    lost_by_syscall: dict[str, dict[str, int]] = field(default_factory=dict)
    """Syscall to reason to events; only what isn't 0. Events of a call that is not known are in `lost` alone."""
    lost_by_process: dict[int, int] = field(default_factory=dict)
    """pid to events lost as `over_budget`. Of more than some thousand processes only the last are known."""
    declined: int = 0
    """Events that were built, and that a question then didn't want, for it depends on captured memory; those among them
    that Tracer(limit=...) left out."""
    rate_limited: int = 0
    """Calls that a question wanted, of processes that had sent as many events as attach(rate_limit=...) allows. Where
    the question depends on captured memory they are `declined`, too."""
    repeated: int = 0
    """Calls that a question wanted, of whose key attach(first=...) had made as many events as it allows. Where the key
    or the question depends on captured memory they are `declined`, too."""
    unkeyed: int = 0
    """Calls by keys for which attach(first=...) had no room. They became events, however many of a key there were."""
    untold: int = 0
    """How often the ring had no room to tell of a file that an event referred to, or of a process: see
    Tracer(files=True, processes=True). A later event tells the file, and its next exec the process."""
    unchecked_paths: int = 0
    """Calls of which it was not found out whether they opened the file that their string names, for there were too many
    in a second: see Event.path_mismatch."""
    buffer_needed: int = 0
    """Bytes of Tracer(buffer=...) that would have held what was lost while it was full, about; 0: it never was."""


@dataclass(frozen=True)
class HandlerNumbers:
    """A handler's program, in place for a slot: for the processes that share their handlers."""

    syscall: str
    """With @32 behind it where the program is for 32-bit programs' calls."""
    entry: bool
    """It runs when the call is entered; else when it returns."""
    slot: int
    """0: the default handler."""
    pids: tuple[int, ...]
    """The slot's processes, followed children too; empty for the default handler."""
    path: str
    program_id: int
    """The number that was given to attach()."""
    name: str
    """The BPF program's: handle_read_ret."""
    runs: int
    """Runs that were timed: see Tracer.time_handlers()."""
    run_ns: int
    """The time that those runs took together."""
    question: str = ""
    """The question that is asked of its calls."""


@dataclass(frozen=True)
class HookNumbers:
    """A program that the kernel runs by itself: root_exit under raw_tp, a syscall's trace probe under other backends,
    and those that follow processes."""

    name: str
    syscall: str | None
    """The syscall that its trace probe is for; None: it is for all, or for none."""
    prog_id: int
    """The kernel's, as in `bpftool prog`."""
    runs: int
    """Counted by the kernel, which does so only while somebody asks for it (_core.RunTimeStatistics, or the sysctl
    kernel.bpf_stats_enabled)."""
    run_ns: int
    """The time that the runs took, with the trace probes and handlers that they tail-call."""


@dataclass(frozen=True)
class Fill:
    """The events that wait between the handlers and the reader of a tracer."""

    ring_size: int
    """Bytes of the events ring."""
    ring_bytes: int
    """Bytes of the ring that are in use now."""
    queue_bytes: int
    """Bytes of events that were taken out of the ring, and wait for read()."""
    buffer_bytes: int = 0
    """Bytes that these take in memory, compressed or not."""
    spilled_bytes: int = 0
    """Bytes that these take in a file, compressed."""


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
    """Those that were not decoded."""
    x32_calls: int = 0
    """x32's among them."""
