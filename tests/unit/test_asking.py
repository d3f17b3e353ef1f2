# SPDX-License-Identifier: MIT
"""Questions: how they are put together, asked of recordings, and refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import traceleft
from tests.support.raw_events import Captured, openat, raw_event
from tests.unit.test_recording import record
from traceleft import _core, battery
from traceleft.captured import Capture
from traceleft.errors import UsageError
from traceleft.recording import Recording

where = traceleft.where


def holds(question: traceleft.Where | str, event: bytes) -> bool:
    return len(_core.filter(_core.Batch([event], battery.schema()), _core.Question(str(question)))) == 1


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (where("ret < 0"), "ret < 0"),
        (where(pid=1), "pid == 1"),
        (where(ret=-1), "ret == -1"),
        (where(pid=(1, 2)), "pid in (1, 2)"),
        (where(comm={"b", "a"}), 'comm in ("a", "b")'),
        (where(entry=True), "entry"),
        (where(entry=False), "not entry"),
        (where(**{"uservaddr.sin_port": 443}), "uservaddr.sin_port == 443"),
        (where("ret < 0", comm="nginx"), '(ret < 0) and (comm == "nginx")'),
        (where("a == 1 or b == 2") & where(pid=1), "(a == 1 or b == 2) and (pid == 1)"),
        (where(pid=1) & "ret < 0" & "fd == 3", "(pid == 1) and (ret < 0) and (fd == 3)"),
        ("ret < 0" | where(pid=1), "(ret < 0) or (pid == 1)"),
        (where(pid=1) & (where(pid=2) | where(pid=3)), "(pid == 1) and ((pid == 2) or (pid == 3))"),
        (~where(pid=1), "not (pid == 1)"),
        (where("pid == 1 # me") & where(cpu=0), "(pid == 1 # me\n) and (cpu == 0)"),
    ],
)
def test_questions_are_put_together(question: traceleft.Where, text: str):
    assert str(question) == text
    assert question == where(text)
    assert len({question, where(text)}) == 1


def test_many_questions_are_joined_without_nesting():
    question = where(pid=0)
    for pid in range(1, 300):
        question |= where(pid=pid)
    assert str(question).count(" or ") == 299


@pytest.mark.parametrize(
    "name",
    [
        '"',
        "'",
        "\\",
        '\\"',
        '" or ret == 0 #',
        "\n",
        "\t",
        "\x00",
        "a\x00b",
        "ä",
        "\udcff",
        "\u202e",
        "#",
        "\\x41",
        "*",
        "?",
        "[a-z]",
        "[!]]",
    ],
)
def test_values_are_quoted_whatever_they_are(name: str):
    event = raw_event("write", [1, 0x1000, 9], [Captured(1, name.encode("utf-8", "surrogateescape"))])
    other = raw_event("write", [1, 0x1000, 9], [Captured(1, b"other")])
    assert holds(where(buf=name), event)
    assert holds(where(buf=name.encode("utf-8", "surrogateescape")), event)
    assert not holds(where(buf=name), other)
    assert holds(traceleft.contains("buf", name), event)
    assert not holds(traceleft.contains("buf", name), other)


def test_a_text_is_found_in_another():
    event = raw_event("write", [1, 0x1000, 9], [Captured(1, b"before *?[] after")])
    assert holds(traceleft.contains("buf", "*?[]"), event)
    assert holds(traceleft.contains("buf", ""), event)
    assert not holds(traceleft.contains("buf", "before after"), event)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: where(), "a question needs a text"),
        (lambda: where(pid=1.5), "pid can be compared with a number"),
        (lambda: where(pid=None), "pid can be compared with a number"),
        (lambda: where(pid=[]), "pid is compared with no values"),
        (lambda: where(**{"pid == 1 or x": 1}), "is no name of a field"),
        (lambda: traceleft.contains("pid == 1 or x", "a"), "is no name of a field"),
        (lambda: where("a) or (b"), "no parenthesis was opened"),
        (lambda: where("pid = 1"), "write =="),
        (lambda: where(pid=1 << 64), "more than 64 bits"),
        (lambda: bool(where(pid=1)), "join questions by & and |"),
        (lambda: traceleft.asking.question_of(5), "where= takes a text"),
    ],
)
def test_what_is_no_question_is_refused(make, message: str):
    with pytest.raises(UsageError, match=message.replace("|", r"\|").replace(")", r"\)")):
        make()


def test_names_are_looked_up_where_a_question_is_asked():
    question = _core.Question("fd == 3 and duration > 1s")
    assert question.text == "fd == 3 and duration > 1s"
    assert question.asks_duration
    question.check(battery.schema())
    assert question.missing(battery.schema(), "openat") == ["fd"]
    assert question.explain(battery.schema(), "read").startswith("early   all of\n")
    with pytest.raises(UsageError, match="no syscall nothing"):
        question.check(battery.schema(), ["nothing"])
    with pytest.raises(UsageError, match="did you mean filename"):
        _core.Question("filname ~ '/etc/*'").check(battery.schema())


@pytest.mark.parametrize(
    "question",
    [
        'ret < 0 and comm == "nginx"',
        'filename ~ "/etc/*" and not flags & O_CREAT',
        "error in (ENOENT, EACCES) or duration > 10ms",
        "fd == 3 and count > 64k and uid != root",
        "sa_family(uservaddr) == AF_INET and port == 443",
        "ret == -EWOULDBLOCK or error == ENOTSUP",
        "dfd == AT_FDCWD and mode == 0644",
        "cmd == TIOCGWINSZ and arg.ws_row > 50",
        "sig == SIGKILL or act.sa_mask & SIGINT",
        'argv =~ "--password" or prog_type == BPF_PROG_TYPE_XDP',
        "arg == 5",
        "optname == SO_REUSEADDR",
        "exit_signal == SIGCHLD",
    ],
)
def test_questions_about_real_syscalls(question: str):
    _core.Question(question).check(battery.schema())


def recorded(path: Path) -> Path:
    batches = [
        _core.Batch([openat(), raw_event("close", [n], ret=-9 if n == 2 else 0)], battery.schema()) for n in range(4)
    ]
    record(path / "file", batches)
    return path / "file"


def test_recordings_are_asked(tmp_path: Path):
    path = recorded(tmp_path)
    with Recording(path) as recording:
        kept = [event for batch in recording.batches(where(error="EBADF")) for event in batch]
    assert [(event.syscall, event.args["fd"]) for event in kept] == [("close", 2)]
    assert len(Capture.from_recording(path, where="fd >= 2")) == 2
    with Recording(path) as recording, pytest.raises(UsageError, match="did you mean fd"):
        recording.batches("fdd == 1")


def test_replay_shows_the_calls_that_were_asked_for(tmp_path: Path):
    command = [sys.executable, "-m", "traceleft", "replay", str(recorded(tmp_path)), "--where"]
    done = subprocess.run([*command, "error == EBADF"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert [line.split("close")[1].split(" = ")[0] for line in done.stdout.splitlines()] == ["(fd=2)"]
    done = subprocess.run([*command, "erorr == EBADF"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr == (
        "traceleft: this can't be asked:\n    erorr == EBADF\n    ^^^^^ no field or argument of any syscall is called "
        "that; did you mean error?\n"
    )
