# SPDX-License-Identifier: MIT
"""What a test's marks forbid."""

from __future__ import annotations

import ipaddress
import os
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from traceleft._core import Event, Socket
from traceleft.errors import UsageError
from traceleft.testing.calls import OPENS, Calls, Log, in_directory, named

_LOCAL_FAMILIES = frozenset({"AF_UNIX", "AF_NETLINK", "AF_ALG"})
"""Of sockets that reach no further than this machine's kernel and processes."""
_ON_SOCKETS = frozenset(
    {"connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg"}
    | {"recvfrom", "recvmsg", "recvmmsg", "read", "readv", "write", "writev", "sendfile", "splice"}
)
_FORKS = frozenset({"fork", "vfork", "clone", "clone3"})
_EXECS = frozenset({"execve", "execveat"})
_CLONE_THREAD = 0x10000  # <linux/sched.h>
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_WRITES = {
    **dict.fromkeys(("write", "pwrite64", "writev", "pwritev", "pwritev2", "ftruncate", "fallocate"), "fd"),
    **dict.fromkeys(("fchmod", "fchown", "fsetxattr", "fremovexattr"), "fd"),
    "sendfile": "out_fd",
    "copy_file_range": "fd_out",
    "splice": "fd_out",
}
"""Syscall to the descriptor of the file that it changes."""
_NAMES = {
    **dict.fromkeys(
        ("mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "setxattr", "lsetxattr"), (("dfd", "pathname"),)
    ),
    **dict.fromkeys(("removexattr", "lremovexattr", "setxattrat", "removexattrat"), (("dfd", "pathname"),)),
    **dict.fromkeys(("mknod", "mknodat", "chmod", "fchmodat", "fchmodat2", "chown", "lchown"), (("dfd", "filename"),)),
    **dict.fromkeys(("fchownat", "utime", "utimes", "utimensat", "futimesat"), (("dfd", "filename"),)),
    "truncate": (("dfd", "path"),),
    **dict.fromkeys(("rename", "renameat", "renameat2"), (("olddfd", "oldname"), ("newdfd", "newname"))),
    **dict.fromkeys(("link", "linkat", "symlink", "symlinkat"), (("newdfd", "newname"),)),
}
"""Syscall to the names that it makes, changes or removes, each with the descriptor that it begins at."""
Found = tuple[str, Calls]
"""What is wrong, and the calls that make it so."""


def no_network(log: Log, loopback: bool = False) -> Iterator[Found]:
    """Uses of sockets that may reach other machines; on loopback, too, unless that is allowed."""

    def holds(event: Event) -> bool:
        if event.syscall not in _ON_SOCKETS:
            return False
        sockets = [file.socket for file in event.files.values() if file.socket]
        reaching = [each for each in sockets if each.family not in _LOCAL_FAMILIES]
        return bool(reaching) and not (loopback and _on_loopback(event, reaching))

    yield f"the test may not use the network{' beyond loopback' if loopback else ''}", log.those(holds)


def _on_loopback(event: Event, sockets: Iterable[Socket]) -> bool:
    """Whether all addresses that are known are this machine's own; not where none is."""
    passed = [each for each in event.args.values() if isinstance(each, dict)]
    known = {each.get(name) for each in passed for name in ("sin_addr", "sin6_addr")}
    known |= {address for each in sockets for address in (each.local_addr, each.peer_addr)}
    addresses = [ipaddress.ip_address(each) for each in known if each]
    chosen = [getattr(each, "ipv4_mapped", None) or each for each in addresses if not each.is_unspecified]
    return bool(chosen) and all(each.is_loopback for each in chosen)


def no_subprocess(log: Log) -> Iterator[Found]:
    """New processes, and programs that were executed."""

    def holds(event: Event) -> bool:
        if event.syscall in _EXECS:
            return event.error is None
        if event.syscall not in _FORKS or event.ret <= 0:
            return False
        flags = (event.args.get("uargs") or {}).get("flags", event.args.get("clone_flags", 0))
        return not flags & _CLONE_THREAD

    yield "the test may not start processes", log.those(holds)


def only_writes(log: Log, allowed: Sequence[str]) -> Iterator[Found]:
    """Changes to files outside of some directories, as to what is in them, their names and their metadata."""
    roots = [os.path.realpath(path) for path in allowed]

    def outside(path: str) -> bool:
        directory, name = os.path.split(path)
        real = f"{os.path.realpath(directory).rstrip('/')}/{name}"
        inside = any(real == root or real.startswith(root.rstrip("/") + "/") for root in roots)
        return not inside and "__pycache__" not in real.split("/")

    def holds(event: Event) -> bool:
        return any(map(outside, changed_by(event)))

    yield f"the test may only write below {' and '.join(roots)}", log.those(holds)


def changed_by(event: Event) -> list[str]:
    """The paths of the files that a call may have changed: of regular files, and of names."""
    if event.ret < 0 or event.is_entry:
        return []
    if event.syscall in OPENS:
        flags = event.args.get("flags", (event.args.get("how") or {}).get("flags", 0))
        file = event.file("result")
        changing = event.syscall == "creat" or flags & _WRITING
        return [file.path] if changing and file and file.kind == "regular" else []
    if event.syscall in _WRITES:
        name = _WRITES[event.syscall]
        file = event.file(name)
        streams = event.args[name] in (1, 2)  # pytest or a shell chose their files
        return [file.path] if file and file.kind == "regular" and not file.deleted and not streams else []
    names = [(dfd, event.args.get(name)) for dfd, name in _NAMES.get(event.syscall, ())]
    return [in_directory(event, dfd, name) for dfd, name in names if name]


def max_syscalls(log: Log, limits: Mapping[str, int]) -> Iterator[Found]:
    """The calls of which there are more than allowed."""
    for name, limit in limits.items():
        if not isinstance(limit, int) or limit < 0:
            raise UsageError(f"max_syscalls({name}={limit!r}): a limit is a number of calls, such as 10")
        names = named(name)
        calls = log.those(lambda event, names=names: event.syscall in names)  # type: ignore[misc]
        if len(calls) > limit:
            yield f"the test may call {name} {limit} times at most, and did {len(calls)} times", calls


Check = Callable[[Log], Iterable[Found]]


def violations(log: Log, checks: Iterable[Check]) -> list[str]:
    """A text for each mark that forbids some calls, with the first of these; empty where none does."""
    found = (each for check in checks for each in check(log))
    return [f"{wrong}:\n{textwrap.indent(str(calls), '  ')}" for wrong, calls in found if calls]
