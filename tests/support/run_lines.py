# SPDX-License-Identifier: MIT
"""A pytest plugin for tests/run.sh: a line for each test on descriptor 3, in the form of the original's tests."""

from __future__ import annotations

import os

import pytest

LINES_FD = 3
VERDICT_COLUMN = 52
"""The original's. The longest line, of a PID above a million, ends before it."""


class Lines:
    """Puts the line of a test together from the reports of its setup, call and teardown."""

    def __init__(self) -> None:
        self._outcomes: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        before = self._outcomes.get(report.nodeid, "passed")
        self._outcomes[report.nodeid] = report.outcome if before == "passed" else before
        if report.when != "teardown":
            return
        name = report.location[2].partition("[")[0]
        pid = dict(report.user_properties).get("pid", "none")
        verdict = self._outcomes.pop(report.nodeid).upper()
        line = f"Running {name} with PID: {pid}".ljust(VERDICT_COLUMN - 1)
        os.write(LINES_FD, f"{line} [{verdict}]\n".encode())


def pytest_configure(config: pytest.Config) -> None:
    os.set_inheritable(LINES_FD, False)
    config.pluginmanager.register(Lines())
