# SPDX-License-Identifier: MIT
"""What is shipped, built once per session by the scripts that users and releases build it with.

Environment:
    TRACELEFT_TEST_MANYLINUX    such as 2_28: the wheel is one for an older glibc, which takes minutes more to build
"""

from __future__ import annotations

import os
import sys
import tarfile
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.packages import AS_THE_CHECKOUT, make_venv, run

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    outdir = tmp_path_factory.mktemp("wheel")
    policy = os.environ.get("TRACELEFT_TEST_MANYLINUX")
    printed = run(
        ROOT / "scripts" / "wheel", *(["--manylinux", policy] if policy else []), outdir, **AS_THE_CHECKOUT
    ).stdout
    [path] = outdir.iterdir()
    assert printed == f"{path}\n", "scripts/wheel prints the wheel's path and nothing else"
    return path


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh virtual environment that holds the wheel."""
    python = make_venv(tmp_path_factory.mktemp("installed") / "venv")
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=python.parent)
    return python


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    outdir = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", outdir, ROOT, cwd=outdir)
    [path] = outdir.iterdir()
    return path


@pytest.fixture(scope="session")
def unpacked_sdist(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        for member in archive.getmembers():
            archive.extract(member, directory, set_attrs=member.isfile())
    [tree] = directory.iterdir()
    return tree


@pytest.fixture(scope="session")
def sdist_python(unpacked_sdist: Path) -> Path:
    """The interpreter that builds from the archive, beside what that says it needs, and nothing else. pip's isolation
    would have that in another directory each time, and a second build would compile everything again. It lies where the
    checkout has its own, for ccache."""
    python = make_venv(unpacked_sdist / ".venv")
    with (unpacked_sdist / "pyproject.toml").open("rb") as file:
        requirements = tomllib.load(file)["build-system"]["requires"]
    run(python, "-m", "pip", "install", "--quiet", *requirements, cwd=python.parent)
    return python
