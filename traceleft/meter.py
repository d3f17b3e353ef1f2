# SPDX-License-Identifier: MIT
"""Measuring without a tracer."""

from __future__ import annotations

import os
from collections.abc import Iterable
from types import TracebackType

from traceleft import arguments, defaults
from traceleft.errors import UsageError
from traceleft.measure import Aggregate, Count, Histograms, Source
from traceleft.measure_methods import Scope
from traceleft.measuring import Hooking, KernelMeasuring
from traceleft.serving.rights import is_wanted, naming_servers
from traceleft.span import Span


class Meter(KernelMeasuring):
    """Measures calls without a tracer: it loads nothing but what a measure needs. Leaving it as a context manager stops
    its measures. Without rights it asks a `traceleft serve`, where there is one: docs/serve.md.

    Args:
        backend, btf, maxactive, slots, abi: as Tracer has them; of these only abi can be asked of a server.
    """

    def __init__(
        self,
        *,
        backend: str | None = None,
        btf: str | os.PathLike[str] | None = None,
        maxactive: int = defaults.MAXACTIVE,
        slots: int = defaults.SLOTS,
        abi: str = defaults.ABIS[0],
    ) -> None:
        if abi not in defaults.ABIS:
            raise UsageError(f"unknown abi {abi!r}; choose {', '.join(defaults.ABIS)}")
        arguments.whole("maxactive", maxactive, most=(1 << 31) - 1)
        arguments.whole("slots", slots, most=(1 << 32) - 1)
        for name, word in (("backend", backend), ("btf", btf)):
            if word is not None:
                arguments.path(name, word)
        backend = backend or os.environ.get("TRACELEFT_BACKEND") or "auto"
        self._chosen = Hooking(backend, btf, maxactive, slots, abi)
        self._measures: list[Count | Histograms | Aggregate] = []

    def _hooking(self) -> Hooking:
        return self._chosen

    def _load(
        self, syscalls: str | Iterable[str] | Span, scope: Scope, of: str = "", *, buckets: bool = False
    ) -> Source:
        if not is_wanted():
            with naming_servers():
                return super()._load(syscalls, scope, of, buckets=buckets)
        from traceleft.serving.served_measure import ServedMeasure

        default = Hooking()
        chosen = {name: value for name, value in vars(self._chosen).items() if value != getattr(default, name)}
        return ServedMeasure(syscalls, scope, of, buckets=buckets, options=chosen)

    def _began(self, measure: Count | Histograms | Aggregate) -> None:
        self._measures.append(measure)

    def stop(self) -> None:
        """Stops all of its measures."""
        for measure in self._measures:
            measure.stop()

    def __enter__(self) -> Meter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
