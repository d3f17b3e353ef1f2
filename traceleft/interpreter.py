# SPDX-License-Identifier: MIT
"""Child interpreters that run no stranger's code."""

from __future__ import annotations

import sys


def isolated(*arguments: str) -> list[str]:
    """The command line of a Python as this one, which imports nothing from the working directory (`-c` and `-m` would
    look there first) nor from what the environment's PYTHON* variables name.

    Packages that are installed are found: also in a virtual environment, and those installed as editable.
    """
    return [sys.executable, "-I", *arguments]
