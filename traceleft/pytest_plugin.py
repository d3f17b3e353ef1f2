# SPDX-License-Identifier: MIT
"""The plugin for pytest: docs/testing.md. It imports nothing else of traceleft before a test asks for it."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from traceleft.testing.calls import Syscalls
    from traceleft.testing.marks import Check
    from traceleft.testing.watch import Watch

_MARKS = {
    "no_network": "no_network(loopback=False): the test fails if it uses a socket that may reach other machines, on "
    "loopback too unless that is allowed (traceleft)",
    "no_subprocess": "no_subprocess: the test fails if it starts a process (traceleft)",
    "only_writes": "only_writes(place, ...): the test fails if it changes a file that is below none of these: paths, "
    "or names of fixtures that are paths, such as 'tmp_path' (traceleft)",
    "max_syscalls": "max_syscalls(name=number, ...): the test fails if it makes more of these calls (traceleft)",
}
_SHOWN_SYSCALLS = 10
_WATCHING = pytest.StashKey["_Watching"]()
_COUNTS = pytest.StashKey["list[tuple[str, int, int]] | str | None"]()
"""Of a test: each syscall, calls and errors; or why they are not known."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("traceleft", "syscalls of tests (traceleft)")
    group.addoption(
        "--syscalls",
        action="append",
        choices=["report", "require"],
        default=[],
        help="report: at the end, print a table of the syscalls of each test. require: a test that needs its syscalls "
        "traced fails where that is not possible, rather than being skipped. Both take root, the capabilities of "
        "traceleft trace, or traceleft serve.",
    )


def pytest_configure(config: pytest.Config) -> None:
    for line in _MARKS.values():
        config.addinivalue_line("markers", line)
    config.stash[_WATCHING] = _Watching(config.getoption("syscalls"))


def pytest_unconfigure(config: pytest.Config) -> None:
    if watching := config.stash.get(_WATCHING, None):
        watching.close()


class _Watching:
    """The session's one watch of its own process, from the first test that needs it on."""

    def __init__(self, options: Sequence[str]) -> None:
        self.report = "report" in options
        self._required = "require" in options
        self._watch: Watch | None = None
        self.failure = ""
        """Why it isn't possible; empty where it is, or nobody asked."""

    def require(self) -> Watch:
        """Begins, if that was not done. Skips the test where it can't be, or fails it."""
        if watch := self.start():
            return watch
        if self._required:
            pytest.fail(self.failure, pytrace=False)
        pytest.skip(self.failure)

    def start(self) -> Watch | None:
        """None where it isn't possible."""
        if self._watch is None and not self.failure:
            from traceleft.errors import TraceleftError
            from traceleft.testing.watch import Watch

            try:
                self._watch = Watch()
            except (TraceleftError, OSError) as error:
                self.failure = f"syscalls can't be traced here: {error}"
        return self._watch

    def close(self) -> None:
        if self._watch:
            self._watch.close()


@pytest.fixture
def syscalls(request: pytest.FixtureRequest) -> Syscalls:
    """The system calls that the test's function has made so far: docs/testing.md of traceleft."""
    watch = request.config.stash[_WATCHING].require()
    from traceleft.testing.calls import Syscalls

    return Syscalls(watch)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Ahead of fixtures, which may take their time."""
    if any(map(item.get_closest_marker, _MARKS)):
        item.config.stash[_WATCHING].require()


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Innermost, so that there is little more between both halves than the test's function."""
    watching = item.config.stash[_WATCHING]
    marked = any(map(item.get_closest_marker, _MARKS))
    fixtures = getattr(item, "fixturenames", ())
    if not (marked or watching.report or "syscalls" in fixtures):
        return (yield)
    watch = watching.start()
    if watch is None:  # only a report wanted it
        item.stash[_COUNTS] = watching.failure
        return (yield)
    from traceleft.errors import TraceleftError
    from traceleft.testing import marks
    from traceleft.testing.calls import Syscalls

    checks = list(_checks(item))
    wrong: list[str] = []
    try:
        watch.begin()
    except TraceleftError as error:
        pytest.fail(str(error), pytrace=False)
    try:
        result = yield
    finally:
        passed = sys.exc_info()[0] is None
        try:
            with Syscalls(watch).log() as log:
                item.stash[_COUNTS] = log.counts() if watching.report else None
                wrong = marks.violations(log, checks) if passed else []
                if "syscalls" in fixtures and not passed:
                    item.add_report_section("call", "syscalls", str(log.those(lambda event: True)))
        except TraceleftError as error:
            item.stash[_COUNTS] = str(error)
            wrong = [str(error)] if checks else []
        if wrong and passed:
            pytest.fail("\n\n".join(wrong), pytrace=False)
    return result


def _checks(item: pytest.Item) -> Iterator[Check]:
    """What its marks forbid. Fails the test for a mark that makes no sense."""
    found = {name: list(item.iter_markers(name)) for name in _MARKS}  # the closest first
    if not any(found.values()):
        return
    from traceleft.testing import marks

    for mark in found["no_network"][:1]:
        if mark.args or not mark.kwargs.keys() <= {"loopback"}:
            pytest.fail("no_network takes no arguments but loopback=True", pytrace=False)
        yield functools.partial(marks.no_network, **mark.kwargs)
    for mark in found["no_subprocess"][:1]:
        if mark.args or mark.kwargs:
            pytest.fail("no_subprocess takes no arguments", pytrace=False)
        yield marks.no_subprocess
    if found["only_writes"]:
        places = [_place(item, place) for place in found["only_writes"][0].args]
        if not places:
            pytest.fail("only_writes names no place: write only_writes('tmp_path')", pytrace=False)
        yield functools.partial(marks.only_writes, allowed=places)
    if found["max_syscalls"]:
        limits = {name: limit for mark in reversed(found["max_syscalls"]) for name, limit in mark.kwargs.items()}
        if not limits:
            pytest.fail("max_syscalls names no syscall: write max_syscalls(openat=10)", pytrace=False)
        yield functools.partial(marks.max_syscalls, limits=limits)


def _place(item: pytest.Item, place: str | os.PathLike[str]) -> str:
    """The path that an argument of only_writes stands for."""
    fixtures: dict[str, Any] = getattr(item, "funcargs", {})
    path = os.fspath(fixtures[place] if isinstance(place, str) and place in fixtures else place)
    if not path.startswith("/"):
        pytest.fail(
            f"only_writes({path!r}): the test has no fixture of that name, and it is no absolute path", pytrace=False
        )
    return path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call" and item.config.stash[_WATCHING].report:
        # xdist takes it to the process that prints the table.
        vars(report)["traceleft_counts"] = item.stash.get(_COUNTS, None)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not config.stash[_WATCHING].report:
        return
    from traceleft.table import table

    terminalreporter.section("syscalls")
    for reports in terminalreporter.stats.values():
        for report in reports:
            counts = getattr(report, "traceleft_counts", None)
            if counts is None:
                continue
            terminalreporter.write_line(report.nodeid)
            if not counts or isinstance(counts, str):
                terminalreporter.write_line(f"  {counts or 'no calls'}")
                continue
            rows = [(str(calls), str(errors or ""), name) for name, calls, errors in counts[:_SHOWN_SYSCALLS]]
            for line in table(("calls", "errors", "syscall"), rows, numeric=2):
                terminalreporter.write_line(f"  {line}")
            if rest := counts[_SHOWN_SYSCALLS:]:
                calls = sum(each[1] for each in rest)
                terminalreporter.write_line(f"  and {calls} calls of {len(rest)} others")
