# SPDX-License-Identifier: MIT
"""Takes docs/jupyter-*.png: notebook_pictures.py DIRECTORY"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from subprocess import DEVNULL

sys.path.insert(0, os.fspath(Path(__file__).resolve().parents[2]))

from tests.support import jupyter_lab

CELLS = [
    "%load_ext traceleft\nimport traceleft as tl",
    "%%trace openat,read,getdents64 -y -o calls\nimport subprocess\n"
    "done = subprocess.run(['grep', '-r', 'root', '/etc/default', '/nosuch'], capture_output=True)",
    "calls.plot.timeline()",
    "view = tl.live('%file', comm='ls').start()\nview",
]
PICTURES = {"capture": 1, "timeline": 2, "live": 3}
"""Each is of a cell, with what it shows."""


def main(directory: Path) -> None:
    with tempfile.TemporaryDirectory() as place, jupyter_lab.opened(CELLS, Path(place), width=960, height=2400) as page:
        jupyter_lab.run_all(page)
        live = page.locator(".traceleft-live")
        live.get_by_role("button", name="Stop").wait_for()
        for _ in range(12):
            subprocess.run(["ls", "/etc/default", "/nosuch"], stdout=DEVNULL, stderr=DEVNULL, check=False)
            page.wait_for_timeout(250)  # a point of its curve each
        live.get_by_text("/nosuch").first.wait_for()
        page.locator(".js-plotly-plot .scatterlayer").wait_for()
        cells = page.locator(".jp-CodeCell")
        page.evaluate("document.activeElement.blur()")
        for name, cell in PICTURES.items():
            cells.nth(cell).screenshot(path=directory / f"jupyter-{name}.png")


main(Path(sys.argv[1]))
