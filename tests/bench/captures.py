# SPDX-License-Identifier: MIT
"""What large recordings take to be looked at, in Markdown; scripts/bench --captures runs it.

Usage: captures.py RUNS EVENTS PROGRAM [--write]. PROGRAM is read_loop.c, compiled. With --write the table goes into
docs/speed.md.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from figures import write_table

from traceleft import recording
from traceleft._core import BatchCompressor

WORKLOAD = "find /usr -xdev -name '*.h' >/dev/null; grep -rlc x /usr/include >/dev/null; true"
QUERIES = {
    "calls by syscall": "SELECT syscall, count(*) FROM events GROUP BY ALL",
    "mean result by thread's name": "SELECT comm, avg(ret) FROM events GROUP BY ALL",
    "results of one call": "SELECT ret, count(*) FROM {call} GROUP BY ALL",
}
LOOKS = {
    "its `repr()` and HTML": "repr(cap), cap._repr_html_()",
    "`pandas()` of one call": "cap.pandas({call!r})",
}
PROGRAM = """
import resource, time
import traceleft
cap = traceleft.open({path!r})
begin, cpu = time.perf_counter(), time.process_time()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
{code}
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(time.perf_counter() - begin, time.process_time() - cpu, (after - before) / 1024)
"""


def grown(path: Path, events: int) -> int:
    """Repeats a recording's frames until it has so many events; how many there are then."""
    with recording.Recording(path) as short:
        header = short.header
        batches = list(short.batches())
        assert short.stats.lost == 0
    frames = [BatchCompressor().compress(batch) for batch in batches]
    once = sum(map(len, batches))
    times = -(-events // once)
    with path.open("wb") as file:
        file.write(recording.MAGIC + recording.header_chunk(header))
        for _ in range(times):
            for frame in frames:
                file.write(recording.chunk(recording.BATCH, frame))
        counts = {"handled": once * times, "received": once * times}
        file.write(recording.stats_chunk(counts) + recording.chunk(recording.END))
    return once * times


def child(argv: list[str]) -> tuple[float, float, float, str]:
    """Seconds, seconds of CPU and MB of a program, and what it printed."""
    with tempfile.TemporaryFile("w+") as output:
        begin = time.perf_counter()
        process = subprocess.Popen(argv, stdout=output)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, argv)
        output.seek(0)
        return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output.read()


def row(name: str, runs: list[tuple[float, float, float]]) -> str:
    seconds, cpu, memory = (statistics.median(each) for each in zip(*runs))
    least, most = min(run[0] for run in runs), max(run[0] for run in runs)
    return f"| {name} | {seconds:.2f} | {least:.2f} to {most:.2f} | {cpu:.2f} | {memory:.0f} |"


def rows(path: Path, call: str, runs: int) -> list[str]:
    found = []
    for name, sql in QUERIES.items():
        argv = [sys.executable, "-m", "traceleft", "query", str(path), sql.format(call=call)]
        found.append(row(f"`traceleft query`: {name}", [child(argv)[:3] for _ in range(runs)]))
    program = [sys.executable, "-c", PROGRAM.format(path=str(path), code="pass")]
    found.append(row("`traceleft.open()`, with Python's start", [child(program)[:3] for _ in range(runs)]))
    for name, code in LOOKS.items():
        program = [sys.executable, "-c", PROGRAM.format(path=str(path), code=code.format(call=call))]
        printed = [child(program)[3].split() for _ in range(runs)]
        found.append(row(name, [(float(wall), float(cpu), float(memory)) for wall, cpu, memory in printed]))
    return found


def main(runs: int, events: int, loop: str, writes: bool) -> None:
    lines = ["| | s | min to max | s of CPU | MB |", "|---|--:|--:|--:|--:|"]
    sources = {
        "reads in a loop": (["read"], [loop, str(events // 10)], "read"),
        "`find` and `grep`": (["all"], ["sh", "-c", WORKLOAD], "openat"),
    }
    with tempfile.TemporaryDirectory() as directory:
        for name, (calls, argv, call) in sources.items():
            path = Path(f"{directory}/{call}.record")
            record = [sys.executable, "-m", "traceleft", "record", ",".join(calls), "-o", str(path), "--", *argv]
            subprocess.run(record, check=True, capture_output=True)
            with ProcessPoolExecutor(1) as pool:  # what this process has taken would count as a child's before its exec
                number = pool.submit(grown, path, events).result()
            lines.append(
                f"| **{name}**: {number / 1e6:.1f} million events, {path.stat().st_size / 1e6:.0f} MB | | | | |"
            )
            lines += rows(path, call, runs)
    print("\n".join(lines))
    if writes:
        write_table("--captures", lines)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], "--write" in sys.argv)
