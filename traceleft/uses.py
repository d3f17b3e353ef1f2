# SPDX-License-Identifier: MIT
"""What was done with files and with sockets: tables of a capture, or of the events that went by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Union, overload

from traceleft import _core
from traceleft.extras import needed
from traceleft.printable import printable
from traceleft.table import html_table, html_text, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    import pyarrow as pa
    from _typeshed import DataclassInstance

SHOWN_ROWS = 20
MOST = 100_000
"""Files, and sockets, that are kept apart."""
Cell = Union[str, int, float, bool, None]


@dataclass(frozen=True)
class File:
    """What was done with a file, under one path."""

    path: str
    """Where it is in the mount namespace, also for a process in a chroot; of a file that could not be opened, as the
    program named it. Undecodable bytes are surrogates."""
    kind: str | None
    """regular, directory, pipe, character, ...; None for one that could not be opened."""
    deleted: bool
    opens: int
    reads: int
    """Calls that read from it; and that wrote to it."""
    writes: int
    bytes_read: int
    bytes_written: int
    calls: int
    """All calls that were given a descriptor of it, or returned one."""
    errors: int
    seconds: float
    """The time spent in these calls; 0 where it wasn't measured."""
    device: int
    """As st_dev and st_ino; 0 for one that could not be opened."""
    inode: int


@dataclass(frozen=True)
class Connection:
    """What was done with a socket."""

    protocol: str
    """As strace names it: TCP, UDPv6, UNIX-STREAM, NETLINK, ..."""
    local: str
    """Its address: 10.0.0.1:443, [::1]:80, a unix socket's name; empty where it has none."""
    peer: str
    local_port: int | None
    peer_port: int | None
    bytes_received: int
    bytes_sent: int
    reads: int
    writes: int
    calls: int
    errors: int
    seconds: float
    """The time spent in these calls; 0 where it wasn't measured."""
    lasted: float
    """Seconds between its first and its last call."""
    pid: int
    """The process that used it first."""
    comm: str
    network_namespace: int | None
    retransmits: int | None
    """Segments that TCP had sent again by its last call; None of other protocols."""


Row = TypeVar("Row", bound="DataclassInstance")


class Rows(Sequence[Row], Generic[Row]):
    """A table whose rows have attributes. It shows itself, also in a notebook."""

    def __init__(self, row: type[Row], rows: Iterable[Row], columns: Sequence[tuple[str, str]], order: str) -> None:
        self._row = row
        self._rows = list(rows)
        self._columns = columns
        self.order = order
        """What comes first, in words."""

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def columns(self) -> dict[str, list[Any]]:
        """All attributes as lists, by name."""
        return {field.name: [getattr(row, field.name) for row in self._rows] for field in fields(self._row)}

    def arrow(self) -> pa.Table:
        """All attributes as a pyarrow.Table. Raises TraceleftError without pyarrow."""
        with needed("arrow", "arrow()"):
            import pyarrow as pa
        types = {"bool": pa.bool_(), "float": pa.float64(), "str": pa.string(), "list[str]": pa.list_(pa.string())}
        kinds = {field.name: types.get(str(field.type).split(" |")[0], pa.int64()) for field in fields(self._row)}

        def column(name: str, cells: list[Any]) -> pa.Array:
            unknown = all(cell is None for cell in cells)  # nothing shows the type
            return pa.array([_encodable(cell) for cell in cells], kinds[name] if unknown else None)

        return pa.table({name: column(name, cells) for name, cells in self.columns().items()})

    def pandas(self) -> pd.DataFrame:
        """The same as a pandas.DataFrame. Raises TraceleftError without pandas."""
        with needed("pandas", "pandas()"):
            import pandas as pd
        return pd.DataFrame(self.columns())

    def text(self, top: int | None = None) -> str:
        """A table for people; of the first `top` rows."""
        head = [title for title, _ in self._columns]
        numbers = {field.name for field in fields(self._row) if field.type in ("int", "float")}
        numeric = sum(name in numbers for _, name in self._columns)
        lines = list(table(head, self._cells(top), numeric=numeric))
        return "\n".join([*lines, *self._rest(top)]) + "\n"

    def _cells(self, top: int | None) -> list[list[str]]:
        return [[_cell(getattr(row, name)) for _, name in self._columns] for row in self._rows[:top]]

    def _rest(self, top: int | None) -> list[str]:
        rest = len(self) - len(self._rows[:top])
        return [f"and {rest} more"] if rest else []

    def __str__(self) -> str:
        return self.text(SHOWN_ROWS)

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {self._row.__name__}, {self.order} first>"

    def _repr_html_(self) -> str:
        rest = "".join(f"<p>{line}</p>" for line in self._rest(SHOWN_ROWS))
        head = [title for title, _ in self._columns]
        return f"<p>{html_text(repr(self))}</p>" + html_table(head, self._cells(SHOWN_ROWS)) + rest


