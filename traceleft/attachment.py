# SPDX-License-Identifier: MIT
"""Handlers in place, as Tracer.attach() returns them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Replaced:
    """A handler that gave way to a later one for the same syscall and process."""

    syscall: str
    pid: int
    """0 for the default handler."""
    path: str


@dataclass(frozen=True, eq=False)
class Attachment:
    """A handler in place, as attach() returns it and detach() takes it."""

    path: str
    syscalls: tuple[str, ...]
    pids: tuple[int, ...]
    """Empty: the default handler."""
    program_id: int
    replaced: tuple[Replaced, ...]
    _id: int = field(repr=False)
    where: str = ""
    """The question that is asked of its calls, with the limits behind it."""
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Names of the question that these of the syscalls lack, so that nothing holds there that depends on them."""
