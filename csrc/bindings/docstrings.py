# SPDX-License-Identifier: MIT
"""Writes docstrings.h and row_fields.h: the docs of _core.pyi, and the fields of its NamedTuples.

Usage: docstrings.py PYI DIRECTORY. Run by the build, so that the .pyi is the only place where either is written.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path


def docstrings(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Dotted name and docstring of everything that has one."""
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            yield node.name, ast.get_docstring(node, clean=False) or ""
        if isinstance(node, ast.ClassDef):
            for member in node.body:
                if isinstance(member, ast.FunctionDef):
                    yield f"{node.name}.{member.name}", ast.get_docstring(member, clean=False) or ""


def named_tuples(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """Name and fields of each."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "NamedTuple" for base in node.bases):
            yield node.name, [ast.unparse(member.target) for member in node.body if isinstance(member, ast.AnnAssign)]


def main(pyi: str, directory: str) -> None:
    tree = ast.parse(Path(pyi).read_text(encoding="utf-8"))
    docs = [(name, inspect.cleandoc(text)) for name, text in docstrings(tree) if text]
    lines = [f'    {{"{name}", R"doc({text})doc"}},\n' for name, text in docs]
    Path(directory, "docstrings.h").write_text("".join(lines), encoding="utf-8")
    lines = []
    for name, fields in named_tuples(tree):
        members = "".join(f'{{"{field}", nullptr}}, ' for field in fields) + "{nullptr, nullptr}"
        lines.append(f'    {{"traceleft._core.{name}", {len(fields)}, {{{members}}}}},\n')
    Path(directory, "row_fields.h").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
