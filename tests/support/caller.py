# SPDX-License-Identifier: MIT
"""A process that makes any syscall, with good pointers and with bad ones, and the log of what it made."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import socket
import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tests.support.arguments import EDGE, PAGE, Arena, Argument, Captured, Made, Memory, Null, Number, Pointer
from tests.support.syscall_numbers import NUMBERS
from tests.support.victims import MASK_64, TIMEOUT

BAD = {
    "null": 0,
    "minus one": MASK_64,
    "unmapped": EDGE + 16 * PAGE,
    # Where the kernel maps all memory, or did before that was randomized.
    "kernel": 0xFFFF_8880_0000_0000,
}
"""Pointers to nothing."""
WITHOUT_EDGE = (*BAD, "cut")
"""cut: only half of what it points to is there. For calls that can't be made twice."""
ALL_BAD = (*WITHOUT_EDGE, "edge")
"""edge: what it points to ends where nothing is mapped. All of it is there."""

CALL, FORK, END = range(3)
REQUEST = struct.Struct("<8Q")
ANSWER = struct.Struct("<qqQQq")
"""As in caller.c."""


class Logged(NamedTuple):
    """A call, and what its event must say."""

    made: Made
    expected: tuple[Captured | object, ...]
    """The memory behind each argument; for one without any, its value."""


