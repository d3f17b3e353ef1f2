# SPDX-License-Identifier: MIT
"""What a descriptor stands for: in text as strace -yy has it, in JSON, in Python, and through a recording's frame."""

from __future__ import annotations

import json
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.raw_events import Captured, openat, raw_event
from tests.support.raw_objects import (
    ANONYMOUS,
    DIRECTORY,
    OBJECTS,
    PAIR,
    PATH_MISMATCH,
    PIPEFS,
    RESULT,
    TMPFS,
    batch_of,
    described,
    raw_file,
    raw_socket,
)
from traceleft import _core, battery
from traceleft.captured import Capture
from traceleft.errors import TraceleftError, UsageError
from traceleft.origin import Origin
from traceleft.outputs import Context, open_output
from traceleft.outputs.fields import asks_files
from traceleft.outputs.text import template_formatter

TCP = socket.IPPROTO_TCP
ENDS = (("10.0.0.1", 40414), ("10.0.0.2", 443))


def read_of(number: int = 1, status: int = 0) -> bytes:
    event = raw_event("read", [3, 0x1000, 5], [Captured(1, b"hello")], nr=0, ret=5, flags=OBJECTS)
    return described(event, {0: number}, status)


def text_of(event: bytes, *objects: bytes) -> str:
    line = _core.TextFormatter(battery.schema()).format(batch_of([event], objects))
    return line.rstrip("\n").split(" ", 3)[3]


def json_of(event: bytes, *objects: bytes) -> dict[str, object]:
    return json.loads(_core.JsonFormatter(battery.schema()).format(batch_of([event], objects)))


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (raw_file(1, "/etc/passwd"), "</etc/passwd>"),
        (raw_file(1, "/etc/passwd", root=b"/srv/jail"), "</etc/passwd>"),
        (raw_file(1, "/tmp/x", flags=2), "</tmp/x>(deleted)"),
        (raw_file(1, b'/tmp/del\n"\xc3\xa9>'), r"</tmp/del\n\"\303\251\76>"),
        (raw_file(1, "/dev/null", mode=0o20666, special=1 << 20 | 3), "</dev/null<char 1:3>>"),
        (raw_file(1, "/dev/sda1", mode=0o60660, special=8 << 20 | 1), "</dev/sda1<block 8:1>>"),
        (raw_file(1, magic=PIPEFS, mode=0o10600, inode=123), "<pipe:[123]>"),
        (raw_file(1, "[eventfd]", magic=ANONYMOUS), "<anon_inode:[eventfd]>"),
        (raw_file(1, "memfd:hello", magic=TMPFS), "</memfd:hello>(deleted)"),
        (raw_file(1, ""), "</>"),
        (raw_socket(1, socket.AF_INET, 1, TCP, *ENDS), "<TCP:[10.0.0.1:40414->10.0.0.2:443]>"),
        (raw_socket(1, socket.AF_INET, 1, TCP, ("0.0.0.0", 80), state=10), "<TCP:[0.0.0.0:80]>"),
        (raw_socket(1, socket.AF_INET, 1, TCP, state=7), "<TCP:[11]>"),
        (raw_socket(1, socket.AF_INET, 2, 17, ("127.0.0.1", 53)), "<UDP:[127.0.0.1:53]>"),
        (raw_socket(1, socket.AF_INET6, 1, TCP, ("::1", 80), state=10), "<TCPv6:[[::1]:80]>"),
        (raw_socket(1, socket.AF_INET6, 2, 17, ("::1", 8), ("::1", 9)), "<UDPv6:[[::1]:8->[::1]:9]>"),
        (raw_socket(1, socket.AF_UNIX, 1, 0), "<UNIX-STREAM:[11]>"),
        (raw_socket(1, socket.AF_UNIX, 1, 0, peer_inode=12, name=b"/run/x"), '<UNIX-STREAM:[11->12,"/run/x"]>'),
        (raw_socket(1, socket.AF_UNIX, 2, 0, name=b"\0abs"), '<UNIX:[11,@"abs"]>'),
        (raw_socket(1, socket.AF_NETLINK, 3, 0, local_id=17729), "<NETLINK:[ROUTE:17729]>"),
        (raw_socket(1, socket.AF_NETLINK, 3, 0), "<NETLINK:[11]>"),
        (raw_socket(1, 99, 3, 0), "<socket:[11]>"),
    ],
)
def test_text_is_straces(record: bytes, text: str) -> None:
    assert text_of(read_of(), record) == f'read(fd=3{text}, buf="hello", count=5) = 5'


