# SPDX-License-Identifier: MIT
"""`traceleft list`: over the shipped schema, and what it makes of everything that a schema can say."""

from __future__ import annotations

import json

import pytest

from tests.support.command_line import run
from tests.support.sample_schema import SCHEMA
from traceleft import battery, words
from traceleft.cli.list import _page

CALLS = battery.schema_spec()["syscalls"]


def test_a_line_for_each_syscall():
    done = run("list")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split()[1].split("(")[0] for line in lines] == sorted(CALLS)
    assert " 257  openat(int dfd, const char *filename, int flags, umode_t mode)" in lines


def test_in_the_order_of_numbers():
    numbers = [int(line.split()[0]) for line in run("list", "--sort", "nr").stdout.splitlines()]
    assert numbers == sorted(call["nr"] for call in CALLS.values())


def test_calls_of_32_bit_programs():
    """With their own numbers and layouts, where they are named: by a suffix, or by a name that no native call has."""
    done = run("list", "lseek@32", "stat64", "lseek")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.strip() for line in lines if "number   " in line] == ["number   8", "number   19", "number   195"]
    assert "  struct stat64, 96 bytes" in lines
    patterns = json.loads(run("list", "--json", "stat*@32", "stat*").stdout)
    assert {"stat64", "statfs64"} < {each["name"] for each in patterns}
    assert len([each for each in patterns if each["name"] == "stat"]) == 2
    assert run("list", "openatt@32").stderr.startswith(
        "traceleft: there is no syscall 'openatt@32'; did you mean openat@32"
    )


def test_all_about_one():
    done = run("list", "openat")
    assert (done.returncode, done.stderr) == (0, "")
    for line in (
        "openat(int dfd, const char *filename, int flags, umode_t mode)",
        "  number   257",
        "  returns  file descriptor",
        "    dfd       int           file descriptor or AT_FDCWD",
        "    filename  const char *  string, read by the kernel",
        "    flags     int           flags open",
        "  flags open",
    ):
        assert line in done.stdout.splitlines(), line
    assert "O_CLOEXEC" in done.stdout and "O_RDWR" in done.stdout


def test_names_and_patterns():
    done = run("list", "read", "fch*", "fchmod")
    heads = [line for line in done.stdout.splitlines() if line[:1] not in ("", " ")]
    assert [head.split("(")[0] for head in heads] == sorted(
        name for name in CALLS if name == "read" or name[:3] == "fch"
    )


def test_json():
    done = run("list", "--json", "openat", "close")
    close, openat = json.loads(done.stdout)
    assert (close["name"], close["nr"], close["side"], close["flags"], close["structs"]) == ("close", 3, "exit", {}, {})
    assert openat["signature"] == "openat(int dfd, const char *filename, int flags, umode_t mode)"
    assert [argument["name"] for argument in openat["args"]] == ["dfd", "filename", "flags", "mode"]
    assert ["O_CREAT", 64] in openat["flags"]["open"]["bits"]
    everything = json.loads(run("list", "--json").stdout)
    assert [each["name"] for each in everything] == sorted(CALLS)
    for each in everything:
        inside = json.dumps([each["args"], each["returns"], each["structs"]])
        for kind in ("flags", "struct"):
            named = {part.split('"')[0] for part in inside.split(f'"{kind}": "')[1:]}
            assert named <= set(each["structs" if kind == "struct" else kind]), each["name"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("opnat", "there is no syscall 'opnat'; did you mean openat"),
        ("xyz*", "there is no syscall 'xyz*'; `traceleft list` has them all"),
    ],
)
def test_what_there_is_not(name: str, said: str):
    done = run("list", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("exit", ["  never returns: taken when it is entered"]),
        ("_sysctl", ["_sysctl()"]),
        (
            "fcntl",
            [
                "    arg  unsigned long  number, in hex, read and filled by the kernel, or by cmd, below",
                "  arg, by cmd",
                "    F_GETLK, F_SETLK  struct flock",
                "    F_SETFL           flags open",
                "  struct flock, 32 bytes",
            ],
        ),
        ("bind", ["  struct sockaddr, by sa_family", "    2   struct sockaddr_in", "  struct sockaddr_un, 110 bytes"]),
        ("stat", ["    st_atim  struct timespec", "  struct timespec, 16 bytes", "    grid     2 numbers"]),
        ("epoll_wait", ["    events     struct epoll_event *  array of struct epoll_event, filled by the kernel"]),
        ("openat", ["    mode      umode_t       file mode, only with O_CREAT or O_TMPFILE in flags"]),
    ],
)
def test_pages(name: str, lines: list[str]):
    page = _page(name, SCHEMA).splitlines()
    assert [line for line in lines if line not in page] == []


def test_every_page_can_be_written():
    for name in CALLS:
        assert _page(name, battery.schema_spec()).startswith(words.signature(name, CALLS[name]))
