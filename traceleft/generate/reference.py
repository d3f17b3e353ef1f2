# SPDX-License-Identifier: MIT
"""The reference page's tables for templates/syscalls.md.j2, out of the spec and the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .. import words
from .spec import Argument, Capture, Extent, Spec, Syscall


@dataclass(frozen=True)
class Row:
    """One argument, or one field of a struct."""

    name: str
    type: str
    meaning: str
    direction: str = ""
    captured: str = ""


@dataclass(frozen=True)
class Section:
    """One syscall or struct. `notes` are sentences beneath its table."""

    name: str
    title: str
    facts: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class FlagNames:
    """One flag set."""

    name: str
    choices: tuple[str, ...]
    bits: tuple[str, ...]
    notes: tuple[str, ...]


def context(spec: Spec, schemas: Sequence[Mapping[str, Any]]) -> dict[str, object]:
    """The template's variables: of the first schema, and where the others' differ."""
    schema, *others = schemas
    structs, flags = sorted(schema["structs"].items()), sorted(schema["flags"].items())
    return {
        "sections": [_syscall(syscall, schema, others) for syscall in spec.syscalls],
        "structs": [_struct(name, each, schema["flags"], others) for name, each in structs],
        "flags": [_flags(name, each, others) for name, each in flags],
        "others": [(other["arch"], len(other["syscalls"])) for other in others],
    }


def _syscall(syscall: Syscall, schema: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> Section:
    call = schema["syscalls"][syscall.name]
    captures = {capture.arg: capture for capture in syscall.captures}
    rows = tuple(
        _argument(argument, shape, captures.get(index), syscall, call, schema)
        for index, (argument, shape) in enumerate(zip(syscall.args, call["args"]))
    )
    notes = [
        f"`{argument['name']}`, {call['args'][argument['by']]['name']} being {_list(values)}: {_case(case)}."
        for argument in call["args"]
        for values, case in words.cases(argument, call, schema["flags"])
    ]
    facts = [f"number {syscall.nr}{_other_numbers(syscall.name, others)}"]
    for other in others:
        theirs = other["syscalls"].get(syscall.name)
        if theirs and words.signature(syscall.name, theirs) != words.signature(syscall.name, call):
            notes.append(f"On {other['arch']}: `{words.signature(syscall.name, theirs)}`.")
    facts.append("taken at its entry" if syscall.side == "entry" else f"returns {_meaning(call['returns'])}")
    if syscall.tracepoint is None:
        facts.append("the kernel has no tracepoint for it")
    return Section(syscall.name, words.signature(syscall.name, call), "; ".join(facts), rows, tuple(notes))


def _other_numbers(name: str, others: Sequence[Mapping[str, Any]]) -> str:
    numbers = ((other["arch"], other["syscalls"].get(name)) for other in others)
    return "".join(f", {call['nr']} on {arch}" if call else f", none on {arch}" for arch, call in numbers)


def _argument(
    argument: Argument,
    shape: Mapping[str, Any],
    capture: Capture | None,
    syscall: Syscall,
    call: Mapping[str, Any],
    schema: Mapping[str, Any],
) -> Row:
    meaning = [_meaning(shape), words.condition(shape, call, schema["flags"])]
    if argument.by:
        meaning.append(f"or by {syscall.args[argument.by.arg].name}, see below")
    if argument.why:
        meaning.append(f"not captured: {argument.why}")
    extent = _captured(capture, syscall) if capture else ""
    if argument.environment:
        extent = "their number; whole if asked for"
    direction = "in, at entry" if argument.entered and argument.dir == "in" else argument.dir or ""
    return Row(argument.name, argument.type, "; ".join(each for each in meaning if each), direction, extent)


def _captured(capture: Capture, syscall: Syscall) -> str:
    action = capture.action
    if action.count:
        return f"{_extent(action.count, syscall)} elements"
    if action.extent:
        return f"{_extent(action.extent, syscall)} bytes"
    return "by command" if capture.branches else "whole"


def _extent(extent: Extent, syscall: Syscall) -> str:
    inner = [_extent(each, syscall) for each in extent.of]
    if extent.form == "min":
        return f"min({', '.join(inner)})"
    if extent.form == "add":
        return f"{inner[0]} + {extent.number}"
    if extent.form == "scale":
        divided = f"ceil({inner[0]} / {extent.div})" if extent.div != 1 else inner[0]
        return f"{divided} * {extent.mul}" if extent.mul != 1 else divided
    name = syscall.args[extent.arg].name if syscall.args else ""
    return {"ret": "ret", "arg": name, "at": f"*{name}", "ioc": f"_IOC_SIZE({name})"}.get(
        extent.form, str(extent.number)
    )


def _struct(
    name: str, spec: Mapping[str, Any], flags: Mapping[str, Any], others: Sequence[Mapping[str, Any]]
) -> Section:
    rows = tuple(Row(field["name"], f"{field['offset']}{_bits(field)}", _meaning(field)) for field in spec["fields"])
    notes = [
        f"`{spec['by']}` being {_list(values)}: {_link('struct', struct)}."
        for values, struct in words.variants(spec, flags)
    ]
    notes += [
        f"`{field['name']}`, {spec['fields'][field['by']]['name']} being {_list(values)}: {_case(case)}."
        for field in spec["fields"]
        for values, case in words.field_cases(field, spec, flags)
    ]
    for other in others:
        theirs = other["structs"].get(name)
        if theirs and theirs != spec:
            places = ", ".join(f"{field['name']} at {field['offset']}{_bits(field)}" for field in theirs["fields"])
            notes.append(f"On {other['arch']}, {theirs['size']} bytes: {places}.")
    return Section(name, f"struct {name}", f"{spec['size']} bytes", rows, tuple(notes))


def _bits(field: Mapping[str, Any]) -> str:
    if "bit" not in field:
        return ""
    shift, width = field["bit"]
    return f", bit {shift}" if width == 1 else f", bits {shift} to {shift + width - 1}"


def _flags(name: str, spec: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> FlagNames:
    choices, bits = (tuple(f"`{each}` {value:#x}" for each, value in spec[key]) for key in ("choices", "bits"))
    notes = [f"{_part(part)}." for part in spec.get("parts", ())]
    notes += [f"As `{spec['form']}`."] if "form" in spec else []
    notes += [f"The whole word `{each}` is no set of flags." for each, _ in spec.get("whole", ())]
    notes += [_differences(dict(_values(spec)), other["arch"], other["flags"].get(name)) for other in others]
    return FlagNames(name, choices, bits, tuple(note for note in notes if note))


def _part(part: Mapping[str, Any]) -> str:
    """A part of a word: where it is, and what."""
    shift, mask = part["shift"], part["mask"]
    place = f"`word >> {shift} & {mask:#x}`" if shift else f"`word & {mask:#x}`"
    return f"{place}: {_meaning(part)}" + (f", as `{part['form']}`" if "form" in part else "")


def _values(flags: Mapping[str, Any]) -> list[tuple[str, int]]:
    return [*flags["choices"], *flags["bits"]]


def _differences(values: Mapping[str, int], arch: str, flags: Mapping[str, Any] | None) -> str:
    """A sentence about an architecture's differences; empty where there are none."""
    if not flags:
        return f"Not on {arch}."
    theirs = dict(_values(flags))
    differing = [f"`{name}` {value:#x}" for name, value in theirs.items() if values.get(name) != value]
    missing = [f"no `{name}`" for name in values if name not in theirs]
    return f"On {arch}: {', '.join(differing + missing)}." if differing or missing else ""


def _meaning(value: Mapping[str, Any]) -> str:
    """words.meaning, with links to the appendices."""
    text = words.meaning(value)
    while value["kind"] == "array":
        value = value["of"]
    for kind in ("flags", "struct"):
        if kind in value:
            text = text.replace(f"{kind} {value[kind]}", _link(kind, value[kind]))
    return text


def _case(case: Mapping[str, Any]) -> str:
    return f"{_meaning(case)}, {case['dir']}" if "dir" in case else _meaning(case)


def _link(kind: str, name: str) -> str:
    """The anchor that GitHub makes of a heading: "struct stat" is #struct-stat."""
    return f"[{kind} {name}](#{kind}-{name})"


def _list(values: list[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)
