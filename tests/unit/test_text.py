# SPDX-License-Identifier: MIT
"""Lines of text: exact, as strace shows the same values, and harmless whatever is in them."""

from __future__ import annotations

import random

import pytest

from tests.support.raw_events import (
    DURATION,
    ENTRY,
    FAULT,
    NONE,
    OK,
    TRUNCATED,
    Captured,
    foreign_event,
    openat,
    raw_event,
    show,
    spec_of,
)
from traceleft import _core, battery

START = "00:00:00.000000 4711 cat "


def call(raw: bytes, schema: _core.EventSchema | None = None) -> str:
    """The line behind time, pid and comm."""
    line = show(raw, schema)
    assert line.startswith(START)
    return line[len(START) :]


def argument(kind: str, register: int, *captures: Captured, ret: int = 0, flags: dict | None = None) -> str:
    """How a single argument of this kind is shown."""
    spec = spec_of({"it": kind}, flags)
    text = call(raw_event("probe", [register], captures, ret=ret), _core.EventSchema(spec))
    return text[len("probe(it=") : text.rindex(")", 0, text.rindex(" = "))]


def strace_escaped(data: bytes) -> str:
    """strace's own rules (string_quote in its src/util.c): six letters, else octal, whole only before a digit."""
    letters = {34: '\\"', 92: "\\\\", 12: "\\f", 10: "\\n", 13: "\\r", 9: "\\t", 11: "\\v"}
    out = []
    for index, byte in enumerate(data):
        if byte in letters:
            out.append(letters[byte])
        elif 0x20 <= byte <= 0x7E:
            out.append(chr(byte))
        elif data[index + 1 : index + 2] in (b"0", b"1", b"2", b"3", b"4", b"5", b"6", b"7"):
            out.append(f"\\{byte:03o}")
        else:
            out.append(f"\\{byte:o}")
    return "".join(out)


def test_a_whole_line():
    flags = 0o2000000 | 0o100 | 0o1
    raw = openat(b"/etc/new", flags, 0o644, ret=3, timestamp=47_159_104_221_999, pid=4711)
    assert show(raw) == (
        "13:05:59.104221 4711 cat openat(dfd=AT_FDCWD, "
        'filename="/etc/new", flags=O_WRONLY|O_CREAT|O_CLOEXEC, mode=0644) = 3'
    )


def test_every_byte_before_every_kind_of_byte_is_escaped_as_strace_does():
    for follower in b"0789a\0\n\xff":
        data = bytes(value for byte in range(256) for value in (byte, follower))
        assert argument("buffer", 1, Captured(0, data)) == f'"{strace_escaped(data)}"'
    rng = random.Random(5)
    for _ in range(500):
        data = rng.randbytes(rng.randrange(64))
        assert argument("string", 1, Captured(0, data)) == f'"{strace_escaped(data)}"'


@pytest.mark.parametrize(
    ("data", "shown"),
    [(b"\0", r"\0"), (b"\0001", r"\0001"), (b"\0009", r"\09"), (b"\x1b[", r"\33["), (b"\xff7", r"\3777")],
)
def test_escapes_are_short_where_no_octal_digit_follows(data: bytes, shown: str):
    assert argument("buffer", 1, Captured(0, data)) == f'"{shown}"'


@pytest.mark.parametrize(
    ("capture", "register", "ret", "shown"),
    [
        (Captured(0, b"abc", OK), 0x10, 3, '"abc"'),
        (Captured(0, b"abc", TRUNCATED), 0x10, 9, '"abc"...'),
        (Captured(0, b"", FAULT), 0x10, -14, "0x10"),
        (Captured(0, b"", FAULT), 0, -14, "NULL"),
        (Captured(0, b"", OK), 0x10, 0, '""'),
        (Captured(0, b"", NONE), 0x10, -9, "0x10"),
        (Captured(0, b"", OK), 0, 0, "NULL"),
        (Captured(1, b"abc", OK), 0x10, 0, "0x10"),
    ],
)
def test_buffers(capture: Captured, register: int, ret: int, shown: str):
    """Where there is no memory to show there is its address; strace says NULL even for nothing at NULL."""
    assert argument("buffer", register, capture, ret=ret) == shown


