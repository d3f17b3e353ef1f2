# SPDX-License-Identifier: MIT
"""The kernel's functions: what its BTF says of them, as entries of the schema."""

from __future__ import annotations

import contextlib
import fnmatch
import functools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from traceleft.errors import UsageError

if TYPE_CHECKING:
    from traceleft._core import KernelValue

_PREFIX = "func:"
_ENTRY = ":entry"
_RESULT = "ret"
# Of bpf/include/traceleft/event.h: FUNCTION_NUMBERS, EVENT_SYSCALL_LEN without the NUL, KEPT_TEXTS, KEPT_TEXT_SIZE,
# and FUNCTION_ARGUMENTS.
_NUMBERS = 2_000_000
_LONGEST_NAME = 63
_TEXTS = 4
_TEXT_SIZE = 256
_WORD = 8
_ARGUMENTS = 12
_PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def is_function(name: str) -> bool:
    """Whether a source is named as one: func:vfs_read, func:vfs_read:entry."""
    return name.startswith(_PREFIX)


def is_pair(name: str) -> bool:
    """Whether its event is of its entry and its return."""
    return not name.endswith(_ENTRY)


def symbol(name: str) -> str:
    """The function's own name."""
    return name.removeprefix(_PREFIX).removesuffix(_ENTRY)


@functools.cache
def names() -> tuple[str, ...]:
    """All that can be traced, as far as the kernel's lists tell, sorted. Raises KernelError."""
    from traceleft import _core

    return tuple(
        f"{_PREFIX}{name}"
        for name in _core.kernel_functions()
        if _PLAIN.fullmatch(name) and len(_PREFIX) + len(name) + len(_ENTRY) <= _LONGEST_NAME
    )


def matching(name: str) -> list[str]:
    """The functions that a name or a pattern stands for. Raises UsageError where there is none, KernelError."""
    from traceleft import _core

    function, suffix = symbol(name), "" if is_pair(name) else _ENTRY
    if any(mark in function for mark in "*?["):
        found = [f"{each}{suffix}" for each in fnmatch.filter(names(), f"{_PREFIX}{function}")]
        if not found:
            raise UsageError(f"no function of the kernel that can be traced matches {name!r}")
        return found
    _core.kernel_function(function)
    if len(name) > _LONGEST_NAME:
        raise UsageError(f"{name} can't be traced: its name is longer than {_LONGEST_NAME} bytes")
    return [name]


def clones(name: str) -> list[str]:
    """What the compiler made of a function beside itself, such as vfs_rmdir.part.0, sorted: callers in its own source
    file may call these instead, which its hook doesn't see."""
    from traceleft import _core

    return _core.kernel_function_clones(symbol(name))


def unseen_calls(wanted: Iterable[str]) -> str:
    """A sentence about those of some sources that have clones; empty where none has."""
    found = [name for name in wanted if is_function(name) and clones(name)]
    if not found:
        return ""
    first = found[0]
    others = f", and {len(found) - 1} other functions have such, too" if len(found) > 1 else ""
    return (
        f"calls of {first} from its own source file may be missed: the compiler let them call "
        f"{', '.join(clones(first))} instead{others}"
    )


def members(name: str, paths: Iterable[str]) -> list[str]:
    """Those of some chains of names, such as sk.__sk_common.skc_dport, that begin at an argument of a function, or at
    its result."""
    from traceleft import _core

    function = _core.kernel_function(symbol(name))
    roots = {parameter for parameter, _ in function.parameters} | {_RESULT}
    return [path for path in dict.fromkeys(paths) if "." in path and path.partition(".")[0] in roots]


