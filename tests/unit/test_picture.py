# SPDX-License-Identifier: MIT
"""The page that a notebook shows of a capture."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from tests.support.raw_events import DURATION, Captured, openat, raw_event
from traceleft import Capture, _core, battery
from traceleft.own_calls import OwnCalls
from traceleft.picture import duration

CACHE = [
    openat(b"/etc/ld.so.cache", ret=3),
    raw_event("mmap", [0, 4096, 1, 2, 3, 0], ret=0x7000, nr=9),
    raw_event("close", [3], nr=3),
    openat(b"/lib/x86_64-linux-gnu/libc.so.6", ret=3),
    raw_event("mmap", [0, 4096, 1, 2, 3, 0], ret=0x9000, nr=9),
    raw_event("munmap", [0x9000, 4096], nr=11),
]
LAST = raw_event("munmap", [0x7000, 4096], nr=11)
EXEC = raw_event("execve", [0x1000, 0, 0], [Captured(0, b"/bin/cat")], nr=59)


def capture_of(*raw: bytes) -> Capture:
    return Capture([_core.Batch(list(raw), battery.schema())], battery.schema())


def cells(page: str) -> list[list[str]]:
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", page)]


OWN = {
    "to the munmap of the cache": ([EXEC, *CACHE, LAST, openat(b"/lib/my.so")], [0, 8]),
    "to a file of another kind": ([EXEC, *CACHE, openat(b"/etc/passwd"), LAST], [0, 7, 8]),
    "to a call of another kind": ([EXEC, *CACHE[:2], raw_event("getppid", nr=110), *CACHE[2:4]], [0, 3, 4, 5]),
    "without an exec": ([openat(b"/a.so"), *CACHE, LAST, LAST], [0, 8]),
    "files of the locale": (
        [
            openat(b"/usr/lib/locale/C.utf8/LC_TIME", ret=3),
            raw_event("read", [3, 0, 0], nr=0),
            raw_event("read", [3, 0, 0], nr=0, pid=9),
            openat(b"/usr/share/locale/locale.alias", ret=-2),
            raw_event("close", [3], nr=3),
            raw_event("close", [3], nr=3),
        ],
        [2, 5],
    ),
    "of another process": ([EXEC, openat(b"/b.so", pid=9), *CACHE[:1]], [0, 1]),
    "an exec that failed": ([raw_event("execve", [0, 0, 0], nr=59, ret=-2), openat(b"/b.so")], [0, 1]),
}


@pytest.mark.parametrize(("raw", "own"), OWN.values(), ids=OWN)
def test_own_calls(raw: list[bytes], own: list[int]) -> None:
    tell = OwnCalls()
    assert [place for place, event in enumerate(capture_of(*raw)) if tell.is_own(event)] == own


def test_the_page() -> None:
    memory = [Captured(1, b"/\xff<i>")]
    failed = raw_event(
        "openat", [-100, 0x1000, 0, 0], memory, ret=-2, timestamp=2_000_000, duration=1500, flags=DURATION
    )
    page = capture_of(EXEC, *CACHE, LAST, failed)._repr_html_()
    rows = cells(page)
    assert ["openat", "3", "1", "1.5 us"] in rows and ["openat", "ENOENT", "1"] in rows
    assert rows[-2][2:4] == ["4711", "cat"] and rows[-2][4].startswith("execve(filename=&quot;/bin/cat&quot;")
    call = "openat(dfd=AT_FDCWD, filename=&quot;/\\377&lt;i&gt;&quot;, flags=O_RDONLY)"
    assert rows[-1] == ["0.002000", "1.5 us", "4711", "cat", call, "ENOENT"]
    assert "without 7 calls of the dynamic loader" in page
    picture = ElementTree.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])
    texts = ["".join(each.itertext()) for each in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ["cat 4712", "0", "2 ms"]
    assert all(
        float(number) >= 0 for path in picture.iter("{http://www.w3.org/2000/svg}path")
        for number in re.findall(r"M([\d.]+)", path.attrib["d"])
    )  # fmt: skip


def test_the_page_of_nothing_and_of_much() -> None:
    assert capture_of()._repr_html_().startswith("<p><strong>&lt;Capture: 0 events of 0 syscalls&gt;</strong></p>")
    batch = _core.Batch(
        [openat(timestamp=number, tid=number % 100, ret=-2 - number % 20) for number in range(2000)], battery.schema()
    )
    small, large = (Capture([batch] * times, battery.schema())._repr_html_() for times in (1, 500))
    assert len(large) < len(small) + 1000 and "and 88 more threads" in large and "and 10 more" in large


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (0, "0 ns"),
        (999, "999 ns"),
        (1000, "1 us"),
        (12_345, "12.3 us"),
        (5e6, "5 ms"),
        (61e9, "61 s"),
        (1e13, "10000 s"),
    ],
)
def test_duration(ns: float, text: str) -> None:
    assert duration(ns) == text
