# SPDX-License-Identifier: MIT
"""Measuring calls in the kernel, which sends nothing: counts, histograms, sums."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, TypedDict, TypeVar

from traceleft import _core, battery, defaults
from traceleft.command import Command
from traceleft.errors import UsageError
from traceleft.measure import Aggregate, Count, Histograms, Loaded
from traceleft.operand import is_file, is_source, process_ids, split_handlers

if TYPE_CHECKING:
    from typing_extensions import Unpack

_M = TypeVar("_M", Count, Histograms, Aggregate)

_RING_SIZE = 4096 * 16
"""Bytes of a ring that gets no event; a multiple of any page's size."""


@dataclass(frozen=True)
class Hooking:
    """How the programs of a measure are hooked: see Tracer."""

    backend: str = "auto"
    btf: str | os.PathLike[str] | None = None
    maxactive: int = defaults.MAXACTIVE
    slots: int = defaults.SLOTS


class Scope(TypedDict, total=False):
    """The arguments that all measures have: see Measuring."""

    by: str | Sequence[str]
    where: object
    pids: Iterable[int] | None
    follow_forks: bool
    command: Command | None
    max_keys: int


class Measuring(ABC):
    """The methods by which a Tracer or a Meter measures calls.

    Each measure has hooks of its own: it goes on beside handlers and other measures, whatever is attached or stopped. A
    call costs no event, and nothing is lost where it counts: a table has a number for each key and CPU.

    The arguments of all of them:
        syscalls: as Tracer.attach() takes them: "read", "open*", "all", or several.
        by: what tells the calls apart: the names that a question may have (comm, pid, uid, syscall, error, cpu, an
            argument), or any expression of them. One of them makes the key a value; a list a tuple, () for none.
        where: a question: only the calls for which it holds are measured.
        pids: the processes; None: all.
        follow_forks: their children, too, from their first instruction.
        command: a command that waits to be started, with its children, in place of pids.
        max_keys: the keys that the table has room for. Calls by more are not measured, but Measured.uncounted. A
            histogram needs one for each of its buckets that is not empty.

    The calls of 32-bit programs are not measured. Calls that never return (exit_group) are measured when they are
    entered. clone and fork return twice, in the child, too.

    Raises UsageError, HandlerError, LoadError, ProcessError, CapacityError, BackendError, KernelError, OSError.
    """

    @abstractmethod
    def _hooking(self) -> Hooking:
        """Raises TraceleftError where nothing can be measured any more."""

    @abstractmethod
    def _began(self, measure: Count | Histograms | Aggregate) -> None:
        """A measure has begun."""

    def count(self, syscalls: str | Iterable[str] = "all", **scope: Unpack[Scope]) -> Count:
        """Counts calls: a mapping of key to number. See Measuring for the arguments."""
        return self._begun(Count(self._load(syscalls, scope), scope.get("by", ())))

    def histogram(
        self, syscalls: str | Iterable[str] = "all", *, of: str = "duration", **scope: Unpack[Scope]
    ) -> Histograms:
        """The distribution of a number: a mapping of key to Histogram. See Measuring for the other arguments.

        Args:
            of: the number: duration (ns), ret, an argument, or any expression of them. Calls without it are left out.
        """
        return self._begun(Histograms(self._load(syscalls, scope, _number(of), buckets=True), scope.get("by", ()), of))

    def sum(self, syscalls: str | Iterable[str], *, of: str, **scope: Unpack[Scope]) -> Aggregate:
        """The sum of a number: a mapping of key to number. See histogram() for `of`, and Measuring for the others."""
        return self._aggregate("sum", syscalls, of, scope)

    def min(self, syscalls: str | Iterable[str], *, of: str, **scope: Unpack[Scope]) -> Aggregate:
        """The smallest number, as sum() has the sum."""
        return self._aggregate("min", syscalls, of, scope)

    def max(self, syscalls: str | Iterable[str], *, of: str, **scope: Unpack[Scope]) -> Aggregate:
        """The largest number, as sum() has the sum."""
        return self._aggregate("max", syscalls, of, scope)

    def avg(self, syscalls: str | Iterable[str], *, of: str, **scope: Unpack[Scope]) -> Aggregate:
        """The mean of a number, as sum() has the sum."""
        return self._aggregate("avg", syscalls, of, scope)

    def _aggregate(self, function: str, syscalls: str | Iterable[str], of: str, scope: Scope) -> Aggregate:
        return self._begun(Aggregate(self._load(syscalls, scope, _number(of)), scope.get("by", ()), function))

    def _begun(self, measure: _M) -> _M:
        self._began(measure)
        return measure

    def _load(self, syscalls: str | Iterable[str], scope: Scope, of: str = "", *, buckets: bool = False) -> Loaded:
        unknown = [name for name in scope if name not in Scope.__annotations__]
        if unknown:
            raise TypeError(f"a measure has no argument {unknown[0]!r}")
        by, pids, command = scope.get("by", ()), scope.get("pids"), scope.get("command")
        if command is not None and pids is not None:
            raise UsageError("give pids or a command, not both")
        max_keys = scope.get("max_keys", defaults.MAX_KEYS)
        if not isinstance(max_keys, int) or not 1 <= max_keys < 1 << 32:
            raise UsageError(f"max_keys is a number of keys, 1 at least, and not {max_keys!r}")
        own = [command.pid] if command else [] if pids is None else list(process_ids(pids))
        if pids is not None and not own:
            raise UsageError("pids is empty; None means every process")
        names, all_named = _named(syscalls)
        measurement = _core.Measurement(
            battery.schema(),
            [(name, battery.never_returns(name)) for name in names],
            where=_question(scope.get("where")),
            by=[by] if isinstance(by, str) else list(by),
            of=of,
            buckets=buckets,
        )
        hooking = self._hooking()
        dispatcher = _core.Dispatcher(
            *battery.dispatcher_objects(kernel_btf=not hooking.btf),
            battery.schema(),
            backend=hooking.backend,
            ring_size=_RING_SIZE,
            slots=hooking.slots,
            durations=measurement.asks_duration,
            btf=os.fsencode(hooking.btf or ""),
            maxactive=hooking.maxactive,
            namespace_pids=False,
            environments=False,
            handler_times=False,
            files=False,
        )
        table = _core.HandlerTable(dispatcher)
        measure = _core.Measure(
            os.fsencode(battery.shipped_file()),
            dispatcher,
            measurement,
            max_keys=max_keys,
            all_named=all_named,
        )
        follow_forks = scope.get("follow_forks", False) or command is not None
        table.attach(measure, pids=own, follow_forks=follow_forks, at_exec=command is not None)
        return Loaded(dispatcher, table, measure)


