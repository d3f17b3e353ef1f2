# SPDX-License-Identifier: MIT
"""Standard streams that were closed by whoever started us (`>&-`), or that nobody reads any more."""

from __future__ import annotations

import io
import os
import sys


def hold_places() -> None:
    """Keeps the numbers 0, 1 and 2 from files that are opened later, which then would be written to as output.

    A closed stdin is empty. Writing to a closed stdout fails as it would (EBADF), and what goes to a closed stderr is
    nowhere. A command that we start finds them closed, as they were.
    """
    for fd, mode in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(fd)
        except OSError:
            os.open(os.devnull, mode)  # the lowest number that is free; not inherited
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False))
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), write_through=True)
    if sys.stderr is None:
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), write_through=True)


def discard_output(*fds: int) -> None:
    """Sends buffered output nowhere, so that the interpreter's exit neither waits nor says a word about it."""
    null = os.open(os.devnull, os.O_WRONLY)
    for fd in fds:
        os.dup2(null, fd)
    os.close(null)
