# SPDX-License-Identifier: MIT
"""What the kernel has measured: mappings that are read there each time they are looked at."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar, Union, cast

from traceleft import _core
from traceleft.compat import CompatHandlers
from traceleft.errors import TraceleftError
from traceleft.extras import needed
from traceleft.histogram import Histogram, time_text
from traceleft.key_stacks import KeyStacks
from traceleft.printable import printable
from traceleft.stacks import STACK_NAMES
from traceleft.table import html_table, html_text, table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Part = Union[str, int, None]
"""One value of a key, as Event has it, with flags and addresses as text; None where the call has none."""
Key = Union[Part, tuple[Part, ...]]
"""A value where `by` is a name, else a tuple in the order of `by`."""
Value = TypeVar("Value", int, float, Histogram)

_SHOWN_ROWS = 20
_SHOWN_HISTOGRAMS = 5


class Totals(NamedTuple):
    """The calls of a key, and what they add up to."""

    calls: int = 0
    sum: int = 0

    def plus(self, calls: int, sum: int) -> Totals:
        """With so many more."""
        return Totals(self.calls + calls, self.sum + sum)


@dataclass(frozen=True)
class Reading:
    """All that was measured up to some moment."""

    rows: list[_core.MeasureRow]
    uncounted: int = 0
    missed: int = 0
    compat_calls: int = 0
    in_stacks: Mapping[str, int] = field(default_factory=dict)
    """What is missing in stacks: see KeyStacks.missing()."""
    unseen: str = ""
    """A sentence about calls that no hook sees: see functions.unseen_calls()."""

    def missing(self) -> list[str]:
        """A sentence about each kind of calls that are not in it."""
        kinds = (
            (self.uncounted, "calls found no room in the table, and are not measured: raise --max-keys"),
            (self.missed, "calls were missed by the kernel's hooks, or fell into another program's run"),
            (self.compat_calls, "calls of 32-bit programs on this machine are not measured: --abi all measures them"),
        )
        in_stacks = ((count, what) for what, count in self.in_stacks.items())
        counted = [f"{count} {what}" for count, what in (*kinds, *in_stacks) if count]
        return [*counted, self.unseen] if self.unseen else counted


class Source(Protocol):
    """Where a measure is read: what this process has loaded, or a server."""

    @property
    def processes_left(self) -> bool:
        """See Measured.processes_left."""

    def look(self) -> None:
        """See Measured.look()."""

    def read(self) -> Reading:
        """What was measured by now."""

    def stop(self) -> None:
        """Nothing more is measured."""


@dataclass(frozen=True)
class MeasurePart:
    """A measure of one ABI's calls."""

    measure: _core.Measure
    stacks: KeyStacks | None
    """Of keys that have such."""
    unshown: int = 0
    """Parts of keys, the first ones, that only tell which two events belong together."""

    def named(self, rows: list[_core.MeasureRow]) -> list[_core.MeasureRow]:
        """Its rows, with stacks in the place of their numbers."""
        named = self.stacks.name(rows) if self.stacks else rows
        if not self.unshown:
            return named
        cut = ((row.key[self.unshown :], *row[1:]) for row in named)
        return [cast("_core.MeasureRow", cast("Any", _core.MeasureRow)(row)) for row in cut]

    def missing(self, rows: list[_core.MeasureRow]) -> dict[str, int]:
        """See KeyStacks.missing()."""
        return self.stacks.missing(rows) if self.stacks else {}


@dataclass(frozen=True)
class Loaded:
    """A measure in the kernel, with the dispatcher and the table that are its own."""

    dispatcher: _core.Dispatcher
    table: _core.HandlerTable
    compat: CompatHandlers
    parts: list[MeasurePart]
    """Of native calls and, once they are needed, of those of 32-bit programs: each has keys and a table of its own."""
    beside: tuple[tuple[_core.Dispatcher, _core.HandlerTable], ...] = ()
    """Of what is measured where it ends: the programs where it begins."""
    unseen: str = ""
    """See Reading."""

    def look(self) -> None:
        """Measures the calls of 32-bit programs, too, from the moment when this meets one that has made some."""
        self.compat.look_at_callers()

    def read(self) -> Reading:
        """What the kernel has by now."""
        counters = self.dispatcher.counters()
        read = [(part, part.measure.read()) for part in self.parts]
        in_stacks: Counter[str] = Counter()
        named = [row for part, rows in read for row in part.named(rows)]
        for part, rows in read:  # whose stacks were looked up just now
            in_stacks.update(part.missing(rows))
        return Reading(
            named,
            sum(cpu["unmeasured"] for cpu in counters),
            self.dispatcher.skipped_runs() + self.dispatcher.probe_misses(),
            sum(cpu["compat_calls"] for cpu in counters),
            in_stacks,
            self.unseen,
        )

    def stop(self) -> None:
        """Detaches the programs, and waits until none is running."""
        for each in self._tables:
            each.clear()

    @property
    def processes_left(self) -> bool:
        """See Measured.processes_left."""
        return any(each.slots_in_use > 0 for each in self._tables)

    @property
    def _tables(self) -> list[_core.HandlerTable]:
        return [self.table, *(each for _, each in self.beside)]