@pytest.mark.parametrize(
    ("kind", "register", "shown"),
    [
        ("mode", 0, "000"),
        ("mode", 7, "007"),
        ("mode", 0o10, "010"),
        ("mode", 0o644, "0644"),
        ("mode", 0o1777, "01777"),
        ("mode", 0x7FFF01A4, "0644"),
        ("dirfd", 2**32 - 100, "AT_FDCWD"),
        ("dirfd", 2**64 - 100, "AT_FDCWD"),
        ("dirfd", -1, "-1"),
        ("fd", -100, "-100"),
        ("pointer", 0, "NULL"),
        ("pointer", 2**64 - 1, "0xffffffffffffffff"),
        ("string", 0, "NULL"),
        ("string", 0x1234, "0x1234"),
        ("uid", 2**32 - 1, "-1"),
        ("gid", 2**64 - 1, "-1"),
        ("uid", 1000, "1000"),
        ("uid", 2**32 - 2, "4294967294"),
        ("gid", 2**31, "2147483648"),
        ("int", 2**32 - 1, "-1"),
        ("uint", 2**64 - 1, "4294967295"),
        ("long", 2**63, "-9223372036854775808"),
        ("ulong", 2**64 - 1, "18446744073709551615"),
        ("size", 2**64 - 1, "18446744073709551615"),
    ],
)
def test_numbers(kind: str, register: int, shown: str):
    assert argument(kind, register) == shown


@pytest.mark.parametrize(
    ("flags", "shown"),
    [
        (0, "O_RDONLY"),
        (0o1, "O_WRONLY"),
        (0o2, "O_RDWR"),
        (0o3, "O_ACCMODE"),
        (0o2000003, "O_ACCMODE|O_CLOEXEC"),
        (0o2000000, "O_RDONLY|O_CLOEXEC"),
        (0o4010002, "O_RDWR|O_SYNC"),
        (0o10000, "O_RDONLY|O_DSYNC"),
        (0o2001 | 0o4000, "O_WRONLY|O_APPEND|O_NONBLOCK"),
        (0o20200002, "O_RDWR|O_TMPFILE"),
        (0o200000, "O_RDONLY|O_DIRECTORY"),
        (0o20000, "O_RDONLY|FASYNC"),
        (0x40000000, "O_RDONLY|0x40000000"),
        (0xC0000001, "O_WRONLY|0xc0000000"),
    ],
)
def test_open_flags_as_strace_prints_them(flags: int, shown: str):
    text = call(openat(b"f", flags, 0))
    assert text.replace(", mode=000", "") == f'openat(dfd=AT_FDCWD, filename="f", flags={shown}) = 0'


@pytest.mark.parametrize(
    ("flag", "shown"),
    [(0, "0"), (0x100, "AT_SYMLINK_NOFOLLOW"), (0x1100, "AT_SYMLINK_NOFOLLOW|AT_EMPTY_PATH"), (1, "0x1")],
)
def test_a_flag_set_without_choices(flag: int, shown: str):
    raw = raw_event("fchownat", [5, 1, -1, -1, flag], [Captured(1, b"f")])
    assert call(raw) == f'fchownat(dfd=5, filename="f", user=-1, group=-1, flag={shown}) = 0'


def part(kind: str, mask: int, shift: int = 0, **more: object) -> dict[str, object]:
    return {"kind": kind, "size": 8, "mask": mask, "shift": shift, **more}


