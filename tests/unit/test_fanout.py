# SPDX-License-Identifier: MIT
"""A fan-out: every event reaches each output, or is counted there as missing; none stalls or breaks another."""

from __future__ import annotations

import os
import threading

import pytest

from tests.support.raw_events import Captured, raw_event
from tests.support.raw_processes import raw_process
from traceleft import _core, battery, branch, fanout
from traceleft.branch import Branch
from traceleft.errors import TraceleftError
from traceleft.fanout import Fanout
from traceleft.outputs import Output
from traceleft.stats import Stats

TIMEOUT = 20.0
STATS = Stats("raw_tp", 1.0, 5, 5, 0, {}, 0, 0, 0, 0)


def batch(events: int) -> _core.Batch:
    return _core.Batch([raw_event("close", [fd]) for fd in range(events)], battery.schema())


class Recorder(Output):
    """Keeps what it is given, and fails or waits where it is told to."""

    def __init__(self, fails_at: int | None = None, gate: threading.Event | None = None):
        self.events = 0
        self.calls: list[str] = []
        self.entered = threading.Event()
        self._fails_at = fails_at
        self._gate = gate

    def write(self, batch: _core.Batch) -> None:
        self.entered.set()
        if self._gate:
            assert self._gate.wait(TIMEOUT)
        if self._fails_at is not None and self.events >= self._fails_at:
            raise OSError(28, "No space left on device", "there")
        self.events += len(batch)

    def flush(self) -> None:
        self.calls.append("flush")

    def account(self, stats: Stats) -> None:
        assert stats == STATS
        self.calls.append("account")

    def close(self) -> None:
        self.calls.append("close")


def fan_out(*outputs: Output, live: bool = True, buffer: int = 1 << 20) -> tuple[Fanout, list[str]]:
    failures: list[str] = []
    branches = [Branch(str(n), output, lambda branch: failures.append(branch.name)) for n, output in enumerate(outputs)]
    return Fanout(branches, battery.schema(), stats=lambda: STATS, live=live, buffer=buffer), failures


@pytest.mark.parametrize("count", [1, 2, 5])
def test_each_output_gets_every_event(count: int):
    outputs = [Recorder() for _ in range(count)]
    fan, failures = fan_out(*outputs)
    for events in range(100):
        fan.write(batch(events))
    fan.close()
    assert [output.events for output in outputs] == [4950] * count == [branch.written for branch in fan.branches]
    assert not failures and not any(branch.dropped for branch in fan.branches)
    assert all(output.calls[-2:] == ["account", "close"] for output in outputs)


@pytest.mark.parametrize("count", [1, 3])
def test_a_failed_output_is_said_once_counted_and_closed(count: int):
    outputs = [Recorder(fails_at=10), *(Recorder() for _ in range(count - 1))]
    fan, failures = fan_out(*outputs)
    for _ in range(7):
        fan.write(batch(5))
    fan.close()
    assert failures == ["0"]
    assert (fan.branches[0].written, fan.branches[0].dropped) == (10, 25)
    assert isinstance(fan.branches[0].error, OSError) and outputs[0].calls[-1] == "close"
    assert all((branch.written, branch.dropped) == (35, 0) for branch in fan.branches[1:])
    assert fan.failed == (count == 1)


class Raw(Recorder):
    """Keeps the events, too."""

    def __init__(self, gate: threading.Event | None = None):
        super().__init__(gate=gate)
        self.raw: list[bytes] = []

    def write(self, batch: _core.Batch) -> None:
        super().write(batch)
        self.raw += [event.raw for event in batch]


def noise() -> tuple[_core.Batch, int]:
    """A batch of ten events that hardly can be compressed, and its bytes once it is."""
    each = [raw_event("write", [1], [Captured(0, os.urandom(500))], timestamp=number) for number in range(10)]
    made = _core.Batch(each, battery.schema())
    return made, len(_core.BatchCompressor().compress(made))


def events_of(batches: list[_core.Batch]) -> list[bytes]:
    return [event.raw for each in batches for event in each]


def stalled_behind(
    monkeypatch: pytest.MonkeyPatch, stalled: list[Raw], room: float
) -> tuple[Fanout, list[_core.Batch]]:
    """Beside an output that is as fast as events come, with room for so many times as many compressed batches as the 20
    that all were given. The first is being written."""
    made = [noise() for _ in range(20)]
    batches = [each for each, _ in made]
    outputs = [*stalled, Raw()]
    monkeypatch.setattr(fanout, "PLAIN_BYTES", 0)
    fan, failures = fan_out(*outputs, buffer=int(room * sum(size for _, size in made)))
    for each in batches:
        fan.write(each)
        assert all(output.entered.wait(TIMEOUT) for output in stalled)
        _wait_until(lambda: not fan.branches[-1].queued_bytes)
    assert outputs[-1].raw == events_of(batches) and not failures
    return fan, batches


