"""What is shipped, built once per session by the scripts that users and releases build it with."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs `command` to its end and fails the test with all it printed if it fails."""
    done = subprocess.run(
        command,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
    assert done.returncode == 0, f"{command} exited with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done


def cannot_run(reason: str) -> NoReturn:
    """Skips, or fails where TRACELEFT_KERNEL_TESTS=1 says that everything must run."""
    if os.environ.get("TRACELEFT_KERNEL_TESTS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def handler_names() -> list[str]:
    sources = (ROOT / "battery" / "generated").glob("handle_syscall_*.bpf.c")
    return sorted(source.name[: -len(".c")] for source in sources)


def make_venv(path: Path) -> Path:
    """The interpreter of a new virtual environment that knows nothing of this checkout's."""
    venv.create(path, with_pip=True)
    return path / "bin" / "python"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    outdir = tmp_path_factory.mktemp("wheel")
    printed = run(ROOT / "scripts" / "wheel", outdir).stdout
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


@pytest.fixture
def unpacked_sdist(sdist: Path, tmp_path: Path) -> Path:
    with tarfile.open(sdist) as archive:
        for member in archive.getmembers():
            archive.extract(member, tmp_path, set_attrs=member.isfile())
    [tree] = tmp_path.iterdir()
    return tree
