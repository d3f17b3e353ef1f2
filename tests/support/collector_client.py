# SPDX-License-Identifier: MIT
"""A sender in a process of its own: `python -m tests.support.collector_client ADDRESS EVENTS BATCH [OPTION=VALUE...]`.

Sends that many events through the output, in batches of that size. With `pace=true` it reads a line from standard
input before each batch; EVENTS 0: to its end. With `command=true` it forks a command while gRPC is in use. Prints its
accounting as JSON; what it says is on stderr.
"""

from __future__ import annotations

import json
import sys

from tests.support.raw_events import openat
from traceleft import _core, battery
from traceleft.command import Command
from traceleft.errors import TraceleftError
from traceleft.outputs import Context, Origin
from traceleft.outputs.grpc import CollectorOutput

ORIGIN = Origin("testhost", "11111111-2222-3333-4444-555555555555", "x86_64", "6.1.0")


def context(**options: object) -> Context:
    live = bool(options.pop("live", True))
    return Context(battery.schema(), ORIGIN, live, options)


def batch(events: int) -> _core.Batch:
    return _core.Batch([openat(timestamp=index) for index in range(events)], battery.schema(), 10**18, 3600)


def account(output: CollectorOutput) -> dict[str, int]:
    names = ("taken", "acknowledged", "spooled", "dropped", "waiting", "recovered_acknowledged")
    return {name: getattr(output.backlog, name) for name in names}


def main() -> None:
    address, events, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    options: dict[str, object] = {}
    for argument in sys.argv[4:]:
        name, _, value = argument.partition("=")
        options[name] = {"true": True, "false": False}.get(value, value)
    pace, command = bool(options.pop("pace", False)), bool(options.pop("command", False))
    if "spool_limit" in options:
        options["spool_limit"] = int(str(options["spool_limit"]))
    try:
        output = CollectorOutput(address, context(**options))
    except (TraceleftError, OSError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
    whole = batch(size)
    remaining = events // size if events else -1
    while remaining:
        if pace and not sys.stdin.readline():
            break
        output.write(whole)
        if command:
            with Command(["/bin/sh", "-c", 'test -z "$GRPC_VERBOSITY$GRPC_ENABLE_FORK_SUPPORT"']) as child:
                child.start()
                assert child.wait() == 0
        remaining -= 1
    output.close()
    print(json.dumps({**account(output), "summary": output.summary()}), flush=True)


if __name__ == "__main__":
    main()
