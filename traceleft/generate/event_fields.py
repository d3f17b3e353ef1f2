# SPDX-License-Identifier: MIT
"""The table of an event's fields, from which all formats, bindings, stubs, messages and documents are made.

It is Python, since the generator needs it before it reads anything: an argument that is called like a field gets
another name. Where a member lies is another fact: struct event_header of <traceleft/event.h> alone has it, and the
compiler compares the types.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .errors import GenerateError

_PYTHON = {"flag": "bool", "text": "str", "name": "str", "error": "str", "abi": "str"}
_JSON = {
    **{"flag": "true, false", "text": "string", "name": "string", "error": "string", "time": "string"},
    "abi": "string",
    **{"arguments": "object", "registers": "list", "mask": "list", "places": "object", "bytes": "string"},
    **{"pids": "object", "stack": "list"},
}
_VALUES = {
    **{"error": "event_errno(event)", "time": "event.header().timestamp"},
    **{"arguments": "std::nullopt", "registers": "std::nullopt", "places": "std::nullopt"},
}
_ABSENCE = {
    **{
        "returned": "at an entry, and where seccomp stopped the call",
        "failed": "for success",
        "timed": "where it wasn't measured",
    },
    "asked": "where that wasn't asked for",
}


@dataclass(frozen=True)
class EventField:
    """One field."""

    name: str
    """The name in JSON lines, templates, columns and Python; in protobuf too, but for the time."""
    type: str
    """u32, s32, u64, s64: a member of struct event_header of that name. flag, text (which others choose) and name
    (which the schema knows, or others choose): a method of EventView of that name. The rest is each of its own kind."""
    presence: str
    """Which events have it: always, own (of traceleft's own handlers), returned, failed, timed, asked (for), set (it is
    true, or not empty)."""
    number: int
    """The number of protobuf's field; 0: it has none. It never changes."""
    description: str
    """A few words with the unit, and with other fields' names in backticks."""

    @property
    def is_header(self) -> bool:
        """It is in the header; else behind it."""
        return self.type not in ("arguments", "registers", "pids", "stack", "mask", "places", "bytes")

    @property
    def is_attribute(self) -> bool:
        """Event has it in Python."""
        return self.type not in ("time", "mask", "places")

    @property
    def is_rare(self) -> bool:
        """JSON lines have it only where it says something."""
        return self.presence in ("asked", "set")

    @property
    def is_own(self) -> bool:
        """No foreign event has it."""
        return self.presence == "own"

    @property
    def value(self) -> str:
        """The C++ expression for it, of an EventView `event`."""
        if self.type in ("flag", "text", "name", "abi", "pids", "stack", "mask", "bytes"):
            return f"event.{self.name}()"
        return _VALUES.get(self.type, f"event.header().{self.name}")

    @property
    def json(self) -> str:
        """Its type in JSON."""
        return _JSON.get(self.type, "number")

    @property
    def annotation(self) -> str:
        """Its type in Python, where `ret` is a number at an entry too."""
        optional = self.presence in ("own", "failed", "timed", "asked") or self.type == "abi"
        return _PYTHON.get(self.type, "int") + (" | None" if optional else "")

    def meaning(self, nothing: str) -> str:
        """The description, and where there is `nothing` instead."""
        absence = _ABSENCE.get(self.presence)
        return f"{self.description}; {nothing} {absence}" if absence else self.description

    @property
    def docstring(self) -> str:
        """The meaning as a sentence of Python's."""
        if self.type == "abi":
            return f"{self.description[0].upper()}{self.description[1:]}; else None.".replace("`", "")
        text = self.meaning("None") if "None" in self.annotation else self.description
        text = text.replace("`", "") + ("; undecodable ones as surrogates" if self.type == "text" else "")
        return f"{text if text.startswith('ns') else text[0].upper() + text[1:]}."


