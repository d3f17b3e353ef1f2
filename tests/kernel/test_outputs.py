# SPDX-License-Identifier: MIT
"""Outputs of a live trace: several at once, those that fail, and recordings."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.support import lab
from tests.support.victims import TIMEOUT, Worker
from traceleft.recording import Recording

pytestmark = pytest.mark.any_kernel

LS = ["sh", "-c", "ls -l /usr/bin; cat /proc/self/status"]


def traced(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return lab.run(lab.trace_argv("auto", *map(str, arguments)))


def traceleft(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return lab.run([*lab.TRACELEFT, *map(str, arguments)], env={**os.environ, **environment})


def test_a_recording_replays_to_what_the_live_trace_printed(tmp_path: Path) -> None:
    """In every format, from one trace that had all of them."""
    kinds = ("text", "jsonl", "protobuf")
    outputs = [argument for kind in (*kinds, "record") for argument in ("-o", f"{kind}:{tmp_path / kind}")]
    done = traced(*outputs, "-T", "all", "--", *LS)
    assert done.returncode == 0, done.stderr
    events = int(re.search(rb"traceleft: (\d+) events, 0 lost", done.stderr)[1])
    assert (tmp_path / "text").read_bytes().count(b"\n") == events > 500
    for kind in kinds:
        again = traceleft("replay", tmp_path / "record", "--format", kind, TZ="America/New_York")
        assert again.returncode == 0, again.stderr
        assert again.stdout == (tmp_path / kind).read_bytes(), kind
    assert (tmp_path / "record").stat().st_size < (tmp_path / "text").stat().st_size


def test_columns_of_a_live_trace_and_of_its_recording(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    outputs = [
        "-o",
        f"parquet:{tmp_path / 'files'}",
        "-o",
        f"record:{tmp_path / 'record'}",
        "-o",
        str(tmp_path / "text"),
    ]
    done = traced(*outputs, "all", "--", *LS)
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "text").read_text().splitlines()
    opened = sum(" openat(" in line and ") = -1" not in line for line in lines)
    assert opened > 5
    sql = "select count(*) as events, count(*) filter (syscall = 'openat' and error is null) as opened from events"
    for place in ("files", "record"):
        answer = traceleft("query", tmp_path / place, sql, "--format", "csv")
        assert answer.stdout.split() == [b"events,opened", b"%d,%d" % (len(lines), opened)], answer.stderr
        names = traceleft(
            "query", tmp_path / place, "select filename from openat order by time limit 1", "--format", "csv"
        )
        assert names.stdout.split() == [b"filename", b"/etc/ld.so.cache"]


def test_record(tmp_path: Path) -> None:
    path = tmp_path / "file"
    done = traceleft("record", "-o", path, "openat", "--", "sh", "-c", ": </dev/null; exit 3")
    assert done.returncode == 3 and done.stdout == b""
    again = traceleft("replay", path)
    assert b'openat(dfd=AT_FDCWD, filename="/dev/null", flags=O_RDONLY) = 3\n' in again.stdout
    assert again.stderr == done.stderr and b" events, 0 lost, " in done.stderr
    with Recording(path) as recording:
        assert recording.origin.host == os.uname().nodename and recording.origin.kernel == os.uname().release


def test_a_recording_in_several_files(tmp_path: Path) -> None:
    """Each is whole, and says of itself what the trace's summary says of all."""
    path = tmp_path / "file"
    command = ["dd", "if=/dev/urandom", "of=/dev/null", "bs=4k", "count=300", "status=none"]  # many batches
    options = ["--rotate-size", "64K", "--output-mode", "640", "-s", "4096"]
    done = traceleft("record", "-o", path, *options, "all", "--", *command)
    assert done.returncode == 0
    found = [*sorted(tmp_path.glob("file.??????")), path]
    assert len(found) > 2 and all(each.stat().st_mode & 0o777 == 0o640 for each in found)
    received = 0
    for each in found:
        with Recording(each) as recording:
            assert sum(map(len, recording.batches())) == recording.stats.received and recording.cut is None
        received += recording.stats.received
    assert done.stderr.startswith(b"traceleft: %d events, 0 lost, " % received)


