# SPDX-License-Identifier: MIT
"""traceleft.events: a class for each syscall, over events that the decoder reads, and their NumPy layout."""

from __future__ import annotations

import builtins
import inspect
import os
import pickle
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import traceleft
from tests.support import ROOT
from tests.support.raw_events import Captured, decode, foreign_event, openat, raw_event
from traceleft import battery, events, flags
from traceleft.errors import TraceleftError
from traceleft.generate.spec import flat_name
from traceleft.typed_event import TypedEvent
from traceleft.words import class_name

STUB = ROOT / "traceleft/flags.pyi"
CALLS = battery.schema_spec()["syscalls"]


@pytest.mark.parametrize(
    ("syscall", "name"),
    [("openat", "Openat"), ("rt_sigaction", "RtSigaction"), ("_sysctl", "Sysctl"), ("pread64", "Pread64")],
)
def test_class_names(syscall: str, name: str):
    assert class_name(syscall) == name
    assert events.BY_SYSCALL[syscall] is getattr(events, name)


def test_every_syscall_has_a_class_with_its_arguments():
    """And those that 32-bit programs alone have."""
    everything = {**battery.compat_schema_spec()["syscalls"], **CALLS}
    assert set(events.BY_SYSCALL) == set(everything)
    for syscall, call in everything.items():
        each = events.BY_SYSCALL[syscall]
        assert each.syscall == syscall
        assert each.__match_args__ == tuple(flat_name(argument["name"]) for argument in call["args"])
        for name in each.__match_args__:
            assert inspect.getdoc(vars(each)[name]), (syscall, name)


def test_flags_are_flags():
    event = events.typed(decode(openat(flags=os.O_WRONLY | os.O_CREAT | 1 << 31)))
    assert isinstance(event, events.Openat) and isinstance(event.flags, flags.Open)
    assert flags.Open.O_CREAT in event.flags and flags.Open.O_EXCL not in event.flags
    assert event.flags == os.O_WRONLY | os.O_CREAT | 1 << 31  # what has no name stays
    assert pickle.loads(pickle.dumps(event.flags)) == event.flags
    assert events.typed(decode(raw_event("lseek", [3, 0, os.SEEK_END]))).whence == os.SEEK_END  # a number
    assert set(dir(flags)) == set(re.findall(r"^class (\w+)", STUB.read_text(), re.MULTILINE))
    with pytest.raises(AttributeError, match="NoSuch"):
        _ = flags.NoSuch


def test_every_set_of_flags_has_the_values_of_its_stub():
    namespace: dict[str, object] = {}
    if battery.schema_spec()["arch"] != "x86_64":
        pytest.skip("the stub has the values of x86_64")
    exec(STUB.read_text(), namespace)
    for name in dir(flags):
        assert dict(getattr(flags, name).__members__) == dict(namespace[name].__members__), name


def test_openat():
    event = events.typed(decode(openat(b"/etc/passwd", flags=1, ret=-2, pid=9, tid=10)))
    assert type(event) is events.Openat
    assert (event.dfd, event.filename, event.flags, event.mode) == (-100, "/etc/passwd", 1, 0)
    assert (event.syscall, event.nr, event.pid, event.tid, event.ret, event.error) == (
        "openat",
        257,
        9,
        10,
        -2,
        "ENOENT",
    )
    assert repr(event) == "Openat(pid=9, dfd=-100, filename='/etc/passwd', flags=1, mode=0, ret=-2)"
    assert event["filename"] == event.args["filename"] == "/etc/passwd"
    assert event.raw_args["dfd"] == 2**64 - 100
    assert event.capture_status("filename") == "ok"


def test_the_header_is_all_of_the_events():
    header = {name for name, value in vars(TypedEvent).items() if isinstance(value, property)}
    of_core = {name for name, value in vars(traceleft.Event).items() if isinstance(value, property)}
    assert of_core - header <= {"raw", "files", "process", "resolved_path", "path_mismatch"}
    core = decode(openat(duration=5, flags=2))
    event = events.typed(core)
    assert {name: getattr(event, name) for name in header} == {name: getattr(core, name) for name in header}


def test_an_argument_called_like_a_field():
    event = events.typed(decode(raw_event("kill", [4712, 9], nr=62, pid=4711)))
    assert isinstance(event, events.Kill)
    assert (event.pid, event.pid_, event.sig) == (4711, 4712, 9)
    assert repr(event) == "Kill(pid=4711, pid_=4712, sig=9, ret=0)"


def test_what_was_not_recorded():
    event = events.typed(decode(raw_event("openat", [1, 0], [Captured(1, status=2)])))
    assert isinstance(event, events.Openat)
    assert event.filename is None
    with pytest.raises(AttributeError, match="openat's argument flags was not recorded"):
        _ = event.flags
    assert repr(event) == "Openat(pid=4711, dfd=1, filename=None, ret=0)"


