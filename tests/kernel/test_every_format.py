# SPDX-License-Identifier: MIT
"""What is cut and what can't be read, of real calls: text, JSON, templates, protobuf, Arrow and Python all say so."""

from __future__ import annotations

import errno
import json
import struct
import sys
from collections.abc import Iterable
from typing import Any

import pytest

import traceleft
from tests.support import lab
from tests.support.raw_events import show
from tests.support.victims import Victim, cold, memory
from traceleft import _core, battery

pb2 = pytest.importorskip("traceleft.proto.traceleft_pb2")

pytestmark = pytest.mark.any_backend

LIMIT = 32
"""Bytes of a buffer that are captured (-s)."""
ARROW = lab.SLOWDOWN == 1
"""An emulated machine's CPU is older than those that pyarrow's NumPy is built for."""
FORMATS = {"JSON", "template", "protobuf", "Python", *(["Arrow"] if ARROW else [])}


def batch_of(event: traceleft.Event) -> _core.Batch:
    return _core.Batch([event.raw], battery.schema())


def message_of(event: traceleft.Event) -> Any:
    data = _core.ProtobufEncoder(battery.schema()).encode(batch_of(event), 1)
    at = next(index for index in range(1, 6) if data[index] < 0x80) + 1  # behind the tag and the length
    return pb2.Event.FromString(data[at:])


def row_of(event: traceleft.Event) -> dict[str, Any]:
    return traceleft.Capture([batch_of(event)], battery.schema()).arrow(event.syscall).to_pylist()[0]


def json_of(event: traceleft.Event) -> dict[str, Any]:
    return json.loads(_core.JsonFormatter(battery.schema()).format(batch_of(event)))


def marked(event: traceleft.Event, mark: str, status: str) -> dict[str, list[str]]:
    """By format, the arguments that have the mark of this name, which `capture_status` calls `status`."""
    arguments = list(event.args)

    def named(mask: int) -> list[str]:
        return [name for index, name in enumerate(arguments) if mask >> index & 1]

    filled = _core.TemplateFormatter(battery.schema(), f"{{{mark}}}").format(batch_of(event)).decode().strip()
    return {
        "JSON": json_of(event).get(mark, []),
        "template": [] if filled == "-" else filled.split(", "),
        "protobuf": named(getattr(message_of(event), mark)),
        "Python": [name for name in arguments if event.capture_status(name) == status],
        **({"Arrow": named(row_of(event)[mark])} if ARROW else {}),
    }


def everywhere(arguments: Iterable[str]) -> dict[str, list[str]]:
    return {name: list(arguments) for name in FORMATS}


CALLS = """
import array, contextlib, os, socket
short, long = b"s" * 8, b"l" * 100
null, zero, (reader, writer) = os.open("/dev/null", os.O_WRONLY), os.open("/dev/zero", os.O_RDONLY), os.pipe()
one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
os.writev(null, [short, short])
os.writev(null, [short, long])
os.writev(null, [b"x"] * 40)
os.pwritev(null, [long], 0)
os.readv(zero, [bytearray(100)])
os.preadv(zero, [bytearray(8)], 0)
os.preadv(zero, [bytearray(100)], 0)
one.sendmsg([short])
one.sendmsg([long])
files = socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0] * 200)
one.sendmsg([short], [files])
with contextlib.suppress(OSError):  # the kernel takes 253
    one.sendmsg([short], [files] * 6)
for _ in range(2):
    other.recvmsg(100)
other.recvmsg(8, 4000)
for argument in ("s", "l" * 5000):
    with contextlib.suppress(OSError):
        os.execve("/no/where", ["name", argument], {})
with contextlib.suppress(OSError):
    os.execve("/no/where", ["name"], {"NAME": "l" * 5000})
with contextlib.suppress(OSError):
    os.execve("/no/where", ["name"] * 200, {})
"""
CUT = [
    # the call, which of its arguments are cut, and what is in its line of text
    ("writev", [], '"ssssssss"'),
    ("writev", ["vec"], '"' + "l" * LIMIT + '"...'),
    ("writev", ["vec"], "..."),  # more iovecs than are captured
    ("pwritev2", ["vec"], '"...'),
    ("readv", ["vec"], '"...'),
    ("preadv2", [], "iov_len=8"),
    ("preadv2", ["vec"], '"...'),
    ("sendmsg", [], '"ssssssss"'),
    ("sendmsg", ["msg"], '"' + "l" * LIMIT + '"...'),
    ("sendmsg", [], "SCM_RIGHTS"),
    ("sendmsg", ["msg"], "..."),  # the control messages
    ("recvmsg", [], '"ssssssss"'),
    ("recvmsg", ["msg"], '"' + "l" * LIMIT + '"...'),
    ("recvmsg", [], "SCM_RIGHTS"),
    ("execve", [], '["name", "s"]'),
    ("execve", ["argv"], 'l"...]'),
    ("execve", ["envp"], "envp="),
    ("execve", ["argv"], ", ...]"),
]
"""A row for each call in CALLS. Siblings that are captured by the same walk, and were looked at: pwritev, preadv,
vmsplice, process_vm_readv and _writev, process_madvise, sendmmsg, recvmmsg, execveat."""


