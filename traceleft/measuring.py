# SPDX-License-Identifier: MIT
"""The programs that measure calls in the kernel, which sends nothing."""

from __future__ import annotations

import dataclasses
import os
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from traceleft import _core, arguments, battery, defaults
from traceleft.asking import text_of, without_own_threads
from traceleft.compat import CompatHandlers
from traceleft.errors import UsageError
from traceleft.functions import unseen_calls
from traceleft.key_stacks import KeyStacks
from traceleft.measure import Loaded, MeasurePart, Source
from traceleft.measure_methods import Measuring, Scope, processes_of
from traceleft.operand import is_file, is_source, split_handlers
from traceleft.span import Span
from traceleft.stacks import STACK_NAMES

_RING_SIZE = 4096 * 16
"""Bytes of a ring that gets no event; a multiple of any page's size."""


@dataclass(frozen=True)
class Hooking:
    """How the programs of a measure are hooked: see Tracer."""

    backend: str = "auto"
    btf: str | os.PathLike[str] | None = None
    maxactive: int = defaults.MAXACTIVE
    slots: int = defaults.SLOTS
    abi: str = defaults.ABIS[0]
    owner: tuple[int, int] | None = None


class KernelMeasuring(Measuring):
    """Measures by programs that this process loads."""

    @abstractmethod
    def _hooking(self) -> Hooking:
        """Raises TraceleftError where nothing can be measured any more."""

    def _load(
        self, syscalls: str | Iterable[str] | Span, scope: Scope, of: str = "", *, buckets: bool = False
    ) -> Source:
        own, command = processes_of(scope), scope.get("command")
        if isinstance(syscalls, Span):
            return self._load_span(syscalls, scope, own, bool(of), buckets)
        asked = _asked(syscalls, scope, of, buckets, own)
        only_compat = not asked.calls.syscalls
        measurement = asked.measurement(compat=only_compat)
        hooking = self._hooking()
        dispatcher = _dispatcher(hooking, durations=measurement.asks_duration)
        table = _core.HandlerTable(dispatcher)
        parts = [asked.load(dispatcher, measurement, compat=only_compat)]
        follow_forks = scope.get("follow_forks", False) or command is not None
        at_exec = scope.get("at_exec", False) or command is not None
        id, _ = table.attach(parts[0].measure, pids=own, follow_forks=follow_forks, at_exec=at_exec)
        compat = CompatHandlers(dispatcher, table, "all" if asked.calls.needs_compat else hooking.abi)
        if asked.calls.compat and not only_compat:
            compat.accompany(id, partial(asked.load_compat, dispatcher, parts))
        if command:
            compat.look([command.program])
        elif own:
            compat.look(f"/proc/{pid}/exe" for pid in own)
        else:
            compat.look_at_every_process()
        return Loaded(dispatcher, table, compat, parts, unseen=unseen_calls(asked.calls.syscalls))

    def _load_span(self, span: Span, scope: Scope, own: list[int], measures: bool, buckets: bool) -> Loaded:
        """The programs at the end, with those at the beginnings beside them."""
        asked = _asked(span.sources, scope, "", buckets, own)
        if asked.where:
            raise UsageError("a span's events are asked for in the span itself: Span(where=...), Begin(where=...)")

        def bound(source: str, match: Sequence[str], where: str | None, keyed: bool) -> _core.Measurement:
            return _core.Measurement(
                battery.schema(),
                [(source, False)],
                where=text_of(where),
                by=[*match, *(asked.by if keyed else ())],
                of="timestamp" if keyed and measures else "",
                buckets=keyed and buckets,
                compat=False,
            )

        end = bound(span.end, span.match, span.where, not span.by_begin)
        begins = [bound(each.source, each.match, each.where, span.by_begin) for each in span.begins]
        keyed = begins[0] if span.by_begin else end
        spans = _core.Spans(keyed, begins[0], match=len(span.match), max_stacks=asked.max_stacks)

        def put(measurement: _core.Measurement, is_begin: bool) -> _Put:
            dispatcher = _dispatcher(self._hooking(), durations=False)
            table = _core.HandlerTable(dispatcher)
            measure = _core.Measure(
                os.fsencode(battery.shipped_file()),
                dispatcher,
                measurement,
                max_keys=asked.max_keys,
                all_named=True,
                max_stacks=asked.max_stacks,
                spans=spans,
                begins=is_begin,
            )
            return _Put(dispatcher, table, measure, is_begin == span.by_begin)

        ending, *beginning = [put(end, False), *(put(each, True) for each in begins)]
        has_stacks = any(each in STACK_NAMES for each in asked.by)
        names = KeyStacks(ending.measure, [*span.match, *asked.by], own) if has_stacks else None
        for each in (*beginning, ending):
            each.attach(own if each.is_scoped else [], scope)
        return Loaded(
            ending.dispatcher,
            ending.table,
            CompatHandlers(ending.dispatcher, ending.table, "native"),
            [MeasurePart(ending.measure, names, unshown=len(span.match))],
            tuple((each.dispatcher, each.table) for each in beginning),
            unseen_calls(span.sources),
        )


