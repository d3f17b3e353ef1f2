# SPDX-License-Identifier: MIT
"""What was done with files and sockets, beside what strace's log adds up to and what programs did themselves."""

from __future__ import annotations

import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab

TRANSFERS = "read,write,pread64,pwrite64,readv,writev,preadv,pwritev,preadv2,pwritev2,copy_file_range,sendfile"
ONE = re.compile(r"^(\w+)\(\d+<([^>]*)>.* = (\d+)$")
TWO = re.compile(r"^(copy_file_range|sendfile)\(\d+<([^>]*)>.*?, \d+<([^>]*)>.* = (\d+)$")

Bytes = Counter[tuple[str, str]]
"""By path and direction."""


def tar_of(place: Path) -> list[list[str]]:
    for name, size in (("a", 0), ("b", 1), ("c", 100_000), ("d", 3_000_000)):
        (place / name).write_bytes(random.Random(size).randbytes(size))
    return [["tar", "-cf", f"{place}.tar", "-C", os.fspath(place), "."], ["tar", "-tf", f"{place}.tar"]]


def clone_of(place: Path) -> list[list[str]]:
    origin, copy = place / "origin", place / "copy"
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", os.fspath(origin)]
    dates = {**os.environ, "GIT_AUTHOR_DATE": "@1700000000 +0000", "GIT_COMMITTER_DATE": "@1700000000 +0000"}
    origin.mkdir()
    (origin / "file").write_bytes(random.Random(1).randbytes(200_000))
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *words], check=True, env=dates)
    return [["git", "clone", "-q", "--no-hardlinks", os.fspath(origin), os.fspath(copy)], ["rm", "-r", os.fspath(copy)]]


def database_in(place: Path) -> list[list[str]]:
    fill = (
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) insert into t select i from n"
    )
    return [
        ["sqlite3", os.fspath(place / "db"), "drop table if exists t", "create table t(i)", fill],
        ["sqlite3", os.fspath(place / "db"), "select count(*) from t"],
    ]


def script_in(place: Path) -> list[list[str]]:
    return [
        [
            sys.executable,
            "-Ic",
            f"import os, shutil; p = {os.fspath(place)!r}; open(p + '/a', 'wb').write(bytes(70000));"
            "shutil.copyfile(p + '/a', p + '/b'); f = open(p + '/b', 'rb', 0); g = os.dup(f.fileno()); os.read(g, 10);"
            "f.read(7); r = os.fork();\n"
            "if not r: os.read(g, 3); os._exit(0)\n"
            "os.waitpid(r, 0); os.rename(p + '/b', p + '/c'); f.read(5); os.unlink(p + '/c'); f.read(2)",
        ]
    ]


def summed_by_strace(command: list[str], place: Path) -> Bytes:
    """From its logs, one for each process: in one of all, calls are cut in two."""
    place.mkdir()
    call = ["strace", "-ff", "-y", "-s0", "-e", f"trace={TRANSFERS}", "-e", "signal=none", "-qqq", "-o", place / "log"]
    subprocess.run([*call, *command], check=True, stdout=subprocess.DEVNULL, timeout=lab.TIMEOUT)
    sums: Bytes = Counter()
    for line in itertools.chain(*(log.read_text(errors="replace").splitlines() for log in place.iterdir())):
        two = TWO.match(line)
        if two:
            source, target = two.group(2, 3) if two[1] == "copy_file_range" else two.group(3, 2)
            sums[source, "read"] += int(two[4])
            sums[target, "written"] += int(two[4])
        elif one := ONE.match(line):
            sums[one[2], "written" if "write" in one[1] else "read"] += int(one[3])
    shutil.rmtree(place)
    return sums


def summed_by_traceleft(command: list[str], backend: str) -> Bytes:
    with traceleft.Tracer(backend=backend, files=True) as tracer:
        capture = tracer.collect(command=tracer.spawn(command, "%desc"))
    sums: Bytes = Counter()
    for file in capture.files():
        sums[file.path, "read"] += file.bytes_read
        sums[file.path, "written"] += file.bytes_written
    return sums


