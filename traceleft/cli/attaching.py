# SPDX-License-Identifier: MIT
"""Operands' handlers, put in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from traceleft import battery
from traceleft.cli.asking import Wanted, note_missing
from traceleft.functions import unseen_calls
from traceleft.operand import Operand, is_file
from traceleft.printable import say

if TYPE_CHECKING:
    from traceleft.command import Command
    from traceleft.tracer import Tracer


class Attaching:
    """Attaches the handlers of operands, and prints the notes that a user needs.

    Args:
        tracer: attaches it.
        child: the command that operands without PIDs are for.
        wanted: which of their calls.
    """

    def __init__(self, tracer: Tracer, child: Command | None, wanted: Wanted) -> None:
        self._tracer = tracer
        self._child = child
        self._wanted = wanted
        self._left_out: set[str] = set()
        """Syscalls of which it has been said that they can't be traced here."""

    def attach(self, operands: Sequence[Operand], follow_forks: bool) -> None:
        """Attaches all of them, in their order. Raises as Tracer.attach() does."""
        # Shipped handlers that follow each other and are for the same processes load faster together.
        groups: list[tuple[Operand, list[str], set[str]]] = []
        for operand in operands:
            names = self._shipped(operand.handler)
            first, handlers, together = groups[-1] if groups else (operand, [], set())
            alike = (operand.pids, operand.program_id) == (first.pids, first.program_id)
            overlaps = together & names
            if names and together and alike and (not overlaps or battery.is_pattern(operand.handler)):
                handlers.append(operand.handler)
                together |= names
            else:
                groups.append((operand, [operand.handler], names))
        for operand, handlers, together in groups:
            self._attach(operand, handlers if together else operand.handler, follow_forks)

    def _shipped(self, handler: str) -> set[str]:
        """The syscalls whose shipped handlers a name stands for; none for a file."""
        if is_file(handler):
            return set()
        names, missing = self._tracer.named(handler)
        if not self._left_out.issuperset(missing):
            self._left_out.update(missing)
            say(f"not traceable here with {self._tracer.backend}: {', '.join(missing)}")
        return set(names)

    def _attach(self, operand: Operand, handler: str | list[str], follow_forks: bool) -> None:
        if self._child and not operand.pids:
            attachment = self._tracer.attach_command(
                self._child, handler, program_id=operand.program_id, **self._wanted.keywords
            )
        else:
            attachment = self._tracer.attach(
                handler,
                pids=operand.pids or None,
                program_id=operand.program_id,
                follow_forks=follow_forks,
                **self._wanted.keywords,
            )
        note_missing(attachment)
        if unseen := unseen_calls(attachment.syscalls):
            say(unseen)
        for replaced in attachment.replaced:
            whose = f"process {replaced.pid}" if replaced.pid else "default"
            say(
                f"{attachment.path} replaces {replaced.path} as the {whose} handler of {replaced.syscall}: "
                "a later handler wins"
            )