WORDS = {
    "signal": {"mask": 2**64 - 1, "choices": [["SIGINT", 2], ["SIGCHLD", 17]], "bits": [], "decimal": True},
    "magic": {"mask": 2**64 - 1, "choices": [["MAGIC", 0xC0ED0000]], "bits": []},
    "class": {"mask": 2**64 - 1, "choices": [["NONE", 0], ["BE", 2]], "bits": []},
    "word": {
        "mask": 0x300,
        "choices": [["A", 0], ["B", 0x100]],
        "bits": [["FLAG", 0x400], ["OTHER", 0x10000]],
        "whole": [["EVERYTHING", 0xFFFFFFFF]],
        "parts": [
            part("flags", 0xFFFF0000, flags="magic", first=True),
            part("int", 0xFF, flags="signal"),
            part("uint", 0x3F, 26, form="{}<<SHIFT"),
        ],
    },
    "mode": {"mask": 0, "choices": [], "bits": [["EXCL", 0o2000]], "parts": [part("mode", 0o777, shown=True)]},
    "value": {
        "mask": 0,
        "choices": [],
        "bits": [],
        "form": "VALUE({}, {})",
        "parts": [part("hex", 7, 13, flags="class", shown=True), part("uint", 0x1FFF, shown=True)],
    },
}


@pytest.mark.parametrize(
    ("name", "word", "shown"),
    [
        ("signal", 2, "SIGINT"),
        ("signal", 65, "65"),
        ("word", 0, "A"),
        ("word", 0x111, "B|SIGCHLD"),
        ("word", 0x163, "B|99"),
        ("word", 0x500 | 21 << 26, "B|FLAG|21<<SHIFT"),
        ("word", 0x500 | 2 | 21 << 26, "B|FLAG|SIGINT|21<<SHIFT"),
        ("word", 0xC0ED0400, "MAGIC|A|FLAG"),
        ("word", 0x10000, "A|OTHER"),
        ("word", 0x20800, "A|0x20800"),
        ("word", 0xFFFFFFFF, "EVERYTHING"),
        ("mode", 0, "000"),
        ("mode", 0o2600, "EXCL|0600"),
        ("mode", 0o16600, "EXCL|0x1800|0600"),
        ("value", 0x4004, "VALUE(BE, 4)"),
        ("value", 0, "VALUE(NONE, 0)"),
        ("value", 0xE001, "VALUE(0x7, 1)"),
        ("value", 0x10001, "VALUE(NONE, 1)|0x10000"),
    ],
)
def test_words_with_parts(name: str, word: int, shown: str):
    spec = spec_of({"it": "flags"}, WORDS)
    spec["syscalls"]["probe"]["args"][0]["flags"] = name
    assert call(raw_event("probe", [word]), _core.EventSchema(spec)) == f"probe(it={shown}) = 0"


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        (0, "{WIFEXITED(s) && WEXITSTATUS(s) == 0}"),
        (0x300, "{WIFEXITED(s) && WEXITSTATUS(s) == 3}"),
        (9, "{WIFSIGNALED(s) && WTERMSIG(s) == SIGKILL}"),
        (0x86, "{WIFSIGNALED(s) && WTERMSIG(s) == SIGABRT && WCOREDUMP(s)}"),
        (35, "{WIFSIGNALED(s) && WTERMSIG(s) == SIGRT_3}"),
        (0x137F, "{WIFSTOPPED(s) && WSTOPSIG(s) == SIGSTOP}"),
        (0x857F, "{WIFSTOPPED(s) && WSTOPSIG(s) == SIGTRAP | 0x80}"),
        (0x4057F, "{WIFSTOPPED(s) && WSTOPSIG(s) == SIGTRAP}|PTRACE_EVENT_EXEC<<16"),
        (0xFFFF, "{WIFCONTINUED(s)}"),
        (0x10000, "{WIFEXITED(s) && WEXITSTATUS(s) == 0}|PTRACE_EVENT_FORK<<16"),
        (0x1000000, "{WIFEXITED(s) && WEXITSTATUS(s) == 0}|0x1000000"),
    ],
)
def test_wait_status(status: int, shown: str):
    """As strace's printstatus() has it: what stopped, killed or ended the process, and ptrace's event."""
    event = raw_event("wait4", [-1, 1, 0, 0], [Captured(1, status.to_bytes(4, "little"))], ret=7)
    assert call(event) == f"wait4(upid=-1, stat_addr=[{shown}], options=0, ru=NULL) = 7"