def sums_of(commands_in: Callable[[Path], list[list[str]]], place: Path, sum_up: Callable[[list[str]], Bytes]) -> Bytes:
    """Of what the commands do with files below a new directory. The loader's and the locale's are beside the point."""
    place.mkdir(parents=True)
    sums: Bytes = Counter()
    for command in commands_in(place):
        lab.require(command[0])
        for (path, way), size in sum_up(command).items():
            if path.startswith(os.fspath(place)):
                # Names that differ from run to run are one.
                name = re.sub(r"(tmp_\w+_)[0-9A-Za-z]{6}", "X", os.path.relpath(path, place))
                sums[name, way] += size
    return +sums


@pytest.mark.any_backend
@pytest.mark.parametrize("commands_in", [tar_of, clone_of, database_in, script_in])
def test_bytes_by_file_are_those_of_straces_log(
    commands_in: Callable[[Path], list[list[str]]], backend: str, tmp_path: Path
) -> None:
    lab.require("strace")
    # Both as long: some of these programs write their paths.
    places = [tmp_path / tool / "place" for tool in "ab"]
    by_strace = sums_of(commands_in, places[0], lambda command: summed_by_strace(command, tmp_path / "logs"))
    by_traceleft = sums_of(commands_in, places[1], lambda command: summed_by_traceleft(command, backend))
    assert by_strace
    assert by_traceleft == by_strace


@pytest.mark.any_backend
def test_a_connection_has_the_bytes_that_its_program_sent_and_got(backend: str) -> None:
    script = (
        "import socket, json\n"
        "l = socket.create_server(('127.0.0.1', 0)); c = socket.create_connection(l.getsockname()); s, _ = l.accept()\n"
        "for n in (1, 100, 10000): c.sendall(bytes(n)); s.recv(n, socket.MSG_WAITALL)\n"
        "s.sendmsg([b'ab', b'c']); c.recvmsg(10)\n"
        "print(json.dumps([c.getsockname(), c.getpeername()]))\n"
    )
    with traceleft.Tracer(backend=backend, files=True, durations=True) as tracer:
        out = lab.run([*lab.TRACELEFT, "net", "--backend", backend, "--", sys.executable, "-c", script])
        capture = tracer.collect(command=tracer.spawn([sys.executable, "-c", script], "%desc"))
    found = [each for each in capture.connections() if each.protocol == "TCP" and each.peer]
    assert sorted((each.bytes_sent, each.bytes_received) for each in found) == [(3, 10101), (10101, 3)]
    assert all(each.seconds > 0 and each.lasted > 0 for each in found)
    ends = {each.local for each in found}
    assert ends == {each.peer for each in found}
    assert out.returncode == 0, out.stderr
    names = [f"{host}:{port}" for host, port in json.loads(out.stdout.splitlines()[0])]
    rows = [line.split() for line in out.stdout.decode().splitlines()[1:]]
    assert [row for row in rows if row[-2:] == names and row[:2] == ["3", "10101"]]


@pytest.mark.any_backend
def test_the_table_of_files_names_what_could_not_be_opened(backend: str, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("1234\n")
    command = ["cat", os.fspath(there), os.fspath(tmp_path / "missing"), os.fspath(there)]
    out = lab.run([*lab.TRACELEFT, "files", "--backend", backend, "--", *command])
    assert out.returncode == 1
    lines = out.stdout.decode().splitlines()
    head = next(line for line in lines if line.split()[:2] == ["opens", "reads"]).split()
    rows = {line.split()[-1]: dict(zip(head, line.split())) for line in lines}
    row = rows[os.fspath(there)]
    assert (row["opens"], row["read"], row["errors"], row["kind"]) == ("2", "10", "0", "regular")
    assert rows[os.fspath(tmp_path / "missing")]["errors"] == "1"