def test_a_cut_wherever_it_is(backend: str) -> None:
    with traceleft.Tracer(backend=backend, buffer_limit=LIMIT, environments=True) as tracer:
        with tracer.spawn([sys.executable, "-I", "-S", "-c", CALLS], sorted({name for name, _, _ in CUT})) as command:
            pass
        assert command.returncode == 0
        events = [event for event in lab.finished(tracer) if event.syscall != "execve" or event.ret < 0]
    assert [event.syscall for event in events] == [name for name, _, _ in CUT]
    for event, (_, cut, text) in zip(events, CUT):
        line = show(event.raw)
        assert marked(event, "truncated", "truncated") == everywhere(cut), line
        assert text in line and (bool(cut) == ("..." in line) or cut == ["envp"]), line


AF_UNIX, SOCK_STREAM = 1, 1
NAME = "\0app" + "\0" * 104


def test_the_name_of_an_abstract_socket_that_is_padded(backend: str, victim: Victim) -> None:
    """Its length is a part of the name: the zeros are, too."""
    address = memory(struct.pack("H108s", AF_UNIX, b"\0app"))
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach(["bind", "connect", "getsockname"], pids=[victim.pid])
        server, client = (victim.call("socket", AF_UNIX, SOCK_STREAM, 0).ret for _ in range(2))
        assert victim.call("bind", server, address, 110).ret == 0
        victim.call("listen", server, 1)
        assert victim.call("connect", client, address, 110).ret == 0
        victim.call("getsockname", server, memory(bytes(128)), memory(struct.pack("I", 128)))
        events = lab.finished(tracer)
    assert [event.syscall for event in events] == ["bind", "connect", "getsockname"]
    for event, argument in zip(events, ("umyaddr", "uservaddr", "usockaddr")):
        assert f'{argument}={{sun_family=AF_UNIX, sun_path=@"app' + "\\0" * 104 + '"}' in show(event.raw)
        assert event[argument] == {"sun_family": AF_UNIX, "sun_path": NAME}
        assert json_of(event)["args"][argument]["sun_path"] == NAME
        assert not ARROW or row_of(event)[argument]["sun_path"] == NAME
        assert NAME.encode() in message_of(event).SerializeToString()


@pytest.mark.each_kernel
def test_memory_that_a_call_never_looked_at(backend: str, victim: Victim) -> None:
    """It fails by its first argument, and leaves the page as it was: not resident (docs/limits.md)."""
    iovec = struct.pack("QQ", 0, 0)
    rows = [
        # the call, its arguments, and which can't be read
        ("write", [-1, cold(b"unread"), 6], ["buf"]),
        ("pwrite64", [-1, cold(b"unread"), 6, 0], ["buf"]),
        ("writev", [-1, cold(iovec), 1], ["vec"]),
        ("ftruncate", [-1, 5], []),
        ("connect", [-1, cold(struct.pack("H", AF_UNIX) + b"/unread\0"), 10], ["uservaddr"]),
        ("epoll_ctl", [-1, 1, 0, cold(bytes(12))], []),  # it copies this first
    ]
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach([name for name, _, _ in rows], pids=[victim.pid])
        calls = [victim.call(name, *arguments) for name, arguments, _ in rows]
        events = [event for event in lab.finished(tracer) if event.ret < 0]  # its own writes fill the pages
    assert [event.syscall for event in events] == [name for name, _, _ in rows]
    for event, call, (_, _, unread) in zip(events, calls, rows):
        assert call.ret == -errno.EBADF
        assert marked(event, "faults", "fault") == everywhere(unread), event
        for name in unread:
            index = list(event.args).index(name)
            assert event[name] is None and f"{name}={call.registers[index]:#x}" in show(event.raw)


REFUSED = """
import ctypes, mmap, os, struct
libc = ctypes.CDLL(None)
NR, ERRNO, ALLOW = 257, 0x0005000D, 0x7FFF0000
file = os.memfd_create("unread")
os.write(file, b"/unread".ljust(4096, b"\\0"))
touched, untouched = (mmap.mmap(file, 4096, mmap.MAP_PRIVATE) for _ in range(2))
assert touched[:7] == b"/unread"
places = [ctypes.addressof(ctypes.c_char.from_buffer(each)) for each in (touched, untouched)]
filter = (0x20, 0, 0, 0), (0x15, 0, 1, NR), (6, 0, 0, ERRNO), (6, 0, 0, ALLOW)
code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in filter))
program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", 4, ctypes.addressof(code)))
assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, program, 0, 0) == 0
for place in places:
    libc.syscall(NR, -100, ctypes.c_long(place), 0)
"""


@pytest.mark.each_kernel
def test_memory_of_a_call_that_seccomp_refuses(backend: str) -> None:
    """The kernel looked at none of it: what was resident is shown."""
    if backend not in ("raw_tp", "tracepoint"):
        pytest.skip(f"{backend} hooks the function behind the call, which isn't run")
    with traceleft.Tracer(backend=backend) as tracer:
        with tracer.spawn([sys.executable, "-I", "-S", "-c", REFUSED], ["openat"]) as command:
            pass
        assert command.returncode == 0
        resident, absent = lab.finished(tracer)[-2:]
    assert resident.error == absent.error == "EACCES"
    assert resident["filename"] == "/unread" and marked(resident, "faults", "fault") == everywhere([])
    assert absent["filename"] is None and marked(absent, "faults", "fault") == everywhere(["filename"])
    assert f"filename={absent.raw_args['filename']:#x}" in show(absent.raw)
