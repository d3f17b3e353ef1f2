# SPDX-License-Identifier: MIT
"""Text from outside, made safe to show."""

from __future__ import annotations

import io
import sys
from typing import TextIO

LINES = "\n\t"
"""The characters to keep in a text of several lines, such as a verifier's log or a traceback."""


def printable(text: str | bytes, *, keep: str = "") -> str:
    """The text with an escape for every character that a terminal might act on, or that a reader can't see.

    Whoever is traced, and whoever sends, chooses names: a process's, a file's, a peer's. Control characters, marks that
    turn the direction of writing, surrogates and unassigned characters become `\\x1b`, `\\u202e` or, for a byte that is
    no UTF-8, `\\xff`. Letters of every script stay. Markup is a matter of the caller's.

    Args:
        text: as Python has it; bytes are taken for UTF-8.
        keep: characters that stay although they aren't printable, such as "\\n" in a message of several lines.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8", "surrogateescape")
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() or each in keep else _escape(each) for each in text)


def say(message: str, *, keep: str = "") -> None:
    """Says something on stderr, in one line; with `keep=LINES` in several, where nobody else can add a line."""
    print(f"traceleft: {printable(message, keep=keep)}", file=sys.stderr, flush=True)


def never_fail(stream: TextIO) -> None:
    """Has a stream escape the letters that its encoding lacks, where it would raise an error."""
    if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
        stream.reconfigure(errors="backslashreplace")


def _escape(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # PEP 383: an undecodable byte
        code -= 0xDC00
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
