# SPDX-License-Identifier: MIT
"""printable(): what reaches a terminal of a text that somebody else chose."""

from __future__ import annotations

import io

import pytest

from traceleft.printable import LINES, never_fail, printable, say


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nginx", "nginx"),
        ("", ""),
        ("größer 日本", "größer 日本"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("a\nb\tc\r", "a\\x0ab\\x09c\\x0d"),
        ("\x7f\x9b31m", "\\x7f\\x9b31m"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("\u2028", "\\u2028"),
        ("\U000e0001", "\\U000e0001"),
        ("\udcff", "\\xff"),
        ("\ud800", "\\ud800"),
        (b"\xff\x1b[2J", "\\xff\\x1b[2J"),
        ("é".encode(), "é"),
    ],
)
def test_nothing_reaches_a_terminal_but_what_can_be_seen(text, shown):
    assert printable(text) == shown
    assert printable(text).isprintable()


def test_lines_of_a_message_stay_lines_where_asked_for():
    assert printable("one\n\x1btwo", keep="\n") == "one\n\\x1btwo"


def test_what_is_said_is_one_line(capsys: pytest.CaptureFixture[str]):
    """Nobody whose name is in it makes another of it."""
    say("a\ntraceleft: b")
    say("the log:\n\tone\n\x1btwo", keep=LINES)
    assert capsys.readouterr().err == "traceleft: a\\x0atraceleft: b\ntraceleft: the log:\n\tone\n\\x1btwo\n"


@pytest.mark.parametrize(
    ("errors", "written"), [("strict", b"\xe9 \\u65e5"), ("replace", b"\xe9 ?"), ("surrogateescape", None)]
)
def test_a_stream_escapes_where_it_would_fail(errors: str, written: bytes | None):
    """Another way of its own is left to it, such as the C locale's, which writes names of files byte by byte."""
    stream = io.TextIOWrapper(buffer := io.BytesIO(), "iso-8859-1", errors=errors)
    never_fail(stream)
    if written is None:
        assert stream.errors == errors
        return
    stream.write("é 日")
    stream.flush()
    assert buffer.getvalue() == written
