# SPDX-License-Identifier: MIT
"""The output parquet, and SQL over what it wrote."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.every_syscall import events
from tests.support.parquet_writer import DAY, NOON, SCHEMA, batch_of, context, output
from tests.support.raw_events import Captured, foreign_event, openat, raw_event
from tests.support.raw_objects import DIRECTORY, OBJECTS, RESULT, described, raw_file
from tests.support.raw_objects import batch_of as batch_with_files
from traceleft import Capture, query
from traceleft.errors import UsageError
from traceleft.outputs import open_output

pq = pytest.importorskip("pyarrow.parquet")


def visible(directory: Path) -> list[Path]:
    return sorted(path for path in directory.rglob("*.parquet") if not path.name.startswith("."))


def hidden(directory: Path) -> list[Path]:
    return sorted(directory.rglob(".*"))


def rows_of(path: Path) -> list[dict[str, object]]:
    """What each row of a file has, with the syscall that its directory tells."""
    syscall = urllib.parse.unquote(path.parts[-4].removeprefix("syscall="))
    rows = pq.ParquetFile(path).read().to_pylist()
    return [{"syscall": syscall, **{name: value for name, value in row.items() if value is not None}} for row in rows]


def in_order(row: dict[str, object]) -> str:
    return str(sorted(row.items()))


def test_round_trip(tmp_path: Path):
    batch = batch_of(*(each for _, each in events(2)))
    writer = output(tmp_path)
    writer.write(batch)
    assert visible(tmp_path) == []
    writer.close()
    files = visible(tmp_path)
    assert all(path.parts[-3] == "host=web_1__" for path in files) and not hidden(tmp_path)
    rows = [row for path in files for row in rows_of(path)]
    wide = Capture([batch], SCHEMA).arrow().to_pylist()
    there = [{name: value for name, value in row.items() if value is not None} for row in wide]
    assert sorted(rows, key=in_order) == sorted(there, key=in_order)
    assert writer.summary().startswith(f"{len(batch)} events in {len(files)} files below ")
    assert writer.dropped == 0


def test_a_file_has_one_syscall(tmp_path: Path):
    """Its columns are what all events have and the call's arguments: no other call's, and none that is null everywhere
    in most files."""
    writer = output(tmp_path)
    writer.write(batch_of(openat(b"/a"), raw_event("close", [3], nr=3), openat(b"/b\xff"), raw_event("getpid", nr=39)))
    writer.close()
    columns = {path.parts[-4]: pq.read_schema(path).names for path in visible(tmp_path)}
    assert columns.keys() == {"syscall=openat", "syscall=close", "syscall=getpid"}
    common = columns["syscall=getpid"]
    assert columns["syscall=close"] == [*common, "close"]
    assert set(columns["syscall=openat"]) == {*common, "undecodable", "openat"}
    assert {"time", "pid", "comm", "ret", "error", "raw_args"} < set(common)
    assert not {"syscall", "pids", "undecodable", "ustack", "abi"} & set(common)


def test_the_largest_is_written_first(tmp_path: Path):
    writer = output(tmp_path, rotate_bytes=40_000)
    writer.write(batch_of(raw_event("close", [3], nr=3)))
    while not visible(tmp_path):
        writer.write(batch_of(*[openat(b"/etc/passwd")] * 10))
    assert [path.parts[-4] for path in visible(tmp_path)] == ["syscall=openat"]
    writer.close()
    assert sorted({path.parts[-4] for path in visible(tmp_path)}) == ["syscall=close", "syscall=openat"]


@pytest.mark.parametrize("name", [b"../x", b"sched:sched_switch", b"a=b%41 \xc3\xa9", b"\xff" * 63, b""])
def test_any_name_is_a_directory(tmp_path: Path, name: bytes):
    pytest.importorskip("duckdb")
    writer = output(tmp_path)
    writer.write(batch_of(foreign_event(name), openat()))
    writer.close()
    assert {path.parent.parent.parent.parent for path in visible(tmp_path)} == {tmp_path}
    (found,) = query.connect(tmp_path).execute('SELECT syscall FROM events WHERE "foreign"').fetchall()
    assert found == (name.decode(errors="replace"),)


def test_directories_are_days(tmp_path: Path):
    writer = output(tmp_path)
    writer.write(batch_of(openat(b"/a"), openat(b"/b", timestamp=DAY), openat(b"/c", timestamp=1)))
    writer.close()
    found = {path.parent.name: pq.ParquetFile(path).read()["openat"].to_pylist() for path in visible(tmp_path)}
    assert {day: [row["filename"] for row in rows] for day, rows in found.items()} == {
        "date=2024-10-04": ["/a", "/c"],
        "date=2024-10-05": ["/b"],
    }


def test_rotation_by_size(tmp_path: Path):
    writer = output(tmp_path, rotate_bytes=10_000)
    for _ in range(10):
        writer.write(batch_of(*[openat(b"/etc/passwd")] * 50))
    before = len(visible(tmp_path))
    writer.close()
    assert 1 < before <= len(visible(tmp_path))
    assert sum(pq.ParquetFile(path).metadata.num_rows for path in visible(tmp_path)) == 500


def test_rotation_by_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    now = time.monotonic()
    monkeypatch.setattr("traceleft.outputs.parquet.time.monotonic", lambda: now)
    writer = output(tmp_path, rotate_seconds=5)
    writer.flush()
    writer.write(batch_of(openat()))
    now += 4.9
    writer.flush()
    assert visible(tmp_path) == []
    now += 0.2
    writer.flush()
    assert len(visible(tmp_path)) == 1
    writer.close()
    assert len(visible(tmp_path)) == 1


@pytest.mark.parametrize("after", [300, 2000, 2700])
def test_killed(tmp_path: Path, after: int):
    """Whatever is visible is whole, and all of it together is what was given first."""
    command = [sys.executable, "-m", "tests.support.parquet_writer", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if int(line) >= after:
                break
        process.send_signal(signal.SIGKILL)
    found = [row for path in visible(tmp_path) for row in pq.ParquetFile(path).read()["timestamp"].to_pylist()]
    assert sorted(found) == list(range(len(found)))


def test_what_dead_writers_left_is_removed(tmp_path: Path):
    dead = tmp_path / f".traceleft-{os.getpid()}-1-5.parquet.tmp"  # our number, but not when we started
    foreign = [tmp_path / ".somebody.parquet.tmp", tmp_path / ".traceleft-notes", tmp_path / "README"]
    for path in (dead, *foreign):
        path.write_bytes(b"x")
    other = output(tmp_path)
    assert not dead.exists() and all(path.exists() for path in foreign)
    other.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "none", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, timeout=60).returncode != 0:
        pytest.skip("only root can mount a small file system")
    yield place
    subprocess.run(["umount", str(place)], check=True, timeout=60)


def test_full_disk(small: Path):
    writer = output(small)
    raw = [openat(os.urandom(200).hex().encode(), timestamp=i) for i in range(2000)]
    writer.write(batch_of(*raw))
    with pytest.raises(OSError, match="No space left") as raised:
        writer.close()
    assert raised.value.filename == str(small)
    assert visible(small) == [] and hidden(small) == []
    assert writer.dropped == 2000
    assert writer.summary() == f"0 events in 0 files below {small}, 2000 lost"


def test_what_can_not_be_written_to_is_said_at_once(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError) as raised:
        output(tmp_path / "file")
    assert str(raised.value.filename).startswith(str(tmp_path / "file"))
    with pytest.raises(UsageError, match="parquet:DIR"):
        open_output("parquet", "", context())


# --- query


def ask(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "traceleft", "query", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two files, of which the second has a syscall that the first doesn't."""
    pytest.importorskip("duckdb")
    directory = tmp_path_factory.mktemp("written")
    for raw in (
        [openat(b"/etc/passwd", ret=3), openat(b"/n\x1b[2J", ret=-2)],
        [openat(b"/b", ret=4, timestamp=DAY), raw_event("kill", [9, 15], nr=62, pid=5, timestamp=DAY)],
    ):
        writer = output(directory)
        writer.write(batch_of(*raw))
        writer.close()
    return directory


