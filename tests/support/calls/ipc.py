# SPDX-License-Identifier: MIT
"""System V's and POSIX's message queues, semaphores and shared memory; keys."""

from __future__ import annotations

import os
import struct

from tests.support.arguments import NULL, array_out, data, filled, given, room, structs, text
from tests.support.caller import Caller
from tests.support.calls.layouts import MQ_ATTR, MSQID_DS, SEMBUF, SEMID_DS, SHMID_DS, SIGEVENT, TIMESPEC

IPC_PRIVATE = 0
IPC_RMID, IPC_STAT = 0, 2
IPC_NOWAIT = 0o4000
SETVAL, GETVAL = 16, 12
NO_ID = 99999999
NO_FD = 9999
PAST = TIMESPEC.pack(1, 0)


def system_v(caller: Caller) -> None:
    call = caller.call
    shared = call("shmget", IPC_PRIVATE, 4096, 0o600)
    where = call("shmat", shared, 0, 0)
    call("shmat", NO_ID, 0, 0, error="EINVAL")
    call("shmctl", shared, IPC_STAT, filled(SHMID_DS), ret=0)
    call("shmdt", where, ret=0)
    call("shmdt", where, error="EINVAL")
    call("shmctl", shared, IPC_RMID, 0, ret=0)
    call("shmctl", shared, IPC_STAT, filled(SHMID_DS))
    semaphores = call("semget", IPC_PRIVATE, 2, 0o600)
    call("semctl", semaphores, 0, SETVAL, 1, ret=0)
    call("semctl", semaphores, 0, IPC_STAT, filled(SEMID_DS), ret=0)
    call("semctl", semaphores, 0, GETVAL, 0, ret=1)
    operations = structs(SEMBUF, SEMBUF.pack(0, 1, IPC_NOWAIT), SEMBUF.pack(1, 1, 0))
    call("semop", semaphores, operations, 2, ret=0)
    call("semop", semaphores, structs(SEMBUF, SEMBUF.pack(0, -99, IPC_NOWAIT)), 1, error="EAGAIN")
    limit = given(TIMESPEC.pack(0, 1000), TIMESPEC)
    call("semtimedop", semaphores, operations, 2, limit, ret=0)
    call("semtimedop", NO_ID, operations, 2, limit, error="EINVAL")
    call("semctl", semaphores, 0, IPC_RMID, 0, ret=0)
    queue = call("msgget", IPC_PRIVATE, 0o600)
    message = struct.pack("<q", 3) + b"a message"
    call("msgsnd", queue, data(message), 9, IPC_NOWAIT, ret=0, bad=())
    call("msgrcv", queue, room(8 + 50, size=lambda made: made.ret + 8), 50, 0, IPC_NOWAIT, ret=9)
    call("msgsnd", queue, data(message), 9, IPC_NOWAIT, ret=0)
    call("msgctl", queue, IPC_STAT, filled(MSQID_DS), ret=0)
    call("msgctl", queue, IPC_RMID, 0, ret=0)


def posix(caller: Caller) -> None:
    call = caller.call
    name = f"traceleft-{os.getpid()}"
    attributes = given(MQ_ATTR.pack(0, 4, 64, 0), MQ_ATTR)
    flags = os.O_RDWR | os.O_CREAT | os.O_NONBLOCK
    queue = call("mq_open", text(name), flags, 0o600, attributes)
    call("mq_open", text("no-such-queue"), os.O_RDONLY, 0, NULL, error="ENOENT")
    limit = given(PAST, TIMESPEC)
    call("mq_timedsend", queue, data(b"a message"), 9, 7, limit, ret=0, bad=())
    call("mq_timedsend", queue, data(b"a message"), 9, 1 << 20, limit, error="EINVAL")
    call("mq_timedreceive", queue, room(64), 64, array_out("I"), limit, bad=(), ret=9)
    call("mq_timedreceive", queue, room(64), 64, array_out("I"), limit)
    call("mq_getsetattr", queue, given(MQ_ATTR.pack(0o4000), MQ_ATTR), filled(MQ_ATTR), ret=0)
    call("mq_notify", queue, given(SIGEVENT.pack(0, 1), SIGEVENT), ret=0)  # SIGEV_NONE
    call("mq_notify", NO_FD, NULL)
    call("mq_unlink", text(name), ret=0)
    call("mq_unlink", text(name), error="ENOENT")


def keys(caller: Caller) -> None:
    call = caller.call
    process_keyring = -2
    with caller.alone():
        key = call("add_key", text("user"), text("a key"), data(b"its payload"), 11, process_keyring)
        call("add_key", text("user"), text("a key"), data(b"its payload", size=3), 3, NO_ID)
        call("request_key", text("user"), text("no such key"), NULL, 0)
        call("request_key", text("no such type"), text("name"), text("information"), process_keyring)
        call("keyctl", 0, process_keyring, 0, 0, 0)  # KEYCTL_GET_KEYRING_ID
        call("keyctl", 11, key, room(50), 50, 0)  # KEYCTL_READ
        call("keyctl", 999, 1, 2, 3, 4, error="EOPNOTSUPP")


FAMILIES = (system_v, posix, keys)
