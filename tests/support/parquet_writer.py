# SPDX-License-Identifier: MIT
"""The output parquet as tests open it. As a program it writes until it is killed, and says how many events it wrote:
`python -m tests.support.parquet_writer DIRECTORY`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.support.raw_events import openat
from traceleft import _core, battery
from traceleft.outputs import Context, Origin, open_output
from traceleft.outputs.parquet import ParquetOutput

SCHEMA = battery.schema()
DAY = 86_400 * 10**9
NOON = 20_000 * DAY + DAY // 2  # ns since 1970: 2024-10-04
ORIGIN = Origin("web/1 é", "boot", "x86_64", "6.18")


def batch_of(*raw: bytes) -> _core.Batch:
    return _core.Batch(list(raw), SCHEMA, NOON)


def context(**options: object) -> Context:
    return Context(SCHEMA, ORIGIN, options=options)


def output(directory: Path, **options: object) -> ParquetOutput:
    opened = open_output("parquet", str(directory), context(**options))
    assert isinstance(opened, ParquetOutput)
    return opened


def main(directory: Path) -> None:
    writer = output(directory, rotate_bytes=50_000)
    number = 0
    while True:
        writer.write(batch_of(*(openat(b"/x", timestamp=number + i) for i in range(100))))
        number += 100
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
