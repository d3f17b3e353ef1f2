# SPDX-License-Identifier: MIT
"""The site: every link leads somewhere, every page is in the index, and the API's names have their docstrings."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

import traceleft
from tests.support import ROOT
from tests.support.packages import run


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("site")
    assert run(ROOT / "scripts" / "site", directory).stdout == f"{directory}/index.html\n"
    return directory


def text_of(page: Path) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page.read_text()))


def test_each_page_of_the_documentation_is_there(site: Path) -> None:
    for page in [*(ROOT / "docs").glob("*.md"), *(ROOT / name for name in ("CHANGELOG.md", "CONTRIBUTING.md"))]:
        made = site / ("" if page.name == "README.md" else page.stem) / "index.html"
        [title] = re.findall(r"^# (.*)", page.read_text(), re.MULTILINE)[:1]
        assert title.replace("`", "") in text_of(made), page


def test_the_reference_has_the_stubs_and_their_docstrings(site: Path) -> None:
    reference = site / "python-reference" / "index.html"
    headings = re.findall(r'<h2 id="traceleft\.(\w+)"', reference.read_text())
    assert headings == [name for name in traceleft.__all__ if name not in ("__version__", "events")]
    text = " ".join(text_of(reference).split())
    for documented in (traceleft.Tracer.attach, traceleft.Event, traceleft.run):
        first = (documented.__doc__ or "").strip().partition("\n")[0].replace("`", "")
        assert first and first in text


def test_files_outside_of_the_documentation_are_copied(site: Path) -> None:
    assert (site / "files" / "traceleft.proto").read_bytes() == (
        ROOT / "traceleft" / "proto" / "traceleft.proto"
    ).read_bytes()
    assert 'href="../files/traceleft.proto"' in (site / "events" / "index.html").read_text()


def test_a_bar_in_a_tables_code_is_a_bar(site: Path) -> None:
    assert "flags & (O_WRONLY | O_RDWR) != 0" in text_of(site / "how-to" / "index.html")
    assert "<code>||</code>" in (site / "asking" / "index.html").read_text()
