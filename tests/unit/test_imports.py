# SPDX-License-Identifier: MIT
"""Imports between the package's modules point one way, those for type checkers and those inside functions included."""

from __future__ import annotations

import ast
import functools
import graphlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import traceleft

PACKAGE = Path(traceleft.__file__).parent
CONTRIBUTING = PACKAGE.parent / "CONTRIBUTING.md"


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def paths() -> dict[str, Path]:
    """The package's modules; the extension is one of them."""
    files = [path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts]
    return {name_of(path): path for path in [*files, PACKAGE / "_core.pyi"]}


def imported(path: Path, name: str, known: set[str]) -> Iterator[str]:
    """The names of the modules that a file's import statements are for."""
    base = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = base[: len(base) + 1 - node.level] if node.level else []
            module = ".".join([*package, *filter(None, [node.module])])
            for each in node.names:
                member = f"{module}.{each.name}"
                yield member if member in known else module


@functools.cache
def imports() -> dict[str, frozenset[str]]:
    """Module to those that it imports, the package's by their full names."""
    known = set(paths())
    return {name: frozenset(imported(path, name, known)) for name, path in paths().items()}


def reachable(package: str) -> set[str]:
    """All that the modules of a package import, and what these import in turn. `traceleft` itself, which has names for
    users and loads them when they are asked for, leads nowhere."""
    found: set[str] = set()
    waiting = [name for name in imports() if f"{name}.".startswith(f"{package}.")]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += imports().get(name, ()) if name != "traceleft" else ()
    return found


def below(names: set[str], *packages: str) -> set[str]:
    """Those of some modules that are in one of the packages."""
    return {name for name in names for package in packages if f"{name}.".startswith(f"traceleft.{package}.")}


def order() -> list[str]:
    """The packages and modules as CONTRIBUTING lists them, the lowest first."""
    (listed,) = re.findall(r"In `traceleft/`: (.*?) last\.", CONTRIBUTING.read_text(encoding="utf-8"), re.DOTALL)
    return [name.replace("/", ".") for name in re.split(r"[,;\s]+", listed)]


def test_the_modules_are_read_as_python_reads_them(tmp_path: Path):
    """All that a bare `import` of a module loads of the package is found in its statements, too."""
    (tmp_path / "b").mkdir()
    source = (
        "import a.c\nfrom . import d\nfrom .. import e\nfrom ..f import g\nif 0:\n  def h():\n    from i import j\n"
    )
    for module, path in (("a.b.x", tmp_path / "b" / "x.py"), ("a.b", tmp_path / "b" / "__init__.py")):
        path.write_text(source)
        assert set(imported(path, module, {"a.b.d", "a.f.g"})) == {"a.c", "a.b.d", "a", "a.f.g", "i"}
    program = "import sys, traceleft.tracer; print(*[name for name in sys.modules if name.startswith('traceleft')])"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.split())
    assert "traceleft._core" in loaded and loaded <= reachable("traceleft.tracer") | {"traceleft"}


def test_there_is_no_ring():
    own = {name: {each for each in found if each in imports()} for name, found in imports().items()}
    assert sum(map(len, own.values())) > 100
    try:
        graphlib.TopologicalSorter(own).prepare()
    except graphlib.CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_contributing_lists_every_module_in_order():
    places = {name: place for place, name in enumerate(order())}

    def place(module: str) -> tuple[int, str]:
        parts = module.split(".")[1:]
        prefixes = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
        prefix = next((each for each in prefixes if each in places), None)
        assert prefix, f"CONTRIBUTING's order of imports lacks {module}"
        return places[prefix], prefix

    own = sorted(set(imports()) - {"traceleft", "traceleft.__main__"})
    assert {place(module)[1] for module in own} == set(places)
    upwards = [
        f"{module} imports {each}"
        for module in own
        for each in imports()[module]
        if each in own and place(each)[0] > place(module)[0]
    ]
    assert upwards == []


def test_the_generator_runs_before_anything_is_built():
    found = reachable("traceleft.generate")
    assert "traceleft.generate.render" in found and "traceleft._core" not in found


@pytest.mark.skipif(sys.version_info < (3, 10), reason="Python 3.9 doesn't tell which modules are its own")
def test_the_generator_needs_jinja2_alone():
    names = {name.split(".")[0] for name in reachable("traceleft.generate")}
    assert names - set(sys.stdlib_module_names) - {"traceleft", "tomli", "tomllib"} == {"jinja2"}


def test_outputs_know_no_tracer():
    found = reachable("traceleft.outputs")
    assert "traceleft.stats" in found
    assert below(found, "tracer", "kernel_side", "fanout", "telemetry") == set()


def test_nothing_imports_the_command_line():
    others = {name: found for name, found in imports().items() if not below({name}, "cli")}
    importing = {name for name, found in others.items() if below(set(found), "cli")}
    assert importing == {"traceleft.__main__"}
