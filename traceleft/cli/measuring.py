# SPDX-License-Identifier: MIT
"""A run of measuring, as `traceleft count` and `traceleft hist` make it."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from traceleft.cli.interruption import Interruption
from traceleft.errors import UsageError
from traceleft.operand import process_ids
from traceleft.printable import say

if TYPE_CHECKING:
    from traceleft.command import Command
    from traceleft.measure import Measured
    from traceleft.measure_methods import Scope
    from traceleft.meter import Meter

_M = TypeVar("_M", bound="Measured[Any]")

_LOOK_SECONDS = 0.1
"""Seconds until a signal, or the end of the processes, is noticed."""


def command_of(words: list[str] | None) -> Command | None:
    """The command behind `--`, which waits to be started."""
    if words is None:
        return None
    if not words:
        raise click.UsageError("there is no command behind `--`")
    from traceleft.command import Command

    return Command(words)


def pids_of(words: tuple[str, ...], command: list[str] | None) -> list[int] | None:
    """The processes of -p; None: all. Raises UsageError."""
    pids = [pid for word in words for pid in word.split(",")]
    if pids and command is not None:
        raise click.UsageError("-p is for processes that run already: leave it out, or the command")
    for pid in pids:
        if not (pid.isdecimal() and pid.isascii() and len(pid) < 20):
            raise UsageError(f"-p {pid!r}: a PID is a number")
    return list(process_ids(map(int, pids))) if pids else None


def run_measure(
    command: list[str] | None,
    begin: Callable[[Meter, Scope], _M],
    printer: Callable[[_M, str, int | None, bool], Callable[[], None]],
    *,
    by: list[str],
    where: str | None,
    pids: tuple[str, ...],
    follow_forks: bool,
    max_keys: int,
    max_stacks: int,
    seconds: float | None,
    interval: float | None,
    form: str,
    top: int | None,
    backend: str,
    btf: str | None,
    abi: str,
) -> int:
    """Begins a measure with the options of measuring, and prints it to its end. Returns the exit status.

    Args:
        command: the words behind `--`.
        begin: begins the measure.
        printer: of the measure, the form, the number of keys and whether it prints repeatedly, what prints the news.
    """
    from traceleft.meter import Meter

    chosen = pids_of(pids, command)
    child = command_of(command)
    scope: Scope = {
        "by": by,
        "where": where,
        "pids": chosen,
        "follow_forks": follow_forks,
        "command": child,
        "max_keys": max_keys,
        "max_stacks": max_stacks,
    }
    with Meter(backend=backend, btf=btf, abi=abi) as meter:
        try:
            measure = begin(meter, scope)
        except BaseException:
            if child:
                child.abandon()  # it never runs
            raise
        show = printer(measure, form, top, interval is not None)
        return Run(measure, child, show, only_processes=chosen is not None).run(seconds, interval)


class Run:
    """Measures until Ctrl-C, the end of the command or of the processes, or the end of the time, and prints.

    Args:
        measure: has begun.
        child: the command that it is for, and which waits to be started.
        show: prints what came since the last time.
        only_processes: it is for given processes, and ends with them.
    """

    def __init__(
        self,
        measure: Measured[Any],
        child: Command | None,
        show: Callable[[], None],
        *,
        only_processes: bool,
    ) -> None:
        self._measure = measure
        self._child = child
        self._show = show
        self._only_processes = only_processes
        self._interruption = Interruption(child)

    def run(self, seconds: float | None, interval: float | None) -> int:
        """Returns the exit status: the command's, if there is one."""
        with self._interruption.caught(self._measure.stop):
            if self._child:
                self._child.start()
            began = time.monotonic()
            end = began + seconds if seconds is not None else float("inf")
            tick = began + interval if interval is not None else float("inf")
            while not self._over() and (now := time.monotonic()) < end:
                self._measure.look()
                if now >= tick:
                    self._print()
                    tick += interval or 0
                self._wait(min(end, tick) - now)
            self._measure.stop()
            self._print()
            for sentence in self._measure.read().missing():
                say(sentence)
            if self._child and not self._interruption.impatient:
                self._child.wait()
        return self._status()

    def _over(self) -> bool:
        if self._child:
            return self._interruption.impatient or self._child.poll() is not None
        return bool(self._interruption.number) or (self._only_processes and not self._measure.processes_left)

    def _wait(self, seconds: float) -> None:
        """Until the command ends, or for a moment."""
        seconds = max(0, min(seconds, _LOOK_SECONDS))
        if self._child is None:
            time.sleep(seconds)
            return
        ended = os.pidfd_open(self._child.pid)
        try:
            poll = select.poll()  # unlike select() it takes numbers above 1,023, where much is attached
            poll.register(ended, select.POLLIN)
            poll.poll(1000 * seconds)
        finally:
            os.close(ended)

    def _print(self) -> None:
        self._show()
        sys.stdout.flush()

    def _status(self) -> int:
        if self._child is None:
            return 0
        code = self._child.returncode
        if code is None:
            return 128 + self._interruption.number
        return code if code >= 0 else 128 - code
