# SPDX-License-Identifier: MIT
"""`processes:FILE` and `tree:FILE`: at the end, the processes that made the calls, as a table or as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traceleft.containers import names
from traceleft.outputs import Context
from traceleft.outputs.file import FileOutput, FileSink
from traceleft.processes import ProcessTotals, TracedProcess, tree

if TYPE_CHECKING:
    from traceleft._core import Batch
    from traceleft.uses import Rows


class ProcessesOutput(FileOutput):
    """Adds up, and writes a table when it is closed. The option `top` is the most rows to write; with
    `containers` runtimes are asked for the names of containers."""

    def __init__(self, target: str, context: Context) -> None:
        self._totals = ProcessTotals(context.schema)
        self._top = context.options.get("top")
        self._asks_containers = context.options.get("containers", False)
        super().__init__(FileSink(target, context.options))

    def text(self) -> tuple[str, int]:
        """What it writes, and how many processes that are."""
        rows = self._rows()
        return rows.text(self._top), len(rows)

    def _rows(self) -> Rows[TracedProcess]:
        return self._totals.processes(names() if self._asks_containers else None)

    def write(self, batch: Batch) -> None:
        self._totals.add(batch)

    def close(self) -> None:
        text, processes = self.text()
        self._sink.write(text.encode("utf-8", "surrogateescape"), processes)
        super().close()

    def summary(self) -> str:
        left_out = f"{self._totals.dropped} events of other processes found no room" if self._totals.dropped else ""
        return "; ".join(filter(None, (left_out, super().summary())))


class TreeOutput(ProcessesOutput):
    """Writes a tree."""

    def text(self) -> tuple[str, int]:
        rows = self._rows()
        return tree(rows, self._asks_containers), len(rows)
