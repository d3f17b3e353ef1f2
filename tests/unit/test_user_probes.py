# SPDX-License-Identifier: MIT
"""Functions and USDT probes of ELF files, by the names that users write."""

from __future__ import annotations

import platform
import shutil
from pathlib import Path

import pytest

from tests.support import probed
from traceleft import _core, battery, libraries, operand, user_probes
from traceleft.errors import UsageError

pytestmark = pytest.mark.skipif(platform.machine() != "x86_64", reason="the program's probes are written for x86_64")


@pytest.fixture(autouse=True)
def _none_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_probes, "_probes", {})


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(probed.program(), tmp_path_factory.mktemp("probed") / "probed"))


def only(name: str) -> user_probes.Probe:
    (found,) = user_probes.matching(name)
    return user_probes.probe(found)


def test_a_function_that_nobody_has_declared(program: Path) -> None:
    assert user_probes.matching(f"uprobe:{program}:add") == ["uprobe:probed:add"]
    own = user_probes.probe("uprobe:probed:add")
    (place,) = own.places
    assert place.operands == ("8@%rdi", "8@%rsi", "8@%rdx", "8@%rcx", "8@%r8", "8@%r9")
    assert place.offset == next(
        each.offset for each in _core.read_elf_probes(bytes(program)).functions if each.name == "add"
    )
    assert own.pair
    entry = user_probes.entry("uprobe:probed:add")
    assert [each["name"] for each in entry["args"]] == [f"arg{place}" for place in range(6)]
    assert entry["returns"] == {"kind": "int", "size": 8}
    assert entry["probe"]["file"] == str(program)


def test_a_declared_function_has_names_and_types(program: Path) -> None:
    name = f"uprobe:{program}:const char *greet(const char *name, unsigned char times)"
    own = only(name)
    assert own.places[0].operands == ("8@%rdi", "1@%rsi")
    entry = user_probes.entry("uprobe:probed:greet")
    assert [(each["name"], each["type"], each["kind"]) for each in entry["args"]] == [
        ("name", "char *", "string"),
        ("times", "unsigned char", "uint"),
        ("result", "char *", "string"),
    ]
    assert entry["args"][2]["record"] == {"offset": 16, "size": 256, "at": "member", "steps": [0], "result": True}
    eight = ", ".join("long" for _ in range(8))
    assert only(f"uprobe:{program}:long many({eight})").places[0].operands[6:] == ("-8@8(%rsp)", "-8@16(%rsp)")
    with pytest.raises(UsageError, match="more than 12 arguments"):
        user_probes.matching(f"uprobe:{program}:many({', '.join(['int'] * 13)})")


def test_each_declaration_has_a_name_of_its_own(program: Path, tmp_path: Path) -> None:
    plain, declared = f"uprobe:{program}:add", f"uprobe:{program}:int add(int one, int other)"
    assert user_probes.matching(plain) == ["uprobe:probed:add"]
    assert user_probes.matching(declared) == ["uprobe:probed:add-2"]
    assert user_probes.matching(plain) == ["uprobe:probed:add"]
    assert user_probes.matching(declared) == ["uprobe:probed:add-2"]
    assert user_probes.matching(f"{plain}:entry") == ["uprobe:probed:add:entry"]
    other = Path(shutil.copy(program, tmp_path / "probed"))
    assert user_probes.matching(f"uprobe:{other}:add") == ["uprobe:probed:add-3"]
    assert user_probes.matching("uprobe:probed:add-2") == ["uprobe:probed:add-2"]


def test_entries_and_places_within_a_function(program: Path) -> None:
    entry = only(f"uprobe:{program}:add:entry")
    assert not entry.pair
    within = only(f"uprobe:{program}:add+0x1")
    assert (within.pair, within.places[0].offset) == (False, entry.places[0].offset + 1)
    assert only(f"uprobe:{program}:+{entry.places[0].offset}").places[0].offset == entry.places[0].offset


def test_patterns(program: Path) -> None:
    assert user_probes.matching(f"uprobe:{program}:[gr]*re*t*") == ["uprobe:probed:greet"]
    assert len(user_probes.matching(f"uprobe:{program}:*re*")) > 1
    assert set(user_probes.matching(f"usdt:{program}:*")) == {"usdt:probed:probed:guarded", "usdt:probed:probed:two"}
    assert battery.is_pattern(f"uprobe:{program}:a*")
    assert not battery.is_pattern(f"uprobe:{program}:greet(char *name)")


