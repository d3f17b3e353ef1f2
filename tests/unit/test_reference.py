# SPDX-License-Identifier: MIT
"""docs/syscalls.md: every syscall, struct and flag set is on it, and its links lead somewhere."""

from __future__ import annotations

import re

from tests.support import ROOT
from traceleft import battery, words

TEXT = (ROOT / "docs" / "syscalls.md").read_text()
SCHEMA = battery.schema_spec()
HEADINGS = re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)


def section(name: str) -> str:
    return TEXT[TEXT.index(f"\n### {name}\n") :].split("\n### ", 2)[1]


def test_everything_is_there_once():
    expected = [*SCHEMA["syscalls"], *(f"struct {name}" for name in SCHEMA["structs"])]
    expected += [f"flags {name}" for name in SCHEMA["flags"]]
    assert sorted(heading for heading in HEADINGS if heading in set(expected)) == sorted(expected)


def test_links_lead_to_headings():
    anchors = {re.sub(r"[^\w -]", "", heading).replace(" ", "-").lower() for heading in HEADINGS}
    links = set(re.findall(r"\]\(#([^)]+)\)", TEXT))
    assert links - anchors == set()
    assert len(links) > 2


def test_each_syscall_has_its_arguments_in_order():
    for name, call in SCHEMA["syscalls"].items():
        text = section(name)
        assert f"`{words.signature(name, call)}`: number {call['nr']}, " in text
        rows = re.findall(r"^\| (\w+) \| `(.*?)` \|", text, re.MULTILINE)
        assert rows == [(argument["name"], argument["type"]) for argument in call["args"]], name


def test_openat_and_read():
    title = "`openat(int dfd, const char *filename, int flags, umode_t mode)`"
    assert section("openat").splitlines()[2] == f"{title}: number 257, 56 on aarch64; returns file descriptor"
    assert "| filename | `const char *` | string | in, at entry | whole |" in section("openat")
    assert "| flags | `int` | [flags open](#flags-open) |  |  |" in section("openat")
    assert "| buf | `char *` | bytes | out | ret bytes |" in section("read")
    assert "| buf | `const char *` | bytes | in | count bytes |" in section("write")


def test_tables_are_whole():
    """As many cells in each row as in its table's head: no text brings a bar of its own."""
    for table in re.findall(r"(?:^\|.*\n)+", TEXT, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
        assert len(widths) == 1, table
