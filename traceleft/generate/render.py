# SPDX-License-Identifier: MIT
"""From the spec and the templates to the text of every generated file."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from . import captures, proto, python_events, reference
from .errors import GenerateError
from .event_fields import EVENT_FIELDS, header_layout
from .spec import BPF_ARCHITECTURES, COMPAT_TARGETS, Spec, Syscall, flat_name

SCHEMA = "battery/generated/{}/schema.json"
HANDLER = "battery/generated/handle_syscall_{}.bpf.c"
_COMPAT_HANDLER = "battery/generated/{}/handle_syscall_{}.bpf.c"
"""Of a call that only such an ABI has."""

# Which template makes which file of the whole spec. A handler is made of one syscall.
_ARTEFACTS = {
    "battery.bpf.c.j2": "bpf/generated/battery.bpf.c",
    "event_structs.h.j2": "battery/generated/event_structs.h",
    "trace_syscalls.bpf.c.j2": "bpf/generated/trace_syscalls.bpf.c",
}
EVENT_HEADER = "bpf/include/traceleft/event.h"
# Which template makes which part of a file that is written by hand: the part is between two lines that name it.
_PARTS = {
    "event_fields.md.j2": "docs/events.md",
    "event_layout.py.j2": "traceleft/typed_event.py",
    "event_properties.py.j2": "traceleft/typed_event.py",
    "event_properties.pyi.j2": "traceleft/_core.pyi",
}
PARTLY_GENERATED = tuple(sorted(set(_PARTS.values())))
_WIDTH, _TAB = 120, 8  # columns


@dataclass(frozen=True)
class Variant:
    """A syscall, as the architectures have it for which the preprocessor's condition `when` is true."""

    when: str
    syscall: Syscall


@dataclass(frozen=True)
class Guarded:
    """Syscalls that the same architectures have: all do, if `when` is empty."""

    when: str
    names: tuple[str, ...]


def render(specs: Sequence[Spec], templates: Path, compat: Sequence[Spec] = ()) -> dict[str, str]:
    """The generated files' texts by path below the checkout. Raises GenerateError for a broken template.

    A file that is not one architecture's describes the first of them, or tells them apart. `compat` are the ABIs that
    the first one's kernels have beside their own.
    """
    fill = _filler(templates, specs[0].arch)
    everything = (*specs, *compat)
    handlers = _handler_paths(specs, compat)
    native = {call.name for spec in specs for call in spec.syscalls}
    whole = {
        "calls": _guarded(everything),
        "native_calls": _guarded(specs),
        "without_arguments": {call.name for spec in specs for call in spec.syscalls if not call.args},
        "compat_calls": sorted({call.name for spec in compat for call in spec.syscalls} - native),
        "events": _variants(specs, _event, _for_all),
        "handlers": handlers,
    }
    files = {path: fill(template, **whole) for template, path in _ARTEFACTS.items()}
    for name, variants in _variants(everything, _handler, _for_bpf).items():
        files[handlers[name]] = fill("handle_syscall.bpf.c.j2", variants=variants)
    for spec in everything:
        beside = compat[0] if compat and spec is specs[0] else None
        files[SCHEMA.format(spec.arch)] = fill(
            "schema.json.j2", spec=spec, compat=beside, numbers=proto.foreign_numbers(specs[0], spec)
        )
    # These say in other words what the schema says, and are made of nothing else, so that they can't differ from it.
    schemas = [json.loads(files[SCHEMA.format(spec.arch)]) for spec in specs]
    # Classes and messages are for all that such an architecture's kernels can record.
    recorded = proto.with_compat(schemas[0], [json.loads(files[SCHEMA.format(spec.arch)]) for spec in compat])
    for other in (*schemas[1:], *(json.loads(files[SCHEMA.format(spec.arch)]) for spec in compat)):
        _check_names(recorded, other)
    files["traceleft/events.py"] = fill("events.py.j2", **python_events.context(recorded))
    files["traceleft/flags.pyi"] = fill("flags.pyi.j2", **python_events.flags_context(schemas[0]))
    files["traceleft/proto/traceleft.proto"] = fill("traceleft.proto.j2", **proto.context(recorded))
    files["docs/syscalls.md"] = fill("syscalls.md.j2", **reference.context(specs[0], schemas))
    files["csrc/event/event_fields.def"] = fill("event_fields.def.j2", fields=EVENT_FIELDS)
    return dict(sorted(files.items()))


def render_parts(texts: Mapping[str, str], event_header: str, templates: Path) -> dict[str, str]:
    """The files that are PARTLY_GENERATED with their parts made anew, out of their texts and that of EVENT_HEADER.

    Raises GenerateError, also where a part has no line before it or behind it.
    """
    fill = _filler(templates, "")
    files = dict(texts)
    context = {
        "fields": EVENT_FIELDS,
        "properties": [field for field in EVENT_FIELDS if field.is_header and field.is_attribute],
        "layout": header_layout(event_header),
    }
    for template, path in _PARTS.items():
        lines = rf"Generated from templates/{template}[^\n]*\n(.*?)[^\n]*End of templates/{template}"
        part = re.search(lines, files[path], re.DOTALL)
        if not part:
            raise GenerateError(f"{path}: no lines tell where the part that templates/{template} makes begins and ends")
        begin, end = part.span(1)
        files[path] = files[path][:begin] + fill(template, **context) + files[path][end:]
    return files


