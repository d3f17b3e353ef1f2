# SPDX-License-Identifier: MIT
"""Shows how long requests to disks take, as BCC's biolatency does.

Examples:
  biolatency 1 10           ten times, each after a second
  biolatency -D -F          by disk and kind of request
  biolatency -Q -- tar -c . of a command, with the time in the queue
"""

from __future__ import annotations

import argparse

from traceleft.block_requests import request_options, requests
from traceleft.script import Options, Run
from traceleft.spans import Distributions, distribution_options

options = Options(__doc__)
request_options(options)
options.flags(disks="-D, by disk", flags="-F, by the request's flags, as blktrace has them: W, RA, FF")
distribution_options(options)


def main(args: argparse.Namespace, run: Run) -> None:
    shown = Distributions(args, run)
    for request in requests(args, run):
        parts = [request.disk] * args.disks + [request.began["rwbs"]] * args.flags
        shown.add(" ".join(parts) or "requests", request.ns)


if __name__ == "__main__":
    options.run(main)
