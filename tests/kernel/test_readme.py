# SPDX-License-Identifier: MIT
"""The eight things that README.md asks a newcomer to try, as it has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import lab
from tests.support.typed_blocks import run_block

pytestmark = pytest.mark.skipif(lab.SLOWDOWN > 1, reason="what a user types is the same on every kernel")

BLOCKS = re.findall(r"^```(sh|python)\n(.*?)^```$", (lab.ROOT / "README.md").read_text(), re.DOTALL | re.MULTILINE)
SHOWS = [
    ("doctor", r"raw_tp"),
    ("--where", r"(?m) python3 .* = -1 ENOENT "),
    ("traceleft count", r"(?m)^ *calls +comm +syscall +error$"),
    (
        "traceleft files",
        r"(?m)^opens +reads +writes(.|\n)* regular +/\S+$(.|\n)*^received +sent(.|\n)* TCP +0.0.0.0:\d+$",
    ),
    ("top --batch", r"(?m)^calls/s "),
    ("record all", r"(?m)^ +\d+ ls -R /etc/default \(\d+ events(.|\n)*^openat +\d+ +\d+$"),
    ("traceleft.run", r"(?m)^\w+\(.*\) = -1 ENOENT .*$(.|\n)*^calls +errors +seconds +syscall$"),
    ("handler new", r'(?m) ls openat\(.*filename="/", flags='),
]
"""A word of each, and what it prints."""


def test_there_are_eight() -> None:
    assert [word for (_, text), (word, _) in zip(BLOCKS, SHOWS) if word in text] == [word for word, _ in SHOWS]
    assert len(BLOCKS) == len(SHOWS) == 8


@pytest.mark.parametrize(("block", "shows"), list(zip(BLOCKS, SHOWS)), ids=[word for word, _ in SHOWS])
def test_what_a_newcomer_tries(
    block: tuple[str, str], shows: tuple[str, str], programs: Path, tmp_path: Path, kernel: None
) -> None:
    language, text = block
    lab.require("clang")
    done = run_block(language, text, programs, tmp_path)
    assert re.search(shows[1], done.stdout), (done.stdout, done.stderr)
