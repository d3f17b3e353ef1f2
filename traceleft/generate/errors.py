# SPDX-License-Identifier: MIT
"""The one error of the generator."""

from __future__ import annotations


class GenerateError(ValueError):
    """A bad input. Its message is one line that names the file and, as far as there are, line and field."""
