# SPDX-License-Identifier: MIT
"""The tracer's numbers as metrics, by the names that Prometheus and OpenTelemetry get them under."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from traceleft import __version__, _core, battery
from traceleft.printable import printable
from traceleft.telemetry.ledger import Ledger

if TYPE_CHECKING:
    from traceleft.telemetry import Telemetry
    from traceleft.telemetry.numbers import Numbers

Labels = Mapping[str, str]

Series = tuple[str, str, str, str, str]
"""A handler's labels: syscall, side, slot, handler, program_id."""

OTHER = "other"
"""The label of those that have no series of their own."""
BUCKET_BOUNDS = tuple(2**exponent / 1e6 for exponent in range(0, 31, 2))
"""Seconds: upper bounds of the latency histograms, 1 us to 18 min. Beyond is a last bucket."""


@dataclass(frozen=True)
class Distribution:
    """Durations of one series."""

    counts: tuple[int, ...]
    """By bucket, not added up: one for each of BUCKET_BOUNDS, and one for all beyond."""
    sum: float
    """Seconds."""


@dataclass
class Measure:
    """A metric with all its series.

    A counter's name has no `_total`: Prometheus' library adds it.
    """

    name: str
    help: str
    kind: str
    """counter, gauge or histogram."""
    unit: str = ""
    """`seconds` or `bytes`, which is the name's end, too."""
    points: list[tuple[Labels, float]] = field(default_factory=list)
    distributions: list[tuple[Labels, Distribution]] = field(default_factory=list)

    def add(self, value: float, **labels: str) -> Measure:
        """Another series."""
        self.points.append(({name: printable(text) for name, text in labels.items()}, value))
        return self


class Measures:
    """Gives the metrics of a tracer.

    Args:
        telemetry: the source of its numbers; its calls, where it counts them, are metrics by syscall and comm.
        call_series: pairs of syscall and comm that get series of their own, those that came first, the most frequent
            before others; all else is counted under comm "other".
        handler_series: programs of handlers that get series of their own, in the same way; the others of a syscall and
            side are added up.
        idle: seconds after which a series that didn't change gives way to one that does. Each series counts what
            happens while it is there, so none ever falls or jumps, and one that comes back counts anew.
        process: traceleft's own CPU time and memory are among them, for who has no ProcessCollector.
    """

    def __init__(
        self,
        telemetry: Telemetry,
        *,
        call_series: int = 500,
        handler_series: int = 1000,
        idle: float = 300.0,
        process: bool = False,
    ) -> None:
        self._telemetry = telemetry
        self._process = process
        self._calls_by_name = Ledger(call_series, idle, lambda pair: (pair[0], OTHER))
        self._handler_runs = Ledger(handler_series, idle, lambda series: (*series[:2], OTHER, OTHER, OTHER))

    def collect(self) -> list[Measure]:
        """All metrics, now. From one thread at a time."""
        numbers = self._telemetry.numbers()
        return [
            *_measures(numbers),
            *self._handlers(numbers),
            *_hooks(numbers),
            *(_process(numbers) if self._process else ()),
            *self._calls(),
        ]

    def _handlers(self, numbers: Numbers) -> Iterable[Measure]:
        runs = Measure(
            "traceleft_handler_timed_runs", "Handler runs that were timed, which are a sample of all runs.", "counter"
        )
        times = Measure(
            "traceleft_handler_timed_seconds", "Time that the timed handler runs took.", "counter", "seconds"
        )
        shipped = str(battery.shipped_file())
        rows = {
            (
                handler.syscall,
                "entry" if handler.entry else "exit",
                str(handler.slot),
                "shipped" if handler.path == shipped else handler.path,
                str(handler.program_id),
            ): (handler.runs, handler.run_ns)
            for handler in numbers.handlers
            if handler.runs
        }
        for (syscall, side, slot, path, program_id), (count, ns) in self._handler_runs.enter(rows).items():
            labels = {"syscall": syscall, "side": side, "slot": slot, "handler": path, "program_id": program_id}
            runs.add(count, **labels)
            times.add(ns / 1e9, **labels)
        yield runs
        yield times

    def _calls(self) -> Iterable[Measure]:
        counted = self._telemetry.calls
        if counted is None:
            return
        rows: dict[tuple[str, str], tuple[int, ...]] = {}
        for each in counted.calls_by_name():
            # As they are shown, for names that look alike must be one series.
            pair = printable(each.syscall), printable(each.comm) or OTHER
            counts = (each.calls, each.errors, each.timed, each.ns, *each.buckets)
            rows[pair] = tuple(map(sum, zip(rows[pair], counts))) if pair in rows else counts
        series = self._calls_by_name.enter(rows)
        made = Measure("traceleft_calls", "Traced calls.", "counter")
        failed = Measure("traceleft_call_errors", "Traced calls that failed.", "counter")
        times = Measure(
            "traceleft_call_duration_seconds",
            "Time between the entry and the exit of a traced call.",
            "histogram",
            "seconds",
        )
        for (syscall, comm), row in sorted(series.items()):
            calls, errors, timed, duration_ns, *by_bucket = row
            made.add(calls, syscall=syscall, comm=comm)
            failed.add(errors, syscall=syscall, comm=comm)
            if timed:
                distribution = Distribution(_joined(by_bucket), duration_ns / 1e9)
                times.distributions.append(({"syscall": syscall, "comm": comm}, distribution))
        yield made
        yield failed
        yield times