def test_text_of_a_result_and_a_directory() -> None:
    event = raw_event("openat", [-100, 0x1000, 0, 0], [Captured(1, b"hosts")], ret=3, flags=OBJECTS)
    event = described(event, {DIRECTORY: 1, RESULT: 2})
    files = raw_file(1, "/etc", mode=0o40755), raw_file(2, "/etc/hosts")
    assert text_of(event, *files) == 'openat(dfd=AT_FDCWD</etc>, filename="hosts", flags=O_RDONLY) = 3</etc/hosts>'


@pytest.mark.parametrize(
    ("files", "comment"),
    [([raw_file(2, b'/tmp/"a')], '/* opened "/tmp/\\"a" */'), ([], "/* opened another file */")],
)
def test_text_of_a_mismatch(files: list[bytes], comment: str) -> None:
    event = raw_event("openat", [-100, 0x1000, 0, 0], [Captured(1, b"/tmp/b")], ret=3, flags=OBJECTS | PATH_MISMATCH)
    assert f'filename="/tmp/b" {comment}, flags' in text_of(described(event, {RESULT: 2}), *files)


def test_text_of_a_pair() -> None:
    event = raw_event("pipe2", [0x1000, 0], [Captured(0, bytes([7, 0, 0, 0, 8, 0, 0, 0]))], nr=293, flags=OBJECTS)
    event = described(event, {PAIR: 1, PAIR + 1: 2})
    files = (raw_file(number, magic=PIPEFS, inode=9) for number in (1, 2))
    assert text_of(event, *files) == "pipe2(fildes=[7<pipe:[9]>, 8<pipe:[9]>], flags=0) = 0"


def test_an_executed_file_is_no_part_of_the_result() -> None:
    event = raw_event("execve", [0x1000, 0, 0], [Captured(0, b"/bin/sh")], nr=59, flags=OBJECTS)
    event = described(event, {RESULT: 1})
    assert text_of(event, raw_file(1, "/usr/bin/dash")).endswith(" = 0")
    assert json_of(event, raw_file(1, "/usr/bin/dash"))["resolved_path"] == "/usr/bin/dash"


@pytest.mark.parametrize(("status", "name"), [(1, "none"), (2, "untold"), (3, "unknown")])
def test_what_is_not_known_is_not_shown(status: int, name: str) -> None:
    event = read_of(0, status)
    assert text_of(event) == 'read(fd=3, buf="hello", count=5) = 5'
    assert "fd_file" not in json_of(event)["args"]  # type: ignore[operator]
    decoded = batch_of([event], [])[0]
    assert decoded.file("fd") is None
    assert decoded.file_status("fd") == name
    assert decoded.file_status("result") is None


def test_an_object_that_the_batch_lacks_is_not_shown() -> None:
    assert text_of(read_of(5), raw_file(1, "/etc/passwd")) == 'read(fd=3, buf="hello", count=5) = 5'


def test_json_of_a_file() -> None:
    record = raw_file(1, "/dev/tty", version=3, root=b"/jail", flags=33, mode=0o20666, special=5 << 20)
    shown = json_of(described(read_of()[:-16], {0: (1, 3)}), record)["args"]["fd_file"]  # type: ignore[index]
    assert shown == {
        **{"id": 1, "version": 3, "kind": "character", "path": "/dev/tty", "host_path": "/jail/dev/tty"},
        **{"created": True, "made": True, "device": os.makedev(8, 1), "inode": 4711, "rdev": os.makedev(5, 0)},
        "mount_namespace": 4026531841,
    }


def test_json_of_a_socket() -> None:
    shown = json_of(read_of(), raw_socket(1, socket.AF_INET, 1, TCP, *ENDS))["args"]["fd_file"]  # type: ignore[index]
    assert shown == {
        **{"id": 1, "version": 1, "kind": "socket", "path": "socket:[11]", "device": os.makedev(8, 1), "inode": 11},
        **{"mount_namespace": 4026531841, "family": "AF_INET", "type": "SOCK_STREAM", "protocol": "TCP"},
        **{"state": "established", "local_addr": "10.0.0.1", "local_port": 40414, "peer_addr": "10.0.0.2"},
        **{"peer_port": 443, "network_namespace": 4026531840},
    }


