# SPDX-License-Identifier: MIT
"""Files: opening, reading, writing, names, status, attributes."""

from __future__ import annotations

import fcntl
import os
import stat
import struct
from dataclasses import replace
from pathlib import Path

from tests.support.arguments import (
    NULL,
    PAGE,
    Memory,
    Text,
    array_both,
    array_out,
    buffers,
    changed,
    data,
    filled,
    given,
    room,
    rooms,
    structs,
    text,
    value_at,
)
from tests.support.caller import WITHOUT_EDGE, Caller
from tests.support.calls.layouts import (
    CACHESTAT,
    CACHESTAT_RANGE,
    FILE_ATTR,
    FLOCK,
    OPEN_HOW,
    OWNER,
    STAT,
    STATFS,
    STATX,
    TIMESPEC,
    TIMEVAL,
    UTIMBUF,
    XATTR_ARGS,
    decode_dirents,
)

AT_FDCWD = -100
AT_SYMLINK_NOFOLLOW = 0x100
AT_REMOVEDIR = 0x200
AT_EACCESS = 0x200
AT_EMPTY_PATH = 0x1000
STATX_BASIC_STATS = 0x7FF
NO_FD = 9999
NEW = os.O_RDWR | os.O_CREAT


def opening(caller: Caller) -> None:
    call = caller.call
    fd = call("open", text("file"), NEW, 0o640)
    call("open", text(b"not UTF-8 \xff\n"), os.O_RDONLY, 0, error="ENOENT")
    call("openat", AT_FDCWD, text("file"), os.O_RDWR | os.O_CLOEXEC, 0)
    call("openat", AT_FDCWD, text(""), 0, 0, error="ENOENT")
    call("openat2", AT_FDCWD, text("file"), given(OPEN_HOW.pack(NEW, 0o600, 0), OPEN_HOW), OPEN_HOW.size)
    call("openat2", AT_FDCWD, text("file"), given(OPEN_HOW.pack(NEW, 0o600, 1 << 40), OPEN_HOW), OPEN_HOW.size)
    call("creat", text("other"), 0o604)
    call("memfd_create", text("a name"), 1)
    call("memfd_create", text("a name"), 1 << 31, error="EINVAL")
    call("memfd_secret", 0x80000)
    copy = call("dup", fd)
    call("dup", NO_FD, error="EBADF")
    call("dup2", fd, copy, ret=copy)
    call("dup3", fd, copy, os.O_CLOEXEC, ret=copy)
    call("dup3", fd, fd, 0, error="EINVAL")
    call("pipe", array_out("i", 2), ret=0)
    call("pipe2", array_out("i", 2), os.O_NONBLOCK, ret=0)
    call("fcntl", fd, fcntl.F_GETFD, 0, ret=0)
    call("fcntl", fd, fcntl.F_SETFD, 1, ret=0)
    call("fcntl", fd, fcntl.F_DUPFD, 100)
    lock = FLOCK.pack(fcntl.F_RDLCK, os.SEEK_SET, 3, 4, 0)
    call("fcntl", fd, fcntl.F_SETLK, given(lock, FLOCK), ret=0)
    call("fcntl", fd, fcntl.F_GETLK, changed(lock, FLOCK), ret=0)
    call("fcntl", fd, 15, given(OWNER.pack(1, caller.pid), OWNER), ret=0)  # F_SETOWN_EX
    call("fcntl", fd, 16, filled(OWNER), ret=0)  # F_GETOWN_EX
    call("flock", fd, fcntl.LOCK_EX | fcntl.LOCK_NB, ret=0)
    call("flock", fd, fcntl.LOCK_UN, ret=0)
    call("close", copy, ret=0)
    call("close", copy, error="EBADF")
    call("close", -1, error="EBADF")
    with caller.alone():
        call("close_range", 100, 0xFFFFFFFF, 0, ret=0)
        call("close_range", 3, 2, 0, error="EINVAL")
    handle = struct.pack("<Ii", 64, 0) + bytes(64)
    call("name_to_handle_at", AT_FDCWD, text("file"), changed(handle, size=value_at(2, 72, more=8)), array_out("i"), 0)
    call("open_by_handle_at", AT_FDCWD, given(struct.pack("<Ii", 8, 1) + bytes(8), size=value_at(1, 16, more=8)), 0)


