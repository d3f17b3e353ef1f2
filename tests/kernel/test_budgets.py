# SPDX-License-Identifier: MIT
"""A process that floods the ring, or an output's queue, costs the others nothing."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import TIMEOUT, Worker

pytestmark = [pytest.mark.any_backend, pytest.mark.filterwarnings("ignore::traceleft.LostEventsWarning")]

StartWorker = Callable[..., Worker]

QUIET = "/nonexistent/quiet"
OPENS = 1000
OPEN = f"import os\nfor i in range({OPENS}):\n  try: os.open('{QUIET}%d' % i, 0)\n  except OSError: pass"
SLOW = 2_000_000
"""Bytes a second."""


PATIENCE = 10.0
"""Seconds; two floods on two free CPUs take one."""


class SlowPipe(threading.Thread):
    """Reads a pipe at a rate, until it may read as fast as it can."""

    def __init__(self, process: subprocess.Popen) -> None:
        super().__init__()
        self.begun = threading.Event()
        self.hurry = threading.Event()
        self.text = b""
        self._file = process.stdout
        self.start()

    def run(self) -> None:
        pieces = []
        while piece := self._file.read1(SLOW // 100):
            pieces.append(piece)
            self.begun.set()
            if not self.hurry.is_set():
                time.sleep(0.01)
        self.text = b"".join(pieces)


def lost_any(said: Path) -> bool:
    """By the numbers that SIGUSR1 made it print."""
    return re.search(r" received, [1-9]\d* lost in |written, [1-9]\d* dropped", said.read_text()) is not None


@pytest.mark.any_kernel  # an emulated machine floods nothing
@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("outputs", [["text:-"], ["jsonl:FILE"], ["text:-", "jsonl:FILE"]])
def test_a_quiet_process_loses_nothing_beside_two_floods(
    start_worker: StartWorker, tmp_path: Path, outputs: list[str]
) -> None:
    """With default options, while the floods do lose: text to a pipe of 2 MB/s, JSON lines to a file, and both."""
    said, file = tmp_path / "said", tmp_path / "json"
    options = [part for output in outputs for part in ("-o", output.replace("FILE", str(file)))]
    floods = [start_worker(), start_worker()]
    argv = lab.trace_argv("auto", *options, "read", "openat")
    with said.open("w") as stderr, lab.started(argv, stderr=stderr) as trace:
        pipe = SlowPipe(trace)
        try:
            for flood in floods:
                flood.begin_flood()
            lab.wait_until(lambda: pipe.begun.is_set() or (file.exists() and file.stat().st_size > 0), "an event")

            # Until the floods lose events, in the ring or in a queue. A machine whose CPUs are busy otherwise may make
            # JSON of all that they have left.
            deadline = time.monotonic() + PATIENCE
            while not lost_any(said) and time.monotonic() < deadline:
                trace.send_signal(signal.SIGUSR1)
                time.sleep(0.1)
            for _ in range(2):
                subprocess.run([sys.executable, "-IS", "-c", OPEN], check=True, timeout=TIMEOUT)
            for flood in floods:
                flood.end_flood()
        finally:
            pipe.hurry.set()
        trace.send_signal(signal.SIGINT)
        trace.wait(TIMEOUT)
        pipe.join(TIMEOUT)
    written = {"text:-": pipe.text, "jsonl:FILE": file.read_bytes() if file.exists() else b""}
    for output in outputs:
        assert written[output].count(QUIET.encode()) == 2 * OPENS, (output, said.read_text()[-1000:])


@pytest.mark.each_kernel
def test_who_was_over_budget_is_said(backend: str, start_worker: StartWorker) -> None:
    """Nobody reads: the first floods the ring, the second still finds room."""
    flood, quiet = start_worker(), start_worker()
    with traceleft.Tracer(backend=backend, ring_size=1 << 20, buffer=1) as tracer:
        tracer.attach("read", pids=[flood.pid, quiet.pid])
        flood.read(lab.scaled(200_000))
        before = tracer.stats()
        quiet.read(50)
        tracer.stop()
        found = [event.pid for event in tracer.events(timeout=0)]
    stats = lab.assert_accounted(tracer)
    assert before.lost == stats.lost == stats.lost_by_process[flood.pid] > 0
    assert stats.lost_by_process.keys() == {flood.pid}
    assert {reason for lost in stats.lost_by_cpu.values() for reason in lost} == {"over_budget"}
    assert found.count(quiet.pid) == 50


@pytest.mark.usefixtures("kernel")
def test_room_comes_back_with_the_reader(start_worker: StartWorker) -> None:
    """A process that was over its budget loses nothing more once the ring was emptied."""
    flood = start_worker()
    with traceleft.Tracer(ring_size=1 << 20, buffer=1) as tracer:
        tracer.attach("read", pids=[flood.pid])
        for _ in range(3):
            flood.read(20_000)
            lost = tracer.stats().lost
            assert lost > 0
            while tracer.fill().ring_bytes:
                tracer.read(timeout=0.05)
            flood.read(100)
            assert tracer.stats().lost == lost
