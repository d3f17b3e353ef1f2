# SPDX-License-Identifier: MIT
"""Sizes on the command line."""

from __future__ import annotations

import re

import click


class Size(click.ParamType):  # type: ignore[type-arg]  # the older click has none
    """Bytes, written as 65536, 64K, 16M, 1G or 2T.

    Args:
        least: the smallest that will do.
        below: what it must be smaller than; None: a disk's limits.
    """

    name = "size"

    def __init__(self, *, least: int = 0, below: int | None = None) -> None:
        self._least = least
        self._below = below

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):  # click may convert a value again
            return value
        match = re.fullmatch("([0-9]{1,12})([KMGT]?)", value.upper())
        size = int(match[1]) << 10 * " KMGT".index(match[2] or " ") if match else None
        if size is None or (self._below is not None and size >= self._below):
            limit = "" if self._below is None else f" (below {self._below >> 30}G)"
            self.fail(f"{value!r} is no size; write bytes, or 64K, 16M, 1G{limit}", param, ctx)
        if size < self._least:
            self.fail(f"{value} is too small: at least {self._least >> 10}K", param, ctx)
        return size
