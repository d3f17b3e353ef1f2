# SPDX-License-Identifier: MIT
"""What was done with files and sockets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from traceleft.errors import UsageError
from traceleft.plots.labels import label, lines, thread

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from traceleft.uses import Connection, File

_ROW, _ROOM = 24, 140
"""Pixels: of a file, and beside the files."""
_HINT = "trace calls that read and write, with files=True, or -y"


def files(rows: Iterable[File], number: int) -> Figure:
    """Bars of bytes. Raises UsageError."""
    import plotly.graph_objects as go

    used = [row for row in rows if row.bytes_read or row.bytes_written][: max(1, number)][::-1]
    if not used:
        raise UsageError(f"no file has bytes that were read or written: {_HINT}")
    names = [label(row.path) for row in used]
    places = list(range(len(used)))  # two files may have one path
    result = go.Figure(
        [
            go.Bar(
                y=places,
                x=[getattr(row, field) for row in used],
                customdata=[lines(row.path) for row in used],
                name=name,
                orientation="h",
                hovertemplate=f"%{{customdata}}<br>%{{x}} bytes {name}<extra></extra>",
            )
            for name, field in (("read", "bytes_read"), ("written", "bytes_written"))
        ]
    )
    result.update_layout(
        title="bytes by file",
        barmode="stack",
        height=_ROOM + _ROW * len(used),
        xaxis={"title": "bytes", "tickformat": "~s"},
        yaxis={"tickvals": places, "ticktext": names, "automargin": True},
        template="plotly_white",
    )
    return result


def connections(rows: Iterable[Connection], number: int) -> Figure:
    """Processes on the left, and who they talk to on the right; widths are bytes. Raises UsageError."""
    import plotly.graph_objects as go

    rows = list(rows)
    clients = Counter((row.pid, row.local) for row in rows if row.peer_port is not None)
    sent: Counter[tuple[str, str]] = Counter()
    received: Counter[tuple[str, str]] = Counter()
    for row in rows:
        # Of a server's clients the ports are of no interest.
        serves = clients[row.pid, row.local] > 1
        peer = f"{row.peer.rpartition(':')[0]} to {row.local}" if serves else row.peer or row.local or "without a name"
        pair = (thread(row.comm, row.pid), label(f"{row.protocol} {peer}"))
        sent[pair] += row.bytes_sent
        received[pair] += row.bytes_received
    pairs = [pair for pair, bytes in (sent + received).most_common(max(1, number)) if bytes]
    if not pairs:
        raise UsageError(f"no socket has bytes that were sent or received: {_HINT}")
    processes = list(dict.fromkeys(process for process, _ in pairs))
    peers = list(dict.fromkeys(peer for _, peer in pairs))
    result = go.Figure(
        go.Sankey(
            node={"label": [*processes, *peers], "pad": 20, "thickness": 16},
            link={
                "source": [processes.index(process) for process, _ in pairs],
                "target": [len(processes) + peers.index(peer) for _, peer in pairs],
                "value": [sent[pair] + received[pair] for pair in pairs],
                "customdata": [f"{sent[pair]} bytes sent, {received[pair]} received" for pair in pairs],
                "hovertemplate": "%{source.label} and %{target.label}<br>%{customdata}<extra></extra>",
            },
        )
    )
    result.update_layout(title="who talks to whom", height=_ROOM + _ROW * max(len(processes), len(peers), 6))
    return result