SPILL = """
import os, sys
from pathlib import Path
from traceleft import Capture, query
os.umask(0)
for connection in (query.connect(sys.argv[1]), Capture.from_recording(sys.argv[2]).duckdb()):
    connection.execute("SET memory_limit = '16MB'; SET threads = 1; SET enable_progress_bar = false")
    connection.execute("CREATE TEMP TABLE big AS SELECT hash(i), hash(i + 1) FROM range(2_000_000) t(i)")
    place = Path(connection.execute("SELECT current_setting('temp_directory')").fetchone()[0])
    assert list(place.iterdir()), "it all found room in memory"
    print(place.parent, oct(place.parent.stat().st_mode))
"""


def test_what_a_query_has_no_memory_for_is_for_nobody_else_to_read(written: Path, tmp_path: Path):
    """DuckDB puts it into ./.tmp, whoever can read there and wherever that leads."""
    (tmp_path / ".tmp").symlink_to("elsewhere")
    recording = Path(__file__).with_name("recordings") / "0.1.record"
    command = [sys.executable, "-c", SPILL, str(written), str(recording)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    (first, mode), (second, _) = (line.split() for line in done.stdout.splitlines())
    assert mode == "0o40700" and first == second and not Path(first).exists()
    assert [each.name for each in tmp_path.iterdir()] == [".tmp"]


def test_query_all_events(written: Path):
    done = ask(str(written), "SELECT syscall, count(*) AS n, date FROM events GROUP BY ALL ORDER BY 1, 3")
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "syscall  n  date",
        "kill     1  2024-10-05",
        "openat   2  2024-10-04",
        "openat   1  2024-10-05",
    ]


