# SPDX-License-Identifier: MIT
"""A pytest plugin for runs that share their tests: each takes some from the queue until none is left.

Environment:
    TRACELEFT_TEST_QUEUE    a directory in which each run notes the tests that it takes
"""

from __future__ import annotations

import hashlib
import os
from itertools import chain
from pathlib import Path

import pytest

QUEUE = "TRACELEFT_TEST_QUEUE"


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """The tests of a file under a backend that share a fixture stay together; others are taken one by one."""
    if QUEUE not in os.environ or session.config.option.collectonly or session.testsfailed:
        return None
    queue = Path(os.environ[QUEUE])
    groups: dict[str, list[pytest.Item]] = {}
    for item in session.items:
        groups.setdefault(group_of(item), []).append(item)
    # The large ones come first, so that the runs end at about the same time.
    ordered = sorted(groups, key=lambda name: len(groups[name]), reverse=True)
    items = chain.from_iterable(groups[name] for name in ordered if take(queue / name))
    item = next(items, None)
    while item:
        following = next(items, None)  # pytest must know which fixtures to keep
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
        item = following
    return True


def group_of(item: pytest.Item) -> str:
    assert isinstance(item, pytest.Function)
    definitions = (item._fixtureinfo.name2fixturedefs.get(name, ()) for name in item.fixturenames)
    if all(each.scope in ("function", "session") for found in definitions for each in found):
        return f"{item.path.stem}-{hashlib.sha256(item.nodeid.encode()).hexdigest()[:16]}"
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    return "-".join([item.path.stem, *([parameters["backend"]] if "backend" in parameters else [])])


def take(claim: Path) -> bool:
    """Whether no other run has taken it."""
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