def test_capabilities_go_on_in_the_second_struct():
    words = (1, 0, 1 << 31, 1, 0, 1 << 8 | 1 << 31)
    data = b"".join(word.to_bytes(4, "little") for word in words)
    assert call(raw_event("capset", [0, 1], [Captured(1, data)])).endswith(
        "data=[{effective=1<<CAP_CHOWN, permitted=0, inheritable=1<<CAP_SETFCAP}, {effective=1<<CAP_MAC_OVERRIDE, "
        "permitted=0, inheritable=1<<CAP_CHECKPOINT_RESTORE|0x80000000}]) = 0"
    )


def test_flags_of_an_unknown_set_are_a_number():
    spec = spec_of({"it": "flags"})
    spec["syscalls"]["probe"]["args"][0]["flags"] = "nosuch"
    assert call(raw_event("probe", [6]), _core.EventSchema(spec)) == "probe(it=0x6) = 0"


@pytest.mark.parametrize("flags", [0o100, 0o20200002])
def test_the_mode_is_shown_where_the_call_looks_at_it(flags: int):
    assert ", mode=01777)" in call(openat(b"f", flags, 0o1777))


@pytest.mark.parametrize("flags", [0, 0o1, 0o200000, 0o3000])
def test_and_only_there(flags: int):
    """The register holds anything then. O_TMPFILE has a bit in common with O_DIRECTORY, which needs no mode."""
    assert "mode" not in call(openat(b"f", flags, 0o644))


@pytest.mark.parametrize(
    ("ret", "shown"),
    [
        (0, "0"),
        (2**63 - 1, "9223372036854775807"),
        (-2, "-1 ENOENT (No such file or directory)"),
        (-11, "-1 EAGAIN (Resource temporarily unavailable)"),
        (-95, "-1 EOPNOTSUPP (Operation not supported)"),
        (-512, "? ERESTARTSYS (To be restarted if SA_RESTART is set)"),
        (-513, "? ERESTARTNOINTR (To be restarted)"),
        (-514, "? ERESTARTNOHAND (To be restarted if no handler)"),
        (-516, "? ERESTART_RESTARTBLOCK (Interrupted by signal)"),
        (-4096, "-4096"),
    ],
)
def test_results(ret: int, shown: str):
    assert call(raw_event("close", [3], ret=ret)) == f"close(fd=3) = {shown}"


def test_an_entry_has_no_result():
    assert call(raw_event("close", [3], ret=-2, flags=ENTRY)) == "close(fd=3) = ?"


@pytest.mark.parametrize(
    ("duration", "shown"),
    [(0, "0.000000"), (123_456, "0.000123"), (1_500_000_000, "1.500000"), (2**64 - 1, "18446744073.709553")],
)
def test_durations(duration: int, shown: str):
    assert call(raw_event("close", [3], flags=DURATION, duration=duration)) == f"close(fd=3) = 0 <{shown}>"


def test_a_duration_that_was_not_measured_is_not_shown():
    assert call(raw_event("close", [3], duration=5)) == "close(fd=3) = 0"


@pytest.mark.parametrize(
    ("utc_offset", "offset", "timestamp", "shown"),
    [
        (0, 0, 999, "00:00:00.000000"),
        (0, 0, 1_000, "00:00:00.000001"),
        (0, 86_399 * 10**9, 999_999_999, "23:59:59.999999"),
        (0, 1_700_000_000 * 10**9 + 5_000, 6_000, "22:13:20.000011"),
        (19_800, 1_700_000_000 * 10**9, 0, "03:43:20.000000"),
        (-14_400, 1_720_000_000 * 10**9, 0, "05:46:40.000000"),
        (0, -(10**9), 10**9 + 1_000, "00:00:00.000001"),
    ],
)
def test_times_are_those_of_the_batchs_wall_clock(utc_offset: int, offset: int, timestamp: int, shown: str):
    line = show(raw_event("close", [3], timestamp=timestamp), realtime_offset=offset, utc_offset=utc_offset)
    assert line.split(" ", 1)[0] == shown