def test_a_recording_has_what_was_lost(worker: Worker, tmp_path: Path) -> None:
    """Killed or not: the counts are in the file at least once a second."""
    path = tmp_path / "file"
    argv = [*lab.TRACELEFT, "record", "-o", str(path), "--ring-size", "4K", f"{worker.pid}:read"]
    with lab.started(argv) as trace:
        lab.wait_until(lambda: path.exists() and worker.read(10_000) and _lost(path) > 0, "a loss is in the file")
        trace.kill()
        trace.wait(TIMEOUT)
    again = traceleft("replay", path)
    assert again.returncode == 1 and b"cut short" in again.stderr


def _lost(path: Path) -> int:
    try:
        with Recording(path) as recording:
            for _ in recording.batches():
                pass
            return recording.stats.lost
    except Exception:
        return 0  # its header is not there yet


def test_an_output_that_fails_ends_only_itself(tmp_path: Path) -> None:
    done = traced("-o", "/dev/full", "-o", f"jsonl:{tmp_path / 'jsonl'}", "-o", "-", "openat", "--", "true")
    lines = done.stdout.count(b"\n")
    assert lines > 1 and (tmp_path / "jsonl").read_bytes().count(b"\n") == lines
    assert done.returncode == 1
    first, summary, last = done.stderr.splitlines()
    assert first == b"traceleft: /dev/full: No space left on device"
    assert summary.startswith(b"traceleft: %d events, 0 lost" % lines)
    assert last == b"traceleft: /dev/full: %d events not written" % lines


@pytest.mark.parametrize("kind", ["text", "jsonl", "protobuf", "record"])
def test_a_disk_that_fills_up(kind: str, tmp_path: Path) -> None:
    """What is there are whole records, and what is not is counted."""
    script = (
        f"mount -t tmpfs -o size=3m none {tmp_path} && "
        f'"$@" -o {kind}:{tmp_path}/file -s 4096 read -- dd if=/dev/urandom of=/dev/null bs=4k count=1600 status=none; '
        f"status=$?; cat {tmp_path}/file; exit $status"
    )
    done = lab.run(["unshare", "-m", "sh", "-c", script, "sh", *lab.TRACELEFT, "trace"])
    assert done.returncode == 1, done.stderr
    said = done.stderr.decode()
    name = f"{kind}:{tmp_path}/file" if kind == "record" else f"{tmp_path}/file"
    assert f"traceleft: {name}: No space left on device\n" in said
    events = int(re.search(r"traceleft: (\d+) events, 0 lost", said)[1])
    unwritten = int(re.search(r"file: (\d+) events not written", said)[1])
    (tmp_path / "copy").write_bytes(done.stdout)
    if kind == "record":
        with Recording(tmp_path / "copy") as recording:
            written = sum(map(len, recording.batches()))
    elif kind == "protobuf":
        written = _count_delimited(done.stdout)
    else:
        assert done.stdout.endswith(b"\n")
        written = done.stdout.count(b"\n")
    assert events == written + unwritten and written > 5


def _count_delimited(stream: bytes) -> int:
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


def test_a_closed_pipe_is_the_end_of_that_output_only(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "file"
    argv = lab.trace_argv("auto", "-o", "-", "-o", str(path), f"{worker.pid}:read")
    with lab.started(argv) as trace:
        grown_to = 0

        def grows() -> bool:
            return bool(worker.read(1)) and path.exists() and path.stat().st_size > grown_to

        for _ in range(4):
            lab.wait_until(grows, "an event is written")
            grown_to = path.stat().st_size
            if not trace.stdout.closed:
                trace.stdout.close()
        trace.send_signal(signal.SIGINT)
        status = trace.wait(TIMEOUT)
        errors = trace.stderr.read()
        trace.stdout = None
    assert status == 0 and re.fullmatch(rb"traceleft: \d+ events, 0 lost, [\d.]+ s\n", errors), errors


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["-o", "josnl:x"],
            "there is no output 'josnl'; did you mean jsonl? (for a file of that name write ./josnl:x)",
        ),
        (["-o", "jsonl:"], "write jsonl:FILE"),
        (["--format", "parquet"], "-o DIR"),
        (["-o", "same", "-o", "jsonl:./same"], "two outputs go to the same place"),
        (["--template", "{pid}", "--format", "jsonl"], "--template is for --format text"),
        (["--json-fields", "pid", "--format", "text"], "--json-fields is for --format jsonl"),
    ],
)
def test_outputs_that_make_no_sense(arguments: list[str], said: str) -> None:
    done = traced(*arguments, "openat", "--", "true")
    assert done.returncode == 2 and done.stdout == b""
    assert said in done.stderr.decode() and done.stderr.count(b"\n") == 1, done.stderr
