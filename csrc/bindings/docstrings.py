"""Writes docstrings.h: what _core.pyi says of each class and member, for the extension to say at run time.

Usage: docstrings.py PYI HEADER. Run by the build, so that the .pyi is the only place where the docs are written.
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


def main(pyi: str, header: str) -> None:
    tree = ast.parse(Path(pyi).read_text(encoding="utf-8"))
    rows = [(name, inspect.cleandoc(text)) for name, text in docstrings(tree) if text]
    lines = [f'    {{"{name}", R"doc({text})doc"}},' for name, text in rows]
    Path(header).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