def test_json_of_an_open() -> None:
    event = raw_event("openat", [-100, 0x1000, 0, 0], [Captured(1, b"x")], ret=3, flags=OBJECTS | PATH_MISMATCH)
    event = described(event, {DIRECTORY: 1, RESULT: 2})
    shown = json_of(event, raw_file(1, "/etc", mode=0o40755), raw_file(2, b"/etc/\xff"))
    assert shown["args"]["dfd_file"]["path"] == "/etc"  # type: ignore[index]
    assert shown["directory"]["id"] == 1  # type: ignore[index]
    assert shown["result_file"]["kind"] == "regular"  # type: ignore[index]
    assert shown["resolved_path"] == "/etc/\N{REPLACEMENT CHARACTER}"
    assert shown["path_mismatch"] is True
    assert set(shown["undecodable"]) == {"result_file.path", "resolved_path"}  # type: ignore[call-overload]


def test_json_of_a_pair() -> None:
    event = raw_event("pipe2", [0x1000, 0], [Captured(0, bytes(8))], nr=293, flags=OBJECTS)
    shown = json_of(described(event, {PAIR: 1, PAIR + 1: 2}), raw_file(1, magic=PIPEFS))
    assert [each and each["kind"] for each in shown["pair_files"]] == ["pipe", None]  # type: ignore[attr-defined]


def test_json_of_chosen_fields() -> None:
    names = [*_core.JsonFormatter.file_fields(), "pid"]
    assert names[:2] == ["result_file", "directory"]
    event = raw_event("openat", [-100, 0x1000, 0, 0], [Captured(1, b"x")], ret=3, flags=OBJECTS | PATH_MISMATCH)
    event = described(event, {DIRECTORY: 1, RESULT: 2})
    batch = batch_of([event, openat(), read_of()], [raw_file(1, "/etc", mode=0o40755), raw_file(2, "/etc/hosts")])
    lines = _core.JsonFormatter(battery.schema(), names).format(batch).splitlines()
    opened, other, read = (json.loads(line) for line in lines)
    assert list(opened) == ["pid", "result_file", "directory", "pair_files", "resolved_path", "path_mismatch"]
    assert (opened["result_file"]["path"], opened["directory"]["path"]) == ("/etc/hosts", "/etc")
    assert (opened["resolved_path"], opened["path_mismatch"], opened["pair_files"]) == ("/etc/hosts", True, None)
    nothing = {**dict.fromkeys(names), "path_mismatch": False, "pid": 4711}
    assert other == read == nothing
    only = _core.JsonFormatter(battery.schema(), ["resolved_path"]).format(batch).splitlines()
    assert only == [b'{"resolved_path":"/etc/hosts"}', *[b'{"resolved_path":null}'] * 2]


def fill(template: str, event: bytes, *objects: bytes) -> str:
    return _core.TemplateFormatter(battery.schema(), template).format(batch_of([event], objects)).decode().rstrip("\n")


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{resolved_path}", r'"/etc/h\"\n"'),
        ("{dfd_path} {args.dfd_path} {directory_path}", '"/etc" "/etc" "/etc"'),
        ("{dfd_file} {directory} {result_file}", r"</etc> </etc> </etc/h\"\n>"),
        ("{result_path} {pair_files} {path_mismatch}", r'"/etc/h\"\n" - 1'),
        ("{fd_path} {fd_file}", "- -"),
    ],
)
def test_templates(template: str, shown: str) -> None:
    event = raw_event("openat", [-100, 0x1000, 0, 0], [Captured(1, b"x")], ret=3, flags=OBJECTS | PATH_MISMATCH)
    event = described(event, {DIRECTORY: 1, RESULT: 2})
    assert fill(template, event, raw_file(1, "/etc", mode=0o40755), raw_file(2, b'/etc/h"\n')) == shown


def test_a_template_of_a_socket_and_of_a_pair() -> None:
    assert fill("{fd_path} {fd_file}", read_of(), raw_socket(1, socket.AF_INET, 1, TCP, *ENDS)) == (
        '"socket:[11]" <TCP:[10.0.0.1:40414->10.0.0.2:443]>'
    )
    event = raw_event("pipe2", [0x1000, 0], [Captured(0, bytes(8))], nr=293, flags=OBJECTS)
    event = described(event, {PAIR: 1, PAIR + 1: 2})
    assert (
        fill("{pair_files}", event, *(raw_file(n, magic=PIPEFS, inode=9) for n in (1, 2))) == "<pipe:[9]>, <pipe:[9]>"
    )