class _Entry:
    """An entry that is being made."""

    def __init__(self, name: str) -> None:
        from traceleft import _core

        self.name = name
        self.function = _core.kernel_function(symbol(name))
        if len(self.function.parameters) > _ARGUMENTS:
            raise UsageError(f"{name} can't be traced: it has more than {_ARGUMENTS} arguments")
        self.flags: dict[str, Any] = {}
        self.args: list[dict[str, Any]] = []
        self._number = _NUMBERS + 2 * self.function.id + (not is_pair(name))

    def all(self, paths: Iterable[str]) -> dict[str, Any]:
        for place, (parameter, value) in enumerate(self.function.parameters):
            self._add(parameter, value, place, [0])
        for path in members(self.name, paths):
            self._add_member(path)
        result = self.function.result
        returns = {"kind": "pointer", "size": _WORD} if result.kind == "string" else self._value(_RESULT, result)
        return {
            "nr": self._number,
            "tracepoint": None,
            "symbol": symbol(self.name),
            "side": "exit",
            "pair": is_pair(self.name),
            "returns": returns,
            "args": self.args,
        }

    def _add_member(self, path: str) -> None:
        from traceleft import _core

        root = path.partition(".")[0]
        places = [parameter for parameter, _ in self.function.parameters]
        of_result = root not in places
        if of_result and not is_pair(self.name):
            raise UsageError(f"{self.name}: {path} is not known yet when the function is entered")
        value, steps = _core.kernel_member(symbol(self.name), path)
        self._add(path, value, len(places) if of_result else places.index(root), steps, member=True)
        if of_result:
            self.args[-1]["record"]["result"] = True

    def _add(self, name: str, value: KernelValue, place: int, steps: list[int], *, member: bool = False) -> None:
        record: dict[str, Any] = {"offset": _WORD * place, "size": value.size}
        kind = value.kind
        if kind == "string" and sum(each["kind"] in ("string", "buffer") for each in self.args) == _TEXTS:
            kind, steps = "pointer", steps[:-1]
        if member or kind == "string":
            record.update(at="member", steps=steps)
        argument: dict[str, Any] = {"name": name, "type": value.type, "record": record}
        if kind in ("string", "buffer"):
            record["size"] = min(value.size, _TEXT_SIZE) if kind == "buffer" or "[" in value.type else _TEXT_SIZE
            self.args.append({**argument, "kind": kind})
            return
        self.args.append({**argument, **self._value(name, value), "kind": kind})

    def _value(self, name: str, value: KernelValue) -> dict[str, Any]:
        described: dict[str, Any] = {"kind": value.kind, "size": value.size}
        if value.bit_width:
            described["bit"] = [value.bit_shift, value.bit_width]
        if value.names:
            chosen: dict[int, str] = {}
            for constant, number in value.names:
                chosen.setdefault(number, constant)
            described["flags"] = f"function_{self._number}_{name.replace('.', '_')}"[:_LONGEST_NAME]
            self.flags[described["flags"]] = {
                "mask": (1 << 64) - 1,
                "choices": [[constant, number] for number, constant in chosen.items()],
                "bits": [],
            }
        return described


def entry(name: str, paths: Iterable[str] = ()) -> tuple[dict[str, Any], dict[str, Any]]:
    """A function's entry in the schema, and its sets of names.

    Args:
        name: func:vfs_read, or func:vfs_read:entry.
        paths: members that are to be fields, too: those that begin at its arguments, or at `ret`.

    Raises UsageError for one that can't be traced and for an unknown member, KernelError.
    """
    made = _Entry(name)
    return made.all(paths), made.flags


def entries(wanted: Iterable[str], paths: Iterable[str]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Those of several: of these not each need have the members, nor be such that it can be traced. Raises UsageError
    where none is."""
    chosen, ways = list(wanted), list(paths)
    alone = len(chosen) == 1
    refusal: UsageError | None = None
    found = False
    for name in chosen:
        own = ways if alone else [path for path in ways if _has(name, path)]
        try:
            yield (name, *entry(name, own))
            found = True
        except UsageError as error:
            refusal = error
    if refusal and not found:
        raise refusal


def _has(name: str, path: str) -> bool:
    from traceleft import _core

    with contextlib.suppress(UsageError):
        return bool(members(name, [path])) and bool(_core.kernel_member(symbol(name), path))
    return False
