# SPDX-License-Identifier: MIT
"""The real `go tool pprof`, and what its reports say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

TIMEOUT = 240.0
_NOTES = ("Fetching profile", "Saved profile", "as range, not regexp")  # the last: a tag's value is a number


def go() -> str:
    """Go's command; skips a test that can't have it."""
    found = shutil.which("go") or shutil.which("go", path="/usr/local/go/bin")
    if found is None:
        pytest.skip("go tool pprof is missing: apt install golang-go")
    return found


def pprof(*arguments: str | Path, scratch: Path) -> str:
    """The output of `go tool pprof`, which must not complain of anything."""
    # The tool itself is built on first use, offline; profiles that it fetches go to the scratch directory.
    environment = {"GOPROXY": "off", "GOTOOLCHAIN": "local", "PPROF_TMPDIR": str(scratch), "PPROF_BINARY_PATH": ""}
    done = subprocess.run(
        [go(), "tool", "pprof", *map(str, arguments)],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=TIMEOUT, check=False,
        env={"HOME": str(scratch), "GOCACHE": _cache(), **os.environ, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if not any(note in line for note in _NOTES)]
    assert said == []
    return done.stdout


def _cache() -> str:
    root = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return f"{root}/go-build"


class Line(NamedTuple):
    """A function's in -top, in the unit that was asked for."""

    flat: float
    cum: float


_LINE = re.compile(r" *(-?[0-9.]+)\S* +\S+ +\S+ +(-?[0-9.]+)\S* +\S+  (.*)")


def top(*arguments: str | Path, scratch: Path, unit: str = "ns") -> dict[str, Line]:
    """By function."""
    text = pprof("-top", "-nodefraction=0", f"-unit={unit}", *arguments, scratch=scratch)
    found = (_LINE.fullmatch(line) for line in text.splitlines())
    return {match[3]: Line(float(match[1]), float(match[2])) for match in found if match}
