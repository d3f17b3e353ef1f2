# SPDX-License-Identifier: MIT
"""Long work in small parts, for the thread of the events not to wait for the interpreter."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

_BREATH = 0.001
"""Seconds of CPU time between two pauses of paced()."""
_BETWEEN = 64
"""Items between two looks at the clock, which is a syscall."""

Item = TypeVar("Item")


def paced(items: Iterable[Item]) -> Iterator[Item]:
    """The items, with pauses: whoever works on them leaves the interpreter to others for as long as it works."""
    begun = time.thread_time()
    for number, item in enumerate(items, 1):
        yield item
        if number % _BETWEEN == 0 and time.thread_time() - begun >= _BREATH:
            time.sleep(time.thread_time() - begun)
            begun = time.thread_time()
