# SPDX-License-Identifier: MIT
"""Shows what programs write to a terminal, as BCC's ttysnoop does.

Whatever a terminal would act on, but for ends of lines and tabs, is escaped. BCC's sees all that the terminal is given;
this one what programs write() and writev() to a descriptor of that name: not to /dev/tty, which names no terminal.

Examples:
  ttysnoop 2               /dev/pts/2
  ttysnoop /dev/console
"""

from __future__ import annotations

import argparse

import traceleft
from traceleft.printable import LINES, printable
from traceleft.script import Options, Run, scope


def device(name: str) -> str:
    return f"/dev/pts/{name}" if name.isdecimal() else name


options = Options(__doc__)
options.add_argument("device", type=device, help="a terminal, or the number of one in /dev/pts")
options.add_argument("-s", "--datasize", type=int, default=4096, help="the most bytes of a write (default: 4096)")


def main(args: argparse.Namespace, run: Run) -> None:
    wanted = scope(args, traceleft.where(**{"fd.path": args.device}), "ret > 0")
    for event in run.events(["write", "writev"], wanted, files=True, buffer_limit=args.datasize):
        pieces = [event["buf"]] if event.syscall == "write" else event["vec"] or []
        written = b"".join(piece for piece in pieces if piece is not None)[: event.ret]
        print(printable(written.replace(b"\r\n", b"\n"), keep=LINES), end="", flush=True)


if __name__ == "__main__":
    options.run(main)
