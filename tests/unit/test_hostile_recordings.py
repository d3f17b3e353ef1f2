# SPDX-License-Identifier: MIT
"""Recordings come from anywhere: each is refused in a line, or shown, in bounded memory."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from tests.support import SUPPORT
from tests.support.hostile_recordings import CUT, GOOD, MAGIC, REFUSED, SHOWN, batch, recording
from tests.support.raw_events import foreign_event
from traceleft import _core
from traceleft.errors import CapacityError, UsageError
from traceleft.recording import Recording, RecordingError

MEMORY = 300 * 1024
"""KiB that a replay may take beyond the interpreter and its libraries."""
FORMATS = ("text", "jsonl", "protobuf", "parquet")


class Done:
    """What became of a replay."""

    def __init__(self, name: str, result: list[object]) -> None:
        self.name, (self.status, self.stdout, self.stderr, self.memory) = name, result

    def __str__(self) -> str:
        return f"{self.name}: status {self.status}, {self.memory} KiB, {self.stdout[:300]!r}, {self.stderr[-2000:]!r}"


def replay(replays: Mapping[str, list[str]]) -> list[Done]:
    """Replays all of them, one after the other."""
    helper = SUPPORT / "replay_each.py"
    commands = json.dumps([["replay", *arguments] for arguments in replays.values()])
    done = subprocess.run([sys.executable, str(helper)], input=commands, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    results = [Done(name, json.loads(line)) for name, line in zip(replays, done.stdout.splitlines())]
    assert len(results) == len(replays)
    return results


def saved(tmp_path: Path, contents: Mapping[str, bytes]) -> dict[str, str]:
    paths = {name: str(tmp_path / f"{index}.record") for index, name in enumerate(contents)}
    for name, content in contents.items():
        Path(paths[name]).write_bytes(content)
    return paths


def problems(done: list[Done]) -> list[str]:
    """Those that crashed, said something that is no line of ours, or took too much."""
    return [
        str(each)
        for each in done
        if each.status not in (0, 1)
        or not all(line.startswith("traceleft: ") and line.isprintable() for line in each.stderr.splitlines())
        or each.memory > MEMORY
    ]


def test_what_is_no_recording_is_refused_in_a_line(tmp_path: Path):
    paths = saved(tmp_path, {name: content() for name, (content, _) in REFUSED.items()})
    done = replay({name: [path] for name, path in paths.items()})
    assert not problems(done)
    wrong = [
        str(each)
        for each in done
        if (each.status, each.stdout, each.stderr.count("\n")) != (1, "", 1)
        or not each.stderr.startswith(f"traceleft: {paths[each.name]}")
        or REFUSED[each.name][1] not in each.stderr
        or len(each.stderr) > 1000
    ]
    assert not wrong


def test_what_is_before_a_chunk_that_makes_no_sense_is_shown(tmp_path: Path):
    paths = saved(tmp_path, {name: content() for name, content in CUT.items()})
    done = replay({name: [path] for name, path in paths.items()})
    assert not problems(done)
    wrong = [
        str(each)
        for each in done
        if each.status != 1
        or len(each.stdout.splitlines()) > 1
        or each.stderr.count("\n") != 1
        or "damaged" not in each.stderr
    ]
    assert not wrong


@pytest.mark.parametrize("format", FORMATS)
def test_any_events_are_shown_or_are_too_much(tmp_path: Path, format: str):
    paths = saved(tmp_path, {name: content() for name, content in SHOWN.items()})
    done = replay(
        {
            name: [path, "--format", format, "-o", str(tmp_path / f"{index}.out")]
            for index, (name, path) in enumerate(paths.items())
        }
    )
    assert not problems(done)
    assert not [str(each) for each in done if each.status and "more than" not in each.stderr]


def test_a_host_is_no_path(tmp_path: Path):
    header = {**GOOD, "origin": {**GOOD["origin"], "host": "../../x/\\..\u2044y"}}
    path = tmp_path / "file"
    path.write_bytes(recording(header, batch(foreign_event(b"close"))))
    (done,) = replay({"host": [str(path), "-o", f"parquet:{tmp_path / 'a' / 'b' / 'c'}"]})
    assert done.status == 0, done
    assert [each.parents[3] for each in tmp_path.rglob("*.parquet")] == [tmp_path / "a" / "b" / "c"]


def test_what_a_query_would_load_is_bounded(tmp_path: Path):
    """A frame of some 100 bytes is 2 MiB of events."""
    path = tmp_path / "file"
    frame = batch(*[foreign_event(b"close", bytes(32))] * 17_000)
    path.write_bytes(recording(GOOD, *[frame] * 200))
    assert path.stat().st_size < 200_000
    program = (
        "import resource, sys, traceleft\n"
        "resource.setrlimit(resource.RLIMIT_DATA, (300 << 20, 300 << 20))\n"
        "capture = traceleft.open(sys.argv[1])\n"
        "assert len(capture) == 200 * 17_000 and sum(1 for _ in zip(range(10), capture)) == 10\n"
    )
    argv = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr


def test_tables_of_unknown_syscalls_are_bounded():
    events = [foreign_event(f"call{number}".encode()) for number in range(3000)]
    schema = _core.EventSchema(GOOD["schema"])
    with pytest.raises(CapacityError, match="256 syscalls"):
        _core.ArrowBuilder(schema, False).append(_core.Batch(events, schema))


def test_a_batch_that_no_reader_takes_is_not_written():
    schema = _core.EventSchema(GOOD["schema"])
    for events in ([bytes(3 << 20)], [b""] * 600_000):
        with pytest.raises(UsageError, match="more than 2 MiB"):
            _core.BatchCompressor().compress(_core.Batch(events, schema))


def test_any_change_is_read_or_refused(tmp_path: Path):
    """Thousands of changes, of the file and of what is compressed in it: checksums are made right again."""
    whole = Path(__file__).with_name("recordings").joinpath("0.1.record").read_bytes()
    header, rest = chunks_of(whole)
    text = zlib.decompress(header)
    choose = random.Random(14)
    path = tmp_path / "file"
    seen = set()
    for number in range(3000):
        if number % 3 == 0:
            content = bytes(changed(whole, choose))
        elif number % 3 == 1:
            # Near the header's begin, for json.loads is what takes the time.
            content = recording(zlib.compress(bytes(changed(text[: choose.randrange(1, 4000)], choose)), 1), *rest)
        else:
            index = choose.randrange(len(rest))
            chunks = [*rest[:index], sealed(bytes(changed(rest[index], choose))), *rest[index + 1 :]]
            content = recording(SMALL, *chunks)
        path.write_bytes(content)
        try:
            with Recording(path) as file:
                formatter = _core.TextFormatter(file.schema)
                for each in file.batches():
                    formatter.format(each)
            seen.add(file.cut is None)
        except RecordingError as error:
            assert str(error).isprintable() and str(error).startswith(str(path))
            seen.add("refused")
    assert seen == {True, False, "refused"}


SMALL = zlib.compress(json.dumps(GOOD).encode())


def chunks_of(whole: bytes) -> tuple[bytes, list[bytes]]:
    """The header's payload, and the chunks behind it as they are."""
    at = len(MAGIC)
    chunks = []
    while at < len(whole):
        size = int.from_bytes(whole[at + 4 : at + 8], "little") + 12
        chunks.append(whole[at : at + size])
        at += size
    return chunks[0][12:], chunks[1:]


def sealed(chunk: bytes) -> bytes:
    """With the checksum of what is in it."""
    return chunk[:8] + zlib.crc32(chunk[12:], zlib.crc32(chunk[:8])).to_bytes(4, "little") + chunk[12:]


def changed(data: bytes, choose: random.Random) -> bytearray:
    """Some bytes are others, or a part is gone or there twice."""
    data = bytearray(data)
    for _ in range(choose.randint(1, 4)):
        at, end = sorted(choose.randrange(len(data) + 1) for _ in range(2))
        kind = choose.randrange(4)
        if kind == 0:
            del data[at : min(end, at + 40)]
        elif kind == 1:
            data[at:at] = data[at : min(end, at + 40)]
        elif data:
            data[min(at, len(data) - 1)] = choose.choice([0, 255, 0x22, 0x7B, choose.randrange(256)])
    return data
