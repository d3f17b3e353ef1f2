# SPDX-License-Identifier: MIT
"""Words of flags, enumerations and other notations of a value, beside strace's for the same calls.

A row is a call with its arguments: numbers, or bytes to point to. It compares the whole line, or only what a pattern
finds where strace and traceleft differ by design (an argument that only some commands use, a struct's left-out fields).
"""

from __future__ import annotations

import json
import re
import struct
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import traceleft
from tests.kernel.test_against_strace import ENVIRONMENT, OURS, normal
from tests.support import lab
from tests.support.syscall_numbers import NUMBERS

pytestmark = pytest.mark.any_kernel

NOWHERE = b"/nonexistent/x\0"
ZEROS = bytes(512)
MARK = 1_987_654_321
"""The argument of the getsid() before the first row and behind the last."""
UNKNOWN = re.compile(r" /\* [^*]*\?\?\?? [^*]*\*/| /\* [^*]*\?\?\??[^*]*\*/| /\* [0-9]{4}-[^*]*\*/")
"""strace's remarks on names that it doesn't know, and on times."""
VICTIM = """
import ctypes, json, sys
calls = json.load(open(sys.argv[1]))
syscall, held = ctypes.CDLL(None).syscall, []

def pointer(data):
    held.append(ctypes.create_string_buffer(bytes.fromhex(data), len(data) // 2 + 8))
    return ctypes.addressof(held[-1])

prepared = [[pointer(each) if isinstance(each, str) else each for each in call] for call in calls]
for call in prepared:
    syscall(*map(ctypes.c_long, call))
"""


class Row(NamedTuple):
    name: str
    args: tuple[int | bytes, ...]
    part: str = ""
    """What of the line is compared; all of it if empty."""


def signals(*numbers: int) -> bytes:
    return struct.pack("Q", sum(1 << number - 1 for number in numbers))


def times(*pairs: tuple[int, int]) -> bytes:
    return b"".join(struct.pack("qq", *pair) for pair in pairs)


def limits(soft: int, hard: int) -> bytes:
    return struct.pack("QQ", soft % 2**64, hard % 2**64)


def termios(*flags: int) -> bytes:
    return struct.pack("IIII", *flags) + ZEROS


def header(version: int) -> bytes:
    return struct.pack("Ii", version, -1)


NOW, OMIT = 2**30 - 1, 2**30 - 2  # UTIME_NOW, UTIME_OMIT
ALL = 2**64 - 1
IOCTL = r"ioctl\(-1, [^)]*\)?"
FLAGS_OF_TERMIOS = r"\{c_iflag=.*(?=, (?:\.\.\.\}|N_TTY|\d+, \[))"

