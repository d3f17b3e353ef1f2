# SPDX-License-Identifier: MIT
"""A command on a terminal of its own, whose keys are pressed: it is the terminal's foreground job, as in a shell."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Sequence

from tests.support.victims import TIMEOUT

CTRL_C = b"\x03"
CTRL_BACKSLASH = b"\x1c"


class Terminal:
    """The side of a pseudo terminal at which somebody sits.

    Args:
        argv: the command.
        stderr: where its stderr goes; None: to the terminal, too.
    """

    def __init__(self, argv: Sequence[str], stderr: int | None = None) -> None:
        self.screen = b""
        """All that was shown."""
        self._fd, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

        def own_terminal() -> None:
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            list(argv),
            stdin=slave,
            stdout=slave,
            stderr=slave if stderr is None else stderr,
            env={**os.environ, "TERM": "xterm"},
            preexec_fn=own_terminal,
        )
        os.close(slave)

    def press(self, keys: bytes) -> None:
        """Presses keys."""
        os.write(self._fd, keys)

    def wait_for(self, text: bytes, *, times: int = 1) -> None:
        """Waits until it is shown so often."""
        deadline = time.monotonic() + TIMEOUT
        while self.screen.count(text) < times:
            assert self._read(deadline - time.monotonic()), f"{text!r} is not shown: {self.screen[-3000:]!r}"

    def shows(self, text: bytes) -> bool:
        """Whether it is shown by now."""
        self._read(0.05)
        return text in self.screen

    def outcome(self) -> int:
        """Waits for the command's end; its exit status."""
        deadline = time.monotonic() + TIMEOUT
        while self._read(deadline - time.monotonic()):
            pass
        return self.process.wait(TIMEOUT)

    def _read(self, timeout: float) -> bool:
        if timeout <= 0 or not select.select([self._fd], [], [], timeout)[0]:
            return False
        with contextlib.suppress(OSError):  # EIO: nobody has the other side open any more
            data = os.read(self._fd, 65536)
            self.screen += data
            return bool(data)
        return False

    def close(self) -> None:
        """Ends what is left of its session."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(TIMEOUT)
        os.close(self._fd)


@contextlib.contextmanager
def on_terminal(argv: Sequence[str], stderr: int | None = None) -> Iterator[Terminal]:
    """A command on a terminal, until the block ends."""
    with contextlib.closing(Terminal(argv, stderr)) as terminal:
        yield terminal
