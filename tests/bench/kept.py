# SPDX-License-Identifier: MIT
"""What outputs lose of a process that makes reads at full speed, in Markdown; scripts/bench --kept runs it.

Usage: kept.py READS LOOP [--write]. LOOP is read_loop.c, compiled. With --write the table goes into docs/speed.md.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from figures import write_table

import traceleft
from traceleft import battery
from traceleft.outputs import Context, Origin, Output, open_output

FILES = {"text": "text", "JSON lines": "jsonl", "protobuf": "protobuf", "a recording": "record", "Parquet": "parquet"}
OTHERS = ("gRPC, to the echo server", "a loop in Python over events")


class PythonLoop(Output):
    """Decodes each event, and throws it away."""

    def write(self, batch: traceleft.Batch) -> None:
        for event in batch:
            event.args  # noqa: B018


class Kept(NamedTuple):
    """What became of the events of one run."""

    events: int
    lost: int
    memory: int
    """Bytes of the buffer, at most."""
    needed: int
    """Bytes that it would have needed; 0: no more."""
    loop_seconds: float
    behind: float
    """Seconds from the end of the loops until all was written."""


def measure(output: Output, program: str, reads: int, producers: int) -> Kept:
    """Runs the loops, each on a CPU of its own."""
    most = 0
    with traceleft.Tracer() as tracer:
        tracer.attach("read", where='comm == "read_loop"')
        begin = time.monotonic()
        loops = [
            subprocess.Popen([program, str(reads), str(cpu)], stdout=subprocess.DEVNULL)
            for cpu in sorted(os.sched_getaffinity(0))[-producers:]
        ]
        while any(loop.poll() is None for loop in loops):
            most = max(most, tracer.fill().buffer_bytes)
            if (batch := tracer.read(timeout=0.05)) is not None:
                output.write(batch)
        ended = time.monotonic()
        tracer.stop()
        for batch in tracer.batches():
            output.write(batch)
        output.close()
        stats = tracer.stats()
        assert stats.handled == stats.received + stats.lost
    return Kept(stats.received, stats.lost, most, stats.buffer_needed, ended - begin, time.monotonic() - ended)


def run(name: str, program: str, reads: int, producers: int) -> Kept:
    context = Context(battery.schema(), Origin.here(), options={"collector_insecure": True})
    with tempfile.TemporaryDirectory() as directory:
        if kind := FILES.get(name):
            return measure(open_output(kind, f"{directory}/events", context), program, reads, producers)
        if "gRPC" not in name:
            return measure(PythonLoop(), program, reads, producers)
        port = Path(directory, "port")
        command = [sys.executable, "-m", "traceleft", "echoserver", "--listen", "localhost:0", "--port-file", port]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            try:
                while not port.exists() or not port.read_text():
                    time.sleep(0.1)
                address = f"localhost:{port.read_text().strip()}"
                return measure(open_output("grpc", address, context), program, reads, producers)
            finally:
                server.send_signal(signal.SIGINT)


def main(reads: int, program: str, writes: bool) -> None:
    lines = [
        "| to | processes | events | lost | most in the buffer | seconds of the loops | and then, to the end |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name in (*FILES, *OTHERS):
        for producers in (1, 2):
            print(f"{name}, {producers} ...", file=sys.stderr)
            kept = run(name, program, reads, producers)
            needed = f", and would have needed {kept.needed >> 20} MiB" if kept.needed else ""
            lines.append(
                f"| {name} | {producers} | {kept.events} | {kept.lost} | {kept.memory >> 20} MiB{needed} "
                f"| {kept.loop_seconds:.1f} | {kept.behind:.1f} |"
            )
            print(lines[-1], flush=True)
    if writes:
        write_table("--kept", lines)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], "--write" in sys.argv)
