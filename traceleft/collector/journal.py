# SPDX-License-Identifier: MIT
"""The echoserver's memory of batches that it has acknowledged."""

from __future__ import annotations

import json
import os

from traceleft.collector.totals import SessionKey, Totals
from traceleft.errors import TraceleftError
from traceleft.private_file import open_file


class Journal:
    """A file with a JSON line for each accepted batch, written before that is acknowledged.

    Lines that were written are there after a kill -9. A last line that is incomplete is removed: its batch was not
    acknowledged.

    Raises OSError, and TraceleftError for a file that is no journal, or may be another user's.
    """

    def __init__(self, path: str, totals: Totals) -> None:
        self._path = path
        self._file = open_file(path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
        with os.fdopen(os.dup(self._file), "rb") as file:
            whole = file.read()
        end = whole.rfind(b"\n") + 1
        for number, line in enumerate(whole[:end].splitlines(), 1):
            try:
                entry = json.loads(line)
                key = SessionKey(entry["host"], entry["boot_id"], bytes.fromhex(entry["session"]))
                calls = {str(name): int(count) for name, count in entry["syscalls"].items()}
                counts = int(entry["sequence"]), int(entry["events"]), int(entry["dropped_before"])
                totals.count(totals.session(key), *counts, calls)
            except (ValueError, KeyError, TypeError, AttributeError):
                os.close(self._file)
                raise TraceleftError(f"{path}: line {number} is none of a journal") from None
        if end < len(whole):
            os.ftruncate(self._file, end)

    def append(self, key: SessionKey, sequence: int, events: int, dropped: int, calls: dict[str, int]) -> None:
        """Raises OSError, the journal being as before."""
        entry = {
            **{"host": key.host, "boot_id": key.boot_id, "session": key.session.hex(), "sequence": sequence},
            **{"events": events, "dropped_before": dropped, "syscalls": calls},
        }
        data = json.dumps(entry).encode() + b"\n"
        size = os.fstat(self._file).st_size
        try:
            if os.write(self._file, data) != len(data):
                raise OSError(28, os.strerror(28))
        except OSError as error:
            os.ftruncate(self._file, size)
            raise OSError(error.errno, error.strerror, self._path) from None

    def close(self) -> None:
        os.close(self._file)
