# SPDX-License-Identifier: MIT
"""A plot of ratios: a group of bars for each row, on a logarithmic scale from 1 on."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping

COLOURS = (
    "#999999",
    "#e377c2",
    "#1f77b4",
    "#17becf",
    "#2ca02c",
    "#98df8a",
    "#bcbd22",
    "#9467bd",
    "#d62728",
    "#ff7f0e",
    "#8c564b",
)
_BAR, _GAP, _LEFT, _WIDTH = 10, 14, 250, 620
"""Pixels: a bar's height, what is between groups, names, and the scale."""


def plot(title: str, ratios: Mapping[str, Mapping[str, float]]) -> str:
    """An SVG. Bars below 1, which is "as long as untraced", have no length.

    Args:
        ratios: by row and series; each row has the same series.
    """
    series = list(next(iter(ratios.values())))
    decades = math.ceil(math.log10(max(2.0, *(value for row in ratios.values() for value in row.values()))))
    parts, top = [], 40
    for number, name in enumerate(series):
        place = 20 + 14 * number
        parts.append(f'<rect x="{_LEFT + _WIDTH + 20}" y="{place}" width="10" height="10" fill="{COLOURS[number]}"/>')
        parts.append(f'<text x="{_LEFT + _WIDTH + 36}" y="{place + 9}">{html.escape(name)}</text>')
    for row, values in ratios.items():
        middle = top + _BAR * len(series) / 2 + 4
        parts.append(f'<text x="{_LEFT - 8}" y="{middle:.0f}" text-anchor="end">{html.escape(row)}</text>')
        for number, name in enumerate(series):
            length = max(_WIDTH * math.log10(max(values[name], 1.0)) / decades, 1)
            parts.append(
                f'<rect x="{_LEFT}" y="{top}" width="{length:.1f}" height="{_BAR - 1}" fill="{COLOURS[number]}">'
                f"<title>{html.escape(name)}: {values[name]:.2f}</title></rect>"
            )
            top += _BAR
        top += _GAP
    for decade in range(decades + 1):
        x = _LEFT + _WIDTH * decade / decades
        parts.append(f'<line x1="{x:.0f}" y1="34" x2="{x:.0f}" y2="{top}" stroke="#ccc"/>')
        parts.append(f'<text x="{x:.0f}" y="{top + 14}" text-anchor="middle">{10**decade}x</text>')
    size = f'width="{_LEFT + _WIDTH + 240}" height="{top + 24}"'
    style = 'font-family="sans-serif" font-size="11"'
    heading = f'<text x="{_LEFT}" y="18" font-size="14">{html.escape(title)}</text>'
    body = "\n".join((heading, *parts))
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n{body}\n</svg>\n'
