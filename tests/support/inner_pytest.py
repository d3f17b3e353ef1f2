# SPDX-License-Identifier: MIT
"""Runs pytest as a user of the plugin does: in a directory of its own, where the plugin is found by its entry point."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.support import ROOT
from tests.support.victims import TIMEOUT

INI = """\
[pytest]
addopts = --strict-markers -p no:cacheprovider -p no:timeout
filterwarnings =
    error
    ignore:Module already imported so cannot be rewritten:pytest.PytestAssertRewriteWarning
"""


@dataclass
class Outcome:
    """What a test came to."""

    kind: str
    """passed, failure, error or skipped"""
    text: str
    """What pytest says of it."""


@dataclass
class Run:
    """A run of pytest that has ended."""

    code: int
    printed: str
    tests: dict[str, Outcome]


def make(directory: Path, source: str) -> None:
    """Writes test_inner.py, and the plugin's entry point as pyproject.toml has it."""
    (directory / "test_inner.py").write_text(source)
    (directory / "pytest.ini").write_text(INI)
    [entry] = re.findall(
        r"(?m)^\[project.entry-points.pytest11\]\n(\w+) = \"(\S+)\"$", (ROOT / "pyproject.toml").read_text()
    )
    info = directory / "site" / "inner-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: inner\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[pytest11]\n{} = {}\n".format(*entry))
    for path in (directory, *directory.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def run(directory: Path, *arguments: str, before: Iterable[str] = ()) -> Run:
    """Runs the tests there. `before`: a command that runs the command behind it, such as setpriv."""
    report = directory / "report.xml"
    report.unlink(missing_ok=True)
    report.touch()
    report.chmod(0o666)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([os.fspath(directory / "site"), os.fspath(ROOT)])}
    environment.pop("PYTEST_XDIST_WORKER", None)
    done = subprocess.run(
        [*before, sys.executable, "-m", "pytest", "-v", f"--junitxml={report}", *arguments],
        cwd=directory,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    text = report.read_text()
    tests = {}
    for case in ElementTree.fromstring(text).iter("testcase") if text else ():
        outcome = next((each for each in case if each.tag in ("failure", "error", "skipped")), None)
        told = f"{outcome.get('message')}\n{outcome.text}" if outcome is not None else ""
        tests[case.get("name", "")] = Outcome("passed" if outcome is None else outcome.tag, told)
    return Run(done.returncode, done.stdout, tests)
