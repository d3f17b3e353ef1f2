# SPDX-License-Identifier: MIT
"""Counts of stacks as text and as a picture. None of it needs root."""

from __future__ import annotations

from xml.etree import ElementTree

from traceleft import flame
from traceleft.stacks import NamedFrame, Stack


def stack(*functions: str) -> Stack:
    """Of these, the root first."""
    return Stack([NamedFrame(name, "/bin/it") for name in reversed(functions)])


COUNTS = {
    (stack("entry", "read"), "a", stack("main", "f<x;y>")): 3,
    (None, "a", stack("main", "<&>\x1b")): 2,
    (None, None, Stack.lost()): 1,
}


GRAPH = flame.FlameGraph(("kstack", "comm", "ustack"), COUNTS)


def test_a_stack_is_its_text() -> None:
    assert stack("main", "f", "g") == "main;f;g" == str(stack("main", "f", "g"))
    assert [frame.function for frame in stack("main", "f", "g").frames] == ["g", "f", "main"]
    assert stack("operator;") == "operator:"
    assert Stack.lost() == "[lost]"


def test_folded_text_begins_at_the_root() -> None:
    rows = flame.folded(GRAPH)
    assert flame.folded_lines(rows).splitlines() == [
        "a;main;f<x:y>;entry;read 3",
        r"a;main;<&>\x1b 2",
        "None;[lost] 1",
    ]


def test_a_box_is_as_wide_as_its_part() -> None:
    image = flame.svg(flame.folded(GRAPH), "a <title>")
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


def test_a_flame_graph_shows_itself() -> None:
    assert GRAPH.folded().startswith("a;main;f<x:y>;entry;read 3\n")
    assert GRAPH.total == 6 and "6 events by kstack, comm, ustack" in GRAPH.svg()
    assert repr(GRAPH) == "<FlameGraph: 6 events, 3 keys by kstack, comm, ustack>"
