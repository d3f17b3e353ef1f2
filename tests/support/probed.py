# SPDX-License-Identifier: MIT
"""The program of probed.c, whose functions and USDT probes tests attach to."""

from __future__ import annotations

from pathlib import Path

from tests.support import SUPPORT, lab

FLAGS = ["-O1", "-fno-omit-frame-pointer", "-Wall", "-Werror"]


def program(*flags: str) -> Path:
    """Its path: compiled with further flags, such as "-s" for one without a symbol table."""
    return lab.compiled(["cc", *FLAGS, *flags], (SUPPORT / "probed.c").read_bytes())
