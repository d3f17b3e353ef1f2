# SPDX-License-Identifier: MIT
"""The options of an output `grpc`, read and checked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from traceleft.address import Address
from traceleft.bearer_token import COLLECTOR_VARIABLE, read_token
from traceleft.collector.tls import Tls, client_tls
from traceleft.errors import UsageError


@dataclass(frozen=True)
class Settings:
    """The settings of a connection to a collector."""

    address: Address
    tls: Tls | None
    """None: plain text."""
    token: str | None = None
    spool: str | None = None
    spool_limit: int = 1024**3
    close_seconds: float = 5.0
    """Seconds that close() waits for acknowledgements."""

    @classmethod
    def from_options(cls, target: str, options: dict[str, Any]) -> Settings:
        """Raises UsageError, OSError."""
        address = Address.parse(target, "the collector's address")
        if address.port == 0:
            raise UsageError(f"{address}: port 0 is none that can be connected to")
        files = {name: options.get(f"collector_{name}") for name in ("ca", "cert", "key")}
        given = [f"--collector-{name}" for name, value in files.items() if value]
        insecure = bool(options.get("collector_insecure"))
        if insecure and given:
            raise UsageError(f"--collector-insecure is plain text: it can't be given together with {given[0]}")
        token = read_token(options.get("collector_token_file"), os.environ, COLLECTOR_VARIABLE)
        if insecure and token and not address.is_loopback:
            raise UsageError(f"{address}: a token is not sent in plain text: leave out --collector-insecure")
        limit, seconds = options.get("spool_limit"), options.get("collector_flush")
        return cls(
            address,
            None if insecure else client_tls(files["ca"], files["cert"], files["key"]),
            token,
            options.get("spool"),
            cls.spool_limit if limit is None else int(limit),
            cls.close_seconds if seconds is None else float(seconds),
        )
