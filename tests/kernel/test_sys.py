# SPDX-License-Identifier: MIT
"""The shipped handlers: a real process makes each call, and every field of its event is held against what is true.

tests/run.sh runs this file and test_tcp.py. What is written to $TRACELEFT_TEST_OUTDIR is for people to look at.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import COMM, REAL_GID, REAL_UID, Call, Victim, space, string

pytestmark = [pytest.mark.any_backend, pytest.mark.each_kernel]

AT_FDCWD = -100
AT_SYMLINK_NOFOLLOW = 0x100
PROGRAM_ID = 2**63 + 42
"""Too large for a signed number, to see that none is made of it."""


class Traced:
    """A victim, a tracer, and what its events must say."""

    def __init__(self, backend: str, victim: Victim, cgroup_id: int) -> None:
        self.victim = victim
        self.tracer = traceleft.Tracer(backend=backend, buffer_limit=64)
        self._cgroup_id = cgroup_id
        self._affinity = os.sched_getaffinity(victim.pid)
        self._calls: list[tuple[Call, dict]] = []
        self.text = ""
        """The events as `traceleft trace` would print them."""

    def attach(self, *syscalls: str) -> None:
        for name in syscalls:
            self.tracer.attach(name, pids=[self.victim.pid], program_id=PROGRAM_ID)

    def call(self, name: str, *arguments: int | dict, **expected: int | str | bytes) -> Call:
        """Makes a call. `expected` are the event's args, in order."""
        made = self.victim.call(name, *arguments)
        self._calls.append((made, expected))
        return made

    def check(self) -> None:
        """Holds the events against the calls, one to one."""
        self.tracer.stop()
        batches = list(self.tracer.batches(timeout=0))
        self.text = "".join(map(self.tracer.format, batches))
        events = [event for batch in batches for event in batch]
        assert [event.syscall for event in events] == [made.name for made, _ in self._calls]
        for event, (made, expected) in zip(events, self._calls):
            self._check_header(event, made)
            self._check_arguments(event, made, expected)
        stats = lab.assert_accounted(self.tracer)
        assert (stats.received, stats.lost) == (len(self._calls), 0)

    def _check_header(self, event: traceleft.Event, made: Call) -> None:
        assert made.before <= event.timestamp <= made.after
        assert event.pid == self.victim.pid
        assert event.tid == made.tid == self.victim.pid
        assert event.ret == made.ret
        assert event.error == made.error
        assert event.comm == COMM
        assert event.cpu in self._affinity
        assert (event.uid, event.gid) == (REAL_UID, REAL_GID)
        assert event.cgroup_id == self._cgroup_id
        assert event.nr == made.nr
        assert event.program_id == PROGRAM_ID
        assert event.duration is None
        assert event.is_entry is False
        assert event.foreign is False
        assert event.extra == b""

    def _check_arguments(self, event: traceleft.Event, made: Call, expected: dict) -> None:
        assert event.args == expected
        assert list(event.args) == list(expected)
        assert event.raw_args == dict(zip(expected, made.registers))
        for name, value in expected.items():
            assert event[name] == value
            # None for what the call failed before it filled it.
            status = "ok" if isinstance(value, (str, bytes)) else "none" if value is None else None
            assert event.capture_status(name) == status
        with pytest.raises(KeyError):
            event.capture_status("nonesuch")


@pytest.fixture
def traced(backend: str, cgroup2: Path, cgroup: Path, request: pytest.FixtureRequest) -> Iterator[Traced]:
    """A victim on one CPU and in a cgroup of its own, and a tracer for it."""
    with Victim(cgroup) as victim:
        request.node.user_properties.append(("pid", victim.pid))  # for the lines of tests/run.sh
        os.sched_setaffinity(victim.pid, {max(os.sched_getaffinity(0))})
        traced = Traced(backend, victim, lab.cgroup_id(victim.pid, cgroup2))
        with traced.tracer:
            yield traced
        if outdir := os.environ.get("TRACELEFT_TEST_OUTDIR"):
            (Path(outdir) / f"{request.node.name}.txt").write_text(traced.text)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_bytes(b"content of the file")
    return path


