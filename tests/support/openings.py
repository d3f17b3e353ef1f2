# SPDX-License-Identifier: MIT
"""A program that opens, hands on, renames, removes and closes files at random, and keeps its own account of them.

`openings.py STEPS SEED` runs in an empty directory, as root. It says that it is ready, waits for a line on its standard
input, and then after each step makes one lseek to MARK on some descriptor: itself, or a child, which may be in a root
directory or a mount namespace of its own. Now and then it executes itself. It prints a line for each of these: which of
its openings the descriptor stands for, and the file's path there and then, or null where its name was removed.
"""

from __future__ import annotations

import ctypes
import json
import os
import pickle
import random
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

MOST = 40
"""Descriptors open at once."""
MARK = 7
"""An offset that nothing else goes to."""
EXECS = 0.002
"""Of all steps: each takes as long as a hundred others."""
PIDFD_GETFD = 438
"""include/uapi/asm-generic/unistd.h: the same everywhere"""
LIBC = ctypes.CDLL(None, use_errno=True)
NEW_MOUNTS, BIND, PRIVATE = 0x20000, 0x1000, 0x44000
"""include/uapi/linux/sched.h: CLONE_NEWNS; mount.h: MS_BIND, MS_REC | MS_PRIVATE"""


@dataclass
class File:
    directory: str
    name: str
    removed: bool = False

    @property
    def path(self) -> str:
        return f"{self.directory}/{self.name}"


@dataclass
class Opening:
    """An open file description."""

    number: int
    file: File