def _joined(buckets: Sequence[int]) -> tuple[int, ...]:
    """The buckets of _core.CallCounts, of bounds 2**i us, as those of BUCKET_BOUNDS."""
    counts = [0] * (len(BUCKET_BOUNDS) + 1)
    for exponent, count in enumerate(buckets):
        last = exponent == len(buckets) - 1  # without a bound
        counts[len(BUCKET_BOUNDS) if last else (exponent + 1) // 2] += count
    return tuple(counts)


def _measures(numbers: Numbers) -> Iterable[Measure]:
    stats, fill = numbers.stats, numbers.fill
    yield Measure("traceleft_build_info", "The version, the backend and the kernel, as labels.", "gauge").add(
        1, version=__version__, backend=stats.backend, kernel=platform.release()
    )
    handled = Measure("traceleft_events_handled", "Events that handlers built.", "counter")
    for cpu, events in stats.handled_by_cpu.items():
        handled.add(events, cpu=str(cpu))
    yield handled
    yield Measure("traceleft_events_received", "Events taken out of the ring.", "counter").add(stats.received)
    lost = Measure("traceleft_events_lost", "Events that were lost because they found no room.", "counter")
    # Also where nothing happened yet: the rate of a series that begins above 0 is too low.
    for cpu in sorted({*range(os.cpu_count() or 1), *stats.handled_by_cpu}):
        for reason in _core.LOSS_REASONS:
            lost.add(stats.lost_by_cpu.get(cpu, {}).get(reason, 0), cpu=str(cpu), reason=reason)
    yield lost
    by_syscall = Measure(
        "traceleft_syscall_events_lost", "Events that were lost because they found no room, by syscall.", "counter"
    )
    for syscall, reasons in stats.lost_by_syscall.items():
        for reason, events in reasons.items():
            by_syscall.add(events, syscall=syscall, reason=reason)
    yield by_syscall
    for name, help, count in (
        ("traceleft_compat_calls", "32-bit calls that were counted but not decoded.", stats.compat_calls),
        (
            "traceleft_unfollowed_children",
            "Child processes that are not traced because the handler table is full.",
            stats.unfollowed,
        ),
        (
            "traceleft_skipped_runs",
            "Calls for which the kernel skipped the BPF programs at the hook.",
            stats.skipped_runs,
        ),
        ("traceleft_probe_misses", "Calls that a probe missed under the backend kprobe.", stats.probe_misses),
    ):
        yield Measure(name, help, "counter").add(count)
    # Of most tracers nothing is asked.
    for name, help, count in (
        ("traceleft_events_declined", "Events that were built and that a question did not want.", stats.declined),
        ("traceleft_rate_limited_calls", "Calls of processes that had sent all events they may.", stats.rate_limited),
        ("traceleft_repeated_calls", "Calls whose key had all the events it may have.", stats.repeated),
        ("traceleft_unkeyed_calls", "Calls by keys for which there was no room, which became events.", stats.unkeyed),
        ("traceleft_untold_files", "Files and processes that the ring had no room to tell of.", stats.untold),
        (
            "traceleft_unchecked_paths",
            "Calls of which it was not found out whether they opened the file that their string names.",
            stats.unchecked_paths,
        ),
    ):
        if count:
            yield Measure(name, help, "counter").add(count)
    for name, help, size in (
        ("traceleft_ring_size_bytes", "Size of the events ring.", fill.ring_size),
        ("traceleft_ring_used_bytes", "Bytes of the events ring that are in use.", fill.ring_bytes),
        (
            "traceleft_queue_bytes",
            "Bytes of events that were taken out of the ring and have not reached the outputs yet.",
            fill.queue_bytes,
        ),
        ("traceleft_buffer_bytes", "Bytes of memory that these take, compressed or not.", fill.buffer_bytes),
        ("traceleft_spilled_bytes", "Bytes of a file that these take, compressed.", fill.spilled_bytes),
    ):
        yield Measure(name, help, "gauge", "bytes").add(size)
    yield from _outputs(numbers)


def _outputs(numbers: Numbers) -> Iterable[Measure]:
    written = Measure("traceleft_output_events_written", "Events that an output wrote.", "counter")
    dropped = Measure(
        "traceleft_output_events_dropped",
        "Events that an output dropped because it was too slow or had failed.",
        "counter",
    )
    queued = Measure("traceleft_output_queue_bytes", "Bytes of events that wait for an output.", "gauge", "bytes")
    failed = Measure("traceleft_output_failed", "Whether the output has failed for good: 1, else 0.", "gauge")
    for output in numbers.outputs:
        written.add(output.written, output=output.name)
        dropped.add(output.dropped, output=output.name)
        queued.add(output.queued_bytes, output=output.name)
        failed.add(int(output.error is not None), output=output.name)
    return written, dropped, queued, failed


def _hooks(numbers: Numbers) -> Iterable[Measure]:
    runs = Measure(
        "traceleft_hook_runs",
        "Runs of the BPF programs at hooks, while the kernel counts them (bpf_stats_enabled).",
        "counter",
    )
    times = Measure(
        "traceleft_hook_seconds", "Time that the programs at hooks took, handlers included.", "counter", "seconds"
    )
    for hook in numbers.hooks:
        if hook.runs:
            runs.add(hook.runs, program=hook.name)
            times.add(hook.run_ns / 1e9, program=hook.name)
    yield runs
    yield times


def _process(numbers: Numbers) -> Iterable[Measure]:
    process = numbers.process
    for name, help, kind, unit, value in (
        ("process_cpu_seconds", "CPU time that traceleft used.", "counter", "seconds", process.cpu_seconds),
        ("process_resident_memory_bytes", "Resident memory of traceleft.", "gauge", "bytes", process.resident_bytes),
        ("process_threads", "Threads of traceleft.", "gauge", "", process.threads),
    ):
        yield Measure(name, help, kind, unit).add(value)
