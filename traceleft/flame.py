# SPDX-License-Identifier: MIT
"""Counts of stacks as folded text, as a flame graph, and in pprof's format."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from zlib import crc32

from traceleft.printable import printable
from traceleft.profile import Frame, Profile, ValueType
from traceleft.stacks import STACK_NAMES, NamedFrame, Stack

_WIDTH = 1200
_ROW = 17
_LETTER = 6.6
"""Pixels of a letter, and of the picture."""
_NARROWEST = 0.1
"""Boxes that are narrower are left out, pixels."""


class Counted(Protocol):
    """What was counted by keys that have stacks: a Count, or a FlameGraph."""

    def snapshot(self) -> Mapping[Any, int]:
        """The numbers by key."""

    def named(self, key: Any) -> Mapping[str, Any]:
        """A key's parts by their names."""


class FlameGraph:
    """How often stacks were seen. In a notebook it shows itself.

    Args:
        by: the names of the keys' parts: ustack, kstack, and others.
        counts: the numbers by key, a tuple.
    """

    def __init__(self, by: Iterable[str], counts: Mapping[tuple[Any, ...], int]) -> None:
        self.by = tuple(by)
        self._counts = dict(counts)

    def snapshot(self) -> dict[tuple[Any, ...], int]:
        """The numbers by key."""
        return dict(self._counts)

    def named(self, key: tuple[Any, ...]) -> dict[str, Any]:
        """A key's parts by their names."""
        return dict(zip(self.by, key))

    @property
    def total(self) -> int:
        """The events that have a stack."""
        return sum(self._counts.values())

    def folded(self) -> str:
        """A line for each stack, as flame graph programs read them: `main;f;g 12`."""
        return folded_lines(folded(self))

    def svg(self) -> str:
        """The picture, for a browser."""
        return svg(folded(self), f"{self.total} events by {', '.join(self.by)}")

    def pprof(self) -> bytes:
        """A profile for `go tool pprof`. Raises TraceleftError where protobuf is missing."""
        return stack_profile(self).serialize()

    def _repr_html_(self) -> str:
        return self.svg()

    def __repr__(self) -> str:
        return f"<FlameGraph: {self.total} events, {len(self._counts)} keys by {', '.join(self.by)}>"


def folded(count: Counted, counts: Mapping[Any, int] | None = None) -> list[tuple[tuple[str, ...], int]]:
    """What was counted as frames from the root to the leaf, and how often: the key's other parts come first, then the
    stack of user space, then the kernel's on top of it. Of `counts` instead of all."""
    rows: dict[tuple[str, ...], int] = {}
    for key, calls in (count.snapshot() if counts is None else counts).items():
        named = count.named(key)
        stacks = {name: part for name, part in named.items() if isinstance(part, Stack)}
        frames = tuple(str(part) for name, part in named.items() if name not in STACK_NAMES)
        for name in STACK_NAMES:
            frames += tuple(stacks[name].split(";")) if stacks.get(name) else ()
        rows[frames] = rows.get(frames, 0) + calls
    return sorted(rows.items(), key=lambda row: (-row[1], row[0]))


def stack_profile(count: Counted, counts: Mapping[Any, int] | None = None) -> Profile:
    """What was counted as a profile: a sample for each key, whose other parts are labels. Of `counts` instead."""
    events = ValueType("events", "count")
    profile = Profile([events], default="events", period_type=events)
    for key, calls in (count.snapshot() if counts is None else counts).items():
        named = count.named(key)
        # The kernel's is called from user space.
        stacks = [part for name in reversed(STACK_NAMES) if isinstance(part := named.get(name), Stack)]
        frames = [Frame(each.function, each.file, each.line) for stack in stacks for each in stack.frames]
        labels = {name: part for name, part in named.items() if part is not None and not isinstance(part, Stack)}
        profile.add(frames, [calls], labels)
    return profile


def stack_text(
    count: Counted, counts: Mapping[Any, int] | None = None, top: int | None = None, unit: str = "calls"
) -> str:
    """A paragraph for each key, the largest number first, with its stacks' leaves first: the kernel's is called from
    user space. `top` is the most paragraphs."""
    paragraphs = []
    rows = sorted((count.snapshot() if counts is None else counts).items(), key=lambda row: -row[1])
    for key, number in rows[:top]:
        named = count.named(key)
        plain = [f"{name} {'-' if part is None else part}" for name, part in named.items() if name not in STACK_NAMES]
        lines = [printable(", ".join([f"{number} {unit}", *plain]))]
        for name in reversed(STACK_NAMES):
            part = named.get(name)
            if isinstance(part, Stack):
                lines += [f"    {printable(_frame(each))}" for each in part.frames] or [f"    {part}"]
        paragraphs.append("\n".join(lines) + "\n")
    rest = [f"and {len(rows) - len(paragraphs)} more\n"] if len(rows) > len(paragraphs) else []
    return "\n".join([*paragraphs, *rest])


def _frame(frame: NamedFrame) -> str:
    place = f"{frame.file}:{frame.line}" if frame.line else frame.file
    return f"{frame.function} ({place})" if place else frame.function


def folded_lines(rows: Iterable[tuple[tuple[str, ...], int]]) -> str:
    """A line for each stack, as flame graph programs read them: `main;f;g 12`."""
    return "".join(f"{printable(';'.join(frames))} {calls}\n" for frames, calls in rows)


@dataclass
class _Node:
    calls: int = 0
    children: dict[str, _Node] = field(default_factory=dict)


def svg(rows: Iterable[tuple[tuple[str, ...], int]], title: str) -> str:
    """A flame graph: a box for each function, as wide as it was seen often, on the one that called it. Its number is
    shown where the mouse is."""
    root = _Node()
    for frames, calls in rows:
        root.calls += calls
        node = root
        for frame in frames:
            node = node.children.setdefault(frame, _Node())
            node.calls += calls
    boxes: list[tuple[str, int, int, float]] = []
    scale = _WIDTH / root.calls if root.calls else 0.0
    waiting = [("all", root, 0, 0.0)]
    while waiting:
        name, node, depth, left = waiting.pop()
        boxes.append((name, node.calls, depth, left))
        for child, below in sorted(node.children.items()):
            if below.calls * scale >= _NARROWEST:
                waiting.append((child, below, depth + 1, left))
            left += below.calls * scale
    height = (max(depth for _, _, depth, _ in boxes) + 3) * _ROW
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"',
        ' font-family="monospace" font-size="11">',
        f'<text x="{_WIDTH / 2}" y="{_ROW}" text-anchor="middle" font-size="14">{_text(title)}</text>',
    ]
    for name, calls, depth, left in boxes:
        width, top = calls * scale, height - (depth + 1) * _ROW
        share = f"{100 * calls / root.calls:.1f}" if root.calls else "0"
        letters = int(width / _LETTER)
        shown = name if len(name) <= letters else f"{name[: letters - 2]}.." if letters > 3 else ""
        lines.append(
            f"<g><title>{_text(name)}: {calls} ({share} %)</title>"
            f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{_ROW - 1}" rx="1" fill="{_color(name)}"/>'
            f'<text x="{left + 3:.1f}" y="{top + 12}">{_text(shown)}</text></g>'
        )
    return "\n".join([*lines, "</svg>", ""])


def _text(text: str) -> str:
    return html.escape(printable(text))


def _color(name: str) -> str:
    """Always the same for a function: warm, for the eye to follow it."""
    hash = crc32(name.encode(errors="replace"))
    return f"rgb({205 + hash % 50},{80 + hash // 50 % 150},{hash // 7500 % 60})"
