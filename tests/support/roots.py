# SPDX-License-Identifier: MIT
"""A program in a root directory of its own, and one in a mount namespace of its own.

`roots.py DIRECTORY` says that it is ready, waits for a line on its standard input, opens DIRECTORY/inner/file,
changes its root directory to DIRECTORY and opens /inner/file. `roots.py DIRECTORY OTHER` mounts DIRECTORY at OTHER
where nobody else sees it, and opens OTHER/inner/file. It makes an lseek on each descriptor.
"""

from __future__ import annotations

import ctypes
import os
import sys

CLONE_NEWNS = 0x20000
MS_BIND, MS_REC, MS_PRIVATE = 0x1000, 0x4000, 0x40000


def look(path: str) -> None:
    os.lseek(os.open(path, os.O_RDONLY), 0, os.SEEK_CUR)


def checked(result: int) -> None:
    if result:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def main(directory: str, other: str | None = None) -> None:
    print("ready", flush=True)
    sys.stdin.readline()
    if other is None:
        look(f"{directory}/inner/file")
        os.chroot(directory)
        look("/inner/file")
        return
    libc = ctypes.CDLL(None, use_errno=True)
    checked(libc.unshare(CLONE_NEWNS))
    checked(libc.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None))
    checked(libc.mount(os.fsencode(directory), os.fsencode(other), None, MS_BIND, None))
    look(f"{other}/inner/file")


if __name__ == "__main__":
    main(*sys.argv[1:])
