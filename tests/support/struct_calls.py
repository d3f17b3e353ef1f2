# SPDX-License-Identifier: MIT
"""Makes the calls of tests/kernel/test_structs_against_strace.py: each row is named in the thread's name first, so that
what two tracers say of it can be laid side by side."""

from __future__ import annotations

import contextlib
import ctypes
import os
import pty
import signal
import socket
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path

LIBC = ctypes.CDLL(None, use_errno=True)
PR_SET_NAME = 15
KEEP: list[object] = []
"""The memory that calls point to."""


def at(content: bytes, room: int = 0) -> int:
    """The address of these bytes, with zeros behind them."""
    buffer = ctypes.create_string_buffer(content, max(len(content) + 16, room))
    KEEP.append(buffer)
    return ctypes.addressof(buffer)


def syscall(nr: int, *arguments: int | bytes) -> int:
    passed = (at(each) if isinstance(each, bytes) else each for each in arguments)
    return int(LIBC.syscall(*(ctypes.c_ulong(each & 2**64 - 1) for each in (nr, *passed))))


def prctl(option: int, *arguments: int | bytes) -> int:
    return syscall(157, option, *arguments, *[0] * (4 - len(arguments)))


def row(name: str) -> None:
    """Begins a row."""
    LIBC.prctl(PR_SET_NAME, name.encode(), 0, 0, 0)


def sockopts() -> None:
    tcp, udp, six, raw = (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
        socket.socket(socket.AF_PACKET, socket.SOCK_RAW),
    )
    here, there = socket.socketpair()
    group, local = socket.inet_aton("224.0.0.1"), socket.inet_aton("127.0.0.1")

    def get(name: str, sock: socket.socket, level: int, option: int, size: int) -> None:
        row(name)
        syscall(55, sock.fileno(), level, option, bytes(size), struct.pack("I", size))

    def put(name: str, sock: socket.socket, level: int, option: int, value: bytes) -> None:
        row(name)
        syscall(54, sock.fileno(), level, option, value, len(value))

    put("int", tcp, 1, 2, struct.pack("i", 1))
    put("negative int", tcp, 1, 42, struct.pack("i", -1))
    put("linger", tcp, 1, 13, struct.pack("ii", 1, 5))
    get("get linger", tcp, 1, 13, 8)
    put("device", tcp, 1, 25, b"lo\0")
    put("device of 4", tcp, 1, 25, b"lo\0\0")
    put("rcvtimeo", tcp, 1, 20, struct.pack("qq", 3, 4))
    get("get sndtimeo", tcp, 1, 21, 16)
    get("error", tcp, 1, 4, 4)
    get("peercred", here, 1, 17, 12)
    get("meminfo", tcp, 1, 55, 36)
    get("cookie", tcp, 1, 57, 8)
    get("unknown level", tcp, 200, 7, 4)
    put("unknown int", tcp, 1, 9999, struct.pack("i", 7))
    put("unknown bytes", tcp, 1, 9999, b"abc")
    get("ip int", tcp, 0, 2, 4)
    put("ip membership", udp, 0, 35, group + local)
    put("ip source", udp, 0, 39, group + local + local)
    put("ip group", udp, 0, 42, struct.pack("QHH4s", 1, 2, 0, group) + bytes(128 - 8))
    put("ip filter", udp, 0, 41, group + local + struct.pack("II", 1, 0))
    put("ip options", tcp, 0, 4, b"\1\1\1\1")
    put("ipv6 membership", six, 41, 20, bytes(16) + struct.pack("I", 1))
    get("ipv6 int", six, 41, 26, 4)
    put("tcp congestion", tcp, 6, 13, b"reno")
    get("tcp info", tcp, 6, 11, 104)
    put("tcp repair", tcp, 6, 29, struct.pack("5I", 1, 2, 3, 4, 5))
    put("packet member", raw, 263, 1, struct.pack("iHH8s", 1, 1, 0, b""))
    get("packet stats", raw, 263, 6, 8)
    put("packet int", raw, 263, 10, struct.pack("i", 1))
    code = struct.pack("HBBI", 0x28, 0, 0, 12) + struct.pack("HBBI", 0x15, 0, 1, 0x800)
    code += struct.pack("HBBI", 6, 0, 0, 0xFFFF) + struct.pack("HBBI", 6, 0, 0, 0)
    put("filter", udp, 1, 26, struct.pack("HxxxxxxQ", 4, at(code)))
    put("filter of none", udp, 1, 26, struct.pack("HxxxxxxQ", 0, 0))

    def send(name: str, *messages: tuple[int, int, bytes]) -> None:
        row(name)
        with contextlib.suppress(OSError):
            here.sendmsg([b"x"], messages)

    def receive(name: str, room: int = 1000) -> None:
        row(name)
        there.recvmsg(8, room)

    send("rights", (1, 1, struct.pack("3i", 0, 1, 2)))
    receive("get rights")
    send("credentials", (1, 2, struct.pack("iii", os.getpid(), 0, 0)), (1, 1, struct.pack("i", 1)))
    there.setsockopt(1, 16, 1)
    receive("get both")
    send("to be cut", (1, 1, struct.pack("i", 1)))
    receive("cut", 20)
    send("ip pktinfo", (0, 8, struct.pack("i4s4s", 1, local, group)), (0, 2, struct.pack("i", 64)), (0, 1, b"\5"))
    send("ipv6 pktinfo", (41, 50, socket.inet_pton(socket.AF_INET6, "::1") + struct.pack("I", 1)))
    send("udp segment", (17, 103, struct.pack("H", 1400)))
    send("unknown", (77, 3, b"abc"))
    row("bad length")
    broken = struct.pack("QiiIIQ", 4, 1, 1, 7, 8, 0)
    vector = struct.pack("QQ", at(b"y"), 1)
    syscall(46, here.fileno(), struct.pack("QIIQQQQII", 0, 0, 0, at(vector), 1, at(broken), 24, 0, 0), 0)
    udp.bind(("127.0.0.1", 0))
    for level, option in ((0, 8), (0, 12), (0, 13), (1, 35), (1, 37)):
        udp.setsockopt(level, option, 1)
    udp.setsockopt(1, 27, 0)
    udp.sendto(b"z", udp.getsockname())
    row("timestamps")
    udp.recvmsg(8, 500)
    udp.setsockopt(0, 11, 1)
    closed = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    closed.bind(("127.0.0.1", 0))
    name = closed.getsockname()
    closed.close()
    udp.sendto(b"z", name)
    row("recverr")
    with contextlib.suppress(OSError):
        udp.recvmsg(8, 500, socket.MSG_ERRQUEUE | socket.MSG_DONTWAIT)


