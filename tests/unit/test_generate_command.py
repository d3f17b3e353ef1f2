# SPDX-License-Identifier: MIT
"""`traceleft generate` and the scripts that stand for it."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.command_line import run
from traceleft.errors import TraceleftError


def test_it_is_the_generator():
    done = run("generate", "--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = run("generate", "--help")
    assert done.returncode == 0 and "usage: traceleft generate" in done.stdout
    done = run("generate", "nosuch")
    assert done.returncode == 2 and "nosuch" in done.stderr


def test_it_needs_a_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    command = importlib.import_module("traceleft.cli.generate")  # traceleft.cli's own `generate` is the command
    monkeypatch.setattr(command, "_ROOT", tmp_path)
    with pytest.raises(TraceleftError, match="run scripts/metagen there"):
        command.generate.callback(())


@pytest.mark.parametrize("name", ["metagen", "protogen"])
def test_the_scripts_are_there(name: str):
    script = ROOT / "scripts" / name
    assert script.stat().st_mode & 0o111
    assert "-m traceleft.generate" in script.read_text()
