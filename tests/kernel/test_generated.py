# SPDX-License-Identifier: MIT
"""What is generated is what this kernel says."""

from __future__ import annotations

import os
from pathlib import Path

import traceleft
from tests.support import ROOT, lab
from traceleft.generate import checkout


def test_the_running_kernel_gives_what_is_checked_in() -> None:
    [snapshot] = checkout.snapshot(tracefs())
    if not (ROOT / snapshot).exists():
        lab.cannot_run(f"there is no {snapshot}: take one with scripts/snapshot_formats")
    assert checkout.differing(ROOT, checkout.snapshot(tracefs())) == []
    assert checkout.differing(ROOT, checkout.live_outputs(ROOT, tracefs())) == []


def tracefs() -> Path:
    """Where it is; a tracer with this backend mounts it where it isn't."""
    traceleft.Tracer(backend="tracepoint").stop()
    folders = (checkout.TRACEFS, Path("/sys/kernel/debug/tracing"))
    return next(folder for folder in folders if os.access(folder / "events", os.X_OK))
