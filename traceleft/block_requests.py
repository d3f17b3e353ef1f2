# SPDX-License-Identifier: MIT
"""Requests to disks, from their tracepoints, for scripts such as biosnoop."""

from __future__ import annotations

import argparse
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from traceleft import battery
from traceleft._core import Event
from traceleft.errors import UsageError
from traceleft.script import Options, Run, scope

ISSUED = "block:block_rq_issue"
_MOST = 65536
"""Requests that have begun and not ended; of more the first are forgotten, for their ends were missed."""


@dataclass(frozen=True)
class Request:
    """A request that has ended.

    Args:
        began: who had the CPU when it was issued (or queued), and its `bytes` and `sector`.
        ended: its completion.
        ns: the time between.
    """

    began: Event
    ended: Event
    ns: int

    @property
    def disk(self) -> str:
        return disk_of(self.began["dev"])


def request_options(options: Options) -> None:
    """Adds -Q and -d DISK."""
    options.flags(queued="-Q, from when a request is queued, rather than issued")
    options.add_argument("-d", "--disk", help="this disk only, such as sda")


def requests(args: argparse.Namespace, run: Run) -> Iterator[Request]:
    """The requests that -p or the command issues, or all. What is written back later is the kernel's own."""
    if args.disk:
        device_of(args.disk)
    begun: dict[tuple[int, int], Event] = {}
    begins = ["block:block_rq_insert"] * args.queued + [ISSUED]
    for event in run.events([*begins, "block:block_rq_complete"], scope(args), everyone=True):
        key = (event["dev"], event["sector"])
        if event.syscall in begins:
            if event.syscall == begins[0]:  # one before there has ended unseen, or is queued again
                begun.pop(key, None)
            if run.chosen(event) and (not args.disk or disk_of(event["dev"]) == args.disk):
                begun.setdefault(key, event)
                if len(begun) > _MOST:
                    del begun[next(iter(begun))]
        elif (began := begun.pop(key, None)) is not None:
            yield Request(began, event, event.timestamp - began.timestamp)


def queueing() -> str:
    """The tracepoint of each request's beginning, of Linux 6.5; before, that of those that wait in a queue."""
    try:
        return battery.matching("block:block_io_start")[0]
    except UsageError:
        return "block:block_rq_insert"


def device_of(disk: str) -> int:
    """The kernel's dev_t of a disk. Raises UsageError where there is none of that name."""
    for (major, minor), name in _disks().items():
        if name == disk:
            return major << 20 | minor
    raise UsageError(f"there is no disk {disk!r}; there are {', '.join(sorted(_disks().values()))}")


def disk_of(device: int) -> str:
    """The disk of the kernel's dev_t; "MAJOR:MINOR" of one that is gone."""
    major, minor = device >> 20, device & 0xFFFFF
    return _disks().get((major, minor), f"{major}:{minor}")


@functools.cache
def _disks() -> dict[tuple[int, int], str]:
    found = {}
    for path in Path("/sys/class/block").glob("*/dev"):
        major, minor = map(int, path.read_text().split(":"))
        found[major, minor] = path.parent.name
    return found
