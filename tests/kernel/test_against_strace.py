# SPDX-License-Identifier: MIT
"""The text of `traceleft trace` beside strace's: the same calls, in the same order, with the same words.

Only what must differ is normalised: the line's head, the names of the arguments, addresses, and the blanks with which
strace aligns results.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support import lab

pytestmark = pytest.mark.any_kernel

CALLS = ("read", "close", "openat")
LIMIT = "32"
ENVIRONMENT = {**os.environ, "LC_ALL": "C"}

OURS = re.compile(r"\d\d:\d\d:\d\d\.\d{6} (?P<pid>\d+) (?P<comm>\S+) (?P<call>\w+\(.*)")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
ARGUMENT_NAME = re.compile(r"(?<=[(\s])\w+=")
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
ALIGNMENT = re.compile(r"\)\s+= ")


def normal(call: str) -> str:
    """A call with its strings as they are, and the rest made comparable."""

    def outside(text: str) -> str:
        return ALIGNMENT.sub(") = ", ADDRESS.sub("ADDRESS", ARGUMENT_NAME.sub("", text)))

    parts, end = [], 0
    for found in STRING.finditer(call):
        parts += [outside(call[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*parts, outside(call[end:])])


def with_traceleft(backend: str, directory: Path, command: Iterable[str | Path]) -> dict[int, list[str]]:
    """The calls of each process of a command."""
    output = directory / "traceleft"
    argv = lab.trace_argv(backend, "-s", LIMIT, "-o", output, *CALLS, "--", *command)
    done = lab.run(argv, env=ENVIRONMENT, cwd=directory)
    assert b" 0 lost" in done.stderr
    calls: dict[int, list[str]] = {}
    for line in output.read_text("ascii").splitlines():
        found = OURS.fullmatch(line)
        assert found, line
        calls.setdefault(int(found["pid"]), []).append(normal(found["call"]))
    return calls


def with_strace(directory: Path, command: Iterable[str | Path]) -> dict[int, list[str]]:
    """The same by strace; a file for each process, so that no call is cut in two by another process's."""
    prefix = directory / "strace"
    for earlier in directory.glob("strace.*"):
        earlier.unlink()
    selection = "trace=" + ",".join(CALLS)
    argv = [lab.require("strace"), "-ff", "-o", prefix, "-s", LIMIT, "-e", selection, "-e", "signal=none", *command]
    lab.run(argv, env=ENVIRONMENT, cwd=directory)
    return {
        int(path.suffix[1:]): [normal(line) for line in lines]
        for path in directory.glob("strace.*")
        if (lines := [line for line in path.read_text("ascii").splitlines() if not line.startswith("+++")])
    }


def assert_same(backend: str, directory: Path, *command: str | Path) -> list[list[str]]:
    """Compares them process by process, whatever their PIDs; returns their calls."""
    ours = sorted(with_traceleft(backend, directory, command).values())
    theirs = sorted(with_strace(directory, command).values())
    assert ours == theirs
    return ours


def test_cat(backend: str, tmp_path: Path, small_file: Path) -> None:
    [calls] = assert_same(backend, tmp_path, "cat", small_file)
    assert f'openat(AT_FDCWD, "{small_file}", O_RDONLY) = 3' in calls
    assert any(r'"one\ntwo\n\tthree \"3\" \\ \0\1\3777\none\ntw"...' in call for call in calls), calls
    assert any(call.startswith('read(3, "", ') and call.endswith(") = 0") for call in calls)


def test_calls_that_fail(backend: str, tmp_path: Path) -> None:
    """No such file, a directory that can't be read as a file, a descriptor that isn't there."""
    [calls] = assert_same(backend, tmp_path, "cat", "/nonexistent", tmp_path, "/nonexistent/" + 300 * "x")
    for end in (
        "= -1 ENOENT (No such file or directory)",
        "= -1 EISDIR (Is a directory)",
    ):
        assert any(call.endswith(end) for call in calls), calls
    assert_same(backend, tmp_path, "sh", "-c", "read line <&-; exec 3<&-; : 2>/nonexistent/x; :>/dev/full")


def test_flags_and_modes(backend: str, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.touch()
    script = """
        dd if=/dev/null of="$0" oflag=append,nofollow,sync conv=notrunc
        dd if=/dev/null of="$0" oflag=direct,dsync,nonblock,noctty
        cp /dev/null "$0"
        touch "$0"
        ls "$(dirname "$0")"
        exit 0
    """
    processes = assert_same(backend, tmp_path, "sh", "-c", script, target)
    assert len(processes) == 7  # the shell, its five commands, and dirname


def test_the_processes_of_a_pipeline(backend: str, tmp_path: Path, small_file: Path) -> None:
    shell = f"cat '{small_file}' | tr o 0 | (read first; wc -c)"
    processes = assert_same(backend, tmp_path, "sh", "-c", shell)
    assert len(processes) == 4  # the shell, cat, tr, and the subshell, which becomes wc


HOSTILE_NAMES = (
    b"new\nline",
    b"\"double\" 'single' \\ back",
    b"\xff\xfe latin \xe9 end",
    "naïve 名".encode(),
    b"\x1b[31mred\x1b]0;title\x07",
    b"\x01" + b"1\x019\x018\x7f7\x80" + b"0",
    b'", flags=O_RDONLY) = 3\n13:00:00.000000 1 init close(fd=3) = 0',
    bytes(byte for byte in range(1, 128) if byte != ord("/")),
    bytes(range(128, 256)),
)


def test_hostile_names(backend: str, tmp_path: Path) -> None:
    """Names and contents that are no text: escaped as strace does, and no terminal or parser is misled."""
    names = tmp_path / "names"
    names.mkdir()
    for name in HOSTILE_NAMES:
        (names / os.fsdecode(name)).write_bytes(name)
    [_, calls] = assert_same(backend, tmp_path, "sh", "-c", "cat names/*; exit 0")
    assert len(HOSTILE_NAMES) == sum('"names/' in call for call in calls)


def test_a_hostile_argument(backend: str, tmp_path: Path) -> None:
    """The command's own arguments are bytes too."""
    path = tmp_path / os.fsdecode(b"\xff\n")
    path.touch()
    assert_same(backend, tmp_path, "cat", path)
