"""From the spec and the templates to the text of every generated file."""

from __future__ import annotations

from pathlib import Path

import jinja2

from .errors import GenerateError
from .spec import Spec

HANDLER = "battery/generated/handle_syscall_{}.bpf.c"

# Which template makes which file of the whole spec. A handler is made of one syscall.
_ARTEFACTS = {
    "event_structs.h.j2": "battery/generated/event_structs.h",
    "schema.json.j2": "battery/generated/schema.json",
    "trace_syscalls.bpf.c.j2": "bpf/generated/trace_syscalls.bpf.c",
}


def render(spec: Spec, templates: Path) -> dict[str, str]:
    """The generated files' texts by path below the checkout. Raises GenerateError for a broken template."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

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
    return dict(sorted(files.items()))
