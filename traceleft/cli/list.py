# SPDX-License-Identifier: MIT
"""`traceleft list`."""

from __future__ import annotations

import fnmatch
import json
from collections.abc import Mapping, Sequence
from typing import Any

import click

from traceleft import functions, words
from traceleft.errors import UsageError, did_you_mean
from traceleft.operand import is_source
from traceleft.printable import printable

_EPILOG = """\b
Examples:
  traceleft list                       every syscall that can be traced
  traceleft list openat 'rt_sig*'      all about these
  traceleft list --classes             the named sets of syscalls: %file, %network, ...
  traceleft list 'stat*@32'            all about these calls of 32-bit programs
  traceleft list 'sched:*'             the kernel's tracepoints of that subsystem, a line each
  traceleft list sched:sched_switch    all about this one; -v 'sched:*' about each of these
  traceleft list 'func:tcp_*'          the kernel's functions of such names
  traceleft list 'uprobe:c:mem*'       functions of a library or a program that can be probed
  traceleft list 'usdt:python3:*'      its USDT probes
  traceleft list --json openat | jq '.[].args[].name'

\b
--json prints an array with an object for each syscall:
  name, nr, signature
  side        "exit", or "entry" for a call that never returns and is taken when it is entered
  returns     what it returns, as in args
  args        an object for each argument: name, type (C), kind, size (bytes); flags, struct or of (an array's
              element) where the kind needs it; dir (in, out, both) where memory is captured; when (it means
              something only if that argument has a bit of mask), by and cases (its meaning depends on that argument)
  flags       the flag sets of these: name to [[NAME, VALUE], ...], choices (one of) and bits (any of)
  structs     the structs of these: name to size and fields (name, offset, and as in args; by counts fields; linked: a
              pointer whose memory is captured, too); record and align: the field with the length of one of several
"""


@click.command(name="list", epilog=_EPILOG)
@click.argument("names", nargs=-1, metavar="[NAME|PATTERN|%CLASS]...")
@click.option(
    "--sort", type=click.Choice(["name", "nr"]), default="name", show_default=True, help="Sort by name or by number."
)
@click.option("--classes", is_flag=True, help="List the named sets of syscalls instead, as strace has them.")
@click.option("-v", "--verbose", is_flag=True, help="Describe each source that a pattern stands for.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array with an object for each syscall.")
def list_syscalls(names: tuple[str, ...], sort: str, classes: bool, verbose: bool, as_json: bool) -> None:
    """List the syscalls that can be traced, a line each, or describe those that are named. A name with a colon is a
    kernel tracepoint's, or that of another source."""
    from traceleft import battery

    if classes:
        for name, members in battery.classes().items():
            click.echo(f"{name}: {' '.join(members)}")
        return
    spec = battery.schema_spec()
    own_names = tuple(name for name in names if is_source(name))
    if own_names:
        if own_names != names:
            raise UsageError("list syscalls and other sources one after the other")
        click.echo(_sources(names, sort, verbose, as_json))
        return
    for name in names:
        if battery.absence(name):
            raise UsageError(battery.absence(name))
    calls = {name: (name, spec) for name in spec["syscalls"]}
    compat = battery.compat_calls()
    names = tuple(f"{name}{battery.COMPAT_SUFFIX}" if name in compat and name not in calls else name for name in names)
    if compat and any(name.endswith(battery.COMPAT_SUFFIX) for name in names):
        own = battery.compat_schema_spec()
        calls.update({f"{name}{battery.COMPAT_SUFFIX}": (name, own) for name in compat})
    chosen = [calls[name] for name in _chosen(names, calls)]
    if sort == "nr":
        chosen.sort(key=lambda call: call[1]["syscalls"][call[0]]["nr"])
    if as_json:
        click.echo(json.dumps([_object(*call) for call in chosen], indent=2))
    elif names:
        click.echo("\n\n".join(_page(*call) for call in chosen))
    else:
        for name, own in chosen:
            click.echo(_line(name, own["syscalls"][name]))


def _sources(names: tuple[str, ...], sort: str, verbose: bool, as_json: bool) -> str:
    """The sources that these stand for. Raises UsageError, HandlerError, KernelError."""
    from traceleft import battery, sources

    spec = sources.spec({found for name in names for found in sources.matching(name)})
    chosen = sorted(spec["syscalls"])
    if sort == "nr":
        chosen.sort(key=lambda name: int(spec["syscalls"][name]["nr"]))
    if as_json:
        return json.dumps([_object(name, spec) for name in chosen], indent=2)
    if verbose or not any(map(battery.is_pattern, names)):
        return "\n\n".join(_source_page(name, spec) for name in chosen)
    return "\n".join(words.signature(name, spec["syscalls"][name]) for name in chosen)


