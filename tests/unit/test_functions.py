# SPDX-License-Identifier: MIT
"""What BTF says of the kernel's functions, and what questions make of members. Any kernel's own BTF will do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import raw_events
from traceleft import _core, battery, functions
from traceleft.errors import UsageError
from traceleft.operand import is_source, parse_operand

needs_btf = pytest.mark.skipif(not Path("/sys/kernel/btf/vmlinux").exists(), reason="this kernel has no BTF")


def schema(*names: str, paths: tuple[str, ...] = ()) -> _core.EventSchema:
    """A schema of these functions alone: it checks what it is given."""
    spec = {"version": 2, "flags": {}, "structs": {}, "syscalls": {}}
    for name, entry, flags in functions.entries(names, paths):
        spec["syscalls"][name] = entry
        spec["flags"].update(flags)
    return _core.EventSchema(spec)


@pytest.mark.parametrize("name", ["func:vfs_read", "func:vfs_*", "func:tcp_connect:entry"])
def test_names_of_functions_are_sources(name: str) -> None:
    assert is_source(name) and functions.is_function(name)
    assert parse_operand(f"123:{name}").handler == name
    assert functions.symbol(name) == name.split(":")[1]
    assert functions.is_pair(name) != name.endswith(":entry")


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("sk->__sk_common.skc_dport == 443", ["sk.__sk_common.skc_dport"]),
        ("a.b->c + 1 > args.d.e or retval->f == 1", ["a.b.c", "d.e", "ret.f"]),
        ("comm == 'a.b' and not x", []),
        ("args.x == 1", ["x"]),
        ("b(a) == 1", ["a.b"]),
    ],
)
def test_members_in_questions(text: str, paths: list[str]) -> None:
    assert _core.member_paths(text) == paths


@needs_btf
def test_a_functions_entry() -> None:
    entry, flags = functions.entry("func:tcp_v4_connect", ("sk.__sk_common.skc_dport", "other.y"))
    names = [each["name"] for each in entry["args"]]
    assert names == ["sk", "uaddr", "addr_len", "sk.__sk_common.skc_dport"]
    port = entry["args"][3]
    assert (port["kind"], port["size"], port["record"]["at"]) == ("be16", 2, "member")
    assert (entry["pair"], entry["returns"]) == (True, {"kind": "int", "size": 4})
    entered, _ = functions.entry("func:tcp_v4_connect:entry")
    assert (entered["pair"], entered["nr"]) == (False, entry["nr"] + 1)
    assert flags == {}
    schema("func:tcp_v4_connect", "func:tcp_v4_connect:entry")


@needs_btf
def test_a_pattern_leaves_out_what_can_not_be_traced() -> None:
    """Each time that it is asked for: of several hundred some take structs by value."""
    names = functions.matching("func:tcp_*")
    assert len(names) > 100
    learnt = battery.learn_sources(names)
    assert 100 < len(learnt) <= len(names)
    assert battery.learn_sources(names) == learnt


@needs_btf
def test_types() -> None:
    """Of what C has for arguments and results: enumerations, text, nothing."""
    entry, flags = functions.entry("func:do_nanosleep")
    mode = entry["args"][1]
    assert ["HRTIMER_MODE_REL", 1] in flags[mode["flags"]]["choices"]
    entry, _ = functions.entry("func:kern_path", ("path.dentry.d_name.name",))
    assert [each["kind"] for each in entry["args"]] == ["string", "uint", "pointer", "string"]
    assert len(entry["args"][3]["record"]["steps"]) == 3
    entry, _ = functions.entry("func:fd_install")
    assert entry["returns"]["kind"] == "unused"
    schema("func:do_nanosleep", "func:kern_path", "func:fd_install", paths=("file.f_flags", "path.dentry"))


@needs_btf
@pytest.mark.parametrize(
    ("name", "path", "message"),
    [
        ("func:tcp_conect", None, "no function tcp_conect.*did you mean tcp_connect"),
        ("func:tcp_v4_connect", "sk.__sk_comon.x", "sk has no member __sk_comon; did you mean __sk_common"),
        ("func:tcp_v4_connect", "addr_len.x", "addr_len is int, which has no members"),
        ("func:tcp_v4_connect", "sk.__sk_common.skc_net", "name one of its members|pointer"),
        ("func:tcp_v4_connect:entry", "ret.x", "not known yet"),
    ],
)
def test_wrong_names(name: str, path: str | None, message: str) -> None:
    if path is None:
        with pytest.raises(UsageError, match=message):
            functions.matching(name)
        return
    if path == "sk.__sk_common.skc_net":  # a struct of one pointer fits
        entry, _ = functions.entry(name, (path,))
        assert entry["args"][-1]["kind"] == "buffer"
        return
    with pytest.raises(UsageError, match=message):
        functions.entry(name, (path,))


@needs_btf
def test_an_event_shows_its_result() -> None:
    """Text and questions of an event of a function, without a kernel that makes it."""
    known = schema("func:tcp_v4_connect", paths=("sk.__sk_common.skc_dport",))
    entry, _ = functions.entry("func:tcp_v4_connect", ("sk.__sk_common.skc_dport",))
    port = int.from_bytes((443).to_bytes(2, "big"), "little")
    raw = raw_events.raw_event(
        "func:tcp_v4_connect",
        (1 << 63, 0, 16, port),
        ret=-111,
        nr=entry["nr"],
        flags=raw_events.SOURCE | raw_events.RETURNED | raw_events.DURATION,
        duration=1500,
    )
    event = raw_events.decode(raw, known)
    assert (event.ret, event.error, event.duration) == (-111, "ECONNREFUSED", 1500)
    assert event.args["sk.__sk_common.skc_dport"] == 443
    assert ", sk.__sk_common.skc_dport=htons(443)) = -1 ECONNREFUSED" in raw_events.show(raw, known)
    for question, holds in [
        ("sk->__sk_common.skc_dport == 443 and error == ECONNREFUSED", True),
        ("retval == 0", False),
        ("duration > 1us and exit", True),
        ("args.sk.__sk_common.skc_dport < 400", False),
    ]:
        assert len(_core.filter(_core.Batch([raw], known), _core.Question(question))) == holds
