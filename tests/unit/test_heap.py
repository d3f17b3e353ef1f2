# SPDX-License-Identifier: MIT
"""The heap's profile: which functions Python's memory is found at, and how much."""

from __future__ import annotations

import importlib.util
import linecache
import sys
import textwrap
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("google.protobuf")

from tests.support import pprof_tool
from traceleft.telemetry import heap
from traceleft.telemetry.functions import function_at

SOURCE = """\
    import functools

    KEPT = [bytearray(100_000) for _ in range(3)]


    def decorate(function):
        @functools.wraps(function)
        def wrapper(*arguments):
            return function(*arguments)

        return wrapper


    class Buffers:
        size = 1

        def fill(self):
            self.kept = [
                bytearray(
                    50_000
                )
                for _ in range(4)
            ]
            text = '''
    def not_a_function():
    '''
            return bytearray(len(text) + 70_000)

        @decorate
        def decorated(self):
            def inner():
                return bytearray(60_000)

            return inner()

        later = lambda self: bytearray(80_000)


    def outer():
        return Buffers().decorated()
"""


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tracing() -> Iterator[None]:
    assert heap.start_tracing()
    yield
    tracemalloc.stop()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "buffers.py"
    path.write_text(textwrap.dedent(SOURCE))
    return path


def test_lines_have_their_functions(source: Path, tmp_path: Path):
    lines = textwrap.dedent(SOURCE).splitlines()

    def at(text: str) -> str:
        return function_at(str(source), next(number for number, line in enumerate(lines, 1) if text in line))

    inlined = sys.version_info >= (3, 12)  # comprehensions
    assert {text: at(text) for text in ("KEPT", "def wrapper", "size = 1", "50_000", "70_000", "60_000", "80_000")} == {
        "KEPT": "<module>" if inlined else "<listcomp>",
        "def wrapper": "decorate.<locals>.wrapper",
        "size = 1": "Buffers",
        "50_000": "Buffers.fill" if inlined else "Buffers.fill.<locals>.<listcomp>",
        "70_000": "Buffers.fill",
        "60_000": "Buffers.decorated.<locals>.inner",
        "80_000": "Buffers.<lambda>",
    }
    assert at("return function(") == "decorate.<locals>.wrapper"
    assert at("return Buffers()") == "outer"
    assert function_at(str(source), 10_000) == "<module>"
    assert function_at("/no/such.py", 1) == "<unknown>"
    assert function_at(str(tmp_path), 1) == "<unknown>"


def test_what_is_no_file_of_its_own(tmp_path: Path):
    """A frozen module, a notebook's cell, a module that was imported from its compiled file, one that is broken."""
    code = importlib._bootstrap_external.FileLoader.get_data.__code__
    if code.co_filename.startswith("<frozen "):
        assert function_at(code.co_filename, code.co_firstlineno) == "FileLoader.get_data"
    cell = "def cell():\n    return 1\n"
    linecache.cache["<cell 1>"] = (len(cell), None, cell.splitlines(True), "<cell 1>")
    assert function_at("<cell 1>", 2) == "cell"
    del linecache.cache["<cell 1>"]
    assert function_at("<string>", 1) == "<unknown>"
    broken = tmp_path / "broken.py"
    broken.write_text("def (")
    assert function_at(str(broken), 1) == "<unknown>"


def test_nothing_is_written(source: Path):
    function_at(str(source), 1)
    assert list(source.parent.iterdir()) == [source]


def test_what_python_holds(source: Path, tmp_path: Path, tracing: None):
    module = load(source)
    buffers = module.Buffers()
    held = [buffers.fill(), module.outer(), buffers.later()]
    path = tmp_path / "heap.pb.gz"
    path.write_bytes(heap.profile().serialize())
    lines = pprof_tool.top(f"-focus={source.name}", path, scratch=tmp_path, unit="B")
    by_name = {name: line for name, line in lines.items() if line.flat >= 10_000}
    filled = {name: line for name, line in by_name.items() if name.startswith("Buffers.fill")}
    assert 270_000 <= sum(line.flat for line in filled.values()) < 280_000
    assert 60_000 <= by_name["Buffers.decorated.<locals>.inner"].flat < 61_000
    assert 80_000 <= by_name["Buffers.<lambda>"].flat < 81_000
    assert lines["outer"].flat < 1000 and lines["outer"].cum >= 60_000
    assert lines["decorate.<locals>.wrapper"].cum >= 60_000
    objects = pprof_tool.top(
        "-sample_index=inuse_objects", f"-focus={source.name}", path, scratch=tmp_path, unit="count"
    )
    assert 1 <= objects["Buffers.<lambda>"].flat < 10  # the object, its bytes, its frame
    del held[:]
    path.write_bytes(heap.profile().serialize())
    lines = pprof_tool.top(path, scratch=tmp_path, unit="B")
    assert "Buffers.<lambda>" not in lines or lines["Buffers.<lambda>"].flat < 1000


def test_what_tracing_takes_is_in_it(tracing: None):
    text = heap.profile().text()
    assert "    tracemalloc (" in text
    assert "are missing" not in text


def test_without_tracing_it_says_so():
    assert not tracemalloc.is_tracing()
    assert heap.profile().text().startswith("# Python's allocations are missing: tracemalloc is not tracing\n")


def test_somebody_elses_tracing_is_left_alone():
    tracemalloc.start(1)
    try:
        assert not heap.start_tracing()
        assert tracemalloc.get_traceback_limit() == 1
    finally:
        tracemalloc.stop()
