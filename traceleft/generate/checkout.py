# SPDX-License-Identifier: MIT
"""The generator's files: reads a checkout's inputs, the headers and tracefs; writes or compares outputs.

A machine that only shows its kernel's formats may have no Jinja2 and no TOML parser, so only their users import them.
"""

from __future__ import annotations

import dataclasses
import platform
import re
from collections.abc import Mapping
from pathlib import Path

from . import compiler, formats, headers, uapi
from .errors import GenerateError
from .language import Meanings

TRACEFS = Path("/sys/kernel/tracing")

_MEANINGS = "battery/syscalls.toml"
_FORMATS = "battery/formats"


def outputs(root: Path) -> dict[str, str]:
    """The generated files' texts by path."""
    return _outputs(root, None)[0]


def outputs_and_notes(root: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """The generated files' texts by path, and a line for each difference between the snapshots' kernels."""
    return _outputs(root, None)


def live_outputs(root: Path, tracefs: Path = TRACEFS) -> dict[str, str]:
    """The outputs as they would be if the running kernel's formats were its release's snapshot."""
    return _outputs(root, formats.parse_formats(_live_formats(tracefs), str(tracefs)))[0]


def constants(root: Path, include: Path = compiler.INCLUDE) -> tuple[dict[str, str], tuple[str, ...]]:
    """Each battery/uapi/ARCH.json, extracted anew from the headers below `include`, and notes for whoever asked."""
    everything = _meanings(root)
    files, notes = {}, []
    for arch in (*everything.architectures, *everything.compat):
        meanings = everything.of(arch)
        flags = {name: flag_set.source for name, flag_set in meanings.flags.items()}
        structs = {name: struct.source for name, struct in meanings.structs.items()}
        ioctls = meanings.ioctls.source.headers if meanings.ioctls else ()
        extracted = headers.extract(arch, include, flags, meanings.constants, ioctls, structs)
        files[_constants_path(arch)] = uapi.dump(extracted.uapi)
        notes += [f"{arch}: {note}" for note in extracted.notes]
    return files, tuple(notes)


def snapshot(tracefs: Path = TRACEFS) -> dict[str, str]:
    """battery/formats/RELEASE-ARCH.txt, the running kernel's format files."""
    text = _live_formats(tracefs)
    formats.parse_formats(text, str(tracefs))
    return {f"{_FORMATS}/{'.'.join(map(str, _running()))}-{platform.machine()}.txt": text}


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
    from . import render

    handlers = root.glob(render.HANDLER.format("*"))
    return sorted(path for path in (handler.relative_to(root).as_posix() for handler in handlers) if path not in files)


def _outputs(root: Path, live: Mapping[str, formats.Format] | None) -> tuple[dict[str, str], tuple[str, ...]]:
    from . import build, render

    meanings = _meanings(root)
    inputs, differences = [], []
    for arch in meanings.architectures:
        paths = _snapshots(root, arch)
        snapshots = {release: formats.parse_formats(_read(root / path), path) for release, path in paths.items()}
        if live is not None and arch == platform.machine():
            snapshots[_running()] = dict(live)
        merged = formats.merge([(".".join(map(str, release)), snapshots[release]) for release in sorted(snapshots)])
        path = _constants_path(arch)
        inputs.append((merged.formats, uapi.load(_read(root / path), path)))
        differences += [f"{arch}: {difference}" for difference in merged.differences]
    compat = [uapi.load(_read(root / _constants_path(abi)), _constants_path(abi)) for abi in meanings.compat]
    templates = root / "templates"
    specs = build.build(inputs, meanings, compat)
    files = render.render(specs[: len(inputs)], templates, specs[len(inputs) :])
    by_hand = {path: _read(root / path) for path in render.PARTLY_GENERATED}
    files.update(render.render_parts(by_hand, _read(root / render.EVENT_HEADER), templates))
    return dict(sorted(files.items())), tuple(differences)


def _meanings(root: Path) -> Meanings:
    from . import meaning

    meanings = meaning.parse_meanings(_read(root / _MEANINGS), _MEANINGS)
    paths = {abi: f"battery/{abi}.toml" for abi in meanings.compat}
    own = {abi: meaning.parse_meanings(_read(root / path), path) for abi, path in paths.items()}
    return dataclasses.replace(meanings, differences=own)


def _constants_path(arch: str) -> str:
    return f"battery/uapi/{arch}.json"


def _snapshots(root: Path, arch: str) -> dict[tuple[int, int], str]:
    """The architecture's snapshots, relative to `root`, by kernel release."""
    snapshots = {}
    for path in sorted((root / _FORMATS).glob(f"*-{arch}.txt")):
        release = re.fullmatch(rf"([0-9]+)\.([0-9]+)-{arch}\.txt", path.name, re.ASCII)
        if not release:
            raise GenerateError(f"{_FORMATS}/{path.name}: a snapshot is called MAJOR.MINOR-{arch}.txt")
        snapshots[int(release[1]), int(release[2])] = f"{_FORMATS}/{path.name}"
    if not snapshots:
        raise GenerateError(f"{_FORMATS}: there is no snapshot for {arch}: run scripts/snapshot_formats")
    return snapshots


def _running() -> tuple[int, int]:
    """The running kernel's release."""
    release = re.match(r"([0-9]+)\.([0-9]+)", platform.release(), re.ASCII)
    if not release:
        raise GenerateError(f"the kernel's release is no version: {platform.release()!a}")
    return int(release[1]), int(release[2])


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
