# SPDX-License-Identifier: MIT
"""The process that is traced: makes exactly the syscalls it is told to, and says what came of them.

Run by victims.Victim with a SOCK_SEQPACKET socket as its standard input. Commands come and answers go through it by
recvmsg and sendto, which no shipped handler traces, so a trace of this process holds the calls that were asked for and
nothing else. Calls go through libc's syscall(): open() of any language would be openat by now.

Each packet is a JSON object with "do" and that command's parameters; each answer is a JSON object too. An argument of a
syscall is a number or one of
    {"string": HEX}   a pointer to these bytes and a NUL
    {"edge": HEX}     a pointer to these bytes, whose last one is the last before an unmapped page
    {"memory": HEX}   a pointer to these bytes, whose content after the call is answered
    {"again": N}      the pointer that is argument N
    {"cold": HEX}     a pointer to these bytes, on a page that the process has not touched yet
    {"space": N}      a pointer to N zeroed bytes, whose content after the call is answered
    {"unmapped": 1}   a pointer to a page that was unmapped
"""

from __future__ import annotations

import ctypes
import json
import os
import socket
import sys
import threading
import time

# PyDLL keeps the GIL: a forked child of a call must not have to wait for it.
libc = ctypes.PyDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
libc.mmap.restype = ctypes.c_void_p

PAGE = 4096
PROT_READ_WRITE = 3
MAP_PRIVATE = 2
MAP_PRIVATE_ANONYMOUS = 0x22
PR_SET_NAME = 15

keep = []
"""Memory that pointers were handed out to."""


def map_before_hole(size: int) -> int:
    """The address behind `size` writable bytes; nothing is mapped there."""
    pages = (size + PAGE - 1) // PAGE + 1
    start = libc.mmap(
        None,
        ctypes.c_size_t((pages + 1) * PAGE),
        PROT_READ_WRITE,
        MAP_PRIVATE_ANONYMOUS,
        -1,
        ctypes.c_long(0),
    )
    hole = start + pages * PAGE
    if libc.munmap(ctypes.c_void_p(hole), ctypes.c_size_t(PAGE)):
        raise OSError(ctypes.get_errno(), "munmap")
    return hole


def map_untouched(content: bytes) -> int:
    """The address of these bytes, which are in memory, but not in the process's page tables."""
    file = os.memfd_create("cold")
    os.write(file, content)
    address = libc.mmap(None, ctypes.c_size_t(PAGE), PROT_READ_WRITE, MAP_PRIVATE, file, ctypes.c_long(0))
    os.close(file)
    return address


def register(argument: int | dict, before: list[int]) -> int:
    """The value of the register for an argument of a command, behind those before it."""
    if isinstance(argument, int):
        return argument
    if "again" in argument:
        return before[argument["again"]]
    if "cold" in argument:
        return map_untouched(bytes.fromhex(argument["cold"]))
    if "edge" in argument:
        content = bytes.fromhex(argument["edge"])
        address = map_before_hole(len(content)) - len(content)
        ctypes.memmove(address, content, len(content))
        return address
    if "unmapped" in argument:
        return map_before_hole(0)
    if "space" in argument:
        buffer = ctypes.create_string_buffer(max(argument["space"], 1))
    else:
        buffer = ctypes.create_string_buffer(bytes.fromhex(argument.get("string") or argument.get("memory", "")))
    keep.append(buffer)
    return ctypes.addressof(buffer)


def answered_bytes(argument: int | dict) -> int:
    """How many bytes behind an argument are answered after the call."""
    if isinstance(argument, int):
        return 0
    return argument.get("space", 0) or len(argument.get("memory", "")) // 2


def call(nr: int, args: list) -> dict:
    """Makes one syscall, with the clock read on both sides of it."""
    registers: list[int] = []
    for argument in args:
        registers.append(register(argument, registers))
    words = [ctypes.c_long(value) for value in registers]
    before = time.monotonic_ns()
    ret = libc.syscall(ctypes.c_long(nr), *words)
    after = time.monotonic_ns()
    memory = [
        ctypes.string_at(address, answered).hex() if (answered := answered_bytes(argument)) else None
        for argument, address in zip(args, registers)
    ]
    return {
        "ret": -ctypes.get_errno() if ret == -1 else ret,
        "registers": registers,
        "memory": memory,
        "before": before,
        "after": after,
        "tid": threading.get_native_id(),
    }


def from_threads(nr: int, args: list, threads: int) -> list[dict]:
    """The same call by several threads that are all alive until the last has made it."""
    answers = []
    together = threading.Barrier(threads)

    def run() -> None:
        answers.append(call(nr, args))
        together.wait()

    workers = [threading.Thread(target=run) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return answers


def become(comm: str, uid: int, gid: int) -> None:
    """Takes a name, and real ids that differ from the effective ones, which stay root's. No umask gets in the way."""
    os.umask(0)
    libc.prctl(PR_SET_NAME, comm.encode(), 0, 0, 0)
    os.setresgid(gid, -1, -1)
    os.setresuid(uid, -1, -1)


def main() -> None:
    control = socket.socket(fileno=0)
    threading.get_native_id()
    control.send(json.dumps({"pid": os.getpid()}).encode())
    commands = {"call": call, "from_threads": from_threads, "become": become}
    while packet := control.recv(1 << 20):
        command = json.loads(packet)
        answer = commands[command.pop("do")](**command)
        control.send(json.dumps(answer).encode())
    sys.stdout.flush()
    # Not through the interpreter's end: it would close what is to stay open for the trace.
    os._exit(0)


if __name__ == "__main__":
    main()
