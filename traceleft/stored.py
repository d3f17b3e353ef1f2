# SPDX-License-Identifier: MIT
"""What was saved, opened again."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Union, cast

from traceleft import arguments
from traceleft.asking import Where
from traceleft.captured import Capture, one_line, shown_loss
from traceleft.errors import LostEventsWarning, UsageError
from traceleft.parquet_facts import lost_and_handled
from traceleft.printable import printable
from traceleft.query import connect, facts_of_files, is_parquet

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from duckdb import DuckDBPyRelation

    from traceleft.stats import Stats


class Tables:
    """Parquet of a capture or of `traceleft trace -o parquet:DIR`: tables, without the events themselves.

    Args:
        path: the file, or the directory.

    Raises UsageError, TraceleftError without duckdb and pyarrow, OSError.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._connection = connect(path)
        files = facts_of_files(self._connection)
        self.stats: Stats | None = files[0].stats if len(files) == 1 else None
        """What became of the trace's events, where it is one file; None: not known."""
        self.lost_and_handled = lost_and_handled(files)
        """The lost events of all files' traces, and all that handlers built; None: not known."""
        self.hosts = tuple(sorted({facts.origin.host for facts in files if facts.origin}))
        """The machines that the events come from, as far as the files say."""

    def query(self, sql: str, parameters: Sequence[object] | Mapping[str, object] | None = None) -> DuckDBPyRelation:
        """DuckDB's answer, as Capture.query() has it. Raises UsageError."""
        import duckdb

        try:
            return self._connection.sql(sql, params=parameters)
        except duckdb.Error as error:
            raise UsageError(one_line(error)) from None

    def arrow(self, syscall: str | None = None) -> pa.Table:
        """All events, or a syscall's own, as a pyarrow.Table. Raises UsageError where there are none of it."""
        name = (syscall or "events").replace('"', '""')
        return cast("pa.Table", self.query(f'SELECT * FROM "{name}"').to_arrow_table())

    def pandas(self, syscall: str | None = None) -> pd.DataFrame:
        """The same as a pandas.DataFrame, with DuckDB's types. Raises UsageError."""
        return cast("pd.DataFrame", self.arrow(syscall).to_pandas(integer_object_nulls=True))

    def polars(self, syscall: str | None = None) -> pl.DataFrame:
        """The same as a polars.DataFrame. Raises UsageError."""
        import polars as pl

        return cast("pl.DataFrame", pl.from_arrow(self.arrow(syscall)))

    def __len__(self) -> int:
        (number,) = self.query("SELECT count(*) FROM events").fetchall()[0]
        return int(number)

    def __repr__(self) -> str:
        lost = shown_loss(self.lost_and_handled)
        hosts = f" from {printable(', '.join(self.hosts))}" if self.hosts else ""
        return f"<Tables: {len(self)} events of {printable(self.path)}{hosts}{lost}>"


Opened = Union[Capture, Tables]


def open(path: str | os.PathLike[str], where: Where | str | None = None) -> Opened:
    """What was saved: a recording as a Capture, a Parquet file or a directory of them as Tables. Warns where events of
    it were lost (LostEventsWarning).

    Args:
        path: the file or the directory.
        where: of which events; of a recording only.

    Raises RecordingError, UsageError, TraceleftError without the packages that Parquet takes, OSError.
    """
    path = arguments.path("path", path)
    if Path(path).is_dir() or is_parquet(path):
        if where is not None:
            raise UsageError("where= is for recordings; of Parquet ask by query(), in SQL")
        opened: Opened = Tables(path)
    else:
        opened = Capture.from_recording(path, where)
    found = opened.lost_and_handled
    if found and found[0]:
        warnings.warn(
            f"{printable(os.fspath(path))}: {found[0]} events of {found[1]} were lost when they were traced",
            LostEventsWarning,
            stacklevel=2,
        )
    return opened
