# SPDX-License-Identifier: MIT
"""Times between two events."""

from __future__ import annotations

from traceleft.spans import Spans


def test_a_span_is_from_the_last_beginning() -> None:
    spans = Spans()
    assert spans.end("a", 1) is None
    spans.begin("a", 1)
    spans.begin("a", 5)
    spans.begin("b", 6)
    assert (spans.end("a", 7), spans.end("a", 8), spans.end("b", 6)) == (2, None, 0)


def test_an_end_ahead_of_its_beginning_is_none() -> None:
    """CPUs' clocks may differ by some ns."""
    spans = Spans()
    spans.begin("a", 10)
    assert spans.end("a", 9) == 0


def test_what_never_ends_is_forgotten() -> None:
    spans = Spans()
    for key in range(100_000):
        spans.begin(key, key)
    assert spans.end(0, 100_000) is None and spans.end(99_999, 100_000) == 1
    assert sum(spans.end(key, 100_000) is not None for key in range(100_000)) == 65_535
