# SPDX-License-Identifier: MIT
"""Batches that several threads encode: every byte, every count and every error as if one thread had done all."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.raw_events import Captured, openat, raw_event
from traceleft import _core, battery, recording
from traceleft.branch import Branch, shared_encoders
from traceleft.errors import UsageError
from traceleft.outputs import Context, EncodedOutput, Origin, open_output
from traceleft.stats import Stats

THREADS = (0, 1, 3)
STATS = Stats("raw_tp", 1.0, 5, 5, 0, {}, 0, 0, 0, 0)
KINDS = {
    "text": ("text", {}),
    "a template": ("text", {"template": "{time} {comm} {syscall} {ret}"}),
    "JSON lines": ("jsonl", {}),
    "protobuf": ("protobuf", {}),
    "a recording": ("record", {}),
}


def some_batches(number: int = 200) -> list[_core.Batch]:
    """Of very different sizes, so that some are encoded long before others."""
    choose = random.Random(5)
    made = []
    for each in range(number):
        events = [
            choose.choice(
                [
                    raw_event("close", [at], timestamp=each),
                    openat(b"/etc/%d/%d" % (each, at)),
                    raw_event("write", [1], [Captured(0, choose.randbytes(200))], timestamp=each),
                ]
            )
            for at in range(choose.choice([0, 1, 3, 800]))
        ]
        made.append(_core.Batch(events, battery.schema(), utc_offset=each))
    return made


def branch_of(output: EncodedOutput, threads: int | None) -> tuple[Branch, list[Exception | None]]:
    failures: list[Exception | None] = []
    encoders = None if threads is None else shared_encoders(threads)
    return Branch("there", output, lambda branch: failures.append(branch.error), encoders), failures


@pytest.mark.parametrize("name", KINDS)
def test_several_threads_write_what_one_does(name: str, tmp_path: Path):
    kind, options = KINDS[name]
    batches = some_batches()
    written = []
    for threads in (None, *THREADS):
        context = Context(battery.schema(), Origin.here(), options=options)
        output = open_output(kind, str(tmp_path / "there"), context)
        branch, failures = branch_of(output, threads)
        for number, batch in enumerate(batches):
            branch.write(batch)
            if number == 77:
                branch.settle()
        branch.close(STATS)
        assert not failures and branch.written == sum(map(len, batches)) and not branch.dropped
        written.append((tmp_path / "there").read_bytes())
        (tmp_path / "there").unlink()
    if kind == "record":  # its header says when it was begun
        written = [whole[whole.index(_core.BatchCompressor().compress(batches[0])) :] for whole in written]
    assert len(written[0]) > 10_000 and written == written[:1] * len(written)


@pytest.mark.parametrize("threads", [None, 1])
def test_a_recordings_batches_of_the_same_clock_are_joined(threads: int | None, tmp_path: Path):
    """Up to a quarter of a MiB, for a second at most; what waits for others is in the file with the next counts."""
    events = [openat(b"/%d" % number) for number in range(4000)]
    small = [_core.Batch(events[at : at + 2], battery.schema(), 5, 60 * (at // 3998)) for at in range(0, 4000, 2)]
    output = open_output("record", str(tmp_path / "file"), Context(battery.schema(), Origin.here()))
    branch, _ = branch_of(output, threads)
    before = (tmp_path / "file").stat().st_size
    branch.write(small[0])
    branch.settle()
    assert (tmp_path / "file").stat().st_size == before and branch.written == 0
    for batch in small[1:]:
        branch.write(batch)
    branch.close(STATS)
    assert branch.written == len(events)
    with recording.Recording(tmp_path / "file") as again:
        batches = list(again.batches())
    assert [event.raw for batch in batches for event in batch] == events
    assert [(batch.realtime_offset, batch.utc_offset) for batch in batches[-2:]] == [(5, 0), (5, 60)]
    assert len(batches) < 20 and all(batch.nbytes <= 256 * 1024 for batch in batches)


def test_what_waits_to_be_joined_is_counted_where_nobody_waits_for_its_output(tmp_path: Path):
    output = open_output("record", str(tmp_path / "file"), Context(battery.schema(), Origin.here()))
    branch, _ = branch_of(output, 1)
    branch.write(_core.Batch([openat(b"/1"), openat(b"/2")], battery.schema()))
    branch.abandon(3)
    assert branch.dropped == 5


class Kept(EncodedOutput):
    """Keeps what it is given, up to where it has no room."""

    def __init__(self, room: int = 1 << 30) -> None:
        self.encoder = _core.TextFormatter(battery.schema())
        self.kept = b""
        self._room = room

    def put(self, encoded: memoryview, events: int) -> None:
        if len(self.kept) + len(encoded) > self._room:
            raise OSError(28, "No space left on device", "there")
        self.kept += encoded


@pytest.mark.parametrize("threads", THREADS)
def test_settled_is_written(threads: int):
    output = Kept()
    branch, _ = branch_of(output, threads)
    text = ""
    for batch in some_batches(20):
        branch.write(batch)
        branch.settle()
        text += _core.TextFormatter(battery.schema()).format(batch)
        assert output.kept == text.encode()


@pytest.mark.parametrize("threads", THREADS)
def test_a_failure_is_said_once_and_counted(threads: int):
    batches = some_batches(40)
    output = Kept(room=40_000)
    branch, failures = branch_of(output, threads)
    for batch in batches:
        branch.write(batch)
    branch.close(STATS)
    assert [type(failure) for failure in failures] == [OSError]
    assert branch.written == output.kept.count(b"\n") > 0
    assert branch.written + branch.dropped == sum(map(len, batches))


@pytest.mark.parametrize("threads", THREADS)
def test_what_cannot_be_encoded_is_an_error_of_the_output(threads: int, tmp_path: Path):
    large = _core.Batch([raw_event("write", [1], [Captured(0, b"x" * 60_000)])] * 40, battery.schema())
    output = open_output("record", str(tmp_path / "there"), Context(battery.schema(), Origin.here()))
    branch, failures = branch_of(output, threads)
    for batch in [*some_batches(10), large, *some_batches(10)]:
        branch.write(batch)
    branch.close(STATS)
    assert len(failures) == 1 and isinstance(failures[0], UsageError) and "2 MiB" in str(failures[0])
    assert (branch.written, branch.dropped) == (sum(map(len, some_batches(10))), 40 + sum(map(len, some_batches(10))))


def test_what_is_abandoned_is_counted():
    branch, _ = branch_of(Kept(), 1)
    batches = some_batches(3)
    for batch in batches:
        branch.write(batch)
    branch.abandon(7)
    assert branch.written + branch.dropped == sum(map(len, batches)) + 7


@pytest.mark.parametrize("threads", THREADS)
def test_a_recording_is_decompressed_by_several_threads(threads: int, tmp_path: Path):
    """As by one, up to where it is damaged as well."""
    batches = [batch for batch in some_batches(60) if len(batch)]
    output = open_output("record", str(tmp_path / "whole"), Context(battery.schema(), Origin.here()))
    for batch in batches:
        output.write(batch)
    output.close()
    whole = (tmp_path / "whole").read_bytes()
    damaged = recording.chunk(recording.BATCH, b"no frame at all, of whatever kind")
    frame = recording.chunk(recording.BATCH, _core.BatchCompressor().compress(batches[30]))
    (tmp_path / "damaged").write_bytes(whole.replace(frame, damaged))
    for name in ("whole", "damaged"):
        found = []
        for decoders in (None, shared_encoders(threads)):
            with recording.Recording(tmp_path / name) as read:
                found.append(([[event.raw for event in batch] for batch in read.batches(decoders=decoders)], read.cut))
        assert found[0] == found[1] and len(found[0][0]) == (len(batches) if name == "whole" else 30)


def test_a_forks_child_ends():
    """It has none of the threads."""
    program = (
        "import os, sys\n"
        "from tests.unit.test_encoders import Kept, shared_encoders, some_batches\n"
        "encoders, output = shared_encoders(2), Kept()\n"
        "begun = [encoders.begin(output.encoder, batch) for batch in some_batches(50)]\n"
        "taken = [bytes(each.take()) for each in begun]\n"
        "pid = os.fork()\n"
        "if pid:\n"
        "    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", program], cwd=Path(__file__).parents[2], timeout=60)
    assert done.returncode == 0
