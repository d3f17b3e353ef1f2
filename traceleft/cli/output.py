"""Where a subcommand's lines go."""

from __future__ import annotations

import contextlib
import os
import sys
from types import TracebackType


class TextOutput:
    """A file, or standard output. What fails there is an OSError that names it; BrokenPipeError for a closed pipe.

    Raises OSError where the file can't be opened.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._stream = open(path, "wb") if path else sys.stdout.buffer  # noqa: SIM115 (__exit__ closes it)

    def write(self, text: str) -> None:
        """Writes and flushes ASCII text."""
        try:
            self._stream.write(text.encode("ascii"))
            self._stream.flush()
        except OSError as error:
            if self._path is None:
                discard_stdout()
            raise OSError(error.errno, error.strerror, self._path or "standard output") from None

    def __enter__(self) -> TextOutput:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._path is not None:
            with contextlib.suppress(OSError):  # each write was flushed, and said so where it failed
                self._stream.close()


def discard_stdout() -> None:
    """Lets what is still buffered go nowhere, so that the interpreter's exit has nothing to say about it."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)
