# SPDX-License-Identifier: MIT
"""`files:FILE` and `connections:FILE`: at the end, a table of what was done with files, or with sockets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from traceleft.outputs import Context
from traceleft.outputs.file import FileOutput, FileSink
from traceleft.uses import Rows, Uses

if TYPE_CHECKING:
    from traceleft._core import Batch


class _UsesOutput(FileOutput):
    """Adds up, and writes when it is closed. The option `top` is the most rows to write."""

    def __init__(self, target: str, context: Context) -> None:
        self._uses = Uses(context.schema)
        self._top = context.options.get("top")
        super().__init__(FileSink(target, context.options))

    def rows(self) -> Rows[Any]:
        """The table."""
        raise NotImplementedError

    def write(self, batch: Batch) -> None:
        self._uses.add(batch)

    def close(self) -> None:
        rows = self.rows()
        self._sink.write(rows.text(self._top).encode("utf-8", "surrogateescape"), len(rows))
        super().close()

    def summary(self) -> str:
        left_out = f"{self._uses.dropped} uses of others found no room" if self._uses.dropped else ""
        return "; ".join(filter(None, (left_out, super().summary())))


class FilesOutput(_UsesOutput):
    """What was done with files."""

    def rows(self) -> Rows[Any]:
        return self._uses.files()


class ConnectionsOutput(_UsesOutput):
    """What was done with sockets."""

    def rows(self) -> Rows[Any]:
        return self._uses.connections()
