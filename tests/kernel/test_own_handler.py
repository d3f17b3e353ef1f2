# SPDX-License-Identifier: MIT
"""Handlers of one's own: docs/handlers.md as a user follows it, handlers from Python, and the hash."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import traceleft
from tests.support import ROOT, lab
from tests.support.victims import TIMEOUT
from traceleft import battery, handler_template

PAGE = ROOT / "docs" / "handlers.md"
BLOCK = re.compile(
    r"(?:Save this as `(?P<file>[\w.]+)`:\n\n)?```(?P<language>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)

# Instead of installing what is installed, or failing where nothing can be: whether it is there.
SHIMS = {
    "sudo": 'exec "$@"',
    "apt": 'shift; for package; do dpkg-query -W -f "\\${db:Status-Status}" "$package" | grep -qx installed; done',
    "pip": "exec python -c 'import jinja2'",
    "python": f'exec {sys.executable} "$@"',
    "traceleft": f'exec {sys.executable} -m traceleft "$@"',
}

PARENT = """
#include <traceleft/handler.h>

SEC("kretprobe/handle_getppid")
int handle_getppid_ret(void *ctx)
{
	struct record record;

	if (!record_begin(&record, ctx, "getppid", 0, 0))
		return 0;
	return record_submit(&record);
}
"""


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """An environment in which the page's commands are this package's."""
    lab.require("clang")
    shims = tmp_path / "bin"
    shims.mkdir()
    for name, body in SHIMS.items():
        (shims / name).write_text(f"#!/bin/sh -e\n{body}\n")
        (shims / name).chmod(0o755)
    root = Path(traceleft.__file__).parents[1]
    return {**os.environ, "PATH": f"{shims}:{os.environ['PATH']}", "PYTHONPATH": os.fspath(root), "TZ": "UTC"}


def calls(text: str) -> list[str]:
    """Lines of calls without time and process, which differ; the rest of a file's name is any number's."""
    return [match[1] for match in re.finditer(r"^[\d:.]+ \d+ (\S+ \w+\(.*)$", text, re.MULTILINE)]


@pytest.mark.any_kernel
def test_the_page_from_its_first_line_to_its_last(shell: dict[str, str], tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    printed: list[str] = []
    blocks = list(BLOCK.finditer(PAGE.read_text()))
    assert {block["language"] for block in blocks} == {"sh", "c", "json", "python", ""}
    for block in blocks:
        if block["language"] == "sh":
            done = subprocess.run(
                ["bash", "-e", "-c", block["text"]],
                cwd=work, env=shell, capture_output=True, text=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL,
            )  # fmt: skip
            # `cat` of a file that is missing says so, and traceleft exits as it does.
            assert done.returncode == ("/no/such" in block["text"]), (block["text"], done.stdout, done.stderr)
            assert "lost" not in done.stderr or ", 0 lost" in done.stderr
            printed.append(done.stdout)
        elif block["language"]:
            (work / block["file"]).write_text(block["text"])
        else:  # what the command before it printed
            assert calls(printed[-1]) == calls(block["text"])
    traced = "".join(printed)
    assert re.search(r"uname uname\(name=.*release=", traced)
    assert 'cat openat(dfd=AT_FDCWD, filename="/no/such/file", flags=O_RDONLY' in traced
    assert 'cat openat(dfd=AT_FDCWD, filename="/etc/hostname", flags=O_RDONLY' in traced
    assert re.search(r'cat read\(fd=3, buf=".*", count=\d+, arg3=0x[0-9a-f]+\) = \d+', traced)
    assert re.search(r"^\S+ getppid \d+$", printed[-1])


@pytest.mark.any_kernel
def test_from_source_attaches_and_its_file_goes() -> None:
    lab.require("clang")
    with traceleft.Tracer() as tracer:
        with traceleft.Handler.from_source(PARENT) as handler:
            attachment = tracer.attach(handler, pids=[os.getpid()])
            assert attachment.syscalls == ("getppid",)
        assert not handler.path.exists()
        parent = os.getppid()
        events = [event for event in lab.finished(tracer) if event.syscall == "getppid"]
    assert parent in [event.ret for event in events]
    assert {event.pid for event in events} == {os.getpid()}


def test_one_of_other_headers_is_refused(tmp_path: Path) -> None:
    """A struct of theirs that is as large as ours, but has a field less, would be written to in the wrong places."""
    lab.require("clang")
    headers = tmp_path / "traceleft"
    shutil.copytree(battery.data_directory() / "include" / "traceleft", headers)
    maps, record = headers / "maps.h", headers / "record.h"
    maps.write_text(re.sub(r"^\t__u64 record_task;.*\n", "", maps.read_text(), count=1, flags=re.MULTILINE))
    record.write_text(record.read_text().replace("cpu->record_task = (__u64)task;", ""))
    with traceleft.Handler.from_source(PARENT, include=[tmp_path]) as stale, traceleft.Tracer() as tracer:
        with pytest.raises(traceleft.errors.HandlerError, match="declares the map `cpu_states` otherwise"):
            tracer.attach(stale)
        with traceleft.Handler.from_source(PARENT) as handler:
            tracer.attach(handler, pids=[os.getpid()])


def fnv1a(data: bytes, basis: int = 0xCBF29CE484222325) -> int:
    for byte in data:
        basis = (basis ^ byte) * 0x100000001B3 % 2**64
    return basis


def hash_head(event: traceleft.Event, program_id: int) -> int:
    numbers = (program_id, event.pid, event.ret)
    return fnv1a(
        b"".join((number % 2**64).to_bytes(8, "little") for number in numbers) + event.syscall.encode().ljust(64, b"\0")
    )


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_the_hash(backend: str, tmp_path: Path, compile_handler: Callable[[str], Path]) -> None:
    wanted = handler_template.parse_arguments("filename:string,flags,mode")
    text = handler_template.render("openat", wanted, hash=["filename", "flags"])
    file = tmp_path / "file"
    file.touch()
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach(compile_handler(text), pids=[os.getpid()], program_id=7)
        for _ in range(2):
            os.close(os.open(file, os.O_RDONLY))
        events = [event for event in lab.finished(tracer) if event["filename"] == os.fspath(file)]
    assert len(events) == 2
    for event in events:
        expected = fnv1a(os.fsencode(file) + b"\0", hash_head(event, 7))
        expected = fnv1a(event.raw_args["flags"].to_bytes(8, "little")[:4], expected)
        assert event["arg4"] == expected


@pytest.mark.any_kernel
def test_memory_of_a_fixed_size_and_as_returned(tmp_path: Path) -> None:
    lab.require("clang")
    file = tmp_path / "file"
    file.write_bytes(b"0123456789")
    expected = {"buf:buffer[ret]": b"0123456789", "buf:buffer[count]": b"0123456789" + bytes(6), "buf:char[4]": b"0123"}
    for arguments, captured in expected.items():
        text = handler_template.render("read", handler_template.parse_arguments(f"fd,{arguments}"))
        fd = os.open(file, os.O_RDONLY)
        with traceleft.Tracer() as tracer, traceleft.Handler.from_source(text) as handler:
            tracer.attach(handler, pids=[os.getpid()])
            with open(fd, "rb", buffering=0) as stream:
                stream.readinto(bytearray(16))
            events = [event for event in lab.finished(tracer) if event["fd"] == fd]
        assert [event["buf"] for event in events] == [captured]


def test_what_every_call_is_rendered_to_compiles_and_loads(compile_handler: Callable[[str], Path]) -> None:
    """One handler for each sort of memory that a default can capture, loaded by the verifier."""
    for syscall in ("execve", "exit_group", "stat", "utimensat", "getpid", "mmap"):
        text = handler_template.render(syscall, hash=handler_template.argument_names(syscall))
        with traceleft.Tracer() as tracer:
            assert tracer.attach(compile_handler(text)).syscalls == (syscall,)


@pytest.mark.any_kernel
def test_without_clang(shell: dict[str, str], tmp_path: Path) -> None:
    empty = tmp_path / "nothing"
    empty.mkdir()
    source = tmp_path / "own.bpf.c"
    source.write_text(PARENT)
    done = lab.run(
        [sys.executable, "-m", "traceleft", "handler", "build", os.fspath(source)],
        env={**shell, "PATH": os.fspath(empty)},
    )
    assert done.returncode == 1
    assert b"apt install clang" in done.stderr
    assert shutil.which("clang")
