# SPDX-License-Identifier: MIT
"""The commands that docs/asking.md shows print what it says they do, but for numbers."""

from __future__ import annotations

import re
import shlex
import subprocess

import pytest

from tests.support import lab

pytestmark = [
    pytest.mark.any_kernel,
    pytest.mark.skipif(lab.SLOWDOWN > 1, reason="what a user types is the same on every kernel"),
]

PAGE = (lab.ROOT / "docs" / "asking.md").read_text()
SHOWN = re.findall(r"^    \$ (?:sudo )?traceleft (.*)\n((?:    .*\n)+)", PAGE, re.MULTILINE)
"""Each command, and the lines below it."""


def without_numbers(line: str) -> str:
    return re.sub(r"\d+(?:[.:]\d+)*", "0", " ".join(line.split()))


def test_there_are_five() -> None:
    assert len(SHOWN) == PAGE.count("    $ ") == 5


@pytest.mark.parametrize(("command", "lines"), SHOWN, ids=[command.split("--")[0].strip() for command, _ in SHOWN])
def test_what_it_prints(command: str, lines: str, kernel: None) -> None:
    done = subprocess.run(
        [*lab.TRACELEFT, *shlex.split(command)],
        capture_output=True,
        text=True,
        timeout=lab.TIMEOUT,
    )
    printed = {without_numbers(line) for line in (done.stdout + done.stderr).splitlines()}
    shown = [without_numbers(line) for line in lines.splitlines() if line.strip() != "..."]
    assert [line for line in shown if line not in printed] == [], done
