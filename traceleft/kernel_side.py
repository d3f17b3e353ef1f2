# SPDX-License-Identifier: MIT
"""The kernel's side of a tracer: its loaded objects, and their counts."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from traceleft import _core, battery
from traceleft.attachment import Attachment, Replaced
from traceleft.compat import CompatHandlers
from traceleft.errors import UsageError
from traceleft.operand import is_source
from traceleft.stats import CompatCaller, HandlerNumbers, HookNumbers, Stats

_EVICTED = _core.LOSS_REASONS[-1]
"""The reason that the reader counts, not the kernel's side."""
_LOADS_ONE_BY_ONE = 8
"""Shipped handlers that are loaded by themselves. Each takes some 50 ms and 3 MB, and all together half a second."""


@dataclass(frozen=True)
class Counts:
    """The counts that Stats has from the kernel."""

    cpus: list[dict[str, int]]
    """Each CPU's counts: handled, the reasons of losses, compat_calls, unfollowed, declined, rate_limited, untold,
    repeated, unkeyed."""
    lost_by_syscall: dict[str, dict[str, int]]
    lost_by_process: dict[int, int]
    skipped_runs: int
    probe_misses: int

    def stats(self, *, backend: str, elapsed: float, reader: _core.RingReader, buffer: int) -> Stats:
        """The same in sums, beside the counts of the reader's side, which has a buffer of so many bytes."""
        evicted = reader.evicted()
        by_cpu = {cpu: _lost(counted, evicted.by_cpu.get(cpu, 0)) for cpu, counted in enumerate(self.cpus)}
        by_syscall = dict(self.lost_by_syscall)
        for syscall, events in evicted.by_syscall.items():
            by_syscall[syscall] = {**by_syscall.get(syscall, {}), _EVICTED: events}
        lost = sum(sum(reasons.values()) for reasons in by_cpu.values())
        fill = reader.fill()
        return Stats(
            backend=backend,
            elapsed=elapsed,
            handled=sum(counted["handled"] for counted in self.cpus),
            received=reader.received - evicted.events,
            lost=lost,
            lost_by_cpu={cpu: reasons for cpu, reasons in by_cpu.items() if reasons},
            compat_calls=sum(counted["compat_calls"] for counted in self.cpus),
            unfollowed=sum(counted["unfollowed"] for counted in self.cpus),
            skipped_runs=self.skipped_runs,
            probe_misses=self.probe_misses,
            handled_by_cpu={cpu: counted["handled"] for cpu, counted in enumerate(self.cpus) if counted["handled"]},
            lost_by_syscall=by_syscall,
            lost_by_process=self.lost_by_process,
            declined=sum(counted["declined"] for counted in self.cpus) + reader.filtered,
            rate_limited=sum(counted["rate_limited"] for counted in self.cpus),
            untold=sum(counted["untold"] for counted in self.cpus),
            unchecked_paths=reader.unchecked_paths,
            repeated=sum(counted["repeated"] for counted in self.cpus),
            unkeyed=sum(counted["unkeyed"] for counted in self.cpus),
            buffer_needed=buffer + int(lost * fill.event_bytes) if fill.overflowed and lost else 0,
        )


@dataclass(frozen=True)
class LastLook:
    """All that was counted, as it was when the kernel's side was unloaded."""

    counts: Counts
    decodes_compat: bool
    compat_failure: str | None
    compat_callers: tuple[CompatCaller, ...]
    handlers: tuple[HandlerNumbers, ...]
    hooks: tuple[HookNumbers, ...]

    @property
    def losses(self) -> dict[str, int]:
        """Lost events by reason; only what isn't 0."""
        return _losses(self.counts.cpus)


