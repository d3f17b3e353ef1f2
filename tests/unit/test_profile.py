# SPDX-License-Identifier: MIT
"""Profiles: what pprof reads out of them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

pytest.importorskip("google.protobuf")

from tests.support import pprof_tool
from tests.support.pprof_tool import Line
from traceleft.profile import Frame, Profile, ValueType
from traceleft.proto import profile_pb2

CPU = ValueType("cpu", "nanoseconds")
MAPS = """\
55d0c0a00000-55d0c0a10000 r--p 00000000 fe:01 42                         /usr/bin/python3.11
7f0000001000-7f0000005000 r-xp 00001000 fe:01 77                         /opt/with space/_core.so
7f0000009000-7f000000a000 r-xp 00000000 fe:01 78                         /usr/lib/libc.so.6
7ffc00000000-7ffc00002000 r-xp 00000000 00:00 0                          [vdso]
"""
READ = Frame("Reader.read", "/app/reader.py", 12)
MAIN = Frame("<module>", "/app/main.py", 3)
DRAIN = Frame("traceleft::RingReader::drain(std::vector<int>&)", "/opt/with space/_core.so", 0, 0x7F0000001234)


def sample() -> Profile:
    profile = Profile(
        [ValueType("samples", "count"), CPU],
        default="cpu",
        period_type=CPU,
        period=10_000_000,
        duration=1.5,
        comments=["2 samples were dropped"],
        maps=MAPS,
    )
    profile.add([DRAIN, READ, MAIN], (3, 30_000_000), {"thread": "reader", "tid": 7})
    profile.add([READ, MAIN], (1, 10_000_000), {"thread": "main", "tid": 6})
    profile.add([READ, MAIN], (2, 20_000_000), {"thread": "main", "tid": 6})
    profile.add([Frame("<genexpr>", "/app/main.py", 9), MAIN], (4, 40_000_000))
    return profile


def parse(profile: Profile) -> profile_pb2.Profile:
    return profile_pb2.Profile.FromString(gzip.decompress(profile.serialize()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sample.pb.gz"
    path.write_bytes(sample().serialize())
    return path


def test_top(path: Path, tmp_path: Path):
    lines = pprof_tool.top(path, scratch=tmp_path, unit="ms")
    assert lines == {
        "<genexpr>": Line(40, 40),
        "Reader.read": Line(30, 60),
        DRAIN.function: Line(30, 30),
        "<module>": Line(0, 100),
    }


def test_what_pprof_says_of_the_whole(path: Path, tmp_path: Path):
    head = pprof_tool.pprof("-top", path, scratch=tmp_path)
    assert "File: traceleft\n" in head
    assert "Type: cpu\n" in head
    assert "Duration: 1.50s, Total samples = 100ms" in head
    assert pprof_tool.pprof("-comments", path, scratch=tmp_path).splitlines() == ["2 samples were dropped"]


def test_the_other_type(path: Path, tmp_path: Path):
    lines = pprof_tool.top("-sample_index=samples", path, scratch=tmp_path, unit="count")
    assert lines["Reader.read"] == Line(3, 6)


def test_labels_are_tags(path: Path, tmp_path: Path):
    assert pprof_tool.top("-tagfocus=thread=reader", path, scratch=tmp_path, unit="ms")["Reader.read"] == Line(0, 30)
    tags = pprof_tool.pprof("-tags", path, scratch=tmp_path)
    # Older ones count percents of those that have the tag.
    assert re.search(r"thread: Total 60(\.0)?ms", tags)
    assert re.search(r"30(\.0)?ms \([350.]+%\): 7\n", tags)
    assert pprof_tool.top("-tagfocus=tid=7", path, scratch=tmp_path, unit="ms")["Reader.read"] == Line(0, 30)


def test_lines_and_files(path: Path, tmp_path: Path):
    text = pprof_tool.pprof("-top", "-lines", "-nodefraction=0", path, scratch=tmp_path)
    assert "Reader.read /app/reader.py:12" in text
    assert "<genexpr> /app/main.py:9" in text


def test_raw(path: Path, tmp_path: Path):
    raw = pprof_tool.pprof("-raw", path, scratch=tmp_path)
    assert "Period: 10000000" in raw
    assert "samples/count cpu/nanoseconds[dflt]" in raw
    assert "/opt/with space/_core.so" in raw


def test_samples_with_the_same_stack_and_labels_are_one():
    message = parse(sample())
    assert [list(each.value) for each in message.sample] == [[3, 30_000_000], [3, 30_000_000], [4, 40_000_000]]


def test_an_address_is_in_its_object():
    message = parse(sample())
    texts = message.string_table
    mappings = {each.id: each for each in message.mapping}
    by_function = {texts[message.function[each.line[0].function_id - 1].name]: each for each in message.location}
    native = by_function[DRAIN.function]
    mapping = mappings[native.mapping_id]
    assert texts[mapping.filename] == "/opt/with space/_core.so"
    assert (mapping.memory_start, mapping.memory_limit, mapping.file_offset) == (0x1000, 0x5000, 0x1000)
    assert native.address == 0x1234  # of the file: where it is mapped is not told
    assert texts[mappings[by_function["<module>"].mapping_id].filename] == "traceleft"
    assert all(each.has_functions for each in message.mapping)
    assert all(each.system_name == 0 for each in message.function)


@pytest.mark.parametrize("address", [0x1000, 0x7F0000005000, 0x7F0000008FFF, 0x7FFC00000010, 2**64 - 1])
def test_an_address_in_no_object_is_the_programs(address: int):
    profile = Profile([CPU], default="cpu", period_type=CPU, maps=MAPS)
    profile.add([Frame("f", "", 0, address)], (1,))
    message = parse(profile)
    assert (message.location[0].address, message.location[0].mapping_id) == (0, 1)


def test_the_objects_of_this_process():
    address = next(
        int(line.split("-")[0], 16)
        for line in Path("/proc/self/maps").read_text().splitlines()
        if " r-xp " in line and "libc" in line
    )
    profile = Profile([CPU], default="cpu", period_type=CPU)
    profile.add([Frame("f", "", 0, address + 16)], (1,))
    message = parse(profile)
    assert "libc" in message.string_table[message.mapping[1].filename]


def test_an_empty_profile_is_one(tmp_path: Path):
    path = tmp_path / "empty.pb.gz"
    path.write_bytes(Profile([CPU], default="cpu", period_type=CPU).serialize())
    assert "cpu/nanoseconds" in pprof_tool.pprof("-raw", path, scratch=tmp_path)


def test_a_path_that_is_no_text(tmp_path: Path):
    profile = Profile([CPU], default="cpu", period_type=CPU)
    profile.add([Frame("f", "/caf\udce9/x.py", 1)], (1,), {"path": "\udcff"})
    path = tmp_path / "odd.pb.gz"
    path.write_bytes(profile.serialize())
    assert pprof_tool.top(path, scratch=tmp_path)["f"] == Line(1, 1)
    assert r"/caf\xe9/x.py" in parse(profile).string_table


def test_text():
    assert sample().text() == (
        "# 2 samples were dropped\n"
        "total: 10 samples, 100000000 nanoseconds cpu\n"
        "\n"
        "4 samples, 40000000 nanoseconds cpu\n"
        "    <genexpr> (/app/main.py:9)\n"
        "    <module> (/app/main.py:3)\n"
        "\n"
        "3 samples, 30000000 nanoseconds cpu, thread reader, tid 7\n"
        "    traceleft::RingReader::drain(std::vector<int>&) (/opt/with space/_core.so)\n"
        "    Reader.read (/app/reader.py:12)\n"
        "    <module> (/app/main.py:3)\n"
        "\n"
        "3 samples, 30000000 nanoseconds cpu, thread main, tid 6\n"
        "    Reader.read (/app/reader.py:12)\n"
        "    <module> (/app/main.py:3)\n"
    )
    assert Profile([CPU], default="cpu", period_type=CPU).text() == "total: 0 nanoseconds cpu\n"
