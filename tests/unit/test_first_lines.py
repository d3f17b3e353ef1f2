# SPDX-License-Identifier: MIT
"""What people write first has types that checkers accept in their strict modes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINES = """
from __future__ import annotations

from subprocess import DEVNULL, Popen

import traceleft as tl


def my_code() -> None: ...


cap = tl.run(["make", "-j2"], "all", stdout=DEVNULL); cap.returncode
with tl.capture("%file", where="ret < 0") as cap: my_code()
with tl.trace("openat", pid=1234) as t:
    for e in t: print(e)
async def later() -> None:
    async for e in t: print(e.pid, e["filename"])
cap.save("x.parquet"); tl.open("x.parquet"); tl.open("x.record"); tl.open("dir/")
cap.query("select * from events where pid = ?", [42])
cap.files(); cap.processes(); cap.connections(); cap.summary(); cap.where("ret < 0").top("filename"); cap.timeline()
with tl.trace(["openat", "close"], pid=[Popen(["true"]), 1], uid="root", durations=True) as t: print(t.stats().lost)
print(tl.events.Openat(next(iter(cap))).flags.name)
"""
WRONG = 'tl.run(["make"], durations="yes")'


def checker(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.mark.parametrize("name", ["mypy", "basedpyright"])
def test_types(tmp_path: Path, name: str) -> None:
    """Nothing is found in the lines, but in a wrong one behind them."""
    program = tmp_path / "lines.py"
    program.write_text(LINES + WRONG)
    options = {
        "mypy": ["--strict", "--python-executable", sys.executable, "--cache-dir", str(tmp_path / "cache")],
        "basedpyright": ["--level", "error", "--pythonpath", sys.executable],
    }
    done = subprocess.run(
        [checker(name), *options[name], str(program)], cwd=tmp_path, capture_output=True, text=True, timeout=240
    )
    found = [line for line in done.stdout.splitlines() if "error" in line and "lines.py" in line and ": " in line]
    assert done.returncode == 1 and "durations" in done.stdout, done.stdout + done.stderr
    assert found and all(f":{(LINES + WRONG).count(chr(10)) + 1}:" in line for line in found), done.stdout
