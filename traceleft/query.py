# SPDX-License-Identifier: MIT
"""SQL over the files that the output parquet writes."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from traceleft.captured import Capture, one_line, open_database
from traceleft.errors import TraceleftError, UsageError
from traceleft.extras import needed
from traceleft.operand import is_source
from traceleft.parquet_facts import KEY, Facts, facts_of

if TYPE_CHECKING:
    import duckdb

_FILES = "traceleft_files"
"""A table with the paths of the files that `events` is made of."""
_FIELDS = "traceleft_fields"
"""A table without rows that has the columns of every event: files lack those that none of their events has."""
_DIRECTORIES = ("syscall=*/host=*/date=*", "host=*/date=*")
"""Where files are: those of one syscall, and those of traceleft 0.1 for all."""
PARTITIONS = ("host", "date")
"""The facts about a file's events that the names of its directories tell, beside the syscall."""


def connect(path: str | os.PathLike[str], sql: str | None = None) -> duckdb.DuckDBPyConnection:
    """A DuckDB in memory with a view `events` of a Parquet file, of all files in a directory, or of a recording, and
    one for each syscall and tracepoint that is there: its rows, with what every event has and its arguments. With `sql`
    it is of a recording only what that statement reads.

    Raises TraceleftError without duckdb or for a file that is no recording, UsageError for a directory without such
    files, OSError where there is none.
    """
    with needed("query", "query"):
        import duckdb
    base = Path(path)
    if base.is_file() and not is_parquet(base):
        capture = Capture.in_recording(base)
        return capture.duckdb() if sql is None else capture.duckdb_for(sql)
    groups = [[base]] if base.is_file() else _files(base)
    if not groups:
        raise UsageError(f"{base} has no Parquet files: `traceleft trace --output parquet:{base}` writes them")
    connection = open_database("query")
    try:
        connection.execute("SET TimeZone = 'UTC'")
        listed = ", ".join(_quoted(str(path)) for group in groups for path in group)
        connection.execute(f"CREATE TEMP TABLE {_FILES} AS SELECT unnest([{listed}]) AS path")
        _add_fields(connection)
        reads = [f"SELECT * FROM {_FIELDS}", *(_read(connection, group) for group in groups)]
        connection.execute(f"CREATE VIEW events AS {' UNION ALL BY NAME '.join(reads)}")
        _add_views(connection)
    except duckdb.Error as error:
        connection.close()
        raise TraceleftError(f"{base}: {one_line(error)}") from None
    return connection


def _read(connection: duckdb.DuckDBPyConnection, files: list[Path]) -> str:
    """The statement that reads files whose directories tell the same."""
    listed = ", ".join(_quoted(str(path)) for path in files)
    read = f"FROM read_parquet([{listed}], union_by_name = true, hive_partitioning = true)"
    columns = connection.execute(f"DESCRIBE SELECT * {read}").fetchall()
    if any(name == "syscall" for name, *_ in columns):
        return f"SELECT * {read}"
    # A file of one syscall that is not in its directory any more.
    (facts, *_) = facts_of_files(connection)
    return f"SELECT {_quoted(facts.syscall)} AS syscall, * {read}"


def _add_fields(connection: duckdb.DuckDBPyConnection) -> None:
    import pyarrow as pa

    from traceleft import _core, battery

    fields = pa.table(pa.record_batch(_core.ArrowBuilder(battery.schema(), True).finish()[""]))
    connection.register("traceleft_empty", fields)
    connection.execute(f"CREATE TEMP TABLE {_FIELDS} AS FROM traceleft_empty")
    connection.unregister("traceleft_empty")


def facts_of_files(connection: duckdb.DuckDBPyConnection) -> list[Facts]:
    """What the Parquet files say of themselves, of a connection of connect() to some. Raises TraceleftError."""
    files = [name for (name,) in connection.execute(f"SELECT path FROM {_FILES}").fetchall()]
    found = connection.execute(
        "SELECT file_name, value FROM parquet_kv_metadata($1) WHERE key = $2", [files, KEY]
    ).fetchall()
    return [facts_of(name, value) for name, value in found]


def run(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.DuckDBPyRelation | None:
    """A statement's answer, with times as text; None where it has no rows to give.

    Raises UsageError with DuckDB's own hint.
    """
    import duckdb

    try:
        answer = connection.sql(sql)
        if answer is None or not any(map(_zoned, answer.types)):
            return answer
        # Python's own objects for them would need pytz, and can't hold every time that DuckDB has.
        return answer.project(
            ", ".join(
                f"CAST({_identifier(name)} AS VARCHAR) AS {_identifier(name)}" if _zoned(kind) else _identifier(name)
                for name, kind in zip(answer.columns, answer.types)
            )
        )
    except duckdb.Error as error:
        raise UsageError(one_line(error)) from None


def _zoned(kind: object) -> bool:
    """Whether a type is a time in UTC: TIMESTAMP WITH TIME ZONE, TIMESTAMPTZ_NS."""
    name = str(kind)
    return name.startswith("TIMESTAMP") and ("TZ" in name or "TIME ZONE" in name)


def is_parquet(path: str | os.PathLike[str]) -> bool:
    """Whether a file is one of Parquet, by its first bytes. Raises OSError."""
    with Path(path).open("rb") as file:
        return file.read(4) == b"PAR1"


def _files(base: Path) -> list[list[Path]]:
    """The complete files, those together whose directories tell the same. A hidden one is still being written."""
    if not base.is_dir():
        number = errno.ENOTDIR if base.exists() else errno.ENOENT
        raise OSError(number, os.strerror(number), str(base))
    found = (
        sorted(path for path in base.glob(f"{directories}/*.parquet") if not path.name.startswith("."))
        for directories in _DIRECTORIES
    )
    return [files for files in found if files]


def _add_views(connection: duckdb.DuckDBPyConnection) -> None:
    from traceleft import _core, battery

    schema = battery.schema()
    common = _core.ArrowBuilder(schema, True).finish()[""].names
    there = connection.execute("SELECT column_name, column_type FROM (DESCRIBE events)").fetchall()
    structs = {name for name, kind in there if name not in common and kind.startswith("STRUCT")}
    known = {name for name, _ in there}  # a file that isn't in its directory any more tells no host
    beside = ", ".join(_identifier(name) for name in (*common, *PARTITIONS) if name in known)
    native = "AND abi IS DISTINCT FROM 'i386'"
    views = []
    for syscall in battery.syscalls():
        wide = _core.ArrowBuilder(schema, True, [syscall]).finish()[""].names[len(common) :]
        views += [(syscall, column, syscall, native) for column in structs.intersection(wide)]
    for name in battery.compat_calls():
        column = f"{battery.COMPAT_PREFIX}{name}"
        views += [(column, column, name, "AND abi = 'i386'")] if column in structs else []
    views += [(name, name, name, "") for name in sorted(structs) if is_source(name)]
    for view, column, syscall, condition in views:
        fields = connection.execute(
            f"SELECT * FROM (SELECT unnest({_identifier(column)}) FROM events LIMIT 0)"
        ).description
        own = ", ".join(
            f"{_identifier(column)}.{_identifier(name)} AS {_identifier(name + '_' if name in common else name)}"
            for name, *_ in fields
        )
        connection.execute(
            f"CREATE VIEW {_identifier(view)} AS SELECT {beside}, {own} FROM events "
            f"WHERE syscall = {_quoted(syscall)} {condition}"
        )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
