# SPDX-License-Identifier: MIT
"""Messages that would come again and again, said once."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Once:
    """Says each line once, from any thread. A collector words some of them: after LINES of them it says no more."""

    LINES = 100

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._said: set[str] = set()
        self._lock = threading.Lock()

    def __call__(self, line: str, more: str = "") -> None:
        """Says the line, with more behind it that makes no difference."""
        with self._lock:
            if line in self._said or len(self._said) >= self.LINES:
                return
            self._said.add(line)
        self._say(line + more)

    def forget(self) -> None:
        """Allows every line to be said again."""
        with self._lock:
            self._said.clear()
