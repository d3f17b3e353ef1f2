# SPDX-License-Identifier: MIT
"""A working directory with modules of somebody else's, for tests that no line of them runs."""

from __future__ import annotations

import sys
from pathlib import Path

THIRD_PARTY = (
    *("click", "duckdb", "google", "grpc", "grpc_tools", "jinja2", "numpy", "opentelemetry", "pandas", "polars"),
    *(
        "prometheus_client",
        "pyarrow",
        "requests",
        "rich",
        "textual",
        "tomli",
        "_core",
        "sitecustomize",
        "usercustomize",
    ),
)
MARKS = ".marks"
OUTPUT = "stranger"
"""A kind of output that a package there adds."""

# Notes that it ran, and is then the module that it stands in for: what comes later must have its chance too.
_MODULE = """\
with open({marks!r}, "a") as marks:
    marks.write(__name__ + "\\n")
import sys
whole = sys.path
sys.path = [each for each in whole if each not in ("", {directory!r})]
sys.modules.pop(__name__, None)
try:
    sys.modules[__name__] = __import__(__name__)
finally:
    sys.path = whole
"""


def fill(directory: Path) -> None:
    """Writes a module of every name that Python or a package of ours might ask for."""
    # Python 3.9 doesn't know the names itself.
    names = getattr(sys, "stdlib_module_names", {"functools", "json", "runpy", "subprocess", "typing"})
    marks = directory / MARKS
    marks.touch()
    marks.chmod(0o666)
    text = _MODULE.format(marks=str(marks), directory=str(directory))
    for name in {*names, *THIRD_PARTY}:
        (directory / f"{name}.py").write_text(text)
    package = directory / "stranger-1.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1\n")
    (package / "entry_points.txt").write_text(f"[traceleft.outputs]\n{OUTPUT} = click:open_output\n")


def ran(directory: Path) -> set[str]:
    """The modules that were run since the last time."""
    marks = directory / MARKS
    names = set(marks.read_text().split())
    marks.write_text("")
    return names
