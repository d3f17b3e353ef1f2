# SPDX-License-Identifier: MIT
"""A program that opens, hands on, renames, removes and closes files at random, and keeps its own account of them.

`openings.py STEPS SEED` runs in an empty directory. It says that it is ready, waits for a line on its standard input,
and then after each step makes one lseek on some descriptor, and no other. It prints a line for each: which of its
openings the descriptor stands for, and the file's path there and then, or null where its name was removed.
"""

from __future__ import annotations

import json
import os
import random
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

MOST = 40
"""Descriptors open at once."""


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
        pid = os.fork()
        if pid == 0:
            os.lseek(fd, 0, os.SEEK_CUR)
            os._exit(0)
        os.waitpid(pid, 0)
        self.say(fd)

    def say(self, fd: int) -> None:
        opening = self.held[fd]
        path = None if opening.file.removed else str(Path.cwd() / opening.file.path)
        self.said.append(json.dumps([opening.number, path]))

    def step(self) -> None:
        steps: list[Callable[[], None]] = [self.create]
        if self.there():
            steps += [self.reopen, self.rename, self.unlink, self.rename_directory]
        if self.held:
            steps += [self.dup, self.dup2, self.send, self.close, self.close_and_reopen]
            if self.random.random() < 0.2:
                steps += [self.fork]
        if len(self.held) > MOST:
            steps = [self.close]
        self.random.choice(steps)()
        if self.held:
            fd = self.any_fd()
            os.lseek(fd, 0, os.SEEK_CUR)
            self.say(fd)


def main(steps: int, seed: int) -> None:
    account = Account(random.Random(seed))
    for directory in account.directories:
        Path(directory).mkdir()
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(steps):
        account.step()
    print("\n".join(account.said), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
