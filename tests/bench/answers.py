# SPDX-License-Identifier: MIT
"""How long it takes from a command to its first answer, beside bpftrace, in Markdown; scripts/bench --answers runs it.

Usage: answers.py RUNS [--write]. With --write the table goes into docs/speed.md.
"""

from __future__ import annotations

import os
import resource
import select
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from figures import write_table

from traceleft import _core

TRACELEFT = [sys.executable, "-m", "traceleft"]
BPFTRACE = ["bpftrace", "-B", "line", "-e"]
COUNT = "tracepoint:syscalls:sys_exit_read { @[comm] = count(); }"
BYTECODE = Path(__file__).parents[2] / "build" / "bench" / "bytecode"


def installed() -> dict[str, str]:
    """Our environment, with which Python compiles its modules once, as an installed package's are."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(BYTECODE)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def has_answer(printed: bytes) -> bool:
    """Whether there is a line of it that bpftrace doesn't begin with."""
    lines = printed.split(b"\n")[:-1]
    return any(line.strip() and not line.startswith(b"Attaching ") for line in lines)


def answer_ms(argv: list[str]) -> float:
    """From a command's start to the first line of its answer, while calls are made."""
    began = time.monotonic()
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=installed()) as process:
        assert process.stdout
        os.set_blocking(process.stdout.fileno(), False)
        printed = b""
        while not has_answer(printed):
            if select.select([process.stdout], [], [], 0)[0]:
                part = os.read(process.stdout.fileno(), 1 << 16)
                if not part:
                    raise RuntimeError(f"{argv} gave no answer")
                printed += part
            _core.time_calls(0.001)
        ended = time.monotonic()
        os.set_blocking(process.stdout.fileno(), True)
        process.stdout.read()
    return (ended - began) * 1000


def cpu_ms() -> float:
    """The CPU time of all commands that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


def answers_table(runs: int) -> list[str]:
    """How long it takes from a command to its first answer."""
    commands = {
        "`traceleft --help`": [*TRACELEFT, "--help"],
        "`traceleft count read -- true`": [*TRACELEFT, "count", "read", "--", "true"],
        "`traceleft count read --by comm -- true`": [*TRACELEFT, "count", "read", "--by", "comm", "--", "true"],
        "`traceleft count -- true`, all calls": [*TRACELEFT, "count", "--", "true"],
        "`traceleft trace read -- true`": [*TRACELEFT, "trace", "read", "--", "true"],
        "`traceleft trace all -- true`": [*TRACELEFT, "trace", "all", "--", "true"],
    }
    if shutil.which("bpftrace"):
        commands["bpftrace, count by comm of `true`"] = [*BPFTRACE, COUNT, "-c", shutil.which("true") or "true"]
    times: dict[str, list[float]] = {name: [] for name in commands}
    cpu: dict[str, list[float]] = {name: [] for name in commands}
    for argv in commands.values():
        answer_ms(argv)  # which compiles its modules
    for number in range(runs):
        print(f"run {number + 1} of {runs}: time to the answer ...", file=sys.stderr)
        for name, argv in commands.items():
            before = cpu_ms()
            times[name].append(answer_ms(argv))
            cpu[name].append(cpu_ms() - before)
    lines = ["| | ms | min to max | least CPU, to the end |", "|---|--:|--:|--:|"]
    for name, each in times.items():
        lines.append(
            f"| {name} | {statistics.median(each):.0f} | {min(each):.0f} to {max(each):.0f} | {min(cpu[name]):.0f} |"
        )
    return lines


if __name__ == "__main__":
    table = answers_table(int(sys.argv[1]))
    print("\n".join(table))
    if "--write" in sys.argv:
        write_table("--answers", table)
