# SPDX-License-Identifier: MIT
"""Keys that send signals: on the terminal of a trace they are the command's, where there is one."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable

import pytest

from tests.support import lab
from tests.support.terminal import CTRL_BACKSLASH, CTRL_C, Terminal, on_terminal
from tests.support.victims import Victim

pytestmark = [pytest.mark.any_backend, pytest.mark.any_kernel]

SUMMARY = re.compile(rb"traceleft: \d+ events, 0 lost, ")
GOES_ON = """
trap 'echo >&2 of the command; cat /nonexistent/dump' QUIT INT
echo ready
until read line; do :; done
cat /nonexistent/later
exit 3
"""


def press(key: bytes) -> Callable[[Terminal], None]:
    return lambda terminal: terminal.press(key)


WAYS = {
    "Ctrl-backslash": press(CTRL_BACKSLASH),
    "Ctrl-C": press(CTRL_C),
}


@pytest.mark.parametrize("ask", WAYS.values(), ids=WAYS)
def test_a_command_that_goes_on(backend: str, ask: Callable[[Terminal], None]) -> None:
    """As a Java or Go program does after its threads' stacks: once for each press, and the trace goes on."""
    with on_terminal(lab.trace_argv(backend, "openat", "--", "sh", "-c", GOES_ON)) as terminal:
        terminal.wait_for(b"ready\r\n")
        for times in (1, 2):
            ask(terminal)
            terminal.wait_for(b'"/nonexistent/dump"', times=times)
        terminal.press(b"\n")
        status = terminal.outcome()
    assert status == 3
    assert terminal.screen.count(b"of the command") == 2
    assert b'"/nonexistent/later"' in terminal.screen and SUMMARY.search(terminal.screen)


@pytest.mark.parametrize(
    ("ask", "number"),
    [(press(CTRL_BACKSLASH), signal.SIGQUIT), (press(CTRL_C), signal.SIGINT)],
    ids=WAYS,
)
def test_a_command_that_it_ends(backend: str, ask: Callable[[Terminal], None], number: int) -> None:
    """Its end is the trace's."""
    script = "ulimit -c 0; echo ready; exec sleep 1000"
    with on_terminal(lab.trace_argv(backend, "openat", "--", "sh", "-c", script)) as terminal:
        terminal.wait_for(b'libc.so.6", ', times=2)  # sleep's own
        ask(terminal)
        status = terminal.outcome()
    assert status == 128 + number
    assert SUMMARY.search(terminal.screen)


@pytest.mark.parametrize("ask", WAYS.values(), ids=WAYS)
def test_without_a_command_the_trace_ends_in_good_order(
    backend: str, victim: Victim, ask: Callable[[Terminal], None]
) -> None:
    with on_terminal(lab.trace_argv(backend, f"{victim.pid}:close")) as terminal:
        lab.wait_until(lambda: victim.call("close", -1) and terminal.shows(b"close("), "an event is shown")
        ask(terminal)
        status = terminal.outcome()
    assert status == 0
    assert SUMMARY.search(terminal.screen)
