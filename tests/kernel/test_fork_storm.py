# SPDX-License-Identifier: MIT
"""Many short-lived processes of hostile names: their keys are told apart, and take no more room than was given."""

from __future__ import annotations

import os
import sys

import pytest

import traceleft
from traceleft.meter import Meter

pytestmark = [pytest.mark.any_backend, pytest.mark.each_kernel]

FORKS = 300
KEYS = 200
NAMES = [b"a\nb", b"\x1b[2J\xff", b'"},{"', b"1 2\t3", "é日".encode(), b"\\n"]
STORM = f"""
import os
names = {NAMES!r}
for i in range({FORKS}):
    pid = os.fork()
    if not pid:
        with open("/proc/self/comm", "wb") as comm:
            comm.write(names[i % len(names)])
        os.getpgid(0)
        os._exit(0)
    os.waitpid(pid, 0)
    print(pid, i % len(names))
"""


def test_keys_of_a_storm_of_forks(backend: str) -> None:
    read, write = os.pipe()
    with Meter(backend=backend) as meter, open(read) as told:
        command = traceleft.Command([sys.executable, "-IS", "-c", STORM], stdout=write)
        os.close(write)
        count = meter.count("getpgid", by=("pid", "comm"), command=command, max_keys=KEYS)
        command.start()
        forked = [tuple(map(int, line.split())) for line in told]
        assert command.wait() == 0
        count.stop()
    assert len(forked) == FORKS
    expected = {(pid, NAMES[name].decode("utf-8", "surrogateescape")) for pid, name in forked}
    assert set(count) <= expected
    assert set(count.values()) == {1}
    assert len(count) <= KEYS
    assert len(count) + count.uncounted == FORKS
    assert count.uncounted >= FORKS - KEYS
    lines = count.text(count.snapshot(), None).splitlines()
    assert len(lines) == 1 + len(count)  # the head
    assert all(line.isprintable() for line in lines)
