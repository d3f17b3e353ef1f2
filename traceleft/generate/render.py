"""From the spec and the templates to the text of every generated file."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import jinja2

from . import proto, python_events, reference
from .errors import GenerateError
from .spec import Spec, flat_name

SCHEMA = "battery/generated/schema.json"
HANDLER = "battery/generated/handle_syscall_{}.bpf.c"

# Which template makes which file of the whole spec. A handler is made of one syscall.
_ARTEFACTS = {
    "battery.bpf.c.j2": "bpf/generated/battery.bpf.c",
    "event_structs.h.j2": "battery/generated/event_structs.h",
    "schema.json.j2": SCHEMA,
    "trace_syscalls.bpf.c.j2": "bpf/generated/trace_syscalls.bpf.c",
}
_WIDTH, _TAB = 120, 8  # columns


def render(spec: Spec, templates: Path) -> dict[str, str]:
    """The generated files' texts by path below the checkout. Raises GenerateError for a broken template."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["flat_name"] = flat_name
    environment.filters["wrapped"] = _wrapped
    environment.filters["wrapped_call"] = _wrapped_call

    def fill(template: str, **context: object) -> str:
        try:
            return environment.get_template(template).render(template=template, arch=spec.arch, **context)
        except jinja2.TemplateError as error:
            place = (
                f"{error.name or template}:{error.lineno}"
                if isinstance(error, jinja2.TemplateSyntaxError)
                else template
            )
            raise GenerateError(f"templates/{place}: {error.message}") from None

    files = {path: fill(template, spec=spec) for template, path in _ARTEFACTS.items()}
    for syscall in spec.syscalls:
        files[HANDLER.format(syscall.name)] = fill("handle_syscall.bpf.c.j2", syscall=syscall)
    # These say in other words what the schema says, and are made of nothing else, so that they can't differ from it.
    schema = json.loads(files[SCHEMA])
    files["traceleft/events.py"] = fill("events.py.j2", **python_events.context(schema))
    files["traceleft/proto/traceleft.proto"] = fill("traceleft.proto.j2", **proto.context(schema))
    files["docs/syscalls.md"] = fill("syscalls.md.j2", **reference.context(spec, schema))
    return dict(sorted(files.items()))


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
