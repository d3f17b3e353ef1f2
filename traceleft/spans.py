# SPDX-License-Identifier: MIT
"""The times between two events, as distributions, for scripts such as runqlat and biolatency."""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping

from traceleft.histogram import Histogram, bucket_of, time_text
from traceleft.measure import Histograms
from traceleft.printable import printable
from traceleft.script import Options, Run


class Spans:
    """What has begun and not ended, by a key of the caller's: a thread, a CPU, a request. It holds 65,536; then what
    began first is forgotten, for its end was missed."""

    _most = 65536

    def __init__(self) -> None:
        self._begun: dict[Hashable, int] = {}

    def begin(self, key: Hashable, at: int) -> None:
        """It begins at this time, in ns; again, if it has begun."""
        self._begun.pop(key, None)
        self._begun[key] = at
        if len(self._begun) > self._most:
            del self._begun[next(iter(self._begun))]

    def end(self, key: Hashable, at: int) -> int | None:
        """The time since its beginning, in ns; None where that wasn't seen."""
        begun = self._begun.pop(key, None)
        return None if begun is None else max(0, at - begun)


class Distributions:
    """Distributions of times, by title, that are printed every `interval` seconds, and begun anew.

    Args:
        args: `interval`, `count` and `timestamp`, which distribution_options() adds.
        run: whose every() they are printed by.
    """

    def __init__(self, args: argparse.Namespace, run: Run) -> None:
        self._timestamp = args.timestamp
        self._counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
        self._sums: Counter[str] = Counter()
        run.every(args.interval, self._show, args.count)

    def add(self, title: str, ns: int | None) -> None:
        """Adds a time; nothing where it is None."""
        if ns is not None:
            self._counts[title][bucket_of(ns)] += 1
            self._sums[title] += ns

    def _show(self) -> None:
        _show({title: Histogram(counts, self._sums[title]) for title, counts in self._counts.items()}, self._timestamp)
        self._counts.clear()
        self._sums.clear()


def show_distributions(
    args: argparse.Namespace, run: Run, times: Histograms, title: Callable[..., str] = lambda: "times"
) -> None:
    """Prints what the kernel has measured, every `interval` seconds what is new, up to the run's end.

    Args:
        args: as Distributions takes them.
        run: what ends it.
        times: what is measured.
        title: of the parts of a key.
    """

    def tick() -> None:
        new = times.since_last()
        _show({title(*times.named(key).values()): each for key, each in new.items()}, args.timestamp)

    run.every(args.interval, tick, args.count)
    run.wait(times)


def _show(histograms: Mapping[str, Histogram], timestamp: bool) -> None:
    if timestamp:
        print(time.strftime("%H:%M:%S"))
    for title, histogram in sorted(histograms.items()):
        print(printable(f"{title}: {histogram.headline(time_text)}"))
        print(histogram.text(time_text), flush=True)
    if not histograms:
        print("no times", flush=True)


def distribution_options(options: Options) -> None:
    """Adds what Distributions needs."""
    options.flags(timestamp="-T, print the time above")
    options.add_argument("interval", nargs="?", type=float, help="seconds (default: until the end)")
    options.add_argument("count", nargs="?", type=int, help="how often")
