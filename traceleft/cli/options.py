# SPDX-License-Identifier: MIT
"""Options that several subcommands share, as decorators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])


def add_options(function: Function, options: Sequence[Callable[[Function], Function]]) -> Function:
    """Decorates a subcommand with options, which its help shows in this order."""
    for option in reversed(options):
        function = option(function)
    return function
