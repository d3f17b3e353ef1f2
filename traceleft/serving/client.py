# SPDX-License-Identifier: MIT
"""Tracing without rights, by a `traceleft serve` that has them."""

from __future__ import annotations

import contextlib
import json
import os
import time
import weakref
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any

from traceleft import _core, battery
from traceleft.asking import text_of
from traceleft.errors import ServerError, UsageError
from traceleft.event_source import EventSource
from traceleft.measure import Aggregate, Count, Histograms
from traceleft.measure_methods import Measuring, Scope
from traceleft.recording import stats_of
from traceleft.serving import wire
from traceleft.serving.connection import Connection, names_of, unknown_message
from traceleft.serving.served_measure import ServedMeasure

if TYPE_CHECKING:
    from traceleft.span import Span
    from traceleft.stats import Stats


class ServedTracer(EventSource, Measuring):
    """What a server traces for us. It is a context manager, as Tracer is; its events end when the server says so.

    Args:
        handlers: as Tracer.attach() has them, but no files and no tracepoints.
        pids: the processes, which must be ours; None: all of ours.
        follow_forks, where: as Tracer.attach() has them.
        at_exec: tracing begins with the program that the processes execute next.
        until_gone: it ends when no traced process is left.
        options: those of Tracer() that the server allows.

    Raises what the server refuses: UsageError, ProcessError, ...; ServerError.
    """

    def __init__(
        self,
        handlers: str | os.PathLike[str] | Iterable[str],
        *,
        pids: Iterable[int] | None = None,
        follow_forks: bool = False,
        at_exec: bool = False,
        until_gone: bool = False,
        where: object = None,
        options: Mapping[str, Any],
    ) -> None:
        self._schema = battery.schema()
        self._over = False
        self._waiting: list[_core.Batch] = []
        request = wire.Request(
            handlers=names_of(handlers),
            processes=pids is not None,
            follow_forks=follow_forks,
            at_exec=at_exec,
            until_gone=until_gone,
            where=None if where is None else text_of(where),
            options=tuple(options.items()),
        )
        if options.get("abi") == "all":
            battery.load_compat_schema()
        self._abi = options.get("abi")
        self._measures: weakref.WeakValueDictionary[int, Count | Histograms | Aggregate] = weakref.WeakValueDictionary()
        self._connection = Connection(request, pids)
        try:
            self._stats = _stats(self._connection.answer)
        except BaseException:
            self._connection.close()
            raise

    def read(self, timeout: float | None = None) -> _core.Batch | None:
        """As Tracer.read()."""
        end = None if timeout in (None, float("inf")) else time.monotonic() + (timeout or 0.0)
        while not self._waiting and not self._over:
            left = None if end is None else max(0.0, end - time.monotonic())
            if not self._take_message(left) and left is not None:
                break
        return self._waiting.pop(0) if self._waiting else None

    @property
    def stopped(self) -> bool:
        """Whether no more events come than those that were received."""
        return self._over

    @property
    def unread(self) -> bool:
        return bool(self._waiting)

    def losses(self) -> dict[str, int]:
        lost: dict[str, int] = {}
        for reasons in self._stats.lost_by_cpu.values():
            for reason, number in reasons.items():
                lost[reason] = lost.get(reason, 0) + number
        return lost

    def stats(self) -> Stats:
        """As the server has told them last: about once a second, and at the end."""
        return self._stats

    def stop(self) -> None:
        """Ends the trace. What the server has until then is still to be read."""
        for measure in list(self._measures.values()):
            measure.stop()
        with contextlib.suppress(ServerError):  # it may have ended by itself
            self._connection.send(wire.STOP)

    def close(self) -> None:
        """Gives up what the server has."""
        self._over = True
        self._connection.close()

    def __enter__(self) -> ServedTracer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if kind is None:
            self._warn_of_losses()

    def __getattr__(self, name: str) -> Any:
        """What only a Tracer has, such as attach(). Raises UsageError."""
        from traceleft.tracer import Tracer

        if not name.startswith("_") and hasattr(Tracer, name):
            raise UsageError(f"{name} can't be asked of `traceleft serve`: trace as root, or without it")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _take_message(self, timeout: float | None) -> bool:
        """Whether there was one. Raises ServerError."""
        try:
            message = self._connection.receive(timeout)
        except ServerError:
            self._over = True
            raise
        if message is None:
            return False
        kind, payload = message
        if kind == wire.BATCH:
            self._waiting.append(_core.decompress_batch(payload, self._schema))
        elif kind == wire.STATS:
            self._stats = _stats(payload)
        elif kind == wire.END:
            self._over = True
        else:
            raise unknown_message()
        return True

    def _load(
        self, syscalls: str | Iterable[str] | Span, scope: Scope, of: str = "", *, buckets: bool = False
    ) -> ServedMeasure:
        options = {} if self._abi is None else {"abi": self._abi}
        return ServedMeasure(syscalls, scope, of, buckets=buckets, options=options)

    def _began(self, measure: Count | Histograms | Aggregate) -> None:
        self._measures[id(measure)] = measure  # mappings have no hash


def _stats(payload: bytes) -> Stats:
    try:
        return stats_of(json.loads(payload))
    except (ValueError, TypeError, AttributeError):
        raise ServerError("the server's counts make no sense") from None
