# SPDX-License-Identifier: MIT
"""The readers of an output: each event would cause calls of their own, and so more events."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from traceleft.errors import ProcessError

if TYPE_CHECKING:
    from traceleft.cli.output import ChosenOutputs
    from traceleft.tracer import Tracer


def ignore_readers(tracer: Tracer, outputs: ChosenOutputs) -> list[str]:
    """Keeps default handlers from them; returns their names, in words."""
    from traceleft.peers import name_of, readers_of

    ignored = []
    for peer in readers_of(_files(outputs)):
        with contextlib.suppress(ProcessError):  # it has gone; or its PID isn't one that the kernel tells
            tracer.ignore([peer.pid])
            ignored.append(f"{peer.name} ({peer.pid}), which reads this output")
    return ignored + [f"{name_of(pid)} ({pid}), another traceleft" for pid in tracer.ignore_tracers()]


def _files(outputs: ChosenOutputs) -> list[str]:
    """Where events are written to, as files; a collector's connections are files, too."""
    from traceleft.address import Address
    from traceleft.peers import connected_to

    files = []
    for kind, target in outputs.targets:
        if kind == "grpc":
            files += connected_to(Address.parse(target, "the collector's address").port)
        else:
            files.append("/proc/self/fd/1" if target == "-" else target)
    return files
