# SPDX-License-Identifier: MIT
"""Which Python line made a call, of those that Python itself tells of: by audit events (PEP 578).

The kernel's side can't know: the interpreter's frames lie in user memory, of another layout in each Python. An audit
event comes from the thread that is about to call, so that the next call of that thread is the one it tells of, if the
call's name fits, and of a file the path, too. Calls without an audit event (write, fsync, close, send) and those of
libraries in C have no line.
"""

from __future__ import annotations

import bisect
import os
import sys
import sysconfig
import threading
import time
from collections.abc import Sequence
from types import CodeType, FrameType
from typing import Any, NamedTuple

from traceleft._core import Event
from traceleft.printable import printable

_LOOKUP = {"socket", "connect", "bind", "sendto", "sendmsg", "sendmmsg", "recvfrom", "recvmsg", "poll", "ppoll"}
_FORKS = {"fork", "vfork", "clone", "clone3"}
_STARTS = {*_FORKS, "execve", "execveat"}
_CALLS = {
    "open": {"open", "openat", "openat2", "creat"},
    "os.chmod": {"chmod", "fchmod", "fchmodat", "fchmodat2"},
    "os.chown": {"chown", "lchown", "fchown", "fchownat"},
    "os.exec": {"execve", "execveat"},
    "os.fork": _FORKS,
    "os.forkpty": _FORKS,
    "os.link": {"link", "linkat"},
    "os.mkdir": {"mkdir", "mkdirat"},
    "os.posix_spawn": _STARTS,
    "os.remove": {"unlink", "unlinkat"},
    "os.rename": {"rename", "renameat", "renameat2"},
    "os.rmdir": {"rmdir", "unlinkat"},
    "os.setxattr": {"setxattr", "lsetxattr", "fsetxattr"},
    "os.symlink": {"symlink", "symlinkat"},
    "os.system": _STARTS,
    "os.truncate": {"truncate", "ftruncate"},
    "os.utime": {"utimensat", "futimesat", "utimes"},
    "socket.__new__": {"socket"},
    "socket.bind": {"bind"},
    "socket.connect": {"connect"},
    "socket.getaddrinfo": _LOOKUP,
    "socket.gethostbyaddr": _LOOKUP,
    "socket.gethostbyname": _LOOKUP,
    "socket.getnameinfo": _LOOKUP,
    "socket.sendmsg": {"sendmsg"},
    "socket.sendto": {"sendto"},
    "subprocess.Popen": _STARTS,
}
"""Audit event to the syscalls that follow it."""
_SEVERAL = {name for name, calls in _CALLS.items() if calls is _LOOKUP}
"""Those that more than one call of a name follows."""
_MOST = 100_000
"""Audit events of a thread that are kept; calls behind them have no line."""
_STDLIB = (sysconfig.get_path("stdlib") + os.sep, "<frozen ")
_SITE = tuple(sysconfig.get_path(name) + os.sep for name in ("purelib", "platlib"))


class _Audited(NamedTuple):
    """An audit event."""

    timestamp: int
    """ns, CLOCK_MONOTONIC, as events have it."""
    name: str
    path: str | None
    """What open was given."""
    code: CodeType
    line: int

    def precedes(self, event: Event) -> bool:
        """Whether it may be of the call that the event is of."""
        if event.syscall not in _CALLS[self.name]:
            return False
        return self.name != "open" or event.args.get("filename", event.args.get("pathname")) == self.path

    def shown(self, start: str) -> str:
        """FILE:LINE in FUNCTION; the file's path begins at `start`."""
        name = self.code.co_filename
        path = os.path.relpath(name, start) if name.startswith("/") else name
        return printable(f"{path}:{self.line} in {self.code.co_name}")


class _Thread(threading.local):
    """What the hook knows of the thread that runs it, so that it need not ask the kernel: that would be a call, too."""

    kept: list[_Audited] | None = None
    window = 0
    """The begin() that `kept` is of."""


class PythonLines:
    """Keeps the audit events of this process from begin() on. Python has no way to remove a hook: after end(), it does
    nothing."""

    def __init__(self) -> None:
        self._start = os.getcwd()  # noqa: PTH109 (a str)
        self._window = 0
        """0: keeps none."""
        self._by_thread: dict[int, list[_Audited]] = {}
        self._own = _Thread()
        sys.addaudithook(self._hook)

    def begin(self) -> None:
        """Forgets what was."""
        self._by_thread = {}
        self._window += 1
        self._kept()  # a thread's first time is a call of gettid

    def end(self) -> None:
        """Keeps no more."""
        self._window = 0

    def _kept(self) -> list[_Audited]:
        own = self._own
        if own.kept is None or own.window != self._window:
            own.window = self._window
            own.kept = self._by_thread[threading.get_native_id()] = []
        return own.kept

    def _hook(self, name: str, arguments: tuple[Any, ...]) -> None:
        if not self._window or name not in _CALLS:
            return
        kept = self._kept()
        frame = _frame(sys._getframe(1))
        if frame and len(kept) < _MOST:
            path = os.fsdecode(arguments[0]) if name == "open" and isinstance(arguments[0], (str, bytes)) else None
            kept.append(_Audited(time.monotonic_ns(), name, path, frame.f_code, frame.f_lineno))

    def of(self, events: Sequence[Event]) -> dict[int, str]:
        """The lines of events, all of a time in their order, by their index: FILE:LINE in FUNCTION.

        What a child of this process calls has the line that started it, as far as that is known.
        """
        own = os.getpid()
        times = {tid: [each.timestamp for each in kept] for tid, kept in self._by_thread.items()}
        taken: set[tuple[int, int]] = set()
        found: dict[int, str] = {}
        parents: dict[int, int] = {}
        started: dict[int, str] = {}
        for index, event in enumerate(events):
            forks = event.syscall in _FORKS and event.ret > 0
            if event.pid != own:
                if forks:
                    parents[event.ret] = event.pid
                continue
            tid = event.tid or 0
            place = bisect.bisect_left(times.get(tid, ()), event.timestamp) - 1
            if place < 0 or (tid, place) in taken:
                continue
            audited = self._by_thread[tid][place]
            if audited.precedes(event):
                found[index] = audited.shown(self._start)
                if audited.name not in _SEVERAL:
                    taken.add((tid, place))
                if forks:
                    started[event.ret] = found[index]
        for index, event in enumerate(events):
            pid = event.pid
            for _ in parents:  # a number may be given again, so that this could be a ring
                pid = parents.get(pid, pid)
            if pid in started:
                found[index] = f"started by {started[pid]}"
        return found


def _frame(frame: FrameType | None) -> FrameType | None:
    """The innermost frame that is not the standard library's; if all are, the innermost."""
    innermost = frame
    while frame and frame.f_code.co_filename.startswith(_STDLIB) and not frame.f_code.co_filename.startswith(_SITE):
        frame = frame.f_back
    return frame or innermost
