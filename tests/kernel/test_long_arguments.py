# SPDX-License-Identifier: MIT
"""Strings longer than an event holds: a program's arguments, and text that is no path."""

from __future__ import annotations

import errno
import os

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Victim, memory, space, string

LONGEST = 4096
LONGEST_ARGUMENT = 131_071
"""include/uapi/linux/binfmts.h: MAX_ARG_STRLEN, without the NUL."""

LENGTHS = [
    [5000],
    [4095, 4096, 4097, 4098],
    [8192, 8193, 8194, 8195],  # where the second piece of what is skipped ends
    [100_000],
    [LONGEST_ARGUMENT, 3, 5000, 0],
]


@pytest.mark.any_backend
@pytest.mark.each_kernel
@pytest.mark.parametrize("lengths", LENGTHS, ids=str)
@pytest.mark.parametrize("path", ["/bin/true", "/no/where"])
def test_arguments_of_a_program(backend: str, lengths: list[int], path: str) -> None:
    """Each is one argument, and what follows is still seen. A failing call has them elsewhere."""
    arguments = ["first", *(chr(ord("a") + index) * length for index, length in enumerate(lengths)), "after"]
    go, told = os.pipe()
    child = os.fork()
    if not child:
        os.close(told)
        os.read(go, 1)
        try:
            os.execve(path, arguments, {"NAME": "value"})
        finally:
            os._exit(0)
    os.close(go)
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("execve", pids=[child])
        os.close(told)  # its read ends
        os.waitpid(child, 0)
        [event] = lab.finished(tracer)
    assert event.ret == (0 if path == "/bin/true" else -errno.ENOENT)
    assert [len(each) for each in event["argv"]] == [min(len(each), LONGEST) for each in arguments]
    assert event["argv"] == [each[:LONGEST] for each in arguments]
    assert event.capture_status("argv") == ("truncated" if max(lengths) > LONGEST else "ok")


SESSION_KEYRING = -3
KEYCTL_JOIN_SESSION_KEYRING, PR_SET_NAME = 1, 15
LONG = "x" * 200
LIMIT = 40
TEXTS = [
    # call, its arguments, and which are text
    ("memfd_create", [string(LONG), 0], ["uname"]),
    (
        "add_key",
        [string(LONG), string(LONG), string("payload"), 7, SESSION_KEYRING],
        ["_type", "_description"],
    ),
    ("request_key", [string(LONG), string(LONG), string(LONG), 0], ["_type", "_description", "_callout_info"]),
    ("fsopen", [string(LONG), 0], ["_fs_name"]),
    ("mount", [string("none"), string("/no/where"), string(LONG), 0, string(LONG)], ["type", "data"]),
    ("setxattr", [string("/no/where"), string(LONG), string("value"), 5, 0], ["name"]),
    ("getxattr", [string("/no/where"), string(LONG), space(8), 8], ["name"]),
    ("removexattr", [string("/no/where"), string(LONG)], ["name"]),
    ("keyctl", [KEYCTL_JOIN_SESSION_KEYRING, string(LONG), 0, 0, 0], ["arg2"]),
    ("prctl", [PR_SET_NAME, string(LONG), 0, 0, 0], ["arg2"]),
    ("delete_module", [string(LONG), 0], ["name_user"]),
    ("finit_module", [-1, string(LONG), 0], ["uargs"]),
]
"""Siblings with the same meaning: fsconfig's key and value, init_module, keyctl's other commands, PR_SET_VMA, and the
l, f and at forms of the calls for extended attributes."""


@pytest.mark.any_backend
def test_text_is_limited_as_buffers_are(backend: str, victim: Victim) -> None:
    with traceleft.Tracer(backend=backend, buffer_limit=LIMIT) as tracer:
        rows = [row for row in TEXTS if row[0] in tracer.traceable()]
        tracer.attach(sorted({name for name, _, _ in rows}), pids=[victim.pid])
        for name, arguments, _ in rows:
            victim.call(name, *arguments)
        events = lab.finished(tracer)
    assert len(events) == len(rows) >= 10
    for event, (name, _, texts) in zip(events, rows):
        assert event.syscall == name
        assert {event[text] for text in texts} == {LONG[:LIMIT]}, name
        assert {event.capture_status(text) for text in texts} == {"truncated"}, name


@pytest.mark.any_backend
def test_paths_are_whole(backend: str, victim: Victim) -> None:
    path = "/." * 2047
    with traceleft.Tracer(backend=backend, buffer_limit=LIMIT) as tracer:
        tracer.attach(["open", "chdir", "symlink", "mount"], pids=[victim.pid])
        victim.call("open", string(path), os.O_RDONLY, 0)
        victim.call("chdir", string(path))
        victim.call("symlink", string(path), string("/"))
        victim.call("mount", string(path), string(path + "/no/where"), memory(b"x\0"), 0, 0)
        opened, changed, linked, mounted = lab.finished(tracer)
    assert opened["filename"] == changed["filename"] == linked["oldname"] == mounted["dev_name"] == path
