# SPDX-License-Identifier: MIT
"""traceleft traces the syscalls of Linux processes with BPF, each process with handlers of its own.

made = traceleft.run(["make"], "%file")      # a command, to its end
with traceleft.capture() as mine: ...        # a block of code
with traceleft.trace("openat", pid=1234) as tracer:
    for event in tracer:
        print(event)                         # openat(dfd=AT_FDCWD, filename="/etc/passwd", flags=O_RDONLY) = 3
"""

import posix
import sys

if sys.argv[:1] == ["-m"] and not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
    # `python -m traceleft` put the working directory there, whose owner must not choose the modules that follow. Until
    # it is gone only what is built into the interpreter can be imported, and __future__ is not.
    try:
        if sys.path[0] == posix.getcwd():
            del sys.path[0]
    except OSError:  # it was removed, and so was never put there
        pass

import importlib
from typing import TYPE_CHECKING, Any

from traceleft.errors import (
    BackendError,
    CapacityError,
    HandlerError,
    KernelError,
    LoadError,
    LostEventsWarning,
    ProcessError,
    ServerError,
    TraceleftError,
    UsageError,
)

if TYPE_CHECKING:
    from traceleft import events
    from traceleft._core import Batch, Event, TextFormatter
    from traceleft.asking import Where, contains, where
    from traceleft.attachment import Attachment, Replaced
    from traceleft.battery import syscalls
    from traceleft.captured import Capture
    from traceleft.command import Command
    from traceleft.handler_source import Handler
    from traceleft.histogram import Histogram
    from traceleft.live_view import live
    from traceleft.measure import Count
    from traceleft.meter import Meter
    from traceleft.quick import capture, run, trace
    from traceleft.stats import Stats
    from traceleft.stored import Tables, open
    from traceleft.tracer import Tracer

__version__ = "0.1.0"

__all__ = [
    "Attachment",
    "BackendError",
    "Batch",
    "CapacityError",
    "Capture",
    "Command",
    "Count",
    "Event",
    "Handler",
    "HandlerError",
    "Histogram",
    "KernelError",
    "LoadError",
    "LostEventsWarning",
    "Meter",
    "ProcessError",
    "Replaced",
    "ServerError",
    "Stats",
    "Tables",
    "TextFormatter",
    "TraceleftError",
    "Tracer",
    "UsageError",
    "Where",
    "__version__",
    "capture",
    "contains",
    "events",
    "live",
    "open",
    "run",
    "syscalls",
    "trace",
    "where",
]

# Loaded when first asked for: the generator runs before the extension is built.
_LAZY = {
    "Attachment": "traceleft.attachment",
    "Batch": "traceleft._core",
    "Capture": "traceleft.captured",
    "Command": "traceleft.command",
    "Count": "traceleft.measure",
    "Event": "traceleft._core",
    "Handler": "traceleft.handler_source",
    "Histogram": "traceleft.histogram",
    "Meter": "traceleft.meter",
    "Replaced": "traceleft.attachment",
    "Stats": "traceleft.stats",
    "Tables": "traceleft.stored",
    "TextFormatter": "traceleft._core",
    "Tracer": "traceleft.tracer",
    "Where": "traceleft.asking",
    "capture": "traceleft.quick",
    "contains": "traceleft.asking",
    "live": "traceleft.live_view",
    "load_ipython_extension": "traceleft.cli.magic",
    "open": "traceleft.stored",
    "run": "traceleft.quick",
    "syscalls": "traceleft.battery",
    "trace": "traceleft.quick",
    "where": "traceleft.asking",
}


def __getattr__(name: str) -> Any:
    if name == "events":
        return importlib.import_module("traceleft.events")
    if name not in _LAZY:
        raise AttributeError(f"module 'traceleft' has no attribute {name!r}")
    return getattr(importlib.import_module(_LAZY[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
