# SPDX-License-Identifier: MIT
"""How much longer programs take while all of their calls are traced, in Markdown; scripts/bench --workloads runs it.

Usage: workloads.py RUNS PROGRAM [--write] [--check] [--short]. PROGRAM is workloads.c, compiled. With --write the table
goes into docs/speed.md, a plot of it beside that, and the ratios into workloads.json; --check compares with those that
are there, and fails where one has grown by more than a quarter. --short leaves out most, for a look.
"""

from __future__ import annotations

import json
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bars import plot
from figures import DOCS, write_table

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = Path(__file__).with_suffix(".json")
COUNT = "@[comm, args->id] = count();"
SHORT = {"untraced", "an empty program", "traceleft raw_tp, text", "traceleft count", "strace -f"}
"""The tracers of a short look."""
OPTIONS = {"writes": "write", "checks": "check", "short": "short"}
SLOWER = 1.25
"""A ratio that has grown by more than this is told of. What one machine measures twice differs by a tenth."""


class Workload(NamedTuple):
    name: str
    count: int
    arguments: tuple[str, ...]
    slow: int
    """Of the tracers that stop a process at each call, so much less is asked."""


class Tracer(NamedTuple):
    name: str
    prefix: tuple[str, ...]
    slow: bool = False
    joins: bool = False
    """It takes a command as one argument."""

    def command(self, *argv: str) -> list[str]:
        return [*self.prefix, shlex.join(argv)] if self.joins else [*self.prefix, *argv]


def workloads(directory: str) -> Iterator[Workload]:
    path = Path(directory, "x" * (60 - len(directory) - 1))
    path.touch()
    yield Workload("open and close, a path of 60 bytes", 50_000, ("opens", str(path)), 20)
    yield Workload("open, which finds nothing", 50_000, ("opens", str(path)[:-1]), 20)
    yield Workload("four threads, eight calls", 40_000, ("mix",), 20)
    yield Workload("fork and execute /bin/true", 100, ("forks",), 4)
    if shutil.which("git"):
        yield Workload("git status", 5, ("repeat", "git", "-C", str(ROOT), "status", "--short"), 5)
    tree = str(ROOT / "csrc")
    yield Workload("tar of csrc", 5, ("repeat", "tar", "--create", "--file", f"{directory}/tar", tree), 5)


def tracers(directory: str) -> Iterator[Tracer]:
    traceleft = (sys.executable, "-m", "traceleft")
    file = f"{directory}/output"
    yield Tracer("untraced", ())
    yield Tracer("an empty program", (sys.executable, str(Path(__file__).with_name("nothing.py"))))
    for backend in ("raw_tp", "tracepoint"):
        trace = (*traceleft, "trace", "--backend", backend)
        yield Tracer(f"traceleft {backend}, text", (*trace, "all", "-o", file, "--"))
    trace = (*traceleft, "trace", "--backend", "raw_tp")
    yield Tracer("traceleft raw_tp, recorded", (*trace, "all", "-o", f"record:{file}", "--"))
    yield Tracer("traceleft raw_tp, none wanted", (*trace, "--where", "ret == -4000", "all", "-o", file, "--"))
    yield Tracer("traceleft count", (*traceleft, "count", "all", "--"))
    if shutil.which("bpftrace"):
        # Its own calls would make lines of which each makes calls.
        hook = 'tracepoint:raw_syscalls:sys_exit /comm != "bpftrace"/'
        for name, action in (("lines", 'printf("%s %d %d %d\\n", comm, tid, args->id, args->ret);'), ("count", COUNT)):
            prefix = ("bpftrace", "-q", "-B", "full", "-o", file, "-e", f"{hook} {{ {action} }}", "-c")
            yield Tracer(f"bpftrace, {name}", prefix, joins=True)
    if shutil.which("strace"):
        yield Tracer("strace -f", ("strace", "-f", "-o", file), slow=True)
        yield Tracer("strace -f --seccomp-bpf", ("strace", "-f", "--seccomp-bpf", "-o", file), slow=True)
    if shutil.which("perf"):
        yield Tracer("perf trace", ("perf", "trace", "-o", file, "--"), slow=True)


