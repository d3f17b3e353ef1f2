# SPDX-License-Identifier: MIT
"""Users, as commands and traceleft itself become them."""

from __future__ import annotations

import os
import pwd
from collections.abc import Mapping
from dataclasses import dataclass

from traceleft import arguments
from traceleft.errors import UsageError


@dataclass(frozen=True)
class User:
    """Whom a process may become."""

    name: str
    uid: int
    gid: int
    groups: tuple[int, ...]
    """Supplementary ones, and the user's own."""
    home: str
    shell: str

    @classmethod
    def named(cls, name: str) -> User:
        """Looks it up, by its number too. Raises UsageError."""
        name = arguments.text("user", name)
        try:
            entry = pwd.getpwuid(int(name)) if name.isdecimal() else pwd.getpwnam(name)
        except (KeyError, OverflowError):
            raise UsageError(f"there is no user {name!r} on this machine") from None
        groups = os.getgrouplist(entry.pw_name, entry.pw_gid)
        return cls(entry.pw_name, entry.pw_uid, entry.pw_gid, tuple(groups), entry.pw_dir, entry.pw_shell or "/bin/sh")

    @property
    def credentials(self) -> tuple[int, int, tuple[int, ...]]:
        """As the core takes it."""
        return self.uid, self.gid, self.groups

    def environment(self, ours: Mapping[bytes, bytes]) -> dict[bytes, bytes]:
        """An environment as `su` and `sudo -u` make it of ours: PATH and the rest are kept, and nothing in it names
        the user that we are."""
        theirs = {name: value for name, value in ours.items() if not name.startswith(b"SUDO_") and name != b"MAIL"}
        own = {"HOME": self.home, "SHELL": self.shell, "USER": self.name, "LOGNAME": self.name}
        return {**theirs, **{os.fsencode(name): os.fsencode(value) for name, value in own.items()}}
