# SPDX-License-Identifier: MIT
"""The source archive holds what a build needs and nothing that a build made."""

from __future__ import annotations

import re
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.packages import AS_THE_CHECKOUT, handler_names, run

pytestmark = pytest.mark.timeout(1800)


def pip(python: Path, tree: Path, *arguments: str | Path) -> None:
    """Runs pip elsewhere than in the archive's tree, with the checkout's compiled files for ccache."""
    run(python, "-m", "pip", *arguments, cwd=tree.parent, CCACHE_BASEDIR=str(tree), **AS_THE_CHECKOUT)


def objects(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith(".bpf")}


def test_holds_the_generated_sources_and_nothing_built(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"battery/generated/{name}.c" for name in handler_names()} <= names
    assert {f"battery/generated/{arch}/schema.json" for arch in ("x86_64", "aarch64", "i386")} <= names
    assert "bpf/generated/trace_syscalls.bpf.c" in names
    assert {"CMakeLists.txt", "pyproject.toml", "README.md", "bpf/include/traceleft/handler.h"} <= names
    assert {"LICENSE", "LICENSES/GPL-2.0-only.txt", "LICENSES/MIT.txt"} <= names
    built = re.compile(r"\.so$|\.bpf$|^(build|dist|\.venv|\.git|traceleft/data|battery/out)/")
    assert [name for name in names if built.search(name)] == []


def test_builds_a_wheel_with_the_same_objects(
    unpacked_sdist: Path, sdist_python: Path, wheel: Path, tmp_path: Path
) -> None:
    outdir = tmp_path / "out"
    build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", outdir]
    pip(sdist_python, unpacked_sdist, *build, unpacked_sdist)
    [rebuilt] = outdir.iterdir()
    assert objects(rebuilt) == objects(wheel)


def test_installs_editable(unpacked_sdist: Path, sdist_python: Path, tmp_path: Path) -> None:
    # What the build of a wheel has left there.
    shutil.rmtree(unpacked_sdist / "traceleft" / "data", ignore_errors=True)
    for extension in unpacked_sdist.glob("traceleft/_core*.so"):
        extension.unlink()
    pip(sdist_python, unpacked_sdist, "install", "--quiet", "--no-build-isolation", "--editable", unpacked_sdist)
    code = """
import importlib.resources, traceleft, traceleft._core
print(traceleft._core.__file__)
for name in ("battery.bpf", "trace_syscalls.bpf", "schema.json"):
    print((importlib.resources.files("traceleft") / "data" / name).resolve(strict=True))
"""
    files = run(sdist_python, "-c", code, cwd=tmp_path).stdout.split()
    assert len(files) == 4
    assert all(Path(file).is_relative_to(unpacked_sdist / "traceleft") for file in files)
    assert not any(Path(file).is_relative_to(ROOT) for file in files)
