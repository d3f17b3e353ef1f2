# SPDX-License-Identifier: MIT
"""Where events go: one file for each kind of output, behind the class Output.

A package of one's own adds a kind by an entry point of the group `traceleft.outputs`: its name is the kind, and it is a
factory as OutputFactory describes it.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from traceleft.errors import TraceleftError, UsageError, did_you_mean
from traceleft.origin import Origin as Origin  # a part of what an output's author uses

if TYPE_CHECKING:
    import importlib.metadata

    from traceleft._core import Batch, BatchEncoder, EventSchema
    from traceleft.stats import Stats

GROUP = "traceleft.outputs"
"""The entry points' group."""

_OWN = {
    "connections": "traceleft.outputs.uses:ConnectionsOutput",
    "files": "traceleft.outputs.uses:FilesOutput",
    "folded": "traceleft.outputs.stacks:FoldedOutput",
    "grpc": "traceleft.outputs.grpc:CollectorOutput",
    "jsonl": "traceleft.outputs.jsonl:JsonOutput",
    "parquet": "traceleft.outputs.parquet:ParquetOutput",
    "pprof": "traceleft.outputs.stacks:PprofOutput",
    "processes": "traceleft.outputs.processes:ProcessesOutput",
    "protobuf": "traceleft.outputs.protobuf:ProtobufOutput",
    "record": "traceleft.outputs.record:RecordOutput",
    "svg": "traceleft.outputs.stacks:SvgOutput",
    "text": "traceleft.outputs.text:TextOutput",
    "tree": "traceleft.outputs.processes:TreeOutput",
}


@dataclass(frozen=True)
class Context:
    """The facts of a trace that an output may need."""

    schema: EventSchema
    """The meaning of the events."""
    origin: Origin
    live: bool = True
    """False in a replay: then an output waits for room, and never drops."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """The command line's options of outputs, by their Python names; those not given are missing."""


class Output:
    """One place where events go. Its methods are called from one thread at a time.

    An error from its methods ends this output: the trace's others go on, and events that it misses are counted. The
    text of an OSError or a TraceleftError is what the user reads.
    """

    def write(self, batch: Batch) -> None:
        """Takes a batch. May block."""
        raise NotImplementedError

    def flush(self) -> None:
        """Called about once a second, also when no events come."""

    def account(self, stats: Stats) -> None:
        """Takes the counts of the trace's events so far: called about once a second, and before close()."""

    def close(self) -> None:
        """Finishes what is open. Called once, also after a failure."""

    @property
    def dropped(self) -> int:
        """Events that were taken, and then given up."""
        return 0

    def summary(self) -> str:
        """Its sentence in a trace's summary; "": none."""
        return ""


class EncodedOutput(Output):
    """One whose batches several threads may encode at once, before it is given them in their order."""

    encoder: BatchEncoder
    batch_bytes = 0
    """Batches are joined up to so many bytes of events before they are encoded, for a second at most. 0: none is."""

    def put(self, encoded: memoryview, events: int) -> None:
        """Takes what the encoder has made of a batch of so many events. May block."""
        raise NotImplementedError

    def write(self, batch: Batch) -> None:
        self.put(self.encoder.buffer(batch), len(batch))


OutputFactory = Callable[[str, Context], Output]
"""Opens an output for what stands behind `KIND:`. Raises UsageError, OSError, TraceleftError."""


def kinds() -> list[str]:
    """The kinds of outputs there are, sorted."""
    return sorted({*_OWN, *_foreign()})


def split_kind(text: str) -> tuple[str | None, str]:
    """KIND and TARGET of `KIND:TARGET`; None for a bare target.

    Raises UsageError for what looks like a kind and is none.
    """
    kind, colon, target = text.partition(":")
    if not colon or not kind.replace("-", "_").isidentifier():
        return None, text
    if kind in _OWN or kind in _foreign():
        return kind, target
    hint = did_you_mean(kind, kinds()) or f"; there are {', '.join(kinds())}"
    raise UsageError(f"there is no output {kind!r}{hint} (for a file of that name write ./{text})")


def open_output(kind: str, target: str, context: Context) -> Output:
    """Opens an output. Raises as its factory does, and TraceleftError where an entry point can't be loaded."""
    if kind in _OWN:
        module, _, name = _OWN[kind].partition(":")
        factory: OutputFactory = getattr(importlib.import_module(module), name)
    else:
        entry = _foreign()[kind]
        try:
            factory = entry.load()
        except Exception as error:  # it is somebody else's code
            raise TraceleftError(f"the output {kind!r} ({entry.value}) can't be loaded: {error}") from error
    return factory(target, context)


def _foreign() -> dict[str, importlib.metadata.EntryPoint]:
    from importlib import metadata  # a third of the time in which the command line starts

    found = metadata.entry_points()
    # Python 3.9 has a dict of groups.
    entries = found.select(group=GROUP) if hasattr(found, "select") else found.get(GROUP, ())
    return {entry.name: entry for entry in entries}


def describe(target: str) -> str:
    """How messages call a file: by its path."""
    return "standard output" if target == "-" else os.fspath(target)
