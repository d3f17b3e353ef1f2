# SPDX-License-Identifier: MIT
"""`folded:FILE`, `svg:FILE` and `pprof:FILE`: at the end, the stacks of the events, added up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from traceleft.flame import FlameGraph
from traceleft.outputs import Context
from traceleft.outputs.file import FileOutput, FileSink
from traceleft.profile import require_protobuf
from traceleft.stacks import STACK_NAMES

if TYPE_CHECKING:
    from traceleft._core import Batch


class _StacksOutput(FileOutput):
    """Adds up, and writes when it is closed."""

    def __init__(self, target: str, context: Context) -> None:
        self._counts: Counter[tuple[Any, ...]] = Counter()
        super().__init__(FileSink(target, context.options))

    def picture(self, graph: FlameGraph) -> bytes:
        """What is written."""
        raise NotImplementedError

    def write(self, batch: Batch) -> None:
        for comm, _, ustack, kstack, events in batch.stack_counts():
            self._counts[comm, ustack, kstack] += events

    def close(self) -> None:
        graph = FlameGraph(("comm", *STACK_NAMES), self._counts)
        self._sink.write(self.picture(graph), graph.total)
        super().close()


class FoldedOutput(_StacksOutput):
    """Lines for flame graph programs."""

    def picture(self, graph: FlameGraph) -> bytes:
        return graph.folded().encode("utf-8", "surrogateescape")


class SvgOutput(_StacksOutput):
    """A flame graph."""

    def picture(self, graph: FlameGraph) -> bytes:
        return graph.svg().encode("utf-8", "surrogateescape")


class PprofOutput(_StacksOutput):
    """A profile for `go tool pprof`."""

    def __init__(self, target: str, context: Context) -> None:
        require_protobuf()  # and not at the end
        super().__init__(target, context)

    def picture(self, graph: FlameGraph) -> bytes:
        return graph.pprof()
