# SPDX-License-Identifier: MIT
"""Distributions of times that the kernel has measured, for scripts such as runqlat and biolatency."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping

from traceleft.histogram import Histogram, time_text
from traceleft.measure import Histograms
from traceleft.printable import printable
from traceleft.script import Options, Run


def show_distributions(
    args: argparse.Namespace,
    run: Run,
    times: Histograms,
    title: Callable[..., str | None] = lambda: "times",
    *,
    look: Callable[[], None] = lambda: None,
) -> None:
    """Prints what the kernel has measured, every `interval` seconds what is new, up to the run's end.

    Args:
        args: `interval`, `count` and `timestamp`, which distribution_options() adds.
        run: what ends it.
        times: what is measured.
        title: of the parts of a key; those with the same are added up, and those with None left out.
        look: is called each time before any title.
    """

    def tick() -> None:
        look()
        new: dict[str, Histogram] = {}
        for key, each in times.since_last().items():
            called = title(*times.named(key).values())
            if called is not None:
                new[called] = new[called] + each if called in new else each
        _show(new, args.timestamp)

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
    """Adds what show_distributions() needs."""
    options.flags(timestamp="-T, print the time above")
    options.intervals()
