# SPDX-License-Identifier: MIT
"""Telemetry with known figures, and the documents that describe it."""

from __future__ import annotations

import dataclasses
import json
import urllib.request

from tests.support import ROOT
from tests.support.fixed_calls import FixedCalls
from tests.support.raw_events import DURATION, raw_event
from traceleft import battery
from traceleft.errors import TraceleftError
from traceleft.operand import Operand
from traceleft.stats import Stats
from traceleft.telemetry import Fill, HandlerNumbers, HookNumbers, Numbers, OutputNumbers, ProcessNumbers
from traceleft.telemetry.http_server import HttpServer
from traceleft.telemetry.top import Attachments

DASHBOARD = ROOT / "docs/grafana/traceleft.json"
DOCUMENT = ROOT / "docs/metrics.md"
LOST = {1: {"ring_full": 9}}


class Look:
    """Telemetry with figures that are known."""

    def __init__(self, calls: FixedCalls | None = None) -> None:
        self.calls = calls

    def numbers(self) -> Numbers:
        by_syscall = {"read": {"ring_full": 9}}
        return Numbers(
            time=1.0,
            stats=Stats("raw_tp", 2.5, 100, 90, 9, LOST, 3, 2, 1, 4, {0: 60, 1: 40}, by_syscall, {}, 1, 5, 6, 7, 8, 12),
            fill=Fill(65536, 1536, 10, 20, 30),
            handlers=(
                HandlerNumbers("read", False, 0, (), str(battery.shipped_file()), 0, "handle_read_ret", 4, 1000),
                HandlerNumbers("read", True, 3, (7,), 'a "b"\\.bpf', 42, "handle_read", 10, 5000),
                HandlerNumbers("close", False, 0, (), "own.bpf", 0, "handle_close_ret", 0, 0),
            ),
            hooks=(HookNumbers("root_exit", None, 5, 7, 7000), HookNumbers("root_enter", None, 6, 0, 0)),
            outputs=(
                OutputNumbers("-", 80, 10, 2048, None),
                OutputNumbers("x\ny", 0, 90, 0, "No space"),
                OutputNumbers("\udcff", 1, 0, 0, None),
            ),
            process=ProcessNumbers(1.25, 48 << 20, 5),
        )


def some_calls() -> FixedCalls:
    durations = [500, 1500, 3500, 5_000_000_000, 1 << 62]
    events = [raw_event("read", nr=0, comm=b"cat", duration=ns, flags=DURATION) for ns in durations]
    events += [raw_event("read", nr=0, comm=b"cat", pid=2, ret=-11), raw_event("close", nr=3, comm=b"\xff\n")]
    return FixedCalls(*events)


class Moving(Look):
    """Each look is two seconds later; `calls` are added."""

    def __init__(self) -> None:
        super().__init__(FixedCalls())
        self.looks = 0

    def add(self, *events: bytes) -> None:
        assert self.calls
        self.calls.add(*events)

    def numbers(self) -> Numbers:
        self.looks += 1
        numbers = super().numbers()
        stats = dataclasses.replace(numbers.stats, handled=1000 * self.looks, lost=10 * self.looks)
        return dataclasses.replace(numbers, time=2.0 * self.looks, stats=stats)


class Changes(Attachments):
    """Notes each request."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def attach(self, operand: Operand):  # type: ignore[no-untyped-def]
        if operand.handler == "nonsense":
            raise TraceleftError("no shipped handler for 'nonsense'")
        self.asked.append(operand)

    def detach(self, selected: HandlerNumbers) -> None:
        self.asked.append(selected)


def get(server: HttpServer, path: str = "/metrics", **headers: str) -> tuple[bytes, dict[str, str]]:
    with urllib.request.urlopen(urllib.request.Request(server.url + path, headers=headers), timeout=60) as answer:
        return answer.read(), dict(answer.headers)


def expressions() -> list[str]:
    dashboard = json.loads(DASHBOARD.read_text())
    return [target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", [])]
