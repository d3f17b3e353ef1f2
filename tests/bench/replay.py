"""Gives a recording to an output, and prints events, seconds and seconds of CPU from the file's first event to the end.

Usage: replay.py RECORDING KIND TARGET; the kind `arrow` builds record batches of 65,536 rows, and drops them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from traceleft._core import ArrowBuilder, Batch
from traceleft.outputs import Context, open_output
from traceleft.recording import Recording

ROWS = 65_536


def arrow(recording: Recording) -> tuple[Callable[[Batch], None], Callable[[], object]]:
    builder = ArrowBuilder(recording.schema, wide=True)

    def write(batch: Batch) -> None:
        builder.append(batch)
        if builder.rows >= ROWS:
            builder.finish()

    return write, builder.finish


def main(path: str, kind: str, target: str) -> None:
    with Recording(path) as recording:
        if kind == "arrow":
            write, close = arrow(recording)
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
