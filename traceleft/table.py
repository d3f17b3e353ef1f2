# SPDX-License-Identifier: MIT
"""Tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from traceleft.printable import printable


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, numeric: int) -> Iterable[str]:
    """Lines of columns, printable; the first `numeric` ones are set to the right."""
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        cells = (
            cell.rjust(width) if column < numeric else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths))
        )
        yield "  ".join(cells).rstrip()


def html_text(text: object) -> str:
    """The text, escaped."""
    import html  # for notebooks; it takes a hundredth of the time to a command's first answer

    return html.escape(str(text))


def html_table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """The same for a notebook."""

    def line(cells: Iterable[object], tag: str) -> str:
        texts = (html_text(printable(str(cell))) for cell in cells)
        return "<tr>" + "".join(f"<{tag}>{text}</{tag}>" for text in texts) + "</tr>"

    return "<table>" + line(head, "th") + "".join(line(row, "td") for row in rows) + "</table>"
