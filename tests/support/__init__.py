# SPDX-License-Identifier: MIT
"""Helpers of the tests; of pytest's own, only conftest.py stays in a tier's folder."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""This checkout."""
SUPPORT = Path(__file__).resolve().parent
"""Where programs are that tests run or compile."""
