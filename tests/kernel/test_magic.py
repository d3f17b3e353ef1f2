# SPDX-License-Identifier: MIT
"""`%%trace` in a shell of IPython's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from types import ModuleType

import pytest

pytest.importorskip("IPython")

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

import traceleft as tl

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # IPython's own
    pytest.mark.any_backend,
    pytest.mark.any_kernel,
]


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InteractiveShell]:
    """With a module of its own, for pytest's is no place for cells. It cleans up when the interpreter exits."""
    config = Config()
    config.HistoryManager.enabled = False
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        shell = InteractiveShell(config=config, user_module=ModuleType("cells"))
        shell.run_line_magic("load_ext", "traceleft")
        yield shell


@pytest.fixture(autouse=True)
def chosen(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACELEFT_BACKEND", backend)


def test_a_cell_with_its_threads_and_children(shell: InteractiveShell) -> None:
    cell = """%%trace getppid,openat -w 'filename == "/nosuch" or ret == {}' -o calls
    import os, subprocess, threading
    thread = threading.Thread(target=os.getppid)
    thread.start(); thread.join()
    subprocess.run(["cat", "/nosuch"], stderr=subprocess.DEVNULL).returncode
    """
    with capture_output() as shown:
        done = shell.run_cell(cell.format(os.getppid()))
    assert done.success
    first, second = shell.user_ns["calls"]
    assert (first.syscall, first.pid, first.tid != first.pid) == ("getppid", os.getpid(), True)
    assert (second["filename"], second.error) == ("/nosuch", "ENOENT") and second.pid != os.getpid()
    assert ": 1\n" in shown.stdout and "<Capture: 2 events of 2 syscalls" in shown.stdout


def test_a_line_and_its_options(shell: InteractiveShell) -> None:
    with capture_output() as shown:
        assert shell.run_cell("%trace -y -s 2 -o calls read -- open('/proc/version').read(5)").success
    (event,) = [event for event in shell.user_ns["calls"] if event.file("fd")]
    assert event.file("fd").path == "/proc/version" and event["buf"] == b"Li" and "'Linux'" in shown.stdout


def test_an_error_in_the_cell_is_shown_once_and_its_calls_too(shell: InteractiveShell) -> None:
    with capture_output() as shown:
        done = shell.run_cell("%%trace getppid -o calls\nimport os\nos.getppid()\n1/0")
    assert isinstance(done.error_in_exec, ZeroDivisionError) and len(shell.user_ns["calls"]) == 1
    assert shown.stdout.count("division by zero") == 1 and "<Capture: 1 event" in shown.stdout


WRONG = {
    "%%trace opnat\n1": "did you mean openat",
    "%%trace openat --nosuch\n1": "No such option",
    "%%trace openat -s x\n1": "'x' is not a valid integer",
    "%%trace openat -w 'ret <'\n1": "can't be asked",
    "%%trace openat -w 'ret\n1": "No closing quotation",
    "%%trace openat -o 'a b'\n1": "the name of a variable",
    "%trace openat": "write %trace HANDLER... -- STATEMENT",
}


@pytest.mark.parametrize(("cell", "said"), WRONG.items(), ids=WRONG)
def test_what_can_never_work_is_one_line(shell: InteractiveShell, cell: str, said: str) -> None:
    with capture_output() as shown:
        done = shell.run_cell(cell)
    assert not done.success and said in shown.stderr and shown.stderr.startswith("UsageError: ")
    assert "Traceback" not in shown.stdout + shown.stderr and len(shown.stderr.splitlines()) <= 3


def test_help(shell: InteractiveShell) -> None:
    with capture_output() as shown:
        assert shell.run_cell("%trace -h").success
    assert shown.stdout.startswith("Usage: %%trace") and "--where QUESTION" in shown.stdout


def test_the_package_has_the_extension() -> None:
    assert callable(tl.load_ipython_extension)
