# SPDX-License-Identifier: MIT
"""scripts/kernel-lab: guests that end well, badly or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT

KERNEL = "6.1"
TIMEOUT = 120.0
"""Seconds for a guest, which takes some five."""
DIED = 125


@pytest.fixture(autouse=True)
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where kernel-lab puts what it needs for a guest; the command lines of its processes name it.

    Not below tmp_path, whose name is too long for a socket where several workers run the tests.
    """
    if os.geteuid() != 0:
        if os.environ.get("TRACELEFT_KERNEL_TESTS") == "1":
            pytest.fail("TRACELEFT_KERNEL_TESTS=1 is set, but guests need root", pytrace=False)
        pytest.skip("guests need root")
    with tempfile.TemporaryDirectory() as directory:
        monkeypatch.setenv("TMPDIR", directory)
        yield Path(directory)


def argv(*arguments: str | Path) -> list[str]:
    return list(map(os.fspath, [ROOT / "scripts" / "kernel-lab", *arguments]))


def lab(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(argv(*arguments), capture_output=True, stdin=subprocess.DEVNULL, timeout=TIMEOUT)


def processes(directory: Path) -> list[bytes]:
    """Command lines that name a directory."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes()
        except OSError:
            continue  # ended since it was listed
        if os.fsencode(directory) in line:
            found.append(line)
    return found


def assert_nothing_left(directory: Path) -> None:
    assert processes(directory) == []
    assert list(directory.iterdir()) == []


def test_output_and_status_are_the_commands(temporary: Path) -> None:
    done = lab(KERNEL, "--", "sh", "-c", "printf 'out\\n \\377'; echo err >/dev/stderr; exit 7")
    assert done.returncode == 7, done
    assert done.stdout == b"out\n \xff"
    assert done.stderr.endswith(b"err\n")
    assert_nothing_left(temporary)


def test_what_a_command_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root in this clone's folder, its variables, two CPUs; what it writes is gone, but what is shared."""
    share = tmp_path / "shared with guests"
    share.mkdir()
    monkeypatch.setenv("TRACELEFT_OF_THIS_TEST", 'it\'s "quoted"\n$HOME')
    monkeypatch.setenv("OTHER", "not passed")
    script = f"""
        set -e
        uname -r; id -u; pwd; nproc; printf '%s\n' "$TRACELEFT_OF_THIS_TEST" "${{OTHER-unset}}"
        echo forgotten >{tmp_path}/file; cat {tmp_path}/file
        echo kept >"$1/file"
        ! echo >/host/etc/hostname
        test -d /sys/kernel/tracing/events/syscalls -a -f /sys/kernel/btf/vmlinux
        mkdir /sys/fs/cgroup/own; bash -c 'cat <(echo substituted)'
        sleep 1000 >/dev/null 2>&1 &
    """
    done = lab("--share", share, KERNEL, "--", "bash", "-c", script, "bash", share)
    assert done.returncode == 0, done
    release, *rest = done.stdout.decode().splitlines()
    assert release.startswith("6.1.")
    assert rest == ["0", str(ROOT), "2", 'it\'s "quoted"', "$HOME", "unset", "forgotten", "substituted"]
    assert (share / "file").read_text() == "kept\n"
    assert not (tmp_path / "file").exists()


def test_a_guest_that_dies_shows_its_console(temporary: Path) -> None:
    done = lab(KERNEL, "--", "sh", "-c", "echo before; echo c >/proc/sysrq-trigger; echo after")
    assert done.returncode == DIED, done
    assert done.stdout in {b"", b"before\n"}, "what was on its way may be lost, and nothing came after"
    assert b"kernel-lab: 6.1: the guest died before its command ended\n" in done.stderr
    assert b"Kernel panic - not syncing: sysrq triggered crash" in done.stderr
    assert_nothing_left(temporary)


def test_a_guest_that_takes_too_long(temporary: Path) -> None:
    done = lab("--timeout", "1.5", KERNEL, "--", "sleep", "1000")
    assert (done.returncode, done.stdout) == (DIED, b""), done
    assert b"kernel-lab: 6.1: the guest was ended after 1.5 s, its time limit\n" in done.stderr
    assert_nothing_left(temporary)


def test_a_guest_that_qemu_refuses(temporary: Path) -> None:
    done = lab("--memory", "much", KERNEL, "--", "true")
    assert (done.returncode, done.stdout) == (DIED, b""), done
    assert b"QEMU said:" in done.stderr and b"much" in done.stderr
    assert_nothing_left(temporary)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_signal_ends_everything(temporary: Path, number: int) -> None:
    with subprocess.Popen(argv(KERNEL, "--", "sh", "-c", "echo ready; sleep 1000"), stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline() == b"ready\n"
        assert len(processes(temporary)) >= 1  # QEMU
        process.send_signal(number)
        status = process.wait(TIMEOUT)
    if number == signal.SIGKILL:
        # Nobody is left to remove files, but the kernel ends the guest and its file server.
        assert status == -number
        deadline = time.monotonic() + TIMEOUT
        while processes(temporary):
            assert time.monotonic() < deadline
            time.sleep(0.01)
    else:
        assert status == 128 + number
        assert_nothing_left(temporary)


def test_several_kernels_at_once(temporary: Path) -> None:
    """Lines say of which kernel they are; one that fails is enough."""
    done = lab("5.10", KERNEL, "--", "sh", "-c", "uname -r; printf end; case $(uname -r) in 5*) exit 3; esac")
    assert done.returncode == 1, done
    lines = sorted(done.stdout.decode().splitlines())
    begins = ["5.10: 5.10.", "5.10: end", "6.1: 6.1.", "6.1: end"]
    assert len(lines) == len(begins), lines
    for line, begin in zip(lines, begins):
        assert line.startswith(begin), lines
    table = [line.split() for line in done.stderr.decode().splitlines()[-3:]]
    assert [(row[0], row[2]) for row in table] == [("kernel", "status"), ("5.10", "3"), ("6.1", "0")]
    assert_nothing_left(temporary)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["4.4", "--", "true"], "there is no kernel 4.4: choose from 5.10, 6.1, 6.12, newest"),
        ([], "name a kernel"),
        ([KERNEL, "--"], "no command"),
        ([KERNEL, "--nonesuch", "--", "true"], "--nonesuch"),
        ([KERNEL, "--timeout", "0", "--", "true"], "0"),
        ([KERNEL, "--table", "x", "--", "true"], "--table"),
        ([KERNEL, "--share", "/nonexistent", "--", "true"], "/nonexistent"),
    ],
)
def test_wrong_usages(arguments: list[str], complaint: str) -> None:
    done = lab(*arguments)
    assert (done.returncode, done.stdout) == (2, b""), done
    last = done.stderr.decode().splitlines()[-1]
    assert last.startswith("kernel-lab: ") and complaint in last
