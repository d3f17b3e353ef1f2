# SPDX-License-Identifier: MIT
"""Environments hold secrets: without being asked for, not a byte of them leaves the kernel."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.syscall_numbers import NUMBERS
from traceleft import _core, battery
from traceleft.captured import Capture

pytestmark = pytest.mark.any_backend

NAME, VALUE = "A_NAME_OF_MINE", "a value that is a secret"
COUNT = 3
EXECUTES = f"""
import ctypes, os
environment = {{"{NAME}": "{VALUE}", "EMPTY": "", "OTHER": "x" * 4000}}
for path in ("/nowhere/a", "/nowhere/b"):
    try:
        os.execve(path, ["failing"], environment)
    except FileNotFoundError:
        pass
strings = [f"{{name}}={{value}}".encode() for name, value in environment.items()]
envp = (ctypes.c_char_p * 4)(*strings, None)
argv = (ctypes.c_char_p * 2)(b"failing", None)
ctypes.CDLL(None).syscall({NUMBERS["execveat"]}, -100, b"/nowhere/c", argv, envp, 0)
os.execve("/bin/true", ["succeeding"], environment)
"""


def as_text(batch: traceleft.Batch) -> bytes:
    return _core.TextFormatter(battery.schema()).format(batch).encode()


def as_template(batch: traceleft.Batch) -> bytes:
    return _core.TemplateFormatter(battery.schema(), "{args}{args.envp}").format(batch)


def as_json(batch: traceleft.Batch) -> bytes:
    return _core.JsonFormatter(battery.schema()).format(batch)


def as_protobuf(batch: traceleft.Batch) -> bytes:
    return _core.ProtobufEncoder(battery.schema()).encode(batch)


def as_arrow(batch: traceleft.Batch) -> bytes:
    return repr(Capture([batch], battery.schema()).arrow().to_pylist()).encode()


def as_python(batch: traceleft.Batch) -> bytes:
    return repr([event.args for event in batch]).encode()


def as_recorded(batch: traceleft.Batch) -> bytes:
    return b"".join(event.raw for event in batch)


FORMATS = [as_text, as_template, as_json, as_protobuf, as_python, as_recorded]
if lab.SLOWDOWN == 1:  # pyarrow doesn't run on an emulated CPU
    FORMATS.append(as_arrow)
WITHOUT_VARIABLES = {as_text, as_template}
"""A line of text only says how many there are, whatever was asked for."""


def traced(
    backend: str, environments: bool, program: str = EXECUTES, follow_forks: bool = False
) -> list[traceleft.Batch]:
    command = subprocess.Popen([sys.executable, "-I", "-S", "-c", f"input(){program}"], stdin=subprocess.PIPE)
    assert command.stdin
    with traceleft.Tracer(backend=backend, environments=environments) as tracer:
        for name in ("execve", "execveat"):
            tracer.attach(name, pids=[command.pid], follow_forks=follow_forks)
        command.communicate(b"\n", lab.TIMEOUT)
        tracer.stop()
        lab.assert_accounted(tracer)
        return list(tracer.batches(timeout=0))


@pytest.fixture(scope="module")
def by_default(backend: str) -> list[traceleft.Batch]:
    return traced(backend, False)


@pytest.fixture(scope="module")
def asked_for(backend: str) -> list[traceleft.Batch]:
    return traced(backend, True)


@pytest.mark.parametrize("shown", FORMATS)
def test_secrets_are_left_out_unless_asked_for(
    by_default: list[traceleft.Batch], asked_for: list[traceleft.Batch], shown: Callable[[traceleft.Batch], bytes]
) -> None:
    left_out = b"".join(map(shown, by_default))
    assert left_out and NAME.encode() not in left_out and VALUE.encode() not in left_out and b"x" * 8 not in left_out
    has_them = shown not in WITHOUT_VARIABLES
    assert (f"{NAME}={VALUE}".encode() in b"".join(map(shown, asked_for))) == has_them


def test_their_number_is_said_and_nothing_instead_of_them(
    by_default: list[traceleft.Batch], asked_for: list[traceleft.Batch]
) -> None:
    for batches in (by_default, asked_for):
        lines = b"".join(map(as_text, batches)).decode().splitlines()
        assert len(lines) == 4
        assert all(f" /* {COUNT} vars */" in line for line in lines), lines
    for event in (event for batch in by_default for event in batch):
        assert event["envp"] is None
        assert event.capture_status("envp") == "none"
        assert event.raw_args["envp"]
    for event in (event for batch in asked_for for event in batch):
        assert event["envp"][:2] == [f"{NAME}={VALUE}", "EMPTY="]
    lines = b"".join(map(as_json, by_default))
    assert lines.count(b'"envp":null') == 4


COUNTS = [0, 1, 127, 128, 129, 400]
EXECUTES_OFTEN = f"""
import os
for count in {COUNTS}:
    environment = {{f"V{{number}}": "" for number in range(count)}}
    try:
        os.execve("/nowhere", ["failing"], environment)
    except FileNotFoundError:
        pass
    child = os.fork()
    if not child:
        os.execve("/bin/true", ["succeeding"], environment)
    os.waitpid(child, 0)
"""


@pytest.mark.each_kernel
@pytest.mark.parametrize("environments", [False, True])
def test_how_many_are_counted(backend: str, environments: bool) -> None:
    batches = traced(backend, environments, EXECUTES_OFTEN, follow_forks=True)
    lines = b"".join(map(as_text, batches)).decode().splitlines()
    said = ["128 vars or more" if count > 128 else f"{count} var{'s' * (count != 1)}" for count in COUNTS]
    assert [line.split("/* ")[1].split(" */")[0] for line in lines] == [each for each in said for _ in range(2)]


@pytest.mark.any_kernel
@pytest.mark.parametrize("asked_for", [False, True])
@pytest.mark.parametrize("subcommand", ["trace", "record"])
def test_the_option(tmp_path: Path, subcommand: str, asked_for: bool) -> None:
    options = ["--environments"] if asked_for else []
    written = tmp_path / "written"
    output = {"trace": f"jsonl:{written}", "record": str(written)}[subcommand]
    argv = [*lab.TRACELEFT, subcommand, *options, "-o", output, "execve", "--", "/bin/true"]
    subprocess.run(argv, env={**os.environ, NAME: VALUE}, check=True, capture_output=True, timeout=lab.TIMEOUT)
    if subcommand == "record":
        events = [event["envp"] for event in Capture.from_recording(written)]
    else:
        events = [json.loads(line)["args"]["envp"] for line in written.read_text().splitlines()]
    [environment] = events
    assert f"{NAME}={VALUE}" in environment if asked_for else environment is None