def test_query_a_syscalls_own(written: Path):
    done = ask(str(written), "SELECT pid, pid_, sig, host FROM kill", "--format", "csv")
    assert (done.stdout, done.stderr) == ("pid,pid_,sig,host\n5,9,15,web_1__\n", "")
    done = ask(
        str(written),
        "SELECT filename, error, raw_args[1] IS NULL AS gone FROM openat WHERE ret < 0",
        "--format",
        "json",
    )
    assert done.stdout == '{"filename": "/n\\u001b[2J", "error": "ENOENT", "gone": false}\n'


def test_no_control_character_reaches_the_terminal(written: Path):
    done = ask(str(written), "SELECT filename FROM openat WHERE ret < 0")
    assert done.stdout.splitlines() == ["filename", r"/n\x1b[2J"]


def test_query_by_struct(written: Path):
    done = ask(
        str(written), "SELECT openat.filename AS f, time FROM events WHERE openat IS NOT NULL ORDER BY 1 LIMIT 1"
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[1].split() == ["/b", "2024-10-05", "12:00:00+00"]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT filenam FROM openat", "Candidate bindings: .*filename"),
        ("SELEC 1", "syntax error"),
        ("SELECT * FROM opnat", "Did you mean .*openat"),
        ("SELECT CAST(syscall AS INT) FROM events", "Conversion Error"),
    ],
)
def test_errors_of_sql_are_one_line(written: Path, sql: str, said: str):
    done = ask(str(written), sql)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert re.search(said, done.stderr), done.stderr


def test_files_with_and_without_columns_of_open_files_are_read_together(tmp_path: Path):
    """Those that lack such columns, as all of older releases do, have null there, whichever is read first."""
    pytest.importorskip("duckdb")
    memory = [Captured(1, b"hosts")]
    opened = raw_event("openat", [-100, 0x1000, 0, 0], memory, ret=3, nr=257, flags=OBJECTS, timestamp=NOON)
    opened = described(opened, {DIRECTORY: 1, RESULT: 2})
    known = batch_with_files([opened], [raw_file(1, "/etc", mode=0o40755), raw_file(2, "/etc/hosts")], SCHEMA)
    for name, batches in ("one", (batch_of(openat(b"/a")), known)), ("other", (known, batch_of(openat(b"/a")))):
        for number, batch in enumerate(batches):
            writer = output(tmp_path / name)
            writer.write(batch)
            writer.close()
            (file,) = (path for path in visible(tmp_path / name) if not path.stem.startswith("read-"))
            file.rename(file.with_name(f"read-{number}.parquet"))
        query = "SELECT filename, result_file, resolved_path, path_mismatch FROM openat ORDER BY 1"
        done = ask(str(tmp_path / name), query, "--format", "csv")
        assert done.stderr == ""
        assert done.stdout.splitlines()[1:] == ["/a,,,", "hosts,2,/etc/hosts,false"]


def test_files_of_older_releases_are_read_beside_them(written: Path, tmp_path: Path):
    """Theirs have all syscalls together, below the host's directory."""
    older = tmp_path / "host=old" / "date=2023-01-01"
    older.mkdir(parents=True)
    table = Capture([batch_of(openat(b"/old"), raw_event("close", [7], nr=3))], SCHEMA).arrow()
    pq.write_table(table.drop_columns(["undecodable"]), older / "x.parquet")
    done = ask(str(tmp_path), "SELECT filename, host, undecodable FROM openat", "--format", "csv")
    assert (done.stdout, done.stderr) == ("filename,host,undecodable\n/old,old,\n", "")
    shutil.copytree(written, tmp_path, dirs_exist_ok=True)
    done = ask(str(tmp_path), "SELECT filename, host, date FROM openat")
    assert done.stderr == ""
    assert sorted(line.split() for line in done.stdout.splitlines()[1:]) == [
        ["/b", "web_1__", "2024-10-05"],
        ["/etc/passwd", "web_1__", "2024-10-04"],
        [r"/n\x1b[2J", "web_1__", "2024-10-04"],
        ["/old", "old", "2023-01-01"],
    ]
    done = ask(str(tmp_path), "SELECT syscall, count(*) AS n FROM events GROUP BY ALL ORDER BY 1", "--format", "csv")
    assert done.stdout.split() == ["syscall,n", "close,1", "kill,1", "openat,4"]


def test_a_file_out_of_its_directory(written: Path, tmp_path: Path):
    (file,) = (path for path in visible(written) if path.parts[-4] == "syscall=kill")
    shutil.copy(file, tmp_path / "moved.parquet")
    done = ask(str(tmp_path / "moved.parquet"), "SELECT syscall, sig, pids FROM kill", "--format", "csv")
    assert (done.stdout, done.stderr) == ("syscall,sig,pids\nkill,15,\n", "")


def test_a_directory_without_files(tmp_path: Path):
    done = ask(str(tmp_path), "SELECT 1")
    assert done.returncode == 2 and "has no Parquet files" in done.stderr
    done = ask(str(tmp_path / "nosuch"), "SELECT 1")
    assert done.returncode == 1 and done.stderr.endswith("nosuch: No such file or directory\n")