def directories() -> None:
    with tempfile.TemporaryDirectory() as path:
        os.mkfifo(Path(path, "fifo"))
        Path(path, "a link\n").symlink_to("x")
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        for name in ("entries", "no more entries"):
            row(name)
            syscall(217, fd, at(b"", 4096), 4096)
        row("failed")
        syscall(217, fd, at(b"", 4096), 1)
        os.close(fd)


def processes() -> None:
    for name, option, *arguments in (
        ("prctl name", 16, bytes(16)),
        ("pdeathsig", 1, 9),
        ("get pdeathsig", 2, bytes(4)),
        ("dumpable", 4, 1),
        ("capbset", 23, 21),
        ("securebits", 28, 0x10),
        ("timerslack", 29, 5000),
        ("get subreaper", 37, bytes(4)),
        ("no new privs", 38, 1),
        ("ambient", 47, 1, 7),
        ("ambient clear", 47, 4),
        ("speculation", 53, 0, 2),
        ("set mm", 35, 6, 0x1000),
        ("vma", 0x53564D41, 0, 0x1000, 4096, b"anon\0"),
        ("ptracer", 0x59616D61, -1),
        ("tsc", 26, 1),
        ("get tsc", 25, bytes(4)),
        ("mce", 33, 1, 1),
        ("mdwe", 65, 0),
        ("seccomp", 22, 2, struct.pack("HxxxxxxQ", 0, 0)),
    ):
        row(str(name))
        prctl(int(str(option)), *(each for each in arguments if isinstance(each, (int, bytes))))
    for name, command, number in (("getfd", 1, 0x33), ("setfd", 2, 1), ("dupfd", 0, 90), ("getown", 9, 0x33)):
        row(name)
        syscall(72, 0, command, number)
    clone3 = struct.pack("11Q", 0x10000, 0, 0, 0, 17, 0x1000, 0x1000, 0, 0, 0, 0)  # refused: CLONE_THREAD alone
    for name, size in (("clone3", 88), ("clone3 of old", 64), ("clone3 of new", 96), ("clone3 short", 63)):
        row(name)
        syscall(435, clone3 + struct.pack("Q", 0x1122334455667788), size)
    how = struct.pack("3Q", 0o101, 0o644, 4)
    for name, size, more in (
        ("openat2", 24, 0),
        ("openat2 longer", 32, 7),
        ("openat2 zeros", 32, 0),
        ("openat2 short", 8, 0),
    ):
        row(name)
        syscall(437, -100, b"/nonexistent/x", how + struct.pack("Q", more), size)


