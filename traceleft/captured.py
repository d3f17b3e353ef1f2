# SPDX-License-Identifier: MIT
"""The events that a tracer has collected, as tables."""

from __future__ import annotations

import atexit
import functools
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from traceleft.asking import question_of
from traceleft.errors import UsageError, did_you_mean
from traceleft.extras import needed
from traceleft.origin import Origin
from traceleft.printable import printable

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

    from traceleft import _core
    from traceleft.asking import Where
    from traceleft.flame import FlameGraph
    from traceleft.plots import Plots
    from traceleft.processes import TracedProcess
    from traceleft.stats import Stats
    from traceleft.summaries import Calls, Slice, Value
    from traceleft.uses import Connection, File, Rows, Uses

CHUNK_BYTES = 64 * 1024 * 1024
"""Bytes of columns after which a record batch is finished."""
_DATABASES = itertools.count()
_INFLATION = 100
"""A recording whose events are so many times as large as itself isn't loaded into memory, beyond _SMALL_BYTES."""
_SMALL_BYTES = 64 * 1024 * 1024


def open_database(what: str) -> DuckDBPyConnection:
    """A DuckDB in memory. It spills to a directory that nobody else can read: DuckDB's own default is ./.tmp.

    Raises TraceleftError without duckdb.
    """
    with needed("query", what):
        import duckdb
    place = f"{_spill_directory()}/{next(_DATABASES)}"
    return duckdb.connect(config={"temp_directory": place})


