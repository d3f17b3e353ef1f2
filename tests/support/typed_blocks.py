# SPDX-License-Identifier: MIT
"""What the documentation's pages tell to type."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support import lab

_SHELL = ["bash", "-e", "-o", "pipefail", "-c"]


def run_block(language: str, text: str, programs: Path, place: Path) -> subprocess.CompletedProcess[str]:
    """Runs a block of "sh" or "python" in the directory `place`, with the commands in `programs`. It must succeed."""
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": os.fspath(lab.ROOT)}
    done = subprocess.run(
        [*(_SHELL if language == "sh" else [sys.executable, "-c"]), text],
        cwd=place, env=environment, capture_output=True, text=True, timeout=lab.TIMEOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout, done.stderr)
    return done
