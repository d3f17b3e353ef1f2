# SPDX-License-Identifier: MIT
"""What a script that traces needs around its tracing: options, questions, its end. scripts/opensnoop uses all of it."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any

from traceleft.asking import Value, Where, where
from traceleft.errors import TraceleftError
from traceleft.printable import LINES, never_fail, printable


class Options(argparse.ArgumentParser):
    """The command line of a script, with the options that BCC's tools share: -p PID, -t TID, -d SECONDS.

    Args:
        description: the script's docstring, which --help shows as it is.
    """

    def __init__(self, description: str | None) -> None:
        super().__init__(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
        self.add_argument("-p", "--pid", type=int, help="this process only")
        self.add_argument("-t", "--tid", type=int, help="this thread only")
        self.add_argument("-d", "--duration", type=float, help="seconds to trace")

    def flags(self, **named: str) -> None:
        """Adds options without a value, by their names and helps: failed="-x, only failed calls"."""
        for name, text in named.items():
            short, help = text.split(", ", 1)
            self.add_argument(short, f"--{name.replace('_', '-')}", action="store_true", help=help)

    def run(self, main: Callable[[argparse.Namespace], None]) -> None:
        """Runs `main` with the options. Errors end the script with one line, and names never fail to be printed."""
        never_fail(sys.stdout)
        try:
            main(self.parse_args())
        except (TraceleftError, OSError) as error:
            sys.exit(f"{self.prog}: {printable(str(error), keep=LINES)}")


def scope(args: argparse.Namespace, *questions: Where | str | None, **fields: Value | None) -> dict[str, Any]:
    """The keywords of Tracer.attach() and of measures for -p, -t, and what else is asked: `questions` and `fields`, as
    where() has them, must all hold; those that are None or empty ask nothing. Raises UsageError."""
    given: dict[str, Any] = {name: value for name, value in {"tid": args.tid, **fields}.items() if value is not None}
    asked = [where(**given)] if given else []
    for question in questions:
        if isinstance(question, Where) or question:
            asked.append(where(str(question)))
    joined = None
    for each in asked:
        joined = each if joined is None else joined & each
    return {"pids": [args.pid] if args.pid else None, "where": joined}


@contextlib.contextmanager
def until_interrupted() -> Iterator[None]:
    """Ends its block at Ctrl-C, without an error. A second one ends the process, whatever it waits for."""
    try:
        with contextlib.suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
