# SPDX-License-Identifier: MIT
"""What was saved, opened again."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Union, cast

from traceleft.asking import Where
from traceleft.captured import Capture
from traceleft.errors import LostEventsWarning, TraceleftError, UsageError
from traceleft.printable import printable
from traceleft.query import connect, is_parquet, one_line
from traceleft.recording import stats_of
from traceleft.saving import METADATA

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
        self.stats: Stats | None = _stats_of(self.path) if Path(path).is_file() else None
        """What became of the trace's events; None: not known, as of a directory."""

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
        lost = f", {self.stats.lost} lost" if self.stats else ""
        return f"<Tables: {len(self)} events of {printable(self.path)}{lost}>"


Opened = Union[Capture, Tables]


def open(path: str | os.PathLike[str], where: Where | str | None = None) -> Opened:
    """What was saved: a recording as a Capture, a Parquet file or a directory of them as Tables. Warns where events of
    it were lost (LostEventsWarning).

    Args:
        path: the file or the directory.
        where: of which events; of a recording only.

    Raises RecordingError, UsageError, TraceleftError without the packages that Parquet takes, OSError.
    """
    if Path(path).is_dir() or is_parquet(path):
        if where is not None:
            raise UsageError("where= is for recordings; of Parquet ask by query(), in SQL")
        opened: Opened = Tables(path)
    else:
        opened = Capture.from_recording(path, where)
    if opened.stats and opened.stats.lost:
        warnings.warn(
            f"{printable(os.fspath(path))}: {opened.stats.lost} events of {opened.stats.handled} were lost when it was "
            "traced",
            LostEventsWarning,
            stacklevel=2,
        )
    return opened


def _stats_of(path: str) -> Stats | None:
    """Those of the file's metadata. Raises TraceleftError for what is none of ours."""
    import pyarrow.parquet as pq

    found = (pq.read_schema(path).metadata or {}).get(METADATA)
    try:
        known = json.loads(found) if found else {}
        return stats_of(known["stats"]) if known.get("stats") else None
    except (ValueError, TypeError, AttributeError) as error:
        raise TraceleftError(f"{printable(path)}: its metadata makes no sense ({printable(str(error))})") from None
