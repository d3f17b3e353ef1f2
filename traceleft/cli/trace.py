# SPDX-License-Identifier: MIT
"""`traceleft trace`."""

from __future__ import annotations

from typing import Any

import click

from traceleft.cli.output import chosen_outputs, output_options
from traceleft.cli.tracing_options import tracing_options

_EPILOG = """\b
Examples:
  traceleft trace openat                       every process's openat
  traceleft trace 1234:read 42:1235:write      process 1234's read; 1235's write, marked 42
  traceleft trace 'open*,read' %network        several calls
  traceleft trace 1,2:./my_handler.bpf         a handler of your own, for two processes
  traceleft trace openat -- ls /               a command and its children
  traceleft trace all -- ls /                  every call of it
"""


@click.command(epilog=_EPILOG)
@tracing_options
@output_options
@click.pass_obj
def trace(command: list[str] | None, /, **options: Any) -> int:
    """Print the calls of processes, a line each, until Ctrl-C or the command's end. A second one waits for no output.

    HANDLER is a syscall's name (openat), a pattern (open*), a class as strace has it (%file), all, or the file of a
    compiled handler (my.bpf, ./my); several may have commas between them. With PIDs it handles those processes;
    without, all others, or the COMMAND and its children. Exits with the command's status (128 + N for signal N).
    """
    from traceleft.cli.session import run  # not for --help

    return run(command, chosen_outputs(options), **options)
