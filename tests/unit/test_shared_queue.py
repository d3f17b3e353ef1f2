# SPDX-License-Identifier: MIT
"""tests/support/shared_queue.py: pytest's runs that share their tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.shared_queue import QUEUE

MODULE = """
import os, pathlib, pytest

def note(text):
    with open(pathlib.Path(__file__).with_name("log"), "a") as log:
        log.write(f"{os.getpid()} {text}\\n")

@pytest.fixture(scope="module")
def of_module():
    note("set up " + __name__)
    yield
    note("torn down " + __name__)

@pytest.fixture(scope="session", params=["raw_tp", "kprobe"])
def backend(request):
    return request.param

def test_under_each(backend, of_module):
    note(f"{__name__} under {backend}")

def test_rest(of_module):
    note(__name__)
"""
MODULES = ["test_a", "test_b", "test_c"]
TESTS = sorted([*MODULES, *(f"{name} under {backend}" for name in MODULES for backend in ("raw_tp", "kprobe"))])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = -p no:cacheprovider -p tests.support.shared_queue\n")
    (tmp_path / "queue").mkdir()
    for name in MODULES:
        (tmp_path / f"{name}.py").write_text(MODULE)
    return tmp_path


def run(folder: Path, count: int, *arguments: str, **environment: str) -> Sequence[tuple[int, str]]:
    """So many at the same time; their statuses and what they said."""
    argv = [sys.executable, "-m", "pytest", *arguments, os.fspath(folder)]
    env = {**os.environ, "PYTHONPATH": os.fspath(ROOT), **environment}
    env.pop("PYTEST_ADDOPTS", None)
    runs = [subprocess.Popen(argv, cwd=folder, env=env, stdout=subprocess.PIPE, text=True) for _ in range(count)]
    said = [process.communicate(timeout=60)[0] for process in runs]
    return [(process.returncode, text) for process, text in zip(runs, said)]


def logged(folder: Path) -> dict[str, list[str]]:
    """What each process noted."""
    lines: dict[str, list[str]] = {}
    for line in (folder / "log").read_text().splitlines():
        pid, _, text = line.partition(" ")
        lines.setdefault(pid, []).append(text)
    return lines


def ran(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if not line.startswith(("set up", "torn down"))]


@pytest.mark.parametrize("runs", [1, 2, 4])
def test_each_test_is_in_one_of_the_runs(folder: Path, runs: int) -> None:
    """A run that finds nothing to do succeeds."""
    assert [status for status, _ in run(folder, runs, **{QUEUE: str(folder / "queue")})] == [0] * runs
    noted = logged(folder)
    assert sorted(test for lines in noted.values() for test in ran(lines)) == TESTS
    for lines in noted.values():  # fixtures begin and end, and a file's don't overlap with another's
        before = None
        for line in lines:
            if line.startswith("set up"):
                assert before is None
                before = line.removeprefix("set up ")
            elif line.startswith("torn down"):
                assert before == line.removeprefix("torn down ")
                before = None
            else:
                assert line.split()[0] == before
        assert before is None


def test_what_another_run_has_taken_is_left_out(folder: Path) -> None:
    for taken in ("test_a", "test_b-kprobe"):
        (folder / "queue" / taken).touch()
    ((status, said),) = run(folder, 1, **{QUEUE: str(folder / "queue")})
    assert status == 0, said
    (lines,) = logged(folder).values()
    assert sorted(ran(lines)) == [test for test in TESTS if test not in {"test_a", "test_b under kprobe"}]


def test_what_shares_no_fixture_is_taken_one_by_one(folder: Path) -> None:
    """None of the tests ends before another run has taken one, too."""
    for name in MODULES:
        (folder / f"{name}.py").unlink()
    (folder / "test_long.py").write_text(
        """
import os, pathlib, pytest, time

@pytest.mark.parametrize("number", range(4))
def test_alone(number, tmp_path_factory):
    runs = pathlib.Path(__file__).with_name("runs")
    (runs / str(os.getpid())).touch()
    deadline = time.monotonic() + 30
    while len(list(runs.iterdir())) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.01)
"""
    )
    (folder / "runs").mkdir()
    ran = run(folder, 2, **{QUEUE: str(folder / "queue")})
    assert [status for status, _ in ran] == [0, 0], ran


def test_without_a_queue_everything_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(QUEUE, raising=False)
    assert [status for status, _ in run(folder, 2)] == [0, 0]
    assert [sorted(ran(lines)) for lines in logged(folder).values()] == [TESTS, TESTS]


def test_the_first_failure_ends_a_run_that_says_so(folder: Path) -> None:
    (folder / "test_a.py").write_text(MODULE + "\ndef test_that_fails():\n    assert False\n")
    ((status, said),) = run(folder, 1, "-x", **{QUEUE: str(folder / "queue")})
    assert status == 1
    assert "stopping after 1 failures" in said