# Numbers within words, composites and whole words. Siblings looked at: every set of flags in syscalls.toml whose header
# has a macro called like a mask or a shift, and those of strace's decoders that print more than names (mmap, memfd,
# shmget, semget, msgget, clone, mount, personality, swapon, quotactl, ioprio, futex, ioctl, termios, st_mode).
WORDS = (
    *(Row("mount", (b"\0", NOWHERE, b"\0", word, 0)) for word in (0xC0ED0003, 0xC0ED0000, 0xC0ED0100, 0, 1, 1 << 27)),
    *(Row("mmap", (0, 0, 3, word, -1, 0)) for word in (0x40022 | 21 << 26, 0x22 | 1 << 26, 0x40022, 4, 3, 0x80003)),
    Row("remap_file_pages", (1, 0, 0, 0, 0x10022)),
    *(Row("memfd_create", (0, word)) for word in (4 | 21 << 26, 21 << 26, 3)),
    *(Row("shmget", (5, 0, word)) for word in (0o600, 0o4600 | 21 << 26, 0o4000, 0o10600, 0)),
    *(Row(name, (0, 99_999_999, word)) for name in ("semget",) for word in (0, 0o600, 0o1600, 0o3777)),
    *(Row("msgget", (77_777, word)) for word in (0, 0o600, 0o2600)),
    *(Row("personality", (word,)) for word in (0xFFFFFFFF, 8, 0, 0x40000, 0x40008, 0)),
    *(Row("swapon", (NOWHERE, word)) for word in (0x10002, 0x8005, 0x18005, 0x8000)),
    *(Row("quotactl", (word, NOWHERE, -1, 0)) for word in (0x80000700, 0x80000701, 0x80000702, 0x12345678, 0x5801)),
    Row("quotactl_fd", (-1, 0x80000701, -1, 0)),
    Row("quotactl", (0x80000201, NOWHERE, 2, 0)),
    *(Row("ioprio_set", (1, 99_999_999, word)) for word in (0x2004, 0x4007, 0x6000, 0, 4, 0x8001, 0x200C)),
    Row("ioprio_get", (1, 0)),
    *(
        Row("futex", (ZEROS, 5, 0, 0, ZEROS, word), r"FUTEX_OP.*(?=\))")
        for word in (0, 0x04000001, 0x14001002, 0xC1FFF000, 0x06000000, 0x00FFFFFF, 0x80FFFFFF)
    ),
    Row("futex", (ZEROS, 9 | 128, 1, times((0, 1)), 0, -1), "FUTEX_WAIT_[A-Z_|]+"),
    Row("futex", (ZEROS, 9 | 128 | 256, 1, times((0, 1)), 0, -1), "FUTEX_WAIT_[A-Z_|]+"),
    Row("futex", (ZEROS, 10, 1, 1, 0, -1), "FUTEX_BITSET_[A-Z_]+"),
    *(
        Row("ioctl", (-1, word, 0), IOCTL)
        for word in (0x12341234, 0x80081234, 0xC0105801, 0, 0x1234, 0xFFFFFFFF, 0x400899FF)
    ),
    *(
        Row("openat", (-1, NOWHERE, word, 0))
        for word in (0o20200002, 0o20000000, 0o200000, 0o4010002, 0o4000000, 0o10000, 3, 0o100001, 0o2000000)
    ),
    *(Row("dup3", (-1, -1, word)) for word in (0o2000000, 0, 0o4000)),
    *(Row("inotify_init1", (word,)) for word in (0o2004001, 1)),
    *(Row("delete_module", (NOWHERE, word)) for word in (0o4000, 0o5000, 0)),
    Row("mq_getsetattr", (-1, struct.pack("8q", 0o4000, -1, -1, -1, 0, 0, 0, 0), 0)),
    Row("mq_open", (NOWHERE, 0o4102, 0o600, 0)),
    *(Row("mknod", (NOWHERE, word, 0x801), r"S_IF[A-Z0-9|_]+|, 0\d+") for word in (0o100644, 0o60644, 0o10000, 0o644)),
    Row("mknodat", (-100, NOWHERE, 0o106755, 0), r"S_IF[A-Z0-9|_]+"),
    *(
        Row("stat", (path, ZEROS), r"(?:S_IF[A-Z0-9|_]+|st_mode=\d+)")
        for path in (b"/\0", b"/tmp\0", b"/dev/null\0", b"/etc/passwd\0", b"/usr/bin/mount\0")
    ),
    Row("ioctl", (-1, 0x5404, termios(0x4500, 0x1805, 0x1CBF, 0x8A3B)), FLAGS_OF_TERMIOS),
    Row("ioctl", (-1, 0x5404, termios(0x4500, 0x5, 0x108F | 0x100F << 16, 0x8A3B)), FLAGS_OF_TERMIOS),
    Row("ioctl", (-1, 0x5404, termios(0xFFFFFFFF, 0xFFFFFFFF, 0xDFFFFFFF, 0xFFFFFFFF)), FLAGS_OF_TERMIOS),
)

# Tables that were missing or were another set's.
TABLES = (
    *(Row("open_tree", (-1, NOWHERE, word)) for word in (0x80000 | 0x8000 | 1, 0)),
    *(Row("memfd_secret", (word,)) for word in (0o2000001, 1)),
    *(Row("socket", (family, 3 | 1 << 19, word)) for family, word in ((17, 0x300), (17, 8), (17, 0xDD86))),
    Row("socket", (10, 0x80803, 58)),
    Row("socket", (2, 3, 255)),
    Row("shmget", (0, 0, 0)),
    *(Row("landlock_restrict_self", (-1, word)) for word in (0,)),
    *(Row("kcmp", (99_999_999, 1, kind, 3, 4)) for kind in (0,)),
    *(Row("kexec_load", (5, 0, 0, word)) for word in (0x3E0001, 0x42)),
    *(Row("sched_setscheduler", (99_999_999, word, 0)) for word in (0, 1, 5)),
    Row("sched_getscheduler", (0,)),
    Row("eventfd2", (1, 0o2004001 | 8)),
    *(Row("accept4", (-1, 0, 0, word)) for word in (0o2004000, 0o4000)),
    *(Row("msync", (1, 0, word)) for word in (7, 4)),
    *(Row("faccessat", (-1, NOWHERE, word)) for word in (7, 0, 6)),
    Row("wait4", (-1, 0, -1, 0)),
    Row("semop", (-1, struct.pack("HhH", 1, -1, 0x1800), 1)),
    Row("prctl", (0x59616D61, -1, 0, 0, 0), "PR_SET_PTRACER, [A-Z_0-9-]+"),
    Row("prctl", (33, 1, 0, 0, 0), "PR_MCE_KILL, [A-Z_]+, [A-Z_]+"),
    Row("prctl", (26, 1, 0, 0, 0), "PR_SET_TSC, [A-Z_]+"),
)

