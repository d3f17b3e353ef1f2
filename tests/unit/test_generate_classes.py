# SPDX-License-Identifier: MIT
"""traceleft/events.py, traceleft.proto and the reference page, rendered from a schema that has everything."""

from __future__ import annotations

import copy
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import jinja2
import pytest

from tests.support import ROOT
from tests.support.raw_events import decode, openat
from tests.support.sample_schema import SCHEMA
from traceleft.generate import checkout, proto, protobuf, python_events
from traceleft.generate.errors import GenerateError


def fill(template: str, context: dict[str, object]) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(ROOT / "templates"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(template=template, arch="x86_64", **context)


@pytest.fixture(scope="module")
def source() -> str:
    return fill("events.py.j2", python_events.context(SCHEMA))


@pytest.fixture(scope="module")
def module(source: str, tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    path = tmp_path_factory.mktemp("events") / "sample_events.py"
    path.write_text(source)
    spec = importlib.util.spec_from_file_location("sample_events", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def returned(module: ModuleType, name: str, argument: str) -> str:
    return vars(getattr(module, name))[argument].fget.__annotations__["return"]


@pytest.mark.parametrize(
    ("name", "argument", "type_"),
    [
        ("Openat", "dfd", "int"),
        ("Openat", "filename", "str | None"),
        ("Read", "buf", "bytes | None"),
        ("Execve", "argv", "list[str | None] | None"),
        ("Readv", "vec", "list[Iovec] | None"),
        ("Sendmsg", "msg", "Msghdr | None"),
        ("Recvmmsg", "mmsg", "list[dict[str, Any]] | None"),
        ("Stat", "statbuf", "StructStat | None"),
        ("EpollWait", "events", "list[StructEpollEvent] | None"),
        ("Bind", "umyaddr", "dict[str, Any] | None"),  # its fields depend on the family
        ("Fcntl", "arg", "Any"),
        ("Kill", "pid_", "int"),
    ],
)
def test_the_properties_types(module: ModuleType, name: str, argument: str, type_: str):
    assert returned(module, name, argument) == type_


def test_the_docstrings_say_what_an_argument_is(module: ModuleType):
    assert module.Openat.__doc__ == "openat(int dfd, const char *filename, int flags, umode_t mode)"
    assert module.Openat.mode.__doc__ == "umode_t: file mode, only with O_CREAT or O_TMPFILE in flags."
    assert module.Fcntl.arg.__doc__ == "unsigned long: number, in hex, or by cmd."


def test_structs_are_typed_dictionaries(module: ModuleType):
    assert module.StructStat.__annotations__.keys() == {"st_mode", "st_atim", "grid"}
    assert module.StructIn6Pktinfo.__annotations__.keys() == {"ipi6_addr", "from"}
    assert not hasattr(module, "StructSockaddr")


def test_a_class_reads_a_decoded_event(module: ModuleType):
    assert module.typed(decode(openat(b"/x"))).filename == "/x"


def test_the_module_passes_mypy_and_ruff(source: str, tmp_path: Path):
    path = tmp_path / "sample_events.py"
    path.write_text(source)
    cache = ["--cache-dir", str(tmp_path / "cache"), "--config-file", "/dev/null"]
    for command in (
        ["mypy", "--strict", *cache],
        ["ruff", "check", "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        ["ruff", "format", "--check", "--no-cache", "--config", str(ROOT / "pyproject.toml")],
    ):
        if importlib.util.find_spec(command[0]) is None:
            pytest.skip(f"there is no {command[0]} here")
        done = subprocess.run(
            [sys.executable, "-m", *command, str(path)], cwd=ROOT, capture_output=True, text=True, timeout=240
        )
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("where", ["class", "argument"])
def test_two_things_of_one_name_are_refused(where: str):
    schema = copy.deepcopy(SCHEMA)
    if where == "class":
        schema["syscalls"]["sysctl"] = schema["syscalls"]["_sysctl"]
    else:
        schema["syscalls"]["kill"]["args"][1]["name"] = "pid_"
    with pytest.raises(GenerateError, match=f"there would be two of the {where}"):
        python_events.context(schema)


# --- traceleft.proto


@pytest.fixture(scope="module")
def text() -> str:
    return fill("traceleft.proto.j2", proto.context(SCHEMA))


@pytest.mark.parametrize(
    "line",
    [
        "    Openat openat = 1257;",
        "    Read read = 1000;",
        "    Sysctl sysctl = 1156;",
        "  int32 dfd = 1;  // int; file descriptor or AT_FDCWD",
        "  optional bytes filename = 2;  // const char *; string",
        "  optional uint64 filename_address = 102;",
        "  uint32 mode = 4;  // umode_t; file mode; only with O_CREAT or O_TMPFILE in flags",
        "  int32 pid_ = 1;  // pid_t; process or thread",
        "  repeated Iovec vec = 2;  // const struct iovec *; pieces of memory",
        "  repeated StructEpollEvent events = 2;  // struct epoll_event *; array of struct epoll_event",
        "  uint64 arg = 3;  // unsigned long; by cmd",
        "  optional bytes arg_memory = 203;  // by cmd",
        "    StructSockaddrIn as_sockaddr_in = 102;",
        "  optional uint32 from_ = 2;  // unsigned number",
        "  repeated int32 grid = 3;  // 2 numbers",
    ],
)
def test_numbers_and_types_of_the_proto(text: str, line: str):
    assert f"\n{line}\n" in text


def test_protoc_takes_it_and_says_where_it_does_not(text: str, tmp_path: Path):
    pytest.importorskip("grpc_tools")
    path = tmp_path / protobuf.PROTO
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert sorted(protobuf.outputs(tmp_path)) == [f"traceleft/proto/traceleft_pb2.{suffix}" for suffix in ("py", "pyi")]
    path.write_text(text.replace("message Openat {", "message Openat {{"))
    with pytest.raises(GenerateError, match=r"traceleft\.proto: protoc refuses it: .*:\d+:\d+:"):
        protobuf.outputs(tmp_path)


def test_a_number_out_of_range_is_refused():
    schema = copy.deepcopy(SCHEMA)
    schema["structs"]["sockaddr"]["cases"].append([20000, "timespec"])
    with pytest.raises(GenerateError, match="20100"):
        proto.context(schema)


# --- what is checked in


def test_the_checked_in_protobuf_code_is_the_protos():
    """Byte for byte: the compiler is pinned in scripts/lib/requirements-test.txt."""
    pytest.importorskip("grpc_tools")
    assert checkout.differing(ROOT, protobuf.outputs(ROOT)) == []
