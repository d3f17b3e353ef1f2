# SPDX-License-Identifier: MIT
"""What the repository says about itself holds."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

STANDARD_DIRECTORIES = {"bin", "etc", "home", "lib", "mnt", "opt", "root", "src", "srv", "tmp", "usr", "var"}


def tracked_files() -> list[Path]:
    """Those that git has or would take."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if listing.returncode != 0:
        pytest.skip(f"this is no git checkout: {listing.stderr}")
    # The index may list what was just deleted.
    return [path for name in listing.stdout.split("\0") if name and (path := ROOT / name).is_file()]


DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob(".github/**/*.yml")]


@pytest.mark.parametrize("document", sorted(str(path.relative_to(ROOT)) for path in DOCUMENTS))
def test_every_path_in_a_document_exists(document: str) -> None:
    text = (ROOT / document).read_text()
    folder = (ROOT / document).parent
    links = {link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link}
    assert sorted(link for link in links if not (folder / link).exists()) == []
    tops = {path.relative_to(ROOT).parts[0] for path in tracked_files() if path.parent != ROOT}
    words = {word.rstrip(".") for word in re.findall(r"(?<![\w./$-])[\w.-]+(?:/[\w.-]+)+", text)}
    paths = {word for word in words if word.split("/")[0] in tops}
    # Built, not checked in.
    paths = {path for path in paths if not path.startswith(("battery/out", "traceleft/data"))}
    roots = (ROOT, ROOT / "bpf" / "include")  # the second for what a document includes
    assert sorted(path for path in paths if not any((root / path).exists() for root in roots)) == []


def test_workflows_and_wheels_are_of_the_pythons_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    python = "Programming Language :: Python :: 3."
    minors = [int(line[len(python) :]) for line in project["project"]["classifiers"] if line.startswith(python)]
    assert minors == list(range(minors[0], minors[-1] + 1))
    assert project["project"]["requires-python"] == f">=3.{minors[0]}"
    for name in ("checks.yml", "wheels.yml"):
        workflow = (ROOT / ".github" / "workflows" / name).read_text()
        assert [f"3.{minor}" for minor in minors] == re.findall(r'"(3\.\d+)"', workflow), name


def test_workflows_are_of_the_kernels_that_there_are() -> None:
    kernels = (ROOT / "scripts" / "lib" / "kernel_lab" / "kernels.py").read_text()
    [suites] = re.findall(r"^SUITES = (.*)", kernels, re.MULTILINE)
    workflow = (ROOT / ".github" / "workflows" / "kernels.yml").read_text()
    [tested] = re.findall(r"kernel: (\[.*\])", workflow)
    assert ast.literal_eval(tested) == list(ast.literal_eval(suites))


def marked_generated(paths: list[Path]) -> set[Path]:
    """Those of which .gitattributes says so."""
    names = "".join(f"{path.relative_to(ROOT)}\0" for path in paths)
    command = ["git", "check-attr", "--stdin", "-z", "linguist-generated"]
    said = subprocess.run(command, cwd=ROOT, input=names, capture_output=True, text=True, timeout=60, check=True).stdout
    words = said.split("\0")  # path, attribute, value, path, ...
    return {ROOT / path for path, value in zip(words[::3], words[2::3]) if value == "set"}


def test_generated_files_are_marked() -> None:
    files = tracked_files()
    marked = marked_generated(files)
    banner = re.compile(rb"^\W*Do not edit: ", re.MULTILINE)
    assert {path for path in files if path.suffix != ".j2" and banner.search(path.read_bytes()[:600])} <= marked


def test_the_licence_has_its_text_where_each_tool_looks() -> None:
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES" / "MIT.txt").read_bytes()


def test_no_file_names_the_directory_of_this_checkout() -> None:
    own = {f"{ROOT}/"}
    if ROOT.parts[1] not in STANDARD_DIRECTORIES:
        own.add(f"/{ROOT.parts[1]}/")
    pattern = re.compile(rb"(?<![\w.*-])(?:" + b"|".join(re.escape(path.encode()) for path in own) + rb")")
    naming = [str(path.relative_to(ROOT)) for path in tracked_files() if pattern.search(path.read_bytes())]
    assert naming == []


def test_the_scripts_install_what_the_build_requires() -> None:
    required = tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"]
    installed = (ROOT / "scripts" / "lib" / "requirements-build.txt").read_text().split()
    assert sorted(installed) == sorted(required)


SOURCES = {".c", ".cmake", ".cpp", ".h", ".j2", ".proto", ".py", ".pyi", ".sh", ".toml", ".yml"}


def test_every_source_file_says_under_which_licence_it_is() -> None:
    files = tracked_files()
    silent = []
    for path in sorted(set(files) - marked_generated(files)):
        lines = path.read_bytes().split(b"\n", 10)[:10]
        is_source = path.suffix in SOURCES or path.name == "CMakeLists.txt" or lines[0].startswith(b"#!")
        licence = "GPL-2.0-only OR MIT" if path.is_relative_to(ROOT / "bpf") else "MIT"
        # In two pieces, or this line would be taken for one.
        tag = re.compile(("SPDX-License-" + f"Identifier: ([\\w. -]+ OR )?{licence}\\b").encode())
        if is_source and lines != [b""] and not any(map(tag.search, lines)):
            silent.append(str(path.relative_to(ROOT)))
    assert silent == []


def test_a_folder_of_the_core_reaches_no_other_by_its_path() -> None:
    """CMake gives each folder the headers of those below it; a path would go around that."""
    folders = "|".join(path.name for path in (ROOT / "csrc").iterdir() if path.is_dir())
    pattern = re.compile(rf'^#include "(?:[^"]*\.\./|(?:{folders})/)', re.MULTILINE)
    assert [path for path in (ROOT / "csrc").rglob("*.[hc]*") if pattern.search(path.read_text())] == []