def test_outputs_get_what_waits_compressed(monkeypatch: pytest.MonkeyPatch):
    """Byte by byte, and in order, where there is room for all."""
    gate = threading.Event()
    stalled = [Raw(gate), Raw(gate)]
    fan, batches = stalled_behind(monkeypatch, stalled, room=4)
    gate.set()
    fan.close()
    assert [output.raw for output in stalled] == [events_of(batches)] * 2
    assert [(branch.written, branch.dropped, branch.queued_bytes) for branch in fan.branches] == [(200, 0, 0)] * 3


def test_a_stalled_output_stalls_no_other_and_loses_what_has_no_room(monkeypatch: pytest.MonkeyPatch):
    gate = threading.Event()
    stalled = Raw(gate)
    fan, batches = stalled_behind(monkeypatch, [stalled], room=0.8)
    gate.set()
    fan.close()
    assert 80 <= stalled.events < 200
    assert stalled.raw == [each for each in events_of(batches) if each in set(stalled.raw)]
    assert stalled.raw[:60] == events_of(batches)[:60]
    assert [branch.written for branch in fan.branches] == [stalled.events, 200]
    assert [branch.dropped for branch in fan.branches] == [200 - stalled.events, 0]


def test_in_a_replay_nothing_is_dropped():
    outputs = [Recorder() for _ in range(2)]
    fan, _ = fan_out(*outputs, live=False, buffer=1)
    for _ in range(50):
        fan.write(batch(3))
    fan.close()
    assert [output.events for output in outputs] == [150, 150]


def test_whoever_is_impatient_leaves_a_stalled_output_behind():
    gate = threading.Event()
    stalled, free = Recorder(gate=gate), Recorder()
    fan, _ = fan_out(stalled, free)
    for _ in range(3):
        fan.write(batch(5))
    assert stalled.entered.wait(TIMEOUT)
    fan.close(impatient=lambda: True)
    assert (fan.branches[0].written, fan.branches[0].dropped) == (0, 15)
    gate.set()  # its write ends after all, too late to count
    _wait_until(lambda: stalled.events == 5)
    assert (fan.branches[0].written, fan.branches[0].dropped) == (0, 15)


@pytest.mark.parametrize("count", [1, 2])
def test_outputs_are_called_each_period_without_events(count: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(branch, "PERIOD", 0.01)
    monkeypatch.setattr(fanout, "PERIOD", 0.01)
    outputs = [Recorder() for _ in range(count)]
    fan, _ = fan_out(*outputs)

    def called() -> bool:
        fan.tick()
        return all(output.calls.count("flush") >= 3 for output in outputs)

    _wait_until(called)
    fan.close()
    assert all(output.calls[:4] == ["account", "flush"] * 2 for output in outputs)


@pytest.mark.parametrize("error", [TraceleftError("the collector refused us"), ZeroDivisionError()])
@pytest.mark.parametrize("live", [True, False])
def test_any_other_error_ends_an_output_too(error: Exception, live: bool):
    class Refused(Recorder):
        def write(self, batch: _core.Batch) -> None:
            raise error

    other = Recorder()
    fan, failures = fan_out(Refused(), other, live=live)
    fan.write(batch(2))
    fan.close()
    assert failures == ["0"] and fan.branches[0].error is error and fan.branches[0].dropped == 2
    assert other.events == 2 and not fan.failed


def _wait_until(condition) -> None:
    done = threading.Event()
    deadline = threading.Timer(TIMEOUT, done.set)
    deadline.start()
    try:
        while not condition():
            assert not done.wait(0.001), "it never came"
    finally:
        deadline.cancel()


def test_exits_behind_the_last_event_reach_each_output():
    class Exits(Recorder):
        def write(self, batch: _core.Batch) -> None:
            super().write(batch)
            self.calls += [f"{process.pid} {process.exit_code}" for process in batch.processes]

    outputs = [Exits() for _ in range(2)]
    fan, _ = fan_out(*outputs)
    fan.write(batch(3))
    fan.write(_core.Batch([], battery.schema(), objects=[raw_process(7, 1, 2, exit_status=3 << 8)]))
    fan.close()
    assert [output.calls[0] for output in outputs] == ["7 3", "7 3"]
