# SPDX-License-Identifier: MIT
"""Functions and USDT probes of programs and libraries: what ELF files say of them, as entries of the schema."""

from __future__ import annotations

import fnmatch
import functools
import os
import re
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traceleft import libraries, prototypes
from traceleft.errors import UsageError, did_you_mean
from traceleft.operand import USDT, USER_FUNCTION
from traceleft.prototypes import CType, Parameter, Prototype

if TYPE_CHECKING:
    from traceleft._core import ElfProbes

_ENTRY = ":entry"
_USUAL_ARGUMENTS = 6
"""Of a function that nobody has declared: those that x86_64 has registers for."""
_MOST_ARGUMENTS = 12
"""As many as <sys/sdt.h> allows; of functions, too."""
_NUMBERS, _NUMBER_ROOM = 10_000_000, 6_000_000
"""Their numbers are a hash of the name, between those of tracepoints and those of samplers."""
_LONGEST_NAME = 63
"""EVENT_SYSCALL_LEN of bpf/include/traceleft/event.h, without the NUL."""
_TEXT_SIZE = 256
"""KEPT_TEXT_SIZE of that file."""
_WORD = 8
_NO_NAME = re.compile(r"[^\w.+:-]", re.ASCII)
_OFFSET = re.compile(r"(?P<function>\w*)\+(?P<bytes>0x[0-9a-fA-F]{1,15}|[0-9]{1,15})", re.ASCII)
_UNSIGNED_WORD = CType("u64", "uint")

Entry = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where a file is probed, and where its arguments are then."""

    offset: int
    """In the file, bytes."""
    semaphore: int
    """As UsdtPlace has it."""
    operands: tuple[str, ...]


@dataclass(frozen=True)
class Probe:
    """A function, or a USDT probe, as a source of events."""

    kind: str
    file: str
    """Its path."""
    name: str
    """The function's, or PROVIDER:NAME."""
    places: tuple[Place, ...]
    parameters: tuple[Parameter, ...]
    pair: bool
    """Its events are of a function's entry and return together."""
    returns: CType | None = None
    """None where it isn't known."""

    @property
    def fields(self) -> str:
        """The arguments as C declares them."""
        return ", ".join(f"{each.type.text} {each.name}" for each in self.parameters)


_probes: dict[str, Probe] = {}
"""By the names of their events."""


def is_pattern(name: str) -> bool:
    """Whether it stands for several: a declaration has asterisks, too."""
    return not prototypes.is_prototype(name) and any(mark in name for mark in "*?[")


def matching(name: str) -> list[str]:
    """The names of the events of what a name, a declaration or a pattern stands for. Raises UsageError where there is
    none, OSError."""
    kind, short, what = (*name.split(":", 2), "")[:3]
    if not short or not what:
        form = "uprobe:FILE:FUNCTION" if kind == USER_FUNCTION else "usdt:FILE:PROVIDER:NAME"
        raise UsageError(f"{name!r} lacks a part: its form is {form}")
    try:
        path = libraries.find(short)
    except UsageError:
        if name in _probes:  # as its events are called
            return [name]
        raise
    found = _functions(path, what) if kind == USER_FUNCTION else _usdt(path, what)
    return [_named(each) for each in found]


def probe(name: str) -> Probe:
    """The one whose events are called so: matching() has found it."""
    return _probes[name]


def entry(name: str) -> Entry:
    """A probe's entry in the schema, by the name of its events."""
    own = _probes[name]
    args = [_argument(each, place) for place, each in enumerate(own.parameters)]
    if own.returns and own.returns.kind == "string":
        args.append(_argument(Parameter("result", own.returns), len(own.parameters)))
        args[-1]["record"]["result"] = True
    return {
        "nr": _NUMBERS + zlib.crc32(name.encode()) % _NUMBER_ROOM,
        "tracepoint": None,
        "symbol": None,
        "side": "exit",
        "pair": own.pair,
        "returns": _returned(own),
        "args": args,
        "probe": {
            "file": own.file,
            "places": [
                {"offset": each.offset, "semaphore": each.semaphore, "operands": list(each.operands)}
                for each in own.places
            ],
        },
    }


def _returned(own: Probe) -> Entry:
    """Its value as a number: of text the address."""
    type_ = own.returns or CType("long", "int")
    return {"kind": "pointer", "size": _WORD} if type_.kind == "string" else _value(type_)


def _argument(parameter: Parameter, place: int) -> Entry:
    type_ = parameter.type
    record: Entry = {"offset": place * _WORD, "size": type_.size}
    if type_.kind == "string":
        record.update(size=_TEXT_SIZE, at="member", steps=[0])
    return {"name": parameter.name, "type": type_.text, **_value(type_), "record": record}


def _value(type_: CType) -> Entry:
    if type_.kind == "string":
        return {"kind": "string"}
    return {"kind": "unused" if type_.kind == "none" else type_.kind, "size": type_.size}


def _named(own: Probe) -> str:
    """The name of its events, which is that of no other probe: of another file, or one declared in another way."""
    file = Path(own.file).name
    mode = "" if own.pair or own.kind == USDT else _ENTRY
    plain = _NO_NAME.sub("_", f"{own.kind}:{file}:{own.name}")
    room = _LONGEST_NAME - len(mode)
    if len(plain) > room:
        plain = f"{plain[: room - 9]}-{zlib.crc32(plain.encode()):08x}"
    number = 1
    while True:
        suffix = f"-{number}" if number > 1 else ""
        name = f"{plain[: room - len(suffix)]}{suffix}{mode}"
        if _probes.setdefault(name, own) == own:
            return name
        number += 1


