# SPDX-License-Identifier: MIT
"""What a descriptor stands for, in text: the same as strace -yy says of the same program."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from traceleft.recording import Recording

PROGRAM = """
import os, socket
fd = os.open("/etc/passwd", os.O_RDONLY); os.read(os.dup(fd), 1)
gone = os.open("gone", os.O_CREAT | os.O_RDWR); os.unlink("gone"); os.write(gone, b"marked")
os.write(os.open("/dev/null", os.O_WRONLY), b"marked")
ends = os.pipe(); os.write(ends[1], b"marked"); os.read(ends[0], 6)
os.write(os.memfd_create("hello"), b"marked")
for family, host in (socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"):
    server = socket.socket(family, socket.SOCK_STREAM); server.bind((host, 0)); server.listen()
    client = socket.socket(family, socket.SOCK_STREAM); client.connect(server.getsockname()[:2])
    one, _ = server.accept(); client.send(b"marked"); one.recv(6)
    end = socket.socket(family, socket.SOCK_DGRAM); end.bind((host, 0))
    other = socket.socket(family, socket.SOCK_DGRAM); other.connect(end.getsockname()[:2]); other.send(b"marked")
a, b = socket.socketpair(); a.send(b"marked"); b.recv(6)
server = socket.socket(socket.AF_UNIX); server.bind("un.sock"); server.listen()
client = socket.socket(socket.AF_UNIX); client.connect("un.sock"); client.send(b"marked")
one, _ = server.accept(); one.send(b"marked"); client.send(b"marked"); client.recv(6)
os.close(gone)
"""

pytestmark = [
    pytest.mark.any_kernel,  # strace has addresses from sock_diag, which not every kernel has
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]


def descriptors(lines: str) -> list[str]:
    """What each write, send and receive of the mark went through, without the numbers that differ from run to run."""
    marked = [line for line in lines.splitlines() if '"marked"' in line]
    found = [
        re.search(r"(?:write|sendto|recvfrom|read)\((?:fd=)?\d+(<.*?>(?:\(deleted\))?), ", line) for line in marked
    ]
    return [re.sub(r"\d{3,}", "N", each[1]) for each in found if each]


def test_descriptors_are_straces(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM]
    calls = "read,write,sendto,recvfrom"
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    subprocess.run(
        ["strace", "-yy", "-e", f"trace={calls}", "-o", "../strace.txt", *command],
        **{"cwd": tmp_path / "one", "check": True, "timeout": 120},
    )
    traced = subprocess.run(
        [sys.executable, "-m", "traceleft", "trace", "--files", calls, "-o", "../traced.txt", "--", *command],
        **{"cwd": tmp_path / "other", "check": True, "timeout": 120},
    )
    assert traced.returncode == 0
    wanted = descriptors((tmp_path / "strace.txt").read_text())
    assert len(wanted) > 12
    got = descriptors((tmp_path / "traced.txt").read_text())
    assert [each.replace("/other/", "/one/") for each in got] == wanted


def test_a_recording_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "cat.record"
    subprocess.run(
        [sys.executable, "-m", "traceleft", "record", "--files", "read", "-o", str(path), "--", "cat", "/etc/passwd"],
        **{"check": True, "timeout": 120, "stdout": subprocess.DEVNULL},
    )
    with Recording(path) as recording:
        read = [event.file("fd") for batch in recording.batches() for event in batch if event.ret > 0]
    assert "/etc/passwd" in {file.path for file in read if file}