_FILE_COLUMNS = (
    ("opens", "opens"),
    ("reads", "reads"),
    ("writes", "writes"),
    ("read", "bytes_read"),
    ("written", "bytes_written"),
    ("calls", "calls"),
    ("errors", "errors"),
    ("seconds", "seconds"),
    ("kind", "kind"),
    ("path", "path"),
)
_CONNECTION_COLUMNS = (
    ("received", "bytes_received"),
    ("sent", "bytes_sent"),
    ("calls", "calls"),
    ("errors", "errors"),
    ("seconds", "seconds"),
    ("lasted", "lasted"),
    ("resent", "retransmits"),
    ("pid", "pid"),
    ("command", "comm"),
    ("protocol", "protocol"),
    ("local", "local"),
    ("peer", "peer"),
)


class Uses:
    """Adds up what events do with the files and sockets that they describe: of Tracer(files=True), or recorded so.

    Args:
        schema: the meaning of the events.
    """

    def __init__(self, schema: _core.EventSchema) -> None:
        self._uses = _core.ObjectUses(schema, MOST)

    def add(self, batch: _core.Batch) -> None:
        """Takes the events of a batch."""
        self._uses.add(batch)

    @property
    def dropped(self) -> int:
        """Uses of files and sockets beyond the most that are kept apart."""
        return self._uses.dropped

    def files(self) -> Rows[File]:
        """What is no socket, most bytes first; sockets are connections()."""
        rows = [_file(use) for use in self._uses.files()]
        rows.sort(key=lambda row: (-row.bytes_read - row.bytes_written, -row.calls, row.path))
        return Rows(File, rows, _FILE_COLUMNS, "most bytes")

    def connections(self) -> Rows[Connection]:
        """The sockets, most bytes first."""
        rows = [_connection(use) for use in self._uses.sockets()]
        rows.sort(key=lambda row: (-row.bytes_received - row.bytes_sent, -row.calls))
        return Rows(Connection, rows, _CONNECTION_COLUMNS, "most bytes")


def _file(use: _core.FileUse) -> File:
    return File(
        use.path,
        use.kind or None,
        use.deleted,
        use.opens,
        use.reads,
        use.writes,
        use.bytes_read,
        use.bytes_written,
        use.calls,
        use.errors,
        use.ns / 1e9,
        use.device,
        use.inode,
    )


def _connection(use: _core.SocketUse) -> Connection:
    socket = use.file.socket
    assert socket is not None
    return Connection(
        socket.protocol or socket.family.removeprefix("AF_"),
        _address(socket.local_addr, socket.local_port),
        _address(socket.peer_addr, socket.peer_port),
        socket.local_port,
        socket.peer_port,
        use.bytes_read,
        use.bytes_written,
        use.reads,
        use.writes,
        use.calls,
        use.errors,
        use.ns / 1e9,
        (use.last - use.first) / 1e9,
        use.pid,
        use.comm,
        socket.network_namespace,
        socket.retransmits,
    )


def _address(address: str | None, port: int | None) -> str:
    """As ss(8) has them."""
    if address is None or port is None:
        return address or ""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


def _cell(value: Cell) -> str:
    if isinstance(value, float):
        return f"{value:.6f}"
    return "" if value is None else printable(str(value))


def _encodable(value: Any) -> Any:
    """Arrow's text is UTF-8: surrogates stand for bytes that are none."""
    if isinstance(value, list):
        return [_encodable(each) for each in value]
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if isinstance(value, str) else value
