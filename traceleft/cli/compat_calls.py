# SPDX-License-Identifier: MIT
"""Warnings about processes with calls that were counted and not decoded: 32-bit ones, and those of x32."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from traceleft.operand import Operand
from traceleft.printable import say

if TYPE_CHECKING:
    from traceleft.command import Command
    from traceleft.tracer import Tracer

_PERIOD = 1.0
"""Seconds until a process with such calls is reported."""
_MOST = 20
"""Processes that are reported, at most: a traced program can start any number."""


class CompatCalls:
    """Says once of each process that its calls have other numbers and other registers than handlers know."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._due = 0.0
        self._programs: set[int] = set()
        """PIDs of which it has been said by their programs."""
        self._callers: set[tuple[int, int]] = set()

    def announce_programs(self, operands: Iterable[Operand], child: Command | None) -> None:
        """Warns of each 32-bit program among the operands' processes and the command whose calls are not decoded."""
        from traceleft.elf import is_32bit

        if self._tracer.decodes_compat:
            return

        pids = {pid for operand in operands for pid in operand.pids or ()}
        programs = [(pid, f"process {pid}", f"/proc/{pid}/exe") for pid in sorted(pids)]
        if child:
            programs.append((child.pid, child.argv[0], child.program))
        for pid, name, path in programs:
            if is_32bit(path):
                self._programs.add(pid)
                say(f"{name} is a 32-bit program: its calls are counted, not decoded")

    def tick(self) -> None:
        """To be called often: looks once a second."""
        now = time.monotonic()
        if now >= self._due:
            self._due = now + _PERIOD
            self.announce_callers()

    def announce_callers(self) -> None:
        """Each traced process that has made such a call, whatever its program is."""
        for caller in self._tracer.compat_callers():
            process = (caller.pid, caller.started)
            if process in self._callers or len(self._callers) > _MOST:
                continue
            self._callers.add(process)
            if caller.pid in self._programs:
                continue
            if len(self._callers) > _MOST:
                say("more processes make 32-bit calls, and are not named")
                return
            failure = self._tracer.compat_failure
            told = "which are counted, not decoded" + (f": {failure}; use --abi all" if failure else "")
            if self._tracer.decodes_compat and caller.calls > caller.x32_calls:
                told = "which are shown from now on; --abi all shows the first ones, too"
            say(f"process {caller.pid} ({caller.name}) makes 32-bit calls, {told}")
