# SPDX-License-Identifier: MIT
"""Parquet files, for DuckDB, pandas, Spark and their like: `traceleft query DIR` reads them."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import re
import secrets
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traceleft.errors import TraceleftError, UsageError
from traceleft.extras import needed
from traceleft.outputs import Context, Output
from traceleft.outputs.file import Limits, WrittenFiles
from traceleft.parquet_facts import Facts
from traceleft.private_file import Directory, open_directory

if TYPE_CHECKING:
    import pyarrow as pa

    from traceleft import _core
    from traceleft.stats import Stats

COLUMN_BYTES = 128 * 1024 * 1024
"""Bytes of columns in memory from which on the largest table becomes a file, unless told otherwise."""
FILE_SECONDS = 60.0
"""Seconds after which a file is finished, unless told otherwise."""
MOST_DAYS = 1000
"""Days of which events may come together, for each has a directory and a file: a recording can claim any times."""

_TEMPORARY = re.compile(r"\.traceleft-(\d+)-(\d+)-\d+\.parquet\.tmp")
_COUNTER = itertools.count()


class ParquetOutput(Output):
    """Writes events into syscall=NAME/host=NAME/date=YYYY-MM-DD/ below a directory, by the UTC date of each.

    A file has the events of one syscall, and one row group. It has its name once it is complete and on the disk: what
    can be seen there is whole, whatever happens to the writer. While a file is gathered its columns are in memory; if
    all take `rotate_bytes` bytes, the largest is written, and each after `rotate_seconds` seconds.

    Raises UsageError, OSError where the directory can't be written to, TraceleftError without pyarrow.
    """

    def __init__(self, target: str, context: Context) -> None:
        with needed("arrow", "the output parquet"):
            import pyarrow.parquet  # noqa: F401 (now, and not when the first file is complete)
        if not target or target == "-":
            raise UsageError("the output parquet needs a directory: parquet:DIR")
        limits = Limits.from_options(context.options)
        self._most_bytes = context.options.get("rotate_bytes") or min(limits.file_bytes or COLUMN_BYTES, COLUMN_BYTES)
        self._file_seconds = limits.file_seconds or FILE_SECONDS
        self._mode: int | None = context.options.get("output_mode")
        self._written = WrittenFiles(limits.all_bytes)
        self._schema = context.schema
        self._origin = context.origin
        self._trace = secrets.token_hex(16)
        self._stats: Stats | None = None
        self._with_files = False
        self._builder = self._new_builder()
        self._since: dict[str, float] = {}
        """When the first row came of each file that is being gathered, by the syscall's table."""
        self._files = 0
        self._rows = 0
        self._dropped = 0
        self._directory = open_directory(target, self._mode)
        try:
            _remove_leftovers(self._directory)
            probe = _temporary_name()
            os.close(self._directory.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            self._directory.remove(probe)
        except BaseException:
            self._directory.close()
            raise

    def write(self, batch: _core.Batch) -> None:
        if batch.has_objects and not self._with_files:
            self._end_files(list(self._since))  # all rows of a file have the same columns
            self._with_files = True
            self._builder = self._new_builder()
        self._builder.append(batch)
        try:
            self._make_room()
            self.flush()
        except BaseException:
            self._dropped -= len(batch)  # who gave it counts it
            raise

    def account(self, stats: Stats) -> None:
        self._stats = stats

    def flush(self) -> None:
        due = time.monotonic() - self._file_seconds
        self._end_files([name for name, since in self._since.items() if since <= due])

    def close(self) -> None:
        try:
            self._end_files(list(self._since))
        finally:
            self._directory.close()

    @property
    def dropped(self) -> int:
        return self._dropped

    def summary(self) -> str:
        lost = f", {self._dropped} lost" if self._dropped else ""
        removed = self._written.summary()
        removed = f"; {removed}" if removed else ""
        return f"{self._rows} events in {self._files} files below {self._directory.path}{lost}{removed}"

    def _new_builder(self) -> _core.ArrowBuilder:
        from traceleft import _core

        return _core.ArrowBuilder(self._schema, True, split=True, files=self._with_files)

    def _make_room(self) -> None:
        """Writes the largest tables until the others take less than they may."""
        sizes = self._builder.sizes()
        now = time.monotonic()
        for name in sizes:
            self._since.setdefault(name, now)
        taken = sum(sizes.values())
        for name, size in sorted(sizes.items(), key=lambda each: -each[1]):
            if taken < self._most_bytes:
                break
            self._end_files([name])
            taken -= size

    def _end_files(self, names: list[str]) -> None:
        """Writes the gathered events of these tables, which mostly are of one day. What fails is lost, all of it."""
        import pyarrow as pa

        tables = []
        for name in names:
            del self._since[name]
            tables.append(pa.table(pa.record_batch(self._builder.finish_one(name))))
        self._dropped += sum(table.num_rows for table in tables)  # until they are written
        for table in tables:
            for (syscall, day), rows in _by_place(table).items():
                self._written.make_room(rows.nbytes)
                with _naming(self._directory.path):
                    name = self._write_file(syscall, day, rows)
                    self._written.add(self._directory, name, rows.num_rows)
                    self._written.make_room(0)
                self._files += 1
                self._rows += rows.num_rows
                self._dropped -= rows.num_rows

    def _write_file(self, syscall: str, day: str, table: pa.Table) -> str:
        """Returns its path below the directory."""
        import pyarrow.parquet as pq

        facts = Facts(self._stats, self._origin, self._trace, syscall)
        # Readers have the syscall from the directory's name; some refuse a column beside it.
        table = table.drop_columns(["syscall"]).replace_schema_metadata(facts.metadata())
        temporary = _temporary_name()
        name = temporary[1 : -len(".tmp")]
        fd = self._directory.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, self._mode)
        try:
            with os.fdopen(fd, "wb") as file:
                pq.write_table(table, file, row_group_size=table.num_rows, **_writer_options(table.schema))
                file.flush()
                os.fsync(fd)
            place = (f"syscall={_encoded(syscall)}", f"host={_safe(self._origin.host)}", f"date={day}")
            with contextlib.ExitStack() as stack:
                directory = self._directory
                for each in place:
                    directory = stack.enter_context(contextlib.closing(directory.directory(each, self._mode)))
                self._directory.rename(temporary, name, directory)
                os.fsync(directory.fd)
        except BaseException:
            with contextlib.suppress(OSError):
                self._directory.remove(temporary)
            raise
        return "/".join((*place, name))


