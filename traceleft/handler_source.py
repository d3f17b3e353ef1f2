# SPDX-License-Identifier: MIT
"""Handlers of one's own, from C to an object that can be attached. Needs clang, which nothing else here does."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Union

from traceleft import arguments, battery
from traceleft.errors import HandlerError

CLANG_FLAGS = ("-g", "-O2", "-Wall", "-target", "bpf", "-mcpu=v3")
"""The shipped handlers are compiled with the same (cmake/bpf.cmake)."""

_ARCHITECTURES = {"x86_64": "x86", "aarch64": "arm64"}
"""The names that bpf_tracing.h has for them."""

StrPath = Union[str, "os.PathLike[str]"]


class Handler(os.PathLike[str]):
    """A handler that was compiled here, for Tracer.attach() to take. Its file goes with it, or with close().

    with Handler.from_source(source) as handler:
        tracer.attach(handler, pids=[1234])

    An attached handler stays attached when its file is gone.
    """

    def __init__(self, directory: str, name: str) -> None:
        self._path = Path(directory) / name
        self._remove = weakref.finalize(self, shutil.rmtree, directory, ignore_errors=True)

    @classmethod
    def from_source(cls, source: str, *, include: Iterable[StrPath] = ()) -> Handler:
        """Compiles C against the headers that come with traceleft: `#include <traceleft/handler.h>`.

        Args:
            source: the text of the C file.
            include: more directories for its includes.

        Raises HandlerError, with the compiler's words where there are some.
        """
        return cls._compile(arguments.text("source", source), "handler", include)

    @classmethod
    def from_file(cls, path: StrPath, *, include: Iterable[StrPath] = ()) -> Handler:
        """Compiles a file in the same way; it can include its neighbours too. Raises OSError where it can't be read."""
        source = Path(path)
        return cls._compile(source, object_name(source).removesuffix(".bpf"), include)

    @classmethod
    def _compile(cls, source: str | Path, name: str, include: Iterable[StrPath]) -> Handler:
        handler = cls(tempfile.mkdtemp(prefix="traceleft-"), f"{name}.bpf")
        try:
            compile_handler(source, handler.path, include)
        except BaseException:
            handler.close()
            raise
        return handler

    @property
    def path(self) -> Path:
        """The compiled object."""
        return self._path

    def close(self) -> None:
        """Removes the object's file."""
        self._remove()

    def __fspath__(self) -> str:
        return os.fspath(self._path)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({os.fspath(self)!r})"

    def __enter__(self) -> Handler:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def object_name(source: Path) -> str:
    """openat.bpf.c and openat.c become openat.bpf."""
    return re.sub(r"(\.bpf)?\.c$", "", source.name) + ".bpf"


def compile_handler(source: str | Path, output: Path, include: Iterable[StrPath] = ()) -> str:
    """Compiles C, the text or the file of it, to `output`. Returns the compiler's warnings.

    Raises HandlerError where clang or libbpf's headers are missing, and for what doesn't compile; OSError.
    """
    clang = shutil.which("clang")
    if clang is None:
        raise HandlerError("a handler is compiled by clang, and there is none here: apt install clang libbpf-dev")
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        raise HandlerError(f"handlers are for {' and '.join(_ARCHITECTURES)}, and this machine is {machine}")
    if isinstance(source, Path):
        name, text = os.fspath(source), source.read_bytes()
        folders = [source.parent, *include]
    else:
        name, text = "<source>", source.encode()
        folders = [*include]
    headers = battery.data_directory() / "include"
    folders.append(headers)
    arguments = [*CLANG_FLAGS, f"-D__TARGET_ARCH_{_ARCHITECTURES[machine]}"]
    for folder in folders:
        arguments += ["-I", os.path.abspath(folder)]  # noqa: PTH100 (and Path.resolve() would follow links)
    # Written beside and renamed: handlers attached from an older object keep it, and a failure leaves it alone.
    with tempfile.TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as scratch:
        made = Path(scratch).absolute() / output.name
        # Through a pipe, so that clang never takes the name for an option, or by its suffix for another language.
        done = subprocess.run(
            [clang, *arguments, "-x", "c", "-c", "-", "-o", os.fspath(made)],
            input=b'#line 1 "%s"\n' % re.sub(rb'(["\\])', rb"\\\1", os.fsencode(name)) + text,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # For a text from a pipe, #include "..." looks in the working directory before all others.
            cwd=source.parent if isinstance(source, Path) else headers,
            check=False,
        )
        said = done.stdout.decode(errors="replace").strip()
        if done.returncode == 0:
            made.replace(output)
            return said
    if re.search(r"'bpf/\w+\.h' file not found", said):
        raise HandlerError(
            f"{name}: libbpf's headers (<bpf/bpf_helpers.h>) are not here: apt install libbpf-dev\n{said}"
        )
    raise HandlerError(f"{name}: clang refuses it:\n{said}")
