"""printable(): what reaches a terminal of a text that somebody else chose."""

import pytest

from traceleft.printable import printable


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
