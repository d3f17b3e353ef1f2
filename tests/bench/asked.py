# SPDX-License-Identifier: MIT
"""What questions and measures add to a call, beside bpftrace and BCC, in Markdown; scripts/bench --ask runs it.

Usage: asked.py RUNS [--write]. With --write the tables go into docs/speed.md and docs/from-bpftrace.md, too.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import signal
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from answers import BPFTRACE, COUNT, TRACELEFT, answer_ms
from figures import DOCS, write_table

import traceleft
from traceleft import _core

HIST = (
    "tracepoint:syscalls:sys_enter_read { @start[tid] = nsecs; } tracepoint:syscalls:sys_exit_read /@start[tid]/ "
    "{ @ns = hist(nsecs - @start[tid]); delete(@start[tid]); }"
)
MEASURED_SECONDS = 0.5
ANSWER_MS = 50
"""What the answer whose time is taken is about."""
Row = Callable[[], "contextlib.AbstractContextManager[None]"]


@contextlib.contextmanager
def tracer_with(attach: Callable[[traceleft.Tracer], object]) -> Iterator[None]:
    with traceleft.Tracer(discard=True) as tracer:
        kept = attach(tracer)  # a measure ends with its last user
        yield
        del kept


@contextlib.contextmanager
def empty_program() -> Iterator[None]:
    with traceleft.Tracer(discard=True) as tracer:
        program = tracer.empty_program("read")
        program.attach()
        yield
        program.detach()


@contextlib.contextmanager
def running(argv: list[str], ready: str) -> Iterator[None]:
    """A program, from the line with `ready` on."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(argv, text=True, **pipes) as process:  # type: ignore[call-overload]
        for line in process.stdout:
            if ready in line:
                break
        else:
            raise RuntimeError(f"{argv[0]} ended before it was ready")
        yield
        process.send_signal(signal.SIGINT)
        process.communicate()


def bpftrace(program: str) -> contextlib.AbstractContextManager[None]:
    """Its first tick comes when all is attached."""
    return running([*BPFTRACE, program + ' interval:ms:200 { printf("ready\\n"); }'], "ready")


def bcc() -> contextlib.AbstractContextManager[None]:
    return running(["/usr/bin/python3", str(Path(__file__).with_name("bcc_count.py"))], "ready")


def why_no_bcc() -> str:
    """Empty where BCC compiles programs here."""
    argv = ["/usr/bin/python3", str(Path(__file__).with_name("bcc_count.py"))]
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode == 0:
        return ""
    if "No module named 'bcc'" in done.stderr:
        return "BCC is not installed"
    said = [line for line in done.stderr.splitlines() if line.strip()]
    return f"BCC compiles nothing here, without the headers of this kernel? {said[-1] if said else done.returncode}"


def rows() -> dict[str, Row]:
    """What is attached while calls are timed, by name."""
    own = [os.getpid()]
    all_rows: dict[str, Row] = {
        "nothing": contextlib.nullcontext,
        "an empty program": empty_program,
        "a question, answered no": lambda: tracer_with(lambda t: t.attach("read", pids=own, where="fd == 12345")),
        "an event": lambda: tracer_with(lambda t: t.attach("read", pids=own)),
        "the first event of each process and file": lambda: tracer_with(
            lambda t: t.attach("read", pids=own, first=1, by=("pid", "fd"))
        ),
        "count by comm": lambda: tracer_with(lambda t: t.count("read", by="comm")),
        "count by comm, syscall": lambda: tracer_with(lambda t: t.count("read", by=("comm", "syscall"))),
        "histogram of durations": lambda: tracer_with(lambda t: t.histogram("read")),
    }
    if shutil.which("bpftrace"):
        all_rows["bpftrace, count by comm"] = lambda: bpftrace(COUNT)
        all_rows["bpftrace, histogram of durations"] = lambda: bpftrace(HIST)
    if missing := why_no_bcc():
        print(missing, file=sys.stderr)
    else:
        all_rows["BCC, count by comm"] = bcc
    return all_rows


def time_each(each: dict[str, Row], runs: int) -> dict[str, list[float]]:
    """ns a call, run by run, in turns."""
    costs: dict[str, list[float]] = {name: [] for name in each}
    for number in range(runs):
        for name, row in each.items():
            print(f"run {number + 1} of {runs}: {name} ...", file=sys.stderr)
            with row():
                times = _core.time_calls(MEASURED_SECONDS)
            costs[name].append(times.ns / times.calls)
    return costs