def reading_and_writing(caller: Caller) -> None:
    call = caller.call
    fd = call("open", text("file"), NEW, 0o600)
    other = call("open", text("other"), NEW, 0o600)
    content = bytes(range(1, 31))
    call("write", fd, data(content), len(content), ret=30)
    call("write", fd, data(content, size=3), 3, ret=3)
    call("write", fd, data(content, size=0), 0, ret=0)
    call("write", NO_FD, data(content), 30, error="EBADF")
    call("pwrite64", fd, data(content), 30, 5, ret=30)
    call("pwrite64", fd, data(content), 30, -5, error="EINVAL")
    call("writev", fd, buffers(b"one", b"", b"three"), 3, ret=8)
    call("pwritev", fd, buffers(b"first", b"second"), 2, 7, 0, ret=11)
    call("pwritev2", fd, buffers(b"first", b"second"), 2, 7, 0, 0, ret=11)
    call("lseek", fd, 2, os.SEEK_SET, ret=2)
    call("lseek", fd, -2, os.SEEK_SET, error="EINVAL")
    call("read", fd, room(20), 20, ret=20)
    call("read", NO_FD, room(20), 20, error="EBADF")
    call("pread64", fd, room(20), 20, 3, ret=20)
    call("pread64", fd, room(20), 20, 1 << 40, ret=0)
    call("lseek", fd, 0, os.SEEK_SET, ret=0)
    call("readv", fd, rooms(3, 0, 5), 3, ret=8)
    call("preadv", fd, rooms(4, 6), 2, 1, 0, ret=10)
    call("preadv", fd, rooms(400, 6), 2, 1, 0)
    call("preadv2", fd, rooms(4, 6), 2, 1, 0, 0, ret=10)
    call("preadv2", fd, rooms(4, 6), 2, 1, 0, 1 << 30, error="EOPNOTSUPP")
    call("sendfile", other, fd, array_both("q", 2), 9, ret=9)
    call("copy_file_range", fd, array_both("q", 1), other, array_both("q", 2), 5, 0)
    call("ftruncate", fd, 100, ret=0)
    call("ftruncate", fd, -1, error="EINVAL")
    call("truncate", text("other"), 50, ret=0)
    call("fallocate", fd, 0, 0, 4096)
    call("fadvise64", fd, 0, 10, 0, ret=0)
    call("readahead", fd, 0, 10, ret=0)
    call("sync_file_range", fd, 0, 10, 2, ret=0)
    call("fsync", fd, ret=0)
    call("fdatasync", fd, ret=0)
    call("syncfs", NO_FD, error="EBADF")
    call("sync", ret=0)
    content = CACHESTAT_RANGE.pack(0, PAGE)
    call("cachestat", fd, given(content, CACHESTAT_RANGE), filled(CACHESTAT), 0)
    pipe = caller.keep(array_out("i", 2))
    call("pipe2", pipe, os.O_NONBLOCK, ret=0)
    reader, writer = caller.values(pipe)
    call("pipe2", pipe, os.O_NONBLOCK, ret=0)
    _, other_writer = caller.values(pipe)
    call("splice", fd, array_both("q", 3), writer, NULL, 6, 2, ret=6)
    call("tee", reader, other_writer, 6, 2, ret=6)
    call("vmsplice", writer, replace(buffers(b"some", b"bytes"), direction="both"), 2, 2, ret=9)


def names(caller: Caller) -> None:
    call = caller.call
    for name in ("file", "other"):
        call("close", call("creat", text(name), 0o600), ret=0)
    call("mkdir", text("directory"), 0o755, ret=0)
    call("mkdir", text("directory"), 0o755, error="EEXIST")
    dfd = call("open", text("directory"), os.O_RDONLY | os.O_DIRECTORY, 0)
    call("mkdirat", dfd, text("below"), 0o711, ret=0)
    call("mknod", text("fifo"), stat.S_IFIFO | 0o600, 0, ret=0)
    call("mknodat", dfd, text("fifo"), stat.S_IFIFO | 0o644, 0, ret=0)
    call("mknodat", dfd, text("device"), stat.S_IFCHR | 0o600, os.makedev(1, 3))
    call("link", text("file"), text("link"), ret=0)
    call("linkat", AT_FDCWD, text("file"), dfd, text("link"), 0, ret=0)
    call("symlink", text("file"), text("symlink"), ret=0)
    call("symlinkat", text("nowhere"), dfd, text("symlink"), ret=0)
    call("readlink", text("symlink"), room(100), 100, ret=4)
    call("readlink", text("symlink"), room(3), 3, ret=3)
    call("readlinkat", dfd, text("symlink"), room(100), 100, ret=7)
    call("rename", text("link"), text("renamed"), ret=0)
    call("renameat", dfd, text("link"), AT_FDCWD, text("moved"), ret=0)
    call("renameat2", AT_FDCWD, text("file"), AT_FDCWD, text("other"), 2, ret=0)
    call("renameat2", AT_FDCWD, text("file"), AT_FDCWD, text("other"), 1 << 31, error="EINVAL")
    call("access", text("file"), os.R_OK, ret=0)
    call("faccessat", AT_FDCWD, text("file"), os.X_OK, error="EACCES")
    call("faccessat2", AT_FDCWD, text("file"), os.W_OK, AT_EACCESS, ret=0)
    call("unlink", text("renamed"), ret=0)
    call("unlinkat", dfd, text("below"), AT_REMOVEDIR, ret=0)
    call("rmdir", text("directory"), error="ENOTEMPTY")
    call("getdents", dfd, room(1000), 1000)
    call("lseek", dfd, 0, os.SEEK_SET, ret=0)
    entries = replace(room(1000), decode=decode_dirents)
    call("getdents64", dfd, entries, 1000)
    call("getdents64", NO_FD, entries, 1000, error="EBADF")
    with caller.alone():
        call("chdir", text("directory"), ret=0)
        call("fchdir", dfd, ret=0)
        call("getcwd", Text(bytes(PAGE), "out"), PAGE)
        call("getcwd", Text(bytes(PAGE), "out"), 1, error="ERANGE")
        call("umask", 0o27)
        call("chroot", text("no such directory"), error="ENOENT")
        call("chroot", text("."), bad=WITHOUT_EDGE, ret=0)