def _source_page(name: str, spec: Mapping[str, Any]) -> str:
    """All about one source."""
    call = spec["syscalls"][name]
    lines = [name, f"  number   {call['nr']}"]
    if "probe" in call:
        lines += [f"  file     {printable(call['probe']['file'])}", f"  places   {len(call['probe']['places'])}"]
    if call.get("pair"):
        returns = {**call["returns"], "flags": "ret"} if "flags" in call["returns"] else call["returns"]
        lines.append(f"  returns  {'nothing' if returns['kind'] == 'unused' else words.meaning(returns)}")
    if functions.is_function(name) and (clones := functions.clones(name)):
        lines.append(f"  unseen   calls from its own source file that go to {', '.join(clones)} instead")
    named = [each for each in (*call["args"], {**call["returns"], "name": "ret"}) if "flags" in each]
    shown = [{**each, "flags": each["name"]} if each in named else each for each in call["args"]]
    lines += _table([(each["name"], each["type"], words.meaning(each)) for each in shown], "fields")
    for each in named:
        known = [(constant, f"{value:#x}") for constant, value in words.constants(spec["flags"][each["flags"]])]
        lines += _table(known, f"flags {each['name']}")
    return "\n".join(lines)


def _chosen(names: tuple[str, ...], calls: Mapping[str, Any]) -> list[str]:
    """The syscalls that names, classes and patterns stand for, sorted. Raises UsageError for what stands for none."""
    from traceleft import battery

    if not names:
        return sorted(calls)
    chosen: set[str] = set()
    for name in names:
        if name.startswith("%"):
            chosen.update(battery.matching(name))
            continue
        # A pattern for native calls is none for those of 32-bit programs.
        alike = [each for each in calls if ("@" in each) == ("@" in name)]
        found = fnmatch.filter(alike, name)
        if not found:
            hint = did_you_mean(name, calls) or "; `traceleft list` has them all"
            raise UsageError(f"there is no syscall {name!r}{hint}")
        chosen.update(found)
    return sorted(chosen)


def _line(name: str, call: Mapping[str, Any]) -> str:
    return f"{call['nr']:>4}  {words.signature(name, call)}"


def _object(name: str, spec: Mapping[str, Any]) -> dict[str, Any]:
    call = spec["syscalls"][name]
    values = [*call["args"], call["returns"]]
    return {
        "name": name,
        "nr": call["nr"],
        "signature": words.signature(name, call),
        "side": call["side"],
        "returns": call["returns"],
        "args": [{key: value for key, value in each.items() if key != "capture"} for each in call["args"]],
        "flags": {
            each: {key: spec["flags"][each][key] for key in ("choices", "bits")}
            for each in words.flags_of(values, spec["structs"])
        },
        "structs": {each: spec["structs"][each] for each in words.structs_of(values, spec["structs"])},
    }


def _page(name: str, spec: Mapping[str, Any]) -> str:
    """All about one syscall."""
    call = spec["syscalls"][name]
    values = [*call["args"], call["returns"]]
    lines = [words.signature(name, call), f"  number   {call['nr']}"]
    if call["side"] == "entry":
        lines.append("  never returns: taken when it is entered")
    else:
        lines.append(f"  returns  {words.meaning(call['returns'])}")
    lines += _table([_argument(each, call, spec) for each in call["args"]], "arguments")
    for each in call["args"]:
        cases = [(", ".join(named), _case(case)) for named, case in words.cases(each, call, spec["flags"])]
        if cases:
            lines += _table(cases, f"{each['name']}, by {call['args'][each['by']]['name']}")
    for struct in words.structs_of(values, spec["structs"]):
        shape = spec["structs"][struct]
        fields = [(field["name"], words.meaning(field)) for field in shape["fields"]]
        lines += _table(fields, f"struct {struct}, {shape['size']} bytes")
        for field in shape["fields"]:
            cases = [(", ".join(named), _case(case)) for named, case in words.field_cases(field, shape, spec["flags"])]
            if cases:
                lines += _table(cases, f"{field['name']}, by {shape['fields'][field['by']]['name']}")
        by_value = [(", ".join(named), f"struct {inner}") for named, inner in words.variants(shape, spec["flags"])]
        if by_value:
            lines += _table(by_value, f"struct {struct}, by {shape['by']}")
    for flags in words.flags_of(values, spec["structs"]):
        known = [(constant, f"{value:#x}") for constant, value in words.constants(spec["flags"][flags])]
        lines += _table(known, f"flags {flags}")
    return "\n".join(lines)


def _argument(argument: Mapping[str, Any], call: Mapping[str, Any], spec: Mapping[str, Any]) -> tuple[str, ...]:
    notes = [words.meaning(argument), words.direction(argument), words.condition(argument, call, spec["flags"])]
    if "by" in argument:
        notes.append(f"or by {call['args'][argument['by']]['name']}, below")
    return argument["name"], argument["type"], ", ".join(note for note in notes if note)


def _case(case: Mapping[str, Any]) -> str:
    return ", ".join(note for note in (words.meaning(case), words.direction(case)) if note)


def _table(rows: Sequence[Sequence[str]], title: str) -> list[str]:
    """The rows in columns under a title; nothing where there are none. A long first column isn't waited for."""
    if not rows:
        return []
    widths = [max((len(row[i]) for row in rows if len(row[i]) <= 40), default=0) for i in range(len(rows[0]) - 1)]
    lines = ["  ".join([*(cell.ljust(width) for cell, width in zip(row, widths)), row[-1]]) for row in rows]
    return [f"  {title}", *(f"    {line}" for line in lines)]
