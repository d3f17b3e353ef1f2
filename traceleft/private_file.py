# SPDX-License-Identifier: MIT
"""Files for what was traced. Nobody else can read them, and nobody else chose where they are.

All that traceleft writes for its user is opened here:

- It is made with mode 0600, a directory with 0700; a umask can take away from that, and only --output-mode adds. A file
  that is there already loses what its mode has too much. A FIFO and a device keep theirs.
- A file or a FIFO of another user is refused, for its owner can read it, and so is a file with a second name (a hard
  link). A directory must be ours, and nobody else may be able to write to it.
- A symbolic link, at any place of a path, is followed only if it and its directory belong to us or to root, and nobody
  else can write to that directory. The links of /dev, of /proc and of / are such.
- A socket is made in a directory of ours or of root's, where nobody else can replace it.
- A descriptor of our own (/dev/stdout, /dev/fd/63, /proc/self/fd/3) is what our caller opened, and is taken as it is.

Whoever had a file open before its mode was tightened can still read it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import pwd
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from traceleft.errors import TraceleftError

FILE_MODE = 0o600
"""A file's mode, unless another one is given."""

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_ON_THE_WAY = os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC
_LINKS = 40
"""A path with more of them is a loop: MAXSYMLINKS in include/linux/namei.h."""


class UnsafePathError(TraceleftError):
    """A file or a directory through which another user could read, or redirect, what is written."""


class Directory:
    """A directory that stays the same one when others rename parts of the path to it.

    A failure in it is an OSError that names the whole path.
    """

    def __init__(self, fd: int, path: str) -> None:
        self.fd = fd
        self.path = path

    def open(self, name: str, flags: int, mode: int | None = None) -> int:
        """Opens a regular file, which O_CREAT makes: with `mode`, whatever the umask is, or with FILE_MODE.

        Raises OSError, UnsafePathError.
        """
        return self._open(name, flags, mode, only_files=True)

    def directory(self, name: str, mode: int | None = None) -> Directory:
        """A directory here, which is made where it is missing. `mode` is that of the files in it.

        Raises OSError, and UnsafePathError where it isn't ours alone to write to.
        """
        path = self.path_of(name)
        with _naming(path):
            made = self._make(name, mode)
            fd = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=self.fd)
            with _closed_on_failure(fd):
                if made is not None and mode is not None:
                    os.fchmod(fd, made)
                _check_directory(os.fstat(fd), path, {os.geteuid()}, mode or 0)
        return Directory(fd, path)

    def names(self) -> list[str]:
        """The names of all that is in it. Raises OSError."""
        with _naming(self.path or "."):
            fd = os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=self.fd)
            try:
                return os.listdir(fd)  # noqa: PTH208 (Path takes no descriptor)
            finally:
                os.close(fd)

    def status(self, name: str) -> os.stat_result | None:
        """The status of a file, or of a link itself; None where there is none. Raises OSError."""
        with _naming(self.path_of(name)), contextlib.suppress(FileNotFoundError):
            return os.stat(name, dir_fd=self.fd, follow_symlinks=False)
        return None

    def rename(self, name: str, other: str, to: Directory | None = None) -> None:
        """Renames a file here, or into another directory. A file, or a link, that is called `other` gives way. Raises
        OSError."""
        with _naming(self.path_of(name)):
            os.rename(name, other, src_dir_fd=self.fd, dst_dir_fd=(to or self).fd)

    def remove(self, name: str) -> None:
        """Removes a file that may be there. Raises OSError."""
        with _naming(self.path_of(name)), contextlib.suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self.fd)

    def close(self) -> None:
        """Closes the directory. Files that were opened in it stay open."""
        os.close(self.fd)

    def path_of(self, name: str) -> str:
        """How messages call a file in it."""
        return os.fspath(Path(self.path) / name)

    def _make(self, name: str, mode: int | None) -> int | None:
        """The mode with which it was made; None: it was there."""
        wanted = FILE_MODE if mode is None else mode
        wanted |= (wanted & 0o444) >> 2  # who may read may enter
        try:
            os.mkdir(name, wanted, dir_fd=self.fd)
        except FileExistsError:
            return None
        return wanted

    def _open(self, name: str, flags: int, mode: int | None, *, only_files: bool) -> int:
        path = self.path_of(name)
        # A terminal mustn't become ours; what is there is emptied once it is known to be the right file.
        careful = (flags | os.O_NOFOLLOW | os.O_NOCTTY | os.O_CLOEXEC) & ~os.O_TRUNC
        with _naming(path):
            if flags & os.O_CREAT:
                with contextlib.suppress(FileExistsError):
                    fd = os.open(name, careful | os.O_EXCL, FILE_MODE, dir_fd=self.fd)
                    with _closed_on_failure(fd):
                        if mode is not None:
                            os.fchmod(fd, mode)
                    return fd
                if flags & os.O_EXCL:
                    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), path)
            _check(os.stat(name, dir_fd=self.fd, follow_symlinks=False), path, only_files)
            fd = os.open(name, careful & ~os.O_CREAT, dir_fd=self.fd)
            with _closed_on_failure(fd):
                found = os.fstat(fd)
                _check(found, path, only_files)
                if stat.S_ISREG(found.st_mode):
                    had = stat.S_IMODE(found.st_mode)
                    wanted = had & FILE_MODE if mode is None else mode
                    if wanted != had:
                        os.fchmod(fd, wanted)
                    if flags & os.O_TRUNC:
                        os.ftruncate(fd, 0)
            return fd