def metadata(caller: Caller) -> None:
    call = caller.call
    fd = call("creat", text("file"), 0o600)
    call("symlink", text("file"), text("link"), ret=0)
    call("chmod", text("file"), 0o4751, ret=0)
    call("fchmod", fd, 0o640, ret=0)
    call("fchmodat", AT_FDCWD, text("file"), 0o604, ret=0)
    call("fchmodat2", AT_FDCWD, text("link"), 0o604, AT_SYMLINK_NOFOLLOW)
    call("chown", text("file"), 77, -1, ret=0)
    call("fchown", fd, -1, 78, ret=0)
    call("lchown", text("link"), 1, 2, ret=0)
    call("fchownat", AT_FDCWD, text("link"), 3, 4, AT_SYMLINK_NOFOLLOW, ret=0)
    call("stat", text("file"), filled(STAT), ret=0)
    call("stat", text("nothing"), filled(STAT), error="ENOENT")
    call("lstat", text("link"), filled(STAT), ret=0)
    call("fstat", fd, filled(STAT), ret=0)
    call("newfstatat", AT_FDCWD, text("link"), filled(STAT), AT_SYMLINK_NOFOLLOW, ret=0)
    call("statx", AT_FDCWD, text("file"), 0, STATX_BASIC_STATS, filled(STATX), ret=0)
    call("statx", fd, text(""), AT_EMPTY_PATH, STATX_BASIC_STATS, filled(STATX), ret=0)
    call("statfs", text("/proc"), filled(STATFS), ret=0)
    call("fstatfs", fd, filled(STATFS), ret=0)
    call("ustat", Path("/").stat().st_dev, Memory(bytes(32), "out", decode=bytes))
    call("utime", text("file"), given(UTIMBUF.pack(1000, 2000), UTIMBUF), ret=0)
    times = TIMEVAL.pack(1000, 5), TIMEVAL.pack(2000, 6)
    call("utimes", text("file"), structs(TIMEVAL, *times), ret=0)
    call("futimesat", AT_FDCWD, text("file"), structs(TIMEVAL, *times), ret=0)
    times = TIMESPEC.pack(1000, 500), TIMESPEC.pack(2000, 600)
    call("utimensat", AT_FDCWD, text("file"), structs(TIMESPEC, *times), 0, ret=0)
    call("file_getattr", AT_FDCWD, text("file"), filled(FILE_ATTR), FILE_ATTR.size, 0)
    call("file_setattr", AT_FDCWD, text("file"), given(FILE_ATTR.pack(), FILE_ATTR), FILE_ATTR.size, 1 << 31)


def extended_attributes(caller: Caller) -> None:
    call = caller.call
    fd = call("creat", text("file"), 0o600)
    name, value = "user.name", b"a value\0of bytes"
    size = len(value)
    call("setxattr", text("file"), text(name), data(value), size, 0)
    call("lsetxattr", text("file"), text(name), data(value), size, 1 << 31)
    call("fsetxattr", fd, text(name), data(value, size=4), 4, 0)
    call("getxattr", text("file"), text(name), room(50), 50)
    call("lgetxattr", text("file"), text(name), room(50), 50)
    call("fgetxattr", fd, text(name), room(50), 50)
    call("fgetxattr", fd, text(name), room(50, size=-1), 0)  # it says how long the value is
    call("getxattr", text("file"), text("user.none"), room(50), 50)
    call("listxattr", text("file"), room(50), 50)
    call("llistxattr", text("file"), room(50), 50)
    call("flistxattr", fd, room(50), 50)
    args = XATTR_ARGS.pack(caller.put(value), size, 0)
    call("setxattrat", AT_FDCWD, text("file"), 0, text(name), given(args, XATTR_ARGS), XATTR_ARGS.size)
    args = XATTR_ARGS.pack(caller.put(bytes(50)), 50, 0)
    call("getxattrat", AT_FDCWD, text("file"), 0, text(name), given(args, XATTR_ARGS), XATTR_ARGS.size)
    call("listxattrat", AT_FDCWD, text("file"), 0, room(50), 50)
    call("removexattrat", AT_FDCWD, text("file"), 0, text(name))
    call("removexattr", text("file"), text(name))
    call("lremovexattr", text("file"), text(name))
    call("fremovexattr", fd, text(name))


FAMILIES = (opening, reading_and_writing, names, metadata, extended_attributes)