class Measured(Mapping[Key, Value], Generic[Value]):
    """What the kernel measures of calls, by key: a mapping that is live until stop(), and then stays as it was.

    Reading it never disturbs the counting, and takes one pass over the table: to look at several keys of the same
    moment, take a snapshot().

    Use it as a context manager, or stop it. It ends with its tracer, too, and when nobody holds it any more.
    """

    def __init__(self, loaded: Source, by: str | Sequence[str]) -> None:
        self._loaded: Source | None = loaded
        self._last: Reading | None = None
        self._generation = _core.fork_generation()
        self._seen: dict[Key, Value] = {}
        self._seen_totals: dict[Key, Totals] = {}
        self._single = isinstance(by, str)
        self.by = (by,) if isinstance(by, str) else tuple(by)
        """The names of the key's parts."""

    @abstractmethod
    def snapshot(self) -> dict[Key, Value]:
        """All of it at this moment, as a dict of the caller's own."""

    def since_last(self) -> dict[Key, Value]:
        """What was measured since this was last called, or since the beginning: keys of which nothing came are left
        out. Of a histogram's smallest and largest number only their buckets are known."""
        now, before = self.snapshot(), self._seen
        self._seen = now
        news = {key: value - before[key] if key in before else value for key, value in now.items()}
        return {key: value for key, value in news.items() if value}

    def totals_since_last(self) -> dict[Key, Totals]:
        """The same as the calls and the sum of what was measured, of each key with any; 0 where calls are counted."""
        now: dict[Key, Totals] = {}
        for row in self.read().rows:
            now[self._key(row)] = now.get(self._key(row), Totals()).plus(row.calls, _sum([row]))
        before, self._seen_totals = self._seen_totals, now
        seen = ((key, total, before.get(key, Totals())) for key, total in now.items())
        return {key: total.plus(-old.calls, -old.sum) for key, total, old in seen if total.calls > old.calls}

    def read(self) -> Reading:
        """What the kernel has, or had when this was stopped."""
        if _core.fork_generation() != self._generation:
            raise TraceleftError("this measure belongs to the process that this one is a fork of; create another one")
        loaded = self._loaded  # stop() is called by other threads, too
        if loaded:
            loaded.look()
            return loaded.read()
        assert self._last
        return self._last

    def look(self) -> None:
        """Looks for 32-bit programs that have made calls, as read() does: see Tracer's `abi`."""
        loaded = self._loaded
        if loaded:
            loaded.look()

    @property
    def uncounted(self) -> int:
        """Calls for whose key the table had no room: see max_keys."""
        return self.read().uncounted

    @property
    def missed(self) -> int:
        """Calls at which the kernel did not run the hook's programs: see Stats.skipped_runs and probe_misses."""
        return self.read().missed

    @property
    def stopped(self) -> bool:
        """Whether stop() was called."""
        return self._loaded is None

    @property
    def processes_left(self) -> bool:
        """Whether a process that it is for, or a followed child of one, is still there."""
        loaded = self._loaded
        return loaded is not None and loaded.processes_left

    def stop(self) -> None:
        """Detaches and unloads the programs. What they have measured can still be read. May be called again."""
        loaded = self._loaded
        if loaded and _core.fork_generation() == self._generation:
            loaded.stop()
            self._last = loaded.read()
            self._loaded = None

    def __getitem__(self, key: Key) -> Value:
        values = self.snapshot()
        if key not in values:  # a Counter would say 0
            raise KeyError(key)
        return values[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self.snapshot())

    def __len__(self) -> int:
        return len(self.snapshot())

    def _key(self, row: _core.MeasureRow) -> Key:
        return row.key[0] if self._single else row.key

    def _parts(self, key: Key) -> tuple[Part, ...]:
        return (cast(Part, key),) if self._single else cast("tuple[Part, ...]", key)

    def named(self, key: Key) -> dict[str, Part]:
        """A key's parts by their names."""
        return dict(zip(self.by, self._parts(key)))

    def __enter__(self) -> Measured[Value]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @abstractmethod
    def columns(self) -> dict[str, list[Any]]:
        """The columns of to_arrow() as lists: the key's parts by their names, and what was measured."""

    def to_arrow(self) -> pa.Table:
        """A row for each key, as a pyarrow.Table. Raises TraceleftError without pyarrow."""
        with needed("arrow", "to_arrow()"):
            import pyarrow as pa
        return pa.table({name: _of_one_type(values) for name, values in self.columns().items()})

    def to_pandas(self) -> pd.DataFrame:
        """The same as a pandas.DataFrame. Raises TraceleftError without pandas."""
        with needed("pandas", "to_pandas()"):
            import pandas as pd
        return pd.DataFrame({name: _of_one_type(values) for name, values in self.columns().items()})