@functools.cache
def _spill_directory() -> str:
    """For all databases of this process: a relation can outlive its connection."""
    place = tempfile.mkdtemp(prefix="traceleft-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place


class Capture:
    """Events that were collected, to be looked at as tables: `pa.table(capture)`, `pl.DataFrame(capture)` and whatever
    else takes Arrow's PyCapsule interface get them without a copy.

    The columns of the whole are those of every event (time, pid, comm, syscall, ret, error, ...) and for each syscall a
    struct of its arguments, null in other rows: `openat.filename` in SQL. A syscall's own table has its rows only, and
    its arguments as columns beside the others.

    Args:
        batches: the events.
        schema: what they mean.
        stats: what became of the trace's events; None: not known.
        origin: where they were traced; None: not known.
    """

    def __init__(
        self,
        batches: Iterable[_core.Batch],
        schema: _core.EventSchema,
        stats: Stats | None = None,
        origin: Origin | None = None,
    ) -> None:
        self.schema = schema
        self.origin = origin
        self.returncode: int | None = None
        """How the command ended that run() has traced, as subprocess has it."""
        self.fill(batches, stats)

    def fill(self, batches: Iterable[_core.Batch], stats: Stats | None) -> None:
        """Puts these events in the place of what it holds."""
        self.batches: tuple[_core.Batch, ...] = tuple(batches)
        self.stats = stats
        self._wide: _core.ArrowBatches | None = None
        self._flat: dict[str, _core.ArrowBatches] | None = None
        self._counts: dict[str, Calls] | None = None
        self._totals: _core.Overview | None = None

    @classmethod
    def from_recording(cls, path: str | os.PathLike[str], where: Where | str | None = None) -> Capture:
        """All that `traceleft record` wrote. Needs no root.

        Args:
            path: the file.
            where: of which events; None: all.

        Raises RecordingError, also for a file that is cut short; UsageError for what is no question; OSError.
        """
        from traceleft.recording import Recording, RecordingError

        def bounded(batches: Iterable[_core.Batch]) -> Iterator[_core.Batch]:
            rest = max(_SMALL_BYTES, _INFLATION * Path(path).stat().st_size)
            for batch in batches:
                rest -= batch.nbytes
                if rest < 0:
                    raise RecordingError(
                        f"{printable(os.fspath(path))}: its events are more than {_INFLATION} times as large as the "
                        "file: `traceleft replay -o parquet:DIR` writes them without having all in memory"
                    )
                yield batch

        with Recording(path) as recording:
            capture = cls(bounded(recording.batches(where)), recording.schema, origin=recording.origin)
            if recording.cut:
                raise RecordingError(
                    f"{printable(recording.path)}: {recording.cut}; `traceleft replay` shows what is before it"
                )
            capture.stats = recording.stats
        return capture

    def __len__(self) -> int:
        return sum(len(batch) for batch in self.batches)

    def events(self) -> Iterator[_core.Event]:
        """The events one by one, as Tracer.events() gives them."""
        for batch in self.batches:
            yield from batch

    def __iter__(self) -> Iterator[_core.Event]:
        return self.events()

    def syscalls(self) -> list[str]:
        """The tables that have rows, sorted: the syscalls, those of 32-bit programs with `i386_` in front."""
        return sorted(self._by_syscall())

    def where(self, question: Where | str) -> Capture:
        """The events for which it holds (docs/asking.md). Raises UsageError for what can't be asked."""
        from traceleft import _core

        asked = question_of(question)
        assert asked is not None
        asked.check(self.schema)
        kept = (_core.filter(batch, asked) for batch in self.batches)
        chosen = Capture((batch for batch in kept if batch), self.schema, self.stats, self.origin)
        chosen.returncode = self.returncode
        return chosen

    def summary(self) -> Rows[Calls]:
        """Calls, errors and seconds of each syscall, as `strace -c` has them."""
        from traceleft import summaries

        return summaries.summary(self._counted().values())

    def top(self, name: str, number: int | None = 10) -> Rows[Value]:
        """The values of an argument, or of a field of the event, that most calls had: top("filename"), top("comm").

        Args:
            name: as Event has it.
            number: rows; None: all.

        Raises UsageError where no event has it.
        """
        from traceleft import summaries

        return summaries.top(self, name, number)

    def timeline(self, seconds: float | None = None) -> Rows[Slice]:
        """The calls and errors in each part of the time, of so many seconds; None: in 60 parts. Raises UsageError."""
        from traceleft import summaries

        return summaries.timeline(self, seconds)

    @property
    def plot(self) -> Plots:
        """Plots: plot.timeline(), latency(), ecdf(), icicle(), files(), connections(). Raises TraceleftError without
        plotly."""
        from traceleft.plots import Plots

        return Plots(self)

    def flame(self, by: str | Sequence[str] = "comm") -> FlameGraph:
        """The stacks of its events as a flame graph, also of a recording from elsewhere: of events with stacks
        (Tracer(stacks="ustack"), `traceleft record --stack`).

        Args:
            by: what stands below them: comm, syscall, both, or ().

        Raises UsageError for another name.
        """
        from traceleft import summaries

        return summaries.flame(self.batches, [by] if isinstance(by, str) else list(by))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes a file that traceleft.open() reads, with the counts of lost events: NAME.record, which has the events,
        or NAME.parquet, which has the whole table.

        Raises UsageError for another name, and for a recording of another version's events; TraceleftError without
        pyarrow, OSError.
        """
        from traceleft import saving

        if saving.format_of(path) == "record":
            origin = self.origin or Origin.here()
            saving.save_recording(os.fspath(path), self.batches, self.schema, self.stats, origin)
        else:
            saving.save_parquet(os.fspath(path), self.arrow, self.stats, self.origin)

    def _counted(self) -> dict[str, Calls]:
        from traceleft import summaries

        if self._counts is None:
            self._counts = summaries.counts_of(self._overview)
        return self._counts

    @property
    def _overview(self) -> _core.Overview:
        from traceleft import summaries

        if self._totals is None:
            self._totals = summaries.overview(self.batches)
        return self._totals

    def __arrow_c_schema__(self) -> object:
        return self._everything().__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._everything().__arrow_c_stream__(requested_schema)

    def arrow(self, syscall: str | None = None) -> pa.Table:
        """All events, or a syscall's own, as a pyarrow.Table. Raises UsageError, TraceleftError without pyarrow."""
        with needed("arrow", "arrow()"):
            import pyarrow as pa
        return pa.table(self.columns(syscall))

    def pandas(self, syscall: str | None = None) -> pd.DataFrame:
        """The same as a pandas.DataFrame. Integers stay integers: a column of them with nulls is of pandas' nullable
        type (Int64), and inside structs they are Python's.

        Raises UsageError, TraceleftError without pandas and pyarrow.
        """
        with needed("pandas", "pandas()"):
            import pandas as pd
            import pyarrow as pa
        nullable = {
            pa.type_for_alias(name.lower()): getattr(pd, f"{name}Dtype")()
            for name in (f"{sign}Int{bits}" for sign in ("", "U") for bits in (8, 16, 32, 64))
        }
        table = self.arrow(syscall)
        frame = table.to_pandas(integer_object_nulls=True)
        for field, column in zip(table.schema, table.columns):
            if column.null_count and field.type in nullable:
                frame[field.name] = column.to_pandas(types_mapper=nullable.get)
        return cast("pd.DataFrame", frame)

    def polars(self, syscall: str | None = None) -> pl.DataFrame:
        """The same as a polars.DataFrame. Raises UsageError, TraceleftError without polars."""
        with needed("polars", "polars()"):
            import polars as pl
        return pl.DataFrame(self.columns(syscall))

    def duckdb(self) -> DuckDBPyConnection:
        """A connection to a DuckDB in memory, with a view `events` of all, one for each syscall of its own, and the
        views `processes`, `files` and `connections`, which are what these methods give.

        Raises TraceleftError without duckdb and pyarrow.
        """
        with needed("query", "duckdb()"):
            import pyarrow  # noqa: F401 (DuckDB has the tables from it)
        connection = open_database("duckdb()")
        connection.register("events", self.arrow())
        for syscall in self.syscalls():
            connection.register(syscall, self.arrow(syscall))
        uses = self._uses()
        connection.register("processes", self.processes().arrow())
        connection.register("files", uses.files().arrow())
        connection.register("connections", uses.connections().arrow())
        return connection

    def query(self, sql: str, parameters: Sequence[object] | Mapping[str, object] | None = None) -> DuckDBPyRelation:
        """DuckDB's answer: a relation, which shows itself, and has df(), pl(), arrow() and fetchall().

        Args:
            sql: the statement.
            parameters: the values of its `?`, or of its `$name`.

        Raises UsageError for what is no SQL, or names what is not there; TraceleftError as duckdb() does.
        """
        connection = self.duckdb()
        import duckdb

        try:
            return connection.sql(sql, params=parameters)
        except duckdb.Error as error:
            raise UsageError(str(error)) from None

    def files(self) -> Rows[File]:
        """What was done with files, by path, most bytes first: of events with their files (Tracer(files=True))."""
        return self._uses().files()

    def connections(self) -> Rows[Connection]:
        """What was done with sockets, most bytes first."""
        return self._uses().connections()

    def processes(self, containers: Mapping[str, str] | None = None) -> Rows[TracedProcess]:
        """The processes of its events, most events first, and their ancestors: of events with their processes
        (Tracer(processes=True), `traceleft record`).

        Args:
            containers: names by id, for rows to have them: traceleft.containers.names() asks Docker and Podman.
        """
        from traceleft.processes import ProcessTotals

        totals = ProcessTotals(self.schema)
        for batch in self.batches:
            totals.add(batch)
        return totals.processes(containers)

    def tree(self, containers: Mapping[str, str] | None = None) -> str:
        """The processes below their parents, each on a line: its pid, its command, its events and how it ended; with
        `containers`, as processes() takes them, also the one that it is in. Printable."""
        from traceleft.processes import tree

        return tree(self.processes(containers), containers is not None)

    def _uses(self) -> Uses:
        from traceleft.uses import Uses

        uses = Uses(self.schema)
        for batch in self.batches:
            uses.add(batch)
        return uses

    def columns(self, syscall: str | None = None) -> _core.ArrowBatches:
        """The columns that arrow() makes a table of. Needs no library. Raises UsageError for an unknown syscall."""
        from traceleft import _core, battery

        if syscall is None:
            return self._everything()
        found = self._by_syscall().get(syscall)
        if found is not None:
            return found
        try:
            builder = _core.ArrowBuilder(self.schema, False, [syscall])
        except UsageError:
            hint = battery.absence(syscall) or did_you_mean(syscall, battery.syscalls())
            raise UsageError(f"there is no syscall {syscall!r}{hint}") from None
        return _core.ArrowBatches([builder.finish()[syscall]])

    def _everything(self) -> _core.ArrowBatches:
        if self._wide is None:
            self._wide = self._built(wide=True)[""]
        return self._wide

    def _by_syscall(self) -> dict[str, _core.ArrowBatches]:
        if self._flat is None:
            self._flat = self._built(wide=False)
        return self._flat

    def _built(self, wide: bool) -> dict[str, _core.ArrowBatches]:
        from traceleft import _core

        files = any(batch.has_objects for batch in self.batches)
        builder = _core.ArrowBuilder(self.schema, wide, files=files)
        chunks: dict[str, list[_core.ArrowBatch]] = {}

        def finish() -> None:
            for name, chunk in builder.finish().items():
                chunks.setdefault(name, []).append(chunk)

        for batch in self.batches:
            builder.append(batch)
            if builder.nbytes > CHUNK_BYTES:
                finish()
        if builder.rows or not chunks:
            finish()
        return {name: _core.ArrowBatches(all) for name, all in chunks.items()}

    def __repr__(self) -> str:
        host = f" on {printable(self.origin.host)}" if self.origin else ""
        lost = shown_loss(self.lost_and_handled)
        return f"<Capture: {len(self)} events of {len(self._counted())} syscalls{host}{lost}>"

    @property
    def lost_and_handled(self) -> tuple[int, int] | None:
        """The lost events, and all that handlers built; None: not known."""
        return (self.stats.lost, self.stats.handled) if self.stats else None

    def _repr_html_(self) -> str:
        from traceleft import picture, summaries

        return picture.page(
            repr(self),
            self.summary(),
            self._overview.failures(),
            self._overview.threads(),
            summaries.seconds_of(self.batches),
            self,
        )


def shown_loss(lost_and_handled: tuple[int, int] | None) -> str:
    """The end of a text about events: how many of them were lost."""
    if lost_and_handled is None:
        return ""
    lost, handled = lost_and_handled
    return f", {lost} of {handled} lost" if lost else ", none lost"
