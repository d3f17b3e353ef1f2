# SPDX-License-Identifier: MIT
"""Kernels without BTF of their own: a file has it, and everything that the kernel holds is copied instead of loaded."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

import traceleft
from tests.support import lab

KERNEL_BTF = Path("/sys/kernel/btf/vmlinux")


@pytest.fixture(scope="module")
def btf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kernel's types in a file."""
    return Path(shutil.copy(KERNEL_BTF, tmp_path_factory.mktemp("btf") / "kernel.btf"))


def without_own_btf(*argv: str | os.PathLike[str]) -> list[str]:
    """A command line that runs another where the kernel's BTF can't be seen."""
    hide_and_run = f'mount -t tmpfs none {KERNEL_BTF.parent} && exec "$@"'
    return [lab.require("unshare"), "--mount", "sh", "-c", hide_and_run, "sh", *map(os.fspath, argv)]


def what_happened(event: traceleft.Event) -> tuple:
    """All of an event but for when and what it cost."""
    task = (event.pid, event.tid, event.comm, event.uid, event.gid, event.cgroup_id, event.cpu)
    call = (event.syscall, event.nr, event.ret, event.raw_args, event.args)
    return *task, *call, event.program_id, event.is_entry, event.duration is None


SOME = ["close", "openat", "read", "kill"]
"""Few enough for handlers to load what the task is from the task."""
MANY = [*SOME, "brk", "execve", "exit_group", "fstat", "getdents64", "getrandom", "ioctl", "lseek", "mmap", "mprotect"]
MANY += ["munmap", "newfstatat", "pipe2", "prlimit64", "rt_sigaction", "sysinfo", "write"]


@pytest.mark.each_kernel
@pytest.mark.parametrize(("names", "durations"), [(SOME, False), (MANY, True)])
def test_events_are_the_same(backend: str, btf: Path, names: list[str], durations: bool) -> None:
    """Two tracers trace the same command, one of them with the file."""
    if backend == "fentry":
        return  # refused: test_fentry_needs_the_kernels_own
    own = traceleft.Tracer(backend=backend, durations=durations)
    given = traceleft.Tracer(backend=backend, durations=durations, btf=btf)
    with own, given:
        assert given.traceable() == own.traceable()
        script = "import os; os.pipe(); os.kill(os.getpid(), 0); os.listdir('/')"
        command = traceleft.Command([sys.executable, "-S", "-I", "-c", script])
        own.attach_command(command, names)
        given.attach_command(command, names)
        command.start()
        assert command.wait() == 0
        expected, seen = ([what_happened(event) for event in lab.finished(tracer)] for tracer in (own, given))
    assert {call[7] for call in seen} >= set(SOME)
    assert seen == expected


def test_fentry_needs_the_kernels_own(btf: Path) -> None:
    with pytest.raises(traceleft.BackendError, match=r"fentry .* needs the kernel's own BTF"):
        traceleft.Tracer(backend="fentry", btf=btf)


@pytest.mark.parametrize(
    ("name", "member"), [("f_flags", "struct file.f_flags"), ("portid", "struct netlink_sock.portid")]
)
def test_a_kernel_whose_files_lack_a_member(backend: str, btf: Path, tmp_path: Path, name: str, member: str) -> None:
    """The error names it, and without files all goes on."""
    if backend == "fentry":
        return
    other = tmp_path / "other.btf"
    other.write_bytes(btf.read_bytes().replace(f"\0{name}\0".encode(), f"\0{'_' * len(name)}\0".encode()))
    refused = rf"objects-copies\.bpf: .*; it reads {member}, which the kernel's types"
    tracer = traceleft.Tracer(backend=backend, btf=other, files=True)
    with tracer, pytest.raises(traceleft.LoadError, match=refused):
        tracer.attach("read", pids=[os.getpid()])
    with traceleft.Tracer(backend=backend, btf=other) as tracer:
        tracer.attach("read", pids=[os.getpid()])


@pytest.mark.each_kernel
def test_a_kernel_without_btf(backend: str, btf: Path) -> None:
    argv = lab.trace_argv(backend, "openat", "--", "/bin/cat", "/etc/hostname")
    done = lab.run(without_own_btf(*argv))
    assert done.returncode == 1
    assert b"--btf FILE" in done.stderr
    if backend == "fentry":
        return
    argv[argv.index("openat") : argv.index("openat")] = ["--btf", os.fspath(btf), "-y"]
    done = lab.run(without_own_btf(*argv))
    assert done.returncode == 0, done.stderr
    assert b'filename="/etc/hostname"' in done.stdout and b"</etc/hostname>" in done.stdout
    assert b"0 lost" in done.stderr


def test_files_that_are_no_btf(btf: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        traceleft.Tracer(btf=tmp_path / "missing")
    for content in (b"", b"no BTF", btf.read_bytes()[:1000]):
        bad = tmp_path / "bad.btf"
        bad.write_bytes(content)
        with pytest.raises(traceleft.KernelError, match=f"{bad}.*not the BTF of a kernel"):
            traceleft.Tracer(btf=bad)