def administration() -> None:
    instructions = struct.pack("BBhi", 0xB7, 0, 0, 0) + struct.pack("BBhi", 0x95, 0, 0, 0)
    for name, command, attr, size in (
        ("map create", 0, struct.pack("IIIIIII16s", 1, 4, 4, 1, 0, 0, 0, b"amap"), 72),
        ("prog load", 5, struct.pack("IIQQIIQII16s", 1, 2, at(instructions), at(b"GPL"), 0, 0, 0, 0, 0, b"p"), 120),
        ("no license", 5, struct.pack("IIQQIIQII16s", 1, 2, at(instructions), 0, 0, 0, 0, 0, 0, b"p"), 120),
        ("obj get", 7, struct.pack("QII", at(b"/sys/fs/bpf/none"), 0, 0), 16),
        ("raw tracepoint", 17, struct.pack("QI", at(b"sys_enter"), 9999), 16),
        ("update", 2, struct.pack("IIQQQ", 9999, 0, 0x1000, 0x2000, 1), 32),
        ("next id", 11, struct.pack("III", 7, 0, 0), 12),
        ("info", 15, struct.pack("IIQ", 9999, 16, 0x1000), 16),
    ):
        row(name)
        fd = syscall(321, command, attr + bytes(128), size)
        if fd > 2:
            os.close(fd)
    code = struct.pack("HBBI", 0x20, 0, 0, 0) + struct.pack("HBBI", 0x15, 0, 1, 39)
    code += struct.pack("HBBI", 6, 0, 0, 0x50001) + struct.pack("HBBI", 6, 0, 0, 0x7FFF0000)
    row("seccomp avail")
    syscall(317, 2, 0, struct.pack("I", 0x7FFF0000))
    row("seccomp filter")
    syscall(317, 1, 99, struct.pack("HxxxxxxQ", 4, at(code)))
    row("no filter")
    syscall(317, 1, 99, struct.pack("HxxxxxxQ", 4, 0))
    row("seccomp sizes")
    syscall(317, 3, 0, bytes(6))

    context = at(bytes(8))
    syscall(206, 4, context)
    [ring] = struct.unpack("Q", ctypes.string_at(context, 8))
    reader, writer = os.pipe()
    os.write(writer, b"something")
    buffer, text = at(b"", 16), at(b"hello")
    read = at(struct.pack("QIIHhIQQqQII", 1, 0, 0, 0, 0, reader, buffer, 4, 0, 0, 0, 0))
    write = at(struct.pack("QIIHhIQQqQII", 2, 0, 0, 1, 0, writer, text, 5, 0, 0, 0, 0))
    row("io_submit")
    syscall(209, ring, 2, struct.pack("QQ", read, write))
    row("io_submit bad")
    syscall(209, ring, 2, struct.pack("QQ", 0, 1))
    row("io_getevents")
    syscall(208, ring, 0, 2, bytes(64), struct.pack("qq", 0, 1))

    row("add_key")
    key = syscall(248, b"user\0", b"d:1\0", b"pay", 3, -2)
    for name, command, *arguments in (
        ("keyring id", 0, -3, 0),
        ("join", 1, 0),
        ("chown", 4, -2, 0, -1),
        ("permissions", 5, -2, 0x3F3F0000),
        ("describe", 6, key, at(b"", 64), 64),
        ("read", 11, key, at(b"", 64), 64),
        ("search", 10, -2, b"user\0", b"d:1\0", 0),
        ("timeout", 15, key, 60),
        ("capabilities", 31, bytes(2), 2),
    ):
        row(str(name))
        syscall(250, int(str(command)), *(each for each in arguments if isinstance(each, (int, bytes))))
    for name, command, extra in (
        ("quota get", 0x800007, 0),
        ("quota format", 0x800004, 0),
        ("quota info", 0x800005, 0),
        ("quota on", 0x800002, 2),
        ("quota sync", 0x800001, 0),
    ):
        row(name)
        syscall(179, command << 8, b"/dev/null\0", extra, b"/quota\0" + bytes(120))
    row("perf")
    attr = struct.pack("IIQQQQQ", 1, 112, 0, 1000, 0x107, 7, 0x60) + bytes(64)
    fd = syscall(298, attr, 0, -1, -1, 8)
    row("perf short")
    syscall(298, struct.pack("IIQQQQQ", 0, 64, 5, 1000, 0x107, 7, 0x60) + bytes(16), 0, -1, 9999, 8)
    if fd > 2:
        os.close(fd)


def terminals() -> None:
    _, terminal = pty.openpty()
    for name, command in (("tcgets", 0x5401), ("tcgeta", 0x5405), ("tcgets2", 0x802C542A), ("winsize", 0x5413)):
        row(name)
        syscall(16, terminal, command, at(b"", 64))


def ptraces() -> None:
    child = os.fork()
    if not child:
        syscall(101, 0, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        os._exit(0)
    os.waitpid(child, 0)
    for name, request, address, data in (
        ("peek", 1, at(b""), bytes(8)),
        ("options", 0x4200, 0, 0x100001),
        ("siginfo", 0x4202, 0, bytes(128)),
        ("sigmask", 0x420A, 8, bytes(8)),
        ("regset", 0x4204, 1, struct.pack("QQ", at(b"", 512), 512)),
        ("syscall info", 0x420E, 88, bytes(88)),
        ("regs", 12, 0, bytes(216)),
        ("event message", 0x4201, 0, bytes(8)),
        ("cont", 7, 0, 9),
    ):
        row(name)
        syscall(101, request, child, address, data)
    os.waitpid(child, 0)


PARTS: tuple[Callable[[], None], ...] = (sockopts, directories, processes, administration, terminals, ptraces)

if __name__ == "__main__":
    for part in PARTS:
        part()
    row("end")
    os._exit(0)
