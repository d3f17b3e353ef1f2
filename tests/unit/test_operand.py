# SPDX-License-Identifier: MIT
"""parse_operand: [[PROGRAM_ID:]PID[,PID...]:]HANDLER, and nothing but UsageError for anything else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from traceleft.errors import UsageError
from traceleft.operand import MAX_PID, MAX_PROGRAM_ID, Operand, parse_operand, parse_operands


@pytest.mark.parametrize(
    ("text", "operand"),
    [
        ("openat", Operand("openat")),
        ("1234:read", Operand("read", (1234,))),
        ("1,2,3:read", Operand("read", (1, 2, 3))),
        ("42:1234:read", Operand("read", (1234,), 42)),
        ("42:1,2:./my_handler.bpf", Operand("./my_handler.bpf", (1, 2), 42)),
        ("0:1:read", Operand("read", (1,), 0)),
        ("battery/out/handle_syscall_read.bpf", Operand("battery/out/handle_syscall_read.bpf")),
        ("1234:/a path/with, commas.bpf", Operand("/a path/with, commas.bpf", (1234,))),
        ("3,1,3,1:read", Operand("read", (3, 1))),
        ("007:read", Operand("read", (7,))),
        ("1234", Operand("1234")),
        (f"{MAX_PROGRAM_ID}:{MAX_PID}:read", Operand("read", (MAX_PID,), MAX_PROGRAM_ID)),
    ],
)
def test_forms(text: str, operand: Operand):
    assert parse_operand(text) == operand


@pytest.mark.parametrize(
    ("texts", "operands"),
    [
        (["openat,read"], [Operand("openat"), Operand("read")]),
        (["1,2:openat,read", "write"], [Operand("openat", (1, 2)), Operand("read", (1, 2)), Operand("write")]),
        (["42:1:read,./my.bpf"], [Operand("read", (1,), 42), Operand("./my.bpf", (1,), 42)]),
        (["open*,all"], [Operand("open*"), Operand("all")]),
    ],
)
def test_commas_part_handlers(texts: list[str], operands: list[Operand]):
    assert parse_operands(texts) == operands


def test_a_file_may_have_commas_in_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A bare word is none, as everywhere."""
    for name in ("a,b.bpf", "read,write"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert parse_operands(["a,b.bpf"]) == [Operand("a,b.bpf")]
    assert parse_operands(["./read,write"]) == [Operand("./read,write")]
    assert parse_operands(["read,write"]) == [Operand("read"), Operand("write")]


@pytest.mark.parametrize("name", ["a:b.bpf", "x:1,2:y.bpf", "handler:", "é:\n.bpf"])
def test_a_file_may_have_colons_in_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert parse_operand(name) == Operand(name)
    assert parse_operand(f"5:{name}") == Operand(name, (5,))
    assert parse_operand(f"6:5:{name}") == Operand(name, (5,), 6)
    assert parse_operand(str(tmp_path / name)) == Operand(str(tmp_path / name))


def test_what_reads_as_pids_is_pids_even_where_a_file_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The grammar comes first; ./ in front of it makes a name of it."""
    (tmp_path / "1:read").touch()
    monkeypatch.chdir(tmp_path)
    assert parse_operand("1:read") == Operand("read", (1,))
    assert parse_operand("./1:read") == Operand("./1:read")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "form"),
        (":read", "''"),
        ("-1:read", "'-1'"),
        ("1,:read", "'1,'"),
        (",1:read", "',1'"),
        ("1,,2:read", "'1,,2'"),
        ("1 :read", "'1 '"),
        ("1.5:read", "'1.5'"),
        ("x:1:read", "'x'"),
        ("1,2:3:read", "form"),
        ("0:read", "0 can't"),
        ("1,0:read", "0 can't"),
        (f"{MAX_PID + 1}:read", str(MAX_PID)),
        (f"{MAX_PROGRAM_ID + 1}:1:read", str(MAX_PROGRAM_ID)),
        ("9" * 5000 + ":read", str(MAX_PID)),
        ("9" * 5000 + ":1:read", str(MAX_PROGRAM_ID)),
        ("\N{ARABIC-INDIC DIGIT ONE}:read", "'\N{ARABIC-INDIC DIGIT ONE}'"),
        ("\N{SUPERSCRIPT TWO}:read", "'\N{SUPERSCRIPT TWO}'"),
        ("nosuch:\0", "'nosuch'"),
    ],
    ids=lambda text: text if len(text) < 20 else text[:16] + "...",
)
def test_what_is_wrong_is_named(text: str, wrong: str):
    with pytest.raises(UsageError) as raised:
        parse_operand(text)
    assert wrong in str(raised.value)


@pytest.mark.parametrize(
    ("text", "operand"),
    [
        ("sched:sched_switch", Operand("sched:sched_switch")),
        ("1234:sched:sched_switch", Operand("sched:sched_switch", (1234,))),
        ("7:1,2:sched:*", Operand("sched:*", (1, 2), 7)),
        ("9p:9p_client_req", Operand("9p:9p_client_req")),
        ("xhci-hcd:xhci_urb_enqueue", Operand("xhci-hcd:xhci_urb_enqueue")),
        ("1:openat,tcp:tcp_probe,read", Operand("openat,tcp:tcp_probe,read", (1,))),
    ],
)
def test_a_tracepoint_has_a_colon_as_pids_have(text: str, operand: Operand):
    assert parse_operand(text) == operand


@pytest.mark.parametrize("text", ["1:", "42:1:", "1:2:3:read", "1,2:3:read"])
def test_what_is_a_pid_is_not_said_to_be_none(text: str):
    """A handler is missing, or there is a number too many: that is what is wrong."""
    with pytest.raises(UsageError) as raised:
        parse_operand(text)
    assert "is not a PID" not in str(raised.value)


def test_random_operands_raise_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What parses says what it was made from; what doesn't raises UsageError, whose text is one printable line."""
    monkeypatch.chdir(tmp_path)
    rng = random.Random(11)
    pieces = ["1", "0", "42", "4194304", "4194305", "9" * 30, ",", ":", ":", "read", "/", ".", "-", " ", "\n", "\0"]
    pieces += ["é", "\udcff", "²", "x" * 300, "\x1b["]
    for _ in range(20_000):
        text = "".join(rng.choices(pieces, k=rng.randint(0, 9)))
        try:
            operand = parse_operand(text)
        except UsageError as error:
            assert str(error).isprintable()
            continue
        assert text.endswith(operand.handler) and operand.handler
        assert all(0 < pid <= MAX_PID for pid in operand.pids) and 0 <= operand.program_id <= MAX_PROGRAM_ID
        assert len(set(operand.pids)) == len(operand.pids)