def test_a_template_of_an_event_without_files() -> None:
    names = _core.TemplateFormatter.file_fields(battery.schema())
    assert {"resolved_path", "args.fd_path", "args.fd_file", "result_path"} <= set(names)
    shown = fill(" ".join(f"{{{name}}}" for name in names), openat()).split(" ")
    assert shown == ["0" if name == "path_mismatch" else "-" for name in names]


@pytest.mark.parametrize("name", ["filename_path", "filename_file", "args.resolved_path", "pid_path", "_path", "_file"])
def test_a_file_of_what_is_no_descriptor_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no field"):
        _core.TemplateFormatter(battery.schema(), f"{{{name}}}")
    assert name not in _core.TemplateFormatter.file_fields(battery.schema())


def test_outputs_take_the_names_of_files(tmp_path: Path) -> None:
    context = Context(battery.schema(), Origin.here(), options={"json_fields": "resolved_path,pair_files"})
    open_output("jsonl", str(tmp_path / "out"), context).close()
    template_formatter(battery.schema(), "{resolved_path} {args.fd_path}")
    with pytest.raises(UsageError, match=r"'resolved_pat'.*resolved_path"):
        template_formatter(battery.schema(), "{resolved_pat}")


@pytest.mark.parametrize(
    ("options", "asks"),
    [
        ({}, False),
        ({"template": "{pid} {fd} {args.filename} {{fd_path}}"}, False),
        ({"template": "{fd_path}"}, True),
        ({"template": "{args.fd_file}"}, True),
        ({"template": "{result_path}"}, True),
        ({"template": "{path_mismatch}"}, True),
        ({"json_fields": "pid,args.fd"}, False),
        ({"json_fields": "pid, resolved_path"}, True),
        ({"json_fields": ["pair_files"]}, True),
    ],
)
def test_options_of_outputs_that_need_files(options: dict[str, object], asks: bool) -> None:
    assert asks_files(options, battery.schema()) == asks


@pytest.mark.parametrize(
    "show",
    [
        lambda batch: _core.TextFormatter(battery.schema()).format(batch),
        lambda batch: _core.TemplateFormatter(battery.schema(), "{fd_path}").format(batch),
        lambda batch: _core.JsonFormatter(battery.schema()).format(batch),
        lambda batch: _core.ProtobufEncoder(battery.schema()).encode(batch),
    ],
    ids=["text", "template", "json", "protobuf"],
)
def test_long_paths_are_no_bomb(show: Callable[[_core.Batch], bytes]) -> None:
    """Many events may refer to a file that a stranger's recording has once."""
    event = described(raw_event("close", [3], nr=3, flags=OBJECTS), {0: 1})
    with pytest.raises(TraceleftError, match="more than 64 MiB"):
        show(batch_of([event] * 1_200, [raw_file(1, b"/" + b"\xff" * 60_000)]))


def test_an_event_without_objects_is_shown_as_before() -> None:
    event = raw_event("read", [3, 0x1000, 5], [Captured(1, b"hello")], nr=0, ret=5)
    assert _core.JsonFormatter(battery.schema()).format(batch_of([event], [raw_file(1)])) == _core.JsonFormatter(
        battery.schema()
    ).format(batch_of([event], []))


def test_python_sees_files() -> None:
    event = raw_event("openat", [4, 0x1000, 0, 0], [Captured(1, b"hosts")], ret=3, flags=OBJECTS)
    event = described(event, {0: 1, RESULT: (2, 4)})
    batch = batch_of([event], [raw_file(1, "/etc", mode=0o40755), raw_file(2, "/etc/hosts", version=4, flags=3)])
    opened = batch[0].file("result")
    assert opened is not None
    assert (opened.id, opened.version, opened.kind, opened.path) == (2, 4, "regular", "/etc/hosts")
    assert opened.deleted and opened.created and not opened.cut and not opened.made
    assert stat.S_ISREG(opened.mode) and opened.flags == os.O_RDWR and opened.socket is None
    assert repr(opened) == "OpenFile(</etc/hosts>(deleted), id=2, version=4)"
    assert batch[0].files == {"dfd": batch[0].file("dfd"), "result": opened}
    assert batch[0].resolved_path == "/etc/hosts"
    assert not batch[0].path_mismatch
    assert [each.id for each in batch.objects] == [1, 2]
    assert len({opened, batch.objects[1]}) == 1
    again = _core.Batch([batch[0].raw], battery.schema(), objects=[each.raw for each in batch.objects])
    assert again[0].files == batch[0].files
    with pytest.raises(KeyError):
        batch[0].file("nothing")


