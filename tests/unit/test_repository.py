"""What the repository says about itself holds."""

from __future__ import annotations

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


@pytest.mark.parametrize("document", sorted(path.name for path in ROOT.glob("*.md")))
def test_every_path_in_a_document_exists(document: str) -> None:
    text = (ROOT / document).read_text()
    links = {link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link}
    tops = {path.relative_to(ROOT).parts[0] for path in tracked_files() if path.parent != ROOT}
    words = {word.rstrip(".") for word in re.findall(r"(?<![\w./$-])[\w.-]+(?:/[\w.-]+)+", text)}
    paths = links | {word for word in words if word.split("/")[0] in tops}
    # Built, not checked in.
    paths = {path for path in paths if not path.startswith(("battery/out", "traceleft/data"))}
    roots = (ROOT, ROOT / "bpf" / "include")  # the second for what a document includes
    assert sorted(path for path in paths if not any((root / path).exists() for root in roots)) == []


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
