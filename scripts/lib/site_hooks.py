# SPDX-License-Identifier: MIT
"""A hook of mkdocs: the site's order, the pages that are not in docs/, and links that lead out of it."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parents[2]
INDEX, REFERENCE = "README.md", "python-reference.md"
TOP_PAGES = ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]
ESCAPED_BAR = re.compile(r"`[^`\n]*\\\|[^`\n]*`")
"""In code in a table, which GitHub wants so. Python's Markdown would show the backslash."""
LINK = re.compile(r"\[([^\]]*)\]\(([^)#\s:]+)(#[^)\s]*)?\)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The order is that of the index: a paragraph that ends in a colon begins a section, and an item is a page."""
    sections: dict[str, list[str]] = {}
    for line in (Path(config.docs_dir) / INDEX).read_text().splitlines():
        if heading := re.fullmatch(r"(\w.*):", line):
            pages = sections[heading[1]] = []
        elif item := re.match(r"- \[\S+\]\((?:\.\./)?(\S+\.md)\)", line):
            pages.append(item[1])
    config.nav = [INDEX, *({title: pages} for title, pages in sections.items()), {"Python reference": REFERENCE}]
    return config


def public_names() -> list[str]:
    """traceleft.__all__, without importing it: functions and classes."""
    for statement in ast.parse((ROOT / "traceleft" / "__init__.py").read_text()).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__":
            return [
                name for name in ast.literal_eval(statement.value) if name not in ("__version__", "events", "flags")
            ]
    raise LookupError("traceleft/__init__.py has no __all__")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for name in TOP_PAGES:
        files.append(File.generated(config, name, content=(ROOT / name).read_text()))
    entries = "".join(f"::: traceleft.{name}\n\n" for name in public_names())
    files.append(File.generated(config, REFERENCE, content=f"# Python reference\n\n{entries}"))
    return files


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    """A link to a page leads there, one to another file to its copy. A folder has no page, nor has
    what describes one: they are only named."""
    docs = Path(config.docs_dir)
    here = ROOT if page.file.src_uri in TOP_PAGES else docs

    def replace(link: re.Match[str]) -> str:
        text, target, anchor = link.groups(default="")
        path = Path(os.path.normpath(here / target))
        if path.is_relative_to(docs):
            uri = path.relative_to(docs).as_posix()
        elif path.parent == ROOT and path.name in TOP_PAGES:
            uri = path.name
        elif path.is_file() and path.suffix != ".md":
            uri = f"files/{path.name}"
            if not files.get_file_from_path(uri):
                files.append(File.generated(config, uri, abs_src_path=str(path)))
        else:
            return text if path.exists() else link[0]
        return f"[{text}]({uri}{anchor})"

    return ESCAPED_BAR.sub(lambda code: code[0].replace(r"\|", "|"), LINK.sub(replace, markdown))
