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


HTTP = """
import http.client, http.server, threading
server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
thread = threading.Thread(target=server.handle_request); thread.start()
client = http.client.HTTPConnection(*server.server_address)
client.request("GET", "/"); thread.join(); client.getresponse().read()
"""
DATABASE = "import sqlite3; c = sqlite3.connect('x.db'); c.execute('create table t (a)'); c.commit(); c.close()"
COMMANDS = f"""
export GIT_AUTHOR_DATE=@1700000000+0000 GIT_COMMITTER_DATE=@1700000000+0000
for i in 1 2; do echo $i; done > out; exec 5>>out; rm out; echo x >&5
ls -lR . /dev/null | cat
mkdir of; echo a > of/a; tar -czf of.tar.gz of
find of /proc/self/fd -name '*a*'
sed -i s/a/b/ of/a
printf 'x: y\\n\\tcp y x\\ny:\\n\\techo > y\\n' > Makefile; make -s
git init -q .; git add of; git -c user.name=n -c user.email=e commit -qm m; git log | cat
{sys.executable} -I -c 'import json, ssl, mmap, tempfile'
{sys.executable} -I -c "{DATABASE}"
{sys.executable} -I -c '{HTTP}'
"""
"""A shell, ls, tar, find, sed, make, git, an interpreter, a database, a server and its client."""

# strace shows the socket of connect() as it was before the call.
CALLS = (
    "openat,read,write,pread64,pwrite64,close,lseek,mmap,newfstatat,getdents64,fcntl,ftruncate,fsync,fdatasync,ioctl,"
    "dup2,sendto,recvfrom,listen,getsockname,fchdir"
)
RANDOM_NAMES = re.compile(r"(?<=/tmp_obj_)\w{6}|(?<=/t)\w{6}(?=>)|(?<=/sed)\w{6}")


def files_of_calls(lines: str) -> set[tuple[str, str]]:
    """Each call's name with what each of its descriptors stands for, without the parts that differ from run to run."""
    found = set()
    for line in lines.splitlines():
        call = re.search(r"<\.\.\. (\w+) resumed>|([a-z0-9]+)\(", line)
        for file in re.findall(r"(?:[(=]|, |= )\d+(<(?:->|[^<>]|<[^<>]*>)*>(?:\(deleted\))?)", line):
            assert call
            found.add((call[1] or call[2], re.sub(r"\d{3,}", "N", RANDOM_NAMES.sub("R", file))))
    return found


def test_ten_programs(tmp_path: Path) -> None:
    traceleft = [sys.executable, "-m", "traceleft", "trace", "-f", "--files", "-s", "0", CALLS]
    files = []
    for tracer in (["strace", "-f", "-yy", "-s0", "-e", f"trace={CALLS}"], traceleft):
        shutil.rmtree(tmp_path / "work", ignore_errors=True)
        (tmp_path / "work").mkdir()
        command = [*tracer, "-o", "../lines", *(["--"] if tracer is traceleft else []), "sh", "-ec", COMMANDS]
        subprocess.run(command, cwd=tmp_path / "work", check=True, timeout=120, stdout=subprocess.DEVNULL)
        files.append(files_of_calls((tmp_path / "lines").read_text()))
    straces, traced = files
    assert traced == straces
    assert len(straces) > 300


def test_a_recording_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "cat.record"
    subprocess.run(
        [sys.executable, "-m", "traceleft", "record", "--files", "read", "-o", str(path), "--", "cat", "/etc/passwd"],
        **{"check": True, "timeout": 120, "stdout": subprocess.DEVNULL},
    )
    with Recording(path) as recording:
        read = [event.file("fd") for batch in recording.batches() for event in batch if event.ret > 0]
    assert "/etc/passwd" in {file.path for file in read if file}
