# SPDX-License-Identifier: MIT
"""The kernel's sets of constants: syscalls.toml has a use for each, or unused_constants.toml says why not.

A set is what a header defines, by macros or in enums, with one beginning. The headers are read as text, so that a name
that syscalls.toml's own patterns miss is seen.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.support import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

INCLUDE = Path("/usr/include")
FOLDERS = {"linux": "linux", "asm-generic": "asm-generic"}
SMALLEST = 3  # names of a set

_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
_MACRO = re.compile(r"^[ \t]*#[ \t]*define[ \t]+([A-Z][A-Z0-9_]*)[ \t]+(\S.*)$", re.MULTILINE)
_NO_NUMBER = re.compile(r'["{;]|__attribute|struct|\b_IO')
_ENUM = re.compile(r"\benum\b[^{};]*\{([^}]*)\}", re.DOTALL)
_ENUMERATOR = re.compile(r"(?:^|,)\s*(?:#[^\n]*\n\s*)*([A-Z][A-Z0-9_]*)\b")


def names_in(text: str) -> list[str]:
    """A header's macros that look like numbers, and its enumerators."""
    text = _COMMENT.sub(" ", text)
    names = [name for name, body in _MACRO.findall(text) if not _NO_NUMBER.search(body)]
    for body in _ENUM.findall(text):
        names += _ENUMERATOR.findall(body)
    return list(dict.fromkeys(names))


def sets_of(names: list[str]) -> dict[str, set[str]]:
    """Names by their beginning up to the last "_", or where few have that in common, up to an earlier one."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        found[name[: name.rfind("_") + 1]].add(name)
    for prefix in sorted(found, key=len, reverse=True):
        shorter = prefix[: prefix[:-1].rfind("_") + 1]
        if len(found[prefix]) < SMALLEST and shorter:
            found[shorter] |= found.pop(prefix)
    return {prefix: members for prefix, members in found.items() if prefix and len(members) >= SMALLEST}


def used_names() -> set[str]:
    """All that syscalls.toml has a use for, of every architecture."""
    used: set[str] = set()
    for path in sorted((ROOT / "battery/uapi").glob("*.json")):
        constants = json.loads(path.read_text())
        used.update(constants["constants"], constants["ioctls"], *constants["flags"].values())
    return used


def unused_sets(include: Path, used: set[str]) -> dict[str, list[str]]:
    """The sets of which no name has a use, by header."""
    unused = {}
    for folder in FOLDERS:
        for path in sorted((include / folder).glob("*.h")):
            sets = sets_of(names_in(path.read_text("latin-1")))
            found = sorted(prefix for prefix, members in sets.items() if not members & used)
            if found:
                unused[f"{folder}/{path.name}"] = found
    return unused


def reasons() -> list[tuple[str, str, str]]:
    """Why, the header or a glob of headers, and the set or "*"."""
    listed = tomllib.loads((ROOT / "tests/unit/unused_constants.toml").read_text())["unused"]
    rows = []
    for each in listed:
        rows += [(each["why"], header, "*") for header in each.get("headers", ())]
        rows += [(each["why"], header, prefix) for header, sets in each.get("sets", {}).items() for prefix in sets]
    return rows


def unexplained(unused: dict[str, list[str]]) -> list[str]:
    rows = reasons()
    return [
        f"{header}: {prefix}"
        for header, prefixes in unused.items()
        for prefix in prefixes
        if not any(fnmatchcase(header, glob) and known in ("*", prefix) for _, glob, known in rows)
    ]


def test_each_set_of_constants_has_a_use_or_a_reason() -> None:
    if not (INCLUDE / "linux").is_dir():
        pytest.skip("there are no kernel headers in /usr/include: install linux-libc-dev")
    unused = unused_sets(INCLUDE, used_names())
    assert len(unused) > 100, "the headers were not read"
    assert unexplained(unused) == []


def test_a_set_that_has_a_use_needs_no_reason() -> None:
    used = used_names()
    for _, header, prefix in reasons():
        path = INCLUDE / header
        if prefix != "*" and path.is_file():
            members = sets_of(names_in(path.read_text("latin-1"))).get(prefix, set())
            assert not members & used, f"{header}: {prefix} has a use"


def test_every_reason_is_a_sentence_and_given_once() -> None:
    rows = reasons()
    assert len({row[1:] for row in rows}) == len(rows)
    assert all(len(why) > 10 for why, _, _ in rows)


def test_a_new_set_is_seen(tmp_path: Path) -> None:
    """Macros and enumerators, also of a set within one that has a use; but no guards, texts or single numbers."""
    (tmp_path / "linux").mkdir()
    (tmp_path / "asm-generic").mkdir()
    (tmp_path / "linux/new.h").write_text(
        "#ifndef _LINUX_NEW_H\n#define _LINUX_NEW_H\n#define NEW_A 1 /* #define NEW_X 1 */\n#define NEW_B (1 << 1)\n"
        '#define NEW_C NEW_A\n#define OLD_ONE 1\n#define OLD_TWO 2\n#define OLD_THREE 3\n#define TEXT_A "a"\n'
        "enum kind {\n\tOLD_KIND_A,\n\tOLD_KIND_B = 5, // b\n\tOLD_KIND_C\n};\n#endif\n"
    )
    found = unused_sets(tmp_path, {"OLD_ONE"})
    assert found == {"linux/new.h": ["NEW_", "OLD_KIND_"]}
    assert unexplained(found) == ["linux/new.h: NEW_", "linux/new.h: OLD_KIND_"]
