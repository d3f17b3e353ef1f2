# SPDX-License-Identifier: MIT
"""Tables of events that are built while somebody reads them, a part at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from traceleft.errors import UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from traceleft import _core
    from traceleft.kept_batches import KeptBatches
    from traceleft.uses import Rows

_PART_BYTES = 4 << 20
"""Bytes of columns after which a part is finished."""


class LazyTable:
    """The columns of one syscall's events, or of all events, by Arrow's PyCapsule interface: each time anew.

    Args:
        batches: the events.
        table: the syscall; "" for all events.
        syscalls: of all events' table, those that have a column.
        files: columns tell what descriptors stand for.
        only: no others have, of all events' table.
        columns: those that are built; None: all.
    """

    def __init__(
        self,
        batches: KeptBatches,
        table: str = "",
        *,
        syscalls: Sequence[str] = (),
        files: bool = False,
        only: bool = True,
        columns: set[str] | None = None,
    ) -> None:
        self._batches = batches
        self._table = table
        self._options: dict[str, Any] = {"files": files, "columns": columns, "only": only}
        self._options["syscalls"] = [table] if table else list(syscalls)
        try:
            self.parts()
        except UsageError:  # a name that only its events have
            if not table:
                raise
            self._options.update(syscalls=[], only=False)

    def parts(self, part_bytes: int = _PART_BYTES) -> _core.ColumnParts:
        """The record batches, each of so many bytes."""
        return self._batches.column_parts(self._table, part_bytes=part_bytes, **self._options)

    def __arrow_c_schema__(self) -> object:
        return self.parts().__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.parts().__arrow_c_stream__()


class LazyRows:
    """A small table that is made when somebody reads it.

    Args:
        empty: the same without rows.
        make: makes it.
    """

    def __init__(self, empty: Rows[Any], make: Callable[[], Rows[Any]]) -> None:
        self._schema = empty.arrow().schema
        self._make = make

    def __arrow_c_schema__(self) -> object:
        return self._schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._make().arrow().cast(self._schema).__arrow_c_stream__(requested_schema)


def columns_asked(connection: DuckDBPyConnection, sql: str, parameters: object | None) -> set[str] | None:
    """The columns that a statement reads of the tables that are registered, as DuckDB plans it; None: not known.

    Raises duckdb.Error for what it doesn't understand.
    """
    import duckdb

    statements = connection.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        return None
    [(_, plan)] = connection.execute(f"EXPLAIN (FORMAT json) {sql}", parameters).fetchall()
    return {name for node in json.loads(plan) for name in _projected(node)}


def _projected(node: dict[str, Any]) -> Iterator[str]:
    """The columns of a plan's scans; of a struct whose member is read, the struct."""
    names = node["extra_info"].get("Projections", ())
    if "SCAN" in node["name"]:
        for name in [names] if isinstance(names, str) else names:
            yield name.split(".")[0].strip('"')
    for child in node["children"]:
        yield from _projected(child)
