# SPDX-License-Identifier: MIT
"""Texts in plots. Plotly takes texts for HTML, and whoever is traced chooses names."""

from __future__ import annotations

from traceleft.printable import printable
from traceleft.table import html_text

_LONGEST = 60
"""Characters of a label."""


def label(text: str) -> str:
    """A name of somebody else's, which can be seen and says nothing to a browser."""
    text = printable(text)
    return html_text(text if len(text) <= _LONGEST else f"{text[: _LONGEST // 3]}...{text[-_LONGEST * 2 // 3 :]}")


def lines(*texts: str) -> str:
    """Several lines where the mouse is."""
    return "<br>".join(html_text(printable(text)) for text in texts)


def thread(comm: str, tid: int | None) -> str:
    """A thread, or a process, by its name and its number."""
    return label(f"{comm} {'' if tid is None else tid}".strip())
