# SPDX-License-Identifier: MIT
"""Files of a capture: a recording, which has the events, or Parquet, which has their tables."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from traceleft import _core, battery, private_file
from traceleft.errors import UsageError
from traceleft.extras import needed
from traceleft.outputs import Context, Origin, open_output
from traceleft.parquet_facts import Facts

if TYPE_CHECKING:
    import pyarrow as pa

    from traceleft.stats import Stats


def save_recording(
    path: str, batches: Iterable[_core.Batch], schema: _core.EventSchema, stats: Stats | None, origin: Origin
) -> None:
    """Writes what `traceleft replay` and Recording read. Raises UsageError, OSError."""
    if schema is not battery.schema():
        raise UsageError("these events were recorded by another version of traceleft: copy the recording itself")
    output = open_output("record", path, Context(schema, origin))
    try:
        for batch in batches:
            output.write(batch)
        if stats is not None:
            output.account(stats)
    finally:
        output.close()


def save_parquet(path: str, table: Callable[[], pa.Table], stats: Stats | None, origin: Origin | None) -> None:
    """Writes a file with one table of all events, whole as soon as it can be seen.

    Raises TraceleftError without pyarrow, OSError.
    """
    with needed("arrow", "save()"):
        import pyarrow.parquet as pq
    content = io.BytesIO()
    pq.write_table(table().replace_schema_metadata(Facts(stats, origin).metadata()), content, compression="zstd")
    private_file.write_file(path, content.getvalue())


def format_of(path: str | os.PathLike[str]) -> str:
    """ "record" or "parquet". Raises UsageError for a name that says neither."""
    suffix = Path(path).suffix
    if suffix not in (".record", ".parquet"):
        raise UsageError(
            f"{os.fspath(path)}: a capture is saved as NAME.record, which has the events, or as NAME.parquet, which "
            "has their tables"
        )
    return suffix[1:]
