# SPDX-License-Identifier: MIT
"""What several threads bring that encode events, in Markdown; scripts/bench --encoders runs it.

Usage: encoders.py RUNS RECORDING [--write]. The first 300,000 events of the recording are written into a file, by one
thread and by two. With --write the table goes into docs/speed.md.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import NamedTuple

from figures import write_table

from traceleft._core import Batch, Encoders, decompress_batch
from traceleft.branch import Branch
from traceleft.outputs import Context, EncodedOutput, open_output
from traceleft.recording import Recording
from traceleft.stats import Stats

EVENTS = 300_000
KINDS = {"text": "text", "jsonl": "JSON lines", "protobuf": "protobuf", "record": "a recording"}
MODELLED = (2, 4, 8, 32)
"""CPUs of the machines that the model is for."""


class Parts(NamedTuple):
    """ns of CPU time an event, where one thread does all."""

    read: float
    decompress: float
    encode: float
    write: float

    def gain(self, cpus: int) -> float:
        """How many times as fast so many CPUs are: one thread reads and writes, and all do the rest."""
        return sum(self) / max(self.read + self.write, sum(self) / cpus)


def batches(recording: Recording, decoders: Encoders) -> Iterator[Batch]:
    events = 0
    for batch in recording.batches(decoders=decoders):
        yield batch
        events += len(batch)
        if events >= EVENTS:
            return


def opened(kind: str, path: str, recording: Recording) -> EncodedOutput:
    output = open_output(kind, path, Context(recording.schema, recording.origin))
    assert isinstance(output, EncodedOutput)
    return output


def parts(kind: str, path: str, recording: Recording) -> Parts:
    output = opened(kind, path, recording)
    events, decompressing, encoding, writing = 0, 0.0, 0.0, 0.0
    begin = time.thread_time()
    for offset, size in recording.frames():
        frame = os.pread(recording.file.fileno(), size, offset)
        read = time.thread_time()
        batch = decompress_batch(frame, recording.schema)
        decompressed = time.thread_time()
        encoded = output.encoder.buffer(batch)
        between = time.thread_time()
        output.put(encoded, len(batch))
        decompressing += decompressed - read
        encoding += between - decompressed
        writing += time.thread_time() - between
        events += len(batch)
        if events >= EVENTS:
            break
    reading = time.thread_time() - begin - decompressing - encoding - writing
    output.close()
    return Parts(*(seconds / events * 1e9 for seconds in (reading, decompressing, encoding, writing)))


def rate(kind: str, path: str, recording: Recording, threads: int) -> float:
    encoders = Encoders(threads)
    branch = Branch(kind, opened(kind, path, recording), lambda branch: None, encoders)
    begin = time.perf_counter()
    for batch in batches(recording, encoders):
        branch.write(batch)
    branch.settle()
    seconds = time.perf_counter() - begin
    branch.close(Stats("raw_tp", seconds, branch.written, branch.written, 0, {}, 0, 0, 0, 0))
    assert not branch.dropped
    return branch.written / seconds


def main(runs: int, path: str, writes: bool) -> None:
    modelled = "".join(f" {cpus} CPUs, modelled |" for cpus in MODELLED)
    lines = [
        "| | reading | decompressing | encoding | writing | events a second, one thread | two threads, times as fast "
        f"|{modelled}",
        f"|---|--:|--:|--:|--:|--:|--:|{'--:|' * len(MODELLED)}",
    ]
    for kind, name in KINDS.items():
        each, alone, gains = [], [], []
        for number in range(runs):
            print(f"run {number + 1} of {runs}: {name} ...", file=sys.stderr)
            with tempfile.TemporaryDirectory() as directory:
                target = f"{directory}/events"
                with Recording(path) as recording:
                    each.append(parts(kind, target, recording))
                with Recording(path) as recording:
                    alone.append(rate(kind, target, recording, 0))
                with Recording(path) as recording:
                    gains.append(rate(kind, target, recording, 1) / alone[-1])
        typical = Parts(*(statistics.median(part) for part in zip(*each)))
        shares = " | ".join(f"{part / sum(typical):.0%}" for part in typical)
        model = "".join(f" {typical.gain(cpus):.2f} |" for cpus in MODELLED)
        measured = f"{statistics.median(alone) / 1e6:.2f} M | {statistics.median(gains):.2f}"
        lines.append(f"| {name} | {shares} | {measured} |{model}")
        print(lines[-1], flush=True)
    if writes:
        write_table("--encoders", lines)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], "--write" in sys.argv)
