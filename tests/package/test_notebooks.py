# SPDX-License-Identifier: MIT
"""The notebooks run from top to bottom, with the wheel."""

from __future__ import annotations

import gc
import json
import os
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from tests.support import ROOT
from tests.support.packages import cannot_run, make_venv, run

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel")
pytest.importorskip("plotly")
pytest.importorskip("anywidget")

FOLDER = ROOT / "notebooks"
SHOWN = {
    "pip-install": ["hello.py", "site-packages/pip/", "&lt;1 rows of Connection"],
    "tail-latency": ["the slowest 1 %", "fsync", "recvfrom", "sankey", "heatmap"],
    "tour": ["&lt;Capture: 2 events of 1 syscalls", "/nosuch", "newfstatat", "icicle", "widget-view+json"],
    "why-slow": ["/nosuch/override", "clock_nanosleep", "mended", "scatter"],
}
"""What the outputs of each have."""

# Jupyter's own, which warns of itself; and the first test waits for the wheel.
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.timeout(1800)]


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter that has the wheel, and behind it what is installed for the tests, but not this checkout."""
    python = make_venv(tmp_path_factory.mktemp("notebooks") / "venv")
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=python.parent)
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip()
    Path(own, "of_the_tests.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def test_each_is_looked_at() -> None:
    assert sorted(SHOWN) == sorted(path.stem for path in FOLDER.glob("*.ipynb"))


def execute(notebook: Any, python: Path, directory: Path) -> None:
    from jupyter_client.manager import AsyncKernelManager

    manager = AsyncKernelManager()
    manager.kernel_spec.argv = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    resources = {"metadata": {"path": str(directory)}}
    nbclient.NotebookClient(notebook, timeout=300, km=manager, resources=resources).execute()


@pytest.mark.parametrize("name", SHOWN)
def test_notebook(name: str, python: Path, tmp_path: Path) -> None:
    if os.geteuid() != 0:
        cannot_run("notebooks trace as root")
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("tl.__file__"))
    execute(notebook, python, tmp_path)
    gc.collect()  # its sockets are left open, which is a warning wherever they are found
    outputs = [cell.get("outputs") for cell in notebook.cells if cell.cell_type == "code"]
    assert str(python.parents[1]) in outputs[-1][0]["data"]["text/plain"]
    text = json.dumps(outputs)
    assert [each for each in SHOWN[name] if each not in text] == []


@pytest.mark.parametrize("name", SHOWN)
def test_no_outputs_are_kept(name: str) -> None:
    cells = json.loads((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    assert all(not cell.get("outputs") and not cell.get("execution_count") for cell in cells)
