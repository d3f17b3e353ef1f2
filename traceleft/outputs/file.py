"""Files of whole records."""

from __future__ import annotations

import os
import stat
import sys

from traceleft.outputs import describe


class FileSink:
    """A file, or standard output for "-".

    What fails there is an OSError that names it, BrokenPipeError for a closed pipe. A regular file that has no room for
    records in full is cut back to the last that it has in full.

    Raises OSError where the file can't be opened.
    """

    def __init__(self, target: str) -> None:
        self._name = describe(target)
        if target == "-":
            sys.stdout.flush()
            self._fd = os.dup(sys.stdout.fileno())
        else:
            self._fd = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
        self._cuttable = target != "-" and stat.S_ISREG(os.fstat(self._fd).st_mode)
        self._size = 0

    def write(self, records: bytes) -> None:
        """Writes whole records to the kernel."""
        left = memoryview(records)
        try:
            while left:
                left = left[os.write(self._fd, left) :]
        except OSError as error:
            if self._cuttable:
                os.ftruncate(self._fd, self._size)
            raise OSError(error.errno, error.strerror, self._name) from None
        self._size += len(records)

    def close(self) -> None:
        """Closes it. Raises OSError for what the kernel says only now."""
        fd, self._fd = self._fd, -1
        if fd < 0:
            return
        try:
            os.close(fd)
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._name) from None
