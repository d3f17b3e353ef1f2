# SPDX-License-Identifier: MIT
"""The kernel tests, which two guests share; the results of their parts, and the page with them."""

from __future__ import annotations

import json
import os
import shutil
import xml.etree.ElementTree as xml
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import kernels
from kernels import ROOT, Kernel, LabError

BACKENDS = ("raw_tp", "tracepoint", "fentry", "kprobe")
REST = "rest"
"""The tests that run under no backend in particular."""
PARTS = (*BACKENDS, REST)
TESTS_FAILED = 1
"""pytest's status."""
GUESTS = 2
"""Guests of each kernel. A guest uses one core; it takes from the tests that are left when it is done with some."""
RESULTS = kernels.CACHE / "results"
TEMPLATES = ROOT / "templates"


@dataclass
class Result:
    """The result of a part of the tests on a kernel."""

    kernel: str
    release: str
    part: str
    status: int
    """pytest's, or 125 where the guest died."""
    seconds: float = 0
    """The time of its tests, without that of shared fixtures."""
    passed: int = 0
    failed: list[str] = field(default_factory=list)
    """Names of tests, a line each."""
    skipped: list[str] = field(default_factory=list)
    """The tests that were skipped, with the reason."""
    facts: dict[str, str] = field(default_factory=dict)
    """Facts that the tests learned of the kernel: tests/kernel/conftest.py."""

    def __str__(self) -> str:
        counts = {"passed": self.passed, "failed": len(self.failed), "skipped": len(self.skipped)}
        said = ", ".join(f"{number} {what}" for what, number in counts.items() if number) or "no test ran"
        if self.status not in (0, TESTS_FAILED):
            said += f" (status {self.status})"
        return f"{said}, {self.seconds:.0f} s"


def wanted_parts() -> Sequence[str]:
    """The parts that the environment asks for."""
    variable = "TRACELEFT_TEST_BACKENDS"
    wanted = os.environ[variable].split(",") if os.environ.get(variable) else list(PARTS)
    for part in wanted:
        if part not in PARTS:
            raise LabError(f"{variable} says {part}: choose from {', '.join(PARTS)}")
    return [part for part in PARTS if part in wanted]


def report(kernel: Kernel, guest: int) -> Path:
    """pytest's report of what ran in a guest."""
    return RESULTS / f"{kernel.name}-{guest}.xml"


def queue(kernel: Kernel) -> Path:
    """The folder in which a guest notes the tests that it takes."""
    return RESULTS / f"{kernel.name}-queue"


def prepare(kernel: Kernel) -> None:
    """Leaves nothing of an earlier run."""
    for guest in range(GUESTS):
        report(kernel, guest).unlink(missing_ok=True)
    if queue(kernel).exists():
        shutil.rmtree(queue(kernel))
    queue(kernel).mkdir(parents=True)


def command(kernel: Kernel, guest: int, parts: Sequence[str]) -> list[str]:
    backends = [part for part in parts if part != REST]
    if not backends:
        chosen = ["-m", "not backend"]
    elif REST not in parts:
        chosen = ["-m", "backend"]
    else:
        chosen = []
    python = os.fspath(ROOT / ".venv" / "bin" / "python")
    return [python, "-m", "pytest", *chosen, "tests/kernel", f"--junitxml={report(kernel, guest)}"]


def environment(kernel: Kernel, parts: Sequence[str]) -> dict[str, str]:
    """The variables that a guest has beside those of all."""
    backends = [part for part in parts if part != REST]
    chosen = {"TRACELEFT_TEST_BACKENDS": ",".join(backends)} if backends else {}
    return {"TRACELEFT_TEST_QUEUE": os.fspath(queue(kernel)), **chosen}


def results(kernel: Kernel, parts: Sequence[str], status: int) -> list[Result]:
    """Reads the results of the parts from all guests' reports, and keeps them for the page.

    Args:
        status: the worst of the guests'. Where one died, tests of any part may not have run.
    """
    roots = read_reports(kernel)
    found = [Result(kernel.name, kernel.release, part, status) for part in parts]
    for made in found:
        for root in roots:
            read_report(made, root)
            if status == TESTS_FAILED and not made.failed:
                made.status = 0  # another part's did
        kept = RESULTS / f"{made.kernel}-{made.part}.json"
        kept.write_text(json.dumps(asdict(made), indent=1) + "\n")
    kernels.give_to_owner(RESULTS)
    return found


def read_reports(kernel: Kernel) -> list[xml.Element]:
    paths = (report(kernel, guest) for guest in range(GUESTS))
    return [xml.parse(path).getroot() for path in paths if path.exists()]


def missing(kernel: Kernel) -> int:
    """The number of tests that none of the guests ran."""
    wanted, ran = 0, set()
    for root in read_reports(kernel):
        for fact in root.iterfind("testsuite/properties/property[@name='tests']"):
            wanted = int(fact.attrib["value"])
        ran |= {(test.attrib["classname"], test.attrib["name"]) for test in root.iter("testcase")}
    return wanted - len(ran)


def read_report(made: Result, report: xml.Element) -> None:
    """Adds a guest's tests of the part."""
    for fact in report.iterfind("testsuite/properties/property"):
        made.facts[fact.attrib["name"]] = fact.attrib["value"]
    # A test whose teardown fails, too, is there twice.
    for test in report.iter("testcase"):
        name = f"{test.attrib['classname'].rpartition('.')[2]}::{test.attrib['name']}"
        backend = test.find("properties/property[@name='backend']")
        if (REST if backend is None else backend.attrib["value"]) != made.part:
            continue
        made.seconds += float(test.attrib["time"])
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
    paths = (RESULTS / f"{kernel}-{part}.json" for kernel in kernels.SUITES for part in PARTS)
    return [Result(**json.loads(path.read_text())) for path in paths if path.exists()]


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
    return environment.get_template("kernels.md.j2").render(kernels=of, backends=BACKENDS, parts=PARTS)
