# SPDX-License-Identifier: MIT
"""`scripts/opensnoop` and `scripts/syscount`: with the options of BCC's tools, and their meaning."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.support import ROOT, lab

pytestmark = pytest.mark.any_kernel

OPENER = """
import ctypes, os, sys
libc = ctypes.CDLL(None)
def path(*words):
    return "/nonexistent/{}".format("-".join(words)).encode()
print(os.getpid(), flush=True)
for _ in sys.stdin:
    for name, flags in MODES.items():
        libc.syscall(2, path("open", name), flags, 0o600)
        libc.syscall(257, -100, path("openat", name), flags, 0o600)
        how = (ctypes.c_uint64 * 3)(flags, 0, 0)
        libc.syscall(437, -100, path("openat2", name), how, 24)
    libc.syscall(85, path("creat"), 0o600)
    libc.syscall(257, -100, b"/nonexistent/last", os.O_SYNC, 0o600)
"""
MODES = {
    "rdonly": os.O_RDONLY,
    "wronly": os.O_WRONLY,
    "rdwr": os.O_RDWR,
    "append": os.O_WRONLY | os.O_APPEND,
    "cloexec": os.O_RDONLY | os.O_CLOEXEC,
}
CALLS = ("open", "openat", "openat2")


@pytest.fixture
def opener() -> Iterator[subprocess.Popen]:
    """It opens files for each line that it reads."""
    argv = [sys.executable, "-c", f"MODES = {MODES!r}\n{OPENER}"]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def opened(opener: subprocess.Popen, *options: str) -> list[list[str]]:
    """The columns of what opensnoop shows of one round."""
    assert opener.stdin and opener.stdout
    pid = opener.stdout.readline().strip()
    argv = [sys.executable, str(ROOT / "scripts" / "opensnoop"), "-p", pid, *options, "-f", "O_SYNC"]
    argv = argv if "-f" in options else argv[:-2]
    with lab.started(argv, text=True) as snoop:
        assert snoop.stdout and snoop.stdout.readline().startswith("PID")
        opener.stdin.write("go\n")
        opener.stdin.flush()
        lines = []
        while "/nonexistent/last" not in (line := snoop.stdout.readline()):
            assert line, snoop.stderr.read()  # type: ignore[union-attr]
            lines.append(line.split())
        snoop.send_signal(signal.SIGINT)
        status, _, errors = lab.outcome(snoop)
    assert (status, errors) == (0, "")
    return lines


@pytest.mark.parametrize(
    ("flags", "modes", "creat"),
    [
        ([], list(MODES), True),
        (["O_WRONLY"], ["wronly", "append"], True),
        (["O_RDWR"], ["rdwr"], False),
        (["O_RDONLY"], ["rdonly", "cloexec"], False),
        (["O_WRONLY", "O_RDWR"], ["wronly", "rdwr", "append"], True),
        (["O_APPEND"], ["append"], False),
        (["O_APPEND", "O_CLOEXEC"], ["append", "cloexec"], False),
        (["O_CREAT"], [], True),
    ],
    ids=str,
)
def test_flags_of_every_call_that_opens(
    opener: subprocess.Popen, flags: list[str], modes: list[str], creat: bool
) -> None:
    """Each round's last call is shown in any case: it has O_SYNC."""
    found = [line[-1] for line in opened(opener, *(word for flag in flags for word in ("-f", flag)))]
    wanted = [f"/nonexistent/{call}-{mode}" for mode in modes for call in CALLS]
    assert found == wanted + ["/nonexistent/creat"] * creat


def test_the_column_of_flags(opener: subprocess.Popen) -> None:
    lines = {line[-1]: (line[2:4], int(line[4], 8)) for line in opened(opener, "-e")}
    for name, flags in MODES.items():
        for call in CALLS:
            # open and openat add O_LARGEFILE only in the kernel, behind the call's arguments.
            assert lines[f"/nonexistent/{call}-{name}"] == (["-1", "2"], flags)
    assert lines["/nonexistent/creat"] == (["-1", "2"], os.O_CREAT | os.O_WRONLY | os.O_TRUNC)


@pytest.mark.parametrize("flag", ["O_FOO", "WRONLY", "O_LARGEFILE", "path", "O_FOO\n\x1b[2J", ""])
def test_an_unknown_flag_is_an_error_of_one_line(flag: str) -> None:
    done = lab.run([sys.executable, str(ROOT / "scripts" / "opensnoop"), "-f", flag], text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr and "there is no flag" in done.stderr.splitlines()[-1]
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("options", [[], ["-P"], ["-L"], ["-p", str(os.getpid())]])
def test_syscount_attaches_all_at_once(options: list[str]) -> None:
    """One by one took half a minute, and a copy of the object with all handlers for each."""
    # Not getrusage(), which knows the memory that pytest had when it forked, too.
    code = "import re, runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__'); "
    code += "print(*re.findall(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read()), file=sys.stderr)"
    argv = [sys.executable, "-c", code, str(ROOT / "scripts" / "syscount"), "-d", "0.2", *options]
    with subprocess.Popen(["sh", "-c", "while :; do :; done <&-"], stdin=subprocess.DEVNULL) as busy:
        done = lab.run(argv, text=True)
        busy.kill()
    assert done.returncode == 0, done.stderr
    assert "COUNT" in done.stdout
    assert int(done.stderr) < 400 * 1024, "KiB"
