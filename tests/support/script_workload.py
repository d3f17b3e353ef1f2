# SPDX-License-Identifier: MIT
"""Does a little of all that the scripts show, in the directory that it is given. Its thread's name is "work load"."""

import contextlib
import ctypes
import os
import signal
import socket
import sys
import threading
from pathlib import Path

libc = ctypes.CDLL(None, use_errno=True)
libc.prctl(15, b"work load")
os.chdir(sys.argv[1])

Path("a file").write_bytes(b"x" * 2000)
with open("a file", "rb+", buffering=0) as file:
    file.read(1500)
    os.fsync(file.fileno())
Path("a file").rename("another")
Path("another").unlink()
with contextlib.suppress(OSError):
    Path("missing\x1b[2J").stat()
with contextlib.suppress(OSError):
    os.kill(1, 64 + 1)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
with contextlib.suppress(OSError):
    libc.mount(b"none", b"nowhere", b"nofs", 0, None)

with socket.socket() as server, socket.socket() as client, socket.socket(socket.AF_INET6) as other:
    server.bind(("127.0.0.1", 0))
    server.listen()
    client.connect(server.getsockname())
    with server.accept()[0] as accepted:
        client.sendall(b"x" * 3000)
        accepted.recv(3000, socket.MSG_WAITALL)
    other.bind(("::1", 0))
    with contextlib.suppress(OSError):
        other.bind(("::1", 1))
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
    datagrams.connect(("127.0.0.1", 5353))

thread = threading.Thread(target=libc.usleep, args=(20_000,))
thread.start()
thread.join()
memory = libc.shmget(0, 4096, 0o1600)
libc.shmctl(memory, 0, None)
master, slave = os.openpty()
os.write(slave, b"to the \x1b[1mterminal\n")
os.system("exec /bin/true 'one  two'")
os.execv("/bin/true", ["true"]) if len(sys.argv) > 2 else None
