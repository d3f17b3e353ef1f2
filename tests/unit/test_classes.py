# SPDX-License-Identifier: MIT
"""The named sets of syscalls, beside what strace filters under the same names."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from traceleft import battery
from traceleft.errors import UsageError

BEYOND = {"%desc": "%network"}
"""What a class here has beyond strace's: sockets are descriptors."""


@pytest.mark.parametrize("name", ["%process", "%network", "%memory", "%creds", "%file", "%desc"])
def test_a_class_has_what_strace_shows_of_a_program_under_that_name(name: str) -> None:
    """Of each class the calls that a program of many kinds makes, as strace filters them."""
    strace = shutil.which("strace")
    if not strace:
        pytest.skip("there is no strace")
    script = (
        "import os, socket, mmap, time, tempfile, signal, threading\n"
        "s = socket.socketpair(); s[0].send(b'x'); s[1].recv(1); s[0].close()\n"
        "d = tempfile.mkdtemp(); os.symlink('x', d + '/l'); os.readlink(d + '/l'); os.rename(d + '/l', d + '/m')\n"
        "os.stat(d); os.statvfs(d); os.unlink(d + '/m'); os.rmdir(d); os.getcwd(); os.getgroups(); os.umask(0)\n"
        "mmap.mmap(-1, 4096).close(); time.clock_getres(time.CLOCK_REALTIME); os.pipe(); os.kill(os.getpid(), 0)\n"
        "p = os.fork()\n"
        "if not p: os._exit(0)\n"
        "os.waitpid(p, 0)\n"
    )
    shown = set()
    for trace in (name, "all"):
        command = [strace, "-f", "-qq", "-e", f"trace={trace}", "-e", "signal=none", "python3", "-c", script]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        calls = set(re.findall(r"^(?:\[pid +\d+\] )?(\w+)\(", done.stderr, re.MULTILINE))
        if trace == name:
            shown = calls
        else:
            ours = set(battery.classes()[name])
            assert shown
            assert shown <= ours
            assert (ours & calls) - shown <= set(battery.classes().get(BEYOND.get(name, ""), []))


def test_what_is_no_class_is_refused_with_those_there_are() -> None:
    assert battery.matching("%net") == battery.matching("%network")
    with pytest.raises(UsageError, match=r"there is no class '%filee'.*%file"):
        battery.matching("%filee")