class Caller:
    """Runs caller.c.

    Args:
        program: the compiled file.
    """

    def __init__(self, program: Path) -> None:
        self.program = program
        self.arena = Arena()
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(TIMEOUT)
        argv = [program, str(self.arena.fd)]
        self.process = subprocess.Popen(argv, stdin=theirs, pass_fds=[self.arena.fd])
        theirs.close()
        self._pids = [self._answer(FORK)[-1]]
        self.log: list[Logged] = []

    @property
    def pid(self) -> int:
        """The process that makes the calls now."""
        return self._pids[-1]

    def put(self, content: bytes) -> int:
        """Memory that stays as it is between calls; its address."""
        return self.arena.put(content)

    def keep(self, pointer: Memory) -> Memory:
        """The same argument, with memory that stays."""
        return replace(pointer, address=self.put(pointer.content))

    def content(self, kept: Memory) -> bytes:
        """The bytes that are there now."""
        content = self.arena.read(kept.address, len(kept.content))
        assert content is not None
        return content

    def values(self, kept: Memory) -> list[int]:
        """The numbers that are there now, in an array."""
        return kept.decode(self.content(kept))

    def call(
        self,
        name: str,
        *args: Argument,
        ret: int | None = None,
        error: str | None = None,
        bad: Sequence[str] = ALL_BAD,
        kernel_ret: int | None = None,
        also: Sequence[str] = (),
    ) -> int:
        """Makes a call, and then again with each of its pointers bad in several ways.

        Args:
            ret: what it must return, if this kernel has it.
            error: the name of the error that it must fail with, if this kernel has it.
            bad: the ways.
            kernel_ret: what the kernel's function for the call returns, where the caller gets something else.
            also: calls that signal handlers make meanwhile, if it succeeds or is interrupted.

        Returns what the good one returned.
        """
        made = self._make(name, args, kernel_ret=kernel_ret, also=also)
        wanted = -getattr(errno, error) if error else ret
        if wanted is not None and made.ret != -errno.ENOSYS:
            assert made.ret == (wanted if kernel_ret is None else kernel_ret), f"{made}; {wanted} was expected"
        kept = [(arg, self.content(arg)) for arg in args if isinstance(arg, Memory) and arg.address is not None]
        for index, way in _ways(args, bad):
            self._make(name, args, index, way, also=also)
        for arg, content in kept:
            self.arena.write(arg.address, content)
        return made.ret

    def last(self, name: str, *args: Argument, status: int) -> None:
        """Makes a call that a process does not return from, in a child.

        Args:
            status: the exit status that the child must end with.
        """
        with self.alone():
            for index, way in _ways(args, ("minus one", "unmapped", "kernel", "cut")):
                self._make(name, args, index, way)
            self._make(name, args, ends=status)

    @contextlib.contextmanager
    def alone(self) -> Iterator[int]:
        """Calls in this context are made by a child, which ends with it. Gives its PID."""
        used = self.arena.used
        self._send(FORK)
        child = self._answer(FORK)[-1]
        self._pids.append(child)
        try:
            yield child
        except BaseException:
            while child in self._pids:
                os.kill(self.pid, signal.SIGKILL)
                self._ended()
            raise
        if self.pid == child:
            self._send(END)
            assert self._ended() == 0
        self.arena.used = used

    def _make(
        self,
        name: str,
        args: Sequence[Argument],
        bad: int | None = None,
        way: str = "good",
        *,
        ends: int | None = None,
        kernel_ret: int | None = None,
        also: Sequence[str] = (),
    ) -> Made:
        used = self.arena.used
        registers = tuple(
            self._register(arg, way if index == bad else "good") & MASK_64 for index, arg in enumerate(args)
        )
        pid, sent = self.pid, time.monotonic_ns()
        self._send(CALL, NUMBERS[name], registers)
        if ends is None:
            _, ret, before, after, pid = self._answer(CALL)
            assert kernel_ret is None or ret == -errno.EINTR, f"{name} returned {ret}, and was to be interrupted"
        else:
            status = self._ended()
            assert status == ends, f"{name} ended its process with {status}, not {ends}"
            ret, before, after = 0, sent, time.monotonic_ns()
        expecting: Sequence[Argument] = args
        if name == "execveat" and ends is not None:
            # The kernel itself makes it execve: arch/x86/kernel/process_64.c, set_personality_64bit().
            name, registers, expecting = "execve", registers[1:4], args[1:4]
        made = Made(
            name=name,
            what=way if bad is None else f"argument {bad} {way}",
            registers=registers,
            ret=ret if kernel_ret is None else kernel_ret,
            pid=pid,
            before=before,
            after=after,
            arena=self.arena,
            ends=ends is not None,
            also=frozenset(also if ret >= 0 or kernel_ret is not None else ()),
        )
        expected = tuple(_expected(made, arg, register) for arg, register in zip(expecting, registers))
        self.log.append(Logged(made, expected))
        self.arena.used = used
        return made

    def _register(self, arg: Argument, way: str) -> int:
        if isinstance(arg, int):
            return arg
        if isinstance(arg, Number):
            return arg.passed
        if way in BAD:
            return BAD[way]
        if isinstance(arg, Null):
            return 0
        content = arg.laid_out(self.arena)
        if way == "edge":
            return self.arena.put_before_the_edge(content)
        if way == "cut":
            return self.arena.put_before_the_edge(content[: len(content) // 2])
        if arg.address is None:
            return self.arena.put(content)
        self.arena.write(arg.address, content)
        return arg.address

    def _send(self, kind: int, nr: int = 0, registers: Sequence[int] = ()) -> None:
        self._control.send(REQUEST.pack(kind, nr, *registers, *[0] * (6 - len(registers))))

    def _answer(self, kind: int) -> tuple[int, ...]:
        packet = self._control.recv(ANSWER.size)
        assert packet, f"the caller ended with {self.process.wait(TIMEOUT)}"
        answer = ANSWER.unpack(packet)
        assert answer[0] == kind, f"process {self.pid} gave {answer}, not an answer of kind {kind}"
        return answer

    def _ended(self) -> int:
        """The exit status of the child that has ended, which its parent says next."""
        status = self._answer(END)[1]
        self._pids.pop()
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        """Lets it end, and waits until it is reaped."""
        self._control.close()
        try:
            self.process.wait(TIMEOUT)
        finally:
            self.process.kill()
            self.process.wait()
            self.arena.close()

    def __enter__(self) -> Caller:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def _ways(args: Sequence[Argument], bad: Sequence[str]) -> Iterator[tuple[int, str]]:
    for index, arg in enumerate(args):
        if isinstance(arg, Pointer) and not isinstance(arg, Null):
            yield from ((index, way) for way in bad)


def _expected(made: Made, arg: Argument, register: int) -> Captured | object:
    if isinstance(arg, Pointer):
        return arg.captured(made, register)
    return arg.shown if isinstance(arg, Number) else int(arg)