@dataclass(frozen=True)
class KernelSide:
    """The objects that are loaded into the kernel, until nobody holds them. Properties are read there each time."""

    dispatcher: _core.Dispatcher
    table: _core.HandlerTable
    compat: CompatHandlers
    events: bool = True
    """Shipped handlers make events; else their calls are only counted."""
    _loads: Counter[tuple[int, int]] = field(default_factory=Counter)
    """How often shipped handlers were loaded with a program id and a buffer limit."""
    _all_shipped: dict[tuple[int, int], _core.Handler] = field(default_factory=dict)

    def attach(
        self,
        handler: list[str] | Path,
        pids: tuple[int, ...],
        *,
        left_out: list[str],
        program_id: int,
        buffer_limit: int,
        follow_forks: bool,
        at_exec: bool,
        asking: _core.Asking | None,
    ) -> Attachment:
        """Loads a handler and puts it in place for processes, or without any as the default handler. `left_out` are
        calls that patterns stand for and that can't be traced here."""
        sources = [name for name in handler if is_source(name)] if isinstance(handler, list) else []
        if sources and not self.events:
            raise UsageError("tracepoints are not calls that can be counted alone: create the tracer with events")
        if isinstance(handler, list) and sources:
            handler = [name for name in handler if not is_source(name)]
        # Of tracepoints alone there is no handler.
        file = (
            battery.handler_file(handler, left_out=left_out)
            if handler != []
            else battery.HandlerFile(battery.source_programs(), ())
        )

        def put(file: battery.HandlerFile) -> Attachment:
            loaded = self._asked(file, program_id, buffer_limit, asking) if handler != [] else None
            # A 32-bit program's call has a suffix in the table.
            chosen = (*file.syscalls, *sources) if file.path == battery.shipped_file() else ()
            if sources:
                loaded = _core.SourcePrograms(
                    self.dispatcher,
                    sources,
                    program_id=program_id,
                    buffer_limit=buffer_limit,
                    asking=asking,
                    beside=loaded,
                )
            assert loaded
            id, replaced = self.table.attach(
                loaded, pids=list(pids), follow_forks=follow_forks, at_exec=at_exec, syscalls=chosen
            )
            names = tuple(sorted(set(chosen) or {program.syscall for program in loaded.programs}))
            return Attachment(
                path=os.fsdecode(loaded.path),
                syscalls=names,
                pids=pids,
                program_id=program_id,
                replaced=tuple(Replaced(each.syscall, each.pid, os.fsdecode(each.path)) for each in replaced),
                _id=id,
                where=asking.text if asking else "",
                missing=_missing(asking, names),
            )

        if file.needs_compat:
            self.compat.enable()
        if file.needs_compat and not file.syscalls:
            return put(battery.HandlerFile(battery.compat_file(), file.compat))
        native = put(file)
        if file.compat:
            compat = battery.HandlerFile(battery.compat_file(), file.compat)
            load = _counting if not self.events else partial(_loaded, buffer_limit=buffer_limit, asking=asking)
            self.compat.accompany(native._id, partial(load, self.dispatcher, compat, program_id))
        return native

    def _asked(
        self, file: battery.HandlerFile, program_id: int, buffer_limit: int, asking: _core.Asking | None
    ) -> _core.SlotPrograms:
        """The handlers with the question before them, or in them where it depends on what they capture."""
        shipped = file.path == battery.shipped_file()
        if not self.events and (shipped or (battery.compat_calls() and file.path == battery.compat_file())):
            return _counting(self.dispatcher, file, program_id)
        if not shipped or (asking and not asking.is_early(self.dispatcher, file.syscalls)):
            return _loaded(self.dispatcher, file, program_id, buffer_limit, asking)
        shared = self._shared(file, program_id, buffer_limit)
        loaded = shared or _loaded(self.dispatcher, file, program_id, buffer_limit)
        return loaded.asked(self.dispatcher, file.syscalls, asking) if asking else loaded

    def _shared(self, file: battery.HandlerFile, program_id: int, buffer_limit: int) -> _core.Handler | None:
        """All shipped handlers in one object, once so many were loaded one by one that it would have taken no longer;
        None until then, and for others."""
        here = set(self.dispatcher.traceable())
        if not file.syscalls or not here.issuperset(file.syscalls):
            return None
        key = program_id, buffer_limit
        if key in self._all_shipped:
            return self._all_shipped[key]
        self._loads[key] += 1
        if self._loads[key] <= _LOADS_ONE_BY_ONE:
            return None
        every = battery.HandlerFile(file.path, tuple(sorted(here)))
        self._all_shipped[key] = _loaded(self.dispatcher, every, program_id, buffer_limit)
        return self._all_shipped[key]

    @property
    def losses(self) -> dict[str, int]:
        """Lost events by reason; only what isn't 0. Cheaper than counts."""
        return _losses(self.dispatcher.counters())

    @property
    def counts(self) -> Counts:
        """The kernel's counts for Stats. Details of losses are read only where there are any, for they cost more."""
        cpus = self.dispatcher.counters()
        any_lost = any(_lost(counted) for counted in cpus)
        lost = self.dispatcher.lost_by_syscall() if any_lost else {}
        return Counts(
            cpus=cpus,
            lost_by_syscall={
                syscall: {reason: events for reason, events in reasons.items() if events}
                for syscall, reasons in lost.items()
            },
            lost_by_process=self.dispatcher.lost_by_process() if any_lost else {},
            skipped_runs=self.dispatcher.skipped_runs(),
            probe_misses=self.dispatcher.probe_misses(),
        )

    @property
    def decodes_compat(self) -> bool:
        """See Tracer.decodes_compat."""
        return self.compat.enabled

    @property
    def compat_failure(self) -> str | None:
        """See Tracer.compat_failure."""
        return self.compat.failure

    @property
    def compat_callers(self) -> tuple[CompatCaller, ...]:
        """See Tracer.compat_callers()."""
        callers = (
            CompatCaller(
                each.pid, each.started, each.comm.decode("utf-8", "surrogateescape"), each.calls, each.x32_calls
            )
            for each in self.dispatcher.compat_callers()
        )
        return tuple(sorted(callers, key=lambda caller: (caller.pid, caller.started)))

    @property
    def handlers(self) -> tuple[HandlerNumbers, ...]:
        """The handlers in place, by slot and syscall."""
        return tuple(
            HandlerNumbers(
                each.syscall,
                each.entry,
                each.slot,
                each.pids,
                os.fsdecode(each.path),
                each.program_id,
                each.name,
                each.runs,
                each.ns,
                each.question,
            )
            for each in self.table.installed()
        )

    @property
    def hooks(self) -> tuple[HookNumbers, ...]:
        """The programs that the kernel runs by itself."""
        return tuple(
            HookNumbers(hook.name, hook.syscall or None, hook.prog_id, hook.runs, hook.ns)
            for hook in self.dispatcher.hook_programs()
        )