def test_python_sees_sockets() -> None:
    file = batch_of([read_of()], [raw_socket(1, socket.AF_INET, 1, TCP, *ENDS, state=8)])[0].file("fd")
    assert file is not None and file.socket is not None
    end = file.socket
    assert (end.family, end.type, end.protocol, end.state) == ("AF_INET", "SOCK_STREAM", "TCP", "close_wait")
    assert (end.local_addr, end.local_port, end.peer_addr, end.peer_port) == (*ENDS[0], *ENDS[1])
    assert repr(end) == "Socket(<TCP:[10.0.0.1:40414->10.0.0.2:443]>)"
    unix = batch_of([read_of()], [raw_socket(1, socket.AF_UNIX, 2, 0, name=b"\0abs", peer_pid=7)])[0].file("fd")
    assert unix is not None and unix.socket is not None
    assert (unix.socket.local_addr, unix.socket.local_port, unix.socket.peer_pid) == ("@abs", None, 7)
    assert unix.socket.peer_addr is None and unix.socket.peer_inode is None


def test_columns_of_files() -> None:
    pa = pytest.importorskip("pyarrow")
    opened = raw_event("openat", [-100, 0x1000, 0, 0], [Captured(1, b"hosts")], ret=3, flags=OBJECTS | PATH_MISMATCH)
    failed = raw_event("openat", [-100, 0x1000, 0, 0], [Captured(1, b"none")], ret=-2)
    sent = described(raw_event("sendto", [5, 0, 0, 0, 0, 0], nr=44, flags=OBJECTS), {0: 3})
    files = raw_file(1, "/etc", mode=0o40755), raw_file(2, "/etc/hosts"), raw_socket(3, socket.AF_INET, 1, TCP, *ENDS)
    batch = batch_of([described(opened, {DIRECTORY: 1, RESULT: 2}), failed, sent], files)
    assert batch.has_objects and not batch_of([failed], []).has_objects
    builder = _core.ArrowBuilder(battery.schema(), False, files=True)
    builder.append(batch)
    tables = {name: pa.table(_core.ArrowBatches([each])).to_pylist() for name, each in builder.finish().items()}
    shown = {
        **{"dfd_file": 1, "dfd_path": "/etc", "result_file": 2, "result_path": "/etc/hosts", "directory_file": 1},
        **{"directory_path": "/etc", "resolved_path": "/etc/hosts", "path_mismatch": True, "socket_family": None},
    }
    assert {name: tables["openat"][0][name] for name in shown} == shown
    assert all(tables["openat"][1][name] is None for name in shown)
    assert {name: tables["sendto"][0][name] for name in ("fd_file", "fd_path", "socket_family", "local_addr")} == {
        **{"fd_file": 3, "fd_path": "socket:[11]", "socket_family": "AF_INET", "local_addr": "10.0.0.1"},
    }
    assert [tables["sendto"][0][name] for name in ("local_port", "peer_addr", "peer_port")] == [40414, "10.0.0.2", 443]


@pytest.mark.parametrize("syscall", battery.syscalls())
def test_columns_of_files_stand_behind_the_others(syscall: str) -> None:
    plain, more = (
        _core.ArrowBuilder(battery.schema(), False, [syscall], files=files).finish()[syscall].names
        for files in (False, True)
    )
    assert more[: len(plain)] == plain
    assert len(set(more)) == len(more)


def test_a_capture_has_such_columns_where_it_has_files() -> None:
    pytest.importorskip("pyarrow")
    schema = battery.schema()
    plain = Capture([batch_of([openat()], [])], schema).arrow("openat").column_names
    files = Capture([batch_of([openat()], [raw_file(1, "/")])], schema).arrow("openat").column_names
    assert files[: len(plain)] == plain
    assert {"result_path", "resolved_path"} <= set(files) - set(plain)


def test_a_record_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="open file"):
        batch_of([], [b"x" * 72])


def test_a_frame_keeps_what_its_events_refer_to() -> None:
    batch = batch_of([read_of()], [raw_file(1, "/etc/passwd")])
    again = _core.decompress_batch(_core.BatchCompressor().compress(batch), battery.schema())
    assert again[0].file("fd") == batch[0].file("fd")
    question = _core.Question("fd == 3")
    kept = _core.filter(again, question)
    assert kept[0].files["fd"].path == "/etc/passwd"