# Signals and sets of them, wait status, capabilities, times, limits, handlers, numbers. Siblings looked at: each call
# with a sigset_t, a siginfo_t or an `int sig`, both rlimit structs, all with tv_nsec (only utimensat's has words).
NUMBERS_WITH_NAMES = (
    *(Row("kill", (99_999_999, number)) for number in (0, 9, 31, 32, 33, 34, 64, 65, 2**31 - 1)),
    Row("tgkill", (-1, -1, 35)),
    Row("pidfd_send_signal", (-1, 34, 0, 0)),
    Row("fcntl", (-1, 10, 34)),
    Row("prctl", (1, 34, 0, 0, 0), "SIG[A-Z_0-9]+"),
    *(
        Row("rt_sigprocmask", (2, signals(*members), 0, 8))
        for members in (
            (2, 17),
            (34, 64),
            (32, 33),
            (),
            range(1, 65),
            [number for number in range(1, 65) if number not in (9, 19)],
            range(1, 42),
            range(1, 43),
            range(1, 44),
        )
    ),
    Row("rt_sigprocmask", (2, signals(), 0, 8)),
    Row("rt_sigtimedwait", (signals(34), 0, times((0, 0)), 8)),
    Row("signalfd4", (-1, signals(10), 8, 0o2004001)),
    *(
        Row("rt_sigaction", (12, struct.pack("QQQQ", handler % 2**64, word, 0, 2), 0, 8), part)
        for handler, word in ((0, 0x14000000), (1, 0xD0000007), (-1, 1), (0x123456, 2))
        for part in (r"sa_handler=\w+", r"SA_\w+(?:\|SA_\w+)*", r"\[INT\]")
    ),
    *(
        Row("utimensat", (-100, NOWHERE, times(*pair), 0x100))
        for pair in (((0, NOW), (0, OMIT)), ((5, OMIT), (5, 7)), ((5, NOW), (5, NOW)), ((1, 2), (3, 4)))
    ),
    *(
        Row("prlimit64", (99_999_999, 7, limits(*pair), 0))
        for pair in ((-1, -1), (1024, 5000 * 1024), (1025, 2**64 - 2), (0, 2048))
    ),
    Row("setrlimit", (99, limits(3 << 20, -1))),
    *(Row("capset", (header(version), ZEROS), "{version=[^}]*}") for version in (0x20080522, 0x19980330, 0x20071026)),
    Row("capset", (header(0x20080522), struct.pack("6I", 0, 0, 0, 1, 0, 0x1FF)), r"1<<CAP_MAC_ADMIN[^,}]*"),
    Row("capset", (header(0x19980330), struct.pack("III", 0x80000001, 3, 0)), r"effective=[^,}]*, [^,}]*, [^,}]*"),
    Row("preadv", (-1, 0, 0, -1, 0), r"\(-1, NULL, 0, -1"),
)
ROWS = (*WORDS, *TABLES, *NUMBERS_WITH_NAMES)


def between_marks(lines: list[str]) -> list[str]:
    marks = [index for index, line in enumerate(lines) if line.startswith(f"getsid({MARK})")]
    return lines[marks[0] + 1 : marks[-1]]


def run(directory: Path, rows: tuple[Row, ...]) -> list[str | Path]:
    """The command that makes these calls."""
    mark = Row("getsid", (MARK,))
    calls = [
        [NUMBERS[row.name], *(each.hex() if isinstance(each, bytes) else each for each in row.args)]
        for row in (mark, *rows, mark)
    ]
    path = directory / "calls.json"
    path.write_text(json.dumps(calls))
    return [sys.executable, "-c", VICTIM, path]


def comparable(row: Row, line: str) -> str:
    if not row.part:
        return line
    found = re.search(row.part, line)
    return found[0] if found else f"nothing like {row.part}: {line}"


def traced(backend: str, directory: Path, names: list[str], command: list[str | Path]) -> list[str]:
    output = directory / "traceleft"
    lab.run(lab.trace_argv(backend, "-o", output, *names, "--", *command), env=ENVIRONMENT, cwd=directory)
    found = [OURS.fullmatch(line) for line in output.read_text("ascii").splitlines()]
    return between_marks([normal(line["call"]) for line in found if line])


def straced(directory: Path, names: list[str], command: list[str | Path]) -> list[str]:
    output = directory / "strace"
    selection = "trace=" + ",".join(names)
    argv = [lab.require("strace"), "-o", output, "-e", selection, "-e", "signal=none", *command]
    lab.run(argv, env=ENVIRONMENT, cwd=directory)
    return between_marks([normal(UNKNOWN.sub("", line)) for line in output.read_text("ascii").splitlines()])


@pytest.mark.parametrize("rows", [WORDS, TABLES, NUMBERS_WITH_NAMES], ids=["words", "tables", "numbers"])
def test_values_as_strace_writes_them(backend: str, tmp_path: Path, rows: tuple[Row, ...]) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        traceable = set(tracer.traceable())
    rows = tuple(row for row in rows if row.name in traceable)  # a kernel may lack delete_module
    names = sorted({"getsid", *(row.name for row in rows)})
    command = run(tmp_path, rows)
    ours = traced(backend, tmp_path, names, command)
    theirs = straced(tmp_path, names, command)
    assert len(ours) == len(theirs) == len(rows)
    different = [
        (row, got, wanted)
        for row, got, wanted in zip(rows, ours, theirs)
        if comparable(row, got) != comparable(row, wanted) or got.partition("(")[0] != row.name
    ]
    assert not different, "\n".join(f"{got}\n{wanted}" for _, got, wanted in different)
