# SPDX-License-Identifier: MIT
"""A program that opens files by names that are not their paths.

`links.py DIRECTORY` says that it is ready, waits for a line on its standard input, and opens files through links,
relative names, /proc and a root directory of its own. DIRECTORY has below/file, and nothing else.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def look(path: str, flags: int = os.O_RDONLY, directory: int | None = None) -> None:
    os.close(os.open(path, flags, dir_fd=directory))


def from_directories() -> None:
    below = os.open("below", os.O_RDONLY | os.O_DIRECTORY)
    look("file", directory=below)
    look("../link", directory=below)
    os.chdir("dirlink")
    look("../link")
    look("file")
    os.chdir("..")


def from_proc(directory: str) -> None:
    fd = os.open("link", os.O_RDONLY)
    reader, writer = os.pipe()
    for number in (fd, reader):
        look(f"/proc/self/fd/{number}")
        look(f"/dev/fd/{number}")
    os.close(writer)
    for name in ("status", "exe", "cwd/link", f"root{directory}/link", "ns/mnt"):
        look(f"/proc/self/{name}")
    look("/proc/thread-self/stat")
    look("/proc/mounts")
    look("/dev/stdin")


def main(directory: str) -> None:
    os.chdir(directory)
    for target, name in (("below", "dirlink"), ("dirlink/file", "link"), ("/link", "in_root"), ("link", "twice")):
        Path(name).symlink_to(target)
    os.link("below/file", "hard")
    print("ready", flush=True)
    sys.stdin.readline()
    for name in ("link", "twice", "hard", "dirlink", "dirlink/", "./below/../link"):
        look(name)
        look(f"{directory}/{name}")
    for name in ("/lib", "/bin/sh", "/usr/../lib/"):
        look(name)
    look("link", os.O_PATH | os.O_NOFOLLOW)
    look("dirlink/file", os.O_NOFOLLOW)
    from_directories()
    from_proc(directory)
    with tempfile.TemporaryFile(dir=directory):  # O_TMPFILE
        pass
    look("dirlink/created", os.O_CREAT | os.O_WRONLY)
    os.chroot(directory)
    os.chdir("/")
    for name in ("link", "/link", "/in_root", "/../../twice", "/"):
        look(name)


if __name__ == "__main__":
    main(sys.argv[1])
