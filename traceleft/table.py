# SPDX-License-Identifier: MIT
"""Tables for people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

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


def html_table(head: Iterable[str], rows: Iterable[Iterable[object]], *, left: Collection[str] = ()) -> str:
    """The same for a notebook, which sets cells to the right but for the columns in `left`."""
    head = list(head)
    styles = [' style="text-align:left"' if title in left else "" for title in head]

    def line(cells: Iterable[object], tag: str) -> str:
        texts = (html_text(printable(str(cell))) for cell in cells)
        return "<tr>" + "".join(f"<{tag}{style}>{text}</{tag}>" for text, style in zip(texts, styles)) + "</tr>"

    return "<table>" + line(head, "th") + "".join(line(row, "td") for row in rows) + "</table>"