def _writer_options(schema: pa.Schema) -> dict[str, Any]:
    """The encodings that suit syscalls: timestamps and registers by their differences, all else by dictionaries."""
    delta = ["time", "timestamp"]
    return {
        "compression": "zstd",
        "compression_level": 3,
        "use_dictionary": [path for path in _leaves(schema) if path not in delta],
        "column_encoding": {path: "DELTA_BINARY_PACKED" for path in delta},
    }


def _leaves(schema: pa.Schema) -> list[str]:
    """The columns as Parquet calls them: "openat.filename", "raw_args.list.element"."""
    import pyarrow as pa

    def below(path: str, type: pa.DataType) -> list[str]:
        if pa.types.is_struct(type):
            return [leaf for field in type for leaf in below(f"{path}.{field.name}", field.type)]
        if pa.types.is_map(type):
            return [*below(f"{path}.key_value.key", type.key_type), *below(f"{path}.key_value.value", type.item_type)]
        if pa.types.is_list(type):
            return below(f"{path}.list.element", type.value_type)
        return [path]

    return [leaf for field in schema for leaf in below(field.name, field.type)]


def _by_place(table: pa.Table) -> dict[tuple[str, str], pa.Table]:
    """The rows by syscall, of which a table has one but for what a foreign handler calls itself, and by their UTC date.

    Raises TraceleftError for more than MOST_DAYS.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    days = pc.cast(table["time"], pa.date32(), safe=False)
    found = [pc.unique(column).to_pylist() for column in (table["syscall"], days)]
    if len(found[1]) > MOST_DAYS:
        raise TraceleftError(
            f"the events are of {len(found[1])} days, of which each would have a file: more than {MOST_DAYS}"
        )
    places = [(syscall, str(day)) for syscall in found[0] for day in sorted(found[1])]
    if len(places) == 1:
        return {places[0]: table}
    columns = pc.cast(table["syscall"], pa.string()), pc.cast(days, pa.string())
    masks = {place: pc.and_(*map(pc.equal, columns, map(pa.scalar, place))) for place in places}
    return {place: rows for place, mask in masks.items() if (rows := table.filter(mask)).num_rows}


def _encoded(syscall: str) -> str:
    """A syscall's name as a part of a path: percent-encoded, as Hive's readers take it back. What was no UTF-8 stays,
    so that 63 bytes never become more than a file's name can have."""
    return "\ufffd".join(urllib.parse.quote(part, safe="") for part in syscall.split("\ufffd"))


def _safe(host: str) -> str:
    """A host's name as a part of a path that every reader of such directories takes back as it is."""
    return re.sub(r"[^\w.-]", "_", host, flags=re.ASCII).lstrip(".") or "_"


def _temporary_name() -> str:
    """A hidden name that tells its writer: a process by its number and its start, for numbers are used again."""
    return f".traceleft-{os.getpid()}-{_started(os.getpid())}-{time.time_ns()}{next(_COUNTER):03}.parquet.tmp"


def _started(pid: int) -> int:
    """When a process was started, in ticks since boot; 0 where there is none."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return 0
    return int(stat.rpartition(b")")[2].split()[19])


def _remove_leftovers(directory: Directory) -> None:
    """Removes the unfinished files of writers that are gone. Other files are left alone."""
    for name in directory.names():
        whose = _TEMPORARY.fullmatch(name)
        if whose and _started(int(whose[1])) != int(whose[2]):
            directory.remove(name)


@contextlib.contextmanager
def _naming(directory: str) -> Iterator[None]:
    """Makes every OSError in the block name the directory, in the kernel's words: pyarrow has its own."""
    try:
        yield
    except OSError as error:
        number = error.errno or _errno_in(str(error))
        raise OSError(number, os.strerror(number), directory) from None


def _errno_in(text: str) -> int:
    found = re.search(r"errno (\d+)", text)
    return int(found[1]) if found else errno.EIO
