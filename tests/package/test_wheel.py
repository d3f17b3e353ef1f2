# SPDX-License-Identifier: MIT
"""The wheel holds all that tracing needs, works away from the checkout and needs no compiler there."""

from __future__ import annotations

import configparser
import os
import platform
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.packages import cannot_run, handler_names, run
from traceleft import __version__, scripts

# The first test to ask for the wheel waits for the build.
pytestmark = pytest.mark.timeout(1800)


@pytest.fixture(scope="session")
def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        assert len(names) == len(set(names)), "a file is in the wheel twice"
        return {name: archive.read(name) for name in names}


def test_holds_every_handler_in_one_object(contents: dict[str, bytes]) -> None:
    objects = sorted(name for name in contents if name.endswith(".bpf"))
    abis = ["-i386", ""] if platform.machine() == "x86_64" else [""]
    names = [f"{name}{abi}" for name in ("battery", "questions", "trace_syscalls") for abi in abis]
    names += ["dispatcher", "objects", "objects-copies", "processes", "sources"]
    assert objects == sorted(f"traceleft/data/{name}.bpf" for name in names)
    assert all(contents[name].startswith(b"\x7fELF") for name in objects)
    for name in handler_names():
        section = name.replace("handle_syscall_", "probe/handle_").replace(".bpf", "").encode() + b"\0"
        assert section in contents["traceleft/data/battery.bpf"], name


def test_the_battery_is_small(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        compressed = sum(info.compress_size for info in archive.infolist() if info.filename.endswith((".bpf", ".json")))
    assert compressed <= 3_000_000


def test_holds_the_schema_and_the_headers_for_handlers(contents: dict[str, bytes]) -> None:
    assert (
        contents["traceleft/data/schema.json"]
        == (ROOT / "battery" / "generated" / platform.machine() / "schema.json").read_bytes()
    )
    for header in (ROOT / "bpf" / "include" / "traceleft").glob("*.h"):
        assert contents[f"traceleft/data/include/traceleft/{header.name}"] == header.read_bytes()


def test_says_under_which_licences_it_is(contents: dict[str, bytes]) -> None:
    info = f"traceleft-{__version__}.dist-info"
    for text in [ROOT / "LICENSE", *(ROOT / "LICENSES").glob("*.txt")]:
        assert contents[f"{info}/licenses/{text.relative_to(ROOT)}"] == text.read_bytes()
    assert b"\nLicense-Expression: MIT AND (GPL-2.0-only OR MIT)\n" in contents[f"{info}/METADATA"]


def test_is_typed(contents: dict[str, bytes]) -> None:
    assert {"traceleft/py.typed", "traceleft/_core.pyi"} <= contents.keys()


def test_holds_one_extension_and_the_libraries_that_it_needs(wheel: Path, contents: dict[str, bytes]) -> None:
    shared = [name for name in contents if ".so" in name]
    assert len([name for name in shared if name.startswith("traceleft/")]) == 1
    bundled = [name.split("/")[1] for name in shared if name.startswith("traceleft.libs/")]
    assert sorted(name.split("-")[0] for name in bundled) == ["libbpf", "libelf", "libzstd"]


def test_it_needs_no_newer_glibc_than_its_tag_says(wheel: Path, tmp_path: Path) -> None:
    tag = re.search(r"-manylinux_(\d+)_(\d+)_", wheel.name)
    assert tag and os.environ.get("TRACELEFT_TEST_MANYLINUX", f"{tag[1]}_{tag[2]}") == f"{tag[1]}_{tag[2]}"
    with zipfile.ZipFile(wheel) as archive:
        objects = [archive.extract(name, tmp_path) for name in archive.namelist() if ".so" in name]
    needed = re.findall(r"GLIBC_(\d+)\.(\d+)", run("readelf", "--version-info", *objects).stdout)
    assert (2, 2) <= max((int(major), int(minor)) for major, minor in needed) <= (int(tag[1]), int(tag[2]))


def test_the_extension_keeps_its_symbols(wheel: Path, tmp_path: Path) -> None:
    """Profiles of the tracer name its functions by them."""
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.startswith("traceleft/_core.") and ".so" in name]
        extension = archive.extract(name, tmp_path)
    assert " traceleft::RingReader::drain()" in run("nm", "--demangle", extension).stdout


