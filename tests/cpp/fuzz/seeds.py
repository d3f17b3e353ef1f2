# SPDX-License-Identifier: MIT
"""Writes what the fuzz targets begin with, from recordings of real events, questions, and this program: `python -m
tests.cpp.fuzz.seeds DIRECTORY`."""

from __future__ import annotations

import shutil
import socket
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.raw_objects import TMPFS, batch_of, raw_file, raw_socket
from tests.support.raw_processes import raw_process
from traceleft._core import BatchCompressor
from traceleft.recording import Recording

RECORDINGS = Path(__file__).resolve().parents[2] / "unit" / "recordings"
FLAGS = 148
"""The offset of struct event_header's flags."""
OBJECTS = (
    raw_process(41, 10, 20, exe="/bin/sh", cwd="/", argv=["sh"], cgroup="/docker/" + 64 * "a", tty=136 << 20),
    raw_process(42, 30, 40, ppid=41, parent_start_time=10, exe="/a", argv=["b", ""], exit_status=256),
    raw_file(1, "memfd:x", magic=TMPFS, root=b"/jail", flags=1),
    raw_socket(2, socket.AF_INET6, 1, socket.IPPROTO_TCP, ("::1", 80), ("::2", 81)),
)
"""What with_files() refers to."""
LONGEST = 4096
"""Bytes of an input."""
QUESTIONS = (
    'ret < 0 and comm == "cat"',
    'filename ~ "/etc/*" and not flags & O_CREAT or filename =~ "^/(a|b)+$"',
    "error in (ENOENT, EACCES) or duration > 1.5ms and uid != root",
    "sa_family(uservaddr) == AF_INET and port == 443 and sin_addr == '10.0.0.0/8'",
    "arg.l_pid == 1 or arg == -1 or passed.arg.l_type == 2",
    'argv ~ "*[a-z]?" && buf ^= "\\x00a" || !(args[2] >> 3 == 0x10 % 7)',
    'args.pid == 9 and args.comm ~ "s*" and loc > -1 and not addr == "\\x00ab"',
    "(ret + 1) * 2 / -3 <= ~fd # all of it",
)


def main(directory: Path) -> None:
    shutil.rmtree(directory, ignore_errors=True)
    events, recordings = directory / "fuzz_event_view", directory / "fuzz_recording"
    events.mkdir(parents=True)
    recordings.mkdir()
    questions = directory / "fuzz_question"
    questions.mkdir()
    for number, question in enumerate(QUESTIONS):
        (questions / str(number)).write_text(question)
    frames = directory / "fuzz_eh_frame"
    frames.mkdir()
    with tempfile.NamedTemporaryFile() as section:
        extract = ["objcopy", "-O", "binary", "--set-section-flags", ".eh_frame=alloc", "-j", ".eh_frame"]
        subprocess.run([*extract, sys.executable, section.name], check=True)
        (frames / "begin").write_bytes(Path(section.name).read_bytes()[:LONGEST])
    for path in sorted(RECORDINGS.glob("*.record")):
        with Recording(path) as recording:
            for number, batch in enumerate(recording.batches()):
                frame = BatchCompressor().compress(batch)
                (recordings / f"{path.stem}-{number}-frame").write_bytes((b"\0" + frame)[:LONGEST])
                for event in {(each.syscall, each.error): each.raw for each in batch}.values():
                    name = f"{path.stem}-{hash_of(event)}"
                    (events / name).write_bytes(event[:LONGEST])
                    (events / f"{name}-files").write_bytes(with_files(event)[:LONGEST])
                    body = struct.pack("<qiI", 10**18, 3600, 1) + struct.pack("<I", len(event)) + event
                    (recordings / f"{name}-open").write_bytes((b"\1" + body)[:LONGEST])
                    (recordings / f"{name}-open-files").write_bytes((b"\1" + open_frame(with_files(event)))[:LONGEST])
                    frame = BatchCompressor().compress(batch_of([with_files(event)], OBJECTS))
                    (recordings / f"{name}-files").write_bytes((b"\0" + frame)[:LONGEST])
                    (recordings / f"{name}-schema").write_bytes((b"\2" + event[176:])[:LONGEST])


def with_files(event: bytes) -> bytes:
    """The event with two descriptions behind it: EVENT_OBJECTS of bpf/include/traceleft/event.h."""
    flags = struct.unpack_from("<I", event, FLAGS)[0] | 1 << 5
    described = struct.pack("<QIHHQIHH", 1, 1, 0, 8, 2, 1, 16, 0)  # the first is a socket's
    return event[:FLAGS] + struct.pack("<I", flags) + event[FLAGS + 4 :] + described


def open_frame(event: bytes) -> bytes:
    """As fuzz_recording.cpp, frame_of() takes it: with objects."""
    head = struct.pack("<qiII", 10**18, 3600, 1 | 1 << 31, len(event))
    sizes = b"".join(struct.pack("<I", len(each)) for each in OBJECTS)
    records = b"".join(each + bytes(-len(each) % 8) for each in OBJECTS)
    return head + bytes([len(OBJECTS)]) + sizes + records + event


def hash_of(data: bytes) -> str:
    import zlib

    return f"{zlib.crc32(data):08x}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
