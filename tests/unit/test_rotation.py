# SPDX-License-Identifier: MIT
"""New files of every kind of output: by size, by time, within a size of all, on a full disk, and beside other files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.collectors import small_disk
from tests.support.raw_events import openat
from traceleft import _core, battery
from traceleft.errors import UsageError
from traceleft.outputs import Context, Origin, Output, open_output
from traceleft.recording import Recording
from traceleft.stats import Stats

SCHEMA = battery.schema()
ORIGIN = Origin("here", "boot", "x86_64", "6.18")
KINDS = ("text", "jsonl", "protobuf")
ALL = (*KINDS, "record", "parquet")


def batch_of(count: int, first: int = 0) -> _core.Batch:
    """Names that don't compress, of 200 bytes each."""
    return _core.Batch(
        [openat(os.urandom(100).hex().encode(), timestamp=first + each) for each in range(count)], SCHEMA
    )


def opened(kind: str, target: Path | str, **options: object) -> Output:
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    return open_output(kind, str(target), Context(SCHEMA, ORIGIN, options=options))


def parts(path: Path) -> list[Path]:
    """The files of an output, the oldest first."""
    if path.is_dir():
        return sorted(each for each in path.rglob("*.parquet") if not each.name.startswith("."))
    return [*sorted(path.parent.glob(f"{path.name}.??????")), path]


def on_disk(path: Path) -> int:
    return sum(each.stat().st_size for each in parts(path))


def count_messages(stream: bytes) -> int:
    count = at = 0
    while at < len(stream):
        length = shift = 0
        more = True
        while more:
            length |= (stream[at] & 0x7F) << shift
            more, shift, at = stream[at] >= 0x80, shift + 7, at + 1
        at += length
        count += 1
    assert at == len(stream)
    return count


def count_lines(text: bytes) -> int:
    assert not text or text.endswith(b"\n")
    return text.count(b"\n")


def events_in(kind: str, path: Path) -> int:
    """Of a whole file: a cut one fails."""
    if kind == "parquet":
        return pytest.importorskip("pyarrow.parquet").ParquetFile(path).metadata.num_rows
    if kind == "record":
        with Recording(path) as recording:
            count = sum(map(len, recording.batches()))
        assert recording.cut is None and recording.stats.received == count
        return count
    return {"protobuf": count_messages}.get(kind, count_lines)(path.read_bytes())


def stats(received: int, lost: int = 0, elapsed: float = 1.0) -> Stats:
    by_cpu = {0: {"ring_full": lost}} if lost else {}
    return Stats("raw_tp", elapsed, received + lost, received, lost, by_cpu, 0, 0, 0, 0, {0: received + lost})