class Meter(Measuring):
    """Measures calls without a tracer: it loads nothing but what a measure needs. Leaving it as a context manager stops
    its measures.

    Args:
        backend, btf, maxactive, slots: as Tracer has them.
    """

    def __init__(
        self,
        *,
        backend: str | None = None,
        btf: str | os.PathLike[str] | None = None,
        maxactive: int = defaults.MAXACTIVE,
        slots: int = defaults.SLOTS,
    ) -> None:
        backend = backend or os.environ.get("TRACELEFT_BACKEND") or "auto"
        self._chosen = Hooking(backend, btf, maxactive, slots)
        self._measures: list[Count | Histograms | Aggregate] = []

    def _hooking(self) -> Hooking:
        return self._chosen

    def _began(self, measure: Count | Histograms | Aggregate) -> None:
        self._measures.append(measure)

    def stop(self) -> None:
        """Stops all of its measures."""
        for measure in self._measures:
            measure.stop()

    def __enter__(self) -> Meter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _question(where: object) -> str:
    if where is not None and not str(where).strip():
        raise UsageError("the question is empty: leave out `where`, or write one, such as ret < 0")
    return "" if where is None else str(where)


def _number(of: str) -> str:
    if not isinstance(of, str) or not of.strip():
        raise UsageError(f"of is the number to measure, such as 'duration', not {of!r}")
    return of


def _named(syscalls: str | Iterable[str]) -> tuple[list[str], bool]:
    """The native calls, and whether each was named. Raises UsageError."""
    given = [syscalls] if isinstance(syscalls, str) else list(syscalls)
    names: dict[str, None] = {}
    all_named = True
    for part in (part for each in given for part in split_handlers(each)):
        if is_source(part):
            names |= dict.fromkeys(battery.matching(part))
        elif battery.is_pattern(part):
            all_named = False
            names |= dict.fromkeys(battery.matching(part))
        elif is_file(part):
            raise UsageError(f"{part} is a file: calls are measured by their names")
        else:
            file = battery.handler_file(part)
            if file.needs_compat:
                raise UsageError(f"{part} is a call of 32-bit programs, which are not measured")
            names |= dict.fromkeys(file.syscalls)
    if not names:
        raise UsageError("no syscall is named")
    return list(names), all_named