class Count(Measured[int]):
    """How many calls there were, by key: Tracer.count()."""

    def snapshot(self) -> Counter[Key]:
        """All of it at this moment, as a Counter: `later - earlier` is what came between, most_common() the order."""
        counts: Counter[Key] = Counter()
        for row in self.read().rows:
            counts[self._key(row)] += row.calls
        return counts

    def since_last(self) -> Counter[Key]:
        """See Measured.since_last()."""
        return Counter(super().since_last())

    @property
    def total(self) -> int:
        """The calls of all keys."""
        return sum(row.calls for row in self.read().rows)

    def columns(self) -> dict[str, list[Any]]:
        """See Measured.columns()."""
        ordered = self.snapshot().most_common()
        return {
            **{name: [self._parts(key)[i] for key, _ in ordered] for i, name in enumerate(self.by)},
            "calls": [count for _, count in ordered],
        }

    def text(self, counts: Counter[Key] | None = None, top: int | None = None) -> str:
        """A table, the most calls first; of these counts instead. `top` is the most rows to show."""
        counts = self.snapshot() if counts is None else counts
        if any(name in STACK_NAMES for name in self.by):
            from traceleft.flame import stack_text  # not for all that is counted

            return stack_text(self, counts, top)
        rows = [(str(count), *map(_cell, self._parts(key))) for key, count in counts.most_common(top)]
        lines = list(table(("calls", *self.by), rows, numeric=1))
        return "\n".join([*lines, *_rest(len(rows), len(counts))]) + "\n"

    def __str__(self) -> str:
        return self.text(top=_SHOWN_ROWS)

    def __repr__(self) -> str:
        return f"<Count: {self.total} calls, {len(self)} keys by {', '.join(self.by) or 'nothing'}>"

    def _repr_html_(self) -> str:
        counts = self.snapshot()
        rows = [(*map(_cell, self._parts(key)), count) for key, count in counts.most_common(_SHOWN_ROWS)]
        rest = "".join(f"<p>{line}</p>" for line in _rest(len(rows), len(counts)))
        return f"<p>{html_text(repr(self))}</p>" + html_table((*self.by, "calls"), rows) + rest


class Histograms(Measured[Histogram]):
    """The distribution of a number, by key: Tracer.histogram()."""

    def __init__(self, loaded: Source, by: str | Sequence[str], of: str) -> None:
        super().__init__(loaded, by)
        self.of = of
        """The number."""

    def snapshot(self) -> dict[Key, Histogram]:
        """All of it at this moment."""
        keys: dict[Key, list[_core.MeasureRow]] = {}
        for row in self.read().rows:
            keys.setdefault(self._key(row), []).append(row)
        return {key: _histogram(rows) for key, rows in keys.items()}

    @property
    def total(self) -> Histogram:
        """That of all keys together."""
        return _histogram(self.read().rows)

    def columns(self) -> dict[str, list[Any]]:
        """See Measured.columns(): a row for each bucket."""
        rows = [(self._parts(key), bucket) for key, each in self.snapshot().items() for bucket in each.buckets]
        return {
            **{name: [parts[i] for parts, _ in rows] for i, name in enumerate(self.by)},
            "low": [bucket.low for _, bucket in rows],
            "high": [bucket.high for _, bucket in rows],
            "count": [bucket.count for _, bucket in rows],
        }

    def text(self, histograms: Mapping[Key, Histogram] | None = None, top: int | None = None) -> str:
        """Each with its key above it, the largest first; of these instead."""
        histograms = self.snapshot() if histograms is None else histograms
        ordered = sorted(histograms.items(), key=lambda item: -item[1].count)
        shown = ordered[:top]
        texts = []
        for key, each in shown:
            title = "".join(f"{name} = {_cell(part)}, " for name, part in self.named(key).items())
            bars = each.text(time_text if self.of == "duration" else str)
            line = each.headline(time_text if self.of == "duration" else "{:.6g}".format)
            texts.append(printable(f"{title}{self.of}: {line}") + "\n" + bars)
        return "\n".join([*texts, *(f"{line}\n" for line in _rest(len(shown), len(ordered)))])

    def __str__(self) -> str:
        return self.text(top=_SHOWN_HISTOGRAMS)

    def __repr__(self) -> str:
        return f"<Histograms: {self.total.count} numbers, {len(self)} keys by {', '.join(self.by) or 'nothing'}>"

    def _repr_html_(self) -> str:
        return f"<p>{html_text(repr(self))}</p><pre>{html_text(self)}</pre>"


