# SPDX-License-Identifier: MIT
"""docs/tutorial.md, docs/how-to.md and docs/from-strace.md: what they tell to type does what they say."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.support import lab
from tests.support.typed_blocks import run_block

pytestmark = [
    pytest.mark.any_kernel,
    pytest.mark.skipif(lab.SLOWDOWN > 1, reason="what a user types is the same on every kernel"),
    pytest.mark.usefixtures("kernel"),
]


def page(name: str) -> str:
    return (lab.ROOT / "docs" / name).read_text()


STEPS = re.findall(
    r"^```(sh|python)\n(.*?)^```$(?:\n\n^```text\n(.*?)^```$)?", page("tutorial.md"), re.DOTALL | re.MULTILINE
)
"""Language, what is typed, and what it prints."""


def without_numbers(line: str) -> str:
    return re.sub(r"0x[0-9a-f]+|\d+(?:[.:]\d+)*", "0", " ".join(line.split()))


def test_there_are_seven_steps() -> None:
    assert len(STEPS) == page("tutorial.md").count("```sh\n") + page("tutorial.md").count("```python\n") == 7
    assert sum(bool(shown) for _, _, shown in STEPS) == page("tutorial.md").count("```text\n") == 6


@pytest.mark.parametrize(("language", "typed", "shown"), STEPS, ids=[str(number) for number in range(len(STEPS))])
def test_a_step(programs: Path, tmp_path: Path, language: str, typed: str, shown: str) -> None:
    done = run_block(language, typed, programs, tmp_path)
    printed = [without_numbers(line) for line in (done.stdout + done.stderr).splitlines()]
    assert printed
    wanted = [without_numbers(line) for line in shown.splitlines() if line != "..."]
    assert [line for line in wanted if line not in printed] == [], (done.stdout, done.stderr)


def cells(name: str) -> list[list[str]]:
    """The rows of a page's table. A bar in a cell is escaped, as Markdown has it."""
    lines = [line for line in page(name).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))] for line in lines[1:]]


def commands(name: str, column: int) -> list[str]:
    found = [word for row in cells(name) for word in re.findall(r"`(traceleft .*?)`", row[column].replace("\\|", "|"))]
    return sorted(set(found))


LINES = [line for name, column in (("how-to.md", 1), ("from-strace.md", 2)) for line in commands(name, column)]


@pytest.mark.parametrize("line", dict.fromkeys(LINES))
def test_a_line(line: str, tmp_path: Path) -> None:
    """Of a short command, also where the line has a process or none. Two calls stand for all."""
    if line.startswith(("traceleft query", "traceleft replay")):
        lab.run([*lab.TRACELEFT, "record", "openat", "--", "true"], cwd=tmp_path)
    _, *words = shlex.split(line.replace("FILE", "traceleft.record"))
    words = [re.sub(r"^([\w:]+:|)all$", r"\1openat,close", word) for word in words]
    if "COMMAND" in words:
        words[words.index("COMMAND")] = "true"
    elif words[0] == "trace" and words[-1] != "--help":
        words = [*(re.sub(r"(1234|PID):", "", word) for word in words if word != "-f"), "--", "true"]
    done = lab.run([*lab.TRACELEFT, *words], cwd=tmp_path, text=True)
    if "kvm:" in line and "kvm" in done.stderr:
        pytest.skip(done.stderr)  # a module that isn't loaded
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr


def test_each_option_of_strace_is_named() -> None:
    text = subprocess.run([lab.require("strace"), "--help"], capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"^  (-\w)\b", text, re.MULTILINE)) | set(re.findall(r"(?<![\w-])(--[a-z][\w-]+)", text))
    named = {word for row in cells("from-strace.md") for word in re.findall(r"--?[\w-]+", row[0])}
    assert len(options) > 50 and sorted(options - named - {"-e"}) == []
