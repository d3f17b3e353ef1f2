# SPDX-License-Identifier: MIT
"""Reads the ELF header of a program's file."""

from __future__ import annotations

import os

_EI_CLASS = 4
_ELFCLASS32 = 1
"""/usr/include/elf.h"""


def is_32bit(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a 32-bit ELF program. False for what can't be read, and for scripts."""
    try:
        with open(path, "rb") as file:
            start = file.read(_EI_CLASS + 1)
    except OSError:
        return False
    return start.startswith(b"\x7fELF") and start[_EI_CLASS:] == bytes([_ELFCLASS32])