@dataclass(frozen=True)
class _Put:
    """One end of a span in the kernel."""

    dispatcher: _core.Dispatcher
    table: _core.HandlerTable
    measure: _core.Measure
    is_scoped: bool

    def attach(self, own: list[int], scope: Scope) -> None:
        """For these processes, or for all with this one: what ends its turn on the CPU begins another's."""
        command = scope.get("command")
        follow_forks = bool(own) and (scope.get("follow_forks", False) or command is not None)
        at_exec = bool(own) and (scope.get("at_exec", False) or command is not None)
        self.table.attach(self.measure, pids=own, follow_forks=follow_forks, at_exec=at_exec)
        if not own:
            self.table.attach(self.measure, pids=[os.getpid()], follow_forks=False, at_exec=False)


def _dispatcher(hooking: Hooking, *, durations: bool) -> _core.Dispatcher:
    """The hooks of one measure."""
    return _core.Dispatcher(
        *battery.dispatcher_objects(kernel_btf=not hooking.btf),
        battery.schema(),
        backend=hooking.backend,
        ring_size=_RING_SIZE,
        slots=hooking.slots,
        durations=durations,
        btf=os.fsencode(hooking.btf or ""),
        maxactive=hooking.maxactive,
        namespace_pids=False,
        environments=False,
        handler_times=False,
        files=False,
        owner=hooking.owner,
    )


@dataclass(frozen=True)
class _Asked:
    """What is measured, of which calls."""

    calls: battery.HandlerFile
    all_named: bool
    where: str
    by: list[str]
    of: str
    buckets: bool
    max_keys: int
    max_stacks: int
    pids: list[int]

    def measurement(self, *, compat: bool = False) -> _core.Measurement:
        """That of native calls, or of those of 32-bit programs. Raises UsageError."""
        if compat:
            battery.load_compat_schema()
        return _core.Measurement(
            battery.schema(),
            [
                (name, battery.never_returns(name, compat=compat))
                for name in (self.calls.compat if compat else self.calls.syscalls)
            ],
            where=self.where,
            by=self.by,
            of=self.of,
            buckets=self.buckets,
            compat=compat,
        )

    def load(self, dispatcher: _core.Dispatcher, measurement: _core.Measurement, *, compat: bool) -> MeasurePart:
        """Raises HandlerError, LoadError, OSError."""
        measure = _core.Measure(
            os.fsencode(battery.compat_file() if compat else battery.shipped_file()),
            dispatcher,
            measurement,
            max_keys=self.max_keys,
            all_named=self.all_named,
            max_stacks=self.max_stacks,
        )
        # Before anything is counted: it takes note of what processes map.
        stacks = any(each in STACK_NAMES for each in self.by)
        return MeasurePart(measure, KeyStacks(measure, self.by, self.pids) if stacks else None)

    def load_compat(self, dispatcher: _core.Dispatcher, parts: list[MeasurePart]) -> _core.Measure | None:
        """That of 32-bit programs' calls beside the native ones, which becomes one of the parts. None where these calls
        have nothing of what is asked for: they stay among those that are not measured."""
        try:
            measurement = self.measurement(compat=True)
        except UsageError:
            return None
        part = self.load(dispatcher, measurement, compat=True)
        parts.append(part)
        return part.measure


def _asked(syscalls: str | Iterable[str], scope: Scope, of: str, buckets: bool, pids: list[int]) -> _Asked:
    """Raises UsageError."""
    by, max_keys = scope.get("by", ()), scope.get("max_keys", defaults.MAX_KEYS)
    if not isinstance(max_keys, int) or not 1 <= max_keys < 1 << 32:
        raise UsageError(f"max_keys is a number of keys, 1 at least, and not {max_keys!r}")
    max_stacks = scope.get("max_stacks", defaults.MAX_STACKS)
    if not isinstance(max_stacks, int) or not 1 <= max_stacks <= defaults.MOST_STACKS:
        raise UsageError(f"max_stacks is a number of stacks, from 1 to {defaults.MOST_STACKS}, and not {max_stacks!r}")
    names = arguments.names("by", by)
    where = text_of(scope.get("where"))
    texts = [where, of, *(name for name in names if name not in STACK_NAMES)]
    calls, all_named = _named(syscalls, [path for text in texts if text.strip() for path in _core.member_paths(text)])
    if not any(map(is_source, calls.syscalls)):
        where = text_of(without_own_threads(where or None, pids))
    return _Asked(calls, all_named, where, names, of, buckets, max_keys, max_stacks, pids)


def _named(syscalls: str | Iterable[str], members: Sequence[str]) -> tuple[battery.HandlerFile, bool]:
    """The calls, with the tracepoints among the native ones, and whether each was named. Raises UsageError."""
    given = arguments.names("a syscall", syscalls)
    names: dict[str, None] = {}
    sources: dict[str, None] = {}
    all_named = True
    for part in (part for each in given for part in split_handlers(each)):
        if is_source(part):
            sources |= dict.fromkeys(battery.matching(part, members, measured=True))
        elif battery.is_pattern(part):
            all_named = False
            names |= dict.fromkeys(battery.matching(part))
        elif is_file(part):
            raise UsageError(f"{part} is a file: calls are measured by their names")
        else:
            names[part] = None
    if not names and not sources:
        raise UsageError("no syscall is named")
    calls = battery.handler_file(names) if names else battery.HandlerFile(battery.source_programs(), ())
    return dataclasses.replace(calls, syscalls=(*calls.syscalls, *sources)), all_named
