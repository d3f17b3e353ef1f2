# SPDX-License-Identifier: MIT
"""The checked-in protobuf code: every message keeps what is put into it, and protoc reads the same."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.support import ROOT
from tests.support.raw_events import decode, openat
from traceleft import battery
from traceleft.generate.python_events import struct_class_name
from traceleft.generate.spec import flat_name

pb2 = pytest.importorskip("traceleft.proto.traceleft_pb2")
from google.protobuf.descriptor import FieldDescriptor as Field  # noqa: E402 (needs the same)

CALLS = battery.schema_spec()["syscalls"]
COMPAT_CALLS = battery.compat_schema_spec()["syscalls"]
BYTES_OR_TEXT = {Field.CPPTYPE_STRING: b"\xff\x00bytes"}


def put(message, depth: int = 0) -> None:
    """Something into every field, but for a oneof's, of which one stays."""
    for number, field in enumerate(message.DESCRIPTOR.fields):
        if field.containing_oneof and len(field.containing_oneof.fields) > 1:
            continue
        repeated = field.label == Field.LABEL_REPEATED
        if field.cpp_type == Field.CPPTYPE_MESSAGE:
            if depth < 4:
                inner = getattr(message, field.name)
                put(inner.add() if repeated else inner, depth + 1)
            continue
        if field.type == Field.TYPE_STRING:
            value: object = "text"
        else:
            value = BYTES_OR_TEXT.get(field.cpp_type, field.cpp_type == Field.CPPTYPE_BOOL or number + 1)
        if repeated:
            getattr(message, field.name).extend([value, value])
        else:
            setattr(message, field.name, value)


@pytest.mark.filterwarnings("ignore:label\\(\\) is deprecated")
def test_every_message_comes_back():
    assert len(pb2.DESCRIPTOR.message_types_by_name) > len(CALLS)
    for name in pb2.DESCRIPTOR.message_types_by_name:
        message = getattr(pb2, name)()
        put(message)
        again = getattr(pb2, name).FromString(message.SerializeToString())
        assert again == message, name


def test_every_syscall_has_its_number_in_event():
    numbers = {field.number - 1000: field.name for field in pb2.Event.DESCRIPTOR.oneofs_by_name["call"].fields}
    native = {call["nr"]: name.lstrip("_") for name, call in CALLS.items()}
    # Those of calls that programs of 32 bits alone have are 1,000 further on.
    own = {name: call["nr"] for name, call in COMPAT_CALLS.items() if name not in CALLS}
    assert numbers == {**native, **{1000 + nr: name.lstrip("_") for name, nr in own.items()}}


def test_every_argument_has_its_place():
    for name, call in CALLS.items():
        fields = pb2.Event.DESCRIPTOR.fields_by_name[name.lstrip("_")].message_type.fields_by_number
        for index, argument in enumerate(call["args"]):
            assert fields[index + 1].name.rstrip("_") == argument["name"].rstrip("_")
            extra = {number for number in (index + 101, index + 201) if number in fields}
            assert len(extra) == ("capture" in argument), (name, argument)


@pytest.mark.parametrize("arch", ["x86_64", "aarch64"])
def test_each_architectures_schema_knows_the_fields(arch: str):
    """By its own order, or by the number that the schema has."""
    schema = json.loads((ROOT / f"battery/generated/{arch}/schema.json").read_text(encoding="utf-8"))
    for name, call in schema["syscalls"].items():
        field = pb2.Event.DESCRIPTOR.fields_by_number[call.get("proto", 1000 + call["nr"])]
        assert field.name == name.lstrip("_")
        check_members(field.message_type, call["args"])
    for name, struct in schema["structs"].items():
        check_members(getattr(pb2, struct_class_name(name)).DESCRIPTOR, struct["fields"])


def check_members(message, members: list) -> None:
    for index, member in enumerate(members):
        number = member.get("proto", index + 1)
        assert message.fields_by_number[number].name == flat_name(member["name"])
        if "capture" in member and "by" not in member:
            assert message.fields_by_number[number + 100].name == flat_name(member["name"]) + "_address"


def message_of(raw: bytes):
    """An openat event as a message, by hand."""
    event = decode(raw)
    message = pb2.Event(timestamp=event.timestamp, pid=event.pid, ret=event.ret, syscall=event.syscall, nr=event.nr)
    message.comm = event.comm.encode()
    message.openat.dfd = event["dfd"]
    message.openat.filename = event["filename"].encode()
    message.openat.flags = event["flags"]
    return message


def test_protoc_reads_what_python_wrote():
    pytest.importorskip("grpc_tools")
    message = message_of(openat(b"/etc/passwd", flags=0o100, ret=3))
    command = [sys.executable, "-m", "grpc_tools.protoc", "--decode=traceleft.Event", f"-I{ROOT}"]
    done = subprocess.run(
        [*command, "traceleft/proto/traceleft.proto"],
        input=message.SerializeToString(), capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.decode() == str(message)
    assert 'filename: "/etc/passwd"' in str(message) and "dfd: -100" in str(message)


def test_importing_traceleft_needs_no_protobuf():
    code = "import sys, traceleft; traceleft.Tracer, traceleft.Event; assert 'google.protobuf' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
