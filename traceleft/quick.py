# SPDX-License-Identifier: MIT
"""Tracing in one line: a command, a block of code, or what runs already."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypedDict, Union

from traceleft import _core, battery, users
from traceleft.asking import Where, text_of
from traceleft.asking import where as question
from traceleft.captured import Capture
from traceleft.command import Command
from traceleft.errors import ProcessError, UsageError
from traceleft.kept_batches import KeptBatches
from traceleft.origin import Origin
from traceleft.serving.client import ServedTracer
from traceleft.serving.rights import is_wanted, naming_servers
from traceleft.tracer import Tracer

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from traceleft.command import Stream

_HELD_BYTES = 1 << 30
"""Bytes of events that capture() lets wait in memory until its block ends."""
_LOOK_SECONDS = 0.2
"""Seconds between two looks for processes that are left."""
_CGROUPS = Path("/sys/fs/cgroup")


class _HasPid(Protocol):
    @property
    def pid(self) -> int | None: ...


Process = Union[int, _HasPid]
"""A pid, or what has one: subprocess.Popen, psutil.Process, multiprocessing.Process, Command."""
Handlers = Union[str, os.PathLike[str], Iterable[str]]
"""Which calls, as Tracer.attach() takes them: "openat", "open*", "%file", "all", several, or the path of an object."""


class Options(TypedDict, total=False):
    """What Tracer() takes."""

    backend: str | None
    ring_size: int
    buffer_limit: int
    durations: bool
    btf: str | os.PathLike[str] | None
    maxactive: int
    namespace_pids: bool
    pid_comms: bool
    environments: bool
    files: bool
    slots: int
    abi: str
    buffer: int
    processes: bool
    limit: int


def run(
    argv: Sequence[str],
    handlers: Handlers = "all",
    *,
    where: Where | str | None = None,
    user: str | None = None,
    stdin: Stream = None,
    stdout: Stream = None,
    stderr: Stream = None,
    **options: Unpack[Options],
) -> Capture:
    """Runs a command to its end, and returns the calls that it and its children made; `returncode` is how it ended.

    Args:
        argv: the program and its arguments, as a list.
        handlers: which calls.
        where: those for which it holds (docs/asking.md).
        user: the name of the user it runs as.
        stdin, stdout, stderr: as subprocess has them, but for PIPE.
        options: as Tracer() has them, such as files=True; durations are measured unless durations=False.

    Ctrl-C ends the command, as in a shell. Raises as Tracer() and Tracer.spawn() do.
    """
    options.setdefault("durations", True)
    if is_wanted():
        command = Command(argv, user=user, stdin=stdin, stdout=stdout, stderr=stderr)
        return _run_served(command, handlers, where, options)
    with naming_servers():
        tracer = Tracer(**options)
    with tracer:
        with tracer.spawn(argv, handlers, where=where, user=user, stdin=stdin, stdout=stdout, stderr=stderr) as command:
            capture = tracer.collect(command=command)
        capture.returncode = command.returncode
    return capture


def _run_served(command: Command, handlers: Handlers, where: Where | str | None, options: Options) -> Capture:
    """run() by a server. The command is started, and has ended."""
    batches = KeptBatches(battery.schema())
    with command:
        with ServedTracer(
            handlers, pids=[command.pid], follow_forks=True, at_exec=True, where=where, options=options
        ) as tracer:
            command.start()
            with contextlib.suppress(KeyboardInterrupt):
                while command.poll() is None:
                    batch = tracer.read(_LOOK_SECONDS)
                    if batch is not None:
                        batches.append(batch)
            tracer.stop()
            for batch in tracer.batches():
                batches.append(batch)
        stats = tracer.stats()
    result = Capture(batches, battery.schema(), stats, Origin.here())
    result.returncode = command.returncode
    return result


@contextlib.contextmanager
def capture(
    handlers: Handlers = "all", *, where: Where | str | None = None, **options: Unpack[Options]
) -> Iterator[Capture]:
    """Traces a block of code: the calls of this process, with its threads and the children that it makes meanwhile.

    The Capture that it gives is empty until the block ends. Traceleft's own calls are not in it. Until then events wait
    in 1 GiB of memory at most (buffer), compressed: beyond it they are lost, and a LostEventsWarning says so.

    Args:
        handlers, where, options: as run() has them.

    Raises as Tracer() and Tracer.attach() do.
    """
    process = os.getpid()
    options.setdefault("durations", True)
    options.setdefault("buffer", _HELD_BYTES)
    with _of_this_process(handlers, where, options) as tracer:
        result = Capture([], battery.schema(), origin=Origin.here())
        begun = time.monotonic_ns()
        try:
            yield result
        finally:
            ended = time.monotonic_ns()
            if os.getpid() == process:  # a child that was forked in the block leaves it, too
                tracer.stop()
                # Before and after, this thread attaches and detaches.
                within = _core.Question(f"timestamp >= {begun} and timestamp <= {ended}")
                kept = (_core.filter(batch, within) for batch in tracer.batches())
                result.fill((batch for batch in kept if batch), tracer.stats())


def _of_this_process(handlers: Handlers, where: Where | str | None, options: Options) -> Tracer | ServedTracer:
    process = os.getpid()
    if is_wanted():
        return ServedTracer(handlers, pids=[process], follow_forks=True, where=where, options=options)
    with naming_servers():
        tracer = Tracer(**options)
    try:
        tracer.attach(handlers, pids=[process], follow_forks=True, where=where)
    except BaseException:
        tracer.stop()
        raise
    return tracer


def trace(
    handlers: Handlers = "all",
    *,
    pid: Process | Iterable[Process] | None = None,
    comm: str | Iterable[str] | None = None,
    uid: int | str | Iterable[int | str] | None = None,
    cgroup: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | None = None,
    where: Where | str | None = None,
    follow_forks: bool = False,
    **options: Unpack[Options],
) -> Tracer | ServedTracer:
    """A Tracer that is already attached: iterate over it, also by `async for`, inside `with`.

    Args:
        handlers: which calls.
        pid: the processes; None: all. The iteration ends when all of them have ended.
        comm: the names of threads, one or several.
        uid: the users, by number or name.
        cgroup: directories of cgroup v2, from /sys/fs/cgroup on or absolute; those below one are others.
        where: a question that must hold, too.
        follow_forks: children are traced as the processes are.
        options: as Tracer() has them.

    Raises as Tracer() and Tracer.attach() do.
    """
    pids = None if pid is None else [_pid_of(each) for each in _several(pid)]
    given = {
        "comm": None if comm is None else list(_several(comm)),
        "uid": None if uid is None else [_uid_of(each) for each in _several(uid)],
        "cgroup_id": None if cgroup is None else [_cgroup_id(each) for each in _several(cgroup)],
    }
    fields = {name: values for name, values in given.items() if values is not None}
    asked = question(**fields) if fields else None  # type: ignore[arg-type]
    if where is not None:
        asked = question(text_of(where)) if asked is None else asked & where
    if is_wanted():
        return ServedTracer(
            handlers,
            pids=pids,
            follow_forks=follow_forks,
            until_gone=pids is not None,
            where=asked,
            options=options,
        )
    with naming_servers():
        tracer = Trace(until_gone=pids is not None, **options)
    try:
        tracer.attach(handlers, pids=pids, follow_forks=follow_forks, where=asked)
    except BaseException:
        tracer.stop()
        raise
    return tracer


class Trace(Tracer):
    """What trace() gives.

    Args:
        until_gone: stop by itself when no process with handlers of its own is left.
        options: as Tracer() has them.
    """

    def __init__(self, *, until_gone: bool, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self._until_gone = until_gone

    def read(self, timeout: float | None = None) -> _core.Batch | None:
        """As Tracer.read(); stops where the traced processes are gone."""
        if not self._until_gone:
            return super().read(timeout)
        end = float("inf") if timeout is None else time.monotonic() + timeout
        while not self.stopped:
            left = end - time.monotonic()
            batch = super().read(max(0.0, min(left, _LOOK_SECONDS)))
            if batch is not None:
                return batch
            if not self.processes_left:
                self.stop()
            elif left <= 0:
                return None
        return super().read(0)


def _several(given: object) -> list[object]:
    """One, or several in a list or its like."""
    return list(given) if isinstance(given, Iterable) and not isinstance(given, (str, bytes, os.PathLike)) else [given]


def _pid_of(process: object) -> int:
    """Raises UsageError for what is no process, ProcessError for one that has ended or was never started."""
    if isinstance(process, int) and not isinstance(process, bool):
        return process
    if not hasattr(process, "pid"):
        raise UsageError(f"pid is a number, or a process that has one, such as subprocess.Popen, not {process!r}")
    pid: object = process.pid
    # multiprocessing calls it exitcode.
    code = getattr(process, "returncode", None)
    code = getattr(process, "exitcode", None) if code is None else code
    if not isinstance(pid, int) or code is not None:
        raise ProcessError(f"{process!r} " + ("was not started" if code is None else "has ended"))
    return pid


def _uid_of(user: object) -> int:
    if isinstance(user, str):
        return users.User.named(user).uid
    if isinstance(user, int) and not isinstance(user, bool) and 0 <= user < 1 << 32:
        return user
    raise UsageError(f"uid is the number or the name of a user, not {user!r}")


def _cgroup_id(path: object) -> int:
    """The inode of its directory. Raises UsageError."""
    if not isinstance(path, (str, os.PathLike)):
        raise UsageError(f"cgroup is a directory of cgroup v2, such as system.slice/ssh.service, not {path!r}")
    place = _CGROUPS / path
    if not (place / "cgroup.procs").is_file():
        raise UsageError(f"{place} is no cgroup (v2): `systemd-cgls` shows those there are")
    return place.stat().st_ino
