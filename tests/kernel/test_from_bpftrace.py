# SPDX-License-Identifier: MIT
"""docs/from-bpftrace.md: it names each of bpftrace's tools, and each of its lines about them runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.support import ROOT, lab
from traceleft import scripts

pytestmark = [pytest.mark.any_kernel, pytest.mark.usefixtures("kernel")]

PAGE = (ROOT / "docs/from-bpftrace.md").read_text()
ROWS = re.findall(r"(?m)^\| `([\w.]+\.bt)` \|(?: `traceleft ([^`]+)`)? \|", PAGE)
RUN = "run "


def test_it_names_each_tool() -> None:
    assert len(ROWS) == len(dict(ROWS)) > 25
    tools = {path.name for path in Path("/usr/sbin").glob("*.bt")}
    if not tools:
        pytest.skip("bpftrace's tools are not installed to compare the names with")
    assert tools <= set(re.findall(r"[\w]+\.bt", PAGE))


def test_the_scripts_exist() -> None:
    named = {line.removeprefix(RUN) for _, line in ROWS if line.startswith(RUN)}
    assert named and named <= {path.stem for path in Path(scripts.__file__).parent.glob("*.py")}


@pytest.mark.parametrize("line", [line for _, line in ROWS if line and not line.startswith(RUN)])
def test_a_line_runs(line: str) -> None:
    words = shlex.split(line)
    if "--interval" in words:
        del words[words.index("--interval") :]
    done = lab.run([*lab.TRACELEFT, *words, "--", "true"], text=True)
    refused = done.returncode == 1 and ("func:" in line or "uprobe:" in line)
    if refused and re.search("kprobe|fentry|matches|no function|is built", done.stderr):
        pytest.skip(done.stderr)  # no kprobes, or the file has no such function
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
