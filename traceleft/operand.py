# SPDX-License-Identifier: MIT
"""The operands of `trace`: [[PROGRAM_ID:]PID[,PID...]:]HANDLER."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from traceleft.errors import UsageError
from traceleft.prototypes import split

_OPERAND = re.compile(r"(?:(?:(?P<id>[0-9]+):)?(?P<pids>[0-9]+(?:,[0-9]+)*):)?(?P<handler>.+)", re.DOTALL)
_SOURCE = re.compile(r"(?![0-9]+:)[][\w*?][][\w*?!-]*:[][\w*?!-]+(?::(?:[0-9]+|entry))?", re.ASCII)
USER_FUNCTION, USDT = "uprobe", "usdt"
"""The kinds of probes in user space, as their names begin."""
_USER_PROBE = re.compile(rf"(?:{USER_FUNCTION}|{USDT}):[^:]+:.+", re.DOTALL)
_FORM = "[[PROGRAM_ID:]PID[,PID...]:]HANDLER"

MAX_PID = 4_194_304
"""include/linux/threads.h: PID_MAX_LIMIT on 64-bit kernels."""
MAX_PROGRAM_ID = 2**64 - 1


@dataclass(frozen=True)
class Operand:
    """One handler, and the processes that it is for."""

    handler: str
    pids: tuple[int, ...] = ()
    """Empty: the default handler; with a command, that command."""
    program_id: int = 0


def parse_operand(text: str) -> Operand:
    """Raises UsageError, saying which part is wrong."""
    match = _OPERAND.fullmatch(text)
    if match is None:
        raise UsageError(f"{text!r} is no operand; its form is {_FORM}")
    handler = match["handler"]
    # A colon is left over where what precedes it is no PID; a file may have one in its name all the same.
    plain = ",".join(each for each in split(handler) if not is_source(each))
    if ":" in plain and not os.path.exists(handler):  # noqa: PTH110 (Path's raises for a name that is too long)
        wrong, rest = plain.split(":", 1)
        if not rest:
            raise UsageError(f"{text!r} names no handler; its form is {_FORM}")
        if re.fullmatch("[0-9]+(,[0-9]+)*", wrong):
            raise UsageError(f"{text!r}: only a program id and PIDs can precede the handler; the form is {_FORM}")
        raise UsageError(f"{text!r}: {wrong!r} is not a PID; the form is {_FORM}")
    pids = dict.fromkeys(_number(pid) for pid in match["pids"].split(",")) if match["pids"] else {}
    for pid in pids:
        if not 0 < pid <= MAX_PID:
            raise UsageError(f"{text!r}: {pid} can't be a PID; they go from 1 to {MAX_PID}")
    program_id = _number(match["id"] or "0")
    if program_id > MAX_PROGRAM_ID:
        raise UsageError(f"{text!r}: a program id is at most {MAX_PROGRAM_ID}")
    return Operand(handler, tuple(pids), program_id)


def parse_operands(texts: Iterable[str]) -> list[Operand]:
    """Those of several words, of which each may name several handlers: "openat,read", "1234:openat,read"."""
    return [
        dataclasses.replace(operand, handler=handler)
        for operand in map(parse_operand, texts)
        for handler in split_handlers(operand.handler)
    ]


def is_source(handler: str) -> bool:
    """Whether a handler is named as a kernel tracepoint is, SUBSYSTEM:EVENT, or as several are, or as a sampler or a
    function is. A number before a colon is a process."""
    return _SOURCE.fullmatch(handler) is not None or _USER_PROBE.fullmatch(handler) is not None


def is_user_probe(name: str) -> bool:
    """Whether a source is named as a probe in user space: uprobe:FILE:FUNCTION, usdt:FILE:PROVIDER:NAME."""
    return name.startswith((f"{USER_FUNCTION}:", f"{USDT}:"))


def is_file(handler: str) -> bool:
    """Whether a handler is named as a file is, with a slash or a suffix. As in a shell, a bare word is never looked for
    in the working directory, where others may have put it."""
    looks_so = os.sep in handler or bool(Path(handler).suffix)
    return looks_so and not any(_USER_PROBE.fullmatch(each) for each in split(handler))


def split_handlers(handlers: str) -> list[str]:
    """The handlers that one word names, with commas between them. A file may have a comma in its name.

    Raises UsageError for one without a name.
    """
    if is_file(handlers) and os.path.exists(handlers):  # noqa: PTH110 (Path's raises for a name that is too long)
        return [handlers]
    parts = split(handlers)
    if not all(parts):
        raise UsageError(f"{handlers!r}: a handler is missing beside a comma")
    return parts


def process_ids(pids: Iterable[int]) -> tuple[int, ...]:
    """Raises UsageError for what is no sequence of numbers of processes."""
    given = tuple(pids) if isinstance(pids, Iterable) and not isinstance(pids, (str, bytes)) else None
    if given is None or not all(isinstance(pid, int) for pid in given):
        raise UsageError(f"pids are numbers in a list, such as [1234], not {pids!r}")
    for pid in given:
        if not 0 < pid <= MAX_PID:
            raise UsageError(f"{pid} can't be a PID; they go from 1 to {MAX_PID}")
    return given


def _number(digits: str) -> int:
    # int() refuses thousands of digits; anything above the limits is refused alike.
    return int(digits[:30])