@pytest.mark.parametrize("raw", [raw_event("nosuch", [1]), foreign_event(b"openat", b"more")])
def test_what_has_no_class(raw: bytes):
    event = events.typed(decode(raw))
    assert type(event) is TypedEvent
    assert event.syscall in ("nosuch", "openat")
    assert event.foreign == (event.syscall == "openat")
    assert repr(event) == f"TypedEvent(pid={event.pid}, ret=0)"


@pytest.mark.skipif(sys.version_info < (3, 10), reason="match is Python 3.10's")
def test_match():
    namespace = {"events": events, "event": events.typed(decode(openat(b"/x")))}
    exec(
        "match event:\n"
        "    case events.Read(): found = None\n"
        "    case events.Openat(dfd, filename): found = dfd, filename",
        namespace,
    )
    assert namespace["found"] == (-100, "/x")


def test_nothing_can_be_added_or_changed():
    event = events.typed(decode(openat()))
    for name in ("filename", "pid", "nosuch"):
        with pytest.raises(AttributeError):
            setattr(event, name, 1)


def test_importing_traceleft_imports_no_classes():
    code = "import sys, traceleft; assert 'traceleft.events' not in sys.modules; traceleft.events.Openat"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


# --- NumPy


def c_structs() -> dict[str, list[str]]:
    """The structs of event_structs.h, and their fields behind the header."""
    text = (ROOT / "battery" / "generated" / "event_structs.h").read_text()
    structs = re.findall(r"^struct (\w+)_event \{\n(.*?)^\};", text, re.DOTALL | re.MULTILINE)
    return {
        name: re.findall(r"(\w+)(?:\[\d+\])?;", re.sub(r"/\*.*?\*/", "", body, flags=re.DOTALL))
        for name, body in structs
    }


def test_dtypes_are_as_c_lays_the_structs_out(tmp_path: Path):
    """sizeof and offsetof of every field of every struct, by the C compiler."""
    pytest.importorskip("numpy")
    compiler = shutil.which("cc") or pytest.skip("there is no C compiler here")
    structs = c_structs()
    assert set(structs) == set(CALLS)
    # What NumPy's one flat space calls otherwise.
    in_c = {"captures": "header.captured", "capture_records": "captured", "event_flags": "header.flags"}
    header = list(TypedEvent.dtype().fields)
    in_c = {**{name: f"header.{name}" for name in header}, **in_c}
    lines = []
    for syscall, fields in structs.items():
        c_struct = f"struct {syscall}_event"
        lines.append(f'printf("{syscall}  %zu\\n", sizeof({c_struct}));')
        for field in [*(in_c[name] for name in header), *(field for field in fields if field != "header")]:
            lines.append(f'printf("{syscall} {field} %zu\\n", offsetof({c_struct}, {field}));')
    source = tmp_path / "layout.c"
    source.write_text(
        f'#include <stddef.h>\n#include <stdio.h>\n#include "{ROOT}/battery/generated/event_structs.h"\n'
        f"int main(void)\n{{\n{chr(10).join(lines)}\n}}\n"
    )
    program = tmp_path / "layout"
    subprocess.run([compiler, "-w", f"-I{ROOT}/bpf/include", "-o", program, source], check=True, timeout=120)
    printed = subprocess.run([program], check=True, capture_output=True, text=True, timeout=60).stdout
    expected = {}
    for syscall in CALLS:
        dtype = events.BY_SYSCALL[syscall].dtype()
        expected[syscall, ""] = dtype.itemsize
        for name, (_, offset, *_) in dtype.fields.items():
            expected[syscall, in_c.get(name, name)] = offset
    found = {
        (syscall, field): int(number) for syscall, field, number in (line.split(" ") for line in printed.splitlines())
    }
    assert found == expected


def test_a_wire_event_is_read_through_its_dtype():
    numpy = pytest.importorskip("numpy")
    raw = openat(b"/etc/passwd", flags=0o100, mode=0o644, ret=3, comm=b"cat")
    (row,) = numpy.frombuffer(raw, dtype=events.Openat.dtype(), count=1)
    assert (row["pid"], row["ret"], row["syscall"], row["comm"], row["nr"]) == (4711, 3, b"openat", b"cat", 257)
    assert (row["args"], row["captures"], row["filename"], row["mode"]) == (4, 1, 0x7FFE1000, 0o644)
    assert row["capture_records"].tolist() == [(11, 1, 0)]
    assert bytes(raw[events.Openat.dtype().itemsize :]) == b"/etc/passwd".ljust(16, b"\0")


def test_without_numpy(monkeypatch: pytest.MonkeyPatch):
    known = builtins.__import__

    def without(name: str, *args: object):
        if name == "numpy":
            raise ModuleNotFoundError(name=name)
        return known(name, *args)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(TraceleftError, match=r"pip install 'traceleft\[numpy\]'"):
        events.Openat.dtype()
