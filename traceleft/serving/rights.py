# SPDX-License-Identifier: MIT
"""Who asks a server: those who have no rights to trace, where there is one."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from traceleft.errors import KernelError

SOCKET = "/run/traceleft/serve.sock"
"""Where clients look for a server, unless the environment's TRACELEFT_SERVER says otherwise."""
_CAP_BPF = 39
"""include/uapi/linux/capability.h"""


def socket_path() -> Path:
    """Where the server's socket is, or would be."""
    return Path(os.environ.get("TRACELEFT_SERVER") or SOCKET)


def is_wanted() -> bool:
    """Whether this process has not the rights to trace, and there is a server that has them."""
    return os.geteuid() != 0 and socket_path().is_socket() and not _has_rights()


@contextlib.contextmanager
def naming_servers() -> Iterator[None]:
    """Says to one without rights, whose KernelError this passes on, that a server could trace for him."""
    try:
        yield
    except KernelError as error:
        if os.geteuid() == 0 or _has_rights():
            raise
        raise KernelError(f"{error}, or have root run `traceleft serve`") from None


def _has_rights() -> bool:
    """CAP_BPF, with which raw_tp can be used."""
    capabilities = re.search(r"^CapEff:\s*([0-9a-f]+)$", Path("/proc/self/status").read_text(), re.MULTILINE)
    return capabilities is not None and bool(int(capabilities[1], 16) >> _CAP_BPF & 1)
