# SPDX-License-Identifier: MIT
"""Chooses those of many counted things that have a series of their own, for as long as they are counted."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Counts = tuple[int, ...]


class Ledger(Generic[Key]):
    """Adds the counts since the last time to series, of which there is a limited number.

    A series never falls, and never jumps by counts under another's name: the rate over it is right. One that
    has gone takes its counts along; when it comes back it counts from 0, as a counter of a process that was restarted.

    Args:
        limit: series of their own.
        idle: seconds after which one that didn't change gives way to a thing that does.
        shared: the series that a thing is counted in without one of its own.
    """

    def __init__(self, limit: int, idle: float, shared: Callable[[Key], Key]) -> None:
        self._limit = limit
        self._idle = idle
        self._shared = shared
        self._last: dict[Key, Counts] = {}
        self._own: dict[Key, Counts] = {}
        self._changed: dict[Key, float] = {}
        """The time of the last change of each series of its own."""
        self._others: dict[Key, Counts] = {}

    def enter(self, rows: Mapping[Key, Counts]) -> dict[Key, Counts]:
        """Takes everything that was counted so far, and gives every series. A thing that counts less began anew."""
        now = time.monotonic()
        news = {key: _since(self._last.get(key), row) for key, row in rows.items() if row != self._last.get(key)}
        self._last = dict(rows)
        for key in self._own.keys() - rows.keys():
            del self._own[key], self._changed[key]
        candidates = sorted(
            (key for key in news if key not in self._own and key != self._shared(key)), key=lambda key: -news[key][0]
        )
        self._make_room(len(candidates), news, now)
        for key in candidates[: max(0, self._limit - len(self._own))]:
            self._own[key] = (0,) * len(news[key])
        for key, row in news.items():
            if key in self._own:
                self._own[key] = _sum(self._own[key], row)
                self._changed[key] = now
            else:
                shared = self._shared(key)
                self._others[shared] = _sum(self._others[shared], row) if shared in self._others else row
        return {**self._own, **self._others}

    def _make_room(self, wanted: int, news: Mapping[Key, Counts], now: float) -> None:
        """Has those go that didn't change for longest, if that is long enough."""
        missing = len(self._own) + wanted - self._limit
        idle = [key for key in self._own if key not in news and now - self._changed[key] >= self._idle]
        for key in sorted(idle, key=lambda key: self._changed[key])[: max(0, missing)]:
            del self._own[key], self._changed[key]


def _since(before: Counts | None, now: Counts) -> Counts:
    if before is None or now[0] < before[0]:
        return now
    return tuple(b - a for a, b in zip(before, now))


def _sum(one: Counts, other: Counts) -> Counts:
    return tuple(a + b for a, b in zip(one, other))
