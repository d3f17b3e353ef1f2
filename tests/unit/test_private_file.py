# SPDX-License-Identifier: MIT
"""What is written is for nobody else to read. What others plant is a matter of tests/kernel/test_planted.py."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.raw_events import openat
from traceleft import _core, battery
from traceleft.collector.journal import Journal
from traceleft.collector.segment import SpoolRecord
from traceleft.collector.spool import Spool
from traceleft.collector.totals import Totals
from traceleft.errors import TraceleftError
from traceleft.outputs import Context, Origin, open_output
from traceleft.private_file import UnsafePathError, write_file

SCHEMA = battery.schema()
ORIGIN = Origin("here", "boot", "x86_64", "6.18")
OLD = Path(__file__).with_name("recordings") / "0.1.record"
FILES = ("text", "jsonl", "protobuf", "record")


def write_events(kind: str, target: Path | str, **options: object) -> None:
    """An output's whole life."""
    output = open_output(kind, str(target), Context(SCHEMA, ORIGIN, options=options))
    try:
        output.write(_core.Batch([openat(b"/etc/shadow")], SCHEMA))
    finally:
        output.close()


def write_spool(target: Path) -> None:
    spool = Spool(target, 10**6)
    assert spool.append(SpoolRecord(bytes(16), 1, 1, b"secret")) and spool.append(SpoolRecord(bytes(16), 2, 1, b"x"))
    spool.next()
    spool.release(bytes(16), 1)
    spool.close()


def write_journal(target: Path) -> None:
    Journal(str(target), Totals()).close()


@contextlib.contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def modes(path: Path) -> dict[str, set[int]]:
    """Of all files and of all directories in a place."""
    found: dict[str, set[int]] = {"file": set(), "directory": set()}
    for each in (path, *path.rglob("*")):
        found["directory" if each.is_dir() else "file"].add(stat.S_IMODE(each.stat().st_mode))
    return found


PACKAGE = ROOT / "traceleft"
ELSEWHERE = {
    "cli/handler.py": "C of one's own, which no trace is in: made anew",
    "cli/run.py": "a script of one's own, likewise",
    "cli/streams.py": "/dev/null",
    "private_file.py": "the one that does",
    "script.py": "/dev/null",
}
"""What opens files for writing, but for the generator of this repository."""


def test_nothing_else_opens_files_for_writing():
    writes = re.compile(
        r"\bos\.open\(.*O_(WRONLY|RDWR|CREAT)|\.write_(text|bytes)\(|(?<!fd)open\([^)\n]*[\"'][wax]b?\+?[\"']"
        r"|\.(mkdir|touch)\("
    )
    found = set()
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        own = not name.startswith(("generate/", "proto/")) and name != "events.py"
        if own and writes.search(path.read_text(encoding="utf-8")):
            found.add(name)
    assert found == ELSEWHERE.keys()


WRITERS: dict[str, Callable[[Path], None]] = {
    **{kind: lambda path, kind=kind: write_events(kind, path) for kind in FILES},
    "parquet": lambda path: write_events("parquet", path / "deep" / "er"),
    "spool": lambda path: write_spool(path / "deep" / "er"),
    "journal": write_journal,
    "port file": lambda path: write_file(str(path), b"50051\n"),
}


@pytest.mark.parametrize("what", WRITERS)
@pytest.mark.parametrize(
    ("mask", "file", "directory"), [(0, 0o600, 0o700), (0o022, 0o600, 0o700), (0o277, 0o400, 0o500)]
)
def test_only_its_user_can_read_it(what: str, mask: int, file: int, directory: int, tmp_path: Path):
    if what == "parquet":
        pytest.importorskip("pyarrow")
    if mask == 0o277 and (what in ("parquet", "spool") and os.geteuid() != 0):
        pytest.skip("nothing can be made in such a directory without root")
    with umask(mask):
        WRITERS[what](tmp_path / "it")
    found = modes(tmp_path / "it")
    assert found["file"] == {file} and found["directory"] <= {directory}


