# SPDX-License-Identifier: MIT
"""The machine that events come from."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Origin:
    """The machine that events were traced on."""

    host: str
    boot_id: str
    """The id of the host's boot, with which CLOCK_MONOTONIC begins, and so the events' timestamps."""
    machine: str
    """The architecture, as `uname -m` says it."""
    kernel: str
    """The release, as `uname -r` says it."""

    @classmethod
    def here(cls) -> Origin:
        """This machine."""
        uname = platform.uname()
        boot_id = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return cls(uname.node, boot_id, uname.machine, uname.release)
