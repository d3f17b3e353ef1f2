# SPDX-License-Identifier: MIT
"""`traceleft serve`."""

from __future__ import annotations

import grp
import signal

import click

from traceleft import defaults, users
from traceleft.cli.size import Size
from traceleft.errors import UsageError
from traceleft.printable import say
from traceleft.serving.rights import SOCKET

_EPILOG = """\b
Examples:
  traceleft serve                              all users, each the calls of his own processes
  traceleft serve --group tracing              the members of a group
  traceleft serve --allow-group wheel          those of wheel see the calls of all processes
"""


@click.command(epilog=_EPILOG)
@click.option("--socket", "path", default=SOCKET, show_default=True, metavar="FILE", help="The socket to listen at.")
@click.option("--group", metavar="GROUP", help="Only members of GROUP may connect. [default: everybody]")
@click.option(
    "--allow-user", "users_", multiple=True, metavar="USER", help="USER sees the calls of all processes, as root does."
)
@click.option(
    "--allow-group", "groups", multiple=True, metavar="GROUP", help="Members of GROUP see the calls of all processes."
)
@click.option("--clients", type=click.IntRange(1, 1000), default=16, show_default=True, help="Traces at once.")
@click.option(
    "--clients-of-user", type=click.IntRange(1, 1000), default=4, show_default=True, help="Traces of one user at once."
)
@click.option(
    "--buffer",
    type=Size(least=1 << 20),
    default="64M",
    show_default=True,
    help="Memory for a client's events that wait for it, compressed, at most.",
)
@click.option(
    "--ring-size", type=Size(least=1 << 16), default="16M", show_default=True, help="Bytes of a client's ring, at most."
)
@click.option(
    "--max-keys",
    type=click.IntRange(1, (1 << 32) - 1),
    default=defaults.MAX_KEYS,
    show_default=True,
    help="Keys of a client's measure, at most.",
)
def serve(
    path: str,
    group: str | None,
    users_: tuple[str, ...],
    groups: tuple[str, ...],
    clients: int,
    clients_of_user: int,
    buffer: int,
    ring_size: int,
    max_keys: int,
) -> int:
    """Trace for users without rights, until Ctrl-C: each sees the calls of the processes that are his own.

    traceleft.run(), capture(), trace() and Meter() ask this server where they are not root's, as `traceleft count` and
    `hist` do. The calls of a set-user-ID program
    that a user starts are not his, nor those of a process that he may not trace by ptrace(2).
    """
    from traceleft.serving.server import Rules, Server
    from traceleft.serving.worker import Bounds

    rules = Rules(
        uids=frozenset(users.User.named(each).uid for each in users_),
        gids=frozenset(map(_gid, groups)),
        clients=clients,
        clients_of_user=clients_of_user,
        bounds=Bounds(ring_size, buffer, max_keys),
    )
    with Server(path, mode=0o660 if group else 0o666, gid=_gid(group) if group else None, rules=rules, log=say) as it:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: it.end())
        say(f"listening at {path}")
        it.run()
    return 0


def _gid(name: str) -> int:
    """Raises UsageError."""
    try:
        return (grp.getgrgid(int(name)) if name.isdecimal() else grp.getgrnam(name)).gr_gid
    except (KeyError, OverflowError):
        raise UsageError(f"there is no group {name!r} on this machine") from None
