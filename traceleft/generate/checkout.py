"""The generator's files: reads a checkout's inputs, the headers and tracefs; writes or compares outputs."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from pathlib import Path

from . import formats, meaning, render, spec, uapi
from .errors import GenerateError

TRACEFS = Path("/sys/kernel/tracing")
INCLUDE = Path("/usr/include")

_MEANINGS = "battery/syscalls.toml"
_FORMATS = "battery/formats"


def outputs(root: Path) -> dict[str, str]:
    """The generated files' texts by path. Where two snapshots have a syscall, the newer kernel's counts."""
    meanings = _meanings(root)
    snapshots = _snapshots(root, meanings.arch)
    known: dict[str, formats.Format] = {}
    for path in snapshots:
        known.update(formats.parse_formats(_read(root / path), path))
    return _outputs(root, meanings, known)


def live_outputs(root: Path, tracefs: Path = TRACEFS) -> dict[str, str]:
    """What `outputs` would be if the running kernel's formats were the only snapshot."""
    return _outputs(root, _meanings(root), formats.parse_formats(_live_formats(tracefs), str(tracefs)))


def constants(root: Path, include: Path = INCLUDE) -> dict[str, str]:
    """battery/uapi/ARCH.json, extracted anew from the headers below `include`."""
    meanings = _meanings(root)
    sources = {name: flag_set.source for name, flag_set in meanings.flags.items()}
    wanted = {uapi.NUMBERS_HEADER, uapi.VERSION_HEADER, *meanings.constants.values()}
    wanted |= {source.header for source in sources.values()}
    folders = (include / f"{meanings.arch}-linux-gnu", include)  # Debian's own place of asm/ first
    texts = {}
    for header in sorted(wanted):
        found = [folder / header for folder in folders if (folder / header).is_file()]
        texts[header] = _read(found[0] if found else include / header)
    extracted = uapi.extract(meanings.arch, texts, sources, meanings.constants)
    return {_constants_path(meanings.arch): uapi.dump(extracted)}


def snapshot(tracefs: Path = TRACEFS) -> dict[str, str]:
    """battery/formats/RELEASE-ARCH.txt, the running kernel's format files."""
    text = _live_formats(tracefs)
    formats.parse_formats(text, str(tracefs))
    release = re.match(r"[0-9]+\.[0-9]+", platform.release())
    if not release:
        raise GenerateError(f"the kernel's release is no version: {platform.release()!a}")
    return {f"{_FORMATS}/{release[0]}-{platform.machine()}.txt": text}


def differing(root: Path, files: Mapping[str, str]) -> list[str]:
    """Which of `files` are missing from the checkout or differ there."""
    return [path for path, text in files.items() if not (root / path).is_file() or _read(root / path) != text]


def write(root: Path, files: Mapping[str, str]) -> None:
    """Writes those of `files` that differ."""
    for path in differing(root, files):
        try:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(files[path].encode("ascii"))
        except OSError as error:
            raise GenerateError(f"{path}: {error.strerror}") from None


def stale_handlers(root: Path, files: Mapping[str, str]) -> list[str]:
    """Checked-in handlers of syscalls that are no longer generated."""
    handlers = root.glob(render.HANDLER.format("*"))
    return sorted(path for path in (handler.relative_to(root).as_posix() for handler in handlers) if path not in files)


def _outputs(root: Path, meanings: meaning.Meanings, known: Mapping[str, formats.Format]) -> dict[str, str]:
    path = _constants_path(meanings.arch)
    extracted = uapi.load(_read(root / path), path)
    return render.render(spec.build(known, extracted, meanings), root / "templates")


def _meanings(root: Path) -> meaning.Meanings:
    return meaning.parse_meanings(_read(root / _MEANINGS), _MEANINGS)


def _constants_path(arch: str) -> str:
    return f"battery/uapi/{arch}.json"


def _snapshots(root: Path, arch: str) -> list[str]:
    """The architecture's snapshots, relative to `root`, older kernels first."""
    versions = {}
    for path in (root / _FORMATS).glob(f"*-{arch}.txt"):
        release = re.fullmatch(rf"([0-9]+)\.([0-9]+)-{arch}\.txt", path.name)
        if not release:
            raise GenerateError(f"{_FORMATS}/{path.name}: a snapshot is called MAJOR.MINOR-{arch}.txt")
        versions[int(release[1]), int(release[2])] = f"{_FORMATS}/{path.name}"
    if not versions:
        raise GenerateError(f"{_FORMATS}: there is no snapshot for {arch}: run scripts/snapshot_formats")
    return [path for _, path in sorted(versions.items())]


def _live_formats(tracefs: Path) -> str:
    prefix = "sys_enter_"
    paths = sorted((tracefs / "events/syscalls").glob(f"{prefix}*/format"))
    if not paths:
        raise GenerateError(f"{tracefs}: no syscall events are readable; as root: mount -t tracefs nodev {tracefs}")
    return formats.join_formats({path.parent.name: _read(path) for path in paths})


def _read(path: Path) -> str:
    """The bytes as they are: no newline is translated."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise GenerateError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise GenerateError(f"{path}: not UTF-8: {error.reason}") from None
