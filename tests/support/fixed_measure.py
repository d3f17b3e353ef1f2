# SPDX-License-Identifier: MIT
"""What the kernel has measured, made up: rows for the tables of a measure."""

from __future__ import annotations

from dataclasses import dataclass

from traceleft import _core
from traceleft.measure import Reading


def row(*key: str | int | None, calls: int, sum: int = 0, bucket: int | None = None, min: int = 0, max: int = 0):
    return _core.MeasureRow((key, bucket, calls, sum % 2**64, min, max))


@dataclass
class Fixed:
    """In place of measure.Loaded."""

    reading: Reading
    processes_left: bool = False

    def look(self) -> None:
        pass

    def read(self) -> Reading:
        return self.reading

    def stop(self) -> None:
        pass


def fixed(*rows: _core.MeasureRow) -> Fixed:
    return Fixed(Reading(list(rows)))