@dataclass
class Account:
    random: random.Random
    directories: list[str] = field(default_factory=lambda: ["first", "second"])
    files: list[File] = field(default_factory=list)
    held: dict[int, Opening] = field(default_factory=dict)
    """By descriptor."""
    openings: int = 0
    names: int = 0
    said: list[str] = field(default_factory=list)

    def fresh_name(self) -> str:
        self.names += 1
        return f"name-{self.names}"

    def hold(self, fd: int, file: File) -> None:
        self.openings += 1
        self.held[fd] = Opening(self.openings, file)

    def any_fd(self) -> int:
        return self.random.choice(list(self.held))

    def there(self) -> list[File]:
        return [file for file in self.files if not file.removed]

    def create(self) -> None:
        file = File(self.random.choice(self.directories), self.fresh_name())
        self.files.append(file)
        self.hold(os.open(file.path, os.O_CREAT | os.O_RDWR, 0o600), file)

    def reopen(self) -> None:
        file = self.random.choice(self.there())
        self.hold(os.open(file.path, os.O_RDONLY), file)

    def dup(self) -> None:
        fd = self.any_fd()
        self.held[os.dup(fd)] = self.held[fd]

    def dup2(self) -> None:
        old, new = self.any_fd(), self.any_fd()
        os.dup2(old, new)
        self.held[new] = self.held[old]

    def close(self) -> None:
        fd = self.any_fd()
        os.close(fd)
        del self.held[fd]

    def close_and_reopen(self) -> None:
        """The kernel is likely to give the address of the one to the other."""
        fd = self.any_fd()
        file = self.held[fd].file
        if file.removed:
            return
        os.close(fd)
        del self.held[fd]
        self.hold(os.open(file.path, os.O_RDONLY), file)

    def send(self) -> None:
        fd = self.any_fd()
        ours, its = socket.socketpair()
        with ours, its:
            socket.send_fds(ours, [b"x"], [fd])
            received = socket.recv_fds(its, 1, 1)[1][0]
        self.held[received] = self.held[fd]

    def take(self) -> None:
        """By pidfd_getfd, as another process could."""
        fd = self.any_fd()
        pidfd = os.pidfd_open(os.getpid())
        taken = LIBC.syscall(PIDFD_GETFD, pidfd, fd, 0)
        os.close(pidfd)
        assert taken >= 0, os.strerror(ctypes.get_errno())
        self.held[taken] = self.held[fd]

    def rename(self) -> None:
        file = self.random.choice(self.there())
        before, file.directory, file.name = file.path, self.random.choice(self.directories), self.fresh_name()
        Path(before).rename(file.path)

    def rename_directory(self) -> None:
        index = self.random.randrange(len(self.directories))
        before, after = self.directories[index], self.fresh_name()
        Path(before).rename(after)
        self.directories[index] = after
        for file in self.files:
            if file.directory == before:
                file.directory = after

    def unlink(self) -> None:
        file = self.random.choice(self.there())
        Path(file.path).unlink()
        file.removed = True

    def fork(self) -> None:
        """The child looks, too."""
        fd = self.any_fd()
        in_child(lambda: look(fd))
        self.say(self.held[fd])

    def chroot(self) -> None:
        fd = self.any_fd()

        def below() -> None:
            os.chroot(".")
            look(fd)

        in_child(below)
        self.say(self.held[fd], "")

    def mount(self) -> None:
        """The child opens a file where it alone has its directory, too."""
        file = self.random.choice(self.there())

        def elsewhere() -> None:
            own_mount(file.directory)
            look(os.open(f"mounted/{file.name}", os.O_RDONLY))

        in_child(elsewhere)
        self.openings += 1
        self.say(Opening(self.openings, File("mounted", file.name)))

    def say(self, opening: Opening, root: str | None = None) -> None:
        above = str(Path.cwd()) if root is None else root
        self.said.append(json.dumps([opening.number, None if opening.file.removed else f"{above}/{opening.file.path}"]))

    def execute(self, left: int) -> None:
        """Becomes the same program, which goes on with this account."""
        memory = os.memfd_create("account", 0)
        os.write(memory, pickle.dumps(self))
        for fd in self.held:
            os.set_inheritable(fd, True)
        os.execv(sys.executable, [sys.executable, "-I", "-S", __file__, str(left), "account", str(memory)])

    def step(self) -> None:
        steps: list[Callable[[], None]] = [self.create]
        if self.there():
            steps += [self.reopen, self.rename, self.unlink, self.rename_directory]
        if self.held:
            steps += [self.dup, self.dup2, self.send, self.take, self.close, self.close_and_reopen]
            if self.random.random() < 0.2:
                steps += [self.fork, self.chroot]
            if self.there() and self.random.random() < 0.1:
                steps += [self.mount]
        if len(self.held) > MOST:
            steps = [self.close]
        self.random.choice(steps)()
        if self.held:
            fd = self.any_fd()
            look(fd)
            self.say(self.held[fd])


def look(fd: int) -> None:
    os.lseek(fd, MARK, os.SEEK_SET)


def in_child(action: Callable[[], None]) -> None:
    pid = os.fork()
    if pid == 0:
        action()
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0


def own_mount(directory: str) -> None:
    """Puts it at `mounted`, too, where nobody else sees it."""
    steps = (
        LIBC.unshare(NEW_MOUNTS),
        LIBC.mount(None, b"/", None, PRIVATE, None),
        LIBC.mount(directory.encode(), b"mounted", None, BIND, None),
    )
    if any(steps):
        os._exit(ctypes.get_errno() or 1)


def begin(seed: int) -> Account:
    account = Account(random.Random(seed))
    for directory in (*account.directories, "mounted"):
        Path(directory).mkdir()
    print("ready", flush=True)
    sys.stdin.readline()
    return account


def resume(memory: int) -> Account:
    data = os.pread(memory, os.fstat(memory).st_size, 0)
    os.close(memory)
    account: Account = pickle.loads(data)
    return account


def main(steps: int, account: Account) -> None:
    for done in range(steps):
        account.step()
        if account.random.random() < EXECS:
            account.execute(steps - done - 1)
    print("\n".join(account.said), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), resume(int(sys.argv[3])) if sys.argv[2] == "account" else begin(int(sys.argv[2])))