def test_a_usdt_probe_at_two_places(program: Path) -> None:
    own = only(f"usdt:{program}:probed:two")
    assert [each.operands for each in own.places] == [
        ("-4@%edi", "8@%rsi", "1@$7"),
        ("-4@-20(%rbp)", "8@%rbx", "1@$8"),
    ]
    assert not own.pair
    entry = user_probes.entry("usdt:probed:probed:two")
    assert [(each["name"], each["type"], each["kind"], each["size"]) for each in entry["args"]] == [
        ("arg0", "s32", "int", 8),
        ("arg1", "u64", "uint", 8),
        ("arg2", "u8", "uint", 8),
    ]
    declared = only(f"usdt:{program}:probed:two(int number, const char *text)")
    assert [each.operands for each in declared.places] == [("-4@%edi", "8@%rsi"), ("-4@-20(%rbp)", "8@%rbx")]


def test_a_usdt_probe_with_a_semaphore_and_what_cant_be_read(program: Path) -> None:
    own = only(f"usdt:{program}:probed:guarded")
    (place,) = own.places
    assert place.semaphore
    assert [each.name for each in own.parameters] == ["arg0", "arg1"]
    with pytest.raises(UsageError, match="has no argument for third that can be read"):
        user_probes.matching(f"usdt:{program}:probed:guarded(short first, int second, long third)")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("uprobe:{}:ad", "has no function 'ad'; did you mean add?"),
        ("uprobe:{}:nonesuch", "traceleft list 'uprobe:"),
        ("uprobe:{}:z*", "no function of"),
        ("uprobe:{}:nonesuch+4", "has no function 'nonesuch'"),
        ("uprobe:{}:f(double x)", "floating-point"),
        ("usdt:{}:probed:tow", "did you mean probed:two?"),
        ("usdt:{}:other:*", "has no USDT probe 'other:*'"),
        ("uprobe:/nonexistent:f", "there is no file /nonexistent"),
        ("uprobe:nonesuch:f", "there is no library or program 'nonesuch' here"),
        ("uprobe:/etc/passwd:f", "is no ELF file"),
        ("uprobe:c", "its form is uprobe:FILE:FUNCTION"),
        ("usdt:c:", "its form is usdt:FILE:PROVIDER:NAME"),
        ("usdt:/bin/true:a:b", "has no USDT probes"),
    ],
)
def test_what_is_refused(program: Path, name: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        user_probes.matching(name.format(program))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_stripped_file_is_said_to_be() -> None:
    with pytest.raises(UsageError, match="it is stripped: only functions that other files may call"):
        user_probes.matching(f"uprobe:{probed.program('-s')}:add")


def test_libraries_by_their_short_names() -> None:
    if not shutil.which("ldconfig", path=libraries._SYSTEM_PATH):
        pytest.skip("there is no ldconfig")
    path = libraries.find("c")
    assert Path(path).name == "libc.so.6"
    assert {libraries.find("libc.so.6"), libraries.find("libc")} == {path}
    assert Path(libraries.find("cat")).name == "cat"
    assert user_probes.matching("uprobe:c:malloc") == ["uprobe:libc.so.6:malloc"]
    with pytest.raises(UsageError, match="is chosen among others when a program starts"):
        user_probes.matching("uprobe:c:memcpy")
    assert "uprobe:libc.so.6:memcpy" not in user_probes.matching("uprobe:c:mem*")


def test_long_names_are_cut_to_what_an_event_has_room_for(program: Path, tmp_path: Path) -> None:
    long = Path(shutil.copy(program, tmp_path / ("x" * 80)))
    names = [*user_probes.matching(f"uprobe:{long}:add"), *user_probes.matching(f"uprobe:{long}:recurse:entry")]
    assert all(len(name) == 63 for name in names)
    assert names[1].endswith(":entry")
    assert len(set(names)) == 2


DECLARED = "uprobe:/bin/a:int f(char *a, int b)"


@pytest.mark.parametrize(
    ("text", "handlers"),
    [(DECLARED, [DECLARED]), (f"openat,{DECLARED},usdt:c:a:b", ["openat", DECLARED, "usdt:c:a:b"])],
)
def test_words_of_the_command_line(text: str, handlers: list[str]) -> None:
    assert [each.handler for each in operand.parse_operands([text])] == handlers
    assert [(each.handler, each.pids) for each in operand.parse_operands([f"12:{text}"])] == [
        (each, (12,)) for each in handlers
    ]
    assert not operand.is_file(text)
    assert operand.is_source(handlers[-1])