@pytest.mark.parametrize("what", [each for each in WRITERS if each not in ("parquet", "spool")])
def test_a_file_that_was_open_to_others_is_closed_to_them(what: str, tmp_path: Path):
    path = tmp_path / "it"
    path.write_bytes(b"")
    path.chmod(0o666)
    WRITERS[what](path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("kind", [*FILES, "parquet"])
def test_a_mode_of_the_users_own(kind: str, tmp_path: Path):
    """Whatever the umask is, and for a file that was there too."""
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    with umask(0o077):
        write_events(kind, tmp_path / "it", output_mode=0o640)
        assert modes(tmp_path / "it") in (
            {"file": {0o640}, "directory": set()},
            {"file": {0o640}, "directory": {0o750}},
        )
        write_events(kind, tmp_path / "it", output_mode=0o664)
    assert 0o664 in modes(tmp_path / "it")["file"]


@pytest.mark.parametrize("kind", FILES)
def test_a_file_with_two_names_is_refused(kind: str, tmp_path: Path):
    (tmp_path / "other").write_text("other")
    os.link(tmp_path / "other", tmp_path / "it")
    with pytest.raises(UnsafePathError, match=r"hard link.*: remove it, or choose another name"):
        write_events(kind, tmp_path / "it")
    assert (tmp_path / "other").read_text() == "other"


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777, 0o1777])
def test_a_directory_that_others_can_write_to_is_refused(mode: int, tmp_path: Path):
    place = tmp_path / "place"
    place.mkdir()
    place.chmod(mode)
    with pytest.raises(UnsafePathError, match=f"mode {mode:04o}.*chmod go-w"):
        Spool(place, 10**6)
    assert list(place.iterdir()) == []
    with pytest.raises(UnsafePathError, match=f"mode {mode:04o}.*chmod go-w"):
        pytest.importorskip("pyarrow")
        write_events("parquet", place)
    assert list(place.iterdir()) == []


def test_a_spool_follows_no_links(tmp_path: Path):
    write_spool(tmp_path / "spool")
    (segment,) = (tmp_path / "spool").glob("*.spool")
    segment.rename(tmp_path / "moved")
    segment.symlink_to(tmp_path / "moved")
    with pytest.raises(UnsafePathError, match="symbolic link"):
        Spool(tmp_path / "spool", 10**6)


@pytest.mark.parametrize("link", ["it", "../{}/it", "/proc/self/cwd/it"])
def test_links_of_ones_own_are_followed(link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Also on the way, where a path leads through one, and through one that /proc has."""
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.chdir(place)
    (tmp_path / "link").symlink_to("place")
    (place / "it").symlink_to("target")
    write_events("text", link.format("link"))
    assert (place / "target").read_text().count("\n") == 1 and (place / "it").is_symlink()


def test_a_loop_of_links(tmp_path: Path):
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OSError, match="Too many levels of symbolic links") as raised:
        write_events("text", tmp_path / "loop")
    assert raised.value.filename == str(tmp_path / "loop")


def test_descriptors_of_ones_own_are_taken_as_they_are(tmp_path: Path):
    """`>(...)` of a shell is one, and so is a file that was opened for us, behind what is in it."""
    read, write = os.pipe()
    for path in (f"/dev/fd/{write}", f"/proc/self/fd/{write}", f"/proc/{os.getpid()}/fd/{write}"):
        write_events("text", path)
        assert os.read(read, 4096).count(b"\n") == 1
    os.close(write)
    os.close(read)
    with (tmp_path / "file").open("wb") as file:
        file.write(b"before\n")
        file.flush()
        (tmp_path / "file").chmod(0o644)
        write_events("text", f"/dev/fd/{file.fileno()}")
    assert (tmp_path / "file").read_bytes().startswith(b"before\n")
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o644


def test_devices_and_fifos_stay_what_they_are(tmp_path: Path):
    before = Path(os.devnull).stat().st_mode
    write_events("text", os.devnull)
    assert Path(os.devnull).stat().st_mode == before
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo, 0o640)
    with subprocess.Popen(["cat", fifo], stdout=subprocess.PIPE) as reader:
        write_events("jsonl", fifo)
        assert reader.stdout and reader.stdout.read().count(b"\n") == 1
    assert fifo.is_fifo() and stat.S_IMODE(fifo.stat().st_mode) == 0o640


@pytest.mark.parametrize(("name", "bytes_there"), [("/dev/stdout", True), ("/dev/stderr", False)])
def test_standard_descriptors_by_name(name: str, bytes_there: bool):
    done = subprocess.run(
        [sys.executable, "-m", "traceleft", "replay", OLD, "-o", name], capture_output=True, timeout=60, check=False
    )
    text = OLD.with_suffix(".txt").read_bytes()
    assert done.returncode == 0 and (done.stdout == text if bytes_there else done.stderr.startswith(text))


@pytest.mark.parametrize("kind", FILES)
def test_what_no_file_can_be(kind: str, tmp_path: Path):
    for target in (tmp_path, tmp_path / "nosuch" / "file"):
        with pytest.raises(OSError, match=r"Is a directory|No such file") as raised:
            write_events(kind, target)
        assert raised.value.filename == str(target)
    with pytest.raises(TraceleftError, match="--output-mode is for files, and /dev/null is no regular file"):
        write_events(kind, os.devnull, output_mode=0o640)
