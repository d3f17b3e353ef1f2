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

GROUP_BYTES = 32 * 1024 * 1024
"""Bytes of columns in a row group."""
FILE_BYTES = 128 * 1024 * 1024
"""Bytes of columns after which a file is finished, unless told otherwise."""
FILE_SECONDS = 60.0
"""Seconds after which a file is finished, unless told otherwise."""
MOST_DAYS = 1000
"""Days of which events may come together, for each has a directory and a file: a recording can claim any times."""

_TEMPORARY = re.compile(r"\.traceleft-(\d+)-(\d+)-\d+\.parquet\.tmp")
_COUNTER = itertools.count()


class ParquetOutput(Output):
    """Writes events into host=NAME/date=YYYY-MM-DD/ below a directory, by the UTC date of each.

    A file has its name once it is complete and on the disk: what can be seen there is whole, whatever happens to the
    writer. It is complete after `rotate_bytes` bytes of columns or `rotate_seconds` seconds; until then its columns are
    kept in memory, for only then it is known of which syscalls there are any.

    Raises UsageError, OSError where the directory can't be written to, TraceleftError without pyarrow.
    """

    def __init__(self, target: str, context: Context) -> None:
        with needed("arrow", "the output parquet"):
            import pyarrow.parquet  # noqa: F401 (now, and not when the first file is complete)
        if not target or target == "-":
            raise UsageError("the output parquet needs a directory: parquet:DIR")
        limits = Limits.from_options(context.options)
        self._file_bytes = context.options.get("rotate_bytes") or min(limits.file_bytes or FILE_BYTES, FILE_BYTES)
        self._file_seconds = limits.file_seconds or FILE_SECONDS
        self._mode: int | None = context.options.get("output_mode")
        self._written = WrittenFiles(limits.all_bytes)
        from traceleft import _core

        self._schema = context.schema
        self._origin = context.origin
        self._trace = secrets.token_hex(16)
        self._stats: Stats | None = None
        self._with_files = False
        self._builder = _core.ArrowBuilder(context.schema, True)
        self._groups: list[_core.ArrowBatch] = []
        self._bytes = 0
        self._since = time.monotonic()
        self._files = 0
        self._rows = 0
        self._dropped = 0
        base = open_directory(target, self._mode)
        try:
            self._directory = base.directory(f"host={_safe(context.origin.host)}", self._mode)
        finally:
            base.close()
        _remove_leftovers(self._directory, self._mode)
        probe = _temporary_name()
        os.close(self._directory.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        self._directory.remove(probe)

    def write(self, batch: _core.Batch) -> None:
        from traceleft import _core

        if not self._builder.rows and not self._groups:
            self._since = time.monotonic()
        if batch.has_objects and not self._with_files:
            # All row groups of a file have the same columns.
            self._end_file()
            self._with_files = True
            self._builder = _core.ArrowBuilder(self._schema, True, files=True)
        self._builder.append(batch)
        if self._builder.nbytes >= min(GROUP_BYTES, self._file_bytes):
            self._end_group()
        try:
            self.flush()
        except BaseException:
            self._dropped -= len(batch)  # who gave it counts it
            raise

    def account(self, stats: Stats) -> None:
        self._stats = stats

    def flush(self) -> None:
        full = self._bytes >= self._file_bytes
        some = bool(self._builder.rows or self._groups)
        if full or (some and time.monotonic() - self._since >= self._file_seconds):
            self._end_file()

    def close(self) -> None:
        try:
            self._end_file()
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

    def _end_group(self) -> None:
        if self._builder.rows:
            group = self._builder.finish()[""]
            self._bytes += group.nbytes
            self._groups.append(group)

    def _end_file(self) -> None:
        """Writes the gathered events, which mostly are of one day."""
        import pyarrow as pa

        from traceleft import _core

        self._end_group()
        groups, self._groups, self._bytes = self._groups, [], 0
        if not groups:
            return
        facts = Facts(self._stats, self._origin, self._trace)
        table = pa.table(_core.ArrowBatches(groups)).replace_schema_metadata(facts.metadata())
        self._dropped += table.num_rows  # until they are written
        for day, rows in _by_day(table):
            self._written.make_room(rows.nbytes)
            with _naming(self._directory.path):
                name = self._write_file(f"date={day}", rows)
            self._files += 1
            self._rows += rows.num_rows
            self._dropped -= rows.num_rows
            self._written.add(self._directory, f"date={day}/{name}", rows.num_rows)
            self._written.make_room(0)

    def _write_file(self, day: str, table: pa.Table) -> str:
        """Returns its name there."""
        import pyarrow.parquet as pq

        temporary = _temporary_name()
        name = temporary[1 : -len(".tmp")]
        with contextlib.closing(self._directory.directory(day, self._mode)) as directory:
            fd = directory.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, self._mode)
            try:
                with os.fdopen(fd, "wb") as file:
                    # Each record batch is a row group.
                    with pq.ParquetWriter(file, table.schema, **_writer_options(table.schema)) as writer:
                        for batch in table.to_batches():
                            writer.write_batch(batch)
                    file.flush()
                    os.fsync(fd)
                directory.rename(temporary, name)
                os.fsync(directory.fd)
            except BaseException:
                with contextlib.suppress(OSError):
                    directory.remove(temporary)
                raise
        return name


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


def _by_day(table: pa.Table) -> list[tuple[str, pa.Table]]:
    """The rows by their UTC date. Raises TraceleftError for more than MOST_DAYS."""
    import pyarrow as pa
    import pyarrow.compute as pc

    days = pc.cast(table["time"], pa.date32(), safe=False)
    found = pc.unique(days).to_pylist()
    if len(found) > MOST_DAYS:
        raise TraceleftError(
            f"the events are of {len(found)} days, of which each would have a file: more than {MOST_DAYS}"
        )
    if len(found) == 1:
        return [(str(found[0]), table)]
    return [(str(day), table.filter(pc.equal(days, pa.scalar(day)))) for day in sorted(found)]


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


def _remove_leftovers(directory: Directory, mode: int | None) -> None:
    """Removes the unfinished files of writers that are gone. Other files are left alone."""
    for name in directory.names():
        whose = _TEMPORARY.fullmatch(name)
        if whose and _started(int(whose[1])) != int(whose[2]):
            directory.remove(name)
        elif name.startswith("date="):
            with contextlib.closing(directory.directory(name, mode)) as day:
                _remove_leftovers(day, mode)


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
