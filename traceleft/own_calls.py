# SPDX-License-Identifier: MIT
"""Tells a program's own calls from those at the start of most programs: of the dynamic loader, and for the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traceleft._core import Event

_CACHE = "/etc/ld.so.cache"
_PRELOAD = "/etc/ld.so.preload"
_LOCALES = ("/etc/locale.alias", "/usr/lib/locale/", "/usr/share/locale")
_EXECS = {"execve", "execveat"}
_LOADING = {
    *("access", "arch_prctl", "brk", "close", "fstat", "mmap", "mprotect", "munmap", "newfstatat", "open", "openat"),
    *("pread64", "prlimit64", "read", "readlink", "rseq", "set_robust_list", "set_tid_address", "uname"),
}


class OwnCalls:
    """Looks at events in their order, and says of each whether it is the program's own.

    glibc's loader begins after an exec, or with a look at its own files in /etc where execs are not traced. It ends
    when it unmaps its cache, or with the first call that it would not make. Later glibc reads the files of the locale.
    """

    def __init__(self) -> None:
        self._loading: dict[int, _Loading] = {}
        self._locale: set[tuple[int, int]] = set()
        """Pids and the descriptors of these files."""

    def is_own(self, event: Event) -> bool:
        """Whether it is neither the dynamic loader's nor for the locale. Each event is asked about once."""
        path = _path_of(event)
        return not self._is_loaders(event, path) and not self._is_locales(event, path)

    def _is_loaders(self, event: Event, path: str | None) -> bool:
        if event.syscall in _EXECS:
            if event.ret == 0:
                self._loading[event.pid] = _Loading()
            return False
        state = self._loading.get(event.pid)
        if state is None and path in (_CACHE, _PRELOAD):
            state = self._loading[event.pid] = _Loading()
        if state is None:
            return False
        if event.syscall not in _LOADING or (path and not _is_loaders(path)):
            del self._loading[event.pid]
            return False
        if state.follow(event, path):
            del self._loading[event.pid]
        return True

    def _is_locales(self, event: Event, path: str | None) -> bool:
        if path:
            if not (path.startswith(_LOCALES) or "/gconv/" in path):
                return False
            if event.syscall.startswith("open") and event.ret >= 0:
                self._locale.add((event.pid, event.ret))
            return True
        opened = (event.pid, event.raw_args.get("fd", event.raw_args.get("dfd", -1)))
        if opened not in self._locale or event.syscall not in _LOADING:
            return False
        if event.syscall == "close":
            self._locale.remove(opened)
        return True


class _Loading:
    """A loader at work: where its cache is."""

    def __init__(self) -> None:
        self._descriptor: int | None = None
        self._address: int | None = None

    def follow(self, event: Event, path: str | None) -> bool:
        """Whether the call is its last."""
        if path == _CACHE and event.ret >= 0 and event.syscall.startswith("open"):
            self._descriptor = event.ret
        elif event.syscall == "mmap" and self._address is None and event.raw_args.get("fd") == self._descriptor:
            self._address = event.ret
        elif event.syscall == "munmap" and self._address is not None:
            return event.raw_args.get("addr") == self._address
        return False


def _path_of(event: Event) -> str | None:
    path = event.get("filename")
    return path if isinstance(path, str) else None


def _is_loaders(path: str) -> bool:
    return ".so" in path or "/glibc-hwcaps" in path
