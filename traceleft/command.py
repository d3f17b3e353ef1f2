# SPDX-License-Identifier: MIT
"""Commands that are traced from their first instruction."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import IO, Any, Union

from traceleft import _core, arguments
from traceleft.errors import UsageError
from traceleft.users import User

_SECRET = re.compile(rb"TRACELEFT_\w*(TOKEN|SECRET|PASSWORD|KEY)")
"""Variables of the environment for traceleft alone: a command doesn't see them, nor do its tracers."""


Stream = Union[int, IO[Any], None]
"""What a command reads from or writes to: see Command."""


class Command:
    """A command that has been created and waits for start(). It gets our environment without traceleft's secrets.

    Args:
        argv: the program, found through PATH, and its arguments.
        user: the name of the user it runs as, with that one's groups and environment, and without capabilities; which
            takes root. The program is looked for with that user's rights. None: as we do.
        stdin, stdout, stderr: as subprocess has them: None for ours, DEVNULL, a file or a descriptor, and STDOUT for
            stderr. There is no PIPE: nobody would empty it.

    Raises FileNotFoundError where PATH has no such program, UsageError for a user that there isn't, for an argv that is
    no list, and for what is no stream.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        user: str | None = None,
        stdin: Stream = None,
        stdout: Stream = None,
        stderr: Stream = None,
    ) -> None:
        if isinstance(argv, (str, bytes)) or not isinstance(argv, Sequence) or not argv:
            raise UsageError(f"a command is a list of its program and arguments, such as ['ls', '-l'], not {argv!r}")
        argv = [os.fspath(arguments.path("a word of a command", each)) for each in argv]
        program = next(filter(_is_executable, _places_of(argv[0])), None)
        if program is None:
            raise FileNotFoundError(2, "no such command (or it is not executable)", argv[0])
        self.argv = list(argv)
        self.program = program
        """The path of the file that is executed."""
        self.returncode: int | None = None
        """As subprocess has it: the exit status, -N for signal N, None while it runs."""
        whose = None if user is None else User.named(user)
        variables = os.environb if whose is None else whose.environment(os.environb)
        environment = [name + b"=" + value for name, value in variables.items() if not _SECRET.fullmatch(name)]
        words = [os.fsencode(word) for word in self.argv]
        paths = [program] if whose is None else _places_of(argv[0])
        credentials = None if whose is None else whose.credentials
        with _streams(stdin, stdout, stderr) as streams:
            self._child: _core.ChildProcess | None = _core.ChildProcess(
                [os.fsencode(path) for path in paths], words, environment, credentials, streams
            )
        self.pid = self._child.pid
        self.started = False

    def start(self) -> None:
        """Lets it execute its program. Raises OSError where the kernel can't."""
        if self._child is None:
            raise ValueError("the command was abandoned")
        try:
            self._child.start()
        except OSError:
            self.wait()  # it has ended
            raise
        self.started = True

    def abandon(self) -> None:
        """Ends it without its having run; only before start()."""
        self._child = None  # which closes the pipe that it waits on
        self.wait()

    def poll(self) -> int | None:
        """Its return code, None while it runs. Never waits."""
        return self._reap(os.WNOHANG)

    def wait(self) -> int:
        """Waits for its end and returns its return code."""
        code = self._reap(0)
        assert code is not None
        return code

    @property
    def running(self) -> bool:
        """Whether it has yet to end. Reaps nothing, so that a signal handler may ask."""
        if self.returncode is not None:
            return False
        try:
            return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        except ChildProcessError:  # reaped, in the very function that was interrupted
            return False

    def send_signal(self, signal: int) -> None:
        """Sends it a signal, unless it has ended, or is a program of another user now (sudo)."""
        if self.running:
            with contextlib.suppress(PermissionError):
                os.kill(self.pid, signal)

    def _reap(self, options: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, options)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def __enter__(self) -> Command:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.started:
            self.wait()
        else:
            self.abandon()


@contextlib.contextmanager
def _streams(stdin: Stream, stdout: Stream, stderr: Stream) -> Iterator[list[int]]:
    """The descriptors of a command's streams, -1 for ours. Raises UsageError for what is no stream."""
    if stdin is stdout is stderr is None:
        yield [-1, -1, -1]
        return
    import subprocess  # for the numbers of its streams; it takes a fiftieth of the time to a command's first answer

    with open(os.devnull, "r+b", buffering=0) as null:

        def fd_of(name: str, stream: Stream) -> int:
            if stream is None:
                return -1
            if stream == subprocess.DEVNULL:
                return null.fileno()
            fd = stream if isinstance(stream, int) else getattr(stream, "fileno", lambda: -1)()
            if not 0 <= fd < 1 << 31:
                raise UsageError(f"{name} is DEVNULL, an open file or a descriptor, not {stream!r}")
            return fd

        out = fd_of("stdout", stdout)
        same = stderr == subprocess.STDOUT
        yield [fd_of("stdin", stdin), out, (1 if out < 0 else out) if same else fd_of("stderr", stderr)]


# shutil.which() brings compression along, a fiftieth of the time to a command's first answer.
def _is_executable(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)  # noqa: PTH113 (Path's raises for a name that is too long)


def _places_of(program: str) -> list[str]:
    """Where a program may be, of which the kernel tells whether a user may execute it."""
    return [program] if "/" in program else [f"{directory or '.'}/{program}" for directory in os.get_exec_path()]
