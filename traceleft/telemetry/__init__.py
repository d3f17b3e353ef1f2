# SPDX-License-Identifier: MIT
"""The tracer's own view of itself: its counts and its costs, and the ways to look at them."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from traceleft.stats import CompatCaller, Fill, HandlerNumbers, HookNumbers
from traceleft.telemetry.calls import Calls
from traceleft.telemetry.numbers import Numbers, OutputNumbers, ProcessNumbers

if TYPE_CHECKING:
    from traceleft.branch import Branch
    from traceleft.tracer import Tracer

__all__ = [
    "Calls",
    "CompatCaller",
    "Fill",
    "HandlerNumbers",
    "HookNumbers",
    "Numbers",
    "OutputNumbers",
    "ProcessNumbers",
    "Telemetry",
]


class Telemetry:
    """The numbers behind every view of a tracer: endpoints, metrics, `traceleft top`, --stats.

    Args:
        tracer: the one that is looked at.
        outputs: gives the outputs of its events.

    `calls` has its calls, where it counts them.
    """

    def __init__(
        self,
        tracer: Tracer,
        *,
        outputs: Callable[[], Sequence[Branch]] = tuple,
    ) -> None:
        self.tracer = tracer
        table = tracer.call_table
        self.calls = Calls(table) if table else None
        self._outputs = outputs

    def numbers(self) -> Numbers:
        """Everything, now; of a tracer that was stopped: as it was then. From any thread."""
        return Numbers(
            time=time.monotonic(),
            stats=self.tracer.stats(),
            fill=self.tracer.fill(),
            handlers=self.tracer.handlers(),
            hooks=self.tracer.hooks(),
            outputs=tuple(
                OutputNumbers(
                    name=branch.name,
                    written=branch.written,
                    dropped=branch.dropped,
                    queued_bytes=branch.queued_bytes,
                    error=str(branch.error) if branch.error else None,
                )
                for branch in self._outputs()
            ),
            process=process_numbers(),
            compat_callers=self.tracer.compat_callers(),
        )


def process_numbers() -> ProcessNumbers:
    """The CPU time, memory and threads of this process, now."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    with open("/proc/self/statm", "rb") as statm:  # man 5 proc: pages; the second is what is resident
        pages = int(statm.read().split()[1])
    return ProcessNumbers(
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        resident_bytes=pages * os.sysconf("SC_PAGE_SIZE"),
        threads=len(os.listdir("/proc/self/task")),  # noqa: PTH208
    )