def test_any_time_at_all_has_its_form():
    """A corrupt timestamp is still a time: the column never shrinks."""
    for timestamp in (2**63 - 1, 2**63, 2**64 - 1, 2**64 - 10**9, 2**64 - 1_500_000_000):
        line = show(raw_event("close", [3], timestamp=timestamp))
        assert line.endswith(" 4711 cat close(fd=3) = 0") and len(line.split(" ", 1)[0]) == 15, line


def test_hostile_names_reach_no_terminal():
    line = show(raw_event(b'cl"ose\n\x1b[2J', comm=b"a\nb \x1b]0;x\x07\\"))
    assert line.isprintable() and line.isascii()
    assert line == r'00:00:00.000000 4711 "a\nb\40\33]0;x\7\\" "cl\"ose\n\33[2J"() = 0'


@pytest.mark.parametrize(
    ("comm", "shown"),
    [
        (b"kworker/u8:2+fl", "kworker/u8:2+fl"),
        (b"Web Content", r'"Web\40Content"'),
        (b"(sd-pam)", r'"\50sd-pam)"'),
        (b"7 1 open(", r'"7\0401\40open\50"'),
        (b'"', r'"\""'),
        (b"-", '"-"'),
        (b"", '""'),
        ("größer".encode(), r'"gr\303\266\303\237er"'),
    ],
)
def test_a_name_is_one_word_or_quoted(comm: bytes, shown: str):
    """Nobody's name can shift what follows it, for a reader who splits at spaces and at the first "("."""
    raw = raw_event("close", [3], comm=comm)
    assert show(raw) == f"00:00:00.000000 4711 {shown} close(fd=3) = 0"
    schema = battery.schema()
    line = _core.TemplateFormatter(schema, "{comm}").format(_core.Batch([raw], schema))
    assert line.decode() == f"{shown}\n"


def test_an_unknown_syscall_shows_bare_registers():
    assert call(raw_event("nosuch", [0, 255])) == "nosuch(arg0=0x0, arg1=0xff) = 0"


def test_a_foreign_event_is_a_line_too():
    raw = foreign_event(b"read", b"\x1b own bytes", timestamp=1_000, pid=8, ret=-4)
    assert show(raw) == "00:00:00.000001 8 - read() = -1 EINTR (Interrupted system call)"


def test_a_batch_has_a_line_for_each_event():
    schema = battery.schema()
    batch = _core.Batch([raw_event("close", [fd]) for fd in range(3)], schema)
    text = _core.TextFormatter(schema).format(batch)
    assert text == "".join(f"{START}close(fd={fd}) = 0\n" for fd in range(3))


@pytest.mark.parametrize(
    ("ids", "shown"),
    [
        ({}, "4711"),
        ({"ns_pid": 4711, "ns_tid": 4712, "pid_namespace": 0xEFFFFFFC}, "4711"),  # the initial namespace
        ({"ns_pid": 1, "ns_tid": 2, "pid_namespace": 4026532177}, "4711 /* 1 in PID NS 4026532177 */"),
        # Another namespace, where it happens to be called the same.
        ({"ns_pid": 4711, "ns_tid": 4712, "pid_namespace": 5}, "4711 /* 4711 in PID NS 5 */"),
    ],
)
def test_a_pid_in_another_namespace(ids: dict[str, int], shown: str):
    assert show(raw_event("close", [3], **ids)) == f"00:00:00.000000 {shown} cat close(fd=3) = 0"
