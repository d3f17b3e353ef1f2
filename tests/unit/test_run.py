# SPDX-License-Identifier: MIT
"""`traceleft run` where it needs no kernel: names, help, errors, and one's own scripts."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.support import ROOT, command_line
from traceleft import scripts

NAMES = list(scripts.listed())


def test_the_list_has_a_line_for_each() -> None:
    done = command_line.run("run", "--list")
    assert done.returncode == 0
    lines = [line.split(None, 1) for line in done.stdout.splitlines()]
    assert [name for name, _ in lines] == NAMES == sorted(NAMES)
    assert {"opensnoop", "execsnoop", "syscount", "seccomp-profile"} <= set(NAMES)
    assert all(re.fullmatch(r"(Shows|Counts|Writes) .*\.", line) for _, line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_each_has_help_with_examples(name: str) -> None:
    done = command_line.run("run", name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: {name} ")
    assert (
        scripts.listed()[name] in done.stdout
        and f"\nExamples:\n  {'traceleft' if name == 'diff' else name}" in done.stdout
    )


@pytest.mark.parametrize("name", NAMES)
def test_each_is_short_and_documented(name: str) -> None:
    assert len(scripts.path_of(name).read_text().splitlines()) <= 60
    assert re.search(rf"(?m)^\| `{name}` \|", (ROOT / "docs" / "scripts.md").read_text())


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "traceleft: name a script; --list shows them (see `traceleft run --help`)"),
        (["opensnop"], 2, "traceleft: there is no script 'opensnop'; did you mean opensnoop?"),
        (["_template"], 2, "traceleft: there is no script '_template'; `traceleft run --list` shows them"),
        (["a\x1b[2J"], 2, "traceleft: there is no script 'a\\x1b[2J'; `traceleft run --list` shows them"),
        (["./gone.py"], 2, "traceleft: there is no file ./gone.py; `traceleft run --new ./gone.py` begins one"),
        (["opensnoop", "--"], 2, "opensnoop: error: there is no command behind `--`"),
        (
            ["opensnoop", "-p", "1", "--", "ls"],
            2,
            "opensnoop: error: -p is for a process that runs already: leave it out, or the command",
        ),
        (["opensnoop", "--", "nosuch"], 1, "opensnoop: nosuch: no such command (or it is not executable)"),
        (["opensnoop", "-u", "n\x1b"], 2, "opensnoop: error: argument -u/--uid: there is no user n\\x1b"),
        (
            ["opensnoop", "--cgroup", "/gone"],
            2,
            "opensnoop: error: argument --cgroup: /gone: No such file or directory",
        ),
        (["execsnoop", "-n", "("], 2, r"execsnoop: error: argument -n/--name: \( is no regular expression: .*"),
        (["slower", "1h"], 2, "slower: error: argument limit: 1h is no time; write 10ms, 250us or 1.5s"),
        (
            ["tcpconnect", "-P", "http"],
            2,
            "tcpconnect: error: argument -P/--port: http is no list of ports; write 80,443",
        ),
        (
            ["sigsnoop", "-s", "TERM,SIGFOO"],
            2,
            "sigsnoop: error: argument -s/--signal: there is no signal SIGFOO; write TERM,9",
        ),
        (
            ["tcpretrans", "-p", "1"],
            2,
            "tcpretrans: error: whose segment is sent again is not known: leave out -p, -t and --cgroup",
        ),
        (["argdist", "-C", "read"], 1, "argdist: 'read' names no value; write read:ret"),
        (["seccomp-profile"], 1, "seccomp-profile: name the program: -- COMMAND, -p PID or --cgroup DIRECTORY"),
        (["diff", "a", "b", "--", "ls"], 1, "diff: commands are recorded first: .*"),
    ],
    ids=lambda value: " ".join(map(repr, value)) if isinstance(value, list) else "",
)
def test_a_wrong_usage_is_one_line(arguments: list[str], status: int, message: str) -> None:
    done = command_line.run("run", *arguments)
    last = done.stderr.splitlines()[-1]
    assert (done.returncode, done.stdout) == (status, "")
    assert last == message or re.fullmatch(message, last), done.stderr
    assert "Traceback" not in done.stderr and "\x1b" not in done.stderr


def test_ones_own_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = command_line.run("run", "--new", "mine.py")
    assert (made.returncode, made.stdout) == (0, "mine.py: run it by `traceleft run ./mine.py`\n")
    assert command_line.run("run", "./mine.py", "--help").stdout.startswith("usage: mine.py ")
    bare = command_line.run("run", "mine.py")
    assert (bare.returncode, "write ./mine.py for the file" in bare.stderr) == (2, True)
    again = command_line.run("run", "--new", "mine.py")
    assert (again.returncode, again.stderr) == (1, "traceleft: mine.py: File exists\n")
    Path("words.py").write_text("import sys; print(sys.argv, __name__); sys.exit(5)")
    done = command_line.run("run", "./words.py", "-x", "--list", "--", "ls", "-l")
    assert (done.returncode, done.stdout) == (5, "['./words.py', '-x', '--list', '--', 'ls', '-l'] __main__\n")


def test_a_packages_own_by_an_entry_point(tmp_path: Path) -> None:
    (tmp_path / "theirs.py").write_text("import sys; print(sys.argv)")
    metadata = tmp_path / "theirs-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text(f"[{scripts.GROUP}]\ntheir-snoop = theirs\n")
    done = command_line.run("run", "their-snoop", "-x", PYTHONPATH=os.fspath(tmp_path))
    assert (done.returncode, done.stdout) == (0, "['their-snoop', '-x']\n"), done.stderr
    assert re.search(
        "(?m)^their-snoop +runs theirs$", command_line.run("run", "--list", PYTHONPATH=os.fspath(tmp_path)).stdout
    )


def test_only_the_script_that_runs_is_imported() -> None:
    code = "import sys, atexit; sys.argv = ['traceleft', 'run', 'filegone', '--help']; from traceleft.cli import main; "
    code += "atexit.register(lambda: print(*[name for name in sys.modules if name.startswith('traceleft.')])); main()"
    loaded = command_line.run(program=[sys.executable, "-c", code]).stdout.splitlines()[-1].split()
    assert "traceleft.script" in loaded
    assert [name for name in loaded if name.startswith("traceleft.scripts.")] == []
    assert "traceleft.tracer" not in loaded
