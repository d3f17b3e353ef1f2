# SPDX-License-Identifier: MIT
"""The events that a tracer has collected, as tables."""

from __future__ import annotations

import atexit
import functools
import itertools
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, cast

from traceleft import arguments
from traceleft.asking import question_of
from traceleft.errors import RecordingError, UsageError, did_you_mean
from traceleft.extras import needed
from traceleft.kept_batches import KeptBatches
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
    from traceleft.lazy_table import LazyTable
    from traceleft.plots import Plots
    from traceleft.processes import TracedProcess
    from traceleft.stats import Stats
    from traceleft.summaries import Calls, Slice, Value
    from traceleft.uses import Connection, File, Rows, Uses

CHUNK_BYTES = 64 * 1024 * 1024
"""Bytes of columns after which a record batch is finished."""
_DATABASES = itertools.count()
_ROWS = frozenset(("processes", "files", "connections"))
"""The tables of a database that are not made of events' columns."""


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


def one_line(error: Exception) -> str:
    """DuckDB's words without its picture of where in the statement it was."""
    text = str(error).split("\n\nLINE ")[0]
    return " ".join(text.split())


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
        self.batches = batches if isinstance(batches, KeptBatches) else KeptBatches(self.schema, batches)
        self.stats = stats
        self._built: dict[str, _core.ArrowBatches] = {}
        self._tables: list[str] | None = None

    @classmethod
    def from_recording(cls, path: str | os.PathLike[str], where: Where | str | None = None) -> Capture:
        """All that `traceleft record` wrote. Needs no root.

        Args:
            path: the file.
            where: of which events; None: all.

        Raises RecordingError, also for a file that is cut short; UsageError for what is no question; OSError.
        """
        capture = cls.in_recording(path) if where is None else cls._of_recording(path, where)
        assert capture.batches.counts  # all of them are there
        return capture

    @classmethod
    def in_recording(cls, path: str | os.PathLike[str]) -> Capture:
        """from_recording(), but without a look at the events: where they are damaged, whatever reads them raises
        RecordingError."""
        return cls._of_recording(path, None)

    @classmethod
    def _of_recording(cls, path: str | os.PathLike[str], where: Where | str | None) -> Capture:
        from traceleft.recording import Recording

        with Recording(path) as recording:
            if where is None:
                batches = KeptBatches.in_file(
                    recording.schema, recording.file, printable(recording.path), recording.frames()
                )
            else:
                batches = KeptBatches(recording.schema, recording.batches(where))
            if recording.cut:
                raise RecordingError(
                    f"{printable(recording.path)}: {recording.cut}; `traceleft replay` shows what is before it"
                )
        return cls(batches, recording.schema, recording.stats, recording.origin)

    def __len__(self) -> int:
        return self.batches.counts.events

    def events(self) -> Iterator[_core.Event]:
        """The events one by one, as Tracer.events() gives them."""
        for batch in self.batches:
            yield from batch

    def __iter__(self) -> Iterator[_core.Event]:
        return self.events()

    def syscalls(self) -> list[str]:
        """The tables that have rows, sorted: the syscalls, those of 32-bit programs with `i386_` in front."""
        if self._tables is None:
            from traceleft import _core

            builder = _core.ArrowBuilder(self.schema, False, columns=set())
            for batch in self.batches:
                builder.append(batch)
            self._tables = sorted(builder.finish())
        return list(self._tables)

    def where(self, question: Where | str) -> Capture:
        """The events for which it holds (docs/asking.md). Raises UsageError for what can't be asked."""
        from traceleft import _core

        asked = question_of(question)
        if asked is None:
            raise UsageError("where() takes a question, such as 'ret < 0'")
        asked.check(self.schema)
        kept = (_core.filter(batch, asked) for batch in self.batches)
        chosen = Capture((batch for batch in kept if batch), self.schema, self.stats, self.origin)
        chosen.returncode = self.returncode
        return chosen

    def summary(self) -> Rows[Calls]:
        """Calls, errors and seconds of each syscall, as `strace -c` has them."""
        from traceleft import summaries

        return summaries.summary(summaries.calls_of(self.batches.counts.totals))

    def top(self, name: str, number: int | None = 10) -> Rows[Value]:
        """The values of an argument, or of a field of the event, that most calls had: top("filename"), top("comm").

        Args:
            name: as Event has it.
            number: rows; None: all.

        Raises UsageError where no event has it.
        """
        from traceleft import summaries

        most = None if number is None else arguments.whole("number", number)
        return summaries.top(self, arguments.text("name", name), most)

    def timeline(self, seconds: float | None = None) -> Rows[Slice]:
        """The calls and errors in each part of the time, of so many seconds; None: in 60 parts. Raises UsageError."""
        from traceleft import summaries

        return summaries.timeline(self, arguments.seconds("seconds", seconds))

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

        if saving.format_of(arguments.path("path", path)) == "record":
            origin = self.origin or Origin.here()
            saving.save_recording(os.fspath(path), self.batches, self.schema, self.stats, origin)
        else:
            saving.save_parquet(os.fspath(path), self.arrow, self.stats, self.origin)

    def __arrow_c_schema__(self) -> object:
        return self.columns().__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.columns().__arrow_c_stream__(requested_schema)

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

        Events' columns are made of them anew while a statement reads them. query() makes only those that it reads.

        Raises TraceleftError without duckdb and pyarrow.
        """
        with needed("query", "duckdb()"):
            import pyarrow  # noqa: F401 (DuckDB has the tables from it)
        connection = open_database("duckdb()")
        for name in ("events", *self.syscalls()):
            connection.register(name, self._lazy(name))
        self._register_rows(connection, _ROWS)
        return connection

    def _lazy(self, name: str) -> LazyTable:
        """A table as duckdb() has it."""
        from traceleft.lazy_table import LazyTable

        if name == "events":
            syscalls = [each for each in self.syscalls() if self._is_known(each)]
            return LazyTable(self.batches, syscalls=syscalls, files=self.batches.counts.has_files)
        return LazyTable(self.batches, name, files=self.batches.counts.has_files)

    def _is_known(self, name: str) -> bool:
        """Whether a syscall, or tracepoint, of that name has columns."""
        from traceleft import _core

        try:
            _core.ArrowBuilder(self.schema, False, [name])
        except UsageError:
            return False
        return True

    def _register_rows(self, connection: DuckDBPyConnection, names: Set[str]) -> None:
        """Those of the tables that are no events'."""
        from traceleft.lazy_table import LazyRows
        from traceleft.processes import ProcessTotals
        from traceleft.uses import Uses

        if names & _ROWS:
            with needed("query", "a query of these tables"):
                import pyarrow  # noqa: F401 (it makes them)
        for name in names & _ROWS:
            empty = (
                ProcessTotals(self.schema).processes() if name == "processes" else getattr(Uses(self.schema), name)()
            )
            connection.register(name, LazyRows(empty, getattr(self, name)))

    def query(self, sql: str, parameters: Sequence[object] | Mapping[str, object] | None = None) -> DuckDBPyRelation:
        """DuckDB's answer: a relation, which shows itself, and has df(), pl(), arrow() and fetchall().

        Args:
            sql: the statement.
            parameters: the values of its `?`, or of its `$name`.

        Raises UsageError for what is no SQL, or names what is not there; TraceleftError as duckdb() does.
        """
        sql = arguments.text("sql", sql)
        if parameters is not None and (isinstance(parameters, (str, bytes)) or not hasattr(parameters, "__len__")):
            raise UsageError(f"parameters are the values in a list, or a dict of them, not {parameters!r}")
        connection = self.duckdb_for(sql, parameters)
        import duckdb

        try:
            return connection.sql(sql, params=parameters)
        except duckdb.Error as error:
            raise UsageError(one_line(error)) from None

    def duckdb_for(
        self, sql: str, parameters: Sequence[object] | Mapping[str, object] | None = None
    ) -> DuckDBPyConnection:
        """duckdb() for one statement, whose other tables and columns are left out as far as DuckDB says which it reads.

        Raises TraceleftError as duckdb() does.
        """
        with needed("query", "duckdb()"):  # DuckDB before 2 has tables by pyarrow only
            return self._asked(sql, parameters) or self.duckdb()

    def _asked(self, sql: str, parameters: Sequence[object] | Mapping[str, object] | None) -> DuckDBPyConnection | None:
        """duckdb() with those tables and columns only that a statement names; None where that isn't all that it reads,
        or isn't known."""
        from traceleft.lazy_table import LazyTable, columns_asked

        connection = open_database("duckdb()")
        import duckdb

        words = {*re.findall(r"\w+", sql), *re.findall(r"\w+:\w+", sql)}
        syscalls = sorted(filter(self._is_known, words - {"events"} - _ROWS))
        self._register_rows(connection, words)

        def planned(columns: set[str] | None, files: bool) -> set[str] | None:
            for name in ("events", *syscalls):
                table = "" if name == "events" else name
                lazy = LazyTable(self.batches, table, syscalls=syscalls, files=files, columns=columns)
                connection.register(name, lazy)
            return None if columns else columns_asked(connection, sql, parameters)

        files = False
        try:
            try:
                columns = planned(None, files)
            except duckdb.BinderException:  # perhaps of a column that only described files have
                files = self.batches.counts.has_files
                columns = planned(None, files)
        except duckdb.CatalogException:  # the whole database knows what may have been meant
            return None
        except duckdb.Error:  # it will be said again
            return connection
        if columns is None:
            return None
        columns.add("time")  # which DuckDB counts rows by
        if columns <= words | {"time"}:
            planned(columns, files)
        else:  # others are those of `*`
            for name in {"events", *syscalls} & words:
                connection.register(name, self._lazy(name))
        return connection

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
        from traceleft import battery

        name = "" if syscall is None else arguments.text("syscall", syscall)
        if syscall == "":
            raise UsageError("a syscall's name is empty; None means all events")
        if name not in self._built:
            try:
                self._built[name] = self._build(name)
            except UsageError:
                hint = battery.absence(name) or did_you_mean(name, battery.syscalls())
                raise UsageError(f"there is no syscall {syscall!r}{hint}") from None
        return self._built[name]

    def _build(self, table: str) -> _core.ArrowBatches:
        """The columns of a syscall, or as "" of all. Raises UsageError for an unknown one."""
        from traceleft import _core
        from traceleft.lazy_table import LazyTable

        if table and not self._is_known(table) and table not in self.syscalls():
            raise UsageError(table)
        files = self.batches.counts.has_files
        only = bool(table)
        lazy = LazyTable(self.batches, table, files=files, only=only)
        return _core.ArrowBatches(list(lazy.parts(CHUNK_BYTES)))

    def __repr__(self) -> str:
        host = f" on {printable(self.origin.host)}" if self.origin else ""
        lost = shown_loss(self.lost_and_handled)
        return f"<Capture: {len(self)} events of {len(self.batches.counts.totals.calls())} syscalls{host}{lost}>"

    @property
    def lost_and_handled(self) -> tuple[int, int] | None:
        """The lost events, and all that handlers built; None: not known."""
        return (self.stats.lost, self.stats.handled) if self.stats else None

    def _repr_html_(self) -> str:
        from traceleft import picture

        return picture.page(
            repr(self),
            self.summary(),
            self.batches.counts.totals.failures(),
            self.batches.counts.totals.threads(),
            self.batches.counts.seconds,
            self,
        )


def shown_loss(lost_and_handled: tuple[int, int] | None) -> str:
    """The end of a text about events: how many of them were lost."""
    if lost_and_handled is None:
        return ""
    lost, handled = lost_and_handled
    return f", {lost} of {handled} lost" if lost else ", none lost"
