# SPDX-License-Identifier: MIT
"""Scripts beside the tools of the same name that come with bpftrace: of the same program both say the same."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import lab

pytestmark = [pytest.mark.any_kernel, pytest.mark.usefixtures("kernel")]

COMM = "beside-bpftrace"
PROGRAM = f"""
import contextlib, ctypes, os
libc = ctypes.CDLL(None)
libc.prctl(15, b"{COMM}")
for path in (b"/etc/hostname", b"/nonexistent"):
    libc.syscall(2, path, 0)
    libc.syscall(257, -100, path, os.O_CLOEXEC)
    libc.syscall(4, path, bytes(1000))
    libc.syscall(6, path, bytes(1000))
    libc.syscall(332, -100, path, 0, 0x7ff, bytes(1000))
    libc.syscall(137, path, bytes(1000))
for pid, signal in ((os.getpid(), 0), (2 ** 30, 15), (os.getpid(), 99)):
    libc.syscall(62, pid, signal)
libc.syscall(74, 99)
libc.syscall(75, 99)
libc.syscall(306, 99)
os.execv("/bin/true", ["/bin/true", "{COMM}", "c", "d"])
"""
Words = list[str]
# What both have of a line, by its words; not the PID, for each has its own run.
SAYS: dict[str, tuple[list[str], Callable[[Words], object], Callable[[Words], object]]] = {
    "opensnoop": ([], lambda ours: ours[1:], lambda theirs: theirs[1:]),
    "statsnoop": (["-s"], lambda ours: (ours[3], ours[5]), lambda theirs: (theirs[2], theirs[3])),
    "killsnoop": (
        [],
        lambda ours: [word.replace(ours[1], "PID") for word in ours[3:]],
        lambda theirs: [word.replace(theirs[1], "PID") for word in theirs[3:]],
    ),
    "syncsnoop": ([], lambda ours: ours[3], lambda theirs: theirs[3].replace("tracepoint:syscalls:sys_enter_", "")),
    "execsnoop": ([], lambda ours: ours[4:], lambda theirs: theirs[2:]),
}
"""A tool with the options for the columns, and what to compare of a line of the script's and of bpftrace's."""


@pytest.mark.parametrize("tool", SAYS)
def test_both_say_the_same(tool: str, tmp_path: Path) -> None:
    file = Path("/usr/sbin") / f"{tool}.bt"
    if not file.exists():
        lab.cannot_run(f"there is no {file}, which comes with bpftrace")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    command = [sys.executable, "-I", "-S", str(program)]
    options, of_ours, of_theirs = SAYS[tool]

    ours = lab.run([*lab.TRACELEFT, "run", tool, *options, "--", *command], text=True)
    theirs = lab.run([lab.require("bpftrace"), "-B", "line", "-c", shlex.join(command), str(file)], text=True)
    lines = [[line.split() for line in done.stdout.splitlines() if COMM in line] for done in (ours, theirs)]
    ours_only = [words for words in lines[0] if "newfstatat" not in words]  # bpftrace's doesn't know it
    assert list(map(of_ours, ours_only)) == list(map(of_theirs, lines[1])) != [], (ours, theirs)
