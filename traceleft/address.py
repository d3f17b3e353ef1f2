# SPDX-License-Identifier: MIT
"""HOST:PORT, as options have it, and URLs without their secrets."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from traceleft.errors import UsageError


def hide_password(text: str) -> str:
    """The text with `***` for what stands before a host in a URL: a user's name, a password, a token.

    More is hidden rather than less: up to the last @ of a word, for a password may have a / or @ of its own.
    """
    return re.sub(r"(?<=://)\S*@", "***@", text)


@dataclass(frozen=True)
class Address:
    """HOST:PORT. `host` is without the brackets of IPv6."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str, what: str) -> Address:
        """Raises UsageError that names `what`, an option."""
        match = re.fullmatch(r"(?:\[([0-9A-Fa-f:.%\w]+)\]|([^\[\]:/\s]+)):([0-9]{1,5})", text)
        if match is None or int(match[3]) > 65535:
            raise UsageError(
                f"{what}: {hide_password(text)!r} is no address; write HOST:PORT, such as localhost:50051 or "
                "[::1]:50051"
            )
        return cls(match[1] or match[2], int(match[3]))

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        """Whether it never leaves this machine."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False
