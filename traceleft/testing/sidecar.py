# SPDX-License-Identifier: MIT
"""The process that traces a test process, and writes a recording of it to its standard output.

    python -m traceleft.testing.sidecar PID

It is a process of its own for the sake of the tests: a tracer has more than a thousand descriptors, which would leave
select() none that it can take, and a thread of its own, whose calls the tracer would see.
"""

from __future__ import annotations

import dataclasses
import signal
import sys
import warnings
from typing import BinaryIO

from traceleft import __version__, recording
from traceleft._core import BatchCompressor
from traceleft.errors import LostEventsWarning, TraceleftError
from traceleft.event_source import EventSource
from traceleft.origin import Origin
from traceleft.quick import trace

_BUFFER_BYTES = 16 << 20
"""Room for the calls of a test, of which nobody reads before it has ended: some 500,000, compressed."""


def main() -> None:
    pid = int(sys.argv[1])
    warnings.simplefilter("ignore", LostEventsWarning)  # the reader is told of them
    try:
        with trace("all", pid=pid, follow_forks=True, files=True, buffer=_BUFFER_BYTES) as tracer:
            signal.signal(signal.SIGTERM, lambda *_: tracer.stop())
            send(tracer, sys.stdout.buffer)
    except BrokenPipeError:
        sys.stderr.close()  # the test process has ended: there is nobody to tell
    except (TraceleftError, OSError) as error:
        sys.exit(str(error))


def send(tracer: EventSource, out: BinaryIO) -> None:
    """Writes what the tracer receives, until it is stopped or its processes have ended. Where events were lost the
    counts come ahead of the next batch."""
    out.write(recording.head(__version__, Origin.here()))
    out.flush()
    compressor = BatchCompressor()
    lost = 0
    while not tracer.stopped:
        batch = tracer.read()
        if batch is None:
            continue
        if sum(tracer.losses().values()) > lost:
            stats = tracer.stats()
            lost = stats.lost
            out.write(recording.stats_chunk(dataclasses.asdict(stats)))
        out.write(recording.chunk(recording.BATCH, compressor.compress(batch)))
        out.flush()


if __name__ == "__main__":
    main()