def _filler(templates: Path, arch: str) -> Callable[..., str]:
    """A function of a template's name and its variables."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["flat_name"] = flat_name
    environment.filters["entered_captures"] = lambda syscall: list(filter(captures.is_entered, syscall.captures))
    environment.tests["kept"] = captures.is_kept
    environment.filters["pair_bit"] = lambda index: 1 << index
    environment.filters["wrapped"] = _wrapped
    environment.filters["wrapped_call"] = _wrapped_call

    def fill(template: str, **context: object) -> str:
        try:
            return environment.get_template(template).render(template=template, arch=arch, **context)
        except jinja2.TemplateError as error:
            place = (
                f"{error.name or template}:{error.lineno}"
                if isinstance(error, jinja2.TemplateSyntaxError)
                else template
            )
            raise GenerateError(f"templates/{place}: {error.message}") from None

    return fill


def _check_names(schema: Mapping[str, Any], other: Mapping[str, Any]) -> None:
    """Classes and messages, which are of one architecture, must have a place for all that another one records."""
    for kind, members in (("syscalls", "args"), ("structs", "fields")):
        for name, each in other[kind].items():
            known = {member["name"] for member in schema[kind].get(name, {members: []})[members]}
            for member in each[members]:
                if member["name"] not in known:
                    where = f"{kind}.{name}.{member['name']}"
                    raise GenerateError(f"{where}: {other['arch']} has it, and {schema['arch']} has not")


def _variants(
    specs: Sequence[Spec], shown: Callable[[Syscall], object], condition: Callable[[Sequence[str]], str]
) -> dict[str, list[Variant]]:
    """Each syscall once for every different thing that is shown of it."""
    calls: dict[str, list[tuple[str, Syscall]]] = {}
    for spec in specs:
        for syscall in spec.syscalls:
            calls.setdefault(syscall.name, []).append((spec.arch, syscall))
    variants = {}
    for name, owners in sorted(calls.items()):
        alike: dict[object, list[tuple[str, Syscall]]] = {}
        for arch, syscall in owners:
            alike.setdefault(shown(syscall), []).append((arch, syscall))
        variants[name] = [
            Variant(condition([arch for arch, _ in group]) if len(alike) > 1 else "", group[0][1])
            for group in alike.values()
        ]
    return variants


def _handler(syscall: Syscall) -> object:
    return syscall.side, len(syscall.args), syscall.captures, syscall.executed, syscall.pairs


def _event(syscall: Syscall) -> object:
    return tuple((argument.name, argument.type) for argument in syscall.args), len(syscall.captures)


def _handler_paths(specs: Sequence[Spec], compat: Sequence[Spec]) -> dict[str, str]:
    """The source of each call's handler."""
    paths = {call.name: _COMPAT_HANDLER.format(spec.arch, call.name) for spec in compat for call in spec.syscalls}
    return paths | {call.name: HANDLER.format(call.name) for spec in specs for call in spec.syscalls}


def _guarded(specs: Sequence[Spec]) -> list[Guarded]:
    """All syscalls by name, those together that the same architectures have; first those that all have."""
    owners: dict[str, tuple[str, ...]] = {}
    for spec in specs:
        for syscall in spec.syscalls:
            owners[syscall.name] = (*owners.get(syscall.name, ()), spec.arch)
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, archs in sorted(owners.items(), key=lambda item: (-len(item[1]), item)):
        groups.setdefault(archs, []).append(name)
    return [
        Guarded(_for_bpf(archs) if len(archs) < len(specs) else "", tuple(names)) for archs, names in groups.items()
    ]


def _for_bpf(architectures: Sequence[str]) -> str:
    """The condition under which an object is of one of these."""
    native = [arch for arch in architectures if arch in BPF_ARCHITECTURES]
    compat = [arch for arch in architectures if arch not in BPF_ARCHITECTURES]
    if len(native) == len(BPF_ARCHITECTURES) and not compat:
        return "!defined(TRACELEFT_COMPAT)"
    targets = []
    for target in (BPF_ARCHITECTURES[arch] for arch in native):
        # The object of an ABI is compiled for its architecture, too.
        alone = not any(COMPAT_TARGETS[abi] == target for abi in compat) and target in COMPAT_TARGETS.values()
        targets.append(f"defined(__TARGET_ARCH_{target}){' && !defined(TRACELEFT_COMPAT)' if alone else ''}")
        compat = [abi for abi in compat if COMPAT_TARGETS[abi] != target]
    return " || ".join([*targets, *(f"defined(TRACELEFT_{abi.upper()})" for abi in compat)])


def _for_all(architectures: Sequence[str]) -> str:
    """The same of an architecture, where an object's user may be compiled, too."""
    targets = (f"defined(__TARGET_ARCH_{BPF_ARCHITECTURES[arch]})" for arch in architectures)
    return " || ".join([*targets, *(f"defined(__{arch}__)" for arch in architectures)])


def _wrapped(text: str, indent: int) -> str:
    """The text in lines, broken between words; all but the first, whose indent is there already, are indented."""
    lines = textwrap.wrap(text, _WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return f"\n{' ' * indent}".join(lines)


def _wrapped_call(line: str) -> str:
    """A line of C that is one call, broken between its arguments rather than within one, aligned in kernel style."""
    lines = [line]
    column = len(line[: line.index("(") + 1].expandtabs(_TAB))
    while len(lines[-1].expandtabs(_TAB)) > _WIDTH:
        long = lines[-1]
        room = _WIDTH - len(long.expandtabs(_TAB)) + len(long)
        commas = [match.start() + 1 for match in re.finditer(", ", long[:room])]
        if not commas:
            break
        cut = min(commas, key=lambda comma: (long[:comma].count("(") - long[:comma].count(")"), -comma))
        lines[-1:] = [long[:cut], "\t" * (column // _TAB) + " " * (column % _TAB) + long[cut + 1 :]]
    return "\n".join(lines)
