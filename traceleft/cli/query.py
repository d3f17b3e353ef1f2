# SPDX-License-Identifier: MIT
"""`traceleft query`."""

from __future__ import annotations

import csv
import datetime
import io
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from traceleft.errors import UsageError
from traceleft.printable import printable

_EPILOG = """\b
Examples:
  traceleft query DIR "SELECT syscall, count(*) FROM events GROUP BY ALL ORDER BY 2 DESC"
  traceleft query DIR "SELECT filename, count(*) FROM openat WHERE error = 'ENOENT' GROUP BY ALL"
  traceleft query DIR "SELECT time, comm, openat.filename FROM events WHERE openat.flags & 64 != 0"
  traceleft query DIR 'SELECT comm, filename FROM "sched:sched_process_exec"'

\b
`events` has all events: the columns of every one, and a struct of its arguments for each syscall. Each syscall has a
view of its own, where its arguments are columns beside the others; a tracepoint's is called by its name in quotes. Of a
recording there are `processes`, `files` and `connections`, too: docs/objects.md.
"""


@click.command(epilog=_EPILOG)
@click.argument("path", metavar="DIR|RECORDING")
@click.argument("sql")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="The format of the rows; json prints an object a line.",
)
def query(path: str, sql: str, form: str) -> None:
    """Query a recording, or the files of --output parquet:DIR, in DuckDB's SQL."""
    from traceleft.captured import one_line
    from traceleft.query import connect, run

    with connect(path, sql) as connection:
        import duckdb

        answer = run(connection, sql)
        if answer is None:
            return
        try:
            names, rows = answer.columns, answer.fetchall()
        except duckdb.Error as error:  # some are found only while it runs
            raise UsageError(one_line(error)) from None
    for line in {"table": _table, "csv": _csv, "json": _json}[form](names, rows):
        click.echo(line)


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "microseconds")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _cell(value: object) -> str:
    """A value as text: structs and lists as JSON, nothing where there is none."""
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, str):
        return plain
    return _json_text(plain)


def _table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """Columns, numbers to the right. Nothing of a value reaches the terminal as a control character."""
    cells = [[printable(_cell(value)) for value in row] for row in rows]
    head = [printable(name) for name in names]
    numbers = [all(isinstance(row[i], (int, float)) or row[i] is None for row in rows) for i in range(len(names))]
    widths = [max(len(line[i]) for line in [head, *cells]) for i in range(len(names))]
    for line in [head, *cells]:
        padded = (text.rjust(w) if right else text.ljust(w) for text, w, right in zip(line, widths, numbers))
        yield "  ".join(padded).rstrip()


def _csv(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """CSV has no escapes: values are exact, but on a terminal, which would obey them."""
    shown = printable if sys.stdout.isatty() else str
    for line in [list(names), *([_cell(value) for value in row] for row in rows)]:
        out = io.StringIO()
        csv.writer(out, lineterminator="").writerow(map(shown, line))
        yield out.getvalue()


def _json(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    for row in rows:
        yield _json_text({name: _plain(value) for name, value in zip(names, row)})


def _json_text(value: object) -> str:
    """JSON with the letters of every script as they are, and escapes for all that can't be seen."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)
