# SPDX-License-Identifier: MIT
"""docs/from-bcc.md: it names each of BCC's tools, and each of its lines runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.support import ROOT, lab
from traceleft import scripts

pytestmark = [pytest.mark.any_kernel, pytest.mark.usefixtures("kernel")]

ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (ROOT / "docs/from-bcc.md").read_text().splitlines()
    if line.startswith("| `")
]
LINES = [row[1].strip("`") for row in ROWS if row[1].startswith("`traceleft")]


def test_it_names_each_tool() -> None:
    named = [name for row in ROWS for name in re.findall(r"`([\w-]+)`", row[0])]
    assert len(named) == len(set(named)) == 127
    tools = {path.name.removesuffix("-bpfcc") for path in Path("/usr/sbin").glob("*-bpfcc")}
    if not tools:
        pytest.skip("BCC's tools, which take 200 MB, are not installed to compare the names with")
    assert set(named) == tools


def test_the_scripts_exist() -> None:
    directory = Path(scripts.__file__).parent
    named = {line.split()[2] for line in LINES if line.startswith("traceleft run ")}
    assert named <= {path.stem for path in directory.glob("*.py")} and len(named) > 25


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("traceleft run ")])
def test_a_line_runs(line: str) -> None:
    _, *words = shlex.split(line.replace(" -- COMMAND", ""))
    if "--interval" in words:
        del words[words.index("--interval") :]
    command = [] if words[0] in ("list", "doctor") else ["--", "true"]
    done = lab.run([*lab.TRACELEFT, *words, *command], text=True)
    if ("hardware:" in line or "func:" in line) and done.returncode == 1:
        pytest.skip(done.stderr)  # in a virtual machine, or without kprobes
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
