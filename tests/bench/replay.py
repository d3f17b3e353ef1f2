# SPDX-License-Identifier: MIT
"""Gives a recording to an output, and prints events, seconds and seconds of CPU from the file's first event to the end.

Usage: replay.py RECORDING KIND TARGET; the kinds `arrow` and `arrow-wide` build record batches, and drop them: one for
each syscall, of 16,384 rows together, or one of 65,536.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from traceleft._core import ArrowBuilder, Batch
from traceleft.outputs import Context, open_output
from traceleft.recording import Recording


def arrow(recording: Recording, wide: bool) -> tuple[Callable[[Batch], None], Callable[[], object]]:
    builder = ArrowBuilder(recording.schema, wide)
    rows = 65_536 if wide else 16_384

    def write(batch: Batch) -> None:
        builder.append(batch)
        if builder.rows >= rows:
            builder.finish()

    return write, builder.finish


def main(path: str, kind: str, target: str) -> None:
    with Recording(path) as recording:
        if kind.startswith("arrow"):
            write, close = arrow(recording, kind == "arrow-wide")
        else:
            output = open_output(kind, target, Context(recording.schema, recording.origin, live=False))
            write, close = output.write, output.close
        events = 0
        begin, cpu = time.perf_counter(), time.process_time()
        for batch in recording.batches():
            events += len(batch)
            write(batch)
        close()
        print(events, time.perf_counter() - begin, time.process_time() - cpu)


main(*sys.argv[1:])
