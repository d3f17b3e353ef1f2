# SPDX-License-Identifier: MIT
"""Signals that end a trace."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traceleft.command import Command

_PATIENCE_SECONDS = 0.5
"""After the second signal: how long the outputs have."""
_WATCHDOG_SECONDS = 4.0
"""After the second signal: how long the process has at most."""


class _EndNow(BaseException):
    """Something has kept us for too long after the second signal."""


class Interruption:
    """The end of a trace, as SIGINT, SIGQUIT, SIGTERM and SIGHUP ask for it.

    Args:
        child: the command that is traced, which gets them too.
    """

    def __init__(self, child: Command | None) -> None:
        self.number = 0
        """The signal that asked us to end."""
        self.impatient = False
        """It came again: a running command is left to itself, and events that wait for an output are dropped."""
        self.stuck = False
        """The process waits for nothing any more, and ends."""
        self._child = child

    @contextlib.contextmanager
    def caught(self, leave: Callable[[], None]) -> Iterator[None]:
        """While tracing, the signals end it in good order; a command gets them too.

        The second doesn't wait for an output that nobody reads: half a second later a blocked output is left as it is,
        and so is a whole process that is stuck otherwise. The third is the kernel's to act on.

        Args:
            leave: is called then, and must not wait; after it the process ends.
        """

        def interrupt(number: int, frame: object) -> None:
            # Ctrl-C and Ctrl-\ reach a running command by themselves, and it is the command's to end. SIGQUIT need not
            # end it: Java and Go print their threads' stacks.
            if self._child and number in (signal.SIGINT, signal.SIGQUIT) and self._child.running:
                if _in_foreground():
                    return
                if number == signal.SIGQUIT:
                    self._child.send_signal(number)
                    return
            self.impatient = bool(self.number)
            self.number = number
            if self._child:
                self._child.send_signal(number)
            if self.impatient:
                for each in caught:
                    signal.signal(each, signal.SIG_DFL)
                signal.setitimer(signal.ITIMER_REAL, _PATIENCE_SECONDS, _PATIENCE_SECONDS)
                watchdog = threading.Timer(_WATCHDOG_SECONDS, os._exit, [128 + number])
                watchdog.daemon = True
                watchdog.start()

        def end_now(number: int, frame: object) -> None:
            self.stuck = True
            raise _EndNow

        caught = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP)
        before = [(number, signal.signal(number, interrupt)) for number in caught]
        before.append((signal.SIGALRM, signal.signal(signal.SIGALRM, end_now)))
        try:
            yield
        except _EndNow:
            signal.setitimer(signal.ITIMER_REAL, 0)
            try:
                leave()
            finally:
                os._exit(128 + self.number)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            for number, handler in before:
                signal.signal(number, handler)


def _in_foreground() -> bool:
    """Whether the terminal, if there is one, sends its signals to this process."""
    try:
        with open("/dev/tty") as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False
