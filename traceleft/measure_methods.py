# SPDX-License-Identifier: MIT
"""The methods by which calls are measured, wherever that is done: counts, histograms, sums."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypedDict, TypeVar

from traceleft import arguments
from traceleft.command import Command
from traceleft.errors import UsageError
from traceleft.measure import Aggregate, Count, Histograms, Source
from traceleft.operand import process_ids
from traceleft.span import Span

if TYPE_CHECKING:
    from typing_extensions import Unpack

_M = TypeVar("_M", Count, Histograms, Aggregate)


class Scope(TypedDict, total=False):
    """The arguments that all measures have: see Measuring."""

    by: str | Sequence[str]
    where: object
    pids: Iterable[int] | None
    follow_forks: bool
    at_exec: bool
    command: Command | None
    max_keys: int
    max_stacks: int


def processes_of(scope: Scope) -> list[int]:
    """The processes that a measure is for, of which a command is one; empty: all. Raises UsageError, and TypeError for
    an argument that no measure has."""
    unknown = [name for name in scope if name not in Scope.__annotations__]
    if unknown:
        raise TypeError(f"a measure has no argument {unknown[0]!r}")
    pids, command = scope.get("pids"), scope.get("command")
    if command is not None and pids is not None:
        raise UsageError("give pids or a command, not both")
    if command is not None:
        arguments.instance("command", command, Command, "Command()")
    arguments.flag("follow_forks", scope.get("follow_forks", False))
    arguments.flag("at_exec", scope.get("at_exec", False))
    own = [command.pid] if command else [] if pids is None else list(process_ids(pids))
    if pids is not None and not own:
        raise UsageError("pids is empty; None means every process")
    return own


class Measuring(ABC):
    """The methods by which a Tracer or a Meter measures calls.

    Each measure has hooks of its own: it goes on beside handlers and other measures, whatever is attached or stopped. A
    call costs no event, and nothing is lost where it counts: a table has a number for each key and CPU.

    The arguments of all of them:
        syscalls: as Tracer.attach() takes them: "read", "open*", "all", or several; or a traceleft.span.Span, the time
            between two tracepoints' events, which is what is measured then.
        by: what tells the calls apart: the names that a question may have (comm, pid, uid, syscall, error, cpu, an
            argument), or any expression of them; or their stacks, ustack and kstack, which are a Stack each. One of
            them makes the key a value; a list a tuple, () for none.
        where: a question: only the calls for which it holds are measured.
        pids: the processes; None: all.
        follow_forks: their children, too, from their first instruction.
        at_exec: these processes are measured from the program on that they execute next.
        command: a command that waits to be started, with its children, in place of pids.
        max_keys: the keys that the table has room for. Calls by more are not measured, but Measured.uncounted. A
            histogram needs one for each of its buckets that is not empty.
        max_stacks: the different stacks that there is room for, of 2 KB each, where keys have such. Calls with more
            have Stack.lost().

    The calls of 32-bit programs have the same keys; a Tracer's `abi` says from when on they are measured. Calls that
    never return (exit_group) are measured when they are entered. clone and fork return twice, in the child, too.

    Raises UsageError, HandlerError, LoadError, ProcessError, CapacityError, BackendError, KernelError, OSError.
    """

    @abstractmethod
    def _load(
        self, syscalls: str | Iterable[str] | Span, scope: Scope, of: str = "", *, buckets: bool = False
    ) -> Source:
        """Begins to measure.

        Args:
            syscalls, scope: see above.
            of: the number that is measured; "": calls are only counted.
            buckets: tell apart the buckets of that number.
        """

    @abstractmethod
    def _began(self, measure: Count | Histograms | Aggregate) -> None:
        """A measure has begun."""

    def count(self, syscalls: str | Iterable[str] | Span = "all", **scope: Unpack[Scope]) -> Count:
        """Counts calls: a mapping of key to number. See Measuring for the arguments."""
        return self._begun(Count(self._load(syscalls, scope), scope.get("by", ())))

    def histogram(
        self, syscalls: str | Iterable[str] | Span = "all", *, of: str = "duration", **scope: Unpack[Scope]
    ) -> Histograms:
        """The distribution of a number: a mapping of key to Histogram. See Measuring for the other arguments.

        Args:
            of: the number: duration (ns), ret, an argument, or any expression of them. Calls without it are left out.
        """
        return self._begun(Histograms(self._load(syscalls, scope, _number(of), buckets=True), scope.get("by", ()), of))

    def sum(self, syscalls: str | Iterable[str] | Span, *, of: str = "duration", **scope: Unpack[Scope]) -> Aggregate:
        """The sum of a number: a mapping of key to number. See histogram() for `of`, and Measuring for the others."""
        return self._aggregate("sum", syscalls, of, scope)

    def min(self, syscalls: str | Iterable[str] | Span, *, of: str = "duration", **scope: Unpack[Scope]) -> Aggregate:
        """The smallest number, as sum() has the sum."""
        return self._aggregate("min", syscalls, of, scope)

    def max(self, syscalls: str | Iterable[str] | Span, *, of: str = "duration", **scope: Unpack[Scope]) -> Aggregate:
        """The largest number, as sum() has the sum."""
        return self._aggregate("max", syscalls, of, scope)

    def avg(self, syscalls: str | Iterable[str] | Span, *, of: str = "duration", **scope: Unpack[Scope]) -> Aggregate:
        """The mean of a number, as sum() has the sum."""
        return self._aggregate("avg", syscalls, of, scope)

    def _aggregate(self, function: str, syscalls: str | Iterable[str] | Span, of: str, scope: Scope) -> Aggregate:
        return self._begun(Aggregate(self._load(syscalls, scope, _number(of)), scope.get("by", ()), function))

    def _begun(self, measure: _M) -> _M:
        self._began(measure)
        return measure


def _number(of: str) -> str:
    if not isinstance(of, str) or not of.strip():
        raise UsageError(f"of is the number to measure, such as 'duration', not {of!r}")
    return of