@functools.lru_cache(maxsize=32)
def _read(path: str, _version: tuple[int, ...]) -> ElfProbes:
    from traceleft import _core

    return _core.read_elf_probes(os.fsencode(path))


def _file(path: str) -> ElfProbes:
    """What a file has, as it is now."""
    status = Path(path).stat()
    return _read(path, (status.st_dev, status.st_ino, status.st_mtime_ns))


def _functions(path: str, what: str) -> list[Probe]:
    from traceleft import _core

    file = _file(path)
    offsets = {each.name: each.offset for each in file.functions if not each.is_chooser}
    plain = what.removesuffix(_ENTRY)
    declared = None
    if plain not in offsets and prototypes.is_prototype(plain):
        declared = prototypes.parse(plain)
        plain = declared.name
    if is_pattern(plain) and plain not in offsets:
        chosen = fnmatch.filter(offsets, plain)
        if not chosen:
            raise UsageError(f"no function of {path} matches {plain!r}{_stripped(file)}")
    else:
        chosen = [plain]
    parameters, returns = _declared(declared, _USUAL_ARGUMENTS)
    operands = _core.function_operands(len(parameters))
    if not operands and parameters:
        raise UsageError(
            "functions can't be probed on this architecture: the registers of their arguments aren't known"
        )
    sized = tuple(
        f"{'-' if each.type.kind == 'int' else ''}{each.type.size}{operand[1:]}"
        for each, operand in zip(parameters, operands)
    )
    pair = not what.endswith(_ENTRY)
    if pair:
        _require_return(chosen, path, file)
    whole = Probe(USER_FUNCTION, path, "", (), parameters, pair, returns if pair else None)
    return [
        replace(
            whole,
            name=name,
            pair=pair and "+" not in name,
            places=(Place(_offset(name, path, file, offsets), 0, sized),),
        )
        for name in sorted(chosen)
    ]


def _require_return(names: list[str], path: str, file: ElfProbes) -> None:
    name = next((each for each in names if "+" not in each), None)
    if file.moves_stacks and name:
        raise UsageError(
            f"{path} is a Go program, whose stacks move: a probe at the return of {name} would crash it; write "
            f"{name}{_ENTRY} for its entry alone"
        )


def _offset(name: str, path: str, file: ElfProbes, offsets: dict[str, int]) -> int:
    if name in offsets:
        return offsets[name]
    if match := _OFFSET.fullmatch(name):
        added = int(match["bytes"], 0)
        return added + (_offset(match["function"], path, file, offsets) if match["function"] else 0)
    if any(each.name == name for each in file.functions):
        raise UsageError(
            f"{name} of {path} is chosen among others when a program starts (IFUNC), and none of them is called so: "
            f"look for {name} in `traceleft list 'uprobe:{path}:*{name}*'`{_stripped(file)}"
        )
    hint = did_you_mean(name, offsets) or f"; `traceleft list 'uprobe:{path}:*'` shows those there are"
    raise UsageError(f"{path} has no function {name!r}{hint}{_stripped(file)}")


def _stripped(file: ElfProbes) -> str:
    return " (it is stripped: only functions that other files may call have names)" if file.is_stripped else ""


def _declared(declared: Prototype | None, usual: int) -> tuple[tuple[Parameter, ...], CType | None]:
    if declared is None:
        return tuple(Parameter(f"arg{place}", _UNSIGNED_WORD) for place in range(usual)), None
    if len(declared.parameters) > _MOST_ARGUMENTS:
        raise UsageError(
            f"{declared.name} is declared with more than {_MOST_ARGUMENTS} arguments: leave out the last ones"
        )
    return declared.parameters, declared.returns


def _usdt(path: str, what: str) -> list[Probe]:
    file = _file(path)
    if not file.usdt:
        raise UsageError(f"{path} has no USDT probes: it was built without <sys/sdt.h>")
    places: dict[str, list[Any]] = {}
    for each in file.usdt:
        places.setdefault(f"{each.provider}:{each.name}", []).append(each)
    declared = prototypes.parse(what) if prototypes.is_prototype(what) else None
    name = declared.name if declared else what
    chosen = fnmatch.filter(places, name) if is_pattern(name) else [name]
    if not chosen or (chosen == [name] and name not in places):
        hint = did_you_mean(name, places) or f"; `traceleft list 'usdt:{path}:*'` shows those there are"
        raise UsageError(f"{path} has no USDT probe {name!r}{hint}")
    return [_usdt_probe(path, each, places[each], declared) for each in sorted(chosen)]


def _usdt_probe(path: str, name: str, places: list[Any], declared: Prototype | None) -> Probe:
    from traceleft import _core

    count = min(len(each.operands) for each in places)
    forms = [[_core.operand_form(each.operands[argument]) for each in places] for argument in range(count)]
    readable = [argument for argument in range(count) if all(forms[argument])]
    parameters: tuple[Parameter, ...]
    if declared:
        parameters, _ = _declared(declared, 0)
        lacking = [each.name for place, each in enumerate(parameters) if place not in readable]
        if lacking:
            raise UsageError(
                f"{name} of {path} has no argument for {', '.join(lacking)} that can be read: it has {count}"
            )
        readable = list(range(len(parameters)))
    else:
        parameters = tuple(Parameter(f"arg{argument}", _word(forms[argument][0])) for argument in readable)
    at = tuple(
        Place(each.offset, each.semaphore, tuple(each.operands[argument] for argument in readable)) for each in places
    )
    return Probe(USDT, path, name, at, parameters, pair=False)


def _word(form: tuple[int, bool] | None) -> CType:
    """An argument that a note describes; it is extended to 8 bytes, for it may be smaller at another place."""
    assert form
    size, signed = form
    return CType(f"{'s' if signed else 'u'}{8 * size}", "int" if signed else "uint")
