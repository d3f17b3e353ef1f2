# SPDX-License-Identifier: MIT
"""Files, links, FIFOs and directories of another user where root writes: none is written to, read or followed."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support.victims import TIMEOUT
from traceleft import battery
from traceleft.collector.journal import Journal
from traceleft.collector.spool import Spool
from traceleft.collector.totals import Totals
from traceleft.errors import TraceleftError
from traceleft.outputs import Context, Origin, open_output

pytestmark = pytest.mark.any_kernel

NOBODY = 65534


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """Is another user, and no member of root's groups."""
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A directory on whose way everybody can go: pytest's own are closed."""
    with tempfile.TemporaryDirectory(prefix="traceleft-test-") as made:
        Path(made).chmod(0o711)
        yield Path(made)


@pytest.fixture(params=["sticky", "nobody's"])
def place(request: pytest.FixtureRequest, reachable: Path) -> Path:
    """A directory like /tmp, and one as a user's own is."""
    made = reachable / "place"
    made.mkdir()
    if request.param == "sticky":
        made.chmod(0o1777)
    else:
        os.chown(made, NOBODY, NOBODY)
    return made


@pytest.fixture
def root_file(reachable: Path) -> Path:
    path = reachable / "passwd"
    path.write_text("root's")
    return path


def opened(kind: str, target: Path) -> None:
    open_output(kind, str(target), Context(battery.schema(), Origin.here())).close()


OPENERS: dict[str, Callable[[Path], None]] = {
    **{kind: lambda path, kind=kind: opened(kind, path) for kind in ("text", "jsonl", "protobuf", "record", "parquet")},
    "journal": lambda path: Journal(str(path), Totals()).close(),
    "spool": lambda path: Spool(path, 10**6).close(),
}
DIRECTORIES = ("parquet", "spool")


def plant(how: str, path: Path, root_file: Path) -> None:
    if how == "file":
        path.write_text("")
        path.chmod(0o666)
    elif how == "FIFO":
        os.mkfifo(path, 0o666)
    elif how == "directory":
        path.mkdir(mode=0o777)
    else:
        path.symlink_to({"link": root_file, "dangling link": root_file.with_name("new"), "link to .": "."}[how])


@pytest.mark.parametrize("what", OPENERS)
def test_what_another_user_planted_is_refused(what: str, place: Path, root_file: Path) -> None:
    """In one line, which names the file and what to do about it."""
    plants = ["link", "dangling link", "link to .", "file", "FIFO"]
    if what in DIRECTORIES:
        plants = ["link", "dangling link", "link to .", "directory"]
    for how in plants:
        path = place / how
        with nobody():
            plant(how, path, root_file)
        before = path.lstat()
        with pytest.raises(TraceleftError) as raised:
            OPENERS[what](path)
        said = str(raised.value)
        assert said.startswith(str(path)) and "\n" not in said, (how, said)
        assert "remove it, or " in said or "choose another directory" in said, (how, said)
        assert root_file.read_text() == "root's" and not root_file.with_name("new").exists(), how
        assert os.path.samestat(before, path.lstat()) and path.lstat().st_uid == NOBODY, how


@pytest.mark.parametrize("what", OPENERS)
def test_a_link_on_the_way_is_refused_too(what: str, place: Path, tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    with nobody():
        (place / "way").symlink_to(tmp_path / "etc")
    with pytest.raises(TraceleftError, match="way is a symbolic link"):
        OPENERS[what](place / "way" / "it")
    assert list((tmp_path / "etc").iterdir()) == []


def test_a_spool_with_a_segment_of_another_users(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool", 10**6)
    spool.close()
    segment = tmp_path / "spool" / f"{bytes(16).hex()}-{1:020}.spool"
    segment.write_bytes(b"TLSPOOL1")
    os.chown(segment, NOBODY, NOBODY)
    with pytest.raises(TraceleftError, match=f"{segment.name} belongs to nobody"):
        Spool(tmp_path / "spool", 10**6)


@pytest.mark.parametrize("kind", ["text", "jsonl", "protobuf", "record"])
def test_a_new_file_where_one_may_not_write_any_more(kind: str, tmp_path: Path) -> None:
    """As it is when root's rights were given up meanwhile."""
    options = {"rotate_bytes": 1}
    output = open_output(kind, str(tmp_path / "file"), Context(battery.schema(), Origin.here(), options=options))
    with traceleft.Tracer() as tracer:
        tracer.attach("getppid", pids=[os.getpid()])
        os.getppid()
        tracer.stop()
        batch = tracer.read(0)
    assert batch
    output.write(batch)
    with nobody(), pytest.raises(OSError, match=r"a new file can't be begun in .*: Permission denied"):
        output.write(batch)
    output.close()
    assert (tmp_path / "file").stat().st_size


@pytest.mark.parametrize(
    "arguments",
    [["record", "close", "--", "true"], ["trace", "-o", "jsonl:traceleft.record", "close", "--", "true"],
     ["echoserver", "--listen", "localhost:0", "--port-file", "traceleft.record"]],
)  # fmt: skip
def test_the_command_line_says_so_in_one_line(arguments: list[str], place: Path, root_file: Path) -> None:
    """`record` by its default name, in the directory in which root is. A port file is first written as FILE.part."""
    with nobody():
        for name in ("traceleft.record", "traceleft.record.part"):
            (place / name).symlink_to(root_file)
    argv = [str(Path(sys.executable).with_name("traceleft")), *arguments]
    done = subprocess.run(argv, cwd=place, capture_output=True, timeout=TIMEOUT, check=False)
    assert (done.returncode, done.stdout) == (1, b""), done.stderr
    assert b" is a symbolic link, which somebody else may have put there: " in done.stderr
    assert root_file.read_text() == "root's"