def timed(program: str, tracer: Tracer, workload: Workload) -> float:
    """ns of one."""
    count = max(workload.count // (workload.slow if tracer.slow else 1), 1)
    name, *rest = workload.arguments
    command = tracer.command(program, name, str(count), *rest)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    return float(done.stdout.split()[0])


def asked(program: str, tracer: Tracer, count: int) -> tuple[float, float]:
    """p50 and p99 of what a client waits for a traced server, in ns."""
    command = tracer.command(program, "serve")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        port = server.stdout.readline().strip()
        done = subprocess.run([program, "ask", port, str(count)], capture_output=True, text=True, check=True)
        server.stdout.read()
    p50, p99 = map(float, done.stdout.split())
    return p50, p99


def run(program: str, runs: int, short: bool) -> dict[str, dict[str, list[float]]]:
    """ns by workload and tracer, of each run. Runs are interleaved."""
    found: dict[str, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory() as directory:
        all_tracers, all_workloads = list(tracers(directory)), list(workloads(directory))
        if short:
            all_tracers = [each for each in all_tracers if each.name in SHORT]
            all_workloads = [each._replace(count=max(each.count // 5, 1)) for each in all_workloads[:3]]
        for number in range(runs):
            for tracer in all_tracers:
                print(f"run {number + 1} of {runs}: {tracer.name} ...", file=sys.stderr)
                for workload in all_workloads:
                    cost = timed(program, tracer, workload)
                    found.setdefault(workload.name, {}).setdefault(tracer.name, []).append(cost)
                for name, cost in zip(("p50", "p99"), asked(program, tracer, 2_000 if tracer.slow else 10_000)):
                    asking = found.setdefault(f"an answer over loopback, {name}", {})
                    asking.setdefault(tracer.name, []).append(cost)
                Path(directory, "output").unlink(missing_ok=True)
    return found


def ratios(found: dict[str, dict[str, list[float]]]) -> dict[str, dict[str, float]]:
    """How many times as long as untraced: the median of each run's ratio."""
    return {
        workload: {
            tracer: round(statistics.median(a / b for a, b in zip(costs, by_tracer["untraced"])), 2)
            for tracer, costs in by_tracer.items()
            if tracer != "untraced"
        }
        for workload, by_tracer in found.items()
    }


def table(found: dict[str, dict[str, list[float]]]) -> list[str]:
    names = [name for name in next(iter(found.values())) if name != "untraced"]
    times = ratios(found)
    lines = [f"| | µs untraced | {' | '.join(names)} |", f"|---|--:|{'--:|' * len(names)}"]
    for workload, by_tracer in found.items():
        untraced = statistics.median(by_tracer["untraced"]) / 1000
        shown = " | ".join(f"{times[workload][name]:.2f}" for name in names)
        lines.append(f"| {workload} | {untraced:.1f} | {shown} |")
    return lines


def slower(found: dict[str, dict[str, float]], kept: dict[str, dict[str, float]]) -> list[str]:
    """What has become slower, in sentences."""
    return [
        f"{workload}: {tracer} takes {ratio:.2f} times as long as untraced; it took {kept[workload][tracer]:.2f}"
        for workload, by_tracer in found.items()
        for tracer, ratio in by_tracer.items()
        if tracer in kept.get(workload, {}) and ratio > SLOWER * kept[workload][tracer]
    ]


def main(runs: int, program: str, *, writes: bool = False, checks: bool = False, short: bool = False) -> int:
    if checks and not KEPT.exists():
        print(f"no ratios are kept in {KEPT}: measure them first, with --write", file=sys.stderr)
        return 2
    found = run(program, runs, short)
    lines = table(found)
    print("\n".join(lines))
    grown = slower(ratios(found), json.loads(KEPT.read_text())) if checks else []
    print("\n".join(grown), file=sys.stderr)
    if writes:
        write_table("--workloads", lines)
        (DOCS / "workloads.svg").write_text(plot("Times as long as untraced, all calls traced", ratios(found)))
        KEPT.write_text(json.dumps(ratios(found), indent=2, sort_keys=True) + "\n")
    return bool(grown)


if __name__ == "__main__":
    options = {name: f"--{option}" in sys.argv for name, option in OPTIONS.items()}
    sys.exit(main(int(sys.argv[1]), sys.argv[2], **options))