# These are no methods: what is loaded later would hold the side that holds it.
def _loaded(
    dispatcher: _core.Dispatcher,
    file: battery.HandlerFile,
    program_id: int,
    buffer_limit: int,
    asking: _core.Asking | None = None,
) -> _core.Handler:
    return _core.Handler(
        os.fsencode(file.path),
        dispatcher,
        program_id=program_id,
        buffer_limit=buffer_limit,
        syscalls=file.syscalls,
        asking=asking,
    )


def _counting(dispatcher: _core.Dispatcher, file: battery.HandlerFile, program_id: int) -> _core.CountedCalls:
    """What counts the calls of shipped handlers in their place."""
    suffix = battery.COMPAT_SUFFIX if file.path == battery.compat_file() else ""
    return _core.CountedCalls(
        os.fsencode(file.path),
        dispatcher,
        program_id=program_id,
        syscalls=[f"{name}{suffix}" for name in file.syscalls],
    )


def _missing(asking: _core.Asking | None, syscalls: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    if asking is None:
        return {}
    all_missing = {}
    for name in syscalls:
        # It is bound by now: a name that is a number here and a text elsewhere is not missing.
        with contextlib.suppress(UsageError):
            all_missing[name] = tuple(asking.missing(battery.schema(), name))
    return {name: missing for name, missing in all_missing.items() if missing}


def _losses(cpus: list[dict[str, int]]) -> dict[str, int]:
    return dict(sum((Counter(_lost(counted)) for counted in cpus), Counter()))


def _lost(counted: dict[str, int], evicted: int = 0) -> dict[str, int]:
    """One CPU's lost events by reason; only what isn't 0."""
    counts = {**counted, _EVICTED: evicted}
    return {reason: counts[reason] for reason in _core.LOSS_REASONS if counts[reason]}
