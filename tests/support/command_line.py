# SPDX-License-Identifier: MIT
"""The command line, run to its end by the package under test."""

from __future__ import annotations

import os
import subprocess
import sys

MODULE = [sys.executable, "-m", "traceleft"]


def run(*arguments: str, program: list[str] = MODULE, **environment: str) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if name != "TRACELEFT_BACKEND"}
    return subprocess.run(
        [*program, *arguments],
        env={**environ, "COLUMNS": "80", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=200,  # of a machine that does other things first
        check=False,
    )