def cost_table(costs: dict[str, list[float]]) -> list[str]:
    median = {name: statistics.median(each) for name, each in costs.items()}
    base, empty = median["nothing"], median["an empty program"] - median["nothing"]
    lines = ["| | ns a call | min to max | adds | x empty program |", "|---|--:|--:|--:|--:|"]
    for name, each in costs.items():
        adds = median[name] - base
        lines.append(
            f"| {name} | {median[name]:.0f} | {min(each):.0f} to {max(each):.0f} | {adds:.0f} | {adds / empty:.2f} |"
        )
    return lines


def documented() -> dict[str, tuple[str, list[str]]]:
    """The lines of docs/from-bpftrace.md that both can measure reads by: a whole program, and traceleft's command."""
    found = {}
    for line in (DOCS / "from-bpftrace.md").read_text().splitlines():
        row = re.match(r"\| (.+?) \| `([^`]+ \{ @.*?\})` \| `traceleft ((?:count|hist) [^`]+)` \|", line)
        if row and "..." not in row[2]:
            program, ours = (re.sub("18644", str(os.getpid()), text) for text in row.groups()[1:])
            found[row[1]] = program, shlex.split(ours)
    return found


def compare_documented(runs: int) -> dict[str, tuple[str, str]]:
    """For each of these lines the time to the answer, and what it adds to a read; traceleft's and bpftrace's."""
    lines = documented()
    each: dict[str, Row] = {"nothing": contextlib.nullcontext}
    answers: dict[str, list[float]] = {}
    answer_ms([*TRACELEFT, "count", "read", "--", "true"])  # which compiles its modules
    for name, (program, ours) in lines.items():
        each[f"{name}: traceleft"] = lambda ours=ours: running([*TRACELEFT, *ours, "-i", "0.2"], "")  # type: ignore[misc]
        each[f"{name}: bpftrace"] = lambda program=program: bpftrace(program)  # type: ignore[misc]
        for _ in range(runs):
            print(f"{name}: time to the answer ...", file=sys.stderr)
            argv = [*TRACELEFT, *ours, "--seconds", str(ANSWER_MS / 1000)]
            answers.setdefault(f"{name}: traceleft", []).append(answer_ms(argv))
            argv = [*BPFTRACE, f"{program} interval:ms:{ANSWER_MS} {{ exit(); }}"]
            answers.setdefault(f"{name}: bpftrace", []).append(answer_ms(argv))
    costs = {name: statistics.median(times) for name, times in time_each(each, runs).items()}

    def both(figures: dict[str, float], unit: str, sign: str = "") -> dict[str, str]:
        return {
            name: " / ".join(f"{figures[f'{name}: {tool}']:{sign}.0f}" for tool in ("traceleft", "bpftrace"))
            + f" {unit}"
            for name in lines
        }

    times = both({name: statistics.median(each) for name, each in answers.items()}, "ms")
    added = both({name: cost - costs["nothing"] for name, cost in costs.items()}, "ns", "+")
    return {name: (times[name], added[name]) for name in lines}


def write(table: list[str], compared: dict[str, tuple[str, str]]) -> None:
    """Puts the figures into the documentation, with the day."""
    write_table("--ask", table)
    page = DOCS / "from-bpftrace.md"
    lines = page.read_text().splitlines()
    for i, line in enumerate(lines):
        name = line.removeprefix("| ").split(" | ")[0]
        if name in compared:
            cells = re.sub(r"( \|[^|`]*\|[^|`]*)\|$", "", line)
            lines[i] = f"{cells} | {compared[name][0]} | {compared[name][1]} |"
    page.write_text("\n".join(lines) + "\n")


def main(runs: int, writes: bool) -> None:
    table = cost_table(time_each(rows(), runs))
    print("\n".join(table))
    if not shutil.which("bpftrace"):
        return
    compared = compare_documented(runs)
    print("\n| | time to the answer | added to a read |\n|---|--:|--:|")
    for name, (answer, added) in compared.items():
        print(f"| {name} | {answer} | {added} |")
    if writes:
        write(table, compared)


if __name__ == "__main__":
    main(int(sys.argv[1]), "--write" in sys.argv)
