# SPDX-License-Identifier: MIT
"""Processes that call themselves what a terminal, or a library of screens, would obey."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

import pytest

from tests.support import lab
from traceleft.printable import printable

pytestmark = pytest.mark.any_kernel

NAMES = [
    b"[/x]",
    b"[bold]",
    b"\x1b]0;owned\x07",
    b"\x1b[2J\xff\xfe",
    "\x9b1m\u202eab".encode(),
    b"a\nb\rc\td",
    "é日".encode(),
]
# What executes it has given it its name, as any program has that of its file; a slash is no part of such a name.
CALLER = """\
#!{python} -IS
import os, sys, time
if len(sys.argv) > 1:
    with open("/proc/self/comm", "wb") as comm:
        comm.write(bytes.fromhex(sys.argv[1]))
print(flush=True)
while True:
    with __import__("contextlib").suppress(OSError):
        os.open({path!r}, os.O_RDONLY)
    time.sleep(0.001)
"""


@pytest.fixture(scope="module")
def callers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[int]]:
    """A process of each name, which opens what is called so, and is not there, again and again. Their PIDs."""
    directory = tmp_path_factory.mktemp("callers")
    with contextlib.ExitStack() as running:
        pids = []
        for name in NAMES:
            by_file = b"/" not in name
            path = directory / (os.fsdecode(name) if by_file else "caller")
            path.write_text(CALLER.format(python=sys.executable, path=b"/nonexistent/" + name))
            path.chmod(0o755)
            argv = [path] if by_file else [path, name.hex()]
            process = running.enter_context(lab.started(argv))
            assert process.stdout and process.stdout.readline() == b"\n"
            pids.append(process.pid)
        yield pids


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("program", ["top", "opensnoop", "syscount"])
def test_every_name_is_seen_and_does_nothing(program: str, encoding: str, callers: list[int]) -> None:
    operand = f"{','.join(map(str, callers))}:openat"
    seconds = str(0.3 * lab.SLOWDOWN)
    argv = {
        "top": [*lab.TRACELEFT, "top", "--batch", "1", "-i", seconds, "--table", "processes", operand],
        "opensnoop": [*lab.TRACELEFT, "run", "opensnoop", "-d", seconds],
        "syscount": [*lab.TRACELEFT, "run", "syscount", "-P", "-d", seconds, "--syscall", "openat", "-T", "1000"],
    }[program]
    done = lab.run(argv, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    assert printable(text, keep="\n") == text
    for name in NAMES:
        assert printable(name).encode(encoding, "backslashreplace").decode(encoding) in text
