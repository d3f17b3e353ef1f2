# SPDX-License-Identifier: MIT
"""`traceleft echoserver`."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

import click

from traceleft.errors import UsageError
from traceleft.printable import printable, say
from traceleft.private_file import write_file

if TYPE_CHECKING:
    from traceleft.collector.echoserver import EchoServer
    from traceleft.collector.totals import Totals

TOP = 8
"""Syscalls and clients that the live view and the table show."""
GRACE_SECONDS = 1.0


@click.command()
@click.option(
    "--listen",
    default="localhost:50051",
    show_default=True,
    metavar="HOST:PORT",
    help="The address to listen on. Port 0 is any free port.",
)
@click.option("--tls-cert", metavar="FILE", help="The server's certificate, in PEM.")
@click.option("--tls-key", metavar="FILE", help="The key of the server's certificate.")
@click.option("--client-ca", metavar="FILE", help="Clients need a certificate from this authority.")
@click.option(
    "--insecure", is_flag=True, help="Serve plain text. It is the default on localhost, where there is no --tls-cert."
)
@click.option(
    "--token-file",
    metavar="FILE",
    help="Clients need the token in this file. [env var: TRACELEFT_COLLECTOR_TOKEN, the token itself]",
)
@click.option(
    "--journal", metavar="FILE", help="Write a line for each batch, and begin with the batches that the file has."
)
@click.option("--port-file", metavar="FILE", help="Write the port to this file as soon as the server listens.")
@click.option("--json", "as_json", is_flag=True, help="Print the totals as one JSON object.")
def echoserver(
    listen: str,
    tls_cert: str | None,
    tls_key: str | None,
    client_ca: str | None,
    insecure: bool,
    token_file: str | None,
    journal: str | None,
    port_file: str | None,
    as_json: bool,
) -> int:
    """Count the events that `traceleft trace --collector-addr` sends here, until Ctrl-C.

    A demo: it keeps nothing of them. On a terminal the counters are live; elsewhere there is a line a second on stderr
    while events come. The totals are printed at the end.
    """
    import asyncio  # a third of what every other subcommand would wait for

    from traceleft.address import Address
    from traceleft.bearer_token import COLLECTOR_VARIABLE, read_token
    from traceleft.collector.echoserver import EchoServer, ServerTls

    address = Address.parse(listen, "--listen")
    if (tls_cert is None) != (tls_key is None):
        raise UsageError("--tls-cert and --tls-key need each other")
    if insecure and tls_cert:
        raise UsageError("--insecure is plain text: it can't be given together with --tls-cert")
    if client_ca and not tls_cert:
        raise UsageError("--client-ca needs --tls-cert and --tls-key")
    if not tls_cert and not insecure and not address.is_loopback:
        raise UsageError(f"{address} is no address of this machine alone: give --tls-cert and --tls-key, or --insecure")
    token = read_token(token_file, os.environ, COLLECTOR_VARIABLE)
    if token and not tls_cert and not address.is_loopback:
        raise UsageError(f"{address}: a token in plain text can be read by others: give --tls-cert and --tls-key")
    tls = ServerTls(tls_cert, tls_key, client_ca) if tls_cert and tls_key else None
    server = EchoServer(address, tls=tls, token=token, journal=journal)
    how = "TLS, clients' certificates" if client_ca else "TLS" if tls else "plain text"
    asyncio.run(_serve(server, address.host, how + (", token" if token else ""), port_file))
    totals = server.totals
    print(json.dumps(totals.as_dict()) if as_json else "\n".join(table(totals)), flush=True)
    return 0


async def _serve(server: EchoServer, host: str, how: str, port_file: str | None) -> None:
    import asyncio

    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def end(number: int, frame: object) -> None:
        for each in (signal.SIGINT, signal.SIGTERM):  # the loop may be waiting for whoever reads what it prints
            signal.signal(each, signal.SIG_DFL)
        loop.call_soon_threadsafe(stop.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    await server.start()
    try:
        if port_file:
            write_file(port_file, f"{server.port}\n".encode("ascii"))
        place = f"[{host}]" if ":" in host else host
        say(f"listening on {place}:{server.port} ({how})")
        show = asyncio.create_task(_show(server.totals))
        try:
            await stop.wait()
        finally:
            show.cancel()
            await asyncio.gather(show, return_exceptions=True)
    finally:
        await server.stop(GRACE_SECONDS)


async def _show(totals: Totals) -> None:
    """The live counters, until it is cancelled."""
    import asyncio

    view = _rich_view() if sys.stderr.isatty() else None
    before, since = totals.events, time.monotonic()
    try:
        while True:
            await asyncio.sleep(0.5 if view else 1.0)
            events, now = totals.events, time.monotonic()
            rate = (events - before) / (now - since)
            if view:
                view.update(_rich_table(totals, rate), refresh=True)
            elif events != before or sys.stderr.isatty():
                connected = sum(bool(each.connected) for each in totals.sessions.values())
                top = ", ".join(f"{name} {count:,}" for name, count in totals.syscalls.most_common(3))
                say(f"{events:,} events, {rate:,.0f}/s, {connected} clients; {top}")
            before, since = events, now
    finally:
        if view:
            view.stop()


def _rich_view() -> Any:
    try:
        from rich.console import Console
        from rich.live import Live
    except ImportError:
        return None
    view = Live(console=Console(stderr=True), auto_refresh=False, transient=True)
    view.start()
    return view


def _rich_table(totals: Totals, rate: float) -> Any:
    from rich.table import Table
    from rich.text import Text

    from traceleft.collector.totals import short

    grid = Table(title=f"{totals.events:,} events, {rate:,.0f}/s", box=None, title_justify="left")
    for title in ("syscall", "events", "client", "events", "missing", "repeated"):
        grid.add_column(title, justify="left" if title in ("syscall", "client") else "right")
    calls = totals.syscalls.most_common(TOP)
    clients = sorted(totals.sessions.items(), key=lambda item: (-item[1].connected, -item[1].events))[:TOP]
    for row in range(max(len(calls), len(clients))):
        left = (calls[row][0], f"{calls[row][1]:,}") if row < len(calls) else ("", "")
        right = ("", "", "", "")
        if row < len(clients):
            key, each = clients[row]
            mark = "" if each.connected else " (away)"
            right = (short(key) + mark, f"{each.events:,}", f"{each.gaps:,}", f"{each.repeated:,}")
        grid.add_row(*(Text(printable(cell)) for cell in (*left, *right)))  # a str's brackets would be markup
    return grid


def table(totals: Totals) -> list[str]:
    """The totals, a line each."""
    from traceleft.collector.totals import short

    whole = totals.as_dict()
    lines = [
        f"{whole['events']:,} events in {whole['batches']:,} batches of {len(totals.sessions):,} clients; "
        f"{whole['missing']:,} batches missing, {whole['repeated']:,} repeated, {whole['refused']:,} streams refused; "
        f"{whole['dropped_by_senders']:,} events dropped by their senders"
    ]
    lines += [f"{count:>14,}  {printable(name)}" for name, count in totals.syscalls.most_common()]
    for key, each in totals.sessions.items():
        line = f"{each.events:>14,}  {printable(short(key))}: {each.batches:,} batches"
        if each.missing:
            ranges = ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in each.missing)
            line += f", missing {ranges}"
        if each.given_up:
            line += f", and {each.given_up:,} before them"
        if each.repeated:
            line += f", {each.repeated:,} repeated"
        if each.dropped:
            line += f", {each.dropped:,} events dropped by it"
        lines.append(line)
    if totals.other.batches:
        lines.append(f"{totals.other.events:>14,}  other clients: {totals.other.batches:,} batches")
    return lines
