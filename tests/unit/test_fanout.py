# SPDX-License-Identifier: MIT
"""A fan-out: every event reaches each output, or is counted there as missing; none stalls or breaks another."""

from __future__ import annotations

import threading

import pytest

from tests.support.raw_events import raw_event
from tests.support.raw_processes import raw_process
from traceleft import _core, battery, fanout
from traceleft.errors import TraceleftError
from traceleft.fanout import Branch, Fanout
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


def fan_out(*outputs: Output, live: bool = True) -> tuple[Fanout, list[str]]:
    failures: list[str] = []
    branches = [Branch(str(n), output, lambda branch: failures.append(branch.name)) for n, output in enumerate(outputs)]
    return Fanout(branches, stats=lambda: STATS, live=live), failures


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


def test_a_stalled_output_stalls_no_other_and_loses_what_has_no_room(monkeypatch: pytest.MonkeyPatch):
    one = batch(10)
    monkeypatch.setattr(fanout, "QUEUE_BYTES", 4 * one.nbytes)  # three quarters of it are for everybody
    gate, free = threading.Event(), Recorder()
    stalled = Recorder(gate=gate)
    fan, failures = fan_out(stalled, free)
    fan.write(one)
    assert stalled.entered.wait(TIMEOUT)
    for done in range(1, 20):
        fan.write(one)
        _wait_until(lambda: free.events == 10 * (done + 1))  # noqa: B023 (called in this turn)
    gate.set()
    fan.close()
    assert [(branch.written, branch.dropped) for branch in fan.branches] == [(33, 167), (200, 0)]
    assert stalled.events == 33 and not failures


def test_in_a_replay_nothing_is_dropped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fanout, "QUEUE_BYTES", 1)
    outputs = [Recorder(), Recorder()]
    fan, _ = fan_out(*outputs, live=False)
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
def test_any_other_error_ends_an_output_too(error: Exception, live: bool, monkeypatch: pytest.MonkeyPatch):
    class Refused(Recorder):
        def write(self, batch: _core.Batch) -> None:
            raise error

    monkeypatch.setattr(fanout, "QUEUE_BYTES", batch(2).nbytes)
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
