# SPDX-License-Identifier: MIT
"""A schema of a few calls that between them have everything that a schema can say."""

from __future__ import annotations

from typing import Any

INT = {"kind": "int", "size": 4}


def scalar(kind: str, size: int, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "size": size, **more}


def memory(index: int, direction: str, **value: Any) -> dict[str, Any]:
    return {"dir": direction, "capture": index, **value}


def struct(name: str) -> dict[str, Any]:
    return {"kind": "struct", "struct": name}


def argument(name: str, type_: str, value: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "type": type_, **more, **value}


def call(nr: int, *args: dict[str, Any], **more: Any) -> dict[str, Any]:
    name = {"tracepoint": None, "symbol": "probe", "side": "exit", "returns": INT}
    return {"nr": nr, **name, **more, "args": list(args)}


FLAGS = scalar("flags", 4, flags="open")
SCHEMA: dict[str, Any] = {
    "version": 2,
    "arch": "x86_64",
    "syscalls": {
        "_sysctl": call(156),
        "bind": call(
            49,
            argument("fd", "int", scalar("fd", 4)),
            argument("umyaddr", "struct sockaddr *", struct("sockaddr"), dir="in", capture=0),
            argument("addrlen", "int", INT),
        ),
        "epoll_wait": call(
            232,
            argument("epfd", "int", scalar("fd", 4)),
            argument(
                "events",
                "struct epoll_event *",
                {"kind": "array", "of": struct("epoll_event")},
                dir="out",
                capture=0,
            ),
            argument("maxevents", "int", INT),
            argument("timeout", "int", INT),
        ),
        "execve": call(
            59,
            argument("filename", "const char *", {"kind": "string"}, dir="in", capture=0),
            argument("argv", "const char *const *", {"kind": "strings"}, dir="in", capture=1),
        ),
        "exit": call(60, argument("error_code", "int", INT), side="entry"),
        "fcntl": call(
            72,
            argument("fd", "unsigned int", scalar("fd", 4)),
            argument("cmd", "unsigned int", scalar("flags", 4, flags="fcntl")),
            argument(
                "arg",
                "unsigned long",
                scalar("hex", 8),
                dir="both",
                capture=0,
                by=1,
                mask=0xFFFFFFFF,
                cases=[
                    {"values": [5], **struct("flock")},
                    {"values": [4], **FLAGS},
                    {"values": [6], **struct("flock")},
                ],
            ),
        ),
        "kill": call(62, argument("pid", "pid_t", scalar("pid", 4)), argument("sig", "int", INT)),
        "openat": call(
            257,
            argument("dfd", "int", scalar("dirfd", 4)),
            argument("filename", "const char *", {"kind": "string"}, dir="in", capture=0),
            argument("flags", "int", FLAGS),
            argument("mode", "umode_t", scalar("mode", 2), when={"arg": 2, "mask": 0o20000100}),
            tracepoint="openat",
        ),
        "read": call(
            0,
            argument("fd", "unsigned int", scalar("fd", 4)),
            argument("buf", "char *", {"kind": "buffer"}, dir="out", capture=0),
            argument("count", "size_t", scalar("uint", 8)),
        ),
        "readv": call(
            19,
            argument("fd", "unsigned long", scalar("fd", 4)),
            argument("vec", "const struct iovec *", {"kind": "iovec"}, dir="out", capture=0),
            argument("vlen", "unsigned long", scalar("uint", 8)),
        ),
        "recvmmsg": call(299, argument("mmsg", "struct mmsghdr *", {"kind": "mmsghdr"}, dir="both", capture=0)),
        "sendmsg": call(46, argument("msg", "struct user_msghdr *", {"kind": "msghdr"}, dir="in", capture=0)),
        "stat": call(
            4,
            argument("filename", "const char *", {"kind": "string"}, dir="in", capture=0),
            argument("statbuf", "struct stat *", struct("stat"), dir="out", capture=1),
        ),
    },
    "flags": {
        "fcntl": {"mask": 0xFFFFFFFF, "choices": [["F_SETFL", 4], ["F_GETLK", 5], ["F_SETLK", 6]], "bits": []},
        "open": {
            "mask": 3,
            "choices": [["O_RDONLY", 0], ["O_WRONLY", 1]],
            "bits": [["O_CREAT", 0o100], ["O_TMPFILE", 0o20200000], ["O_DIRECTORY", 0o200000]],
        },
    },
    "structs": {
        "epoll_event": {
            "size": 12,
            "fields": [
                {"name": "events", "offset": 0, **scalar("flags", 4, flags="open")},
                {"name": "data", "offset": 4, **scalar("hex", 8)},
            ],
        },
        "flock": {"size": 32, "fields": [{"name": "l_type", "offset": 0, **scalar("int", 2)}]},
        "in6_pktinfo": {
            "size": 20,
            "fields": [
                {"name": "ipi6_addr", "offset": 0, **scalar("in6_addr", 16)},
                {"name": "from", "offset": 16, **scalar("uint", 4, bit=[3, 5])},
            ],
        },
        "sockaddr": {
            "size": 16,
            "by": "sa_family",
            "fields": [
                {"name": "sa_family", "offset": 0, **scalar("uint", 2)},
                {"name": "sa_data", "offset": 2, "kind": "array", "count": 14, "of": scalar("hex", 1)},
            ],
            "cases": [[1, "sockaddr_un"], [2, "sockaddr_in"], [10, "in6_pktinfo"]],
        },
        "sockaddr_in": {
            "size": 16,
            "fields": [
                {"name": "sin_family", "offset": 0, **scalar("uint", 2)},
                {"name": "sin_port", "offset": 2, **scalar("be16", 2)},
                {"name": "sin_addr", "offset": 4, **scalar("in_addr", 4)},
            ],
        },
        "sockaddr_un": {
            "size": 110,
            "fields": [
                {"name": "sun_family", "offset": 0, **scalar("uint", 2)},
                {"name": "sun_path", "offset": 2, **scalar("chars", 108)},
            ],
        },
        "stat": {
            "size": 144,
            "fields": [
                {"name": "st_mode", "offset": 24, **scalar("mode", 4)},
                {"name": "st_atim", "offset": 72, **struct("timespec")},
                {"name": "grid", "offset": 100, "kind": "array", "count": 2, "of": scalar("int", 1)},
            ],
        },
        "timespec": {
            "size": 16,
            "fields": [
                {"name": "tv_sec", "offset": 0, **scalar("int", 8)},
                {"name": "tv_nsec", "offset": 8, **scalar("int", 8)},
            ],
        },
    },
}  # fmt: skip
