# SPDX-License-Identifier: MIT
"""Where a package of an extra is missing, what needs it says which, and how to install it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from traceleft.errors import TraceleftError
from traceleft.extras import needed

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
EXTRAS: dict[str, list[str]] = tomllib.loads(PYPROJECT.read_text())["project"]["optional-dependencies"]

USES = {
    "arrow": "capture.arrow()",
    "generate": "importlib.import_module('traceleft.cli.generate').generate.callback(('--check',))",
    "grpc": "open_output('grpc', '127.0.0.1:1', Context(schema, Origin.here(), options={'collector_insecure': True}))",
    "handlers": "importlib.import_module('traceleft.handler_template').render('openat')",
    "jupyter": "traceleft.live('openat')",
    "metrics": "importlib.import_module('traceleft.telemetry.metrics').routes(None)",
    "numpy": "traceleft.events.Openat.dtype()",
    "otlp": "importlib.import_module('traceleft.telemetry.otlp').exporting(None, 'http://localhost').__enter__()",
    "pandas": "capture.pandas()",
    "plot": "capture.plot",
    "polars": "capture.polars()",
    "pprof": "importlib.import_module('traceleft.telemetry.pprof').routes(None)",
    "query": "capture.query('FROM processes')",
    "top": "importlib.import_module('traceleft.cli.top').require_terminal()",
}
"""What needs each extra."""
ELSEWHERE = {"all", "notebook", "protobuf", "test"}
"""Extras that no function of the package needs: sums of others, and those for users' own imports."""
MODULES = {
    "grpcio": "grpc",
    "opentelemetry-exporter-otlp-proto-http": "opentelemetry.exporter.otlp.proto.http",
    "opentelemetry-sdk": "opentelemetry.sdk",
    "prometheus-client": "prometheus_client",
    "protobuf": "google.protobuf",
}

PROGRAM = """
import importlib, io, sys
import traceleft
from traceleft import Capture, battery
from traceleft.outputs import Context, Origin, open_output

class Terminal(io.StringIO):
    def isatty(self): return True

sys.modules[sys.argv[1]] = None
schema = battery.schema()
capture = Capture([], schema)
sys.stdin, out, sys.stdout = Terminal(), sys.stdout, Terminal()
try:
    eval(sys.argv[2])
except Exception as error:
    print(type(error).__name__, error, file=out)
"""


def test_each_extra_is_tried():
    assert set(USES) | ELSEWHERE == set(EXTRAS) and not set(USES) & ELSEWHERE


def test_all_leaves_out_what_only_ones_own_program_imports():
    [line] = [line for line in EXTRAS["all"] if line.startswith("traceleft[")]
    assert not Requirement(line).extras & {"notebook", "numpy", "pandas", "polars"}


@pytest.mark.parametrize(("extra", "line"), [(extra, line) for extra in USES for line in EXTRAS.get(extra, [])])
def test_without_a_package_of_an_extra(extra: str, line: str):
    requirement = Requirement(line)
    if requirement.marker and not requirement.marker.evaluate():
        pytest.skip(f"this Python needs no {requirement.name}")
    module = MODULES.get(requirement.name, requirement.name)
    done = subprocess.run(
        [sys.executable, "-I", "-c", PROGRAM, module, USES[extra]],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.startswith("TraceleftError ") and done.stdout.count("\n") == 1
    assert f"pip install 'traceleft[{extra}]'" in done.stdout
    assert requirement.name in done.stdout


def test_the_message():
    with pytest.raises(TraceleftError) as caught, needed("arrow", "arrow()", instead="or write CSV"):
        raise ModuleNotFoundError("No module named 'nosuch'", name="nosuch.part")
    assert str(caught.value) == "arrow() needs nosuch: pip install 'traceleft[arrow]'; or write CSV"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ImportError("no libfoo.so", name="grpc._cython"), "x can't load grpcio (no libfoo.so): pip install"),
        (ModuleNotFoundError("no name"), "x can't load a package that it needs (no name): pip install"),
        (ImportError("protobuf is too old"), "x can't load a package that it needs (protobuf is too old): pip install"),
    ],
)
def test_a_package_that_cannot_be_loaded(error: ImportError, said: str):
    with pytest.raises(TraceleftError, match=re.escape(said)), needed("grpc", "x"):
        raise error


@pytest.mark.parametrize("name", ["traceleft._core", "traceleft.nosuch", "traceleft"])
def test_what_is_broken_of_ours_is_no_extra(name: str):
    with pytest.raises(ImportError, match="broken"), needed("grpc", "x"):
        raise ImportError("broken", name=name)


def test_other_errors_pass():
    with pytest.raises(ZeroDivisionError), needed("grpc", "x"):
        raise ZeroDivisionError
