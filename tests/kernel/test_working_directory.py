# SPDX-License-Identifier: MIT
"""Every subcommand, run for real by root in a directory that belongs to another user, who filled it with modules."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.support import ROOT, hostile, lab
from traceleft.cli import cli

pytestmark = pytest.mark.any_kernel

SCRIPT = os.fspath(Path(sys.executable).with_name("traceleft"))
TRUE = ["--", "true"]
RUNS = {
    "count": ["--seconds", "0"],
    "doctor": ["--seconds", "0.5"],
    "echoserver": ["--listen", "localhost:0"],
    "files": TRUE,
    "generate": ["--check", "--root", ROOT, "protobuf"],
    "handler build": ["{own}/handler.bpf.c"],
    "handler new": ["openat", "-o", "{own}/handler.bpf.c"],
    "hist": ["read", "--seconds", "0"],
    "list": ["openat"],
    "net": TRUE,
    "ps": ["{own}/calls.record"],
    "query": ["{own}/calls.record", "SELECT count(*) FROM events"],
    "record": ["-o", "{own}/calls.record", "all", *TRUE],
    "replay": ["{own}/calls.record", "--output", "parquet:{own}/calls"],
    "run": ["opensnoop", *TRUE],
    "serve": ["--socket", "{own}/socket"],
    "top": ["--batch", "1", "-i", "0.1", "read"],
    "trace": ["--format", "jsonl", "--stats", "--metrics-listen-addr", ":0", "--pprof-listen-addr", ":0", "all", *TRUE],
}
"""What each does. Those that read a file come after those that write it: `ORDER`."""
ORDER = sorted(RUNS, key=lambda name: (name not in ("handler new", "record"), name))


def leaves(group: click.Group, path: str = "") -> set[str]:
    """All subcommands."""
    found: set[str] = set()
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        found |= leaves(command, f"{path}{name} ") if isinstance(command, click.Group) else {f"{path}{name}"}
    return found


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files are that the commands are given."""
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of nobody's."""
    nobody = pwd.getpwnam("nobody")
    directory = tmp_path_factory.mktemp("strangers")
    hostile.fill(directory)
    for path in (directory, *directory.iterdir()):
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    return directory


def test_every_subcommand_is_here() -> None:
    assert leaves(cli) == set(RUNS)


@pytest.mark.parametrize("name", ORDER)
def test_nothing_there_is_run(name: str, strangers: Path, own: Path) -> None:
    lab.require("clang")
    argv = [SCRIPT, *name.split(), *(str(word).format(own=own) for word in RUNS[name])]
    with lab.started(argv, cwd=strangers) as process:
        if name in ("echoserver", "serve"):
            assert process.stderr
            assert b"listening" in process.stderr.readline()
            process.send_signal(signal.SIGINT)
        status, _, errors = lab.outcome(process)
    assert hostile.ran(strangers) == set()
    assert status == 0 or b"too busy to measure" in errors, errors


def test_the_modules_would_be_run(strangers: Path) -> None:
    """By an interpreter that looks there."""
    subprocess.run([sys.executable, "-c", "import sched"], cwd=strangers, check=True, timeout=lab.TIMEOUT)
    assert "sched" in hostile.ran(strangers)