EVENT_FIELDS = (
    EventField("time", "time", "always", 22, 'by the wall clock, UTC: `"2026-11-23T22:18:53.123456789Z"`'),
    EventField(
        *("timestamp", "u64", "always", 1),
        "ns, CLOCK_MONOTONIC, when the handler ran: at the call's exit, or its entry where `is_entry`",
    ),
    EventField("pid", "s64", "always", 2, "the process (tgid), in the initial pid namespace"),
    EventField("tid", "u32", "own", 5, "the thread, in the initial pid namespace"),
    EventField("comm", "text", "always", 11, "the thread's name, at most 15 bytes"),
    EventField("syscall", "name", "always", 4, "the call's name"),
    EventField("nr", "s32", "own", 12, "the call's number on the architecture that it was traced on"),
    EventField("ret", "s64", "returned", 3, "the kernel's return value: -errno on failure"),
    EventField(
        *("error", "error", "failed", 0),
        'the errno\'s name: "ENOENT", the kernel\'s own "ERESTARTSYS", or "E4000" without one',
    ),
    EventField("duration", "u64", "timed", 10, "ns between entry and exit"),
    EventField("cpu", "u32", "own", 6, "the CPU that the handler ran on"),
    EventField("uid", "u32", "own", 7, "real user id, in the initial user namespace"),
    EventField("gid", "u32", "own", 8, "real group id, in the initial user namespace"),
    EventField("cgroup_id", "u64", "own", 9, "the inode of its directory in cgroup v2"),
    EventField("program_id", "u64", "own", 14, "the number that was given with the handler; 0: none"),
    EventField("ns_pid", "u32", "asked", 19, "the process in its own pid namespace, as its getpid() says"),
    EventField("ns_tid", "u32", "asked", 20, "the thread in its own pid namespace, as its gettid() says"),
    EventField("pid_namespace", "u32", "asked", 21, "the inode of its pid namespace, as /proc/PID/ns/pid has it"),
    EventField("is_entry", "flag", "set", 13, "taken when the call was entered: `ret` means nothing yet"),
    EventField(
        *("unfinished", "flag", "set", 25),
        "the call had not returned when somebody looked, at `timestamp`: `--unfinished`",
    ),
    EventField(
        *("stopped_by_seccomp", "flag", "set", 24),
        "a filter stopped the call by a signal, SIGSYS: it was not run, and has no `ret`",
    ),
    EventField("foreign", "flag", "set", 15, "the handler filled only `timestamp`, `pid`, `ret` and `syscall`"),
    EventField(
        *("abi", "abi", "set", 27),
        'the ABI of a call that is not a native one, and whose `nr` so is another: `"i386"`, `"x32"`',
    ),
    EventField("args", "arguments", "always", 0, "the arguments by name, decoded"),
    EventField(
        *("raw_args", "registers", "always", 0),
        "the same as the registers held them, in the call's order: addresses for what is a pointer",
    ),
    EventField("passed", "arguments", "set", 0, "what the call may have overwritten, as it was passed"),
    EventField(
        *("pids", "pids", "set", 0),
        "what the processes, threads and groups are that the call names by their numbers: `--decode-pids`",
    ),
    EventField(
        *("ustack", "stack", "set", 0),
        "the functions of user space that led to it, the innermost first: `--stack`",
    ),
    EventField("kstack", "stack", "set", 0, "the kernel's functions that led to it, likewise: `--kernel-stack`"),
    EventField("truncated", "mask", "set", 17, "arguments behind which there was more memory than was captured"),
    EventField("late", "mask", "set", 26, "arguments that were read only when the call may have overwritten them"),
    EventField("faults", "mask", "set", 32, "arguments whose memory could not be read, or not all of it"),
    EventField("unfilled", "mask", "set", 33, "arguments whose memory was not read, for the call didn't fill it"),
    EventField("undecodable", "places", "set", 0, "the exact bytes of text that is no UTF-8, see below"),
    EventField("extra", "bytes", "set", 16, "a foreign event's bytes behind the four fields that it has"),
)
"""In the order of all formats but protobuf, which has its numbers'."""

FRAMING = frozenset({"magic", "captured", "question"})
"""The members of struct event_header that are no fields; but for flags, as many calls' arguments are called too."""


def header_layout(text: str) -> tuple[tuple[str, str], ...]:
    """The members of struct event_header, of event.h's text, and their types as NumPy writes them. Raises GenerateError
    where a field has no member, or another type."""
    body = re.search(r"^struct event_header \{\n(.*?)^\};", text, re.DOTALL | re.MULTILINE)
    lengths = dict(re.findall(r"^\t(EVENT_\w+_LEN) = (\d+),", text, re.MULTILINE))
    members = re.findall(r"^\t(u16|u32|s32|u64|s64|char) (\w+)(?:\[(\w+)\])?;", body[1] if body else "", re.MULTILINE)
    types = {name: type_ for type_, name, _ in members}
    for field in EVENT_FIELDS:
        if field.type in ("u32", "s32", "u64", "s64") and types.get(field.name) != field.type:
            raise GenerateError(f"bpf/include/traceleft/event.h: struct event_header has no {field.type} {field.name}")
    # NumPy has the records of captured memory too, as capture_records; this is their number.
    names = {"captured": "captures"}
    return tuple(
        (
            names.get(name, name),
            f"S{lengths[length]}" if length else f"<{'u' if type_[0] == 'u' else 'i'}{int(type_[1:]) // 8}",
        )
        for type_, name, length in members
    )
