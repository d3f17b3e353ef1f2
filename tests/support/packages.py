# SPDX-License-Identifier: MIT
"""Commands that build and install the shipped packages."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path
from typing import NoReturn

import pytest

from tests.support import ROOT

AS_THE_CHECKOUT = {"CXX": "c++", "CMAKE_ARGS": "-D TRACELEFT_WERROR=ON"}
"""The environment in which the extension is compiled as scripts/lib/setup.sh does, so that ccache has it."""


def run(*command: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `command` to its end and fails the test with all it printed if it fails."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
    assert done.returncode == 0, f"{command} exited with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done


def cannot_run(reason: str) -> NoReturn:
    """Skips, or fails where TRACELEFT_KERNEL_TESTS=1 says that everything must run."""
    if os.environ.get("TRACELEFT_KERNEL_TESTS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def handler_names() -> list[str]:
    sources = (ROOT / "battery" / "generated").glob("handle_syscall_*.bpf.c")
    return sorted(source.name[: -len(".c")] for source in sources)


def make_venv(path: Path) -> Path:
    """The interpreter of a new virtual environment that knows nothing of this checkout's."""
    venv.create(path, with_pip=True)
    return path / "bin" / "python"
