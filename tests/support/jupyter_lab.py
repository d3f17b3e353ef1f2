# SPDX-License-Identifier: MIT
"""A JupyterLab of one's own, and a headless Chromium that shows it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium")
SECONDS = 180
"""After which something is wrong; a busy machine takes a minute for what takes seconds."""


@contextlib.contextmanager
def opened(cells: Sequence[str], place: Path, *, width: int = 1000, height: int = 900) -> Iterator[Page]:
    """A notebook with these cells, of which none was run, in a browser that reaches nothing but JupyterLab.

    Args:
        cells: their sources.
        place: a directory for all that it needs.
        width, height: pixels of the page.
    """
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "there is no chromium: apt install chromium"
    (place / "notebook.ipynb").write_text(json.dumps(notebook(cells)))
    notification = place / "jupyter_config_dir/lab/user-settings/@jupyterlab/apputils-extension"
    notification.mkdir(parents=True)
    (notification / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    with _server(place) as address, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(SECONDS * 1000)
        page.goto(address)
        page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        yield page
        browser.close()


def run_all(page: Page) -> None:
    """Runs the cells, and waits for the last one."""
    page.wait_for_function("window.jupyterapp && jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel")
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.ready")
    assert page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells').then(() => true)")


def notebook(cells: Sequence[str]) -> dict[str, object]:
    """A notebook's file."""
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "cells": [
            {"cell_type": "code", "id": f"c{n}", "metadata": {}, "source": cell, "outputs": [], "execution_count": None}
            for n, cell in enumerate(cells)
        ],
    }


@contextlib.contextmanager
def _server(place: Path) -> Iterator[str]:
    """The address of the notebook."""
    token = secrets.token_hex()
    runtime = place / "runtime"
    own = {name: str(place / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--expose-app-in-browser"),
        *("--ServerApp.ip=localhost", "--ServerApp.port=0", f"--ServerApp.root_dir={place}"),
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    environment = os.environ | own | {"JUPYTER_RUNTIME_DIR": str(runtime), "JUPYTER_TOKEN": token}
    with (
        (place / "log").open("wb") as log,
        subprocess.Popen(command, env=environment, stderr=log, stdout=log) as server,
    ):
        try:
            end = time.monotonic() + SECONDS
            while not (files := list(runtime.glob("jpserver-*.json"))):
                assert server.poll() is None and time.monotonic() < end, (place / "log").read_text()
                time.sleep(0.1)  # nothing tells of the file
            url = json.loads(files[0].read_text())["url"]
            yield f"{url}doc/tree/{quote('notebook.ipynb')}?token={token}"
        finally:
            server.terminate()
