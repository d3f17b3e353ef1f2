# SPDX-License-Identifier: MIT
"""Files of programs and shared libraries, by the short names that users write."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess

from traceleft import elf
from traceleft.errors import UsageError

_CACHED = re.compile(r"\t(?P<name>\S+) \(.*\) => (?P<path>/.*)")
_SECONDS = 30
_SYSTEM_PATH = "/usr/sbin:/sbin:/usr/bin:/bin"


def find(name: str) -> str:
    """The absolute path of a file: a path's own; a library's by what the dynamic linker knows, "c" or "libc.so.6"; or
    that of a program on PATH. Links in it are not followed, so that /proc/PID/root leads into a container.

    Raises UsageError where there is none.
    """
    if os.sep in name:
        path = os.path.abspath(os.path.expanduser(name))  # noqa: PTH100, PTH111 (resolve() would follow links)
        if not os.path.exists(path):  # noqa: PTH110 (Path's raises for a name that is too long)
            raise UsageError(f"there is no file {path}")
        return path
    path = _library(name) or shutil.which(name) or ""
    if not path:
        raise UsageError(
            f"there is no library or program {name!r} here: name what `ldconfig -p` lists (c for libc.so.6), what is "
            "on PATH, or a path"
        )
    return os.path.abspath(path)  # noqa: PTH100


def _library(name: str) -> str:
    """A library of this machine's word size; empty where the dynamic linker knows none."""
    for known, path in _cached():
        if known in (name, f"lib{name}.so") or known.startswith((f"lib{name}.so.", f"{name}.so.")):
            return path
    return ""


@functools.cache
def _cached() -> tuple[tuple[str, str], ...]:
    """The names and paths in ld.so's cache; none where there is no ldconfig."""
    program = shutil.which("ldconfig", path=_SYSTEM_PATH)
    if not program:
        return ()
    listed = subprocess.run([program, "-p"], capture_output=True, text=True, timeout=_SECONDS, check=False)
    matches = (_CACHED.fullmatch(line) for line in listed.stdout.splitlines())
    return tuple((each["name"], each["path"]) for each in matches if each and not elf.is_32bit(each["path"]))
