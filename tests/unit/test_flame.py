# SPDX-License-Identifier: MIT
"""Counts of stacks as text and as a picture. None of it needs root."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from traceleft import _core, flame
from traceleft.stacks import Stack


def stack(*functions: str) -> Stack:
    """Of these, the root first."""
    return Stack([_core.NamedFrame((name, "/bin/it", 0, 0, "")) for name in reversed(functions)])  # type: ignore


class Counted:
    """As much of a Count as is looked at."""

    by = ("kstack", "comm", "ustack")

    def named(self, key: tuple[Any, ...]) -> Mapping[str, Any]:
        return dict(zip(self.by, key))


COUNTS = {
    (stack("entry", "read"), "a", stack("main", "f<x;y>")): 3,
    (None, "a", stack("main", "<&>\x1b")): 2,
    (None, None, Stack.lost()): 1,
}


def test_a_stack_is_its_text() -> None:
    assert stack("main", "f", "g") == "main;f;g" == str(stack("main", "f", "g"))
    assert [frame.function for frame in stack("main", "f", "g").frames] == ["g", "f", "main"]
    assert stack("operator;") == "operator:"
    assert Stack.lost() == "[lost]"


def test_folded_text_begins_at_the_root() -> None:
    rows = flame.folded(Counted(), COUNTS)  # type: ignore
    assert flame.folded_lines(rows).splitlines() == [
        "a;main;f<x:y>;entry;read 3",
        r"a;main;<&>\x1b 2",
        "None;[lost] 1",
    ]


def test_a_box_is_as_wide_as_its_part() -> None:
    image = flame.svg(flame.folded(Counted(), COUNTS), "a <title>")  # type: ignore
    namespace = "{http://www.w3.org/2000/svg}"
    boxes = {
        group.findtext(f"{namespace}title"): group.find(f"{namespace}rect")
        for group in ElementTree.fromstring(image).iter(f"{namespace}g")
    }
    widths = {title: float(box.get("width", "")) for title, box in boxes.items() if box is not None}
    assert widths["all: 6 (100.0 %)"] == 1200
    assert widths["main: 5 (83.3 %)"] == 1000
    assert widths[r"<&>\x1b: 2 (33.3 %)"] == 400
    tops = {title: float(box.get("y", "")) for title, box in boxes.items() if box is not None}
    assert tops["a: 5 (83.3 %)"] > tops["main: 5 (83.3 %)"] > tops["entry: 3 (50.0 %)"] > tops["read: 3 (50.0 %)"]
    assert flame.svg([], "nothing").startswith("<svg")