class Aggregate(Measured[float]):
    """The sum, the smallest, the largest or the mean of a number, by key: Tracer.sum(), min(), max(), avg()."""

    def __init__(self, loaded: Source, by: str | Sequence[str], function: str) -> None:
        super().__init__(loaded, by)
        self.function = function
        """sum, min, max or avg."""

    def snapshot(self) -> dict[Key, float]:
        """All of it at this moment."""
        keys: dict[Key, list[_core.MeasureRow]] = {}
        for row in self.read().rows:
            keys.setdefault(self._key(row), []).append(row)
        return {key: self._of(rows) for key, rows in keys.items()}

    def since_last(self) -> dict[Key, float]:
        """See Measured.since_last(); a call of totals_since_last() counts as one of it. Raises TraceleftError but for
        sum: what the kernel has doesn't tell the others."""
        if self.function != "sum":
            raise TraceleftError(f"{self.function} is known since the beginning only; use a histogram() instead")
        return {key: total.sum for key, total in self.totals_since_last().items()}

    @property
    def total(self) -> float | None:
        """That of all calls together; None where there is none."""
        rows = self.read().rows
        return self._of(rows) if rows else None

    def _of(self, rows: Sequence[_core.MeasureRow]) -> float:
        if self.function == "min":
            return min(row.min for row in rows)
        if self.function == "max":
            return max(row.max for row in rows)
        total = _sum(rows)
        return total if self.function == "sum" else total / sum(row.calls for row in rows)

    def columns(self) -> dict[str, list[Any]]:
        """See Measured.columns()."""
        ordered = sorted(self.snapshot().items(), key=lambda item: -item[1])
        return {
            **{name: [self._parts(key)[i] for key, _ in ordered] for i, name in enumerate(self.by)},
            self.function: [value for _, value in ordered],
        }

    def __str__(self) -> str:
        columns = self.columns()
        rows = [tuple(map(_cell, row)) for row in zip(columns.pop(self.function), *columns.values())]
        shown = rows[:_SHOWN_ROWS]
        return "\n".join([*table((self.function, *self.by), shown, numeric=1), *_rest(len(shown), len(rows))]) + "\n"

    def __repr__(self) -> str:
        return f"<Aggregate: {self.function}, {len(self)} keys by {', '.join(self.by) or 'nothing'}>"

    def _repr_html_(self) -> str:
        columns = self.columns()
        rows = list(zip(*columns.values()))[:_SHOWN_ROWS]
        return f"<p>{html_text(repr(self))}</p>" + html_table(columns, [map(_cell, row) for row in rows])


def _sum(rows: Sequence[_core.MeasureRow]) -> int:
    """The kernel's sums wrap at 64 bits; where a number is below 0 they are signed."""
    total = sum(row.sum for row in rows) % (1 << 64)
    negative = total >> 63 and any(row.min < 0 for row in rows)
    return total - (1 << 64) if negative else total


def _histogram(rows: Sequence[_core.MeasureRow]) -> Histogram:
    counts: Counter[int] = Counter()
    for row in rows:
        assert row.bucket is not None
        counts[row.bucket] += row.calls
    extremes = (min(row.min for row in rows), max(row.max for row in rows)) if rows else None
    return Histogram(counts, _sum(rows), extremes)


def _of_one_type(values: list[Any]) -> list[Any]:
    """A name may stand for some of a column's numbers: then all are text."""
    if any(isinstance(value, str) for value in values):
        return [None if value is None else str(value) for value in values]
    return values


def _cell(value: Part | float) -> str:
    if isinstance(value, float):
        return f"{value:.1f}"
    return "-" if value is None else str(value)


def _rest(shown: int, all: int) -> list[str]:
    return [f"and {all - shown} more"] if all > shown else []
