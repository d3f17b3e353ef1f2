# SPDX-License-Identifier: MIT
"""The tracer's numbers as text: what --stats prints."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from traceleft import battery
from traceleft.printable import printable
from traceleft.table import table

if TYPE_CHECKING:
    from traceleft.stats import Fill, HandlerNumbers, Stats
    from traceleft.telemetry.calls import Calls
    from traceleft.telemetry.numbers import Numbers

_MOST_COMPAT_CALLERS = 20
_MOST_HANDLERS = 20
"""Handlers that are listed: those that took most."""
MOST_LOSERS = 3
"""Processes that are named: those that lost most events."""


def describe(numbers: Numbers, calls: Calls | None = None) -> str:
    """Everything, in a few lines; with tables of the handlers that were timed, and of calls where they were counted."""
    stats, fill, process = numbers.stats, numbers.fill, numbers.process
    lines = [
        f"events    {stats.handled} handled, {stats.received} received, {stats.lost} lost in {stats.elapsed:.3f} s"
        f" under {stats.backend}",
        *_losses(numbers),
        f"waiting   {size_text(fill.ring_bytes)} in the ring of {size_text(fill.ring_size)}, "
        f"{size_text(fill.queue_bytes)} taken out of it{_room(fill)}",
        *(
            f"output    {output.name}: {output.written} written, {output.dropped} dropped, "
            f"{size_text(output.queued_bytes)} waiting" + (f"; failed: {output.error}" if output.error else "")
            for output in numbers.outputs
        ),
        f"traceleft {process.cpu_seconds:.3f} s of CPU time, {size_text(process.resident_bytes)} of memory, "
        f"{process.threads} threads",
        *_handlers(numbers.handlers),
        *(_calls(calls) if calls else ()),
    ]
    return "".join(printable(line) + "\n" for line in lines)


def _room(fill: Fill) -> str:
    spilled = f" and {size_text(fill.spilled_bytes)} of a file" if fill.spilled_bytes else ""
    return f", in {size_text(fill.buffer_bytes)} of memory{spilled}" if fill.buffer_bytes else ""


def _losses(numbers: Numbers) -> Iterable[str]:
    stats = numbers.stats
    for cpu, reasons in stats.lost_by_cpu.items():
        yield f"  lost on cpu{cpu}: " + _reasons(reasons)
    for syscall, reasons in sorted(stats.lost_by_syscall.items(), key=lambda item: -sum(item[1].values())):
        yield f"  lost of {syscall}: " + _reasons(reasons)
    for pid, events in most_lost(stats):
        yield f"  lost of process {pid}: {events} over_budget"
    for count, what in (
        (stats.compat_calls, "32-bit calls, which were not decoded"),
        (stats.unfollowed, "children not followed, for want of room"),
        (stats.skipped_runs, "calls skipped by the kernel: another program was running on their CPU"),
        (stats.probe_misses, "calls missed by the kernel's probes"),
        (stats.declined, "events built that the question did not want"),
        (stats.rate_limited, "calls left out by the rate limit"),
        (stats.repeated, "calls left out, for their keys had their first events"),
        (stats.unkeyed, "events of keys for which there was no room: they may be repeated"),
        (stats.untold, "files and processes that the ring had no room to tell of"),
        (stats.unchecked_paths, "calls of which it is not known whether they opened the file that their string names"),
    ):
        if count:
            yield f"  {count} {what}"
    for caller in sorted(numbers.compat_callers, key=lambda caller: -caller.calls)[:_MOST_COMPAT_CALLERS]:
        yield f"  {caller.calls} 32-bit calls of process {caller.pid} ({printable(caller.name)})"


def most_lost(stats: Stats) -> list[tuple[int, int]]:
    """The processes that lost most events for they were over their budget, and how many."""
    return sorted(stats.lost_by_process.items(), key=lambda item: -item[1])[:MOST_LOSERS]


def _reasons(reasons: dict[str, int]) -> str:
    return ", ".join(f"{events} {reason}" for reason, events in reasons.items())


def _handlers(handlers: Sequence[HandlerNumbers]) -> Iterable[str]:
    shipped = os.fspath(battery.shipped_file())
    timed = sorted((handler for handler in handlers if handler.runs), key=lambda handler: -handler.run_ns)
    if not timed:
        return
    rows = [
        (
            f"{handler.run_ns / handler.runs:.0f}",
            str(handler.runs),
            handler.syscall + (" (entry)" if handler.entry else ""),
            "default" if not handler.slot else f"{handler.slot} (pid {', '.join(map(str, handler.pids)) or 'gone'})",
            "shipped" if handler.path == shipped else handler.path,
        )
        for handler in timed[:_MOST_HANDLERS]
    ]
    yield ""
    yield from table(("ns a run", "runs timed", "syscall", "slot", "handler"), rows, numeric=2)
    if len(timed) > _MOST_HANDLERS:
        yield f"and {len(timed) - _MOST_HANDLERS} more"


def _calls(calls: Calls) -> Iterable[str]:
    """As `strace -c` has them."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for each in calls.calls():
        for index, value in enumerate((each.calls, each.errors, each.timed, each.ns)):
            sums[each.syscall][index] += value
    if not sums:
        return
    total = sum(duration_ns for _, _, _, duration_ns in sums.values())
    rows = []
    for syscall, (count, errors, timed, duration_ns) in sorted(
        sums.items(), key=lambda item: (-item[1][3], -item[1][0])
    ):
        times = (
            (f"{100 * duration_ns / total:.2f}", f"{duration_ns / 1e9:.6f}", f"{duration_ns / timed / 1e3:.1f}")
            if timed and total
            else ()
        )
        rows.append((*times, str(count), str(errors or ""), syscall))
    timed_rows = bool(total)
    if timed_rows:  # a call that never returns has no time
        rows = [row if len(row) == 6 else ("", "", "", *row) for row in rows]
    head = ("% time", "seconds", "usecs/call") if timed_rows else ()
    yield ""
    yield from table((*head, "calls", "errors", "syscall"), rows, numeric=len(head) + 2)


def size_text(size: int) -> str:
    """A size in bytes for people: 512 B, 1.5 MiB."""
    if size < 1024:
        return f"{size} B"
    value, unit = size / 1024, "KiB"
    for larger in ("MiB", "GiB", "TiB"):
        if value < 1024:
            break
        value, unit = value / 1024, larger
    return f"{value:.1f} {unit}"
