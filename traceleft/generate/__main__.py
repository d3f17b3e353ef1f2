# SPDX-License-Identifier: MIT
"""The command line: `python -m traceleft.generate [--check] [outputs|protobuf|uapi|formats]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from traceleft.printable import LINES, printable

from . import checkout, compiler, protobuf
from .errors import GenerateError

_ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None, program: str = "python -m traceleft.generate") -> int:
    """Runs the command and returns its exit code: 1 after a bad input, or if --check found a difference."""
    options = _parser(program).parse_args(arguments)
    try:
        return _run(options)
    except GenerateError as error:
        print(f"traceleft.generate: {printable(str(error), keep=LINES)}", file=sys.stderr)
        return 1


def _run(options: argparse.Namespace) -> int:
    root: Path = options.root
    stale: list[str] = []
    notes: tuple[str, ...] = ()
    if options.what == "uapi":
        files, notes = checkout.constants(root, options.include)
    elif options.what == "formats":
        files = checkout.snapshot(options.tracefs)
    elif options.what == "protobuf":
        files = protobuf.outputs(root)
    else:
        files, notes = checkout.outputs_and_notes(root)
        stale = checkout.stale_handlers(root, files)
    different = checkout.differing(root, files) + stale
    if options.check:
        print("".join(f"{path}\n" for path in different), end="")
        return 1 if different else 0
    for note in notes:
        print(f"traceleft.generate: {note}", file=sys.stderr)
    checkout.write(root, files)
    for path in stale:
        (root / path).unlink()
    print(f"{len(files)} files, {len(different)} changed")
    return 0


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=program, description="Regenerates checked-in files.")
    parser.add_argument(
        "what",
        nargs="?",
        default="outputs",
        choices=("outputs", "protobuf", "uapi", "formats"),
        help="outputs: handlers, trace probes, event structs and fields, schema, classes, .proto and pages (default); "
        "protobuf: the Python modules of the .proto files; "
        "uapi: constants from the kernel's headers; formats: a snapshot of the running kernel's format files",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; list the files that differ and exit with 1"
    )
    parser.add_argument("--root", type=Path, default=_ROOT, help="the checkout (default: the one this runs from)")
    parser.add_argument(
        "--include", type=Path, default=compiler.INCLUDE, help="the uapi headers (scripts/fetch_headers has the newest)"
    )
    parser.add_argument("--tracefs", type=Path, default=checkout.TRACEFS, help="where tracefs is mounted")
    return parser


if __name__ == "__main__":
    sys.exit(main())
