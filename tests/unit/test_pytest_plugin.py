# SPDX-License-Identifier: MIT
"""The plugin for pytest where no test asks for it: it costs nothing, and can be left out."""

from __future__ import annotations

from pathlib import Path

from tests.support import inner_pytest

PLAIN = """
import os, sys, pathlib

def test_nothing_is_loaded():
    assert "traceleft.pytest_plugin" in sys.modules
    ours = {name for name in sys.modules if name.startswith("traceleft")}
    assert ours == {"traceleft", "traceleft.pytest_plugin", "traceleft.errors"}
    assert pathlib.Path(f"/proc/self/task/{os.getpid()}/children").read_text() == ""
"""


def test_nothing_is_loaded_before_a_test_asks(tmp_path: Path):
    inner_pytest.make(tmp_path, PLAIN)
    assert inner_pytest.run(tmp_path).tests["test_nothing_is_loaded"].kind == "passed"


def test_help_and_markers_tell_of_it(tmp_path: Path):
    inner_pytest.make(tmp_path, PLAIN)
    printed = inner_pytest.run(tmp_path, "--help").printed
    assert "syscalls of tests (traceleft):" in printed and "--syscalls={report,require}" in printed
    printed = inner_pytest.run(tmp_path, "--markers").printed
    for name in (
        "no_network(loopback=False):",
        "no_subprocess:",
        "only_writes(place, ...):",
        "max_syscalls(name=number, ...):",
    ):
        assert f"@pytest.mark.{name}" in printed


def test_it_can_be_left_out(tmp_path: Path):
    inner_pytest.make(tmp_path, "import pytest\n@pytest.mark.no_network\ndef test_marked(): pass\n")
    run = inner_pytest.run(tmp_path, "-p", "no:traceleft")
    assert run.code != 0 and "'no_network' not found in `markers` configuration option" in run.printed