def test_holds_nothing_else(contents: dict[str, bytes]) -> None:
    roots = {name.split("/")[0] for name in contents}
    assert roots == {"traceleft", "traceleft.libs", f"traceleft-{__version__}.dist-info"}
    kinds = {Path(name).suffix for name in contents if name.startswith("traceleft/")}
    assert kinds == {".py", ".pyi", ".typed", ".so", ".bpf", ".h", ".json", ".j2", ".proto", ".js", ".css"}


def test_pytest_finds_its_plugin(contents: dict[str, bytes]) -> None:
    [entries] = [data.decode() for name, data in contents.items() if name.endswith(".dist-info/entry_points.txt")]
    parsed = configparser.ConfigParser()
    parsed.read_string(entries)
    assert dict(parsed["pytest11"]) == {"traceleft": "traceleft.pytest_plugin"}
    assert "traceleft/pytest_plugin.py" in contents and "traceleft/testing/sidecar.py" in contents


def test_names_no_directory_of_the_machine_that_built_it(contents: dict[str, bytes]) -> None:
    # With what may follow the directory: a checkout in /src must not find every "/src" of a path inside it.
    paths = [f"{ROOT}/".encode(), f"{tempfile.gettempdir()}/".encode()]
    maps = b"/tmp/perf-"  # where a process's JIT compiler writes the names of functions
    named = [name for name, data in contents.items() if any(path in data.replace(maps, b"") for path in paths)]
    assert named == []


def test_stages_the_same_objects_into_the_source_tree(contents: dict[str, bytes]) -> None:
    for name in ("battery.bpf", "trace_syscalls.bpf"):
        assert (ROOT / "traceleft" / "data" / name).read_bytes() == contents[f"traceleft/data/{name}"]


def test_building_it_leaves_the_handlers_of_the_checkout_alone(contents: dict[str, bytes]) -> None:
    assert sorted(path.name for path in (ROOT / "battery" / "out").iterdir()) == handler_names()


def test_imports_only_what_it_brought(installed: Path, tmp_path: Path) -> None:
    code = "import traceleft, traceleft._core; print(traceleft.__file__); print(traceleft._core.__file__)"
    files = run(installed, "-c", code, cwd=tmp_path).stdout.split()
    assert all(Path(file).is_relative_to(installed.parents[1]) for file in files)
    assert not any(Path(file).is_relative_to(ROOT) for file in files)


def test_says_how_it_is_used(installed: Path, tmp_path: Path) -> None:
    by_script = run(installed.with_name("traceleft"), "--help", cwd=tmp_path).stdout
    by_module = run(installed, "-m", "traceleft", "--help", cwd=tmp_path).stdout
    assert "trace" in by_script
    assert "trace" in by_module
    listed = run(installed.with_name("traceleft"), "run", "--list", cwd=tmp_path).stdout
    assert [line.split()[0] for line in listed.splitlines()] == list(scripts.listed())


@pytest.mark.kernel
def test_traces_where_no_compiler_is_found(installed: Path, tmp_path: Path) -> None:
    as_root: list[str] = []
    if os.geteuid() != 0:
        sudo = shutil.which("sudo") or cannot_run("tracing needs root, and there is no sudo")
        as_root = [sudo, "-n"]
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "cat").symlink_to(shutil.which("cat") or "/bin/cat")
    file = tmp_path / "opened.txt"
    file.write_text("what cat prints\n")

    traceleft = installed.with_name("traceleft")
    done = subprocess.run(
        [*as_root, "/usr/bin/env", f"PATH={tools}", traceleft, "trace", "openat", "--", "cat", file],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if "openat" in line and str(file) in line]
    assert len(lines) == 1, done.stdout + done.stderr
    assert "what cat prints\n" in done.stdout
