# SPDX-License-Identifier: MIT
"""A process whose calls overwrite what they were given, or have it overwritten while they block.

Run by test_entered.py with the job as its argument and a SOCK_SEQPACKET socket as its standard input: it says its PID,
works when it is told to, and says what it did, in an order of its own.
"""

from __future__ import annotations

import ctypes
import json
import mmap
import os
import socket
import sys
import threading

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
AT_FDCWD = -100
SIZE = 3 * 4096
control = socket.socket(fileno=0)


def call(nr: int, *args: int) -> int:
    ret: int = libc.syscall(ctypes.c_long(nr), *map(ctypes.c_long, args))
    return ret if ret >= 0 else -ctypes.get_errno()


def overwrite(calls: list[list], times: int) -> list[int]:
    """Makes each call with the string where it writes to: "p" stands for both, "s" for another string."""
    memory = ctypes.create_string_buffer(SIZE)
    other = ctypes.create_string_buffer(b"trusted.traceleft")
    address, kept = ctypes.addressof(memory), ctypes.addressof(other)
    returned = []
    for _ in range(times):
        for nr, content, *args in calls:
            given = bytes.fromhex(content) + b"\0"
            ctypes.memset(address, 0xFF, SIZE)
            ctypes.memmove(address, given, len(given))
            returned.append(call(nr, *({"p": address, "s": kept}.get(arg, arg) for arg in args)))
    return returned


def threads(nr: int, count: int, times: int) -> list[int]:
    """stat(p, p) in threads at once, each of a name of its own that doesn't exist, or of one that does, in turns."""
    returned: list[int] = []

    def work(number: int) -> None:
        memory = ctypes.create_string_buffer(SIZE)
        for turn in range(times):
            memory.value = (
                f"/{'.' * (turn % 2)}/../nowhere{number}x{turn}".encode() if turn % 3 else b"/." * (number + 1)
            )
            returned.append(call(nr, ctypes.addressof(memory), ctypes.addressof(memory)))

    all_threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for each in all_threads:
        each.start()
    for each in all_threads:
        each.join()
    return returned


def block(nr: int, first: list[int], last: list[int], directory: str, times: int) -> list[int]:
    """Opens a FIFO, whose name another thread changes before it opens the other end."""
    memory = ctypes.create_string_buffer(SIZE)
    returned = []
    for turn in range(times):
        fifo = f"{directory}/fifo{turn}".encode()
        os.mkfifo(fifo)
        memory.value = fifo
        opened: list[int] = []
        tids: list[int] = []

        def open_it(opened: list[int] = opened, tids: list[int] = tids) -> None:
            tids.append(threading.get_native_id())
            opened.append(call(nr, *first, ctypes.addressof(memory), *last))

        thread = threading.Thread(target=open_it)
        thread.start()
        while not tids or not is_blocked(tids[0], nr):
            pass
        memory.value = b"/innocent"
        os.close(os.open(fifo, os.O_RDONLY))
        thread.join()
        returned.append(opened[0] if opened[0] < 0 else 0)
        os.close(opened[0])
    return returned


def hold(nr: int, fifos: list[str]) -> None:
    """Opens FIFOs, one after the other in one thread, by one pointer; says when it blocks, and goes on when told to."""
    memory = ctypes.create_string_buffer(SIZE)
    for fifo in fifos:
        os.mkfifo(fifo)
    memory.value = fifos[0].encode()
    tids: list[int] = []

    def open_all() -> None:
        tids.append(threading.get_native_id())
        for following in (*fifos[1:], ""):
            os.close(call(nr, ctypes.addressof(memory), os.O_WRONLY))
            memory.value = following.encode()
            turn.wait()

    turn = threading.Barrier(2)
    thread = threading.Thread(target=open_all, daemon=True)
    thread.start()
    for fifo in fifos:
        while not tids or not is_blocked(tids[0], nr):
            pass
        control.send(b"blocked")
        control.recv(16)
        os.close(os.open(fifo, os.O_RDONLY | os.O_CLOEXEC))
        turn.wait()
    thread.join()
    control.send(b"done")


def crowd(nr: int, fifo: str, count: int) -> None:
    """Opens a FIFO in so many threads, and says when all block."""
    os.mkfifo(fifo)
    memory = ctypes.create_string_buffer(fifo.encode())
    threading.stack_size(1 << 17)
    for _ in range(count):
        threading.Thread(target=call, args=(nr, ctypes.addressof(memory), os.O_WRONLY), daemon=True).start()
    others = {int(task.name) for task in os.scandir("/proc/self/task")} - {os.getpid()}
    while not all(is_blocked(tid, nr) for tid in others):
        pass
    control.send(b"blocked")


def is_blocked(tid: int, nr: int) -> bool:
    """/proc says `running`, or the number of the call that it sleeps in."""
    with open(f"/proc/self/task/{tid}/syscall") as file:
        return file.read().split()[0] == str(nr)


def cold(nr: int, path: str, times: int) -> list[int]:
    """A string in a page that is in no page table when the call is made."""
    returned = []
    with open(path, "rb") as file:
        for _ in range(times):
            with mmap.mmap(file.fileno(), 0, mmap.MAP_PRIVATE) as page:  # written to by nobody: mapped, not copied
                view = ctypes.c_char.from_buffer(page)
                libc.madvise(
                    ctypes.c_void_p(ctypes.addressof(view)), ctypes.c_size_t(mmap.PAGESIZE), mmap.MADV_DONTNEED
                )
                returned.append(call(nr, ctypes.addressof(view), 0))
                del view
    return returned


def main() -> None:
    job, *args = json.loads(sys.argv[1])
    control.send(json.dumps(os.getpid()).encode())
    control.recv(16)
    jobs = {"overwrite": overwrite, "threads": threads, "block": block, "cold": cold, "hold": hold, "crowd": crowd}
    returned = jobs[job](*args)
    if returned is not None:
        control.send(json.dumps(returned).encode())
    control.recv(16)


main()
