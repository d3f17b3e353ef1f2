# SPDX-License-Identifier: MIT
"""What JupyterLab shows of captures, plots and a running trace, in a headless Chromium without a network.

One test, for to start both takes longer than all that is looked at.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from subprocess import DEVNULL

import pytest

from tests.support import jupyter_lab
from tests.support.packages import cannot_run

pytest.importorskip("playwright")
pytest.importorskip("jupyterlab")
pytest.importorskip("plotly")
pytest.importorskip("anywidget")

# Seconds, but minutes where ten others want the processor, too.
pytestmark = [pytest.mark.any_backend, pytest.mark.any_kernel, pytest.mark.timeout(600)]

HOSTILE = "/nosuch/<img src=x onerror=document.title=1>"
TRACED = f"""%%trace openat,close -o calls
import contextlib, subprocess
with contextlib.suppress(OSError):
    open("{HOSTILE}")
subprocess.run(["cat", "/etc/hostname"])"""
CELLS = [
    "%load_ext traceleft\nimport traceleft as tl",
    TRACED,
    "calls.plot.timeline()",
    "calls.where('ret < 0').plot.icicle()",
    "view = tl.live('openat', comm='cat')\nview",
]


def test_a_notebook_in_a_browser(tmp_path: Path, backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not jupyter_lab.CHROMIUM:
        cannot_run("there is no chromium: apt install chromium")
    monkeypatch.setenv("TRACELEFT_BACKEND", backend)
    with jupyter_lab.opened(CELLS, tmp_path) as page:
        said: list[str] = []
        page.on("pageerror", lambda error: said.append(str(error)))
        jupyter_lab.run_all(page)

        capture = page.locator(".jp-RenderedHTML", has_text="<Capture: ")
        text = capture.inner_text()
        assert (
            "of 2 syscalls" in text and f'openat(dfd=AT_FDCWD, filename="{HOSTILE}", flags=O_RDONLY|O_CLOEXEC)' in text
        )
        assert "calls of the dynamic loader" in text and capture.locator("svg path").count() >= 2
        assert "cat " in (capture.locator("svg").text_content() or "")

        page.wait_for_selector(".js-plotly-plot .icicle .slice")
        plots = " ".join(page.locator(".js-plotly-plot").all_inner_texts())
        assert " calls" in plots and "errors" not in plots and "calls by process, syscall and path" in plots

        live = page.locator(".traceleft-live")
        live.get_by_role("button", name="Start").click()
        live.get_by_role("button", name="Stop").wait_for()
        last = live.locator(".last")
        while HOSTILE not in last.inner_text():
            subprocess.run(["cat", HOSTILE], stderr=DEVNULL, check=False)
        question = live.get_by_role("textbox")
        question.fill('filename == "/nosuch/asked"')
        question.press("Enter")
        while "/nosuch/asked" not in (text := last.inner_text()) or HOSTILE in text:
            subprocess.run(["cat", HOSTILE, "/nosuch/asked"], stderr=DEVNULL, check=False)
        assert "0 lost" in live.locator(".totals").inner_text()
        live.get_by_role("button", name="Stop").click()
        live.get_by_role("button", name="Start").wait_for()
        question.fill("ret <")
        question.press("Enter")
        live.get_by_text("this can't be asked").wait_for()

        assert page.locator("img[onerror]").count() == 0 and said == []
