# SPDX-License-Identifier: MIT
"""Nothing is imported, included or loaded from the working directory, whose owner may be anybody."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT, hostile
from traceleft import battery, handler_source
from traceleft.errors import HandlerError, UsageError
from traceleft.generate import protobuf
from traceleft.interpreter import isolated

HANDLER = """
#include <traceleft/handler.h>
#include "beside.h"
SEC("kretprobe/handle_getppid")
int handle_getppid_ret(void *ctx)
{
	return 0;
}
"""


@pytest.fixture
def strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory full of modules."""
    directory = tmp_path / "strangers"
    directory.mkdir()
    hostile.fill(directory)
    (directory / "harmless.py").touch()
    monkeypatch.chdir(directory)
    return directory


def run(*argv: str) -> str:
    done = subprocess.run(argv, capture_output=True, text=True, timeout=60, check=True, stdin=subprocess.DEVNULL)
    return done.stdout


@pytest.mark.parametrize("module", ["traceleft", "traceleft.generate"])
def test_as_a_module_it_takes_nothing_that_python_has_not_taken_before(strangers: Path, module: str):
    run(sys.executable, "-m", "harmless")
    pythons_own = hostile.ran(strangers)
    assert "usage" in run(sys.executable, "-m", module, "--help").lower()
    assert hostile.ran(strangers) <= pythons_own


def test_only_what_python_put_into_the_path_is_taken_out(strangers: Path):
    """Isolated, the first entry is another; and who imports us has chosen their path."""
    show = "import sys, traceleft; print(*sys.path, sep='\\n')"
    first = run(*isolated("-c", show)).splitlines()[0]
    assert "Usage" in run(*isolated("-m", "traceleft", "--help")) and first and first != str(strangers)
    assert run(sys.executable, "-c", show).splitlines()[0] == ""
    hostile.ran(strangers)


def test_strangers_outputs_are_none(strangers: Path):
    """Which a package adds by an entry point."""
    argv = [sys.executable, "-m", "traceleft", "replay", "harmless.py", "-o", f"{hostile.OUTPUT}:x"]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and f"there is no output '{hostile.OUTPUT}'" in done.stderr


@pytest.mark.parametrize("arguments", [["-c", "import traceleft.tracer"], ["-m", "grpc_tools.protoc", "--version"]])
def test_child_interpreters(strangers: Path, arguments: list[str]):
    run(*isolated(*arguments))
    assert hostile.ran(strangers) == set()


def test_compiling_protocol_buffers(strangers: Path):
    pytest.importorskip("grpc_tools")
    assert protobuf.outputs(ROOT)
    assert hostile.ran(strangers) == set()


@pytest.mark.skipif(not shutil.which("clang"), reason="clang is not installed")
def test_a_handlers_includes(tmp_path: Path, strangers: Path):
    """What stands beside a handler is included, under a relative path too, and not what stands here."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "beside.h").write_text("")
    (own / "handler.bpf.c").write_text(HANDLER)
    for name in ("beside.h", "handler.h", "record.h", "traceleft/handler.h", "bpf/bpf_helpers.h", "linux/types.h"):
        (strangers / name).parent.mkdir(exist_ok=True)
        (strangers / name).write_text("#error a stranger's\n")
    source = Path("..") / "own" / "handler.bpf.c"
    handler_source.compile_handler(source, source.with_name("handler.bpf"))
    assert (own / "handler.bpf").stat().st_size
    with pytest.raises(HandlerError, match=r"'beside.h' file not found"):
        handler_source.Handler.from_source(HANDLER)
    handler_source.Handler.from_source(HANDLER, include=["../own"]).close()


@pytest.mark.parametrize("name", ["opnat", "uselib32", "ALL"])
def test_a_word_is_no_file(strangers: Path, name: str):
    (strangers / name).write_bytes(b"\x7fELF")
    with pytest.raises(UsageError, match=rf"no shipped handler.*write \./{name}"):
        battery.handler_file(name)
    assert battery.handler_file(f".{os.sep}{name}").path == Path(name)
