# SPDX-License-Identifier: MIT
"""Shows how long requests to disks take, as BCC's biolatency does.

The kernel adds up.

Examples:
  biolatency 1 10           ten times, each after a second
  biolatency -D -F          by disk and kind of request
  biolatency -Q -- tar -c . of a command, with the time in the queue
"""

from __future__ import annotations

import argparse
from typing import Any

import traceleft
from traceleft.block_requests import ISSUED, device_of, disk_of, queueing, request_options
from traceleft.script import Options, Run, scope
from traceleft.span import Begin, Span
from traceleft.spans import distribution_options, show_distributions

REQUEST = ["dev", "sector"]
options = Options(__doc__)
request_options(options)
options.flags(disks="-D, by disk", flags="-F, by the request's flags, as blktrace has them: W, RA, FF")
distribution_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    by = ["dev"] * args.disks + ["rwbs"] * args.flags
    asked = scope(args, f"dev == {device_of(args.disk)}" if args.disk else None)
    begin = Begin(queueing() if args.queued else ISSUED, REQUEST, None if asked is None else str(asked))
    span = Span("block:block_rq_complete", REQUEST, [begin], by_begin=True)

    def title(*parts: Any) -> str:
        words = [disk_of(parts[0]), *parts[1:]] if args.disks else parts
        return " ".join(words) or "requests"

    with traceleft.Meter() as meter:
        show_distributions(args, run, meter.histogram(span, by=by, **run.scope()), title)


if __name__ == "__main__":
    options.run(main)
