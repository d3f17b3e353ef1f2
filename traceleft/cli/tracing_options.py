# SPDX-License-Identifier: MIT
"""The arguments and options of what traces: `traceleft trace` and `traceleft record`."""

from __future__ import annotations

import click

from traceleft import defaults
from traceleft.cli import asking, telemetry
from traceleft.cli.backend_option import abi_option, backend_option, btf_option
from traceleft.cli.options import Function, add_options
from traceleft.cli.size import Size

_OPTIONS = (
    click.argument("operands", nargs=-1, metavar="[[PROGRAM_ID:]PID[,PID...]:]HANDLER...  [-- COMMAND [ARG]...]"),
    backend_option(),
    click.option("-f", "--follow-forks", is_flag=True, help="Trace the children of the PIDs too, from their start."),
    click.option(
        "--wait-children",
        is_flag=True,
        help="Trace the COMMAND's children on after its end, until the last of them has ended, or until Ctrl-C.",
    ),
    click.option(
        "--unfinished",
        is_flag=True,
        help="Show also the calls that have not returned: at the beginning, after a second without an event, and at "
        "the end.",
    ),
    click.option(
        "-u",
        "command_user",
        metavar="USER",
        help="Run the COMMAND as this user, with the user's groups and environment.",
    ),
    click.option(
        "--user",
        "own_user",
        metavar="USER",
        help="Become this user as soon as all is attached and open, without any capability. The COMMAND runs as this "
        "user, too.",
    ),
    click.option(
        "-s",
        "--string-limit",
        default=defaults.BUFFER_LIMIT,
        show_default=True,
        type=click.IntRange(0, 32768),
        help="The most bytes to capture of a buffer, and of text that is no path. Paths are captured whole.",
    ),
    abi_option("Trace"),
    click.option("-T", "--durations", is_flag=True, help="Show the time spent in each call."),
    click.option(
        "--decode-pids",
        default="none",
        show_default=True,
        type=click.Choice(["none", "pidns", "comm"]),
        help="pidns: show also the PID that a process in another pid namespace (a container) has there, and what the "
        "PIDs are in the arguments and results of its calls. comm: the same, with the processes' names.",
    ),
    click.option(
        "--environments",
        is_flag=True,
        help="Capture the environments of executed programs, which hold secrets, and not only their numbers of "
        "variables.",
    ),
    click.option(
        "-y",
        "--files",
        is_flag=True,
        help="Show what descriptors stand for: paths, sockets' addresses, and which of them are the same open file.",
    ),
    click.option(
        "-k",
        "--stack",
        is_flag=True,
        help="Show below each event the functions of user space that led to it, as strace -k does.",
    ),
    click.option("--kernel-stack", is_flag=True, help="Show the kernel's functions that led to it, too."),
    click.option(
        "--max-stacks",
        default=defaults.MAX_STACKS,
        show_default=True,
        type=click.IntRange(1, defaults.MOST_STACKS),
        help="The different stacks that there is room for at once, with --stack.",
    ),
    click.option(
        "--processes/--no-processes",
        default=None,
        help="Tell what the processes are that make the calls: their programs, arguments, users, parents and exits. "
        "[default: for recordings]",
    ),
    click.option(
        "--ring-size",
        default=f"{defaults.RING_SIZE >> 20}M",
        show_default=True,
        metavar="SIZE",
        type=Size(below=1 << 32),
        help="The size of the events ring, a power of two (64K, 16M).",
    ),
    click.option(
        "--buffer",
        default=f"{defaults.BUFFER >> 20}M",
        show_default=True,
        metavar="SIZE",
        type=Size(least=1 << 16),
        help="Memory for events that wait to be written, compressed.",
    ),
    click.option(
        "--spill",
        default="0",
        metavar="SIZE",
        type=Size(),
        help="Bytes of a temporary file, without a name, for what finds no room there. [default: none]",
    ),
    click.option(
        "--keep",
        default="oldest",
        show_default=True,
        type=click.Choice(defaults.KEEP),
        help="Which events stay when there is no room anywhere.",
    ),
    click.option(
        "--slots",
        default=defaults.SLOTS,
        show_default=True,
        type=click.IntRange(2, 65536),
        help="The most processes that can have handlers of their own at once, plus one.",
    ),
    btf_option(),
    click.option(
        "--maxactive",
        default=defaults.MAXACTIVE,
        show_default=True,
        type=click.IntRange(1, 4096),
        help="The most threads in one call whose returns the backend kprobe sees.",
    ),
)


def tracing_options(function: Function) -> Function:
    """Gives a subcommand the arguments and options of tracing: it gets them as keywords, which run() takes."""
    return add_options(function, (*_OPTIONS, *asking.OPTIONS, *telemetry.OPTIONS))
