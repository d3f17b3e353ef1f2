# SPDX-License-Identifier: MIT
"""The kernels that there are, and their unpacked files in build/kernels."""

from __future__ import annotations

import fcntl
import lzma
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CACHE = ROOT / "build" / "kernels"
FETCH = ROOT / "scripts" / "lib" / "fetch_kernel"

SUITES = {"5.10": "bullseye", "6.1": "bookworm", "6.12": "trixie", "newest": "sid"}
"""Each kernel's name, and the Debian suite that has it."""
MODULES = ("virtio_pci", "virtio_console", "virtiofs", "overlay")
"""The modules for a guest without a root yet. Those that they need are added; built-in ones are left out."""


class LabError(Exception):
    """A failure with a message for the user."""


@dataclass(frozen=True)
class Kernel:
    """A kernel that is ready to boot."""

    name: str
    release: str
    """The release, as uname says it."""
    image: Path
    modules: tuple[Path, ...]
    """The modules, in the order in which they must be loaded."""


def known(name: str) -> str:
    """The kernel's name of which `name` is one way to say it. Raises LabError."""
    if name in SUITES:
        return name
    newest = cached("newest")
    if newest and newest.release.startswith(f"{name}."):
        return "newest"
    also = f" (which is {newest.release})" if newest else ""
    raise LabError(f"there is no kernel {name}: choose from {', '.join(SUITES)}{also}")


def cached(name: str) -> Kernel | None:
    """The kernel, if it was unpacked before."""
    folder = CACHE / name
    image, modules, release = (folder / part for part in ("vmlinuz", "modules", "release"))
    if not all(path.exists() for path in (image, modules, release)):
        return None
    return Kernel(name, release.read_text().strip(), image, tuple(sorted(modules.iterdir())))


def get(name: str, update: bool = False) -> Kernel:
    """The kernel; fetched if it was not before, or if `update`. Raises LabError."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kernel = None if update else cached(name)
        if kernel is None:
            for left_over in CACHE.glob(".fetch.*"):
                shutil.rmtree(left_over)
            fetch(name)
            kernel = cached(name)
    give_to_owner(CACHE)
    assert kernel
    return kernel


def fetch(name: str) -> None:
    """Unpacks a kernel elsewhere and then, whole, moves it to where it belongs."""
    with tempfile.TemporaryDirectory(prefix=".fetch.", dir=CACHE) as directory:
        unpacked, folder = Path(directory) / "packages", Path(directory) / "kernel"
        unpacked.mkdir()
        release = run_fetch(SUITES[name], unpacked)
        (folder / "modules").mkdir(parents=True)
        (folder / "release").write_text(f"{release}\n")
        # The modules' directory has it from 6.19 on.
        images = [*unpacked.glob("boot/vmlinuz-*"), *unpacked.glob("usr/lib/modules/*/vmlinuz")]
        if not images:
            raise LabError(f"the packages of {release} have no vmlinuz")
        images[0].rename(folder / "vmlinuz")
        for number, (module, content) in enumerate(needed_modules(unpacked, release)):
            (folder / "modules" / f"{number:02}-{module}.ko").write_bytes(content)
        if (CACHE / name).exists():
            shutil.rmtree(CACHE / name)
        folder.rename(CACHE / name)


def run_fetch(suite: str, folder: Path) -> str:
    """Runs fetch_kernel; returns the release that it unpacked."""
    # A group of its own, so that apt ends when this does.
    with subprocess.Popen([FETCH, suite, folder], stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            output, _ = process.communicate()
        except BaseException:
            os.killpg(process.pid, signal.SIGTERM)
            raise
    if process.returncode:
        raise LabError(f"{suite}'s kernel could not be fetched: the reason is above")
    return output.strip()


def needed_modules(unpacked: Path, release: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of the modules that a guest needs, each behind all that it needs itself."""
    files = {path.name.partition(".")[0].replace("-", "_"): path for path in unpacked.rglob("*.ko*")}
    builtin = next(unpacked.rglob("modules.builtin")).read_text()
    done: set[str] = set()

    def visit(names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        for name in names:
            if name in done or re.search(rf"/{name.replace('_', '[-_]')}\.ko$", builtin, re.MULTILINE):
                continue
            if name not in files:
                raise LabError(f"{release} has no module {name}")
            done.add(name)
            content = module_content(files[name])
            yield from visit(module_dependencies(content))
            yield name, content

    yield from visit(MODULES)


def module_content(path: Path) -> bytes:
    content = path.read_bytes()
    if path.suffix == ".xz":
        return lzma.decompress(content)
    if path.suffix != ".ko":
        raise LabError(f"{path.name} is compressed in a way that is not known here")
    return content


def module_dependencies(content: bytes) -> list[str]:
    """The modules that a module's own .modinfo names. Each entry there ends with a NUL."""
    match = re.search(rb"\0depends=([^\0]*)\0", content)
    return match[1].decode().replace("-", "_").split(",") if match and match[1] else []


def give_to_owner(path: Path) -> None:
    """Root makes no file in a user's clone that the user could not remove."""
    owner = ROOT.stat()
    if os.geteuid() == 0 and owner.st_uid != 0:
        for each in (path, *path.rglob("*")):
            os.chown(each, owner.st_uid, owner.st_gid, follow_symlinks=False)
