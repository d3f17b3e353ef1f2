# SPDX-License-Identifier: MIT
"""Shows the peers that UDP sockets are connected to, as tcpconnect shows TCP's, with the same options.

Datagrams of sendto() on a socket without a peer are not seen.

Examples:
  udpconnect -P 53      DNS
"""

from __future__ import annotations

import argparse

from traceleft.script import Run
from traceleft.scripts import tcpconnect


def main(args: argparse.Namespace, run: Run) -> None:
    tcpconnect.main(args, run, "UDP")


if __name__ == "__main__":
    tcpconnect.options.description = __doc__
    tcpconnect.options.run(main)