class Place(NamedTuple):
    """Where a file is, or is to be made."""

    directory: Directory
    name: str


class Opened(NamedTuple):
    """The file of an output."""

    fd: int
    place: Place | None
    """None where it is no regular file, or has no name for us: a device, a FIFO, a descriptor of our own."""


def open_output(path: str, mode: int | None = None) -> Opened:
    """Opens the file of an output, empty, for writing; what is not there is made.

    Raises OSError, UnsafePathError.
    """
    place = locate(path)
    with _closed_on_failure(place.directory.fd):
        fd = _open_in_proc(place, path)
        if fd is None:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            fd = place.directory._open(place.name, flags, mode, only_files=False)
            if stat.S_ISREG(os.fstat(fd).st_mode):
                return Opened(fd, place)
    place.directory.close()
    return Opened(fd, None)


def open_file(path: str, flags: int) -> int:
    """Opens a regular file as Directory.open() does. Raises OSError, UnsafePathError."""
    directory, name = locate(path)
    with contextlib.closing(directory):
        return directory.open(name, flags)


def write_file(path: str, content: bytes) -> None:
    """Writes a file, which is whole as soon as it can be seen. Raises OSError, UnsafePathError."""
    directory, name = locate(path)
    with contextlib.closing(directory):
        with os.fdopen(directory.open(f"{name}.part", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as file:
            file.write(content)
        directory.rename(f"{name}.part", name)


def open_directory(path: str | os.PathLike[str], mode: int | None = None) -> Directory:
    """A directory as Directory.directory() has it; those above it are made as well, but not looked at.

    Raises OSError, UnsafePathError.
    """
    place = locate(os.fspath(path), make=True, mode=mode)
    try:
        return place.directory.directory(place.name, mode)
    finally:
        place.directory.close()


def check_shared_directory(path: str | os.PathLike[str]) -> None:
    """Refuses a directory, as for a socket, where another user could put something else in the place of what is ours.

    It may be root's, and everybody's where nobody can remove what is another's, as in /tmp. Raises OSError,
    UnsafePathError.
    """
    directory, name = locate(os.fspath(path))
    with contextlib.closing(directory), _naming(directory.path_of(name)):
        found = os.stat(name, dir_fd=directory.fd)
        writable = _OTHERS_WRITE if found.st_mode & stat.S_ISVTX else 0
        _check_directory(found, directory.path_of(name), {0, os.geteuid()}, writable)


def locate(path: str, *, make: bool = False, mode: int | None = None) -> Place:
    """Where a path leads, by those links that are followed. The file itself isn't looked at.

    With `make`, directories above it are made for files of that mode. Raises OSError, UnsafePathError.
    """
    here = Directory(-1, "")
    links = 0
    with _naming(path):
        names = _components(path, here)
        try:
            while True:
                name = names.pop() if names else "."
                found = here.status(name)
                proc = _in_proc(here)  # there, the kernel alone knows where links lead
                if found is not None and stat.S_ISLNK(found.st_mode) and (names or not proc):
                    _check_link(found, here, name)
                    links += 1
                    if links > _LINKS:
                        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
                    if not proc:
                        names += _components(os.readlink(name, dir_fd=here.fd), here)
                        continue
                elif not names:
                    return Place(here, name)
                elif found is None and make:
                    here.directory(name, mode).close()
                below = os.open(name, _ON_THE_WAY | (0 if proc else os.O_NOFOLLOW), dir_fd=here.fd)
                os.close(here.fd)
                here.fd, here.path = below, here.path_of(name)
        except BaseException:
            here.close()
            raise


def _components(path: str, here: Directory) -> list[str]:
    """A path's names, the first last; where it begins, `here` is."""
    if path.startswith("/") or here.fd < 0:
        begin = "/" if path.startswith("/") else ""
        fd = os.open(begin or ".", _ON_THE_WAY)
        if here.fd >= 0:
            os.close(here.fd)
        here.fd, here.path = fd, begin
    return [name for name in reversed(path.split("/")) if name not in ("", ".")]


def _in_proc(directory: Directory) -> bool:
    try:
        return os.fstat(directory.fd).st_dev == Path("/proc").stat().st_dev
    except FileNotFoundError:
        return False


def _open_in_proc(place: Place, path: str) -> int | None:
    """Opens what a link of /proc leads to; None for all that isn't there."""
    directory, name = place
    if not _in_proc(directory):
        return None
    with _naming(path):
        if name.isdecimal() and os.path.samestat(os.fstat(directory.fd), Path("/proc/self/fd").stat()):
            return os.dup(int(name))
        found = os.stat(name, dir_fd=directory.fd, follow_symlinks=False)
        if not stat.S_ISLNK(found.st_mode):
            return None
        _check_link(found, directory, name)
        fd = os.open(name, os.O_WRONLY | os.O_APPEND | os.O_NOCTTY | os.O_CLOEXEC, dir_fd=directory.fd)
        with _closed_on_failure(fd):
            _check(os.fstat(fd), path, only_files=False)
        return fd


def _check_link(link: os.stat_result, directory: Directory, name: str) -> None:
    """Raises UnsafePathError for a link that anybody but us and root may have put there."""
    around = os.fstat(directory.fd)
    if not {link.st_uid, around.st_uid} <= {0, os.geteuid()} or around.st_mode & _OTHERS_WRITE:
        raise UnsafePathError(_link_words(directory.path_of(name)))


def _link_words(path: str) -> str:
    return f"{path} is a symbolic link, which somebody else may have put there: remove it, or name its target"


def _check_directory(found: os.stat_result, path: str, owners: set[int], writable: int) -> None:
    """Raises UnsafePathError for one of another owner, or that others can write to by more bits than these."""
    if found.st_uid not in owners:
        raise UnsafePathError(f"{path} belongs to {_user(found.st_uid)}: choose another directory")
    if found.st_mode & _OTHERS_WRITE & ~writable:
        raise UnsafePathError(
            f"others can write to {path} (mode {stat.S_IMODE(found.st_mode):04o}): "
            "`chmod go-w` it, or choose another directory"
        )


def _check(found: os.stat_result, path: str, only_files: bool) -> None:
    """Raises UnsafePathError for a file that mustn't be opened, IsADirectoryError."""
    kind = stat.S_IFMT(found.st_mode)
    remedy = "remove it, or choose another name"
    if kind == stat.S_IFLNK:
        raise UnsafePathError(_link_words(path))
    if kind == stat.S_IFDIR:
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if kind != stat.S_IFREG and only_files:
        raise UnsafePathError(f"{path} is no regular file: {remedy}")
    if kind in (stat.S_IFREG, stat.S_IFIFO) and found.st_uid != os.geteuid():
        raise UnsafePathError(f"{path} belongs to {_user(found.st_uid)}, who can read it: {remedy}")
    if kind == stat.S_IFREG and found.st_nlink > 1:
        raise UnsafePathError(f"{path} has another name as well (a hard link): {remedy}")


def _user(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"uid {uid}"


@contextlib.contextmanager
def _naming(path: str) -> Iterator[None]:
    """Makes every OSError that is raised in the block name this path."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None


@contextlib.contextmanager
def _closed_on_failure(fd: int) -> Iterator[None]:
    try:
        yield
    except BaseException:
        os.close(fd)
        raise
