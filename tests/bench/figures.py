# SPDX-License-Identifier: MIT
"""Puts figures into the documentation."""

from __future__ import annotations

import datetime
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def write_table(option: str, table: list[str]) -> None:
    """Puts the table of `scripts/bench OPTION` into its place in docs/speed.md, with the day."""
    speed = DOCS / "speed.md"
    text = speed.read_text()
    begin = f"<!-- scripts/bench {option} -->\n"
    before = text.index(begin) + len(begin)
    after = text.index("<!-- end -->", before)
    figures = "\n".join([f"Measured on {datetime.date.today():%d %B %Y}:".replace(" 0", " "), "", *table, ""])
    speed.write_text(text[:before] + "\n" + figures + "\n" + text[after:])