def replay(*arguments: Path | str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "traceleft", "replay", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some 6 MiB of JSON."""
    path = tmp_path_factory.mktemp("recording") / "file"
    output = opened("record", path)
    for _ in range(90):
        output.write(batch_of(100))
    output.account(stats(9_000))
    output.close()
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_by_size(kind: str, recording: Path, tmp_path: Path):
    """All parts behind each other are what one file would have been."""
    whole, path = tmp_path / "whole", tmp_path / "file"
    done = replay(recording, "-o", f"{kind}:{whole}", "-o", f"{kind}:{path}", "--rotate-size", "256K")
    assert done.returncode == 0, done.stderr
    for one in (whole, path):
        found = parts(one)
        assert len(found) > 4 and [each.name for each in found[:2]] == [f"{one.name}.000001", f"{one.name}.000002"]
        assert all(each.stat().st_size <= 256 * 1024 and each.stat().st_mode & 0o777 == 0o600 for each in found)
        assert sum(events_in(kind, each) for each in found) == 9_000
        together = b"".join(each.read_bytes() for each in found)
    assert together == replay(recording, "--format", kind).stdout


def test_a_recordings_parts_are_recordings(tmp_path: Path):
    """Each with what was lost in its time: together they say what one would have said."""
    path = tmp_path / "file"
    output = opened("record", path, rotate_bytes=60_000)
    written = lost = 0
    for number in range(40):
        output.write(batch_of(100))
        written += 100
        if number % 3 == 0:
            lost += number
            output.account(stats(written + 50, lost, number / 10))
    output.account(stats(written, lost, 4.0))
    output.close()
    found = parts(path)
    assert len(found) > 4
    assert sum(events_in("record", each) for each in found) == written
    every = []
    for each in found:
        with Recording(each) as part:
            assert list(part.batches())
        every.append(part.stats)
        assert part.stats.handled == part.stats.received + part.stats.lost
    assert sum(each.lost for each in every) == sum(each.lost_by_cpu.get(0, {}).get("ring_full", 0) for each in every)
    assert sum(each.lost for each in every) == lost and sum(each.received for each in every) == written
    assert sum(each.elapsed for each in every) == pytest.approx(4.0) and {each.backend for each in every} == {"raw_tp"}
    done = replay(found[1])
    assert done.returncode == 0 and done.stdout.count(b"\n") == every[1].received
    assert done.stderr.startswith(b"traceleft: %d events, %d lost, " % (every[1].received, every[1].lost))


@pytest.mark.parametrize("kind", [*KINDS, "record"])
def test_by_time(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """From the first event on; without any, no file is begun."""
    now = time.monotonic()
    monkeypatch.setattr("traceleft.outputs.file.time.monotonic", lambda: now)
    path = tmp_path / "file"
    output = opened(kind, path, rotate_seconds=5)
    for pause, files in ((9, 1), (4.9, 1), (0.2, 2), (9, 2)):
        now += pause
        output.flush()
        assert len(parts(path)) == files, pause
        if pause == 9:
            output.write(batch_of(3))
    output.account(stats(6))
    output.close()
    assert [events_in(kind, each) for each in parts(path)] == [3, 3]


@pytest.mark.parametrize("kind", ALL)
def test_the_size_of_all(kind: str, tmp_path: Path):
    """At no time is there more; what was removed is said, event by event, and no other file is touched."""
    path, limit = tmp_path / "file", 500_000
    theirs = tmp_path / (
        "file.000003" if kind != "parquet" else "file/syscall=openat/host=here/date=1970-01-01/a.parquet"
    )
    output = opened(kind, path, max_bytes=limit)
    theirs.parent.mkdir(parents=True, exist_ok=True)
    theirs.write_text("of another trace")
    written = 0
    for number in range(60):
        output.write(batch_of(100, first=number))
        written += 100
        assert on_disk(path) - len("of another trace") <= limit
    if kind == "record":
        output.account(stats(written))
    output.close()
    assert theirs.read_text() == "of another trace"
    found = [each for each in parts(path) if each != theirs]
    assert limit // 2 < on_disk(path) <= limit + len("of another trace") or kind == "parquet"
    removed = re.search(r"(\d+) older files removed \(--max-size\), with (\d+) events$", output.summary())
    assert removed and int(removed[1]) > 2
    assert sum(events_in(kind, each) for each in found) + int(removed[2]) == written
    assert output.dropped == 0


def test_what_is_removed_is_no_failure(recording: Path, tmp_path: Path):
    path = tmp_path / "file"
    done = replay(recording, "-o", f"jsonl:{path}", "--max-size", "4M")
    assert done.returncode == 0
    said = re.search(rb"file: (\d+) older files removed \(--max-size\), with (\d+) events\n", done.stderr)
    assert said and sum(events_in("jsonl", each) for each in parts(path)) == 9_000 - int(said[2])
    assert on_disk(path) <= 4 * 1024 * 1024


@pytest.mark.parametrize("kind", [*KINDS, "record"])
def test_numbers_go_on_behind_those_that_are_there(kind: str, tmp_path: Path):
    path = tmp_path / "file"
    (tmp_path / "file.000041").write_text("of another trace")
    (tmp_path / "file.42").write_text("no name of ours")
    output = opened(kind, path, rotate_bytes=1)
    for _ in range(3):
        output.write(batch_of(1))
    (tmp_path / "file.000044").symlink_to("file.000041")  # planted since
    output.write(batch_of(1))
    output.close()
    assert [each.name for each in parts(path)] == [*(f"file.0000{number}" for number in (41, 42, 43, 44, 45)), "file"]
    assert (tmp_path / "file.000041").read_text() == "of another trace"
    assert (tmp_path / "file.000044").is_symlink()


def test_a_file_that_was_moved_or_replaced(tmp_path: Path):
    """Moved away, as logrotate does it, it is no matter; one of another's in its place is left alone."""
    path = tmp_path / "file"
    output = opened("text", path, rotate_bytes=1)
    output.write(batch_of(1))
    path.rename(tmp_path / "moved")
    output.write(batch_of(1))
    assert [count_lines(each.read_bytes()) for each in (path, tmp_path / "moved")] == [1, 1]
    path.rename(tmp_path / "again")
    path.write_text("another's")
    with pytest.raises(OSError, match=r"a new file can't be begun in .*: another file has taken its name") as raised:
        output.write(batch_of(1))
    output.close()
    assert raised.value.filename == str(path) and path.read_text() == "another's"


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk(kind: str, tmp_path: Path):
    """Whatever it was that found no room: what is there is whole, and is what was taken."""
    for every in (10_000, 20_000, 30_000):
        with small_disk(tmp_path / f"disk{every}") as disk:
            output = opened(kind, disk / "file", rotate_bytes=every)
            written = 0
            with pytest.raises(OSError, match="No space left on device") as raised:
                while True:
                    output.write(batch_of(20))
                    written += 20
            output.close()
            assert raised.value.filename == str(disk / "file")
            assert sum(events_in(kind, each) for each in parts(disk / "file") if each.exists()) == written > 60


def test_a_recording_on_a_full_disk(tmp_path: Path):
    """Its header alone is larger than what is left: the parts before are whole, and no torn one is left."""
    opened("record", tmp_path / "empty").close()
    header = (tmp_path / "empty").stat().st_size
    with small_disk(tmp_path / "disk") as disk:
        subprocess.run(["mount", "-o", f"remount,size={header * 5 // 2}", disk], check=True, timeout=60)
        output = opened("record", disk / "file", rotate_bytes=7_000)
        written = 0
        with pytest.raises(OSError, match="No space left on device"):
            while True:
                output.write(batch_of(20))
                written += 20
        output.close()
        found = [each for each in parts(disk / "file") if each.exists()]
        assert sum(events_in("record", each) for each in found) == written and len(found) == 2


def test_counts_alone_fill_a_file_too(tmp_path: Path):
    """A trace in which nothing happens writes them every second."""
    path = tmp_path / "file"
    output = opened("record", path, rotate_bytes=10_000)
    for second in range(200):
        output.account(stats(0, elapsed=second))
        output.flush()
    output.close()
    assert len(parts(path)) > 3 and sum(events_in("record", each) for each in parts(path)) == 0


@pytest.mark.parametrize(
    ("kind", "target", "options", "said"),
    [
        ("text", "-", {"rotate_bytes": 10**6}, "--rotate-size is for files, and standard output is no regular file"),
        ("jsonl", "/dev/null", {"rotate_seconds": 1.0}, "--rotate-seconds is for files, and /dev/null is no"),
        ("record", "/dev/stderr", {"max_bytes": 10**6}, "--max-size is for files, and /dev/stderr is no"),
        ("protobuf", "file", {"max_bytes": 10**6, "rotate_bytes": 10**6}, "half of --max-size at most"),
        ("parquet", "file", {"max_bytes": 10**6, "rotate_bytes": 10**6}, "half of --max-size at most"),
    ],
)
def test_what_makes_no_sense(
    kind: str, target: str, options: dict[str, object], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=said):
        opened(kind, target, **options)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--max-size", "1M"], b"1M is too small: at least 4096K"),
        (["--rotate-size", "1K"], b"1K is too small: at least 64K"),
        (["--max-size", "much"], b"'much' is no size"),
        (["--output-mode", "755"], b"'755' is no mode of a file; write 640, say"),
        (["--output-mode", "rw"], b"'rw' is no mode of a file"),
        (["-o", "grpc:localhost:1", "--max-size", "4M"], b"--max-size is for files, and none is written"),
    ],
)
def test_wrong_usages(arguments: list[str], said: bytes, recording: Path):
    done = replay(recording, *arguments)
    assert done.returncode == 2 and said in done.stderr and done.stderr.count(b"\n") == 1, done.stderr
