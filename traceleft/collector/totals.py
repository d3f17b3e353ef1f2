# SPDX-License-Identifier: MIT
"""The numbers of what a collector received, by sender and by syscall."""

from __future__ import annotations

import base64
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

# Whatever clients send, the memory for it is limited.
SYSCALLS = 1024
"""Names that are counted apart, of which Linux has half as many; OTHER has the rest."""
SESSIONS = 1024
"""Senders that are counted apart."""
RANGES = 1024
"""Ranges of missing batches that are kept of a session."""
NAME_CHARACTERS = 256
"""The most characters kept of the name of a host, a boot or a syscall."""
OTHER = "other"
"""The name of all that is beyond."""


class SessionKey(NamedTuple):
    """One sender's life."""

    host: str
    boot_id: str
    session: bytes


@dataclass
class Session:
    """The numbers of what was received in one session."""

    last: int = 0
    """The highest sequence."""
    missing: list[tuple[int, int]] = field(default_factory=list)
    """Ranges of sequences below it that never came."""
    batches: int = 0
    events: int = 0
    repeated: int = 0
    """Batches that came again, and were not counted."""
    dropped: int = 0
    """Events that the sender says it gave up."""
    connected: int = 0
    """Streams of it that are open."""
    given_up: int = 0
    """Batches that never came, in ranges that are no longer kept: should one come yet, it counts as repeated."""

    def is_new(self, sequence: int) -> bool:
        """Whether this batch has not come yet."""
        return sequence > self.last or any(first <= sequence <= last for first, last in self.missing)

    def accept(self, sequence: int, events: int, dropped: int) -> None:
        """Counts a new one."""
        if sequence > self.last:
            if sequence > self.last + 1:
                self.missing.append((self.last + 1, sequence - 1))
                if len(self.missing) > RANGES:
                    self._give_up()
            self.last = sequence
        else:
            self.missing = [
                rest
                for first, last in self.missing
                for rest in (
                    ((first, sequence - 1), (sequence + 1, last)) if first <= sequence <= last else ((first, last),)
                )
                if rest[0] <= rest[1]
            ]
            if len(self.missing) > RANGES:
                self._give_up()
        self.batches += 1
        self.events += events
        self.dropped += dropped

    def add(self, other: Session) -> None:
        """Takes over the counts of another, which is kept no longer."""
        self.batches += other.batches
        self.events += other.events
        self.repeated += other.repeated
        self.dropped += other.dropped
        self.given_up += other.gaps

    def _give_up(self) -> None:
        first, last = self.missing.pop(0)
        self.given_up += last - first + 1

    @property
    def gaps(self) -> int:
        """Batches that never came."""
        return self.given_up + sum(last - first + 1 for first, last in self.missing)


class Totals:
    """The numbers of all senders. A sender beyond SESSIONS takes the place of the one that was heard of first among
    those that are gone; if none is gone, its batches are counted under OTHER, without a look at their sequences."""

    def __init__(self) -> None:
        self.sessions: dict[SessionKey, Session] = {}
        self.other = Session()
        """All that are not kept apart."""
        self.syscalls: Counter[str] = Counter()
        self.refused = 0
        """Streams that had no right, or made no sense."""

    def session(self, key: SessionKey) -> Session:
        """The numbers of a sender."""
        known = self.sessions.get(key)
        if known is not None:
            return known
        if len(self.sessions) >= SESSIONS:
            gone = next((key for key, each in self.sessions.items() if not each.connected), None)
            if gone is None:
                return self.other
            self.other.add(self.sessions.pop(gone))
        return self.sessions.setdefault(key, Session())

    def is_new(self, session: Session, sequence: int) -> bool:
        """Whether this batch has not come yet, as far as that is known."""
        return session is self.other or session.is_new(sequence)

    def count(self, session: Session, sequence: int, events: int, dropped: int, calls: dict[str, int]) -> bool:
        """Counts a batch; False where it came before."""
        if not self.is_new(session, sequence):
            session.repeated += 1
            return False
        session.accept(session.last + 1 if session is self.other else sequence, events, dropped)
        for name, count in calls.items():
            self.syscalls[self._counted_as(name)] += count
        return True

    def _counted_as(self, name: str) -> str:
        if name in self.syscalls:
            return name
        return name if len(name) <= NAME_CHARACTERS and len(self.syscalls) < SYSCALLS else OTHER

    @property
    def _all(self) -> list[Session]:
        return [*self.sessions.values(), self.other]

    @property
    def events(self) -> int:
        return sum(each.events for each in self._all)

    def as_dict(self) -> dict[str, Any]:
        """For programs."""
        return {
            "events": self.events,
            "batches": sum(each.batches for each in self._all),
            "repeated": sum(each.repeated for each in self._all),
            "missing": sum(each.gaps for each in self._all),
            "dropped_by_senders": sum(each.dropped for each in self._all),
            "refused": self.refused,
            "syscalls": dict(self.syscalls.most_common()),
            "clients": [
                {
                    **{"host": key.host, "boot_id": key.boot_id, "session": key.session.hex()},
                    **{"events": each.events, "batches": each.batches, "last": each.last},
                    **{"repeated": each.repeated, "missing": each.missing, "given_up": each.given_up},
                    **{"dropped": each.dropped},
                }
                for key, each in self.sessions.items()
            ],
        }


def short(key: SessionKey) -> str:
    """A session's name in a table: the host, and as much more as tells its sessions apart."""
    return f"{key.host} {base64.b32encode(key.session[-5:]).decode().lower()}"
