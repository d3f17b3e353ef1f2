# SPDX-License-Identifier: MIT
"""Processes to trace, seen from the test: Victim makes any syscall once, Worker makes one as fast as it can."""

from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support import SUPPORT
from tests.support.syscall_numbers import NUMBERS

SLOWDOWN = int(os.environ.get("TRACELEFT_TEST_SLOWDOWN", "1"))
"""How many times slower than hardware this machine is, as scripts/kernel-lab says of those that it emulates."""
TIMEOUT = 60.0 * min(SLOWDOWN, 5)
"""Seconds that any answer may take; a working program never waits that long."""

COMM = "victim of tests"
"""15 bytes, the longest there can be, and with spaces."""
REAL_UID = 4321
REAL_GID = 1234
"""Ids that nothing else has; the effective ones stay root's."""

MASK_64 = 2**64 - 1


def string(content: str | bytes) -> dict:
    """An argument: a pointer to these bytes and a NUL."""
    return {"string": os.fsencode(content).hex()}


def edge(content: bytes) -> dict:
    """An argument: a pointer to these bytes, the last of which is the last before an unmapped page."""
    return {"edge": content.hex()}


def space(size: int) -> dict:
    """An argument: a pointer to room for the kernel to write to."""
    return {"space": size}


def memory(content: bytes) -> dict:
    """An argument: a pointer to these bytes, which are in Call.memory as the call left them."""
    return {"memory": content.hex()}


def again(index: int) -> dict:
    """An argument: the same pointer as the argument of this place."""
    return {"again": index}


def cold(content: bytes) -> dict:
    """An argument: a pointer to these bytes, on a page that the process has not touched yet."""
    return {"cold": content.hex()}


UNMAPPED = {"unmapped": 1}
"""An argument: a pointer to where nothing is."""


@dataclass(frozen=True)
class Call:
    """A syscall as the process that made it saw it."""

    name: str
    ret: int
    """-errno where it failed."""
    registers: tuple[int, ...]
    """The arguments, as unsigned 64-bit numbers."""
    memory: tuple[bytes | None, ...]
    """The bytes in each space() and memory() afterwards."""
    before: int
    after: int
    """ns, CLOCK_MONOTONIC, just before and just after it."""
    tid: int

    @property
    def nr(self) -> int:
        return NUMBERS[self.name]

    @property
    def error(self) -> str | None:
        return errno.errorcode[-self.ret] if self.ret < 0 else None


class _Process:
    """A child that is spoken to through a socket that is its standard input."""

    def __init__(self, argv: list[str | Path], pass_fds: tuple[int, ...] = ()) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(TIMEOUT)
        self.process = subprocess.Popen(argv, stdin=theirs, pass_fds=pass_fds)
        theirs.close()

    def send(self, text: str) -> None:
        self._control.send(text.encode())

    def receive(self) -> str:
        answer = self._control.recv(1 << 20).decode()
        assert answer, f"process {self.process.pid} ended with {self.process.wait(TIMEOUT)}"
        return answer

    def close(self) -> None:
        """Lets it end, and waits until it is reaped. Doing it twice is harmless."""
        self._control.close()
        try:
            self.process.wait(TIMEOUT)
        finally:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class Victim(_Process):
    """Runs victim.py.

    Args:
        cgroup: directory of the cgroup that it shall be in.
    """

    def __init__(self, cgroup: Path | None = None) -> None:
        super().__init__([sys.executable, "-I", "-S", SUPPORT / "victim.py"])
        self.pid: int = json.loads(self.receive())["pid"]
        if cgroup:
            (cgroup / "cgroup.procs").write_text(str(self.pid))
        self._ask({"do": "become", "comm": COMM, "uid": REAL_UID, "gid": REAL_GID})

    def _ask(self, command: dict) -> dict | list | None:
        self.send(json.dumps(command))
        return json.loads(self.receive())

    def begin(self, name: str, *args: int | dict) -> None:
        """Starts a call that may block; finish() has its outcome."""
        self.send(json.dumps({"do": "call", "nr": NUMBERS[name], "args": args}))

    def finish(self, name: str) -> Call:
        return _call(name, json.loads(self.receive()))

    def call(self, name: str, *args: int | dict) -> Call:
        """Makes it make a call."""
        self.begin(name, *args)
        return self.finish(name)

    def call_from_threads(self, threads: int, name: str, *args: int | dict) -> list[Call]:
        """Makes the same call from several new threads that live at the same time."""
        command = {"do": "from_threads", "nr": NUMBERS[name], "args": args, "threads": threads}
        return [_call(name, answer) for answer in self._ask(command)]


def _call(name: str, answer: dict) -> Call:
    return Call(
        name=name,
        ret=answer["ret"],
        registers=tuple(register & MASK_64 for register in answer["registers"]),
        memory=tuple(None if each is None else bytes.fromhex(each) for each in answer["memory"]),
        before=answer["before"],
        after=answer["after"],
        tid=answer["tid"],
    )


class Worker(_Process):
    """Runs worker.c.

    Args:
        program: the compiled file.
        pid: the PID that it shall have.
        cpu: the only CPU that it shall run on.
    """

    def __init__(self, program: Path, pid: int | None = None, cpu: int | None = None) -> None:
        super().__init__([program] if pid is None else [program, str(pid)])
        self.pid = int(self.receive())
        if cpu is not None:
            os.sched_setaffinity(self.pid, {cpu})

    def read(self, count: int, size: int = 1) -> int:
        """Makes it read; returns its number of calls."""
        self.send(f"read {count} {size}")
        return int(self.receive())

    def begin_flood(self, size: int = 1) -> None:
        """Starts it reading, until end_flood()."""
        self.send(f"flood {size}")

    def end_flood(self) -> int:
        """Returns its number of calls."""
        self.send("stop")
        return int(self.receive())

    def fork(self, depth: int, count: int) -> list[int]:
        """Makes it have descendants, each of which reads `count` times and has the next; returns their PIDs."""
        self.send(f"fork {depth} {count}")
        return [int(pid) for pid in self.receive().split()]


class Lives(_Process):
    """Runs lives.c, and whichever of its descendants obeys."""

    def __init__(self, program: Path) -> None:
        super().__init__([program])
        self.pid = int(self.receive())

    def ask(self, command: str) -> str:
        self.send(command)
        return self.receive()

    def born(self, pid: int, name: str) -> None:
        """From now on a child with this PID and name obeys."""
        assert int(self.ask(f"born {pid} {name}")) == pid

    def fork(self) -> int:
        """From now on a child obeys; returns the PID that it knows itself by."""
        return int(self.ask("fork"))

    def enter_namespace(self) -> int:
        """From now on a child in a new pid namespace obeys; returns the PID that it knows itself by."""
        assert self.ask("unshare") == "unshared"
        return self.fork()

    def call(self, tag: int, count: int = 1, *, thread: bool = False) -> tuple[int, int]:
        """sched_get_priority_max(tag), from a new thread or not; returns the caller's getpid() and gettid()."""
        pid, tid = self.ask(f"{'thread' if thread else 'call'} {tag} {count}").split()
        return int(pid), int(tid)

    def execute(self, path: Path) -> None:
        """Executes this program by another path, and so with another name."""
        self.ask(f"exec {path}")

    def end(self) -> None:
        """The one that obeys ends, is reaped, and its parent obeys."""
        assert self.ask("end") == "over"