def open_before(victim: Victim, path: Path, flags: int = os.O_RDONLY) -> int:
    """A descriptor that the victim has from before it is traced."""
    fd = victim.call("open", string(path), flags, 0).ret
    assert fd >= 0
    return fd


def owner(path: Path) -> tuple[int, int]:
    status = path.lstat()
    return status.st_uid, status.st_gid


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_sys_chmod(traced: Traced, file: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    traced.attach("chmod")
    assert traced.call("chmod", string(file), 0o4751, filename=str(file), mode=0o4751).ret == 0
    assert traced.call("chmod", string(missing), 0, filename=str(missing), mode=0).error == "ENOENT"
    assert mode(file) == 0o4751
    traced.check()


def test_sys_chown(traced: Traced, file: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    traced.attach("chown")
    assert traced.call("chown", string(file), 77, -1, filename=str(file), user=77, group=-1).ret == 0
    made = traced.call("chown", string(missing), 1, 2, filename=str(missing), user=1, group=2)
    assert made.error == "ENOENT"
    assert owner(file) == (77, 0)
    traced.check()


def test_sys_close(traced: Traced, file: Path) -> None:
    fd = open_before(traced.victim, file)
    traced.attach("close")
    assert traced.call("close", fd, fd=fd).ret == 0
    assert traced.call("close", fd, fd=fd).error == "EBADF"
    traced.check()


def test_sys_fchmod(traced: Traced, file: Path) -> None:
    fd = open_before(traced.victim, file)
    traced.attach("fchmod")
    assert traced.call("fchmod", fd, 0o640, fd=fd, mode=0o640).ret == 0
    assert traced.call("fchmod", 999, 0o7777, fd=999, mode=0o7777).error == "EBADF"
    assert mode(file) == 0o640
    traced.check()


def test_sys_fchmodat(traced: Traced, file: Path, tmp_path: Path) -> None:
    dfd = open_before(traced.victim, tmp_path, os.O_RDONLY | os.O_DIRECTORY)
    traced.attach("fchmodat")
    made = traced.call("fchmodat", dfd, string(file.name), 0o604, dfd=dfd, filename="file", mode=0o604)
    assert made.ret == 0
    made = traced.call("fchmodat", AT_FDCWD, string(""), 0o600, dfd=AT_FDCWD, filename="", mode=0o600)
    assert made.error == "ENOENT"
    assert mode(file) == 0o604
    traced.check()


def test_sys_fchown(traced: Traced, file: Path) -> None:
    fd = open_before(traced.victim, file)
    traced.attach("fchown")
    assert traced.call("fchown", fd, -1, 78, fd=fd, user=-1, group=78).ret == 0
    assert traced.call("fchown", -1, 1, 2, fd=-1, user=1, group=2).error == "EBADF"
    assert owner(file) == (0, 78)
    traced.check()


def test_sys_fchownat(traced: Traced, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    dfd = open_before(traced.victim, tmp_path, os.O_RDONLY | os.O_DIRECTORY)
    traced.attach("fchownat")
    made = traced.call(
        "fchownat",
        dfd,
        string("link"),
        79,
        80,
        AT_SYMLINK_NOFOLLOW,
        dfd=dfd,
        filename="link",
        user=79,
        group=80,
        flag=AT_SYMLINK_NOFOLLOW,
    )
    assert made.ret == 0
    made = traced.call(
        "fchownat",
        AT_FDCWD,
        string(file),
        1,
        2,
        0x80000000,
        dfd=AT_FDCWD,
        filename=str(file),
        user=1,
        group=2,
        flag=0x80000000,
    )
    assert made.error == "EINVAL"
    assert (owner(link), owner(file)) == ((79, 80), (0, 0))
    traced.check()


def test_sys_mkdir(traced: Traced, tmp_path: Path) -> None:
    # Not UTF-8: bytes come back as the surrogates that os.fsdecode makes of them.
    path = os.fsdecode(os.fsencode(tmp_path) + b"/dir\xff\n")
    traced.attach("mkdir")
    assert traced.call("mkdir", string(path), 0o700, pathname=path, mode=0o700).ret == 0
    assert traced.call("mkdir", string(path), 0o755, pathname=path, mode=0o755).error == "EEXIST"
    assert mode(Path(path)) == 0o700
    traced.check()


def test_sys_mkdirat(traced: Traced, file: Path, tmp_path: Path) -> None:
    dfd = open_before(traced.victim, tmp_path, os.O_RDONLY | os.O_DIRECTORY)
    traced.attach("mkdirat")
    made = traced.call("mkdirat", dfd, string("dir"), 0o711, dfd=dfd, pathname="dir", mode=0o711)
    assert made.ret == 0
    made = traced.call("mkdirat", dfd, string("file/dir"), 0, dfd=dfd, pathname="file/dir", mode=0)
    assert made.error == "ENOTDIR"
    assert mode(tmp_path / "dir") == 0o711
    traced.check()


def test_sys_open(traced: Traced, file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    traced.attach("open")
    made = traced.call("open", string(new), flags, 0o640, filename=str(new), flags=flags, mode=0o640)
    assert made.ret >= 3
    made = traced.call("open", string(new), flags, 0o640, filename=str(new), flags=flags, mode=0o640)
    assert made.error == "EEXIST"
    assert traced.call("open", string(file), 0, 0, filename=str(file), flags=0, mode=0).ret >= 3
    assert new.exists()
    traced.check()


def test_sys_openat(traced: Traced, file: Path, tmp_path: Path) -> None:
    dfd = open_before(traced.victim, tmp_path, os.O_RDONLY | os.O_DIRECTORY)
    flags = os.O_RDWR | os.O_APPEND | os.O_NOFOLLOW
    traced.attach("openat")
    made = traced.call("openat", dfd, string("file"), flags, 0, dfd=dfd, filename="file", flags=flags, mode=0)
    assert made.ret > dfd
    made = traced.call("openat", AT_FDCWD, string("?"), 0, 0, dfd=AT_FDCWD, filename="?", flags=0, mode=0)
    assert made.error == "ENOENT"
    traced.check()


def test_sys_read(traced: Traced, file: Path) -> None:
    fd = open_before(traced.victim, file)
    traced.attach("read")
    made = traced.call("read", fd, space(100), 100, fd=fd, buf=file.read_bytes(), count=100)
    assert made.ret == len(file.read_bytes())
    assert made.memory[1].startswith(file.read_bytes())
    assert traced.call("read", fd, space(100), 100, fd=fd, buf=b"", count=100).ret == 0
    assert traced.call("read", 999, space(100), 100, fd=999, buf=None, count=100).error == "EBADF"
    traced.check()


def test_sys_read_filename(traced: Traced, tmp_path: Path) -> None:
    """What read's event lacks, the file's name, is in the open's event with the same descriptor."""
    path = tmp_path / "file with a name to be seen"
    path.write_bytes(b"bytes to be seen")
    traced.attach("open", "read")
    fd = traced.call("open", string(path), os.O_RDONLY, 0, filename=str(path), flags=0, mode=0).ret
    made = traced.call("read", fd, space(32), 32, fd=fd, buf=b"bytes to be seen", count=32)
    assert made.ret == 16
    traced.check()


def test_sys_write(traced: Traced, file: Path) -> None:
    fd = open_before(traced.victim, file, os.O_WRONLY | os.O_TRUNC)
    content = b"\x00written\n\xff"
    traced.attach("write")
    made = traced.call("write", fd, string(content), len(content), fd=fd, buf=content, count=len(content))
    assert made.ret == len(content)
    assert file.read_bytes() == content
    made = traced.call("write", 999, string(content), 3, fd=999, buf=content[:3], count=3)
    assert made.error == "EBADF"
    traced.check()
