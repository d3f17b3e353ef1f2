# SPDX-License-Identifier: MIT
"""Waiting for files: poll, select, epoll, inotify, fanotify, eventfd; asynchronous I/O."""

from __future__ import annotations

import os
import select
import struct
from dataclasses import replace

from tests.support.arguments import (
    NULL,
    array,
    array_both,
    array_out,
    changed,
    filled,
    given,
    reached,
    ret_times,
    structs,
    text,
)
from tests.support.caller import WITHOUT_EDGE, Caller
from tests.support.calls.layouts import EPOLL_EVENT, IO_EVENT, POLLFD, TIMESPEC, TIMEVAL, WINSIZE

EPOLL_CTL_ADD, EPOLL_CTL_MOD = 1, 3
NO_FD = 9999
SOON = TIMESPEC.pack(0, 1000)
LIMIT = changed(SOON, TIMESPEC)
MASK = array("Q", 1 << 20)
IOCB = struct.Struct("<QIiHhIQQqQII")
"""aio_data, aio_key, aio_rw_flags, aio_lio_opcode, aio_reqprio, aio_fildes, aio_buf, aio_nbytes, aio_offset, ..."""


def polling(caller: Caller) -> None:
    call = caller.call
    pair = caller.keep(array_out("i", 2))
    call("pipe2", pair, os.O_NONBLOCK, ret=0)
    reader, writer = caller.values(pair)
    files = structs(POLLFD, POLLFD.pack(reader, select.POLLIN), POLLFD.pack(writer, select.POLLOUT), direction="both")
    call("poll", files, 2, 10, ret=1)
    call("poll", NULL, 2**32 - 1, 10, error="EINVAL")
    call("ppoll", files, 2, LIMIT, MASK, 8, ret=1)
    call("ppoll", files, 2, LIMIT, MASK, 7, error="EINVAL")
    assert writer < 64
    fds = array_both("Q", 1 << writer)
    limit = changed(TIMEVAL.pack(0, 1000), TIMEVAL)
    call("select", writer + 1, array_both("Q", 1 << reader), fds, array_both("Q", 0), limit, ret=1)
    call("select", 65, array_both("Q", 0, 0), NULL, NULL, limit, bad=(), ret=0)
    call("select", -1, NULL, NULL, NULL, limit, error="EINVAL")
    mask = array("Q", caller.put(bytes(8)), 8)
    call("pselect6", writer + 1, array_both("Q", 1 << reader), fds, array_both("Q", 0), LIMIT, mask, ret=1)
    call("epoll_create", 1)
    call("epoll_create", 0, error="EINVAL")
    epoll = call("epoll_create1", 0)
    event = given(EPOLL_EVENT.pack(select.EPOLLOUT, 0x1122334455667788), EPOLL_EVENT)
    call("epoll_ctl", epoll, EPOLL_CTL_ADD, writer, event, ret=0)
    call("epoll_ctl", epoll, EPOLL_CTL_MOD, writer, event, ret=0)
    call("epoll_ctl", epoll, EPOLL_CTL_ADD, NO_FD, event, error="EBADF")
    room = structs(EPOLL_EVENT, bytes(12 * 4), direction="out", size=ret_times(12))
    call("epoll_wait", epoll, room, 4, 10, ret=1)
    call("epoll_wait", epoll, room, 0, 10, error="EINVAL")
    call("epoll_pwait", epoll, room, 4, 10, MASK, 8, ret=1)
    call("epoll_pwait2", epoll, room, 4, given(SOON, TIMESPEC), MASK, 8)
    call("eventfd", 5)
    call("eventfd2", 5, os.O_NONBLOCK)
    call("eventfd2", 5, 2, error="EINVAL")


def watching(caller: Caller) -> None:
    call = caller.call
    call("inotify_init")
    fd = call("inotify_init1", os.O_NONBLOCK)
    watch = call("inotify_add_watch", fd, text("."), 0x100)
    call("inotify_add_watch", fd, text("nothing"), 0x100, error="ENOENT")
    call("inotify_rm_watch", fd, watch, ret=0)
    call("inotify_rm_watch", fd, 77, error="EINVAL")
    fd = call("fanotify_init", 2, os.O_RDONLY)
    call("fanotify_init", 1 << 31, 0)
    call("fanotify_mark", fd, 1, 0x20, -100, text("."))
    call("fanotify_mark", NO_FD, 1, 0x20, -100, text("nothing"))


def asynchronous(caller: Caller) -> None:
    call = caller.call
    fd = call("open", text("file"), os.O_RDWR | os.O_CREAT, 0o600)
    kept = caller.keep(array_out("Q"))
    call("io_setup", 4, kept, ret=0)
    [context] = caller.values(kept)
    content = caller.put(b"written asynchronously")
    iocb = caller.put(IOCB.pack(42, 0, 0, 1, 0, fd, content, 22, 0, 0, 0, 0))
    block = {
        **{"aio_data": 42, "aio_key": 0, "aio_rw_flags": 0, "aio_lio_opcode": 1, "aio_reqprio": 0, "aio_fildes": fd},
        **{"aio_buf": content, "aio_nbytes": 22, "aio_offset": 0, "aio_reserved2": 0, "aio_flags": 0, "aio_resfd": 0},
    }
    call("io_submit", context, 1, reached(struct.pack("<Q", iocb), [block]), bad=WITHOUT_EDGE, ret=1)
    less_than_none = replace(array("Q", iocb), size=-8)
    call("io_submit", context, -1, less_than_none, error="EINVAL", bad=())
    events = structs(IO_EVENT, bytes(IO_EVENT.size * 2), direction="out", size=ret_times(IO_EVENT.size))
    call("io_getevents", context, 1, 2, events, given(SOON, TIMESPEC), bad=(), ret=1)
    call("io_getevents", context, 0, 2, events, given(SOON, TIMESPEC))
    sigset = array("Q", caller.put(bytes(8)), 8)
    call("io_pgetevents", context, 0, 2, events, given(SOON, TIMESPEC), sigset)
    call("io_cancel", context, given(IOCB.pack(42, 0, 0, 1, 0, fd, content, 22, 0, 0, 0, 0)), filled(IO_EVENT))
    call("io_destroy", context, ret=0)
    call("io_destroy", context, error="EINVAL")
    ring = call("io_uring_setup", 4, changed(bytes(120)))
    call("io_uring_enter", ring, 0, 0, 0, NULL, 0)
    call("io_uring_enter", NO_FD, 0, 0, 0, NULL, 0)
    call("io_uring_register", ring, 4, array("i", fd), 1)  # IORING_REGISTER_EVENTFD, of what is none
    call("ioctl", fd, 0x5421, array("i", 0))  # FIONBIO
    call("ioctl", fd, 0x5413, filled(WINSIZE))  # TIOCGWINSZ


FAMILIES = (polling, watching, asynchronous)
