"""The heap's profile: which functions Python's memory is found at, and how much."""

from __future__ import annotations

import importlib.util
import sys
import textwrap
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("google.protobuf")

import pprof_tool

from traceleft.introspect import heap

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


def test_lines_have_their_functions(source: Path):
    module = load(source)
    functions = heap.Functions({str(source)})
    lines = textwrap.dedent(SOURCE).splitlines()

    def at(text: str) -> str:
        return functions.at(str(source), next(number for number, line in enumerate(lines, 1) if text in line))

    comprehension = "Buffers.fill" if sys.version_info >= (3, 12) else "Buffers.fill.<locals>.<listcomp>"
    assert {text: at(text) for text in ("KEPT", "def wrapper", "size = 1", "50_000", "70_000", "60_000", "80_000")} == {
        "KEPT": "<module>",
        "def wrapper": "decorate.<locals>.wrapper",
        "size = 1": "<module>",
        "50_000": comprehension,
        "70_000": "Buffers.fill",
        "60_000": "Buffers.decorated.<locals>.inner",
        "80_000": "Buffers.<lambda>",
    }
    assert at("return function(") == "decorate.<locals>.wrapper"
    assert at("return Buffers()") == "outer"
    assert functions.at(str(source), 10_000) == "<module>"
    assert functions.at("/no/such.py", 1) == "<module>"
    assert module.outer


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
