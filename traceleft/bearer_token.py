# SPDX-License-Identifier: MIT
"""Bearer tokens, out of files and the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from traceleft.errors import UsageError

COLLECTOR_VARIABLE = "TRACELEFT_COLLECTOR_TOKEN"
LISTEN_VARIABLE = "TRACELEFT_LISTEN_TOKEN"


def read_token(file: str | None, environment: Mapping[str, str], variable: str) -> str | None:
    """The token out of a file, or else of the environment; None where there is none. Raises UsageError, OSError."""
    if file is not None:
        token, origin = Path(file).read_text(encoding="utf-8", errors="replace").strip(), file
    else:
        token, origin = environment.get(variable, "").strip(), variable
        if not token:
            return None
    if not re.fullmatch("[!-~]+", token):
        raise UsageError(f"{origin}: a token is one word of printable ASCII characters")
    return token
