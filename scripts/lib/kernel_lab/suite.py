"""The kernel tests, in parts that each run in a guest of their own; what came of them, and the page that says so."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as xml
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import kernels
from kernels import ROOT, Kernel, LabError

BACKENDS = ("raw_tp", "tracepoint", "fentry", "kprobe")
ERRORS = "tests/kernel/test_errors.py"
PARTS = {
    **{backend: ["-m", "backend", "tests/kernel"] for backend in BACKENDS},
    # These run under no backend in particular. One file is about half of them.
    "errors": ["-m", "not backend", ERRORS],
    "rest": ["-m", "not backend", "tests/kernel", f"--ignore={ERRORS}"],
}
"""What pytest is told."""
RESULTS = kernels.CACHE / "results"
TEMPLATES = ROOT / "templates"


@dataclass
class Result:
    """What came of a part of the tests on a kernel."""

    kernel: str
    release: str
    part: str
    status: int
    """pytest's, or 125 where the guest died."""
    seconds: float
    passed: int = 0
    failed: list[str] = field(default_factory=list)
    """Names of tests, a line each."""
    skipped: list[str] = field(default_factory=list)
    """With the reason."""
    facts: dict[str, str] = field(default_factory=dict)
    """What the tests learned of the kernel: tests/kernel/conftest.py."""

    def __str__(self) -> str:
        counts = {"passed": self.passed, "failed": len(self.failed), "skipped": len(self.skipped)}
        said = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
        return f"{said or f'no test ran (status {self.status})'}, {self.seconds:.0f} s"


def parts() -> Sequence[str]:
    """Those that the environment asks for."""
    variable = "TRACELEFT_TEST_BACKENDS"
    wanted = os.environ[variable].split(",") if os.environ.get(variable) else list(PARTS)
    for part in wanted:
        if part not in PARTS:
            raise LabError(f"{variable} says {part}: choose from {', '.join(PARTS)}")
    return wanted


def report(kernel: Kernel, part: str) -> Path:
    """Where pytest writes what result() reads; guests share the folder."""
    return RESULTS / f"{kernel.name}-{part}.xml"


def command(kernel: Kernel, part: str) -> list[str]:
    python = os.fspath(ROOT / ".venv" / "bin" / "python")
    return [python, "-m", "pytest", *PARTS[part], f"--junitxml={report(kernel, part)}"]


def environment(part: str) -> dict[str, str]:
    """What a guest's is, beside what all have."""
    return {"TRACELEFT_TEST_BACKENDS": part} if part in BACKENDS else {}


def result(kernel: Kernel, part: str, status: int, seconds: float) -> Result:
    """Reads what a guest has left, and keeps it for the page."""
    made = Result(kernel.name, kernel.release, part, status, seconds)
    path = report(kernel, part)
    if path.exists():
        read_report(made, xml.parse(path).getroot())
    path.with_suffix(".json").write_text(json.dumps(asdict(made), indent=1) + "\n")
    kernels.give_to_owner(RESULTS)
    return made


def read_report(made: Result, report: xml.Element) -> None:
    for fact in report.iterfind("testsuite/properties/property"):
        made.facts[fact.attrib["name"]] = fact.attrib["value"]
    # A test whose teardown fails, too, is there twice.
    for test in report.iter("testcase"):
        name = f"{test.attrib['classname'].rpartition('.')[2]}::{test.attrib['name']}"
        kinds = {child.tag: child.attrib.get("message", "") for child in test}
        if "failure" in kinds or "error" in kinds:
            if name not in made.failed:
                made.failed.append(name)
        elif "skipped" in kinds:
            made.skipped.append(f"{name}: {kinds['skipped']}")
        else:
            made.passed += 1


def kept() -> list[Result]:
    """The last result of each part on each kernel."""
    results = [Result(**json.loads(path.read_text())) for path in RESULTS.glob("*.json")]
    order, parts = list(kernels.SUITES), list(PARTS)
    return sorted(results, key=lambda result: (order.index(result.kernel), parts.index(result.part)))


def page(results: Iterable[Result]) -> str:
    """docs/kernels.md."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    of: dict[str, dict[str, Result]] = {}
    for each in results:
        of.setdefault(each.kernel, {})[each.part] = each
    return environment.get_template("kernels.md.j2").render(kernels=of, backends=BACKENDS, parts=list(PARTS))
